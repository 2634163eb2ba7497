import PostMortems
import Testing

@testable import Exchange

@Suite("Names, addresses and secrets of exports")
struct RedactionTests {
  private func clean(_ text: String, people: [String: String] = [:], settings: Settings = Settings()) -> String {
    var redaction = Redaction(people: people, settings: settings)
    let marked = redaction.clean(text)
    let labels = PersonLabels(redaction.persons, appearing: Person.indices(in: marked), known: [:])
    return Person.labelled(marked, labels.labels)
  }

  @Test func peopleBecomeRolesHoweverTheyAreWritten() {
    let people = ["Ada Quill": "incident-commander", "bram.oake@shop.test": "responder", "U024BE7LH": "responder"]
    #expect(
      clean("ADA QUILL asked @bram.oake; Bram Oake told Ada, U024BE7LH and <@U024BE7LH>", people: people)
        == "incident-commander asked responder 1; Bram Oake told incident-commander, responder 2 and <responder 2>")
    #expect(clean("Quill: rolled back", people: people) == "incident-commander: rolled back")
    #expect(
      clean("by kim, kimchi and the kim tool", people: ["kim": "responder"]) == "by responder, kimchi and the kim tool")
  }

  @Test func wordsThatAreNamesTooStay() {
    #expect(clean("Will it page? May be.", people: ["Will Page": "responder"]) == "Will it page? May be.")
    #expect(clean("Will Page restarted it", people: ["Will Page": "responder"]) == "responder restarted it")
  }

  @Test func theSettingsRoleWins() {
    var settings = Settings()
    settings.people = ["Ada Quill": "scribe", "@bram": "on-call"]
    #expect(
      clean("Ada Quill and @bram", people: ["Ada Quill": "incident-commander"], settings: settings)
        == "scribe and on-call")
  }

  @Test func teamsAndPackagesAreNoPeople() {
    var settings = Settings()
    settings.teams = [CatalogueEntry(slug: "edge", title: "Edge")]
    #expect(
      clean("@edge @here updated @babel/core, @dana asked", settings: settings)
        == "@edge @here updated @babel/core, responder asked")
  }

  @Test func addressesAndNumbersAreMasked() {
    #expect(
      clean("jo@example.com, +49 30 901820 11, (555) 010-4477, 555-010-4477 called; 4711-12-13 git@host.io:a/b")
        == "\(LineText.addressMark), (telephone number), (telephone number), (telephone number) called; 4711-12-13 git@host.io:a/b"
    )
  }

  @Test func secretsGoFirstAndAreNamed() throws {
    let token = "ghp_" + "a8Zk3LmQ92xVb7RtY5uWc1NpEs4DfGh6JiKo"
    let text = AlertPayloads.pagerDutyNotes.replacing("Rolled back", with: "With \(token) rolled back")
    let incident = try #require(merged([text]).first)
    #expect(incident.rows.map(\.text).contains("responder 1: With (redacted) rolled back build 4711"))
    #expect(incident.masked == ["a GitHub token 'ghp_…'"])
    #expect(!IncidentImport(settings: Settings()).draft(of: incident).contains(token.dropFirst(6)))
  }

  @Test func hiddenAndControlCharactersGo() {
    #expect(clean("a\u{202E}b\u{200B}c\u{7}d\u{E000}7\u{E001}e") == "abc d7e")
  }

  @Test func noNameOfAnyPayloadIsInItsDraft() {
    let names = ["Ada", "Quill", "Bram", "Oake", "Cleo", "Marsh", "dana", "Fern", "Holt", "shop.test>", "@shop.test"]
    for (name, text) in AlertPayloads.all {
      for incident in IncidentMerge.incidents(of: yield([text]), settings: Settings()).incidents {
        let draft = IncidentImport(settings: Settings(), includesChatter: true).draft(of: incident)
        for word in names { #expect(!draft.contains(word), "\(name) keeps \(word)") }
      }
    }
  }
}
