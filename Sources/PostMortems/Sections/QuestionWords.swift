/// The words of questions and what each of them asks about, in the languages that post-mortems are written in; folded as
/// in paths.
enum QuestionWords {
  /// What a question begins with.
  enum Opener: Hashable { case what, why, how, who, when, whereTo, polar }

  /// What a word of a question speaks of.
  enum Concept: Hashable {
    case we, users, perceive, cause, contribute, trigger, flaw, fail, happen, unfold, learn, surprise, lucky, well,
      badly
    case better, affect, extent, detect, resolve, prevent, again, soon, future, intent, deed, done, respond, not
    case reader, action
  }

  /// The opener of a question and how many words it takes; nil for words that begin none.
  static func opener(of words: [String]) -> (opener: Opener, count: Int)? {
    guard let first = words.first else { return nil }
    if words.count > 1, let opener = pairs["\(first) \(words[1])"] { return (opener, 2) }
    if ["so", "and", "now", "und", "et", "y", "e", "en"].contains(first), words.count > 1,
      let opener = singles[words[1]]
    {
      return (opener, 2)
    }
    return singles[first].map { ($0, 1) }
  }

  private static let pairs: [String: Opener] = [
    "ce que": .what, "ce qu": .what, "ce qui": .what, "lo que": .what, "o que": .what, "che cosa": .what,
    "por que": .why,
    "a quien": .who, "a quienes": .who, "a chi": .who, "wie war": .how, "wie waren": .who, "wie had": .who,
    "wie hadden": .who, "was this": .polar, "was it": .polar, "was the": .polar, "was there": .polar, "a qui": .who,
    "per cui": .why, "how come": .why,
  ]

  private static let singles: [String: Opener] = {
    var table: [String: Opener] = [:]
    for (opener, words) in [
      (Opener.what, "what whats que qu was wat vad hva hvad cosa welche"),
      (.what, "welches welcher welke qual cual quale quel quelle quels quelles cuales"),
      (.why, "why varfor hvorfor woran warum wieso weshalb pourquoi porque waarom perche"),
      (.how, "how wie comment como hoe hur hvordan come"), (.who, "who whom wer wen qui quem quien quienes chi"),
      (.when, "when wann quand cuando quando wanneer"), (.whereTo, "where wo donde ou waar dove onde"),
      (.polar, "were did could wurde wurden"),
    ] { for word in words.split(separator: " ") { table[String(word)] = opener } }
    return table
  }()

  /// What a word speaks of; nothing for one that carries no meaning of its own.
  static func concepts(of word: String) -> Set<Concept> { concepts[word] ?? [] }

