/// The rules about blameless and plain language.
enum LanguageRules {
  static let all: [any Rule] = [Blame()]
}
