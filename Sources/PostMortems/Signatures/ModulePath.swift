/// Turns a frame's file path into a module name, and tells whose code it is.
enum ModulePath {
  enum Origin: Equatable {
    /// The program's own code.
    case application
    /// A package that was installed.
    case package
    case standardLibrary
    /// Neither: `<string>`, an import's frozen machinery.
    case synthetic
  }

  /// The module as one would import it, and its origin.
  ///
  /// Paths lose the folders of the machine and of deployments (`/usr/src/app`, `site-packages`, …), so that the same fault has one name on every machine.
  static func module(of path: String) -> (name: String, origin: Origin) {
    if path.hasPrefix("<") { return synthetic(path) }
    var parts = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).map(String.init)
    guard let file = parts.popLast() else { return ("", .synthetic) }
    let isAbsolute = path.hasPrefix("/") || path.dropFirst().hasPrefix(":")
    let (folders, origin) = split(parts, isAbsolute: isAbsolute)
    var names = folders.map { $0.hasSuffix(".zip") || $0.hasSuffix(".egg") ? String($0.dropLast(4)) : $0 }
    let module = stem(of: file)
    if module != "__init__" || names.isEmpty { names.append(module) }
    return (names.map(masked).joined(separator: "."), origin)
  }

  private static func synthetic(_ path: String) -> (String, Origin) {
    let isImport = path.hasPrefix("<frozen")
    let name = path.drop { $0 == "<" }.prefix { $0.isLetter || $0 == "_" }
    let isInput = ["stdin", "ipython", "doctest", "string", "console", "input"].contains(name)
    return ("<\(name)>", isImport || !isInput ? .synthetic : .application)
  }

  private static let packageFolders: Set<String> = ["site-packages", "dist-packages"]
  private static let sourceRoots: Set<String> = [
    "src", "app", "srv", "code", "workspace", "work", "repo", "apps", "project",
  ]
  /// Folders of a machine, not of a program.
  private static let machineFolders: Set<String> = [
    "opt", "var", "usr", "home", "root", "local", "lib", "tmp", "mnt", "Users", "private", "www", "data", "deploy",
    "releases", "current", "builds", "runner", "task", "build", "C:", "D:",
  ]

  private static func split(_ parts: [String], isAbsolute: Bool) -> ([String], Origin) {
    if let index = parts.lastIndex(where: { packageFolders.contains($0) }) {
      return (Array(parts[(index + 1)...]), .package)
    }
    if let index = parts.lastIndex(where: isPythonFolder), isAbsolute, index > 0,
      ["lib", "lib64", "Lib"].contains(parts[index - 1]) || parts.contains("Python.framework")
    {
      return (Array(parts[(index + 1)...]), .standardLibrary)
    }
    if let lib = parts.lastIndex(of: "Lib"), lib > 0, parts[lib - 1].lowercased().hasPrefix("python") {
      return (Array(parts[(lib + 1)...]), .standardLibrary)
    }
    let visible = parts.filter { $0 != "." && $0 != ".." }
    let own = isAbsolute ? own(visible) : visible
    let root = own.lastIndex(of: "src").map { $0 + 1 } ?? 0
    return (Array(own[root...]), .application)
  }

  /// What is left of an absolute path behind the machine's folders; a source root goes once, so that `/app/app/pay.py`
  /// is `app.pay` as it is in the repository.
  private static func own(_ folders: [String]) -> [String] {
    var dropped: Set<String> = []
    var index = 0
    while index < folders.count {
      let folder = folders[index]
      let isUser = index > 0 && (folders[index - 1] == "home" || folders[index - 1] == "Users")
      let isRelease = masked(folder) == "*"
      guard isUser || isRelease || machineFolders.contains(folder) || sourceRoots.contains(folder),
        dropped.insert(folder).inserted
      else { break }
      index += 1
    }
    return Array(folders[index...])
  }

  /// `python3.11`, `pypy3.10`.
  private static func isPythonFolder(_ name: String) -> Bool {
    for start in ["python", "pypy"] where name.hasPrefix(start) {
      let rest = name.dropFirst(start.count)
      return !rest.isEmpty && rest.allSatisfy { $0.isNumber || $0 == "." || $0 == "t" }
    }
    return false
  }

  private static func stem(of file: String) -> String {
    for ending in [".py", ".pyc", ".pyx", ".pyi", ".so"] where file.hasSuffix(ending) {
      return String(file.dropLast(ending.count))
    }
    return file
  }

  /// Hashes and numbers of releases in a folder's name are no part of the program.
  private static func masked(_ name: String) -> String {
    let hex = name.utf8.allSatisfy { $0.isDigit || (0x61...0x66).contains($0) }
    if hex, name.utf8.count >= 7, name.utf8.contains(where: { $0.isDigit }) { return "*" }
    return name.utf8.count >= 8 && name.utf8.allSatisfy { $0.isDigit } ? "*" : name
  }
}
