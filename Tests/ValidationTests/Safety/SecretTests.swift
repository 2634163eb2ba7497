import Diagnostics
import KnowledgeBase
import PostMortems
import TestSupport
import Testing
import Validation

/// Credentials are found, and no output repeats one. Those below open nothing: they are put together at run time, so that
/// no scanner takes this file for a leak.
@Suite("Secrets")
struct SecretTests {
  private static let tail = "Q3EGRTW7PLZ5MXKDq3egrtw7plz5mxkd90Vb"

  private func findings(_ text: String) -> [Diagnostic] {
    let knowledgeBase = Corpus("# Checkout down\n\n" + text).knowledgeBase()
    return knowledgeBase.postMortems.flatMap { RuleRunner(knowledgeBase).diagnostics(of: $0.draft) }
  }

  private func secrets(_ text: String) -> [Diagnostic] { findings(text).filter { $0.rule == "secret" } }

  private static let formats: [String] = {
    let parts: [[String]] = [
      ["AKI", "AQ3EGRTW7PLZ5MXKD"], ["ASI", "AQ3EGRTW7PLZ5MXKD"], ["gh", "p_", tail], ["gh", "s_", tail],
      ["github", "_pat_", tail], ["gl", "pat-", tail], ["xo", "xb-", tail], ["AI", "za", String(tail.dropLast())],
      ["sk_", "live_", tail], ["np", "m_", tail], ["py", "pi-AgEI", tail, tail], ["sk-", "ant-", tail],
      ["sk-", "proj-", tail], ["ey", "J", tail, ".ey", "J", tail, ".", tail],
      ["hooks.slack", ".com/services/T0AB12CD3/B04EF56GH/", String(tail.prefix(24))],
    ]
    return parts.map { $0.joined() }
  }()

  @Test(arguments: formats)
  func findsTheFormatsOfIssuers(_ secret: String) {
    #expect(secrets("The job used \(secret) then.\n").count == 1)
    #expect(secrets("```\nkey \(secret)\n```\n").count == 1)
    #expect(secrets("The job used x\(secret) then.\n").isEmpty, "inside a word")
  }

  @Test(arguments: ["DB_PASSWORD=", "password: ", "\"api_key\": \"", "client_secret => '", "AUTH-TOKEN = "])
  func findsRandomValuesBehindTellingNames(_ name: String) {
    let found = secrets("```\n\(name)x9Lq" + "7vTz2RmW4kPb\n```\n")
    #expect(found.count == 1)
    #expect(found.first?.start.line == 4)
  }

  @Test(arguments: [
    "password: hunter2", "token: ${CI_TOKEN_FOR_DEPLOY_42}", "secret: <your-secret-goes-here-1>",
    "PASSWORD=xxxxxxxxxxxxxxxx1", "secret: projects/shop-41/secrets/db-main", "tokens: 4096 of 8192 were used up",
    "the token: a1", "keyboard: x9Lq7vTz2RmW4kPb", "token=aaaaaaaaaaaaaaaa1111",
    "password = get_password_from_environment()", "the secret: nobody-looked-at-the-graphs-in-2024",
  ])
  func leavesExamplesAndProseAlone(_ text: String) {
    #expect(secrets("```\n\(text)\n```\n").isEmpty)
  }

  @Test func hidesTheValueInEveryOutput() {
    let secret = "gh" + "p_" + Self.tail
    let text = "## Action items\n\n- [ ] Revoke \(secret) and see [the runbook](missing-\(secret).md)\n"
    let all = findings(text)
    #expect(all.count { $0.rule == "secret" } == 2)
    #expect(all.contains { $0.rule == "broken-link" })
    let outputs = [
      TextFormatter().format(all), JSONFormatter.format(all), GitHubFormatter.format(all, pathPrefix: "postmortems/"),
    ]
    for output in outputs {
      #expect(!output.contains(secret.prefix(9)))
      #expect(output.contains("ghp_…"))
    }
  }

  @Test func keepsTheCaretUnderAMaskedValue() {
    let text = TextFormatter().format(secrets("Ünder AKI" + "AQ3EGRTW7PLZ5MXKD it ran.\n"))
    #expect(text.contains(" 3 | Ünder AKIA•••••••••••••••• it ran.\n   |       ^^^^^^^^^^^^^^^^^^^^\n"))
  }
}
