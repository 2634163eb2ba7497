/// What a leader asks; each has a page of its own.
package enum Question: String, CaseIterable, Sendable {
  case whatHurt = "what-hurt"
  case doesItRepeat = "does-it-repeat"
  case doWeFindItFirst = "do-we-find-it-first"
  case howDoWeStopIt = "how-do-we-stop-it"
  case arePromisesKept = "are-promises-kept"
  case whatMadeItPossible = "what-made-it-possible"
  case isTheProcessHealthy = "is-the-process-healthy"
  case isItSustainable = "is-it-sustainable"

  package var title: String {
    switch self {
    case .whatHurt: "What hurt?"
    case .doesItRepeat: "Does it repeat?"
    case .doWeFindItFirst: "Do we find it first?"
    case .howDoWeStopIt: "How do we stop it?"
    case .arePromisesKept: "Are promises kept?"
    case .whatMadeItPossible: "What made it possible?"
    case .isTheProcessHealthy: "Is the process healthy?"
    case .isItSustainable: "Is it sustainable?"
    }
  }
}
