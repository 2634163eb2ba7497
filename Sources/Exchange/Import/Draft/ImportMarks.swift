/// What an import leaves in a draft for the next one: marks of all that it ever wrote, so that what the author removed or
/// rewrote does not come back, and which role stands for whom.
struct ImportMarks {
  private(set) var marks: [String]
  private var known: Set<String>
  /// The label of a person by the hash of the name.
  private(set) var labels: [(label: String, hash: String)]
  /// Hashes of the lines that imports wrote and may write anew while nobody changed them.
  private var lines: Set<String> = []

  init(marks: [String] = [], labels: [(label: String, hash: String)] = []) {
    self.marks = marks
    known = Set(marks)
    self.labels = labels
  }

  func contains(_ mark: String) -> Bool { known.contains(mark) }

  mutating func add(_ new: [String]) {
    for mark in new where known.insert(mark).inserted { marks.append(mark) }
  }

  mutating func add(_ new: [(label: String, hash: String)]) {
    for label in new where !labels.contains(where: { $0.hash == label.hash }) { labels.append(label) }
  }

  /// Whether a line stands as an import wrote it.
  func owns(_ line: String) -> Bool { lines.contains(ShortHash.ofLine(line)) }

  var ownsLines: Bool { !lines.isEmpty }

  mutating func own(_ line: String) { lines.insert(ShortHash.ofLine(line)) }

  mutating func disown(_ line: String) { lines.remove(ShortHash.ofLine(line)) }

  var labelsByHash: [String: String] {
    Dictionary(labels.map { ($0.hash, $0.label) }) { first, _ in first }
  }

  private static let opening = "<!-- debrief import: what these marks stand for is not added again"
  private static let labelPrefix = "people: "
  private static let linePrefix = "lines: "

  /// The comment, without a line break at its end.
  var comment: String {
    var lines = [Self.opening]
    for start in stride(from: 0, to: marks.count, by: 10) {
      lines.append(marks[start..<min(start + 10, marks.count)].joined(separator: " "))
    }
    let owned = self.lines.sorted()
    for start in stride(from: 0, to: owned.count, by: 12) {
      lines.append(Self.linePrefix + owned[start..<min(start + 12, owned.count)].joined(separator: " "))
    }
    if !labels.isEmpty {
      lines.append(Self.labelPrefix + labels.map { "\($0.label)=\($0.hash)" }.joined(separator: ", "))
    }
    return lines.joined(separator: "\n") + " -->"
  }

  /// The comment of a text and where it stands; nil where the author removed it.
  static func find(in text: String) -> (marks: ImportMarks, range: Range<String.Index>)? {
    guard let start = text.firstRange(of: opening)?.lowerBound, let end = text[start...].firstRange(of: "-->") else {
      return nil
    }
    var marks: [String] = []
    var labels: [(label: String, hash: String)] = []
    var lines: Set<String> = []
    for line in text[start..<end.lowerBound].split(whereSeparator: \.isNewline).dropFirst() {
      if line.hasPrefix(labelPrefix) {
        for pair in line.dropFirst(labelPrefix.count).split(separator: ",") {
          let parts = pair.split(separator: "=").map { oneLine(String($0)) }
          if parts.count == 2 { labels.append((parts[0], parts[1])) }
        }
      } else if line.hasPrefix(linePrefix) {
        lines.formUnion(line.dropFirst(linePrefix.count).split(separator: " ").map(String.init))
      } else {
        marks += line.split(separator: " ").map(String.init)
      }
    }
    var found = ImportMarks(marks: marks, labels: labels)
    found.lines = lines
    return (found, start..<end.upperBound)
  }
}
