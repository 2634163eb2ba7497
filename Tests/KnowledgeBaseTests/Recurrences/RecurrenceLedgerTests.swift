import KnowledgeBase
import PostMortems
import TestSupport
import Testing

/// Verdicts on the promises that were to prevent a cause, as they stood when it struck again.
struct RecurrenceLedgerTests {
  /// Verdicts by the id of the repeat, with the items' states and days.
  private func verdicts(_ cause: String = "leak", _ build: (inout Incidents) -> Void) throws -> [String] {
    var incidents = Incidents()
    build(&incidents)
    let base = incidents.corpus.knowledgeBase()
    return (base.recurrences.recurrence(of: cause)?.repeats ?? []).map { again in
      let items = again.promises.map { "\($0.state.rawValue)\($0.days.map { " \($0)" } ?? "")" }
      return (["\(base.postMortems[again.postMortem].id): \(again.verdict.rawValue)"] + items).joined(separator: ", ")
    }
  }

  private func actions(_ lines: String...) -> String {
    "## Action items\n\n" + lines.joined(separator: "\n") + "\n"
  }

  @Test func aPromiseThatWasKeptAndDidNotHold() throws {
    let verdicts = try verdicts {
      $0.add(
        "a", "2026-01-05", "root_causes: [leak]",
        body: actions("- [x] Bound it (owner: @edge, done: 2026-02-01, due: 2026-01-31, addresses: leak)"))
      $0.add("b", "2026-01-20", "root_causes: [leak]")
      $0.add("c", "2026-04-10", "root_causes: [leak]")
    }
    #expect(verdicts == ["b: open-action, open -11", "c: failed-action, done 68"])
  }

  @Test func aPromiseThatIsStillOpenIsCountedFromItsDueDate() throws {
    let verdicts = try verdicts {
      $0.add(
        "a", "2026-01-05", "root_causes: [leak]",
        body: actions("- [ ] Bound it (due: 2026-03-01, addresses: leak)", "- [ ] Fence it (addresses: leak)"))
      $0.add("b", "2026-04-10", "root_causes: [leak]")
    }
    #expect(verdicts == ["b: open-action, open, open 40"])
  }

  @Test func aPromiseKeptOnTheDayOfTheRepeatWasOpenThatMorning() throws {
    let verdicts = try verdicts {
      $0.add(
        "a", "2026-01-05", "root_causes: [leak]", body: actions("- [x] Bound it (done: 2026-04-10, addresses: leak)"))
      $0.add("b", "2026-04-10", "root_causes: [leak]")
    }
    #expect(verdicts == ["b: open-action, open"])
  }

  @Test func whatWasDeclined() throws {
    let verdicts = try verdicts {
      $0.add(
        "a", "2026-01-05", "root_causes: [leak]",
        body: actions("- [-] Rewrite it (declined: too dear, addresses: leak)"))
      $0.add("b", "2026-04-10", "root_causes: [leak]")
    }
    #expect(verdicts == ["b: declined-action, declined"])
  }

  @Test func whereNothingWasPromised() throws {
    let verdicts = try verdicts {
      $0.add(
        "a", "2026-01-05", "root_causes: [leak]", body: actions("- [x] Alert on it (type: detect, addresses: leak)"))
      $0.add("b", "2026-04-10", "root_causes: [leak]")
    }
    #expect(verdicts == ["b: no-action, unknown"])
  }

  @Test(arguments: [
    ("- [x] Bound it (addresses: leak)", "unknown"), ("- Bound it (addresses: leak)", "unknown"),
    ("- Bound it (superseded: by the new engine, addresses: leak)", "superseded"),
  ])
  func whatTheDocumentsDoNotTell(item: String, state: String) throws {
    let verdicts = try verdicts {
      $0.add("a", "2026-01-05", "root_causes: [leak]", body: actions(item))
      $0.add("b", "2026-04-10", "root_causes: [leak]")
    }
    #expect(verdicts == ["b: unknown, \(state)"])
  }

  @Test func whatHasNoDateCannotBeJudged() throws {
    var incidents = Incidents()
    incidents.add("a", "2026-01-05", "root_causes: [leak]", body: actions("- [ ] Bound it (addresses: leak)"))
    incidents.file("b.md", "---\nid: b\nroot_causes: [leak]\n---\n")
    let base = incidents.corpus.knowledgeBase()
    let recurrence = try #require(base.recurrences.recurrence(of: "leak"))
    #expect(recurrence.repeats.map(\.verdict) == [.unknown] && recurrence.repeats.map(\.gapDays) == [nil])
  }

