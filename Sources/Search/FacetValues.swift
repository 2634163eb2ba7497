/// The values of one facet in byte order, each with the documents that have it, ascending.
struct FacetValues: Sendable {
  let facet: SearchFacet
  let values: [(name: String, documents: [Int])]

  init(_ facet: SearchFacet, of documents: [SearchDocument]) {
    self.facet = facet
    var byValue: [String: [Int]] = [:]
    for (index, document) in documents.enumerated() {
      for value in document.values(of: facet) where byValue[value]?.last != index {
        byValue[value, default: []].append(index)
      }
    }
    values = byValue.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
  }

  /// The file with all facets, read once results are shown: by facet, alternating value and documents, as distances.
  static func file(_ facets: [FacetValues]) -> (path: String, bytes: [UInt8]) {
    var bytes = Array("debriefFacets({".utf8)
    for (index, facet) in facets.enumerated() {
      bytes.append(contentsOf: "\(index == 0 ? "" : ",")\"\(facet.facet.rawValue)\":".utf8)
      JavaScriptLiteral.appendList(facet.values, to: &bytes) { value, bytes in
        JavaScriptLiteral.append(value.name, to: &bytes)
        bytes.append(contentsOf: ",\"".utf8)
        var previous = -1
        for document in value.documents {
          ShardEncoding.append(document - previous - 1, to: &bytes)
          previous = document
        }
        bytes.append(0x22)
      }
    }
    bytes.append(contentsOf: "});\n".utf8)
    return ("search/facets.js", bytes)
  }
}
