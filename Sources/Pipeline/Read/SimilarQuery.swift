internal import Diagnostics
package import KnowledgeBase
internal import Markdown
internal import PostMortems

/// The post-mortems that are like one file, which lies in the input or is a new draft outside.
package enum SimilarQuery {
  /// - Parameter path: of a file of the input, as a path from the working folder or from the input; else of any file.
  package static func relations(to path: String, in reading: Reading, input: String, limit: Int) throws -> [Relation] {
    let knowledgeBase = reading.knowledgeBase
    if let position = position(of: path, in: knowledgeBase, input: input) {
      return knowledgeBase.related.similar(to: position, limit: limit)
    }
    let bytes = try FileSystem.read(path == "-" ? "/dev/stdin" : path, limit: SourceReader.readLimit)
    guard !bytes.contains(0) else { throw InputError.notText(path) }
    return relations(toText: bytes, path: path, in: reading, limit: limit)
  }

  /// The same for the text of a draft that lies nowhere.
  static func relations(toText bytes: [UInt8], path: String, in reading: Reading, limit: Int) -> [Relation] {
    let document = DocumentParser.parse(SourceFile(path: path, bytes: bytes))
    let settings = reading.settings.settings
    // The name of a file without text says what it holds of nothing.
    guard document.frontMatter != nil || document.hasText else { return [] }
    let draft = DraftReader.read(document, settings: settings)
    let postMortem = PostMortem(draft: draft, id: draft.id.value, slug: Slug.make(draft.id.value), settings: settings)
    return reading.knowledgeBase.related.similar(to: postMortem, limit: limit)
  }

  private static func position(of path: String, in knowledgeBase: KnowledgeBase, input: String) -> Int? {
    if let resolved = FileSystem.realPath(path), let root = FileSystem.realPath(input) {
      guard resolved.hasPrefix(root + "/") else { return nil }
      return knowledgeBase.references.position(
        ofFile: String(decoding: resolved.utf8.dropFirst(root.utf8.count + 1), as: UTF8.self))
    }
    return knowledgeBase.references.position(ofFile: path)
  }
}
