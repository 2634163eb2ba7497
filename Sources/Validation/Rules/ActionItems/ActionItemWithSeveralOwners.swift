internal import Diagnostics
internal import PostMortems

/// Reports an action item that belongs to several or to everybody.
struct ActionItemWithSeveralOwners: PostMortemRule {
  static let description = RuleDescription(
    id: "action-item-with-several-owners", group: .actionItems,
    summary: "an action item has several owners, or everybody as its owner",
    rationale: "Each of two owners takes the other to be at it; one who answers may still ask others to help.",
    triggering: [
      "## Action items\n\n- [ ] Alert on disk usage (owner: ↓@storage, @platform, due: 2999-05-01)\n",
      "## Action items\n\n- [ ] Alert on disk usage (owner: ↓everyone, due: 2999-05-01)\n",
      "## Action items\n\n| Action | Owner |\n|---|---|\n| Alert on disk usage | ↓Storage / Platform |\n",
    ],
    nonTriggering: [
      "## Action items\n\n- [ ] Alert on disk usage (owner: @storage, due: 2999-05-01)\n",
      "## Action items\n\n- [ ] Alert on disk usage (owner: Trust and Safety, due: 2999-05-01)\n- [ ] Log it (owner: R&D)\n",
      "## Action items\n\n- [ ] Alert on disk usage (owner: @acme/storage)\n- [ ] Fix the build (owner: CI/CD)\n",
      "## Action items\n\n- [x] Alert on disk usage (owner: everyone)\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    draft.pendingPromises.compactMap { item -> Finding? in
      guard let owner = item.owner else { return nil }
      let written = draft.source.text(owner.span)
      if context.settings.teams.contains(where: { $0.slug == owner.value || $0.title == written }) { return nil }
      if OwnerCount.isEverybody(written) {
        return Finding(
          Self.description.id, at: owner.span, "owner '\(written)' is nobody in particular",
          help: "name the one team or role that answers for it")
      }
      let owners = OwnerCount.owners(in: written)
      guard owners.count > 1 else { return nil }
      return Finding(
        Self.description.id, at: owner.span, "owner '\(written)' names \(owners.count) owners",
        help: "keep the one who answers for it, and name the others in the text")
    }.oncePerPlace
  }
}

/// Counts the owners that an author names for one item.
enum OwnerCount {
  static func isEverybody(_ written: String) -> Bool {
    let words = PlainWords.split(written)
    return !words.isEmpty && words.allSatisfy { everybody.contains($0) }
  }

  private static let everybody = PlainWords.set(
    """
    all any anybody anyone company department developers engineers entire every everybody everyone involved many
    members multiple operators org organisation organization our people responders several somebody someone staff
    stakeholders team teams the us various we whole
    """)

  /// The owners where a list is certain: behind commas and slashes, or joined by a word where both carry `@`. Departments
  /// have an `and` or an `&` in their names, and a team's handle may have a slash.
  static func owners(in written: String) -> [Substring] {
    let lists = written.split(whereSeparator: { ",;".contains($0) }).flatMap(slashed).flatMap(joined)
    let owners = lists.map { $0.drop { $0 == " " } }.filter { $0.contains { $0.isLetter } }
    return Set(owners).count == owners.count ? owners : [written[...]]
  }

  private static func slashed(_ text: Substring) -> [Substring] {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return [text] }
    let isHandle = text.drop { $0 == " " }.first == "@" && parts.count == 2 && !parts[1].contains("@")
    let isAcronym = parts.allSatisfy { $0.utf8.count <= 3 }
    let isAddress = parts.contains { $0.isEmpty }
    return isHandle && !text.contains(" / ") || isAcronym || isAddress ? [text] : parts
  }

  private static func joined(_ text: Substring) -> [Substring] {
    let parts = text.split(separator: " ").split { ["and", "&", "+"].contains($0) }
    guard parts.count > 1, parts.allSatisfy({ $0.first?.hasPrefix("@") ?? false }) else { return [text] }
    return parts.compactMap { $0.first }
  }
}
