internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Verdicts on incidents: what somebody has to write first, the rest in a line each.
struct DueText {
  private let base: KnowledgeBase

  init(_ base: KnowledgeBase) {
    self.base = base
  }

  func lines(_ verdicts: [DueVerdict]) -> [String] { verdicts.flatMap(lines) }

  private func lines(_ verdict: DueVerdict) -> [String] {
    let day = verdict.incident.started?.day.iso ?? "no date   "
    let word = verdict.verdict.rawValue
    let padding = String(repeating: " ", count: max(0, 8 - word.utf8.count))
    var lines = [
      "\(word)\(padding)\(day)  \(Visible.text(verdict.incident.title)) (\(Visible.text(verdict.incident.id)))",
      "        \(Visible.text(verdict.reason)) [\(verdict.rule)]",
    ]
    if let due = verdict.due {
      let late = verdict.lateDays.map { ", \($0) \($0 == 1 ? "day" : "days") ago" } ?? ""
      let form = verdict.isMinorEnough ? "; the short form is enough: debrief new --skeleton minor" : ""
      lines.append("        due \(due.iso)\(late)\(form)")
    }
    if let position = verdict.postMortem { lines.append("        \(base.postMortems[position].file)") }
    return lines
  }

  /// `12 incidents: 3 late, 1 owed, 6 written, 1 waived, 1 not due`.
  func summary(_ verdicts: [DueVerdict]) -> String {
    let counts = DueVerdict.Verdict.allCases.compactMap { verdict -> String? in
      let count = verdicts.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(count) \(verdict == .notDue ? "not due" : verdict.rawValue)"
    }
    let whole = "\(verdicts.count) \(verdicts.count == 1 ? "incident" : "incidents")"
    return counts.isEmpty ? whole : "\(whole): \(counts.joined(separator: ", "))"
  }
}
