import Foundation
import Fuzzing
import Testing

@Suite("Foreign bytes")
struct FuzzingTests {
  /// A second a target; `DEBRIEF_FUZZ_SECONDS=900` goes on for longer, `DEBRIEF_FUZZ_SEED` tries other inputs.
  private static let seconds = ProcessInfo.processInfo.environment["DEBRIEF_FUZZ_SECONDS"].flatMap(Double.init) ?? 1
  private static let seed = ProcessInfo.processInfo.environment["DEBRIEF_FUZZ_SEED"].flatMap(UInt64.init) ?? 1

  static let names = FuzzTargets.all.map { $0.name }

  @Test(arguments: names)
  func ofTheCorpusKeepEveryPromise(name: String) throws {
    let target = try #require(FuzzTargets.named(name))
    let inputs = try Corpus.inputs(of: name)
    #expect(!inputs.isEmpty)
    for input in inputs {
      #expect(throws: Never.self, "\(input.name)") { try Fuzzer.check(input.bytes, target) }
    }
  }

  @Test(arguments: names)
  func changedAtRandomKeepEveryPromise(name: String) throws {
    let target = try #require(FuzzTargets.named(name))
    let path = "\(NSTemporaryDirectory())/fuzzed-\(name)"
    let report = try Fuzzer(target).run(seconds: Self.seconds, seed: Self.seed, record: InputRecord(path: path))
    try? FileManager.default.removeItem(atPath: path)
    #expect(report.executions > 0)
    if Self.seconds > 1 { print("\(name): \(report.executions) inputs in \(Int(Self.seconds)) s") }
    if let find = report.find {
      Issue.record(
        "\(find.violation), of \(String(decoding: find.input, as: UTF8.self).debugDescription), as base64 \(Data(find.input).base64EncodedString())"
      )
    }
  }
}
