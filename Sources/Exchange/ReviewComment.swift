package import Diagnostics
package import KnowledgeBase
internal import PostMortems

/// A comment for a pull request: what is new and wrong, what happened before, what was promised then.
package struct ReviewComment: Sendable {
  private let knowledgeBase: KnowledgeBase
  private let diagnostics: [Diagnostic]
  private let positions: [Int]

  /// - Parameter files: the files of the change; only they are spoken of.
  package init(_ knowledgeBase: KnowledgeBase, diagnostics: [Diagnostic], files: (String) -> Bool) {
    self.knowledgeBase = knowledgeBase
    self.diagnostics = diagnostics
    positions = knowledgeBase.postMortems.indices.filter { files(knowledgeBase.postMortems[$0].file) }
  }

  /// At most this many documents get a paragraph of their own.
  static let documentLimit = 10

  package var text: String {
    var text = "## Debrief\n\n" + findings
    for position in positions.prefix(Self.documentLimit) { text += history(position) }
    if positions.count > Self.documentLimit {
      text += "\n… and \(positions.count - Self.documentLimit) more post-mortems in this change.\n"
    }
    return text
  }

  private var findings: String {
    let summary = TextFormatter.summary(diagnostics, of: positions.count, unit: "post-mortem")
    guard !diagnostics.isEmpty else { return "\(summary).\n" }
    var text = "\(summary).\n\n| | where | finding |\n|---|---|---|\n"
    for diagnostic in diagnostics.prefix(50) {
      let help = diagnostic.help.map { " — \(Self.cell($0))" } ?? ""
      let place = "`\(Self.cell(diagnostic.file)):\(diagnostic.start.line)`"
      text +=
        "| \(diagnostic.level.rawValue) | \(place) | \(Self.cell(diagnostic.message))\(help) `\(diagnostic.rule)` |\n"
    }
    if diagnostics.count > 50 { text += "\n… and \(diagnostics.count - 50) more.\n" }
    return text
  }

  private func history(_ position: Int) -> String {
    let relations = knowledgeBase.related.of(position).filter(Self.isTold).prefix(Self.relationLimit)
    guard !relations.isEmpty else { return "" }
    var text = "\n### \(Self.cell(knowledgeBase.postMortems[position].title)): what happened before\n\n"
    for relation in relations { text += line(relation) }
    return text
  }

  /// At most this many past incidents are told of one document.
  static let relationLimit = 5

  /// The past incidents with the same service, cause or signature, those that an author linked, and those that look
  /// like the same cause; not those that a text says have another one.
  private static func isTold(_ relation: Relation) -> Bool {
    let kinds = Set(relation.reasons.map(\.kind))
    guard !kinds.contains(.differentCause) else { return false }
    let isShared = !kinds.isDisjoint(with: [
      .recurrenceOf, .related, .cause, .signature, .serviceAndTrigger, .service, .factor, .backReference,
    ])
    return isShared || relation.score >= RelatedPostMortems.suggestionThreshold
  }

  private func line(_ relation: Relation) -> String {
    let earlier = knowledgeBase.postMortems[relation.postMortem]
    let day = earlier.day.map { " (\($0.iso))" } ?? ""
    var text = "- **\(Self.cell(earlier.title))**\(day), `\(Self.cell(earlier.file))`: "
    text += relation.reasons.prefix(3).map { Self.cell($0.text) }.joined(separator: "; ") + ".\n"
    let stopped = earlier.fields.mitigations.filter { $0.worked != false }.compactMap(\.type?.value)
    if !stopped.isEmpty { text += "  - What stopped it then: \(stopped.joined(separator: ", ")).\n" }
    for entry in knowledgeBase.actions.items(of: relation.postMortem) where entry.isPromise && entry.isOpen {
      let owner = entry.item.owner.map { ", \(Self.cell($0.value))" } ?? ", no owner"
      let due = entry.item.due.map { ", due \($0.value.iso)" } ?? ""
      text += "  - Still open: \(Self.cell(entry.item.text))\(owner)\(due).\n"
    }
    return text
  }

  /// Text that cannot leave its cell: markup and line breaks lose their meaning.
  private static func cell(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "\\", "`", "*", "_", "[", "]", "<", ">", "#", "@": result += "\\\(scalar)"
      case "\n", "\r": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
