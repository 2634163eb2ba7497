/// A page's template tied to the type of its view; what could go wrong has been reported when it was bound.
package struct BoundTemplate<View: TemplateView>: Sendable {
  let program: Program

  /// Appends the page to a buffer, as UTF-8. May be called from several threads at once.
  package func render(_ view: View, into buffer: inout [UInt8]) {
    var page = ByteSink(capacity: 2 * program.literals.count + 16_384)
    withUnsafePointer(to: view) { view in
      program.withRenderer { renderer in
        renderer.frames.initialize(to: UnsafeRawPointer(view))
        renderer.run(depth: 0, into: &page)
      }
    }
    buffer.append(contentsOf: page.bytes)
  }

  /// The page as a buffer of its own.
  package func render(_ view: View) -> [UInt8] {
    var buffer: [UInt8] = []
    render(view, into: &buffer)
    return buffer
  }
}
