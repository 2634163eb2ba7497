/// The languages whose code is coloured, by the names that authors give them behind a fence.
enum CodeLanguage: Equatable {
  case words(CodeGrammar)
  case lines(LineGrammar)

  /// Nil for a language that is left as it stands.
  init?(_ name: some Collection<UInt8>) {
    switch String(decoding: name, as: UTF8.self).lowercased() {
    case "python", "py", "python3": self = .words(.python)
    case "bash", "sh", "shell", "zsh", "ksh": self = .words(.shell)
    case "console", "shell-session", "terminal": self = .lines(.console)
    case "yaml", "yml": self = .lines(.yaml)
    case "json", "jsonc", "json5": self = .words(.json)
    case "sql", "psql", "mysql", "plsql": self = .words(.sql)
    case "go", "golang": self = .words(.go)
    case "javascript", "js", "typescript", "ts", "jsx", "tsx": self = .words(.javaScript)
    case "ini", "toml", "conf", "cfg", "properties", "dotenv": self = .lines(.settings)
    case "diff", "patch", "udiff": self = .lines(.difference)
    case "log", "logs", "traceback", "pytb", "stacktrace", "py-traceback": self = .lines(.log)
    default: return nil
    }
  }
}

/// Languages in which the head of a line says what the line is.
enum LineGrammar: Equatable {
  case yaml, settings, difference, log, console
}

/// The languages of diagrams that are shown as their own text.
enum DiagramLanguage {
  /// What a reader would call it; nil for whatever is no diagram.
  static func title(_ name: some Collection<UInt8>) -> String? {
    switch String(decoding: name, as: UTF8.self).lowercased() {
    case "mermaid": "Mermaid"
    case "plantuml", "puml": "PlantUML"
    case "dot", "graphviz", "gv": "Graphviz"
    case "d2": "D2"
    case "ditaa": "ditaa"
    case "svgbob", "bob": "Svgbob"
    case "vega", "vega-lite", "vegalite": "Vega"
    default: nil
    }
  }
}
