import Diagnostics

/// What is known, while a template is bound, about one value on the stack of contexts.
struct ScopeFrame: Sendable {
  enum Content: Sendable {
    case view(AnyViewSchema)
    case leaf(Leaf)

    var identity: FrameIdentity {
      switch self {
      case .view(let schema): .view(schema.type)
      case .leaf(let leaf): .leaf(leaf)
      }
    }
  }

  let content: Content
  /// The frame's place when the routine runs.
  let slot: Int
  /// For each partial being bound from the outermost in, the frame it began with that this one is or lies within.
  var lineage: [Descent?]
  /// The list that the frame is an item of; nil for any other.
  var list: WalkedList?

  struct Descent: Sendable {
    var entry: Int
    /// Whether the frame lies strictly within the other.
    var isStrict: Bool
  }

  func descendant(_ content: Content, slot: Int) -> ScopeFrame {
    let lineage = lineage.map { $0.map { Descent(entry: $0.entry, isStrict: true) } }
    return ScopeFrame(content: content, slot: slot, lineage: lineage)
  }
}

/// A list that a section walks: its name and the place of the frame that has it.
struct WalkedList: Hashable, Sendable {
  let name: String
  let slot: Int
}

enum FrameIdentity: Hashable, Sendable {
  case view(ObjectIdentifier)
  case leaf(Leaf)
}

/// What the meaning of a tag depends on: the template it stands in, the contexts around it, the blocks that fill
/// places.
struct Scope: Sendable {
  var template: ParsedTemplate
  /// Outermost first.
  var frames: [ScopeFrame]
  /// What every line of the output begins with here.
  var indentation: [UInt8] = []
  /// Whether the output is in the middle of a line, so that the next line of the template gets no indentation.
  var continuesLine = false
  var overrides: [String: Override] = [:]
  var isEscaping = true
  /// The place of the list that `first()`, `last()` and `index()` speak of.
  var loop: Int?
  var frameCount: Int
  var loopCount = 0
  /// How many sections and partials lie around the tag.
  var depth = 0

  /// A block that fills a place of another template, with the template that it was written in.
  struct Override: Sendable {
    let block: BlockTag
    let template: ParsedTemplate

    var identity: OverrideIdentity { OverrideIdentity(template: template.name, offset: block.name.span.start) }
  }

  func text(_ range: Range<Int>) -> ArraySlice<UInt8> { template.source.bytes[range] }
}

/// Where a block that fills a place of another template is written.
struct OverrideIdentity: Hashable, Sendable {
  let template: String
  let offset: Int
}

/// What makes two uses of a template the same: its routine is bound once for all of them.
struct RoutineKey: Hashable {
  let template: String
  let frames: [FrameIdentity]
  let indentation: [UInt8]
  let continuesLine: Bool
  let overrides: [String: OverrideIdentity]
}
