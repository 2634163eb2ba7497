package import Diagnostics
internal import Markdown

/// Reads a language file; what cannot be used is reported with its place, and English stays there.
package struct LanguageReader {
  /// A language with what is wrong with its file.
  package struct Reading: Sendable {
    package let language: Language
    package let diagnostics: [Diagnostic]

    package init(language: Language, diagnostics: [Diagnostic]) {
      self.language = language
      self.diagnostics = diagnostics
    }

    package static let english = Reading(language: .english, diagnostics: [])
  }

  private let source: SourceFile
  private let catalogue: LanguageCatalogue
  private let base: Language?
  var findings: [Finding] = []
  private var code: String?
  private var isRightToLeft: Bool
  var formats: Formats
  private var plural: PluralRule?
  private var words: [String: Language.Word]
  private var vocabulary: [String: String]

  /// - Parameters:
  ///   - english: the built-in English file, which lists every message.
  ///   - base: the built-in language that an author's file of the same name stands on; nil for English.
  package static func read(_ source: SourceFile, english: SourceFile, on base: Language? = nil) -> Reading {
    let catalogue = LanguageCatalogue(entries(of: english).entries)
    let reading = entries(of: source)
    var reader = LanguageReader(source, catalogue, base)
    reader.findings = reading.findings
    // Forms are read by the rule, which may stand below them.
    for entry in reading.entries where entry.key.value == "plural" { reader.readPlural(entry) }
    for entry in reading.entries { reader.read(entry) }
    return reader.result()
  }

  private static let byteLimit = 1 << 20

  private static func entries(of source: SourceFile) -> YAMLReader.Reading {
    YAMLReader(source: source, content: source.wholeSpan, byteLimit: byteLimit).read()
  }

  private init(_ source: SourceFile, _ catalogue: LanguageCatalogue, _ base: Language?) {
    (self.source, self.catalogue, self.base) = (source, catalogue, base)
    isRightToLeft = base?.isRightToLeft ?? false
    formats = base?.formats ?? Formats()
    words = base?.words ?? [:]
    vocabulary = base?.vocabulary ?? [:]
  }

  static let keys = ["language", "dir", "plural", "numbers", "dates", "list", "words", "vocabulary"]

  private mutating func read(_ entry: FrontMatterEntry) {
    switch entry.key.value {
    case "language": code = text(entry)
    case "dir":
      let word = text(entry)
      if let word, word != "ltr", word != "rtl" {
        unknown(Located(word, at: entry.value.span), ["ltr", "rtl"], "value")
      }
      isRightToLeft = word == "rtl"
    case "plural": break
    case "numbers": readNumbers(entry)
    case "dates": readDates(entry)
    case "list": readList(entry)
    case "words": for pair in pairs(entry) { readWord(pair) }
    case "vocabulary": for pair in pairs(entry) { vocabulary[pair.key.value] = text(pair) }
    default: unknown(entry.key, Self.keys, "key")
    }
  }

  private mutating func readPlural(_ entry: FrontMatterEntry) {
    var rule = PluralRule()
    for pair in pairs(entry) {
      guard let form = PluralRule.Form(rawValue: pair.key.value), form != .other else {
        unknown(pair.key, PluralRule.Form.allCases.map(\.rawValue).filter { $0 != "other" }, "form")
        continue
      }
      guard let text = text(pair), !rule.add(form, text) else { continue }
      report(
        pair.value.span, "'\(text)' is no condition on a number",
        help: "write it as CLDR does: n % 10 = 2..4 and n % 100 != 12..14")
    }
    plural = rule
  }

  private mutating func readWord(_ pair: FrontMatterEntry) {
    let key = pair.key.value
    guard catalogue.messages[key] != nil else {
      let near = NearMiss.nearest(to: key, in: catalogue.messages.keys.sorted())
      return report(
        pair.key.span, "'\(key)' is no word of the interface" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        help: near.map { "replace it with '\($0)'" } ?? "remove it")
    }
    if case .mapping(let forms) = pair.value.value {
      guard catalogue.isCounted(key) else {
        return report(pair.value.span, "'\(key)' depends on no number and has one form")
      }
      var patterns: [PluralRule.Form: Pattern] = [:]
      for form in forms { if let (name, pattern) = readForm(form, of: key) { patterns[name] = pattern } }
      let missing = rule.forms.filter { patterns[$0] == nil }.map(\.rawValue)
      if !missing.isEmpty, !forms.isEmpty {
        report(pair.key.span, "'\(key)' lacks the form \(missing.joined(separator: " and the form "))")
      }
      words[key] = .forms(patterns)
    } else if let text = text(pair) {
      guard agrees(text, with: key, at: pair.value.span) else { return }
      words[key] = .text(Pattern(text))
    }
  }

  private var rule: PluralRule { plural ?? base?.plural ?? .english }

  private mutating func readForm(_ pair: FrontMatterEntry, of key: String) -> (PluralRule.Form, Pattern)? {
    guard let form = PluralRule.Form(rawValue: pair.key.value), rule.forms.contains(form) else {
      unknown(pair.key, rule.forms.map(\.rawValue), "form")
      return nil
    }
    guard let text = text(pair), agrees(text, with: key, at: pair.value.span) else { return nil }
    return (form, Pattern(text))
  }

  /// Reports a translation that lacks a place or a tag of its message, or has one too many.
  private mutating func agrees(_ text: String, with key: String, at span: SourceSpan) -> Bool {
    let (wanted, found) = (LanguageCatalogue.marks(key), LanguageCatalogue.marks(text))
    // A form such as `one incident` may do without its number.
    guard wanted != found, !(catalogue.isCounted(key) && Set(found).isSubset(of: wanted)) else { return true }
    let lacking = wanted.filter { !found.contains($0) }, extra = found.filter { !wanted.contains($0) }
    let flaw =
      lacking.isEmpty
      ? "has \((extra.isEmpty ? found : extra).joined(separator: ", ")) more than '\(key)'"
      : "lacks \(lacking.joined(separator: ", ")) of '\(key)'"
    report(span, "'\(text)' \(flaw)")
    return false
  }

  private func result() -> Reading {
    let missing = catalogue.messages.keys.filter { words[$0] == nil }.sorted()
    var diagnostics = findings.map { Diagnostic($0, level: .error, in: source) }
    if let first = missing.first {
      let more = missing.count - 1
      let finding = Finding(
        "missing-words", at: .fileStart,
        "'\(first)'" + (more == 0 ? " has" : " and \(more) other\(more == 1 ? "" : "s") have")
          + " no translation and stay\(more == 0 ? "s" : "") English",
        notes: missing.dropFirst().prefix(20).map { "'\($0)'" })
      diagnostics.append(Diagnostic(finding, level: .note, in: source))
    }
    let language = Language(
      code: code ?? base?.code ?? "en", isRightToLeft: isRightToLeft, formats: formats, plural: rule, words: words,
      vocabulary: vocabulary)
    return Reading(language: language, diagnostics: diagnostics.sorted())
  }
}

extension LanguageReader {
  mutating func report(_ span: SourceSpan, _ message: String, help: String? = nil) {
    findings.append(Finding("invalid-language", at: span, message, help: help))
  }

  mutating func unknown(_ word: Located<String>, _ known: [String], _ what: String) {
    let near = NearMiss.nearest(to: word.value, in: known)
    findings.append(
      Finding(
        "invalid-language", at: word.span,
        "\(what) '\(word.value)' is not known" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        notes: near == nil ? ["known: \(known.joined(separator: ", "))"] : [],
        help: near.map { "replace it with '\($0)'" }))
  }

  mutating func text(_ entry: FrontMatterEntry) -> String? {
    if let text = entry.value.value.text { return text }
    report(entry.value.span, "expected text and found \(entry.value.value.typeName)")
    return nil
  }

  mutating func pairs(_ entry: FrontMatterEntry) -> [FrontMatterEntry] {
    if case .mapping(let pairs) = entry.value.value { return pairs }
    report(entry.value.span, "expected a map and found \(entry.value.value.typeName)")
    return []
  }
}
