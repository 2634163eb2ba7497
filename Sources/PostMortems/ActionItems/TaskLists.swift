internal import Markdown

/// The task lists of a document whose sections of action items hold none: a box promises something wherever it stands.
enum TaskLists {
  private static let roles: Set<SectionRole?> = [nil, .resolution, .lessonsLearned]

  /// The items of all task lists below headings that are no timeline, impact or analysis; nil where there are none.
  static func read(_ document: Document, _ sections: [Section]) -> ActionItemsReading? {
    var walk = ActionWalk(document: document)
    var end = 0
    for section in sections where section.isHeading && roles.contains(section.role) {
      guard !section.title.lowercased().contains("checklist") else { continue }
      for node in section.content where node >= end && isTaskList(node, document) {
        guard isOf(roles, node, sections) else { continue }
        walk.readList(node, group: .none)
        end = document.nodes[node].end
      }
    }
    return walk.reading.items.isEmpty ? nil : walk.reading
  }

  /// Whether most of a list's bullets have a box.
  private static func isTaskList(_ node: Int, _ document: Document) -> Bool {
    guard case .list = document.nodes[node].kind else { return false }
    let bullets = Array(document.children(of: node))
    let boxes = bullets.count { bullet in
      if case .item(task: .some) = document.nodes[bullet].kind { return true }
      return false
    }
    return boxes * 2 > bullets.count
  }

  /// Whether the innermost heading above a node is of one of the roles.
  private static func isOf(_ roles: Set<SectionRole?>, _ node: Int, _ sections: [Section]) -> Bool {
    let innermost = sections.last { $0.isHeading && $0.content.contains(node) }
    return innermost.map { roles.contains($0.role) && !$0.title.lowercased().contains("checklist") } ?? false
  }
}
