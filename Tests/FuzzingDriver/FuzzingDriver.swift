internal import Fuzzing
internal import Glibc

/// Runs one target under libFuzzer, which keeps the inputs that reach new code: `fuzz TARGET FOLDER -max_total_time=900`.
///
/// Its changes of bytes and ours of lines and words take turns.
@main
enum FuzzingDriver {
  nonisolated(unsafe) static var target: any FuzzTarget.Type = FuzzTargets.all[0]
  nonisolated(unsafe) static var others: [[UInt8]] = []

  static func main() {
    guard CommandLine.argc > 1, let target = FuzzTargets.named(CommandLine.arguments[1]) else {
      complain("usage: fuzz TARGET [FOLDER] [options of libFuzzer]")
      exit(2)
    }
    self.target = target
    others = ((try? Corpus.inputs(of: target.name)) ?? []).map(\.bytes)
    var arguments = CommandLine.unsafeArgv + 1
    var count = CommandLine.argc - 1
    exit(runDriver(&count, &arguments, testOneInput))
  }
}

func complain(_ text: String) {
  let line = text + "\n"
  _ = write(STDERR_FILENO, line, line.utf8.count)
}

typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
typealias Callback = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(_ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>, _ run: Callback)
  -> CInt

@_silgen_name("LLVMFuzzerMutate")
func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int) -> Int

@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: data, count: size))
  do throws(Violation) {
    try Fuzzer.check(input, FuzzingDriver.target, limit: 5 * Fuzzer.timeLimit)
  } catch {
    complain("violation: \(error)")
    abort()
  }
  return 0
}

@_cdecl("LLVMFuzzerCustomMutator")
func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, _ seed: CUnsignedInt) -> Int {
  guard seed % 2 == 0 else { return mutateBytes(data, size, maximum) }
  var mutator = Mutator(words: FuzzingDriver.target.words, seed: UInt64(seed))
  let input = Array(UnsafeBufferPointer(start: data, count: size))
  let output = mutator.mutate(input, others: FuzzingDriver.others).prefix(maximum)
  for (place, byte) in output.enumerated() { data[place] = byte }
  return output.count
}
