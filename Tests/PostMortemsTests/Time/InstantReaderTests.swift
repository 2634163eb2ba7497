import PostMortems
import Testing

@Suite("Instants of front matter")
struct InstantReaderTests {
  @Test(arguments: [
    ("2019-07-02T13:42:00Z", "2019-07-02T13:42:00Z", true), ("2019-07-02T13:42Z", "2019-07-02T13:42Z", true),
    ("2019-07-02t13:42z", "2019-07-02T13:42Z", true), ("2019-07-02T14:42+01:00", "2019-07-02T13:42Z", true),
    ("2019-07-02 13:42", "2019-07-02T13:42Z", false), ("2019-07-02 13:42:10 +0200", "2019-07-02T11:42:10Z", true),
    ("2019-07-02", "2019-07-02", false), ("  2019-07-02  ", "2019-07-02", false),
    ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z", true), ("0001-01-01T00:00+14:00", "0000-12-31T10:00Z", true),
    ("9999-12-31T23:59Z", "9999-12-31T23:59Z", true), ("2 July 2019 13:42 CEST", "2019-07-02T11:42Z", true),
    ("2019-07-02T13:42:00.123456Z", "2019-07-02T13:42:00Z", true), ("2019-07-02T24:00Z", "2019-07-03T00:00Z", true),
    ("2019-07-02 13:42 Europe/Berlin", "2019-07-02T11:42Z", true),
  ])
  func readsWhatPeopleWrite(text: String, expected: String, hasZone: Bool) throws {
    let read = try #require(TimeReader.readInstant(text, defaultZone: nil))
    #expect(read.instant.iso == expected)
    #expect(read.hasZone == hasZone)
  }

  @Test(arguments: [
    "", " ", "2019", "2019-07", "2019-02-30", "2019-07-02T25:00Z", "2019-07-02T13:42Zebra time", "13:42", "yesterday",
    "07/02/2019",
    "0000-01-01", "10000-01-01", "~2019-07-02", "2019-07-02 - 2019-07-03", "2019-07-02T13:42Z and later", "July 2",
    "2019-07-02T13:42+99:00", "-2019-07-02", "2019-07-02T13:42:61Z",
  ])
  func refusesWhatIsNotOnePoint(text: String) {
    #expect(TimeReader.readInstant(text, defaultZone: nil) == nil)
  }

  @Test func appliesTheDefaultZone() {
    let zone = Zone("America/New_York")
    #expect(TimeReader.readInstant("2019-07-02 13:42", defaultZone: zone)?.instant.iso == "2019-07-02T17:42Z")
    #expect(TimeReader.readInstant("2019-01-02 13:42", defaultZone: zone)?.instant.iso == "2019-01-02T18:42Z")
    #expect(TimeReader.readInstant("2019-07-02", defaultZone: zone)?.instant.iso == "2019-07-02")
  }
}
