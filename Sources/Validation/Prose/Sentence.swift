internal import Diagnostics

/// One word of a sentence, or what stands for several: inline code, a quotation.
struct Word: Sendable {
  enum Kind: Sendable {
    case word
    case number
    /// `@name`
    case handle
    /// Inline code, an address or a picture.
    case code
    /// Words in quotation marks, which are somebody else's.
    case quotation
  }

  /// What parts a word from the one before it.
  enum Gap: Sendable {
    case space
    case comma
    /// `;`, `:`, a dash, a bracket.
    case stop
  }

  /// Lower case with straight apostrophes; empty for code and quotations.
  let text: String
  let kind: Kind
  let gap: Gap
  let isCapitalised: Bool
  /// Bytes of the block's text.
  let range: Range<Int>
}

/// A sentence as the rules about language read it.
struct Sentence: Sendable {
  let words: [Word]

  func text(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }

  /// Whether words follow each other from an index on, with nothing but spaces between them.
  func has(_ phrase: [String], at index: Int) -> Bool {
    guard index >= 0, index + phrase.count <= words.count else { return false }
    for (offset, text) in phrase.enumerated() {
      let word = words[index + offset]
      if word.text != text || offset > 0 && word.gap != .space { return false }
    }
    return true
  }

  /// The bytes from one word to another, both included.
  func range(_ first: Int, _ last: Int) -> Range<Int> {
    words[first].range.lowerBound..<max(words[first].range.upperBound, words[last].range.upperBound)
  }
}

/// The sentences of one block of a document.
///
/// A class, because every sentence that a rule looks at knows its block.
final class ProseBlock: Sendable {
  let text: ProseText
  let sentences: [Sentence]
  /// The block's node in the document.
  let node: Int

  init(text: ProseText, sentences: [Sentence], node: Int) {
    self.text = text
    self.sentences = sentences
    self.node = node
  }

  /// The place of some words, both ends included.
  func span(_ sentence: Sentence, _ first: Int, _ last: Int) -> SourceSpan {
    text.span(sentence.range(first, last))
  }
}
