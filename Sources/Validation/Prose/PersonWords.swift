/// The words for people who have a part in an incident; users, customers and attackers are none of them.
enum PersonWords {
  /// Mean a person whatever stands before them.
  static let roles: Set<String> = plurals([
    "engineer", "developer", "administrator", "sysadmin", "sysop", "sre", "dba", "programmer", "coder",
    "technician", "contractor", "consultant", "intern", "employee", "colleague", "coworker", "co-worker", "teammate",
    "supervisor", "author", "reviewer", "approver", "committer", "maintainer", "contributor", "trainee", "apprentice",
    "architect", "analyst", "tester", "electrician", "specialist", "technologist", "individual", "person", "scribe",
    "on-caller", "newcomer", "officer", "commander",
  ]).union([
    "on-call", "oncall", "staff", "personnel", "people", "someone", "somebody", "everyone", "everybody", "cto", "ciso",
    "devs", "whoever",
  ])

  /// Mean a person after an article, and software behind a product's name: `the Kubernetes operator`.
  static let ambiguous: Set<String> = plurals(["operator", "admin", "owner", "responder"])

  /// Mean a person only behind a word that makes them one: `incident manager`, `team lead`.
  static let compounds: [String: Set<String>] = {
    var table: [String: Set<String>] = [:]
    let manager: Set<String> = [
      "incident", "product", "engineering", "project", "delivery", "release", "duty", "shift", "line", "change",
      "office", "operations", "support", "program", "programme", "problem", "team", "her", "his", "their", "my",
    ]
    let lead: Set<String> = [
      "team", "tech", "technical", "engineering", "operations", "shift", "communications", "project",
    ]
    let member: Set<String> = ["team", "staff", "crew", "squad", "project", "board"]
    let agent: Set<String> = ["support", "helpdesk", "call-center"]
    for (word, before) in [("manager", manager), ("lead", lead), ("member", member), ("agent", agent)] {
      table[word] = before
      table[word + "s"] = before
    }
    return table
  }()

  /// Words before an ambiguous role that keep it human.
  static let humanModifiers: Set<String> = [
    "human", "duty", "shift", "on-call", "oncall", "night", "day", "network", "database", "system", "systems", "site",
    "computer", "experienced", "tired", "new", "junior", "senior", "second", "first", "other", "local", "remote",
    "responsible", "same", "production", "datacenter", "data-center", "cloud", "maintenance", "admin", "incident",
    "linux", "unix", "windows", "console", "lead", "plant", "primary", "secondary", "code", "service", "one", "two",
  ]

  static let pronouns: Set<String> = ["he", "she", "i"]

  static let organisation: Set<String> = ["we"]

  static let nobody: Set<String> = ["nobody", "no-one", "none", "neither", "noone"]

  /// Stand before `of` and pass the meaning on to what follows.
  static let quantifiers: Set<String> = [
    "one", "some", "all", "both", "most", "many", "several", "each", "two", "three", "any", "half", "few", "none",
    "neither", "either", "another",
  ]

  private static func plurals(_ words: [String]) -> Set<String> {
    Set(words).union(words.map { $0 + "s" })
  }
}
