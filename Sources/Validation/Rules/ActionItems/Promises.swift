internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

extension PostMortemDraft {
  /// Whether the document is about another organisation's incident.
  var isExternal: Bool { fields.origin?.value == "external" }

  /// The action items that bind somebody here: those of another organisation's report do not.
  var promises: [ActionItem] { isExternal ? [] : actionItems }

  /// The promises that are still to be kept, or that say nothing of their state.
  var pendingPromises: [ActionItem] { promises.filter { $0.state == .open || $0.state == .unknown } }

  /// Where a finding about all action items together belongs: at their heading.
  var actionItemsPlace: SourceSpan { section(.actionItems)?.titleSpan ?? title.span }

  /// The place of the incident's severity on the scale, 1 for the gravest.
  func rank(in settings: Settings) -> Int? { fields.severity.flatMap { settings.rank(of: $0.value) } }
}

extension ActionItem {
  /// Its first words, for a message.
  var excerpt: String {
    text.count <= 50 ? text : String(text.prefix(49)) + "…"
  }

  /// Whether nobody has given it up.
  var isStanding: Bool { state != .declined && state != .superseded }
}

extension Sequence where Element == Finding {
  /// Each place once: a group's owner or date stands in one place for all of its items.
  var oncePerPlace: [Finding] {
    var seen: Set<SourceSpan> = []
    return filter { seen.insert($0.span).inserted }
  }
}
