/// The rules about the parts of a post-mortem.
enum SectionRules {
  static let all: [any Rule] = [
    MissingSection(), EmptySection(), UnfinishedSection(), PlaceholderLeft(), SameRoleTwice(), SeveralIncidents(),
    HeadingLevelJump(),
    TitleTwice(),
  ]
}
