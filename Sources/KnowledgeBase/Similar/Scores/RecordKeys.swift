internal import Diagnostics
internal import Language
internal import PostMortems

/// What one report has that another may have as well, each with a name that is the same for both.
struct RecordKeys {
  struct Key {
    let name: String
    let kind: RelationReason.Kind
    let text: Message
    let weight: Float
  }

  static func of(_ postMortem: PostMortem, _ causes: CauseCatalogue) -> [Key] {
    var keys: [Key] = []
    for slug in postMortem.fields.rootCauses.map({ causes.canonical($0.value) }) where slug != "unknown" {
      let title = causes.cause(slug)?.title ?? slug
      keys.append(Key(name: "cause \(slug)", kind: .cause, text: Message("same root cause: \(title)"), weight: 0.6))
    }
    for slug in postMortem.fields.contributingFactors.compactMap(\.slug?.value).map(causes.canonical) {
      let title = causes.cause(slug)?.title ?? slug
      keys.append(
        Key(name: "factor \(slug)", kind: .factor, text: Message("same contributing factor: \(title)"), weight: 0.25))
    }
    for signature in postMortem.draft.signatures {
      keys.append(
        Key(
          name: "signature \(signature.hash)", kind: .signature, text: message(signature),
          weight: weight(signature)))
    }
    if let name = postMortem.fields.detection?.alert {
      let alert = FailureSignature(kind: .alert, text: name.value, span: name.span)
      keys.append(
        Key(
          name: "signature \(alert.hash)", kind: .signature, text: Message("same alert: \(name.value)"),
          weight: weight(alert))
      )
    }
    return keys + services(postMortem) + folder(postMortem)
  }

  private static func services(_ postMortem: PostMortem) -> [Key] {
    let trigger = postMortem.fields.trigger.flatMap { $0.value == "unknown" ? nil : $0.value }
    return postMortem.services.flatMap { service in
      let same = Key(name: "service \(service)", kind: .service, text: Message("same service: \(service)"), weight: 0.1)
      guard let trigger else { return [same] }
      let text = Message("\(service) again, set off by \(trigger) again")
      return [same, Key(name: "trigger \(service) \(trigger)", kind: .serviceAndTrigger, text: text, weight: 0.3)]
    }
  }

  /// A folder that is named after a year is no house.
  private static func folder(_ postMortem: PostMortem) -> [Key] {
    let parts = postMortem.file.split(separator: "/")
    guard parts.count > 1, !parts[0].allSatisfy(\.isNumber) else { return [] }
    return [Key(name: "folder \(parts[0])", kind: .folder, text: Message("both from \(parts[0])"), weight: 0.15)]
  }

  private static func weight(_ signature: FailureSignature) -> Float {
    switch signature.kind {
    case .traceback: 0.7
    case .alert: 0.4
    case .errorCode: 0.3
    }
  }

  private static func message(_ signature: FailureSignature) -> Message {
    switch signature.kind {
    case .traceback: Message("same failure signature: \(signature.text)")
    case .alert: Message("same alert: \(signature.text)")
    case .errorCode: Message("same error code: \(signature.text)")
    }
  }
}
