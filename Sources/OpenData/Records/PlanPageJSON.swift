package import Diagnostics
internal import Markdown
package import PostMortems

/// A page of the response plan as data.
package enum PlanPageJSON {
  package static func value(_ page: PlanPage) -> JSONValue {
    .object([
      "id": .string(page.slug), "title": .string(page.title.value), "file": .string(page.file),
      "order": .optional(page.order == .max ? nil : page.order), "body": .string(DocumentText.body(of: page.document)),
    ])
  }
}
