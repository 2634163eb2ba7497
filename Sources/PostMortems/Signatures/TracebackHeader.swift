/// The line that begins a traceback.
struct TracebackHeader {
  enum Form {
    /// As the interpreter prints it.
    case plain
    /// In the box that Rich draws.
    case box
    /// As notebooks print it, frames as `File ~/pay.py:12, in charge(order)`.
    case notebook
    /// As the interpreter reports its own crash: the innermost frame first.
    case crash

    /// How many lines of source, markers and values may stand between two frames, or behind the last.
    var longestGap: Int {
      switch self {
      case .plain, .crash: 12
      case .box, .notebook: 60
      }
    }
  }

  var form: Form
  /// The column at which the traceback itself begins, and at which what was raised stands.
  var indent: Int
  /// A crash lists every thread; only the current one's frames led to it.
  var isOfAnotherThread = false

  static func read(_ line: TextLine) -> TracebackHeader? {
    if let column = line.column(of: "Traceback (most recent call last)") {
      if column + 33 < line.bytes.count, line.bytes[column + 33] == UInt8(ascii: ":") {
        return TracebackHeader(
          form: .plain, indent: column >= 16 && line.hasGroup(before: column) ? column - 16 : column)
      }
      if let corner = line.column(of: "╭") { return TracebackHeader(form: .box, indent: corner) }
      return notebook(line, column)
    }
    guard let column = line.column(of: "(most recent call first):") else { return nil }
    guard let thread = line.column(of: "Current thread ") else {
      return line.column(of: "Thread ").map { _ in
        TracebackHeader(form: .crash, indent: column, isOfAnotherThread: true)
      }
    }
    return TracebackHeader(form: .crash, indent: thread)
  }

  /// `ZeroDivisionError                         Traceback (most recent call last)`.
  private static func notebook(_ line: TextLine, _ column: Int) -> TracebackHeader? {
    let before = line.bytes[..<column]
    guard let last = before.lastIndex(where: { !$0.isBlank }), column - last > 1 else { return nil }
    let name = before[...last].lastIndex { $0.isBlank }.map { $0 + 1 } ?? 0
    return TracebackHeader(form: .notebook, indent: name)
  }
}
