internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Reports a name that two cause records claim.
struct ClashingCauseAlias: CorpusRule {
  static let description = RuleDescription(
    id: "clashing-cause-alias", group: .rootCause, level: .error,
    summary: "two cause records have the same name or alias",
    rationale:
      "A post-mortem that uses the name would be counted for one of the two causes, and nobody could tell which.",
    triggering: [
      "-- causes/a.md --\n---\ntitle: A\naliases: [redos]\n---\n-- causes/b.md --\n---\ntitle: B\naliases: [↓ReDoS, ↓a]\n---\n",
      "-- causes/a.md --\n---\ntitle: A\naliases: [disk full]\n---\n-- causes/b.md --\n---\ntitle: B\naliases: [↓Disk-Full]\n---\n",
      "-- causes/disk/full.md --\n---\ntitle: A\n---\n-- causes/queue/full.md --\n---\ntitle: ↓B\n---\n",
    ],
    nonTriggering: [
      "-- causes/a.md --\n---\ntitle: A\naliases: [redos, a, redos]\n---\n-- causes/b.md --\n---\ntitle: B\naliases: [b2]\n---\n"
    ])

  func findings(in knowledgeBase: KnowledgeBase) -> [FileFinding] {
    let records = knowledgeBase.causes.records
    var owners: [String: String] = [:]
    var found: [FileFinding] = []
    for record in records {
      guard let owner = owners[record.slug] else {
        owners[record.slug] = record.file
        continue
      }
      found.append(Self.clash(record.slug, at: record.title.span, in: record, with: owner, "name the file differently"))
    }
    for record in records {
      for alias in record.aliases {
        let key = Slug.make(alias.value)
        guard let owner = owners[key] else {
          owners[key] = record.file
          continue
        }
        guard owner != record.file else { continue }
        found.append(Self.clash(alias.value, at: alias.span, in: record, with: owner, "remove it from one of the two"))
      }
    }
    return found
  }

  private static func clash(
    _ name: String, at span: SourceSpan, in record: CauseRecord, with owner: String, _ help: String
  ) -> FileFinding {
    FileFinding(
      file: record.file,
      Finding(description.id, at: span, "'\(name)' is a name of '\(owner)' already", help: help))
  }
}
