import Diagnostics

extension TemplateCompiler {
  static let longestChain = 64

  mutating func compilePartial(_ tag: PartialTag, _ scope: Scope) {
    guard let template = templates.partial(tag.name.value) else { return reportUnknown(tag.name, scope) }
    var inner = scope
    inner.template = template
    inner.isEscaping = true
    inner.depth += 1
    inner.loop = nil
    inner.loopCount = 0
    inner.continuesLine = !tag.isStandalone || scope.continuesLine
    // A partial within itself keeps the indentation it had, so that there are only so many ways to bind it.
    inner.indentation =
      chain.last { $0.template == template.name }?.indentation ?? scope.indentation + scope.text(tag.indentation)
    for block in tag.overrides where scope.overrides[block.name.value] == nil {
      inner.overrides[block.name.value] = Scope.Override(block: block, template: scope.template)
    }
    guard chain.count < Self.longestChain else {
      let message = "partials are nested more than \(Self.longestChain) deep"
      return report(Finding("template-syntax", at: tag.name.span, message), scope)
    }
    call(template, tag.name, inner, from: scope)
  }

  private mutating func call(
    _ template: ParsedTemplate, _ name: Located<String>, _ inner: Scope, from scope: Scope
  ) {
    let visible = visibleFrames(scope)
    var callee = inner
    callee.frames = visible.enumerated().map { ScopeFrame(content: $1.content, slot: $0, lineage: $1.lineage) }
    callee.frameCount = visible.count
    let running = chain.firstIndex(of: key(callee))
    if let running, !visible.descends(in: running) {
      let message = "the partial '\(name.value)' puts itself in place without end"
      let help = "put it inside a section on a list of the item's own items"
      return report(Finding("endless-partial", at: name.span, message, help: help), scope)
    }
    let routine = routine(for: template, callee)
    builder.call(routine, slots: visible.map(\.slot), isRecursive: running != nil)
  }

  /// The frames that a name can still reach: an outer view of a type is hidden by an inner one of the same type, and an
  /// outer text has no names.
  private func visibleFrames(_ scope: Scope) -> [ScopeFrame] {
    var seen: Set<FrameIdentity> = []
    var visible: [ScopeFrame] = []
    for (depth, frame) in scope.frames.reversed().enumerated() {
      if case .leaf = frame.content, depth > 0 { continue }
      if seen.insert(frame.content.identity).inserted { visible.append(frame) }
    }
    return visible.reversed()
  }

  private func key(_ scope: Scope) -> RoutineKey {
    RoutineKey(
      template: scope.template.name, frames: scope.frames.map(\.content.identity), indentation: scope.indentation,
      continuesLine: scope.continuesLine, overrides: scope.overrides.mapValues(\.identity))
  }

  /// The routine of a template in a scope, bound now unless that has been done or is being done.
  mutating func routine(for template: ParsedTemplate, _ entry: Scope) -> Int {
    let key = key(entry)
    if let routine = routines[key] { return routine }
    let routine = builder.reserveRoutine()
    routines[key] = routine
    usedTemplates.insert(template.name)
    chain.append(key)
    let outerOverrides = openOverrides
    openOverrides = []
    let outer = builder.suspend()
    var scope = entry
    for index in scope.frames.indices {
      scope.frames[index].lineage.append(ScopeFrame.Descent(entry: index, isStrict: false))
    }
    compile(template.nodes, &scope)
    builder.finish(routine, scope, entryFrames: entry.frames.count, resuming: outer)
    openOverrides = outerOverrides
    chain.removeLast()
    return routine
  }

  mutating func compileBlock(_ tag: BlockTag, _ scope: inout Scope) {
    guard let override = scope.overrides[tag.name.value] else {
      return compileInPlace(tag.body, &scope)
    }
    guard !openOverrides.contains(override.identity) else {
      let message = "the block '\(tag.name.value)' puts itself in place without end"
      return report(Finding("endless-partial", at: tag.name.span, message), scope)
    }
    openOverrides.append(override.identity)
    var inner = scope
    inner.template = override.template
    inner.indentation += scope.text(tag.indentation)
    inner.continuesLine = !tag.isStandalone || scope.continuesLine
    if let first = override.block.body.first, !first.isLineStart, !inner.continuesLine {
      builder.append(literal: inner.indentation)
      inner.continuesLine = true
    }
    compileInPlace(override.block.body, &inner)
    scope.frameCount = inner.frameCount
    scope.loopCount = inner.loopCount
    scope.continuesLine = inner.continuesLine
    openOverrides.removeLast()
  }

  /// Compiles a block's content where its tag stands; a setting inside it ends with it.
  private mutating func compileInPlace(_ body: [TemplateNode], _ scope: inout Scope) {
    let outer = scope
    scope.loop = nil
    compile(body, &scope)
    scope.loop = outer.loop
    scope.isEscaping = outer.isEscaping
  }

  private mutating func reportUnknown(_ name: Located<String>, _ scope: Scope) {
    let near = NearMiss.nearest(to: name.value, in: templates.partialNames)
    let question = near.map { "; did you mean '\($0)'?" } ?? ""
    let fixes = near.map { [Fix(replace: name.span, with: $0, isSafe: false)] } ?? []
    report(
      Finding(
        "unknown-partial", at: name.span, "there is no partial '\(name.value)'\(question)",
        notes: ["partials are the files below pages/, named by their path there without '.mustache'"],
        help: near.map { "replace it with '\($0)'" }, fixes: fixes),
      scope)
  }
}

extension [ScopeFrame] {
  /// Whether one of the frames lies strictly within the frame in its place when the partial last began: data that ends
  /// makes the recursion end.
  fileprivate func descends(in running: Int) -> Bool {
    enumerated().contains { index, frame in
      guard running < frame.lineage.count, let descent = frame.lineage[running] else { return false }
      return descent.entry == index && descent.isStrict
    }
  }
}
