/// What a run of code is; the raw value is its class on the page.
enum CodeToken: String {
  case comment = "c"
  case string = "s"
  case keyword = "k"
  case number = "n"
  /// The name of a value: `replicas:` in YAML, `"port":` in JSON, `timeout =` in settings.
  case key = "a"
  case inserted = "i"
  case deleted = "d"
  /// What a program prints about the text: a prompt, the head of a hunk, a level or a time in a log.
  case meta = "m"
}

/// Writes code with its tokens in classes. Every byte of the text comes out once, in order, whatever a scan thinks of it.
struct CodeColours {
  private let code: [UInt8]
  private(set) var html: [UInt8] = []
  /// The first byte that is not written yet.
  private var written = 0

  /// Longer blocks are left as they stand: nobody reads their colours, and everybody loads them.
  static let limit = 1 << 16

  private init(_ code: ArraySlice<UInt8>) {
    self.code = Array(code)
    html.reserveCapacity(code.count + code.count / 4)
  }

  /// Appends the code, coloured where its language is known.
  static func append(_ code: ArraySlice<UInt8>, language: some Collection<UInt8>, to output: inout [UInt8]) {
    guard code.count <= limit, let language = CodeLanguage(language) else {
      return HTMLEscaping.append(code, to: &output)
    }
    var colours = CodeColours(code)
    switch language {
    case .words(let grammar): WordScan(grammar).run(colours.code, 0..<colours.code.count) { colours.mark($0, $1) }
    case .lines(let grammar): LineScan(grammar).run(colours.code) { colours.mark($0, $1) }
    }
    colours.plain(upTo: colours.code.count)
    output.append(contentsOf: colours.html)
  }

  /// Marks a run that begins at or behind the end of the last one; any other is ignored.
  private mutating func mark(_ token: CodeToken, _ range: Range<Int>) {
    guard range.lowerBound >= written, range.upperBound <= code.count, !range.isEmpty else { return }
    plain(upTo: range.lowerBound)
    html.append(contentsOf: "<span class=\"\(token.rawValue)\">".utf8)
    HTMLEscaping.append(code[range], to: &html)
    html.append(contentsOf: "</span>".utf8)
    written = range.upperBound
  }

  private mutating func plain(upTo end: Int) {
    HTMLEscaping.append(code[written..<end], to: &html)
    written = end
  }
}
