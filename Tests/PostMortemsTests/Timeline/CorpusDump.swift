import Diagnostics
import Foundation
import Markdown
import PostMortems
import Testing

@Suite struct CorpusDump {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["DUMP"] != nil)) func dump() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "shared/corpora")
    let want = ProcessInfo.processInfo.environment["DUMP"] ?? ""
    var out = ""
    guard let walker = FileManager.default.enumerator(atPath: root.path) else { return }
    for path in walker.compactMap({ $0 as? String }).sorted()
    where (path.hasSuffix(".md") || path.hasSuffix(".qmd")) && (want == "all" || path.contains(want)) {
      let document = DocumentParser.parse(
        SourceFile(path: path, bytes: Array(try Data(contentsOf: root.appending(path: path)))))
      let draft = DraftReader.read(document, settings: Settings())
      for section in draft.sections where section.role == .timeline {
        let reading = TimelineReader.read(
          document: document, section: section,
          context: TimelineContext(day: draft.date?.day))
        out +=
          "===== \(path) [\(section.title)] day \(draft.date?.day.iso ?? "-") zone \(reading.statedZone?.name ?? "-") rows \(reading.events.count)\n"
        for event in reading.events {
          let line = document.source.position(at: event.timeSpan.start).line
          let content = event.content.isEmpty ? "∅" : "+\(event.contentOffset)"
          out +=
            "\(line): \(event.at?.iso ?? "NIL")\(event.until.map { "…" + $0.iso } ?? "")\(event.isApproximate ? "~" : "")\(event.hasZone ? "" : "?") «\(document.source.text(event.timeSpan))» \(event.marker.map { "{\($0)} " } ?? "")\(content) \(event.text.prefix(70))\n"
        }
        for finding in reading.findings { out += "  ! \(finding.rule) \(finding.message)\n" }
        for node in reading.rest {
          out += "  rest: \(document.plainText(of: node).prefix(80).replacingOccurrences(of: "\n", with: "⏎"))\n"
        }
      }
    }
    try out.write(toFile: "/tmp/tl/dump.txt", atomically: true, encoding: .utf8)
  }
}
