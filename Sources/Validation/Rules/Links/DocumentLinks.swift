internal import Diagnostics
internal import Markdown

/// The addresses that a document's body carries.
enum DocumentLinks {
  struct Link {
    let address: String
    let isImage: Bool
    let span: SourceSpan
  }

  static func all(in document: Document) -> [Link] {
    document.nodes.compactMap { node in
      switch node.kind {
      case .link(let destination, _):
        Link(address: document.string(destination), isImage: false, span: node.span)
      case .image(let source, _): Link(address: document.string(source), isImage: true, span: node.span)
      default: nil
      }
    }
  }
}
