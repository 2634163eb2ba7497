internal import Diagnostics
internal import Markdown
internal import PostMortems

/// The front matter that adopting a document adds, as edits of its bytes; the body is never touched.
package struct FrontMatterAdoption: Sendable {
  /// A field that is not written, and why.
  package struct Omission: Sendable {
    package let field: AdoptedField
    package let reason: String
  }

  /// What is less sure than this stays out of the front matter.
  package static let threshold = 0.75

  /// The document's bytes with its new front matter; the old ones where nothing is to be written.
  package let bytes: [UInt8]
  package let written: [AdoptedField]
  package let omitted: [Omission]
  /// Keys of other houses that got our name.
  package let renamed: [(old: String, new: String)]
  /// Why a document's front matter cannot be extended; nil where it can.
  package let obstacle: String?

  /// - Parameter rewritesKeys: whether keys of other houses are given our names.
  init(_ draft: PostMortemDraft, fields: [AdoptedField], settings: Settings, rewritesKeys: Bool) {
    // A title that stands in a heading is no omission: nothing is missing.
    let candidates = fields.filter { !$0.isGiven && !($0.key == "title" && $0.obstacle != nil) }
    var plan = FrontMatterPlan(draft: draft, settings: settings)
    if rewritesKeys { plan.renameKeys(fields) }
    var (written, omitted): ([AdoptedField], [Omission]) = ([], [])
    for field in candidates {
      if let reason = plan.reasonAgainst(field) {
        omitted.append(Omission(field: field, reason: reason))
      } else {
        written.append(field)
        plan.add(field)
      }
    }
    var obstacle = plan.obstacle
    var bytes = draft.source.bytes
    if obstacle == nil {
      let changed = plan.bytes
      if Self.isSafe(changed, old: draft) { bytes = changed } else { obstacle = "its front matter cannot be extended" }
    }
    if obstacle != nil {
      omitted = candidates.map { Omission(field: $0, reason: obstacle ?? "") }
      written = []
    }
    self.bytes = bytes
    self.written = written
    self.omitted = omitted
    self.renamed = obstacle == nil ? plan.renamed : []
    self.obstacle = obstacle
  }

  private init(_ first: FrontMatterAdoption, _ next: FrontMatterAdoption, shift: Int) {
    bytes = next.bytes
    let keys = Set(first.written.map(\.key))
    let added = next.written.filter { !keys.contains($0.key) }.map { $0.moved(by: -shift) }
    written = first.written + added
    let all = keys.union(added.map(\.key))
    omitted = first.omitted.filter { !all.contains($0.field.key) }
    renamed = first.renamed + next.renamed
    obstacle = first.obstacle
  }

  /// This adoption with what another round adds to its result; places of that round are moved back to this one's.
  func followed(by next: FrontMatterAdoption, shift: Int) -> FrontMatterAdoption {
    FrontMatterAdoption(self, next, shift: shift)
  }

  package var isChange: Bool { !written.isEmpty || !renamed.isEmpty }

  /// Whether the new bytes end with the old body and begin with front matter that can be read.
  private static func isSafe(_ bytes: [UInt8], old draft: PostMortemDraft) -> Bool {
    guard bytes != draft.source.bytes else { return true }
    let start = draft.document.frontMatter?.span.end ?? (draft.source.hasByteOrderMark ? 3 : 0)
    let body = draft.source.bytes[start...]
    guard bytes.suffix(body.count).elementsEqual(body) else { return false }
    let document = DocumentParser.parse(SourceFile(path: draft.file, bytes: bytes))
    return document.frontMatter?.isReadable ?? false
  }
}

/// Collects the edits of one file's front matter.
struct FrontMatterPlan {
  private let draft: PostMortemDraft
  private let settings: Settings
  private let frontMatter: FrontMatter?
  private var edits: [(span: SourceSpan, text: String)] = []
  private var lines: [String] = []
  private(set) var renamed: [(old: String, new: String)] = []
  private var names: Set<String>

  init(draft: PostMortemDraft, settings: Settings) {
    self.draft = draft
    self.settings = settings
    frontMatter = draft.document.frontMatter
    names = Set(frontMatter?.entries.map(\.key.value) ?? [])
  }

  /// Why nothing can be added to this file.
  var obstacle: String? {
    if let frontMatter {
      guard frontMatter.isReadable else { return "its front matter cannot be read" }
      let isFlow = [contentStart, frontMatter.span.start].contains { place in
        draft.source.bytes[place...].first { $0 > 0x20 } == UInt8(ascii: "{")
      }
      return isFlow ? "its front matter is written in braces" : nil
    }
    let first = draft.source.text(draft.source.lineSpan(1))
    let isFence = first.hasPrefix("---") || first.hasPrefix("+++")
    return isFence ? "its first line looks like front matter that does not end" : nil
  }

