extension Program {
  /// Opens the tables and makes room for the frames of every routine that may be running at once.
  func withRenderer(_ body: (Renderer) -> Void) {
    operations.withUnsafeBufferPointer { operations in
      routines.withUnsafeBufferPointer { routines in
        literals.withUnsafeBufferPointer { literals in
          reaches.withUnsafeBufferPointer { reaches in
            lists.withUnsafeBufferPointer { lists in
              maps.withUnsafeBufferPointer { maps in
                withStacks { frames, loops in
                  body(
                    Renderer(
                      operations: operations, routines: routines, literals: literals, reaches: reaches, lists: lists,
                      maps: maps, routine: 0, frames: frames, loops: loops))
                }
              }
            }
          }
        }
      }
    }
  }

  private func withStacks(
    _ body: (UnsafeMutablePointer<UnsafeRawPointer>, UnsafeMutablePointer<LoopPlace>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: frameCapacity + 1) { frames in
      withUnsafeTemporaryAllocation(of: LoopPlace.self, capacity: loopCapacity + 1) { loops in
        guard let frames = frames.baseAddress, let loops = loops.baseAddress else { return }
        body(frames, loops)
      }
    }
  }
}
