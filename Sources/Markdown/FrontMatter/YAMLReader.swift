package import Diagnostics
internal import Yams

/// Reads a YAML text inside a source file into entries with places, through Yams.
///
/// Scalars stay text. Aliases, anchors, merge keys and tags are findings: they can blow up when expanded, and nobody
/// needs them in a page of front matter.
package struct YAMLReader {
  let source: SourceFile
  let content: SourceSpan
  private let byteLimit: Int
  /// Where the first byte stands that is no UTF-8; what is read has a question mark there and behind it.
  private let invalid: Int?

  package struct Reading {
    package var entries: [FrontMatterEntry]
    package var findings: [Finding]
    package var isReadable: Bool
  }

  /// - Parameter byteLimit: the most bytes that are read.
  package init(source: SourceFile, content: SourceSpan, byteLimit: Int = YAMLReader.byteLimit) {
    let repaired = UTF8Repair.inPlace(source)
    self.source = repaired?.file ?? source
    invalid = repaired?.offset
    self.content = content
    self.byteLimit = byteLimit
  }

  /// The most nodes that one block may hold.
  static let nodeLimit = 10_000
  /// The most bytes that one block may hold.
  package static let byteLimit = 64 * 1024
  static let depthLimit = 20

  package func read() -> Reading {
    guard content.end - content.start <= byteLimit else {
      let finding = Finding(
        "front-matter-limit", at: SourceSpan(content.start, content.start),
        "front matter is longer than \(byteLimit) bytes",
        help: "move the text to the body")
      return Reading(entries: [], findings: [finding], isReadable: false)
    }
    if invalid == nil, let entries = PlainYAML.entries(in: source, content: content) {
      return Reading(entries: entries, findings: [], isReadable: true)
    }
    return readThroughLibrary()
  }

  /// What the library makes of a block, whatever it holds.
  func readThroughLibrary() -> Reading {
    let findings = invalid.map { offset in
      [
        Finding(
          "invalid-utf-8", at: SourceSpan(offset, offset), "the byte at offset \(offset) is not valid UTF-8",
          help: "save the file as UTF-8")
      ]
    }
    return read(text: source.text(content), findings: findings ?? [])
  }

  private func read(text: String, findings: [Finding]) -> Reading {
    do {
      // Every plain scalar is text here: to guess its type costs the library as much as to parse it.
      guard let root = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        return Reading(entries: [], findings: findings, isReadable: true)
      }
      guard case .mapping(let mapping) = root else {
        return unreadable(
          at: offset(root.mark), "front matter is \(Self.name(root)), not a map of keys", findings: findings)
      }
      var converter = YAMLNodeConverter(reader: self, findings: findings)
      let entries = converter.entries(of: mapping, depth: 0)
      return Reading(entries: entries, findings: converter.findings, isReadable: !converter.hitLimit)
    } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
      return readWithoutDuplicates(text: text, duplicates, context, findings)
    } catch let error as YamlError {
      let (problem, mark) = Self.problem(error)
      return unreadable(at: offset(mark), "front matter is not valid YAML: \(problem)", findings: findings)
    } catch {
      return unreadable(at: content.start, "front matter is not valid YAML", findings: findings)
    }
  }

  /// Reports each repeated key where it stands, cuts the repeats out and reads the rest.
  private func readWithoutDuplicates(
    text: String, _ names: [String], _ context: YamlError.Context, _ findings: [Finding]
  ) -> Reading {
    var seen: Set<String> = []
    var findings = findings
    var bytes = Array(text.utf8)
    let keys = SalvagedLines.keys(in: source, content: content, separator: UInt8(ascii: ":"))
    for (index, key) in keys.enumerated() where !seen.insert(key.value).inserted {
      findings.append(duplicate(key))
      let next = index + 1 < keys.count ? keys[index + 1].span.start : content.end
      for position in key.span.start..<next where bytes[position - content.start] != 0x0A {
        bytes[position - content.start] = UInt8(ascii: " ")
      }
    }
    let blanked = String(decoding: bytes, as: UTF8.self)
    if blanked == text {
      let place = offset(context.mark)
      findings.append(duplicate(Located(names.first ?? "key", at: SourceSpan(place, place))))
      let salvaged = SalvagedLines.entries(in: source, content: content, separator: UInt8(ascii: ":"))
      return Reading(entries: salvaged, findings: findings, isReadable: false)
    }
    return read(text: blanked, findings: findings)
  }

  private func duplicate(_ key: Located<String>) -> Finding {
    Finding(
      "duplicate-key", at: key.span, "key '\(key.value)' is given twice",
      notes: ["the first one counts"], help: "keep one of the two")
  }

  private func unreadable(at offset: Int, _ message: String, findings: [Finding]) -> Reading {
    let finding = Finding(
      "unreadable-front-matter", at: SourceSpan(offset, offset), message,
      notes: ["fields were read line by line as far as possible; missing fields are not reported"])
    return Reading(
      entries: SalvagedLines.entries(in: source, content: content, separator: UInt8(ascii: ":")),
      findings: findings + [finding], isReadable: false)
  }

  private static func problem(_ error: YamlError) -> (String, Mark?) {
    switch error {
    case .scanner(let context?, let problem, _, _) where problem.contains("end of stream"):
      ("\(problem) \(context.text)", context.mark)
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (problem, mark)
    case .reader(let problem, _, _, _): (problem, nil)
    default: ("it cannot be parsed", nil)
    }
  }

  static func name(_ node: Yams.Node) -> String {
    switch node {
    case .scalar: "text"
    case .sequence: "a list"
    case .mapping: "a map"
    case .alias: "an alias"
    }
  }

  /// Byte offset in the file of a mark.
  func offset(_ mark: Mark?) -> Int {
    guard let mark else { return content.start }
    var cursor = MarkCursor(self)
    return cursor.offset(mark)
  }
}

/// Finds the places of marks that follow each other, without going over their line again for each.
struct MarkCursor {
  private let source: SourceFile
  private let content: SourceSpan
  private let firstLine: Int
  private var line = 0
  private var column = 1
  private var place = 0

  init(_ reader: YAMLReader) {
    source = reader.source
    content = reader.content
    firstLine = source.line(at: content.start)
  }

  /// Byte offset in the file of a mark, whose line and column count from 1 and whose columns are Unicode scalars.
  mutating func offset(_ mark: Mark) -> Int {
    let span = source.lineSpan(firstLine + mark.line - 1)
    if mark.line != line || mark.column < column { (line, column, place) = (mark.line, 1, span.start) }
    while place < span.end, column < mark.column {
      place += 1
      while place < span.end, source.bytes[place] & 0xC0 == 0x80 { place += 1 }
      column += 1
    }
    return min(place, content.end)
  }
}
