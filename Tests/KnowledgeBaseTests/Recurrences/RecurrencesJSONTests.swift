import Diagnostics
import KnowledgeBase
import TestSupport
import Testing

/// The document of `debrief recurrences --json`, which other programs read.
struct RecurrencesJSONTests {
  @Test func holdsEveryFieldOfTheContract() throws {
    var incidents = Incidents()
    incidents.file("causes/leak.md", "---\ntitle: Memory leak\nstatus: understood\n---\n")
    incidents.add(
      "a", "2026-01-05", "root_causes: [leak]",
      body: "## Action items\n\n- [x] Bound it (owner: @edge, due: 2026-01-31, done: 2026-02-01, addresses: leak)\n")
    incidents.add("b", "2026-04-10", "root_causes: [leak]")
    let base = incidents.corpus.knowledgeBase()
    let text = base.recurrences.json(base).compact
    let parts = [
      #""cause":"leak","title":"Memory leak","status":"understood""#,
      #""post_mortems":[{"file":"a.md","id":"a","date":"2026-01-05""#, #""gaps_days":[95]"#,
      #""verdicts":[{"post_mortem":"b""#, #""verdict":"failed-action""#,
      #""action_items":[{"text":"Bound it","owner":"edge","state":"done","due":"2026-01-31","days":68"#,
      #""suggested":[]"#,
    ]
    for part in parts { #expect(text.contains(part), "\(part) in \(text)") }
  }

  @Test func leavesOutWhatStruckOnce() throws {
    var incidents = Incidents()
    incidents.add("a", "2026-01-05", "root_causes: [leak, unknown]")
    incidents.add("b", "2026-01-06", "root_causes: [race, unknown]")
    let base = incidents.corpus.knowledgeBase()
    #expect(base.recurrences.json(base).compact == #"{"causes":[],"suggested":[]}"#)
  }
}
