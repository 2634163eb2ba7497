import Exchange

extension ReaderCase {
  /// Slack and Teams.
  static let chats: [ReaderCase] = [
    ReaderCase(
      "Slack's day file", .slack, file: "incident-9/2026-03-02.json",
      #"""
      [{"type":"message","subtype":"channel_join","user":"U0AAAAAA1","text":"<@U0AAAAAA1> has joined","ts":"1772445600.000100"},
      {"type":"message","user":"U0AAAAAA1","text":"*Errors* in <#C0BBBBBB1|checkout> &amp; <https://g.example.org/d/1|the board>, max_retries_left is 2 * 3","ts":"1772445660.000200","thread_ts":"1772445660.000200","reply_count":1,"pinned_to":["C0BBBBBB1"],"user_profile":{"real_name":"Noor Example"}},
      {"type":"message","user":"U0AAAAAA2","text":"<@U0AAAAAA1> looking, <!here>","ts":"1772445720.000300","thread_ts":"1772445660.000200","edited":{"user":"U0AAAAAA2","ts":"1772445730.000000"}},
      {"type":"message","subtype":"thread_broadcast","user":"U0AAAAAA2","text":"rolled back","ts":"1772445780.000400","thread_ts":"1772445660.000200"},
      {"type":"message","subtype":"thread_broadcast","user":"U0AAAAAA2","text":"rolled back","ts":"1772445780.000400","thread_ts":"1772445660.000200"},
      {"type":"message","subtype":"bot_message","bot_id":"B1","text":"","ts":"1772445600.000500","attachments":[{"fallback":"f","title":"DiskFull","text":"on _db-1_"}]},
      {"type":"message","user":"U0AAAAAA1","text":"```Traceback (most recent call last):\n  File \"/app/pay.py\", line 3, in charge\n    go()\nValueError: 7```","ts":"1772445790.000600","reactions":[{"name":"eyes","count":1}]},
      {"type":"message","subtype":"tombstone","hidden":true,"text":"gone","ts":"1772445791.000000"},
      {"type":"message","user":"U0AAAAAA1","text":"bad","ts":"not a time"}]
      """#,
      gives: """
        chatter 2026-03-02T10:00:00Z DiskFull on db-1
        row 2026-03-02T10:01:00Z Errors in #checkout & the board, max_retries_left is 2 * 3
        chatter 2026-03-02T10:02:00Z U0AAAAAA1 looking, @here
        row 2026-03-02T10:03:00Z rolled back
        row 2026-03-02T10:03:10Z ValueError: 7
        evidence ValueError in pay:charge
        person Noor Example → responder
        person U0AAAAAA1 → responder
        person U0AAAAAA2 → responder
        """),
    ReaderCase(
      "Slack's answer with permalinks", .slack,
      """
      {"ok":true,"messages":[{"type":"message","user":"U0AAAAAA1","text":"down","ts":"1772445600.000100","channel":"C0BBBBBB1"},
      {"type":"message","user":"U0AAAAAA1","text":"","ts":"1772445601.000100","channel":"C0BBBBBB1",
      "files":[{"title":"graph.png","permalink":"https://acme.slack.com/files/U0AAAAAA1/F1/graph.png"}]}],"has_more":false}
      """,
      gives: """
        row 2026-03-02T10:00:00Z down <https://acme.slack.com/archives/C0BBBBBB1/p1772445600000100>
        row 2026-03-02T10:00:01Z file: graph.png <https://acme.slack.com/archives/C0BBBBBB1/p1772445601000100>
        person U0AAAAAA1 → responder
        """),
    ReaderCase(
      "Slack's users", .slack, file: "users.json",
      """
      [{"id":"U0AAAAAA1","team_id":"T1","name":"noor","deleted":false,"real_name":"Noor Example",
      "profile":{"real_name":"Noor Example","display_name":"noor.e","email":"noor@example.org"},"is_bot":false},
      {"id":"U0AAAAAA9","name":"pager","profile":{"real_name":"Pager"},"is_bot":true}]
      """,
      gives: """
        person Noor Example → responder
        person U0AAAAAA1 → responder
        person noor.e → responder
        """),
    ReaderCase(
      "Slack's channels", .slack, file: "channels.json",
      """
      [{"id":"C0BBBBBB1","name":"checkout","created":1772445600,"creator":"U0AAAAAA1","is_archived":false,
      "members":["U0AAAAAA1"],"topic":{"value":"x"},"purpose":{"value":"y"}}]
      """,
      gives: "problem lists channels or integrations of Slack; its messages lie in the channels' folders beside it"),
    ReaderCase(
      "Teams' messages", .teams,
      """
      {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata","value":[
      {"id":"2","messageType":"message","createdDateTime":"2026-03-02T10:05:00.5Z","deletedDateTime":null,"importance":"normal",
      "subject":null,"webUrl":"https://teams.microsoft.com/l/2","from":{"user":{"id":"x","displayName":"Sam Sample"}},
      "body":{"contentType":"html","content":"<div>Ask <at id=\\"0\\">Noor Example</at>&nbsp;now</div><script>alert(1)</script><img src=x><p>1 &lt; 2 and a < b</p>"},
      "mentions":[{"id":0,"mentionText":"Noor Example","mentioned":{"user":{"displayName":"Noor Example"}}}],"reactions":[],
      "replies":[{"id":"3","messageType":"message","createdDateTime":"2026-03-02T10:06:00Z","importance":"high","from":null,
      "body":{"contentType":"text","content":"Rolled back <b>"}}]},
      {"id":"1","messageType":"message","createdDateTime":"2026-03-02T10:00:00Z","deletedDateTime":"2026-03-02T10:01:00Z",
      "from":null,"body":{"contentType":"html","content":"gone"}},
      {"id":"4","messageType":"systemEventMessage","createdDateTime":"2026-03-02T10:00:00Z","from":null,
      "body":{"contentType":"html","content":"<systemEventMessage/>"},"eventDetail":{"@odata.type":"x"}}]}
      """,
      gives: """
        chatter 2026-03-02T10:05:00Z Ask Noor Example now 1 < 2 and a < b <https://teams.microsoft.com/l/2>
        row 2026-03-02T10:06:00Z Rolled back <b>
        person Noor Example → responder
        person Sam Sample → responder
        """),
  ]
}
