//! Who the subject of a Korean sentence is: a name, a family name with an office, a group, an
//! institution or somebody without a name, by the particle behind it.
//!
//! What has the topic's particle (은/는) is the subject of the whole sentence, wherever one with the
//! subject's (이/가) may stand, for that can belong to a clause inside.

use core::ops::Range;

use readout_corpus::{Document, MentionKind, Span};

use super::words::WORDS;
use crate::gazetteer::script::is_hangul;
use crate::statements::lists::{ending, starting};
use crate::statements::quotes::Quotations;
use crate::statements::subjects::Who;

/// How far a shared office may stand behind the places that share it, in characters.
const OFFICE_WITHIN: usize = 8;

/// Words of a title that may stand between a name and its particle.
const TITLE_WORDS: usize = 8;

/// How far two names in a row may stand apart, in characters.
const JOINED_WITHIN: usize = 24;

/// What points of a list begin with.
const BULLETS: [char; 10] = ['ㅇ', '□', '○', '◦', '-', '▲', '△', '▷', '·', ' '];

/// Words for those who have no name even where one stands before them.
const OFFICIALS: [&str; 3] = ["당국자", "관계자", "소식통"];

/// Double quotation marks.
const QUOTES: [char; 7] = ['"', '“', '”', '「', '」', '『', '』'];

/// A sentence with the names in it.
pub(super) struct Sentence<'a> {
    document: &'a Document,
    pub(super) text: &'a str,
    offset: usize,
    end: usize,
    /// Where the first quotation begins; subjects stand before it.
    pub(super) quote: usize,
    quotes: Vec<Range<usize>>,
}

/// A subject, where it begins, and whether it has the topic's particle.
struct Candidate {
    at: usize,
    topic: bool,
    who: Who,
}

/// A name in the sentence: where it begins and ends, and what it is called.
type Name<'a> = (usize, usize, &'a str);

impl<'a> Sentence<'a> {
    pub(super) fn of(document: &'a Document, quotations: &Quotations, number: u32) -> Option<Self> {
        let span = document.sentences.get(number as usize)?.span;
        let text = document.sentence_text(number);
        let quote = text.find(['"', '“', '「', '『']).unwrap_or(text.len());
        let (offset, end) = (span.start as usize, span.end as usize);
        let quotes = quotations
            .within(offset..end)
            .map(|range| range.start - offset..range.end - offset)
            .filter(|range| !text[range.clone()].ends_with(['’', '\'']))
            .collect();
        Some(Self { document, text, offset, end, quote, quotes })
    }

