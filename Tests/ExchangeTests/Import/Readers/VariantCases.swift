import Exchange

extension ReaderCase {
  /// Forms of the same systems' exports that their newer versions, other settings or rarer states send.
  static let variants: [ReaderCase] = [
    ReaderCase(
      "Alertmanager's inhibited and unprocessed", .alertmanager,
      #"""
      [{"labels":{"alertname":"NodeDown","service":"ingest","severity":"warning","instance":"n7"},"annotations":{"summary":"Node n7 gone"},"startsAt":"2026-06-01T02:00:00Z","endsAt":"2026-06-01T02:20:00Z","updatedAt":"2026-06-01T02:10:00Z","generatorURL":"http://p/graph","fingerprint":"b1","receivers":[{"name":"ops"}],"status":{"state":"suppressed","silencedBy":[],"inhibitedBy":["b2"]}},
      {"labels":{"alertname":"NodeDown","service":"ingest","severity":"critical","instance":"n8"},"annotations":{},"startsAt":"2026-06-01T01:58:00Z","endsAt":"2026-06-01T02:20:00Z","updatedAt":"2026-06-01T02:10:00Z","fingerprint":"b2","receivers":[{"name":"ops"}],"status":{"state":"unprocessed","silencedBy":[],"inhibitedBy":[]}}]
      """#,
      gives: """
        incident b2@2026-06-01T01:58:00Z 'NodeDown: Node n7 gone'
        detected 2026-06-01T01:58:00Z
        severity critical
        detection alert
        services ingest
        row 2026-06-01T01:58:00Z Alert NodeDown firing on n8
        row 2026-06-01T02:00:00Z Alert NodeDown firing on n7 (inhibited): Node n7 gone <http://p/graph>
        """),
    ReaderCase(
      "Grafana's firing beside resolved", .grafana,
      #"""
      {"receiver":"irm","status":"firing","orgId":3,"alerts":[{"status":"firing","labels":{"alertname":"Slow writes","grafana_folder":"db","service":"ledger"},"annotations":{"summary":"p95 above 900 ms"},"startsAt":"2026-06-02T11:04:00+02:00","endsAt":"0001-01-01T00:00:00Z","generatorURL":"https://g.test/a","fingerprint":"c1","silenceURL":"https://g.test/s1","dashboardURL":"","panelURL":"","values":null,"valueString":"[ var='B' labels={} value=930 ]"},{"status":"resolved","labels":{"alertname":"Slow writes","service":"ledger","pod":"w-2"},"annotations":{"summary":"p95 above 900 ms"},"startsAt":"2026-06-02T08:50:00Z","endsAt":"2026-06-02T09:03:00Z","fingerprint":"c2","silenceURL":"https://g.test/s2"}],"groupLabels":{"alertname":"Slow writes"},"commonLabels":{"alertname":"Slow writes","service":"ledger"},"commonAnnotations":{},"externalURL":"https://g.test/","version":"1","groupKey":"{}","truncatedAlerts":0,"title":"[FIRING:1, RESOLVED:1]","state":"alerting","message":"x"}
      """#,
      gives: """
        incident c2@2026-06-02T08:50:00Z 'Slow writes: p95 above 900 ms'
        detected 2026-06-02T08:50:00Z
        detection alert
        services ledger
        row 2026-06-02T08:50:00Z Alert Slow writes firing on w-2: p95 above 900 ms
        row 2026-06-02T09:03:00Z Alert Slow writes resolved on w-2
        row 2026-06-02T09:04:00Z Alert Slow writes firing: p95 above 900 ms <https://g.test/a>
        """),
    ReaderCase(
      "PagerDuty's third webhooks", .pagerduty,
      #"""
      {"event":{"id":"01E","event_type":"incident.priority_updated","resource_type":"incident","occurred_at":"2026-06-03T07:12:00.000Z","agent":{"html_url":"https://o.pagerduty.com/users/P1","id":"P1","summary":"Mira Quist","type":"user_reference"},"client":null,"data":{"id":"Q9X","type":"incident","self":"https://api","html_url":"https://o.pagerduty.com/incidents/Q9X","number":61,"status":"acknowledged","incident_key":"k","created_at":"2026-06-03T07:00:10Z","title":"Ledger lags","service":{"id":"PS","summary":"ledger","type":"service_reference"},"assignees":[{"id":"P1","summary":"Mira Quist","type":"user_reference"}],"escalation_policy":{"summary":"Default"},"teams":[{"summary":"Storage"}],"priority":{"id":"PP","summary":"P2","type":"priority_reference"},"urgency":"high","conference_bridge":null,"resolve_reason":null}}}
      {"event":{"id":"01F","event_type":"incident.annotated","resource_type":"incident","occurred_at":"2026-06-03T07:20:00.000Z","agent":{"id":"P1","summary":"Mira Quist","type":"user_reference"},"data":{"incident":{"id":"Q9X","summary":"Ledger lags","type":"incident_reference"},"id":"N1","content":"Mira Quist paused the backfill","trimmed":false,"type":"incident_note"}}}
      {"event":{"id":"01G","event_type":"incident.resolved","resource_type":"incident","occurred_at":"2026-06-03T07:44:00.000Z","agent":{"id":"P1","summary":"Mira Quist","type":"user_reference"},"data":{"id":"Q9X","type":"incident","number":61,"status":"resolved","created_at":"2026-06-03T07:00:10Z","title":"Ledger lags","service":{"summary":"ledger"},"assignees":[],"urgency":"high"}}}
      """#,
      gives: """
        incident Q9X 'Ledger lags'
        detected 2026-06-03T07:00:10Z
        url https://o.pagerduty.com/incidents/Q9X
        severity P2
        detection alert
        services ledger
        teams Storage
        row 2026-06-03T07:00:10Z Incident triggered: Ledger lags <https://o.pagerduty.com/incidents/Q9X>
        row 2026-06-03T07:12:00Z Priority set to P2 by Mira Quist <https://o.pagerduty.com/incidents/Q9X>
        person Mira Quist → responder
        incident Q9X 'Ledger lags'
        row 2026-06-03T07:20:00Z Mira Quist: Mira Quist paused the backfill
        person Mira Quist → responder
        incident Q9X 'Ledger lags'
        detected 2026-06-03T07:00:10Z
        resolved 2026-06-03T07:44:00Z
        detection alert
        services ledger
        row 2026-06-03T07:00:10Z Incident triggered: Ledger lags
        row 2026-06-03T07:44:00Z Resolved by Mira Quist
        person Mira Quist → responder
        """),
    ReaderCase(
      "Opsgenie's log of an alert", .opsgenie,
      #"""
      {"data":[{"log":"Alert created via API","type":"system","owner":"System","createdAt":"2026-06-04T05:00:00Z","offset":"1_1"},{"log":"Alert acknowledged via [web]","type":"alertRecipient","owner":"iris@mail.test","createdAt":"2026-06-04T05:03:00.5Z","offset":"2_1"},{"log":"Closed via web","type":"system","owner":"iris@mail.test","createdAt":"2026-06-04T05:30:00Z","offset":"3_1"}],"paging":{"next":"https://api.opsgenie.com/v2/alerts/x/logs","first":"f"},"took":0.05,"requestId":"r"}
      """#,
      gives: """
        row 2026-06-04T05:00:00Z Alert created via API
        row 2026-06-04T05:03:00Z Alert acknowledged via [web]
        row 2026-06-04T05:30:00Z Closed via web
        person iris@mail.test → responder
        """),
    ReaderCase(
      "FireHydrant's milestones", .firehydrant,
      #"""
      {"id":"fh-88","name":"Exports stall","number":88,"description":"Exports do not finish","summary":"A lock","customer_impact_summary":"Exports are late","severity":"SEV3","priority":"P3","created_at":"2026-06-05T10:05:00.000Z","started_at":"2026-06-05T09:58:00.000Z","current_milestone":"resolved","milestones":[{"id":"m1","type":"started","occurred_at":"2026-06-05T09:58:00.000Z","created_at":"2026-06-05T10:05:00.000Z"},{"id":"m2","type":"detected","occurred_at":"2026-06-05T10:01:00.000Z"},{"id":"m3","type":"mitigated","occurred_at":"2026-06-05T10:40:00.000Z"},{"id":"m4","type":"resolved","occurred_at":"2026-06-05T11:00:00.000Z"}],"services":[{"id":"s","name":"exporter"}],"environments":[{"id":"e","name":"production"}],"functionalities":[],"labels":{},"role_assignments":[{"user":{"name":"Omar Lind","email":"omar@mail.test"},"incident_role":{"name":"Commander"}}],"incident_url":"https://app.firehydrant.io/incidents/fh-88"}
      """#,
      gives: """
        incident fh-88 'Exports stall'
        started 2026-06-05T09:58:00Z
        detected 2026-06-05T10:01:00Z
        mitigated 2026-06-05T10:40:00Z
        resolved 2026-06-05T11:00:00Z
        url https://app.firehydrant.io/incidents/fh-88
        severity SEV3
        summary A lock
        impact Exports are late
        services exporter
        row 2026-06-05T09:58:00Z Milestone: started
        row 2026-06-05T10:01:00Z Milestone: detected
        row 2026-06-05T10:40:00Z Milestone: mitigated
        row 2026-06-05T11:00:00Z Milestone: resolved
        person Omar Lind → incident-commander
        """),
    ReaderCase(
      "ServiceNow's values beside what is shown", .servicenow,
      #"""
      {"result":[{"number":{"display_value":"INC0045","value":"INC0045"},"sys_id":{"display_value":"ab1","value":"ab1"},"short_description":{"display_value":"VPN drops","value":"VPN drops"},"opened_at":{"display_value":"06/06/2026 09:10:00","value":"2026-06-06 07:10:00"},"resolved_at":{"display_value":"06/06/2026 10:00:00","value":"2026-06-06 08:00:00"},"closed_at":{"display_value":"","value":""},"state":{"display_value":"Resolved","value":"6"},"severity":{"display_value":"2 - Medium","value":"2"},"priority":{"display_value":"1 - Critical","value":"1"},"cmdb_ci":{"display_value":"vpn-gw-1","value":"ff","link":"https://i.service-now.com/api/now/table/cmdb_ci/ff"},"assigned_to":{"display_value":"Petra Holm","value":"u1"},"close_notes":{"display_value":"Restarted the gateway","value":"Restarted the gateway"},"caller_id":{"display_value":"Nils Berg","value":"u2"}}]}
      """#,
      gives: """
        incident INC0045 'VPN drops'
        detected 2026-06-06T07:10:00Z
        resolved 2026-06-06T08:00:00Z
        severity 2 - Medium
        services vpn-gw-1
        row 2026-06-06T07:10:00Z Opened
        row 2026-06-06T08:00:00Z Resolved
        note ServiceNow's times are read as UTC; where the export shows the instance's zone they are off by it
        note ServiceNow gives priority 1 - Critical
        note ServiceNow's close notes: Restarted the gateway
        person Nils Berg → responder
        person Petra Holm → responder
        """),
    ReaderCase(
      "Statuspage's unresolved with components", .statuspage,
      #"""
      {"page":{"id":"yh","name":"Acme","url":"https://status.acme.test","time_zone":"Etc/UTC","updated_at":"2026-06-07T02:00:00Z"},"incidents":[{"name":"Login errors","status":"monitoring","created_at":"2026-06-07T01:00:00.123-07:00","updated_at":"2026-06-07T02:00:00.000-07:00","monitoring_at":"2026-06-07T01:45:00.000-07:00","resolved_at":null,"impact":"critical","shortlink":"https://stspg.io/zz","started_at":"2026-06-07T00:50:00.000-07:00","id":"lg1","page_id":"yh","incident_updates":[{"status":"monitoring","body":"A fix is in.","created_at":"2026-06-07T01:45:00.000-07:00","updated_at":"2026-06-07T01:45:00.000-07:00","display_at":"2026-06-07T01:45:00.000-07:00","affected_components":[{"code":"c1","name":"Login","old_status":"major_outage","new_status":"operational"}],"deliver_notifications":true,"custom_tweet":null,"id":"u2","incident_id":"lg1"},{"status":"investigating","body":"Logins fail.","created_at":"2026-06-07T01:00:00.000-07:00","display_at":"2026-06-07T01:00:00.000-07:00","id":"u1","incident_id":"lg1"}],"components":[{"id":"c1","name":"Login","status":"operational","group":false},{"id":"c2","name":"API","status":"operational"}]}]}
      """#,
      gives: """
        incident lg1 'Login errors'
        started 2026-06-07T07:50:00Z
        url https://stspg.io/zz
        services Login, API
        row 2026-06-07T08:00:00Z Investigating: Logins fail.
        row 2026-06-07T08:45:00Z Monitoring: A fix is in.
        note Statuspage calls the impact 'critical', which is public wording and no severity
        """),
    ReaderCase(
      "cState's TOML with an offset", .cstate, file: "issues/2026-06-08-search.md",
      #"""
      +++
      title = "Search is slow"
      date = 2026-06-08T10:00:00+02:00
      resolved = true
      resolvedWhen = 2026-06-08T12:30:00+02:00
      severity = "disrupted"
      affected = ["Search", "API"]
      section = "issue"
      +++

      *Monitoring* - A new node is warming up. {{< track "2026-06-08 11:40:00" >}}

      *Investigating* - Queries take nine seconds. {{< track "2026-06-08 10:05:00" >}}
      """#,
      gives: """
        incident 2026-06-08-search 'Search is slow'
        started 2026-06-08T08:00:00Z
        resolved 2026-06-08T10:30:00Z
        services Search, API
        row 2026-06-08T08:05:00Z Investigating - Queries take nine seconds.
        row 2026-06-08T09:40:00Z Monitoring - A new node is warming up.
        note cState calls it 'disrupted', which is public wording and no severity
        """),
    ReaderCase(
      "An aborted experiment", .chaosToolkit,
      #"""
      {"chaoslib-version":"1.40.0","platform":"Linux","node":"n","experiment":{"version":"1.0.0","title":"Kill the cache","description":"Does the shop go on?","tags":["cache"],"secrets":{"k":{"token":"s3cr3t-value-xyz"}},"steady-state-hypothesis":{"title":"Shop answers","probes":[{"type":"probe","name":"shop-answers","tolerance":200,"provider":{"type":"http","url":"http://x"}}]},"method":[{"type":"action","name":"kill-cache","provider":{"type":"process","path":"kill"}}],"rollbacks":[]},"start":"2026-06-09T10:00:00.100000","status":"aborted","deviated":true,"steady_states":{"before":{"steady_state_met":true,"probes":[]},"after":{"steady_state_met":false,"probes":[]},"during":[]},"run":[{"activity":{"type":"action","name":"kill-cache"},"output":null,"start":"2026-06-09T10:00:01","status":"aborted","exception":["Traceback (most recent call last):\n","  File \"/usr/lib/python3/chaos/run.py\", line 9, in go\n    kill()\n","chaoslib.exceptions.ActivityFailed: no such process\n"],"end":"2026-06-09T10:00:02","duration":1.0}],"rollbacks":[],"end":"2026-06-09T10:00:05","duration":5.0}
      """#,
      gives: """
        experiment 'Kill the cache' | Does the shop go on? | 2026-06-09T10:00:00Z | 2026-06-09T10:00:05Z | aborted | deviated true
        row 2026-06-09T10:00:01Z action kill-cache: aborted
        """),
    ReaderCase(
      "Elasticsearch's hits in objects", .elasticsearch,
      #"""
      {"took":3,"timed_out":false,"hits":{"total":{"value":2,"relation":"eq"},"hits":[{"_index":"logs","_id":"1","_source":{"@timestamp":"2026-06-10T03:00:01.250Z","message":"pool exhausted for user=bob password=hunter2hunter2","log":{"level":"error"},"service":{"name":"ledger"},"error":{"type":"TimeoutError","message":"QueuePool limit","stack_trace":"Traceback (most recent call last):\n  File \"/app/db.py\", line 8, in get\n    x()\nTimeoutError: QueuePool limit"}},"sort":[1]},{"_index":"logs","_id":"2","_source":{"@timestamp":"2026-06-10T03:00:05Z","message":"restarted","log.level":"info","service.name":"ledger"}}]}}
      """#,
      gives: """
        row 2026-06-10T03:00:01Z ledger: pool exhausted for user=bob password=hunter2hunter2
        chatter 2026-06-10T03:00:05Z ledger: restarted
        evidence TimeoutError in db:get
        """),
    ReaderCase(
      "Splunk's results", .splunk, file: "splunk.ndjson",
      #"""
      {"preview":false,"offset":0,"result":{"_time":"2026-06-11T04:00:00.000+02:00","_raw":"ERROR ledger - lock wait timeout","host":"db1","source":"/var/log/ledger.log","sourcetype":"app"}}
      {"preview":false,"offset":1,"lastrow":true,"result":{"_time":"2026-06-11T04:01:00.000+02:00","_raw":"INFO ledger - ok","host":"db1","source":"/var/log/ledger.log","sourcetype":"app"}}
      """#,
      gives: """
        row 2026-06-11T02:00:00Z ERROR ledger - lock wait timeout
        chatter 2026-06-11T02:01:00Z INFO ledger - ok
        """),
    ReaderCase(
      "GitHub's GraphQL", .github,
      #"""
      {"data":{"repository":{"issues":{"nodes":[{"number":31,"title":"Add a lock timeout","state":"CLOSED","stateReason":"COMPLETED","url":"https://github.com/acme/ledger/issues/31","closedAt":"2026-06-20T10:00:00Z","assignees":{"nodes":[{"login":"mira-q"}]},"milestone":{"title":"June","dueOn":"2026-06-30T00:00:00Z"},"labels":{"nodes":[{"name":"incident"}]}},{"number":32,"title":"Rehearse the failover","state":"OPEN","stateReason":null,"url":"https://github.com/acme/ledger/issues/32","closedAt":null,"assignees":{"nodes":[]},"milestone":null}],"pageInfo":{"hasNextPage":false}}}}}
      """#,
      gives: """
        ticket #31 done 'Add a lock timeout' owner mira-q due 2026-06-30 closed 2026-06-20 <https://github.com/acme/ledger/issues/31>
        ticket #32 open 'Rehearse the failover' <https://github.com/acme/ledger/issues/32>
        problem 1 issue is marked as an incident; '--from github' makes a draft of each
        """),
    ReaderCase(
      "Jira's statuses of a team's own", .jira,
      #"""
      {"expand":"schema,names","startAt":0,"maxResults":50,"total":3,"issues":[{"id":"1","key":"OPS-71","self":"https://acme.atlassian.net/rest/api/2/issue/1","fields":{"summary":"Lower the lease","status":{"name":"Awaiting deploy","statusCategory":{"id":4,"key":"indeterminate","name":"In Progress"}},"assignee":{"displayName":"Mira Quist"},"duedate":"2026-07-01","resolution":null,"resolutiondate":null}},{"id":"2","key":"OPS-72","fields":{"summary":"Drop table","status":{"name":"Abandoned","statusCategory":{"key":"done"}},"resolution":{"name":"Abandoned"},"resolutiondate":"2026-06-22T09:00:00.000+0000"}},{"id":"3","key":"OPS-73","fields":{"summary":"Dup","status":{"name":"Shipped it","statusCategory":{"key":"done"}},"resolution":{"name":"Duplicate"},"resolutiondate":"2026-06-23T09:00:00.000+0000"}}]}
      """#,
      gives: """
        ticket OPS-71 open 'Lower the lease' owner Mira Quist due 2026-07-01 <https://acme.atlassian.net/browse/OPS-71>
        ticket OPS-72 declined 'Drop table' closed 2026-06-22
        ticket OPS-73 declined 'Dup' closed 2026-06-23
        person Mira Quist → responder
        """),
    ReaderCase(
      "Rootly's incident with what it nests", .rootly,
      #"""
      {"data":{"id":"r-5","type":"incidents","attributes":{"sequential_id":5,"title":"Mail is late","slug":"mail-is-late","kind":"normal","summary":"Queue grew","status":"resolved","url":"https://rootly.com/account/incidents/5","severity":{"data":{"id":"s","type":"severities","attributes":{"name":"SEV2","slug":"sev2","severity":"high"}}},"started_at":"2026-06-12T05:00:00.000-07:00","detected_at":"2026-06-12T05:04:00.000-07:00","acknowledged_at":"2026-06-12T05:06:00.000-07:00","mitigated_at":"2026-06-12T05:30:00.000-07:00","resolved_at":"2026-06-12T06:00:00.000-07:00","services":{"data":[{"id":"v","type":"services","attributes":{"name":"mailer"}}]},"user":{"data":{"id":"1","type":"users","attributes":{"name":"Omar Lind","email":"omar@mail.test"}}},"created_at":"2026-06-12T05:05:00.000-07:00"},"relationships":{}}}
      """#,
      gives: """
        incident r-5 'Mail is late'
        started 2026-06-12T12:00:00Z
        detected 2026-06-12T12:04:00Z
        acknowledged 2026-06-12T12:06:00Z
        mitigated 2026-06-12T12:30:00Z
        resolved 2026-06-12T13:00:00Z
        url https://rootly.com/account/incidents/5
        severity SEV2
        summary Queue grew
        services mailer
        row 2026-06-12T12:00:00Z Started
        row 2026-06-12T12:04:00Z Detected
        row 2026-06-12T12:06:00Z Acknowledged
        row 2026-06-12T12:30:00Z Mitigated
        row 2026-06-12T13:00:00Z Resolved
        person Omar Lind → responder
        """),
    ReaderCase(
      "incident.io's webhook with its key", .incidentIO,
      #"""
      {"event_type":"public_incident.incident_updated_v2","public_incident.incident_updated_v2":{"id":"01J","reference":"INC-77","name":"Sign-up fails","summary":"Mails bounce","mode":"standard","visibility":"public","permalink":"https://app.incident.io/incidents/77","severity":{"id":"x","name":"Major","rank":2},"incident_status":{"id":"y","name":"Closed","category":"closed"},"incident_type":{"name":"Production"},"incident_role_assignments":[{"role":{"name":"Incident Lead","role_type":"lead"},"assignee":{"id":"u","name":"Iris Falk","email":"iris@mail.test"}}],"custom_field_entries":[{"custom_field":{"name":"Affected services","field_type":"multi_select"},"values":[{"value_option":{"value":"signup"}},{"value_catalog_entry":{"name":"mailer"}}]}],"incident_timestamp_values":[{"incident_timestamp":{"name":"Impact started at"},"value":{"value":"2026-06-14T08:00:00Z"}},{"incident_timestamp":{"name":"Fixed at"},"value":{"value":"2026-06-14T08:40:00Z"}},{"incident_timestamp":{"name":"Closed at"},"value":null}],"created_at":"2026-06-14T08:05:00Z","updated_at":"2026-06-14T09:00:00Z"}}
      """#,
      gives: """
        incident 01J 'Sign-up fails'
        started 2026-06-14T08:00:00Z
        url https://app.incident.io/incidents/77
        severity Major
        summary Mails bounce
        services signup, mailer
        row 2026-06-14T08:00:00Z Impact started at
        row 2026-06-14T08:40:00Z Fixed at
        row 2026-06-14T08:05:00Z Incident declared
        person Iris Falk → incident-commander
        """),
    ReaderCase(
      "Slack's attachments and edits", .slack, file: "inc-ledger/2026-06-03.json",
      #"""
      [{"type":"message","user":"U0MIRA0001","text":"ledger lags, looking","ts":"1780470060.000100","thread_ts":"1780470060.000100","reply_count":1},
      {"type":"message","subtype":"bot_message","bot_id":"B7","username":"pager","text":"","ts":"1780470010.000100","attachments":[{"fallback":"Ledger lags on w-1"}]},
      {"type":"message","user":"U0MIRA0001","text":"paused the backfill","ts":"1780471200.000200","thread_ts":"1780470060.000100","edited":{"user":"U0MIRA0001","ts":"1780471210.000000"},"parent_user_id":"U0MIRA0001"}]
      """#,
      gives: """
        row 2026-06-03T07:00:10Z Ledger lags on w-1
        row 2026-06-03T07:01:00Z ledger lags, looking
        row 2026-06-03T07:20:00Z paused the backfill
        person U0MIRA0001 → responder
        """),
    ReaderCase(
      "Squadcast's webhook", .squadcast, AlertPayloads.squadcast,
      gives: """
        incident sq1 'Site is down'
        detected 2026-06-01T10:00:00Z
        acknowledged 2026-06-01T10:05:00Z
        resolved 2026-06-01T11:00:00Z
        url https://app.squadcast.test/sq1
        severity critical
        summary Probe failed
        detection alert
        services Website
        row 2026-06-01T10:00:00Z Incident triggered: Site is down <https://app.squadcast.test/sq1>
        row 2026-06-01T10:05:00Z Acknowledged <https://app.squadcast.test/sq1>
        row 2026-06-01T10:20:00Z Fern Holt created a note: Restarted <https://app.squadcast.test/sq1>
        row 2026-06-01T11:00:00Z Resolved <https://app.squadcast.test/sq1>
        person Fern Holt → responder
        incident sq2 'Never taken'
        detected 2026-06-03T10:00:00Z
        detection employee
        services Website
        row 2026-06-03T10:00:00Z Incident triggered: Never taken
        """),
    ReaderCase(
      "VictorOps' incidents", .victorops, AlertPayloads.victorOpsIncidents,
      gives: """
        incident 77 'CPU of web'
        detected 2026-07-01T00:00:00Z
        acknowledged 2026-07-01T00:04:00Z
        resolved 2026-07-01T00:30:00Z
        detection alert
        teams web
        row 2026-07-01T00:00:00Z Incident triggered: CPU of web
        row 2026-07-01T00:04:00Z Acknowledged by gil
        row 2026-07-01T00:30:00Z Resolved by SYSTEM: back to normal
        person gil → responder
        """),
    ReaderCase(
      "Prometheus' rules", .prometheus, file: "rules.yaml", AlertPayloads.prometheusRules,
      gives: """
        alert CheckoutErrors [critical]: Checkout answers with 502 <https://runbooks.shop.test/checkout>
        alert disk_filling
        """),
  ]
}
