/// The rules about when and how a post-mortem is made.
enum ProcessRules {
  static let all: [any Rule] = [PostMortemLate(), DraftTooOld(), ReviewMissing(), ExternalWithoutSources()]
}
