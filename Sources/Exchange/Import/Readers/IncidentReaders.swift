/// The readers of incident trackers, status pages, chat, logs and issue trackers.
enum IncidentReaders {
  /// In the order in which a file is tried.
  static let all: [any ExportReader.Type] = [
    DatadogReader.self, RootlyReader.self, IncidentIOReader.self, FireHydrantReader.self, ServiceNowReader.self,
    StatuspageReader.self, CStateReader.self, SlackReader.self, TeamsReader.self, ChaosToolkitReader.self,
    GitHubIssueReader.self, JiraReader.self, LinearReader.self, SplunkReader.self, ElasticsearchReader.self,
    TracebackFileReader.self,
  ]
}
