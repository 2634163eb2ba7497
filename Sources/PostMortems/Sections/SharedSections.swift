internal import Diagnostics
internal import Markdown

/// Sections that share a place with another: the second half of a heading with two subjects, and the lines of a block
/// that says a word on each.
extension SectionReader {
  /// Gives `Impact and detection` both roles, the second where no other section has it.
  mutating func readSecondRoles() {
    for index in sections.indices {
      let section = sections[index]
      guard let first = section.role, Self.shared.contains(first), isNamed(section)
      else { continue }
      for role in SectionTitle.rolesOfParts(section.title) where Self.shared.contains(role) && !has(role) {
        if role == .timeline, !TimelineShape(document, section.content).isTimeline(atLeast: 2) { continue }
        sections.append(
          Section(
            role: role, title: section.title, opening: section.opening, titleSpan: section.titleSpan,
            titleNode: section.titleNode, content: section.content, parent: index))
      }
    }
  }

  private static let shared: Set<SectionRole> = [
    .summary, .impact, .timeline, .rootCause, .contributingFactors, .detection, .resolution, .lessonsLearned,
    .actionItems,
  ]

  private func isNamed(_ section: Section) -> Bool {
    section.isHeading || section.opening == .boldLine || acceptsPlainLabels && section.title.last == ":"
  }

  private func has(_ role: SectionRole) -> Bool { sections.contains { $0.role == role } }

  /// `What broke` tells what happened where another section gives the cause.
  mutating func settleBreakage() {
    guard !has(.summary), sections.count(where: { $0.role == .rootCause && $0.isHeading }) > 1 else { return }
    let first = sections.firstIndex { $0.role == .rootCause && $0.isHeading }
    guard let first, Self.breakage.contains(SectionTitle.normalised(sections[first].title)) else { return }
    sections[first] = sections[first].with(role: .summary)
  }

  private static let breakage: Set<String> = [
    "what broke", "what failed", "what went down", "what was broken", "what stopped working", "what crashed",
    "what fell over", "what went wrong",
  ]

  /// Takes lines that begin with a section's name, `Impact: no builds for four hours`, where at least two do so and no
  /// section has their roles: a report's head often says all in a line each.
  mutating func readLabelledLines() {
    let closed = sections.filter { $0.role == .timeline || $0.role == .actionItems || $0.role == .references }
    var found: [Section] = []
    for paragraph in document.nodes.indices {
      guard case .paragraph = document.nodes[paragraph].kind,
        !closed.contains(where: { $0.content.contains(paragraph) })
      else { continue }
      found += labelledLines(in: paragraph)
    }
    guard Set(found.compactMap(\.role)).count >= 2 else { return }
    let known = Set(sections.compactMap(\.role))
    sections += found.filter { section in !(section.role.map(known.contains) ?? true) }
  }

  /// `Time to detection` gives a figure.
  private static func isMeasure(_ name: String) -> Bool {
    SectionTitle.normalised(name).split(separator: " ").contains { measures.contains($0) }
  }

  private static let measures: Set<Substring> = [
    "time", "times", "date", "duration", "start", "end", "minutes", "hours", "mttr", "mttd", "ttd", "ttr", "zeit",
    "dauer", "heure", "hora",
  ]

  /// Whether a label's value is a time with a word or two; `Impact: 10:02–11:15, no logins at all` says more.
  private func isTime(_ value: Substring) -> Bool {
    let bytes = Array(value.utf8.drop { $0 == 0x20 })
    guard let time = TimeReader.read(ByteCursor(bytes)) else { return false }
    return bytes.count - time.rest < 24
  }

  private func labelledLines(in paragraph: Int) -> [Section] {
    let inlines = paragraph + 1..<document.nodes[paragraph].end
    return document.lines(of: inlines, in: paragraph).compactMap { line in
      let text = line.text.words(from: 0)
      guard let colon = text.prefix(40).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
      let name = String(text[..<colon])
      let value = text[text.index(after: colon)...]
      guard name.split(separator: " ").count <= 4, value.split(separator: " ").count >= 2 || value.utf8.count >= 24,
        let match = SectionTitle.match(name), match.certainty != .weak, Self.told.contains(match.role),
        !SectionTitle.isQuestion(name), !Self.isMeasure(name), !isTime(value)
      else { return nil }
      return Section(
        role: match.role, title: name, opening: .boldLabel, titleSpan: line.span, titleNode: paragraph,
        content: line.text.nodes, parent: nil)
    }
  }
}
