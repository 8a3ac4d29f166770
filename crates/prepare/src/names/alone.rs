//! People by surname alone (“Wang”, “Kang”), once the text names them in full or by title.

use std::collections::BTreeMap;

use memchr::memmem;
use readout_corpus::{MentionKind, Why};

use super::draft::Draft;
use super::{shapes, titled};
use crate::gazetteer::script::{self, Script};
use crate::gazetteer::{Hit, TitleWord, plain_forms};

/// Words after a surname that make it part of something else (“the Biden Administration”).
const PART_OF: [&str; 10] = [
    " County",
    " City",
    " Administration",
    " administration",
    " Foundation",
    " Institute",
    " Center",
    " Library",
    " Park",
    " Doctrine",
];

/// Surnames that are words of their own: they name nobody without a title (“Vice Premier He”).
const WORDS: [&str; 7] = ["He", "She", "You", "So", "An", "Do", "No"];

/// Korean surnames as they are written in Latin letters.
const KOREAN_SURNAMES: &[&str] = &[
    "Kim", "Lee", "Park", "Choi", "Choe", "Cho", "Jo", "Chung", "Jung", "Jeong", "Kang", "Yoon", "Yun",
    "Lim", "Im", "Han", "Oh", "Seo", "Suh", "Shin", "Kwon", "Hwang", "Ahn", "An", "Song", "Yoo", "Yu",
    "Hong", "Moon", "Son", "Yang", "Bae", "Baek", "Nam", "Ri", "Pak", "Ko", "Koh", "Noh", "Roh", "Wi", "Woo",
    "Yeo", "Chang", "Jang",
];

/// Keys of the offices whose holders headlines and reports name by surname alone.
const KNOWN_BY_SURNAME: [&str; 9] = [
    "president",
    "head-of-government",
    "party-leader",
    "supreme-leader",
    "foreign-minister",
    "secretary-of-state",
    "high-representative",
    "commission-president",
    "secretary-general",
];

/// Finds the surnames of people who are named in full.
pub(super) fn find(draft: &mut Draft<'_>, titles: &[Hit<'_, TitleWord>]) {
    let mut bearers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for mention in draft.people() {
        for alone in names_alone(draft, &mention.name) {
            let same = bearers.entry(alone).or_default();
            if !same.contains(&mention.name) {
                same.push(mention.name.clone());
            }
        }
    }
    let text = draft.text();
    let mut known = in_title(draft, &bearers);
    known.extend(saying(draft, &bearers));
    bearers.extend(known.iter().map(|(alone, name)| (alone.clone(), vec![name.clone()])));
    let mut longest_first: Vec<&String> = bearers.keys().collect();
    longest_first.sort_by_key(|alone| std::cmp::Reverse(alone.len()));
    for alone in longest_first {
        for start in memmem::find_iter(text.as_bytes(), alone) {
            let end = start + alone.len();
            if !script::stands_alone(text, start, end, script::of(alone)) || joined(text, start, end) {
                continue;
            }
            if PART_OF.iter().any(|rest| text[end..].starts_with(rest)) {
                continue;
            }
            let titled = || draft.gazetteer.title_ends(text[..start].trim_end());
            if WORDS.contains(&alone.as_str()) && !titled() {
                continue;
            }
            if let Some((name, confidence)) = who(draft, &bearers[alone], start) {
                let evidence = format!("{alone}: {name}");
                let why = match known.contains_key(alone) {
                    true => Why::rule("surname-of-office-holder", evidence, 78),
                    false => Why::rule("surname", evidence, confidence),
                };
                draft.add(start, end, MentionKind::Person, name, why);
            }
        }
    }
    unknown(draft, titles);
}

