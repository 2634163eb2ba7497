/// ln(n!) to about 15 digits: from the product while it is exact, then by Stirling's series.
///
/// Source: J. Stirling (1730), the series in 1/n up to the fourth term, whose remainder at n = 21 is below 1e-14.
func logFactorial(_ n: Int) -> Double {
  precondition(n >= 0, "a factorial needs a count")
  guard n > 20 else { return naturalLog(Double((0..<n).reduce(1) { $0 * ($1 + 1) })) }
  let x = Double(n)
  let square = x * x
  let series = (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - 1 / (1680.0 * square)) / square) / square) / x
  return (x + 0.5) * naturalLog(x) - x + naturalLog(2 * Double.pi) / 2 + series
}
