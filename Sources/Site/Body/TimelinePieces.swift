import Diagnostics
import Markdown
import PostMortems

/// A timeline section as rows and what stands between them, in the author's order.
struct TimelinePieces {
  let body: DocumentBody
  let draft: PostMortemDraft
  let section: Section

  func segments(chart: TimelineChartView?, _ mentions: inout FootnoteMentions) -> [BodySegment] {
    var segments: [BodySegment] = []
    var chart = chart
    var days = DayMarks()
    var rows: [EventView] = []
    var loose: [Int] = []
    func flushLoose() {
      let html = LooseNodes.html(loose, body, &mentions)
      if !html.isEmpty { segments.append(BodySegment(html: html)) }
      loose = []
    }
    func flushRows() {
      guard !rows.isEmpty else { return }
      segments.append(BodySegment(chart: chart, events: EventList(rows: rows)))
      chart = nil
      rows = []
    }
    for piece in pieces() {
      switch piece {
      case .event(let event):
        flushLoose()
        rows.append(EventView(event, in: body, days: &days, mentions: &mentions))
      case .rest(let node):
        flushRows()
        loose.append(node)
      }
    }
    flushLoose()
    flushRows()
    return segments
  }

  private enum Piece {
    case event(TimelineEvent)
    case rest(Int)
  }

  private func pieces() -> [Piece] {
    let span = SectionSpan.span(of: section, in: body.document)
    let events = (draft.timeline?.events ?? []).filter { span.contains($0.span.start) }
    let rest = (draft.timeline?.rest ?? []).filter { node in
      section.content.contains(node) && !events.contains { $0.content.contains(node) }
    }
    let placed =
      events.map { (offset: $0.span.start, piece: Piece.event($0)) }
      + rest.map { (offset: body.document.nodes[$0].span.start, piece: Piece.rest($0)) }
    return placed.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element.piece)
  }
}
