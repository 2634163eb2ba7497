internal import Markdown

/// Roles that only the whole document tells: by a weak word that no other section makes good, and by a content's shape.
extension SectionReader {
  /// Gives `Analysis` or `Context` the role it may have, where no other section has it.
  mutating func settleWeakRoles() {
    for (index, role) in weakRoles.sorted(by: { $0.key < $1.key }) {
      guard isFree(role) || isOnlyWithin(index, role) else {
        if let second = Self.second(role, sections[index].title), isFree(second) {
          sections[index] = sections[index].with(role: second)
        }
        continue
      }
      // A log or a story is a timeline only where it gives times.
      if role == .timeline {
        let shape = TimelineShape(document, sections[index].content, readsCode: true)
        guard shape.isTimeline(atLeast: 2) else {
          if SectionTitle.normalised(sections[index].title).hasSuffix("story"), isFree(.summary) {
            sections[index] = sections[index].with(role: .summary)
          }
          continue
        }
      }
      if role == .impact, isOnDocument(index) { continue }
      sections[index] = sections[index].with(role: role)
    }
  }

  /// `Scope`, where it says what the document is on.
  private func isOnDocument(_ index: Int) -> Bool {
    guard let first = sections[index].content.first, document.nodes[first].kind == .paragraph else { return false }
    let words = document.plainText(of: first).prefix(40).lowercased().split(separator: " ").prefix(2)
    let documents: Set<Substring> = [
      "note", "document", "report", "post-mortem", "postmortem", "review", "page", "write-up",
    ]
    return words.first == "this" && words.last.map(documents.contains) ?? false
  }

  /// Whether all sections with a role stand below one that may have it, `Fix 1` below `Fixes aplicados`, or are labels
  /// behind it.
  private func isOnlyWithin(_ index: Int, _ role: SectionRole) -> Bool {
    guard sections[index].isHeading else { return false }
    let family = Self.family(of: role)
    return sections.allSatisfy { section in
      !(section.role.map(family.contains) ?? false)
        || section.role == role && section.isHeading && sections[index].content.contains(section.titleNode)
        || section.opening == .boldLabel && section.titleNode > sections[index].titleNode
    }
  }

  private func isFree(_ role: SectionRole) -> Bool {
    let family = Self.family(of: role)
    return !sections.contains { $0.role.map(family.contains) ?? false }
  }

  /// What else a name may mean whose first role another section has: behind a summary, `Technical details` explain.
  private static func second(_ role: SectionRole, _ title: String) -> SectionRole? {
    let name = SectionTitle.normalised(title)
    guard role == .summary, name.contains("technical") || name.contains("technisch") || name.contains("techniq") else {
      return nil
    }
    return .rootCause
  }

  /// `What went wrong` tells the cause where nothing else does and nobody looks back on what went well.
  mutating func settleFailures() {
    let reviews: Set<SectionRole> = [.rootCause, .fiveWhys, .wentWell, .lucky, .lessonsLearned, .surprised]
    guard !sections.contains(where: { $0.role.map(reviews.contains) ?? false }) else { return }
    let failures = sections.indices.filter { sections[$0].role == .wentWrong && sections[$0].isHeading }
    guard failures.count == 1, let index = failures.first,
      Self.failures.contains(SectionTitle.normalised(sections[index].title)),
      let first = sections[index].content.first, document.nodes[first].kind == .paragraph
    else { return }
    sections[index] = sections[index].with(role: .rootCause)
  }

  private static let failures: Set<String> = [
    "what went wrong", "went wrong", "was ist schiefgelaufen", "was ist schief gelaufen", "was lief schief",
    "was ging schief", "qu'est-ce qui a mal tourné", "ce qui a mal tourné", "qué salió mal", "o que deu errado",
    "cosa è andato storto", "wat ging er mis", "wat is er misgegaan", "vad gick fel", "hva gikk galt", "hvad gik galt",
  ]

  private static func family(of role: SectionRole) -> Set<SectionRole> {
    switch role {
    case .rootCause: [.rootCause, .fiveWhys]
    case .lessonsLearned: [.lessonsLearned, .wentWell, .wentWrong]
    default: [role]
    }
  }

