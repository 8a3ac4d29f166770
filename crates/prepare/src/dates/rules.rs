//! The table of rules of one language, and how it is run over a sentence.

use std::ops::Range;

use regex::{Captures, Regex, RegexSet};

use super::when::{Part, When};
use crate::sentences::ascii_pattern;

/// What a match says; `None` where it is no date after all.
pub(super) type Read = fn(&Captures) -> Option<When>;

/// One kind of wording.
pub(super) struct Rule {
    /// Name, as marks give it.
    pub(super) name: &'static str,
    pub(super) pattern: String,
    pub(super) read: Read,
}

/// The rules of a language, compiled: those that stand first win where two begin at one place and
/// are equally long.
pub(super) struct Rules {
    set: RegexSet,
    rules: Vec<(Regex, &'static str, Read)>,
}

/// A date's wording, where it stands (bytes of the sentence), and the rule that read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) range: Range<usize>,
    pub(super) rule: &'static str,
    pub(super) when: When,
}

impl Rules {
    pub(super) fn new(mut rules: Vec<Rule>) -> Self {
        for rule in &mut rules {
            rule.pattern = ascii_pattern(&rule.pattern);
        }
        let set = RegexSet::new(rules.iter().map(|rule| &rule.pattern));
        let compile = |rule: &Rule| Regex::new(&rule.pattern).map(|regex| (regex, rule.name, rule.read));
        let rules = rules.iter().map(compile).collect::<Result<_, _>>();
        Self {
            set: set.expect("the patterns are constant, and a test compiles them"),
            rules: rules.expect("the patterns are constant, and a test compiles them"),
        }
    }

    /// The dates named in a sentence, in order, none inside another. A group `date` in a pattern is
    /// the date's own words, where more than they must match.
    pub(super) fn find(&self, sentence: &str) -> Vec<Found> {
        let mut found: Vec<(usize, Found)> = Vec::new();
        for index in self.set.matches(sentence) {
            let (regex, name, read) = &self.rules[index];
            for captures in regex.captures_iter(sentence) {
                let (Some(range), Some(when)) =
                    (captures.name("date").or(captures.get(0)).map(|m| m.range()), read(&captures))
                else {
                    continue;
                };
                found.push((index, Found { range, rule: name, when }));
            }
        }
        found.sort_by_key(|(index, found)| (found.range.start, std::cmp::Reverse(found.range.end), *index));
        let mut kept: Vec<Found> = Vec::new();
        for (_, next) in found {
            if kept.last().is_none_or(|last| last.range.end <= next.range.start) {
                kept.push(next);
            }
        }
        kept
    }
}

/// A number in a group.
pub(super) fn number<T: std::str::FromStr>(captures: &Captures, name: &str) -> Option<T> {
    captures.name(name)?.as_str().parse().ok()
}

/// Whether a group took part in the match.
pub(super) fn has(captures: &Captures, name: &str) -> bool {
    captures.name(name).is_some()
}

/// A season of the year that the match names, or of the one that lies `by` years from the report's. `names` are what
/// the seasons are called, in small letters, from spring to winter.
pub(super) fn season(captures: &Captures, names: [&[&str]; 4], by: Option<i32>) -> Option<When> {
    let printed = captures["season"].to_lowercase();
    let called = |names: &&[&str]| names.iter().any(|name| printed.starts_with(name));
    let first = 3 * (u8::try_from(names.iter().position(called)?).ok()? + 1);
    match number(captures, "y") {
        Some(year) => Some(When::Days(super::resolve::season(year, first)?)),
        None => Some(When::Season { first, by: by? }),
    }
}

/// The part of a month or year that a rule's groups name, in every language by the same group names.
pub(super) fn part(c: &Captures) -> Part {
    match () {
        () if has(c, "early") => Part::Early,
        () if has(c, "late") => Part::Late,
        () if has(c, "first") => Part::FirstHalf,
        () if has(c, "second") => Part::SecondHalf,
        () => Part::Whole,
    }
}
