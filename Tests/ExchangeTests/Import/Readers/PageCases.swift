import Exchange

extension ReaderCase {
  /// Statuspage and cState.
  static let pages: [ReaderCase] = [
    ReaderCase(
      "Statuspage's list", .statuspage,
      """
      {"page":{"id":"p1","name":"Example","url":"https://status.example.org"},"incidents":[{"id":"sp-1","name":"Slow API",
      "status":"postmortem","impact":"major","created_at":"2026-03-02T10:05:00Z","started_at":"2026-03-02T10:00:00.000Z",
      "monitoring_at":"2026-03-02T10:40:00Z","resolved_at":"2026-03-02T11:00:00Z","shortlink":"https://stspg.io/x","page_id":"p1",
      "postmortem_body":"## What happened\\nA **cache** was cold.","components":[{"id":"c","name":"API"}],
      "incident_updates":[{"id":"u3","status":"resolved","body":"All is well.","display_at":"2026-03-02T11:00:00Z",
      "created_at":"2026-03-02T11:02:00Z","affected_components":null},
      {"id":"u2","status":"in_progress","body":"We <strong>warm</strong> it &amp; wait<br />Next at 11","display_at":null,
      "created_at":"2026-03-02T10:30:00Z","affected_components":[{"code":"d","name":"Web"}]},
      {"id":"u1","status":"investigating","body":"We look into it.","display_at":"2026-03-02T10:05:00Z"}]}]}
      """,
      gives: """
        incident sp-1 'Slow API'
        started 2026-03-02T10:00:00Z
        resolved 2026-03-02T11:00:00Z
        url https://stspg.io/x
        services API, Web
        row 2026-03-02T10:05:00Z Investigating: We look into it.
        row 2026-03-02T10:30:00Z In progress: We warm it & wait Next at 11
        row 2026-03-02T10:40:00Z Monitoring <https://stspg.io/x>
        row 2026-03-02T11:00:00Z Resolved: All is well.
        evidence ## What happened⏎A **cache** was cold.
        note Statuspage calls the impact 'major', which is public wording and no severity
        note the public post-mortem is kept word for word as a quotation
        """),
    ReaderCase(
      "Statuspage's webhook", .statuspage,
      """
      {"meta":{"unsubscribe":"https://x"},"page":{"id":"p1","status_indicator":"none"},"incident":{"id":"sp-2",
      "name":"Planned move","status":"scheduled","impact":"maintenance","shortlink":"https://stspg.io/y","page_id":"p1",
      "created_at":"2026-03-01T10:00:00Z","resolved_at":null,"scheduled_for":"2026-03-05T01:00:00Z","scheduled_until":null,
      "incident_updates":[]}}
      """,
      gives: """
        incident sp-2 'Planned move'
        url https://stspg.io/y
        row 2026-03-01T10:00:00Z Incident opened <https://stspg.io/y>
        note Statuspage calls the impact 'maintenance', which is public wording and no severity
        note announced as scheduled for 2026-03-05T01:00:00Z
        """),
    ReaderCase(
      "Statuspage's unresolved", .statuspage,
      """
      [{"id":"sp-3","incident_id":"sp-3","name":"Late mail","body":"Mail is late.","status":"identified",
      "display_at":"2026-03-02T10:10:00Z","created_at":"2026-03-02T10:11:00Z","affected_components":[{"name":"Mail"}]}]
      """,
      gives: """
        incident sp-3 'Late mail'
        services Mail
        row 2026-03-02T10:10:00Z Identified: Mail is late.
        """),
    ReaderCase(
      "cState's issue", .cstate, file: "issues/2026-03-02-late-mail.md",
      """
      ---
      title: Late mail
      date: 2026-03-02 10:00:00
      resolved: true
      resolvedWhen: 2026-03-02 11:30:00
      severity: disrupted
      affected: [Mail, Web]
      section: issue
      ---

      *Post-mortem*

      A queue was full.

      It is larger now.

      ---

      *Resolved* - Mail [flows](https://x.example.org) again. {{< track "2026-03-02 11:30:00" >}}

      *Investigating* - We look {{< track "2026-03-02 10:05:00" >}}

      *Update* - More soon.
      """,
      gives: """
        incident 2026-03-02-late-mail 'Late mail'
        started 2026-03-02T10:00:00Z
        resolved 2026-03-02T11:30:00Z
        services Mail, Web
        row 2026-03-02T10:05:00Z Investigating - We look
        row 2026-03-02T11:30:00Z Resolved - Mail flows again.
        evidence A queue was full.⏎It is larger now.
        note cState calls it 'disrupted', which is public wording and no severity
        note cState's update without a time: Update - More soon.
        """),
    ReaderCase(
      "cState's issue with TOML", .cstate, file: "b.md",
      """
      +++
      title = "No search"
      date = "2026-03-02T10:00:00Z"
      resolved = false
      severity = "down"
      affected = ["Search"]
      section = "issue"
      +++
      Down. {{<track "2026-03-02T10:02:00Z">}}
      """,
      gives: """
        incident b 'No search'
        started 2026-03-02T10:00:00Z
        services Search
        row 2026-03-02T10:02:00Z Down.
        note cState calls it 'down', which is public wording and no severity
        """),
    ReaderCase(
      "cState's JSON", .cstate,
      """
      {"is":"index","cStateVersion":"5.6","systems":[{"is":"system","name":"Mail","unresolvedIssues":[{"is":"issue",
      "title":"Late mail","createdAt":"2026-03-02 10:00:00 +0000 UTC","resolved":false,"resolvedAt":"<no value>",
      "permalink":"https://status.example.org/issues/late/","severity":"notice","affected":["Mail"],
      "filename":"2026-03-02-late-mail.md"}]}]}
      """,
      gives: """
        incident 2026-03-02-late-mail 'Late mail'
        started 2026-03-02T10:00:00Z
        url https://status.example.org/issues/late/
        services Mail
        note cState calls it 'notice', which is public wording and no severity
        """),
  ]
}
