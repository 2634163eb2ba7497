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
/// with the markers of 3.11, the form of a syntax error that has no header, boxes and notebooks, the reports of functions
/// whose error stands first, and the interpreter's own crashes.
///
/// Frame and exception lines are found by what they say rather than by their column, since log shippers, chat and quoting
/// change columns.
struct TracebackReader {
  private var tracebacks: [Traceback] = []
  private var frames: [StackFrame] = []
  private var start: Int?
  /// Offset behind the last line that belongs to the running traceback.
  private var end = 0
  private var form = TracebackHeader.Form.plain
  /// The running traceback's own column: the bytes of its margin and log prefix.
  private var indent = 0
  private var hasHeader = false
  private var linesSinceFrame = 0
  /// Whether a line at the traceback's own column has passed that raised nothing: what follows is no longer trusted.
  private var hasStrayed = false
  /// What a line before the header said was raised, for the forms in which none follows.
  private var announced: RaisedException?
  private var announcedAt = 0
  private var lineNumber = 0

  static func tracebacks(in lines: [TextLine]) -> [Traceback] {
    var reader = TracebackReader()
    for line in lines { reader.read(line) }
    reader.finish()
    return reader.tracebacks
  }

  private mutating func read(_ line: TextLine) {
    lineNumber += 1
    if let header = TracebackHeader.read(line) { return begin(at: line.start, header) }
    if let announcement = RaisedException.announcement(line.bytes), start == nil || announced != nil {
      finish()
      announced = announcement.raised
      announcedAt = announcement.isFatal ? Int.max : lineNumber
      return
    }
    if let (frame, column) = StackFrame.read(line, form: form) {
      if start == nil { begin(at: line.start, indent: 0) }
      if frames.isEmpty, form == .plain { indent = max(0, column - 2) }
      frames.append(frame)
      linesSinceFrame = 0
      end = line.end
      return
    }
    readOther(line)
  }

  /// A source line, a marker, what was raised, or something behind the traceback.
  private mutating func readOther(_ line: TextLine) {
    guard let start else { return }
    linesSinceFrame += 1
    if linesSinceFrame > form.longestGap { return finish() }
    let trust = frames.isEmpty || hasStrayed ? RaisedException.Trust.names : .anyName
    if form != .crash, let raised = RaisedException.read(line, near: indent, hasHeader ? trust : .syntax) {
      tracebacks.append(
        Traceback(exception: raised.type, message: raised.message, frames: frames, range: start..<line.end))
      return reset()
    }
    let isOutside = line.bytes.dropFirst(indent).first.map { !$0.isBlank && $0 < 0x80 } ?? (form == .crash)
    guard isOutside, !frames.isEmpty else { return }
    hasStrayed = true
    if announced != nil { finish() }
  }

  /// Ends the running traceback, which counts where a line before it told what was raised.
  private mutating func finish() {
    if let announced, let start, !frames.isEmpty {
      tracebacks.append(
        Traceback(
          exception: announced.type, message: announced.message, frames: form == .crash ? frames.reversed() : frames,
          range: start..<end))
      self.announced = nil
    }
    reset()
  }

  private mutating func begin(at offset: Int, _ header: TracebackHeader) {
    finish()
    if header.form != .crash, announcedAt != lineNumber - 1 { announced = nil }
    if header.isOfAnotherThread { return }
    begin(at: offset, indent: header.indent)
    form = header.form
    hasHeader = true
  }

  private mutating func begin(at offset: Int, indent column: Int) {
    reset()
    start = offset
    end = offset
    indent = column
  }

  private mutating func reset() {
    start = nil
    frames = []
    form = .plain
    hasHeader = false
    hasStrayed = false
    linesSinceFrame = 0
  }
}
