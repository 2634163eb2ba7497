/// Runs one routine of a program on the memory of its views.
///
/// Every address in `frames` points at a live value of the type for which binding chose the operation: the page's view is
/// held by the caller of `BoundTemplate.render`, and an item by the list that a section is walking through.
struct Renderer {
  /// A partial may call itself on each item of an item; past this many bodies within bodies it writes nothing more, so
  /// that no view can exhaust the stack.
  static let deepestNesting = 512

  let program: Program
  let operations: UnsafeBufferPointer<Operation>
  let literals: UnsafeBufferPointer<UInt8>
  let frames: UnsafeMutablePointer<UnsafeRawPointer>
  let loops: UnsafeMutablePointer<LoopPlace>

  static func run(
    _ routine: Int, of program: Program, literals: UnsafeBufferPointer<UInt8>, depth: Int, into output: inout [UInt8],
    frame: (Int) -> UnsafeRawPointer
  ) {
    let target = program.routines[routine]
    withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: target.frameCount) { frames in
      withUnsafeTemporaryAllocation(of: LoopPlace.self, capacity: target.loopCount) { loops in
        for index in 0..<target.entryFrameCount { frames.initializeElement(at: index, to: frame(index)) }
        guard let frames = frames.baseAddress, let loops = loops.baseAddress else { return }
        target.operations.withUnsafeBufferPointer {
          Renderer(program: program, operations: $0, literals: literals, frames: frames, loops: loops)
            .run(0..<$0.count, depth: depth, into: &output)
        }
      }
    }
  }

  func run(_ body: Range<Int>, depth: Int, into output: inout [UInt8]) {
    guard depth < Self.deepestNesting else { return }
    var index = body.lowerBound
    while index < body.upperBound {
      let operation = operations[index]
      index += 1
      switch operation {
      case .literal(let start, let count):
        output.append(contentsOf: UnsafeBufferPointer(rebasing: literals[Int(start)..<Int(start + count)]))
      case .write(let place, let leaf, let isEscaped):
        reach(place) { write(leaf, at: $0, isEscaped: isEscaped, into: &output) }
      case .section(let place, let condition, let isInverted, let frame, let end):
        var isMet = false
        reach(place) { value in
          isMet = holds(condition, at: value)
          guard isMet, !isInverted else { return }
          if frame >= 0 { (frames + Int(frame)).initialize(to: value) }
          run(index..<Int(end), depth: depth + 1, into: &output)
        }
        if isInverted, !isMet { run(index..<Int(end), depth: depth + 1, into: &output) }
        index = Int(end)
      case .each(let place, let list, let frame, let loop, let end):
        reach(place) { value in
          let items = program.lists[Int(list)]
          let count = items.count(value)
          items.visit(value) { item, position in
            (frames + Int(frame)).initialize(to: item)
            (loops + Int(loop)).initialize(to: LoopPlace(index: position, count: count))
            run(index..<Int(end), depth: depth + 1, into: &output)
          }
        }
        index = Int(end)
      case .call(let routine, let map):
        let picked = program.maps[Int(map)]
        Self.run(Int(routine), of: program, literals: literals, depth: depth + 1, into: &output) { frames[picked[$0]] }
      case .loopSection(let test, let loop, let isInverted, let end):
        if holds(test, loop) != isInverted { run(index..<Int(end), depth: depth + 1, into: &output) }
        index = Int(end)
      default: runFunction(operation, into: &output)
      }
    }
  }

  /// The operations that functions such as `count(items)` and `index()` become.
  private func runFunction(_ operation: Operation, into output: inout [UInt8]) {
    switch operation {
    case .count(let place, let list):
      reach(place) { output.append(decimal: program.lists[Int(list)].count($0)) }
    case .loopIndex(let loop): output.append(decimal: loops[Int(loop)].index)
    case .writeLoopTest(let test, let loop): output.append(holds(test, loop) ? "true" : "false", isEscaped: false)
    case .writeCondition(let place, let condition, let isInverted):
      var isMet = false
      reach(place) { isMet = holds(condition, at: $0) }
      output.append(isMet != isInverted ? "true" : "false", isEscaped: false)
    case .literal, .write, .section, .each, .call, .loopSection: break
    }
  }

  @inline(__always)
  private func reach(_ place: Place, _ body: (UnsafeRawPointer) -> Void) {
    let frame = frames[Int(place.frame)]
    if place.reach < 0 {
      body(frame + Int(place.offset))
    } else {
      program.reaches[Int(place.reach)](frame) { body($0 + Int(place.offset)) }
    }
  }

  private func holds(_ test: LoopTest, _ loop: Int32) -> Bool {
    let place = loops[Int(loop)]
    return switch test {
    case .first: place.index == 0
    case .last: place.index == place.count - 1
    case .even: place.index & 1 == 0
    case .odd: place.index & 1 == 1
    }
  }

  private func holds(_ condition: Condition, at value: UnsafeRawPointer) -> Bool {
    switch condition {
    case .always: true
    case .flag: value.assumingMemoryBound(to: Bool.self).pointee
    case .hasText: value.assumingMemoryBound(to: String?.self).pointee != nil
    case .hasHTML: value.assumingMemoryBound(to: [UInt8]?.self).pointee != nil
    case .hasNumber: value.assumingMemoryBound(to: Int?.self).pointee != nil
    case .isNotEmpty(let list): program.lists[Int(list)].count(value) > 0
    case .textIsNotEmpty: !value.assumingMemoryBound(to: String.self).pointee.isEmpty
    }
  }

  @inline(__always)
  private func write(_ leaf: Leaf, at value: UnsafeRawPointer, isEscaped: Bool, into output: inout [UInt8]) {
    switch leaf {
    case .text, .safeText:
      output.append(value.assumingMemoryBound(to: String.self).pointee, isEscaped: isEscaped)
    case .optionalText, .optionalSafeText:
      guard let text = value.assumingMemoryBound(to: String?.self).pointee else { return }
      output.append(text, isEscaped: isEscaped)
    case .html:
      output.append(value.assumingMemoryBound(to: [UInt8].self).pointee, isEscaped: isEscaped)
    case .optionalHTML:
      guard let html = value.assumingMemoryBound(to: [UInt8]?.self).pointee else { return }
      output.append(html, isEscaped: isEscaped)
    case .number: output.append(decimal: value.assumingMemoryBound(to: Int.self).pointee)
    case .optionalNumber:
      guard let number = value.assumingMemoryBound(to: Int?.self).pointee else { return }
      output.append(decimal: number)
    case .flag: output.append(value.assumingMemoryBound(to: Bool.self).pointee ? "true" : "false", isEscaped: false)
    }
  }
}
