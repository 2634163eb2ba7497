internal import Diagnostics
internal import Markdown
package import PostMortems

/// What stopped the harm of an earlier incident.
package enum PastMitigation {
  /// One line: the kinds of mitigation that worked and the first sentence of the resolution; nil where nothing is said.
  ///
  /// - Parameter word: how a kind such as `config-revert` is said.
  package static func text(_ postMortem: PostMortem, word: (String) -> String = { $0 }) -> String? {
    let kinds = postMortem.fields.mitigations.filter { $0.worked != false }.compactMap(\.type?.value).map(word)
    let sentence = postMortem.draft.section(.resolution).flatMap { firstSentence(of: $0, postMortem.draft) }
    let parts = [kinds.isEmpty ? nil : kinds.joined(separator: ", "), sentence].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " — ")
  }

  private static func firstSentence(of section: Section, _ draft: PostMortemDraft) -> String? {
    let text = draft.document.plainText(from: section.content.lowerBound, to: section.content.upperBound)
    // A question is a template's prompt, which tells nobody what to do.
    let lines = text.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
    guard let line = lines.first(where: { !$0.isEmpty && $0.last != "?" }) else { return nil }
    let sentence = line.firstRange(of: ". ").map { line[..<$0.lowerBound] + "." } ?? line
    return sentence.count <= 200 ? String(sentence) : String(sentence.prefix(199)) + "…"
  }
}
