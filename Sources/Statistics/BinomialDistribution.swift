/// The number of successes in `trials` independent trials of equal `probability`, strictly between 0 and 1.
struct BinomialDistribution {
  let trials: Int
  let probability: Double
  private let logFactorialOfTrials: Double

  init(trials: Int, probability: Double) {
    precondition(trials >= 0 && probability > 0 && probability < 1, "a binomial needs trials and a true chance")
    self.trials = trials
    self.probability = probability
    logFactorialOfTrials = logFactorial(trials)
  }

  /// The probability of exactly `successes`, 0...trials.
  func mass(_ successes: Int) -> Double {
    let failures = trials - successes
    let choices = logFactorialOfTrials - (logFactorial(successes) + logFactorial(failures))
    let chances = Double(successes) * naturalLog(probability) + Double(failures) * naturalLog(1 - probability)
    return min(1, exponential(choices + chances))
  }

  /// The probability of a number of successes in `range`.
  func mass(in range: Range<Int>) -> Double { min(1, range.reduce(0) { $0 + mass($1) }) }
}
