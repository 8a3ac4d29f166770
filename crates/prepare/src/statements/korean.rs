//! Reads a Korean sentence: the cue at its end, the subject with its particle before it.
//!
//! Rests on the particles 은/는 (topic) and 이/가 (subject) and on the verb's stem, never on word order.

use readout_corpus::{Document, MentionKind, Span};

use super::cues::Gives;
use super::quotes::Quotations;
use super::reading::Reading;
use super::subjects::Who;

/// Stems of verbs that give what was said; any ending in the past may follow.
const CONTENT: &[&str] = &[
    "말했",
    "밝혔",
    "강조했",
    "전했",
    "덧붙였",
    "설명했",
    "지적했",
    "주장했",
    "표명했",
    "표했",
    "표시했",
    "평가했",
    "촉구했",
    "제안했",
    "요청했",
    "당부했",
    "약속했",
    "반박했",
    "부인했",
    "답했",
    "답변했",
    "언급했",
    "경고했",
    "비판했",
    "합의했",
    "발표했",
    "뜻을 모았",
    "의견을 모았",
    "의견을 같이했",
    "의견을 같이 했",
    "공감했",
    "감사했",
    "환영했",
    "호소했",
    "역설했",
    "피력했",
    "확인했",
    "재확인했",
    "동의했",
    "토로했",
    "내다봤",
    "하기로 했",
    "기대했",
    "요구했",
    "다짐했",
    "선언했",
    "규탄했",
    "일축했",
    "거론했",
    "제기했",
    "했다고 한다",
    "다고 했",
    "라고 했",
    "겠다고 했",
    "”고 했",
    "\"고 했",
    "비난했",
    "인정했",
    "시사했",
    "소개했",
    "적었",
    "표현했",
    "내비쳤",
    "못 박았",
    "꼬집었",
    "고백했",
    "조언했",
];

/// Verbs that only name a topic.
const TOPIC: &[&str] = &["의견을 교환했", "논의했", "협의했", "의견을 나눴", "이야기를 나눴", "대화를 나눴"];

/// Words for those who speak together. A number counts everyone in the room.
const GROUPS: &[&str] = &[
    "양측",
    "양국",
    "두 정상",
    "양 정상",
    "양국 정상",
    "두 사람",
    "양 장관",
    "두 장관",
    "이들",
    "양국 장관",
    "세 나라",
    "3국",
];

/// Offices that several places can share.
const SHARED: &[&str] =
    &["외교장관", "외무장관", "외교부장", "정상", "국방장관", "장관", "국가안보보좌관", "대표단", "정부"];

/// Words for a nameless speaker.
const NAMELESS: &[(&str, &str)] = &[
    ("당국자", "official"),
    ("관계자", "official"),
    ("소식통", "source"),
    ("전문가", "expert"),
    ("외교관", "diplomat"),
    ("대변인", "spokesman"),
];

/// Documents that speak for those who wrote them.
const PAPERS: &[&str] = &["입장문", "공보문", "공동성명", "성명", "발표문", "보도자료", "담화", "논평"];

/// Words that open a sentence which goes on with the last speaker.
const GOES_ON: &[&str] = &[
    "이어",
    "그러면서",
    "또",
    "아울러",
    "특히",
    "다만",
    "이와 함께",
    "더불어",
    "나아가",
    "그리고",
    "다음으로",
];

/// Titles that may stand between a name and its particle.
const TITLES: &[&str] = &[
    "대통령",
    "총리",
    "장관",
    "부장",
    "주임",
    "주석",
    "위원장",
    "실장",
    "대변인",
    "특사",
    "보좌관",
    "부총리",
    "대사",
    "차관",
    "의장",
    "총장",
    "부통령",
    "수석",
    "국장",
    "대표",
    "교수",
    "원장",
    "비서관",
    "국왕",
    "총서기",
    "왕세자",
    "단장",
    "본부장",
    "위원",
    "의원",
    "외상",
    "부상",
    "씨",
];

