/// Collects the operations of a program, of one routine at a time.
struct ProgramBuilder {
  /// Templates that put each other in place again and again can grow without bound; past this they are refused.
  static let mostOperations = 50_000

  private(set) var program = Program()
  private var operations: [Operation] = []
  private var canExtendLiteral = false
  private(set) var operationCount = 0

  mutating func reserveRoutine() -> Int {
    program.routines.append(Program.Routine())
    return program.routines.count - 1
  }

  /// Lays the routine under construction aside for one that it calls.
  mutating func suspend() -> [Operation] {
    defer { operations = [] }
    canExtendLiteral = false
    return operations
  }

  /// Puts a routine in the place reserved for it and goes on with the one around it.
  mutating func finish(_ routine: Int, _ scope: Scope, entryFrames: Int, resuming outer: [Operation]) {
    let start = Int32(program.operations.count)
    program.operations += operations.map { $0.moved(by: start) }
    program.routines[routine] = Program.Routine(
      start: start, end: Int32(program.operations.count), entryFrameCount: Int32(entryFrames),
      frameCount: Int32(scope.frameCount), loopCount: Int32(scope.loopCount))
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

  /// Opens an operation with a body; what is appended until `endBody` is the body.
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

  /// Appends a call that hands on the frames in these slots.
  mutating func call(_ routine: Int, slots: [Int], isRecursive: Bool) {
    append(.call(routine: Int32(routine), map: Int32(program.maps.count)))
    program.maps += slots.map(Int32.init)
    if isRecursive { program.isRecursive = true }
  }
}
