import Diagnostics
import Language

/// Binds one page's template to the type of its view: every name becomes a place in memory, every partial a routine.
///
/// Pages come out as from swift-mustache 2.1.1, but for this: every item of a list in an indented partial is indented
/// and not the first alone; the default of a block keeps its own margin and gets no second one; the lines of a value
/// are never indented; an indented partial that writes nothing leaves no margin; `{{^list}}` opens no context; and
/// escaping goes by code points, so that a combining mark hides no quote. A name that nothing answers is an error
/// instead of nothing, and so are partials named by values, lambdas, and functions other than those of this module.
struct TemplateCompiler {
  let templates: TemplateLibrary
  let language: Language
  var builder = ProgramBuilder()
  /// In the order found, each with the template it speaks of.
  var problems: [(template: ParsedTemplate, finding: Finding)] = []
  var usedNames: Set<UsedName> = []
  var usedTemplates: Set<String> = []

  var routines: [RoutineKey: Int] = [:]
  /// The routines being bound now, outermost first.
  var chain: [RoutineKey] = []
  /// The blocks being put in place now.
  var openOverrides: [OverrideIdentity] = []
  private var isTooLarge = false

  init(_ templates: TemplateLibrary, in language: Language = .english) {
    self.templates = templates
    self.language = language
  }

  mutating func compile(_ template: ParsedTemplate, for schema: AnyViewSchema) -> Program {
    let frame = ScopeFrame(content: .view(schema), slot: 0, lineage: [])
    _ = routine(for: template, Scope(template: template, frames: [frame], frameCount: 1))
    return builder.program
  }

  mutating func report(_ finding: Finding, _ scope: Scope) { problems.append((scope.template, finding)) }

  mutating func compile(_ nodes: [TemplateNode], _ scope: inout Scope) {
    for node in nodes {
      guard hasRoom(scope) else { return }
      switch node {
      case .lineStart: beginLine(&scope)
      case .text(let range):
        builder.append(literal: scope.text(range))
        if scope.text(range).last == UInt8(ascii: "\n") { scope.continuesLine = false }
      case .value(let name, let isEscaped): compileValue(name, isEscaped: isEscaped && scope.isEscaping, scope)
      case .section(let name, let isInverted, let body):
        compileSection(name, isInverted: isInverted, body, &scope)
      case .message(let message): compileMessage(message, &scope)
      case .partial(let partial): compilePartial(partial, scope)
      case .block(let block): compileBlock(block, &scope)
      case .escaping(let isEscaping): scope.isEscaping = isEscaping
      }
    }
  }

  private mutating func beginLine(_ scope: inout Scope) {
    if !scope.continuesLine { builder.append(literal: scope.indentation) }
    scope.continuesLine = false
  }

  private mutating func hasRoom(_ scope: Scope) -> Bool {
    let isTooDeep = scope.depth >= Renderer.deepestNesting
    guard isTooDeep || builder.operationCount >= ProgramBuilder.mostOperations else { return true }
    if !isTooLarge {
      isTooLarge = true
      let flaw = isTooDeep ? "is nested too deeply" : "grows without bound"
      report(Finding("template-syntax", at: .fileStart, "the page \(flaw) through its partials"), scope)
    }
    return false
  }

  /// Compiles a section's body between its operation and the next; white space and frames inside do not leak out.
  mutating func compileBody(
    _ body: [TemplateNode], _ scope: inout Scope, pushing frame: ScopeFrame? = nil, loop: Int?,
    _ make: (Int32) -> Operation
  ) {
    var inner = scope
    inner.loop = loop
    inner.depth += 1
    if let frame {
      inner.frames.append(frame)
      inner.frameCount = max(inner.frameCount, frame.slot + 1)
    }
    if let loop { inner.loopCount = max(inner.loopCount, loop + 1) }
    let start = builder.beginBody()
    compile(body, &inner)
    builder.endBody(start, make)
    scope.continuesLine = inner.continuesLine
    scope.frameCount = inner.frameCount
    scope.loopCount = inner.loopCount
  }
}

/// A name of a view type that a template uses.
struct UsedName: Hashable, Sendable {
  let type: ObjectIdentifier
  let name: String
}
