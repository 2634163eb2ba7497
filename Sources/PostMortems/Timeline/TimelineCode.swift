internal import Diagnostics
internal import Markdown

/// Rows that stand in a code block, as authors keep the columns of a log.
extension TimelineWalk {
  /// Reads the code of a section in which nothing else gives times: lines that begin with one, where most lines do.
  mutating func readCode(in content: Range<Int>) {
    for node in content {
      guard case .codeBlock = document.nodes[node].kind else { continue }
      let found = codeRows(document.nodes[node].span)
      guard found.rows.count >= 2, found.rows.count * 2 >= found.lines else { continue }
      rows += found.rows
      rest.removeAll { $0 == node }
    }
  }

  private func codeRows(_ span: SourceSpan) -> (rows: [TimelineRow], lines: Int) {
    let source = document.source
    var rows: [TimelineRow] = []
    var lines = 0
    guard span.end > span.start else { return ([], 0) }
    for number in source.line(at: span.start)...source.line(at: span.end - 1) {
      let line = source.lineSpan(number)
      let text = LabelledLine(source.bytes, line)
      guard !text.isBlank, !text.isFence else { continue }
      lines += 1
      let cursor = ByteCursor(source.bytes, from: line.start, to: line.end)
      guard let time = TimeReader.read(cursor), time.isReadable, time.clock != nil || time.elapsed != nil else {
        continue
      }
      let place = SourceSpan(time.range.lowerBound, time.range.upperBound)
      rows.append(
        TimelineRow(
          time: time, text: InlineText.oneLine(source.bytes[min(time.rest, line.end)..<line.end]),
          span: SourceSpan(place.start, line.end), timeSpan: place))
    }
    return (rows, lines)
  }
}
