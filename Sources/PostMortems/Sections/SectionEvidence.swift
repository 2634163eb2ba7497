internal import Markdown

/// Roles that a section's body shows where its name says nothing: boxes to tick, a list of orders, a sentence on the cause.
extension SectionReader {
  /// A section without a role that holds nothing but boxes to tick, or a table of tasks with their owners.
  mutating func findActions() {
    let found = sections.indices.filter { index in
      sections[index].isHeading && sections[index].role == nil && holdsTasks(sections[index].content)
        && !holdsRole(sections[index].content)
    }
    if found.isEmpty { return findOrders() }
    let inner = found.last { index in
      !found.contains { $0 != index && sections[index].content.contains(sections[$0].titleNode) }
    }
    if let inner { sections[inner] = sections[inner].with(role: .actionItems) }
  }

  private func holdsRole(_ content: Range<Int>) -> Bool {
    sections.contains { $0.role != nil && $0.isHeading && content.contains($0.titleNode) }
  }

  /// The last heading without a role whose only list gives orders, `Rehearse the next sale`, in a document that tells
  /// what happened and why; how readers are to go about something stands in pages of another kind.
  private mutating func findOrders() {
    let known = Set(sections.compactMap(\.role))
    guard known.contains(.rootCause), known.contains(.timeline) || known.contains(.impact) else { return }
    let closing: Set<SectionRole> = [.people, .references, .statistics]
    let last = sections.indices.last { sections[$0].isHeading && !(sections[$0].role.map(closing.contains) ?? false) }
    guard let last, sections[last].role == nil, weakRoles[last] == nil else { return }
    let blocks = sections[last].content.filter { isList($0) }
    guard blocks.count == 1, let list = blocks.first else { return }
    let items = document.children(of: list).map { document.plainText(of: $0) }
    if ListedOrders(items).areGiven { sections[last] = sections[last].with(role: .actionItems) }
  }

  /// The one heading without a role whose first paragraph says what the incident was caused by, in a document that has
  /// other sections of a post-mortem.
  mutating func findCause() {
    let known = Set(sections.compactMap(\.role))
    guard known.intersection([.summary, .impact, .timeline, .actionItems, .resolution]).count >= 2 else { return }
    let found = sections.indices.filter { index in
      guard sections[index].isHeading, sections[index].role == nil, weakRoles[index] == nil,
        !holdsRole(sections[index].content), TimeReader.read(sections[index].title) == nil,
        let first = sections[index].content.first,
        document.nodes[first].kind == .paragraph
      else { return false }
      let opening = document.plainText(of: first).lowercased().prefix(200)
      return Self.causations.contains { opening.contains($0) }
    }
    guard found.count == 1, let index = found.first else { return }
    sections[index] = sections[index].with(role: .rootCause)
  }

  private static let causations = [
    "root cause was", "root cause is", "the cause was", "was caused by", "ursache war", "wurde verursacht durch",
    "causa raíz fue", "la causa fue", "fue causado por", "fue causada por", "la cause était", "était dû à",
    "a causa foi", "foi causado por", "la causa è stata", "è stato causato da", "de oorzaak was",
    "werd veroorzaakt door",
  ]

  private func isList(_ node: Int) -> Bool {
    if case .list = document.nodes[node].kind { return true }
    return false
  }

  private func holdsTasks(_ content: Range<Int>) -> Bool {
    var boxes = 0
    var bullets = 0
    for index in content {
      switch document.nodes[index].kind {
      case .item(task: .some): boxes += 1
      case .item(task: nil): bullets += 1
      case .table: if ActionTable.isOfTasks(document, table: index) { return true }
      default: break
      }
    }
    return boxes > 0 && boxes > bullets
  }
}

/// Whether the items of a list tell somebody to do something: English orders, the infinitives with which Romance languages
/// begin them and those with which German and Dutch end them.
struct ListedOrders {
  private let items: [[String]]

  init(_ items: [String]) {
    self.items = items.map { item in
      item.prefix { $0 != "." && $0 != "\n" }.split(whereSeparator: { !$0.isLetter && $0 != "'" }).map {
        $0.lowercased()
      }
    }
  }

  var areGiven: Bool {
    guard items.count >= 2 else { return false }
    if count(isEnglish) * 2 >= items.count { return true }
    return count(isRomance) * 3 >= items.count * 2 && holds(Self.romanceWords, from: 1)
      || count(isGermanic) * 3 >= items.count * 2 && holds(Self.germanicWords, from: 0)
  }

  private func count(_ isOrder: ([String]) -> Bool) -> Int { items.count(where: isOrder) }

  private func isEnglish(_ words: [String]) -> Bool { words.first.map(ActionVocabulary.verbs.contains) ?? false }

  /// `Ajouter une alerte`, `Revisar el plan`, `Aggiungere un controllo`.
  private func isRomance(_ words: [String]) -> Bool {
    guard words.count >= 2, let first = words.first, first.utf8.count >= 5 else { return false }
    return ["er", "ir", "ar", "re"].contains { first.hasSuffix($0) }
  }

  /// `Zweite Leitung bestellen`, `Alarm instellen`; what is over ends in a participle or in a verb of the past.
  private func isGermanic(_ words: [String]) -> Bool {
    guard words.count >= 2, let last = words.last, last.utf8.count >= 6, last.hasSuffix("en") else { return false }
    let isPast = last.hasPrefix("ge") || Self.pasts.contains(last) || last.dropLast(4).dropFirst().contains("ge")
    return !isPast
  }

  /// Whether an item holds a word that only this family of languages has.
  private func holds(_ marks: Set<String>, from first: Int) -> Bool {
    items.contains { $0.dropFirst(first).contains { marks.contains($0) } }
  }

  private static let romanceWords: Set<String> = [
    "une", "des", "les", "du", "sur", "pour", "el", "los", "las", "una", "del", "para", "em", "dos", "das", "os", "gli",
    "della", "il", "per", "nel", "lors", "avec", "con", "com", "al", "le", "la", "l",
  ]
  private static let germanicWords: Set<String> = [
    "der", "die", "das", "den", "dem", "ein", "eine", "einen", "für", "mit", "und", "bei", "im", "vor", "het", "een",
    "voor", "bij", "op", "naar", "aan",
  ]
  private static let pasts: Set<String> = [
    "wurden", "worden", "waren", "hatten", "konnten", "mussten", "sollten", "wollten", "blieben", "werden", "hebben",
    "hadden", "konden", "moesten",
  ]
}
