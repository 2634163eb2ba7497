/// A page's template tied to the type of its view; what could go wrong has been reported when it was bound.
package struct BoundTemplate<View: TemplateView>: Sendable {
  let program: Program

  /// Appends the page to a buffer, as UTF-8. May be called from several threads at once.
  package func render(_ view: View, into buffer: inout [UInt8]) {
    withUnsafePointer(to: view) { view in
      program.literals.withUnsafeBufferPointer { literals in
        Renderer.run(0, of: program, literals: literals, depth: 0, into: &buffer) { _ in UnsafeRawPointer(view) }
      }
    }
  }

  /// The page as a buffer of its own.
  package func render(_ view: View) -> [UInt8] {
    var buffer: [UInt8] = []
    render(view, into: &buffer)
    return buffer
  }
}
