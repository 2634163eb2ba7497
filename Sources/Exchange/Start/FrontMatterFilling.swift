internal import Markdown

/// Sets values in the front matter of a text and leaves every other line, comments included, as it is.
struct FrontMatterFilling {
  /// The two forms that front matter is written in.
  enum Form {
    case yaml, toml

    var fence: String { self == .yaml ? "---" : "+++" }
    var separator: Character { self == .yaml ? ":" : "=" }
  }

  let form: Form
  private var head: [String]
  private let body: [String]

  /// A text without front matter gets an empty block.
  init(_ text: String) {
    let lines = Self.lines(of: text)
    let form: Form = lines.first.map(Self.trimmed) == "+++" ? .toml : .yaml
    self.form = form
    let isOpen = lines.first.map(Self.trimmed) == form.fence
    let end = isOpen ? lines.dropFirst().firstIndex { Self.trimmed($0) == form.fence } : nil
    head = end.map { Array(lines[1..<$0]) } ?? []
    body = end.map { Array(lines[($0 + 1)...]) } ?? [""] + lines
  }

  var text: String { ([form.fence] + head + [form.fence] + body).joined(separator: "\n") }

  func has(_ key: String) -> Bool { line(of: key) != nil }

  /// Puts a text under a key.
  mutating func set(_ key: String, to text: String) {
    write(form == .yaml ? YAMLText.scalar(text) : YAMLText.quoted(text), to: key)
  }

  mutating func set(_ key: String, to texts: [String]) {
    write(
      form == .yaml ? YAMLText.list(texts) : "[\(texts.map(YAMLText.quoted).joined(separator: ", "))]", to: key)
  }

  /// Adds a key without a value for the author to fill in, unless it is there; TOML has no empty values.
  mutating func ask(for key: String) {
    if form == .yaml, !has(key) { insert(key, "") }
  }

  private mutating func write(_ value: String, to key: String) {
    guard let index = line(of: key) else { return insert(key, value) }
    let old = head[index]
    let comment = Self.comment(of: old)
    var new = Self.assignment(key, value, form)
    if let comment {
      let column = old.count - comment.count
      new += String(repeating: " ", count: max(2, column - new.count)) + comment
    }
    head[index] = new
    while form == .yaml, index + 1 < head.count, Self.continues(head[index + 1]) { head.remove(at: index + 1) }
  }

  /// The id stands behind the schema, everything else before the first table or at the end.
  private mutating func insert(_ key: String, _ value: String) {
    let new = Self.assignment(key, value, form)
    let table = form == .toml ? head.firstIndex { $0.hasPrefix("[") } : nil
    if key == "id" { return head.insert(new, at: line(of: "schema").map { $0 + 1 } ?? 0) }
    head.insert(new, at: table ?? head.count)
  }

  private func line(of key: String) -> Int? {
    head.firstIndex { line in
      guard line.hasPrefix(key) else { return false }
      return line.dropFirst(key.count).first { $0 != " " } == form.separator
    }
  }

  private static func assignment(_ key: String, _ value: String, _ form: Form) -> String {
    value.isEmpty ? "\(key):" : form == .yaml ? "\(key): \(value)" : "\(key) = \(value)"
  }

  /// A comment at the end of a line, behind a space and outside quotes.
  private static func comment(of line: String) -> Substring? {
    var quote: Character?
    var last: Character = " "
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "#", last == " " {
        return line[index...]
      } else if character == "\"" || character == "'", last == " " || last == "[" || last == "{" {
        quote = character
      }
      last = character
    }
    return nil
  }

  /// Whether a line belongs to the value of the key above it.
  private static func continues(_ line: String) -> Bool {
    line.hasPrefix(" ") || line.hasPrefix("\t") || line.hasPrefix("- ") || line == "-"
  }

  /// The lines of a text with any line break; a byte-order mark is left out.
  static func lines(of text: String) -> [String] {
    var scalars = Substring(text).unicodeScalars
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    return Substring(scalars).split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .map(String.init)
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " || line.last == "\t" { line.removeLast() }
    return String(line)
  }
}
