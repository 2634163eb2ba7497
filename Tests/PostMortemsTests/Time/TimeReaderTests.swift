import Testing

@testable import PostMortems

@Suite("Dates and times at the head of a text")
struct TimeReaderTests {
  /// What an expression comes to, `date clock[…end] zone ~ | rest`, without placing it on a calendar.
  private func read(_ text: String, bareNumber: Bool = false) -> String {
    guard let time = TimeReader.read(text, bareNumber: bareNumber) else { return "nothing" }
    guard time.isReadable else { return "unreadable" }
    var parts = [point(time.date, time.clock)]
    if time.endDate != nil || time.endClock != nil { parts.append("…\(point(time.endDate, time.endClock))") }
    if let elapsed = time.elapsed { parts = ["\(elapsed.isSincePrevious ? "later" : "start") \(elapsed.seconds)"] }
    if let zone = time.zone { parts.append(zone.name) }
    if time.isApproximate { parts.append("~") }
    let rest = String(decoding: Array(text.utf8)[time.rest...], as: UTF8.self)
    return parts.joined(separator: " ") + (rest.isEmpty ? "" : " | \(rest)")
  }

  private func point(_ date: DateExpression?, _ clock: Clock?) -> String {
    var parts: [String] = []
    switch date {
    case .day(let day): parts.append(day.iso)
    case .monthDay(let month, let day): parts.append("m\(month)d\(day)")
    case .numeric(let first, let second, let year): parts.append("\(first)/\(second)/\(year.map(String.init) ?? "?")")
    case .weekday(let day): parts.append("weekday \(day)")
    case .nth(let day): parts.append("day \(day)")
    case .following: parts.append("next day")
    case nil: break
    }
    if let clock {
      let seconds = clock.precision == .second ? ":\(pad(clock.second % 60))" : ""
      parts.append("\(pad(clock.second / 3600)):\(pad(clock.second / 60 % 60))\(seconds)")
    }
    return parts.joined(separator: " ")
  }

