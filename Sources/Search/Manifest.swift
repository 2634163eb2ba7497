/// The file the browser reads first: what exists, where it lies, and the tables both sides share.
struct Manifest {
  static func file(
    documents: [SearchDocument], shards: TermShards, facets: [FacetValues]
  ) -> (path: String, bytes: [UInt8]) {
    var bytes = Array("debriefSearch({\"documents\":\(documents.count)".utf8)
    bytes.append(contentsOf: ",\"perFile\":\(DocumentStore.documentsPerFile(count: documents.count))".utf8)
    append("firstTerms", shards.firstTerms.map { String(decoding: $0, as: UTF8.self) }, to: &bytes)
    bytes.append(contentsOf: ",\"continues\":[".utf8)
    let continued = shards.continues.indices.filter { shards.continues[$0] }.map(String.init)
    bytes.append(contentsOf: continued.joined(separator: ",").utf8)
    bytes.append(0x5D)
    append("stopWords", [Lexicon.stopWords.joined(separator: " ")], to: &bytes)
    append("compounds", [Lexicon.compounds.joined(separator: " ")], to: &bytes)
    append("spellings", [Lexicon.spellings.joined(separator: " ")], to: &bytes)
    append(
      "folding",
      [
        String(decoding: CharacterFolding.latin, as: UTF8.self),
        String(decoding: CharacterFolding.latinAdditional, as: UTF8.self), CharacterFolding.pairs,
      ], to: &bytes)
    append("fields", SearchField.allCases.map(\.name), to: &bytes)
    appendFacets(facets, to: &bytes)
    bytes.append(contentsOf: "});\n".utf8)
    return ("search/index.js", bytes)
  }

  private static func append(_ key: String, _ values: [String], to bytes: inout [UInt8]) {
    bytes.append(contentsOf: ",\"\(key)\":".utf8)
    JavaScriptLiteral.append(values, to: &bytes)
  }

  /// Alternating value and the documents that have it, as distances.
  private static func appendFacets(_ facets: [FacetValues], to bytes: inout [UInt8]) {
    bytes.append(contentsOf: ",\"facets\":{".utf8)
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
    bytes.append(0x7D)
  }
}

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
}
