/// A property of a view, written as a key path: `\.title`.
package typealias Property<View, Value> = any KeyPath<View, Value> & Sendable

/// One line of a schema: a name and the property that answers it.
package struct ViewField<View>: Sendable {
  var slot: ViewSlot

  private init(_ name: String, _ content: ViewSlot.Content, _ access: ViewSlot.Access) {
    slot = ViewSlot(name: name, content: content, access: access)
  }

  /// Marks a name as an offer to authors: no built-in template has to use it.
  package var extra: Self {
    var copy = self
    copy.slot.isExtra = true
    return copy
  }

  package static func text(_ name: String, _ path: Property<View, String>) -> Self {
    Self(name, .leaf(.text), .init(path))
  }

  package static func text(_ name: String, _ path: Property<View, String?>) -> Self {
    Self(name, .leaf(.optionalText), .init(path))
  }

  /// HTML that is safe as it stands, in UTF-8.
  package static func html(_ name: String, _ path: Property<View, [UInt8]>) -> Self {
    Self(name, .leaf(.html), .init(path))
  }

  package static func html(_ name: String, _ path: Property<View, [UInt8]?>) -> Self {
    Self(name, .leaf(.optionalHTML), .init(path))
  }

  package static func html(_ name: String, _ path: Property<View, String>) -> Self {
    Self(name, .leaf(.safeText), .init(path))
  }

  package static func html(_ name: String, _ path: Property<View, String?>) -> Self {
    Self(name, .leaf(.optionalSafeText), .init(path))
  }

  package static func number(_ name: String, _ path: Property<View, Int>) -> Self {
    Self(name, .leaf(.number), .init(path))
  }

  package static func number(_ name: String, _ path: Property<View, Int?>) -> Self {
    Self(name, .leaf(.optionalNumber), .init(path))
  }

  package static func flag(_ name: String, _ path: Property<View, Bool>) -> Self {
    Self(name, .leaf(.flag), .init(path))
  }

  package static func list(_ name: String, _ path: Property<View, [String]>) -> Self {
    Self(name, .list(ViewList(of: String.self, schema: nil)), .init(path))
  }

  package static func list<Item: TemplateView>(_ name: String, _ path: Property<View, [Item]>) -> Self {
    Self(name, .list(ViewList(of: Item.self, schema: { AnyViewSchema(of: Item.self) })), .init(path))
  }

  package static func view<Inner: TemplateView>(_ name: String, _ path: Property<View, Inner>) -> Self {
    Self(name, .view({ AnyViewSchema(of: Inner.self) }), .init(path))
  }

  package static func view<Inner: TemplateView>(_ name: String, _ path: Property<View, Inner?>) -> Self {
    let unwrap: Reach = { memory, body in
      guard let inner = memory.assumingMemoryBound(to: Inner?.self).pointee else { return }
      withUnsafePointer(to: inner) { body(UnsafeRawPointer($0)) }
    }
    return Self(name, .optionalView({ AnyViewSchema(of: Inner.self) }, unwrap: unwrap), .init(path))
  }
}