/// How far from the end a cue may begin, in characters.
const TAIL: usize = 24;

/// How many sentences back a quotation's subject may stand.
const REACH: u32 = 6;

/// What the sentence shows, if it has a cue.
pub(crate) fn read(document: &Document, quotations: &Quotations, number: u32) -> Option<Reading> {
    let sentence = Words::of(document, number)?;
    let (cue, gives) = sentence.cue()?;
    // A reached agreement of another day is history.
    if gives == Gives::Content
        && sentence.text[cue.0..].starts_with("합의했")
        && sentence.text.contains("지난 ")
    {
        return None;
    }
    // A quotation that began sentences ago has its subject there.
    let mut begins = number;
    while begins > 1
        && number - begins < REACH
        && quotations.goes_on_at(document.sentences[begins as usize].span.start as usize)
    {
        begins -= 1;
    }
    let subject = if begins == number { sentence.subject() } else { subject(document, begins) };
    let goes_on = GOES_ON.iter().any(|word| sentence.text.starts_with(word));
    let (who, rule, confidence) = match subject {
        Some(who @ Who::Institution(_)) => (Some(who), "institution-as-speaker", 50),
        Some(who) => (Some(who), "cue-after-subject", 90),
        None if goes_on => (None, "cue-goes-on", 80),
        // “…에 대해선 "…"고 말했다”: no subject at all.
        None if sentence.drops_subject() => (None, "cue-without-subject", 65),
        None => return None,
    };
    Some(Reading {
        who,
        via: sentence.relayed_by(),
        inner: Vec::new(),
        cue: sentence.span(cue.0, cue.1),
        attribution: sentence.attribution(cue.0),
        gives,
        trails: true,
        weak: false,
        rule,
        confidence,
    })
}

/// Who the subject of a sentence is, whatever its verb.
pub(crate) fn subject(document: &Document, number: u32) -> Option<Who> {
    Words::of(document, number)?.subject()
}

/// A sentence with the names in it.
struct Words<'a> {
    document: &'a Document,
    text: &'a str,
    offset: usize,
    end: usize,
    /// Where the first quotation begins; subjects stand before it.
    quote: usize,
}

impl<'a> Words<'a> {
    fn of(document: &'a Document, number: u32) -> Option<Self> {
        let span = document.sentences.get(number as usize)?.span;
        let text = document.sentence_text(number);
        let quote = text.find(['"', '“', '「']).unwrap_or(text.len());
        Some(Self { document, text, offset: span.start as usize, end: span.end as usize, quote })
    }

    fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.offset + from, self.offset + to)
    }

    /// Subject and cue: what stands before a quotation, where it is no more than a few words, and
    /// what follows the last one.
    fn attribution(&self, cue: usize) -> Vec<Span> {
        const FEW: usize = 6;
        let end = self.text.trim_end().len();
        let Some(last) = self.text.rfind(['"', '”', '」']) else {
            return vec![self.span(cue, end)];
        };
        // Without an opening mark, the quotation began sentences ago.
        let few = self.quote < last && self.text[..self.quote].split_whitespace().count() <= FEW;
        let head = few.then(|| self.span(0, self.quote));
        head.into_iter().chain([self.span(last.min(cue), end)]).collect()
    }

    /// Names of a kind, with where they begin and end in the sentence.
    fn names(&self, kind: MentionKind) -> impl Iterator<Item = (usize, usize, &'a str)> {
        let (offset, end) = (self.offset, self.end);
        let first = self.document.mentions.partition_point(|m| (m.span.start as usize) < offset);
        let inside =
            self.document.mentions[first..].iter().take_while(move |m| (m.span.start as usize) < end);
        inside
            .filter(move |m| m.kind == kind)
            .map(move |m| (m.span.start as usize - offset, m.span.end as usize - offset, m.name.as_str()))
    }

    /// The last cue near the end of the sentence.
    fn cue(&self) -> Option<((usize, usize), Gives)> {
        let tail = self.text.char_indices().rev().nth(TAIL).map_or(0, |(at, _)| at);
        let last = |stems: &[&str]| {
            let found = stems.iter().filter_map(|stem| {
                self.text[tail..].rfind(stem).map(|at| (tail + at, tail + at + stem.len()))
            });
            found.max()
        };
        match (last(CONTENT), last(TOPIC)) {
            (Some(cue), Some(topic)) if topic > cue => Some((topic, Gives::Topic)),
            (Some(cue), _) => Some((cue, Gives::Content)),
            (None, topic) => Some((topic?, Gives::Topic)),
        }
    }

    /// Who speaks: the first name, group or office with a subject's particle, before any quotation.
    fn subject(&self) -> Option<Who> {
        if self.text.starts_with("그는") || self.text.starts_with("그녀는") {
            return Some(Who::Single { feminine: self.text.starts_with("그녀") });
        }
        let mut found: Vec<(usize, Who)> = Vec::new();
        let people: Vec<(usize, usize, &str)> =
            self.names(MentionKind::Person).filter(|(start, ..)| *start < self.quote).collect();
        for (at, &(start, end, name)) in people.iter().enumerate() {
            if self.is_subject(end) {
                // “A 장관과 B 장관은”: those before it with 과/와 speak too.
                let mut names = vec![name.to_owned()];
                for &(other, other_end, also) in people[..at].iter().rev() {
                    if !self.is_joined(other_end, start) {
                        break;
                    }
                    let _ = other;
                    names.insert(0, also.to_owned());
                }
                found.push((start, Who::People(names)));
            }
        }
        found.extend(self.family_name_alone());
        found.extend(self.places());
        for group in GROUPS {
            let places = self.text[..self.quote].match_indices(group);
            let subjects = places.filter(|(at, _)| self.is_subject(at + group.len()));
            let everyone = matches!(*group, "3국" | "세 나라");
            let who = if everyone { Who::Everyone } else { Who::Group(Vec::new()) };
            found.extend(subjects.map(|(at, _)| (at, who.clone())));
        }
        for (word, noun) in NAMELESS {
            let places = self.text[..self.quote].match_indices(word);
            let nameless = places
                .filter(|(at, _)| particle(&self.text[at + word.len()..]) && !self.has_name_before(*at));
            found.extend(nameless.map(|(at, _)| (at, Who::Unnamed(format!("unnamed {noun}")))));
        }
        for word in PAPERS {
            let places = self.text[..self.quote].match_indices(word);
            let papers = places.filter(|(at, _)| particle(&self.text[at + word.len()..]));
            found.extend(papers.map(|(at, _)| (at, Who::Institution((*word).to_owned()))));
        }
        // What only relays (“…라고 외교부는 전했다”) stands behind; the first subject is the speaker.
        let spoken = found.into_iter().min_by_key(|(at, _)| *at);
        spoken.map(|(_, who)| who).or_else(|| self.subject_after_quotation()).or_else(|| {
            let mut institutions = self
                .names(MentionKind::Organisation)
                .filter(|(start, end, _)| *start < self.quote && self.is_subject(*end));
            institutions.next().map(|(_, _, name)| Who::Institution(name.to_owned()))
        })
    }

    /// “…”이라고 카니 총리는 다짐했다.
    fn subject_after_quotation(&self) -> Option<Who> {
        let after = self.text.rfind(['"', '”', '」'])?;
        let mut people =
            self.names(MentionKind::Person).filter(|(start, end, _)| *start > after && self.is_subject(*end));
        people.next().map(|(_, _, name)| Who::People(vec![name.to_owned()]))
    }

    /// Whether a quotation has nothing before it that could be a subject.
    fn drops_subject(&self) -> bool {
        let before = &self.text[..self.quote];
        self.quote < self.text.len() && !before.split(' ').any(|word| strip_particle(word).is_some())
    }

    /// “왕 부장은”: a family name with a title, of somebody whose full name the text has given.
    fn family_name_alone(&self) -> Option<(usize, Who)> {
        let mut words = self.text[..self.quote].split(' ').scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        });
        let (first, second) = (words.next()?, words.next()?);
        let stem = strip_particle(second.1)?;
        if first.1.chars().count() > 4 || !TITLES.iter().any(|title| stem.ends_with(title)) {
            return None;
        }
        let before = self.document.mentions.iter().rev().filter(|m| (m.span.start as usize) < self.offset);
        let named = before.filter(|m| m.kind == MentionKind::Person).find(|m| {
            m.span
                .of(&self.document.text)
                .is_some_and(|full| full.starts_with(first.1) || full.ends_with(first.1))
        })?;
        Some((first.0, Who::People(vec![named.name.clone()])))
    }

    /// “중국과 태국 외교장관은”, “중국, 태국은”: places that speak together.
    fn places(&self) -> Option<(usize, Who)> {
        let places: Vec<(usize, usize, &str)> =
            self.names(MentionKind::Place).filter(|(start, ..)| *start < self.quote).collect();
        for (last, &(_, end, _)) in places.iter().enumerate() {
            let rest = &self.text[end..];
            let office = SHARED.iter().find_map(|office| {
                let at = rest.find(office).filter(|at| rest[..*at].chars().count() < 8)?;
                particle(&rest[at + office.len()..]).then_some((at, *office))
            });
            if !particle(rest) && office.is_none() {
                continue;
            }
            let mut first = last;
            while first > 0 && self.is_joined(places[first - 1].1, places[first].0) {
                first -= 1;
            }
            let mut names: Vec<String> =
                places[first..=last].iter().map(|(_, _, name)| (*name).to_owned()).collect();
            names.dedup();
            if names.len() > 1 {
                let who = match office {
                    Some((_, office)) => Who::Holders { office: office.to_owned(), places: names },
                    None => Who::Holders { office: String::new(), places: names },
                };
                return Some((places[first].0, who));
            }
        }
        None
    }

    /// Whether a subject's particle follows, after a title of a few words at most.
    fn is_subject(&self, end: usize) -> bool {
        let rest = &self.text[end.min(self.text.len())..];
        if particle(rest) {
            return true;
        }
        if !rest.starts_with([' ', '(']) {
            return false;
        }
        rest.split_whitespace().take(5).any(|word| {
            strip_particle(word.trim_end_matches(','))
                .is_some_and(|stem| TITLES.iter().any(|title| stem.ends_with(title)))
        })
    }

    /// Whether two names stand in a row: “A 장관과 B”, “중국, 태국”.
    fn is_joined(&self, end: usize, start: usize) -> bool {
        let Some(between) = self.text.get(end..start) else { return false };
        let trimmed = between.trim();
        between.chars().count() < 24 && (trimmed.ends_with(['과', '와', ',', '·', '-']) || trimmed == "및")
    }

    fn has_name_before(&self, at: usize) -> bool {
        self.names(MentionKind::Person).any(|(_, end, _)| end < at && self.text[end..at].chars().count() < 12)
    }

    /// “…라고 중국 외교부는 전했다”, “중국 외교부에 따르면”: the institution that relays.
    fn relayed_by(&self) -> Vec<Who> {
        self.names(MentionKind::Organisation)
            .filter(|(_, end, _)| {
                let rest = &self.text[*end..];
                rest.starts_with("에 따르면") || (particle(rest) && rest.chars().count() < 16)
            })
            .map(|(_, _, name)| Who::Institution(name.to_owned()))
            .collect()
    }
}

/// Whether a text begins with a subject's particle and a word's end.
fn particle(text: &str) -> bool {
    let mut chars = text.chars();
    matches!(chars.next(), Some('은' | '는' | '이' | '가' | '도'))
        && chars.next().is_none_or(|c| c == ' ' || c == ',')
}

fn strip_particle(word: &str) -> Option<&str> {
    ["은", "는", "이", "가", "도"]
        .iter()
        .find_map(|particle| word.strip_suffix(particle))
        .filter(|stem| !stem.is_empty())
}
