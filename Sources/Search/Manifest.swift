/// The file the browser reads first: what exists, where it lies, and the tables both sides share.
struct Manifest {
  static func file(
    documents: [SearchDocument], shards: TermShards, severities: [String]
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
    append("severities", severities, to: &bytes)
    append("facets", SearchFacet.allCases.map(\.rawValue), to: &bytes)
    bytes.append(contentsOf: "});\n".utf8)
    return ("search/index.js", bytes)
  }

  private static func append(_ key: String, _ values: [String], to bytes: inout [UInt8]) {
    bytes.append(contentsOf: ",\"\(key)\":".utf8)
    JavaScriptLiteral.append(values, to: &bytes)
  }
}
