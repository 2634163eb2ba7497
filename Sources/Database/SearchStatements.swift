/// The full-text index over sections; its words are those of the table itself, kept once.
enum SearchStatements {
  static let all = [
    """
    CREATE VIRTUAL TABLE sections_fts USING fts5(
      title, text, content = 'sections', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
    )
    """,
    "INSERT INTO sections_fts (sections_fts) VALUES ('rebuild')",
    "INSERT INTO sections_fts (sections_fts) VALUES ('optimize')",
  ]
}
