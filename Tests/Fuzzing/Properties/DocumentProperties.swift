internal import Diagnostics
internal import Markdown
internal import PostMortems

/// What holds of every tree and of every draft that is read from one.
enum DocumentProperties {
  static func check(_ document: Document) throws(Violation) {
    try SpanProperties.check(document.findings, in: document.source)
    for (index, node) in document.nodes.enumerated() {
      try expect(node.parent < index, "node \(index) stands before its parent \(node.parent)")
      try expect(index < node.end && node.end <= document.nodes.count, "node \(index) ends at \(node.end)")
      if node.parent >= 0 {
        try expect(node.end <= document.nodes[node.parent].end, "node \(index) ends behind its parent")
      }
      try expect(
        0 <= node.span.start && node.span.end <= document.source.bytes.count, "node \(index) at \(node.span)")
    }
  }

  static func check(_ draft: PostMortemDraft) throws(Violation) {
    let source = draft.source
    try check(draft.document)
    try SpanProperties.check(draft.findings, in: source)
    try SpanProperties.check(draft.title.span, in: source, of: "title")
    try SpanProperties.check(draft.id.span, in: source, of: "id")
    for date in draft.dates { try SpanProperties.check(date.span, in: source, of: "date") }
    for signature in draft.signatures { try SpanProperties.check(signature.span, in: source, of: signature.text) }
    try checkSections(draft)
    try checkTimeline(draft)
    try checkActions(draft)
  }

  private static func checkSections(_ draft: PostMortemDraft) throws(Violation) {
    for section in draft.sections {
      try SpanProperties.check(section.titleSpan, in: draft.source, of: "section '\(section.title)'")
      try expect(section.content.upperBound <= draft.document.nodes.count, "section '\(section.title)'")
    }
  }

  private static func checkTimeline(_ draft: PostMortemDraft) throws(Violation) {
    for event in draft.timeline?.events ?? [] {
      try SpanProperties.check(event.span, in: draft.source, of: "row '\(event.text)'")
      try SpanProperties.check(event.timeSpan, in: draft.source, of: "time of '\(event.text)'")
      try expect(event.content.upperBound <= draft.document.nodes.count, "content of '\(event.text)'")
      try expect(isOneLine(event.text), "row of several lines: '\(event.text)'")
    }
  }

  private static func checkActions(_ draft: PostMortemDraft) throws(Violation) {
    for item in draft.actionItems {
      try SpanProperties.check(item.span, in: draft.source, of: "item '\(item.text)'")
      try expect(item.content.upperBound <= draft.document.nodes.count, "content of '\(item.text)'")
      try expect(isOneLine(item.text), "item of several lines: '\(item.text)'")
      for word in [item.owner, item.ticket] + item.addresses {
        if let word { try SpanProperties.check(word.span, in: draft.source, of: "'\(word.value)'") }
      }
      for day in [item.due, item.done] {
        if let day { try SpanProperties.check(day.span, in: draft.source, of: "day of '\(item.text)'") }
      }
    }
  }

  private static func isOneLine(_ text: String) -> Bool { !text.utf8.contains { $0 == 0x0A || $0 == 0x0D } }
}
