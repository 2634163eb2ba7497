/// The words of section names and what each of them says a section is for, in the languages that post-mortems are
/// written in; folded as in paths: `Maßnahmen` is `massnahmen`, `Résumé` is `resume`.
enum SectionVocabulary {
  /// A word's role; a weak one counts only while no other section of the document has that role.
  struct Entry {
    let role: SectionRole
    var isWeak = false
  }

  static let roles: [String: Entry] = {
    var table: [String: Entry] = [:]
    for (role, words) in strong {
      for word in words.split(whereSeparator: \.isWhitespace) { table[String(word)] = Entry(role: role) }
    }
    for (role, words) in weak {
      for word in words.split(whereSeparator: \.isWhitespace) { table[String(word)] = Entry(role: role, isWeak: true) }
    }
    return table
  }()

  private static let strong: [(SectionRole, String)] = [
    (
      .timeline,
      """
      timeline timelines chronology chronologie cronologia cronologico zeitverlauf zeitleiste zeitstrahl zeitachse
      ablauf
      tijdlijn tijdslijn verloop deroule deroulement unfolded tempo tiempo
      cronistoria verlauf tidslinje tidslinjen handelseforlopp forlob hendelsesforlop hergang chronik zeitablauf
      ereignisverlauf
      """
    ),
    (
      .rootCause,
      """
      cause causes rootcause rca culprit ursache ursachen grundursache hauptursache ursachenanalyse fehleranalyse causa
      causas oorzaak oorzaken rotorsak grundorsak orsak orsaker arsag rotarsak arsak przyczyna przyczyny hoofdoorzaak
      diagnosis diagnose fehlerursache storungsursache
      """
    ),
    (.fiveWhys, "whys why-s"),
    (
      .contributingFactors,
      """
      contributing contributory contributors factors factor leadup beitragende begunstigende facteurs factores
      factoren faktoren einflussfaktoren fattori aggravating contribuyentes aggravants aggravantes agravantes
      verscharfende bijdragende contributifs contributivos contribuintes concorrenti
      """
    ),
    (.trigger, "trigger triggers ausloser declencheur desencadenante"),
    (
      .actionItems,
      """
      action actions remediation remediations remedial followup followups measure measures
      recommendation recommendations todo todos task tasks preventive preventative preventing prevent
      corrective massnahme massnahmen folgemassnahmen gegenmassnahmen empfehlungen aufgaben aktionen mesures
      recommandations taches acciones accion recomendaciones tareas medidas acties atgarder atgard tiltak handlinger
      dzialania actiepunten
      maatregelen vervolgacties acoes repairs commitments
      actionables actionable remedies countermeasures safeguards deliverables azioni misure raccomandazioni
      vervolgstappen
      folgeaktivitaten vorbeugung providencias recomendacoes
      """
    ),
    (
      .impact,
      """
      impact impacts impacted affected auswirkung auswirkungen impacto impactos gevolgen consequences consequence damage
      betroffen consecuencias schaden blast impatto impatti paverkan pavirkning konsekvenser wplyw skutki ausmass
      consequencias conseguenze
      """
    ),
    (
      .detection,
      """
      detection detected detecting detect discovery discovered erkennung entdeckung feststellung detectie deteccion
      deteccao noticed rilevamento rilevazione rilevato upptackt opdagelse oppdagelse wykrycie
      """
    ),
    (
      .resolution,
      """
      resolution resolved resolve recovery recover mitigation mitigations mitigated mitigate fix fixed restoration
      restored
      behebung losung wiederherstellung entstorung abhilfe resolucion solucion solution oplossing herstel resolucao
      retablissement solve risoluzione soluzione ripristino wiederanlauf atgardande losning loesning rozwiazanie
      recuperacion recuperacao solucao
      """
    ),
    (
      .lessonsLearned,
      """
      lesson lessons learned learnt learning learnings takeaway takeaways reflection reflections insights retrospective
      erkenntnisse lehren lecons enseignements lecciones lessen licoes bilan conclusion conclusions fazit
      schlussfolgerungen
      lezioni lardomar laering wnioski aprendizados aprendizajes retex rex conclusioni conclusiones conclusoes
      """
    ),
    (
      .summary,
      """
      summary overview abstract synopsis tldr introduction zusammenfassung uberblick ubersicht resume sommaire resumen
      resumo samenvatting kurzfassung riepilogo sintesi synthese introduccion introducao introduzione einleitung
      inleiding sammanfattning sammendrag opsummering podsumowanie kurzbeschreibung recap kurzuberblick
      """
    ),
    (.rootCause, "causal rfo"),
    (
      .impact,
      """
      betroffene betroffenen getroffen impactes impactees impacte impactee afectados afectadas afetados coinvolti
      colpiti drabbade berorte
      """
    ),
    (.resolution, "solutions soluciones solucoes soluzioni losungen oplossingen"),
    (.resolution, "containment workaround correctif correctifs hotfix hotfixes"),
    (.lessonsLearned, "leerpunten hindsight apprentissages"),
    (.wentWell, "positifs positives positivos positivi positiva successes"),
    (.wentWrong, "negatifs negatives negativos negativi negativa"),
    (.summary, "sintesis sumario sommario kurzbericht kurzubersicht"),
    (.impact, "repercussions repercusiones afectacion concernes afectacao"),
    (
      .contributingFactors,
      "contribue contribuant contribuye contribuyeron contribuiram contribuiu contribuito aggravanti erschwerende"
    ),
    (.lessonsLearned, "lektionen"),
    (.actionItems, "verbeterplan verbesserungsplan"),
    (.actionItems, "recommandation recomendacion recomendacao raccomandazione empfehlung aanbeveling aanbevelingen"),
    (.actionItems, "capa acao oppfolging uppfoljning opfolgning hardening promises pledges verbeteracties"),
    (.people, "participants attendees responders teilnehmer beteiligte deelnemers"),
    (.references, "references appendix appendices attachments anhang annexe annexes glossary"),
    (.statistics, "metrics statistics stats"),
    (.timeline, "chronological chronologique chronologisch"),
    (.rootCause, "oorzaakanalyse oorzakenanalyse ursachenforschung"),
    (.contributingFactors, "contribuenti"),
    (.actionItems, "azione"),
    (.detection, "ontdekking descubrimiento descoberta scoperta decouverte"),
    (.impact, "folgen touches touchees touche touchee geraakte colpite coinvolte folgeschaden"),
    (.lessonsLearned, "gelerntes"),
  ]

