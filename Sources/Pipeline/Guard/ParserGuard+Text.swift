#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension ParserGuard {
  /// Whether the parser may see a text that lies in no file, as an editor has it; the worker reads it from one that
  /// exists for so long. Where none can be written, nothing is known and the text passes.
  func passes(_ text: [UInt8]) -> Bool {
    guard text.count >= Self.smallestFile, let path = Self.temporaryFile(text) else { return true }
    defer { unlink(path) }
    return suspects(among: [path]).isEmpty
  }

  private static func temporaryFile(_ bytes: [UInt8]) -> String? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/debrief-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard (try? FileSystem.writeStream(bytes, to: file)) != nil else {
      unlink(path)
      return nil
    }
    return path
  }
}
