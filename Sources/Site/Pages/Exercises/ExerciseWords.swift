import Diagnostics
import KnowledgeBase
import Language
import PostMortems

/// What an exercise says of its incident without giving it away.
enum ExerciseWords {
  /// `Slack, 4 January 2021`: a post-mortem's own title tells how it ends.
  static func title(_ postMortem: PostMortem, _ exercise: Exercise, _ site: SiteSource) -> String {
    say("Exercise: \(name(postMortem, exercise, site))")
  }

  /// The same without saying what it is.
  static func name(_ postMortem: PostMortem, _ exercise: Exercise, _ site: SiteSource) -> String {
    let day = DateWords.long(exercise.alarm.day)
    guard let service = postMortem.services.first else { return day }
    return "\(CatalogueLinks.service(service, site, root: "").text), \(day)"
  }

  static func scene(_ postMortem: PostMortem, _ exercise: Exercise, _ site: SiteSource) -> String {
    let at = exercise.alarm
    let weekday = DateWords.weekday(at.day)
    let services = postMortem.services.prefix(4).map { CatalogueLinks.service($0, site, root: "").text }
    let duty = services.isEmpty ? say("You are on call.") : say("You are on call for \(CountWords.list(services)).")
    return say(
      """
      It is \(weekday), \(DateWords.long(at.day)), \(at.clock) UTC. \(duty) \(detection(postMortem))
      """)
  }

  private static func detection(_ postMortem: PostMortem) -> String {
    let detection = postMortem.fields.detection
    if let alert = detection?.alert?.value { return say("An alert fires: “\(alert)”.") }
    switch detection?.source?.value {
    case "alert": return say("An alert fires.")
    case "synthetic-check": return say("A synthetic check fails.")
    case "log-review": return say("Somebody has seen something odd in the logs.")
    case "employee": return say("A colleague says that something is wrong.")
    case "customer": return say("Customers say that something is wrong.")
    case "partner", "vendor": return say("A partner says that something is wrong.")
    case "status-page": return say("A status page that you depend on turns red.")
    case "test": return say("A test fails.")
    default: return say("Something is wrong.")
    }
  }

  /// `7 moments over 3 hours 55 minutes`.
  static func extent(_ exercise: Exercise) -> String {
    let last = exercise.moments.last?.last?.at ?? exercise.alarm
    let span = DurationWords.text(seconds: last.seconds - exercise.alarm.seconds)
    return say("\(CountWords.text(exercise.moments.count, "step")) over \(span)")
  }
}
