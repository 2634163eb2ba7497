internal import KnowledgeBase
internal import OpenData
internal import PostMortems

/// The things that a figure's numbers are made of: its data file and the page that lists them hold exactly these.
struct RowSet: Sendable {
  struct Row: Sendable {
    /// The number of the figure that the row belongs to, such as a period or a kind.
    let group: String
    let reference: MetricRow
    /// By place in `columns`.
    let values: [String]

    init(_ group: String, _ reference: MetricRow, _ values: [String] = []) {
      self.group = group
      self.reference = reference
      self.values = values
    }
  }

  /// Names of the values that rows have beside what identifies them, as a data file heads them.
  let columns: [String]
  let rows: [Row]

  /// The groups in the order in which they first occur.
  var groups: [String] {
    var seen: Set<String> = []
    return rows.map(\.group).filter { seen.insert($0).inserted }
  }

  /// The rows as a comma-separated file.
  func file(_ base: KnowledgeBase) -> [UInt8] {
    let head = ["group", "post_mortem", "action_item", "date", "title", "page"] + columns
    var writer = CSVWriter()
    writer.append(head)
    for row in rows {
      let place = RowPlace(row.reference, base)
      let date = place.postMortem.day?.iso ?? ""
      writer.append(
        [row.group, place.postMortem.id, place.number.map(String.init) ?? "", date, place.text, place.path],
        row.values)
    }
    return writer.bytes
  }
}

/// What a row points at: a post-mortem or one of its action items.
struct RowPlace {
  let postMortem: PostMortem
  /// The place of the action item in its post-mortem, from 1.
  let number: Int?
  /// The title, or the words of the action item.
  let text: String

  init(_ reference: MetricRow, _ base: KnowledgeBase) {
    switch reference {
    case .postMortem(let position):
      postMortem = base.postMortems[position]
      number = nil
      text = postMortem.title
    case .action(let place):
      let entry = base.actions.entries[place]
      postMortem = base.postMortems[entry.postMortem]
      number = entry.number
      text = entry.item.text
    }
  }

  var path: String { SitePaths.postMortem(postMortem.slug) }
}
