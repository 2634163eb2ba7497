/// Reaches a value that starts from the memory of another, and hands it on; never calls back if there is none.
typealias Reach = @Sendable (UnsafeRawPointer, (UnsafeRawPointer) -> Void) -> Void

/// Where in a view a name's value lies, and what it is.
struct ViewSlot: Sendable {
  let name: String
  let content: Content
  let access: Access
  var isExtra = false

  /// How the value is found from the memory of its view.
  enum Access: Sendable {
    /// At a distance in bytes from the beginning of the view.
    case stored(offset: Int)
    case computed(Reach)

    init<View, Value>(_ path: Property<View, Value>) {
      if let offset = MemoryLayout<View>.offset(of: path) {
        self = .stored(offset: offset)
      } else {
        self = .computed { view, body in
          let value = view.assumingMemoryBound(to: View.self).pointee[keyPath: path]
          withUnsafePointer(to: value) { body(UnsafeRawPointer($0)) }
        }
      }
    }
  }

  enum Content: Sendable {
    case leaf(Leaf)
    case list(ViewList)
    case view(@Sendable () -> AnyViewSchema)
    case optionalView(@Sendable () -> AnyViewSchema, unwrap: Reach)

    var schema: (@Sendable () -> AnyViewSchema)? {
      switch self {
      case .leaf: nil
      case .list(let list): list.schema
      case .view(let schema), .optionalView(let schema, _): schema
      }
    }

    var isOptional: Bool {
      switch self {
      case .leaf(let leaf): leaf.isOptional
      case .optionalView: true
      case .list, .view: false
      }
    }

    var kind: ViewName.Kind {
      switch self {
      case .leaf(let leaf): leaf.kind
      case .list: .list
      case .view, .optionalView: .view
      }
    }
  }
}

/// A value that is written as it stands, by the type it has in memory.
enum Leaf: Hashable, Sendable {
  case text, optionalText, html, optionalHTML, safeText, optionalSafeText, number, optionalNumber, flag

  var isOptional: Bool {
    switch self {
    case .optionalText, .optionalHTML, .optionalSafeText, .optionalNumber: true
    case .text, .html, .safeText, .number, .flag: false
    }
  }

  var kind: ViewName.Kind {
    switch self {
    case .text, .optionalText: .text
    case .html, .optionalHTML, .safeText, .optionalSafeText: .html
    case .number, .optionalNumber: .number
    case .flag: .flag
    }
  }
}

/// A list whose item type is known only to its two closures.
struct ViewList: Sendable {
  /// The names of an item; `nil` for a list of texts.
  let schema: (@Sendable () -> AnyViewSchema)?
  let count: @Sendable (UnsafeRawPointer) -> Int
  /// Calls back with each item's memory and its index.
  let visit: @Sendable (UnsafeRawPointer, (UnsafeRawPointer, Int) -> Void) -> Void

  init<Item>(of item: Item.Type, schema: (@Sendable () -> AnyViewSchema)?) {
    self.schema = schema
    count = { $0.assumingMemoryBound(to: [Item].self).pointee.count }
    visit = { list, body in
      list.assumingMemoryBound(to: [Item].self).pointee.withUnsafeBufferPointer { items in
        guard let first = items.baseAddress else { return }
        for index in 0..<items.count { body(UnsafeRawPointer(first + index), index) }
      }
    }
  }
}
