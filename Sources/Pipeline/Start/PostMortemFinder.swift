internal import PostMortems

/// Looks for folders in which a repository keeps post-mortems already.
struct PostMortemFinder {
  /// A folder relative to the one that was searched, empty for itself, with the number of documents that look the part.
  struct Found: Equatable {
    let folder: String
    let documents: Int
  }

  private let root: String
  private var counts: [String: Int] = [:]
  /// Entries that are looked at before a very large tree is taken for searched.
  private var budget = 50_000

  /// The folders with the most documents first, then by name.
  static func find(in root: String) -> [Found] {
    var finder = PostMortemFinder(root: root)
    finder.walk("", depth: 0)
    return finder.counts.map(Found.init).sorted { ($1.documents, $0.folder) < ($0.documents, $1.folder) }
  }

  private init(root: String) {
    self.root = root
  }

  private mutating func walk(_ folder: String, depth: Int) {
    guard depth < 8, let names = try? FileSystem.names(in: folder.isEmpty ? root : "\(root)/\(folder)") else { return }
    for name in names where !name.hasPrefix(".") && !name.hasPrefix("_") && budget > 0 {
      budget -= 1
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      switch FileSystem.kind(of: "\(root)/\(path)") {
      case .folder: if !Self.passed.contains(name) { walk(path, depth: depth + 1) }
      case .file: count(path, name, in: folder)
      default: continue
      }
    }
  }

  private mutating func count(_ path: String, _ name: String, in folder: String) {
    let stem = FileName.withoutExtension(name).lowercased()
    guard FileName.hasKnownExtension(name), stem != "readme", !stem.contains("template") else { return }
    let parts = folder.split(separator: "/").map(String.init)
    if let match = parts.firstIndex(where: Self.isName) {
      counts[parts[...match].joined(separator: "/"), default: 0] += 1
    } else if hasSections(path) {
      counts[folder, default: 0] += 1
    }
  }

  /// Whether a document has three of the sections that tell a post-mortem from any other text.
  private func hasSections(_ path: String) -> Bool {
    guard let bytes = try? FileSystem.read("\(root)/\(path)", limit: 64 << 10) else { return false }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let roles = lines.filter { $0.hasPrefix("#") }.compactMap { SectionTitle.role(of: String($0)) }
    return Set(roles).intersection(Self.telling).count > 2
  }

  private static let telling: Set<SectionRole> = [
    .timeline, .rootCause, .fiveWhys, .contributingFactors, .actionItems, .impact, .detection, .resolution,
    .lessonsLearned, .wentWell, .wentWrong, .lucky,
  ]

  /// Folders of other people's texts and of output.
  private static let passed: Set<String> = [
    "node_modules", "vendor", "third_party", "site", "build", "dist", "target", "Pods", "templates", "testdata",
  ]

  /// `postmortems`, `Post-Mortems`, `incident_reports`.
  private static func isName(_ name: String) -> Bool {
    let letters = name.lowercased().filter(\.isLetter)
    return names.contains(letters) || names.contains(letters + "s")
  }

  private static let names: Set<String> = [
    "postmortems", "incidents", "incidentreports", "incidentreviews", "outages", "rcas", "rfos",
    "rootcauseanalyses", "incidentpostmortems",
  ]
}
