internal import Diagnostics
internal import PostMortems

/// Finds the post-mortem of a recorded incident: by the keys that it names, else by service and time.
struct WrittenPostMortems: Sendable {
  /// A post-mortem with what identifies it.
  struct Match: Sendable {
    let postMortem: Int
    let rule: String
    let reason: String
  }

  /// Seconds by which two clocks may differ about one incident.
  private static let slack: Int64 = 15 * 60

  private let base: KnowledgeBase
  /// Positions by `system id` of the records that post-mortems were imported from.
  private var sources: [String: Int] = [:]
  /// Positions by every key and address that front matter names, lower case.
  private var names: [String: Int] = [:]
  /// Positions by the path name of a service.
  private var services: [String: [Int]] = [:]

  init(_ base: KnowledgeBase) {
    self.base = base
    for (position, postMortem) in base.postMortems.enumerated() where postMortem.kind != .drill {
      add(postMortem.fields, position)
      for service in postMortem.services {
        let title = base.settings.services.first { $0.slug == service }?.title
        for name in Set([service, title].compactMap { $0 }.map(Slug.make)) {
          services[name, default: []].append(position)
        }
      }
    }
  }

  private mutating func add(_ fields: PostMortemFields, _ position: Int) {
    for source in fields.importSources {
      Self.note(&sources, "\(source.system) \(source.id)", position, base)
      if let url = source.url { Self.note(&names, url, position, base) }
    }
    for name in fields.links.map(\.address.value) + fields.sources.map(\.value) {
      Self.note(&names, name, position, base)
      if let key = Self.lastComponent(name) { Self.note(&names, key, position, base) }
    }
  }

  /// A published post-mortem comes before a draft, and a newer one before an older one.
  private static func note(_ index: inout [String: Int], _ name: String, _ position: Int, _ base: KnowledgeBase) {
    let key = folded(name)
    if let known = index[key] {
      let isDraft = base.postMortems[known].status == .draft
      guard isDraft, base.postMortems[position].status != .draft else { return }
    }
    index[key] = position
  }

  private static func folded(_ name: String) -> String {
    var name = name.lowercased()
    while name.hasSuffix("/") { name.removeLast() }
    return name
  }

  /// The end of an address where it can be nothing but a key: `…/incidents/PT4KHLK`, `…/browse/OPS-412`.
  private static func lastComponent(_ address: String) -> String? {
    guard address.contains("://"), let last = address.split(separator: "/").last else { return nil }
    let hasDigit = last.utf8.contains { $0 >= 0x30 && $0 < 0x3A }
    let hasLetter = last.utf8.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) < 0x7B }
    return last.utf8.count >= 5 && hasDigit && hasLetter ? String(last) : nil
  }
}

extension WrittenPostMortems {
  func match(_ incident: IncidentRecord) -> Match? {
    let found = bySource(incident) ?? byName(incident)
    // A draft under the key is only the answer where nobody has published under the time.
    if let found, base.postMortems[found.postMortem].status != .draft { return found }
    return byTime(incident) ?? found
  }

  private func bySource(_ incident: IncidentRecord) -> Match? {
    for source in incident.sources {
      if let position = sources[Self.folded("\(source.system) \(source.id)")] {
        return Match(postMortem: position, rule: "source", reason: "its post-mortem names \(source.id) as its source")
      }
    }
    return nil
  }

  private func byName(_ incident: IncidentRecord) -> Match? {
    for source in incident.sources {
      for name in [source.url, source.id].compactMap({ $0 }) {
        if let position = names[Self.folded(name)] {
          return Match(postMortem: position, rule: "link", reason: "its post-mortem links \(name)")
        }
      }
      if let position = base.references.position(of: source.id), base.postMortems[position].kind != .drill {
        return Match(postMortem: position, rule: "id", reason: "its post-mortem has the id \(source.id)")
      }
    }
    return nil
  }

  /// Of several, the one that began nearest to it.
  private func byTime(_ incident: IncidentRecord) -> Match? {
    guard let started = incident.started else { return nil }
    let own = started.seconds...max(started.seconds, (incident.over ?? started).seconds)
    var best: (position: Int, distance: Int64, isDraft: Bool, service: String)?
    for service in incident.services {
      for position in services[Slug.make(service)] ?? [] {
        guard let window = window(of: base.postMortems[position]),
          own.lowerBound <= window.upperBound + Self.slack, own.upperBound >= window.lowerBound - Self.slack
        else { continue }
        let isDraft = base.postMortems[position].status == .draft
        let distance = abs(window.lowerBound - own.lowerBound)
        if let best, (best.isDraft ? 1 : 0, best.distance) <= (isDraft ? 1 : 0, distance) { continue }
        best = (position, distance, isDraft, service)
      }
    }
    return best.map {
      Match(
        postMortem: $0.position, rule: "service-and-time",
        reason: "its post-mortem is about \($0.service) at the same time")
    }
  }

  /// From start to end; a start that is only a day stands for all of it.
  private func window(of postMortem: PostMortem) -> ClosedRange<Int64>? {
    guard let started = postMortem.started else { return nil }
    let shortest = started.seconds + (started.precision == .day ? 86_399 : 0)
    let end = [postMortem.resolved, postMortem.mitigated].compactMap { $0?.seconds }.max() ?? shortest
    return started.seconds...max(shortest, end)
  }
}
