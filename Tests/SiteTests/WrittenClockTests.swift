import Testing

@testable import Site

/// The incident's own zone beside UTC.
@Suite struct WrittenClockTests {
  @Test(arguments: [
    ("2026-02-03T14:42+01:00", "14:42 +01:00"), ("\"2026-02-03 14:42:10.5 CET\"", "14:42 CET"),
    ("2026-02-03 14:42 -0800", "14:42 -0800"),
  ])
  func keepsTheClockAndTheZone(source: String, expected: String) {
    #expect(WrittenClock.text(source) == expected)
  }

  @Test(arguments: ["2026-02-03T14:42Z", "2026-02-03T14:42", "2026-02-03", "14:42 UTC", "", ":", "14:4", "14:42 about"])
  func saysNothingWithoutAZoneOfItsOwn(source: String) {
    #expect(WrittenClock.text(source) == nil)
  }

  @Test func standsBesideUTCOnThePage() throws {
    let site = RenderedSite(
      """
      -- a.md --
      ---
      id: PM-1
      title: A
      started: 2026-02-03T14:42+01:00
      ---
      ## Timeline

      - 2026-02-03 13:50 UTC - 14:10 UTC a long one
      """)
    let main = try site.main("incidents/pm-1/index.html")
    #expect(main.contains("datetime=\"2026-02-03T13:42Z\">13:42 <abbr"))
    #expect(main.contains("14:42 +01:00 as written"))
    #expect(main.contains(" to <time datetime=\"2026-02-03T14:10Z\">14:10</time>"))
  }
}
