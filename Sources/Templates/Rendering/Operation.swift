/// One step of a bound template. A section's body is the run of operations behind it, up to `end`.
enum Operation: Sendable {
  /// Copies a run of the program's literal bytes.
  case literal(start: Int32, count: Int32)
  case write(Place, Leaf, isEscaped: Bool)
  /// Runs the body once if the value holds (inverted: if it does not), with the value as a frame of its own if
  /// `frame` is not negative.
  case section(Place, Condition, isInverted: Bool, frame: Int32, end: Int32)
  /// Runs the body once an item, with the item as a frame and its place in the list in `loop`.
  case each(Place, list: Int32, frame: Int32, loop: Int32, end: Int32)
  /// Writes the number of items of a list.
  case count(Place, list: Int32)
  case loopIndex(loop: Int32)
  /// Runs the body once if the current item is in the place.
  case loopSection(LoopTest, loop: Int32, isInverted: Bool, end: Int32)
  /// Writes `true` or `false`.
  case writeCondition(Place, Condition, isInverted: Bool)
  case writeLoopTest(LoopTest, loop: Int32)
  /// Runs another routine on the frames that the map from this index on picks.
  case call(routine: Int32, map: Int32)

  /// The operation as it reads when its routine begins further down.
  func moved(by distance: Int32) -> Operation {
    switch self {
    case .section(let place, let condition, let isInverted, let frame, let end):
      .section(place, condition, isInverted: isInverted, frame: frame, end: end + distance)
    case .each(let place, let list, let frame, let loop, let end):
      .each(place, list: list, frame: frame, loop: loop, end: end + distance)
    case .loopSection(let test, let loop, let isInverted, let end):
      .loopSection(test, loop: loop, isInverted: isInverted, end: end + distance)
    default: self
    }
  }
}

/// Where a value lies when the template runs: a frame, what has to be computed from it, a distance in bytes from there.
struct Place: Sendable {
  var frame: Int32
  /// Which of the program's reaches leads away from the frame; negative if the value is stored in the frame itself.
  var reach: Int32
  var offset: Int32
}

enum Condition: Sendable {
  case always, flag, hasText, hasHTML, hasNumber
  /// Whether the list has an item.
  case isNotEmpty(list: Int32)
  case textIsNotEmpty
}

enum LoopTest: String, Sendable {
  case first, last, even, odd
}

/// The place of the current item in its list.
struct LoopPlace {
  var index = 0
  var count = 0
}

/// A bound template: routines of operations over typed frames, with nothing left to look up.
struct Program: Sendable {
  /// A run of operations that uses frames and loops of its own.
  struct Routine: Sendable {
    var start: Int32 = 0
    var end: Int32 = 0
    /// How many frames the caller sets.
    var entryFrameCount: Int32 = 0
    var frameCount: Int32 = 0
    var loopCount: Int32 = 0
  }

  var operations: [Operation] = []
  /// The first is the page's.
  var routines: [Routine] = []
  /// Whether a routine calls itself, by way of others or not.
  var isRecursive = false
  var literals: [UInt8] = []
  var reaches: [Reach] = []
  var lists: [ViewList] = []
  /// For each call, which frames of the caller are the first, second, … of the called, one call behind the other.
  var maps: [Int32] = []

  /// How many routines can wait for each other at once.
  private var longestChain: Int { isRecursive ? Renderer.deepestNesting : routines.count }
  var frameCapacity: Int { longestChain * Int(routines.map(\.frameCount).max() ?? 0) }
  var loopCapacity: Int { longestChain * Int(routines.map(\.loopCount).max() ?? 0) }
}
