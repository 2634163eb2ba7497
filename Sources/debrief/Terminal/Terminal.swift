internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Standard output for data, standard error for messages.
enum Terminal {
  /// Writes text and a line break to standard output.
  static func print(_ text: String) { write(text + "\n", to: 1) }

  /// Writes text as it is to standard output.
  static func printRaw(_ text: String) { write(text, to: 1) }

  static func printError(_ text: String) { write(text + "\n", to: 2) }

  /// Replaces the progress line on a terminal; does nothing elsewhere.
  static func progress(_ text: String) {
    guard isTerminal(2) else { return }
    write("\r\u{1B}[K" + text, to: 2)
  }

  static func clearProgress() { progress("") }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return fail(descriptor) }
      bytes = bytes.dropFirst(written)
    }
  }

  /// Data that cannot be written must not look like data that was: a full disk behind `>` ends the command.
  private static func fail(_ descriptor: Int32) {
    guard descriptor == 1 else { return }
    write("debrief: cannot write to standard output: \(String(cString: strerror(errno)))\n", to: 2)
    ProcessExit.now(ExitStatus.inputOutput.code)
  }

  private static func systemWrite(_ descriptor: Int32, _ pointer: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, pointer, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, pointer, count)
    #else
      Darwin.write(descriptor, pointer, count)
    #endif
  }
}

/// Ends the process.
enum ProcessExit {
  static func now(_ code: Int32) -> Never { exit(code) }
}

/// What the process finds around it.
enum ProcessEnvironment {
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The path of the program itself; nil where the system does not tell.
  static var executable: String? {
    #if canImport(Darwin)
      var size = UInt32(PATH_MAX)
      var bytes = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&bytes, &size) == 0 else { return nil }
      return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #else
      return "/proc/self/exe"
    #endif
  }

  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Seconds since 1970-01-01T00:00:00Z, by `SOURCE_DATE_EPOCH` where it is set, else by the clock.
  static var now: Int64 {
    value("SOURCE_DATE_EPOCH").flatMap { Int64($0) } ?? Int64(time(nil))
  }
}
