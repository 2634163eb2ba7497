package import Diagnostics
internal import PostMortems

extension MergedIncident {
  /// The incident as a document of the command line; phases that no export tells are null.
  package func json(file: String, includesChatter: Bool) -> JSONValue {
    let rows = rows.filter { includesChatter || !$0.isChatter }
    return .object([
      "file": .string(file), "title": .string(title),
      "system": .optional(sources.first?.system ?? parts.first?.system.rawValue),
      "kind": .string(isDrill ? "drill" : "incident"), "severity": .optional(severity),
      "started": .optional(started?.iso), "detected": .optional(detected?.iso),
      "acknowledged": .optional(acknowledged?.iso), "mitigated": .optional(mitigated?.iso),
      "resolved": .optional(resolved?.iso), "alert": .optional(alert), "services": .strings(services),
      "teams": .strings(teams), "timeline": .array(rows.map(\.json)), "action_items": .array(actions.map(\.json)),
      "links": .object(links.map { JSONValue.Member($0.key, .string($0.url)) }),
      "sources": .array(
        sources.map {
          .object(["system": .string($0.system), "id": .string($0.id), "url": .optional($0.url)])
        }), "masked": .strings(masked), "notes": .strings(notes),
    ])
  }
}

extension ImportedRow {
  var json: JSONValue {
    .object([
      "at": .string(at.iso), "text": .string(text),
      "source": .string(origins.map(\.system.rawValue).joined(separator: ", ")),
      "url": .optional(origins.lazy.compactMap(\.url).first),
    ])
  }
}

extension ImportedAction {
  var json: JSONValue {
    .object([
      "text": .string(text), "state": .string(state.rawValue), "owner": .optional(owner), "due": .optional(due?.iso),
      "done": .optional(done?.iso), "ticket": .optional(ticket),
    ])
  }
}
