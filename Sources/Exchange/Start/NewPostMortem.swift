internal import Diagnostics
package import PostMortems

/// What somebody says of a post-mortem before it is written.
package struct NewPostMortem: Sendable {
  package let title: String
  /// A name of the scale in any letter case.
  package var severity: String?
  package var services: [String] = []
  package var kind: String?
  /// The name of a skeleton without extension; nil for the one that fits kind and severity.
  package var skeleton: String?
  /// The incident's start as its author wrote it.
  package var started: String?

  /// A title becomes one line without characters that nobody can see.
  package init(title: String) {
    self.title = TitleText.oneLine(title)
  }

  /// The same with the spellings of the settings; throws for a word that they do not know.
  package func checked(_ settings: Settings) throws(NewPostMortemError) -> NewPostMortem {
    guard !title.isEmpty else { throw NewPostMortemError("the title is empty", help: "say in a few words what failed") }
    var result = self
    let scale = settings.severities.map(\.name)
    if let severity { result.severity = try Self.word(severity, "severity", among: scale) }
    if let kind { result.kind = try Self.word(kind, "kind", among: settings.vocabularies.kind.words) }
    result.services = try services.map { service throws(NewPostMortemError) in
      let vocabulary = settings.vocabularies.services
      let name = TitleText.oneLine(service)
      guard !name.isEmpty else { throw NewPostMortemError("a service has no name") }
      return vocabulary.isClosed ? try Self.word(name, "service", among: vocabulary.words) : name
    }
    return result
  }

  private static func word(_ word: String, _ what: String, among words: [String]) throws(NewPostMortemError) -> String {
    if let same = words.first(where: { $0 == word }) { return same }
    if let same = words.first(where: { $0.lowercased() == word.lowercased() }) { return same }
    throw .unknown(what, word, among: words)
  }
}

/// Why a new post-mortem cannot be made of what was said.
package struct NewPostMortemError: Error, Hashable, CustomStringConvertible {
  package let message: String
  package let help: String?

  package init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  /// A word that none of a list is, with the one that was meant or else the list.
  static func unknown(_ what: String, _ word: String, among words: [String]) -> NewPostMortemError {
    if let near = NearMiss.nearest(to: word, in: words) {
      return NewPostMortemError("\(what) '\(word)' is not known; did you mean '\(near)'?")
    }
    let shown = words.prefix(20).joined(separator: ", ") + (words.count > 20 ? ", …" : "")
    return NewPostMortemError("\(what) '\(word)' is not known", help: "known: \(shown)")
  }

  package var description: String { help.map { "\(message)\n  help: \($0)" } ?? message }
}

/// A title as one line of text.
enum TitleText {
  /// Breaks, tabs and control characters become spaces; what turns the direction of a line or has no width goes.
  static func oneLine(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: kept.append(" ")
      case .unassigned, .surrogate: continue
      default: if !isHidden(scalar, after: kept.last) { kept.append(scalar) }
      }
    }
    return String(kept).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Joiners are part of some scripts and of emoji, so that they stay behind anything but ASCII.
  private static func isHidden(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D: last.map(\.isASCII) ?? true
    case 0x200B, 0x200E, 0x200F, 0x2060...0x2064, 0x202A...0x202E, 0x2066...0x206F, 0xFEFF: true
    default: false
    }
  }
}
