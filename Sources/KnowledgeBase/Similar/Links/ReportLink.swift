/// What one report says about another: in its front matter, by a link, by its name, or in words.
struct ReportLink: Hashable, Sendable {
  enum Kind: Int, Sendable {
    /// `recurrence_of` in the front matter.
    case recurrenceOf
    /// `related` in the front matter.
    case related
    /// A link or a name, in a sentence that says the cause struck before.
    case recurrence
    /// A link or a name.
    case mention
    /// A sentence that says the cause is another one.
    case difference
  }

  let kind: Kind
  let other: Int
  /// Whether the other report is the one that speaks.
  let isFromOther: Bool
  /// The words of the sentence in the speaking document's text; nil where the front matter or a bare name speaks.
  let sentence: Range<Int>?
}

/// A sentence that says the cause struck before and names no report.
struct UnnamedRecurrence: Sendable {
  /// Numbers in the vocabulary, ascending.
  let words: [Int32]
  let sentence: Range<Int>

  /// How many of its telling words another report must hold to be the one that is meant.
  static let fewestShared = 3
}
