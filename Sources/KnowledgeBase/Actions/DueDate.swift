internal import Diagnostics
internal import Language
package import PostMortems

/// By when a promise is to be kept, and who says so.
package struct DueDate: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    /// The document, or the tracker of its ticket.
    case stated
    /// The settings, for want of a date: so many weeks at this severity.
    case serviceLevel(severity: String, weeks: Int)
  }

  package let day: Day
  package let origin: Origin

  /// `SEV1 items are due within 4 weeks`; nil for a date that somebody set.
  package var explanation: String? {
    guard case .serviceLevel(let severity, let weeks) = origin else { return nil }
    return say(
      weeks, one: "no date is set, and \(severity) items are due within \(weeks) week",
      other: "no date is set, and \(severity) items are due within \(weeks) weeks")
  }

  /// The stated date; for an open item without one the service level of its incident's severity, counted from the
  /// post-mortem's publication where that is known, else from the incident's end.
  ///
  /// Items without a stated state keep none: nobody can be late with what nobody said was open.
  init?(_ item: ActionItem, of postMortem: PostMortem, settings: Settings) {
    if let due = item.due?.value {
      self.init(day: due, origin: .stated)
      return
    }
    guard item.state == .open, postMortem.status == .published, !postMortem.isExternal,
      let severity = postMortem.severity?.name, let weeks = settings.actionWeeks(of: severity),
      let start = postMortem.fields.published?.value.day ?? postMortem.end?.day
    else { return nil }
    self.init(day: start.adding(days: 7 * weeks), origin: .serviceLevel(severity: severity, weeks: weeks))
  }

  private init(day: Day, origin: Origin) {
    self.day = day
    self.origin = origin
  }
}

extension PostMortem {
  /// When the incident was over, as far as anybody wrote it down.
  var end: Instant? { [resolved, mitigated, started].compactMap { $0 }.max() }
}

extension LedgerEntry {
  /// Whether a calendar has a day for it: a promise that is open, or whose state nobody stated, with a date.
  package var isScheduled: Bool { standing == .promised && isOpen && due != nil }
}
