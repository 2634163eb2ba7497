package import PostMortems
internal import Diagnostics

/// Exports → drafts: one value an incident, new or joined with the draft that an earlier import wrote.
package struct IncidentImport: Sendable {
  package let settings: Settings
  /// Notifications and the like become rows too.
  package var includesChatter: Bool
  /// Where to find what to do about an alert that names no runbook of its own.
  package var alerts = AlertPage()

  package init(settings: Settings, includesChatter: Bool = false) {
    self.settings = settings
    self.includesChatter = includesChatter
  }

  /// What became of one incident.
  package struct Outcome: Sendable {
    package enum State: String, Sendable { case created, updated, unchanged, published }

    package let incident: MergedIncident
    package let state: State
    /// The draft that an earlier import wrote; nil for a new one.
    package let existing: String?
    /// The whole text of the draft.
    package let text: String
    package var addedRows = 0
    /// Rows of an earlier import that an export tells more of now.
    package var renewedRows = 0
    package var addedActions = 0
    /// Fields that were absent, or that an earlier import wrote, and are told now.
    package var filled: [String] = []
  }

  /// The incidents of exports, each with its draft; `existing` are the post-mortems that are there.
  package func outcomes(of yield: ImportYield, existing: [PostMortemDraft]) -> (
    outcomes: [Outcome], problems: [ImportProblem]
  ) {
    let known = existing.compactMap { KnownDraft($0) }
    var (incidents, problems) = IncidentMerge.incidents(of: yield, drafts: known, settings: settings)
    var outcomes: [Outcome] = []
    let broken = existing.compactMap { KnownDraft(broken: $0) }
    for incident in incidents {
      let draft = incident.draft.map { known[$0] }
      if let draft = draft ?? broken.first(where: { $0.tells(incident) }), let obstacle = draft.obstacle {
        problems.append(ImportProblem(path: draft.draft.file, message: obstacle, isFailure: true))
      } else {
        outcomes.append(outcome(of: withRunbook(incident), draft?.draft))
      }
    }
    return (outcomes, problems)
  }

  private func withRunbook(_ incident: MergedIncident) -> MergedIncident {
    guard !incident.links.contains(where: { $0.key == "runbook" }), let alert = incident.alert,
      let url = alerts.runbook(of: alert)
    else { return incident }
    var incident = incident
    incident.links.append(ImportedLink(key: "runbook", url: url))
    return incident
  }

  /// The text of a new draft.
  package func draft(of incident: MergedIncident) -> String {
    DraftText(incident, settings: settings, includesChatter: includesChatter).text
  }

  private func outcome(of incident: MergedIncident, _ draft: PostMortemDraft?) -> Outcome {
    let labelled = incident.labelled().incident
    guard let draft else {
      return Outcome(incident: labelled, state: .created, existing: nil, text: self.draft(of: incident))
    }
    let old = String(decoding: draft.source.bytes, as: UTF8.self)
    guard ["draft", "review"].contains(draft.fields.status?.value ?? "published") else {
      return Outcome(incident: labelled, state: .published, existing: draft.file, text: old)
    }
    var update = DraftUpdate(draft, adding: incident, settings: settings, includesChatter: includesChatter)
    let text = update.text()
    return Outcome(
      incident: labelled, state: text == old ? .unchanged : .updated, existing: draft.file, text: text,
      addedRows: update.addedRows, renewedRows: update.renewedRows, addedActions: update.addedActions,
      filled: update.filled)
  }

  /// `2026-01-19-checkout-down`, the name of a new draft without its extension.
  package static func fileStem(of incident: MergedIncident) -> String {
    let slug = Slug.make(incident.title)
    return incident.started.map { "\($0.day.iso)-\(slug)" } ?? slug
  }
}
