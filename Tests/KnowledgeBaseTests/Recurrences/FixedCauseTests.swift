import KnowledgeBase
import PostMortems
import TestSupport
import Testing

/// A record that calls a cause fixed, against what happened.
struct FixedCauseTests {
  private func strike(record: String, _ build: (inout Incidents) -> Void) throws -> StrikeSinceFixed? {
    var incidents = Incidents()
    incidents.file("causes/leak.md", "---\ntitle: Leak\n\(record)\n---\n")
    build(&incidents)
    let base = incidents.corpus.knowledgeBase()
    return base.strikeSinceFixed(try #require(base.causes.cause("leak")))
  }

  private let kept = "## Action items\n\n- [x] Bound it (done: 2026-02-01, addresses: leak)\n"

  @Test(arguments: ["fixed", "verified"])
  func aCauseThatStruckSinceItsLastPromiseWasKeptIsNotFixed(status: String) throws {
    let strike = try strike(record: "status: \(status)") {
      $0.add("a", "2026-01-05", "root_causes: [leak]", body: kept)
      $0.add("b", "2026-04-10", "root_causes: [leak]")
    }
    #expect(strike?.days == 68 && strike?.since.iso == "2026-02-01" && strike?.isStated == false)
  }

  @Test func theRecordsOwnDayDecidesBefore() throws {
    let strike = try strike(record: "status: fixed\nstatus_since: 2026-05-01") {
      $0.add("a", "2026-01-05", "root_causes: [leak]", body: kept)
      $0.add("b", "2026-04-10", "root_causes: [leak]")
    }
    #expect(strike == nil)
  }

  @Test func aStrikeElsewhereContradictsNothing() throws {
    let strike = try strike(record: "status: fixed\nstatus_since: 2026-02-01") {
      $0.add("a", "2026-01-05", "root_causes: [leak]")
      $0.add("b", "2026-04-10", "origin: external\nroot_causes: [leak]")
    }
    #expect(strike == nil)
  }

  @Test func aCauseThatIsOnlyMitigatedMayStrike() throws {
    let strike = try strike(record: "status: mitigated\nstatus_since: 2026-02-01") {
      $0.add("b", "2026-04-10", "root_causes: [leak]")
    }
    #expect(strike == nil)
  }
}
