/// Runs one routine of a program on the memory of its views.
///
/// Every address in `frames` points at a live value of the type for which binding chose the operation: the page's view
/// is held by the caller of `BoundTemplate.render`, and an item by the list that a section is walking through.
struct Renderer {
  /// A partial may call itself on each item of an item; past this many bodies within bodies it writes nothing more, so
  /// that no view can exhaust the stack.
  static let deepestNesting = 512

  // The tables of the program and the stacks as plain addresses, so that a body costs no reference counting.
  let operations: UnsafeBufferPointer<Operation>
  let routines: UnsafeBufferPointer<Program.Routine>
  let literals: UnsafeBufferPointer<UInt8>
  let reaches: UnsafeBufferPointer<Reach>
  let lists: UnsafeBufferPointer<ViewList>
  let maps: UnsafeBufferPointer<Int32>
  var routine: Int
  var frames: UnsafeMutablePointer<UnsafeRawPointer>
  var loops: UnsafeMutablePointer<LoopPlace>

  func run(depth: Int, into output: inout ByteSink) {
    run(Int(routines[routine].start)..<Int(routines[routine].end), depth: depth, into: &output)
  }

  func run(_ body: Range<Int>, depth: Int, into output: inout ByteSink) {
    guard depth < Self.deepestNesting else { return }
    var index = body.lowerBound
    while index < body.upperBound {
      let operation = operations[index]
      index += 1
      switch operation {
      case .literal(let start, let count):
        output.append(UnsafeBufferPointer(rebasing: literals[Int(start)..<Int(start + count)]))
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
          let items = lists[Int(list)]
          let count = items.count(value)
          items.visit(value) { item, position in
            (frames + Int(frame)).initialize(to: item)
            (loops + Int(loop)).initialize(to: LoopPlace(index: position, count: count))
            run(index..<Int(end), depth: depth + 1, into: &output)
          }
        }
        index = Int(end)
      case .call(let routine, let map):
        call(Int(routine), map: Int(map), depth: depth + 1, into: &output)
      case .loopSection(let test, let loop, let isInverted, let end):
        if holds(test, loop) != isInverted { run(index..<Int(end), depth: depth + 1, into: &output) }
        index = Int(end)
      default: runFunction(operation, into: &output)
      }
    }
  }

  /// Runs another routine on frames behind those of this one.
  private func call(_ routine: Int, map: Int, depth: Int, into output: inout ByteSink) {
    guard depth < Self.deepestNesting else { return }
    var callee = self
    callee.routine = routine
    callee.frames += Int(routines[self.routine].frameCount)
    callee.loops += Int(routines[self.routine].loopCount)
    for index in 0..<Int(routines[routine].entryFrameCount) {
      (callee.frames + index).initialize(to: frames[Int(maps[map + index])])
    }
    callee.run(depth: depth, into: &output)
  }

  /// The operations that functions such as `count(items)` and `index()` become.
  private func runFunction(_ operation: Operation, into output: inout ByteSink) {
    switch operation {
    case .count(let place, let list):
      reach(place) { output.append(decimal: lists[Int(list)].count($0)) }
    case .loopIndex(let loop): output.append(decimal: loops[Int(loop)].index)
    case .writeLoopTest(let test, let loop): output.append(holds(test, loop) ? "true" : "false")
    case .writeCondition(let place, let condition, let isInverted):
      var isMet = false
      reach(place) { isMet = holds(condition, at: $0) }
      output.append(isMet != isInverted ? "true" : "false")
    case .literal, .write, .section, .each, .call, .loopSection: break
    }
  }

  @inline(__always)
  private func reach(_ place: Place, _ body: (UnsafeRawPointer) -> Void) {
    let frame = frames[Int(place.frame)]
    if place.reach < 0 {
      body(frame + Int(place.offset))
    } else {
      reaches[Int(place.reach)](frame) { body($0 + Int(place.offset)) }
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
    case .isNotEmpty(let list): lists[Int(list)].count(value) > 0
    case .textIsNotEmpty: !value.assumingMemoryBound(to: String.self).pointee.isEmpty
    }
  }

  @inline(__always)
  private func write(_ leaf: Leaf, at value: UnsafeRawPointer, isEscaped: Bool, into output: inout ByteSink) {
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
    case .flag: output.append(value.assumingMemoryBound(to: Bool.self).pointee ? "true" : "false")
    }
  }
}
