package import Diagnostics
package import Markdown

/// Whatever could be read of a post-mortem: reading never fails, a value that is not there is nil.
package final class PostMortemDraft: Sendable {
  package let document: Document
  package let fields: PostMortemFields
  package let sections: [Section]
  package let timeline: TimelineReading?
  package let actionItems: [ActionItem]
  /// Blocks of the sections of action items that no item took.
  package let actionItemsRest: [Int]
  package let signatures: [FailureSignature]
  package let title: Located<String>
  /// The id that the author gave, else the one made of the file's name.
  package let id: Located<String>
  /// Every day that the document names as the incident's, most trustworthy first: front matter, a dated label, the
  /// file's name, the title, the first timeline row.
  package let dates: [IncidentDate]
  /// The day on which the incident began, by all that the document says and not by the first source that names one.
  package let start: IncidentDate?
  /// How sure `start` is, 0…1.
  package let startConfidence: Double
  /// What reading found wrong, front matter and limits included.
  package let findings: [Finding]

  init(
    document: Document, fields: PostMortemFields, sections: [Section], timeline: TimelineReading?,
    actionItems: [ActionItem], actionItemsRest: [Int], signatures: [FailureSignature], title: Located<String>,
    id: Located<String>, dates: [IncidentDate], start: (date: IncidentDate, confidence: Double)?,
    findings: [Finding]
  ) {
    self.document = document
    self.fields = fields
    self.sections = sections
    self.timeline = timeline
    self.actionItems = actionItems
    self.actionItemsRest = actionItemsRest
    self.signatures = signatures
    self.title = title
    self.id = id
    self.dates = dates
    self.start = start?.date
    startConfidence = start?.confidence ?? 0
    self.findings = findings
  }

  /// The day that counts.
  package var date: IncidentDate? { dates.first }

  package var file: String { document.source.path }
  package var source: SourceFile { document.source }

  /// The first section with a role and, for those that follow it, the rest.
  package func sections(_ role: SectionRole) -> [Section] { sections.filter { $0.role == role } }

  package func section(_ role: SectionRole) -> Section? { sections.first { $0.role == role } }

  /// Whether an author's empty file is all there is.
  package var isEmpty: Bool { document.nodes.count <= 1 && document.frontMatter == nil }

  /// Whether the front matter is there and could be read, so that an absent field is the author's doing.
  package var hasReadableFrontMatter: Bool { document.frontMatter?.isReadable ?? true }
}

/// The day on which an incident began, with where it was read.
package struct IncidentDate: Hashable, Sendable {
  package enum Origin: String, Sendable {
    case frontMatter = "front matter"
    case label
    case title
    case fileName = "file name"
    case timeline
    case prose
    /// The page's address in the front matter.
    case address
  }

  package let day: Day
  package let origin: Origin
  package let span: SourceSpan

  package init(day: Day, origin: Origin, span: SourceSpan) {
    self.day = day
    self.origin = origin
    self.span = span
  }
}
