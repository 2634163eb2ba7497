extension TimelineMarker {
  /// The marker at the head of a row's words and where the words go on behind it: `Detection:`, `[Resolution]`,
  /// `(Key moment)`.
  static func read(_ cursor: ByteCursor) -> (marker: TimelineMarker, rest: Int)? {
    var cursor = cursor
    cursor.skipGap()
    let isBracketed = cursor.take("[") || cursor.take("(")
    let start = cursor.index
    for _ in 0..<24 where cursor.peek().isASCIILetter || cursor.peek() == 0x20 && cursor.peek(1).isASCIILetter {
      cursor.index += 1
    }
    guard let marker = named(cursor.bytes[start..<cursor.index]) else { return nil }
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
