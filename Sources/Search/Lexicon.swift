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

/// Lets British and American spellings of a word be one term.
struct SpellingFolding: Sendable {
  private let replacements: [(from: [UInt8], to: [UInt8])]
  /// The first two letters of every replaced beginning: nearly all words are done with after one look here.
  private var beginnings = [Bool](repeating: false, count: 1 << 16)

  static let shared = SpellingFolding()

  private init() {
    replacements = stride(from: 0, to: Lexicon.spellings.count, by: 2).map {
      (Array(Lexicon.spellings[$0].utf8), Array(Lexicon.spellings[$0 + 1].utf8))
    }
    for (from, _) in replacements { beginnings[Int(from[0]) << 8 | Int(from[1])] = true }
  }

  /// Rewrites a lower-case word in place.
  @inline(__always)
  func apply(to word: inout [UInt8]) {
    guard word.count >= 5 else { return }
    if beginnings[Int(word[0]) << 8 | Int(word[1])] { replaceBeginning(of: &word) }
    if word.count >= 7 { replaceEnding(of: &word) }
  }

  private func replaceBeginning(of word: inout [UInt8]) {
    for (from, to) in replacements where word.starts(with: from) {
      word.replaceSubrange(0..<from.count, with: to)
      return
    }
  }

  /// `-ize` and `-yze` become `-ise` and `-yse` (the reverse would need a list of exceptions), `-elled` `-eled`.
  private func replaceEnding(of word: inout [UInt8]) {
    let count = word.count
    for ending in SpellingFolding.zEndings where word.ends(with: ending) {
      let z = count - ending.count
      if word[z - 1] == 0x69 || word[z - 1] == 0x79, z >= 3 { word[z] = 0x73 }
      return
    }
    for ending in SpellingFolding.doubledEndings where word.ends(with: ending) {
      word.remove(at: count - ending.count + 1)
      return
    }
  }

  /// Endings that begin with the `z` of `-ize`.
  static let zEndings = ["ze", "zes", "zed", "zer", "zers", "zing", "zation", "zations"].map { Array($0.utf8) }
  static let doubledEndings = ["elled", "elling", "eller", "ellers"].map { Array($0.utf8) }
}

extension [UInt8] {
  @inline(__always)
  func ends(with ending: [UInt8]) -> Bool {
    guard count >= ending.count else { return false }
    var offset = count - ending.count
    for byte in ending {
      if self[offset] != byte { return false }
      offset += 1
    }
    return true
  }
}
