internal import Diagnostics
internal import Language
internal import Templates

/// Language files: plurals, formats and the patterns of messages.
enum LanguageTarget: FuzzTarget {
  static let name = "language"

  static let words = [
    "language: de\n", "dir: rtl\n", "plural: \"\"\n", "plural: {one: n == 1}\n", "n % 10 == 1 and n % 100 != 11",
    " or ", " and ",
    "numbers: {decimal: \",\", group: \".\"}\n", "dates:\n  long: \"{day}. {month} {year}\"\n",
    "list: {two: \"{0} und {1}\"}\n", "words:\n",
    "  \"Root cause\": Grundursache\n", "  \"{count} rows\":\n    one: eine\n    other: \"{count} Zeilen\"\n",
    "vocabulary:\n", "  open: offen\n",
    "{", "}", "{count}", "{0}", "\\u202e", "one", "few", "many", "other",
  ]

  private static let library = TemplateLibrary()

  static func check(_ input: [UInt8]) throws(Violation) {
    let file = SourceFile(path: "templates/language/xx.yml", bytes: input)
    let reading = library.language(from: file)
    let again = library.language(from: file)
    try expect(reading.diagnostics == again.diagnostics, "diagnostics differ the second time")
    try SpanProperties.areSorted(reading.diagnostics)
  }
}
