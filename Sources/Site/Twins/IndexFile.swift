import Diagnostics
import KnowledgeBase
import PostMortems

/// `index.json`: every post-mortem, cause and page of the plan with the addresses of its three forms.
enum IndexFile {
  static func document(in site: SiteSource) -> [UInt8] {
    let base = site.knowledgeBase
    let entries = PageEntries(root: site.options.baseURL.map { $0 + "/" } ?? "")
    let value = JSONValue.object([
      "notice": .string(TwinNotice.text),
      "title": .string(base.settings.title),
      "description": .string(base.settings.description),
      "as_of": .string(base.asOf.iso),
      "post_mortems": .array(base.postMortems.map { entries.value($0, base) }),
      "causes": .array(base.causes.all.map { entries.value($0, base) }),
      "plan": .array(base.plan.map { entries.value($0) }),
    ])
    return Array(value.text.utf8)
  }
}

private struct PageEntries {
  let root: String

  func value(_ postMortem: PostMortem, _ base: KnowledgeBase) -> JSONValue {
    entry(
      SitePaths.postMortem(postMortem.slug),
      [
        "id": .string(postMortem.id), "title": .string(postMortem.title), "date": .optional(postMortem.day?.iso),
        "severity": .optional(postMortem.severity?.name), "status": .string(postMortem.status.rawValue),
        "kind": .string(postMortem.kind.rawValue), "services": .strings(postMortem.services),
        "teams": .strings(postMortem.teams), "root_causes": .strings(base.causes.rootCauses(of: postMortem)),
      ])
  }

  func value(_ cause: Cause, _ base: KnowledgeBase) -> JSONValue {
    entry(
      SitePaths.cause(cause.slug),
      [
        "slug": .string(cause.slug), "title": .string(cause.title),
        "status": .optional(cause.record?.status?.value),
        "post_mortems": .strings(cause.occurrences.map { base.postMortems[$0].id }),
      ])
  }

  func value(_ page: PlanPage) -> JSONValue {
    entry(SitePaths.planPage(page.slug), ["slug": .string(page.slug), "title": .string(page.title.value)])
  }

  private func entry(_ page: String, _ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    let addresses = [("page", page), ("markdown", SitePaths.markdown(of: page)), ("data", SitePaths.data(of: page))]
    return .object(
      members.map { JSONValue.Member($0.key, $0.value) }
        + addresses.map { JSONValue.Member($0.0, .string(root + $0.1)) })
  }
}
