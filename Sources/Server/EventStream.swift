internal import FlyingSocks

/// A stream of parts as the HTTP library sends bodies whose length is not known.
struct EventStream: AsyncBufferedSequence {
  typealias Element = UInt8
  let parts: AsyncStream<[UInt8]>

  func makeAsyncIterator() -> Iterator { Iterator(parts: parts.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var parts: AsyncStream<[UInt8]>.Iterator

    /// Only whole parts are asked for.
    mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? { await parts.next() }
  }
}
