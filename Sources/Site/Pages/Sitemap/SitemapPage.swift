import Markdown

/// The list of a published site's pages for search engines, as sitemaps.org has it.
enum SitemapPage {
  /// No list may hold more addresses than this.
  static let limit = 50_000

  /// One list, or, of more pages than one may hold, a list of lists.
  static func files(of paths: [String], baseURL: String) -> [(path: String, bytes: [UInt8])] {
    let sorted = paths.sorted()
    guard sorted.count > limit else { return [("sitemap.xml", list(sorted, baseURL))] }
    let parts = stride(from: 0, to: sorted.count, by: limit).map { Array(sorted[$0..<min($0 + limit, sorted.count)]) }
    let files = parts.enumerated().map { ("sitemap-\($0 + 1).xml", list($1, baseURL)) }
    return [("sitemap.xml", document("sitemapindex", "sitemap", files.map(\.0), baseURL))] + files
  }

  private static func list(_ paths: [String], _ baseURL: String) -> [UInt8] {
    document("urlset", "url", paths, baseURL)
  }

  private static func document(_ root: String, _ item: String, _ paths: [String], _ baseURL: String) -> [UInt8] {
    var output = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    output.append(contentsOf: "<\(root) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8)
    for path in paths {
      output.append(contentsOf: "<\(item)><loc>".utf8)
      HTMLEscaping.append("\(baseURL)/\(path)".utf8, to: &output)
      output.append(contentsOf: "</loc></\(item)>\n".utf8)
    }
    output.append(contentsOf: "</\(root)>\n".utf8)
    return output
  }
}