    /// The words of each quotation as a sentence of their own.
    pub(super) fn inner(&self) -> impl Iterator<Item = Self> + '_ {
        self.quotes.iter().filter_map(|range| {
            let marked = self.text.get(range.clone())?;
            let text = marked.trim_start_matches(QUOTES).trim_end_matches(QUOTES);
            let offset = self.offset + range.start + (marked.len() - marked.trim_start_matches(QUOTES).len());
            let end = offset + text.len();
            Some(Self { document: self.document, text, offset, end, quote: text.len(), quotes: Vec::new() })
        })
    }

    /// Whether it tells what was done, as far as its last word goes (“…했다”).
    pub(super) fn is_past(&self) -> bool {
        self.text.trim_end_matches('.').strip_suffix('다').is_some_and(is_past)
    }

    /// The words behind “…다고”, “…자고”, whatever verb they are, in the past and active (“…다고 의미를 부여했다”).
    pub(super) fn told_in_the_past(&self) -> Option<(usize, usize)> {
        const WORDS_BEHIND: usize = 4;
        const ENDS: [&str; 7] = ["습니다", "고요", "는데요", "다", "요", "으며", "고"];
        const HEARSAY: [&str; 8] = ["졌", "됐", "렸", "되었", "었었", "있었", "없었", "같았"];
        let (behind, _) = self.behind_words(self.text.len())?;
        let told = self.text[behind..].trim_end_matches(['.', ' ', ',']);
        let stem = ENDS.iter().find_map(|end| told.strip_suffix(end).filter(|stem| is_past(stem)))?;
        let active = !HEARSAY.iter().any(|end| stem.ends_with(end));
        let plain = told.split(' ').count() <= WORDS_BEHIND && !self.quoted(behind);
        (active && plain).then_some((behind, behind + told.len()))
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.offset + from, self.offset + to)
    }

    /// The quotations in double marks.
    pub(super) fn quotes(&self) -> &[Range<usize>] {
        &self.quotes
    }

    /// Whether the byte stands in one.
    pub(super) fn quoted(&self, at: usize) -> bool {
        self.quotes.iter().any(|range| range.contains(&at))
    }

    /// Whether the sentence opens with a word that goes on with the last speaker.
    pub(super) fn goes_on(&self) -> bool {
        starting(self.text.trim_start_matches(BULLETS), &WORDS.goes_on).is_some()
    }

    /// Names of a kind, with where they begin and end in the sentence.
    fn names(&self, kind: MentionKind) -> impl Iterator<Item = Name<'a>> {
        let (offset, end) = (self.offset, self.end);
        let first = self.document.mentions.partition_point(|m| (m.span.start as usize) < offset);
        let inside =
            self.document.mentions[first..].iter().take_while(move |m| (m.span.start as usize) < end);
        inside
            .filter(move |m| m.kind == kind)
            .map(move |m| (m.span.start as usize - offset, m.span.end as usize - offset, m.name.as_str()))
    }

    /// Whether only a clause within the words that are told has the subject (“양국이 노력할 것을 당부했다”).
    pub(super) fn subject_is_told_of(&self, cue: usize) -> bool {
        let told = self.text[..cue].trim_end();
        let mut groups = self.described().into_iter().filter(|candidate| candidate.at < cue).peekable();
        ["것을", "점을", "기를"].iter().any(|end| told.ends_with(end))
            && groups.peek().is_some()
            && groups.all(|candidate| !candidate.topic)
            && self.people().is_empty()
    }

    /// Who speaks: what has the topic's particle first, else the subject's, before any quotation.
    pub(super) fn subject(&self) -> Option<Who> {
        self.subject_before(self.text.len())
    }

    /// The same among those who are named before a byte.
    fn subject_before(&self, end: usize) -> Option<Who> {
        let mut found = self.people();
        found.extend(self.pronoun());
        found.extend(self.office());
        found.extend(self.places());
        found.extend(self.described());
        found.extend(self.institutions());
        found.retain(|candidate| candidate.at < end);
        let first = |topic: bool| {
            found.iter().filter(|candidate| candidate.topic == topic).min_by_key(|candidate| candidate.at)
        };
        let spoken = first(true).map(|topic| self.of_last_clause(topic, &found)).or_else(|| first(false));
        let spoken = spoken.map(|candidate| candidate.who.clone());
        spoken.or_else(|| self.subject_after_quotation())
    }

    /// Whose words are relayed where the relay itself is the topic: “갑이 …고 말했다고 외교부는 전했다”.
    pub(super) fn subject_of_told(&self, cue: usize) -> Option<Who> {
        let (behind, _) = self.behind_words(cue)?;
        self.subject_before(behind)
    }

    /// “갑은 …을 평가했으며, 을은 …라고 밝혔다”: who speaks in the first clause, and the cue there.
    pub(super) fn first_clause(&self) -> Option<(Who, (usize, usize))> {
        const ENDING: usize = 8;
        let people = self.people();
        let first = people.iter().filter(|one| one.topic).min_by_key(|one| one.at)?;
        let last = self.of_last_clause(first, &people);
        let head = self.text[..last.at].trim_end();
        let near = head.char_indices().rev().nth(ENDING).map_or(0, |(at, _)| at).max(first.at);
        let cue = WORDS.content.last(head, near, |at| !self.quoted(at))?;
        (last.at > first.at).then(|| (first.who.clone(), cue))
    }

    /// “…는 …했으며, …는 …라고 밝혔다”: where another topic opens a clause of its own, it speaks.
    fn of_last_clause<'c>(&self, first: &'c Candidate, found: &'c [Candidate]) -> &'c Candidate {
        let opens = |candidate: &&Candidate| {
            candidate.topic && candidate.at > first.at && self.opens_clause(candidate.at)
        };
        found.iter().filter(opens).max_by_key(|candidate| candidate.at).unwrap_or(first)
    }

    /// Whether a clause ends right before a byte, or one word before it.
    fn opens_clause(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end();
        let dated = before.rfind(' ').map_or(before, |at| before[..at].trim_end());
        let ends = |text: &str| ending(text, &WORDS.clause_ends).is_some() || ends_in_the_past(text);
        ends(before) || ends(dated)
    }

    /// Named people, with those named along with them (“A 장관과 B 장관은”).
    fn people(&self) -> Vec<Candidate> {
        // Behind a quotation a clause of its own may begin.
        let usable = |at: usize| at < self.quote || (!self.quoted(at) && self.opens_clause(at));
        let people: Vec<Name<'_>> =
            self.names(MentionKind::Person).filter(|(start, ..)| usable(*start)).collect();
        let mut found = Vec::new();
        for (at, &(start, end, name)) in people.iter().enumerate() {
            let Some(topic) = self.subject_at(end).or_else(|| self.is_quoted_next(end)) else { continue };
            let mut names = vec![name.to_owned()];
            let mut next = start;
            for &(other, other_end, also) in people[..at].iter().rev() {
                if self.subject_at(other_end).is_some() || !self.is_joined(other_end, next) {
                    break;
                }
                next = other;
                names.insert(0, also.to_owned());
            }
            found.push(Candidate { at: next, topic, who: Who::People(names) });
        }
        found
    }

    /// “그는”, “이어 그는”.
    fn pronoun(&self) -> Option<Candidate> {
        ["그는", "그녀는", "그가"].iter().find_map(|word| {
            let at = self.text[..self.quote].match_indices(word).map(|(at, _)| at).find(|at| {
                let alone = self.text[..*at].chars().next_back().is_none_or(|c| c == ' ' || c == ',');
                alone && particle(&self.text[at + word.len() - '는'.len_utf8()..]).is_some()
            })?;
            let who = Who::Single { feminine: word.starts_with("그녀") };
            Some(Candidate { at, topic: !word.ends_with('가'), who })
        })
    }

    /// “대통령께서는” at the head of a sentence: in a government's own text its own president.
    fn office(&self) -> Option<Candidate> {
        self.document.card.side.as_ref()?;
        let head = self.text[..self.quote].trim_start_matches(BULLETS);
        let opener = starting(head, &WORDS.goes_on).map_or(0, str::len);
        let words = head[opener..].trim_start_matches([',', ' ']);
        let (office, called) = WORDS.offices.iter().find(|(office, _)| words.starts_with(*office))?;
        let (_, topic) =
            strip_particle(words.split([' ', ',']).next()?).filter(|(stem, _)| stem == office)?;
        Some(Candidate { at: self.quote - words.len(), topic, who: Who::Office((*called).to_owned(), None) })
    }

    /// Groups, those who have no name, and documents.
    fn described(&self) -> Vec<Candidate> {
        let head = &self.text[..self.quote];
        let candidate = |(at, end, who): (usize, usize, &Who)| {
            let group = matches!(who, Who::Group(_) | Who::Holders { .. } | Who::Everyone);
            let topic = if group { self.subject_at(end) } else { particle(&self.text[end..]) };
            let named = matches!(who, Who::Unnamed(_)) && self.has_name_before(at, &head[at..end]);
            let part = group && head[..at].chars().next_back().is_some_and(|c| c != ' ' && c != ',');
            Some(Candidate { at, topic: topic.filter(|_| !named && !part)?, who: who.clone() })
        };
        WORDS.described.find(head).filter_map(candidate).collect()
    }

    /// Bodies, countries in their government's name, and whatever is called like a body.
    fn institutions(&self) -> Vec<Candidate> {
        let mut found = Vec::new();
        for (start, end, name) in self.names(MentionKind::Organisation) {
            if start < self.quote
                && let Some(topic) = self.body_at(end)
            {
                found.push(Candidate { at: start, topic, who: Who::Institution(name.to_owned()) });
            }
        }
        for (start, end, name) in self.names(MentionKind::Place) {
            // A place is somebody only as the topic of the whole sentence.
            if start < self.quote && particle(&self.text[end..]) == Some(true) {
                found.push(Candidate { at: start, topic: true, who: Who::Sides(vec![name.to_owned()]) });
            }
        }
        let words = self.text[..self.quote].split(' ').scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        });
        for (at, word) in words {
            let Some(stem) = word.strip_suffix(['은', '는']) else { continue };
            let body = WORDS.bodies.iter().any(|body| stem.ends_with(body));
            if body && !found.iter().any(|known| (at..at + word.len()).contains(&known.at)) {
                // “우크라이나 공군”
                let place = self.names(MentionKind::Place).find(|(_, end, _)| end + 1 == at);
                let from = place.map_or(at, |(start, ..)| start);
                let name = self.text[from..at + stem.len()].to_owned();
                found.push(Candidate { at: from, topic: true, who: Who::Institution(name) });
            }
        }
        found
    }

    /// “…”이라고 카니 총리는 다짐했다.
    fn subject_after_quotation(&self) -> Option<Who> {
        let after = self.quotes.last()?.end;
        let mut people = self
            .names(MentionKind::Person)
            .filter(|(start, end, _)| *start >= after && self.subject_at(*end).is_some());
        people.next().map(|(_, _, name)| Who::People(vec![name.to_owned()]))
    }

    /// Who stands between the words and the cue (“…라고 소식통은 전했다”, “…라고 신문은 지적했다”):
    /// somebody without a name, else what is called there.
    pub(super) fn relay(&self, cue: usize) -> Option<Who> {
        let (behind, head) = self.behind_words(cue)?;
        // What a quotation there says is none of it.
        let quoted = self.quotes.iter().map(|quote| quote.end).filter(|end| *end <= cue);
        let behind = quoted.fold(behind, usize::max);
        let nameless = WORDS.nameless.iter().find(|(word, _)| {
            let at = head[behind..].find(word).map(|at| behind + at);
            at.is_some_and(|at| {
                particle(&head[at + word.len()..]).is_some() && !self.has_name_before(at, word)
            })
        });
        if let Some((_, called)) = nameless {
            return Some(Who::Unnamed((*called).to_owned()));
        }
        let between = |name: &Name<'_>| (behind..cue).contains(&name.0);
        let mut people = self.names(MentionKind::Person).filter(between);
        if let Some((_, _, name)) = people.find(|(_, end, _)| self.subject_at(*end).is_some()) {
            return Some(Who::People(vec![name.to_owned()]));
        }
        let mut bodies = self.names(MentionKind::Organisation).filter(between);
        if let Some((_, _, name)) = bodies.find(|(_, end, _)| particle(&self.text[*end..]).is_some()) {
            return Some(Who::Institution(name.to_owned()));
        }
        // “…라고 요미우리는 전했다”
        let last =
            head[behind..].trim_end().rsplit(' ').next().and_then(|word| word.strip_suffix(['은', '는']));
        if let Some(word) = last.filter(|word| word.chars().count() > 1) {
            return Some(Who::Institution(word.to_owned()));
        }
        let mut words = head[behind..].split(' ').filter_map(|word| word.strip_suffix(['은', '는']));
        let body = words.find(|word| WORDS.bodies.iter().any(|body| word.ends_with(body)));
        body.map(|word| Who::Institution(word.to_owned()))
    }

    /// What stands before the cue, and where the words that it tells end in it.
    fn behind_words(&self, cue: usize) -> Option<(usize, &'a str)> {
        let head = self.text.get(..cue)?;
        let ends = ["다고 ", "라고 ", "냐고 ", "자고 ", "다고, ", "라고, "];
        let end = ends.iter().filter_map(|end| head.rfind(end).map(|at| at + end.len())).max()?;
        // “…라고 하고, …”: the same speaker goes on.
        (starting(&head[end..], &WORDS.goes_on_saying).is_none()).then_some((end, head))
    }

    /// Whether what stands before the relay tells speech itself (“…라고 말했다고 신문은 전했다”).
    pub(super) fn tells_speech(&self, cue: usize) -> bool {
        let Some(told) = self.told(cue) else { return false };
        // “…‘평가’했다고”
        let marked = told.strip_suffix('했').filter(|stem| stem.ends_with(['"', '”']));
        let bare = marked.map(|stem| format!("{}했", stem.trim_end_matches(['"', '”'])));
        WORDS.content.end(bare.as_deref().unwrap_or(told))
    }

    /// Whether what is relayed only names a topic (“…의견을 교환했다고 밝혔다”).
    pub(super) fn tells_topic(&self, cue: usize) -> bool {
        let Some(told) = self.told(cue).filter(|told| !self.quoted(told.len())) else { return false };
        let topic = WORDS.topic.last(told, 0, |_| true).filter(|(_, end)| *end == told.len());
        topic.is_some_and(|(at, _)| !gives_content(told, at))
    }

    /// What is relayed, up to the stem of its verb (“…말했” of “…말했다고 전했다”).
    fn told(&self, cue: usize) -> Option<&'a str> {
        let (end, head) = self.behind_words(cue)?;
        Some(head[..end].trim_end_matches([' ', ',', '고']).trim_end_matches('다'))
    }

    /// Whose words an institution relays: those with the subject's particle, where a relaying
    /// cue ends the sentence.
    pub(super) fn inner_speaker(&self, cue: usize) -> Option<Who> {
        // “…고 말했다고 성명을 통해 밝혔다”
        const HOW: usize = 14;
        let near = self.behind_words(cue).is_some_and(|(end, _)| self.text[end..cue].chars().count() <= HOW);
        let relays = WORDS.relays.iter().any(|cue| self.text.contains(cue));
        if !(relays || near && self.tells_speech(cue)) {
            return None;
        }
        let told = ["했다고 ", "혔다고 ", "였다고 "]
            .iter()
            .any(|cue| self.text.rfind(cue).is_some_and(|at| !self.quoted(at)));
        let group = |one: &Candidate| matches!(one.who, Who::Group(_) | Who::Holders { .. });
        let inner = self.people().into_iter().chain(self.described().into_iter().filter(group));
        let inner = inner.filter(|candidate| !candidate.topic).min_by_key(|candidate| candidate.at);
        inner.filter(|_| told).map(|candidate| candidate.who)
    }

    /// “…라고 중국 외교부는 전했다”, “중국 외교부에 따르면”: the institution that relays.
    pub(super) fn relayed_by(&self, cue: usize) -> Vec<Who> {
        self.names(MentionKind::Organisation)
            .filter(|(start, end, _)| {
                let rest = &self.text[*end..];
                let behind = self.behind_words(cue).is_some_and(|(end, _)| *start >= end);
                let source = rest.trim_start_matches([' ', '등']).starts_with("에 따르면");
                source || (particle(rest).is_some() && behind && *end <= cue && !self.quoted(*start))
            })
            .map(|(_, _, name)| Who::Institution(name.to_owned()))
            .collect()
    }

    /// Whether a quotation has nothing before it that could be a subject.
    pub(super) fn drops_subject(&self) -> bool {
        let before = &self.text[..self.quote];
        self.quote < self.text.len() && !before.split(' ').any(|word| strip_particle(word).is_some())
    }

    /// Those who are named together right before a quotation that tells what they did, with the subject's particle.
    pub(super) fn group_before_quotation(&self) -> Option<Who> {
        let did = self.inner().any(|words| words.is_past());
        let before = self.text.get(..self.quote)?.trim_end();
        let stem = before.strip_suffix(['이', '가']).filter(|_| did)?;
        let mut groups = WORDS.described.find(stem).filter(|(_, end, _)| *end == stem.len());
        let group = groups.find(|(_, _, who)| matches!(who, Who::Group(_) | Who::Holders { .. }));
        group.map(|(_, _, who)| who.clone())
    }

    /// Whether its topic is somebody with an office whom nobody knows (“앞서 김 1부상은”).
    pub(super) fn has_unknown_official(&self) -> bool {
        let official = |word: &str| {
            let stem = word.strip_suffix(['은', '는']);
            stem.is_some_and(|stem| WORDS.titles.iter().any(|title| stem.ends_with(title)))
        };
        self.text[..self.quote].split(' ').any(official)
    }

    /// Whether nobody and no word of it could be its subject; what only has 도 may as well be its object.
    pub(super) fn has_no_subject(&self) -> bool {
        let particled = |word: &str| {
            let stem = strip_particle(word.trim_end_matches(',')).filter(|_| !word.ends_with('도'));
            stem.is_some_and(|(stem, _)| stem.chars().count() > 1)
        };
        !self.text.split(' ').any(particled) && self.people().is_empty()
    }

    /// “중국과 태국 외교장관은”, “중국, 태국은”: places that speak together.
    fn places(&self) -> Option<Candidate> {
        let places: Vec<Name<'_>> =
            self.names(MentionKind::Place).filter(|(start, ..)| *start < self.quote).collect();
        for (last, &(_, end, _)) in places.iter().enumerate() {
            let rest = &self.text[end..];
            let office = WORDS.shared.iter().find_map(|office| {
                let at = rest.find(office).filter(|at| rest[..*at].chars().count() < OFFICE_WITHIN)?;
                Some((particle(&rest[at + office.len()..])?, *office))
            });
            let Some(topic) = particle(rest).or(office.map(|(topic, _)| topic)) else { continue };
            let mut first = last;
            while first > 0 && self.is_joined(places[first - 1].1, places[first].0) {
                first -= 1;
            }
            let mut names: Vec<String> =
                places[first..=last].iter().map(|(_, _, name)| (*name).to_owned()).collect();
            names.dedup();
            if names.len() > 1 {
                let office = office.map_or_else(String::new, |(_, office)| office.to_owned());
                let who = Who::Holders { office, places: names };
                return Some(Candidate { at: places[first].0, topic, who });
            }
        }
        None
    }

    /// Whether a subject's particle follows a name, after a title of a few words at most; and
    /// whether it is the topic's.
    fn subject_at(&self, end: usize) -> Option<bool> {
        let rest = &self.text[end.min(self.text.len())..];
        let office = starting(rest, &WORDS.titles).map_or(0, str::len);
        if let Some(topic) = particle(rest).or_else(|| particle(&rest[office..])) {
            return Some(topic);
        }
        if !rest.starts_with([' ', '(']) {
            return None;
        }
        for word in rest.split_whitespace().take(TITLE_WORDS) {
            let word = word.trim_end_matches(',');
            // The name belongs to a phrase of its own (“대통령과”, “대통령의”).
            let title = |stem: &str| WORDS.titles.iter().any(|title| stem.ends_with(title));
            if let Some((stem, topic)) = strip_particle(word)
                && title(stem)
            {
                return Some(topic);
            }
            let other = word.strip_suffix(['과', '와', '의', '에', '을', '를', '로']);
            if other.is_some_and(title) || word.ends_with("에게") || word.ends_with("에서") {
                return None;
            }
        }
        None
    }

    /// “이에 왕이 부장 “…”라고 말했다”: whether only a title stands between a name and a quotation, as if with the
    /// topic's particle.
    fn is_quoted_next(&self, end: usize) -> Option<bool> {
        let quote = self.quotes.iter().map(|quote| quote.start).find(|start| *start > end)?;
        let between = self.text[end..quote].trim();
        WORDS.titles.contains(&between).then_some(true)
    }

    /// Whether a body is the subject: its particle follows at once, or after “등” or “측”.
    fn body_at(&self, end: usize) -> Option<bool> {
        let rest = &self.text[end.min(self.text.len())..];
        let rest = [" 등", " 측", "측"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
        particle(rest)
    }

    /// Whether two names stand in a row: “A 장관과 B”, “중국, 태국”.
    fn is_joined(&self, end: usize, start: usize) -> bool {
        let Some(between) = self.text.get(end..start) else { return false };
        let trimmed = between.trim();
        // “왕 부장을 초청했으며, 왕 부장은”: a clause of its own ends between them.
        let clause = ends_in_the_past(trimmed) || trimmed.split(' ').any(|word| word.ends_with(['을', '를']));
        between.chars().count() < JOINED_WITHIN
            && !clause
            && !between.contains("따르면")
            && (trimmed.ends_with(['과', '와', ',', '·', '-']) || trimmed == "및")
    }

    /// Whether the office that stands there is somebody's who is named before it. Officials are of
    /// somebody's government (“메르켈 정부 당국자”).
    fn has_name_before(&self, at: usize, office: &str) -> bool {
        !OFFICIALS.contains(&office)
            && self
                .names(MentionKind::Person)
                .any(|(_, end, _)| end < at && self.text[end..at].chars().count() < JOINED_WITHIN / 2)
    }
}

