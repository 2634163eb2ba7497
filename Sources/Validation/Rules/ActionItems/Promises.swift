internal import Diagnostics
internal import PostMortems

extension PostMortemDraft {
  /// The action items that bind somebody here: those of another organisation's report do not.
  var promises: [ActionItem] {
    fields.origin?.value == "external" ? [] : actionItems
  }
}

extension ActionItem {
  /// Its first words, for a message.
  var excerpt: String {
    text.count <= 50 ? text : String(text.prefix(49)) + "…"
  }
}
