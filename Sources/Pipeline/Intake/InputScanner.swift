package import Site
internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// What lies in an input folder, sorted by path.
package struct InputListing: Sendable {
  package var postMortems: [String] = []
  package var causes: [String] = []
  package var plan: [String] = []
  /// Files that are no documents: pictures and whatever else a document may link.
  package var attachments: [String] = []
  package var skipped: [SkippedFile] = []
  /// What is there and could not be read.
  package var unreadable: [SkippedFile] = []
}

/// Walks the input folder and decides what each file is, by name alone where that is enough.
struct InputScanner {
  let root: String
  private var listing = InputListing()

  init(root: String) {
    self.root = root
  }

  static func scan(_ root: String) throws(FileSystemError) -> InputListing {
    var scanner = InputScanner(root: root)
    try scanner.walk("")
    return scanner.listing
  }

  private mutating func walk(_ folder: String) throws(FileSystemError) {
    let names = try FileSystem.names(in: folder.isEmpty ? root : "\(root)/\(folder)")
    let documents = names.filter { FileName.hasKnownExtension($0) && !$0.hasPrefix("_") && !$0.hasPrefix(".") }
    for name in names {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      switch FileSystem.kind(of: "\(root)/\(path)") {
      case .folder: try enter(path, name)
      case .file: sort(path, name, isSole: documents.count == 1)
      case .link: skip(path, "symbolic links are not followed")
      case .other: skip(path, "not a regular file")
      case .missing:
        listing.unreadable.append(
          SkippedFile(file: path, reason: FileSystemError.vanished("\(root)/\(path)").description))
      }
    }
  }

  private mutating func enter(_ path: String, _ name: String) throws(FileSystemError) {
    if name.hasPrefix(".") { return skip(path + "/", "the name begins with '.'") }
    if name.hasPrefix("_"), name != "_posts" { return skip(path + "/", "the name begins with '_'") }
    do {
      try walk(path)
    } catch {
      listing.unreadable.append(SkippedFile(file: path + "/", reason: error.description))
    }
  }

  private mutating func sort(_ path: String, _ name: String, isSole: Bool) {
    if name.hasPrefix("_") { return skip(path, "the name begins with '_'") }
    if name.hasPrefix(".") { return skip(path, "the name begins with '.'") }
    if name == "debrief.yml" || name == "actions-state.json" { return }
    guard FileName.hasKnownExtension(name) || isDocumentWithoutExtension(path, name) else {
      listing.attachments.append(path)
      return
    }
    switch path.split(separator: "/").first {
    case "causes" where path.contains("/"): if !isReadme(name) { return listing.causes.append(path) }
    case "plan" where path.contains("/"): if !isReadme(name) { return listing.plan.append(path) }
    default: break
    }
    if let reason = reasonAgainstReadme(path, name, isSole: isSole) { return skip(path, reason) }
    listing.postMortems.append(path)
  }

  private func isReadme(_ name: String) -> Bool { FileName.withoutExtension(name).lowercased() == "readme" }

  /// A README is a post-mortem only as the one document of its folder, and only with a section that one has.
  private func reasonAgainstReadme(_ path: String, _ name: String, isSole: Bool) -> String? {
    guard isReadme(name) else { return nil }
    if !path.contains("/") { return "a README at the top of the input describes the folder" }
    if !isSole { return "a README beside other documents describes the folder" }
    guard let text = try? FileSystem.read("\(root)/\(path)", limit: 64 * 1024),
      ReadmeSections.hasSection(String(decoding: text, as: UTF8.self))
    else { return "a README without a section of a post-mortem" }
    return nil
  }

  /// A text file without extension whose first line is front matter or a heading.
  private func isDocumentWithoutExtension(_ path: String, _ name: String) -> Bool {
    guard !name.contains("."), let head = try? FileSystem.read("\(root)/\(path)", limit: 512) else { return false }
    guard !head.contains(0) else { return false }
    let line = String(decoding: head.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    return line == "---" || line == "+++" || line.hasPrefix("# ") || line.hasPrefix("## ")
  }

  private mutating func skip(_ path: String, _ reason: String) {
    listing.skipped.append(SkippedFile(file: path, reason: reason))
  }
}

/// A quick look for headings with a known role, before a README is parsed.
enum ReadmeSections {
  static func hasSection(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      line.hasPrefix("#") && SectionTitle.role(of: String(line)) != nil
    }
  }
}
