package import Diagnostics
package import KnowledgeBase
package import PostMortems

/// A document of the knowledge base that has a page, and so a twin for programs.
package enum TwinDocument: Sendable {
  /// By its position in `KnowledgeBase.postMortems`.
  case postMortem(Int)
  case cause(Cause)
  case plan(PlanPage)
}

/// The documents of a knowledge base as programs read them, found by any of their names.
package struct DocumentTwins: Sendable {
  private let site: SiteSource

  /// - Parameter baseURL: absolute address of the site without a closing slash; nil while unknown.
  package init(_ base: KnowledgeBase, baseURL: String?) {
    site = SiteSource(knowledgeBase: base, findings: DiagnosticsByFile(), options: SiteOptions(baseURL: baseURL))
  }

  /// The document that an id, alias, file, slug or address such as `causes/expired-certificate` names.
  ///
  /// A post-mortem goes before a cause, a cause before a page of the plan; the address tells them apart.
  package func document(_ name: String) -> TwinDocument? {
    let base = site.knowledgeBase
    if let position = base.references.position(of: name) ?? base.references.position(ofFile: name) {
      return .postMortem(position)
    }
    let parts = name.split(separator: "/").map(String.init).filter { $0 != "index.html" && $0 != "index.md" }
    guard let slug = parts.last, parts.count <= 2 else { return nil }
    let folder = parts.count == 2 ? parts.first : nil
    if folder == "incidents" { return base.references.position(of: slug).map { .postMortem($0) } }
    if folder != "plan", let cause = base.causes.cause(Self.withoutExtension(slug)) { return .cause(cause) }
    guard folder != "causes" else { return nil }
    return base.plan.first { $0.slug == Self.withoutExtension(slug) }.map { .plan($0) }
  }

  /// Every address that `document(_:)` takes, with the title of what is there: post-mortems, causes, the plan.
  package var addresses: [(address: String, title: String)] {
    let base = site.knowledgeBase
    return base.postMortems.map { ("incidents/\($0.slug)", $0.title) }
      + base.causes.all.map { ("causes/\($0.slug)", $0.title) } + base.plan.map { ("plan/\($0.slug)", $0.title.value) }
  }

  /// What a misspelt name may have meant, best first.
  package func suggestion(for name: String) -> String? {
    let base = site.knowledgeBase
    let others = base.causes.all.map(\.slug) + base.plan.map(\.slug)
    return NearMiss.nearest(to: name, in: [base.references.nearMisses.nearest(to: name)].compactMap { $0 } + others)
  }

  package func markdown(_ document: TwinDocument) -> String {
    let bytes =
      switch document {
      case .postMortem(let position): MarkdownTwin.postMortem(position, in: site)
      case .cause(let cause): MarkdownTwin.cause(cause, in: site)
      case .plan(let page): MarkdownTwin.planPage(page, in: site)
      }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same value as in the file beside the page.
  package func data(_ document: TwinDocument) -> JSONValue {
    let twin = DataTwin(site)
    return switch document {
    case .postMortem(let position): twin.postMortem(position)
    case .cause(let cause): twin.cause(cause)
    case .plan(let page): twin.planPage(page)
    }
  }

  private static func withoutExtension(_ name: String) -> String {
    name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }
}
