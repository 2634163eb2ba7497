/// Infers from an item's words what it changes and how much it relies on people.
///
/// The first telling word decides, as the verb and its object come before the circumstances: "document how to fail over"
/// changes a process, "fail over when the alert fires" mitigates. Words that tell nothing give nil.
package enum ActionClassifier {
  /// What kind of change the words describe.
  package static func type(of text: String) -> ActionType? {
    first(in: text, of: typeTerms) ?? first(in: text, of: generalTypeTerms)
  }

  /// How strong a change the words describe, after the hierarchy of VA/RCA²: strong removes the hazard, intermediate
  /// makes a machine notice or bear it, weak asks people to know, read or remember.
  package static func strength(of text: String) -> Strength? {
    first(in: text, of: strengthTerms) ?? first(in: text, of: generalStrengthTerms)
  }

  /// A term is one or more word beginnings in a row: `rate limit` is found in `rate-limiting`.
  private struct Term<Value: Sendable>: Sendable {
    let beginnings: [[UInt8]]
    let value: Value

    var length: Int { beginnings.reduce(0) { $0 + $1.count } }
  }

  private static func first<Value: Sendable>(in text: String, of terms: [UInt8: [Term<Value>]]) -> Value? {
    let words = words(of: text)
    for index in words.indices {
      let candidates = words[index].first.flatMap { terms[$0] } ?? []
      var best: Term<Value>?
      for term in candidates where matches(term.beginnings, words, at: index) {
        if term.length > best?.length ?? 0 { best = term }
      }
      if let best { return best.value }
    }
    return nil
  }

  private static func matches(_ beginnings: [[UInt8]], _ words: [ArraySlice<UInt8>], at index: Int) -> Bool {
    guard index + beginnings.count <= words.count else { return false }
    return beginnings.indices.allSatisfy { matches(beginnings[$0], words[index + $0]) }
  }

  /// A beginning of at most three letters has to be the whole word, bar a plural.
  private static func matches(_ beginning: [UInt8], _ word: ArraySlice<UInt8>) -> Bool {
    guard word.starts(with: beginning) else { return false }
    return beginning.count > 3 || word.count == beginning.count
      || word.count == beginning.count + 1 && word.last == UInt8(ascii: "s")
  }

  private static func words(of text: String) -> [ArraySlice<UInt8>] {
    text.utf8.prefix(2000).map(\.lowercased).split { !($0.isLetter || $0.isDigit || $0 >= 0x80) }
  }

  private static func compile<Value: Sendable>(_ lists: [(Value, String)]) -> [UInt8: [Term<Value>]] {
    var terms: [UInt8: [Term<Value>]] = [:]
    for (value, list) in lists {
      for entry in list.split(separator: ",") {
        let beginnings = entry.split(whereSeparator: { $0 == " " || $0.isNewline }).map { Array($0.utf8) }
        guard let letter = beginnings.first?.first else { continue }
        terms[letter, default: []].append(Term(beginnings: beginnings, value: value))
      }
    }
    return terms
  }

  private static let typeTerms = compile([
    (
      ActionType.detect,
      """
      alert, alarm, monitor, detect, observab, dashboard, metric, notif, probe, health check, healthcheck, synthetic,
      page the, page on, paging, logging, log, logs, instrument, tracing, visib, watch, smoketest, uptime, sentry,
      pingdom, pagerduty, grafana, prometheus, statuspage, threshold
      """
    ),
    (
      .process,
      """
      document, runbook, playbook, train, process, polic, checklist, review, communicat, on call, oncall, drill,
      procedure, guideline, discuss, agree, meeting, write up, post mortem, postmortem, schedule, responsib, wiki,
      teach, educat, announce, decide, talk, refamiliar, incident report, incident response, retrospective, guide,
      recommend, write down, ask, inform, describe, define, plan, remind, practi, articulate, establish, careful,
      note that, hire, consider, investigat, research, evaluate, assess, figure out, reflect on, reflect if, look into, identif, raise
      """
    ),
    (
      .mitigate,
      """
      rollback, roll back, rolling back, revert, failover, fail over, restart, backup, back up, restor, recover, autoscal,
      scale, scaling, rate limit, circuit breaker, timeout, time out, retr, load shed, kill switch, degrad, fallback,
      fall back, redundan, replica, capacity, throttl, quota, graceful, spread, self heal, feature flag, drain, failing
      over, pre scale, canary, blast radius, backoff, resource limit, memory limit, backlog, expand, increase, resiz
      """
    ),
    (
      .prevent,
      """
      fix, upgrade, validat, test, ci, guard, block, remove, replac, isolat, pin, lint, refactor, disable, prevent,
      enforc, eliminat, separat, migrat, rewrite, re architect, rearchitect, redesign, restrict, lock,
      version, privileg, permission, delete, clean, avoid, stop, move, switch, split, decoupl, harden, patch,
      rotat, renew, encrypt, staging, sanitiz, sanitis, schema, require, ban, allow list, limit, do not, don t,
      downgrade, parallel, unique, constraint
      """
    ),
  ])

  /// Words that fit every kind of change, for items that have no better one.
  private static let generalTypeTerms = compile([
    (
      ActionType.prevent,
      "automat, update, ensure, handle, change, make, introduce, implement, use, support, set, store"
    )
  ])

  private static let generalStrengthTerms = compile([
    (
      Strength.intermediate,
      "update, configur, setting, implement, introduce, adjust, add, deploy, improve, support, set"
    )
  ])

  private static let strengthTerms = compile([
    (
      Strength.strong,
      """
      eliminat, remove, replac, redesign, re architect, rearchitect, refactor, isolat, separat, decoupl, enforc, guard,
      interlock, automat, auto rollback, migrat, impossible, unrepresentable, single point of failure, least privilege,
      block, rewrite, split, prevent, disable, ban, get rid, lock, pin, version lock, restrict, segment, partition,
      blue green, stop using, idempot, validat, reject, require, store, move away, delete, self heal, do not allow
      """
    ),
    (
      .intermediate,
      """
      alert, alarm, monitor, detect, canary, redundan, replica, backup, back up, test, ci, autoscal, scale, scaling,
      limit, rate limit, circuit breaker, timeout, retr, dashboard, lint, staged, gradual, progressive, feature flag,
      failover, fail over, rollback, roll back, revert, metric, health check, healthcheck, probe, notif, log, logs,
      logging, instrument, synthetic, quota, throttl, staging, fix, upgrade, patch, harden, increase, capacity,
      handle, graceful, fallback, smoke, switch, tune, priorit, load shed, kill switch, checklist, script, observab,
      visib, move, rotat, cache, batch, tool, expand, resiz, downgrade, cleanup, clean up,
      automated alert, automated notif, automated monitor, automated test, automatic alert, alert automatic
      """
    ),
    (
      .weak,
      """
      document, train, review, communicat, discuss, remind, warn, polic, guideline, careful, wiki, process, meeting,
      investigat, teach, educat, announce, decide, talk, refamiliar, runbook, playbook, procedure, write down, write up,
      ask, inform, describe, agree, consider, incident report, retrospective, note that, establish, practi, drill,
      define, plan, articulate, research, evaluate, assess, figure out, reflect on, reflect if, look into, guide, recommend, raise,
      encourage, emphasi, hire, pay attention, make sure everyone, schedule, responsib, keep an eye, watch, identif,
      explore, clarif
      """
    ),
  ])
}

/// A value with whether its author gave it or we inferred it.
package struct Classified<Value: Hashable & Sendable>: Hashable, Sendable {
  package let value: Value
  package let isInferred: Bool
}

extension ActionItem {
  /// What the words say the item changes, whatever its author wrote.
  package var inferredType: ActionType? { ActionClassifier.type(of: text) }

  /// How strong the words say the item is, whatever its author wrote.
  package var inferredStrength: Strength? { ActionClassifier.strength(of: text) }

  /// The author's type, or else the inferred one.
  package var classifiedType: Classified<ActionType>? { Self.classified(type) { inferredType } }

  /// The author's strength, or else the inferred one.
  package var classifiedStrength: Classified<Strength>? { Self.classified(strength) { inferredStrength } }

  private static func classified<Value>(_ given: Value?, orElse infer: () -> Value?) -> Classified<Value>? {
    if let given { return Classified(value: given, isInferred: false) }
    return infer().map { Classified(value: $0, isInferred: true) }
  }
}
