package import Diagnostics
package import Language

/// Binds the pages of a site, one after the other, and collects what is wrong with their templates.
///
/// ```swift
/// var binder = TemplateBinder(library)
/// let home = binder.bind("home", to: HomeView.self)
/// let cause: BoundTemplate<CauseView> = binder.bind("cause")
/// report(binder.diagnostics)
/// ```
/// A template with errors is bound as far as it could be understood: a tag that is wrong writes nothing.
package struct TemplateBinder: Sendable {
  private let templates: TemplateLibrary
  private let language: Language
  private var found: [Place: Diagnostic] = [:]
  private var usedNames: Set<UsedName> = []
  private var usedTemplates: Set<String> = []
  private var schemas: [ObjectIdentifier: AnyViewSchema] = [:]

  /// - Parameter language: that of the messages in the templates.
  package init(_ templates: TemplateLibrary, in language: Language = .english) {
    self.templates = templates
    self.language = language
    templates.diagnostics.forEach { keep($0) }
  }

  /// A flaw of a partial is found again on every page that uses it.
  private struct Place: Hashable {
    let file: String
    let start: SourcePosition
    let rule: String
  }

  private mutating func keep(_ diagnostic: Diagnostic) {
    let place = Place(file: diagnostic.file, start: diagnostic.start, rule: diagnostic.rule)
    if found[place] == nil { found[place] = diagnostic }
  }

  package mutating func bind<View: TemplateView>(
    _ name: String, to view: View.Type = View.self
  ) -> BoundTemplate<View> {
    collect(AnyViewSchema(of: view))
    guard let template = templates.template(name) else {
      reportMissing(name)
      return BoundTemplate(program: Program(routines: [Program.Routine()]))
    }
    var compiler = TemplateCompiler(templates, in: language)
    let program = compiler.compile(template, for: AnyViewSchema(of: view))
    for problem in compiler.problems {
      keep(Diagnostic(problem.finding, level: .error, in: problem.template.source))
    }
    usedNames.formUnion(compiler.usedNames)
    usedTemplates.formUnion(compiler.usedTemplates)
    return BoundTemplate(program: program)
  }

  private mutating func reportMissing(_ name: String) {
    keep(
      Diagnostic(
        rule: "unknown-partial", level: .error, file: templates.path(ofTemplate: name),
        message: "there is no template '\(name)'"))
  }

  private mutating func collect(_ schema: AnyViewSchema) {
    guard schemas.updateValue(schema, forKey: schema.type) == nil else { return }
    for slot in schema.slots {
      if let inner = slot.content.schema { collect(inner()) }
    }
  }

  /// What is wrong with the templates, flaws of syntax in unused ones included; sorted, each flaw once.
  package var diagnostics: [Diagnostic] { found.values.sorted() }

  /// The names that the views of the pages bound so far offer and no template uses, as `HomeView.title`, sorted; extra
  /// ones are left out.
  package var unusedNames: [String] {
    schemas.values.flatMap { schema in
      schema.slots.filter { !$0.isExtra && !usedNames.contains(UsedName(type: schema.type, name: $0.name)) }
        .map { "\(schema.typeName).\($0.name)" }
    }.sorted()
  }

  /// Reports each template of the author's that no page uses, which a misspelt file name leads to; to be asked when all
  /// pages are bound.
  package var unusedTemplates: [Diagnostic] {
    templates.overriddenTemplates.subtracting(usedTemplates).sorted().map { name in
      let near = NearMiss.nearest(to: name, in: usedTemplates.sorted())
      return Diagnostic(
        rule: "unused-template", level: .warning, file: templates.path(ofTemplate: name),
        message: "'\(name)' is used by no page" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        help: near.map { "rename it to \($0).mustache" })
    }
  }
}
