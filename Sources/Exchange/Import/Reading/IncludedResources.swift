internal import Diagnostics

/// What a JSON:API document includes beside its data, by type and id.
struct IncludedResources {
  private var byKey: [String: JSONValue] = [:]

  struct Related {
    let relation: String
    let value: JSONValue
  }

  init(documents: [JSONValue]) {
    for document in documents {
      for resource in document.member("included")?.elements ?? [] {
        if let key = Self.key(resource) { byKey[key] = resource }
      }
    }
  }

  /// All of them, in the order of their keys: where a document has one record, they are its own.
  var all: [Related] {
    byKey.sorted { $0.key < $1.key }.map { Related(relation: $0.value.member("type")?.text ?? "", value: $0.value) }
  }

  /// The included resources to which a record's relationships point, in their order.
  func resources(of record: JSONValue) -> [Related] {
    guard let relationships = record.member("relationships") else { return [] }
    return relationships.keys.flatMap { relation in
      let data = relationships.member(relation, "data")
      return (data?.items ?? (data.map { [$0] } ?? [])).compactMap { reference in
        Self.key(reference).flatMap { byKey[$0] }.map { Related(relation: relation, value: $0) }
      }
    }
  }

  private static func key(_ resource: JSONValue) -> String? {
    guard let type = resource.member("type")?.text, let id = resource.member("id")?.text else { return nil }
    return "\(type)/\(id)"
  }
}

extension Export {
  var includedResources: IncludedResources {
    guard case .json(let documents) = contents else { return IncludedResources(documents: []) }
    return IncludedResources(documents: documents.flatMap { $0.items ?? [$0] })
  }
}

extension ImportYield {
  /// Adds a part of an incident, or what it holds as loose parts where the export names no incident.
  mutating func add(_ part: ImportedIncident) {
    guard part.id.isEmpty else { return incidents.append(part) }
    looseEvents += part.events
    looseActions += part.actions
    looseEvidence += part.evidence
    people.merge(part.people) { old, new in old == PersonRole.unknown ? new : old }
  }
}
