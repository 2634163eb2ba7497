internal import Diagnostics
package import KnowledgeBase
internal import OpenData
internal import PostMortems

/// Incidents as annotations on graphs: the list that Grafana's API gives and a JSON data source may give in its place.
package enum GrafanaAnnotations: ExportFormat {
  package static let name = "grafana"
  package static let summary = "incidents as annotations for graphs"

  package static func document(of base: KnowledgeBase, _ options: ExportOptions) -> [UInt8] {
    JSONValue.array(
      base.postMortems.filter { $0.status == .published }.reversed().compactMap { annotation($0, options.addresses) }
    ).documentBytes
  }

  /// Nil for an incident of which nobody knows the day.
  private static func annotation(_ postMortem: PostMortem, _ addresses: PageAddresses) -> JSONValue? {
    guard let start = postMortem.started else { return nil }
    let end = end(of: postMortem, from: start)
    return .object(
      [
        .init("time", .int(milliseconds(start.seconds))),
        .init("tags", .strings(tags(postMortem))), .init("text", .string(text(postMortem, addresses))),
      ].inserting(end.map { .init("timeEnd", .int(milliseconds($0))) }, at: 1))
  }

  /// When the harm stopped, else when the cause was gone; the end of the day for an incident known to the day alone.
  private static func end(of postMortem: PostMortem, from start: Instant) -> Int64? {
    let end = [postMortem.mitigated, postMortem.resolved].compactMap { $0 }.first { $0.seconds >= start.seconds }
    if let end { return end.seconds + (end.precision == .day ? 86_399 : 0) }
    return start.precision == .day ? start.seconds + 86_399 : nil
  }

  private static func milliseconds(_ seconds: Int64) -> Int { Int(seconds) * 1000 }

  private static func tags(_ postMortem: PostMortem) -> [String] {
    let severity = postMortem.severity.map { [$0.name] } ?? []
    let tags = ["incident", postMortem.kind.rawValue] + severity + postMortem.services + postMortem.teams
    var seen: Set<String> = []
    return tags.filter { seen.insert($0).inserted }
  }

  /// Grafana shows the text as HTML.
  private static func text(_ postMortem: PostMortem, _ addresses: PageAddresses) -> String {
    let severity = postMortem.severity.map { "\($0.name): " } ?? ""
    let title = escaped(severity + postMortem.title)
    return addresses.postMortem(postMortem).map { "<a href=\"\(escaped($0))\">\(title)</a>" } ?? title
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension [JSONValue.Member] {
  fileprivate func inserting(_ member: JSONValue.Member?, at index: Int) -> [JSONValue.Member] {
    guard let member else { return self }
    return prefix(index) + [member] + dropFirst(index)
  }
}