  @Test func anItemWithoutACauseIsAgainstTheOnlyCauseOfItsPostMortem() throws {
    let alone = try verdicts {
      $0.add("a", "2026-01-05", "root_causes: [leak]", body: actions("- [x] Bound it (done: 2026-02-01)"))
      $0.add("b", "2026-04-10", "root_causes: [leak]")
    }
    let amongTwo = try verdicts {
      $0.add(
        "a", "2026-01-05", "root_causes: [leak, race]",
        body: actions("- [x] Bound it (done: 2026-02-01, type: prevent)"))
      $0.add("b", "2026-04-10", "root_causes: [leak]")
    }
    #expect(alone == ["b: failed-action, done 68"])
    #expect(amongTwo == ["b: unknown, done 68"])
  }

  @Test func aKeptPromiseOutweighsAnOpenOne() throws {
    let verdicts = try verdicts {
      $0.add(
        "a", "2026-01-05", "root_causes: [leak]",
        body: actions(
          "- [ ] Fence it (due: 2026-03-01, addresses: leak)", "- [x] Bound it (done: 2026-02-01, addresses: leak)"))
      $0.add("b", "2026-04-10", "root_causes: [leak]")
    }
    #expect(verdicts == ["b: failed-action, done 68, open 40"])
  }

  @Test func aPromiseThatFailedBeforeDecidesOnlyWhereNothingNewerIsKnown() throws {
    let verdicts = try verdicts {
      $0.add(
        "a", "2026-01-01", "root_causes: [leak]", body: actions("- [x] Bound it (done: 2026-01-02, addresses: leak)"))
      $0.add("b", "2026-01-12", "root_causes: [leak]")
      $0.add(
        "c", "2026-02-01", "root_causes: [leak]", body: actions("- [ ] Fence it (due: 2026-02-20, addresses: leak)"))
      $0.add("d", "2026-02-10", "root_causes: [leak]")
    }
    #expect(
      verdicts == [
        "b: failed-action, done 10", "c: failed-action, done 30", "d: open-action, open -10, done 39",
      ])
  }

  @Test func aPromiseMadeAfterTheRepeatIsNotHeldAgainstIt() throws {
    let verdicts = try verdicts {
      $0.add("a", "2026-01-05", "root_causes: [leak]")
      $0.add("b", "2026-01-05", "root_causes: [leak]", body: actions("- [ ] Bound it (addresses: leak)"))
      $0.add("c", "2026-01-06", "root_causes: [leak]")
    }
    #expect(verdicts == ["b: no-action", "c: open-action, open"])
  }

  @Test func aDrillIsNoStrikeAndANearMissIs() throws {
    let verdicts = try verdicts {
      $0.add("a", "2026-01-05", "root_causes: [leak]")
      $0.add("drill", "2026-02-05", "kind: drill\nroot_causes: [leak]")
      $0.add("near", "2026-03-05", "kind: near-miss\nroot_causes: [leak]")
    }
    #expect(verdicts == ["near: no-action"])
  }

  @Test func anotherOrganisationsPlansAreNoPromise() throws {
    let fixed = actions("- [x] Bound it (done: 2026-01-20, addresses: leak)")
    let verdicts = try verdicts {
      $0.add("a", "2026-01-05", "origin: external\nteams: [acme]\nroot_causes: [leak]", body: fixed)
      $0.add("b", "2026-02-05", "origin: external\nteams: [other]\nroot_causes: [leak]")
      $0.add("c", "2026-03-05", "origin: external\nteams: [acme]\nroot_causes: [leak]")
      $0.add("d", "2026-04-05", "teams: [acme]\nroot_causes: [leak]")
    }
    #expect(verdicts == ["b: no-action", "c: unknown, done 44", "d: no-action"])
  }

  @Test func aPromiseAgainstWhatOnlyContributedCountsToo() throws {
    let verdicts = try verdicts {
      $0.add(
        "a", "2026-01-05", "root_causes: [race]\ncontributing_factors: [leak]",
        body: actions("- [ ] Bound it (addresses: leak)"))
      $0.add("b", "2026-04-10", "root_causes: [leak]")
    }
    #expect(verdicts == ["b: open-action, open"])
  }
}
