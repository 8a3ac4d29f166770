//! People found by what stands beside their name: “Foreign Minister …”, “…, special envoy of …”.

use readout_corpus::{MentionKind, Why};

use super::cued::is_thing;
use super::draft::Draft;
use super::shapes::{self, Word};
use crate::gazetteer::{Hit, TitleWord};

/// Words of respect, which are no part of a name (“His Royal Highness, Crown Prince X”).
const ADDRESS: [&str; 5] = ["Highness", "Majesty", "Excellency", "Eminence", "Holiness"];

/// Finds names in Latin letters after a title, and before one.
pub(super) fn find(draft: &mut Draft<'_>, titles: &[Hit<'_, TitleWord>]) {
    for title in titles {
        after(draft, title);
    }
    for title in titles {
        before(draft, title);
    }
    for title in titles {
        behind_comma(draft, title);
    }
}

/// “Foreign Minister X”, “Mr. X”.
fn after(draft: &mut Draft<'_>, title: &Hit<'_, TitleWord>) {
    let text = draft.text();
    let Some(rest) = text[title.end..].strip_prefix(' ') else { return };
    // “Special Envoy for Yemen X”: what the office is for, where it is known, leads to the name.
    let Some(rest) = past_what_it_is_for(draft, rest) else { return };
    let start = text.len() - rest.len();
    if titles_go_on(draft, start) {
        return;
    }
    let words = match rest.starts_with(char::is_uppercase) {
        true => trimmed(draft, shapes::name_at(text, start)),
        false => surname_with_particle(draft, start).into_iter().collect(),
    };
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
    let (start, end) = (first.start, last.end);
    let surface = &text[start..end];
    let evidence = &text[title.start..end];
    if !draft.is_free(start, end) {
        return;
    }
    if let Some(person) = resolve(draft, title, surface, &words) {
        let name = draft.gazetteer.person(person).name.clone();
        draft.add(start, end, MentionKind::Person, name, Why::rule("title-and-surname", evidence, 92));
    } else if words.len() > 1 {
        draft.add(
            start,
            end,
            MentionKind::Person,
            surface.to_owned(),
            Why::rule("title-and-name", evidence, 80),
        );
    }
}

/// “von der Leyen”: a surname that begins with small words, where the gazetteer knows it.
fn surname_with_particle(draft: &Draft<'_>, start: usize) -> Option<Word> {
    const MOST_WORDS: usize = 4;
    let rest = &draft.text()[start..];
    let line = rest.split('\n').next().unwrap_or_default();
    let ends = line.char_indices().filter(|(_, c)| !c.is_alphanumeric() && *c != '-').map(|(at, _)| at);
    let ends = ends.chain([line.len()]).take(MOST_WORDS);
    let known = ends.filter(|&end| !draft.gazetteer.people_alone(&line[..end]).is_empty()).last()?;
    Some(Word { start, end: start + known })
}

/// What follows “for Yemen ” in “for Yemen X”; the text itself where it does not begin so, and `None`
/// where no name can follow.
fn past_what_it_is_for<'t>(draft: &Draft<'t>, rest: &'t str) -> Option<&'t str> {
    let Some(of) = ["of ", "for ", "to "].iter().find_map(|link| rest.strip_prefix(link)) else {
        return Some(rest);
    };
    let of = of.strip_prefix("the ").unwrap_or(of);
    let start = draft.text().len() - of.len();
    if let Some(end) = draft.named_at(start) {
        return draft.text()[end..].strip_prefix(' ');
    }
    // “Ambassador to Korea X Y”: a place that stands before a name in full.
    let words = shapes::name_at(draft.text(), start);
    let name = words.get(1).filter(|_| rest.starts_with("to ") && words.len() > 2)?;
    Some(&draft.text()[name.start..])
}

/// “X, special envoy of Y”, “X, Executive Director”.
fn before(draft: &mut Draft<'_>, title: &Hit<'_, TitleWord>) {
    let text = draft.text();
    // “Mr. X, Mr. Y”: another one follows.
    if is_civil(&text[title.start..title.end]) {
        return;
    }
    let head = text[..title.start].trim_end_matches("the ");
    let Some(head) = head.strip_suffix(", ") else { return };
    // the last words before the comma, as long as they look like a name from their first letter on
    let breaks = |c: char| matches!(c, '\n' | ',' | ';' | ':' | '(' | '“' | '•');
    let line = head.rfind(breaks).map_or(0, |at| at + head[at..].chars().next().map_or(0, char::len_utf8));
    let mut starts: Vec<usize> = head[line..]
        .char_indices()
        .filter(|(at, c)| {
            c.is_uppercase() && head[..line + at].chars().next_back().is_none_or(|b| !b.is_alphanumeric())
        })
        .map(|(at, _)| line + at)
        .collect();
    starts.drain(..starts.len().saturating_sub(6));
    for start in starts {
        let words = shapes::name_at(text, start);
        let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
        if last.end != head.len() || words.len() < 2 || words.len() > 4 {
            continue;
        }
        let (start, end) = (first.start, last.end);
        let surface = &text[start..end];
        let known = words.iter().any(|word| {
            let word = &text[word.start..word.end];
            draft.gazetteer.side_of_word(word).is_some()
                || draft.gazetteer.offices_called(word).next().is_some()
        });
        let addressed = words.iter().any(|word| {
            let word = &text[word.start..word.end];
            is_civil(word) || ADDRESS.contains(&word)
        });
        if draft.is_free(start, end) && !known && !addressed {
            let evidence = &text[start..title.end];
            draft.add(
                start,
                end,
                MentionKind::Person,
                surface.to_owned(),
                Why::rule("name-and-role", evidence, 75),
            );
        }
        return;
    }
}

