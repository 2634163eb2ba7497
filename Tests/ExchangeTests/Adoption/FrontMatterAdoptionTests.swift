import Diagnostics
import Exchange
import KnowledgeBase
import PostMortems
import TestSupport
import Testing

@Suite("Front matter out of prose")
struct FrontMatterAdoptionTests {
  private func adoption(_ files: [(path: String, text: String)], rewritesKeys: Bool = false) throws -> Adoption {
    let knowledgeBase = Corpus(files: files).knowledgeBase()
    let postMortem = try #require(knowledgeBase.postMortems.first { $0.file == files[0].path })
    return Adoption(
      postMortem.draft, context: AdoptionContext(knowledgeBase), findings: [], rewritesKeys: rewritesKeys)
  }

  private func text(_ text: String, rewritesKeys: Bool = false) throws -> String {
    let adoption = try adoption([("x.md", text)], rewritesKeys: rewritesKeys)
    return String(decoding: adoption.frontMatter.bytes, as: UTF8.self)
  }

  private let body = "# Down\n\n**Date:** 2026-03-01\n\n## Timeline (UTC)\n\n- 10:00 a\n"

  @Test(arguments: [
    "# Down\n\n- Start time: 06/14/2024 9:42 PM EDT\n\n## Timeline\n\n- 9:42 PM a\n- 1:20 AM b\n",
    "---\ndate: 2024-06-18 09:00:00 +0100\n---\nOn June 14th, 2024 we were down.\n\n## Timeline (CET)\n\n- 9:42 a\n",
  ])
  func addsNothingToWhatItHasWritten(document: String) throws {
    let once = try text(document)
    #expect(once != document)
    #expect(try text(once) == once)
  }

  @Test func keepsTheDayAndTheRowsOfAStartInAnotherZone() throws {
    let body = "# Down\n\n- Start time: 06/14/2024 9:42 PM EDT\n\n## Timeline\n\n- 9:42 PM a\n"
    let before = try adoption([("x.md", body)])
    let after = try adoption([("x.md", String(decoding: before.frontMatter.bytes, as: UTF8.self))])
    #expect(after.draft.start?.day.iso == "2024-06-14")
    #expect(after.draft.timeline?.events.map { $0.at?.iso } == ["2024-06-15T01:42Z"])
  }

  @Test func saysNothingOfATitleThatStandsInItsHeading() throws {
    #expect(try adoption([("x.md", body)]).frontMatter.omitted.isEmpty)
  }

  @Test func standsInFrontOfABodyWithoutAny() throws {
    #expect(try text(body) == "---\ntimezone: UTC\nstarted: 2026-03-01\n---\n" + body)
  }

  @Test func keepsCarriageReturnsAndTheByteOrderMark() throws {
    let windows = "\u{FEFF}" + body.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let found = try text(windows)
    #expect(
      found.utf8.elementsEqual(
        ("\u{FEFF}---\r\ntimezone: UTC\r\nstarted: 2026-03-01\r\n---\r\n"
          + windows.unicodeScalars.dropFirst().map(String.init)
          .joined()).utf8))
  }

  @Test func keepsTheAuthorsKeysTheirOrderAndTheirComments() throws {
    let old = "---\n# by hand\nseverity: SEV2 # agreed\nstatus: draft\n---\n"
    #expect(
      try text(old + body)
        == "---\n# by hand\nseverity: SEV2 # agreed\nstatus: draft\ntimezone: UTC\nstarted: 2026-03-01\n---\n" + body)
  }

  @Test func fillsAKeyThatWasLeftEmpty() throws {
    let old = "---\nstarted: # when?\ntimezone: ~\n---\n"
    #expect(try text(old + body) == "---\nstarted: 2026-03-01 # when?\ntimezone: UTC\n---\n" + body)
  }

  @Test func standsInFrontOfTheTablesOfTOML() throws {
    let old = "+++\nseverity = \"SEV2\"\n\n[extra]\nteam = \"a\"\n+++\n"
    #expect(
      try text(old + body)
        == "+++\ntimezone = \"UTC\"\nstarted = \"2026-03-01\"\nseverity = \"SEV2\"\n\n[extra]\nteam = \"a\"\n+++\n"
        + body)
  }

  @Test(arguments: ["---\nseverity: [\n---\n", "---\n{severity: SEV2}\n---\n", "---\nseverity: SEV2\n"])
  func leavesFrontMatterAloneThatItCannotExtend(head: String) throws {
    let adoption = try adoption([("x.md", head + body)])
    #expect(!adoption.frontMatter.isChange && adoption.frontMatter.obstacle != nil)
  }

  @Test func writesNothingTheSecondTime() throws {
    for document in HouseDocument.all {
      let (text, _) = document.expectation()
      let path = document.path.hasSuffix(".md") ? document.path : document.path + ".md"
      let once = try adoption([(path, text)]).frontMatter.bytes
      let twice = try adoption([(path, String(decoding: once, as: UTF8.self))])
      #expect(!twice.frontMatter.isChange, "\(document)")
      #expect(once.suffix(text.utf8.count).elementsEqual(text.utf8) || text.hasPrefix("---"), "\(document)")
    }
  }

  @Test func renamesKeysOfOtherHousesOnlyWhenAsked() throws {
    let old = "---\ndate: 2026-03-01 # day\nsev: SEV2\n---\n"
    #expect(try text(old + body).hasPrefix("---\ndate: 2026-03-01 # day\nsev: SEV2\ntimezone: UTC\n---\n"))
    #expect(
      try text(old + body, rewritesKeys: true).hasPrefix(
        "---\nstarted: 2026-03-01 # day\nseverity: SEV2\ntimezone: UTC\n---\n"))
  }

  @Test func takesTheDateOfAPageForThatOfItsPublication() throws {
    let old = "---\ndate: 2026-03-09\n---\n"
    #expect(
      try text(old + body, rewritesKeys: true).hasPrefix(
        "---\npublished: 2026-03-09\ntimezone: UTC\nstarted: 2026-03-01\n---\n"))
  }
}

