internal import Diagnostics
internal import PostMortems

/// The time that a log wrote before a traceback.
enum LoggedMoment {
  /// How far before a traceback its log line may begin, in bytes.
  private static let reach = 600

  /// The row of a traceback: when it was logged, what the line said, and what was raised; nil without a time.
  static func event(of traceback: String, in text: String) -> ImportedEvent? {
    guard let range = text.firstRange(of: traceback) else { return nil }
    let head = Array(text[..<range.lowerBound].utf8.suffix(reach))
    let first = Array(traceback.utf8.prefix { $0 != 0x0A })
    // The line on which it begins, then the one above it.
    let lines = (head + first).split(separator: 0x0A, omittingEmptySubsequences: true).suffix(2).reversed()
    for line in lines {
      guard let (at, words) = moment(in: Array(line)) else { continue }
      let raised = Evidence.row(traceback)
      let told = LineText.line(words)
      let text = told.isEmpty || told.hasPrefix("Traceback") || raised.contains(told) ? raised : "\(told): \(raised)"
      return ImportedEvent(at: at, text: LineText.line(text), system: .traceback)
    }
    return nil
  }

  /// A time such as `2026-01-19 12:00:05,123` among the first words of a line, and the words behind it.
  private static func moment(in line: [UInt8]) -> (Instant, String)? {
    for start in line.indices.prefix(120) where start + 19 <= line.count && line[start].isASCIINumber {
      guard start == 0 || !line[start - 1].isASCIINumber, isTime(line[start..<(start + 19)]) else { continue }
      var end = start + 19
      if end < line.count, line[end] == UInt8(ascii: ",") || line[end] == UInt8(ascii: ".") {
        end += 1
        while end < line.count, line[end].isASCIINumber { end += 1 }
      }
      let zone = line[end...].prefix { $0.isASCIINumber || $0 == UInt8(ascii: "Z") || "+-:".utf8.contains($0) }
      let stamp = String(decoding: line[start..<(start + 19)], as: UTF8.self)
      let read =
        JSONValue.string(stamp + String(decoding: zone, as: UTF8.self)).instant ?? JSONValue.string(stamp).instant
      guard let at = read else { continue }
      let rest = String(decoding: line[(end + zone.count)...].drop { !$0.isNameByte }, as: UTF8.self)
      // What went well before it is not what failed.
      let isOther = ["INFO", "DEBUG", "TRACE"].contains { rest.hasPrefix($0) }
      return (at, isOther ? "" : rest)
    }
    return nil
  }

  /// `0000-00-00 00:00:00`, with a blank or a `T` between day and time.
  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, "0000-00-00T00:00:00".utf8).allSatisfy { byte, form in
      switch form {
      case UInt8(ascii: "0"): byte.isASCIINumber
      case UInt8(ascii: "T"): byte == UInt8(ascii: "T") || byte == 0x20
      default: byte == form
      }
    }
  }
}
