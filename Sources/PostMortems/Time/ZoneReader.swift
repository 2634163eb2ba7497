/// Readers of zones beside a clock.
extension ByteCursor {
  /// `UTC`, `(CEST)`, `Pacific Time`, `UTC+1`, `+02:00`, `Europe/London` after a clock, with or without a blank.
  mutating func zone() -> Zone? {
    if let zone = attachedZone() { return zone }
    return attempt { cursor in
      let gap = cursor.skipGap()
      let isBracketed = cursor.take("(") || cursor.take("[")
      guard gap > 0 || isBracketed, let zone = cursor.zoneName() ?? cursor.spacedOffset(isBracketed) else { return nil }
      if isBracketed {
        cursor.skipGap()
        guard cursor.take(")") || cursor.take("]") else { return nil }
      }
      return zone
    }
  }

  /// `Z`, `UTC` or an offset directly behind a clock.
  mutating func attachedZone() -> Zone? {
    if let zone = zoneName() { return zone }
    return attempt { cursor in
      // `10:00-11` is a range, `10:00-0700` and `10:00+2` are not.
      let isOffset = cursor.peek() == UInt8(ascii: "+") || cursor.dashLength() > 0 && cursor.hasLongOffset
      guard isOffset, let seconds = cursor.signedOffset(), !cursor.peek().isASCIIDigit else { return nil }
      return cursor.peek().isASCIILetter ? nil : Zone(secondsEast: seconds)
    }
  }

  /// Whether a sign is followed by four digits that make an offset; `10:00-11:30` is a range all the same.
  private var hasLongOffset: Bool {
    (1...4).allSatisfy { peek($0).isASCIIDigit } && !peek(5).isASCIIDigit
      || peek(3) == UInt8(ascii: ":") && peek(1) == UInt8(ascii: "0") && peek(4) == UInt8(ascii: "0")
        && peek(5) == UInt8(ascii: "0")
  }

  private mutating func spacedOffset(_ isBracketed: Bool) -> Zone? {
    attempt { cursor in
      let sign = cursor.peek()
      let isNegative = cursor.dashLength() > 0 && (isBracketed || cursor.hasLongOffset)
      guard sign == UInt8(ascii: "+") || isNegative, let seconds = cursor.signedOffset() else { return nil }
      var tail = cursor
      tail.skipGap()
      // `10:00 +1 engineer` counts engineers.
      guard tail.isAtEnd || !tail.peek().isASCIILetter && !tail.peek().isASCIIDigit else { return nil }
      return Zone(secondsEast: seconds)
    }
  }

  /// A zone's name standing here as a whole word: abbreviations in capitals, `Pacific` and its like capitalised.
  mutating func zoneName() -> Zone? {
    if let zone = spelledZone() { return zone }
    return attempt { cursor in
      let length = cursor.nameLength
      guard length > 0, length <= 40, cursor.mayBeZoneName(length) else { return nil }
      let name = String(decoding: cursor.bytes[cursor.index..<cursor.index + length], as: UTF8.self)
      let isCapital = cursor.peek().isASCIIUppercase
      if name.utf8.contains(UInt8(ascii: "/")) {
        guard let zone = Zone(name) ?? name.split(separator: "/").last.flatMap({ Zone.colloquialPlace($0) })
        else { return nil }
        cursor.index += length
        return zone
      }
      let isAbbreviation = name.utf8.allSatisfy(\.isASCIIUppercase)
      guard isCapital, let zone = isAbbreviation ? Zone.abbreviation(name) : Zone.colloquialPlace(name[...]) else {
        return nil
      }
      cursor.index += length
      var next = cursor
      next.skipGap()
      if !isAbbreviation, ["european", "africa", "african", "indonesia"].contains(next.word()) { return nil }
      return cursor.adjusted(zone)
    }
  }

  /// Whether that many bytes may be a zone's name: capitals, a name with a slash, or one of a few places.
  private func mayBeZoneName(_ length: Int) -> Bool {
    var areCapitals = true
    for place in 0..<length {
      if peek(place) == UInt8(ascii: "/") { return true }
      if !peek(place).isASCIIUppercase { areCapitals = false }
    }
    return areCapitals || peek().isASCIIUppercase && Zone.placeLengths.contains(length)
  }

  /// `Central European Summer Time`, `Pacific Daylight Time`, `Coordinated Universal Time`.
  private mutating func spelledZone() -> Zone? {
    attempt { cursor in
      guard cursor.peek().isASCIIUppercase else { return nil }
      var words: [String] = []
      while words.count < 4 {
        let word = cursor.word()
        guard !word.isEmpty, !words.isEmpty || ZoneNames.spelledBeginnings.contains(word) else { return nil }
        cursor.index += word.utf8.count
        if word == "time" { break }
        words.append(word)
        guard cursor.skipGap() > 0 else { return nil }
      }
      guard words.count >= 2 else { return nil }
      return ZoneNames.spelled[words.joined(separator: " ")].flatMap { Zone($0) }
    }
  }

  /// Takes the offset of `UTC+1` and the `Time` of `Pacific Time`.
  private mutating func adjusted(_ zone: Zone) -> Zone {
    if zone.name == "UTC" || zone.name == "GMT" {
      let gap = gapLength()
      var copy = self
      copy.index += gap
      let isJoined = gap == 0 || copy.peek() == UInt8(ascii: "+")
      if isJoined, let seconds = copy.signedOffset() {
        self = copy
        return Zone(secondsEast: seconds)
      }
      return zone
    }
    for suffix in ["standard", "time"] {
      let _: Bool? = attempt { cursor in
        cursor.skipGap()
        return cursor.takeWord(suffix) ? true : nil
      }
    }
    return zone
  }

  /// Letters, with the `/` and `_` of database names; `Z` alone only in front of no letter.
  private var nameLength: Int {
    var length = 0
    var hasSlash = false
    while true {
      let byte = peek(length)
      if byte.isASCIILetter {
        length += 1
      } else if byte == UInt8(ascii: "/"), length > 0, peek(length + 1).isASCIILetter {
        hasSlash = true
        length += 1
      } else if hasSlash, byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"),
        peek(length + 1).isASCIILetter || peek(length + 1).isASCIIDigit
      {
        length += 2
      } else {
        return length
      }
    }
  }
}

extension Zone {
  /// A zone's abbreviation in running text, where `CAT` is an animal and `GB` a size.
  fileprivate static func abbreviation(_ word: String) -> Zone? {
    let key = word.lowercased()
    if ["cat", "art", "uk"].contains(key) { return nil }
    let isOfDatabase = ["cet", "eet", "wet", "met", "est", "mst", "hst"].contains(key)
    return ZoneNames.colloquial[key] ?? (isOfDatabase ? ZoneNames.database[key] : nil)
  }

  /// `Pacific`, `Eastern`, `London`: words that are a zone only where a zone is expected.
  fileprivate static func colloquialPlace(_ word: Substring) -> Zone? {
    let key = word.lowercased()
    return colloquialPlaces.contains(key) ? ZoneNames.colloquial[key] : nil
  }

  fileprivate static let placeLengths = 4...8

  private static let colloquialPlaces: Set<String> = [
    "pacific", "mountain", "central", "eastern", "atlantic", "zulu", "zurich", "london",
  ]
}
