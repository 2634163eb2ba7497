internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Action items as somebody reads them who has to see that they get done.
struct ActionsText {
  private let base: KnowledgeBase
  /// Whether the caller asked for particular items, so that none is left out.
  private let isFiltered: Bool

  /// What is settled, or nobody here promised, is told by its first lines.
  private static let mostSettled = 5

  init(_ base: KnowledgeBase, isFiltered: Bool) {
    self.base = base
    self.isFiltered = isFiltered
  }

  /// A paragraph a column of the board.
  func lines(_ entries: [LedgerEntry]) -> [String] {
    ActionBoard(entries, asOf: base.asOf).columns.enumerated().flatMap { number, column in
      (number == 0 ? [] : [""]) + paragraph(column.column, column.entries)
    }
  }

  private func paragraph(_ column: ActionBoard.Column, _ entries: [LedgerEntry]) -> [String] {
    let shown = isFiltered || !isSettled(column) ? entries[...] : entries.prefix(Self.mostSettled)
    var lines = ["\(column.title) (\(entries.count))"] + shown.flatMap(item)
    if shown.count < entries.count { lines.append("  … and \(entries.count - shown.count) more; --json lists all") }
    return lines
  }

  private func isSettled(_ column: ActionBoard.Column) -> Bool {
    switch column {
    case .done, .closed, .declined, .reported: true
    case .overdue, .soon, .unowned, .undated, .later, .draft: false
    }
  }

  private func item(_ entry: LedgerEntry) -> [String] {
    let postMortem = base.postMortems[entry.postMortem]
    let kind = [entry.item.type?.rawValue, entry.item.strength.map { "(\($0.rawValue))" }].compactMap { $0 }
    let facts = [
      owner(entry), time(entry), kind.isEmpty ? nil : kind.joined(separator: " "),
      entry.item.ticket.map { Visible.text($0.value) },
    ]
    let severity = postMortem.severity.map { "\($0.name) " } ?? ""
    return [
      "  \(mark(entry)) \(Visible.text(entry.item.text))",
      "      \(facts.compactMap { $0 }.joined(separator: ", "))",
      "      \(severity)\(Visible.text(postMortem.title)), \(postMortem.file):\(entry.line(in: base))",
    ] + reasons(entry)
  }

  private func mark(_ entry: LedgerEntry) -> String {
    switch entry.item.state {
    case .open: entry.overdueDays == nil ? "[ ]" : "[!]"
    case .unknown: entry.overdueDays == nil ? "[?]" : "[!]"
    case .done: "[x]"
    case .declined, .superseded: "[-]"
    }
  }

  private func owner(_ entry: LedgerEntry) -> String? {
    if let owner = entry.item.owner { return Visible.text(owner.value) }
    return entry.isPromise && entry.isOpen ? "nobody" : nil
  }

  private func time(_ entry: LedgerEntry) -> String? {
    if let done = entry.item.done { return "done \(done.value.iso)" }
    guard entry.isOpen, let due = entry.due else { return entry.isPromise && entry.isOpen ? "no date" : nil }
    guard let late = entry.overdueDays else { return "due \(due.day.iso)" }
    return "\(late) \(late == 1 ? "day" : "days") late, due \(due.day.iso)"
  }

  private func reasons(_ entry: LedgerEntry) -> [String] {
    let level = entry.isOpen ? entry.due?.explanation : nil
    let reason = entry.item.reason.map { "reason: \(Visible.text($0))" }
    return [level, reason].compactMap { $0 }.map { "      \($0)" }
  }

  func summary(_ entries: [LedgerEntry]) -> String {
    let promises = entries.filter { $0.standing == .promised }
    let open = promises.count(where: \.isOpen)
    let overdue = promises.count { $0.overdueDays != nil }
    var parts = ["\(promises.count) \(promises.count == 1 ? "promise" : "promises"): \(open) open, \(overdue) overdue"]
    let drafts = entries.count { $0.standing == .draft }
    let reported = entries.count { $0.standing == .reported }
    if drafts > 0 { parts.append("\(drafts) in drafts") }
    if reported > 0 { parts.append("\(reported) reported by other organisations") }
    return parts.joined(separator: "; ") + "; as of \(base.asOf.iso)"
  }
}
