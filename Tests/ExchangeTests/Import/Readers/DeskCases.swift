import Exchange

extension ReaderCase {
  /// ServiceNow and Chaos Toolkit.
  static let desks: [ReaderCase] = [
    ReaderCase(
      "ServiceNow's row", .servicenow,
      """
      {"result":{"sys_id":"46d44a2ba9fe198101a1b3d0","number":"INC0010077","short_description":"Printers are offline",
      "description":"Since the update","opened_at":"2026-03-02 08:00:00","work_start":"","resolved_at":"2026-03-02 09:30:00",
      "closed_at":"2026-03-09 09:30:00","state":"7","severity":"3","priority":"2","cmdb_ci":"print-spooler",
      "business_service":"","assignment_group":"Workplace","assigned_to":"Noor Example","close_code":"Solved (Permanently)",
      "close_notes":"Driver rolled back",
      "work_notes":"2026-03-02 08:40:00 - Sam Sample (Work notes)\\nDriver is suspected\\n\\n2026-03-02 08:10:00 - Noor Example (Work notes)\\nAll floors\\n"}}
      """,
      gives: """
        incident INC0010077 'Printers are offline'
        detected 2026-03-02T08:00:00Z
        resolved 2026-03-02T09:30:00Z
        severity 3
        summary Since the update
        services print-spooler
        teams Workplace
        row 2026-03-02T08:00:00Z Opened
        row 2026-03-02T09:30:00Z Resolved
        row 2026-03-09T09:30:00Z Closed
        row 2026-03-02T08:40:00Z Driver is suspected
        row 2026-03-02T08:10:00Z All floors
        note ServiceNow's times are read as UTC; where the export shows the instance's zone they are off by it
        note ServiceNow gives priority 2
        note ServiceNow's close code: Solved (Permanently)
        note ServiceNow's close notes: Driver rolled back
        person Noor Example → responder
        person Sam Sample → responder
        """),
    ReaderCase(
      "ServiceNow's display values", .servicenow,
      """
      {"result":[{"number":{"display_value":"INC0010078","value":"INC0010078"},
      "short_description":{"display_value":"No badge readers","value":"No badge readers"},
      "sys_created_on":{"display_value":"02.03.2026 09:00:00","value":"2026-03-02 08:00:00"},
      "resolved_at":{"display_value":"","value":""},"severity":{"display_value":"1 - High","value":"1"},
      "cmdb_ci":{"display_value":"badge-gate","value":"26da329f0a0a0bb400f69d8159bc753d","link":"https://x/api"},
      "assignment_group":{"value":"8a4dde73c6112278017a6a4baf547aa7","link":"https://x/api"},"caller_id":null}]}
      """,
      gives: """
        incident INC0010078 'No badge readers'
        detected 2026-03-02T08:00:00Z
        severity 1 - High
        services badge-gate
        note ServiceNow's times are read as UTC; where the export shows the instance's zone they are off by it
        """),
    ReaderCase(
      "Chaos Toolkit's experiment", .chaosToolkit,
      """
      {"version":"1.0.0","title":"Losing a zone","description":"Traffic moves on","tags":["net"],
      "configuration":{"token":"hunter2hunter2"},"secrets":{"k8s":{"key":"hunter3hunter3"}},
      "steady-state-hypothesis":{"title":"Answers","probes":[{"type":"probe","name":"ok","tolerance":200,
      "provider":{"type":"http","url":"https://x?key=hunter4"}}]},
      "method":[{"type":"action","name":"cut","provider":{"type":"process","arguments":"hunter5"}}],"rollbacks":[]}
      """, gives: "experiment 'Losing a zone' | Traffic moves on"),
    ReaderCase(
      "Chaos Toolkit's journal", .chaosToolkit,
      """
      {"chaoslib-version":"1.40.0","platform":"Linux","experiment":{"title":"Losing a zone","description":null,
      "configuration":{"token":"hunter2hunter2"},"method":[]},"start":"2026-03-02T10:00:00.120934",
      "end":"2026-03-02T10:04:00.5","duration":240.4,"status":"failed","deviated":true,
      "steady_states":{"before":{"steady_state_met":true,"probes":[{"start":"2026-03-02T10:00:01","status":"succeeded"}]},
      "after":{"steady_state_met":false,"probes":[{"start":"2026-03-02T10:03:00","status":"succeeded","output":"hunter6"}]},
      "during":[]},"run":[{"activity":{"type":"action","name":"cut zone","provider":{"arguments":"hunter5"}},
      "status":"succeeded","output":"hunter7","start":"2026-03-02T10:01:00.1","end":"2026-03-02T10:01:02"}],
      "rollbacks":[{"activity":{"type":"action","name":"join zone"},"status":"failed","start":"2026-03-02T10:03:30"},null]}
      """,
      gives: """
        experiment 'Losing a zone' | 2026-03-02T10:00:00Z | 2026-03-02T10:04:00Z | failed | deviated true
        row 2026-03-02T10:00:01Z steady state before: met
        row 2026-03-02T10:01:00Z action cut zone: succeeded
        row 2026-03-02T10:03:00Z steady state after: not met
        row 2026-03-02T10:03:30Z rollback action join zone: failed
        """),
  ]
}
