import Diagnostics
import Markdown
import PostMortems
import Testing

@Suite("Names of sections that no table holds")
struct SectionWordsTests {
  @Test(arguments: [
    ("Follow-up improvements", "nil"), ("Future measures", "action-items"), ("Customer / User Impact", "impact"),
    ("Impact Assessment", "impact"), ("Summary of impact", "impact"),
    ("Detailed timeline of the checkout outage", "timeline"),
    ("Redis timeline", "timeline"), ("4. Preliminary root cause", "root-cause"),
    ("2  Timeline", "timeline"), ("Steps taken to resolve", "resolution"),
    ("Lessons from the migration", "lessons-learned"),
    ("Why did we go down?", "root-cause"), ("How did we notice?", "detection"),
    ("How did we resolve it?", "resolution"),
    ("Who was affected?", "impact"), ("What did we learn from this?", "lessons-learned"), ("Zeitverlauf", "timeline"),
    ("Ursachenanalyse", "root-cause"), ("Maßnahmen", "action-items"), ("Was ist passiert?", "summary"),
    ("Was lief gut?", "went-well"), ("Chronologie des événements", "timeline"), ("Cause racine", "root-cause"),
    ("Minute by minute", "timeline"), ("Course of events", "timeline"), ("Who did what when?", "timeline"),
    ("What did patients experience?", "impact"), ("How was the response?", "resolution"),
    ("What did we try, and what helped?", "went-well"), ("What we did to get back", "resolution"),
    ("Why did payments stop?", "nil"), ("Management summary", "summary"), ("Where did we get lucky?", "lucky"),
    ("Wie haben wir den Fehler behoben?", "resolution"), ("Wer war betroffen?", "impact"),
    ("Qui a été touché ?", "impact"), ("¿Cómo lo resolvimos?", "resolution"), ("O que aconteceu?", "summary"),
    ("Cosa abbiamo imparato?", "lessons-learned"), ("Wat hebben we geleerd?", "lessons-learned"),
    ("What lessons did you learn?", "lessons-learned"), ("Auswirkungen auf Kunden", "impact"),
    ("Actions correctives", "action-items"), ("Causa raíz", "root-cause"), ("Oorzaak", "root-cause"),
  ])
  func tellsThemByTheirWords(name: String, role: String) {
    #expect(SectionTitle.role(of: name)?.rawValue ?? "nil" == role)
  }

  @Test(arguments: [
    "Redis recovery", "After-action report", "What should you do?", "Automatic cluster failover", "Database fix",
    "Why wasn't this caught?", "How can customers make this less likely?", "Upstream bug reports",
    "Background", "Discussion", "Why change the format?", "Incident response analysis", "How you can help",
  ])
  func leavesOtherNamesAlone(name: String) {
    #expect(SectionTitle.role(of: name) == nil)
  }

  private func draft(_ text: String) -> PostMortemDraft {
    DraftReader.read(DocumentParser.parse(SourceFile(path: "example.md", text: text)), settings: Settings())
  }

  private func sections(_ text: String) -> [String] {
    draft(text).sections.compactMap { section in section.role.map { "\(section.title): \($0.rawValue)" } }
  }

  @Test func takesAWeakWordWhereNothingStrongerStands() {
    #expect(sections("# Down\n\n## Analysis\n\nA bug.\n").contains("Analysis: root-cause"))
    let both = sections("# Down\n\n## Analysis\n\nA bug.\n\n## Root cause\n\nA bug.\n")
    #expect(both == ["Root cause: root-cause"])
  }

  @Test(arguments: [
    "What happens now?", "Steps we're taking to stop this", "Keeping it from happening again", "Going forward",
    "What we will do so that it does not happen again", "Was werden wir ändern?", "Ce que nous allons faire",
    "Próximos pasos", "What's next?", "What are we doing to prevent this?", "Changes we are making",
  ])
  func takesAPromiseForTheActionItemsWhereNothingElseIs(name: String) {
    #expect(sections("# Down\n\n## \(name)\n\n- Test it\n").contains { $0.hasSuffix(": action-items") })
    let both = sections("# Down\n\n## \(name)\n\nText.\n\n## Action items\n\n- Test it\n")
    #expect(both == ["Action items: action-items"])
  }

  @Test func takesALogForATimelineWhereItGivesTimes() {
    #expect(sections("# Down\n\n## Log\n\n    10:00 a\n    10:05 b\n") == ["Log: timeline"])
    #expect(sections("# Down\n\n## Log\n\nNothing.\n") == [])
  }

  @Test func leavesTheMessagesOfAStatusPageAlone() {
    let page = "# Down\n\n## Resolved\n\nAll good.\n\n## Identified\n\nWe know.\n\n## Investigating\n\nWe look.\n"
    #expect(sections(page) == [])
  }

  @Test func readsHeadingsAndLabelsOfAWiki() {
    let wiki = "== Summary ==\nDown.\n\n'''Impact''': all.\n\n== Timeline ==\n* 10:00 a\n* 10:05 b\n"
    #expect(sections(wiki) == ["Summary: summary", "Impact: impact", "Timeline: timeline"])
  }

  @Test func tellsWhatWentWrongFromWhatWentWrongBesideWhatWentWell() {
    let alone = "# Down\n\n## What went wrong\n\nA key ran out.\n"
    #expect(sections(alone) == ["What went wrong: root-cause"])
    #expect(sections(alone + "\n## What went well\n\nUs.\n").first == "What went wrong: went-wrong")
  }

  @Test func findsATimelineByItsRows() {
    let text = "# Down\n\n## What happened\n\n- 10:00 a\n- 10:05 b\n- 10:10 c\n"
    #expect(sections(text) == ["What happened: summary", "What happened: timeline"])
    #expect(sections(text + "\n## Timeline\n\n- 10:00 a\n") == ["What happened: summary", "Timeline: timeline"])
  }

  @Test func findsTasksByTheirBoxes() {
    #expect(sections("# Down\n\n## Homework\n\n- [ ] Fix it\n- [x] Test it\n") == ["Homework: action-items"])
  }

  @Test func leavesATitleATitle() {
    let draft = draft("# Summary of the storage event\n\n## Timeline\n\n- 10:00 a\n")
    #expect(draft.title.value == "Summary of the storage event")
    #expect(draft.sections.first?.role == nil)
  }

  @Test func readsPlainLabelsOnlyWhereHeadingsAreMissing() {
    let plain = "Impact:\nNobody could pay.\n\nRoot cause:\nA key.\n"
    #expect(sections(plain) == ["Impact:: impact", "Root cause:: root-cause"])
    let headed = "## Summary\n\nText.\n\n## Timeline\n\n- 10:00 a\n\n## Notes\n\nImpact:\nNobody could pay.\n"
    #expect(sections(headed) == ["Summary: summary", "Timeline: timeline"])
  }

  @Test func takesOneKnownNameAmongOthersForNoSection() {
    let list = "## Why it failed\n\n1. **Code review gaps**: none\n2. **No tests**: none\n3. **Detection**: none\n"
    #expect(sections("# Down\n\n" + list) == ["Why it failed: root-cause"])
  }
}
