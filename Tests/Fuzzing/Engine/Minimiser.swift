/// Delta debugging (Zeller and Hildebrandt 2002) on bytes: takes out ever smaller parts while the input still fails.
package enum Minimiser {
  /// - Parameter trials: how often the property may be asked; what is smallest by then is the answer.
  package static func minimise(_ input: [UInt8], trials: Int = 2_000, while fails: ([UInt8]) -> Bool) -> [UInt8] {
    var best = input
    var left = trials
    var size = max(1, best.count / 2)
    while left > 0 {
      var start = 0
      var hasShrunk = false
      while start < best.count, left > 0 {
        var shorter = best
        shorter.removeSubrange(start..<min(start + size, best.count))
        left -= 1
        if fails(shorter) {
          best = shorter
          hasShrunk = true
        } else {
          start += size
        }
      }
      if size == 1, !hasShrunk { break }
      size = max(1, size / 2)
    }
    return best
  }
}
