import Testing

@testable import PostMortems

@Suite("Names of sections")
struct SectionTitleTests {
  @Test(arguments: [
    "Timeline", "  Root  Cause ", "What went well", "Impact / Severity", "Causes & factors", "Lead-up",
    "Customers' impact",
    "a", "",
  ])
  func aPlainNameIsReadAsAnyOther(_ title: String) {
    #expect(PlainSectionTitle.normalised(title) == SectionTitle.normalisedSlowly(title))
  }

  @Test(arguments: [
    "3. Timeline", "**Impact**", "- Impact", "Why?", "Why’s", "📅 Timeline", ":clock1: Timeline", "A\tb",
  ])
  func whatMayBeMarkupOrNumberingIsNotPlain(_ title: String) {
    #expect(PlainSectionTitle.normalised(title) == nil)
  }
}
