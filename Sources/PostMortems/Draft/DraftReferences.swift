internal import Diagnostics

extension PostMortemDraft {
  /// The draft without its front matter's references to documents and causes of certain names; the same one where it has
  /// none.
  package func withoutReferences(to isWithheld: (String) -> Bool) -> PostMortemDraft {
    var fields = fields
    fields.related.removeAll { isWithheld($0.value) }
    fields.recurrenceOf.removeAll { isWithheld($0.value) }
    fields.rootCauses.removeAll { isWithheld($0.value) }
    fields.contributingFactors.removeAll { $0.slug.map { isWithheld($0.value) } ?? false }
    var items = actionItems
    for index in items.indices { items[index].addresses.removeAll { isWithheld($0.value) } }
    let counts = { (fields: PostMortemFields) in
      [fields.related.count, fields.recurrenceOf.count, fields.rootCauses.count, fields.contributingFactors.count]
    }
    guard counts(fields) != counts(self.fields) || items != actionItems else { return self }
    return PostMortemDraft(
      document: document, fields: fields, sections: sections, timeline: timeline, actionItems: items,
      actionItemsRest: actionItemsRest, signatures: signatures, title: title, id: id, dates: dates,
      start: start.map { ($0, startConfidence) }, findings: findings)
  }
}
