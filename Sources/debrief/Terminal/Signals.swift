internal import Dispatch
internal import Pipeline

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Ends the process with 130 or 143 when it is asked to, after what lies half-made on the disk is taken away.
enum Signals {
  static func watch() { _ = sources }

  // Written once, before any other thread can see it.
  nonisolated(unsafe) private static let sources: [any DispatchSourceSignal] = {
    let queue = DispatchQueue(label: "signals", qos: .userInteractive)
    return [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        Terminal.clearProgress()
        if Interruption.request(number) { ProcessExit.now(128 + number) }
      }
      source.resume()
      return source
    }
  }()
}
