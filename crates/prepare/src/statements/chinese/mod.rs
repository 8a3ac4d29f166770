//! Reads a Chinese sentence: the speaker at its head, the cue behind the name.
//!
//! What may stand before the speaker is a clause that only leads on (“会见…时，”, “据…报道，”), a date,
//! a country and titles. Where several could be meant, the first is; quotations hold no cue. Who stands
//! elsewhere, or has no name there, is found in `elsewhere`.

mod elsewhere;
mod words;

use readout_corpus::{Document, Mention, MentionKind, Span};

use super::cues::Gives;
use super::known;
use super::lists::{ending, starting};
use super::reading::Reading;
use super::subjects::Who;
use crate::Settings;
use words::WORDS;

/// How far behind a name its cue may begin, in characters; and behind a group.
const REACH: usize = 40;
const GROUP_REACH: usize = 80;

/// How far from the sentence's head a name may stand, in characters.
const HEAD: usize = 40;

/// What parts the clauses of a sentence. Some pages print all marks half as wide.
const BREAKS: [char; 4] = ['，', ',', '：', ':'];

/// Words by which one tells what another said (“中方引述外长表示”).
const QUOTES: [&str; 3] = ["引述", "援引", "引用"];

/// Words for having met: whoever is named before them met and does not speak along.
const MET: &[&str] = &["会谈", "会见", "会晤", "会面", "见面", "通话", "通电话", "举行"];

/// What the two clauses of a sentence show in which one speaks after another; else what the whole shows.
pub(crate) fn read_clauses(document: &Document, number: u32) -> (Option<Reading>, Option<Reading>) {
    let Some(sentence) = Sentence::of(document, number) else { return (None, None) };
    let first = match narrates(sentence.text) {
        // “会谈后，甲表示…”
        true => sentence.in_later_clause().filter(|_| starting(sentence.text, &WORDS.around).is_some()),
        false => sentence.read(),
    };
    let Some(first) = first else { return (None, None) };
    match sentence.relays(&first) {
        Some(relayed) => (Some(relayed), None),
        None => {
            let second = sentence.second_clause(&first);
            (Some(first), second)
        }
    }
}

/// Whom a sentence is about, whatever its verb: the person at its head.
pub(crate) fn subject(document: &Document, number: u32) -> Option<Who> {
    let sentence = Sentence::of(document, number)?;
    let (name, _) = sentence.head()?;
    Some(Who::person(name))
}

/// Whether a sentence is about somebody whom it names as reporters do: those who speak of a leader put his
/// title behind his name.
pub(crate) fn reports_of_somebody(document: &Document, number: u32) -> bool {
    let head =
        Sentence::of(document, number).and_then(|s| s.head().map(|(name, end)| (s.place_of(name).1, end)));
    head.is_some_and(|(name_end, end)| name_end == end)
}

/// Whether a sentence without a cue goes on with the one who spoke last, whose side this is: it
/// speaks in the side's name (“中方愿…”), or it is a point of a list that was announced.
pub(crate) fn goes_on(
    document: &Document,
    settings: &Settings,
    number: u32,
    side: Option<&str>,
    announced: bool,
) -> bool {
    let Some(sentence) = Sentence::of(document, number) else { return false };
    let in_its_name = sentence.first_place().is_some_and(|place| {
        sentence.text[..place.span.end as usize - sentence.offset].ends_with('方')
            && side == Some(known::side_of_place(settings, &place.name).as_str())
    });
    in_its_name || (announced && starting(sentence.text, &WORDS.ordinals).is_some())
}

/// Whether words end with a cue that does nothing but tell speech.
pub(crate) fn ends_with_cue(words: &str) -> bool {
    ending(words, &WORDS.plain).is_some()
}

/// Whether words begin with such a cue.
pub(crate) fn begins_with_cue(words: &str) -> bool {
    starting(words, &WORDS.plain).is_some() && starting(words, &WORDS.no_cues).is_none()
}

/// Whether the speaker of a sentence tells what he did with somebody (“我同总统举行了会谈”).
pub(crate) fn tells_of_himself(text: &str) -> bool {
    ["我同", "我与", "我和", "我跟"].iter().any(|words| text.contains(words))
}

