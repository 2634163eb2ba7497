import Statistics
import Testing

@Suite struct FixedFormatTests {
  @Test(arguments: [
    (0, 2, "0.00"), (0, 0, "0"), (1, 0, "1"), (2.675, 2, "2.68"), (1.005, 2, "1.01"), (0.5, 0, "1"), (0.49, 0, "0"),
    (0.05, 0, "0"), (9.999, 2, "10.00"), (99.5, 0, "100"), (1234.5678, 1, "1234.6"), (-1.25, 1, "-1.3"),
    (-0.001, 2, "0.00"), (-0.0, 1, "0.0"), (1e-7, 4, "0.0000"), (1.5e-7, 7, "0.0000002"),
    (1e21, 1, "1000000000000000000000.0"),
    (123_456_789, 0, "123456789"), (0.0987, 4, "0.0987"), (199.96, 1, "200.0"), (1e-300, 3, "0.000"),
  ])
  func roundsToDecimals(value: Double, places: Int, text: String) {
    #expect(FixedFormat.decimals(value, places) == text)
  }

  @Test(arguments: [
    (0.09874, 2, "0.099"), (0.1, 2, "0.10"), (1234, 2, "1200"), (9.96, 2, "10"), (0.996, 2, "1.0"), (3.6889, 2, "3.7"),
    (18.39, 2, "18"), (18.39, 3, "18.4"), (0, 2, "0"), (-0.0456, 1, "-0.05"), (5, 3, "5.00"), (1e-5, 2, "0.000010"),
    (98765, 1, "100000"), (999.6, 3, "1000"),
  ])
  func roundsToSignificantDigits(value: Double, digits: Int, text: String) {
    #expect(FixedFormat.significant(value, digits) == text)
  }

  @Test func writesPValues() {
    #expect(FixedFormat.pValue(0.09873714670538905) == "p=0.0987")
    #expect(FixedFormat.pValue(0.0001) == "p=0.0001")
    #expect(FixedFormat.pValue(0.0000999) == "p<0.0001")
    #expect(FixedFormat.pValue(1) == "p=1.0000")
  }

  @Test func namesWhatIsNotFinite() {
    #expect(FixedFormat.decimals(.infinity, 1) == "∞")
    #expect(FixedFormat.significant(-.infinity, 1) == "-∞")
    #expect(FixedFormat.decimals(.nan, 1) == "not a number")
  }

  @Test func readsBackWithinHalfAUnit() throws {
    var numbers = RepeatableNumbers(seed: 1)
    for _ in 0..<2000 {
      let value = (numbers.next() - 0.5) * 2000
      let three = try #require(Double(FixedFormat.decimals(value, 3)))
      #expect(abs(three - value) <= 0.0005 + 1e-12)
      let four = try #require(Double(FixedFormat.significant(value, 4)))
      #expect(abs(four - value) <= abs(value) * 0.0005 + 1e-12)
    }
  }
}
