internal import Diagnostics
package import KnowledgeBase
internal import Markdown
package import PostMortems
package import Search

/// What the search knows of each post-mortem: its words by field, its facets, and the line that helps at night.
package enum SearchDocuments {
  package static func document(_ postMortem: PostMortem, in knowledgeBase: KnowledgeBase, url: String) -> SearchDocument
  {
    let causes = knowledgeBase.causes
    let fields = postMortem.fields
    return SearchDocument(
      id: postMortem.id, url: url, title: postMortem.title, date: postMortem.day?.iso,
      severity: postMortem.severity?.name, services: postMortem.services, teams: postMortem.teams,
      causes: fields.rootCauses.map { causes.canonical($0.value) }, year: postMortem.day.map { "\($0.year)" },
      kind: postMortem.kind.rawValue, detection: fields.detection?.source?.value,
      mitigation: PastMitigation.text(postMortem), fields: texts(postMortem, knowledgeBase))
  }

  /// Every word of the document once: each top-level section goes to the field of its role.
  private static func texts(_ postMortem: PostMortem, _ knowledgeBase: KnowledgeBase)
    -> [(field: SearchField, text: String)]
  {
    let draft = postMortem.draft
    var texts: [(field: SearchField, text: String)] = draft.signatures.map { (.signature, $0.text) }
    for cause in postMortem.fields.rootCauses {
      if let record = knowledgeBase.causes.cause(cause.value)?.record {
        texts.append((.cause, ([record.title.value] + record.aliases.map(\.value)).joined(separator: " ")))
      }
    }
    for factor in postMortem.fields.contributingFactors { if let text = factor.text { texts.append((.body, text)) } }
    texts += sections(draft)
    return texts
  }

  /// The document cut at every beginning and end of a section, each piece in the field of the innermost one.
  private static func sections(_ draft: PostMortemDraft) -> [(field: SearchField, text: String)] {
    let document = draft.document
    let starts = draft.sections.map { max($0.titleNode, 0) }
    let cuts = Set(starts + draft.sections.map(\.content.upperBound) + [0, document.nodes.count]).sorted()
    return zip(cuts, cuts.dropFirst()).map { from, to in
      let inner = draft.sections.last { max($0.titleNode, 0) <= from && from < $0.content.upperBound }
      return (inner.map { field(of: $0) } ?? .body, document.plainText(from: from, to: to))
    }
  }

  private static func field(of section: Section) -> SearchField {
    switch section.role {
    case .summary: .summary
    case .impact, .detection: .symptoms
    case .rootCause, .trigger, .contributingFactors, .fiveWhys: .cause
    case .resolution: .mitigation
    default: section.opening == .preamble ? .summary : .body
    }
  }
}
