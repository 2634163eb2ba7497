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
    if isCompiled(path) {
      return (path.split(separator: "/").map { stem(of: String($0)) }.joined(separator: "."), .package)
    }
    var parts = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).map(String.init)
    guard let file = parts.popLast() else { return ("", .synthetic) }
    let isAbsolute = path.hasPrefix("/") || path.hasPrefix("~") || path.dropFirst().hasPrefix(":")
    let (folders, origin) = split(parts, isAbsolute: isAbsolute)
    var names = folders
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

  /// Extension modules name their source as it lay in the package: `pandas/_libs/index.pyx`.
  private static func isCompiled(_ path: String) -> Bool {
    !path.hasPrefix("/") && [".pyx", ".pxi", ".pxd"].contains { path.hasSuffix($0) }
  }

  private static let packageFolders: Set<String> = ["site-packages", "dist-packages"]
  private static let sourceRoots: Set<String> = [
    "src", "app", "srv", "code", "workspace", "work", "repo", "apps", "project",
  ]
  /// Folders of a machine, not of a program.
  private static let machineFolders: Set<String> = [
    "opt", "var", "usr", "home", "root", "local", "lib", "tmp", "mnt", "Users", "private", "www", "data", "deploy",
    "releases", "current", "builds", "runner", "task", "build", "wwwroot", "htdocs", "dist",
  ]
  private static let archives = [".zip", ".egg", ".whl", ".pex", ".pyz", ".par"]
  private static let distributions = ["anaconda", "miniconda", "mambaforge", "miniforge", "micromamba", "conda"]

  private static func split(_ parts: [String], isAbsolute: Bool) -> ([String], Origin) {
    if let index = parts.lastIndex(where: { packageFolders.contains($0) }) {
      return (Array(parts[(index + 1)...]), .package)
    }
    if let index = standardLibrary(parts, isAbsolute: isAbsolute) {
      return (Array(parts[(index + 1)...]), .standardLibrary)
    }
    if let index = parts.lastIndex(where: { part in archives.contains { part.hasSuffix($0) } }) {
      let isSpark = parts[index].hasPrefix("pyspark") || parts[index].hasPrefix("py4j")
      return (Array(parts[(index + 1)...]), isSpark ? .package : .application)
    }
    if isAbsolute, let count = runtimeFolders.first(where: { parts.starts(with: $0) })?.count {
      return (Array(parts[count...]), .package)
    }
    if let index = parts.lastIndex(where: { $0.hasSuffix(".runfiles") }) {
      return (Array(parts[min(index + 2, parts.count)...]), .application)
    }
    let visible = parts.filter { $0 != "." && $0 != ".." && $0 != "~" }
    let own = isAbsolute ? own(visible) : visible
    let root = own.lastIndex(of: "src").map { $0 + 1 } ?? 0
    return (Array(own[root...]), .application)
  }

  /// Where a cloud's functions have their layers and their runtime.
  private static let runtimeFolders = [["opt", "python"], ["var", "runtime"]]

  /// The index of the folder that holds the standard library.
  private static func standardLibrary(_ parts: [String], isAbsolute: Bool) -> Int? {
    if let index = parts.lastIndex(where: isPythonFolder), isAbsolute, index > 0,
      ["lib", "lib64", "Lib"].contains(parts[index - 1]) || parts.contains("Python.framework")
    {
      return index
    }
    guard let lib = parts.lastIndex(where: { $0 == "Lib" || $0 == "lib" }), lib > 0 else { return nil }
    let home = parts[lib - 1].lowercased()
    if parts[lib] == "Lib", home.hasPrefix("python") { return lib }
    return distributions.contains { home.hasPrefix($0) } ? lib : nil
  }

  /// What is left of an absolute path behind the machine's folders; a source root goes once, so that `/app/app/pay.py`
  /// is `app.pay` as it is in the repository.
  private static func own(_ folders: [String]) -> [String] {
    var dropped: Set<String> = []
    var index = 0
    while index < folders.count {
      let folder = folders[index]
      let isUser = index > 0 && (folders[index - 1] == "home" || folders[index - 1] == "Users")
      let isRelease = masked(folder) == "*" || isTemporary(folder) || folder.hasSuffix(":")
      guard isUser || isRelease || machineFolders.contains(folder) || sourceRoots.contains(folder),
        dropped.insert(folder).inserted
      else { break }
      index += 1
    }
    return Array(folders[index...])
  }

  /// `tmpk3x8a_2p` of Python's own temporary folders, `_MEIf3k2Xa` of a frozen program.
  private static func isTemporary(_ folder: String) -> Bool {
    if folder.hasPrefix("_MEI") { return true }
    let rest = folder.dropFirst(3)
    return folder.hasPrefix("tmp") && rest.utf8.count == 8
      && rest.utf8.allSatisfy { $0.isDigit || $0.isLower || $0 == UInt8(ascii: "_") }
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
