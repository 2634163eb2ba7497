/// The readers of the systems that page people.
enum AlertReaders {
  static let all: [any ExportReader.Type] = [
    GrafanaWebhookReader.self, AlertmanagerWebhookReader.self, AlertmanagerAPIReader.self,
    GrafanaIncidentReader.self, GrafanaAnnotationsReader.self,
    PagerDutyWebhookReader.self, PagerDutyIncidentReader.self, PagerDutyLogReader.self,
    OpsgenieWebhookReader.self, OpsgenieReader.self, OpsgenieLogReader.self,
    SquadcastReader.self, VictorOpsReader.self, PrometheusRulesReader.self,
  ]
}
