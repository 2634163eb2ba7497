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
    package var addedActions = 0
    /// Phases that were absent and are told now.
    package var filled: [String] = []
  }

  /// The incidents of exports, each with its draft; `existing` are the post-mortems that are there.
  package func outcomes(of yield: ImportYield, existing: [PostMortemDraft]) -> (
    outcomes: [Outcome], problems: [ImportProblem]
  ) {
    let (incidents, problems) = IncidentMerge.incidents(of: yield, settings: settings)
    return (incidents.map { outcome(of: withRunbook($0), existing) }, problems)
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

  private func outcome(of incident: MergedIncident, _ existing: [PostMortemDraft]) -> Outcome {
    let labelled = incident.labelled().incident
    guard let draft = Self.draft(for: incident, in: existing) else {
      return Outcome(incident: labelled, state: .created, existing: nil, text: draft(of: incident))
    }
    let old = String(decoding: draft.source.bytes, as: UTF8.self)
    guard ["draft", "review"].contains(draft.fields.status?.value ?? "published") else {
      return Outcome(incident: labelled, state: .published, existing: draft.file, text: old)
    }
    var update = DraftUpdate(draft, adding: incident, includesChatter: includesChatter)
    let text = update.text()
    return Outcome(
      incident: labelled, state: text == old ? .unchanged : .updated, existing: draft.file, text: text,
      addedRows: update.addedRows, addedActions: update.addedActions, filled: update.filled)
  }

  /// The post-mortem that names a record of the incident as its source.
  private static func draft(for incident: MergedIncident, in existing: [PostMortemDraft]) -> PostMortemDraft? {
    existing.first { draft in
      draft.fields.importSources.contains { source in incident.sources.contains { $0.isSame(as: source) } }
    }
  }

  /// `2026-01-19-checkout-down`, the name of a new draft without its extension.
  package static func fileStem(of incident: MergedIncident) -> String {
    let slug = Slug.make(incident.title)
    return incident.started.map { "\($0.day.iso)-\(slug)" } ?? slug
  }
}
