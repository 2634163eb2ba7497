internal import Diagnostics
internal import Markdown
package import PostMortems

/// What a chaos experiment showed, as evidence in the record of the cause that it tests.
package enum ExperimentEvidence {
  /// `Pull the plug of one node, 2026-05-04: completed, steady state held`.
  package static func line(of experiment: ImportedExperiment) -> String? {
    guard let started = experiment.started else { return nil }
    let state = experiment.hasDeviated.map { $0 ? "steady state lost" : "steady state held" }
    let result = [experiment.status, state].compactMap { $0 }.joined(separator: ", ")
    return "\(oneLine(experiment.title)), \(started.day.iso)" + (result.isEmpty ? "" : ": \(result)")
  }

  /// The cause whose title or alias has all its words in the experiment's; the longest such name decides.
  package static func cause(of experiment: ImportedExperiment, in causes: [CauseRecord]) -> CauseRecord? {
    let told = Set(RowWords.split("\(experiment.title) \(experiment.summary ?? "")").map(stem))
    var best: (count: Int, cause: CauseRecord)?
    for cause in causes {
      for name in [cause.title.value, cause.slug] + cause.aliases.map(\.value) {
        let words = Set(RowWords.split(name).filter { $0.utf8.count > 2 }.map(stem))
        guard words.count >= 2, words.isSubset(of: told), words.count > best?.count ?? 0 else { continue }
        best = (words.count, cause)
      }
    }
    return best?.cause
  }

  /// Without the ending of a plural.
  private static func stem(_ word: String) -> String {
    word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }

  /// The record with the evidence under `tested_by`; nil where it has it, or where its front matter has another form.
  package static func text(adding line: String, to cause: CauseRecord) -> String? {
    guard !cause.testedBy.contains(where: { $0.value == line }), let block = cause.document.frontMatter,
      block.format == .yaml, block.isReadable
    else { return nil }
    let source = cause.document.source
    let item = "  - \(YAMLWords.text(line))\n"
    let last = source.line(at: block.span.end)
    guard
      let number = (source.line(at: block.span.start)...last).first(where: { number in
        let span = source.lineSpan(number)
        return source.bytes[span.start..<span.end].starts(with: "tested_by:".utf8)
      })
    else { return insert("tested_by:\n" + item, at: source.lineStarts[last - 1], in: source) }
    if cause.testedBy.isEmpty {
      let span = source.lineSpan(number)
      let text = source.text(SourceSpan(0, span.start)) + "tested_by:\n" + item
      return text
        + source.text(
          SourceSpan(number < source.lineStarts.count ? source.lineStarts[number] : span.end, source.bytes.count))
    }
    return addItem(line, item, to: cause, at: number)
  }

  /// Behind the last item, in a list on one line as in one of lines.
  private static func addItem(_ line: String, _ item: String, to cause: CauseRecord, at number: Int) -> String? {
    let source = cause.document.source
    let span = source.lineSpan(number)
    let head = source.text(span)
    if let close = head.lastIndex(of: "]"), head.contains("[") {
      let offset = span.start + head.utf8.distance(from: head.startIndex, to: close)
      return insert(", \(JSONValue.string(line).compact)", at: offset, in: source)
    }
    guard oneLine(String(head.dropFirst("tested_by:".count))).isEmpty, let end = cause.testedBy.map(\.span.end).max()
    else {
      return nil
    }
    let next = source.line(at: end)
    guard next < source.lineStarts.count else { return nil }
    return insert(item, at: source.lineStarts[next], in: source)
  }

  private static func insert(_ text: String, at offset: Int, in source: SourceFile) -> String {
    source.text(SourceSpan(0, offset)) + text + source.text(SourceSpan(offset, source.bytes.count))
  }

  /// A drill for an experiment that tests no recorded cause; nil for one that was never run.
  package static func drill(_ experiment: ImportedExperiment) -> ImportedIncident? {
    guard let started = experiment.started else { return nil }
    var drill = ImportedIncident(
      system: .chaosToolkit, id: ShortHash.of("\(experiment.title) \(started.seconds)"), title: experiment.title)
    drill.isDrill = true
    drill.started = started
    drill.summary = experiment.summary
    drill.events = experiment.steps
    if let ended = experiment.ended {
      drill.events.append(ImportedEvent(at: ended, text: "Experiment ended", system: .chaosToolkit))
    }
    if let line = line(of: experiment) { drill.notes.append(line) }
    return drill
  }
}
