import Diagnostics
import Markdown
import PostMortems
import Testing

@Suite("Sections that claim one role")
struct SectionRivalsTests {
  private func sections(_ text: String) -> [Section] {
    SectionReader.sections(of: DocumentParser.parse(SourceFile(path: "a.md", text: text)))
  }

  private func role(of title: String, in text: String) -> SectionRole? {
    sections(text).first { $0.title == title }?.role
  }

  @Test func whatWasDoneAtTheTimeIsTheResolutionBesideWhatIsToBeDone() {
    let text = """
      # Outage

      ## Remediation

      - Restarted the broker.
      - Emptied the queue.

      ## Action items

      - Bound the queue
      """
    #expect(role(of: "Remediation", in: text) == .resolution)
    #expect(role(of: "Action items", in: text) == .actionItems)
  }

  @Test func aloneItHoldsTheActions() {
    #expect(role(of: "Remediation", in: "# Outage\n\n## Remediation\n\n- Bound the queue\n") == .actionItems)
  }

  @Test func boxesThatNobodyTickedStayActions() {
    let text = "# Outage\n\n## Immediate actions\n\n- [ ] Bound the queue\n\n## Next steps\n\n- Rest\n"
    #expect(role(of: "Immediate actions", in: text) == .actionItems)
  }

  @Test func aSectionWithPlansBelowItStaysActions() {
    let text = """
      # Outage

      ## Remediation

      ### Immediate fixes

      Restarted.

      ### Long-term improvements

      Bound the queue.

      ## Going forward

      Onwards.
      """
    #expect(role(of: "Remediation", in: text) == .actionItems)
  }

  @Test func withAResolutionOnlyItemsOfThePastMove() {
    let orders =
      "# Outage\n\n## Resolution\n\nDone.\n\n## Remediation\n\n- Add a bound\n- Watch it\n\n## Next steps\n\n- Rest\n"
    #expect(role(of: "Remediation", in: orders) == .actionItems)
    let past =
      "# Outage\n\n## Resolution\n\nDone.\n\n## Remediation\n\n- Added it\n- Tested it\n\n## Next steps\n\n- Rest\n"
    #expect(role(of: "Remediation", in: past) == .resolution)
  }

  @Test func aLastingChangeBehindAFixIsAnAction() {
    let text = "# Outage\n\n## How we fixed it\n\nRestarted.\n\n## What we changed\n\nThe queue is bounded.\n"
    #expect(role(of: "How we fixed it", in: text) == .resolution)
    #expect(role(of: "What we changed", in: text) == .actionItems)
  }

  @Test func aLabelBelowACauseYieldsToTheHeading() {
    let text = """
      # Outage

      ## Root cause

      ### The first

      **Resolution:** the hold is longer.

      ## Resolution

      Sales were closed.
      """
    #expect(sections(text).filter { $0.role == .resolution }.map(\.isOfHeading) == [true])
  }

  @Test func aLabelInTheHeadStaysBesideTheHeading() {
    let text = "# Outage\n\n**Impact:** no mail\n\n## Summary\n\nNone left.\n\n## Impact\n\nNobody got any.\n"
    #expect(sections(text).count { $0.role == .impact } == 2)
  }

  @Test func phasesOfATimelineHaveNoRole() {
    let text =
      "# Outage\n\n## Timeline\n\n### Recovery (11:00 - 12:10)\n\n- 11:00 moved\n\n## Response\n\n### Root issue found (9:40)\n"
    #expect(role(of: "Recovery (11:00 - 12:10)", in: text) == nil)
    #expect(role(of: "Root issue found (9:40)", in: text) == nil)
  }

  @Test func aHeadingOverNumberedFixesHasTheirRole() {
    let text =
      "# Falla\n\n## Fixes aplicados\n\n### Fix 1 — la ruta\n\nUna línea.\n\n### Fix 2 — el guardia\n\nDos líneas.\n"
    #expect(role(of: "Fixes aplicados", in: text) == .resolution)
  }

  @Test(arguments: [
    "The root cause was a full disk.", "La causa fue un disco lleno.", "Die Ursache war eine volle Platte.",
    "De oorzaak was een volle schijf.",
  ])
  func aSentenceOnTheCauseGivesTheRole(sentence: String) {
    let text = "# Outage\n\n## Summary\n\nDown.\n\n## Impact\n\nAll.\n\n## The disk\n\n\(sentence)\n"
    #expect(role(of: "The disk", in: text) == .rootCause)
  }

  @Test func twoSuchSentencesGiveNone() {
    let text = """
      # Outage

      ## Summary

      Down.

      ## Impact

      All.

      ## The disk

      The cause was a full disk.

      ## The fan

      The cause was a dead fan.
      """
    #expect(role(of: "The disk", in: text) == nil)
  }

  @Test(arguments: [
    "- Ajouter une alerte sur le disque\n- Réduire la rétention des journaux",
    "- Revisar el disco cada mes\n- Avisar a los turnos",
    "- Aggiungere un allarme\n- Ridurre il registro della coda",
    "- Eine zweite Platte bestellen\n- Die Warnung früher auslösen",
    "- Een tweede schijf bestellen\n- Het alarm eerder instellen",
    "- Add a disk\n- Warn earlier",
  ])
  func ordersAtTheEndAreActions(list: String) {
    let text = "# Outage\n\n## Root cause\n\nA disk.\n\n## Impact\n\nAll.\n\n## So\n\n\(list)\n"
    #expect(role(of: "So", in: text) == .actionItems)
  }

  @Test(arguments: [
    "- Die Platten waren seit Mai belegt worden\n- Die Wächter haben nichts gesehen",
    "- Le disque était plein depuis mai\n- La file attendait", "- The disk was full\n- The queue waited",
  ])
  func statementsAtTheEndAreNone(list: String) {
    let text = "# Outage\n\n## Root cause\n\nA disk.\n\n## Impact\n\nAll.\n\n## So\n\n\(list)\n"
    #expect(role(of: "So", in: text) == nil)
  }

  @Test func aTableOfReadingsIsNoTimeline() {
    let text = """
      # Outage

      ## Readings

      | time | memory | kills |
      |---|---|---|
      | 12:43 | 1.08 GB | 22 |
      | 13:43 | 1.45 GB | 22 |
      | 14:43 | 1.48 GB | 23 |
      """
    #expect(role(of: "Readings", in: text) == nil)
  }
}

extension Section {
  fileprivate var isOfHeading: Bool {
    if case .heading = opening { return true }
    return false
  }
}
