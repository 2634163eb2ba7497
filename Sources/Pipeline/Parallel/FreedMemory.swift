internal import CLinux

/// What becomes of memory that a program has no use for any more.
package enum FreedMemory {
  /// Keeps it for the program's next use: a build takes and frees the same sizes over and over, and asking the system
  /// for each anew costs a large one a twentieth of its time. For programs that end; a server gives memory back.
  package static func keep() { debrief_keep_freed_memory() }

  /// Leaves a value to the system, which takes everything at a program's end at once: to free the parts of a large one
  /// by one costs a build a fiftieth of its time.
  package static func leave<Value: Sendable>(_ value: Value) { _ = Unmanaged.passRetained(Left(value: value)) }

  private final class Left<Value: Sendable>: Sendable {
    private let value: Value

    init(value: Value) { self.value = value }
  }
}
