internal import Diagnostics
internal import KnowledgeBase
internal import OpenData
internal import PostMortems
internal import Validation

/// The lists of the knowledge base as data files, with the schema that they keep to, and the schemas of what people write.
enum DataFiles {
  static func pages(of site: SiteSource) -> [PlannedPage] {
    let base = site.knowledgeBase
    let lists = DataList.allCases.flatMap { list in
      [
        PlannedPage(longPath: DataPaths.json(list)) { list.append(of: base, to: &$0, passingOn: $1) },
        PlannedPage(longPath: DataPaths.csv(list)) { list.table(of: base).append(to: &$0, passingOn: $1) },
      ]
    }
    return lists + [PlannedPage(path: DataPaths.schema) { $0 += OpenDataSchema.value.documentBytes }]
      + FormatSchema.allCases.map { format in
        PlannedPage(path: DataPaths.format(format)) { $0 += schema(format, site).documentBytes }
      }
  }

  private static func schema(_ format: FormatSchema, _ site: SiteSource) -> JSONValue {
    let settings = site.knowledgeBase.settings
    return format.value(
      site.options.isPublic ? forEverybody(settings) : settings, rules: RuleCatalogue.descriptions.map(\.id))
  }

  /// What a schema for everybody says of a house: its scale and its words, not its services, teams and other keys.
  private static func forEverybody(_ settings: Settings) -> Settings {
    var general = Settings()
    general.severities = settings.severities.map { SeverityLevel(name: $0.name, meaning: "") }
    return general
  }
}
