internal import OpenData

/// The lists of the knowledge base as data files, and the schema that they keep to.
enum DataFiles {
  static func pages(of site: SiteSource) -> [PlannedPage] {
    let base = site.knowledgeBase
    let lists = DataList.allCases.flatMap { list in
      [
        PlannedPage(path: DataPaths.json(list)) { $0 += list.json(of: base).documentBytes },
        PlannedPage(path: DataPaths.csv(list)) { $0 += list.table(of: base).csv },
      ]
    }
    return lists + [PlannedPage(path: DataPaths.schema) { $0 += OpenDataSchema.value.documentBytes }]
  }
}
