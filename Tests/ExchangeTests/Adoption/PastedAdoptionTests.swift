import PostMortems
import TestSupport
import Testing

@testable import Exchange

@Suite("Adoption of documents without markup")
struct PastedAdoptionTests {
  @Test func namesTheLinesThatOpenWhatWasRead() throws {
    let text = """
      #Outage of the ticket shop on March 9, 2026
      Summary
      It was slow.

      Timeline
      18:40 UTC: Alert on queue length.
      18:55 UTC: Gateway is healthy.
      19:30 UTC: Cached map deployed.
      Root Cause and Resolution
      A cache key held the session.

      Corrective and Preventative Measures
      Improvements:

      Remove the session from the key.
      Measure the share of cached maps.
      Document the keys.
      """
    let document = HouseDocument("pasted", "shop.md", date: "2026-03-09", text)
    let reading = try #require(document.reading(of: text))
    #expect(reading.date == "2026-03-09")
    #expect(reading.sections.isSuperset(of: ["timeline 5", "action_items 12"]))
    #expect(reading.rows == ["6 2026-03-09T18:40Z", "7 2026-03-09T18:55Z", "8 2026-03-09T19:30Z"])
    #expect(reading.items == ["15", "16", "17"])
  }
}