  private static let weak: [(SectionRole, String)] = [
    (
      .timeline,
      """
      events evenements ereignisse eventos gebeurtenissen eventi history play sequence unfold chain log narrative
      diary timestamps milestones
      journal protokoll
      """
    ),
    (
      .rootCause,
      """
      analysis analyse investigation reason reasons fault diagnostic grund origin origins bug flaw defect mistake fehler
      """
    ),
    (.contributingFactors, "conditions preconditions"),
    (
      .actionItems,
      """
      improvement improvements verbesserungen ameliorations mejoras melhorias verbeterpunten prevention next future
      changes tickets plans opportunities backlog changing repair schritte pasos stappen
      """
    ),
    (.impact, "scope effect effects consequence"),
    (.detection, "identification alerting identified"),
    (.resolution, "response fixes workarounds correction reaktion restoring"),
    (.lessonsLearned, "observations"),
    (
      .summary,
      """
      intro problem issue symptoms beschreibung
      """
    ),
    (.rootCause, "explanation origine origen origem ursprung"),
    (.impact, "extent perimetre alcance umfang omvang loss experience"),
    (.detection, "monitoring signs"),
    (.resolution, "sofortmassnahmen sofortmassnahme"),
    (.actionItems, "roadmap etapes"),
    (.resolution, "resposta respuesta risposta reponse reactie"),
    (.actionItems, "vorgehen"),
    (.summary, "descripcion descrizione descricao beschrijving omschrijving"),
    (.references, "links related resources"),
    (.timeline, "reconstruction rekonstruktion reconstruccion reconstrucao ricostruzione secuencia sequencia sequenza"),
    (.timeline, "temporale temporal temporelle"),
    (.timeline, "moments activity course fil recit relato story"),
    (.rootCause, "source"),
    (
      .contributingFactors,
      "latent enabling compounding circumstances umstande circonstances circunstancias omstandigheden circostanze"
    ),
    (.actionItems, "passos passi mejora melhoria amelioration miglioramento miglioramenti verbesserung verbeteringen"),
    (.actionItems, "recommended empfohlen recomendado recommande"),
    (.impact, "cost costs losses harm reach kosten pertes perdidas perdite"),
    (.detection, "alarm alarms alarmierung signals"),
    (
      .resolution,
      "correcao correccion correzione correctie corrections correcoes correcciones correzioni stabilization stabilisation stabilisierung contencao contencion contenimento confinement eindammung"
    ),
    (.lessonsLearned, "retro retros moral morals morale"),
    (
      .rootCause,
      "motivo motivos razon razones razao razoes motif motifs reden redenen vulnerability schwachstelle faille"
    ),
    (.contributingFactors, "complications complicating prelude vorgeschichte"),
    (.summary, "bref situation situatie situacion situazione situacao situatieschets sachverhalt tatbestand"),
  ]

  /// What a word of a name says; Germanic languages put it at the end of a longer word, `Verbetermaatregelen`.
  static func entry(_ word: String) -> Entry? {
    if let entry = roles[word] { return entry }
    guard word.utf8.count >= 10 else { return nil }
    if let end = compounds.first(where: { word.hasSuffix($0) }) { return roles[end] }
    return ofStem(word)
  }

  /// `Ursachenbeschreibung` is on causes, `Massnahmenliste` on measures, `Vorfallbeschreibung` on what happened.
  private static func ofStem(_ word: String) -> Entry? {
    guard let end = formEnds.first(where: { word.hasSuffix($0) }) else { return nil }
    let stem = String(word.dropLast(end.count))
    if ["vorfall", "vorfalls", "storungs", "ereignis", "problem", "incident"].contains(stem) {
      return Entry(role: .summary, isWeak: true)
    }
    return roles[stem] ?? (stem.hasSuffix("s") ? roles[String(stem.dropLast())] : nil)
  }

