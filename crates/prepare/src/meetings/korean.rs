//! How Korean says that people met: “A가 B와 회담을 열었다”, “A는 B를 만나”, “A와 B가 통화했다”.
//!
//! Who met are the subject and whoever stands right before the verb with 와/과 or 을/를; anybody else
//! in the sentence is only spoken of. What is still to come is no meeting yet.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use readout_corpus::{Document, MentionKind, Role, Span};

use super::events::Found;
use crate::Settings;
use crate::statements::{Cast, Quotations, Who, korean_has_no_subject, korean_holders, korean_subject};

/// Words for having met.
const MET: &[&str] = &[
    "회담을",
    "회담했",
    "회담하",
    "회담한",
    "회담 후",
    "정상회담 뒤",
    "만났",
    "만나 ",
    "만나고",
    "만나,",
    "만난 ",
    "통화했",
    "통화하",
    "통화를",
    "통화한",
    "통화해",
    "회담해",
    "회동했",
    "회동하",
    "회동을",
    "면담했",
    "면담하",
    "면담을",
    "접견했",
    "접견하",
    "예방했",
    "예방하",
    "전화 통화",
    "화상 회의를",
    "회동한",
    "오찬을 했",
    "회담이",
    "통화가",
    "회동이",
    "면담이",
    "양자 회담을",
    "회담에서",
    "통화에서",
    "회동에서",
    "면담에서",
    "만남을 가졌",
    "만남을 갖",
    "만찬을 가졌",
    "오찬을 가졌",
    "만찬을 갖",
    "만찬을 했",
    "만찬을 하",
    "유선 협의를",
    "유선협의를",
    "화상 협의를",
    "오찬을 하",
    "만찬을 함께",
    "오찬을 함께",
    "오찬을 갖",
    "조찬을 하",
    "조찬을 함께",
    "조찬을 갖",
    "조찬을 가졌",
    "간담회를 하",
    "간담회를 갖",
    "간담회를 가졌",
    "환담했",
    "환담하",
    "환담을",
    "화상회의를",
    "전화협의를",
    "전화 협의를",
    "협의를 가졌",
    "협의를 갖",
    "의견을 교환했",
    "의견을 나눴",
    "전략대화를",
    "대화를 개최",
    "회의를 개최",
    "협의회를 개최",
    "협의를 개최",
    "간담회를 개최",
    "접견을 하",
    "마주 앉",
    "마주앉",
];

/// What a meeting is called.
pub(super) const TALKS: &[&str] = &["회담", "통화", "회동", "면담", "접견", "만찬", "오찬", "만남"];

/// What behind such a word makes it a plan, a purpose or another day's.
const NOT_TOLD: &[&str] = &[
    "돌아온",
    "앞두",
    "앞서",
    "하기 전",
    "직전",
    "예정",
    "계획",
    "하기 위해",
    "할 것",
    "하기로",
    "위해",
    "만나기로",
    "전망",
    "방침",
    "열릴",
    "요청",
    "제안",
    "가질 ",
    "희망",
    "추진",
    "할지",
    "벌일",
    "준비",
    "갖기로",
    "조율",
    "했었",
    "바 있",
    "성사",
    "가능성",
    "나설",
];

/// What makes it only the way to do something, and what says that it was done there
/// (“통화를 통해 의견을 교환했다”).
const BY_MEANS: &str = "통해";
const DONE_THERE: &[&str] = &["논의했", "협의했", "교환했", "합의했", "나눴", "확인했"];

/// What ends the clause that tells of a meeting.
const DONE: &[&str] = &["를 하고 ", "을 하고 ", "를 갖고 ", "을 갖고 ", "을 열고 ", "를 열고 "];

/// What is planned for a meeting, behind its name.
const PLANNED: &[&str] = &["논의할", "논의될", "다룰", "다뤄질", "협의할", "서명할"];

/// What anywhere in the sentence makes it one to come.
const TO_COME: &[&str] = &["오는 ", "다가오는 ", "내달 ", "다음 달 ", "나설 예정", "만날 예정"];

/// What follows a meeting to come that is only named aside (“오는 5일 회담을 앞두고 통화했다”).
const ASIDE: &[&str] = &["앞두고", "앞둔", "앞서"];