  @Test(arguments: [
    ("2024-05-06T07:08:09Z disk full", "2024-05-06 07:08:09 UTC | disk full"),
    ("2024-05-06T07:08:09.123+02:00", "2024-05-06 07:08:09 UTC+02:00"),
    ("2024-05-06 07:08 - disk full", "2024-05-06 07:08 | disk full"),
    ("2024-05-06 07:08:09: disk full", "2024-05-06 07:08:09 | disk full"),
    ("2024-05-06 1600", "2024-05-06 16:00"),
    ("T+15m disk full", "start 900 | disk full"), ("T+1h05m: disk full", "start 3900 | disk full"),
    ("T-5 min", "start -300"), ("T0 disk full", "start 0 | disk full"), ("+25m | full", "later 1500 | full"),
    ("T0 (2024-05-06 16:00 UTC) disk full", "2024-05-06 16:00 UTC | disk full"),
    ("1714979289 disk full", "2024-05-06 07:08:09 UTC | disk full"), ("@14:40 disk full", "14:40 | disk full"),
    ("• 09:05 disk full", "09:05 | disk full"), ("3 de mayo de 2022 09:02", "2022-05-03 09:02"),
    ("14 décembre 2021, 18h05", "2021-12-14 18:05"), ("16:00 Central European Summer Time: x", "16:00 CEST | x"),
    ("2024-05-06 9:05 PM Eastern: disk full", "2024-05-06 21:05 America/New_York | disk full"),
    ("2024-05-06 17:30pm", "2024-05-06 17:30"),
    ("2024-05-06", "2024-05-06"),
    ("2024/5/6 07:08", "2024-05-06 07:08"),
    ("20240506 07:08", "2024-05-06 07:08"),
    ("2024-05-06 ca. 18:30", "2024-05-06 18:30 ~"),
    ("2024-05-06\u{A0}07:08\u{2009}UTC", "2024-05-06 07:08 UTC"),
  ])
  func readsISODates(text: String, expected: String) { #expect(read(text) == expected) }

  @Test(arguments: [
    ("March 6 2017 22:59", "2017-03-06 22:59"), ("Feb 20 2018 14:17", "2018-02-20 14:17"),
    ("Jan 17, 3:31 AM", "m1d17 03:31"), ("**June 14th, 2022, 10:00 AM:** audit", "2022-06-14 10:00 | audit"),
    ("February 15, 2024: 7:56am UTC", "2024-02-15 07:56 UTC"), ("5 June 2026", "2026-06-05"),
    ("19. April, 11:00", "m4d19 11:00"), ("6th of May 2021", "2021-05-06"),
    ("June 13, 2023 at 16:25 (UTC)", "2023-06-13 16:25 UTC"), ("Feb 10 1541 UTC: restart", "m2d10 15:41 UTC | restart"),
    ("Dec 18th **22:18** restart", "m12d18 22:18 | restart"), ("Nov 1, 2022 (Tuesday)", "2022-11-01"),
    ("Tuesday, 1 November 2022 10:00", "2022-11-01 10:00"), ("Sat Oct 30th: restart", "m10d30 | restart"),
    ("March 22, around 19:30", "m3d22 19:30 ~"), ("October 29-30, 2025", "2025-10-29 …2025-10-30"),
    ("Sep 3rd – 5th", "m9d3 …m9d5"), ("Monday 10:00 restart", "weekday 0 10:00 | restart"),
  ])
  func readsNamedMonthsAndWeekdays(text: String, expected: String) { #expect(read(text) == expected) }

  @Test(arguments: [
    ("24/07/2025 13:16", "24/7/2025 13:16"), ("05/07/23", "5/7/2023"),
    ("07-27-2023 2:14 pm - merged", "7/27/2023 14:14 | merged"),
    ("[12-05 16:21] introduced", "12/5/? 16:21 | introduced"), ("04/25", "4/25/?"),
    ("05.06.2021 10:00", "2021-06-05 10:00"),
  ])
  func leavesTheOrderOfNumbersOpen(text: String, expected: String) { #expect(read(text) == expected) }

  @Test(arguments: [
    ("07:39", "07:39"), ("16.35 AB: deployed", "16:35 | AB: deployed"), ("~16:05", "16:05 ~"), ("c. 7.00", "07:00 ~"),
    ("around 15:40 the queue grew", "15:40 ~ | the queue grew"), ("18:30 ca.", "18:30 ~"),
    ("10:45~ upgrade", "10:45 ~ | upgrade"),
    ("22:52 (maybe earlier?)", "22:52 ~"), ("10:00 (approx) restart", "10:00 ~ | restart"), ("10:45a", "10:45"),
    ("14:00ish eight", "14:00 ~ | eight"), ("🔥 10:20 fire", "10:20 | fire"), (":clock1: 10:15 x", "10:15 | x"),
    ("⏰\u{FE0F} 10:15", "10:15"),
    ("12:29p", "12:29"), ("12:05 a.m.", "00:05"), ("07 pm restart", "19:00 | restart"), ("10h30", "10:30"),
    ("14:00h restart", "14:00 | restart"), ("0159 UTC", "01:59 UTC"), ("09:15:04 UTC edited", "09:15:04 UTC | edited"),
    ("[08:47] merged", "08:47 | merged"), ("{{ 06:10 }}", "06:10"), ("`10:00` restart", "10:00 | restart"),
    ("10:00 – restart", "10:00 | restart"), ("10:00 (CEST), we", "10:00 CEST | we"),
    ("10:00+02:00 x", "10:00 UTC+02:00 | x"),
    ("10:00 (+1) x", "10:00 UTC+01:00 | x"), ("10:00 UTC-7: x", "10:00 UTC-07:00 | x"),
    ("10:00 Europe/London x", "10:00 Europe/London | x"),
    ("12:48 (6:48 PDT): farmed", "12:48 | farmed"), ("24:00", "24:00"), ("10:00 +1 engineer", "10:00 | +1 engineer"),
    ("12:45:00 PM PST Saturday Oct 30th: storm", "m10d30 12:45:00 PST | storm"),
    ("22:30 UTC (Oct 29) x", "m10d29 22:30 UTC | x"),
  ])
  func readsTimesOfDay(text: String, expected: String) { #expect(read(text) == expected) }

  @Test(arguments: [
    ("17:15 - 23:00", "17:15 …23:00"), ("~16:06:00 - 16:16:00", "16:06:00 …16:16:00 ~"),
    ("14:20-2:00 Through", "14:20 …02:00 | Through"),
    ("16:05:57-58 restarts", "16:05:57 …16:05:58 | restarts"), ("**12:22** to **13:00** We", "12:22 …13:00 | We"),
    ("between ~4pm and ~5:15pm, the", "16:00 …17:15 ~ | the"), ("8-9 PM", "20:00 …21:00"),
    ("10:30 - 11:15 PM", "22:30 …23:15"),
    ("2024-05-06 09:00 - 11:00", "2024-05-06 09:00 …11:00"),
    ("2024-05-06 23:00 – 2024-05-07 01:00", "2024-05-06 23:00 …2024-05-07 01:00"),
    ("2024-05-06 to 2024-05-09 fine", "2024-05-06 …2024-05-09 | fine"), ("12:26-12:?? deployed", "12:26 | deployed"),
  ])
  func readsRanges(text: String, expected: String) { #expect(read(text) == expected) }

  @Test(arguments: [
    "2022-05-?? HH:mm", "2021/22-??-?? HH:mm", "20202-01-16 12:00", "2X:XX", "[???] IOPS", "??:??", "--:--",
    "11/03/202 - x", "HH:mm",
    "YYYY-MM-DD HH:mm", "25:70 x", "2024-13-45 10:00",
  ])
  func saysThatATimeCannotBeRead(text: String) { #expect(read(text) == "unreadable") }

  @Test(arguments: [
    "We noticed at 10:00", "2020 was a good year", "3 pods failed", "1.2.3 released", "16.5 % of users", "may 5 users",
    "12 may fail",
    "1000 users", "DM: deployed", "x", "", "- ", "~", "5/10 replicas", "2:1 ratio", "a 10:00", "50/50 split",
    "5?? errors", "SSD/HDD swap", "10.0.0.1 is down", "HDDs: two of them", "Sunday",
    "https://example.org", "0.52.1",
  ])
  func readsNothingElse(text: String) { #expect(read(text) == "nothing") }

  @Test func readsABareNumberOnlyWhereOneIsExpected() {
    #expect(read("0730") == "nothing")
    #expect(read("0730", bareNumber: true) == "07:30")
    #expect(read("2460", bareNumber: true) == "nothing")
  }
}
