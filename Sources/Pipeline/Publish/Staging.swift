#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The next state of an output folder, made beside it and unseen until it takes its place in one step.
///
/// Only what changed is written; everything else is a hard link to the file that stands there now, so that its bytes
/// and its modification time stay, or a copy where the disk has no links. One `syncfs` makes it safe, and
/// `renameat2(RENAME_EXCHANGE)` makes it the site: a reader, or a power cut, sees the old site or the new one. Where the
/// system cannot exchange two folders there are two renames, between which there is no site for a moment; an output
/// folder that cannot be renamed (a mount point, a parent that is not ours) is changed file by file, each one whole.
struct Staging {
  let place: OutputPlace
  let workers: Workers

  /// Begins an empty one; what a build that was killed has left is taken away.
  init(_ place: OutputPlace, workers: Workers) throws {
    self.place = place
    self.workers = workers
    if !place.isFixed, !FileSystem.isFolder(place.path), FileSystem.isFolder(place.aside) {
      try FileSystem.rename(place.aside, to: place.path)
    }
    for leftover in place.isFixed ? [place.staging] : [place.staging, place.aside] {
      try retire(leftover, ours: [], onlyMissing: true)
    }
    try FileSystem.createFolder(place.staging)
  }

  func discard() { try? FileSystem.removeTree(place.staging) }

  func path(_ path: String) -> String { "\(place.staging)/\(path)" }

  /// The place of a file whose folder is there.
  func prepared(_ path: String) throws(FileSystemError) -> String {
    let target = self.path(path)
    if let folder = FileSystem.parent(of: target) { try FileSystem.createFolder(folder) }
    return target
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    try FileSystem.write(bytes, to: prepared(path))
  }

  /// Makes it the site.
  ///
  /// - Parameters:
  ///   - manifest: all files of the new state.
  ///   - changed: those of them that were written here.
  ///   - old: the files of the state that goes.
  func publish(_ manifest: SiteManifest, changed: Set<String>, old: SiteManifest, foreign: ForeignFiles) throws {
    if place.isFixed { return try move(manifest, changed: changed, old: old) }
    let kept = foreign.files.filter { !manifest.files.contains($0) }
    try fill(manifest.files.filter { !changed.contains($0) } + kept, folders: foreign.folders)
    try FileSystem.write(manifest.bytes, to: "\(place.staging)/\(SiteManifest.name)")
    try FileSystem.copyMode(from: place.path, to: place.staging)
    try FileSystem.syncDisk(of: place.staging)
    try Interruption.check()
    try exchange()
    try retire(place.staging, ours: manifest.files, onlyMissing: false)
  }

  /// Links what stays.
  private func fill(_ files: [String], folders: [String]) throws {
    for folder in folders {
      try FileSystem.createFolder("\(place.staging)/\(folder)")
      try FileSystem.copyMode(from: "\(place.path)/\(folder)", to: "\(place.staging)/\(folder)")
    }
    for folder in Set(files.compactMap(FileSystem.parent)).sorted() {
      try FileSystem.createFolder("\(place.staging)/\(folder)")
    }
    try Interruption.check()
    let failures = workers.map(files) { [place] file -> FileSystemError? in
      do throws(FileSystemError) {
        try FileSystem.link("\(place.path)/\(file)", as: "\(place.staging)/\(file)")
        return nil
      } catch {
        return error
      }
    }
    if let failure = failures.compactMap({ $0 }).first { throw failure }
  }

  private func exchange() throws(FileSystemError) {
    guard FileSystem.isFolder(place.path) else { return try FileSystem.rename(place.staging, to: place.path) }
    if try FileSystem.exchange(place.staging, place.path) { return }
    try FileSystem.rename(place.path, to: place.aside)
    do throws(FileSystemError) {
      try FileSystem.rename(place.staging, to: place.path)
    } catch {
      try FileSystem.rename(place.aside, to: place.path)
      throw error
    }
    try FileSystem.rename(place.aside, to: place.staging)
  }

  /// Takes an old state away, but for files that others put into it while the new one was made: those move over.
  private func retire(_ folder: String, ours: Set<String>, onlyMissing: Bool) throws {
    guard FileSystem.kind(of: folder) == .folder else { return }
    let manifest = try SiteManifest.read(in: folder)
    if FileSystem.isFile("\(folder)/\(SiteManifest.name)") {
      for file in try ForeignFiles(in: folder, manifest: manifest).files where !ours.contains(file) {
        let (old, new) = ("\(folder)/\(file)", "\(place.path)/\(file)")
        let isMissing = FileSystem.kind(of: new) == .missing
        guard isMissing || !onlyMissing && !FileSystem.isUnchanged(old, new) else { continue }
        if let parent = FileSystem.parent(of: new) { try FileSystem.createFolder(parent) }
        try FileSystem.rename(old, to: new)
      }
    }
    try FileSystem.removeTree(folder)
  }

  /// File by file, the list of ours first, so that a build after one that was killed knows them.
  private func move(_ manifest: SiteManifest, changed: Set<String>, old: SiteManifest) throws {
    let both = SiteManifest(files: old.files.union(manifest.files))
    try replaceManifest(both)
    for path in changed.sorted() {
      let target = "\(place.path)/\(path)"
      if let folder = FileSystem.parent(of: target) { try FileSystem.createFolder(folder) }
      try FileSystem.rename("\(place.staging)/\(path)", to: target)
    }
    for path in old.files.subtracting(manifest.files).sorted() {
      try FileSystem.removeFile("\(place.path)/\(path)")
      var folder = FileSystem.parent(of: path)
      while let current = folder, FileSystem.removeFolderIfEmpty("\(place.path)/\(current)") {
        folder = FileSystem.parent(of: current)
      }
    }
    try replaceManifest(manifest)
    try FileSystem.syncDisk(of: place.path)
    discard()
  }

  private func replaceManifest(_ manifest: SiteManifest) throws(FileSystemError) {
    let path = "\(place.staging)/\(SiteManifest.name)"
    try FileSystem.write(manifest.bytes, to: path)
    try FileSystem.rename(path, to: "\(place.path)/\(SiteManifest.name)")
  }
}
