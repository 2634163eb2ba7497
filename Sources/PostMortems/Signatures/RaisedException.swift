/// The line that names what was raised.
struct RaisedException {
  let type: String
  let message: String

  /// How much a line must look like an exception to be believed.
  enum Trust {
    /// Only the names of syntax errors, for a frame without a header.
    case syntax
    /// Names that exceptions have.
    case names
    /// Any name, at the traceback's own column right behind its frames.
    case anyName
  }

  /// Reads `requests.exceptions.ConnectTimeout: …` at a traceback's own column, or next to it where log prefixes differ
  /// in length; source lines stand four columns deeper.
  static func read(_ line: TextLine, near column: Int, _ trust: Trust) -> RaisedException? {
    if column <= line.bytes.count, column == 0 || !line.bytes[column - 1].isWordByte,
      let raised = read(line.bytes, from: column, trust)
    {
      return raised
    }
    guard column > 8 else { return nil }
    let trust = trust == .anyName ? .names : trust
    for start in column - 8...column + 8 where start < line.bytes.count && start >= 2 {
      guard line.bytes[start - 1].isBlank, !line.bytes[start - 2].isBlank else { continue }
      if let raised = read(line.bytes, from: start, trust) { return raised }
    }
    return nil
  }

  static func read(_ bytes: [UInt8], from start: Int, _ trust: Trust = .names) -> RaisedException? {
    var end = start
    while end < bytes.count, isNameByte(bytes[end], trust) { end += 1 }
    guard end > start, bytes[start].isLetter || bytes[start] == UInt8(ascii: "_") else { return nil }
    let nameEnd = end
    if trust == .anyName, end < bytes.count, bytes[end] == UInt8(ascii: "("),
      let close = bytes[end...].firstIndex(of: UInt8(ascii: ")"))
    {
      end = close + 1
    }
    let isWholeLine = bytes[end...].allSatisfy { $0.isBlank }
    guard isWholeLine || bytes[end] == UInt8(ascii: ":") else { return nil }
    let type = String(decoding: bytes[start..<nameEnd], as: UTF8.self)
    switch trust {
    case .syntax: guard ["SyntaxError", "IndentationError", "TabError"].contains(type) else { return nil }
    case .names: guard isExceptionName(type, isWholeLine: isWholeLine) else { return nil }
    case .anyName: guard isClassName(type) else { return nil }
    }
    let message = isWholeLine ? [] : bytes[(end + 1)...].drop { $0.isBlank }
    return RaisedException(type: type, message: String(decoding: message, as: UTF8.self))
  }

  private static func isNameByte(_ byte: UInt8, _ trust: Trust) -> Bool {
    byte.isLetter || byte.isDigit || "_.<>".utf8.contains(byte) || trust == .anyName && byte >= 0x80
  }

  /// What a line before a traceback announces, where none follows it: `[ERROR] ConnectTimeout: …` of a cloud's function,
  /// `Fatal Python error: Segmentation fault` of the interpreter, which lists other threads first.
  static func announcement(_ bytes: [UInt8]) -> (raised: RaisedException, isFatal: Bool)? {
    let fatal = Array("Fatal Python error: ".utf8)
    if bytes.starts(with: fatal) {
      let type = String(decoding: bytes.dropFirst(fatal.count).prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
      return type.isEmpty ? nil : (RaisedException(type: type, message: ""), true)
    }
    guard bytes.starts(with: "[ERROR] ".utf8), let raised = read(bytes, from: 8) else { return nil }
    return (raised, false)
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

  /// Words that begin lines of logs and are no class.
  private static let logWords: Set<String> = [
    "info", "error", "err", "warn", "warning", "debug", "critical", "fatal", "notice", "trace", "verbose", "end",
    "start", "report", "note", "file", "http", "https",
  ]

  /// Whether a class may have the name: no word of a log, nothing in capitals alone, no empty part.
  private static func isClassName(_ name: String) -> Bool {
    guard !logWords.contains(name.lowercased()), !name.hasSuffix("."), !name.contains("..") else { return false }
    return name.utf8.contains { $0.isLower || $0 >= 0x80 }
  }
}
