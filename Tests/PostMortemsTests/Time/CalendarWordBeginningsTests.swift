import Testing

@testable import PostMortems

@Suite("Beginnings of calendar words")
struct CalendarWordBeginningsTests {
  @Test(arguments: [
    "January", "feb", "März", "Avril", "mayo", "JUNE", "juillet", "Août", "sept", "Oktober", "noviembre", "décembre",
    "Dezember", "gennaio", "Monday", "weds", "Donnerstag", "vendredi", "zaterdag", "Sun",
  ])
  func passesEveryName(name: String) {
    let bytes = Array(name.utf8)
    #expect(CalendarWords.mayBegin(bytes[0], bytes[1], bytes[2]))
  }

  @Test(arguments: ["the", "Service", "a b", "is", "proxy", "Xylophone"])
  func stopsMostOtherWords(word: String) {
    let bytes = Array(word.utf8) + [0, 0]
    #expect(!CalendarWords.mayBegin(bytes[0], bytes[1], bytes[2]))
  }

  @Test(arguments: [
    "5 décembre 2020", "am 3. März 2021", "On Août 14, 2022", "Weds, 14 October 2020", "1er of May 2020",
  ])
  func findsDatesInTheirWords(text: String) {
    #expect(DateFinder.dates(in: Array(text.utf8)).count == (text.hasPrefix("1er") ? 0 : 1))
  }
}
