/// Promises not yet kept, in the order in which they were made; one that is kept leaves in constant time.
struct PendingPromises {
  private(set) var count = 0
  /// The neighbours of each element; the last place of both stands for the ends.
  private var previous: [Int]
  private var next: [Int]
  private var isIn: [Bool]

  /// - Parameter capacity: elements are numbers below it.
  init(capacity: Int) {
    previous = [Int](repeating: capacity, count: capacity + 1)
    next = previous
    isIn = [Bool](repeating: false, count: capacity)
  }

  private var end: Int { isIn.count }

  func contains(_ element: Int) -> Bool { isIn[element] }

  mutating func append(_ element: Int) {
    let last = previous[end]
    next[last] = element
    previous[element] = last
    next[element] = end
    previous[end] = element
    isIn[element] = true
    count += 1
  }

  mutating func remove(_ element: Int) {
    next[previous[element]] = next[element]
    previous[next[element]] = previous[element]
    isIn[element] = false
    count -= 1
  }

  /// The elements made last, newest first.
  func newest(_ limit: Int) -> [Int] {
    var found: [Int] = []
    var element = previous[end]
    while element != end, found.count < limit {
      found.append(element)
      element = previous[element]
    }
    return found
  }
}
