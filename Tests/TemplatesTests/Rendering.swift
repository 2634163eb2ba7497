import Diagnostics
import Templates
import Testing

/// Renders the template `page` of a library made of these templates; it must have no flaw.
func render(_ templates: [String: String], page: SamplePage = SamplePage()) throws -> String {
  let (template, diagnostics) = bind(templates)
  try #require(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
  return String(decoding: template.render(page), as: UTF8.self)
}

func render(_ template: String, page: SamplePage = SamplePage()) throws -> String {
  try render(["page": template], page: page)
}

func bind(_ templates: [String: String]) -> (BoundTemplate<SamplePage>, [Diagnostic]) {
  let files = templates.map { (path: "pages/\($0.key).mustache", text: $0.value) }
  var binder = TemplateBinder(TemplateLibrary(builtIn: files))
  return (binder.bind("page", to: SamplePage.self), binder.diagnostics)
}

/// What is wrong with the template `page`, as `line:column: rule: message`.
func flaws(_ templates: [String: String]) -> [String] {
  bind(templates).1.map { flaw in
    let file = flaw.file == "built-in/pages/page.mustache" ? "" : "\(flaw.file):"
    return "\(file)\(flaw.start.line):\(flaw.start.column): \(flaw.rule): \(flaw.message)"
  }
}

func flaws(_ template: String) -> [String] { flaws(["page": template]) }