/// Endings of what happens regularly or will, where nothing is told in the past.
const PRESENT: &[&str] = &[
    "한다.",
    "난다.",
    "갖는다.",
    "진다.",
    "연다.",
    "된다.",
    "계획이다.",
    "예정이다.",
    "방침이다.",
    "전망이다.",
];

/// What anywhere behind a word for having met says that something else was before it.
const BEFORE_IT: &[&str] = &["기 전", "기 직전", "기 하루 전", "기 이틀 전", "기 바로 전"];

/// How far behind a word for having met a plan shows itself, in characters.
const PLAN_WITHIN: usize = 22;

/// How far a companion may stand before the verb, in characters.
const COMPANION_WITHIN: usize = 60;

/// What stands behind the one who asked for the talks, or for the visit (“B의 요청으로 통화를 했다”).
const ASKED_FOR: &[&str] =
    &[" 요청으로", " 요청에 따라", " 제안으로", " 제의로", " 초청으로", " 초청에 따라"];

/// How far before the verb he may stand, in characters.
const ASKED_WITHIN: usize = 100;

/// Words for doing something with one after the other, and how many words before the verb they stand at most.
const EACH: &[&str] = &["각각", "잇따라", "잇달아", "연달아", "연이어", "차례로", "따로", "각기"];
const EACH_WITHIN: usize = 4;

/// What is said at a meeting: its subject may stand behind (“B와의 통화에서 A는”).
const THERE: &[&str] = &["회담에서", "통화에서", "회동에서", "면담에서"];

/// Words that put such a meeting in days to come, right before its name.
const STILL_HELD: &[&str] = &["개최되는", "열리는", "열릴", "개최될", "예정된", "있을"];
const STILL_WITHIN: usize = 3;

/// How far behind it, in characters.
const SUBJECT_WITHIN: usize = 24;

/// Words between a name and the particle of its phrase, at most.
const TITLE_WORDS: usize = 8;

/// Days after which a dated sentence tells of the past.
const LONG_AGO: i32 = 21;

static HAS_MET: LazyLock<AhoCorasick> = LazyLock::new(|| finder(MET));
static IS_TO_COME: LazyLock<AhoCorasick> = LazyLock::new(|| finder(TO_COME));

fn finder(words: &[&str]) -> AhoCorasick {
    AhoCorasick::new(words).expect("a few short words are far below an automaton's limits")
}

/// Who met, as the verb has them.
#[derive(Debug, Default)]
struct Met {
    /// Its subject.
    hosts: Vec<String>,
    /// Its companions or object.
    guests: Vec<String>,
}

impl Met {
    fn all(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for name in self.hosts.iter().chain(&self.guests) {
            if !all.contains(name) {
                all.push(name.clone());
            }
        }
        all
    }
}

