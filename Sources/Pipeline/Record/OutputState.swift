/// How the files of a site stand, by what the system says of each: nobody can put another file in the place of one and
/// have all of it the same.
struct OutputState: Sendable {
  let digest: String
  private let files: [String]
  private let identities: [FileIdentity]

  /// Nil where one of the files of the list, or the list, is missing.
  init?(_ place: OutputPlace, workers: Workers) {
    guard let manifest = try? SiteManifest.read(in: place.path), !manifest.files.isEmpty else { return nil }
    files = manifest.files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let found = workers.map(files + [SiteManifest.name]) { FileIdentity("\(place.path)/\($0)") }
    identities = found.compactMap { $0 }
    guard identities.count == found.count else { return nil }
    var bytes: [UInt8] = []
    for (file, identity) in zip(files + [SiteManifest.name], identities) {
      bytes += Array(file.utf8) + [0]
      identity.append(to: &bytes)
    }
    digest = SHA256.hexadecimal(bytes)
  }

  var count: Int { files.count }

  /// Whether nobody changed a file after a build had made it, or had found it to be right.
  func isUntouched(since trace: WriteTrace) -> Bool {
    zip(files, identities).allSatisfy { file, identity in
      trace.changed.contains(file) ? identity.modified <= trace.published : identity.modified < trace.began
    }
  }
}

/// When a build looked at the files of a site and changed them, in nanoseconds since 1970 by the clock of files.
struct WriteTrace: Sendable {
  /// Before the first file was compared.
  var began: Int64 = 0
  /// After the last file was written, before the new site took the place of the old one.
  var published: Int64 = 0
  /// The files that were written.
  var changed: Set<String> = []
}
