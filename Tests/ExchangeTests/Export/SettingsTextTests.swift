import Diagnostics
import Exchange
import PostMortems
import Testing

@Suite("The settings in force as text")
struct SettingsTextTests {
  private func settings(_ yaml: String) -> Settings {
    let (settings, findings) = SettingsReader.read(SourceFile(path: "debrief.yml", text: yaml))
    #expect(findings.isEmpty, "\(findings.map(\.message))")
    return settings
  }

  private func reread(_ yaml: String) -> Settings { settings(SettingsText.yaml(settings(yaml))) }

  @Test func sayTheDefaultsWhereThereAreNone() {
    #expect(SettingsText.yaml(reread("title: Post-mortems\n")) == SettingsText.yaml(Settings()))
  }

  @Test func areReadAsTheSameSettings() {
    let read = reread(
      """
      title: "{a: [b]}: #c"
      description: "two\\nlines \\\\ \\" \\U0001F692"
      base_url: https://kb.example.org/
      timezone: Europe/Vienna
      audience: internal
      edit_url: https://git.example.org/{file}
      severities: {P0: "all, of: it", "1": no, yes: ""}
      services: {edge: {title: "Edge: the first", team: a, tier: 1}, "on": {title: ""}}
      teams: [a, "b c"]
      vocabularies: {trigger: [deploy, moon], control: []}
      keys: {began: started, date: null, end: mitigated}
      required: [title]
      sections: {required: [], severity: {P0: [impact]}, kind: {drill: [lessons-learned]}}
      policy:
        publish_within_days: 5
        review: []
        action_weeks: {}
        due: {severity: [P0, SEV-9], downtime_minutes: null, data_loss: false, responders: 7, found_by: [], tier: [gold], within_days: 3}
      waivers: {INC-1: "a test: of the page"}
      exposure: {deploys: {2025-07: 310.5, 2025-08: 0}}
      rules: {missing-section: note}
      people: {"@first": incident-commander, second: ""}
      skeletons: {severity: {P0: minor}, kind: {drill: big}}
      """)
    #expect(read.title == "{a: [b]}: #c" && read.description == "two\nlines \\ \" 🚒")
    #expect(read.baseURL == "https://kb.example.org" && read.timezone == "Europe/Vienna" && read.audience == "internal")
    #expect(read.editURL == "https://git.example.org/{file}")
    #expect(read.severities.map(\.name) == ["P0", "1", "yes"] && read.severities[1].meaning == "no")
    #expect(read.services.map(\.title) == ["Edge: the first", ""] && read.services[0].tier == "1")
    #expect(read.teams.map(\.slug) == ["a", "b c"] && read.vocabularies.teams.isClosed)
    #expect(read.vocabularies.trigger == Vocabulary(["deploy", "moon"], isClosed: true))
    #expect(read.vocabularies.control == Vocabulary([], isClosed: true) && !read.vocabularies.detection.isClosed)
    #expect(read.keys["began"] == "started" && read.keys["date"] == nil && read.keys["end"] == "mitigated")
    #expect(read.requiredFields == ["title"] && read.sections.always.isEmpty)
    #expect(read.sections.bySeverity == ["P0": [.impact]] && read.sections.byKind == ["drill": [.lessonsLearned]])
    #expect(read.policy.publishWithinDays == 5 && read.policy.review == [] && read.policy.actionWeeks == [:])
    #expect(read.policy.due.severities == ["P0", "SEV-9"] && read.policy.due.downtimeMinutes == nil)
    #expect(!read.policy.due.dataLoss && read.policy.due.rollback && read.policy.due.responders == 7)
    #expect(read.policy.due.foundBy.isEmpty && read.policy.due.tiers == ["gold"] && read.policy.due.withinDays == 3)
    #expect(read.policy.waivers == ["INC-1": "a test: of the page"])
    #expect(read.exposures == [Exposure(name: "deploys", months: ["2025-07": 310.5, "2025-08": 0])])
    #expect(read.ruleLevels == ["missing-section": .note])
    #expect(read.people == ["@first": "incident-commander", "second": ""])
    #expect(read.skeletons.bySeverity == ["P0": "minor"] && read.skeletons.byKind == ["drill": "big"])
  }

  @Test func nameNobodyWhereTheyAreForEverybody() {
    let read = reread("audience: public\npeople: {\"@first\": scribe}\n")
    #expect(read.people.isEmpty && read.audience == "public")
  }

  @Test func leaveOutPathsBesideTheSettings() {
    #expect(reread("input: docs\nincidents: saved.json\n").input == nil)
  }
}
