import Diagnostics
import PostMortems
import Testing

@Suite("Forms of action items")
struct ActionItemFormsTests {
  @Test func readsBoxesWithTheDashThatTheParserDoesNotKnow() {
    let sample = ActionItemsSample(
      "- [ ] Cap the queue\n- [x] Drain node seven\n- [-] Rewrite it all\n- Ask the vendor")
    #expect(sample.texts == ["Cap the queue", "Drain node seven", "Rewrite it all", "Ask the vendor"])
    #expect(sample.states == [.open, .done, .declined, .unknown])
  }

  @Test(arguments: [
    ("- Cap the queue. *Assignee:* edge. *Due:* 2024-03-01. *Status:* Closed", "edge 2024-03-01 done"),
    ("- Cap the queue; owner: Edge; [#12](https://github.com/a/b/issues/12) ✅", "Edge - done"),
    ("- Cap the queue (Edge Group; due 2024-03-01; done)", "Edge Group 2024-03-01 done"),
    ("- [ ] Cap the queue → @jo (March 1, 2024)", "jo 2024-03-01 open"),
    ("- Cap the queue (@jo, Mar 1, 2024)", "jo 2024-03-01 unknown"),
    ("- [ ] ~~Cap the queue~~ (no need)", "- - declined"),
    ("- Cap the queue – RESOLVED WONTFIX", "- - declined"),
    ("- Cap the queue – RESOLVED DUPLICATE of bug 12", "- - superseded"),
    ("- Cap the queue (owner: edge, ETA: 2024-03-01) - IN PROGRESS", "edge 2024-03-01 open"),
    ("- Cap the queue (responsable : Paiements, échéance : 31/01/2024)", "Paiements 2024-01-31 unknown"),
    ("> **P1** — Cap the queue (DRI: Edge) [in review]", "Edge - open"),
    (
      "| # | What | Action owner | Target date | RAG / progress |\n|--|--|--|--|--|\n"
        + "| 1 | Cap the queue | Edge | 01/03/2024 | Superseded by 2 |\n| 2 | Drop | Edge | 31/03/2024 | Open |",
      "Edge 2024-03-01 superseded"
    ),
  ])
  func readsOwnersDaysAndStatesAsHousesWriteThem(body: String, values: String) {
    let item = ActionItemsSample(body).first
    #expect(item?.text.hasPrefix("Cap the queue") == true)
    #expect("\(item?.owner?.value ?? "-") \(item?.due?.value.iso ?? "-") \(item?.state.rawValue ?? "-")" == values)
  }

  @Test(arguments: [
    "- OPS-12 Cap the queue", "- OPS-12 - cap the queue", "- **OPS-12** cap the queue", "- Cap the queue - OPS-12",
    "| Key | Action |\n|--|--|\n| OPS-12 | Cap the queue |",
  ])
  func readsTheTicketInFrontAndBehind(body: String) {
    #expect(ActionItemsSample(body).tickets == ["OPS-12"])
    #expect(ActionItemsSample(body).texts.map { $0.lowercased() } == ["cap the queue"])
  }

  @Test func takesBareNamesForOwnersWhereTheListDoes() {
    #expect(ActionItemsSample("- cap the queue (kay)\n- drain it (lou) DONE").owners == ["kay", "lou"])
    #expect(ActionItemsSample("- kay: cap the queue\n- lou: drain it").owners == ["kay", "lou"])
    #expect(ActionItemsSample("- [kay] cap the queue\n- [lou] drain it").owners == ["kay", "lou"])
    #expect(ActionItemsSample("- cap the queue (slowly)\n- drain it").owners == [nil, nil])
  }

