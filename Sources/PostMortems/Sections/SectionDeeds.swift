internal import Markdown

/// Whether a section tells what was done during an incident or what is to be done after it, by its name and its items.
struct SectionDeeds {
  private var past = 0
  private var orders = 0
  private var items = 0
  /// Whether it holds boxes that nobody has ticked, or a table of tasks with their owners.
  private(set) var isOfTasks = false

  init(_ document: Document, _ content: Range<Int>) {
    for index in content {
      switch document.nodes[index].kind {
      case .item(task: .some(false)): isOfTasks = true
      case .item: read(document.plainText(of: index))
      case .table where ActionTable.isOfTasks(document, table: index): isOfTasks = true
      default: break
      }
    }
  }

  private mutating func read(_ item: String) {
    items += 1
    let first = item.split(whereSeparator: { !$0.isLetter }).first?.lowercased() ?? ""
    if ActionVocabulary.verbs.contains(first) { orders += 1 }
    if first.hasSuffix("ed") && first.utf8.count > 4 || Self.irregular.contains(first) { past += 1 }
  }

  /// Whether most items begin with a verb of the past, `Added a check`.
  var tellsPast: Bool { items >= 2 && past * 2 > items && orders * 3 < items }

  /// Whether most items begin with an order, `Add a check`.
  var givesOrders: Bool { items >= 2 && orders * 2 > items }

  private static let irregular: Set<String> = [
    "rebuilt", "took", "made", "ran", "wrote", "brought", "sent", "gave", "shut", "built", "redid",
  ]

  /// Whether a name of actions may tell what was done at the time: it holds a word for that, and none for plans.
  static func isNamed(_ title: String) -> Bool {
    words(of: title).contains { deeds.contains($0) } && !isPlan(title)
  }

  /// Whether a name speaks of what is to come.
  static func isPlan(_ title: String) -> Bool { words(of: title).contains { plans.contains($0) } }

  /// Whether a name of what was done speaks of a lasting change, `What has changed`, `Was wir geändert haben`.
  static func isChange(_ title: String) -> Bool { words(of: title).contains { changes.contains($0) } }

  private static func words(of title: String) -> [String] {
    title.split(whereSeparator: { !$0.isLetter }).map { Slug.make(String($0)) }
  }

  private static let deeds = words(
    """
    remediation remediations remedial immediate taken emergency recovery applied completed done containment repairs
    corrective partial
    tomadas tomados inmediatas inmediata imediatas imediatos inmediatos adoptadas adotadas realizadas aplicadas
    getroffene getroffenen ergriffene ergriffenen sofort sofortige sofortmassnahmen durchgefuhrte
    prises immediates immediate menees genomen directe onmiddellijke intraprese immediate adottate
    correctivas correctives corretivas correttive remediacion remediacao rimedio
    """)

  private static let plans = words(
    """
    plan plans planned prevention preventive preventative preventing prevent next future further long term follow
    followup recommendations recommended proposed items item todo improvement improvements plano piano prevencion
    prevencao preventivas preventives preventive prevenzione preventivo seguimiento acompanhamento vorbeugung root
    kunftige folge futuras futures
    """)

  private static let changes = words(
    """
    changed changes change since geandert verandert change changements cambiamos cambiado cambios mudamos mudancas
    mudou cambiato cambiamenti veranderd wijzigingen anderungen
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
