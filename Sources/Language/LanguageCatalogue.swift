internal import Diagnostics
internal import Markdown

/// Every message that there is, as the English file lists them: what another language file may say, and must.
struct LanguageCatalogue {
  /// By key; the forms of a counted one, else nil.
  private(set) var messages: [String: [PluralRule.Form]?] = [:]
  private(set) var vocabulary: Set<String> = []

  init(_ entries: [FrontMatterEntry]) {
    for entry in entries {
      guard case .mapping(let pairs) = entry.value.value else { continue }
      switch entry.key.value {
      case "words":
        for pair in pairs {
          if case .mapping(let forms) = pair.value.value {
            messages[pair.key.value] = forms.compactMap { PluralRule.Form(rawValue: $0.key.value) }
          } else {
            messages.updateValue(nil, forKey: pair.key.value)
          }
        }
      case "vocabulary": vocabulary = Set(pairs.map(\.key.value))
      default: continue
      }
    }
  }

  func isCounted(_ key: String) -> Bool { (messages[key] ?? nil) != nil }

  /// What a translation must hold: the message's places, and the tags of HTML that it has.
  static func marks(_ text: String) -> [String] {
    (Pattern(text).places.map { "{\($0)}" } + tags(text)).sorted()
  }

  private static func tags(_ text: String) -> [String] {
    var tags: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      tags.append(String(rest[open...close]))
      rest = rest[rest.index(after: close)...]
    }
    return tags
  }
}
