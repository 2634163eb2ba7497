import Exchange

extension ReaderCase {
  /// Datadog, incident.io, FireHydrant and Rootly.
  static let trackers: [ReaderCase] = [
    ReaderCase(
      "Datadog's list with what it includes", .datadog,
      """
      {"data":[{"type":"incidents","id":"7c1e","attributes":{"public_id":77,"title":"Checkout rejects cards",
      "created":"2026-03-02T14:00:00+00:00","detected":"2026-03-02T14:05:10.5+00:00",
      "customer_impact_start":"2026-03-02T13:50:00+00:00","customer_impact_end":"2026-03-02T15:20:00Z",
      "customer_impact_scope":"Every fifth payment","customer_impact_duration":5400,"time_to_detect":910,
      "time_to_internal_response":310,"time_to_repair":4489,"time_to_resolve":60,"resolved":"2026-03-02T16:00:00Z",
      "is_test":false,"fields":{"severity":{"type":"dropdown","value":"SEV-2"},
      "detection_method":{"type":"dropdown","value":"customer"},"summary":{"type":"textbox","value":"Cards fail"},
      "root_cause":{"type":"textbox","value":"An expired key"},
      "services":{"type":"autocomplete","value":["checkout","vault"]},"teams":{"type":"autocomplete","value":"payments"}}},
      "relationships":{"commander_user":{"data":{"type":"users","id":"u1"}},"impacts":{"data":null}}}],
      "included":[{"type":"users","id":"u1","attributes":{"name":"Noor Example","email":"noor@example.org"}}],
      "meta":{"pagination":{"offset":0}}}
      """,
      gives: """
        incident 7c1e 'Checkout rejects cards'
        started 2026-03-02T13:50:00Z
        detected 2026-03-02T14:05:10Z
        mitigated 2026-03-02T15:20:00Z
        resolved 2026-03-02T16:00:00Z
        severity SEV-2
        summary Cards fail
        impact Every fifth payment
        detection customer
        services checkout, vault
        teams payments
        row 2026-03-02T13:50:00Z Customer impact begins
        row 2026-03-02T14:05:10Z Detected
        row 2026-03-02T15:20:00Z Customer impact ends
        row 2026-03-02T16:00:00Z Resolved
        note Datadog states time_to_resolve as 60 s; from 'created' to 'resolved' it is 7200 s
        note Datadog's field for the root cause says: An expired key
        person Noor Example → incident-commander
        """),
    ReaderCase(
      "Datadog's client library", .datadog,
      """
      {"data":{"id":"9a","type":"incidents","attributes":{"title":"Queue stalls","detected":null,"resolved":null,
      "customerImpactStart":"2026-03-02T13:50:00Z","customerImpactEnd":null,"timeToDetect":0,"timeToRepair":12,
      "fields":{"severity":{"type":"dropdown","value":"UNKNOWN"},"services":{"type":"autocomplete","value":null}},
      "notificationHandles":[{"displayName":"Noor Example","handle":"@noor@example.org"}]},"relationships":null}}
      """,
      gives: """
        incident 9a 'Queue stalls'
        started 2026-03-02T13:50:00Z
        row 2026-03-02T13:50:00Z Customer impact begins
        person Noor Example → responder
        """),
    ReaderCase(
      "Datadog's to-dos", .datadog,
      """
      {"data":[{"type":"incident_todos","id":"t1","attributes":{"incident_id":"7c1e","content":"Renew the key *early*",
      "assignees":["@noor@example.org",{"id":"U1","name":"Sam Sample","source":"slack"}],
      "completed":"2026-03-05T08:00:00Z","due_date":"2026-03-09T00:00:00Z"}},
      {"type":"incident_todos","id":"t2","attributes":{"incident_id":"7c1e","content":"Watch expiry","assignees":null,
      "completed":null,"due_date":null}},{"type":"incident_todos","id":"t3","attributes":null}]}
      """,
      gives: """
        incident 7c1e
        action done 'Renew the key early' owner Sam Sample due 2026-03-09 done 2026-03-05
        person Sam Sample → responder
        incident 7c1e
        action open 'Watch expiry'
        """),
    ReaderCase(
      "Datadog's timeline", .datadog,
      """
      {"data":[{"type":"incident_timeline_cells","id":"c1","attributes":{"cell_type":"markdown","incident_id":"7c1e",
      "created":"2026-03-02T14:20:00Z","display_time":"2026-03-02T14:10:00Z","content":{"content":"**Rolled back** to `v41`"},
      "created_by":{"data":{"type":"users","attributes":{"name":"Noor Example"}}}}},
      {"type":"incident_timeline_cells","id":"c2","attributes":{"cell_type":"markdown","created":"2026-03-02T14:30:00Z",
      "content":{"content":"Cards pass"}}}]}
      """,
      gives: """
        incident 7c1e
        row 2026-03-02T14:10:00Z Rolled back to v41
        person Noor Example → responder
        row 2026-03-02T14:30:00Z Cards pass
        """),
    ReaderCase(
      "incident.io's incident", .incidentIO,
      """
      {"incidents":[{"id":"01H","reference":"INC-9","name":"Search is empty","summary":"No hits","mode":"test",
      "permalink":"https://app.incident.io/x/incidents/9","severity":{"name":"Major","rank":3},
      "incident_status":{"category":"closed","name":"Closed"},"created_at":"2026-03-02T10:10:00Z",
      "incident_role_assignments":[{"role":{"name":"Incident Lead","role_type":"lead"},"assignee":{"name":"Noor Example"}},
      {"role":{"name":"Comms Lead","role_type":"custom"},"assignee":{"name":"Sam Sample","email":"sam@example.org"}},
      {"role":{"name":"Scribe"},"assignee":null}],
      "incident_timestamp_values":[{"incident_timestamp":{"name":"Impact started at"},"value":{"value":"2026-03-02T10:00:00Z"}},
      {"incident_timestamp":{"name":"Detected at"},"value":{"value":"2026-03-02T10:08:00.123Z"}},
      {"incident_timestamp":{"name":"Fixed at"},"value":{"value":"2026-03-02T10:40:00Z"}},
      {"incident_timestamp":{"name":"Resolved at"},"value":{"value":"2026-03-02T11:00:00Z"}},
      {"incident_timestamp":{"name":"Closed at"},"value":null}],
      "custom_field_entries":[{"custom_field":{"name":"Affected services"},"values":[{"value_catalog_entry":{"name":"Search"}},
      {"value_option":{"value":"Index"}}]}],"external_issue_reference":null,
      "postmortem_document_url":"https://docs.example.org/9"}],"pagination_meta":{}}
      """,
      gives: """
        incident 01H 'Search is empty'
        started 2026-03-02T10:00:00Z
        detected 2026-03-02T10:08:00Z
        resolved 2026-03-02T11:00:00Z
        url https://app.incident.io/x/incidents/9
        severity Major
        summary No hits
        drill
        services Search, Index
        row 2026-03-02T10:00:00Z Impact started at
        row 2026-03-02T10:08:00Z Detected at
        row 2026-03-02T10:40:00Z Fixed at
        row 2026-03-02T11:00:00Z Resolved at
        row 2026-03-02T10:10:00Z Incident declared
        note incident.io names a post-mortem document: https://docs.example.org/9
        person Noor Example → incident-commander
        person Sam Sample → communications-lead
        """),
    ReaderCase(
      "incident.io's webhook", .incidentIO,
      """
      {"event_type":"public_incident.incident_created_v2","public_incident.incident_created_v2":{"id":"01J",
      "name":"Mail is late","incident_status":{"category":"live","name":"Investigating"},"severity":null,"summary":null,
      "incident_timestamp_values":null,"mode":"standard","reference":"INC-10"}}
      """, gives: "incident 01J 'Mail is late'"),
    ReaderCase(
      "incident.io's updates", .incidentIO,
      """
      {"incident_updates":[{"id":"u","incident_id":"01H","created_at":"2026-03-02T10:20:00Z",
      "message":"We [restarted](https://x.example.org) **search**","new_incident_status":{"name":"Fixing"},"new_severity":null,
      "updater":{"user":{"name":"Noor Example"}}},{"id":"v","incident_id":"01H","created_at":"2026-03-02T10:30:00Z",
      "message":null,"new_severity":{"name":"Minor"},"updater":{"workflow":{"name":"Bot"}}}]}
      """,
      gives: """
        incident 01H
        row 2026-03-02T10:20:00Z We restarted search (status: Fixing)
        person Noor Example → responder
        incident 01H
        row 2026-03-02T10:30:00Z severity: Minor
        """),
    ReaderCase(
      "incident.io's follow-ups", .incidentIO,
      """
      {"follow_ups":[{"id":"f","incident_id":"01H","title":"Alert on empty answers","status":"completed",
      "completed_at":"2026-03-10T09:00:00Z","assignee":{"name":"Sam Sample"},"priority":null,
      "external_issue_reference":{"provider":"linear","issue_name":"SEA-4","issue_permalink":"https://linear.app/SEA-4"}},
      {"id":"g","incident_id":"01H","title":"Rewrite it","status":"not_doing","assignee":null,"completed_at":null}]}
      """,
      gives: """
        incident 01H
        action done 'Alert on empty answers' owner Sam Sample done 2026-03-10 ticket SEA-4
        person Sam Sample → responder
        incident 01H
        action declined 'Rewrite it'
        """),
    ReaderCase(
      "FireHydrant's webhook", .firehydrant,
      """
      {"event":"incident.updated","operation":"UPDATED","resource_type":"incident","incident":{"id":"fh-1","number":8,
      "name":"Uploads hang","summary":"Disk is full","severity":"SEV3","customer_impact_summary":"Nobody can upload",
      "current_milestone":"mitigated","started_at":"2026-03-02 14:43:05 UTC","milestones":[
      {"type":"started","name":"Started","occurred_at":"2026-03-02 14:43:05 UTC"},
      {"type":"acknowledged","name":"Acknowledged","occurred_at":"2026-03-02 14:50:00 +0000"},
      {"type":"mitigated","name":"Mitigated","occurred_at":"2026-03-02 15:10:00 UTC"},{"type":null}],
      "role_assignments":[{"role":"Incident Commander","user_name":"Noor Example"}],
      "team_assignments":[{"team_name":"Storage"}],"services":[{"id":"s","name":"upload"}],
      "impacts":[{"type":"service","impact":{"name":"thumbnails"}}],
      "tasks":[{"description":"Free some space","status":"done"},{"description":"Order disks","status":"in_progress"}],
      "follow_ups":[{"title":"Alert at 80 %","status":"pending","due_at":"2026-03-20"}],"labels":{"tier":"1"},"tags":["disk","service:cdn"],
      "custom_fields":[{"display_name":"Detected by","value":"Monitor"}],"last_note":"Deleting old logs"}}
      """,
      gives: """
        incident fh-1 'Uploads hang'
        started 2026-03-02T14:43:05Z
        acknowledged 2026-03-02T14:50:00Z
        mitigated 2026-03-02T15:10:00Z
        severity SEV3
        summary Disk is full
        impact Nobody can upload
        labels tier=1, disk
        services upload, thumbnails, cdn
        teams Storage
        row 2026-03-02T14:43:05Z Milestone: Started
        row 2026-03-02T14:50:00Z Milestone: Acknowledged
        row 2026-03-02T15:10:00Z Milestone: Mitigated
        action open 'Alert at 80 %' due 2026-03-20
        action open 'Order disks'
        note FireHydrant's field 'Detected by' says: Monitor
        note FireHydrant's last note: Deleting old logs
        person Noor Example → incident-commander
        """),
    ReaderCase(
      "FireHydrant's flat list", .firehydrant,
      """
      {"data":[{"id":"fh-2","name":"Logins fail","summary":null,"description":"Tokens expire at once","severity":"SEV1",
      "priority":"P1","status":"closed","customer_impact":"All users","started_at":"2026-03-02T14:00:00Z",
      "acknowledged_at":"2026-03-02T14:02:00Z","resolved_at":"2026-03-02T15:00:00Z","retrospective_started_at":null,
      "milestones":[]}],"pagination":{"count":1}}
      """,
      gives: """
        incident fh-2 'Logins fail'
        started 2026-03-02T14:00:00Z
        acknowledged 2026-03-02T14:02:00Z
        resolved 2026-03-02T15:00:00Z
        severity SEV1
        summary Tokens expire at once
        impact All users
        """),
    ReaderCase(
      "Rootly's JSON:API", .rootly,
      """
      {"data":[{"id":"r-1","type":"incidents","attributes":{"sequential_id":5,"slug":"slow-pages","title":"Pages are slow",
      "kind":"normal","status":"resolved","summary":"Cache was cold","severity":{"data":{"attributes":{"name":"SEV2"}}},
      "url":"https://rootly.com/incidents/5","started_at":"2026-03-02T10:00:00+01:00","detected_at":null,
      "acknowledged_at":"2026-03-02T09:05:00Z","mitigated_at":"2026-03-02T09:30:00Z","mitigation_message":"Warmed the cache",
      "resolved_at":"2026-03-02T10:00:00Z","slack_channel_url":"https://x.slack.com/archives/C1",
      "user":{"full_name":"Noor Example"},"incident_role_assignments":[{"incident_role":{"name":"Commander"},
      "user":{"full_name":"Sam Sample"}}]},"relationships":{"services":{"data":[{"type":"services","id":"s"}]},
      "groups":{"data":[{"type":"groups","id":"g"}]},"events":{"data":[{"type":"incident_events","id":"e"}]},
      "action_items":{"data":[{"type":"incident_action_items","id":"a"}]}}}],
      "included":[{"id":"s","type":"services","attributes":{"name":"Web"}},{"id":"g","type":"groups","attributes":{"name":"Edge"}},
      {"id":"e","type":"incident_events","attributes":{"event":"Saw misses","occurred_at":"2026-03-02T09:10:00Z"}},
      {"id":"a","type":"incident_action_items","attributes":{"summary":"Warm it first","status":"done","due_date":"2026-03-12"}}]}
      """,
      gives: """
        incident r-1 'Pages are slow'
        started 2026-03-02T09:00:00Z
        acknowledged 2026-03-02T09:05:00Z
        mitigated 2026-03-02T09:30:00Z
        resolved 2026-03-02T10:00:00Z
        url https://rootly.com/incidents/5
        severity SEV2
        summary Cache was cold
        services Web
        teams Edge
        row 2026-03-02T09:00:00Z Started
        row 2026-03-02T09:05:00Z Acknowledged
        row 2026-03-02T09:30:00Z Mitigated: Warmed the cache
        row 2026-03-02T10:00:00Z Resolved
        row 2026-03-02T09:10:00Z Saw misses
        action done 'Warm it first' due 2026-03-12
        link chat https://x.slack.com/archives/C1
        person Noor Example → responder
        person Sam Sample → incident-commander
        """),
    ReaderCase(
      "Rootly's webhook", .rootly,
      """
      {"event":{"id":"w","type":"incident.created","issued_at":"2026-03-02T09:00:00Z"},"data":{"id":"r-2","sequential_id":6,
      "title":"Drill of the edge","slug":"drill","kind":"test","severity":"sev3","started_at":"2026-03-02T09:00:00Z",
      "services":["Web"],"groups":[{"name":"Edge"}],"mitigated_at":null}}
      """,
      gives: """
        incident r-2 'Drill of the edge'
        started 2026-03-02T09:00:00Z
        severity sev3
        drill
        services Web
        teams Edge
        row 2026-03-02T09:00:00Z Started
        """),
    ReaderCase(
      "Rootly's event", .rootly,
      """
      {"event_type":"incident_event.created","event":"Paused the **rollout**","event_raw":"Paused the rollout","event_id":"e1",
      "occurred_at":"2026-03-02T01:15:00.250-08:00","created_at":"2026-03-02T01:16:00-08:00","incident_id":"r-1",
      "incident":{"id":"r-1","title":"Pages are slow","severity":"sev2","services":["Web"],"teams":null},"visibility":"internal"}
      """,
      gives: """
        incident r-1 'Pages are slow'
        severity sev2
        services Web
        row 2026-03-02T09:15:00Z Paused the rollout
        """),
  ]
}
