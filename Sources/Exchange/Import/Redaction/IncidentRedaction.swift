internal import PostMortems

/// Cleans every text of an incident's parts.
enum IncidentRedaction {
  static func redact(_ parts: [ImportedIncident], with redaction: inout Redaction) -> [ImportedIncident] {
    parts.map { part in
      var part = part
      part.title = clean(part.title, &redaction)
      part.summary = clean(part.summary, &redaction)
      part.impact = clean(part.impact, &redaction)
      part.severity = clean(part.severity, &redaction)
      part.alert = clean(part.alert, &redaction)
      part.services = part.services.map { redaction.plain($0) }
      part.teams = part.teams.map { redaction.plain($0) }
      part.labels = part.labels.map { redaction.plain($0) }
      part.notes = part.notes.map { redaction.clean($0) }
      part.evidence = part.evidence.map { redaction.clean($0) }
      part.url = address(part.url, &redaction)
      for index in part.events.indices {
        part.events[index].text = LineText.line(redaction.clean(part.events[index].text))
        part.events[index].url = address(part.events[index].url, &redaction)
      }
      for index in part.actions.indices {
        part.actions[index].text = redaction.clean(oneLine(part.actions[index].text))
        part.actions[index].owner = part.actions[index].owner.map { redaction.owner($0, teams: part.teams) }
        part.actions[index].ticket = clean(part.actions[index].ticket, &redaction)
      }
      part.links = part.links.compactMap { link in
        address(link.url, &redaction).map { ImportedLink(key: link.key, url: $0) }
      }
      return part
    }
  }

  private static func clean(_ text: String?, _ redaction: inout Redaction) -> String? {
    text.map { redaction.clean($0) }
  }

  /// An address that holds a secret leads nowhere that a reader should go.
  private static func address(_ url: String?, _ redaction: inout Redaction) -> String? {
    guard let url else { return nil }
    let cleaned = redaction.clean(url)
    return cleaned == url ? url : nil
  }
}