/// The surnames in the title, and again in the text, of people whom the text names in full nowhere,
/// where one alone of that name holds an office on the day.
fn in_title(draft: &Draft<'_>, bearers: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, String> {
    let title = draft.document.sentence_text(0);
    let body = draft.text().get(title.len()..).unwrap_or_default();
    let lower = |word: &str| {
        let word = word.to_lowercase();
        body.match_indices(&word)
            .any(|(at, _)| script::stands_alone(body, at, at + word.len(), Script::Spaced))
    };
    let mut found = BTreeMap::new();
    for (start, _) in title.match_indices(char::is_uppercase) {
        let word = title[start..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if title[..start].ends_with(char::is_alphanumeric)
            || !draft.is_free(start, start + word.len())
            || PART_OF.iter().any(|rest| title[start + word.len()..].starts_with(rest))
        {
            continue;
        }
        let Some(name) = office_holder(draft, word) else { continue };
        let stands = |(at, _): (usize, &str)| {
            let end = at + word.len();
            script::stands_alone(body, at, end, script::of(word)) && !joined(body, at, end)
        };
        if !bearers.contains_key(word)
            && !shapes::is_no_name(word)
            && !lower(word)
            && body.match_indices(word).any(stands)
        {
            found.insert(word.to_owned(), name);
        }
    }
    found
}

/// The same for the surnames of those who “said” or were “told” something.
fn saying(draft: &Draft<'_>, bearers: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, String> {
    let text = draft.text();
    let mut found = BTreeMap::new();
    let before = [" said", " told"].into_iter().flat_map(|word| memmem::find_iter(text.as_bytes(), word));
    let after = ["said ", "told "].into_iter().flat_map(|word| {
        memmem::find_iter(text.as_bytes(), word).map(|at| {
            let start = at + word.len();
            let rest = &text[start..];
            start + rest.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(rest.len())
        })
    });
    for end in before.chain(after) {
        let start = text[..end]
            .rfind(|c: char| !(c.is_alphanumeric() || c == '-'))
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let word = &text[start..end];
        // “Robert Putin said” is another.
        let before = text[..start].strip_suffix(' ').and_then(|before| before.rsplit([' ', '\n']).next());
        let alone = !before.is_some_and(|word| word.starts_with(char::is_uppercase) && !word.ends_with(','));
        if alone
            && word.starts_with(char::is_uppercase)
            && draft.is_free(start, end)
            && !bearers.contains_key(word)
            && let Some(name) = office_holder(draft, word)
        {
            found.insert(word.to_owned(), name);
        }
    }
    found
}

/// The one person known by a surname who holds an office on the document's day.
fn office_holder(draft: &Draft<'_>, surname: &str) -> Option<String> {
    let in_office = |index: &&u32| {
        let person = draft.gazetteer.person(**index);
        let held = draft.day.and_then(|day| person.office_on(day));
        held.is_some_and(|office| KNOWN_BY_SURNAME.contains(&office))
    };
    let mut people = draft.gazetteer.people_alone(surname).iter().filter(in_office);
    let (Some(one), None) = (people.next(), people.next()) else { return None };
    (!shapes::is_no_name(surname)).then(|| draft.gazetteer.person(*one).name.clone())
}

/// Which bearer of the surname is meant: the only one, else the one named last before.
fn who(draft: &Draft<'_>, bearers: &[String], start: usize) -> Option<(String, u8)> {
    if let [only] = bearers {
        return Some((only.clone(), 93));
    }
    let before = draft
        .people()
        .filter(|mention| (mention.span.start as usize) < start && bearers.contains(&mention.name));
    before.last().map(|mention| (mention.name.clone(), 65))
}

/// The names that can stand alone for a person.
fn names_alone(draft: &Draft<'_>, name: &str) -> Vec<String> {
    let known = draft.gazetteer.people_named(name).iter().map(|index| draft.gazetteer.person(*index));
    if let Some(person) = known.into_iter().find(|person| person.name == name) {
        let mut alone = plain_forms(&person.alone);
        // “Leyen” for “von der Leyen”
        let ends: Vec<String> = alone.iter().filter_map(|name| last_part(name)).collect();
        alone.extend(ends);
        return alone;
    }
    let words: Vec<&str> =
        name.split(' ').filter(|word| !matches!(*word, "Jr." | "Sr." | "II" | "III")).collect();
    match (words.first(), words.last()) {
        // a Korean or Chinese name has its hyphen in the given name, which comes last
        (Some(first), Some(last))
            if words.len() == 2 && last.contains('-') && KOREAN_SURNAMES.contains(first) =>
        {
            vec![(*first).to_owned()]
        }
        (Some(first), Some(last))
            if words.len() == 2
                && last.contains('-')
                && last.chars().filter(|c| c.is_uppercase()).count() == 1 =>
        {
            vec![(*first).to_owned()]
        }
        // “Luo Zhaohui”, and then “Luo”
        (Some(first), Some(last))
            if words.len() == 2 && goes_by(draft.text(), first) && !goes_by(draft.text(), last) =>
        {
            vec![(*first).to_owned()]
        }
        (Some(_), Some(last))
            if words.len() > 1 && script::of(last) == Script::Spaced && last.chars().count() > 1 =>
        {
            vec![(*last).trim_end_matches(',').to_owned()]
        }
        _ => Vec::new(),
    }
}

/// Whether somebody is called by this word alone: no other capital stands beside it, and a verb or a genitive
/// behind it.
fn goes_by(text: &str, word: &str) -> bool {
    let goes = |start: usize| {
        let (before, after) = (&text[..start], &text[start + word.len()..]);
        let named_before = before.strip_suffix(' ').and_then(|before| before.rsplit([' ', '\n']).next());
        let rest = after.strip_prefix(' ').filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()));
        !before.ends_with(|c: char| c.is_alphanumeric() || c == '-')
            && !named_before.is_some_and(|word| word.starts_with(char::is_uppercase))
            && (rest.is_some() || ["'s ", "’s "].iter().any(|owns| after.starts_with(owns)))
    };
    !shapes::is_no_name(word) && memmem::find_iter(text.as_bytes(), word).any(goes)
}

