import KnowledgeBase
import PostMortems
import Statistics
import TestSupport
import Testing

struct RepeatsTests {
  private func trends(_ build: (inout Incidents) -> Void) throws -> Trends {
    var incidents = Incidents()
    build(&incidents)
    return Trends(incidents.corpus.knowledgeBase(asOf: try day("2026-01-15")))
  }

  @Test func aCauseRecursWithinAYearAndNotAfter() throws {
    let trends = try trends {
      $0.add("a", "2023-01-01", "root_causes: [leak]")
      $0.add("b", "2024-01-01", "root_causes: [leak]")
      $0.add("c", "2025-06-01", "root_causes: [leak]")
      $0.add("d", "2025-07-01", "root_causes: [unknown]")
    }
    #expect(trends.recurrences.share == Share(1, of: 3))
    #expect(trends.recurrences.recurring.map(\.earlier?.gapDays) == [365])
    #expect(trends.recurrences.excluded == [Exclusion("root cause not stated", 1)])
  }

  @Test func anAliasIsTheSameCause() throws {
    let trends = try trends {
      $0.file("causes/memory-leak.md", "---\ntitle: Memory leak\naliases: [leak]\n---\n")
      $0.add("a", "2025-01-01", "root_causes: [leak]")
      $0.add("b", "2025-02-01", "root_causes: [memory-leak]")
    }
    #expect(trends.timelines.lines.map(\.cause) == ["memory-leak"])
    #expect(trends.timelines.lines.first?.gaps == [31])
  }

  @Test func tellsARepeatWhileAPromiseWasOpenFromOneAfterItWasDone() throws {
    let trends = try trends {
      $0.add(
        "a", "2025-01-01", "root_causes: [leak]",
        body: "## Action items\n\n- [x] Fix it (done: 2025-03-01, type: prevent, addresses: leak)\n")
      $0.add("b", "2025-02-01", "root_causes: [leak]")
      $0.add("c", "2025-04-01", "root_causes: [leak]")
    }
    #expect(trends.ids(try trends.metric("repeats-while-open").rows) == ["b"])
    #expect(trends.ids(try trends.metric("repeats-after-done").rows) == ["c"])
  }

  @Test func aDeclinedPromiseIsNeitherBrokenNorKept() throws {
    let trends = try trends {
      $0.add(
        "a", "2025-01-01", "root_causes: [leak]",
        body: "## Action items\n\n- [-] Rewrite it (declined: too dear, addresses: leak)\n")
      $0.add("b", "2025-02-01", "root_causes: [leak]")
    }
    #expect(trends.brokenPromises.rows.isEmpty)
  }

  @Test func aCauseIsUntestedWhileItStruckAfterItsLastDrill() throws {
    let trends = try trends {
      $0.add("a", "2025-01-01", "root_causes: [leak, race]")
      $0.add("d", "2025-02-01", "kind: drill\nroot_causes: [leak]")
    }
    #expect(trends.resilience.rows.map(\.cause) == ["race", "leak"])
    #expect(trends.resilience.rows.map(\.isTestedSince) == [false, true])
  }
}
