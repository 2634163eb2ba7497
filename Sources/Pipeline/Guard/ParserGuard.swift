#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Finds documents on which the parser hangs, or eats up the memory, before it is let at them here.
///
/// The parser is somebody else's, runs in this process and cannot be stopped. So a worker process parses every document
/// first; where it makes no headway for half a second of its own time, runs out of memory or crashes, it is ended, the
/// document at which it was is noted, and another one goes on behind it. Documents of less than eight kilobytes are let
/// through unless one of their lines might begin a table of hundreds of columns: what grows with the square of the size
/// takes a tenth of a second there at the most, but a wide table takes two hundred megabytes. All others together cost
/// what parsing costs, a hundredth of a build.
package struct ParserGuard: Sendable {
  /// This program; it is started as the worker.
  let program: String
  let workers: Workers

  /// Smaller ones pass unseen.
  static let smallestFile = 4096
  /// Smaller ones pass unless they have a wide line.
  private static let smallestNarrowFile = 8192
  /// As many cells as this in a line make it wide.
  private static let wideLine = 100
  /// Seconds of the worker's processor time that one document may take.
  static let seconds = 0.5
  /// Seconds by the clock after which a worker that does nothing at all is given up.
  private static let patience = 20.0

  /// The documents of an input that must not be parsed, relative to it.
  func suspects(in listing: InputListing, _ root: String) -> Set<String> {
    let paths = listing.postMortems + listing.causes + listing.plan
    return Set(suspects(among: paths.map { "\(root)/\($0)" }).map { String($0.dropFirst(root.count + 1)) })
  }

  /// The paths of documents that must not be parsed.
  func suspects(among paths: [String]) -> Set<String> {
    let large = zip(paths, workers.map(paths) { Self.isToBeSeen($0) }).filter(\.1).map(\.0)
    let count = min(workers.count, large.count / 8 + 1)
    let shares = (0..<count).map { share in stride(from: share, to: large.count, by: count).map { large[$0] } }
    return Set(workers.map(shares.filter { !$0.isEmpty }) { examine($0) }.flatMap { $0 })
  }

  private static func isToBeSeen(_ path: String) -> Bool {
    guard case .file(let size) = FileSystem.kind(of: path), size >= smallestFile else { return false }
    return size >= smallestNarrowFile || hasWideLine(path)
  }

  /// True also of a file that cannot be read: the worker finds out.
  private static func hasWideLine(_ path: String) -> Bool {
    guard let bytes = try? FileSystem.read(path) else { return true }
    var cells = 0
    return bytes.contains { byte in
      cells = byte == UInt8(ascii: "\n") ? 0 : cells + (byte == UInt8(ascii: "|") ? 1 : 0)
      return cells > wideLine
    }
  }

  private func examine(_ paths: [String]) -> [String] {
    var found: [String] = []
    var rest = paths[...]
    while !rest.isEmpty {
      guard let worker = ParserWorker(program, Array(rest)) else { return found }
      let done = worker.watch(seconds: Self.seconds, patience: Self.patience)
      // A worker that never began says nothing about any document.
      guard let done else { return found }
      rest = rest.dropFirst(done)
      if let suspect = rest.popFirst() { found.append(suspect) }
    }
    return found
  }
}

/// One worker process.
private struct ParserWorker {
  private let process: pid_t
  private let output: Int32
  private let count: Int

  init?(_ program: String, _ paths: [String]) {
    guard let (input, output, process) = Self.start(program) else { return nil }
    (self.process, self.output, count) = (process, output, paths.count)
    // A worker that dies early closes the pipe, which shows when its answers are read.
    try? FileSystem.writeStream(paths.flatMap { Array($0.utf8) + [0] }, to: input)
    close(input)
  }

  private static func start(_ program: String) -> (input: Int32, output: Int32, process: pid_t)? {
    var (inside, outside) = ([Int32](repeating: -1, count: 2), [Int32](repeating: -1, count: 2))
    guard pipe(&inside) == 0 else { return nil }
    guard pipe(&outside) == 0 else {
      for end in inside { close(end) }
      return nil
    }
    for end in [inside[1], outside[0]] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = spawn(program, input: inside[0], output: outside[1])
    close(inside[0])
    close(outside[1])
    guard let process else {
      close(inside[1])
      close(outside[0])
      return nil
    }
    return (inside[1], outside[0], process)
  }

  private static func spawn(_ program: String, input: Int32, output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    for end in [input, output] where end > 2 { posix_spawn_file_actions_addclose(&actions, end) }
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    let arguments = [strdup("debrief"), strdup(ParserGuard.command), nil]
    defer { for argument in arguments { free(argument) } }
    return posix_spawn(&process, program, &actions, &attributes, arguments, environ) == 0 ? process : nil
  }

  /// How many documents it was done with when it ended, by itself or because it made no headway; nil where it never
  /// began.
  func watch(seconds: Double, patience: Double) -> Int? {
    defer {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
      close(output)
    }
    var (said, lastTime, lastClock) = (0, processorTime, clock)
    while said <= count {
      var event = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      if poll(&event, 1, 20) > 0 {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let read = FileSystem.readPart(output, &bytes, bytes.count)
        if read <= 0 { break }
        said += read
        (lastTime, lastClock) = (processorTime, clock)
      } else if processorTime - lastTime > seconds || clock - lastClock > patience {
        break
      }
    }
    return said == 0 ? nil : said - 1
  }

  /// Seconds that the worker has computed; by the clock where the system does not tell.
  private var processorTime: Double {
    #if canImport(Darwin)
      return clock
    #else
      var identifier = clockid_t()
      guard clock_getcpuclockid(process, &identifier) == 0 else { return 0 }
      return Self.seconds(identifier)
    #endif
  }

  private var clock: Double { Self.seconds(CLOCK_MONOTONIC) }

  private static func seconds(_ identifier: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(identifier, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension ParserGuard {
  /// The command, in no help text, that makes this program the worker.
  package static let command = "parse-only"
}
