extension TimelineMarker {
  /// The marker at the head of a row's words and where the words go on behind it: `Detection:`, `[Resolution]`,
  /// `(Key moment)`.
  ///
  /// Words that rows also begin with in passing, such as `Discovery:`, count only where they are bold or in brackets.
  static func read(_ text: InlineText, from start: Int, to end: Int? = nil) -> (marker: TimelineMarker, rest: Int)? {
    var cursor = ByteCursor(text.bytes, from: start, to: end)
    cursor.skipGap()
    let isBold = text.isStrong(at: cursor.index)
    let isBracketed = cursor.take("[") || cursor.take("(")
    let first = cursor.index
    for _ in 0..<24 where cursor.peek().isASCIILetter || cursor.peek() == 0x20 && cursor.peek(1).isASCIILetter {
      cursor.index += 1
    }
    let name = InlineText.oneLine(cursor.bytes[first..<cursor.index]).lowercased()
    guard let marker = names[name], isBold || isBracketed || name == marker.rawValue else { return nil }
    if isBracketed {
      guard cursor.take("]") || cursor.take(")") else { return nil }
      _ = cursor.take(":")
    } else {
      cursor.skipGap()
      guard cursor.isAtEnd || cursor.take(":") || cursor.takeDash() else { return nil }
    }
    cursor.skipGap()
    return (marker, cursor.index)
  }

  /// The marker of a word or two that stand alone, in any case.
  static func named(_ words: some Sequence<UInt8>) -> TimelineMarker? {
    names[InlineText.oneLine(words).lowercased()]
  }

  private static let names: [String: TimelineMarker] = [
    "trigger": .trigger, "triggered": .trigger, "incident start": .trigger, "detection": .detection,
    "detected": .detection, "first detected": .detection, "discovery": .detection, "discovered": .detection,
    "incident detected": .detection, "diagnosis": .diagnosis, "diagnosed": .diagnosis, "mitigation": .mitigation,
    "mitigated": .mitigation, "recovery": .mitigation, "repaired": .mitigation, "incident mitigated": .mitigation,
    "resolution": .resolution, "resolved": .resolution, "incident resolved": .resolution, "key moment": .keyMoment,
    "key event": .keyMoment, "milestone": .keyMoment,
  ]
}
