/// By what two states of a file are told apart without reading it, or by its bytes while its clock may stand still.
struct FileStamp: Sendable {
  private let identity: FileIdentity
  /// Of the bytes of a file changed so lately that another change could bear the same time; else nil.
  private let digest: String?

  /// Nil for what is not a regular file.
  ///
  /// - Parameter window: seconds within which a change counts as late.
  init?(_ path: String, window: Double) {
    guard let identity = FileIdentity(path) else { return nil }
    self.identity = identity
    let isLate = Double(FileIdentity.latest - identity.changed) < window * 1e9
    digest = isLate ? (try? FileSystem.read(path, limit: SourceReader.readLimit)).map(SHA256.hexadecimal) : nil
  }

  /// Whether both were taken of one state of a file; a digest counts where both have one.
  func isSame(as other: FileStamp) -> Bool {
    guard identity == other.identity else { return false }
    guard let digest, let otherDigest = other.digest else { return true }
    return digest == otherDigest
  }
}

extension FileSystem {
  /// A text that changes when the file at a path does.
  static func version(of path: String) -> String {
    FileStamp(path, window: 0).map { "\($0)" } ?? ""
  }
}
