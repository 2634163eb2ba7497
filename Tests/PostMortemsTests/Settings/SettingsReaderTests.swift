import Diagnostics
import PostMortems
import Testing

@Suite("Settings")
struct SettingsReaderTests {
  private func read(_ text: String) -> (settings: Settings, findings: [Finding]) {
    SettingsReader.read(SourceFile(path: "debrief.yml", text: text))
  }

  @Test func readsEveryKey() {
    let (settings, findings) = read(
      """
      title: Outages
      description: What we learned
      base_url: https://example.org/kb/
      timezone: Europe/Berlin
      audience: public
      edit_url: https://code.example/{file}
      severities: {S1: worst, S2: bad}
      services: {api: {title: API, team: core, description: The API}, web: Website, jobs: }
      teams: [core]
      vocabularies: {trigger: [deploy], detection: [alert], mitigation: [rollback], control: [canary], cause_category: [software]}
      keys: {outage_began: started}
      sections: {required: [timeline], severity: {S1: [impact]}, kind: {drill: [lessons learned]}}
      required: [title]
      policy: {publish_within_days: 10, review: [S1]}
      exposure: {deploys: {2025-07: 310, 2025-08: 290.5}}
      rules: {missing-section: warning, unknown-key: off}
      """)
    #expect(findings.isEmpty)
    #expect(settings.exposures == [Exposure(name: "deploys", months: ["2025-07": 310, "2025-08": 290.5])])
    #expect(settings.baseURL == "https://example.org/kb")
    #expect(settings.rank(of: "S2") == 2 && settings.rank(of: "SEV1") == nil)
    #expect(settings.services.map(\.title) == ["API", "Website", "jobs"])
    #expect(settings.vocabularies.services.isClosed && settings.vocabularies.trigger.words == ["deploy"])
    #expect(settings.keys["outage_began"] == "started" && settings.keys["date"] == "started")
    #expect(settings.sections.required(severity: "S1", kind: "incident") == [.timeline, .impact])
    #expect(settings.sections.required(severity: nil, kind: "drill") == [.lessonsLearned])
    #expect(settings.policy.publishWithinDays == 10)
    #expect(settings.asksForReview(of: "S1") && !settings.asksForReview(of: "S2"))
    #expect(settings.ruleLevels["missing-section"] == .warning && settings.ruleLevels["unknown-key"] == .off)
  }

  @Test(arguments: [
    ("titel: x", "key 'titel' is not known; did you mean 'title'?"),
    ("rules: {missing-section: fatal}", "value 'fatal' is not known"),
    ("sections: {required: [timelin]}", "section 'timelin' is not known; did you mean 'timeline'?"),
    ("vocabularies: [a]", "expected a map and found a list"),
    ("policy: {publish_within_days: soon}", "expected a number of days and found text"),
    ("policy: {publish_in_days: 5}", "key 'publish_in_days' is not known; did you mean 'publish_within_days'?"),
  ])
  func saysWhatCannotBeUsed(text: String, message: String) {
    #expect(read(text).findings.map(\.message) == [message])
  }

  @Test func asksForReviewsOfTheTwoGravestSeverities() {
    let settings = read("severities: [A, B, C]").settings
    #expect(["A", "B", "C", "D"].map(settings.asksForReview) == [true, true, false, false])
    #expect(settings.policy.publishWithinDays == 30)
  }

  @Test func takesAnEmptyFileForTheDefaults() {
    #expect(read("").findings.isEmpty)
    #expect(read("# nothing\n").settings.severities.map(\.name) == ["SEV1", "SEV2", "SEV3", "SEV4", "SEV5"])
  }

  @Test func saysWhichMonthOfAnExposureCannotBeRead() {
    let (settings, findings) = read("exposure: {deploys: {2025-13: 3, July: 4, 2025-08: many, 2025-09: 5}}")
    #expect(settings.exposures == [Exposure(name: "deploys", months: ["2025-09": 5])])
    #expect(findings.count == 3 && findings.allSatisfy { $0.rule == "invalid-settings" })
  }

  @Test func readsOnWhereBytesAreNoUTF8AndKeysAreRepeated() {
    let repeated = (0..<40).map { _ in "people: {a: b}\n" }.joined()
    let bytes = Array("title: x\n".utf8) + [UInt8](repeating: 0xAC, count: 60) + Array("\n\(repeated)".utf8)
    let (settings, findings) = SettingsReader.read(SourceFile(path: "debrief.yml", bytes: bytes))
    #expect(findings.first?.rule == "invalid-utf-8" && findings.first?.span.start == 9)
    #expect(settings.title == "x")
  }
}
