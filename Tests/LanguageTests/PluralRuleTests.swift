import Diagnostics
import Language
import Testing

struct PluralRuleTests {
  private static let english = SourceFile(
    path: "en.yml", text: "language: en\nwords:\n  \"{1} days\": {one: \"{1} day\", other: \"{1} days\"}\n")

  private func days(_ count: Int, _ file: String) -> String {
    let reading = LanguageReader.read(SourceFile(path: "own.yml", text: file), english: Self.english)
    #expect(reading.diagnostics.isEmpty)
    return reading.language.text(count, one: "\(count) day", other: "\(count) days")
  }

  @Test func choosesTheFormsOfPolish() {
    let polish = """
      language: pl
      plural: {one: n = 1, few: "n % 10 = 2..4 and n % 100 != 12..14", many: "n != 1"}
      words:
        "{1} days": {one: "{1} dzień", few: "{1} dni", many: "{1} dni (many)", other: "{1} dnia"}
      """
    #expect(
      [1, 2, 12, 22, 5, 0].map { days($0, polish) } == [
        "1 dzień", "2 dni", "12 dni (many)", "22 dni", "5 dni (many)", "0 dni (many)",
      ])
  }

  @Test func countsNoughtAsOneInFrench() {
    let french = """
      language: fr
      plural: {one: "n = 0,1"}
      words:
        "{1} days": {one: "{1} jour", other: "{1} jours"}
      """
    #expect([0, 1, 2].map { days($0, french) } == ["0 jour", "1 jour", "2 jours"])
  }
}
