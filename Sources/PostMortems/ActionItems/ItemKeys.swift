import Diagnostics

/// The keys of an item's trailer, `(owner: …, due: …)`, and of labelled details below it.
enum ItemKey: Hashable {
  case owner, due, done, type, strength, addresses, ticket, doneWhen, declined, superseded, alternativeTo, state
  /// A key whose value no field holds, such as the priority.
  case ignored

  /// Whether a value is free text, in which a further `word:` is no key.
  var isFreeText: Bool {
    switch self {
    case .doneWhen, .declined, .superseded, .alternativeTo: true
    default: false
    }
  }

  /// Whether a value is short, so that the name with its colon is no part of a sentence.
  var isSure: Bool {
    switch self {
    case .owner, .due, .ticket, .state, .done, .ignored: true
    default: false
    }
  }

  /// The key of a name as written, in any case.
  static func named(_ name: some StringProtocol) -> ItemKey? { names[name.lowercased()] }

  static let names: [String: ItemKey] = [
    "owner": .owner, "owners": .owner, "assignee": .owner, "assigned to": .owner, "assigned": .owner, "who": .owner,
    "dri": .owner, "responsible": .owner, "owned by": .owner, "accountable": .owner, "action owner": .owner,
    "by whom": .owner, "poc": .owner, "verantwortlich": .owner, "zuständig": .owner, "responsable": .owner,
    "verantwoordelijke": .owner, "eigenaar": .owner, "actiehouder": .owner, "pilote": .owner, "porteur": .owner,
    "responsabile": .owner, "responsável": .owner, "lead": .owner,
    "frist": .due, "fällig": .due, "fällig am": .due, "termin": .due, "bis": .due, "échéance": .due, "plazo": .due,
    "fecha límite": .due, "scadenza": .due, "prazo": .due, "due on": .due, "complete by": .due,
    "priority": .ignored, "prio": .ignored, "priorität": .ignored, "effort": .ignored, "severity": .ignored,
    "estimate": .ignored,
    "due": .due, "due date": .due, "deadline": .due, "eta": .due, "due by": .due, "by when": .due, "target": .due,
    "target date": .due, "expected": .due, "expected date": .due,
    "done": .done, "completed": .done, "closed": .done, "done on": .done, "completed on": .done, "done at": .done,
    "type": .type, "kind": .type, "strength": .strength,
    "addresses": .addresses, "cause": .addresses, "causes": .addresses, "root cause": .addresses,
    "root causes": .addresses,
    "ticket": .ticket, "tickets": .ticket, "issue": .ticket, "issues": .ticket, "jira": .ticket, "pr": .ticket,
    "link": .ticket, "tracking": .ticket, "tracker": .ticket, "bug": .ticket,
    "done when": .doneWhen, "measure": .doneWhen, "measured by": .doneWhen, "success criteria": .doneWhen,
    "success": .doneWhen, "exit criteria": .doneWhen, "definition of done": .doneWhen,
    "declined": .declined, "rejected": .declined, "won't do": .declined, "won't fix": .declined,
    "cancelled": .declined, "canceled": .declined,
    "superseded": .superseded, "superseded by": .superseded, "replaced by": .superseded,
    "alternative to": .alternativeTo, "alternative": .alternativeTo, "instead of": .alternativeTo,
    "status": .state, "state": .state,
  ]
}

/// A `key: value` of a trailer; ranges are blank-trimmed.
struct ItemSegment {
  let key: ItemKey?
  /// The whole segment, key included.
  let range: Range<Int>
  let value: Range<Int>
}

enum ItemSegments {
  /// Cuts `owner: @edge, due: 2019-08-01, done when: a, b` at its keys; a comma inside a value cuts nothing.
  ///
  /// A single unknown word with a colon behind a comma begins a segment of its own, except inside free text.
  static func split(_ bytes: [UInt8], _ range: Range<Int>) -> [ItemSegment] {
    var starts: [(start: Int, value: Int, key: ItemKey?)] = []
    var index = range.lowerBound
    var atStart = true
    while index < range.upperBound {
      if atStart, let found = key(in: bytes, at: index, to: range.upperBound, after: starts.last?.key) {
        starts.append(found)
        index = found.value
      }
      guard index < range.upperBound else { break }
      atStart = bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ";")
      if bytes[index] == UInt8(ascii: ";"), let last = starts.last, last.key?.isFreeText == false,
        key(in: bytes, at: index + 1, to: range.upperBound, after: last.key) == nil
      {
        starts.append((index + 1, index + 1, nil))
      }
      // `Owner: kay. Due: …`: a known key is one behind the end of a value too.
      if !atStart, bytes[index].isBlank, let last = starts.last, last.key?.isFreeText != true {
        atStart = key(in: bytes, at: index + 1, to: range.upperBound, after: last.key)?.key?.isSure ?? false
      }
      if !atStart, isDash(bytes, at: index) {
        atStart = key(in: bytes, at: index + 1, to: range.upperBound, after: nil)?.key != nil
      }
      index += 1
    }
    var segments: [ItemSegment] = []
    if let first = starts.first, first.start > range.lowerBound {
      let head = trimmed(bytes, range.lowerBound..<first.start)
      if !head.isEmpty { segments.append(ItemSegment(key: nil, range: head, value: head)) }
    }
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1].start : range.upperBound
      let value = trimmed(bytes, start.value..<end)
      let whole = trimmed(bytes, start.start..<end)
      segments.append(ItemSegment(key: start.key, range: whole, value: value))
    }
    return segments
  }

  /// The key that begins at a place, blanks aside; nil in the result's `key` for an unknown one.
  static func key(in bytes: [UInt8], at place: Int, to end: Int, after previous: ItemKey?)
    -> (start: Int, value: Int, key: ItemKey?)?
  {
    var start = place
    while start < end, bytes[start].isBlank { start += 1 }
    var colon = start
    while colon < end, colon - start <= 20,
      bytes[colon].isWordByte && !bytes[colon].isDigit || " '-".utf8.contains(bytes[colon])
    {
      colon += 1
    }
    guard colon > start, colon < end, bytes[colon] == UInt8(ascii: ":") else { return nil }
    let isFollowedByBlank = colon + 1 >= end || bytes[colon + 1].isBlank
    var last = colon
    while last > start, bytes[last - 1] == 0x20 { last -= 1 }
    let name = String(decoding: bytes[start..<last], as: UTF8.self)
    if let key = ItemKey.named(name) { return (start, colon + 1, key) }
    guard isFollowedByBlank, !name.contains(" "), previous?.isFreeText != true else { return nil }
    return (start, colon + 1, nil)
  }

  /// Whether a byte ends a dash or pipe with a blank before it.
  private static func isDash(_ bytes: [UInt8], at index: Int) -> Bool {
    if index > 0, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "|") {
      return bytes[index - 1].isBlank
    }
    return index > 2 && (0x93...0x94).contains(bytes[index]) && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2
  }

  /// A range without blanks at its ends, and without separators at its tail.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isBlank { start += 1 }
    while end > start {
      if bytes[end - 1].isBlank || ",;|".utf8.contains(bytes[end - 1])
        || bytes[end - 1] == UInt8(ascii: ".") && end - start > 3
      {
        end -= 1
      } else if end - start > 3, isDash(bytes, at: end - 1) {
        end -= bytes[end - 1] == UInt8(ascii: "-") ? 1 : 3
      } else {
        break
      }
    }
    return start..<end
  }
}
