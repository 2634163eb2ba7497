/// One traceback: what was raised, and the frames on the way there, outermost first.
struct Traceback {
  var exception: String
  var message: String
  var frames: [StackFrame]
  /// Byte offsets in the text that was read, from header to exception.
  var range: Range<Int>
}

/// A line of a traceback that says where execution stood.
struct StackFrame: Equatable {
  let path: String
  let function: String
}

/// Finds Python tracebacks in a text: plain, chained, in groups, behind log prefixes, in a quote's or a group's margin,
/// with the markers of 3.11, and the form of a syntax error that has no header.
///
/// Frame and exception lines are found by what they say rather than by their column, since log shippers, chat and quoting
/// change columns.
struct TracebackReader {
  private var tracebacks: [Traceback] = []
  private var frames: [StackFrame] = []
  private var start: Int?
  /// The running traceback's own column: the bytes of its margin and log prefix.
  private var indent = 0
  private var hasHeader = false
  private var linesSinceFrame = 0

  static func tracebacks(in lines: [TextLine]) -> [Traceback] {
    var reader = TracebackReader()
    for line in lines { reader.read(line) }
    return reader.tracebacks
  }

  private mutating func read(_ line: TextLine) {
    if let column = line.column(of: "Traceback (most recent call last):") {
      begin(at: line.start, indent: column >= 16 && line.hasGroup(before: column) ? column - 16 : column)
      hasHeader = true
      return
    }
    if let (frame, column) = StackFrame.read(line) {
      if start == nil { begin(at: line.start, indent: 0) }
      if frames.isEmpty { indent = max(0, column - 2) }
      frames.append(frame)
      linesSinceFrame = 0
      return
    }
    guard let start else { return }
    linesSinceFrame += 1
    if linesSinceFrame > Self.longestGap { return reset() }
    guard let raised = RaisedException.read(line, near: indent, isSyntaxError: !hasHeader) else { return }
    tracebacks.append(
      Traceback(exception: raised.type, message: raised.message, frames: frames, range: start..<line.end))
    reset()
  }

  /// Source lines of a statement and its markers; 3.13 shows several lines of one.
  private static let longestGap = 12

  private mutating func begin(at offset: Int, indent column: Int) {
    reset()
    start = offset
    indent = column
  }

  private mutating func reset() {
    start = nil
    frames = []
    hasHeader = false
    linesSinceFrame = 0
  }
}

extension StackFrame {
  /// Reads `File "app/pay.py", line 12, in charge` wherever in the line it stands; a syntax error's has no function.
  static func read(_ line: TextLine) -> (frame: StackFrame, column: Int)? {
    guard let column = line.column(of: "File \""), column == 0 || !line.bytes[column - 1].isWordByte else { return nil }
    let pathStart = column + 6
    guard let quote = line.bytes[pathStart...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    let rest = line.bytes[(quote + 1)...]
    guard rest.starts(with: ", line ".utf8) else { return nil }
    var index = quote + 8
    while index < line.bytes.count, line.bytes[index].isDigit { index += 1 }
    let path = String(decoding: line.bytes[pathStart..<quote], as: UTF8.self)
    guard line.bytes[index...].starts(with: ", in ".utf8) else { return (StackFrame(path: path, function: ""), column) }
    var end = index + 5
    while end < line.bytes.count, !line.bytes[end].isBlank, line.bytes[end] != UInt8(ascii: "\"") { end += 1 }
    return (StackFrame(path: path, function: String(decoding: line.bytes[index + 5..<end], as: UTF8.self)), column)
  }
}

/// The line that names what was raised.
struct RaisedException {
  let type: String
  let message: String

  /// Reads `requests.exceptions.ConnectTimeout: …` at a traceback's own column, or next to it where log prefixes differ
  /// in length; source lines stand four columns deeper.
  static func read(_ line: TextLine, near column: Int, isSyntaxError: Bool) -> RaisedException? {
    if column <= line.bytes.count, column == 0 || !line.bytes[column - 1].isWordByte,
      let raised = read(line.bytes, from: column, onlySyntax: isSyntaxError)
    {
      return raised
    }
    guard column > 8 else { return nil }
    for start in column - 8...column + 8 where start < line.bytes.count && start >= 2 {
      guard line.bytes[start - 1].isBlank, !line.bytes[start - 2].isBlank else { continue }
      if let raised = read(line.bytes, from: start, onlySyntax: isSyntaxError) { return raised }
    }
    return nil
  }

  static func read(_ bytes: [UInt8], from start: Int, onlySyntax: Bool = false) -> RaisedException? {
    var end = start
    while end < bytes.count,
      bytes[end].isLetter || bytes[end].isDigit || "_.".utf8.contains(bytes[end])
        || bytes[end] == UInt8(ascii: "<") || bytes[end] == UInt8(ascii: ">")
    {
      end += 1
    }
    guard end > start, bytes[start].isLetter || bytes[start] == UInt8(ascii: "_") else { return nil }
    let isWholeLine = bytes[end...].allSatisfy { $0.isBlank }
    guard isWholeLine || bytes[end] == UInt8(ascii: ":") else { return nil }
    let type = String(decoding: bytes[start..<end], as: UTF8.self)
    guard isExceptionName(type, isWholeLine: isWholeLine) else { return nil }
    if onlySyntax, !["SyntaxError", "IndentationError", "TabError"].contains(type) { return nil }
    let message = isWholeLine ? [] : bytes[(end + 1)...].drop { $0.isBlank }
    return RaisedException(type: type, message: String(decoding: message, as: UTF8.self))
  }

  private static let known: Set<String> = [
    "KeyboardInterrupt", "SystemExit", "StopIteration", "StopAsyncIteration", "GeneratorExit", "Exception",
    "BaseException", "ExceptionGroup", "BaseExceptionGroup", "ConnectTimeout", "ReadTimeout", "Timeout", "DoesNotExist",
    "ObjectDoesNotExist", "MultipleObjectsReturned", "PermissionDenied", "Empty", "Full", "Http404", "CancelledError",
  ]
  private static let endings = ["Error", "Exception", "Warning", "Exit", "Interrupt", "Timeout", "Failure", "Fault"]

  private static func isExceptionName(_ name: String, isWholeLine: Bool) -> Bool {
    guard let last = name.split(separator: ".").last, let first = last.utf8.first, !name.hasSuffix("."),
      first.isUpper || name.contains(".")
    else { return false }
    if known.contains(String(last)) || endings.contains(where: { last.hasSuffix($0) }) { return true }
    return first.isUpper && !isWholeLine && last.utf8.count >= 4 && last.utf8.contains(where: \.isLower)
  }
}