/// Whether a sentence announces points that follow (“提出三点意见：”).
pub(crate) fn announces(document: &Document, number: u32) -> bool {
    let text = document.sentence_text(number).trim_end();
    text.ends_with(['：', ':']) || (text.contains('点') && text.contains("提出"))
}

/// A speaker at the head of a sentence whom no list knows, as printed (“瓦塔拉表示，”), and the cue.
pub(crate) fn printed_speaker(document: &Document, number: u32) -> Option<(&str, (usize, usize))> {
    const BARE: &[&str] = &["表示", "指出", "强调", "说", "称"];
    const NO_NAME_END: &[&str] = &[
        "则", "回答", "补充", "解释", "方", "他", "她", "双", "者", "人", "们", "部", "国", "会", "文", "话",
        "中", "时", "后", "并", "再", "也", "还", "先", "员", "长", "家", "社", "府", "报", "道", "书", "次",
        "致", "步", "确",
    ];
    let text = document.sentence_text(number);
    let clause = &text[..text.find(BREAKS)?];
    let cue = BARE.iter().find(|cue| clause.ends_with(**cue))?;
    let name = clause.strip_suffix(cue)?;
    let length = name.chars().count();
    let start = document.sentences.get(number as usize)?.span.start as usize;
    let known =
        document.mentions.iter().any(|m| (start..start + name.len()).contains(&(m.span.start as usize)));
    let plain = name.chars().all(|c| c == '·' || ('\u{4E00}'..='\u{9FFF}').contains(&c));
    let office = ending(name, &WORDS.titles).is_some();
    ((2..=12).contains(&length)
        && plain
        && !name.starts_with(['他', '她'])
        && !known
        && !office
        && !NO_NAME_END.iter().any(|end| name.ends_with(end)))
    .then_some((name, (name.len(), clause.len())))
}

/// Whether a sentence tells of what was done: who was there, what was signed.
pub(crate) fn narrates(text: &str) -> bool {
    const SHORT: usize = 60;
    let trimmed = text.trim_end_matches(['。', '！', '\n', ' ']);
    ending(trimmed, &WORDS.attended).is_some() && trimmed.chars().count() < SHORT
        || starting(text, &WORDS.around).is_some()
        || tells_of_a_visit(text)
}

/// “部长此行…”: the report speaks of a visit. Who pays it says “我此访”.
fn tells_of_a_visit(text: &str) -> bool {
    const NEAR: usize = 8;
    let head = text.char_indices().nth(NEAR).map_or(text, |(at, _)| &text[..at]);
    let at = ["此行", "此访", "的访"].iter().find_map(|word| head.find(word));
    let spoken = WORDS.plain.iter().chain(&["先生", "我", "你", "您"]).any(|word| head.contains(word));
    at.is_some_and(|at| at > 0) && !spoken
}

/// A sentence with its place in the document.
struct Sentence<'a> {
    document: &'a Document,
    number: u32,
    text: &'a str,
    span: Span,
    offset: usize,
}

/// Bytes of the sentence.
type Range = (usize, usize);

impl<'a> Sentence<'a> {
    fn of(document: &'a Document, number: u32) -> Option<Self> {
        let span = document.sentences.get(number as usize)?.span;
        Some(Self {
            document,
            number,
            text: document.sentence_text(number),
            span,
            offset: span.start as usize,
        })
    }

    fn reading(&self, who: Who, from: usize, cue: Range) -> Reading {
        Reading {
            who: Some(who),
            via: self.relayed_by(),
            inner: Vec::new(),
            cue: Span::new(self.offset + cue.0, self.offset + cue.1),
            attribution: vec![Span::new(self.offset + from, self.offset + cue.1)],
            gives: Gives::Content,
            trails: false,
            weak: false,
            rule: "cue-after-subject",
            confidence: 92,
        }
    }

    /// What the sentence shows, if it has a cue.
    fn read(&self) -> Option<Reading> {
        self.behind_quotation().or_else(|| {
            let lead = self.lead();
            self.group(lead)
                .or_else(|| self.pronoun(lead))
                .or_else(|| self.across(lead))
                .or_else(|| self.nameless(lead))
                .or_else(|| self.labelled())
                .or_else(|| self.officer(lead))
                .or_else(|| self.person())
                .or_else(|| self.in_later_clause())
                .or_else(|| self.printed())
                .or_else(|| self.institution(lead))
                .or_else(|| self.side(lead).map(|(reading, _)| reading))
        })
    }

