internal import Diagnostics
internal import PostMortems

/// Whether a timeline tells of a phase that the front matter gives.
enum PhaseRow {
  /// A timeline that would have a row for every phase: three or more with a clock.
  static func isTold(_ phase: Instant, in draft: PostMortemDraft, by markers: [TimelineMarker], words: [String]) -> Bool
  {
    let rows = (draft.timeline?.events ?? []).filter { $0.at.map { $0.precision != .day } ?? false }
    guard rows.count > 2, phase.precision != .day else { return true }
    return rows.contains { row in
      if row.marker.map(markers.contains) ?? false { return true }
      return isNear(phase, row) || has(words, in: row)
    }
  }

  /// Ten minutes either way.
  private static func isNear(_ phase: Instant, _ row: TimelineEvent) -> Bool {
    guard let at = row.at else { return false }
    return (at.seconds - 600)...(max(row.until?.seconds ?? at.seconds, at.seconds) + 600) ~= phase.seconds
  }

  private static func has(_ words: [String], in row: TimelineEvent) -> Bool {
    let text = row.text.utf8.map(\.folded)[...]
    return words.contains { text.firstIndex(of: $0.utf8) != nil }
  }
}
