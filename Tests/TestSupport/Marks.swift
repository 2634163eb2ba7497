internal import Diagnostics

/// Texts in which `↓` stands before every place that a test expects.
package enum Marks {
  /// The text without its marks, and the byte offset of each.
  package static func strip(_ text: String) -> (text: String, offsets: [Int]) {
    var plain = ""
    var offsets: [Int] = []
    for scalar in text.unicodeScalars {
      if scalar == "↓" { offsets.append(plain.utf8.count) } else { plain.unicodeScalars.append(scalar) }
    }
    return (plain, offsets)
  }

  /// The corpus without marks, and the position of each mark as `path:line:column`.
  package static func strip(_ corpus: Corpus) -> (corpus: Corpus, places: [String]) {
    var places: [String] = []
    let files = corpus.files.map { path, marked -> (path: String, text: String) in
      let (text, offsets) = strip(marked)
      let source = SourceFile(path: path, text: text)
      for offset in offsets {
        let position = source.position(at: offset)
        places.append("\(path):\(position.line):\(position.column)")
      }
      return (path, text)
    }
    return (Corpus(files: files), places)
  }
}
