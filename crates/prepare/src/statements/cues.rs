//! The words that report speech, and what each implies. Data, and how it is matched; who speaks is
//! settled elsewhere.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::units::{Kind, Unit};
use super::words::{PREPOSITIONS, TIMES, WEEKDAYS};

/// What a cue says about its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gives {
    /// It only points back (“made the remarks”).
    PointsBack,
    /// It only names a topic (“exchanged views on”).
    Topic,
    /// What was said.
    Content,
}

/// How strongly a word means speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strength {
    /// It means speech wherever it has a subject.
    Speech,
    /// It means speech where the subject is a speaker in the room; elsewhere it may be an act.
    Act,
    /// It tells of a mind, a wish or a readiness: speech where somebody is known to be speaking.
    Stance,
}

/// One line of the table: forms of a verb, and the words that must follow it.
struct Entry {
    /// All forms of the verb, parted by spaces; `ing` marks forms that end so.
    forms: &'static str,
    /// Words after the verb, any of the alternatives; empty where the verb alone will do.
    then: &'static [&'static str],
    gives: Gives,
    strength: Strength,
}

const fn speech(forms: &'static str, then: &'static [&'static str]) -> Entry {
    Entry { forms, then, gives: Gives::Content, strength: Strength::Speech }
}

const fn act(forms: &'static str, then: &'static [&'static str]) -> Entry {
    Entry { forms, then, gives: Gives::Content, strength: Strength::Act }
}

const fn stance(forms: &'static str, then: &'static [&'static str]) -> Entry {
    Entry { forms, then, gives: Gives::Content, strength: Strength::Stance }
}

const fn topic(forms: &'static str, then: &'static [&'static str]) -> Entry {
    Entry { forms, then, gives: Gives::Topic, strength: Strength::Speech }
}

/// What only a text does.
pub(crate) const READS: &str = "reads read underlines";

/// The table. Earlier entries win where two begin at the same word.
const ENTRIES: &[Entry] = &[
    Entry {
        forms: "made make makes making",
        then: &[
            "the remarks",
            "these remarks",
            "the remark",
            "the comments",
            "these comments",
            "the statement",
            "the pledge",
            "the appeal",
            "the call",
        ],
        gives: Gives::PointsBack,
        strength: Strength::Speech,
    },
    // “Reported on the call”: not what was said there.
    Entry {
        forms: "reported reports reporting",
        then: &["on", "about"],
        gives: Gives::PointsBack,
        strength: Strength::Speech,
    },
    topic(
        "exchanged exchange exchanges exchanging",
        &["views", "opinions", "ideas", "notes", "assessments", "perspectives"],
    ),
    topic(
        "had have has having held hold holds",
        &[
            "an exchange of views",
            "a discussion",
            "discussions",
            "a wide-ranging discussion",
            "an in-depth exchange",
            "an in-depth discussion",
            "a candid discussion",
            "a productive discussion",
            "a frank discussion",
        ],
    ),
    // “Concluded his visit”
    Entry {
        forms: "concluded observed",
        then: &["his", "her", "their", "its", "the", "a", "an"],
        gives: Gives::PointsBack,
        strength: Strength::Speech,
    },
    // “Offering only limited details”
    Entry {
        forms: "offered offering",
        then: &["only", "no", "few", "little", "limited"],
        gives: Gives::PointsBack,
        strength: Strength::Speech,
    },
    topic("told tells", &["about", "of"]),
    topic("discussed discuss discusses discussing", &[]),
    topic("talked talk talks talking spoke speak speaks speaking", &["about"]),
    topic("consulted consult consulting conferred confer", &["on", "about", "regarding"]),
    topic("reviewed review reviews reviewing", &[]),
    topic("compared compare", &["notes"]),
    topic("took take taking", &["stock"]),
    topic("touched touch touching", &["on", "upon"]),
    topic("covered cover", &["a range", "a wide range", "issues", "topics", "a number"]),
    topic("explored explore exploring", &[]),
    topic("followed follow", &["up on"]),
    topic(
        "shared share sharing",
        &[
            "views",
            "ideas",
            "perspectives",
            "their perspectives",
            "assessments",
            "their assessment",
            "their assessments",
            "insights",
        ],
    ),
    speech("said say says saying", &[]),
    speech(
        "made make makes making",
        &["clear", "it clear", "plain", "the point", "a positive appraisal", "a positive assessment"],
    ),
    speech(
        "renewed renewing",
        &[
            "his call",
            "her call",
            "its call",
            "their call",
            "calls",
            "a call",
            "his commitment",
            "her commitment",
        ],
    ),
    speech("is was were", &["clear that", "clear about", "adamant that"]),
    speech("told tell tells telling", &[]),
    speech("stated state states stating", &["that", "his", "her", "their", "the"]),
    speech("stressed stress stresses stressing", &[]),
    speech("emphasized emphasised emphasize emphasizes emphasizing emphasising", &[]),
    speech("underscored underscore underscores underscoring underlined underline underlining", &[]),
    speech("highlighted highlight highlights highlighting", &[]),
    speech("noted note notes noting", &[]),
    speech("pointed point points pointing", &["out", "to"]),
    speech("expressed express expresses expressing voiced voice voicing", &[]),
    speech("conveyed convey conveys conveying", &[]),
    speech("informed inform informing", &[]),
    speech("echoed echoing", &[]),
    speech("recommitted", &["to"]),
    speech("signaled signalled", &[]),
    speech("credited", &[]),
    speech("stated stating", &[]),
    speech(READS, &[]),
    speech("reported reports reporting", &[]),
    speech("blamed blames blaming accused accuses accusing rebuked", &[]),
    speech("unveiled unveils unveiling", &[]),
    speech("dismissed dismisses dismissing", &[]),
    speech("predicted predicts predicting rated reminded reminds reminding", &[]),
    speech("posted boasted joked quipped mused recounted", &[]),
    speech("slammed blasted castigated lambasted decried touted touting", &[]),
    speech("hinted hints hinting", &[]),
    speech("threatened threatens threatening", &["to", "that"]),
    speech("complained complains complaining protested protesting", &[]),
    speech("threw throwing lent lending", &["support", "his support", "her support"]),
    speech("ruled rule rules ruling", &["out"]),
    speech("admitted admits admitting conceded concedes conceding", &[]),
    speech("described describes", &[]),
    speech("mentioned mention mentions mentioning", &[]),
    speech("tweeted tweets tweeting wrote writes", &[]),
    speech("quoted quotes quoting", &[]),
    speech("indicated indicates indicating", &["that", "his", "her", "their", "a"]),
    speech("asserted asserts asserting contended contends contending", &[]),
    speech("clarified clarifies clarifying elaborated elaborates elaborating", &[]),
    speech("inquired inquires inquiring enquired", &[]),
    speech("hoped", &[]),
    speech("wished", &["that", "to", "for", "the", "they", "both", "him", "her", "them", "each other"]),
    speech("endorsed endorses endorsing seconded", &[]),
    speech("heaped heaping", &["praise"]),
    speech(
        "showed shows showing",
        &["support", "appreciation", "understanding", "readiness", "willingness", "interest in"],
    ),
    speech(
        "gave giving give gives",
        &["a positive assessment", "a high assessment", "positive assessments", "assurance", "an update"],
    ),
    speech("laid lays laying", &["out"]),
    speech("set sets setting", &["out", "forth"]),
    speech("spelled spells spelling", &["out"]),
    speech("referred refers referring alluded alluding", &["to"]),
    speech("called calls calling", &["it"]),
    speech("spoke speaks", &["in favor", "in favour", "out against", "of the", "positively"]),
    speech("attached attaching", &["great importance", "importance"]),
    speech("sent sends sending", &["condolences", "his", "her", "their", "greetings", "best wishes"]),
    speech("wished wishing", &["him", "her", "them", "the people", "every", "success"]),
    speech("joined joining", &["in calling", "in urging", "in condemning"]),
    speech("apologized apologised", &["for", "to"]),
    speech("regretted lamented", &[]),
    speech("provided", &["an update", "updates", "an overview", "a readout"]),
    speech("reiterated reiterate reiterates reiterating", &[]),
    speech("reaffirmed reaffirm reaffirms reaffirming affirmed affirm affirms affirming", &[]),
    speech("repeated repeat repeating", &["that", "his", "her", "their", "the call"]),
    speech("confirmed confirm confirms confirming", &[]),
    speech("added add adding", &["that", "his", "her"]),
    speech("added adds", &[]),
    speech("adding", &[]),
    speech("remarked observed commented replied responded answered continued concluded opined", &[]),
    speech("urged urge urges urging", &[]),
    speech("called call calls calling", &["on", "upon", "for"]),
    speech("appealed appeal appealing", &["to", "for"]),
    speech("asked ask asks asking requested request requesting", &[]),
    speech("encouraged encourage encourages encouraging", &[]),
    speech("pressed press pressing pushed pushing", &["for", "on", "him", "her", "them"]),
    speech("demanded demand demands demanding", &[]),
    speech("warned warn warns warning cautioned caution cautioning", &[]),
    speech("thanked thank thanks thanking", &[]),
    speech("congratulated congratulate congratulates congratulating", &[]),
    speech("welcomed welcome welcomes welcoming", &[]),
    speech("praised praise praises praising commended commend commends commending", &[]),
    speech("applauded applaud applauds applauding lauded lauding hailed hailing", &[]),
    speech("appreciated appreciate appreciates appreciating", &[]),
    speech("acknowledged acknowledge acknowledges acknowledging", &[]),
    speech("recognized recognised recognize recognizes recognizing recognising", &[]),
    speech(
        "condemned condemn condemns condemning denounced denouncing deplored criticized criticised criticizing",
        &[],
    ),
    speech("rejected reject rejects rejecting denied denies denying", &[]),
    speech("agreed agree agrees agreeing", &[]),
    speech("concurred concur", &[]),
    speech("took take taking", &["note"]),
    speech(
        "reached reaching",
        &[
            "consensus",
            "a consensus",
            "broad consensus",
            "important consensus",
            "new consensus",
            "a common understanding",
            "an agreement",
            "agreement",
            "an understanding",
        ],
    ),
    speech("pledged pledge pledges pledging vowed vow vows vowing promised promise promises promising", &[]),
    speech(
        "committed commit commits committing",
        &["to", "that", "themselves", "himself", "herself", "their"],
    ),
    speech("assured assure assures assuring reassured reassure reassuring", &[]),
    speech("announced announce announces announcing declared declare declaring", &[]),
    speech("explained explain explains explaining", &[]),
    speech("outlined outline outlining described describe describing detailed detailing", &[]),
    speech("briefed brief briefing updated updating", &[]),
    speech("proposed propose proposes proposing suggested suggest suggesting", &[]),
    speech("offered offer offering", &[]),
    speech("invited invite inviting", &[]),
    speech("raised raise raises raising", &[]),
    speech("recalled recall recalls recalling", &[]),
    speech("reflected reflecting", &["on"]),
    speech("advocated advocates advocating", &["for"]),
    speech("argued argue argues arguing maintained", &["that", "on"]),
    speech("insisted insist insists insisting", &[]),
    speech("claimed claim claims claiming", &[]),
    speech(
        "shared shares share sharing",
        &[
            "that",
            "the need",
            "the understanding",
            "the assessment",
            "the position",
            "the opinion",
            "a common",
            "an understanding",
            "similar",
            "the same",
            "his",
            "her",
            "their",
            "concerns",
            "concern",
            "the view",
            "the same view",
            "the recognition",
        ],
    ),
    speech(
        "extended extend extending",
        &[
            "condolences",
            "heartfelt",
            "sincere",
            "cordial",
            "best",
            "his",
            "her",
            "their",
            "greetings",
            "an invitation",
            "congratulations",
            "warm",
            "deepest",
        ],
    ),
    speech("offered offering", &["condolences", "his", "her", "their"]),
    speech("paid pay", &["tribute"]),
    speech("looked look looks looking", &["forward to"]),
    speech("spoke speak speaking", &["of", "highly"]),
    speech("gave giving", &["assurances", "a briefing", "an account"]),
    speech("resolved resolve", &["to"]),
    speech("decided decide decides deciding", &["to", "that"]),
    act("supported supporting opposed opposing", &[]),
    act("sought seeking", &["clarity", "assurances"]),
    act("previewed preview", &[]),
    stance("hopes hope hoped hoping", &[]),
    stance("believes believe believed considers consider", &[]),
    stance(
        "is are was were stands stand stood remains remain",
        &["willing to", "ready to", "prepared to", "committed to"],
    ),
    stance("expects expect expected", &["that", "the", "to"]),
    stance("wants want wanted wishes wish", &[]),
    stance("values attaches attached appreciates cherishes", &[]),
    stance("supports opposes", &[]),
    stance("fears", &[]),
    stance("counts count", &["on"]),
    stance("will", &[]),
];

/// The entries by the forms of their verbs, in the order of the table.
static BY_FORM: LazyLock<BTreeMap<&str, Vec<&Entry>>> = LazyLock::new(|| {
    let mut index: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in ENTRIES {
        for form in entry.forms.split(' ') {
            index.entry(form).or_default().push(entry);
        }
    }
    index
});

/// The forms of the verbs that cues begin with.
pub(super) fn forms() -> impl Iterator<Item = &'static str> {
    BY_FORM.keys().copied()
}

/// A cue found in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cue {
    /// First unit.
    pub(crate) first: usize,
    /// One past the last unit of the verb and what belongs to it.
    pub(crate) end: usize,
    /// What it gives.
    pub(crate) gives: Gives,
    /// How strongly it means speech.
    pub(crate) strength: Strength,
    /// Whether it is a participle (“adding”).
    pub(crate) participle: bool,
}

impl Cue {
    /// Units that plainly give what somebody said.
    pub(super) fn plain(first: usize, end: usize) -> Self {
        Self { first, end, gives: Gives::Content, strength: Strength::Speech, participle: false }
    }
}

/// The cue that begins at unit `at`, if one does.
pub(crate) fn at(units: &[Unit], at: usize) -> Option<Cue> {
    let word = units.get(at).filter(|unit| unit.begins_cue())?.word();
    BY_FORM
        .get(word)?
        .iter()
        .find_map(|&entry| {
            let end = if entry.then.is_empty() { at + 1 } else { followed_by(units, at + 1, entry.then)? };
            let participle = word.ends_with("ing");
            let acts = greets(units, at) || visits(units, at, end);
            let gives = if acts { Gives::PointsBack } else { entry.gives };
            Some(Cue { first: at, end, gives, strength: entry.strength, participle })
        })
        .or_else(|| called(units, at))
}

/// “X called on Minister Y today”: not to do anything, so X paid a visit.
fn visits(units: &[Unit], at: usize, end: usize) -> bool {
    const NEAR: usize = 14;
    let calls = units[at].is_any(&["called", "calls"]) && units[end - 1].is_any(&["on", "upon"]);
    let behind = &units[end..units.len().min(end + NEAR)];
    if calls && behind.first().is_some_and(|unit| unit.is_any(&["and"])) {
        return true;
    }
    let guest = behind
        .iter()
        .take_while(|unit| unit.capital || unit.is_any(&["the", "of", "and"]))
        .any(|unit| matches!(unit.kind, Kind::Person(_)));
    calls && guest && !behind.iter().any(|unit| unit.is_any(&["to", "for", "not"]))
}

/// “Welcomed President X to Y”: an act, and nothing that was said.
fn greets(units: &[Unit], at: usize) -> bool {
    const NEAR: usize = 20;
    if !units[at].is_any(&["welcomed", "welcomes", "welcome"]) {
        return false;
    }
    let object = &units[at + 1..units.len().min(at + NEAR)];
    let guest = object.iter().position(|unit| matches!(unit.kind, Kind::Person(_)));
    guest.is_some_and(|guest| {
        let titles = object[..guest].iter().all(|unit| unit.capital || unit.is_any(&["the", "of", "and"]));
        let mut inside = false;
        let mut behind = object[guest + 1..].iter();
        let behind = behind.find(|unit| {
            inside |= unit.kind == Kind::Open;
            let skipped = inside || unit.capital || unit.is_any(&["of", "the"]);
            inside &= unit.kind != Kind::Close;
            !skipped
        });
        let going = behind.is_some_and(|unit| unit.is_any(&["to", "at", "in", "on", "for"]));
        titles && going && object.get(guest + 1).is_none_or(|unit| unit.kind != Kind::Genitive)
    })
}

/// “Called the plan ‘a good one’”, “called trade a key to peace”: not by telephone, for a quotation or a
/// noun says what somebody called it.
fn called(units: &[Unit], at: usize) -> Option<Cue> {
    const NEAR: usize = 12;
    if !units[at].is_any(&["called", "calls"]) {
        return None;
    }
    let end = units.len().min(at + NEAR);
    let quoted = || units[at + 1..end].iter().any(|unit| unit.kind == Kind::Quote);
    (names_as(units, at + 1, end) || quoted()).then(|| Cue::plain(at, at + 1))
}

/// Whether an object begins at unit `at` and a noun with an article follows it, which says what the object
/// is: “trade a key”, but not “the minister a day later”.
fn names_as(units: &[Unit], at: usize, end: usize) -> bool {
    let parts = |unit: &Unit| {
        unit.is_in(&PREPOSITIONS) && !unit.is_any(&["of"]) || matches!(unit.kind, Kind::Comma | Kind::Quote)
    };
    let object = at..end.min(units.len());
    let article =
        object.skip(1).take_while(|&at| !parts(&units[at])).find(|&at| units[at].is_any(&["a", "an"]));
    let later = |unit: &Unit| unit.is_in(&TIMES) || unit.is_any(&["day", "hour", "minute", "few", "second"]);
    article.is_some_and(|article| units.get(article + 1).is_some_and(|noun| !later(noun)))
}

/// One past the unit where the longest of the alternatives ends; adverbs may stand before it.
fn followed_by(units: &[Unit], at: usize, alternatives: &[&str]) -> Option<usize> {
    let behind = &units[at.min(units.len())..];
    // “argued Friday that”, “indicated on Friday that”
    let on = usize::from(behind.first().is_some_and(|unit| unit.is_any(&["on"])));
    let dated = behind.get(on).is_some_and(|unit| unit.is_in(&WEEKDAYS));
    let skip = match dated {
        true => on + 1,
        false => behind.iter().take(2).take_while(|u| is_adverb(u.word())).count(),
    };
    alternatives
        .iter()
        .filter_map(|words| {
            let mut end = at + skip;
            for word in words.split(' ') {
                if units.get(end)?.word() != word {
                    return None;
                }
                end += 1;
            }
            Some(end)
        })
        .max()
}

/// Words that may stand between a subject and its verb, or between a verb and what belongs to it.
pub(crate) fn is_adverb(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "also",
        "again",
        "further",
        "furthermore",
        "then",
        "later",
        "earlier",
        "both",
        "jointly",
        "once",
        "always",
        "today",
        "yesterday",
        "likewise",
        "too",
        "in-depth",
        "as",
        "well",
        "still",
        "first",
        "separately",
        "just",
        "now",
        "together",
    ];
    const NO_ADVERB: &[&str] =
        &["ally", "family", "only", "early", "rally", "italy", "july", "reply", "supply", "assembly"];
    OTHERS.contains(&word) || (word.len() > 4 && word.ends_with("ly") && !NO_ADVERB.contains(&word))
}

/// Whether the form of a verb is in the past.
pub(crate) fn is_past(word: &str) -> bool {
    word.ends_with("ed")
        || matches!(
            word,
            "said" | "told" | "made" | "spoke" | "paid" | "took" | "gave" | "had" | "held" | "sought"
        )
}

/// Auxiliary verbs between a subject and its cue.
pub(crate) fn is_auxiliary(word: &str) -> bool {
    matches!(word, "has" | "have" | "had" | "did" | "does" | "do" | "is" | "are" | "was" | "were" | "been")
}
