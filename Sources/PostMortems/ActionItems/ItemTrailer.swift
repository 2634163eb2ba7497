import Diagnostics

extension ItemReading {
  /// Reads the segments of a trailer; false where none of its keys is known, and then nothing is taken.
  mutating func readTrailer(_ range: Range<Int>, open: UInt8, close: UInt8) -> Bool {
    let segments = ItemSegments.split(bytes, range)
    guard segments.contains(where: { $0.key != nil }) else { return false }
    var unknown: [String] = []
    for segment in segments {
      if let key = segment.key {
        apply(key, segment.value)
      } else if !applyBare(segment.range) {
        unknown.append(words.string(segment.range))
      }
    }
    if !unknown.isEmpty {
      let kept =
        String(decoding: [open], as: UTF8.self) + unknown.joined(separator: ", ")
        + String(decoding: [close], as: UTF8.self)
      suffix = suffix.isEmpty ? kept : "\(kept) \(suffix)"
    }
    return true
  }

  /// Takes a value over; what is already known stays.
  mutating func apply(_ key: ItemKey, _ range: Range<Int>) {
    let text = words.string(range)
    guard !text.isEmpty else { return }
    switch key {
    case .owner: if values.owner == nil { values.owner = owner(text, range) }
    case .due: readDue(text, range)
    case .done: readDone(text, range)
    case .type: readType(text, range)
    case .strength: readStrength(text, range)
    case .addresses: values.addresses += slugs(range)
    case .ticket: if values.ticket == nil { values.ticket = ticket(text, range) }
    case .doneWhen: values.doneWhen = text
    case .declined:
      say(.declined, at: range)
      values.reason = text
    case .superseded:
      say(.superseded, at: range)
      values.reason = text.lowercased().hasPrefix("by ") ? String(text.dropFirst(3)) : text
    case .alternativeTo: values.alternativeTo = text
    case .state: readState(text, range)
    case .ignored: break
    }
  }

  private func owner(_ text: String, _ range: Range<Int>) -> Located<String>? {
    let value = OwnerNames.value(text)
    let nobody = ["tbd", "n/a", "none", "?", "-", "nobody", "unassigned", "todo", "unknown"]
    return value.isEmpty || nobody.contains(value.lowercased()) ? nil : Located(value, at: words.span(range))
  }

  private mutating func readDue(_ text: String, _ range: Range<Int>) {
    guard let found = DueDates.first(in: bytes[range], order: dateOrder) else { return reportDate(text, range) }
    values.due = Located(found.day, at: words.span(shift(found.range, by: range)))
  }

  private mutating func readDone(_ text: String, _ range: Range<Int>) {
    if let found = DueDates.first(in: bytes[range], order: dateOrder) {
      values.done = Located(found.day, at: words.span(shift(found.range, by: range)))
      return say(.done, at: range)
    }
    switch text.lowercased() {
    case "no", "not yet", "false": say(.open, at: range)
    case let word where ActionStateWords.state(of: word) == .done || word == "true": say(.done, at: range)
    default:
      say(.done, at: range)
      reportDate(text, range)
    }
  }

  private func shift(_ range: Range<Int>, by outer: Range<Int>) -> Range<Int> {
    range.lowerBound + outer.lowerBound..<range.upperBound + outer.lowerBound
  }

  /// Only what looks like a date and is none is reported: `soon` and `Q3` are honest.
  private mutating func reportDate(_ text: String, _ range: Range<Int>) {
    let looksLikeDate = text.utf8.count >= 8 && text.utf8.allSatisfy { $0.isDigit || "-/.".utf8.contains($0) }
    guard looksLikeDate else { return }
    findings.append(
      Finding(
        "unreadable-action-date", at: words.span(range), "'\(text)' is not a date that can be read",
        help: "write the day as YYYY-MM-DD"))
  }

  private mutating func readType(_ text: String, _ range: Range<Int>) {
    if let type = ActionTypeWords.type(of: text) { return values.type = type }
    findings.append(
      Finding(
        "unknown-action-type", at: words.span(range), "'\(text)' is not a type of action item",
        help: "use one of \(ActionType.allCases.map(\.rawValue).joined(separator: ", "))"))
  }

  private mutating func readStrength(_ text: String, _ range: Range<Int>) {
    if let strength = Strength(rawValue: text.lowercased()) { return values.strength = strength }
    findings.append(
      Finding(
        "unknown-action-strength", at: words.span(range), "'\(text)' is not a strength of action items",
        help: "use one of \(Strength.allCases.map(\.rawValue).joined(separator: ", "))"))
  }

  private func slugs(_ range: Range<Int>) -> [Located<String>] {
    var slugs: [Located<String>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: ",")) ?? range.upperBound
      let slug = ItemSegments.trimmed(bytes, start..<end)
      if !slug.isEmpty { slugs.append(words.located(slug)) }
      start = end + 1
    }
    return slugs
  }

  /// A link's address where it is a link, otherwise the key as written.
  func ticket(_ text: String, _ range: Range<Int>) -> Located<String>? {
    let link = words.links.first { $0.range.overlaps(range) }
    if ["n/a", "none", "-", "tbd", "?"].contains(text.lowercased()) { return nil }
    return Located(link?.destination ?? text, at: words.span(range))
  }

  mutating func readState(_ text: String, _ range: Range<Int>) {
    guard let found = ActionStateWords.leadingState(of: text) else { return }
    say(found.state, at: range)
    if found.state == .done, values.done == nil, let day = DueDates.first(in: bytes[range], order: dateOrder) {
      values.done = Located(day.day, at: words.span(shift(day.range, by: range)))
    }
    if values.ticket == nil, let link = words.links.first(where: { $0.range.overlaps(range) }),
      TicketReferences.isTracker(link.destination)
    {
      values.ticket = Located(link.destination, at: words.span(link.range))
    }
    let remainder = found.remainder.drop { " :,–—-".contains($0) }
    if found.state == .declined || found.state == .superseded, !remainder.isEmpty, values.reason == nil {
      values.reason = remainder.hasPrefix("by ") ? String(remainder.dropFirst(3)) : String(remainder)
    }
  }

  /// Notes a state; one that contradicts a box or word already read is reported, and the later one holds, since authors
  /// write a reason or a date only when they mean it.
  mutating func say(_ state: ActionItem.State, at range: Range<Int>) {
    defer { values.state = state }
    guard let known = values.state, known != state else { return }
    let isDetail = known == .open && state != .done || known == .declined && state == .superseded
    guard !isDetail else { return }
    findings.append(
      Finding(
        "contradictory-action-state", at: words.span(range),
        "the action item says both '\(known.rawValue)' and '\(state.rawValue)'",
        help: "make its box and its words say the same"))
  }
}

/// The words by which authors name an item's type.
enum ActionTypeWords {
  static func type(of text: some StringProtocol) -> ActionType? { names[text.lowercased()] }

  private static let names: [String: ActionType] = [
    "prevent": .prevent, "prevention": .prevent, "preventive": .prevent, "preventative": .prevent,
    "preventing": .prevent,
    "detect": .detect, "detection": .detect, "detective": .detect,
    "mitigate": .mitigate, "mitigation": .mitigate, "mitigating": .mitigate, "mitigative": .mitigate,
    "process": .process, "procedure": .process, "organisational": .process, "organizational": .process,
    "documentation": .process, "training": .process,
  ]
}
