/// The closed word lists of the search: small enough to read, and sent along with the index to the browser.
enum Lexicon {
  /// English words that carry grammar only; a query made of other words too ignores them.
  static let stopWords = words(
    """
    a an and are as at be been but by can did do does for from had has have he her his how i if in into is it its may \
    of on or our she so such than that the their them then there these they this those to us was we were what \
    when where which while who why will with would you your
    """)

  /// Words that are also written as two; both spellings find either.
  static let compounds = words(
    """
    autoscaler autoscaling backup bandwidth blackout breakdown brownout changelog checklist checkout cleanup codebase \
    cooldown crashloop cutover database datacenter deadlock denylist allowlist downtime endpoint failover filesystem \
    firewall github gitlab handoff handover healthcheck hostname hotfix javascript keyspace letsencrypt livelock \
    loadbalancer lockout login logout lookup mainframe microservice microservices mongodb multiregion mysql namespace \
    nodepool offline oncall online openssl password playbook postgresql postmortem postmortems prefetch redeploy \
    redeployed restart rollback rollout runbook setup shutdown signin signup slowdown stacktrace standby startup \
    subdomain subnet takeover throughput timeout timeouts timestamp timezone typescript uptime username webhook \
    webhooks website websites whitelist blacklist wildcard workaround workflow workload workloads
    """)

  /// British beginnings of words and the American ones they are compared by, alternating.
  static let spellings = words(
    """
    acknowledgement acknowledgment ageing aging analogue analog artefact artifact behaviour behavior catalogue catalog \
    centre center colour color defence defense dialogue dialog endeavour endeavor enquir inquir favour favor fibre \
    fiber flavour flavor harbour harbor honour honor judgement judgment labour labor learnt learned licence license \
    litre liter metre meter neighbour neighbor offence offense rumour rumor theatre theater vapour vapor
    """)

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
