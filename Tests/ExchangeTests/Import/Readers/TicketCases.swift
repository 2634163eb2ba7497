import Exchange

extension ReaderCase {
  /// GitHub, Jira and Linear.
  static let tickets: [ReaderCase] = [
    ReaderCase(
      "GitHub's REST", .github,
      """
      [{"id":7,"number":12,"state":"closed","state_reason":"not_planned","title":"Split the pool","locked":false,
      "html_url":"https://github.com/acme/shop/issues/12","url":"https://api.github.com/repos/acme/shop/issues/12",
      "repository_url":"https://api.github.com/repos/acme/shop","assignee":null,"assignees":[{"login":"noor-e"}],
      "labels":[],"milestone":{"title":"v2","due_on":"2026-04-01T07:00:00Z"},"closed_at":"2026-03-20T10:00:00Z","user":null},
      {"number":13,"state":"open","title":null,"html_url":null,"closed_at":null,"labels":null,"assignee":{"login":"sam-s"}}]
      """,
      gives: """
        ticket #12 declined 'Split the pool' owner noor-e due 2026-04-01 closed 2026-03-20 <https://github.com/acme/shop/issues/12>
        ticket #13 open owner sam-s
        """),
    ReaderCase(
      "GitHub's command line", .github,
      """
      [{"assignees":[],"closedAt":"2026-03-20T10:00:00Z","labels":[],"milestone":null,"number":14,"state":"CLOSED",
      "title":"Alert at 80 %","url":"https://github.com/acme/shop/issues/14"},
      {"number":15,"closed":false,"title":"Later","closedAt":null}]
      """,
      gives: """
        ticket #14 done 'Alert at 80 %' closed 2026-03-20 <https://github.com/acme/shop/issues/14>
        ticket #15 open 'Later'
        """),
    ReaderCase(
      "GitHub's webhook", .github,
      """
      {"action":"reopened","issue":{"number":16,"state":"open","title":"Again","html_url":"https://github.com/a/b/issues/16"},
      "repository":{"id":1,"full_name":"a/b"},"sender":{"login":"x"}}
      """, gives: "ticket #16 open 'Again' <https://github.com/a/b/issues/16>"),
    ReaderCase(
      "Jira's search", .jira,
      """
      {"expand":"names","startAt":0,"maxResults":50,"total":4,"issues":[
      {"id":"1","key":"EDGE-1","self":"https://acme.atlassian.net/rest/api/3/issue/1","fields":{"summary":"Rotate early",
      "status":{"name":"Erledigt","statusCategory":{"key":"done"}},"resolution":{"name":"Done"},"duedate":"2026-03-09",
      "resolutiondate":"2026-03-08T12:00:00.000+0100","assignee":{"displayName":"Noor Example","emailAddress":"n@example.org"}}},
      {"id":"2","key":"EDGE-2","fields":{"summary":"Rewrite","status":{"name":"Closed","statusCategory":{"key":"done"}},
      "resolution":{"name":"Won't Do"},"resolutiondate":"2026-03-08T00:30:00.000+0100"}},
      {"id":"3","key":"EDGE-3","fields":{"summary":null,"status":{"name":"Doing","statusCategory":{"key":"indeterminate"}},"assignee":null}},
      {"id":"4","key":"EDGE-4","fields":{"status":null}}]}
      """,
      gives: """
        ticket EDGE-1 done 'Rotate early' owner Noor Example due 2026-03-09 closed 2026-03-08 <https://acme.atlassian.net/browse/EDGE-1>
        ticket EDGE-2 declined 'Rewrite' closed 2026-03-07
        ticket EDGE-3 open
        ticket EDGE-4 unknown
        person Noor Example → responder
        """),
    ReaderCase(
      "Jira's webhook", .jira,
      """
      {"timestamp":1772445600000,"webhookEvent":"jira:issue_updated","issue":{"id":"5","key":"OPS-5","fields":{"summary":"Say so",
      "status":{"name":"Resolved"}}},"changelog":{"items":[]}}
      """, gives: "ticket OPS-5 done 'Say so'"),
    ReaderCase(
      "Linear's table", .linear, file: "issues.csv",
      """
      "ID","Team","Title","Description","Status","Assignee","Created","Completed","Canceled","Due Date"\r
      "SEA-4","Search","Alert on ""empty"", now","Two
      lines","Shipped","Sam Sample","2026-03-02T10:00:00.000Z","Sun Mar 08 2026 23:30:00 GMT+0000 (GMT)","","2026-03-20"\r
      "SEA-5","Search","Rewrite","","Canceled","sam@example.org","2026-03-02T10:00:00.000Z","","2026-03-09T10:00:00.000Z",""\r
      "SEA-6","Search","Later","","Backlog","","2026-03-02","","",""
      """,
      gives: """
        ticket SEA-4 done 'Alert on "empty", now' owner Sam Sample due 2026-03-20 closed 2026-03-08
        ticket SEA-5 declined 'Rewrite' closed 2026-03-09
        ticket SEA-6 open 'Later'
        person Sam Sample → responder
        """),
    ReaderCase(
      "Linear's answers", .linear,
      """
      {"data":{"issues":{"nodes":[{"id":"x","identifier":"SEA-7","title":"Measure","url":"https://linear.app/a/issue/SEA-7",
      "state":{"name":"Doing","type":"started"},"dueDate":"2026-03-30","completedAt":null,"assignee":{"name":"Sam Sample"}}]}}}
      """, gives: "ticket SEA-7 open 'Measure' owner Sam Sample due 2026-03-30 <https://linear.app/a/issue/SEA-7>"),
  ]
}
