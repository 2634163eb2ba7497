/// The rules about front matter.
enum FrontMatterRules {
  static let all: [any Rule] = [
    UnclosedFrontMatter(), UnreadableFrontMatter(), UnsupportedYAML(), FrontMatterLimit(), DuplicateKey(),
    UnknownKeyRule(), RedundantKey(), WrongType(), ScalarForm(), MissingField(), UnknownSeverity(), UnknownStatus(),
    UnknownKind(), UnknownAudience(), UnknownOrigin(), UnknownService(), UnknownTeam(), UnknownDetection(),
    UnknownTrigger(), UnknownMitigation(), UnknownControl(), UnknownControlState(),
  ]
}
