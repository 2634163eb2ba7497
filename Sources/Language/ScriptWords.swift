/// Puts the words of a language into a script on its way to the site, so that no page needs a further request for them.
///
/// A script says `say("Copied")`; its line `const WORDS = {};` is the place where its own words go.
package enum ScriptWords {
  private static let place = Array("const WORDS = {};".utf8)

  /// The script with its words; as it was where the language is built-in English or the script has no such place.
  package static func written(into script: [UInt8], in language: Language) -> [UInt8] {
    guard !language.isBuiltInEnglish, let range = script.firstRange(of: place) else { return script }
    let text = String(decoding: script, as: UTF8.self)
    let used = language.words.filter { text.contains(quoted($0.key)) }.sorted { $0.key < $1.key }
    let pairs = used.map { "\(quoted($0.key)):\(json($0.value))" }
    var written = script
    written.replaceSubrange(range, with: "const WORDS = {\(pairs.joined(separator: ","))};".utf8)
    return written
  }

  private static func json(_ word: Language.Word) -> String {
    switch word {
    case .text(let pattern): return quoted(pattern.source)
    case .forms(let forms):
      let pairs = forms.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "\(quoted($0.key.rawValue)):\(quoted($0.value.source))" }
      return "{\(pairs.joined(separator: ","))}"
    }
  }

  /// A string literal of JavaScript, in plain ASCII where it could end the line or the script.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "<", "\u{2028}", "\u{2029}",
        _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
