import Diagnostics
import PostMortems
import Testing

@Suite("The policy on post-mortems and action items")
struct PolicyTests {
  private func read(_ text: String) -> (settings: Settings, findings: [Finding]) {
    SettingsReader.read(SourceFile(path: "debrief.yml", text: text))
  }

  @Test func givesTheTwoGravestFourAndEightWeeks() {
    let settings = Settings()
    #expect(["SEV1", "SEV2", "SEV3"].map { settings.actionWeeks(of: $0) } == [4, 8, nil])
    #expect(settings.dueSeverities == ["SEV1", "SEV2"])
  }

  @Test func takesServiceLevelsFromTheSettingsAlone() {
    let (settings, findings) = read("policy:\n  action_weeks: {SEV3: 12}\n")
    #expect(findings.isEmpty)
    #expect(["SEV1", "SEV3"].map { settings.actionWeeks(of: $0) } == [nil, 12])
  }

  @Test func keepsTheDefaultOfEveryCriterionThatIsNotWritten() {
    let (settings, findings) = read(
      "policy:\n  due: {severity: [SEV1], downtime_minutes: , rollback: false, tier: [gold], within_days: 5}\n")
    #expect(findings.isEmpty)
    let due = settings.policy.due
    #expect(due.severities == ["SEV1"] && due.downtimeMinutes == nil && !due.rollback && due.dataLoss)
    #expect(due.tiers == ["gold"] && due.withinDays == 5 && due.responders == 5 && due.foundBy == ["customer"])
  }

  @Test func readsWaiversWithTheirReasons() {
    let (settings, findings) = read(
      "waivers: {INC-1: a test of the page}\npolicy:\n  waivers: {INC-2: planned work}\nincidents: saved.json\n")
    #expect(findings.isEmpty)
    #expect(settings.policy.waivers == ["INC-1": "a test of the page", "INC-2": "planned work"])
    #expect(settings.incidents == "saved.json")
  }

  @Test(arguments: [
    ("waivers: {INC-1: }", "the reason why 'INC-1' needs no post-mortem"),
    ("policy:\n  action_weeks: {SEV1: soon}", "a number of weeks"),
    ("policy:\n  action_weeks: {SEVI: 4}", "did you mean 'SEV1'"),
    ("policy:\n  due: {severity: [SEVI]}", "did you mean 'SEV1'"),
    ("policy:\n  due: {rollback: perhaps}", "true or false"),
    ("policy:\n  due: {responders: 0}", "a number of people"),
    ("policy:\n  due: {downtime: 3}", "'downtime' is not known"),
  ])
  func reportsWhatCannotBeUsed(text: String, words: String) throws {
    let finding = try #require(read(text).findings.first)
    #expect(finding.message.contains(words), "\(finding.message)")
  }

  @Test func comparesWithTheScaleWhereverItStands() {
    let (settings, findings) = read(
      "policy:\n  due: {severity: [critical]}\nseverities: [critical, major]\nservices:\n  shop: {tier: 1}\n")
    #expect(findings.isEmpty)
    #expect(settings.severity(named: "CRITICAL")?.name == "critical" && settings.services.first?.tier == "1")
  }

  @Test func knowsASeverityByOtherSpellings() {
    #expect(["sev-2", "SEV 2", "Sev2"].map { Settings().severity(named: $0)?.name } == ["SEV2", "SEV2", "SEV2"])
    #expect(Settings().severity(named: "high") == nil)
  }
}
