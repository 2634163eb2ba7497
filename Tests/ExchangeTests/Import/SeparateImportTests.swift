import Diagnostics
import Markdown
import PostMortems
import Testing

@testable import Exchange

/// One incident as three systems tell it.
enum Trio {
  static let alertmanager = #"""
    {"version":"4","groupKey":"{}:{alertname=\"CheckoutErrorRateHigh\"}","status":"resolved","receiver":"page","groupLabels":{"alertname":"CheckoutErrorRateHigh"},"commonLabels":{"alertname":"CheckoutErrorRateHigh","service":"checkout","severity":"critical"},"commonAnnotations":{"summary":"5xx of checkout above 5 %"},"alerts":[{"status":"resolved","labels":{"alertname":"CheckoutErrorRateHigh","service":"checkout","severity":"critical","instance":"web-3:9090","job":"kubernetes-pods"},"annotations":{"summary":"5xx of checkout above 5 %","runbook_url":"https://runbooks.shop.test/checkout"},"startsAt":"2026-06-11T13:02:10.512Z","endsAt":"2026-06-11T13:41:00Z","generatorURL":"https://prom.shop.test/graph","fingerprint":"9a3b0c1d2e3f4a5b"}]}
    """#
  static let pagerDuty = #"""
    {"incidents":[{"id":"PSHOP77","incident_number":77,"title":"Checkout error rate high","created_at":"2026-06-11T13:02:40Z","status":"resolved","urgency":"high","html_url":"https://shop.pagerduty.test/incidents/PSHOP77","service":{"id":"PS1","summary":"Checkout"},"acknowledgements":[{"at":"2026-06-11T13:05:00Z","acknowledger":{"type":"user_reference","summary":"Ilse Varga"}}],"assignments":[],"last_status_change_at":"2026-06-11T13:45:30Z","last_status_change_by":{"type":"user_reference","summary":"Ilse Varga"},"escalation_policy":{"summary":"Shop"},"teams":[]}],"more":false}
    """#
  static let slack = #"""
    [{"type":"message","user":"U0ILSE0001","user_profile":{"real_name":"Ilse Varga","display_name":"ilse","name":"ivarga"},"text":"looking, the payment client times out","ts":"1781183160.000200"},
     {"type":"message","user":"U0TOMA0002","user_profile":{"real_name":"Toma Reyes","display_name":"tomcat"},"text":"ilse is right","ts":"1781184000.000300"},
     {"type":"message","user":"U0ILSE0001","text":"thanks tomcat, rolling back build 512","ts":"1781184600.000400"}]
    """#
  static let all = [alertmanager, pagerDuty, slack]
  static let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
}

@Suite("Exports of one incident, imported one after another")
struct SeparateImportTests {
  /// Instants and words of a draft's rows and its fields, people by no number: who is met first gets the first one.
  private func told(_ text: String) -> [String] {
    let keys = [
      "title", "severity", "services", "started", "detected", "acknowledged", "mitigated", "resolved", "detection",
    ]
    return text.split(separator: "\n").filter { line in
      line.hasPrefix("- 20") || keys.contains { line.hasPrefix("\($0):") && $0 != "services" && $0 != "severity" }
    }.map { line in
      ["responder 1", "responder 2"].reduce(String(line)) { $0.replacing($1, with: "responder") }
    }
  }

  private func imported(_ order: [Int]) throws -> [String] {
    var drafts: [String] = []
    for place in order {
      for outcome in outcomes([Trio.all[place]], into: drafts) {
        if let existing = outcome.existing, let file = existing.split(separator: ".").first.flatMap({ Int($0) }) {
          drafts[file - 1] = outcome.text
        } else {
          drafts.append(outcome.text)
        }
      }
    }
    return drafts
  }

  @Test(arguments: Trio.orders) func giveTheDraftThatTheyGiveTogether(_ order: [Int]) throws {
    let together = try #require(outcomes(Trio.all).first?.text)
    #expect(outcomes(order.map { Trio.all[$0] }).map { told($0.text) } == [told(together)])
    let drafts = try imported(order)
    #expect(drafts.map(told) == [told(together)])
    for text in Trio.all {
      #expect(outcomes([text], into: drafts).map(\.text) == drafts, "what is known already changes nothing")
    }
  }

  @Test func theDraftNamesEverySystemAndOnePersonHasOneNumber() throws {
    let text = try #require(outcomes(Trio.all).first?.text)
    for system in ["pagerduty", "alertmanager", "slack"] { #expect(text.contains("  - {system: \(system), id: ")) }
    #expect(text.contains("Acknowledged by responder 1") && text.contains("responder 1 is right"))
    #expect(text.contains("thanks responder 2, rolling back") && !text.contains("tomcat"))
    #expect(text.contains("services: [Checkout, checkout]") && !text.contains("kubernetes-pods"))
  }

  @Test func anotherDaysIncidentStaysApart() throws {
    let drafts = try imported([1])
    let other = Trio.alertmanager.replacing("2026-06-11", with: "2026-06-14")
    #expect(outcomes([other], into: drafts).map(\.state) == [.created])
  }

  @Test func aRowThatGrewTakesTheOldOnesPlace() throws {
    let log = #"{"@timestamp":"2026-06-11T13:10:00Z","log.level":"error","message":"pool exhausted"}"#
    let drafts = outcomes([log]).map(\.text)
    let grown = outcomes([[log, log, log].joined(separator: "\n")], into: drafts)
    #expect(grown.map(\.renewedRows) == [1] && grown.map(\.addedRows) == [0])
    let text = try #require(grown.first?.text)
    #expect(
      text.contains("pool exhausted (3 times)") && text.split(separator: "\n").count { $0.hasPrefix("- 20") } == 1)
    let edited = drafts.map { $0.replacing("pool exhausted", with: "the pool was empty") }
    let second = outcomes([[log, log].joined(separator: "\n")], into: edited)
    #expect(second.first?.text.contains("the pool was empty") == true, "what the author wrote stays")
  }

  @Test func alertsOfOneSecondOnTwoHostsAreTwoRows() throws {
    let drafts = outcomes([Trio.alertmanager]).map(\.text)
    let other = Trio.alertmanager.replacing("web-3:9090", with: "web-4:9090")
      .replacing("9a3b0c1d2e3f4a5b", with: "ffff0c1d2e3f4a5b")
    let text = try #require(outcomes([other], into: drafts).first?.text)
    #expect(text.contains("firing on web-3:9090") && text.contains("firing on web-4:9090"))
  }

  @Test func anIDWithALineBreakIsFoundAgain() {
    let odd = Trio.pagerDuty.replacing("PSHOP77\"", with: "PSHOP\\n77\"")
    let drafts = outcomes([odd]).map(\.text)
    #expect(outcomes([odd], into: drafts).map(\.state) == [.unchanged])
  }

  @Test func aBrokenDraftGetsNoTwin() throws {
    let broken = outcomes([Trio.pagerDuty]).map { $0.text.replacing("status: draft", with: "status: [draft") }
    let drafts = known(broken)
    let (made, problems) = IncidentImport(settings: Settings()).outcomes(of: yield([Trio.pagerDuty]), existing: drafts)
    #expect(made.isEmpty && problems.map(\.path) == ["1.md"] && problems.allSatisfy(\.isFailure))
    let bare = broken.map { $0.replacing("{system: pagerduty,", with: "{") }
    let second = IncidentImport(settings: Settings()).outcomes(of: yield([Trio.pagerDuty]), existing: known(bare))
    #expect(second.outcomes.isEmpty && second.problems.count == 1)
  }

  @Test func aDraftThatIsTooLongToReadIsLeftAlone() throws {
    let long = outcomes([Trio.pagerDuty]).map {
      $0.text + String(repeating: "More words of the author.\n", count: 30_000)
    }
    let (made, problems) = IncidentImport(settings: Settings()).outcomes(
      of: yield([Trio.alertmanager]), existing: known(long))
    #expect(made.isEmpty && problems.contains { $0.message.contains("too long") })
  }

  @Test func thousandsOfIncidentsAreNoMoreThanThousands() {
    let incidents = (0..<4000).map { number in
      let hour = number % 24 < 10 ? "0\(number % 24)" : "\(number % 24)"
      let day = number / 24 % 28 + 1
      let date = "2026-\(number / 672 % 9 + 1 < 10 ? "0" : "")\(number / 672 % 9 + 1)-\(day < 10 ? "0" : "")\(day)"
      return
        #"{"id":"P\#(number)","incident_number":\#(number),"title":"Queue \#(number) late","status":"triggered","urgency":"low","created_at":"\#(date)T\#(hour):00:00Z","service":{"summary":"s\#(number)"},"escalation_policy":{}}"#
    }
    let read = yield(["[\(incidents.joined(separator: ","))]"])
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(IncidentMerge.incidents(of: read, settings: Settings()).incidents.count == 4000)
    }
    #expect(time < .seconds(60))
  }

  private func known(_ texts: [String]) -> [PostMortemDraft] {
    texts.enumerated().map { index, text in
      DraftReader.read(DocumentParser.parse(SourceFile(path: "\(index + 1).md", text: text)), settings: Settings())
    }
  }
}