  private static let formEnds = ["beschreibung", "bericht", "liste", "ubersicht", "plan", "overzicht", "lijst"]

  private static let compounds: [String] = [
    "zusammenfassung", "massnahmen", "massnahme", "ursachen", "ursache", "auswirkungen", "ablauf", "verlauf",
    "erkenntnisse", "empfehlungen", "behebung", "erkennung", "samenvatting", "maatregelen", "oorzaken", "oorzaak",
    "tijdlijn", "gevolgen", "acties", "orsaker", "orsak", "atgarder", "konsekvenser", "paverkan",
    "sammanfattning", "tidslinje",
  ]

  /// Words that name the form of a section, not its subject: `impact assessment` is on the impact.
  static let forms: Set<String> = words(
    """
    summary overview analysis analyse assessment details detail description statement report section log notes note list
    items item plan plans steps step points point review analisis analisi analise plano piano puntos pontos punti
    findings study table record records documentation account register outcomes
    information info data work strategy strategies method methods beschreibung section part paragraph timeline
    """)

  /// Whether a word ends as adjectives and participles do that Romance languages put behind a noun: `Causes identifiées`,
  /// `Recomendaciones urgentes`.
  static func isFollowing(_ word: String) -> Bool {
    word.utf8.count >= 6 && followingEnds.contains { word.hasSuffix($0) }
  }

  private static let followingEnds: [String] = [
    "ees", "ee", "ados", "adas", "ada", "idos", "idas", "ida", "entes", "iente", "antes", "aires", "aire", "ives",
    "ifs", "ivas", "ivos", "avel", "aveis", "abile", "abili", "ed", "ales", "iques", "icas", "icos", "atas", "atos",
    "iati", "ibles", "ables", "uees",
  ]

  /// Words that say nothing of a section's subject.
  static let neutral: Set<String> = words(
    """
    the a an our this that these those it its is was were be been being are and or of to for from in on at by with we us
    you i did do does done have has had will would can could should being incident incidents outage outages event
    service
    services system systems customer customers user users client clients business technical key main initial preliminary
    immediate short long medium mid near term terms longer future planned possible proposed suggested further additional
    internal external final full detailed detail high level executive brief root underlying direct primary secondary
    overall issue issues problem problems production post postmortem mortem s ed made taken identified required needed
    applied completed complete response team teams operational organisational organizational process who what how where
    when why which against recurrence recurring recurrences again happen happened happening all times time utc utc0 gmt
    cet cest pst pdt est edt bst approximate approximately first follow up ups new general overall current known
    estimated potential likely brief short-term next best total financial quantitative qualitative reputational data
    der die das des dem den ein eine einer am im zum zur und fur von mit le la les l d de du un une et aux au en par
    pour
    el los las un una y del con het een van voor zeitlicher zeitliche zeitlichen nachste nachsten weitere prochaines
    management exec public quick formal draft actual real true exact suspected confirmed major minor zentrale
    as into jira systeme systemes sistemas sistemi dienste diensten profondes profonde profundas principales
    principale probables probable directes aplicada aplicado applique
    appliquee applicata tomar mener tomadas apprese intraprese mettre oeuvre entreprendre degli delle dei dello agli
    alle utenti usuarios usuarios utilizadores utilisateurs gebruikers nutzer anwender kunder anvandare hechos fatti
    correttive correttiva servizio servicio servico problema dos das aos aux clients
    proximos proximas prossimi prossime siguientes seguintes volgende nachster unmittelbare
    plan d linea linha do racine racines raiz evenements evenement ereignisse incidente client kunden clientes
    correctives
    corretivas corretivos correctivos principal technique techniques technisch technische tecnica tecnico they arising
    ejecutivo executif executivo esecutivo activities activites actividades aktivitaten
    outstanding remaining upcoming emergency secondary prises pris prendre genomen ergriffene ergriffenen getroffene getroffenen geplante adotadas
    adoptadas
    adottate previstas prevues previste apportee apportees
    correctivas correctieve preventives preventivas inmediatas sofortige sofort langfristige kurzfristige apprises
    aprendidas geleerde tirees ouverte offene ouvertes abierto components component platforms products features applications regions hosts
    provavel still al ao alla allo utilizador utilisateur usuario usuarios utente cliente other others autres otros otras outros outras altri altre andere kort korte kurze kurzer corto corta
    courte breves ayant que qui che dell all nell sull dall no na em vorfall vorfalls vorfalles ausfall ausfalls storung
    storing panne caida falla fallo falha queda guasto disservizio interruption interrupcion interrupcao venir a
    weiteres previsti previstas immediates clave imparate arising
    mas plus piu mais failure failures ongoing continuing
    case number radius section step phase level sev
    """)

  /// Words behind which a name's complement begins: `timeline | of the outage`.
  static let prepositions: Set<String> = words(
    """
    of for from aus in on to during behind with that we after before about by at which who caused von des der im fur zu zur
    zum de du des d sur sugli sul dos das aos av pa pour del della van voor
    auf bei para sobre sui sulla per op aan bij nos nas aux
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
