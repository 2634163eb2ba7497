import Diagnostics
import Yams

/// Turns composed YAML nodes into values with places, and reports what front matter must not use.
struct YAMLNodeConverter {
  let reader: YAMLReader
  var findings: [Finding]
  private(set) var hitLimit = false
  private var nodes = 0
  private var cursor: MarkCursor
  /// Where anchors, aliases and tags have been reported.
  private var forbidden: Set<Int> = []

  init(reader: YAMLReader, findings: [Finding]) {
    self.reader = reader
    self.findings = findings
    cursor = MarkCursor(reader)
  }

  mutating func entries(of mapping: Yams.Node.Mapping, depth: Int) -> [FrontMatterEntry] {
    var entries: [FrontMatterEntry] = []
    for (key, value) in mapping {
      let located = self.value(key, depth: depth)
      guard let name = located.value.text, name != "<<" else {
        findings.append(
          Finding(
            "unsupported-yaml", at: located.span,
            located.value.text == "<<"
              ? "merge keys are not read" : "a key must be text, not \(located.value.typeName)",
            help: "write the keys out"))
        continue
      }
      entries.append(
        FrontMatterEntry(key: Located(name, at: located.span), value: self.value(value, depth: depth + 1)))
    }
    return entries
  }

  private mutating func value(_ node: Yams.Node, depth: Int) -> Located<FrontMatterValue> {
    let start = node.mark.map { cursor.offset($0) } ?? reader.content.start
    nodes += 1
    guard !hitLimit, nodes <= YAMLReader.nodeLimit, depth <= YAMLReader.depthLimit else {
      limit(at: start)
      return Located(.null, at: SourceSpan(start, start))
    }
    if isForbidden(at: start) { return Located(.null, at: SourceSpan(start, endOfWord(start))) }
    switch node {
    case .scalar(let scalar): return self.scalar(scalar, at: start)
    case .sequence(let sequence):
      let items = sequence.map { value($0, depth: depth + 1) }
      return Located(.sequence(items), at: SourceSpan(start, items.last?.span.end ?? endOfWord(start)))
    case .mapping(let mapping):
      let entries = self.entries(of: mapping, depth: depth + 1)
      return Located(.mapping(entries), at: SourceSpan(start, entries.last?.value.span.end ?? endOfWord(start)))
    case .alias: return Located(.null, at: SourceSpan(start, endOfWord(start)))
    }
  }

  private mutating func limit(at offset: Int) {
    guard !hitLimit else { return }
    hitLimit = true
    findings.append(
      Finding(
        "front-matter-limit", at: SourceSpan(offset, offset),
        "front matter has more than \(YAMLReader.nodeLimit) values or is nested deeper than \(YAMLReader.depthLimit)",
        help: "move the data to a file of its own"))
  }

  /// Reports an anchor, alias or tag, which libyaml counts as the start of the node that carries it.
  private mutating func isForbidden(at offset: Int) -> Bool {
    guard offset < reader.content.end else { return false }
    let name: String
    switch reader.source.bytes[offset] {
    case UInt8(ascii: "&"): name = "anchors and aliases are"
    case UInt8(ascii: "*"): name = "aliases are"
    case UInt8(ascii: "!"): name = "tags are"
    default: return false
    }
    let span = SourceSpan(offset, endOfWord(offset))
    if forbidden.insert(offset).inserted {
      findings.append(
        Finding("unsupported-yaml", at: span, "\(name) not read in front matter", help: "write the value out"))
    }
    return true
  }

  private func scalar(_ scalar: Yams.Node.Scalar, at start: Int) -> Located<FrontMatterValue> {
    let bytes = reader.source.bytes
    switch scalar.style {
    case .singleQuoted, .doubleQuoted:
      return Located(.scalar(scalar.string, isQuoted: true), at: SourceSpan(start, endOfQuoted(start)))
    case .literal, .folded:
      return Located(.scalar(scalar.string, isQuoted: true), at: SourceSpan(start, endOfWord(start)))
    default:
      if ["", "~", "null", "Null", "NULL"].contains(scalar.string) {
        return Located(.null, at: SourceSpan(start, start + scalar.string.utf8.count))
      }
      let length = scalar.string.utf8.count
      let isOneLine = bytes[start...].starts(with: scalar.string.utf8)
      let end = isOneLine ? start + length : reader.source.lineSpan(reader.source.line(at: start)).end
      return Located(.scalar(scalar.string, isQuoted: false), at: SourceSpan(start, end))
    }
  }

  private func endOfQuoted(_ start: Int) -> Int {
    let bytes = reader.source.bytes
    guard start < bytes.count else { return start }
    let quote = bytes[start]
    var index = start + 1
    while index < reader.content.end {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 2
        continue
      }
      if bytes[index] == quote {
        guard quote == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == quote else { return index + 1 }
        index += 1
      }
      index += 1
    }
    return reader.source.lineSpan(reader.source.line(at: start)).end
  }

  private func endOfWord(_ start: Int) -> Int {
    var end = start
    while end < reader.content.end, reader.source.bytes[end] > 0x20 { end += 1 }
    return end
  }
}
