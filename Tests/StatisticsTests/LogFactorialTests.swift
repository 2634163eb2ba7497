import Testing

@testable import Statistics

@Suite struct LogFactorialTests {
  @Test func agreesWithTheSumOfLogarithms() {
    var sum = 0.0
    for n in 1...500 {
      sum += naturalLog(Double(n))
      #expect(abs(logFactorial(n) - sum) <= 1e-13 * max(1, sum))
    }
    #expect(logFactorial(0) == 0)
  }
}

@Suite struct NormalDistributionTests {
  @Test func givesTheUsualCriticalValues() {
    #expect(abs(NormalDistribution.criticalValue(coverage: 0.95) - 1.959963984540054) < 1e-14)
    #expect(abs(NormalDistribution.criticalValue(coverage: 0.99) - 2.5758293035489004) < 1e-14)
    #expect(abs(NormalDistribution.criticalValue(coverage: 0.5) - 0.6744897501960817) < 1e-14)
  }

  @Test func staysAccurateFarIntoTheTail() {
    #expect(abs(NormalDistribution.upperTail(8) / 6.22096057427174e-16 - 1) < 1e-12)
    #expect(NormalDistribution.twoSidedTail(0) == 1)
  }
}
