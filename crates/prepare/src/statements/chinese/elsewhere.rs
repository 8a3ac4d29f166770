//! Speakers who do not stand by name at the head of a Chinese sentence: the other side, those without a
//! name, by an office alone, in a later clause, behind their own words.

use readout_corpus::{Mention, MentionKind};

use super::words::WORDS;
use super::{MET, REACH, Sentence, first_break, first_cue, is_title};
use crate::statements::cues::Gives;
use crate::statements::lists::{ending, starting};
use crate::statements::reading::Reading;
use crate::statements::subjects::Who;

/// Who speaks across the table, where only one side has spoken.
const ACROSS: &str = "对方";

/// The longest name in full that a family name can begin, in characters.
const FULL_NAME: usize = 4;

/// What follows whom a stance is on (“对…表示满意”).
const STANCE: &str = "表示";

impl Sentence<'_> {
    /// “对方表示”: whoever sits across from the last one who spoke.
    pub(super) fn across(&self, lead: usize) -> Option<Reading> {
        let after = lead + self.text[lead..].strip_prefix(ACROSS).map(|_| ACROSS.len())?;
        let cue = self.cue_right_after(after)?;
        let reading = self.reading(Who::Office("counterpart".to_owned(), None), lead, cue);
        Some(Reading { confidence: 75, ..reading })
    }

    /// “发言人说，布林肯…”, “一名高级官员向媒体透露”: somebody without a name tells what others said.
    pub(super) fn nameless(&self, lead: usize) -> Option<Reading> {
        const TO_WHOM: usize = 12;
        let end = first_break(&self.text[lead..]).map_or(self.text.len(), |(length, _)| lead + length);
        let clause = &self.text[lead..end];
        let (at, word, called) = WORDS
            .nameless
            .iter()
            .filter_map(|(word, called)| clause.find(word).map(|at| (lead + at, *word, *called)))
            .max_by_key(|(at, word, _)| (at + word.len(), word.len()))?;
        let after = at + word.len();
        let named = self.names(MentionKind::Person).any(|name| (lead..end).contains(&self.place_of(name).0));
        let cue = self.cue_right_after(after).or_else(|| {
            let cue = ending(&self.text[after..end], &WORDS.plain)?;
            let near = self.text[after..end - cue.len()].chars().count() <= TO_WHOM;
            (near && !named).then_some((end - cue.len(), end))
        })?;
        let who = match called.strip_prefix("unnamed ") {
            // One who is named elsewhere may be meant.
            Some(office) if called.ends_with("spokesman") => Who::Office(office.to_owned(), None),
            _ => Who::Unnamed(called.to_owned()),
        };
        let told = self.names(MentionKind::Person).find(|name| self.place_of(name).0 >= cue.1);
        let inner = told.map(Who::person).into_iter().collect();
        Some(Reading { inner, confidence: 70, ..self.reading(who, lead, cue) })
    }

    /// “总统说”, “赖总统表示”: somebody by an office, or by a family name with one, who was named before.
    pub(super) fn officer(&self, lead: usize) -> Option<Reading> {
        let (name, after) = self.officer_at(lead)?;
        let cue = self.cue_right_after(after)?;
        Some(Reading { confidence: 80, ..self.reading(Who::person(name), lead, cue) })
    }

    /// Who is meant by an office there, or by a family name with one, and where it ends.
    fn officer_at(&self, at: usize) -> Option<(&Mention, usize)> {
        let rest = &self.text[at..];
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let (family, title) = match starting(rest, &WORDS.titles) {
            Some(title) => ("", title),
            None => (&rest[..first], starting(&rest[first..], &WORDS.titles)?),
        };
        let text = &self.document.text;
        let meant = |name: &&Mention| {
            let (start, end) = (name.span.start as usize, name.span.end as usize);
            match family {
                "" => text[..start].ends_with(title) || text[end..].starts_with(title),
                family => {
                    text[start..end].starts_with(family) && text[start..end].chars().count() <= FULL_NAME
                }
            }
        };
        let before = |name: &&Mention| (name.span.start as usize) < self.offset;
        let mut people = self.document.mentions.iter().filter(|name| name.kind == MentionKind::Person);
        let name = people.find(|name| before(name) && meant(name))?;
        Some((name, at + family.len() + title.len()))
    }

    /// “发言人甲说，总统要求…”: what a spokesman tells are the words of whom he speaks for.
    pub(super) fn relays(&self, told: &Reading) -> Option<Reading> {
        let Some(Who::People(people)) = &told.who else { return None };
        let [outer] = people.as_slice() else { return None };
        if told.trails || !self.is_spokesman(outer) {
            return None;
        }
        let behind = told.cue.end as usize - self.offset;
        let rest = self.text[behind..].trim_start_matches(['道', '，', ',', '：', ':', '“', '"', ' ']);
        let from = self.text.len() - rest.len();
        let (name, after) = match self.named_at(from) {
            Some(name) if self.is_at(from, name) => (name, self.behind_title(self.place_of(name).1)),
            _ => self.officer_at(from)?,
        };
        let cue = first_cue(self.text, after, REACH, &WORDS.content)?;
        let own = !self.text[after..cue.0].contains(['。', '，', ',', '；']) && name.name != *outer;
        own.then(|| Reading {
            via: vec![Who::People(people.clone())],
            confidence: 80,
            ..self.reading(Who::person(name), from, cue)
        })
    }

    fn opens_paragraph(&self) -> bool {
        let row = |number: u32| self.document.sentences.get(number as usize).map(|row| row.paragraph);
        row(self.number) != self.number.checked_sub(1).and_then(row)
    }

    /// Whether a name stands there, with nothing but its titles before it.
    fn is_at(&self, from: usize, name: &Mention) -> bool {
        let start = self.place_of(name).0;
        start >= from && is_title(&self.without_names(from, start))
    }

    /// Whether a person is called a spokesman where he is named.
    fn is_spokesman(&self, person: &str) -> bool {
        const SPOKESMAN: &str = "发言人";
        let text = &self.document.text;
        self.document.mentions.iter().filter(|name| name.name == person).any(|name| {
            let (before, after) = (&text[..name.span.start as usize], &text[name.span.end as usize..]);
            before.ends_with(SPOKESMAN) || after.starts_with(SPOKESMAN)
        })
    }

    /// “甲表示，…，乙则指出，…”: a clause further down in which another one speaks. In somebody's own
    /// words others may be told of, and only one who is set against him (“则”) speaks.
    pub(super) fn second_clause(&self, first: &Reading) -> Option<Reading> {
        const AGAINST: &str = "则";
        let Some(Who::People(people)) = &first.who else { return None };
        if first.trails || first.gives != Gives::Content {
            return None;
        }
        let behind = first.cue.end as usize - self.offset;
        self.clauses(behind, self.text.len()).find_map(|clause| {
            let name = self.named_at(clause).filter(|name| self.is_at(clause, name))?;
            let after = self.behind_title(self.place_of(name).1);
            let cue = self.cue_right_after(after).filter(|_| !self.quoted(clause))?;
            let plain = self.document.card.side.is_none() && self.place_of(name).1 == after;
            let speaks = plain || self.text[after..cue.0].starts_with(AGAINST);
            (speaks && !people.contains(&name.name)).then(|| {
                let reading = self.reading(Who::person(name), clause, cue);
                Reading { confidence: 80, ..reading }
            })
        })
    }

    /// “外长王毅：‘…’”: the name alone leads to the words.
    pub(super) fn labelled(&self) -> Option<Reading> {
        let (name, behind) = self.head()?;
        let (start, _) = self.place_of(name);
        let rest = &self.text[behind..];
        let words = rest.strip_prefix(['：', ':'])?;
        let cue = (behind, behind + rest.len() - words.len());
        let quoted = words.trim_start().starts_with(['“', '"']);
        quoted.then(|| self.reading(Who::person(name), start, cue))
    }

    /// “…，王毅认为…”: a clause further down has a subject and a cue of its own. “他” there is the
    /// last one who began a clause.
    pub(super) fn in_later_clause(&self) -> Option<Reading> {
        let mut before = self.head().map(|(name, _)| name);
        for clause in self.clauses(0, self.text.len()) {
            // “着眼于…，两国首脑同意…”, “甲…同乙会谈，双方强调…”; else it is somebody's own words
            let told = match before {
                None => self.opens_paragraph(),
                Some(_) => MET.iter().any(|met| self.text[..clause].contains(met)),
            };
            if told
                && !self.quoted(clause)
                && let Some(group) = self.group(clause)
            {
                return Some(group);
            }
            // “面对…，一名官员告诉记者”
            if before.is_none()
                && !self.quoted(clause)
                && let Some(nameless) = self.nameless(clause)
            {
                return Some(nameless);
            }
            let pronoun = self.text[clause..].starts_with(['他', '她']);
            let (name, after) = if pronoun {
                (before?, clause + '他'.len_utf8())
            } else if let Some(name) = self.named_at(clause) {
                (name, self.behind_title(self.place_of(name).1))
            } else if let Some(name) = before {
                // “甲…，又指…”, “甲…，对结果表示满意”
                let about = self.text[clause..].starts_with('对');
                let stance =
                    first_break(&self.text[clause..]).map_or(self.text.len(), |(end, _)| clause + end);
                let cue =
                    self.text[clause..stance].rfind(STANCE).filter(|at| about && !self.quoted(clause + at));
                if let Some(at) = cue {
                    let cue = (clause + at, clause + at + STANCE.len());
                    return Some(self.reading(Who::person(name), clause, cue));
                }
                (name, clause)
            } else {
                continue;
            };
            // “甲…，同乙会面时表示，…”
            let told = self.plain_cue_of_clause(clause).filter(|cue| {
                let words = &self.text[clause..cue.0];
                words.ends_with('时') && MET.iter().any(|met| words.contains(met))
            });
            if let (Some(name), Some(cue)) = (before, told) {
                return Some(self.reading(Who::person(name), clause, cue));
            }
            before = Some(name);
            // “甲表示”, “甲向记者表示”
            let to = self.text[after..].starts_with('向').then(|| self.plain_cue_of_clause(clause)).flatten();
            if let Some(cue) = self.cue_right_after(after).or(to).filter(|cue| !self.quoted(cue.0)) {
                return Some(self.reading(Who::person(name), clause, cue));
            }
        }
        None
    }

    /// “‘…。’王毅说。”
    pub(super) fn behind_quotation(&self) -> Option<Reading> {
        if !self.text.starts_with(['“', '"']) {
            return None;
        }
        let close = self.text.rfind(['”', '"']).filter(|at| *at > 0)?;
        let rest = self.text[close..].trim_start_matches(['”', '"', '，', ',']);
        let from = self.text.len() - rest.len();
        let feminine = rest.starts_with('她');
        let (who, after) = if rest.starts_with(['他', '她']) {
            (Who::Single { feminine }, from + '他'.len_utf8())
        } else {
            let name = self.names(MentionKind::Person).find(|name| {
                let start = self.place_of(name).0;
                start >= from && is_title(&self.without_names(from, start))
            })?;
            (Who::person(name), self.behind_title(self.place_of(name).1))
        };
        let cue = self.cue_right_after(after)?;
        Some(Reading { trails: true, ..self.reading(who, from, cue) })
    }
}
