/// What a number means, how it is made and what it cannot tell.
package struct MetricDefinition: Sendable {
  package let title: String
  package let formula: String
  /// Beyond what no number counts: drafts, undated ones, drills and near misses.
  package let exclusions: String
  package let limits: String
  /// Where the method was published; empty for a plain count.
  package let source: String

  init(_ title: String, _ formula: String, without exclusions: String = "", limits: String, source: String = "") {
    self.title = title
    self.formula = formula
    self.exclusions = exclusions
    self.limits = limits
    self.source = source
  }
}

extension MetricID {
  package var definition: MetricDefinition {
    switch question {
    case .whatHurt: hurtDefinition
    case .doesItRepeat: repeatDefinition
    case .doWeFindItFirst, .howDoWeStopIt: courseDefinition
    case .arePromisesKept: promiseDefinition
    case .whatMadeItPossible: causeDefinition
    case .isTheProcessHealthy, .isItSustainable: processDefinition
    }
  }
}
