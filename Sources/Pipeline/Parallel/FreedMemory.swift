internal import CLinux

/// What becomes of memory that a program has no use for any more.
package enum FreedMemory {
  /// Keeps it for the program's next use: a build takes and frees the same sizes over and over, and asking the system
  /// for each anew costs a large one a twentieth of its time. For programs that end; a server gives memory back.
  package static func keep() { debrief_keep_freed_memory() }
}
