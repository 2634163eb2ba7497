import Diagnostics
import KnowledgeBase
import PostMortems
import TestSupport
import Testing
import Validation

@Suite("Personal data")
struct PersonalDataTests {
  private func places(_ text: String) -> [String] {
    let knowledgeBase = Corpus("# Checkout down\n\n" + text).knowledgeBase()
    return knowledgeBase.postMortems.flatMap { RuleRunner(knowledgeBase).diagnostics(of: $0.draft) }
      .filter { $0.rule == "personal-data" }.map(\.message)
  }

  @Test(arguments: [
    "dana.reyes@acme.io", "<kofi@mail.acme.co.uk>", "mailto:lena+ops@acme.de", "+44 20 7946 0958", "+1 (212) 867-5309",
    "+49-30-901820-0", "84.17.52.19", "http://84.17.52.19:8080/", "84.17.52.19/32", "2a02:8109:9ac0:1f::7d2e",
    "2a02:8109:9ac0:1f:0:0:0:7d2e",
  ])
  func reportsWhatBelongsToAPerson(_ text: String) {
    #expect(places("It was \(text), they say.\n").count == 1)
  }

  @Test(arguments: [
    "noreply@acme.io", "security-team@acme.io", "jo@example.org", "jo@shop.example", "root@db1.acme.io",
    "git@code.acme.io:shop/cart.git", "ssh://dana@db1.acme.io/", "logo@2x.png", "getty@tty1.service", "@dana",
    "a @ b.c",
    "robot@shop.iam.gserviceaccount.com", "+5000 requests", "+1 500 000 000 requests", "+00:00", "2+2 22 22 22 22",
    "10.0.0.1", "192.168.4.200", "127.0.0.1", "1.1.1.1", "8.8.8.8", "203.0.113.99", "version 4.18.0.305", "1.2.3.4",
    "84.17.52.0/24", "84.17.52.19.5", "v84.17.52.19", "300.1.2.3", "12:30:45", "std::vector",
    "fe80::1ff:fe23:4567:890a",
    "2001:db8::8a2e:370:7334", "::1", "de:ad:be:ef:00:01", "2606:4700:4700::1111",
  ])
  func leavesRolesReservedRangesAndVersionsAlone(_ text: String) {
    #expect(places("It was \(text), they say.\n") == [])
  }
}
