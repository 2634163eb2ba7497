import Diagnostics
import KnowledgeBase
import Markdown
import PostMortems
import Testing
import Validation

@testable import Exchange

@Suite("Drafts of imports")
struct DraftTests {
  private func parsed(_ text: String, settings: Settings = Settings()) -> PostMortemDraft {
    DraftReader.read(DocumentParser.parse(SourceFile(path: "a.md", text: text)), settings: settings)
  }

  private var settings: Settings {
    var settings = Settings()
    settings.services = [CatalogueEntry(slug: "checkout", title: "Checkout")]
    settings.vocabularies.services = Vocabulary(["checkout"], isClosed: true)
    return settings
  }

  @Test func readsBackAsWhatTheExportSays() throws {
    let outcome = try #require(outcomes([AlertPayloads.pagerDutyIncidents], settings: settings).first)
    let draft = parsed(outcome.text)
    #expect(draft.findings.isEmpty)
    #expect(draft.title.value == "[FIRING:1] CheckoutErrors checkout (critical)")
    #expect(draft.fields.status?.value == "draft" && draft.fields.severity?.value == "SEV2")
    #expect(draft.fields.services.map(\.value) == ["checkout"])
    #expect(
      draft.fields.phases.map { $0.instant?.value.iso } == [
        "2026-05-04T08:01:40Z", "2026-05-04T08:01:40Z", "2026-05-04T08:04:00Z", nil, "2026-05-04T08:52:00Z",
      ])
    #expect(draft.fields.importSources.map(\.id) == ["PQ12"])
    #expect(
      draft.timeline?.events.compactMap(\.at?.iso) == outcome.incident.rows.filter { !$0.isChatter }.map(\.at.iso))
    #expect(draft.timeline?.events.allSatisfy(\.hasZone) == true)
  }

  @Test func asksForWhatOnlyPeopleKnow() throws {
    let open = try #require(outcomes([AlertPayloads.pagerDutyIncidents], settings: settings).last?.text)
    #expect(open.contains("severity:  # one of SEV1, SEV2, SEV3, SEV4, SEV5\n"))
    #expect(open.contains("services: []  # the exports also name 'Backups', not in debrief.yml\n"))
    #expect(
      open.contains("started: 2026-05-09T00:00:00Z  # the first sign that was recorded: did the harm begin earlier?\n"))
    #expect(open.contains("\nmitigated:\nresolved:\n") && open.contains("\n## Root cause\n\nTODO: "))
    let graded = try #require(outcomes([AlertPayloads.squadcast]).first?.text)
    #expect(graded.contains("severity:  # Squadcast says 'critical'; the scale is SEV1, SEV2, SEV3, SEV4, SEV5\n"))
    #expect(graded.contains("mitigated:  # when did the harm stop? the exports only say resolved\n"))
    #expect(graded.contains("Squadcast says:\n\n> Probe failed\n\nTODO: "))
  }

  @Test func checkReportsOnlyThePartsForTheAuthor() throws {
    let allowed: Set<String> = [
      "annotation-left", "placeholder-left", "missing-field", "empty-section", "unfinished-section", "draft-too-old",
      "no-mitigation-row", "timeline-single-row", "no-detection-row", "review-missing",
      "action-item-without-due-date", "action-item-without-owner", "done-without-evidence",
    ]
    for (name, text) in AlertPayloads.all {
      for outcome in outcomes([text]) {
        let base = KnowledgeBase(
          drafts: [parsed(outcome.text)], causes: [], plan: [], settings: Settings(), asOf: Day(daysSinceEpoch: 20_700))
        let runner = RuleRunner(base)
        let found = base.postMortems.flatMap { runner.diagnostics(of: $0.draft) }.map(\.rule)
        #expect(Set(found).subtracting(allowed).isEmpty, "\(name): \(found)")
        #expect(base.counted.isEmpty, "a draft counts in no trend")
      }
    }
  }

  @Test func foreignTextIsNoMarkup() throws {
    let text = AlertPayloads.pagerDutyNotes.replacing(
      "Rolled back build 4711", with: #"*Rolled* <b>back</b> | [x](y) _a_ # &amp; `c*d` 10:31 <!-- -->"#)
    let outcome = try #require(outcomes([text]).first)
    let words = parsed(outcome.text).timeline?.events.first?.text ?? ""
    #expect(words.contains("*Rolled* <b>back</b> | [x](y) _a_ # &amp; c*d 10:31 <!-- -->"), "\(words)")
  }

  @Test func aRowThatBeginsWithATimeIsNoRange() throws {
    let text = AlertPayloads.opsgenieLog.replacing("Alert acknowledged via web", with: "10:31 errors stop")
    let outcome = try #require(outcomes([text]).first)
    #expect(parsed(outcome.text).timeline?.events.first?.until == nil)
  }

  @Test func tracebacksAreEvidenceWithASignature() throws {
    let text =
      "Traceback (most recent call last):\n  File \"/srv/shop/pay.py\", line 7, in charge\n    raise Declined(card)\nshop.errors.Declined: card ```4```\n"
    let outcome = try #require(outcomes([text]).first)
    #expect(parsed(outcome.text).signatures.contains { $0.text.contains("Declined") })
    #expect(outcome.text.contains("````text\nTraceback"))
  }

  @Test(arguments: [
    "http://a.example/x\\<script>alert(1)</script>", "see http://a.example<b>x</b>", "www.a.example`<b>`",
    "``` <b> ` x ``", "`a` <b>", "http://a.example/`<i>x` y",
  ])
  func writesNoTagBehindAnAddressOrBetweenUnpairedBackticks(text: String) {
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: "- \(MarkdownWords.line(text))\n"))
    let hasHTML = document.nodes.contains { node in
      switch node.kind {
      case .htmlInline, .htmlBlock: true
      default: false
      }
    }
    #expect(!hasHTML)
  }

  @Test func keepsCodeBetweenSingleBackticks() {
    #expect(MarkdownWords.line("run `a < b` on *all*") == "run `a < b` on \\*all\\*")
  }
}
