/// Walks through code line by line, for languages in which the head of a line says what it is.
struct LineScan {
  private let grammar: LineGrammar

  init(_ grammar: LineGrammar) { self.grammar = grammar }

  /// Reports tokens in order, without overlap.
  func run(_ code: [UInt8], mark: (CodeToken, Range<Int>) -> Void) {
    var start = 0
    while start < code.count {
      let end = code[start...].firstIndex(of: 0x0A) ?? code.count
      switch grammar {
      case .difference: difference(code, start..<end, mark)
      case .log: log(code, start..<end, mark)
      case .console: console(code, start..<end, mark)
      case .yaml: values(code, start..<end, separator: UInt8(ascii: ":"), mark)
      case .settings: values(code, start..<end, separator: UInt8(ascii: "="), mark)
      }
      start = end + 1
    }
  }

  private func difference(_ code: [UInt8], _ line: Range<Int>, _ mark: (CodeToken, Range<Int>) -> Void) {
    let text = code[line]
    if ["+++", "---", "@@", "diff ", "index "].contains(where: { text.starts(with: $0.utf8) }) {
      mark(.meta, line)
    } else if text.first == UInt8(ascii: "+") {
      mark(.inserted, line)
    } else if text.first == UInt8(ascii: "-") {
      mark(.deleted, line)
    }
  }

  /// A prompt and the command behind it; what the command printed stays plain.
  private func console(_ code: [UInt8], _ line: Range<Int>, _ mark: (CodeToken, Range<Int>) -> Void) {
    let text = code[line]
    guard ["$ ", "# ", "> ", "% "].contains(where: { text.starts(with: $0.utf8) }) else { return }
    mark(.meta, line.lowerBound..<(line.lowerBound + 1))
    WordScan(.shell).run(code, (line.lowerBound + 2)..<line.upperBound, mark: mark)
  }

  private static let grave: Set<String> = [
    "ERROR", "FATAL", "CRITICAL", "PANIC", "SEVERE", "ALERT", "EMERG", "error", "fatal", "panic", "critical",
  ]
  private static let light: Set<String> = [
    "WARN", "WARNING", "INFO", "DEBUG", "TRACE", "NOTICE", "warn", "warning", "info", "debug", "trace",
  ]

  /// The time at the head, levels, and in a traceback the exception and the head.
  private func log(_ code: [UInt8], _ line: Range<Int>, _ mark: (CodeToken, Range<Int>) -> Void) {
    let text = code[line]
    if text.starts(with: "Traceback (".utf8) || text.starts(with: "Caused by: ".utf8) { return mark(.meta, line) }
    if let name = exception(code, line) { return mark(.deleted, name) }
    var index = line.lowerBound
    while index < line.upperBound {
      guard code[index].isWordByte else {
        index += 1
        continue
      }
      let isHead = index - line.lowerBound <= 1
      let isTime = isHead && (0x30...0x39).contains(code[index])
      let end =
        code[index..<line.upperBound].firstIndex { byte in
          !byte.isWordByte && !(isTime && ":.,-+/".utf8.contains(byte))
        } ?? line.upperBound
      let word = String(decoding: code[index..<end], as: UTF8.self)
      if isTime, end - index >= 5 { mark(.number, index..<end) }
      if Self.grave.contains(word) { mark(.deleted, index..<end) }
      if Self.light.contains(word) { mark(.meta, index..<end) }
      index = end
    }
  }

  /// `json.decoder.JSONDecodeError` at the head of a line, before a colon or the line's end.
  private func exception(_ code: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    let end = code[line].firstIndex { !$0.isWordByte && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "$") }
    let name = line.lowerBound..<(end ?? line.upperBound)
    guard name.upperBound == line.upperBound || code[name.upperBound] == UInt8(ascii: ":") else { return nil }
    let isNamed = ["Error", "Exception", "Failure", "Interrupt"].contains { ending in
      name.count > ending.utf8.count && code[name].suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
    return isNamed ? name : nil
  }

  /// `name: value` or `name = value`, comments, headings in brackets.
  private func values(
    _ code: [UInt8], _ line: Range<Int>, separator: UInt8, _ mark: (CodeToken, Range<Int>) -> Void
  ) {
    var start = code[line].firstIndex { $0 > 0x20 } ?? line.upperBound
    while separator == UInt8(ascii: ":"), code[start..<line.upperBound].starts(with: "- ".utf8) { start += 2 }
    guard start < line.upperBound else { return }
    if separator == UInt8(ascii: "="), code[start] == UInt8(ascii: "[") { return mark(.meta, start..<line.upperBound) }
    if separator == UInt8(ascii: "="), code[start] == UInt8(ascii: ";") {
      return mark(.comment, start..<line.upperBound)
    }
    if code[start..<line.upperBound].starts(with: "---".utf8) { return mark(.meta, start..<line.upperBound) }
    var rest = start
    let name = code[start..<line.upperBound].firstIndex { !$0.isWordByte && !"-./@".utf8.contains($0) }
    if let name, let at = code[name..<line.upperBound].firstIndex(where: { $0 > 0x20 }), code[at] == separator,
      separator == UInt8(ascii: "=") || at + 1 == line.upperBound || code[at + 1] <= 0x20
    {
      mark(.key, start..<name)
      rest = at + 1
    }
    WordScan(.values).run(code, rest..<line.upperBound, mark: mark)
  }
}

extension CodeGrammar {
  /// What stands behind the name in YAML and settings.
  static let values = CodeGrammar(
    comments: ["#"], strings: [Quote("\""), Quote("'", escapes: false)],
    keywords: "true false null yes no on off True False", commentsBeginWords: true)
}
