import CMarkGFM
import Synchronization

/// The linked cmark-gfm, made safe for several threads.
///
/// cmark-gfm 0.29.0.gfm.6 keeps the table of special inline characters in a process global that every parser with
/// autolink or strikethrough sets at its start and resets at its end, so that two threads lose each other's links.
/// Here the characters are installed once for good; autolink no longer adds or removes its own; and a document with a
/// `~`, the only kind that ever looks at strikethrough's entry, is parsed under one lock.
enum CommonMarkParser {
  static let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_DEFAULT

  private static let extensions: [(name: String, pointer: SendablePointer)] = install()
  private static let strikethroughLock = Mutex(())

  struct SendablePointer: @unchecked Sendable {
    let raw: OpaquePointer
  }

  /// Parses a body and hands its tree to `read`, freeing it afterwards; false where the parser gives no tree.
  static func withTree(of body: UnsafeBufferPointer<UInt8>, _ read: (OpaquePointer) -> Void) -> Bool {
    guard body.contains(UInt8(ascii: "~")) else { return parse(body, withStrikethrough: false, read) }
    return strikethroughLock.withLock { _ in parse(body, withStrikethrough: true, read) }
  }

  private static func parse(
    _ body: UnsafeBufferPointer<UInt8>, withStrikethrough: Bool, _ read: (OpaquePointer) -> Void
  ) -> Bool {
    let extensions = Self.extensions
    guard let parser = cmark_parser_new(options) else { return false }
    defer { cmark_parser_free(parser) }
    for (name, pointer) in extensions where name != "strikethrough" || withStrikethrough {
      cmark_parser_attach_syntax_extension(parser, pointer.raw)
    }
    body.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    guard let root = cmark_parser_finish(parser) else { return false }
    defer { cmark_node_free(root) }
    read(root)
    return true
  }

  private static func install() -> [(name: String, pointer: SendablePointer)] {
    cmark_gfm_core_extensions_ensure_registered()
    let names = ["table", "strikethrough", "autolink", "tasklist"]
    let found = names.compactMap { (name: String) -> (name: String, pointer: SendablePointer)? in
      cmark_find_syntax_extension(name).map { (name: name, pointer: SendablePointer(raw: $0)) }
    }
    if let parser = cmark_parser_new(options) {
      for (_, pointer) in found { cmark_parser_attach_syntax_extension(parser, pointer.raw) }
      cmark_manage_extensions_special_characters(parser, 1)
      if let autolink = found.first(where: { $0.name == "autolink" }) {
        cmark_syntax_extension_set_special_inline_chars(autolink.pointer.raw, nil)
      }
      cmark_parser_free(parser)
    }
    return found
  }
}
