internal import Foundation

/// The time that this thread has worked, which other programs on the machine do not lengthen.
enum Stopwatch {
  /// In seconds.
  static func seconds(of work: () throws(Violation) -> Void) throws(Violation) -> Double {
    let start = now()
    try work()
    return now() - start
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
