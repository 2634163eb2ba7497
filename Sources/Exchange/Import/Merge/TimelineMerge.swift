internal import PostMortems

/// Puts the events of several systems into one order, and what two of them tell of one moment into one row.
enum TimelineMerge {
  /// Two systems tell of one moment where they are no further apart than this, in seconds.
  static let window: Int64 = 60

  /// How many rows a row is compared with, so that a burst of log lines stays cheap.
  private static let lookBack = 64

  static func rows(of events: [ImportedEvent]) -> [ImportedRow] {
    var rows: [ImportedRow] = []
    var words: [RowWords] = []
    var equals: [String: Int] = [:]
    for event in sorted(events) {
      let eventWords = RowWords(event.text)
      let origin = RowOrigin(system: event.system, url: event.url)
      let key = "\(event.at.seconds) \(event.text)"
      if let twin = equals[key] ?? twin(of: event, eventWords, in: rows, words) {
        if !rows[twin].origins.contains(where: { $0.system == event.system }) { rows[twin].origins.append(origin) }
        rows[twin].marks.appendNew([mark(of: event)])
        rows[twin].isChatter = rows[twin].isChatter && event.isChatter
        if event.at == rows[twin].at, event.text.utf8.count > rows[twin].text.utf8.count {
          rows[twin].text = event.text
        }
      } else {
        equals[key] = rows.count
        rows.append(
          ImportedRow(
            at: event.at, text: event.text, origins: [origin], isChatter: event.isChatter, marks: [mark(of: event)]))
        words.append(eventWords)
      }
    }
    return rows
  }

  /// Whose names are in the text does not count, for the roles that take their place may be numbered anew.
  private static func mark(of event: ImportedEvent) -> String {
    ShortHash.of("\(event.system.rawValue) \(event.at.seconds) \(Person.neutral(event.text))")
  }

  /// By time; at one instant in the order in which they were read.
  private static func sorted(_ events: [ImportedEvent]) -> [ImportedEvent] {
    events.enumerated().sorted { ($0.element.at.seconds, $0.offset) < ($1.element.at.seconds, $1.offset) }.map(
      \.element)
  }

  /// The row of another system that tells nearly the same, or the one of the same system and second that says no more or
  /// no less: an incident and its log both tell of an acknowledgement.
  private static func twin(
    of event: ImportedEvent, _ eventWords: RowWords, in rows: [ImportedRow], _ words: [RowWords]
  ) -> Int? {
    for index in rows.indices.suffix(lookBack).reversed() {
      guard event.at.seconds - rows[index].at.seconds <= window else { return nil }
      let isOwn = rows[index].origins.contains { $0.system == event.system }
      if !isOwn, words[index].tellsTheSame(as: eventWords) { return index }
      if isOwn, event.at.seconds == rows[index].at.seconds, words[index].isPart(of: eventWords) { return index }
    }
    return nil
  }
}

/// The words of a row by which it is compared with another system's.
struct RowWords: Sendable {
  /// What became of it: an alert that fires is another event than one that ends.
  enum Act: Sendable { case begin, acknowledge, end, other }

  let words: Set<String>
  /// Names such as `CheckoutErrors` and `high_memory_load`, which no two alerts share by chance.
  let identifiers: Set<String>
  let act: Act

  init(_ text: String) {
    let all = Self.splitNames(text)
    act = Self.act(of: all)
    words = Set(all.filter { !Self.plain.contains($0) }.map(Self.stem))
    identifiers = Set(
      text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.filter { word in
        word.utf8.count >= 6 && (word.contains("_") || word.dropFirst().contains(where: \.isUppercase))
          && word.contains(where: \.isLowercase)
      }.map { $0.lowercased() })
  }

  /// The shorter text's words stand in the longer one, or nearly so.
  func tellsTheSame(as other: RowWords) -> Bool {
    guard act == other.act else { return false }
    let shorter = min(words.count, other.words.count)
    let common = words.intersection(other.words).count
    // Two systems acknowledge or end an incident in words that say nothing more.
    if act == .acknowledge || act == .end, shorter == 0 { return true }
    guard shorter > 0 else { return false }
    if act != .other, !identifiers.isDisjoint(with: other.identifiers) { return true }
    let isTelling = common >= 2 || words.intersection(other.words).contains { $0.utf8.count >= 8 }
    return isTelling && Double(common) >= 0.6 * Double(shorter) || words == other.words
  }

  /// Whether one of the two says all that the other says.
  func isPart(of other: RowWords) -> Bool {
    guard act == other.act else { return false }
    let (shorter, longer) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
    return (act != .other || shorter.count >= 2) && shorter.isSubset(of: longer)
  }

  /// Without the ending of a plural, so that `CheckoutErrors` and `checkout error` are the same words.
  private static func stem(_ word: String) -> String {
    word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }

  /// Words in lower case; `HighErrorRate` is three.
  private static func splitNames(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.flatMap { word -> [String] in
      var parts: [String] = []
      var wasLower = false
      for character in word {
        if parts.isEmpty || wasLower && character.isUppercase { parts.append("") }
        parts[parts.count - 1].append(character)
        wasLower = character.isLowercase
      }
      return parts.map { $0.lowercased() }
    }
  }

  static func split(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func act(of words: [String]) -> Act {
    for word in words.prefix(6) {
      if begins.contains(word) { return .begin }
      if acknowledges.contains(word) { return .acknowledge }
      if ends.contains(word) { return .end }
    }
    return .other
  }

  private static let begins: Set<String> = [
    "firing", "fired", "fires", "triggered", "trigger", "opened", "open", "declared", "alerting", "created",
  ]
  private static let acknowledges: Set<String> = ["acknowledged", "acked", "ack", "acknowledge"]
  private static let ends: Set<String> = ["resolved", "closed", "recovered", "recovery", "ok"]

  private static let plain: Set<String> = begins.union(acknowledges).union(ends).union([
    "alert", "incident", "the", "a", "an", "on", "in", "by", "of", "for", "to", "is", "was", "and", "at", "from",
    "with",
    "critical", "warning", "1", "system", "responder",
  ])
}