  /// Finds the timeline and the action items of a document in which no name says where they are.
  mutating func readShapes() {
    readLabelledRows()
    if !sections.contains(where: { $0.role == .timeline }) { findTimeline() }
    if !sections.contains(where: { $0.role == .rootCause || $0.role == .fiveWhys }) { findCause() }
    if !sections.contains(where: { $0.role == .actionItems }) { findActions() }
  }

  /// Takes the rows of a table of two columns, `| **Impact** | … |`, for sections where nothing else has their roles:
  /// some houses' template is a table. A row with a time, `Detect time`, is none.
  private mutating func readLabelledRows() {
    let known = Set(sections.compactMap(\.role))
    for table in document.blocks where document.nodes[table].kind == .table {
      var found: [Section] = []
      for row in document.children(of: table) {
        let cells = Array(document.children(of: row))
        guard cells.count == 2, let name = cells.first, let value = cells.last,
          let match = SectionTitle.match(document.plainText(of: name)), match.certainty != .weak,
          Self.told.contains(match.role), document.plainText(of: value).split(separator: " ").count >= 3,
          TimeReader.read(document.plainText(of: value)) == nil
        else { continue }
        found.append(
          Section(
            role: match.role, title: document.plainText(of: name), opening: .boldLabel,
            titleSpan: document.nodes[name].span, titleNode: name, content: value + 1..<document.nodes[value].end,
            parent: nil))
      }
      guard Set(found.map(\.role)).count >= 2 else { continue }
      sections += found.filter { section in !(section.role.map(known.contains) ?? true) }
    }
  }

  /// What fits into a cell.
  static let told: Set<SectionRole> = [
    .summary, .impact, .rootCause, .resolution, .detection, .contributingFactors, .lessonsLearned,
  ]

  /// The innermost section most of which begins with times; one that has a role keeps it and is a timeline as well.
  private mutating func findTimeline() {
    let excluded: Set<SectionRole> = [.actionItems, .people, .references, .statistics]
    let candidates = sections.indices.filter { index in
      (sections[index].isHeading || sections[index].opening == .boldLine)
        && !(sections[index].role.map(excluded.contains) ?? false)
        && TimelineShape(document, sections[index].content).isTimeline(atLeast: 3)
    }
    let inner = candidates.last { index in
      !candidates.contains { $0 != index && sections[index].content.contains(sections[$0].titleNode) }
    }
    guard let index = inner else { return }
    if sections[index].role == nil {
      sections[index] = sections[index].with(role: .timeline)
    } else {
      let section = sections[index]
      sections.append(
        Section(
          role: .timeline, title: section.title, opening: section.opening, titleSpan: section.titleSpan,
          titleNode: section.titleNode, content: section.content, parent: index))
    }
  }
}

/// Whether a run of blocks is a timeline by its form: rows with times make up most of it.
struct TimelineShape {
  private let rows: Int
  private let others: Int
  private let isMeasured: Bool

  /// - Parameter readsCode: whether code counts, which in a section of any name may be an excerpt of a log.
  init(_ document: Document, _ content: Range<Int>, readsCode: Bool = false) {
    var walk = TimelineWalk(document: document)
    walk.readSection(content)
    if readsCode, walk.rows.isEmpty { walk.readCode(in: content) }
    // A table of readings has figures beside its times, `| 12:43 | 1.089 GB | 22 |`, and tells no story.
    let figures = walk.rows.count { row in
      row.text.contains(where: \.isNumber)
        && row.text.split(whereSeparator: { !$0.isLetter }).allSatisfy { $0.utf8.count < 4 }
    }
    isMeasured = figures * 2 > walk.rows.count
    rows = walk.rows.count { $0.time.isReadable && ($0.time.hasClock || $0.time.date != nil && !$0.isCarrier) }
    let items = content.count { index in
      switch document.nodes[index].kind {
      case .item, .tableRow(isHeader: false): true
      default: false
      }
    }
    others = max(items - walk.rows.count, 0) + walk.rest.count
  }

  func isTimeline(atLeast least: Int) -> Bool { rows >= least && rows >= others && !isMeasured }
}
