package import Diagnostics
package import Markdown

/// A page of the response plan: roles, severity scale, on-call, escalation, communication.
package struct PlanPage: Sendable {
  package let document: Document
  package let slug: String
  package let title: Located<String>
  /// Where it stands among the pages: `order` in front matter, else after those that have one.
  package let order: Int

  package var file: String { document.source.path }

  package init(document: Document) {
    self.document = document
    slug = Slug.make(FileName.stem(of: document.source.path))
    var fields = PostMortemFields()
    if let entry = document.frontMatter?.entry("title"), let text = entry.value.value.text {
      fields.title = Located(text, at: entry.value.span)
    }
    title = TitleReader.title(of: document, fields: fields)
    order = document.frontMatter?.entry("order")?.value.value.text.flatMap { Int($0) } ?? Int.max
  }
}
