import Diagnostics

/// What a name in a template turned out to be.
struct Resolved {
  enum Content {
    case leaf(Leaf)
    case list(ViewList)
    case view(AnyViewSchema)
    /// Found only if the memory at the place holds one.
    case optionalView(AnyViewSchema, unwrap: Reach)
  }

  var place: Place
  var content: Content
  /// The frame that the value lies in.
  var frame: ScopeFrame
}

extension TemplateCompiler {
  /// Finds what a name stands for; reports the name and returns `nil` if there is nothing of that name.
  mutating func resolve(_ subject: TemplateName.Subject, _ scope: Scope) -> Resolved? {
    switch subject {
    case .loop: nil
    case .current: scope.frames.last.map(current)
    case .path(let parts, let isLocal): resolve(parts, isLocal: isLocal, scope)
    }
  }

  private func current(_ frame: ScopeFrame) -> Resolved {
    let place = Place(frame: Int32(frame.slot), reach: -1, offset: 0)
    return switch frame.content {
    case .leaf(let leaf): Resolved(place: place, content: .leaf(leaf), frame: frame)
    case .view(let schema): Resolved(place: place, content: .view(schema), frame: frame)
    }
  }

  private mutating func resolve(_ parts: [Located<String>], isLocal: Bool, _ scope: Scope) -> Resolved? {
    let frames = isLocal ? scope.frames.suffix(1) : scope.frames[...]
    guard let first = parts.first else { return nil }
    for frame in frames.reversed() {
      guard case .view(let schema) = frame.content, schema.slot(named: first.value) != nil else { continue }
      var found: Resolved? = current(frame)
      for part in parts {
        guard let outer = found else { return nil }
        found = member(part, of: outer, scope)
      }
      return found
    }
    reportUnknown(first, among: frames.compactMap(\.schema), scope)
    return nil
  }

  /// The value of a name directly inside another.
  private mutating func member(_ name: Located<String>, of outer: Resolved, _ scope: Scope) -> Resolved? {
    var place = outer.place
    let schema: AnyViewSchema
    switch outer.content {
    case .view(let inner): schema = inner
    case .optionalView(let inner, let unwrap):
      schema = inner
      place = place.through(unwrap, &builder)
    case .leaf, .list:
      let message = "'\(name.value)' is asked of something that has no names of its own"
      report(Finding("unknown-template-name", at: name.span, message), scope)
      return nil
    }
    guard let slot = schema.slot(named: name.value) else {
      reportUnknown(name, among: [schema], scope)
      return nil
    }
    usedNames.insert(UsedName(type: schema.type, name: name.value))
    switch slot.access {
    case .stored(let offset): place.offset += Int32(offset)
    case .computed(let reach): place = place.through(reach, &builder)
    }
    return Resolved(place: place, content: slot.content.resolved, frame: outer.frame)
  }

  private mutating func reportUnknown(_ name: Located<String>, among schemas: [AnyViewSchema], _ scope: Scope) {
    let known = Set(schemas.flatMap { $0.slots.map(\.name) }).sorted()
    let near = NearMiss.nearest(to: name.value, in: known)
    let question = near.map { "; did you mean '\($0)'?" } ?? ""
    report(
      Finding(
        "unknown-template-name", at: name.span, "'\(name.value)' is no name known here\(question)",
        notes: known.isEmpty ? [] : ["known here: " + known.joined(separator: ", ")],
        help: near.map { "replace it with '\($0)'" },
        fixes: near.map { [Fix(replace: name.span, with: $0, isSafe: false)] } ?? []),
      scope)
  }
}

extension Place {
  /// The place that a reach leads to from this one.
  fileprivate func through(_ next: @escaping Reach, _ builder: inout ProgramBuilder) -> Place {
    let offset = Int(offset)
    let reached: Int32
    if reach < 0 {
      reached = builder.add { frame, body in next(frame + offset, body) }
    } else {
      let before = builder.program.reaches[Int(reach)]
      reached = builder.add { frame, body in before(frame) { next($0 + offset, body) } }
    }
    return Place(frame: frame, reach: reached, offset: 0)
  }

  /// The place of the value inside an optional view.
  func unwrapped(_ unwrap: @escaping Reach, _ builder: inout ProgramBuilder) -> Place { through(unwrap, &builder) }
}

extension ScopeFrame {
  fileprivate var schema: AnyViewSchema? {
    if case .view(let schema) = content { schema } else { nil }
  }
}

extension ViewSlot.Content {
  fileprivate var resolved: Resolved.Content {
    switch self {
    case .leaf(let leaf): .leaf(leaf)
    case .list(let list): .list(list)
    case .view(let schema): .view(schema())
    case .optionalView(let schema, let unwrap): .optionalView(schema(), unwrap: unwrap)
    }
  }
}
