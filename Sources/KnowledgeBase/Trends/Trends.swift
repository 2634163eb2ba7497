internal import PostMortems

/// Every number of the trend pages for one scope: pages, data files and the command line read the same values.
///
/// A class, because every page of a scope holds it and it never changes.
package final class Trends: Sendable {
  package let sample: TrendSample
  package let months: IncidentSeries
  package let quarters: IncidentSeries
  package let years: IncidentSeries
  /// Absent while the record holds fewer than two full quarters.
  package let comparison: PeriodComparison?
  package let yearTrend: IncidentTrend
  package let impact: CustomerImpact
  package let daysBetween: DaysBetween
  package let recurrences: Recurrences
  package let causePromises: CausePromises
  package let brokenPromises: BrokenPromises
  package let timelines: CauseTimelines
  package let detection: DetectionSources
  package let lateDetections: LateDetections
  /// Detect, mitigate, resolve.
  package let strips: [DurationStrip]
  package let mitigations: MitigationKinds
  package let promises: PromiseRecord
  package let ages: PromiseAges
  package let punctuality: PromisePunctuality
  package let triggers: Pareto
  package let rootCauses: Pareto
  package let contributingFactors: Pareto
  package let controls: ControlGaps
  package let latency: CauseLatency
  package let resilience: ResilienceTests
  package let publication: Publication
  package let coverage: FieldCoverage
  package let load: ResponderLoad
  package let hours: HourTable

  /// A year and the month that is running.
  package static let monthCount = 13
  /// Two years and the quarter that is running.
  package static let quarterCount = 9
  package static let yearCount = 11

  package convenience init(_ base: KnowledgeBase) {
    self.init(TrendFacts(base))
  }

  /// - Parameter facts: made once, shared by the numbers of all scopes.
  package init(_ facts: TrendFacts, scope: TrendScope = .everything) {
    let sample = TrendSample(facts, scope: scope)
    let window = sample.window
    self.sample = sample
    months = IncidentSeries(sample, by: .month, count: Self.monthCount)
    quarters = IncidentSeries(sample, by: .quarter, count: Self.quarterCount)
    years = IncidentSeries(sample, by: .year, count: Self.yearCount)
    comparison = PeriodComparison(quarters)
    yearTrend = IncidentTrend(sample)
    impact = CustomerImpact(sample, days: window)
    daysBetween = DaysBetween(sample)
    recurrences = Recurrences(sample, days: window)
    causePromises = facts.base.promises
    brokenPromises = BrokenPromises(sample, days: sample.record)
    timelines = CauseTimelines(sample, promises: causePromises)
    detection = DetectionSources(sample, days: window)
    lateDetections = LateDetections(sample, days: window)
    let columns = quarters.columns
    strips = DurationStrip.all(sample, columns: columns)
    mitigations = MitigationKinds(sample, days: window)
    promises = PromiseRecord(sample)
    ages = PromiseAges(sample, record: promises)
    punctuality = PromisePunctuality(sample, record: promises, quarters: Self.quarterCount)
    triggers = .triggers(sample, days: window)
    rootCauses = .rootCauses(sample, days: window)
    contributingFactors = .contributingFactors(sample, days: window)
    controls = ControlGaps(sample, days: window)
    latency = CauseLatency(sample, days: window)
    resilience = ResilienceTests(sample)
    publication = Publication(sample, days: window)
    coverage = FieldCoverage(sample, days: window)
    load = ResponderLoad(sample, days: window)
    hours = HourTable(sample)
  }

  package var base: KnowledgeBase { sample.base }

  /// All numbers, in the order of the questions.
  package var metrics: [Metric] { Question.allCases.flatMap(metrics(of:)) }

  package func metrics(of question: Question) -> [Metric] {
    switch question {
    case .whatHurt: whatHurtMetrics
    case .doesItRepeat: repeatMetrics
    case .doWeFindItFirst: detectionMetrics
    case .howDoWeStopIt: mitigationMetrics
    case .arePromisesKept: promiseMetrics
    case .whatMadeItPossible: causeMetrics
    case .isTheProcessHealthy: processMetrics
    case .isItSustainable: loadMetrics
    }
  }
}

extension [Int] {
  /// Positions of post-mortems as the rows of a number.
  var postMortemRows: [MetricRow] { map(MetricRow.postMortem) }
  /// Places in the ledger as the rows of a number.
  var actionRows: [MetricRow] { map(MetricRow.action) }
}
