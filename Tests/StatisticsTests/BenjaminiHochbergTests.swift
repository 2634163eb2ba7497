import Statistics
import Testing

@Suite struct BenjaminiHochbergTests {
  private let pValues = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]

  @Test func adjustsTheTabulatedPValues() {
    let expected = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.1057, 0.216, 0.216, 0.216]
    let adjustment = BenjaminiHochberg(pValues)
    for (adjusted, value) in zip(adjustment.adjusted, expected) { #expect(agrees(adjusted, value)) }
    #expect(adjustment.discoveries() == [0, 1])
    #expect(adjustment.testCount == 10)
  }

  @Test func keepsTheOrderOfTheTests() {
    let adjusted = BenjaminiHochberg([0.3, 0.01, 0.04, 0.01, 0.9]).adjusted
    for (value, expected) in zip(adjusted, [0.375, 0.025, 0.0667, 0.025, 0.9]) { #expect(agrees(value, expected)) }
  }

  @Test func neverMakesAPValueSmaller() {
    var numbers = RepeatableNumbers(seed: 3)
    for count in 0...40 {
      let raw = (0..<count).map { _ in numbers.next() }
      let adjusted = BenjaminiHochberg(raw).adjusted
      #expect(zip(raw, adjusted).allSatisfy { $0 <= $1 && $1 <= 1 })
      let order = raw.indices.sorted { raw[$0] < raw[$1] }.map { adjusted[$0] }
      #expect(order == order.sorted())
    }
  }

  @Test func leavesASingleTestAlone() {
    #expect(BenjaminiHochberg([0.03]).adjusted == [0.03])
    #expect(BenjaminiHochberg([]).discoveries().isEmpty)
  }

  @Test func takesBackVerdictsThatManyTestsExplain() {
    let verdicts: [Comparison] = [.higher(p: 0.04), .notEnough, .notDistinguishable(p: 0.5), .lower(p: 0.001)]
    let adjusted = BenjaminiHochberg.adjust(verdicts)
    #expect(adjusted.map(\.isEstablished) == [false, false, false, true])
    #expect(adjusted[1] == .notEnough)
    #expect(adjusted[3] == .lower(p: 0.003))
    #expect(agrees(adjusted[0].pValue, 0.06))
  }
}