/// The meetings that a sentence says took place: one, or one with each guest. Where it names offices only
/// (“한중 외교장관”), those who held them on the day.
pub(super) fn find(
    document: &Document,
    quotations: &Quotations,
    number: u32,
    cast: &Cast,
    settings: &Settings,
    first: bool,
) -> Option<Vec<Found>> {
    let sentence = document.sentences.get(number as usize)?;
    let text = document.sentence_text(number);
    let present = PRESENT.iter().any(|end| text.ends_with(end));
    if sentence.role != Role::Body || present {
        return None;
    }
    if long_ago(document, number) {
        return None;
    }
    let offset = sentence.span.start as usize;
    let people = people(document, number);
    let mut verbs: Vec<usize> = HAS_MET
        .find_overlapping_iter(text)
        .map(|found| found.start())
        .filter(|at| !is_to_come(text, *at) && is_told(&text[*at..]) && !is_still_held(text, *at))
        .collect();
    verbs.sort_unstable();
    verbs.dedup();
    // Quoted words count where nothing else has told of a meeting yet.
    if !first || verbs.iter().any(|at| !quotations.covers(offset + at)) {
        verbs.retain(|at| !quotations.covers(offset + at));
    }
    let (verb, met) = verbs
        .iter()
        .find_map(|&verb| {
            let mut met = met(text, &people, verb);
            if met.hosts.is_empty() && !met.guests.is_empty() {
                met.hosts.extend(subject_before(document, quotations, number));
            }
            (met.all().len() > 1).then_some((verb, met))
        })
        .or_else(|| {
            let verb = *verbs.first()?;
            let subject = korean_subject(document, quotations, number);
            let held = || korean_holders(&text[..verb]).cloned();
            let by_office = |who: &Who| matches!(who, Who::Holders { .. });
            let Some(Who::Holders { office, places }) = subject.filter(by_office).or_else(held) else {
                return None;
            };
            // “국방장관은 정상회담에서 …한 것을”: that was the leaders'.
            if text[..verb].ends_with("정상") && office != "leader" {
                return None;
            }
            let holders = cast.holders(settings, &office, &places, &[]);
            // The text names them with their offices, or the gazetteer knows who held these.
            let named: Vec<String> = people.iter().map(|person| person.name.clone()).collect();
            let hosts = if holders.len() > 1 { holders } else { named };
            Some((verb, Met { hosts, guests: Vec::new() }))
        })?;
    let remote =
        text[verb..].starts_with("통화") || text[verb..].starts_with("전화") || text.contains("화상");
    let clause = Span::new(offset, sentence.span.end as usize);
    let found = |participants| Found { participants, clause, remote };
    // “A는 B 및 C와 각각 만났다”: one meeting with each guest.
    if met.hosts.len() == 1 && met.guests.len() > 1 && is_each(&text[..verb]) {
        let host = &met.hosts[0];
        return Some(met.guests.iter().map(|guest| found(vec![host.clone(), guest.clone()])).collect());
    }
    let participants = met.all();
    (participants.len() > 1).then(|| vec![found(participants)])
}

/// The one whom the sentence before is about, where this one has no subject of its own.
fn subject_before(document: &Document, quotations: &Quotations, number: u32) -> Option<String> {
    if !korean_has_no_subject(document, quotations, number) {
        return None;
    }
    match korean_subject(document, quotations, number.checked_sub(1)?)? {
        Who::People(people) => <[String; 1]>::try_from(people).ok().map(|[one]| one),
        _ => None,
    }
}

/// Whether no more than this stands between two in a row (“총리, 그리고 총리와”).
fn is_gap(words: &str) -> bool {
    matches!(words.trim(), "" | "그리고")
}

/// Whether words of the sentence put what is told at `at` in days to come: not those of another meeting, named
/// aside, nor those of what somebody goes on to say.
fn is_to_come(text: &str, at: usize) -> bool {
    IS_TO_COME.find_iter(text).any(|word| match text.get(word.end()..at) {
        Some(between) => !ASIDE.iter().any(|aside| between.contains(aside)),
        None => {
            let between = &text[at..word.start()];
            !between.contains(['”', '"', '’']) && !DONE.iter().any(|end| between.contains(end))
        }
    })
}

/// “이달 열리는 정상회담에서”: whether what is named at `at` is still to be held.
fn is_still_held(text: &str, at: usize) -> bool {
    let words = text[..at].split_whitespace().rev().take(STILL_WITHIN);
    THERE.iter().any(|word| text[at..].starts_with(word))
        && words.into_iter().any(|word| STILL_HELD.contains(&word))
}

/// Whether the words right before a verb say that it was done with one after the other.
fn is_each(before: &str) -> bool {
    let words = before.split_whitespace().rev().take(EACH_WITHIN);
    words.into_iter().any(|word| EACH.contains(&word))
}

/// Whether what begins with a word for having met tells of what took place.
fn is_told(rest: &str) -> bool {
    // “회담에서 …를 논의할 것”: what is planned for it.
    let there = THERE.iter().chain(&["만나 "]).any(|word| rest.starts_with(word));
    if there && PLANNED.iter().any(|word| rest.contains(word)) {
        return false;
    }
    let sentence = rest.split(". ").next().unwrap_or_default();
    if BEFORE_IT.iter().any(|word| sentence.contains(word)) {
        return false;
    }
    let near: String = rest.chars().take(PLAN_WITHIN).collect();
    let near = near.split(". ").next().unwrap_or_default();
    // “통화를 하고 …을 위해”: what follows is another clause.
    let done = DONE.iter().filter_map(|end| near.find(end)).min();
    let near = done.map_or(near, |at| &near[..at]);
    let only_means = near.contains(BY_MEANS) && !DONE_THERE.iter().any(|done| sentence.contains(done));
    !only_means && !NOT_TOLD.iter().any(|word| near.contains(word))
}

