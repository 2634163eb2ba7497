internal import Diagnostics
internal import Markdown

/// Values as front matter writes them.
struct FrontMatterText {
  private let format: FrontMatter.Format

  init(_ format: FrontMatter.Format) {
    self.format = format
  }

  func line(_ key: String, _ value: String) -> String {
    format == .yaml ? "\(key): \(value)" : "\(key) = \(value)"
  }

  func value(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): scalar(text)
    case .array(let items): "[" + items.map { self.value($0) }.joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { line($0.key, self.value($0.value)) }.joined(separator: ", ") + "}"
    case .int(let number): "\(number)"
    case .double(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
    case .bool(let flag): "\(flag)"
    case .null: format == .yaml ? "" : "\"\""
    }
  }

  private func scalar(_ text: String) -> String {
    format == .yaml && isPlain(text) ? text : quoted(text)
  }

  /// Whether a text can stand without quotes and is read as text: words, dates and times.
  private func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, first != 0x20, last != 0x20, last != UInt8(ascii: ":")
    else { return false }
    let isLetter = first | 0x20 >= UInt8(ascii: "a") && first | 0x20 <= UInt8(ascii: "z")
    let isDigit = first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9")
    let hasOnlyWords = text.utf8.allSatisfy { byte in
      byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || " ._/:+-".utf8.contains(byte)
        || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") && byte < 0x7F
    }
    let isWord = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
    let isNumber = text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") }
    return (isLetter || isDigit) && hasOnlyWords && !isWord && !isNumber && !text.contains(": ") && !text.contains("  ")
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: if scalar.value >= 0x20 && scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
      }
    }
    return result + "\""
  }
}
