internal import PostMortems

extension MergedIncident {
  /// The incident with a role in the place of every person, and who has which.
  ///
  /// `known` are the labels that an earlier import gave.
  func labelled(known: [String: String] = [:]) -> (incident: MergedIncident, labels: PersonLabels) {
    let labels = PersonLabels(persons, appearing: texts.flatMap(Person.indices(in:)), known: known)
    func label(_ text: String) -> String { Person.labelled(text, labels.labels) }
    var incident = self
    incident.title = label(title)
    incident.alert = alert.map(label)
    incident.severity = severity.map(label)
    incident.services = services.map(label)
    incident.teams = teams.map(label)
    incident.labels = self.labels.map(label)
    incident.notes = notes.map(label)
    incident.evidence = evidence.map(label)
    incident.summaries = summaries.map { ($0.system, label($0.text)) }
    incident.impacts = impacts.map { ($0.system, label($0.text)) }
    for index in rows.indices { incident.rows[index].text = label(rows[index].text) }
    for index in actions.indices {
      incident.actions[index].text = label(actions[index].text)
      incident.actions[index].owner = actions[index].owner.map(label)
    }
    return (incident, labels)
  }

  /// Every text in which people can be named, the timeline first.
  private var texts: [String] {
    rows.map(\.text) + actions.flatMap { [$0.text, $0.owner ?? ""] } + summaries.map(\.text) + impacts.map(\.text)
      + [title] + notes + evidence + services + teams + labels + [alert ?? "", severity ?? ""]
  }
}
