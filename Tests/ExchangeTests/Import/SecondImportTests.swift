import PostMortems
import Testing

@testable import Exchange

@Suite("A second import")
struct SecondImportTests {
  /// The draft after a first import of PagerDuty's incident alone.
  private func first(_ texts: [String] = [AlertPayloads.pagerDutyIncidents]) throws -> String {
    try #require(outcomes(texts).first?.text)
  }

  private func again(_ texts: [String], _ existing: String) throws -> IncidentImport.Outcome {
    try #require(outcomes(texts, into: [existing]).first)
  }

  @Test func ofTheSameDataChangesNothing() throws {
    for (name, text) in AlertPayloads.all {
      let drafts = outcomes([text]).map(\.text)
      for outcome in outcomes([text], into: drafts) {
        #expect(outcome.state == .unchanged && drafts.contains(outcome.text), "\(name)")
      }
    }
  }

  @Test func ofMoreDataAddsOnlyTheNewRowsAtTheirPlace() throws {
    let old = try first()
    let outcome = try again([AlertPayloads.pagerDutyIncidents, AlertPayloads.alertmanagerWebhook], old)
    #expect(outcome.state == .updated && outcome.addedRows == 3 && outcome.renewedRows == 1)
    let rows = outcome.text.split(separator: "\n").filter { $0.hasPrefix("- 20") }.map { $0.prefix(58) }
    #expect(
      rows
        == [
          "- 2026-05-04 08:01:12 UTC — **Detection:** Alert CheckoutErrors firing",
          "- 2026-05-04 08:03:00 UTC — Alert CheckoutErrors firing on w",
          "- 2026-05-04 08:04:00 UTC — Acknowledged by responder 1 ([P",
          "- 2026-05-04 08:20:00 UTC — Acknowledged by responder 2 ([P",
          "- 2026-05-04 08:40:00 UTC — Alert CheckoutErrors resolved o",
          "- 2026-05-04 08:44:30 UTC — Alert CheckoutErrors resolved o",
          "- 2026-05-04 08:52:00 UTC — **Resolution:** Resolved by res",
        ].map { $0.prefix(58) })
    #expect(
      outcome.text.contains(
        "\n  - {system: pagerduty, id: PQ12, url: \"https://shop.pagerduty.test/incidents/PQ12\"}\n  - {system: alertmanager,"
      ))
    let third = try again([AlertPayloads.pagerDutyIncidents, AlertPayloads.alertmanagerWebhook], outcome.text)
    #expect(third.state == .unchanged)
  }

  @Test func ofAPartOfTheDataChangesNothing() throws {
    let both = [AlertPayloads.alertmanagerWebhook, AlertPayloads.pagerDutyIncidents]
    let old = try first(both)
    for text in both { #expect(try again([text], old).text == old) }
  }

  @Test func leavesAloneWhatTheAuthorDid() throws {
    let kept = try first().replacing("Acknowledged by responder 1", with: "On-call looks at the graphs")
      .replacing(
        "started: 2026-05-04T08:01:40Z  # the first sign", with: "started: 2026-05-04T07:55:00Z  # the first sign"
      )
      .replacing("resolved: 2026-05-04T08:52:00Z", with: "resolved:")
      .replacing("TODO: the conditions", with: "The limit was never tested. TODO no more: the conditions")
    let edited = kept.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("08:20:00 UTC") }.joined(separator: "\n")
      .replacing("- 2026-05-04 08:52", with: "- 08:45 UTC — Written by hand\n- 2026-05-04 08:52")
    let untouched = Set(try first().split(separator: "\n").map(String.init))
    let same = try again([AlertPayloads.pagerDutyIncidents], edited)
    #expect(same.state == .unchanged && same.text == edited)
    let more = try again([AlertPayloads.pagerDutyIncidents, AlertPayloads.alertmanagerWebhook], edited)
    let added = Set(more.text.split(separator: "\n")).subtracting(edited.split(separator: "\n"))
    #expect(
      Set(edited.split(separator: "\n")).subtracting(more.text.split(separator: "\n")).allSatisfy { line in
        line.hasPrefix("people: ") || line.hasPrefix("lines: ") || untouched.contains(String(line))
          || !line.contains { " \n".contains($0) == false && !$0.isHexDigit }
      }, "only lines that an import wrote and nobody changed are written anew")
    #expect(!added.contains { $0.contains("08:20:00") || $0.hasPrefix("resolved") })
    #expect(
      more.text.contains(
        "- 2026-05-04 08:44:30 UTC — Alert CheckoutErrors resolved on web-2:9090 (Alertmanager)\n- 08:45 UTC — Written by hand"
      ))
  }

  @Test func fillsPhasesThatAreStillAbsent() throws {
    let open = AlertPayloads.pagerDutyIncidents.replacing(
      "\"status\":\"resolved\"", with: "\"status\":\"acknowledged\"")
    let outcome = try again([AlertPayloads.pagerDutyIncidents], try first([open]))
    #expect(outcome.filled == ["resolved"] && outcome.addedRows == 1)
    #expect(outcome.text.contains("\nresolved: 2026-05-04T08:52:00Z\n"))
  }

  @Test func keepsTheNumbersOfPeople() throws {
    let outcome = try again([AlertPayloads.pagerDutyIncidents, AlertPayloads.pagerDutyNotes], try first())
    #expect(outcome.text.contains("08:30:00 UTC — responder 1: Rolled back build 4711"))
    #expect(outcome.text.contains("08:33:00 UTC — responder 2: Errors stopped, says responder 1"))
  }

  @Test func addsRowsToATableAsRowsOfATable() throws {
    let lines = try first().split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard line.hasPrefix("- 20"), let dash = line.firstRange(of: " — ") else { return String(line) }
      return "| \(line[line.index(line.startIndex, offsetBy: 2)..<dash.lowerBound]) | \(line[dash.upperBound...]) |"
    }
    let table = lines.joined(separator: "\n").replacing(
      "All times in UTC.\n\n", with: "| Time | Event |\n| --- | --- |\n")
    let outcome = try again([AlertPayloads.pagerDutyIncidents, AlertPayloads.alertmanagerWebhook], table)
    #expect(
      outcome.text.contains(
        "\n| 2026-05-04 08:44:30 UTC | Alert CheckoutErrors resolved on web-2:9090 (Alertmanager) |\n| 2026-05-04 08:52:00 UTC |"
      ))
  }

  @Test func keepsTheLineBreaksOfTheFile() throws {
    let old = try first().replacing("\n", with: "\r\n")
    let outcome = try again([AlertPayloads.pagerDutyIncidents, AlertPayloads.alertmanagerWebhook], old)
    #expect(outcome.addedRows == 3 && !outcome.text.replacing("\r\n", with: "").contains("\n"))
  }

  @Test func neverTouchesWhatIsPublished() throws {
    let published = try first().replacing("status: draft", with: "status: published")
    let outcome = try again([AlertPayloads.pagerDutyIncidents, AlertPayloads.alertmanagerWebhook], published)
    #expect(outcome.state == .published && outcome.text == published)
  }
}
