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
  private let walk: @Sendable (_ body: (Row) -> Void) -> Void
  private let isMadeOfNone: @Sendable () -> Bool

  /// - Parameter rows: made anew each time they are asked for: those of all figures together are many, and only two files
  ///   need those of one. A lazy sequence is never held whole.
  init<Rows: Sequence>(
    columns: [String], rows: @autoclosure @escaping @Sendable () -> Rows
  ) where Rows.Element == Row, Rows: SendableMetatype, Rows.Iterator: SendableMetatype {
    self.columns = columns
    walk = { body in for row in rows() { body(row) } }
    isMadeOfNone = { !rows().contains { _ in true } }
  }

  var isEmpty: Bool { isMadeOfNone() }

  /// Costs making them.
  var count: Int {
    var count = 0
    walk { _ in count += 1 }
    return count
  }

  /// Costs making and holding them.
  var rows: [Row] {
    var rows: [Row] = []
    walk { rows.append($0) }
    return rows
  }

  /// The rows by group, the groups in the order in which they first occur.
  var groups: [(name: String, rows: [Row])] {
    var places: [String: Int] = [:]
    var groups: [(name: String, rows: [Row])] = []
    walk { row in
      if let place = places[row.group] {
        groups[place].rows.append(row)
      } else {
        places[row.group] = groups.count
        groups.append((row.group, [row]))
      }
    }
    return groups
  }

  /// Appends the rows as a comma-separated file.
  func append(_ places: RowPlaceLines, to bytes: inout [UInt8], passingOn: PassingOn) {
    var writer = CSVWriter()
    writer.append(["group", "post_mortem", "action_item", "date", "title", "page"] + columns)
    walk { row in
      writer.append(row.group)
      writer.append(encoded: places.line(of: row.reference))
      for value in row.values { writer.append(value) }
      writer.endLine()
      passingOn(&writer.bytes)
    }
    bytes += writer.bytes
  }
}

/// What every data file says of a post-mortem or action item, written once: figures name each of them many times.
struct RowPlaceLines: Sendable {
  private let postMortems: [ArraySlice<UInt8>]
  private let actions: [ArraySlice<UInt8>]

  init(_ base: KnowledgeBase) {
    postMortems = Self.lines(base.postMortems.indices.map { RowPlace(.postMortem($0), base) })
    actions = Self.lines(base.actions.entries.indices.map { RowPlace(.action($0), base) })
  }

  /// The fields of a row behind its group and before its values.
  func line(of reference: MetricRow) -> ArraySlice<UInt8> {
    switch reference {
    case .postMortem(let position): postMortems[position]
    case .action(let place): actions[place]
    }
  }

  private static func lines(_ places: [RowPlace]) -> [ArraySlice<UInt8>] {
    var writer = CSVWriter()
    var ends = [0]
    ends.reserveCapacity(places.count + 1)
    for place in places {
      let date = place.postMortem.day?.iso ?? ""
      for field in [place.postMortem.id, place.number.map(String.init) ?? "", date, place.text, place.path] {
        writer.append(field)
      }
      ends.append(writer.bytes.count)
      writer.startLine()
    }
    let bytes = writer.bytes
    return zip(ends, ends.dropFirst()).map { bytes[$0..<$1] }
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
