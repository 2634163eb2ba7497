internal import PostMortems

/// Somebody whom a text named; a role takes the place of the name.
package struct Person: Hashable, Sendable {
  /// The names in one spelling, by which the texts' ways to name one person are told to be the same.
  let key: String
  let role: String

  /// What stands in a text until the label is known; private-use characters, which no cleaned text holds.
  static func marker(_ index: Int) -> String { "\(open)\(index)\(close)" }

  private static let open: Character = "\u{E000}"
  private static let close: Character = "\u{E001}"

  /// Characters that a text may not bring along.
  static let reserved: Set<Unicode.Scalar> = ["\u{E000}", "\u{E001}"]

  /// The first characters of a cleaned text; a person at the cut is left out whole.
  static func cut(_ text: String, to count: Int) -> String {
    guard text.count > count else { return text }
    let head = text.prefix(count)
    guard let start = head.lastIndex(of: open), !head[start...].contains(close) else { return String(head) }
    return String(head[..<start])
  }

  /// The text with one and the same marker for everybody.
  static func neutral(_ text: String) -> String { replacing(text) { _ in "\(open)\(close)" } }

  static func labelled(_ text: String, _ labels: [Int: String]) -> String {
    replacing(text) { labels[$0] ?? PersonRole.unknown }
  }

  /// The people of a text, in its order.
  static func indices(in text: String) -> [Int] {
    var indices: [Int] = []
    _ = replacing(text) {
      indices.append($0)
      return ""
    }
    return indices
  }

  private static func replacing(_ text: String, _ label: (Int) -> String) -> String {
    guard text.contains(open) else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: open), let end = rest[start...].firstIndex(of: close) {
      result += rest[..<start]
      result += label(Int(rest[rest.index(after: start)..<end]) ?? 0)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}

/// Gives the people of an incident their labels: the role, numbered where several have it.
struct PersonLabels {
  /// By the index of the person.
  private(set) var labels: [Int: String] = [:]
  private let persons: [Person]

  /// `known` are labels that an earlier import gave, by the hash of the person's key.
  init(_ persons: [Person], appearing order: [Int], known: [String: String]) {
    self.persons = persons
    var seen: Set<Int> = []
    let order = order.filter { persons.indices.contains($0) && seen.insert($0).inserted }
    var taken = Set(known.values)
    for index in order {
      if let label = known[ShortHash.ofName(persons[index].key)] { labels[index] = label }
    }
    let counts = Dictionary(grouping: order) { persons[$0].role }.mapValues(\.count)
    for index in order where labels[index] == nil {
      let role = persons[index].role
      let isAlone = counts[role] == 1 && !taken.contains { $0 == role || $0.hasPrefix("\(role) ") }
      var number = 1
      while taken.contains("\(role) \(number)") || number == 1 && taken.contains(role) { number += 1 }
      let label = isAlone ? role : "\(role) \(number)"
      taken.insert(label)
      labels[index] = label
    }
  }

  /// Label and hash of everybody who was named, in the order of the labels.
  var record: [(label: String, hash: String)] {
    labels.map { (label: $0.value, hash: ShortHash.ofName(persons[$0.key].key)) }
      .sorted { ($0.label.utf8.count, $0.label) < ($1.label.utf8.count, $1.label) }
  }
}
