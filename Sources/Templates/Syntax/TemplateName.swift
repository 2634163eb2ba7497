import Diagnostics

/// What a tag names: a path of names, the current item (`.`), or the place in the current list (`first()`).
struct TemplateName: Sendable {
  enum Subject: Sendable {
    /// `.`
    case current
    /// `a.b.c`; a local path (`.a.b`) is looked up in the innermost view alone.
    case path([Located<String>], isLocal: Bool)
    /// Nothing between the parentheses: the place in the list around the tag.
    case loop
  }

  /// The name as written, by which a closing tag answers its opening tag.
  let text: String
  let span: SourceSpan
  let subject: Subject
  /// The functions around the subject, outermost first: `["count"]` for `count(items)`.
  let functions: [Located<String>]

  /// `nil` where the bytes are no name.
  init?(_ bytes: ArraySlice<UInt8>) {
    text = String(decoding: bytes, as: UTF8.self)
    span = SourceSpan(bytes.startIndex, bytes.endIndex)
    guard !bytes.isEmpty else { return nil }
    var rest = bytes
    var functions: [Located<String>] = []
    while let open = rest.firstIndex(of: UInt8(ascii: "(")) {
      guard rest.last == UInt8(ascii: ")"), open > rest.startIndex else { return nil }
      functions.append(Self.located(rest[rest.startIndex..<open]))
      rest = rest[(open + 1)..<(rest.endIndex - 1)]
    }
    self.functions = functions
    guard let subject = Self.subject(rest, isInsideFunction: !functions.isEmpty) else { return nil }
    self.subject = subject
  }

  private static func subject(_ bytes: ArraySlice<UInt8>, isInsideFunction: Bool) -> Subject? {
    if bytes.isEmpty { return isInsideFunction ? .loop : nil }
    if bytes.elementsEqual([UInt8(ascii: ".")]) { return .current }
    let isLocal = bytes.first == UInt8(ascii: ".")
    let path = isLocal ? bytes.dropFirst() : bytes
    let parts = path.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isTemplateWord) }) else { return nil }
    return .path(parts.map(located), isLocal: isLocal)
  }

  private static func located(_ bytes: ArraySlice<UInt8>) -> Located<String> {
    Located(String(decoding: bytes, as: UTF8.self), at: SourceSpan(bytes.startIndex, bytes.endIndex))
  }
}

extension UInt8 {
  /// A byte that a single name may hold: a letter or digit of ASCII, `-`, `_` or `?`.
  var isTemplateWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "?"):
      true
    default: false
    }
  }

  /// A byte of the name of a partial, which may be a path.
  var isPartialName: Bool { isTemplateWord || self == UInt8(ascii: ".") || self == UInt8(ascii: "/") }

  var isBlank: Bool { self == 0x20 || self == 0x09 }

  /// White space of ASCII, line ends among it.
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
