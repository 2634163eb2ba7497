package import Diagnostics
internal import PostMortems

/// From what an author writes to the post-mortem that is meant: an id, an alias, a path name, a file.
package struct ReferenceIndex: Sendable {
  private var positions: [String: Int] = [:]
  private var files: [String: Int] = [:]
  /// Every name that can be referred to.
  package let nearMisses: NearMissIndex

  init(_ postMortems: [PostMortem]) {
    for (position, postMortem) in postMortems.enumerated() {
      for name in [postMortem.id, postMortem.slug] + postMortem.fields.aliases.map(\.value) {
        let key = Self.key(name)
        if positions[key] == nil { positions[key] = position }
      }
      files[postMortem.file] = position
    }
    nearMisses = NearMissIndex(positions.keys)
  }

  /// Position in `KnowledgeBase.postMortems` of the post-mortem with an id, alias or path name in any letter case.
  package func position(of reference: String) -> Int? { positions[Self.key(reference)] }

  /// Position of the post-mortem in a file, given relative to the input.
  package func position(ofFile path: String) -> Int? { files[path] }

  private static func key(_ name: String) -> String {
    name.utf8.allSatisfy { $0 < 0x80 } ? name.lowercased() : Slug.make(name)
  }
}
