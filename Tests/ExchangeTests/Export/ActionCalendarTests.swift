import Exchange
import KnowledgeBase
import PostMortems
import TestSupport
import Testing

@Suite("The calendar of due dates")
struct ActionCalendarTests {
  private func calendar(_ items: String, matter: String = "severity: SEV3", team: String? = nil) -> String {
    let base = Corpus(
      "---\nid: PM-1\ntitle: A title, with; marks\nstarted: 2026-03-01T10:30Z\n\(matter)\n---\n## Action items\n\n\(items)\n"
    ).knowledgeBase()
    let addresses = PageAddresses(
      base: "https://kb.example.org",
      paths: .init(
        home: "", actions: "", causes: "", incidents: "", trends: "", postMortem: { "incidents/\($0.slug)/index.html" },
        cause: { _ in "" }))
    return String(
      decoding: ActionCalendar.document(of: base, ExportOptions(addresses: addresses, team: team)), as: UTF8.self)
  }

  private func unfolded(_ text: String) -> [Substring] {
    text.replacing("\r\n ", with: "").split(separator: "\r\n")
  }

  private func values(_ name: String, _ text: String) -> [Substring] {
    unfolded(text).filter { $0.hasPrefix("\(name):") }.map { $0.dropFirst(name.count + 1) }
  }

  @Test func hasADayForEveryOpenPromise() {
    let text = calendar(
      """
      - [ ] Bound it, now; or \\never (owner: @edge, due: 2026-07-01)
      - [x] Done (due: 2026-07-02)
      - [ ] Undated
      - [-] Declined (due: 2026-07-03, declined: no)
      """)
    #expect(values("DTSTART;VALUE=DATE", text) == ["20260701"] && values("DTEND;VALUE=DATE", text) == ["20260702"])
    #expect(values("DTSTAMP", text) == ["20260301T103000Z"])
    #expect(values("SUMMARY", text).first?.hasPrefix(#"Due: Bound it\, now\; or "#) == true)
    #expect(values("URL", text) == ["https://kb.example.org/incidents/pm-1/index.html"])
  }

  @Test func saysWhereADayIsOnlyTheServiceLevel() {
    let text = calendar("- [ ] Bound it (owner: @edge)", matter: "severity: SEV1")
    #expect(values("DTSTART;VALUE=DATE", text) == ["20260329"])
    #expect(values("DESCRIPTION", text).first?.contains(#"SEV1 items are due within 4 weeks"#) == true)
  }

  @Test func foldsAtSeventyFiveOctetsBetweenCharacters() {
    let long = String(repeating: "größe 🚒 ", count: 40)
    let text = calendar("- [ ] \(long) (owner: @edge, due: 2026-07-01)")
    for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
      #expect(line.utf8.count <= 75 && !line.contains("\u{FFFD}"))
    }
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    #expect(values("SUMMARY", text).first?.contains(long.dropLast()) == true)
  }

  @Test func keepsTheKeyOfAnItemWhenAnotherComesBeforeIt() throws {
    let one = values("UID", calendar("- [ ] One (due: 2026-07-01)"))
    let two = values("UID", calendar("- [ ] Zero (due: 2026-07-01)\n- [ ] One (due: 2026-08-01)"))
    #expect(one.count == 1 && two.count == 2 && two.last == one.first)
    let equal = values("UID", calendar("- [ ] One (due: 2026-07-01)\n- [ ] One (due: 2026-07-01)"))
    #expect(Set(equal).count == 2)
  }

  @Test func keepsOutWhatNobodyHerePromised() {
    let item = "- [ ] One (due: 2026-07-01)"
    #expect(values("UID", calendar(item, matter: "origin: external")).isEmpty)
    #expect(values("UID", calendar(item, matter: "status: draft")).isEmpty)
  }

  @Test func narrowsToATeam() {
    let items = "- [ ] One (owner: @edge, due: 2026-07-01)\n- [ ] Two (owner: @core, due: 2026-07-01)"
    #expect(values("SUMMARY", calendar(items, team: "core")) == ["Due: Two"])
  }

  @Test func isACalendarEvenWhenEverythingIsDone() {
    #expect(calendar("- [x] One").contains("BEGIN:VTIMEZONE\r\n"))
  }
}