    fn names(&self, kind: MentionKind) -> impl Iterator<Item = &'a Mention> {
        let span = self.span;
        let first = self.document.mentions.partition_point(|m| m.span.start < span.start);
        let inside = self.document.mentions[first..].iter().take_while(move |m| m.span.start < span.end);
        inside.filter(move |m| m.kind == kind)
    }

    /// Bytes of a name in the sentence.
    fn place_of(&self, name: &Mention) -> Range {
        (name.span.start as usize - self.offset, name.span.end as usize - self.offset)
    }

    /// Where the sentence's own words begin, behind the clauses that only lead to them.
    fn lead(&self) -> usize {
        let mut at = 0;
        while let Some((length, next)) = first_break(&self.text[at..]) {
            if !leads(&self.text[at..at + length]) {
                break;
            }
            at += next;
        }
        at
    }

    /// Where clauses begin between two bytes.
    fn clauses(&self, from: usize, to: usize) -> impl Iterator<Item = usize> {
        let parts = |c: char| BREAKS.contains(&c) || matches!(c, '；' | ';');
        let breaks = self.text[from..to].match_indices(parts);
        breaks.map(move |(at, mark)| from + at + mark.len())
    }

    /// “双方同意…”, “两国元首就…交换意见”.
    fn group(&self, lead: usize) -> Option<Reading> {
        let rest = &self.text[lead..];
        let groups = WORDS.groups.iter().filter(|group| rest.starts_with(group.as_str()));
        let group = groups.max_by_key(|group| group.len())?;
        let after = lead + group.len();
        // “双方要…”, but “双方都认为”
        if starting(&self.text[after..], &WORDS.wished).is_some() && self.cue_right_after(after).is_none() {
            return None;
        }
        let who = Who::Group(Vec::new());
        if let Some(topic) = self.topic() {
            let reading = self.reading(who, lead, topic);
            return Some(self.said_beside(after, topic, GROUP_REACH, reading));
        }
        let cue = first_cue(self.text, after, GROUP_REACH, &WORDS.joint)?;
        // “双方谈及…，甲重申…”: the cue is another one's.
        let own = self
            .clauses(after, cue.0)
            .all(|clause| self.named_at(clause).is_none_or(|name| self.place_of(name).0 > cue.0));
        own.then(|| self.reading(who, lead, cue))
    }

    /// “他表示”, “他期待”, “他向总理表明”.
    fn pronoun(&self, lead: usize) -> Option<Reading> {
        let feminine = self.text[lead..].starts_with('她');
        let after = self.text[lead..].strip_prefix(['他', '她'])?;
        let after = self.text.len() - after.len();
        let cue = |after| self.cue_right_after(after).or_else(|| self.cue_there(after, &WORDS.content));
        let cue = cue(after).or_else(|| cue(self.behind_listener(after)?)).or_else(|| self.said_at(after))?;
        Some(self.reading(Who::Single { feminine }, lead, cue))
    }

    /// The cue of a clause that first tells where or when it was said (“他晚上见记者时表示，”).
    fn said_at(&self, after: usize) -> Option<Range> {
        let cue = self.plain_cue_of_clause(after)?;
        let words = &self.text[after..cue.0];
        let placed = words.starts_with(['在', '于']) || words.ends_with(['时', '后', '上', '中']);
        // “她的邻居…” is another one
        (placed && !words.starts_with('的')).then_some(cue)
    }

    /// What follows the one to whom something is told (“向总理默克尔…”).
    fn behind_listener(&self, after: usize) -> Option<usize> {
        let named = self.named_at(
            self.text[after..].strip_prefix(['向', '对']).map(|rest| self.text.len() - rest.len())?,
        )?;
        Some(self.behind_title(self.place_of(named).1))
    }

    /// The person whose name begins a clause, titles aside.
    fn named_at(&self, clause: usize) -> Option<&'a Mention> {
        self.names(MentionKind::Person).find(|name| {
            let start = self.place_of(name).0;
            start >= clause && is_title(&self.without_names(clause, start))
        })
    }

    /// Whether a byte stands inside a quotation.
    fn quoted(&self, at: usize) -> bool {
        let open = |mark: &str| self.text[..at].matches(mark).count();
        open("“") > open("”")
    }

    /// The person at the head of the sentence, and where what follows name and title begins.
    fn head(&self) -> Option<(&'a Mention, usize)> {
        let mut first = true;
        for name in self.names(MentionKind::Person) {
            let (start, end) = self.place_of(name);
            let before = self.text.get(..start)?;
            if self.leads_to_name(before, first) {
                return Some((name, self.behind_title(end)));
            }
            first = false;
        }
        None
    }

    /// “外长…表示”, with those who speak along.
    fn person(&self) -> Option<Reading> {
        let (name, behind) = self.head()?;
        let (start, end) = self.place_of(name);
        let titled = behind > end;
        // “习近平请…转达问候”, “习近平夫人”: another does it.
        if self.text[behind..].starts_with(['请', '夫']) {
            return None;
        }
        let mut people = vec![name.name.clone()];
        let mut after = behind;
        for other in self.names(MentionKind::Person) {
            let (from, to) = self.place_of(other);
            let joined = from > after
                && self.text[after..from].strip_prefix(['和', '与', '、']).is_some_and(|between| {
                    between.is_empty() || self.leads_to_name(&self.text[..from], false)
                });
            if joined {
                people.push(other.name.clone());
                after = self.behind_title(to);
            }
        }
        if let Some(topic) = self.topic() {
            let reading = self.reading(Who::People(people), start, topic);
            return Some(self.said_beside(behind, topic, REACH, reading));
        }
        let right_behind = self.cue_right_after(after);
        let cue = right_behind.or_else(|| first_cue(self.text, after, REACH, &WORDS.content))?;
        // “A同B会谈，双方同意…”, “A会见B，B表示…”: the cue's own clause has another subject.
        if let Some(clause) = self.clauses(after, cue.0).last() {
            if let Some(group) = self.group(clause) {
                return Some(group);
            }
            if let Some(name) = self.named_at(clause).filter(|name| self.place_of(name).1 <= cue.0) {
                return Some(self.reading(Who::person(name), clause, cue));
            }
        }
        if MET.iter().any(|word| self.text[after..cue.0].contains(word)) {
            people.truncate(1);
        }
        let right_after = right_behind == Some(cue);
        let mut reading = self.reading(Who::People(people), start, cue);
        // In the middle of somebody's words a leader with his title is only told of (“习近平主席提出…”),
        // unless he plainly says something.
        reading.weak = titled && (!right_after || self.text[cue.1..].starts_with(['的', '了']));
        Some(reading)
    }

    /// Somebody whom no list knows.
    fn printed(&self) -> Option<Reading> {
        let (name, cue) = printed_speaker(self.document, self.number)?;
        let names = name.split('和').map(str::to_owned).collect();
        let reading = self.reading(Who::People(names), 0, cue);
        Some(Reading { rule: "name-as-printed", confidence: 75, ..reading })
    }

    /// “中方表示”, “外交部表示”, “美国官员说”.
    fn institution(&self, lead: usize) -> Option<Reading> {
        let cue = self.plain_cue_of_clause(lead)?;
        let words = self.text.get(lead..cue.0)?;
        let words = WORDS.adverbs.iter().fold(words, |words, adverb| words.trim_end_matches(adverb));
        let end = lead + words.len();
        let ends_here = |name: &&Mention| self.place_of(name).1 == end;
        if let Some(body) = self.names(MentionKind::Organisation).find(ends_here) {
            let reading = self.reading(Who::Institution(body.name.clone()), lead, cue);
            return Some(Reading { rule: "institution-as-speaker", confidence: 50, ..reading });
        }
        self.side(lead).filter(|(_, side_cue)| *side_cue == cue).map(|(reading, _)| reading)
    }

    /// “中方表示致力于…”: a country, then at once a cue that does nothing but tell speech.
    fn side(&self, lead: usize) -> Option<(Reading, Range)> {
        let bodies = self
            .names(MentionKind::Organisation)
            .filter(|body| self.text[..self.place_of(body).1].ends_with('方'));
        let mut sides = self.names(MentionKind::Place).chain(bodies);
        let side = sides.find(|name| self.place_of(name).0 == lead)?;
        let cue = self.cue_right_after(self.place_of(side).1)?;
        let reading = self.reading(Who::Sides(vec![side.name.clone()]), lead, cue);
        Some((Reading { weak: true, confidence: 60, ..reading }, cue))
    }

    /// Only a topic, unless a cue before it or behind it gives what was said.
    fn said_beside(&self, after: usize, topic: Range, reach: usize, reading: Reading) -> Reading {
        let about = self.text.find('就').unwrap_or(topic.0);
        let before = first_cue(&self.text[..about], after, reach, &WORDS.content);
        let behind = || first_cue(self.text, topic.1, 12, &WORDS.content);
        match before.or_else(behind).or_else(|| self.will_do(topic.1)) {
            Some(cue) => Reading { cue: Span::new(self.offset + cue.0, self.offset + cue.1), ..reading },
            None => Reading { gives: Gives::Topic, rule: "topic-named", confidence: 88, ..reading },
        }
    }

    /// What two who have talked will do (“双方就…交换了意见，将…”).
    fn will_do(&self, after: usize) -> Option<Range> {
        let will = ["，将", ",将"].iter().find(|will| self.text[after..].starts_with(**will))?;
        Some((after + will.len() - '将'.len_utf8(), after + will.len()))
    }

    /// “就…交换意见”.
    fn topic(&self) -> Option<Range> {
        let about = self.text.find('就')?;
        WORDS
            .topic
            .iter()
            .filter_map(|cue| self.text.find(cue).map(|at| (at, at + cue.len())))
            .filter(|cue| cue.0 > about)
            .min()
    }

    /// The plain cue that stands right behind a subject, adverbs aside.
    fn cue_right_after(&self, after: usize) -> Option<Range> {
        self.cue_there(after, &WORDS.plain)
    }

    fn cue_there(&self, after: usize, cues: &[&str]) -> Option<Range> {
        let mut rest = self.text.get(after..)?;
        while let Some(adverb) = starting(rest, &WORDS.adverbs) {
            rest = &rest[adverb.len()..];
        }
        let at = self.text.len() - rest.len();
        let cue = starting(rest, cues)?;
        starting(rest, &WORDS.no_cues).is_none().then_some((at, at + cue.len()))
    }

    /// The plain cue that ends the clause which begins at `lead`.
    fn plain_cue_of_clause(&self, lead: usize) -> Option<Range> {
        let rest = &self.text[lead..];
        let end = lead + rest.find(|c| BREAKS.contains(&c) || c == '“')?;
        let clause = &self.text[lead..end];
        let cue = ending(clause, &WORDS.plain)?;
        let start = end - cue.len();
        (clause.chars().count() <= HEAD && ending(&self.text[..start], &WORDS.no_cue_after).is_none())
            .then_some((start, end))
    }

    fn behind_title(&self, mut at: usize) -> usize {
        while let Some(title) = starting(&self.text[at..], &WORDS.titles) {
            at += title.len();
        }
        at
    }

    /// Whether only a date, a country and titles stand before the name that opens a sentence. The
    /// first name may follow any clause, a later one only clauses that lead on.
    fn leads_to_name(&self, before: &str, first: bool) -> bool {
        let closes = |c: char| BREAKS.contains(&c) || matches!(c, '）' | ')' | '】' | '；' | ';');
        let broken =
            before.rfind(closes).map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        // “新华社柏林5月3日电 总理…”
        let told = QUOTES.iter().chain(&["日电", "日讯", "日专电"]);
        let told = told.filter_map(|word| before.rfind(word).map(|at| at + word.len())).max();
        let start = broken.max(told.unwrap_or(0));
        let near = before.chars().count() <= HEAD;
        if !(near && first) && start > self.lead() {
            return false;
        }
        is_title(&self.without_names(start, before.len()))
    }

    /// A stretch of the sentence without the names of places and bodies in it.
    fn without_names(&self, from: usize, to: usize) -> String {
        let mut rest = String::new();
        let mut at = from;
        for name in self.document.mentions.iter().filter(|m| m.kind != MentionKind::Person) {
            if self.span.contains(name.span) && self.place_of(name).0 >= at && self.place_of(name).1 <= to {
                rest.push_str(&self.text[at..self.place_of(name).0]);
                at = self.place_of(name).1;
            }
        }
        rest.push_str(&self.text[at..to]);
        rest
    }

    fn first_place(&self) -> Option<&'a Mention> {
        self.names(MentionKind::Place).next().filter(|place| self.place_of(place).0 == 0)
    }

    /// “据新华社报道，”, “韩联社报道，”: who relays.
    fn relayed_by(&self) -> Vec<Who> {
        let told_by = |clause: &&str| clause.starts_with('据') || ending(clause, &WORDS.reported).is_some();
        let clause = self.text[..self.lead()].split(BREAKS).find(told_by).or_else(|| {
            let head = &self.text[..self.text.find(BREAKS).unwrap_or(self.text.len())];
            QUOTES.iter().find_map(|word| head.find(word)).map(|at| &head[..at])
        });
        let Some(clause) = clause else { return Vec::new() };
        let within = self.text.find(clause).map_or(0..0, |at| at..at + clause.len());
        let body = self.names(MentionKind::Organisation).find(|name| within.contains(&self.place_of(name).0));
        body.map(|body| Who::Institution(body.name.clone())).into_iter().collect()
    }
}

