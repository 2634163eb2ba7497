/// The rules about links, pictures and references.
enum LinkRules {
  static let all: [any Rule] = [UnknownReference(), BrokenLink(), BrokenAnchor()]
}