  private var contentStart: Int {
    let starts = draft.source.lineStarts
    return starts.count > 1 ? starts[1] : draft.source.bytes.count
  }

  func reasonAgainst(_ field: AdoptedField) -> String? {
    if let obstacle = field.obstacle { return obstacle }
    guard PostMortemFieldsReader.keys.contains(field.key) else { return "the format has no such key" }
    guard field.confidence >= FrontMatterAdoption.threshold else { return "not sure enough" }
    if let entry = frontMatter?.entry(field.key), entry.value.value != .null {
      return "the front matter has it already"
    }
    if renamed.contains(where: { $0.new == field.key }) { return "the front matter has it under another name" }
    if field.key == "timezone", draft.fields.phases.contains(where: { $0.instant.map(isWithoutZone) ?? false }) {
      return "it would move the times of the front matter"
    }
    return nil
  }

  /// Whether a time is written without `Z`, offset or zone, so that the document's zone decides what it means.
  private func isWithoutZone(_ instant: Located<Instant>) -> Bool {
    guard instant.value.precision > .day else { return false }
    let clock = draft.source.text(instant.span).utf8.drop { $0 != UInt8(ascii: ":") }
    return !clock.contains { byte in
      byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }
  }

  mutating func add(_ field: AdoptedField) {
    let style = frontMatter?.format ?? .yaml
    let value = FrontMatterText(style).value(field.value)
    if let entry = frontMatter?.entry(field.key), style == .yaml {
      fill(entry, with: value)
    } else {
      lines.append(FrontMatterText(style).line(field.key, value))
    }
  }

  /// Puts a value behind a key that its author left empty.
  private mutating func fill(_ entry: FrontMatterEntry, with value: String) {
    let bytes = draft.source.bytes
    let line = draft.source.lineSpan(draft.source.line(at: entry.key.span.start))
    guard let colon = bytes[entry.key.span.end..<line.end].firstIndex(of: UInt8(ascii: ":")) else { return }
    var end = colon + 1
    while end < line.end, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    let rest = draft.source.text(SourceSpan(end, line.end))
    for null in ["~", "null", "Null", "NULL"] where rest.hasPrefix(null) { end += null.utf8.count }
    let hasComment = end < line.end && bytes[end] == UInt8(ascii: "#")
    edits.append((SourceSpan(colon + 1, end), " " + value + (hasComment ? " " : "")))
  }

  /// Renames keys of other houses; a `date` beside a start of another day is that of the publication.
  mutating func renameKeys(_ fields: [AdoptedField]) {
    let start = fields.first { $0.key == "started" && !$0.isGiven && $0.confidence >= FrontMatterAdoption.threshold }
    for entry in frontMatter?.entries ?? [] {
      let key = entry.key.value
      guard !PostMortemFieldsReader.keys.contains(key), var ours = settings.keys[key],
        draft.source.text(entry.key.span) == key
      else { continue }
      if key == "date", ours == "started", start != nil { ours = "published" }
      guard !names.contains(ours) else { continue }
      names.insert(ours)
      edits.append((entry.key.span, ours))
      renamed.append((key, ours))
    }
  }

  /// The file with all edits made.
  var bytes: [UInt8] {
    guard !lines.isEmpty || !edits.isEmpty else { return draft.source.bytes }
    var all = edits
    let newline = draft.source.bytes.firstIndex(of: 0x0A).map { $0 > 0 && draft.source.bytes[$0 - 1] == 0x0D } ?? false
    let end = newline ? "\r\n" : "\n"
    if !lines.isEmpty {
      let indent = frontMatter?.format == .yaml ? indentation : ""
      let text = lines.map { indent + $0 + end }.joined()
      let place = insertionPoint
      all.append((SourceSpan(place, place), frontMatter == nil ? "---" + end + text + "---" + end : text))
    }
    var bytes = draft.source.bytes
    for edit in all.sorted(by: { $0.span.start > $1.span.start }) {
      bytes.replaceSubrange(edit.span.start..<edit.span.end, with: edit.text.utf8)
    }
    return bytes
  }

  /// In front of the closing fence; in TOML behind the opening one, where no table has begun.
  private var insertionPoint: Int {
    guard let frontMatter else { return draft.source.hasByteOrderMark ? 3 : 0 }
    if frontMatter.format == .toml { return contentStart }
    return draft.source.lineStarts[draft.source.line(at: max(frontMatter.span.end - 1, 0)) - 1]
  }

  /// The blanks in front of the author's keys.
  private var indentation: String {
    guard let entry = frontMatter?.entries.first else { return "" }
    let start = draft.source.lineSpan(draft.source.line(at: entry.key.span.start)).start
    return String(repeating: " ", count: draft.source.bytes[start...].prefix { $0 == 0x20 }.count)
  }
}
