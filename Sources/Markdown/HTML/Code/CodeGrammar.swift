/// What a word-by-word scan has to know of a language.
struct CodeGrammar: Equatable {
  var lineComments: [[UInt8]]
  /// Whether a comment only begins at the head of a word, so that `$#` and `a#b` are none.
  var commentsBeginWords = false
  var blockComment: Pair?
  var strings: [Quote]
  var keywords: Set<String>
  var keywordsIgnoreCase = false
  /// Whether a string in front of a colon is the name of a value.
  var hasKeys = false

  struct Pair: Equatable {
    let open: [UInt8]
    let close: [UInt8]
  }

  /// How a string stands in the text; of two that begin alike the longer comes first.
  struct Quote: Equatable {
    let mark: [UInt8]
    /// Whether a backslash takes the byte behind it along.
    var escapes = true
    /// Whether it may reach over the end of a line.
    var spansLines = false

    init(_ mark: String, escapes: Bool = true, spansLines: Bool = false) {
      self.mark = Array(mark.utf8)
      self.escapes = escapes
      self.spansLines = spansLines
    }
  }

  init(
    comments: [String], block: (String, String)? = nil, strings: [Quote], keywords: String, hasKeys: Bool = false,
    commentsBeginWords: Bool = false, keywordsIgnoreCase: Bool = false
  ) {
    lineComments = comments.map { Array($0.utf8) }
    blockComment = block.map { Pair(open: Array($0.0.utf8), close: Array($0.1.utf8)) }
    self.strings = strings
    self.keywords = Set(keywords.split(separator: " ").map(String.init))
    self.hasKeys = hasKeys
    self.commentsBeginWords = commentsBeginWords
    self.keywordsIgnoreCase = keywordsIgnoreCase
  }

  static let python = CodeGrammar(
    comments: ["#"],
    strings: [
      Quote("\"\"\"", spansLines: true), Quote("'''", spansLines: true), Quote("\""), Quote("'"),
    ],
    keywords: """
      False None True and as assert async await break class continue def del elif else except finally for from global \
      if import in is lambda nonlocal not or pass raise return try while with yield match case
      """)

  static let shell = CodeGrammar(
    comments: ["#"],
    strings: [Quote("\"", spansLines: true), Quote("'", escapes: false, spansLines: true)],
    keywords: """
      if then elif else fi for while until do done case esac in function select time return exit export local readonly \
      declare set unset source sudo
      """, commentsBeginWords: true)

  static let json = CodeGrammar(
    comments: ["//"], block: ("/*", "*/"), strings: [Quote("\"")], keywords: "true false null", hasKeys: true)

  static let sql = CodeGrammar(
    comments: ["--"], block: ("/*", "*/"),
    strings: [Quote("'", escapes: false, spansLines: true), Quote("\"", escapes: false)],
    keywords: """
      add all alter analyze and any as asc begin between by cascade case check column commit constraint create cross \
      database default delete desc distinct drop else end exists explain false foreign from full function grant group \
      having if in index inner insert interval into is join key kill left like limit lock not null offset on or order \
      outer over partition primary references returning revoke right rollback select set show table then to true \
      truncate union unique update using vacuum values view when where with
      """, keywordsIgnoreCase: true)

  static let go = CodeGrammar(
    comments: ["//"], block: ("/*", "*/"),
    strings: [Quote("\""), Quote("`", escapes: false, spansLines: true), Quote("'")],
    keywords: """
      break case chan const continue default defer else fallthrough for func go goto if import interface map package \
      range return select struct switch type var nil true false
      """)

  static let javaScript = CodeGrammar(
    comments: ["//"], block: ("/*", "*/"), strings: [Quote("\""), Quote("'"), Quote("`", spansLines: true)],
    keywords: """
      as async await break case catch class const continue debugger default delete do else enum export extends false \
      finally for from function if implements import in instanceof interface let new null of private protected public \
      readonly return static super switch this throw true try type typeof undefined var void while with yield
      """)
}
