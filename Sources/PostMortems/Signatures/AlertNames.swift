/// Finds names of alerts: `alertname=…`, `alert: …` in a rule, `[FIRING:1] …`, and names right beside the word alert.
enum AlertNames {
  /// Finds names in one line or paragraph; `code` are the ranges set as code, where a shorter name is believed.
  static func find(in bytes: [UInt8], code: [Range<Int>]) -> [ErrorCodes.Found] {
    var found: [ErrorCodes.Found] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index].isLetter || bytes[index] == UInt8(ascii: "[") else {
        index += 1
        continue
      }
      let end = wordEnd(bytes, index)
      if let range = name(bytes, index..<end, code) {
        found.append(ErrorCodes.Found(text: String(decoding: bytes[range], as: UTF8.self), range: range))
        index = max(range.upperBound, end)
      } else {
        index = max(end, index + 1)
      }
    }
    return found
  }

  private static func name(_ bytes: [UInt8], _ word: Range<Int>, _ code: [Range<Int>]) -> Range<Int>? {
    if bytes[word.lowerBound] == UInt8(ascii: "[") { return firing(bytes, word.lowerBound) }
    switch String(decoding: bytes[word].prefix(12).map(\.lowercased), as: UTF8.self) {
    case "alertname": return label(bytes, behind: word.upperBound)
    case "alert", "alerts", "alarm", "alarms": return beside(bytes, word, code)
    default: return nil
    }
  }

  private static func wordEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end].isLetter || bytes[end].isDigit || "_-".utf8.contains(bytes[end]) { end += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    return end
  }

  /// `alertname="…"`, `"alertname": "…"`, `alertname: …`.
  private static func label(_ bytes: [UInt8], behind start: Int) -> Range<Int>? {
    var index = start
    while index < bytes.count, "\"'=~: \\".utf8.contains(bytes[index]), index - start < 8 { index += 1 }
    guard index > start else { return nil }
    let isQuoted = bytes[index - 1] == UInt8(ascii: "\"") || bytes[index - 1] == UInt8(ascii: "'")
    var end = wordEnd(bytes, index)
    if isQuoted {
      let quote = bytes[index - 1]
      end = bytes[index..<min(bytes.count, index + 120)].firstIndex { $0 == quote || $0 == UInt8(ascii: "\\") } ?? end
    }
    return end - index >= 3 ? index..<end : nil
  }

  /// `[FIRING:1] KubePodCrashLooping`, as notifications begin.
  private static func firing(_ bytes: [UInt8], _ start: Int) -> Range<Int>? {
    let rest = bytes[start...]
    guard rest.starts(with: "[FIRING".utf8) || rest.starts(with: "[RESOLVED".utf8),
      let close = bytes[start..<min(bytes.count, start + 20)].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    var index = close + 1
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    let end = wordEnd(bytes, index)
    return humps(bytes[index..<end]) >= 2 ? index..<end : nil
  }

  /// The name before or behind the word: three humps in prose, two as code or behind a colon.
  private static func beside(_ bytes: [UInt8], _ word: Range<Int>, _ code: [Range<Int>]) -> Range<Int>? {
    var index = word.upperBound
    while index < bytes.count, " :`\"'*_“‘".utf8.contains(bytes[index]), index - word.upperBound < 6 { index += 1 }
    for filler in ["named ", "called ", "for "] where bytes[index...].starts(with: filler.utf8) {
      index += filler.utf8.count
      if index < bytes.count, "`\"'".utf8.contains(bytes[index]) { index += 1 }
    }
    let end = wordEnd(bytes, index)
    let hasColon = bytes[word.upperBound..<index].contains(UInt8(ascii: ":"))
    if index < end, isName(bytes, index..<end, hasColon, code) { return index..<end }
    var last = word.lowerBound
    while last > 0, " `\"'*”’".utf8.contains(bytes[last - 1]), word.lowerBound - last < 6 { last -= 1 }
    var first = last
    while first > 0, bytes[first - 1].isLetter || bytes[first - 1].isDigit || bytes[first - 1] == UInt8(ascii: "_") {
      first -= 1
      if last - first > 80 { return nil }
    }
    return first < last && isName(bytes, first..<last, false, code) ? first..<last : nil
  }

  private static func isName(_ bytes: [UInt8], _ range: Range<Int>, _ hasColon: Bool, _ code: [Range<Int>]) -> Bool {
    let needed = hasColon || code.contains { $0.overlaps(range) } ? 2 : 3
    return humps(bytes[range]) >= needed
  }

  /// How often a capital is followed by a small letter: 3 in `KubeNodeNotReady`'s first three parts; 0 with a hyphen.
  private static func humps(_ word: ArraySlice<UInt8>) -> Int {
    guard word.count >= 6, word.first?.isUpper == true, !word.contains(UInt8(ascii: "-")) else { return 0 }
    return zip(word, word.dropFirst()).reduce(0) { $0 + ($1.0.isUpper && $1.1.isLower ? 1 : 0) }
  }
}