/// “his Chinese counterpart, X Y, said”, “the envoy to the talks, X Y, left”: a name in full between commas
/// behind an office.
fn behind_comma(draft: &mut Draft<'_>, title: &Hit<'_, TitleWord>) {
    /// The longest that an office is for (bytes).
    const LONGEST: usize = 60;
    let text = draft.text();
    let rest = &text[title.end..];
    let purpose = rest
        .strip_prefix(' ')
        .is_some_and(|rest| ["to ", "for ", "of ", "on "].iter().any(|link| rest.starts_with(link)));
    let limit = if purpose { LONGEST } else { 1 };
    let ends = |byte| matches!(byte, b',' | b'.' | b'\n');
    let Some(comma) = rest.bytes().take(limit).position(ends) else { return };
    let Some(name) = rest[comma..].strip_prefix(", ").filter(|name| name.starts_with(char::is_uppercase))
    else {
        return;
    };
    let start = text.len() - name.len();
    let words = shapes::name_at(text, start);
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
    let (start, end) = (first.start, last.end);
    let in_full = (2..=4).contains(&words.len()) && text[end..].starts_with(", ");
    if !in_full || is_civil(&text[title.start..title.end]) || titles_go_on(draft, start) {
        return;
    }
    if draft.is_free(start, end) && !words.iter().any(|word| is_thing(draft, &text[word.start..word.end])) {
        let why = Why::rule("name-and-role", &text[title.start..end], 70);
        draft.add(start, end, MentionKind::Person, text[start..end].to_owned(), why);
    }
}

/// Whether it is a form of address that anybody has.
pub(super) fn is_civil(title: &str) -> bool {
    matches!(title, "Mr." | "Ms." | "Mrs." | "Dr." | "Mr" | "Ms" | "Mrs" | "Dr" | "Miss")
}

/// Whether another title begins here (“Prime Minister Sir X”): the last one counts.
fn titles_go_on(draft: &Draft<'_>, at: usize) -> bool {
    let text = draft.text();
    draft.gazetteer.title_starts(&text[at..])
}

/// The words up to the first that is itself a place, an organisation or an office.
fn trimmed(draft: &Draft<'_>, mut words: Vec<Word>) -> Vec<Word> {
    let text = draft.text();
    let stop = words.iter().position(|word| {
        draft.gazetteer.offices_called(&text[word.start..word.end]).next().is_some()
            || !draft.is_free(word.start, word.end)
    });
    words.truncate(stop.unwrap_or(words.len()));
    words
}

/// The person of the gazetteer who is meant by a title and a name that is not theirs in full: by
/// surname, with the office of the title or with the same first name.
fn resolve(draft: &Draft<'_>, title: &Hit<'_, TitleWord>, surface: &str, words: &[Word]) -> Option<u32> {
    let text = draft.text();
    let gazetteer = draft.gazetteer;
    if let Some(person) = draft.best(gazetteer.people_named(surface)) {
        return Some(person);
    }
    let first = words.first().map(|word| &text[word.start..word.end])?;
    // the surname is the name's end, or, where the family comes first, all of a short form
    let mut people: Vec<u32> = Vec::new();
    for word in words {
        let tail = &text[word.start..words.last()?.end];
        people.extend(gazetteer.people_alone(tail));
    }
    let offices: Vec<&str> = title
        .meanings
        .iter()
        .filter_map(|word| {
            if let TitleWord::Office(index) = word {
                Some(gazetteer.offices[*index as usize].as_str())
            } else {
                None
            }
        })
        .collect();
    let whole = !gazetteer.people_alone(surface).is_empty();
    if words.len() > 1 && !whole {
        // The same first name; or another spelling of it, where the office is theirs on the day.
        people.retain(|index| {
            let person = gazetteer.person(*index);
            let begins = person.name.split(' ').next().unwrap_or_default();
            let in_office = draft.day.is_some_and(|day| {
                person.terms.iter().any(|term| offices.contains(&term.office.as_str()) && term.covers(day))
            });
            begins == first || (in_office && begins.chars().next() == first.chars().next())
        });
        return draft.best(&people);
    }
    let introduced = draft.people().any(|mention| mention.name.split(' ').any(|part| part == surface));
    if introduced {
        return None;
    }
    // near the day, for an office that is still or not yet held
    const NEAR: u32 = 400;
    let called = &text[title.start..title.end];
    let former = called.starts_with("former") || called.starts_with("Former");
    people.retain(|index| {
        let person = gazetteer.person(*index);
        let holds = person.terms.iter().any(|term| {
            offices.contains(&term.office.as_str())
                && draft.day.is_none_or(|day| former || term.distance(day) <= NEAR)
        });
        // “Majority Leader X”: somebody to whom the gazetteer gives no office
        holds || (offices.is_empty() && !is_civil(called) && person.terms.is_empty())
    });
    draft.best(&people)
}
