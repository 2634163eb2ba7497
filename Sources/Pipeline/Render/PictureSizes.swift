internal import KnowledgeBase
internal import Site

/// Measures the pictures that documents show, from the heads of their files.
enum PictureSizes {
  /// By path in the input; a picture that cannot be read or measured is left out, and its page shows it as it comes.
  static func read(_ knowledgeBase: KnowledgeBase, input: String, workers: Workers) -> [String: PictureSize] {
    let paths = AttachmentCopies.copies(knowledgeBase).filter(\.isPicture).map(\.inputPath)
    let sizes = workers.map(paths) { path -> PictureSize? in
      guard let head = try? FileSystem.read("\(input)/\(path)", limit: PictureSize.headLength) else { return nil }
      return PictureSize(head: head)
    }
    return Dictionary(uniqueKeysWithValues: zip(paths, sizes).compactMap { path, size in size.map { (path, $0) } })
  }
}
