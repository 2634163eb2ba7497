internal import Diagnostics
internal import PostMortems

/// Gives every draft an id and a path name of its own.
///
/// A given id is kept; of two that clash, the one whose file sorts first keeps it (the clash itself is a rule's finding).
/// An id made of a file name is lengthened by the names of its folders, innermost first, until it is unique.
enum IdentityAssignment {
  static func postMortems(from drafts: [PostMortemDraft], settings: Settings) -> [PostMortem] {
    let ordered = drafts.sorted { $0.file < $1.file }
    var taken: Set<String> = []
    var identities = [(id: String, slug: String)?](repeating: nil, count: ordered.count)
    for (index, draft) in ordered.enumerated() {
      guard let given = draft.fields.id?.value else { continue }
      let slug = Slug.make(given)
      if taken.insert(slug).inserted { identities[index] = (given, slug) }
    }
    let shared = Dictionary(grouping: ordered.filter { $0.fields.id == nil }) { Slug.make($0.id.value) }
    for (index, draft) in ordered.enumerated() where identities[index] == nil {
      let base = Slug.make(FileName.stem(of: draft.file))
      let isShared = (shared[base]?.count ?? 0) > 1
      let slug = candidates(draft, from: isShared ? 1 : 0).first { taken.insert($0).inserted } ?? base
      identities[index] = (slug, slug)
    }
    return zip(ordered, identities).compactMap { draft, identity in
      identity.map { PostMortem(draft: draft, id: $0.id, slug: $0.slug, settings: settings) }
    }
  }

  /// The stem, then the stem behind one folder name, two, …, then with a number.
  private static func candidates(_ draft: PostMortemDraft, from folders: Int) -> some Sequence<String> {
    let stem = FileName.stem(of: draft.file)
    var path = draft.file.split(separator: "/").dropLast().map(String.init)
    if path.last == stem { path.removeLast() }
    let depth = path.count
    return (min(folders, depth)...(depth + 100_000)).lazy.map { count in
      let parents = path.suffix(min(count, depth)).joined(separator: "-")
      let name = parents.isEmpty ? stem : "\(parents)-\(stem)"
      return count <= depth ? Slug.make(name) : "\(Slug.make(name).prefix(72))-\(count - depth + 1)"
    }
  }
}
