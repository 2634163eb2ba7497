internal import Markdown

/// Settles roles that several sections claim: the better name has it, and a section outdone for its first role falls back
/// to the second that its name may mean, where no other section has that one.
extension SectionReader {
  mutating func settleRivals() {
    settleDeeds()
    settleChanges()
    settleLabels()
  }

  /// `**Resolution:**` below the third of five causes is on that cause, where a heading has the role.
  private mutating func settleLabels() {
    let headed = Set(sections.filter(\.isHeading).compactMap(\.role))
    for index in sections.indices where [.boldLabel, .boldLine].contains(sections[index].opening) {
      guard let role = sections[index].role, role != .actionItems, role != .timeline, headed.contains(role),
        isWithinOther(index)
      else { continue }
      sections[index] = sections[index].with(role: nil)
    }
  }

  /// Whether a section lies below a heading that is neither the document's title nor one of the same role.
  private func isWithinOther(_ index: Int) -> Bool {
    let title = sections.indices.first { sections[$0].isHeading }.flatMap { first in
      sections[first].opening == .heading(level: 1) ? first : nil
    }
    var parent = sections[index].parent
    while let next = parent {
      if sections[next].role == sections[index].role { return false }
      if sections[next].isHeading, next != title { return true }
      parent = sections[next].parent
    }
    return false
  }

  /// `Remediation` beside `Action items`, `Medidas inmediatas` beside `Plan de mejora`: of two sections of actions, the one
  /// whose name tells what was done at the time is how the incident was resolved.
  private mutating func settleDeeds() {
    let rivals = sections.indices.filter { isOpened($0) && claim(of: $0) == .actionItems && !isWithinActions($0) }
    let deeds = rivals.filter { SectionDeeds.isNamed(sections[$0].title) }
    guard rivals.count > deeds.count, !deeds.isEmpty else { return }
    let isFree = !sections.indices.contains { isOpened($0) && claim(of: $0) == .resolution }
    for index in deeds {
      let deeds = SectionDeeds(document, sections[index].content)
      guard !deeds.isOfTasks, !holdsPlans(index), isFree && !deeds.givesOrders || deeds.tellsPast else { continue }
      sections[index] = sections[index].with(role: .resolution)
      weakRoles[index] = nil
    }
  }

  /// Whether a heading below a section's promises more, `Long-term improvements`: then it holds both and stays.
  private func holdsPlans(_ index: Int) -> Bool {
    sections.contains { sections[index].content.contains($0.titleNode) && SectionDeeds.isPlan($0.title) }
  }

  /// `What we changed` behind `How we fixed it`, where nothing else holds actions.
  private mutating func settleChanges() {
    guard !sections.indices.contains(where: { claim(of: $0) == .actionItems }) else { return }
    let fixes = sections.indices.filter { isOpened($0) && claim(of: $0) == .resolution }
    guard fixes.count > 1, let last = fixes.last, SectionDeeds.isChange(sections[last].title) else { return }
    sections[last] = sections[last].with(role: .actionItems)
    weakRoles[last] = nil
  }

  /// What a section's name claims, whether or not a weak word of it says so.
  private func claim(of index: Int) -> SectionRole? { sections[index].role ?? weakRoles[index] }

  private func isOpened(_ index: Int) -> Bool { sections[index].isHeading || sections[index].opening == .boldLine }

  private func isWithinActions(_ index: Int) -> Bool {
    var parent = sections[index].parent
    while let next = parent {
      if claim(of: next) == .actionItems { return true }
      parent = sections[next].parent
    }
    return false
  }
}