/// The last part of a surname of several parts, where it is long enough to stand alone.
fn last_part(surname: &str) -> Option<String> {
    const SHORTEST: usize = 4;
    let (_, part) = surname.rsplit_once([' ', '-'])?;
    let stands = part.starts_with(char::is_uppercase) && part.chars().count() >= SHORTEST;
    (stands && script::of(part) == Script::Spaced).then(|| part.to_owned())
}

/// Whether a hyphen joins the word to another (“Biden-Harris”), or it is inside a longer name.
fn joined(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = &text[end..];
    before == Some('-')
        || after.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_uppercase))
        || more_of_a_name(text, start, end)
}

/// Whether a capitalised word before or after makes it another person's name (“Robert Kang”).
fn more_of_a_name(text: &str, start: usize, end: usize) -> bool {
    let words = shapes::name_at(text, start);
    let longer = words.last().is_some_and(|last| last.end > end && !text[end..last.end].trim().is_empty());
    longer && text[end..].starts_with(' ') && words.len() == 2 && {
        // “Wang Thursday” and “Xi Jinping” are no two people; a plain second name is
        let second = words[1];
        !shapes::is_no_name(&text[second.start..second.end]) && text[second.start..second.end].contains('-')
    }
}

/// “Mr. X” and “President X” for somebody whom neither the text nor the gazetteer names in full.
fn unknown(draft: &mut Draft<'_>, titles: &[Hit<'_, TitleWord>]) {
    let text = draft.text();
    for title in titles {
        let Some(rest) = text[title.end..].strip_prefix(' ') else { continue };
        let start = text.len() - rest.len();
        if !rest.starts_with(char::is_uppercase) {
            continue;
        }
        let words = shapes::name_at(text, start);
        let [word] = words.as_slice() else { continue };
        let surface = &text[word.start..word.end];
        let gazetteer = draft.gazetteer;
        let civil = titled::is_civil(&text[title.start..title.end]);
        let held = !title.meanings.is_empty();
        let plain = surface.chars().count() > 2
            && !surface.ends_with('.')
            && surface.chars().skip(1).all(|c| !c.is_uppercase() || surface.contains(['-', '\'', '’']))
            && gazetteer.offices_called(surface).next().is_none()
            && gazetteer.side_of_word(surface).is_none();
        let at_end = !text[word.end..].starts_with([' ', '-'])
            || text[word.end..].trim_start().starts_with(char::is_lowercase);
        if plain && at_end && (civil || held) && draft.is_free(word.start, word.end) {
            let evidence = &text[title.start..word.end];
            // “President Samia”, of somebody who is named in full
            let part = draft.people().find(|mention| mention.name.split(' ').any(|part| part == surface));
            if let Some(name) = part.map(|mention| mention.name.clone()) {
                let why = Why::rule("title-and-part-of-name", evidence, 75);
                draft.add(word.start, word.end, MentionKind::Person, name, why);
                continue;
            }
            draft.add(
                word.start,
                word.end,
                MentionKind::Person,
                surface.to_owned(),
                Why::rule("title-and-one-name", evidence, 55),
            );
        }
    }
}
