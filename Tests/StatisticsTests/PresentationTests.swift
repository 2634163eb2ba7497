import Statistics
import Testing

@Suite struct PresentationTests {
  @Test(arguments: [
    (0, Presentation.none), (1, .list), (4, .list), (5, .dots), (19, .dots), (20, .summary), (5000, .summary),
  ])
  func showsLessTheFewerThereAre(count: Int, expected: Presentation) {
    #expect(Presentation(count: count) == expected)
  }

  @Test func countsASmallShareWithoutAPercentage() {
    #expect(Share(3, of: 5).text == "3 of 5")
    #expect(Share(19, of: 19).text == "19 of 19")
    #expect(Share(0, of: 0).text == "none recorded")
    #expect(Share(0, of: 0).proportion == nil)
  }

  @Test func givesALargeShareItsPercentageAndInterval() {
    #expect(Share(55, of: 100).text == "55 of 100 (55 %, 95 % interval 45 to 64 %)")
    #expect(Share(15, of: 20).text == "15 of 20 (75 %, 95 % interval 53 to 89 %)")
    #expect(Share(57, of: 200).text == "57 of 200 (29 %, 95 % interval 23 to 35 %)")
  }
}

@Suite struct ComparisonTests {
  @Test func namesAChangeOnlyBelowTheDeclaredLevel() {
    #expect(Comparison(p: 0.0499, change: 3) == .higher(p: 0.0499))
    #expect(Comparison(p: 0.0499, change: -3) == .lower(p: 0.0499))
    #expect(Comparison(p: 0.05, change: 3) == .notDistinguishable(p: 0.05))
    #expect(Comparison(p: 0.01, change: 0) == .notDistinguishable(p: 0.01))
  }

  @Test func readsAsWords() {
    #expect(Comparison.notEnough.phrase == "not enough to compare")
    #expect(Comparison.notEnough.pValue == nil)
    #expect(Comparison.higher(p: 0.00001).phrase == "higher (p<0.0001)")
  }
}
