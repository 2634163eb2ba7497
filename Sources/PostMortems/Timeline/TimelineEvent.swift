package import Diagnostics

/// One row of a timeline, as its author wrote it.
package struct TimelineEvent: Hashable, Sendable {
  /// When it happened; nil where the row has a time that cannot be placed on a day.
  package var at: Instant?
  /// The end of a range such as `17:15 - 23:00`.
  package var until: Instant?
  /// True for `~16:05`, `c. 7.00`, `around 15:40`.
  package var isApproximate: Bool
  /// Whether a zone was stated for this row, by its heading, its document or the settings; false where UTC was assumed.
  package var hasZone: Bool
  /// The words of the row without its time, one line.
  package var text: String
  package var marker: TimelineMarker?
  /// From the time to the end of the row.
  package var span: SourceSpan
  /// Where the time itself stands.
  package var timeSpan: SourceSpan
  /// The nodes that hold the words, for rendering with their markup; empty where only `text` is known.
  package var content: Range<Int>
  /// How many bytes of the first content node's text belong to the time and not to the words.
  package var contentOffset: Int

  package init(
    at: Instant?, until: Instant? = nil, isApproximate: Bool = false, hasZone: Bool, text: String,
    marker: TimelineMarker? = nil, span: SourceSpan, timeSpan: SourceSpan, content: Range<Int>, contentOffset: Int = 0
  ) {
    self.at = at
    self.until = until
    self.isApproximate = isApproximate
    self.hasZone = hasZone
    self.text = text
    self.marker = marker
    self.span = span
    self.timeSpan = timeSpan
    self.content = content
    self.contentOffset = contentOffset
  }
}

/// What a row says of itself, in bold or brackets at its head.
package enum TimelineMarker: String, CaseIterable, Sendable {
  case trigger, detection, diagnosis, mitigation, resolution, keyMoment = "key moment"
}