/// Whether what only names a topic by itself has the words themselves before it (“…하자는 의견을 교환했다”).
pub(super) fn gives_content(text: &str, topic: usize) -> bool {
    let before = text[..topic].trim_end();
    (before.ends_with("자는") || before.ends_with("다는")) && text[topic..].starts_with("의견")
}

/// Whether a clause ends in the past (“…봤고,”, “…갔으며,”): what follows has a subject of its own.
fn ends_in_the_past(text: &str) -> bool {
    let stem = ["고,", "으며,", "지만,", "으나,", "는데,"].iter().find_map(|end| text.strip_suffix(end));
    stem.is_some_and(is_past)
}

/// Whether a verb's stem is that of the past (“…했”, “…봤”).
fn is_past(stem: &str) -> bool {
    // The final consonant of the past, as Unicode counts them.
    const PAST: u32 = 20;
    const FINALS: u32 = 28;
    let last = stem.chars().next_back().filter(|c| is_hangul(*c));
    last.is_some_and(|last| (u32::from(last) - u32::from('가')) % FINALS == PAST)
}

/// Whether a text begins with a subject's particle and a word's end; and whether it is the topic's.
fn particle(text: &str) -> Option<bool> {
    let mut chars = text.chars();
    let topic = match chars.next()? {
        '은' | '는' | '도' => true,
        '이' | '가' => false,
        _ => return None,
    };
    chars.next().is_none_or(|c| c == ' ' || c == ',').then_some(topic)
}

fn strip_particle(word: &str) -> Option<(&str, bool)> {
    // The honorific one.
    if let Some(stem) = word.strip_suffix("께서는").or_else(|| word.strip_suffix("께서")) {
        return Some((stem, word.ends_with('는')));
    }
    let topic = word.ends_with(['은', '는', '도']);
    word.strip_suffix(['은', '는', '이', '가', '도'])
        .filter(|stem| !stem.is_empty())
        .map(|stem| (stem, topic))
}
