internal import Diagnostics
internal import Markdown
internal import PostMortems

/// The names by which authors mean another report: ids, path names, and the names of files in addresses.
struct ReportNames: Sendable {
  /// Position by the hash of a name in lower case; -1 for a name that two reports have.
  private var positions: [UInt64: Int] = [:]

  init(_ postMortems: [PostMortem]) {
    for (position, postMortem) in postMortems.enumerated() {
      let stem = Self.stem(ofPath: postMortem.file)
      let leading = stem.split(separator: " ").first.map(String.init) ?? stem
      let names = [postMortem.id, postMortem.slug, stem, leading] + postMortem.fields.aliases.map(\.value)
      for name in Set(names) where Self.isName(name) {
        let hash = Self.hash(name)
        positions[hash] = positions[hash].map { $0 == position ? position : -1 } ?? position
      }
    }
  }

  /// The report of a name, by the hash of its lower-case bytes.
  func position(of hash: UInt64) -> Int? { positions[hash].flatMap { $0 < 0 ? nil : $0 } }

  /// The report that an address outside the input ends in: `…/2023-01-31-negative-values.md`, or the permanent link of a
  /// blog, `/2022/05/11/post-mortem/`.
  func position(ofAddress address: String) -> Int? {
    let path = PercentEncoding.decoded(String(address.prefix { $0 != "#" && $0 != "?" }))
    let parts = path.split(separator: "/").map(String.init)
    guard let last = parts.last else { return nil }
    let stem = Self.stem(ofPath: last)
    if Self.isName(stem), let found = position(of: Self.hash(stem)) { return found }
    let dated = parts.suffix(4)
    guard dated.count == 4, dated.dropLast().allSatisfy({ Int($0) != nil }) else { return nil }
    return position(of: Self.hash(dated.dropLast().joined(separator: "-") + "-" + stem))
  }

  /// Only a name with a digit is one that no sentence uses by chance.
  private static func isName(_ name: String) -> Bool {
    name.utf8.count >= 5 && name.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func hash(_ name: String) -> UInt64 {
    var bytes = Array(name.lowercased().utf8)
    let count = bytes.count
    return bytes.withUnsafeMutableBufferPointer { WordHash.of($0, count: count) }
  }

  /// The file's name without its extensions; of a bundle the folder's.
  private static func stem(ofPath path: String) -> String {
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return path }
    let stem = last.split(separator: ".").first.map(String.init) ?? String(last)
    let isBundle = stem == "index" || stem == "README"
    return isBundle ? parts.dropLast().last.map(String.init) ?? stem : stem
  }
}
