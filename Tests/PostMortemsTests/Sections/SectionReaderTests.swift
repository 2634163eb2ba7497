import Diagnostics
import Markdown
import PostMortems
import Testing

@Suite("Sections")
struct SectionReaderTests {
  private func read(_ text: String) -> (document: Document, sections: [Section]) {
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: text))
    return (document, SectionReader.sections(of: document))
  }

  private func roles(_ text: String) -> [String] {
    read(text).sections.compactMap(\.role?.rawValue)
  }

  private func content(_ role: SectionRole, _ text: String) -> String? {
    let (document, sections) = read(text)
    return sections.first { $0.role == role }.map {
      document.plainText(from: $0.content.lowerBound, to: $0.content.upperBound)
    }
  }

  @Test(arguments: [
    ("Timeline", "timeline"), ("TIMELINE:", "timeline"), ("📅 Timeline", "timeline"), (":clock1: Timeline", "timeline"),
    ("3. Timeline of events", "timeline"), ("Timeline (all times in UTC)", "timeline"),
    ("Timeline (PDT), May 9 to 12, all times approximations", "timeline"), ("Incident timeline", "timeline"),
    ("Root Cause(s)", "root-cause"), ("Why did it happen?", "root-cause"), ("Five Why’s", "five-whys"),
    ("Contributing factors (findings)", "contributing-factors"), ("🛫 Leadup", "contributing-factors"),
    ("Action items {#actions}", "action-items"), ("Immediate actions (completed)", "action-items"),
    ("What we're doing about it", "action-items"), ("Corrective and Preventative Measure(s)", "action-items"),
    ("Resolution and recovery", "resolution"), ("How were users affected? Impact", "impact"), ("Impact", "impact"),
    ("What happend", "summary"), ("TL;DR", "summary"), ("Lessons Learnt", "lessons-learned"),
    ("Where we got lucky", "lucky"), ("First check at 2 a.m.", "first-check"), ("Analysis", "nil"), ("Paul", "nil"),
    ("Response", "resolution"), ("Atendees", "people"),
  ])
  func knowsWhatAuthorsCallThem(heading: String, role: String) {
    let title = HeadingAnchors.split(heading).text
    #expect(SectionTitle.role(of: title)?.rawValue ?? "nil" == role)
  }

  @Test func readsHeadingsOfEveryForm() {
    #expect(
      roles("## Summary ##\n\nx\n\nTimeline\n--------\n\nx\n\n##Root cause\n\nx\n") == [
        "summary", "timeline", "root-cause",
      ])
  }

  @Test func readsBoldLinesAndLabels() {
    let text = "# Outage\n\n**Impact**\n\nMany.\n\n**Root cause:** a full disk\n\n- **Detection**: an alert\n- other\n"
    #expect(roles(text) == ["impact", "root-cause", "detection"])
    #expect(content(.impact, text) == "Many.")
    #expect(content(.rootCause, text)?.contains("a full disk") == true)
    #expect(content(.detection, text) == ": an alert")
  }

  @Test func ignoresHeadingsInsideCode() {
    #expect(roles("# Outage\n\n```\n## Timeline\n```\n") == [])
  }

  @Test func ignoresBoldWordsOfRowsAndItems() {
    #expect(
      roles("## Timeline\n\n**Detection:** 10:00 paged\n\n## Action items\n\n**Mitigation**\n\n- x\n") == [
        "timeline", "action-items",
      ])
  }

  @Test func endsASectionAtAHeadingOfItsRank() {
    let text = "## Timeline\n\n### Day one\n\n- 10:00 down\n\n## Root cause\n\nx\n"
    #expect(content(.timeline, text) == "Day one\n10:00 down")
  }

  @Test func keepsHeadingsThatAreOnlyDatesInTheirTimeline() {
    let text = "## Timeline\n\n_All times in CET_\n\n## May 12\n\n### 20:15\n\nTicket opened\n\n## Root cause\n\nx\n"
    #expect(content(.timeline, text)?.contains("Ticket opened") == true)
    #expect(content(.rootCause, text) == "x")
  }

  @Test func leavesFootnotesToNoSection() {
    #expect(content(.actionItems, "## Action items\n\n- fix it[^1]\n\n[^1]: a source\n") == "fix it")
  }

  @Test func placesATitleByItsLine() {
    let (document, sections) = read("---\ntitle: x\n---\n\ntext\n\n## Timeline\n\nx\n")
    #expect(sections.map { document.source.position(at: $0.titleSpan.start).line } == [5, 7])
  }
}