  @Test func readsBulletsThatMarkdownDoesNotKnow() {
    #expect(
      ActionItemsSample("• Cap the queue\n• Night shift on two").texts == ["Cap the queue", "Night shift on two"])
    #expect(ActionItemsSample("a) Cap the queue\nb) Drain it").texts == ["Cap the queue", "Drain it"])
  }

  @Test func joinsTheLinesOfABullet() {
    let sample = ActionItemsSample("1. Cap the\n   retry *queue*\n1. Rename `db-3`")
    #expect(sample.texts == ["Cap the retry queue", "Rename db-3"])
  }

  @Test(arguments: ["- N/A", "- None.", "-", "- TBD", "No immediate action items.", "n/a", "- {{ summary }}", "None"])
  func findsNoItemWhereNothingIsPromised(body: String) {
    #expect(ActionItemsSample(body).reading.items.isEmpty)
  }

  @Test func leavesTheNextSectionAlone() {
    #expect(ActionItemsSample("- Cap the queue").texts == ["Cap the queue"])
  }

  @Test func takesBulletsBelowAUrlOrARemarkForDetails() {
    let sample = ActionItemsSample(
      "- Share one mailbox for renewals\n  - This has been done: renewals@example.org\n"
        + "- Alert on queue depth\n  - https://github.com/acme/queue/issues/7\n  - See the handbook")
    #expect(sample.texts == ["Share one mailbox for renewals", "Alert on queue depth"])
    #expect(sample.states == [.done, .unknown])
    #expect(sample.tickets == [nil, "https://github.com/acme/queue/issues/7"])
  }

  @Test func readsLabelledDetails() {
    let sample = ActionItemsSample(
      "- Alert on queue depth\n  - Owner: @queue\n  - Due: 2024-03-01\n  - Status: in progress\n  - Ticket: QUE-12")
    #expect(sample.texts == ["Alert on queue depth"])
    #expect(sample.owners == ["queue"])
    #expect(sample.first?.due?.value.iso == "2024-03-01")
    #expect(sample.states == [.open])
    #expect(sample.tickets == ["QUE-12"])
  }

  @Test func takesAnOwnerAboveBulletsForAGroup() {
    let sample = ActionItemsSample(
      "- Maya Lindqvist\n  - Rotate the signing key\n  - Write the runbook\n- Drop the old table")
    #expect(sample.texts == ["Rotate the signing key", "Write the runbook", "Drop the old table"])
    #expect(sample.owners == ["Maya Lindqvist", "Maya Lindqvist", nil])
  }

  @Test func takesACategoryOrAClauseAboveBulletsForAGroup() {
    let sample = ActionItemsSample(
      "- Monitoring\n  - Alert on a full disk\n  - Graph the queue depth\n"
        + "- When we next touch the billing tables:\n  - Take a snapshot before the change\n  - Test the restore first")
    #expect(
      sample.texts == [
        "Alert on a full disk", "Graph the queue depth", "Take a snapshot before the change", "Test the restore first",
      ])
    #expect(sample.owners == [nil, nil, nil, nil])
  }

  @Test func keepsAParentWhoseStepsHaveStatesOfTheirOwn() {
    let sample = ActionItemsSample(
      "- Move billing to the new cluster.\n  - Copy the tables overnight. **(Done as of 2023-05-02)**\n  - Switch the readers over"
    )
    #expect(
      sample.texts == ["Move billing to the new cluster.", "Copy the tables overnight.", "Switch the readers over"])
    #expect(sample.states == [.unknown, .done, .unknown])
    #expect(sample.reading.items.map { $0.done?.value.iso } == [nil, "2023-05-02", nil])
  }

  @Test func readsBulletsBelowBoldOwners() {
    let sample = ActionItemsSample(
      "**Ines/Tom**\n\n- Rotate the key\n\n**Rapha&#235;lle**\n\n- Write to the customers\n\n**Technical improvements**\n\n- Cap it"
    )
    #expect(sample.owners == ["Ines, Tom", "Raphaëlle", nil])
  }

  @Test func readsStatesFromHeadingsAndIntroductions() {
    let sample = ActionItemsSample(
      "### Immediate actions (completed)\n\n- Rolled the router back\n\n### Later\n\n**In progress (this month):**\n\n- Split the pool\n\n"
        + "### Longer term\n\nThe following are already completed:\n\n- Removed the flag\n\nAnd:\n\n- Test it")
    #expect(sample.states == [.done, .open, .done, .unknown])
  }

  @Test func takesHeadingsWithANumberAndAnOwnerForItems() {
    let sample = ActionItemsSample(
      document:
        "# Action items\n\n## 1) Better alerting on CPU load @mira [detect]\n\nThe graph was there.\n\n- It had no alarm\n\n"
        + "## 2) Faster restore of the ledger @jon [mitigate]\n\nOwner: nobody\n\nStatus: done\n")
    #expect(sample.texts == ["Better alerting on CPU load", "Faster restore of the ledger"])
    #expect(sample.owners == ["mira", "jon"])
    #expect(sample.reading.items.map(\.type) == [.detect, .mitigate])
    #expect(sample.states == [.unknown, .done])
    #expect(sample.rest.count == 4)
  }

  @Test func takesBoxesBelowAHeadingForTheItems() {
    let sample = ActionItemsSample(
      "### Faster failover @jon\n\n- [ ] Write the script\n\n### 2. Clean up\n\n- [x] Drop the replica")
    #expect(sample.texts == ["Write the script", "Drop the replica"])
    #expect(sample.owners == ["jon", nil])
  }

  @Test func readsItemsOfLabelledLines() {
    let sample = ActionItemsSample(
      "1. **Action**: Fix the script\n   - **Owner**: Jo\n   - **Status**: Done\n2. Done. Rotated the keys")
    #expect(sample.texts == ["Fix the script", "Rotated the keys"])
    #expect(sample.states == [.done, .done])
    #expect(sample.owners == ["Jo", nil])
  }

  @Test func takesHeadingsAboveNothingButProseForItems() {
    let sample = ActionItemsSample(
      "### Mirror production closer in staging\n\nWe had no copy of the traffic.\n\n### Faster revert of a deployment\n\nIt took an hour."
    )
    #expect(sample.texts == ["Mirror production closer in staging", "Faster revert of a deployment"])
  }

  @Test func takesComponentsAboveBulletsForGroups() {
    let sample = ActionItemsSample(
      "### Scheduler\n\n1. Kill orphaned jobs\n\n### What went wrong\n\n- Nobody was awake\n\n### Upstream Ledger\n\n1. Fix the leak"
    )
    #expect(sample.texts == ["Kill orphaned jobs", "Fix the leak"])
    #expect(sample.owners == [nil, nil])
    #expect(sample.rest == ["Nobody was awake"])
  }

  @Test func readsShortOrdersAsParagraphsAndLeavesProse() {
    #expect(
      ActionItemsSample("Add a limit to the importer.\n\nHire a second operator.").texts
        == ["Add a limit to the importer.", "Hire a second operator."])
    #expect(
      ActionItemsSample("Investigate the leak.\nReplace the cache ([#4](https://github.com/a/b/issues/4))").texts
        == ["Investigate the leak.", "Replace the cache"])
    let prose = ActionItemsSample("The team is continuing to refine its response.\n\nThanks for your patience.")
    #expect(prose.texts.isEmpty)
    #expect(prose.rest.count == 2)
  }

  @Test func takesTitledNumbersWithLooseDetailsForItems() {
    let sample = ActionItemsSample(
      "1. **Scaling the importer**\nWe watched:\n\n- Lag\n- Throughput\n\n2. **Final cleanup**\n\n- Old tables")
    #expect(sample.texts == ["Scaling the importer", "Final cleanup"])
    #expect(sample.rest.count == 2)
  }

  @Test func readsAParagraphThatSaysItIsAnItem() {
    let sample = ActionItemsSample("- One\n\n**Action item:** Declare sooner. Owner: @ines")
    #expect(sample.texts == ["One", "Declare sooner."])
    #expect(sample.owners == [nil, "ines"])
  }
}
