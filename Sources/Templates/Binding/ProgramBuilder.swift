/// Collects the operations of a program, of one routine at a time.
struct ProgramBuilder {
  /// Templates that put each other in place again and again can grow without bound; past this they are refused.
  static let mostOperations = 400_000

  private(set) var program = Program()
  private var operations: [Operation] = []
  private var canExtendLiteral = false
  private(set) var operationCount = 0

  mutating func reserveRoutine() -> Int {
    program.routines.append(Program.Routine())
    return program.routines.count - 1
  }

  /// Builds a routine in the place reserved for it; the routine around it goes on afterwards.
  mutating func suspend() -> [Operation] {
    defer { operations = [] }
    canExtendLiteral = false
    return operations
  }

  mutating func finish(_ routine: Int, entryFrames: Int, frames: Int, loops: Int, resuming outer: [Operation]) {
    program.routines[routine] = Program.Routine(
      operations: operations, entryFrameCount: entryFrames, frameCount: frames, loopCount: loops)
    operations = outer
    canExtendLiteral = false
  }

  mutating func append(_ operation: Operation) {
    operations.append(operation)
    operationCount += 1
    canExtendLiteral = false
  }

  mutating func append(literal bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    let start = Int32(program.literals.count)
    program.literals.append(contentsOf: bytes)
    if canExtendLiteral, case .literal(let first, let count)? = operations.last, first + count == start {
      operations[operations.count - 1] = .literal(start: first, count: count + Int32(bytes.count))
    } else {
      append(.literal(start: start, count: Int32(bytes.count)))
    }
    canExtendLiteral = true
  }

  /// Appends an operation whose body is what `build` appends; `make` gets the index behind the body.
  mutating func beginBody() -> Int {
    append(.literal(start: 0, count: 0))
    return operations.count - 1
  }

  mutating func endBody(_ start: Int, _ make: (Int32) -> Operation) {
    operations[start] = make(Int32(operations.count))
    canExtendLiteral = false
  }

  mutating func add(_ reach: @escaping Reach) -> Int32 {
    program.reaches.append(reach)
    return Int32(program.reaches.count - 1)
  }

  mutating func add(_ list: ViewList) -> Int32 {
    program.lists.append(list)
    return Int32(program.lists.count - 1)
  }

  mutating func add(map: [Int]) -> Int32 {
    program.maps.append(map)
    return Int32(program.maps.count - 1)
  }
}
