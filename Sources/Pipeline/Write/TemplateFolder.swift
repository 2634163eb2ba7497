/// Reads the user's own templates, which replace built-in ones of the same name.
enum TemplateFolder {
  /// `templates` beside the settings, or in the working folder where there are none.
  static func standard(settings: String?) -> String {
    guard let settings, let parent = FileSystem.parent(of: settings) else { return "templates" }
    return "\(parent)/templates"
  }

  /// Paths relative to the folder and the texts; empty where there is no folder.
  static func read(_ folder: String) throws(FileSystemError) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    guard FileSystem.isFolder(folder) else { return files }
    try collect(folder, "", &files)
    return files
  }

  private static func collect(_ root: String, _ folder: String, _ files: inout [String: [UInt8]])
    throws(FileSystemError)
  {
    for name in try FileSystem.names(in: folder.isEmpty ? root : "\(root)/\(folder)") where !name.hasPrefix(".") {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      switch FileSystem.kind(of: "\(root)/\(path)") {
      case .folder: try collect(root, path, &files)
      case .file: files[path] = try FileSystem.read("\(root)/\(path)", limit: 4 << 20)
      default: continue
      }
    }
  }
}