/// The first break of a text: where it stands, and where the next clause begins.
fn first_break(text: &str) -> Option<(usize, usize)> {
    let (at, mark) = text.match_indices(BREAKS).next()?;
    Some((at, at + mark.len()))
}

/// Whether a clause only leads to the sentence's own words.
fn leads(clause: &str) -> bool {
    !clause.is_empty()
        && (clause.starts_with('据') || ending(clause, &WORDS.leads_end).is_some())
        && ending(clause, &WORDS.plain).is_none()
        && !WORDS.nameless.iter().any(|(word, _)| {
            let said = clause.find(word).map(|at| &clause[at + word.len()..]);
            said.is_some_and(|said| starting(said, &WORDS.plain).is_some())
        })
}

/// Marks that may stand before an office or around it.
const TITLE_MARKS: [char; 4] = ['“', '”', '"', ' '];

/// Whether words are nothing but titles, offices and the given name before a dot.
fn is_title(words: &str) -> bool {
    const GIVEN_NAME: usize = 8;
    // Some papers put offices that they do not recognise in quotation marks.
    let rest = words.trim().trim_start_matches(TITLE_MARKS);
    if rest.is_empty() || (rest.ends_with('·') && rest.chars().count() <= GIVEN_NAME) {
        return true;
    }
    // “国防部长”: the longest word is not always the one.
    let before = WORDS.before_name.iter().chain(&WORDS.titles).filter_map(|word| rest.strip_prefix(word));
    let mut behind: Vec<&str> = before.collect();
    behind.sort_by_key(|rest| rest.len());
    behind.dedup();
    behind.into_iter().any(is_title)
}

/// The first cue after `from` within `reach` characters; quotations hold none.
fn first_cue(text: &str, from: usize, reach: usize, cues: &[&str]) -> Option<Range> {
    let rest = text.get(from..)?;
    let mut inside = false;
    for (at, c) in rest.char_indices().take(reach) {
        match c {
            '“' => inside = true,
            '”' => inside = false,
            _ => {}
        }
        if inside {
            continue;
        }
        let here = &rest[at..];
        let before = &text[..from + at];
        // “会谈及”: the cue begins within a word
        let within = before
            .chars()
            .next_back()
            .is_some_and(|c| starting(&text[from + at - c.len_utf8()..], &WORDS.no_cues).is_some());
        if within || starting(here, &WORDS.no_cues).is_some() || ending(before, &WORDS.no_cue_after).is_some()
        {
            continue;
        }
        if let Some(cue) = starting(here, cues) {
            // “提出的倡议”: what somebody else has said is only named.
            if here[cue.len()..].starts_with('的') {
                continue;
            }
            return Some((from + at, from + at + cue.len()));
        }
    }
    None
}
