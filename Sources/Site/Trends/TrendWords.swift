internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

/// What the numbers say of themselves, in the language of the page; data files keep the English words.
enum TrendWords {
  /// `all services`, `service checkout`.
  static func scope(_ scope: TrendScope) -> String {
    switch scope {
    case .everything: say("all services")
    case .service(let slug): say("service \(slug)")
    case .team(let slug): say("team \(slug)")
    case .severity(let name): say("\(name) only")
    case .kind(.incident): say("incidents only")
    case .kind(.nearMiss): say("near misses only")
    case .kind(.drill): say("drills only")
    case .year(let year): say("\(year) only")
    }
  }

  static func question(_ question: Question) -> String {
    switch question {
    case .whatHurt: say("What hurt?")
    case .doesItRepeat: say("Does it repeat?")
    case .doWeFindItFirst: say("Do we find it first?")
    case .howDoWeStopIt: say("How do we stop it?")
    case .arePromisesKept: say("Are promises kept?")
    case .whatMadeItPossible: say("What made it possible?")
    case .isTheProcessHealthy: say("Is the process healthy?")
    case .isItSustainable: say("Is it sustainable?")
    }
  }

  static func phase(_ phase: Phase) -> String {
    switch phase {
    case .detect: say("Time to detect")
    case .mitigate: say("Time to mitigate")
    case .resolve: say("Time to resolve")
    }
  }

  static func verdict(_ comparison: Comparison) -> String {
    switch comparison {
    case .notEnough: say("not enough to compare")
    case .notDistinguishable(let p): say("not distinguishable from no change (\(FixedFormat.pValue(p)))")
    case .higher(let p): say("higher (\(FixedFormat.pValue(p)))")
    case .lower(let p): say("lower (\(FixedFormat.pValue(p)))")
    }
  }

  /// `3 of 5`, and from twenty on `55 of 100 (55 %, 95 % interval 45 to 64 %)`.
  static func share(_ share: Share) -> String {
    guard share.interval != nil else { return say("none recorded") }
    return count(share) + (bracket(share).map { " \($0)" } ?? "")
  }

  static func count(_ share: Share) -> String {
    CountWords.part(share.part, of: share.whole)
  }

  /// The percentage with its interval, where the whole is large enough for one.
  static func bracket(_ share: Share) -> String? {
    guard Presentation(count: share.whole) == .summary, let interval = share.interval else { return nil }
    let percent = FixedFormat.decimals(Double(100 * share.part) / Double(share.whole), 0)
    let low = FixedFormat.decimals(interval.lower * 100, 0), high = FixedFormat.decimals(interval.upper * 100, 0)
    return say("(\(percent) %, 95 % interval \(low) to \(high) %)")
  }

  /// With the mark before the fraction that the language writes.
  static func decimals(_ value: Double, _ places: Int) -> String { marked(FixedFormat.decimals(value, places)) }

  static func significant(_ value: Double, _ digits: Int) -> String { marked(FixedFormat.significant(value, digits)) }

  private static func marked(_ digits: String) -> String {
    digits.replacing(".", with: Language.current.formats.decimal)
  }

  /// Why something was left out; a value of data files, which a language file may say otherwise.
  static func value(_ text: String) -> String {
    switch text {
    case "yes": say("yes")
    case "no": say("no")
    default: Language.current.word(text) ?? text
    }
  }

  /// `per quarter`, for subtitles of series.
  static func perUnit(_ unit: Period.Unit) -> String {
    switch unit {
    case .month: say("Incidents per month by severity")
    case .quarter: say("Incidents per quarter by severity")
    case .year: say("Incidents per year by severity")
    }
  }

  static func unit(_ unit: Period.Unit) -> String {
    switch unit {
    case .month: say("Month")
    case .quarter: say("Quarter")
    case .year: say("Year")
    }
  }

  static func incidents(of severity: String?) -> String {
    severity.map { "\($0) \(say("incidents"))" } ?? say("incidents")
  }
}

extension Period {
  /// `Jul 2025`, `2025 Q3` or `2025`.
  var words: String {
    switch unit {
    case .month: DateWords.shortMonthOfYear(first)
    case .quarter: say("\(year) Q\((first.month + 2) / 3)")
    case .year: "\(year)"
    }
  }
}