/// Whether all dates of the sentence lie well before its report.
fn long_ago(document: &Document, number: u32) -> bool {
    let Some(published) = document.card.published else { return false };
    let mut dates = document.dates.iter().filter(|date| date.sentence == number).peekable();
    dates.peek().is_some() && dates.all(|date| date.days.to.plus(LONG_AGO) < published)
}

/// A person in a sentence, with the particle of the phrase that the name opens.
struct Person {
    name: String,
    start: usize,
    /// Where the phrase ends.
    end: usize,
    particle: Particle,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Particle {
    /// 은, 는, 이, 가, 도.
    Subject,
    /// 와, 과, or a comma: another follows, or the companion's verb.
    With,
    /// 을, 를.
    Object,
    /// Any other.
    Other,
}

fn people(document: &Document, number: u32) -> Vec<Person> {
    let Some(sentence) = document.sentences.get(number as usize) else { return Vec::new() };
    let text = document.sentence_text(number);
    let offset = sentence.span.start as usize;
    let names = document.mentions.iter().filter(|m| m.sentence == number && m.kind == MentionKind::Person);
    // “인도 총리와”: what a country's name ends with is no particle.
    let places = document.mentions.iter().filter(|m| m.sentence == number && m.kind == MentionKind::Place);
    let places: Vec<(usize, usize)> =
        places.map(|m| (m.span.start as usize - offset, m.span.end as usize - offset)).collect();
    let mut people: Vec<Person> = Vec::new();
    let mut glossed = 0;
    for mention in names.clone() {
        let (start, end) = (mention.span.start as usize - offset, mention.span.end as usize - offset);
        if start < glossed {
            continue;
        }
        // “왕이(王毅) 부장과”: the name's other writings say nothing of the sentence.
        let rest = &text[end..];
        let gloss = if rest.starts_with('(') { rest.find(')').map_or(0, |at| at + 1) } else { 0 };
        glossed =
            end + gloss + rest[gloss..].len() - rest[gloss..].trim_start_matches(['」', '』', '’']).len();
        let next = names.clone().map(|m| m.span.start as usize - offset).find(|next| *next >= glossed);
        let rest = &text[glossed..next.unwrap_or(text.len())];
        let is_place = |length: usize| places.iter().any(|(_, end)| *end == glossed + length);
        // “중국 갑 주석”: the country belongs to the name.
        let country = places.iter().find(|(_, end)| text.get(*end..start) == Some(" "));
        let start = country.map_or(start, |(country, _)| *country);
        let (particle, end) = phrase(rest, is_place)
            .map_or((Particle::Other, glossed), |(particle, length)| (particle, glossed + length));
        people.push(Person { name: mention.name.clone(), start, end, particle });
    }
    people
}

/// The particle that ends the phrase of a name, and how long what belongs to it is (bytes).
fn phrase(rest: &str, is_place: impl Fn(usize) -> bool) -> Option<(Particle, usize)> {
    let mut length = 0;
    for (n, word) in rest.split(' ').take(TITLE_WORDS).enumerate() {
        // “갑 대변인 : 을과 병은…”: a label is no part of what it labels.
        if word.starts_with(':') || word.ends_with(':') {
            return None;
        }
        length += word.len() + usize::from(n > 0);
        if is_place(length) {
            continue;
        }
        let bare = word.trim_end_matches([',', '.']);
        let particle = match bare.chars().next_back() {
            // “B와의 통화에서”, “B와도 통화해”
            _ if ["와의", "과의", "와도", "과도"].iter().any(|end| bare.ends_with(end)) => {
                Particle::With
            }
            _ if bare == "및" => Particle::With,
            _ if bare.ends_with("에게도") || bare.ends_with("에서도") => Particle::Other,
            Some('은' | '는' | '이' | '가' | '도') => Particle::Subject,
            Some('와' | '과' | '·') => Particle::With,
            Some('을' | '를') => Particle::Object,
            Some('의' | '에' | '로') => Particle::Other,
            _ if word.ends_with(',') => Particle::With,
            _ if word.contains('·') => Particle::With,
            _ => continue,
        };
        return Some((particle, length));
    }
    None
}

/// Who met by the verb at this byte: its subject, and who stands before it as companion or object.
fn met(text: &str, people: &[Person], verb: usize) -> Met {
    let before: Vec<&Person> = people.iter().filter(|person| person.end <= verb).collect();
    let row = |last: usize| {
        // Those joined to it by 와/과 or a comma.
        let mut first = last;
        while first > 0
            && before[first - 1].particle == Particle::With
            && is_gap(text.get(before[first - 1].end..before[first].start).unwrap_or_default())
        {
            first -= 1;
        }
        first..last + 1
    };
    let near = |person: &Person| text[person.end..verb].chars().count() <= COMPANION_WITHIN;
    let names =
        |range: std::ops::Range<usize>| before[range].iter().map(|p| p.name.clone()).collect::<Vec<_>>();
    let object = text[verb..].starts_with("만")
        || text[verb..].starts_with("접견")
        || text[verb..].starts_with("예방")
        || text[verb..].starts_with("면담");
    // “A와 B의 회담이”: theirs is the meeting.
    let theirs = ["회담이", "통화가", "회동이", "면담이", "만남이", "정상회담이"];
    if theirs.iter().any(|word| text[verb..].starts_with(word))
        && let Some(last) = before.len().checked_sub(1)
        && text[..before[last].end].ends_with('의')
        && near(before[last])
    {
        return Met { hosts: names(row(last)), guests: Vec::new() };
    }
    let subject = before.iter().rposition(|person| person.particle == Particle::Subject).map(row);
    // “A와 B가”: A belongs to the subject.
    let in_subject = |at: usize| subject.as_ref().is_some_and(|row| row.contains(&at));
    // “A는 C와 함께 B를 접견”: C received B, too.
    let beside = |at: usize| {
        let together = text[before[at].end..verb].trim_start().starts_with("함께 ");
        before[at].particle == Particle::With && together && at + 1 == before.len()
    };
    let beside = (0..before.len()).rfind(|&at| object && beside(at) && !in_subject(at));
    let with = (0..before.len()).rfind(|&at| {
        let particle = before[at].particle;
        let fits = particle == Particle::With || (object && particle == Particle::Object);
        fits && near(before[at]) && !in_subject(at) && Some(at) != beside
    });
    // Who met nobody but him met him.
    let (with, beside) = if with.is_some() { (with, beside) } else { (beside, None) };
    let asked = |at: &usize| {
        let rest = &text[before[*at].end..verb];
        before[*at].particle == Particle::Other
            && ASKED_FOR.iter().any(|words| rest.starts_with(words))
            && rest.chars().count() <= ASKED_WITHIN
    };
    let companion = with.or_else(|| (0..before.len()).rfind(asked));
    // “A와 B는 양측 대표를 만나”: they met somebody else.
    let others = subject
        .as_ref()
        .and_then(|row| row.clone().last())
        .is_some_and(|last| text[before[last].end..verb].split(' ').any(|word| word.ends_with(['을', '를'])));
    if object && companion.is_none() && others {
        return Met::default();
    }
    let behind = people.iter().find(|person| {
        person.start > verb
            && person.particle == Particle::Subject
            && text[verb..person.start].chars().count() <= SUBJECT_WITHIN
    });
    let there = subject.is_none() && THERE.iter().any(|word| text[verb..].starts_with(word));
    let behind = behind.filter(|_| there && companion.is_some()).map(|person| vec![person.name.clone()]);
    let mut hosts = subject.map(names).or(behind).unwrap_or_default();
    hosts.extend(beside.map(|at| before[at].name.clone()));
    Met { hosts, guests: companion.map(|at| names(row(at))).unwrap_or_default() }
}
