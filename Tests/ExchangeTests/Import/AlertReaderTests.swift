import PostMortems
import Testing

@testable import Exchange

@Suite("What alerting systems' exports tell")
struct AlertReaderTests {
  private func lines(_ text: String) -> [String] { merged([text]).flatMap(\.lines) }

  @Test func repeatedDeliveriesOfAGroupAreOneIncidentWithTheEndsOfItsAlerts() {
    #expect(
      lines(AlertPayloads.alertmanagerWebhook) == [
        "# CheckoutErrors: Checkout answers with 502", "started 2026-05-04T08:01:12Z", "detected 2026-05-04T08:01:12Z",
        "resolved 2026-05-04T08:44:30Z", "services checkout", "teams shop", "severity critical", "alert CheckoutErrors",
        "2026-05-04T08:01:12Z Alert CheckoutErrors firing on web-1:9090: 41 % of requests fail < alertmanager",
        "2026-05-04T08:03:00Z Alert CheckoutErrors firing on web-2:9090: 12 % of requests fail < alertmanager",
        "2026-05-04T08:40:00Z Alert CheckoutErrors resolved on web-1:9090 < alertmanager",
        "2026-05-04T08:44:30Z Alert CheckoutErrors resolved on web-2:9090 < alertmanager",
      ])
  }

  @Test func anActiveAlertOfTheListHasNoEndThoughOneIsForetold() {
    #expect(
      lines(AlertPayloads.alertmanagerAlerts) == [
        "# disk_filling: Disk fills", "started 2026-02-01T03:00:00Z", "detected 2026-02-01T03:00:00Z",
        "alert disk_filling",
        "2026-02-01T03:00:00Z Alert disk_filling firing on db-3 (silenced): Disk fills < alertmanager",
        "2026-02-01T03:05:00Z Alert disk_filling firing on db-4 < alertmanager",
        "2026-02-01T03:09:00Z Alert disk_filling resolved on db-4 < alertmanager",
        "# LatencyHigh: p99 over 2 s", "started 2026-02-01T03:06:00Z", "detected 2026-02-01T03:06:00Z",
        "services search", "alert LatencyHigh",
        "2026-02-01T03:06:00Z Alert LatencyHigh firing: p99 over 2 s < alertmanager",
      ])
  }

  @Test func anAlertUnderSeveralReceiversCountsOnce() {
    #expect(
      lines(AlertPayloads.alertmanagerGroups) == [
        "# QueueStuck", "started 2026-03-03T12:00:00Z", "detected 2026-03-03T12:00:00Z", "services mail",
        "alert QueueStuck", "2026-03-03T12:00:00Z Alert QueueStuck firing < alertmanager",
      ])
  }

  @Test func grafanaIsToldFromAlertmanagerByItsOwnKeys() {
    #expect(
      lines(AlertPayloads.grafanaWebhook) == [
        "# Memory full: Less than 2 % free", "started 2026-01-10T23:58:00Z", "detected 2026-01-10T23:58:00Z",
        "resolved 2026-01-11T00:20:10Z", "alert Memory full",
        "2026-01-10T23:58:00Z Alert Memory full firing on cache-1: Less than 2 % free < grafana",
        "2026-01-11T00:20:10Z Alert Memory full resolved on cache-1 < grafana",
      ])
    #expect(merged([AlertPayloads.grafanaWebhook]).first?.sources.first?.system == "grafana")
  }

  @Test func annotationsAreRowsWithoutTheirMarkup() {
    #expect(
      lines(AlertPayloads.grafanaAnnotations).suffix(2) == [
        "2026-05-04T08:05:00Z Deploy of build 4711 & migration (until 08:15 UTC) < grafana",
        "2026-05-04T08:06:40Z Alert Errors went from normal to alerting < grafana",
      ])
  }

  @Test func aGrafanaIncidentComesWithItsActivityTasksAndRoles() {
    #expect(
      lines(AlertPayloads.grafanaIncident) == [
        "# Search is slow (drill)", "started 2026-03-01T09:00:00Z", "resolved 2026-03-01T10:00:00Z", "services search",
        "severity major", "2026-03-01T09:00:00Z Incident started < grafana",
        "2026-03-01T09:05:00Z Incident declared in Grafana < grafana",
        "2026-03-01T09:20:00Z incident-commander found the query < grafana",
        "2026-03-01T09:22:00Z Severity changed < grafana", "2026-03-01T10:00:00Z Incident resolved < grafana",
        "2026-03-01T11:00:00Z Incident closed < grafana",
        "[open] Add a limit (responder)", "[done] Restart",
      ])
  }

  @Test func pagerDutySaysResolvedAndNeverMitigated() {
    #expect(
      lines(AlertPayloads.pagerDutyIncidents) == [
        "# [FIRING:1] CheckoutErrors checkout (critical)", "started 2026-05-04T08:01:40Z",
        "detected 2026-05-04T08:01:40Z", "acknowledged 2026-05-04T08:04:00Z", "resolved 2026-05-04T08:52:00Z",
        "services Checkout", "teams Shop", "severity SEV2",
        "2026-05-04T08:01:40Z Incident triggered: [FIRING:1] CheckoutErrors checkout (critical) < pagerduty",
        "2026-05-04T08:04:00Z Acknowledged by responder 1 < pagerduty",
        "2026-05-04T08:20:00Z Acknowledged by responder 2 < pagerduty",
        "2026-05-04T08:52:00Z Resolved by responder 1 < pagerduty",
        "# Backups late", "started 2026-05-09T00:00:00Z", "detected 2026-05-09T00:00:00Z", "services Backups",
        "2026-05-09T00:00:00Z Incident triggered: Backups late < pagerduty",
      ])
  }

  @Test func theFirstVersionOfPagerDutyIsRead() {
    #expect(
      lines(AlertPayloads.pagerDutyFirst) == [
        "# Mail queue is long", "started 2015-06-01T10:00:00Z", "detected 2015-06-01T10:00:00Z",
        "resolved 2015-06-01T11:30:00Z", "services mailer",
        "2015-06-01T10:00:00Z Incident triggered: Mail queue is long < pagerduty",
        "2015-06-01T11:30:00Z Resolved by responder < pagerduty",
      ])
  }

  @Test func logEntriesGivePhasesAndNotificationsAreLeftOut() {
    #expect(
      lines(AlertPayloads.pagerDutyLog) == [
        "# CheckoutErrors", "started 2026-05-04T08:01:40Z", "detected 2026-05-04T08:01:40Z",
        "acknowledged 2026-05-04T08:04:00Z", "resolved 2026-05-04T08:52:00Z", "services Checkout",
        "2026-05-04T08:01:40Z Triggered through the API < pagerduty",
        "2026-05-04T08:04:00Z Acknowledged by responder < pagerduty",
        "2026-05-04T08:30:00Z responder added a note: Rolled back build 4711 < pagerduty",
        "2026-05-04T08:52:00Z Resolved by responder < pagerduty",
      ])
    let rows = merged([AlertPayloads.pagerDutyLog]).first?.rows ?? []
    #expect(rows.contains { $0.isChatter && $0.text == "Notified responder by SMS" })
  }

  @Test func webhooksOfOneIncidentAreOne() {
    #expect(
      lines(AlertPayloads.pagerDutyWebhook) == [
        "# CheckoutErrors", "started 2026-05-04T08:01:40Z", "detected 2026-05-04T08:01:40Z", "services Checkout",
        "2026-05-04T08:01:40Z Incident triggered: CheckoutErrors < pagerduty",
        "2026-05-04T08:30:00Z responder: Rolled back < pagerduty",
      ])
    #expect(lines(AlertPayloads.pagerDutySecondWebhook).contains("resolved 2019-01-02T04:00:00Z"))
  }

  @Test func opsgenieCountsAnAlertsReportFromItsCreation() {
    #expect(
      lines(AlertPayloads.opsgenieAlerts) == [
        "# Disk full on db-1", "started 2026-04-02T01:00:00Z", "detected 2026-04-02T01:00:00Z",
        "acknowledged 2026-04-02T01:01:30Z", "resolved 2026-04-02T02:00:00Z", "severity P2",
        "alert Disk full on db-1", "2026-04-02T01:00:00Z Alert opened: Disk full on db-1 < opsgenie",
        "2026-04-02T01:01:30Z Alert acknowledged by responder 1 < opsgenie",
        "2026-04-02T02:00:00Z Alert closed by responder 2 < opsgenie",
      ])
  }

  @Test func opsgenieIncidentsHaveTheTimesOfTheirImpact() {
    #expect(
      lines(AlertPayloads.opsgenieIncidents) == [
        "# Payments fail", "started 2026-04-01T05:50:00Z", "resolved 2026-04-01T08:00:00Z", "services payments",
        "teams pay", "severity P1", "2026-04-01T05:50:00Z Incident started < opsgenie",
        "2026-04-01T06:00:00Z Incident opened in Opsgenie < opsgenie",
        "2026-04-01T08:00:00Z Incident resolved < opsgenie",
      ])
    #expect(
      lines(AlertPayloads.opsgenieWebhook).suffix(2) == [
        "2026-04-02T01:00:00Z Alert opened: Disk full on db-1 < opsgenie",
        "2026-04-02T02:00:00Z Alert closed by responder < opsgenie",
      ])
    #expect(
      lines(AlertPayloads.opsgenieLog).suffix(2) == [
        "2026-04-02T01:01:30Z Alert acknowledged via web < opsgenie",
        "2026-04-02T01:20:00Z responder: Grew the disk < opsgenie",
      ])
  }

  @Test func squadcastsYearOneMeansNotYet() {
    #expect(
      lines(AlertPayloads.squadcast) == [
        "# Site is down", "started 2026-06-01T10:00:00Z", "detected 2026-06-01T10:00:00Z",
        "acknowledged 2026-06-01T10:05:00Z", "resolved 2026-06-01T11:00:00Z", "services Website", "severity critical",
        "2026-06-01T10:00:00Z Incident triggered: Site is down < squadcast",
        "2026-06-01T10:05:00Z Acknowledged < squadcast",
        "2026-06-01T10:20:00Z responder created a note: Restarted < squadcast",
        "2026-06-01T11:00:00Z Resolved < squadcast",
        "# Never taken", "started 2026-06-03T10:00:00Z", "detected 2026-06-03T10:00:00Z", "services Website",
        "2026-06-03T10:00:00Z Incident triggered: Never taken < squadcast",
      ])
  }

  @Test func victorOpsGivesIncidentsAndAlerts() {
    #expect(
      lines(AlertPayloads.victorOpsIncidents) == [
        "# CPU of web", "started 2026-07-01T00:00:00Z", "detected 2026-07-01T00:00:00Z",
        "acknowledged 2026-07-01T00:04:00Z", "resolved 2026-07-01T00:30:00Z", "teams web", "alert cpu/web",
        "2026-07-01T00:00:00Z Incident triggered: CPU of web < victorops",
        "2026-07-01T00:04:00Z Acknowledged by responder < victorops",
        "2026-07-01T00:30:00Z Resolved by SYSTEM: back to normal < victorops",
      ])
    #expect(
      lines(AlertPayloads.victorOpsAlert).suffix(2) == [
        "2026-07-01T00:00:00Z Alert CPU of web firing: load 40 < victorops",
        "2026-07-01T00:30:00Z Alert CPU of web resolved: load 1 < victorops",
      ])
  }

  @Test func ruleFilesGiveTheAlertsWithTheirRunbooks() {
    let alerts = yield([AlertPayloads.prometheusRules]).alerts
    #expect(alerts.map(\.name) == ["CheckoutErrors", "disk_filling"])
    #expect(alerts.first?.severity == "critical" && alerts.first?.summary == "Checkout answers with 502")
    #expect(alerts.first?.runbook == "https://runbooks.shop.test/checkout")
  }
}
