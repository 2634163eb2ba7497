extension StackFrame {
  /// Reads a frame in the notation of its traceback's form, with the column at which it stands.
  static func read(_ line: TextLine, form: TracebackHeader.Form) -> (frame: StackFrame, column: Int)? {
    if let read = plain(line) { return read }
    switch form {
    case .plain, .crash: return nil
    case .box: return boxed(line)
    case .notebook: return notebook(line)
    }
  }

  /// `File "app/pay.py", line 12, in charge` wherever in the line it stands; a syntax error's has no function, a crash's
  /// no comma before `in`, and a table's quotes are doubled.
  private static func plain(_ line: TextLine) -> (frame: StackFrame, column: Int)? {
    guard let column = line.column(of: "File \""), column == 0 || !line.bytes[column - 1].isWordByte else { return nil }
    let quote = UInt8(ascii: "\"")
    let isDoubled = column + 6 < line.bytes.count && line.bytes[column + 6] == quote
    let pathStart = column + (isDoubled ? 7 : 6)
    guard let pathEnd = line.bytes[pathStart...].firstIndex(of: quote) else { return nil }
    let rest = line.bytes[(pathEnd + (isDoubled ? 2 : 1))...]
    guard rest.starts(with: ", line ".utf8) else { return nil }
    let behind = rest.dropFirst(7).drop { $0.isDigit }
    let path = String(decoding: line.bytes[pathStart..<pathEnd], as: UTF8.self)
    for word in [", in ", " in "] where behind.starts(with: word.utf8) {
      let name = behind.dropFirst(word.utf8.count).prefix { !$0.isBlank && $0 != quote }
      return (StackFrame(path: path, function: String(decoding: name, as: UTF8.self)), column)
    }
    return (StackFrame(path: path, function: ""), column)
  }

  /// `│ /app/pay.py:12 in charge      │`.
  private static func boxed(_ line: TextLine) -> (frame: StackFrame, column: Int)? {
    guard let bar = line.column(of: "│") else { return nil }
    let words = line.bytes[(bar + 3)...].split { $0.isBlank }
    guard words.count >= 3, words[1].elementsEqual("in".utf8), let path = path(ofPlace: words[0]) else { return nil }
    return (StackFrame(path: path, function: String(decoding: words[2], as: UTF8.self)), bar)
  }

  /// `File ~/pay.py:12, in charge(order)`, `Cell In[3], line 1`, `Input In [3], in <cell line: 1>()`.
  private static func notebook(_ line: TextLine) -> (frame: StackFrame, column: Int)? {
    for word in ["Cell In", "Input In", "<ipython-input-"] as [StaticString] {
      if let column = line.column(of: word) {
        return (StackFrame(path: "<ipython-input>", function: function(line) ?? "<module>"), column)
      }
    }
    guard let column = line.column(of: "File "), let comma = line.bytes[column...].firstIndex(of: UInt8(ascii: ",")),
      let path = path(ofPlace: line.bytes[(column + 5)..<comma]), let function = function(line)
    else { return nil }
    return (StackFrame(path: path, function: function), column)
  }

  /// The name behind `in`, without its arguments; a cell's own code is its module.
  private static func function(_ line: TextLine) -> String? {
    guard let column = line.column(of: " in ") else { return nil }
    let name = String(decoding: line.bytes[(column + 4)...].prefix { $0 != UInt8(ascii: "(") }, as: UTF8.self)
    return name.hasPrefix("<cell") || name.isEmpty ? "<module>" : name
  }

  /// The path of `/app/pay.py:12`; nil for words that are no place.
  private static func path(ofPlace bytes: ArraySlice<UInt8>) -> String? {
    guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")), colon + 1 < bytes.endIndex,
      bytes[(colon + 1)...].allSatisfy(\.isDigit), colon > bytes.startIndex
    else { return nil }
    return String(decoding: bytes[..<colon], as: UTF8.self)
  }
}
