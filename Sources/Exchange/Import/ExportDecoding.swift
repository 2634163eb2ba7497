internal import Diagnostics

/// Bytes of a file → what readers work on: encodings are put right, JSON is told from text.
package enum ExportDecoding {
  package struct Result: Sendable {
    /// Nil where there is nothing to read.
    package let export: Export?
    package let problems: [ImportProblem]
    /// Why the text is no JSON although it begins like it; matters only where no reader knows the text.
    let jsonFailure: String?

    init(_ export: Export?, problems: [ImportProblem] = [], jsonFailure: String? = nil) {
      self.export = export
      self.problems = problems
      self.jsonFailure = jsonFailure
    }
  }

  package static func decode(_ bytes: [UInt8], path: String) -> Result {
    if let reason = unreadable(bytes) { return .failed(path, reason) }
    let (text, isRepaired) = text(of: bytes)
    guard text.utf8.contains(where: { $0 > 0x20 }) else { return .failed(path, "is empty") }
    var problems: [ImportProblem] = []
    if isRepaired {
      problems.append(ImportProblem(path: path, message: "has bytes that are no UTF-8; U+FFFD stands in their place"))
    }
    return contents(text, path, problems)
  }

  private static func unreadable(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x1F, 0x8B]) { return "is compressed with gzip; unpack it first" }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "is a zip archive; unpack it and give the folder" }
    if bytes.isEmpty { return "is empty" }
    return nil
  }

  /// UTF-8 with or without its mark, and UTF-16 in both byte orders.
  private static func text(of bytes: [UInt8]) -> (String, isRepaired: Bool) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (utf16(bytes.dropFirst(2), isLittle: true), false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (utf16(bytes.dropFirst(2), isLittle: false), false) }
    // ASCII in UTF-16 without a mark has every other byte zero.
    if bytes.count > 3, bytes[1] == 0, bytes[3] == 0 { return (utf16(bytes[...], isLittle: true), false) }
    if bytes.count > 3, bytes[0] == 0, bytes[2] == 0 { return (utf16(bytes[...], isLittle: false), false) }
    return utf8(bytes[...])
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>) -> (String, isRepaired: Bool) {
    if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
    return (String(decoding: bytes, as: UTF8.self), true)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> String {
    let start = bytes.startIndex
    let units = (0..<(bytes.count / 2)).map { index -> UInt16 in
      let (first, second) = (UInt16(bytes[start + 2 * index]), UInt16(bytes[start + 2 * index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func contents(_ text: String, _ path: String, _ problems: [ImportProblem]) -> Result {
    let first = text.utf8.first { $0 > 0x20 }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return Result(
        Export(path: path, contents: .text(text)), problems: problems)
    }
    do throws(JSONParser.Failure) {
      let value = try JSONParser.parse(Array(text.utf8))
      return Result(Export(path: path, contents: .json([value])), problems: problems)
    } catch {
      return lines(text, path, problems, failure: error)
    }
  }

  /// Newline-delimited JSON; a line that was cut does not cost the others.
  private static func lines(
    _ text: String, _ path: String, _ problems: [ImportProblem], failure: JSONParser.Failure
  ) -> Result {
    var values: [JSONValue] = []
    var bad = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.contains(where: { $0 > 0x20 }) {
      guard let value = try? JSONParser.parse(Array(line)), value.isContainer else {
        bad += 1
        continue
      }
      values.append(value)
    }
    guard !values.isEmpty, values.count > bad else {
      return Result(
        Export(path: path, contents: .text(text)), problems: problems,
        jsonFailure: "is not valid JSON: \(failure)")
    }
    var problems = problems
    if bad > 0 {
      problems.append(ImportProblem(path: path, message: "\(bad) of \(values.count + bad) lines are not valid JSON"))
    }
    return Result(Export(path: path, contents: .json(values)), problems: problems)
  }
}

extension ExportDecoding.Result {
  /// A file of which nothing is read, and why.
  package static func failed(_ path: String, _ reason: String) -> Self {
    Self(nil, problems: [ImportProblem(path: path, message: reason, isFailure: true)])
  }
}

extension JSONValue {
  fileprivate var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }
}

extension ExportDecoding.Result {
  /// A file that was not read for its size in bytes.
  package static func tooLarge(_ path: String, limit: Int) -> Self {
    failed(path, "is larger than \(limit >> 20) MB; cut out the time of the incident first")
  }
}