  private static let concepts: [String: Set<Concept>] = {
    var table: [String: Set<Concept>] = [:]
    for (concept, words) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) { table[String(word), default: []].insert(concept) }
    }
    return table
  }()

  private static let lists: [(Concept, String)] = [
    (
      .we,
      """
      we us our team teams wir uns unser nous avons nosotros hemos nos wij abbiamo noi responders engineers oncall
      hicimos fizemos
      """
    ),
    (.reader, "you your i my"),
    (
      .users,
      """
      users user customers customer people visitors clients members readers merchants players students patients guests
      subscribers nutzer kunden anwender benutzer utilisateurs clientes usuarios klanten gebruikers utenti clienti
      public
      """
    ),
    (
      .perceive,
      """
      saw see seen experienced experience experiencing noticed notice felt feel got get sahen bemerkten merkten vu vecu
      vieron notaron zagen merkten visto
      """
    ),
    (
      .cause,
      "cause causes caused causing verursacht ausloste ursache cause causo provoco veroorzaakte causato causa causas oorzaak ursachen led reason behind dahinter"
    ),
    (
      .contribute,
      """
      contributed contribute contributing worse allowed permitted stage enabled beigetragen contribue contribuyo
      bijgedragen harder slower worsened complicated aggravated verschlimmert verschlechtert erschwert aggrave empire
      empeoro agravo piorou agravou peggiorato aggravato erger verergerd verergerde
      """
    ),
    (.trigger, "triggered trigger triggers ausgelost declenche"),
    (.flaw, "bug fault flaw defect fehler"),
    (
      .fail,
      """
      broke failed fail fails break broken crashed crash stopped down outage incident unavailable wrong lost slow fall
      fell topple collapse collapsed tip tipped
      fallo fallaron falhou rompio quebrou rotto guasto kaputt ausgefallen panne stuk
      """
    ),
    (
      .happen,
      """
      happened happen happens happening occur occurred occurs passiert geschah geschehen gekommen kam passe paso pasado
      ocurrio ocurrido sucedio gebeurde gebeurd aconteceu ocorreu successo accaduto hande hant skjedde skete arrive
      produit
      transpired houve passieren gebeuren suceder pasar ocurrir acontecer succedere accadere arriver arrivee possible
      moglich posible possivel possibile mogelijk
      """
    ),
    (.unfold, "unfold unfolded unfolds played evolved progressed verlief"),
    (
      .learn,
      """
      learn learned learnt learning learnings lesson lessons gelernt lernen appris apprenons retenir retient retenons aprendido
      aprendimos aprendemos
      geleerd geleerde leren imparato aprender teach taught teaches
      """
    ),
    (.surprise, "surprised surprising surprise uberrascht surpris sorprendio"),
    (.lucky, "lucky luck saved gluck chance suerte geluk sorte fortuna"),
    (
      .well,
      "well right worked held helped gut bien goed bem bene geklappt certo fonctionne funciono funcionou funzionato"
    ),
    (
      .badly,
      "wrong poorly badly hindered hampered schlecht schief schiefgelaufen mal fout mis slecht male storto hinder errado"
    ),
    (.better, "better improved differently besser mieux mejor beter melhor meglio"),
    (
      .affect,
      """
      impacted affected affect impact impacts affects effect effects hit suffered mean means meant betroffen touche
      touches
      affecte affectes bedeutet bedeutete betekende signifiait cost costs hurt harmed touched impacte impactes concerne concernes afecto afectado afectados last getroffen afetado afetados
      colpito colpiti interessato interessati consequences
      """
    ),
    (.extent, "bad severe many much serious wide widespread long schlimm grave"),
    (
      .detect,
      """
      detect detected detects notice noticed find found discover discovered alerted alert spot spotted caught know knew
      known told heard hear aware reported catch identified bemerkt entdeckt erkannt gemerkt erfahren detecte detectee
      decouvert appercu
      remarque detecto detectamos detectado descubrimos enteramos ontdekt ontdekten gemerkt opgemerkt detectou scoperto
      rilevato accorti descobrimos prevenus prevenu avertis alertes informes avisados avisaron informiert erachter achter
      alarm alarms attention aufmerksam cuenta dimos notified informed percebemos percebeu notamos gewarnt avvisati merkte alerts alerting merkten detection monitoring erkennung detectie deteccion
      """
    ),
    (
      .resolve,
      """
      resolve resolved fix fixed fixes fixing mitigate mitigated recover recovered restore restored solve solved back
      repair repaired brought ended rolled handled dealt reacted stopped behoben gelost repariert wiederhergestellt
      resolu corrige repare retabli resolvimos resolvio resuelto solucionamos solucionado arreglamos opgelost losten
      verholpen hersteld soluciono restauro restablecio corrigio resolveu corrigiu solucionou resolvemos resolvido corrigimos recuperamos restablecimos restauramos risolto ripristinato corretto
      """
    ),
    (.respond, "respond responded responding response handled reagiert reagi respondimos gereageerd"),
    (
      .prevent,
      """
      prevent preventing prevented avoid avoiding recurrence recurring repeat ensure ensuring sure improve improving
      verhindern vermeiden
      eviter ameliorer ameliorons mejorar mejoraremos melhorar verbessern verbeteren migliorare empecher evitar prevenir voorkomen voorkom evitare prevenire impedir evitarlo evitarla evitarli prevenirlo recurrencia reproduire reproduise repita repeta ripeta
      herhalen herhaalt wiederholt
      """
    ),
    (.again, "again future wieder nochmal nouveau nuevo opnieuw novamente nuovo recur"),
    (
      .soon,
      """
      next now weiter jetzt suite maintenant ahora agora nu adesso ora
      """
    ),
    (
      .future,
      """
      will ll going plan planning planned forward changing werden wollen kunftig allons ferons faisons vamos haremos
      haciendo gaan zullen faremo stiamo faremos cambieremo cambiaremos mudaremos changerons evitaremos eviteremo
      """
    ),
    (.intent, "re are do can must should comes need want tun andern machen doen"),
    (
      .deed,
      """
      do doing done change changes changing make making take taking adding building working committing go comes about
      tun tut machen andern unternehmen unternommen getan gemacht faire fait faisons ferons hacer haremos haciendo
      hicimos hecho doen gedaan fazer fizemos feito fare faremo facendo fatto faremos happens be cambiar cambiaremos mudar mudaremos cambiare cambieremo changer changerons
      veranderen verander anders
      """
    ),
    (.action, "actions action measures steps tasks massnahmen mesures medidas acciones maatregelen acties azioni"),
    (
      .done, "did done tried took taken changed getan gemacht unternommen fait hicimos hecho gedaan fizemos feito fatto"
    ),
    (.not, "wasn weren didn not nicht pas isn doesn niet nobody nothing no nao non"),
  ]
}
