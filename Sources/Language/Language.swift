/// The interface's words in one language, and how it writes numbers and dates.
///
/// A page is made inside `Language.$current.withValue(…)`: whatever words it needs are those of its language. Text of
/// authors is no word of the interface and never passes through here.
package final class Language: Sendable {
  /// What one message becomes.
  enum Word: Hashable, Sendable {
    case text(Pattern)
    case forms([PluralRule.Form: Pattern])
  }

  /// A tag of BCP 47: `de`, `pt-BR`.
  package let code: String
  package let isRightToLeft: Bool
  package let formats: Formats
  let plural: PluralRule
  /// By the message's English key; what is missing is said in English.
  let words: [String: Word]
  /// Words that documents hold as values, such as `feature-flag-off`, as a reader says them.
  let vocabulary: [String: String]

  init(
    code: String, isRightToLeft: Bool = false, formats: Formats = Formats(), plural: PluralRule = .english,
    words: [String: Word] = [:], vocabulary: [String: String] = [:]
  ) {
    self.code = code
    self.isRightToLeft = isRightToLeft
    self.formats = formats
    self.plural = plural
    self.words = words
    self.vocabulary = vocabulary
  }

  /// The language in which the program is written.
  package static let english = Language(code: "en")

  /// The language of what is being made on this thread.
  @TaskLocal package static var current = Language.english

  package var isBuiltInEnglish: Bool { words.isEmpty && vocabulary.isEmpty }

  package func text(_ message: Message) -> String {
    switch words[message.key] {
    case nil: message.english
    case .text(let pattern)?: pattern.filled(message.values)
    case .forms(let forms)?: forms[.other]?.filled(message.values) ?? message.english
    }
  }

  package func text(_ count: Int, one: Message, other: Message) -> String {
    switch words[other.key] {
    case nil: count == 1 ? one.english : other.english
    case .text(let pattern)?: pattern.filled(other.values)
    case .forms(let forms)?: (forms[plural.form(count)] ?? forms[.other])?.filled(other.values) ?? other.english
    }
  }

  /// The text of a message of a template; nil where it stays English.
  package func pattern(_ key: String) -> Pattern? {
    guard case .text(let pattern)? = words[key] else { return nil }
    return pattern
  }

  /// A word of a vocabulary; nil where it is said as it is written.
  package func word(_ value: String) -> String? { vocabulary[value] }
}
