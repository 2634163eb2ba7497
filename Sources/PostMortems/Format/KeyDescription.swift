internal import Diagnostics

/// A key of the settings or of front matter: what its published schema, completion and hover tell of it.
package struct KeyDescription: Sendable {
  package let name: String
  package let form: ValueForm
  /// What it says, in a sentence or two for whoever writes it.
  package let meaning: String

  package init(_ name: String, _ form: ValueForm, _ meaning: String) {
    self.name = name
    self.form = form
    self.meaning = meaning
  }
}

/// What may stand behind a key; nothing at all may always stand there.
package indirect enum ValueForm: Sendable {
  case text
  case time
  case flag
  case number
  case whole(ClosedRange<Int>)
  case word(WordList)
  /// A list, or a single item without the brackets of one.
  case list(ValueForm)
  /// A map with these keys and no others.
  case map([KeyDescription])
  /// A map whose keys the author chooses, from a list where there is one.
  case entries(WordList?, ValueForm)
  case either([ValueForm])

  /// The keys that a map of this form, or of a form below a list, may have.
  package var keys: [KeyDescription] {
    switch self {
    case .map(let keys): keys
    case .list(let form): form.keys
    case .either(let forms): forms.flatMap(\.keys)
    default: []
    }
  }

  /// The list from which an author's own keys come.
  package var keyList: WordList? {
    switch self {
    case .entries(let list, _): list
    case .list(let form): form.keyList
    case .either(let forms): forms.lazy.compactMap(\.keyList).first
    default: nil
    }
  }

  /// The form of what stands behind a key of this one; nil where there is no such key.
  package func form(under key: String) -> ValueForm? {
    switch self {
    case .map(let keys): keys.first { $0.name == key }?.form
    case .entries(_, let form): form
    case .list(let form): form.form(under: key)
    case .either(let forms): forms.lazy.compactMap { $0.form(under: key) }.first
    default: nil
    }
  }

  /// The list from which a single word of this form comes.
  package var wordList: WordList? {
    switch self {
    case .word(let list): list
    case .list(let form): form.wordList
    case .either(let forms): forms.lazy.compactMap(\.wordList).first
    default: nil
    }
  }
}

/// What words of a field are taken from.
package enum WordList: Sendable, Hashable {
  case status, kind, audience, origin, severity, service, team, cause, postMortem
  case detection, trigger, mitigation, control, controlState, causeCategory, causeStatus
  case section, rule, level, zone, month, postMortemKey
  case fixed([String])
}

/// The words of every list under some settings.
package struct WordLists: Sendable {
  private let settings: Settings
  private let rules: [String]

  /// - Parameter rules: the ids of all rules.
  package init(_ settings: Settings, rules: [String]) {
    self.settings = settings
    self.rules = rules
  }

  /// The words in the order in which they are shown; causes and post-mortems are known to a knowledge base alone.
  package func vocabulary(_ list: WordList) -> Vocabulary {
    let vocabularies = settings.vocabularies
    switch list {
    case .status: return vocabularies.status
    case .kind: return vocabularies.kind
    case .audience: return vocabularies.audience
    case .origin: return vocabularies.origin
    case .severity: return Vocabulary(settings.severities.map(\.name), isClosed: true)
    case .service: return vocabularies.services
    case .team: return vocabularies.teams
    case .detection: return vocabularies.detection
    case .trigger: return vocabularies.trigger
    case .mitigation: return vocabularies.mitigation
    case .control: return vocabularies.control
    case .controlState: return vocabularies.controlState
    case .causeCategory: return vocabularies.causeCategory
    case .causeStatus: return vocabularies.causeStatus
    case .section: return Vocabulary(SectionRole.allCases.map(\.rawValue), isClosed: false)
    case .rule: return Vocabulary(rules, isClosed: true)
    case .level: return Vocabulary(Level.allCases.map(\.rawValue), isClosed: true)
    case .postMortemKey: return Vocabulary(PostMortemFormat.keys.map(\.name), isClosed: false)
    case .zone: return Vocabulary(["UTC"], isClosed: false)
    case .cause, .postMortem, .month: return .open
    case .fixed(let words): return Vocabulary(words, isClosed: true)
    }
  }
}
