import Diagnostics
import Markdown

/// What a heading, bold line or introducing line says of all items below it: their owner, state or type.
struct ActionGroup {
  var values = ItemValues()

  static let none = ActionGroup()

  /// Reads a label; only a bold line may name one bare person, since a bare word in a heading is usually a component.
  init(label: ItemWords, isBold: Bool) {
    var reading = ItemReading(label)
    reading.dropColon()
    let text = reading.words.string(reading.head..<reading.tail)
    values.state = Self.state(of: text)
    if let type = ActionTypeWords.type(of: text), type != .process { values.type = type }
    values.owner = reading.ownerOfGroup(isBold: isBold) ?? reading.ownerMentioned()
  }

  private init() {}

  /// The state that a label's words name: `Immediate actions (completed)`, `In progress (next two weeks)`.
  private static func state(of label: String) -> ActionItem.State? {
    let words = label.lowercased().split(whereSeparator: { !($0.isLetter || $0 == "'" || $0 == "’" || $0 == "-") })
    let text = " " + words.joined(separator: " ") + " "
    for ending in [" we have ", " we've ", " we’ve ", " already ", " we have already ", " we did "]
    where text.hasSuffix(ending) {
      return .done
    }
    for (phrases, state) in phrases {
      if phrases.contains(where: { text.contains(" \($0) ") }) { return state }
    }
    return nil
  }

  private static let phrases: [([String], ActionItem.State)] = [
    (["won't do", "won’t do", "won't fix", "declined", "rejected", "not planned", "abandoned"], .declined),
    (
      [
        "in progress", "in-progress", "to do", "todo", "to be done", "planned", "open", "to complete", "outstanding",
        "not done", "not completed", "not yet", "remaining", "pending", "ongoing", "incomplete", "not started",
        "backlog", "wip", "being implemented", "being done", "will be implemented", "are being", "is being",
      ], .open
    ),
    (["completed", "complete", "done", "finished", "actions taken", "resolved", "implemented"], .done),
  ]

  /// What an inner group says, completed by the outer one.
  func inside(_ outer: ActionGroup) -> ActionGroup {
    var group = self
    group.values.complete(with: outer.values)
    return group
  }
}

extension ItemReading {
  mutating func dropColon() {
    trim()
    while tail > head, ":.".utf8.contains(bytes[tail - 1]) || bytes[tail - 1].isBlank { tail -= 1 }
  }

  /// `@edge`, `Owner: Edge`, `Paul/Alex`, `Platform team`; a single bare name only in a bold line.
  fileprivate func ownerOfGroup(isBold: Bool) -> Located<String>? {
    var range = head..<tail
    var isStated = false
    if let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")),
      ItemKey.named(words.string(head..<colon)) == .owner
    {
      range = ItemSegments.trimmed(bytes, colon + 1..<tail)
      isStated = true
    }
    let text = words.string(range)
    guard range.count <= 80, OwnerNames.areNames(text) else { return nil }
    let parts = OwnerNames.parts(of: text)
    let isTeam = text.lowercased().hasSuffix(" team")
    guard isStated || isBold || isTeam || text.hasPrefix("@") || parts.count > 1 else { return nil }
    guard isStated || !parts.contains(where: { OwnerNames.looksLikeProduct($0) }) else { return nil }
    return Located(OwnerNames.value(text), at: words.span(range))
  }

  /// The owner mentioned at the end of a group's name: `Improve failover @jane`.
  fileprivate func ownerMentioned() -> Located<String>? {
    var copy = self
    copy.readTail()
    return copy.values.owner.flatMap { words.string(head..<tail).contains("@\($0.value)") ? $0 : nil }
  }
}
