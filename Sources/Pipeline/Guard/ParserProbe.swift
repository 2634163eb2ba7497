internal import Diagnostics
internal import Markdown

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The worker's side of `ParserGuard`: parses file after file and says when each is done.
package enum ParserProbe {
  /// What it says once it runs, and after each file.
  static let ready = UInt8(ascii: "!")
  static let done = UInt8(ascii: ".")

  /// More memory than this, in bytes, ends the worker.
  private static let memory = 200 << 20

  /// Reads paths from standard input, each with a NUL behind it, and writes a byte a path to standard output.
  package static func run() throws {
    limit(.core, to: 0)
    limit(.data, to: memory)
    limit(.time, to: 120)
    let paths = try FileSystem.readStream("-", limit: 1 << 28).split(separator: 0)
    try say(ready)
    for path in paths {
      let name = String(decoding: path, as: UTF8.self)
      if let bytes = try? FileSystem.read(name, limit: SourceReader.readLimit) {
        _ = DocumentParser.parse(SourceFile(path: name, bytes: bytes))
      }
      try say(done)
    }
  }

  private static func say(_ byte: UInt8) throws(FileSystemError) { try FileSystem.writeStream([byte], to: 1) }

  private enum Resource { case core, data, time }

  private static func limit(_ resource: Resource, to value: Int) {
    var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    switch resource {
    case .core: setrlimit(number(RLIMIT_CORE), &limit)
    case .data: setrlimit(number(RLIMIT_DATA), &limit)
    case .time: setrlimit(number(RLIMIT_CPU), &limit)
    }
  }

  #if canImport(Glibc)
    private static func number(_ resource: __rlimit_resource) -> __rlimit_resource_t {
      __rlimit_resource_t(resource.rawValue)
    }
  #else
    private static func number(_ resource: Int32) -> Int32 { resource }
  #endif
}
