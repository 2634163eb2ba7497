/// Exports of the systems that page people, each of one form, as they come.
enum AlertPayloads {
  static let all: [(name: String, text: String)] = [
    ("alertmanager webhook", alertmanagerWebhook), ("alertmanager alerts", alertmanagerAlerts),
    ("alertmanager groups", alertmanagerGroups), ("grafana webhook", grafanaWebhook),
    ("grafana annotations", grafanaAnnotations), ("grafana incident", grafanaIncident),
    ("pagerduty incidents", pagerDutyIncidents), ("pagerduty first version", pagerDutyFirst),
    ("pagerduty log", pagerDutyLog), ("pagerduty notes", pagerDutyNotes), ("pagerduty webhook", pagerDutyWebhook),
    ("pagerduty second webhook", pagerDutySecondWebhook), ("opsgenie incidents", opsgenieIncidents),
    ("opsgenie alerts", opsgenieAlerts), ("opsgenie log", opsgenieLog), ("opsgenie webhook", opsgenieWebhook),
    ("squadcast", squadcast), ("victorops incidents", victorOpsIncidents), ("victorops alert", victorOpsAlert),
    ("prometheus rules", prometheusRules),
  ]

  /// Two deliveries of one group: firing with two alerts, later one of them resolved.
  static let alertmanagerWebhook = #"""
    {"version":"4","groupKey":"{}:{alertname=\"CheckoutErrors\"}","truncatedAlerts":0,"status":"firing","receiver":"team\\-shop","groupLabels":{"alertname":"CheckoutErrors"},"commonLabels":{"alertname":"CheckoutErrors","severity":"critical","service":"checkout","team":"shop"},"commonAnnotations":{"summary":"Checkout answers with 502","runbook_url":"https://runbooks.shop.test/checkout?a=1\u0026b=2"},"externalURL":"https://alerts.shop.test","alerts":[{"status":"firing","labels":{"alertname":"CheckoutErrors","instance":"web-1:9090"},"annotations":{"summary":"Checkout answers with 502","description":"41 % of requests fail","runbook_url":"https://runbooks.shop.test/checkout?a=1\u0026b=2"},"startsAt":"2026-05-04T10:01:12.123456789+02:00","endsAt":"0001-01-01T00:00:00Z","generatorURL":"https://prometheus.shop.test/graph","fingerprint":"ff01"},{"status":"firing","labels":{"alertname":"CheckoutErrors","instance":"web-2:9090"},"annotations":{"description":"12 % of requests fail"},"startsAt":"2026-05-04T08:03:00Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"ff02"}]}
    {"version":"4","groupKey":"{}:{alertname=\"CheckoutErrors\"}","status":"resolved","receiver":"team\\-shop","groupLabels":{"alertname":"CheckoutErrors"},"commonLabels":{"alertname":"CheckoutErrors","service":"checkout"},"commonAnnotations":{},"alerts":[{"status":"resolved","labels":{"alertname":"CheckoutErrors","instance":"web-1:9090"},"annotations":{},"startsAt":"2026-05-04T10:01:12.123456789+02:00","endsAt":"2026-05-04T08:40:00Z","fingerprint":"ff01"},{"status":"resolved","labels":{"alertname":"CheckoutErrors","instance":"web-2:9090"},"annotations":{},"startsAt":"2026-05-04T08:03:00Z","endsAt":"2026-05-04T08:44:30Z","fingerprint":"ff02"}]}
    """#

  static let alertmanagerAlerts = #"""
    [{"labels":{"alertname":"disk_filling","job":"node","instance":"db-3"},"annotations":{"summary":"Disk fills"},"startsAt":"2026-02-01T03:00:00.5Z","endsAt":"2026-02-01T03:14:00Z","updatedAt":"2026-02-01T03:10:00Z","fingerprint":"a1","receivers":[{"name":"night"}],"status":{"state":"suppressed","silencedBy":["x"],"inhibitedBy":[]}},
     {"labels":{"alertname":"disk_filling","job":"node","instance":"db-4"},"annotations":{},"startsAt":"2026-02-01T03:05:00Z","endsAt":"2026-02-01T03:09:00Z","updatedAt":"2026-02-01T03:10:00Z","fingerprint":"a2","receivers":[],"status":{"state":"active"}},
     {"labels":{"alertname":"LatencyHigh","service":"search"},"annotations":{"message":"p99 over 2 s"},"startsAt":"2026-02-01T03:06:00Z","endsAt":"2026-02-01T03:14:00Z","updatedAt":"2026-02-01T03:10:00Z","fingerprint":"a3","receivers":[],"status":{"state":"active"}}]
    """#

  static let alertmanagerGroups = #"""
    [{"labels":{"alertname":"QueueStuck"},"receiver":{"name":"a"},"alerts":[{"labels":{"alertname":"QueueStuck","service":"mail"},"annotations":{},"startsAt":"2026-03-03T12:00:00Z","endsAt":"2026-03-03T12:05:00Z","updatedAt":"2026-03-03T12:01:00Z","fingerprint":"q1","status":{"state":"active"}}]},
     {"labels":{"alertname":"QueueStuck","cluster":"eu"},"receiver":{"name":"b"},"alerts":[{"labels":{"alertname":"QueueStuck","service":"mail"},"annotations":{},"startsAt":"2026-03-03T12:00:00Z","endsAt":"2026-03-03T12:05:00Z","updatedAt":"2026-03-03T12:01:00Z","fingerprint":"q1","status":{"state":"active"}}]}]
    """#

  static let grafanaWebhook = #"""
    {"receiver":"hook","status":"resolved","orgId":1,"version":"1","groupKey":"{}/{}:{}","state":"ok","title":"[RESOLVED] Memory","message":"gone","groupLabels":{},"commonLabels":{"alertname":"Memory full"},"commonAnnotations":{"summary":"Less than 2 % free"},"externalURL":"https://graphs.shop.test/","alerts":[{"status":"resolved","labels":{"alertname":"Memory full","host":"cache-1"},"annotations":{"summary":"Less than 2 % free"},"startsAt":"2026-01-10T23:58:00Z","endsAt":"2026-01-11T00:20:10Z","fingerprint":"e1","silenceURL":"https://graphs.shop.test/s?a=b\u0026c=d","dashboardURL":"https://graphs.shop.test/d/1","panelURL":"https://graphs.shop.test/d/1?viewPanel=2","values":{"A":1.5e9,"B":0}}]}
    """#

  static let grafanaAnnotations = #"""
    [{"id":7,"alertId":0,"dashboardUID":"shop","panelId":3,"time":1777881900000,"timeEnd":1777882500000,"text":"Deploy of <b>build 4711</b> &amp; migration","tags":["deploy"],"login":"ada","email":"ada@shop.test"},
     {"id":8,"alertId":5,"alertName":"Errors","dashboardUID":"shop","time":1777882000000,"timeEnd":0,"newState":"Alerting","prevState":"Normal","text":"","tags":[]}]
    """#

  static let grafanaIncident = #"""
    {"incidents":[{"incidentID":"31","title":"Search is slow","severity":"major","status":"resolved","isDrill":true,"incidentStart":"2026-03-01T09:00:00Z","incidentEnd":"2026-03-01T10:00:00Z","createdTime":"2026-03-01T09:05:00Z","closedTime":"2026-03-01T11:00:00Z","summary":"Queries took 9 s.","overviewURL":"https://irm.shop.test/31","labels":[{"key":"service","label":"search"},{"label":"eu"}],"incidentMembership":{"assignments":[{"role":{"name":"commander"},"user":{"name":"Ada Quill"}}]},"taskList":{"tasks":[{"text":"Add a limit","status":"todo","assignedUser":{"name":"Bram Oake"}},{"text":"Restart","status":"done"}]}}],"activityItems":[]}
    {"activityItems":[{"activityItemID":"a","incidentID":"31","activityKind":"userNote","body":"Ada Quill found the query","eventTime":"2026-03-01T09:20:00Z","createdTime":"2026-03-01T09:25:00Z","user":{"name":"Ada Quill"}},{"activityItemID":"b","incidentID":"31","activityKind":"severityChanged","createdTime":"2026-03-01T09:22:00Z"}]}
    """#

  static let pagerDutyIncidents = #"""
    {"incidents":[{"id":"PQ12","incident_number":7,"title":"[FIRING:1] CheckoutErrors checkout (critical)","description":"Paid orders fail","status":"resolved","urgency":"high","html_url":"https://shop.pagerduty.test/incidents/PQ12","created_at":"2026-05-04T08:01:40Z","service":{"id":"S1","summary":"Checkout","type":"service_reference"},"assignments":[{"at":"2026-05-04T08:01:41Z","assignee":{"summary":"Ada Quill","type":"user_reference"}}],"acknowledgements":[{"at":"2026-05-04T08:04:00Z","acknowledger":{"summary":"Ada Quill","type":"user_reference"}},{"at":"2026-05-04T08:20:00Z","acknowledger":{"summary":"Bram Oake","type":"user_reference"}}],"last_status_change_at":"2026-05-04T08:52:00Z","last_status_change_by":{"summary":"Ada Quill","type":"user_reference"},"priority":{"summary":"SEV2"},"teams":[{"summary":"Shop"}],"escalation_policy":{"summary":"Default"}},
     {"id":"PQ13","incident_number":8,"title":"Backups late","status":"triggered","urgency":"low","created_at":"2026-05-09T00:00:00Z","service":{"summary":"Backups"},"resolve_reason":null}],"limit":25,"offset":0,"more":false}
    """#

  static let pagerDutyFirst = #"""
    {"incidents":[{"id":"OLD1","incident_number":3,"created_on":"2015-06-01T10:00:00Z","status":"resolved","html_url":"https://shop.pagerduty.test/incidents/OLD1","incident_key":"k","service":{"id":"X","name":"mailer"},"trigger_summary_data":{"subject":"Mail queue is long"},"last_status_change_on":"2015-06-01T11:30:00Z","resolved_by_user":{"name":"Cleo Marsh","email":"cleo@shop.test"},"assigned_to":[],"urgency":"high"}],"limit":100,"offset":0,"total":1}
    """#

  static let pagerDutyLog = #"""
    {"log_entries":[{"id":"R1","type":"trigger_log_entry","summary":"Triggered through the API","created_at":"2026-05-04T08:01:40Z","agent":{"summary":"Checkout","type":"service_reference"},"channel":{"type":"api"},"incident":{"id":"PQ12","summary":"CheckoutErrors"}},
     {"id":"R2","type":"notify_log_entry","summary":"Notified Ada Quill by SMS","created_at":"2026-05-04T08:01:50Z","agent":{"summary":"Checkout","type":"service_reference"},"user":{"summary":"Ada Quill","type":"user_reference"},"channel":{"type":"auto"},"incident":{"id":"PQ12"}},
     {"id":"R3","type":"acknowledge_log_entry","summary":"Acknowledged by Ada Quill","created_at":"2026-05-04T08:04:00Z","agent":{"summary":"Ada Quill","type":"user_reference"},"channel":{"type":"mobile"},"incident":{"id":"PQ12"}},
     {"id":"R4","type":"annotate_log_entry","summary":"Ada Quill added a note","created_at":"2026-05-04T08:30:00Z","agent":{"summary":"Ada Quill","type":"user_reference"},"channel":{"type":"note","summary":"Rolled back build 4711"},"incident":{"id":"PQ12"}},
     {"id":"R5","type":"resolve_log_entry","summary":"Resolved by Ada Quill","created_at":"2026-05-04T08:52:00Z","agent":{"summary":"Ada Quill","type":"user_reference"},"channel":{"type":"web_ui"},"incident":{"id":"PQ12"}}]}
    """#

  static let pagerDutyNotes = #"""
    {"notes":[{"id":"N2","user":{"summary":"Bram Oake","type":"user_reference"},"content":"Errors stopped,\nsays Ada","created_at":"2026-05-04T10:33:00+02:00"},{"id":"N1","user":{"summary":"Ada Quill","type":"user_reference"},"content":"Rolled back build 4711","created_at":"2026-05-04T08:30:00Z"}]}
    """#

  static let pagerDutyWebhook = #"""
    {"event":{"id":"E1","event_type":"incident.triggered","resource_type":"incident","occurred_at":"2026-05-04T08:01:40.458Z","agent":{"summary":"Checkout","type":"service_reference"},"data":{"id":"PQ12","type":"incident","html_url":"https://shop.pagerduty.test/incidents/PQ12","number":7,"status":"triggered","title":"CheckoutErrors","created_at":"2026-05-04T08:01:40Z","urgency":"high","service":{"summary":"Checkout"},"escalation_policy":{"summary":"Default"},"teams":[],"priority":null}}}
    {"event":{"id":"E2","event_type":"incident.annotated","resource_type":"incident","occurred_at":"2026-05-04T08:30:00Z","agent":{"summary":"Ada Quill","type":"user_reference"},"data":{"id":"N1","type":"incident_note","content":"Rolled back","incident":{"id":"PQ12","summary":"CheckoutErrors"}}}}
    """#

  static let pagerDutySecondWebhook = #"""
    {"messages":[{"event":"incident.resolve","created_on":"2019-01-02T04:00:00Z","incident":{"id":"PW2","incident_number":5,"incident_key":"k","title":"Login fails","status":"resolved","urgency":"high","created_at":"2019-01-02T03:00:00Z","last_status_change_at":"2019-01-02T04:00:00Z","service":{"name":"login"}},"log_entries":[{"id":"L1","type":"resolve_log_entry","summary":"Resolved by timeout","created_at":"2019-01-02T04:00:00Z","agent":{"type":"service_reference","summary":"login"},"channel":{"type":"timeout"}}]}]}
    """#

  static let opsgenieIncidents = #"""
    {"data":[{"id":"og-1","serviceId":"s","tinyId":"4","message":"Payments fail","description":"Cards are declined","status":"closed","tags":["service:payments","eu"],"createdAt":"2026-04-01T06:00:00.25Z","updatedAt":"2026-04-01T09:00:00Z","priority":"P1","ownerTeam":"pay","responders":[{"type":"team","id":"t"}],"impactStartDate":"2026-04-01T05:50:00Z","impactEndDate":"2026-04-01T08:00:00Z","extraProperties":{}}],"paging":{}}
    """#

  static let opsgenieAlerts = #"""
    [{"id":"al-1","tinyId":"9","alias":"x","message":"Disk full on db-1","status":"closed","acknowledged":true,"isSeen":true,"tags":["critical"],"snoozed":false,"count":3,"lastOccurredAt":"2026-04-02T01:00:00Z","createdAt":"2026-04-02T01:00:00Z","updatedAt":"2026-04-02T02:00:00Z","source":"zabbix","owner":"dana@shop.test","priority":"P2","report":{"ackTime":90000,"closeTime":3600000,"acknowledgedBy":"dana@shop.test","closedBy":"eli@shop.test"}}]
    """#

  static let opsgenieLog = #"""
    {"data":[{"log":"Alert acknowledged via web","type":"system","owner":"dana@shop.test","createdAt":"2026-04-02T01:01:30Z","offset":"1"},{"note":"Grew the disk","owner":"dana@shop.test","createdAt":"2026-04-02T01:20:00Z","offset":"2"}]}
    """#

  static let opsgenieWebhook = #"""
    {"action":"Close","alert":{"alertId":"al-1","message":"Disk full on db-1","tags":["critical"],"tinyId":"9","alias":"x","createdAt":1775091600123,"updatedAt":1775095200000000123,"username":"eli@shop.test","userId":"u","entity":"","priority":"P2"},"source":{"name":"","type":"web"},"integrationId":"i","integrationName":"hook"}
    """#

  static let squadcast = #"""
    [{"id":"sq1","title":"Site is down","description":"Probe failed","status":"resolved","service":"Website","alert_source":"Email","assignee":"Fern Holt","created_at":"2026-06-01T10:00:00.5Z","acknowledged_at":"2026-06-01T10:05:00Z","resolved_at":"2026-06-01T11:00:00Z","tags":{"severity":{"value":"critical","color":"#f00"}},"event_count":1,"tta (ms)":300000,"ttr (ms)":3600000,"logs":[{"action":"triggered","assignedTo":"escalationpolicy","id":"1","time":"2026-06-01T10:00:00Z","reason":"","additionalInfo":null},{"action":"acknowledged","assignedTo":"user","id":"2","time":"2026-06-01T10:05:00Z","reason":""},{"action":"note_created","assignedTo":"user","id":"2","time":"2026-06-01T10:20:00Z","reason":"Fern Holt created a note","additionalInfo":{"note":"Restarted"}},{"action":"resolved","assignedTo":"user","id":"2","time":"2026-06-01T11:00:00Z","reason":""}],"url":"https://app.squadcast.test/sq1"},
     {"id":"sq2","title":"Never taken","status":"triggered","service":"Website","alert_source":"Squadcast UI","assignee":"Night policy","created_at":"2026-06-03T10:00:00Z","acknowledged_at":"0001-01-01T00:00:00Z","resolved_at":"0001-01-01T00:00:00Z","tags":null,"tta (ms)":0,"ttr (ms)":0,"logs":[]}]
    """#

  static let victorOpsIncidents = #"""
    {"incidents":[{"incidentNumber":"77","currentPhase":"RESOLVED","startTime":"2026-07-01T00:00:00Z","alertCount":2,"entityId":"cpu/web","entityDisplayName":"CPU of web","service":"web","pagedUsers":["gil"],"pagedTeams":["web"],"transitions":[{"name":"Acknowledged","at":"2026-07-01T00:04:00Z","by":"gil","message":"","manually":true},{"name":"Resolved","at":"2026-07-01T00:30:00Z","by":"SYSTEM","message":"back to normal"}]}]}
    """#

  static let victorOpsAlert = #"""
    {"message_type":"CRITICAL","entity_id":"cpu/web","entity_display_name":"CPU of web","state_message":"load 40","timestamp":1782864000,"monitoring_tool":"nagios","service":"web"}
    {"message_type":"RECOVERY","entity_id":"cpu/web","entity_display_name":"CPU of web","state_message":"load 1","timestamp":1782865800,"monitoring_tool":"nagios","service":"web"}
    """#

  static let prometheusRules = """
    groups:
      - name: shop
        rules:
          - record: job:errors:rate5m
            expr: sum(rate(errors[5m]))
          - alert: CheckoutErrors
            expr: job:errors:rate5m > 0.1
            for: 2m
            labels: {severity: critical}
            annotations:
              summary: Checkout answers with 502
              runbook_url: https://runbooks.shop.test/checkout
          - alert: disk_filling
            expr: disk < 5
    """
}
