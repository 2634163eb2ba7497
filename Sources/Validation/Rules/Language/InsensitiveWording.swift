internal import Diagnostics
internal import PostMortems

/// Reports a figure of speech that hurts and has a plain replacement.
struct InsensitiveWording: PostMortemRule {
  static let description = RuleDescription(
    id: "insensitive-wording", group: .language, level: .note,
    summary: "a word has a kinder and clearer replacement",
    rationale: "A plain word says more about a system than an illness, a crime or somebody's origin does.",
    triggering: [
      "# Checkout down\n\nThe outage ↓crippled the checkout.\n",
      "The ↓slave lagged behind, and a second slave too.\n",
      "A ↓sanity check was missing.\n",
    ],
    nonTriggering: [
      "The pull request went to master, and `slave_lag` grew.\n",
      "The outage stopped the checkout; a quick check was missing.\n",
    ])

  private static let table = PhraseTable([
    ("crippled", "disabled or slowed"), ("cripple", "disable or slow"), ("crippling", "severe"),
    ("insane", "extreme"), ("insanely", "extremely"), ("crazy", "unexpected"), ("lame", "weak"),
    ("sanity check", "quick check"),
    ("sanity checks", "quick checks"), ("sanity-check", "check"), ("sanity checking", "checking"),
    ("slave", "replica"), ("slaves", "replicas"), ("master slave", "primary and replica"),
    ("blacklist", "blocklist"), ("blacklisted", "blocked"), ("blacklisting", "blocking"), ("blacklists", "blocklists"),
    ("whitelist", "allowlist"), ("whitelisted", "allowed"), ("whitelisting", "allowing"), ("whitelists", "allowlists"),
    ("manpower", "staff"), ("man hours", "hours of work"), ("man-hours", "hours of work"), ("man-hour", "hour of work"),
    ("grandfathered", "exempted"), ("retarded", "slowed"), ("tone deaf", "tactless"), ("tone-deaf", "tactless"),
    ("lunatic", "extreme"), ("psychotic", "erratic"), ("schizophrenic", "inconsistent"), ("spaz", "fail"),
  ])

  /// Each word once a document: the first place stands for all.
  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    var seen: Set<String> = []
    return context.prose(of: draft, with: Self.table.triggers).flatMap { block in
      block.sentences.flatMap { sentence in
        sentence.words.indices.compactMap { index -> Finding? in
          guard let found = Self.table.entry(at: index, in: sentence),
            !sentence.words[index].isName(in: sentence, index),
            seen.insert(found.entry.advice).inserted
          else { return nil }
          let span = block.span(sentence, index, found.last)
          let word = Excerpt.text(span, in: draft.source)
          return Finding(
            Self.description.id, at: span, "'\(word)' has a plainer word", help: "write '\(found.entry.advice)'")
        }
      }
    }
  }
}

extension Word {
  /// Whether a capital in the middle of a sentence makes the word part of a name.
  fileprivate func isName(in sentence: Sentence, _ index: Int) -> Bool { isCapitalised && index > 0 && gap == .space }
}
