package import Diagnostics

/// One file that another system wrote, with what it holds once its form is known.
package struct Export: Sendable {
  /// The path as the reader of a message knows it.
  package let path: String
  package let contents: Contents

  /// The forms in which systems hand out what they recorded.
  package enum Contents: Sendable {
    /// One JSON document, or the several of newline-delimited JSON.
    case json([JSONValue])
    /// Rule files and status pages with front matter, logs, tracebacks: anything that is no JSON.
    case text(String)
  }

  package init(path: String, contents: Contents) {
    self.path = path
    self.contents = contents
  }
}

/// The systems whose exports are read, by the names of `--from` and of a draft's `source`.
package enum SourceSystem: String, CaseIterable, Comparable, Sendable {
  case alertmanager, prometheus, grafana, pagerduty, opsgenie, victorops, squadcast
  case datadog, incidentIO = "incident-io", firehydrant, rootly, servicenow
  case statuspage, cstate, slack, teams
  case chaosToolkit = "chaos-toolkit"
  case elasticsearch, splunk, traceback
  case github, jira, linear

  package static func < (left: SourceSystem, right: SourceSystem) -> Bool { left.rawValue < right.rawValue }

  /// As the system writes its own name.
  package var title: String {
    switch self {
    case .alertmanager: "Alertmanager"
    case .prometheus: "Prometheus"
    case .grafana: "Grafana"
    case .pagerduty: "PagerDuty"
    case .opsgenie: "Opsgenie"
    case .victorops: "VictorOps"
    case .squadcast: "Squadcast"
    case .datadog: "Datadog"
    case .incidentIO: "incident.io"
    case .firehydrant: "FireHydrant"
    case .rootly: "Rootly"
    case .servicenow: "ServiceNow"
    case .statuspage: "Statuspage"
    case .cstate: "cState"
    case .slack: "Slack"
    case .teams: "Teams"
    case .chaosToolkit: "Chaos Toolkit"
    case .elasticsearch: "Elasticsearch"
    case .splunk: "Splunk"
    case .traceback: "Python"
    case .github: "GitHub"
    case .jira: "Jira"
    case .linear: "Linear"
    }
  }
}
