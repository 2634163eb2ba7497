import Diagnostics

extension TemplateCompiler {
  mutating func compileValue(_ name: TemplateName, isEscaped: Bool, _ scope: Scope) {
    guard name.functions.isEmpty else { return compileFunctionValue(name, scope) }
    guard let value = resolve(name.subject, scope) else { return }
    switch value.content {
    case .leaf(let leaf): builder.append(.write(value.place, leaf, isEscaped: isEscaped))
    case .list:
      reportUnprintable(name, "is a list", "open it with {{#\(name.text)}}, or write count(\(name.text))", scope)
    case .view(let schema), .optionalView(let schema, _):
      let names = schema.slots.map(\.name).joined(separator: ", ")
      reportUnprintable(name, "has names of its own", "name one of them: \(names)", scope)
    }
  }

  private mutating func reportUnprintable(_ name: TemplateName, _ what: String, _ help: String, _ scope: Scope) {
    let message = "'\(name.text)' \(what) and cannot be written as text"
    report(Finding("unprintable-template-name", at: name.span, message, help: help), scope)
  }

  mutating func compileSection(
    _ name: TemplateName, isInverted: Bool, _ body: [TemplateNode], _ scope: inout Scope
  ) {
    guard name.functions.isEmpty else {
      return compileFunctionSection(name, isInverted: isInverted, body, &scope)
    }
    guard let value = resolve(name.subject, scope) else { return }
    switch value.content {
    case .leaf(.flag): compileTest(value, .flag, isInverted: isInverted, body, &scope)
    case .leaf(let leaf):
      if isInverted { return compileTest(value, leaf.presence, isInverted: true, body, &scope) }
      compileFrame(value, leaf.presence, .leaf(leaf), body, &scope)
    case .list(let list):
      if isInverted {
        let condition = Condition.isNotEmpty(list: builder.add(list))
        return compileTest(value, condition, isInverted: true, body, &scope)
      }
      compileItems(name, value, list, body, &scope)
    case .view(let schema): compileView(value, schema, isInverted: isInverted, body, &scope)
    case .optionalView(let schema, let unwrap):
      var inner = value
      inner.place = value.place.unwrapped(unwrap, &builder)
      compileView(inner, schema, isInverted: isInverted, body, &scope)
    }
  }

  private mutating func compileView(
    _ value: Resolved, _ schema: AnyViewSchema, isInverted: Bool, _ body: [TemplateNode], _ scope: inout Scope
  ) {
    if isInverted { return compileTest(value, .always, isInverted: true, body, &scope) }
    compileFrame(value, .always, .view(schema), body, &scope)
  }

  /// A section that opens no frame: names inside mean what they mean outside.
  mutating func compileTest(
    _ value: Resolved, _ condition: Condition, isInverted: Bool, _ body: [TemplateNode], _ scope: inout Scope
  ) {
    compileBody(body, &scope, loop: scope.loop) {
      .section(value.place, condition, isInverted: isInverted, frame: -1, end: $0)
    }
  }

  private mutating func compileFrame(
    _ value: Resolved, _ condition: Condition, _ content: ScopeFrame.Content, _ body: [TemplateNode],
    _ scope: inout Scope
  ) {
    let frame = value.frame.descendant(content, slot: scope.nextSlot)
    compileBody(body, &scope, pushing: frame, loop: nil) {
      .section(value.place, condition, isInverted: false, frame: Int32(frame.slot), end: $0)
    }
  }

  /// How often a section may stand in one on the same list: each such section multiplies the page by the list's length.
  private static let deepestWalk = 3

  private mutating func compileItems(
    _ name: TemplateName, _ value: Resolved, _ list: ViewList, _ body: [TemplateNode], _ scope: inout Scope
  ) {
    let content: ScopeFrame.Content = list.schema.map { .view($0()) } ?? .leaf(.text)
    var frame = value.frame.descendant(content, slot: scope.nextSlot)
    let walked = WalkedList(name: name.text, slot: value.frame.slot)
    frame.list = walked
    guard scope.frames.count(where: { $0.list == walked }) < Self.deepestWalk else {
      let message = "'\(name.text)' is walked within itself more than \(Self.deepestWalk) times"
      return report(Finding("template-syntax", at: name.span, message, help: "end the outer section first"), scope)
    }
    let index = builder.add(list)
    let loop = scope.frames.count
    compileBody(body, &scope, pushing: frame, loop: loop) {
      .each(value.place, list: index, frame: Int32(frame.slot), loop: Int32(loop), end: $0)
    }
  }
}

extension Scope {
  /// The slot behind the innermost frame's; a slot is free again when its section ends.
  fileprivate var nextSlot: Int { (frames.map(\.slot).max() ?? -1) + 1 }
}

extension Leaf {
  /// What makes a section on the value run.
  fileprivate var presence: Condition {
    switch self {
    case .text, .html, .safeText, .number: .always
    case .optionalText, .optionalSafeText: .hasText
    case .optionalHTML: .hasHTML
    case .optionalNumber: .hasNumber
    case .flag: .flag
    }
  }
}
