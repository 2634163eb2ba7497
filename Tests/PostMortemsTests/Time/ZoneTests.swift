import PostMortems
import Testing

@Suite("Zones")
struct ZoneTests {
  /// Expectations of Python's zoneinfo module, at the first showing of a repeated hour.
  @Test(arguments: [
    ("Europe/Berlin", "2024-03-31 01:59", 60),
    ("Europe/Berlin", "2024-03-31 02:30", 60),
    ("Europe/Berlin", "2024-03-31 03:00", 120),
    ("Europe/Berlin", "2024-10-27 02:30", 120),
    ("Europe/Berlin", "2024-10-27 03:00", 60),
    ("Europe/London", "2021-07-01 12:00", 60),
    ("Europe/London", "2021-12-01 12:00", 0),
    ("Europe/Dublin", "2023-07-01 12:00", 60),
    ("Europe/Dublin", "2023-01-15 12:00", 0),
    ("Europe/Dublin", "2023-10-29 01:30", 60),
    ("Europe/Lisbon", "2022-03-27 01:30", 0),
    ("America/New_York", "2024-03-10 01:59", -300),
    ("America/New_York", "2024-03-10 02:30", -300),
    ("America/New_York", "2024-03-10 03:00", -240),
    ("America/New_York", "2024-11-03 01:30", -240),
    ("America/New_York", "2024-11-03 02:00", -300),
    ("US/Pacific", "2021-06-03 09:00", -420),
    ("US/Pacific", "2021-12-31 23:59", -480),
    ("America/Phoenix", "2021-07-04 00:00", -420),
    ("America/Sao_Paulo", "2023-01-01 00:00", -180),
    ("America/St_Johns", "2023-07-01 00:00", -150),
    ("America/Santiago", "2024-01-10 10:00", -180),
    ("America/Santiago", "2024-07-10 10:00", -240),
    ("Australia/Sydney", "2024-01-10 10:00", 660),
    ("Australia/Sydney", "2024-04-07 02:30", 660),
    ("Australia/Sydney", "2024-10-06 02:30", 600),
    ("Australia/Lord_Howe", "2024-04-07 01:45", 660),
    ("Australia/Lord_Howe", "2024-10-06 02:15", 630),
    ("Australia/Adelaide", "2024-07-01 00:00", 570),
    ("Pacific/Auckland", "2024-09-29 02:30", 720),
    ("Pacific/Chatham", "2024-01-01 00:00", 825),
    ("Asia/Kolkata", "2020-10-28 20:52", 330),
    ("Asia/Kathmandu", "2020-10-28 20:52", 345),
    ("Asia/Tokyo", "2024-02-29 12:00", 540),
    ("Asia/Jerusalem", "2024-03-29 01:59", 120),
    ("Asia/Jerusalem", "2024-03-29 03:00", 180),
    ("Africa/Cairo", "2024-04-26 01:00", 180),
    ("Africa/Cairo", "2024-12-26 01:00", 120),
    ("America/Nuuk", "2024-03-30 22:30", -120),
    ("America/Nuuk", "2024-07-30 22:30", -60),
    ("Antarctica/Troll", "2024-06-30 12:00", 120),
    ("America/Havana", "2024-11-03 00:30", -240),
    ("Asia/Beirut", "2024-03-31 00:30", 120),
    ("CET", "2020-06-09 11:00", 120),
    ("EST", "2020-06-09 11:00", -300),
    ("Etc/GMT+5", "2020-06-09 11:00", -300),
    ("Atlantic/Azores", "2024-10-27 00:30", 0),
  ])
  func agreesWithTheDatabase(name: String, local: String, minutes: Int) throws {
    let zone = try #require(Zone(name))
    let day = try #require(Day(iso: String(local.prefix(10))))
    let clock = local.dropFirst(11).split(separator: ":").compactMap { Int($0) }
    #expect(zone.offset(day: day, second: clock[0] * 3600 + clock[1] * 60) == minutes * 60)
  }

  @Test(arguments: [
    ("UTC", 0), ("Z", 0), ("gmt", 0), ("PST", -480), ("PDT", -420), ("CEST", 120), ("BST", 60), ("IST", 330),
    ("EDT", -240), ("EEST", 180), ("+02:00", 120), ("-0330", -210), ("UTC+1", 60), ("UTC +1", 60), ("GMT-7", -420),
    ("UTC+05:45", 345), ("+9", 540), ("\u{2212}05:00", -300), ("Pacific", -420), ("pacific time", -420),
    ("Eastern Standard Time", -240), ("PT", -420), ("europe/BERLIN", 120), ("America/New York", -240),
  ])
  func readsEveryWayToNameAZone(name: String, minutesInJuly: Int) throws {
    let day = try #require(Day(iso: "2023-07-01"))
    #expect(Zone(name)?.offset(day: day) == minutesInJuly * 60)
  }

  @Test(arguments: ["", "Mars/Olympus", "+15:00", "UTC+99", "UTC+1x", "P", "12:00", "+02:75"])
  func refusesWhatIsNoZone(name: String) {
    #expect(Zone(name) == nil)
  }

  @Test func namesAFixedDistance() {
    #expect(Zone(secondsEast: -12_600).name == "UTC-03:30")
    #expect(Zone(secondsEast: 0).name == "UTC")
  }

  @Test func keepsADayOnItsDateInEveryZone() throws {
    let day = try #require(Day(iso: "2023-07-01"))
    #expect(Zone("Asia/Tokyo")?.instant(day: day, second: 0, precision: .day).iso == "2023-07-01")
    #expect(Zone("Asia/Tokyo")?.instant(day: day, second: 3600, precision: .minute).iso == "2023-06-30T16:00Z")
  }
}
