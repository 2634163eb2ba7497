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

  @Test(arguments: [
    ("login password=hunter2 ok", "login password=(redacted) ok"),
    ("DB_PASSWORD=Summer2026!", "DB_PASSWORD=(redacted)"),
    ("run --password Summer2026! now", "run --password (redacted) now"),
    ("api_key=abcdef1234567890&x=1", "api_key=(redacted)&x=1"),
    ("Authorization: Bearer abcdEFGH1234ijkl", "Authorization: Bearer (redacted)"),
    ("Authorization: Basic dXNlcjpwYXNz", "Authorization: Basic (redacted)"),
    ("redis://:Summer2026@cache/0", "redis://:(redacted)@cache/0"),
    ("Cookie: session=abc; theme=dark", "Cookie: (redacted)"),
    ("https://blob.test/x?sv=1&sig=aB%2Fc", "https://blob.test/x?sv=1&sig=(redacted)"),
    ("curl -u admin:pw1 host", "curl -u admin:(redacted) host"),
    ("mysql -h db -pS3cret orders", "mysql -h db -p(redacted) orders"),
    (#"{"password": "Zx81 q"}"#, #"{"password": "(redacted) q"}"#),
    ("key AKIAIOSFODNN7EXAMPLE leaked", "key (redacted) leaked"),
    ("AccountKey=abc==;Endpoint=x", "AccountKey=(redacted);Endpoint=x"),
  ])
  func valuesBehindTellingWordsGo(text: String, expected: String) {
    #expect(clean(text) == expected)
  }

  @Test(arguments: [
    "the token: expired", "password=null", "a new design: blue", "rollback of the secret store",
    "PASSWORD=${DB_PASSWORD}",
    "reset the password: see the runbook", "at 10:45 checkout=down", "https://host:8080/path@v2",
  ])
  func proseAboutSecretsStays(text: String) {
    #expect(clean(text) == text)
  }

  @Test func aTitleIsCutBehindTheCleaningAndNeverInsideAPerson() {
    var redaction = Redaction(people: [:], settings: Settings())
    let words = String(repeating: "a ", count: 40)
    let text = redaction.clean(words + "wrote mail to jane.doe@corp.example and @jane went")
    #expect(!Person.cut(text, to: 100).contains("jane"))
    for count in 0..<text.count {
      let cut = Person.cut(text, to: count)
      #expect(!Person.labelled(cut, [0: "responder"]).unicodeScalars.contains { Person.reserved.contains($0) })
    }
  }

  @Test func alertsOfRulesLoseSecretsToo() {
    let alert = CataloguedAlert(
      name: "Down", summary: "call jane.doe@corp.example password=Xk29", runbook: "https://bob:Zk29slDDk2lsZZ@w/x")
    let cleaned = IncidentImport.cleaned(alert, settings: Settings())
    #expect(cleaned.summary == "call \(LineText.addressMark) password=(redacted)" && cleaned.runbook == nil)
  }

  @Test func anAlertWithAPipeInItsNameStaysOne() {
    var page = AlertPage()
    page.add([CataloguedAlert(name: "A|B")])
    var again = AlertPage(page.text(updating: nil))
    again.add([CataloguedAlert(name: "A|B")])
    #expect(again.alerts.map(\.name) == ["AB"])
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
