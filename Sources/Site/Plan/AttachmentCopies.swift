import Diagnostics
package import KnowledgeBase
import Markdown
import PostMortems

/// Finds the files of the input that documents link, which the site must carry.
package enum AttachmentCopies {
  package static func copies(_ knowledgeBase: KnowledgeBase) -> [PlannedCopy] {
    guard !knowledgeBase.attachments.isEmpty else { return [] }
    let documents =
      knowledgeBase.postMortems.map(\.draft.document) + knowledgeBase.causes.all.compactMap(\.record?.document)
      + knowledgeBase.plan.map(\.document)
    var paths: Set<String> = []
    for document in documents {
      for node in document.nodes {
        let address: TextRange
        switch node.kind {
        case .link(let destination, _): address = destination
        case .image(let source, _): address = source
        default: continue
        }
        let target = knowledgeBase.links.target(of: document.string(address), in: document.source.path)
        if case .attachment(let path) = target { paths.insert(path) }
      }
    }
    return paths.sorted().map { PlannedCopy(inputPath: $0, sitePath: SitePaths.attachment($0)) }
  }
}
