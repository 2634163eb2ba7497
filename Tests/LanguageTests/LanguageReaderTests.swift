import Diagnostics
import Language
import Testing

struct LanguageReaderTests {
  private static let english = SourceFile(
    path: "en.yml",
    text: """
      language: en
      words:
        "Home": "Home"
        "{1} of {2}": "{1} of {2}"
        "Press <kbd>/</kbd>": "Press <kbd>/</kbd>"
        "{1} days": {one: "{1} day", other: "{1} days"}
      """)

  private func read(_ text: String) -> LanguageReader.Reading {
    LanguageReader.read(SourceFile(path: "own.yml", text: text), english: Self.english)
  }

  @Test func saysWhatTheFileSaysAndTheRestInEnglish() {
    let reading = read("language: nl\nwords:\n  \"{1} of {2}\": \"{1} van {2}\"\n")
    #expect(reading.language.text("\(3) of \(4)") == "3 van 4")
    #expect(reading.language.text("Home") == "Home")
    #expect(reading.diagnostics.map(\.level) == [.note])
    #expect(reading.diagnostics.first?.message.contains("2 others have no translation and stay English") == true)
  }

  @Test func putsValuesInAnotherOrder() {
    let reading = read("language: x\nwords:\n  \"{1} of {2}\": \"of {2}: {1}\"\n")
    #expect(reading.language.text("\("a") of \("b")") == "of b: a")
  }

  @Test func namesTheWordThatWasMeant() throws {
    let error = try #require(read("words:\n  \"Hme\": \"Thuis\"\n").diagnostics.first { $0.level == .error })
    #expect(error.message == "'Hme' is no word of the interface; did you mean 'Home'?")
    #expect(error.start == SourcePosition(line: 2, column: 3))
  }

  @Test(arguments: ["{1} van", "{1} van {2} {2}", "{1} van {3}"])
  func reportsPlacesThatDoNotAgree(translation: String) {
    let reading = read("words:\n  \"{1} of {2}\": \"\(translation)\"\n")
    #expect(reading.diagnostics.contains { $0.level == .error && $0.rule == "invalid-language" })
    #expect(reading.language.text("\(1) of \(2)") == "1 of 2")
  }

  @Test func letsNoFurtherTagIntoAPage() {
    let reading = read("words:\n  \"Press <kbd>/</kbd>\": \"<script>Druk</script> <kbd>/</kbd>\"\n")
    #expect(reading.diagnostics.contains { $0.level == .error })
  }

  @Test func reportsAMissingForm() {
    let reading = read("plural: {one: n = 1, few: \"n = 2..4\"}\nwords:\n  \"{1} days\": {one: a, other: b}\n")
    #expect(reading.diagnostics.contains { $0.message == "'{1} days' lacks the form few" })
  }

  @Test(arguments: ["months: [a, b]", "long: \"{day} {month}\"", "monhts: []"])
  func reportsDatesThatCannotBeWritten(line: String) {
    #expect(read("dates:\n  \(line)\n").diagnostics.contains { $0.level == .error })
  }

  @Test func writesNumbersAndDatesByItsOwnRules() {
    let formats = read("numbers: {group: \".\"}\ndates: {long: \"{day}. {month} {year}\"}\nlist: {and: \" und \"}\n")
      .language.formats
    #expect(formats.grouped(-1_234_567) == "-1.234.567")
    #expect(formats.grouped(999) == "999")
    #expect(formats.longDate(day: 2, month: 7, year: 2019) == "2. July 2019")
    #expect(formats.list(["a", "b", "c"]) == "a, b und c")
  }

  @Test func readsTheDirection() {
    #expect(read("dir: rtl\n").language.isRightToLeft)
    #expect(read("dir: up\n").diagnostics.contains { $0.level == .error })
  }
}
