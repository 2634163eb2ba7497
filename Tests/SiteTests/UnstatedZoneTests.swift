import TestSupport
import Testing

/// Times whose zone nobody stated stand as they were written.
@Suite struct UnstatedZoneTests {
  @Test func saysOnceThatNoRowHasAZone() throws {
    let main = try page("started: 2026-02-03 14:42", "- 2026-02-03 14:42 down\n- 15:10 up\n")
    #expect(main.contains("Zone not stated: these times are shown as they were written."))
    #expect(main.contains("<time datetime=\"2026-02-03T14:42\">14:42</time>"))
    #expect(!main.contains("T14:42Z") && !main.contains("T15:10Z"))
  }

  @Test func saysItBesideAMomentOfTheFrontMatter() throws {
    let main = try page("started: 2026-02-03 14:42", "- 2026-02-03 15:10Z up\n")
    #expect(
      main.contains("<time datetime=\"2026-02-03T14:42\">14:42</time> <span class=\"since\">zone not stated</span>"))
    #expect(main.contains("<time datetime=\"2026-02-03T15:10Z\">15:10</time>"))
  }

  @Test func saysNothingWhereTheDocumentStatesItsZone() throws {
    let main = try page("started: 2026-02-03 14:42\ntimezone: Europe/Berlin", "- 2026-02-03 14:42 down\n")
    #expect(!main.lowercased().contains("zone not stated"))
    #expect(main.contains("T13:42Z"))
  }

  private func page(_ fields: String, _ rows: String) throws -> String {
    try RenderedSite("-- a.md --\n---\nid: PM-1\ntitle: A\n\(fields)\n---\n## Timeline\n\n\(rows)")
      .main("incidents/pm-1/index.html")
  }
}
