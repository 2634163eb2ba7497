/// A part of a document in which words are found, with the weight one occurrence there has.
///
/// Fields are read in the order of their declaration: the weightier first, so that the first positions kept
/// of a frequent word are the telling ones.
package enum SearchField: UInt8, CaseIterable, Sendable {
  case title, signature, cause, service, summary, symptoms, mitigation, body

  /// How many occurrences in the body one occurrence in this field is worth.
  package var weight: UInt32 {
    switch self {
    case .title: 8
    case .signature: 6
    case .cause: 4
    case .service, .summary, .symptoms: 3
    case .mitigation: 2
    case .body: 1
    }
  }

  /// The word before the colon of a `field:word` query, also shown to say where a word was found.
  package var name: String {
    switch self {
    case .title: "title"
    case .signature: "signature"
    case .cause: "cause"
    case .service: "services and teams"
    case .summary: "summary"
    case .symptoms: "symptoms"
    case .mitigation: "mitigation"
    case .body: "text"
    }
  }
}

/// A property with few values by which results are counted and narrowed.
package enum SearchFacet: String, CaseIterable, Sendable {
  case severity, service, team, cause, year, kind, detection
}

/// What search knows of one page: the values shown with a result and the text it is found by.
package struct SearchDocument: Sendable {
  package var id: String
  /// Relative to the root of the site, with `/`.
  package var url: String
  package var title: String
  /// ISO 8601 text; the newer of two equally good results comes first, an undated one last.
  package var date: String?
  package var severity: String?
  package var services: [String]
  package var teams: [String]
  package var causes: [String]
  package var year: String?
  package var kind: String?
  package var detection: String?
  /// One line.
  package var mitigation: String?
  /// Plain text by field; the title, the names of services, teams and causes and the identifier need not be repeated.
  package var fields: [(field: SearchField, text: String)]

  package init(
    id: String, url: String, title: String, date: String? = nil, severity: String? = nil, services: [String] = [],
    teams: [String] = [], causes: [String] = [], year: String? = nil, kind: String? = nil, detection: String? = nil,
    mitigation: String? = nil, fields: [(field: SearchField, text: String)] = []
  ) {
    self.id = id
    self.url = url
    self.title = title
    self.date = date
    self.severity = severity
    self.services = services
    self.teams = teams
    self.causes = causes
    self.year = year
    self.kind = kind
    self.detection = detection
    self.mitigation = mitigation
    self.fields = fields
  }

  func values(of facet: SearchFacet) -> [String] {
    switch facet {
    case .severity: severity.map { [$0] } ?? []
    case .service: services
    case .team: teams
    case .cause: causes
    case .year: year.map { [$0] } ?? []
    case .kind: kind.map { [$0] } ?? []
    case .detection: detection.map { [$0] } ?? []
    }
  }

  /// Everything that is read for words, weightiest field first.
  var indexedText: [(field: SearchField, text: String)] {
    var all: [(field: SearchField, text: String)] = [(.title, title), (.title, id)]
    all += causes.map { (.cause, $0) }
    all += services.map { (.service, $0) }
    all += teams.map { (.service, $0) }
    if let mitigation { all.append((.mitigation, mitigation)) }
    all += fields
    return all.enumerated().sorted { ($0.element.field.rawValue, $0.offset) < ($1.element.field.rawValue, $1.offset) }
      .map(\.element)
  }
}
