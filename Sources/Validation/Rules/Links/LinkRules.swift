/// The rules about links, pictures and references.
enum LinkRules {
  static let all: [any Rule] = [
    UnknownReference(), UnknownMention(), BrokenLink(), BrokenAnchor(), UndefinedReference(), UnusedDefinition(),
    PictureWithoutAlt(), RemotePicture(),
  ]
}
