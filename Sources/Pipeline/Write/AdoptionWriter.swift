internal import Diagnostics
package import Exchange
internal import PostMortems
internal import Validation

/// Puts adopted front matter into the files of the input.
package struct AdoptionWriter: Sendable {
  /// What became of the files.
  package struct Report: Sendable {
    /// The files that got front matter, or would get it.
    package var files: [String] = []
    /// Files that were left as they are, and why.
    package var refusals: [(file: String, reason: String)] = []
    /// The changes as a unified diff.
    package var diff = ""
  }

  let root: String

  package init(root: String) {
    self.root = root
  }

  /// Writes what has changed; with `isDryRun` nothing is written. A file that lies outside the input, behind a link, that
  /// has changed since it was read or that may not be written is refused and the others go on.
  package func write(_ adoptions: [Adoption], isDryRun: Bool) -> Report {
    var report = Report()
    for adoption in adoptions where adoption.frontMatter.isChange {
      let file = adoption.draft.file
      do throws(Refusal) {
        let old = try current(adoption)
        if !isDryRun { try write(adoption.frontMatter.bytes, to: file) }
        report.files.append(file)
        report.diff += LineDifference.unified(
          String(decoding: old, as: UTF8.self), String(decoding: adoption.frontMatter.bytes, as: UTF8.self), path: file)
      } catch {
        report.refusals.append((file, error.reason))
      }
    }
    return report
  }

  private struct Refusal: Error {
    let reason: String
  }

  /// The file's bytes, if they are those that were read and lie in the input itself.
  private func current(_ adoption: Adoption) throws(Refusal) -> [UInt8] {
    let path = "\(root)/\(adoption.draft.file)"
    guard case .file = FileSystem.kind(of: path) else { throw Refusal(reason: "it is a link and not a file") }
    guard let folder = FileSystem.realPath(root), let place = FileSystem.realPath(path), place.hasPrefix(folder + "/")
    else { throw Refusal(reason: "it lies outside the input, behind a link") }
    do throws(FileSystemError) {
      let bytes = try FileSystem.read(path)
      guard bytes == adoption.draft.source.bytes else {
        throw FileSystemError(path: path, operation: "", code: 0)
      }
      return bytes
    } catch {
      throw Refusal(
        reason: error.code == 0
          ? "its bytes are not those that were read: it has changed, is too large or no UTF-8" : "\(error)")
    }
  }

  private func write(_ bytes: [UInt8], to file: String) throws(Refusal) {
    do throws(FileSystemError) {
      try FileSystem.write(bytes, to: "\(root)/\(file)")
    } catch {
      throw Refusal(reason: "\(error)")
    }
  }
}
