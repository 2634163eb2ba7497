/// A word of a text, known by the hash of its stem.
struct Word {
  enum Kind {
    /// A word that can tell one incident from another.
    case telling
    /// A name with inner `_`, `-` or `.`, as a whole; its parts stand beside it.
    case identifier
    /// A word of every text, a date or a chance number: only its neighbours care for it.
    case common
    /// A run of letters, digits and joiners that may be another report's id or file name, as a whole.
    case reference
  }

  let kind: Kind
  let stem: UInt64
  /// Bytes of the text that was read.
  let range: Range<Int>
  /// Whether a stop or a comma stands behind it.
  let endsPhrase: Bool

  /// Whether it is a word as it is spoken: no identifier as a whole, no name of a report.
  var isPlain: Bool { kind == .telling || kind == .common }
}
