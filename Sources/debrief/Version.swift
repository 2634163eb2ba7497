/// What this is, as `--version` and the machine-readable outputs say it.
enum Version {
  static let number = "0.1.0"
  /// The number, and the commit where the program was built from a checkout.
  static var full: String { builtFromCommit.map { "\(number) (\($0))" } ?? number }
}
