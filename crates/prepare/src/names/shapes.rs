//! What a personal name in Latin letters looks like.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// Small words inside a name (“Ursula von der Leyen”, “Mohammed bin Salman”).
const PARTICLES: &[&str] = &[
    "al", "an", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
    "el", "ibn", "la", "las", "le", "los", "san", "ten", "ter", "van", "von", "y", "zu", "ben", "af",
];

/// Capitalised words that begin no name and end one.
const NO_NAME: &[&str] = &[
    "Call",
    "Calls",
    "Meeting",
    "Meetings",
    "Emeritus",
    "Magazine",
    "Treasurer",
    "Law",
    "Day",
    "History",
    "Month",
    "Substance",
    "Use",
    "Leadership",
    "Democratic",
    "Republican",
    "Participation",
    "Remarks",
    "Travel",
    "Trip",
    "Visit",
    "Readout",
    "Statement",
    "Roundtable",
    "Event",
    "Gen",
    "County",
    "City",
    "Security",
    "Defense",
    "Defence",
    "Fund",
    "Action",
    "Second",
    "First",
    "Gentleman",
    "Lady",
    "Advisor",
    "Adviser",
    "Affairs",
    "Foreign",
    "External",
    "Relations",
    "Relation",
    "Commerce",
    "Energy",
    "Labor",
    "Education",
    "Health",
    "Human",
    "Services",
    "Homeland",
    "Treasury",
    "Justice",
    "Transportation",
    "Agriculture",
    "Interior",
    "Veterans",
    "Housing",
    "Policy",
    "Public",
    "Federal",
    "Community",
    "Tribal",
    "Chief",
    "Deputy",
    "Assistant",
    "Senior",
    "Principal",
    "United",
    "European",
    "African",
    "Asian",
    "Climate",
    "Special",
    "General",
    "Metro",
    "Transit",
    "School",
    "Board",
    "Bank",
    "Company",
    "Corporation",
    "Coalition",
    "Society",
    "Network",
    "Project",
    "Program",
    "Service",
    "A",
    "An",
    "The",
    "In",
    "On",
    "At",
    "By",
    "For",
    "From",
    "With",
    "To",
    "Of",
    "And",
    "But",
    "Or",
    "As",
    "After",
    "Before",
    "During",
    "While",
    "When",
    "Earlier",
    "Later",
    "Today",
    "Yesterday",
    "Tomorrow",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "He",
    "She",
    "They",
    "It",
    "His",
    "Her",
    "Their",
    "Our",
    "This",
    "That",
    "These",
    "Both",
    "All",
    "Also",
    "Administration",
    "Government",
    "House",
    "Ministry",
    "Department",
    "Office",
    "Council",
    "Committee",
    "Commission",
    "Agency",
    "Association",
    "Institute",
    "University",
    "Center",
    "Centre",
    "Foundation",
    "Union",
    "Party",
    "Congress",
    "Senate",
    "Parliament",
    "Court",
    "State",
    "States",
    "Nation",
    "Nations",
    "World",
    "International",
    "National",
    "American",
    "Summit",
    "Conference",
    "Initiative",
    "Act",
    "Plan",
    "Alliance",
    "Group",
    "Cabinet",
    "Counsel",
    "Reform",
    "Agenda",
    "Now",
    "Club",
    "Manager",
    "Catalyst",
    "Economic",
    "Advisers",
];

/// A word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte, any genitive left out.
    pub(super) end: usize,
}

/// The words of a name that begins at `at`, a capital letter; empty where none does. It goes on over
/// single spaces, takes in small words and initials, and stops before a genitive’s end, a comma, a
/// word that is in no name, and anything in lower case.
pub(super) fn name_at(text: &str, at: usize) -> Vec<Word> {
    const MOST: usize = 6;
    let mut words: Vec<Word> = Vec::new();
    let mut solid = 0;
    let mut next = at;
    while words.len() < MOST {
        let Some((word, after)) = word_at(text, next) else { break };
        let surface = &text[word.start..word.end];
        let capital = surface.chars().next().is_some_and(char::is_uppercase);
        let initial = surface.ends_with('.') && surface.chars().count() <= 3;
        let particle = PARTICLES.contains(&surface) && !words.is_empty();
        let in_name = if capital { !is_no_name(surface) } else { particle || starts_arabic(surface) };
        if !in_name {
            break;
        }
        words.push(word);
        if capital || starts_arabic(surface) {
            solid = words.len();
        }
        // a genitive, or a full stop that is no initial's, ends the name
        if after != word.end && !initial {
            break;
        }
        let Some(rest) = text[after..].strip_prefix(' ') else {
            // “Joseph R. Biden, Jr.”
            break;
        };
        next = text.len() - rest.len();
    }
    words.truncate(solid);
    words
}

/// Whether the word is in no name.
pub(super) fn is_no_name(word: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| NO_NAME.iter().copied().collect());
    WORDS.contains(word)
}

fn starts_arabic(word: &str) -> bool {
    word.strip_prefix("al-")
        .or_else(|| word.strip_prefix("el-"))
        .is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// The word at a byte, and where the text goes on after it and its genitive. An initial keeps its
/// full stop.
fn word_at(text: &str, at: usize) -> Option<(Word, usize)> {
    let rest = text.get(at..)?;
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let after = chars.peek().map(|&(_, next)| next);
        let joins =
            matches!(c, '-' | '’' | '\'' | '‘' | '.') && offset > 0 && after.is_some_and(char::is_alphabetic);
        if genitive(&rest[offset..]).is_some() || !(is_letter(c) || joins) {
            break;
        }
        end = offset + c.len_utf8();
    }
    if end == 0 {
        return None;
    }
    let letters = rest[..end].chars().filter(|c| is_letter(*c)).count();
    let short = letters <= 2 && rest[..end].chars().next().is_some_and(char::is_uppercase);
    if short && rest[end..].starts_with('.') {
        end += 1;
    }
    let after = end + genitive(&rest[end..]).map_or(0, str::len);
    Some((Word { start: at, end: at + end }, at + after))
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !crate::gazetteer::script::is_han(c) && !crate::gazetteer::script::is_hangul(c)
}

fn genitive(text: &str) -> Option<&str> {
    ["’s", "'s"]
        .into_iter()
        .find(|ending| text.strip_prefix(ending).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_runs_over_capitals_initials_and_small_words() {
        let check = |text: &str, expect: &str| {
            let words = name_at(text, 0);
            let found =
                words.first().zip(words.last()).map_or("", |(first, last)| &text[first.start..last.end]);
            assert_eq!(found, expect, "{text}");
        };
        check("Kang Kyung-wha of the ROK", "Kang Kyung-wha");
        check("Ursula von der Leyen said", "Ursula von der Leyen");
        check("Robert C. O’Brien’s visit", "Robert C. O’Brien");
        check("Philip Gordon’s Trip", "Philip Gordon");
        check("Abdel Fattah al-Sisi met", "Abdel Fattah al-Sisi");
        check("Wang Yi Thursday", "Wang Yi");
        check("Mario de, he said", "Mario");
        check("the minister", "");
    }
}
