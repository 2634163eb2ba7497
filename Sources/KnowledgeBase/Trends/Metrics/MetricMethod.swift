/// How a number or its interval was computed, in words that name the source.
package enum MetricMethod: String, CaseIterable, Sendable {
  case count = "plain count"
  case sum = "plain sum"
  case poisson = "count with exact Poisson interval (Garwood 1936)"
  case conditionalBinomial =
    "exact conditional binomial test of two rates, two-sided (Przyborowski and Wilenski 1940)"
  case laplace = "Laplace trend test (Cox and Lewis 1966)"
  case wilson = "share with Wilson score interval (Wilson 1927)"
  case orderStatistics = "median with order-statistic interval (Thompson 1936)"
  case mannWhitney = "Mann-Whitney test with tie correction; ratio after Hodges and Lehmann"
  case kaplanMeier = "Kaplan-Meier median, open items censored (Kaplan and Meier 1958)"
  case tChart = "days between events on a T chart (Nelson 1994)"
}
