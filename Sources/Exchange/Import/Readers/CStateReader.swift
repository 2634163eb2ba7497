internal import Diagnostics
internal import Markdown
internal import PostMortems

/// cState's issue files: Markdown whose updates carry their time in a `{{< track "…" >}}`; and the issues of its JSON API.
enum CStateReader: ExportReader {
  static let system = SourceSystem.cstate

  static func recognises(_ export: Export) -> Bool {
    if let text = export.text { return isIssue(text) }
    return !records(of: export).isEmpty
  }

  private static func records(of export: Export) -> [JSONValue] {
    export.records(under: ["pages", "pinnedIssues", "systems", "unresolvedIssues"]) { record in
      record.member("is")?.text == "issue" && record.has(anyOf: ["title", "permalink"])
    }
  }

  private static func isIssue(_ text: String) -> Bool {
    guard text.hasPrefix("---") || text.hasPrefix("+++") || text.hasPrefix("\u{FEFF}---"),
      let frontMatter = DocumentParser.parse(SourceFile(path: "", text: text)).frontMatter
    else { return false }
    if frontMatter.text("section") == "issue" { return true }
    let isPublic = ["down", "disrupted", "notice"].contains(frontMatter.text("severity"))
    return frontMatter.entry("resolvedWhen") != nil || isPublic && frontMatter.entry("affected") != nil
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    guard let text = export.text else {
      for record in records(of: export) { yield.add(incident(record)) }
      return
    }
    let document = DocumentParser.parse(SourceFile(path: export.path, text: text))
    guard let frontMatter = document.frontMatter else { return }
    yield.add(incident(frontMatter, body: Array(document.source.bytes[document.bodyStart...]), stem: export.stem))
  }

  private static func incident(_ frontMatter: FrontMatter, body: [UInt8], stem: String) -> ImportedIncident {
    var incident = ImportedIncident(
      system: system, id: frontMatter.text("id") ?? stem, title: frontMatter.text("title"))
    incident.started = frontMatter.instant("date")
    incident.resolved = frontMatter.instant("resolvedWhen")
    incident.services = frontMatter.texts("affected")
    incident.notes = wording(frontMatter.text("severity"))
    let offset = offset(of: frontMatter.text("date"))
    for block in CStateBody.blocks(of: String(decoding: body, as: UTF8.self), offset: offset) {
      if let at = block.at {
        incident.events.append(ImportedEvent(at: at, text: Evidence.row(block.text), system: system))
      } else if block.isPostMortem {
        incident.evidence.append(block.text)
      } else {
        incident.notes.append("cState's update without a time: \(LineText.line(block.text))")
      }
    }
    incident.events.sort { $0.at < $1.at }
    return incident
  }

  /// The `+02:00` behind the file's date, which the times of its updates leave out.
  private static func offset(of date: String?) -> String {
    guard let date, date.utf8.count > 16 else { return "" }
    let tail = date.suffix(6)
    let isOffset = (tail.hasPrefix("+") || tail.hasPrefix("-")) && tail.dropFirst(3).hasPrefix(":")
    return isOffset ? String(tail) : ""
  }

  private static func incident(_ record: JSONValue) -> ImportedIncident {
    let permalink = record.member("permalink")?.text
    let file = record.member("filename")?.text.map { Export(path: $0, contents: .text("")).stem }
    var incident = ImportedIncident(
      system: system, id: file ?? permalink ?? record.member("title")?.text ?? "", title: record.member("title")?.text)
    incident.url = permalink
    incident.started = instant(record.member("createdAt"))
    incident.resolved = record.member("resolved")?.flag == false ? nil : instant(record.member("resolvedAt"))
    incident.services = record.member("affected")?.names ?? []
    incident.notes = wording(record.member("severity")?.text)
    return incident
  }

  /// `2026-03-02 10:00:00 +0000 UTC`, as Go prints a time: the offset says it all.
  private static func instant(_ value: JSONValue?) -> Instant? {
    guard let text = value?.text else { return nil }
    let words = text.split(separator: " ")
    guard words.count > 3, words[2].hasPrefix("+") || words[2].hasPrefix("-") else { return value?.instant }
    return JSONValue.string(words.prefix(3).joined(separator: " ")).instant
  }

  private static func wording(_ severity: String?) -> [String] {
    severity.map { ["cState calls it '\($0)', which is public wording and no severity"] } ?? []
  }
}

extension FrontMatter {
  fileprivate func text(_ key: String) -> String? {
    entry(key)?.value.value.text.flatMap { JSONValue.string($0).text }
  }

  fileprivate func instant(_ key: String) -> Instant? { text(key).flatMap { JSONValue.string($0).instant } }

  /// The texts of a list, or the one text.
  fileprivate func texts(_ key: String) -> [String] {
    guard case .sequence(let items) = entry(key)?.value.value else { return [text(key)].compactMap { $0 } }
    return items.compactMap(\.value.text)
  }
}

/// The updates in the body of a cState issue, newest first as they stand there.
enum CStateBody {
  struct Block {
    let text: String
    let at: Instant?
    var isPostMortem = false
  }

  /// Paragraphs, of which those behind a post-mortem's heading are one block; times without an offset get the one given.
  static func blocks(of body: String, offset: String = "") -> [Block] {
    var blocks: [Block] = []
    var quotation: [String] = []
    var isQuoting = false
    for paragraph in paragraphs(of: body) {
      let (words, at) = track(paragraph, offset: offset)
      let plain = JSONValue.string(MarkdownText.plain(words)).text ?? ""
      let isRule = plain.utf8.allSatisfy { "-* ".utf8.contains($0) }
      if isRule {
        isQuoting = isQuoting && !paragraph.hasPrefix("---")
      } else if plain.lowercased().hasPrefix("post-mortem") || plain.lowercased().hasPrefix("postmortem") {
        isQuoting = true
        if plain.utf8.count > 14 { quotation.append(words) }
      } else if isQuoting, at == nil {
        quotation.append(words)
      } else {
        blocks.append(Block(text: plain, at: at))
      }
    }
    if !quotation.isEmpty {
      blocks.append(Block(text: quotation.joined(separator: "\n\n"), at: nil, isPostMortem: true))
    }
    return blocks
  }

  private static func paragraphs(of body: String) -> [String] {
    var paragraphs: [[Substring]] = [[]]
    for line in body.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false) {
      if line.utf8.allSatisfy({ $0 <= 0x20 }) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
  }

  /// The text without its short code, and the time that this states.
  private static func track(_ text: String, offset: String) -> (words: String, at: Instant?) {
    guard let open = text.firstRange(of: "{{<") ?? text.firstRange(of: "{{%"),
      let close = text[open.upperBound...].firstRange(of: "}}")
    else { return (text, nil) }
    let inside = text[open.upperBound..<close.lowerBound]
    let words = String(text[..<open.lowerBound] + text[close.upperBound...])
    guard inside.contains("track") else { return (words, nil) }
    let quoted = inside.split(whereSeparator: { "\"'`“”".contains($0) }).dropFirst().first
    guard let time = quoted.map(String.init) else { return (words, nil) }
    let isBare = (16...19).contains(time.utf8.count) && (time.utf8.last.map { (0x30...0x39).contains($0) } ?? false)
    let at = JSONValue.string(isBare ? time + offset : time).instant
    return (words, at)
  }
}
