/// Words that stand in every report and say nothing about what failed.
enum CommonWords {
  static let stems = StemTable(text.split(whereSeparator: \.isWhitespace).map { Stem.hash(of: String($0)) })

  private static let text = """
    a an and are as at be been being but by can could did do does doing done for from had has have having he her his
    how i if in into is isn it its just like may me might more most must my no nor not of off on once only or other
    our out over own same she should shall so some such than that the their them then there these they this those
    through to too under until up very was wasn were weren we what when where which while who whom whose why will with
    within without would you your us also because due after before during again about all any both each few further
    between against above below around still even since however although though via per etc vs eg ie one two three
    four five six seven eight nine ten first second third last next new old much many get getting got went go going
    gone make making made take taking taken took use using used work working worked need needed well back yet already
    several now later soon together away never ever always often less least either neither another every everything
    something nothing someone anyone thing things way ways lot lots bit able likely probably actually really quite
    rather january february march april june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun utc
    cet cest gmt bst pst pdt est edt mst am pm hour hours minute minutes min mins seconds day days week weeks month
    months year years today yesterday tomorrow time times morning afternoon evening night incident incidents outage
    outages issue issues problem problems post mortem postmortem report http https www com org accepted accord
    according across act actual addition additional affect affected agree ahead allow allowed almost along alongside
    amount answer anyway apart apparent appear appeared approach appropriate approximate approximately area arrive ask
    asked assume assumed attempt attempted attention aware bad became become becoming began begin begun behave
    behavior behaviour behind believe best better big book bring broke broken brought call called came care careful
    case cases certain chance check checked choose clear cleared clearly close closed closely come comes coming common
    complete completed completely concern concerned confirm confirmed consider considered contact continue continued
    correct corrected correctly couple course cover covered current currently decide decided depend depended describe
    described despite detail details detect detected determine determined develop difference different difficult
    direct directly discover discovered discuss discussed discussion down early easier easily easy effect effective
    effort else encounter encountered end ended enough ensure ensured entire entirely especially eventual eventually
    exact exactly example except expected experience experienced explain explained eye face faced fact fail failed
    failing fails failure failures fairly far fast faster feel felt figure final finally find finding fine finish
    finished fix fixed fixes fixing follow followed following form found front full fully general generally give given
    gives giving good great grow guess half hand happen happened happening happens hard help helped helpful here hear
    heard high higher highly hold hope hopefully idea identified identify immediate immediately impact impacted
    important improve improved improvement improvements include included including increase increased increasing
    indicate indicated information initial initially inside instead insight intend intended interest investigate
    investigated investigating investigation involve involved keep kept kind know knowledge known lack large larger
    late lead leading leads learn learned learnt leave led left let level limited list listed little live local long
    longer look looked looking looks lost low lower luck lucky main mainly maintain major matter mean meaning means
    meant meet mention mentioned mind minor miss missed missing mode moment move moved moving name named near nearly
    necessary nice normal normally note noted notice noticed number obvious occur occurred occurring okay ongoing open
    original originally others otherwise part parts particular party pass past people perform performed perhaps period
    person place plan planned please plus point points poor possible possibly potential potentially practice prepare
    present pretty prevent prevented prevention previous previously prior prompt proper properly provide provided
    purpose put question quick quickly raise raised reach reached read ready real realize realized reason reasons
    recent recently recommend record reduce reduced refer reference regard regular relate related relevant rely remain
    remained remaining remember repeat reported reporting reports require required requires resolve resolved
    resolution responsible rest result resulted resulting results return returned returning review reviewed right role
    rough roughly safe said saw say saying seem seemed seems see seen separate serious service services severe share
    short show showed showing shown shows side sign significant similar simple simply single situation size small
    solution solve solved sometimes somewhat sort special specific specifically start started starting starts state
    stated status stay step steps stop stopped straight strange strategy success successful successfully sudden
    suddenly suggest suggested support supposed sure suspect suspected tell term terms think thought threw throughout
    throw thrown told top total toward tried try trying turn turned type typical typically unable unclear understand
    understanding understood unexpected unfortunately unknown unless unlikely unusual usual usually value various
    verify verified visible want wanted warning watch wide wish wonder word words world worse worst worth write
    written wrote wrong detection summary timeline lessons action actions item items cause causes caused causing
    contributing factor factors trigger triggered mitigation mitigated root underlying didn don doesn couldn wouldn
    shouldn hadn haven hasn aren won re ve ll
    """
}