@Suite("Fields out of prose")
struct AdoptedFieldsTests {
  private func fields(_ text: String, settings: String = "", others: [(path: String, text: String)] = []) throws
    -> JSONValue
  {
    let files = [("x.md", text)] + others + (settings.isEmpty ? [] : [("debrief.yml", settings)])
    let knowledgeBase = Corpus(files: files).knowledgeBase()
    let draft = try #require(knowledgeBase.postMortems.first { $0.file == "x.md" }).draft
    return try #require(Adoption(draft, context: AdoptionContext(knowledgeBase), findings: []).json["fields"])
  }

  @Test func readsPhasesFromLabels() throws {
    let fields = try fields(
      """
      - **Started At**: Feb 1, 2026, 7:02 AM UTC
      - **Detected At**: Feb 1, 2026, 7:05 AM UTC
      - **Resolved At**: Feb 1, 2026, 8:15 AM UTC
      """)
    #expect(fields["started"]?["value"]?.string == "2026-02-01T07:02Z" && fields["started"]?["line"] == .int(1))
    #expect(fields["detected"]?["value"]?.string == "2026-02-01T07:05Z")
    #expect(fields["resolved"]?["value"]?.string == "2026-02-01T08:15Z" && fields["mitigated"] == nil)
  }

  @Test func derivesAnEndOnlyFromACertainStart() throws {
    let stated = try fields("**Start time:** 2026-02-01 07:00 UTC\n\n- Time to resolve: 1h 30m\n")
    #expect(stated["time_to_resolve"]?["value"] == .double(90))
    #expect(stated["resolved"]?["value"]?.string == "2026-02-01T08:30Z")
    let day = try fields("**Date:** 2026-02-01\n\n- Time to resolve: 1h 30m\n")
    #expect(day["time_to_resolve"]?["value"] == .double(90) && day["resolved"] == nil)
  }

  @Test func isUnsureOfAPhaseThatComesTooEarly() throws {
    let fields = try fields("**Started:** 2026-02-02 07:00 UTC\n\n**Resolved:** 2026-02-01 07:00 UTC\n")
    #expect(fields["resolved"]?["confidence"] == .double(0.3))
  }

  @Test(arguments: [
    ("SEV-2", "SEV2", 0.9), ("2", "SEV2", 0.9), ("P3 (minor)", "SEV3", 0.9), ("Severity 1", "SEV1", 0.9),
    ("P0", "P0", 0.3), ("Critical", "Critical", 0.3), ("SEV1 | SEV2", "SEV1 | SEV2", 0.3),
  ])
  func mapsASeverityOnlyWhenItFitsOneStep(written: String, value: String, confidence: Double) throws {
    let field = try fields("**Severity:** \(written)\n")["severity"]
    #expect(field?["value"]?.string == value && field?["confidence"] == .double(confidence))
  }

  @Test func mapsASeverityByTheMeaningOfTheScale() throws {
    let scale = "severities:\n  S1: critical outage\n  S2: major trouble\n"
    let field = try fields("**Severity:** Critical\n", settings: scale)["severity"]
    #expect(field?["value"]?.string == "S1" && field?["confidence"] == .double(0.9))
  }

  @Test(arguments: [
    ("The error-rate alert paged the on-call.", "alert", 0.8), ("Admin noticed service degradation.", "employee", 0.8),
    ("A customer wrote to support.", "customer", 0.8), ("An alert fired and customers complained.", "alert", 0.5),
  ])
  func readsHowItWasNoticed(text: String, source: String, confidence: Double) throws {
    let field = try fields("## Detection\n\n\(text)\n")["detection"]
    #expect(field?["value"]?["source"]?.string == source && field?["confidence"] == .double(confidence))
  }

  @Test func findsServicesCausesAndRelatedDocuments() throws {
    let settings = "services:\n  edge-proxy: {title: Edge proxy}\n  billing: {title: Billing}\n"
    let fields = try fields(
      "# Edge proxy down\n\n## Root cause\n\nRegex backtracking, as in [March](old%20one.md).\n", settings: settings,
      others: [
        ("old one.md", "# March\n"),
        ("causes/regex.md", "---\ntitle: Catastrophic regex\naliases: [regex backtracking]\n---\n"),
      ])
    #expect(fields["services"]?["value"] == .strings(["edge-proxy"]))
    #expect(fields["root_causes"]?["value"] == .strings(["regex"]) && fields["root_causes"]?["line"] == .int(3))
    #expect(fields["related"]?["value"]?.items?.count == 1)
  }
}
