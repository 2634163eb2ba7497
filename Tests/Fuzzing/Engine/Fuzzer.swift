internal import Foundation

/// Runs one target on its corpus and on what mutation makes of it.
package struct Fuzzer: Sendable {
  /// An input of which something does not hold, made as short as it gets.
  package struct Find: Sendable {
    package let input: [UInt8]
    package let violation: Violation
  }

  /// How much was tried, and the first find.
  package struct Report: Sendable {
    package var executions = 0
    package var find: Find?
  }

  /// A small input that takes longer is a hang, in seconds of work.
  package static let timeLimit = 1.0

  let target: any FuzzTarget.Type
  let corpus: [[UInt8]]

  package init(_ target: any FuzzTarget.Type) throws {
    self.target = target
    corpus = try Corpus.inputs(of: target.name).map(\.bytes)
  }

  /// Checks one input, its time included.
  ///
  /// - Parameter limit: seconds of work; instrumented code needs several times as many.
  package static func check(
    _ input: [UInt8], _ target: any FuzzTarget.Type, limit: Double = timeLimit
  ) throws(Violation) {
    let seconds = try Stopwatch.seconds { () throws(Violation) in try target.check(input) }
    try expect(seconds < limit, "takes \(seconds) s")
  }

  /// Mutates until the time is over; the same seed tries the same inputs, as many as there is time for.
  ///
  /// - Parameter record: where each input is kept while it is tried, so that one that ends the process is not lost.
  package func run(seconds: Double, seed: UInt64, record: InputRecord? = nil) -> Report {
    var report = Report()
    var mutator = Mutator(words: target.words, seed: seed)
    var numbers = RandomNumbers(seed: seed &+ 1)
    // Inputs that were made before are changed further: two changes may need each other.
    var pool = corpus
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      let input = mutator.mutate(numbers.pick(pool) ?? [], others: corpus)
      record?.keep(input)
      report.executions += 1
      if let violation = violation(of: input) {
        report.find = find(input, violation)
        return report
      }
      if numbers.below(4) == 0 { keep(input, in: &pool, &numbers) }
    }
    return report
  }

  private func keep(_ input: [UInt8], in pool: inout [[UInt8]], _ numbers: inout RandomNumbers) {
    guard pool.count >= corpus.count + 200 else { return pool.append(input) }
    pool[corpus.count + numbers.below(200)] = input
  }

  private func violation(of input: [UInt8]) -> Violation? {
    do throws(Violation) {
      try Self.check(input, target)
      return nil
    } catch {
      return error
    }
  }

  private func find(_ input: [UInt8], _ first: Violation) -> Find {
    let small = Minimiser.minimise(input) { violation(of: $0) != nil }
    return Find(input: small, violation: violation(of: small) ?? first)
  }
}

/// A file that holds the input being tried.
package struct InputRecord: Sendable {
  private let file: Int32

  /// Nil where the file cannot be written.
  package init?(path: String) {
    file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    if file < 0 { return nil }
  }

  func keep(_ input: [UInt8]) {
    _ = ftruncate(file, off_t(input.count))
    _ = pwrite(file, input, input.count, 0)
  }
}
