import Diagnostics

/// The functions of swift-mustache that a page needs: `count(list)`, `empty(list)`, `empty(text)` and, directly inside
/// a section on a list, `index()` (from 0), `first()`, `last()`, `even()` and `odd()`.
extension TemplateCompiler {
  private enum Function {
    case count(Resolved, ViewList)
    case isNotEmpty(Resolved, Condition)
    case index(loop: Int)
    case test(LoopTest, loop: Int)
  }

  mutating func compileFunctionValue(_ name: TemplateName, _ scope: Scope) {
    switch function(name, scope) {
    case .count(let value, let list): builder.append(.count(value.place, list: builder.add(list)))
    case .isNotEmpty(let value, let condition):
      builder.append(.writeCondition(value.place, condition, isInverted: true))
    case .index(let loop): builder.append(.loopIndex(loop: Int32(loop)))
    case .test(let test, let loop): builder.append(.writeLoopTest(test, loop: Int32(loop)))
    case nil: break
    }
  }

  mutating func compileFunctionSection(
    _ name: TemplateName, isInverted: Bool, _ body: [TemplateNode], _ scope: inout Scope
  ) {
    switch function(name, scope) {
    case .isNotEmpty(let value, let condition):
      compileTest(value, condition, isInverted: !isInverted, body, &scope)
    case .test(let test, let loop):
      compileBody(body, &scope, loop: scope.loop) {
        .loopSection(test, loop: Int32(loop), isInverted: isInverted, end: $0)
      }
    case .count, .index:
      let message = "'\(name.text)' is a number and opens no section"
      report(Finding("unprintable-template-name", at: name.span, message, help: "write it as {{\(name.text)}}"), scope)
    case nil: break
    }
  }

  /// Finds the function and what it is applied to; reports and returns `nil` if there is no such thing.
  private mutating func function(_ name: TemplateName, _ scope: Scope) -> Function? {
    guard let function = name.functions.first, name.functions.count == 1 else {
      return refuse(name, "functions cannot be applied to functions", scope)
    }
    switch (function.value, name.subject) {
    case ("index", .loop): return scope.loop.map { .index(loop: $0) } ?? refuse(name, Self.outsideLoop, scope)
    case (let word, .loop):
      guard let test = LoopTest(rawValue: word) else { return refuseUnknown(function, name, scope) }
      return scope.loop.map { .test(test, loop: $0) } ?? refuse(name, Self.outsideLoop, scope)
    case ("count", let subject):
      guard let value = resolve(subject, scope) else { return nil }
      if case .list(let list) = value.content { return .count(value, list) }
      return refuse(name, "only a list can be counted", scope)
    case ("empty", let subject):
      guard let value = resolve(subject, scope) else { return nil }
      switch value.content {
      case .list(let list): return .isNotEmpty(value, .isNotEmpty(list: builder.add(list)))
      case .leaf(.text), .leaf(.safeText): return .isNotEmpty(value, .textIsNotEmpty)
      default: return refuse(name, "only a list or a text that is always there can be empty", scope)
      }
    default: return refuseUnknown(function, name, scope)
    }
  }

  private static var outsideLoop: String { "it asks for a place directly inside a list" }

  private mutating func refuse(_ name: TemplateName, _ reason: String, _ scope: Scope) -> Function? {
    report(Finding("unknown-template-name", at: name.span, "'\(name.text)' has no meaning here: \(reason)"), scope)
    return nil
  }

  private mutating func refuseUnknown(
    _ function: Located<String>, _ name: TemplateName, _ scope: Scope
  ) -> Function? {
    let known = ["count", "empty", "even", "first", "index", "last", "odd"]
    let question = NearMiss.nearest(to: function.value, in: known).map { "; did you mean '\($0)'?" } ?? ""
    report(
      Finding(
        "unknown-template-name", at: function.span, "there is no function '\(function.value)'\(question)",
        notes: ["count(list) and empty(list) take a name; first(), last(), even(), odd() and index() take none"]),
      scope)
    return nil
  }
}
