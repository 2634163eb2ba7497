internal import Diagnostics
internal import PostMortems

/// One alert in the form that Alertmanager gave the field: labels, annotations, a start and an end.
struct LabelledAlert {
  var name: String
  var labels: JSONValue
  var annotations: JSONValue
  var starts: Instant
  /// Nil while the alert is firing.
  var ends: Instant?
  /// The fingerprint, or the labels where the system gives none; with the start it tells one firing from the next.
  var key: String
  var url: String?
  /// Why nobody was told of it: `silenced` by hand, `inhibited` by another alert; nil where it was sent.
  var suppression: String?

  /// Nil where the value has no start: an alert without one cannot be placed.
  init?(_ value: JSONValue, common: JSONValue = .null) {
    guard let starts = value.member("startsAt")?.instant else { return nil }
    let own = value.member("labels") ?? .null
    labels = .object(own.members + common.members.filter { own[$0.key] == nil })
    annotations = value.member("annotations") ?? .null
    name = labels.member("alertname")?.text ?? annotations.firstText("summary", "title") ?? "Unnamed alert"
    self.starts = starts
    ends = Self.end(of: value, from: starts)
    key = value.member("fingerprint")?.text ?? ShortHash.of(own.compact)
    url = value.firstWebAddress("panelURL", "dashboardURL", "generatorURL")
    suppression = Self.suppression(value.member("status"))
  }

  private static func suppression(_ status: JSONValue?) -> String? {
    guard let status, status.member("state")?.text == "suppressed" else { return nil }
    let isInhibited = !(status.member("inhibitedBy")?.elements ?? []).isEmpty
    let isSilenced = !(status.member("silencedBy")?.elements ?? []).isEmpty
    return isInhibited && !isSilenced ? "inhibited" : "silenced"
  }

  /// The year 1 stands for "still firing", and so does the end that the list of active alerts foretells.
  private static func end(of value: JSONValue, from starts: Instant) -> Instant? {
    guard let end = value.member("endsAt")?.instant, end >= starts else { return nil }
    if value.member("status")?.text == "firing" { return nil }
    if let updated = value.member("updatedAt")?.instant, value.member("status")?.text == nil, end > updated {
      return nil
    }
    return end
  }

  var id: String { "\(key)@\(starts.iso)" }

  /// Where it fired: the most telling of the labels that name a place.
  var place: String? { labels.firstText("instance", "host", "hostname", "pod", "node", "device") }

  var service: String? {
    labels.firstText("service", "service_name", "app", "app_kubernetes_io_name", "application")
  }

  var summary: String? { annotations.firstText("summary", "title", "message") }

  func events(of system: SourceSystem) -> [ImportedEvent] {
    let where_ = place.map { " on \($0)" } ?? ""
    let told = annotations.firstText("description", "summary", "message", "title").map { ": \(oneLine($0))" } ?? ""
    let silenced = suppression.map { " (\($0))" } ?? ""
    var events = [
      ImportedEvent(at: starts, text: "Alert \(name) firing\(where_)\(silenced)\(told)", system: system, url: url)
    ]
    if let ends {
      events.append(ImportedEvent(at: ends, text: "Alert \(name) resolved\(where_)", system: system, url: url))
    }
    return events
  }
}

extension JSONValue {
  func firstWebAddress(_ keys: String...) -> String? {
    for key in keys { if let address = member(key)?.webAddress { return address } }
    return nil
  }
}

/// Makes incidents of alerts: those of one group that overlap in time are one.
enum AlertGroups {
  /// An alert that is still firing is taken to last this long, in seconds, when the next of its group is placed.
  private static let openLength: Int64 = 86_400
  /// Firings of one group no further apart than this, in seconds, are one incident.
  private static let gap: Int64 = 3600

  static func incidents(of alerts: [LabelledAlert], system: SourceSystem, title: String? = nil) -> [ImportedIncident] {
    split(unique(alerts)).map { incident(of: $0, system, title: title) }
  }

  /// Each firing once, with the end that any delivery gave it, in order of time.
  private static func unique(_ alerts: [LabelledAlert]) -> [LabelledAlert] {
    var places: [String: Int] = [:]
    var result: [LabelledAlert] = []
    for alert in alerts {
      if let place = places[alert.id] {
        if let end = alert.ends { result[place].ends = max(end, result[place].ends ?? end) }
        if alert.suppression == nil { result[place].suppression = nil }
      } else {
        places[alert.id] = result.count
        result.append(alert)
      }
    }
    return result.sorted { ($0.starts, $0.id) < ($1.starts, $1.id) }
  }

  private static func split(_ alerts: [LabelledAlert]) -> [[LabelledAlert]] {
    var groups: [[LabelledAlert]] = []
    var end = Int64.min
    for alert in alerts {
      if groups.isEmpty || alert.starts.seconds > end + gap {
        groups.append([alert])
        end = Int64.min
      } else {
        groups[groups.count - 1].append(alert)
      }
      end = max(end, alert.ends?.seconds ?? alert.starts.seconds + openLength)
    }
    return groups
  }

  private static func incident(
    of alerts: [LabelledAlert], _ system: SourceSystem, title: String?
  ) -> ImportedIncident {
    let first = alerts[0]
    var incident = ImportedIncident(system: system, id: first.id, title: title ?? Self.title(of: alerts))
    incident.isAlert = true
    incident.alert = first.name
    incident.detection = "alert"
    incident.detected = first.starts
    if alerts.allSatisfy({ $0.ends != nil }) { incident.resolved = alerts.compactMap(\.ends).max() }
    incident.severity = alerts.compactMap { $0.labels.firstText("severity", "priority") }.first
    incident.services = unique(alerts.compactMap(\.service))
    incident.teams = unique(alerts.compactMap { $0.labels.firstText("team", "owner_team") })
    incident.events = alerts.flatMap { $0.events(of: system) }
    incident.links = links(of: alerts)
    incident.url = first.url
    return incident
  }

  /// The alert's name with what its author wrote for people to read.
  private static func title(of alerts: [LabelledAlert]) -> String {
    let names = unique(alerts.map(\.name))
    guard names.count == 1, let name = names.first else {
      return names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
    }
    let summaries = unique(alerts.compactMap(\.summary).map(oneLine))
    guard let summary = summaries.first, summary != name else { return name }
    return "\(name): \(summary)"
  }

  private static func links(of alerts: [LabelledAlert]) -> [ImportedLink] {
    let addresses: [(key: String, of: (LabelledAlert) -> String?)] = [
      ("runbook", { $0.annotations.firstWebAddress("runbook_url", "runbook", "runbookURL") }),
      ("dashboard", { $0.annotations.firstWebAddress("dashboard", "dashboard_url") }),
    ]
    return addresses.compactMap { link in
      alerts.compactMap(link.of).first.map { ImportedLink(key: link.key, url: $0) }
    }
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
