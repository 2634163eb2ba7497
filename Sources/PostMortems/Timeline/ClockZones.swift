internal import Diagnostics
package import Markdown

/// The one zone that a document's times carry outside its timeline: `offline from 13:37 till 19:05 CEST`, `Time zone: GMT`.
package enum ClockZones {
  /// Nil where no time has a zone or several zones are named.
  package static func zone(of document: Document) -> Zone? {
    if let labelled = labelled(document) { return labelled }
    var found: Zone?
    for node in document.nodes {
      guard case .text(let run) = node.kind else { continue }
      let bytes = document.bytes(run)
      guard bytes.contains(where: \.isASCIIDigit) else { continue }
      for zone in zones(in: Array(bytes)) {
        if let found, found != zone { return nil }
        found = zone
      }
    }
    return found
  }

  /// The zones right behind clocks.
  private static func zones(in text: [UInt8]) -> [Zone] {
    var zones: [Zone] = []
    var cursor = ByteCursor(text)
    while !cursor.isAtEnd {
      let isStart = cursor.peek().isASCIIDigit && !cursor.peek(-1).isASCIIDigit && cursor.peek(-1) != UInt8(ascii: ".")
      guard isStart, cursor.clock() != nil else {
        cursor.index += 1
        continue
      }
      _ = cursor.hourWord()
      if let zone = cursor.zone() { zones.append(zone) }
    }
    return zones
  }

  /// Whether the first letter is one of the names below, or no ASCII letter.
  private static func mayNameZone(_ label: ArraySlice<UInt8>) -> Bool {
    guard let first = label.first(where: { $0.isASCIILetter || $0 >= 0x80 }) else { return false }
    return first >= 0x80 || "tzf".utf8.contains(first | 0x20)
  }

  /// `Time zone: Europe/Berlin`, `| Timezone | GMT |`.
  private static func labelled(_ document: Document) -> Zone? {
    guard let body = document.blocks.first.map({ document.nodes[$0].span.start }) else { return nil }
    let source = document.source
    var isFenced = false
    for line in source.line(at: body)...max(source.lineStarts.count, source.line(at: body)) {
      let text = LabelledLine(source.bytes, source.lineSpan(line))
      if text.isFence { isFenced.toggle() }
      guard !isFenced, let label = text.labelPlace, label.words.count < 24, mayNameZone(source.bytes[label.words])
      else { continue }
      let words = String(decoding: source.bytes[label.words], as: UTF8.self).lowercased().filter { $0.isLetter }
      guard ["timezone", "zeitzone", "tz", "fuseauhoraire", "zonahoraria", "tijdzone"].contains(words) else { continue }
      let value = text.value(from: label.end)
      if let zone = Zone(value) ?? DateFinder.zone(in: Array(value.utf8)) { return zone }
    }
    return nil
  }
}
