/// The names that a view offers to templates, in the order in which its author declared them.
package struct ViewSchema<View>: Sendable {
  let slots: [ViewSlot]

  /// Two fields of one name are a mistake in the view, found the first time that the schema is read.
  package init(_ fields: ViewField<View>...) {
    slots = fields.map(\.slot)
    precondition(Set(slots.map(\.name)).count == slots.count, "\(View.self) declares a name twice")
  }

  /// The names with their kinds, as the documentation of templates lists them.
  package var names: [ViewName] { slots.map(ViewName.init) }
}

/// One name of a view as its documentation shows it.
package struct ViewName: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case text, html, number, flag, list, view
  }

  package var name: String
  package var kind: Kind
  /// Whether the value may be absent.
  package var isOptional: Bool
  /// Whether the name is offered to authors although no built-in template has to use it.
  package var isExtra: Bool
  /// The view type of a list's items or of a nested view; `nil` for a list of texts and for everything else.
  package var viewType: String?

  init(_ slot: ViewSlot) {
    name = slot.name
    isExtra = slot.isExtra
    isOptional = slot.content.isOptional
    kind = slot.content.kind
    viewType = slot.content.schema?().typeName
  }
}

/// A schema whose view type is known only by its identity, as binding handles it.
struct AnyViewSchema: Sendable {
  let type: ObjectIdentifier
  let typeName: String
  let slots: [ViewSlot]

  init<View: TemplateView>(of view: View.Type) {
    type = ObjectIdentifier(view)
    typeName = String(describing: view)
    slots = View.schema.slots
  }

  func slot(named name: String) -> ViewSlot? { slots.first { $0.name == name } }
}
