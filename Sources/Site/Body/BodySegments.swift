import Diagnostics
import KnowledgeBase
import Markdown
import PostMortems

/// Cuts a post-mortem's body into segments. Whatever a section's reader did not take stays where it stood.
struct BodySegments {
  let body: DocumentBody
  let draft: PostMortemDraft
  let entries: ArraySlice<LedgerEntry>
  let site: SiteSource
  let root: String
  let chart: TimelineChartView?

  func segments() -> [BodySegment] {
    var segments: [BodySegment] = []
    var plain: [Int] = []
    var mentions = FootnoteMentions()
    var covered = 0
    var chart = chart
    let shaped = shapedSections()
    for block in body.blocks where block >= covered {
      guard let section = shaped.first(where: { $0.content.lowerBound == block }) else {
        plain.append(block)
        continue
      }
      append(plain, &segments, &mentions)
      plain = []
      if section.role == .timeline {
        segments += TimelinePieces(body: body, draft: draft, section: section).segments(chart: chart, &mentions)
        chart = nil
      } else {
        segments += ActionPieces(body: body, entries: entries, section: section).segments(site, root, &mentions)
      }
      covered = section.content.upperBound
    }
    append(plain, &segments, &mentions)
    return segments
  }

  private func append(_ blocks: [Int], _ segments: inout [BodySegment], _ mentions: inout FootnoteMentions) {
    let html = body.html(of: blocks, mentions: &mentions)
    if !html.isEmpty { segments.append(BodySegment(html: html)) }
  }

  /// The sections that have a form of their own: whole blocks with something read in them.
  private func shapedSections() -> [Section] {
    draft.sections.enumerated().filter { index, section in
      guard section.role == .timeline || section.role == .actionItems, isOutermost(index), !section.content.isEmpty
      else { return false }
      if case .boldLabel = section.opening { return false }
      if section.role == .actionItems {
        return ActionPieces(body: body, entries: entries, section: section).canBeShaped
      }
      let span = SectionSpan.span(of: section, in: body.document)
      return draft.timeline?.events.contains { span.contains($0.span.start) } ?? false
    }.map(\.element)
  }

  private func isOutermost(_ index: Int) -> Bool {
    var parent = draft.sections[index].parent
    while let outer = parent {
      let role = draft.sections[outer].role
      if role == .timeline || role == .actionItems { return false }
      parent = draft.sections[outer].parent
    }
    return true
  }
}

/// Where a section's content stands in the source.
enum SectionSpan {
  static func span(of section: Section, in document: Document) -> Range<Int> {
    let content = section.content
    guard content.lowerBound < document.nodes.count, !content.isEmpty else { return 0..<0 }
    let start = document.nodes[content.lowerBound].span.start
    let end =
      content.upperBound < document.nodes.count
      ? document.nodes[content.upperBound].span.start : document.source.bytes.count
    return start..<max(start, end)
  }
}
