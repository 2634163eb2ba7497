/// Words that tell an item's beginning, a group's name and an owner's name apart.
enum ActionVocabulary {
  /// Verbs with which a promise begins.
  static let verbs: Set<String> = words(
    """
    add adjust agree align allow alert analyse analyze announce apply articulate ask assess assign audit automate avoid \
    backfill backport balance ban block build bump cache cap capture change check clarify clean cleanup clear collect \
    communicate compare complete conduct configure confirm connect consider consolidate continue convert coordinate cordon \
    copy clone archive invalidate correct create cull cut decide decommission decouple decrease define delete deploy deprecate describe design \
    detect determine develop diagnose disable discourage discuss distribute do document don't download downgrade drain \
    drop educate emphasize emphasise eliminate enable encourage enforce enhance ensure escalate establish evaluate \
    examine exclude expand experiment explore export expose extend figure file find finish fix follow force formalize \
    formalise gather generate get give group grow guard handle harden have hire hold identify implement improve \
    include increase inform install instrument integrate introduce investigate invite isolate keep launch learn limit \
    link list lock log look lower maintain make manage measure merge migrate minimize minimise mirror mitigate monitor \
    move notify open optimise optimize order organise organize page parallelize patch pause perform pin plan \
    poll practise practice prepare prevent prioritize prioritise promote propose protect provide provision prune \
    publish purge push put raise re-architect re-evaluate reach rebuild recommend reconsider record redeploy redesign rehearse \
    reduce refactor reflect refresh refuse reintroduce reject release remind remove rename repair replace report \
    request require rerun reschedule research resize resolve restart restore restrict retire retry revert review \
    revisit revoke rewrite roll rotate run scale schedule search secure seed send separate serve set setup share \
    shorten show shrink shut simplify skip speed spin split stabilize standardize start stop store streamline \
    strengthen subscribe support suspend switch sync synchronize talk teach test throttle tighten track train trigger \
    tune turn tweak understand uninstall unify update upgrade use validate verify version wait warn watch work wrap \
    write
    """)

  /// Words that name a kind of work, not a person or a team.
  static let categories: Set<String> = words(
    """
    process technical documentation improvement improvements short medium long mid near term short-term medium-term \
    long-term longer-term longer immediate immediately action actions item items task tasks monitoring alerting alerts \
    alert infrastructure deployment deployments testing tests test training misc miscellaneous other others general \
    security upstream downstream local development investigation investigations cleanup code configuration config \
    changes change policy policies communication communications tooling tools prevention preventive preventative \
    corrective detection detect mitigation mitigate prevent process/policy response recovery resolution follow follow-up \
    followup future next steps step high low critical priority optional done todo completed complete open closed owner \
    owners backend frontend database databases network networking application app apps service services api apis ci cd \
    docs product architecture architectural reliability performance capacity observability logging metrics \
    recommendations recommendation key main remaining details detail notes note background example examples internal \
    external customer customers user users system systems platform people organisational organizational organisation \
    organization in progress now later soon today quick wins strategic tactical summary status due date ticket tickets \
    links references goal goals why what how who when where the a an this that these those we our all any each every \
    more better new no not none tbd remediation remediations measures plan planned planning hardening automation \
    operations operational workflow release releases kubernetes cluster clusters cloud client server web website data \
    storage backup backups runbook runbooks dashboards dashboard quality feature features incident incidents issue \
    issues bug bugs fixes fix phase week month quarter q1 q2 q3 q4 sprint milestone approx warning error
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map { String($0) })
  }

  /// Texts that stand where an item should and promise nothing.
  static func promisesNothing(_ text: String) -> Bool {
    var name = text.lowercased()
    while let last = name.last, ".!?-–—…*_ ".contains(last) { name.removeLast() }
    while let first = name.first, "-–—*_(<[{ ".contains(first) { name.removeFirst() }
    while let last = name.last, ")>]} ".contains(last) { name.removeLast() }
    guard name.utf8.contains(where: { $0.isWordByte }) else { return true }
    if nothings.contains(name) { return true }
    return name.utf8.count < 60 && name.hasPrefix("no ")
      && (name.hasSuffix("action items") || name.hasSuffix("actions") || name.hasSuffix("action item")
        || name.hasSuffix("follow-ups") || name.hasSuffix("action required") || name.hasSuffix("actions required")
        || name.hasSuffix("actions needed") || name.hasSuffix("action needed"))
  }

  private static let nothings: Set<String> = [
    "n/a", "na", "none", "nothing", "not applicable", "tbd", "todo", "tbc", "to be defined", "to be determined", "nil",
    "none identified", "none so far", "none yet", "none at this time", "none needed", "none required", "...", "…",
    "summary", "action item", "action items", "action", "action 1", "action 2", "action 3", "action item 1",
    "action item 2", "item", "item 1", "item 2", "fill in", "link to github issue", "add action items here",
    "add action item here", "description", "xxx", "no",
  ]
}
