//! From an expression to a plan: its words looked up in the dictionary, its fields in the facets.

use std::collections::BTreeMap;

use readout_corpus::BundleError;

use super::Words;
use super::evaluate::column;
use super::leaf::{Leaf, Sequence};
use crate::grammar::{Expr, parse};
use crate::index::{Column, Dictionary};
use crate::labels::Labels;
use crate::words::{JOINED, Token, is_hangul, is_unspaced, tokens};
use crate::{Facet, Note};

/// Shortest word that is searched for by an edit (characters).
const SHORTEST_FUZZY: usize = 4;
/// Most words named in a note.
const MOST_NAMED: usize = 5;

/// Which documents are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Plan {
    /// All of them.
    Everything,
    /// Those where the leaf stands.
    Leaf(usize),
    /// Those that have one of these values (numbers, rising).
    Values(Facet, Vec<u32>),
    /// Those of all parts.
    And(Vec<Plan>),
    /// Those of any part.
    Or(Vec<Plan>),
    /// All others.
    Not(Box<Plan>),
}

/// A query, looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Resolved {
    pub(crate) plan: Plan,
    pub(crate) leaves: Vec<Leaf>,
    /// Phrases that are asked for: the leaf and the words as typed.
    pub(crate) phrases: Vec<(usize, String)>,
    pub(crate) notes: Vec<Note>,
}

impl Resolved {
    /// Whether it asks for any words.
    pub(crate) fn has_words(&self) -> bool {
        self.leaves.iter().any(|leaf| leaf.positive)
    }
}

/// Looks words and values up.
pub(crate) struct Resolver<'a> {
    pub(crate) dictionary: Dictionary<'a>,
    pub(crate) words: Words<'a>,
    pub(crate) columns: &'a [Column],
    pub(crate) labels: &'a Labels,
}

/// The words of a phrase (or of one word of many parts) at their distances.
struct Spelling {
    /// Distance and term; pairs stand for characters of unspaced scripts.
    slots: Vec<(u32, String)>,
    width: u32,
    /// The one word that the parts make, where they do, and where it may be written as one.
    joined: Option<String>,
    /// Ends (bytes) of the words that the slots end on.
    ends: Vec<u32>,
}

impl Resolver<'_> {
    /// Looks a query up. Fails only on broken sections.
    pub(crate) fn resolve(&self, text: &str) -> Result<Resolved, BundleError> {
        let parsed = parse(text);
        let mut resolved =
            Resolved { plan: Plan::Everything, leaves: Vec::new(), phrases: Vec::new(), notes: parsed.notes };
        let plan = self.plan(&parsed.expr, true, &mut resolved)?;
        resolved.plan = plan.unwrap_or(Plan::Everything);
        Ok(resolved)
    }

    /// The plan of an expression; `None` where there is nothing in it to look up.
    fn plan(&self, expr: &Expr, positive: bool, to: &mut Resolved) -> Result<Option<Plan>, BundleError> {
        let mut list = |parts: &[Expr]| -> Result<Vec<Plan>, BundleError> {
            let mut plans = Vec::new();
            for part in parts {
                plans.extend(self.plan(part, positive, to)?);
            }
            Ok(plans)
        };
        Ok(match expr {
            Expr::And(parts) => Some(list(parts)?).filter(|parts| !parts.is_empty()).map(Plan::And),
            Expr::Or(parts) => Some(list(parts)?).filter(|parts| !parts.is_empty()).map(Plan::Or),
            Expr::Not(part) => self.plan(part, !positive, to)?.map(|plan| Plan::Not(Box::new(plan))),
            Expr::Field(facet, value) => Some(self.values(*facet, value, to)),
            Expr::Word(text) => self.text(text, false, positive, to)?,
            Expr::Phrase(text) => self.text(text, true, positive, to)?,
        })
    }

    fn values(&self, facet: Facet, value: &str, to: &mut Resolved) -> Plan {
        let values = self.labels.matching(facet, &column(self.columns, facet).values, value);
        if values.is_empty() {
            to.notes.push(Note::NoSuchValue { facet, value: value.to_owned() });
        }
        Plan::Values(facet, values)
    }

    fn text(
        &self,
        text: &str,
        quoted: bool,
        positive: bool,
        to: &mut Resolved,
    ) -> Result<Option<Plan>, BundleError> {
        let spelling = spell(text);
        let mut leaf = match spelling.slots.as_slice() {
            [] => {
                to.notes.push(Note::Ignored { part: text.to_owned() });
                return Ok(None);
            }
            [(_, word)] if spelling.width == 1 && !word.starts_with(is_unspaced) => {
                if text.ends_with('*') {
                    self.prefix(word)
                } else if quoted || !positive {
                    self.exact(word)
                } else {
                    self.word(word, text, &mut to.notes)?
                }
            }
            _ => {
                if quoted && positive && !text.contains('*') {
                    to.phrases.push((to.leaves.len(), text.to_owned()));
                }
                self.sequence(&spelling, text, quoted)
            }
        };
        leaf.positive = positive;
        // Of scripts without spaces only names, topics and short words are counted where they are not shown.
        leaf.only_shown = (quoted || spelling.joined.is_none())
            && leaf.sequences.iter().any(|sequence| !sequence.word)
            || text.chars().any(|c| is_unspaced(c) && !is_hangul(c));
        to.leaves.push(leaf);
        Ok(Some(Plan::Leaf(to.leaves.len() - 1)))
    }

    /// A word as it is; else what begins so; else what is one edit away.
    fn word(&self, word: &str, typed: &str, notes: &mut Vec<Note>) -> Result<Leaf, BundleError> {
        let exact = self.exact(word);
        if !exact.is_empty() {
            return Ok(exact);
        }
        let began = self.dictionary.beginning(word);
        if !began.is_empty() {
            let instead = self.commonest(&began)?;
            notes.push(Note::Began { word: typed.to_owned(), instead });
            return Ok(leaf_of(began));
        }
        if word.chars().count() < SHORTEST_FUZZY {
            return Ok(exact);
        }
        let near = self.dictionary.near(word);
        if !near.is_empty() {
            let instead = self.commonest(&near)?;
            notes.push(Note::Fuzzy { word: typed.to_owned(), instead });
        }
        Ok(leaf_of(near))
    }

    fn exact(&self, word: &str) -> Leaf {
        let joined = self.dictionary.beginning(&format!("{word}{JOINED}"));
        let mut found: Vec<(String, u32)> =
            self.dictionary.term(word).map(|term| (word.to_owned(), term)).into_iter().collect();
        found.extend(joined);
        leaf_of(found)
    }

    fn prefix(&self, word: &str) -> Leaf {
        leaf_of(self.dictionary.beginning(word))
    }

    /// Words in a row; also written as one word where they are parts of one.
    fn sequence(&self, spelling: &Spelling, text: &str, quoted: bool) -> Leaf {
        let mut leaf = Leaf::default();
        let mut slots = Vec::new();
        for ((offset, term), &end) in spelling.slots.iter().zip(&spelling.ends) {
            let begins = text[end as usize..].starts_with('*') && !term.starts_with(is_unspaced);
            let found: Vec<(String, u32)> = if begins {
                let words = self.dictionary.beginning(term);
                words.into_iter().filter(|(term, _)| !term.contains(JOINED)).collect()
            } else {
                self.dictionary.term(term).map(|number| (term.clone(), number)).into_iter().collect()
            };
            for (term, _) in &found {
                add_atoms(&mut leaf, term);
            }
            slots.push((*offset, found.into_iter().map(|(_, number)| number).collect::<Vec<_>>()));
        }
        if slots.iter().all(|(_, terms)| !terms.is_empty()) {
            let word = slots.len() == 1 || !quoted && text.chars().all(is_unspaced);
            leaf.sequences.push(Sequence { slots, width: spelling.width, word });
        }
        if let Some(joined) = &spelling.joined {
            // Where it is not shown, only the joined form tells that the parts stood together.
            let with_signs = format!("{joined}{JOINED}{}", spelling.width);
            if let Some(term) = self.dictionary.term(&with_signs).filter(|_| !quoted) {
                let slots = vec![(0, vec![term])];
                leaf.joined = true;
                leaf.sequences.push(Sequence { slots, width: spelling.width, word: true });
            }
            if let Some(term) = self.dictionary.term(joined) {
                add_atoms(&mut leaf, joined);
                leaf.words.push(term);
            }
        }
        leaf
    }

    /// The commonest of some terms, as words.
    fn commonest(&self, terms: &[(String, u32)]) -> Result<Vec<String>, BundleError> {
        let mut words: BTreeMap<&str, u32> = BTreeMap::new();
        for (term, number) in terms {
            let word = term.split(JOINED).next().unwrap_or_default();
            *words.entry(word).or_default() += self.words.frequency(*number)?;
        }
        let mut words: Vec<(&str, u32)> = words.into_iter().collect();
        readout_corpus::order::sort_by_key(&mut words, |(_, frequency)| core::cmp::Reverse(*frequency));
        Ok(words.into_iter().take(MOST_NAMED).map(|(word, _)| word.to_owned()).collect())
    }
}

/// A leaf that stands wherever one of these terms does.
fn leaf_of(terms: Vec<(String, u32)>) -> Leaf {
    let mut leaf = Leaf::default();
    for (term, number) in terms {
        add_atoms(&mut leaf, &term);
        match width(&term) {
            1 => leaf.words.push(number),
            width => leaf.sequences.push(Sequence { slots: vec![(0, vec![number])], width, word: true }),
        }
    }
    leaf
}

/// Number of positions that a term takes.
fn width(term: &str) -> u32 {
    match term.split_once(JOINED) {
        Some((_, digit)) => digit.parse().unwrap_or(1),
        None if term.starts_with(is_unspaced) => term.chars().count() as u32,
        None => 1,
    }
}

fn add_atoms(leaf: &mut Leaf, term: &str) {
    if term.contains(JOINED) {
        leaf.joined = true;
    } else if term.starts_with(is_unspaced) {
        leaf.atoms.extend(term.chars().map(String::from));
    } else {
        leaf.atoms.insert(term.to_owned());
    }
}

/// Cuts a query's text as documents are cut, and covers it with terms: words, pairs of characters
/// where they stand together, and single characters where they stand alone.
fn spell(text: &str) -> Spelling {
    let mut singles: Vec<(String, u32)> = Vec::new();
    let mut pairs: BTreeMap<u32, String> = BTreeMap::new();
    let mut joined = None;
    // A query has no paragraphs.
    let text = text.replace(['\n', '\r'], " ");
    tokens(&text, |token: Token<'_>| {
        if token.is_pair() {
            pairs.insert(token.position, token.term.to_owned());
        } else if token.width == 1 {
            singles.push((token.term.to_owned(), token.span.end));
        } else {
            joined = Some((token.term.to_owned(), token.width));
        }
    });
    let (mut slots, mut ends) = (Vec::new(), Vec::new());
    let mut covered = 0;
    for (n, (single, end)) in (0u32..).zip(&singles) {
        if n < covered {
            continue;
        }
        let before = n.checked_sub(1);
        let (at, term) = match (pairs.get(&n), before.and_then(|before| pairs.get(&before))) {
            (Some(pair), _) => (n, pair),
            (None, Some(pair)) => (n - 1, pair),
            (None, None) => (n, single),
        };
        covered = at + width(term);
        slots.push((at, term.clone()));
        ends.push(*end);
    }
    let width = singles.len() as u32;
    // Letters with points between them (`U.S.`) are not the word that they would make.
    let letters = singles.iter().all(|(term, _)| term.chars().count() == 1);
    let joined = joined.filter(|(_, parts)| *parts == width && !letters);
    let joined = joined.and_then(|(term, _)| term.split(JOINED).next().map(str::to_owned));
    Spelling { slots, width, joined, ends }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_covered_with_as_few_terms_as_can_be() {
        let check = |text: &str, expect: &str| {
            let spelling = spell(text);
            let slots: Vec<String> = spelling.slots.iter().map(|(at, term)| format!("{at}:{term}")).collect();
            let joined = spelling.joined.map(|joined| format!(" = {joined}")).unwrap_or_default();
            assert_eq!(format!("{}{joined}", slots.join(" ")), expect, "{text}");
        };
        check("THAAD", "0:thaad");
        check("properly  handle", "0:properly 1:handle");
        check("中", "0:中");
        check("中国", "0:中国");
        check("中国人", "0:中国 1:国人");
        check("中国人民", "0:中国 2:人民");
        check("THAAD导弹 x", "0:thaad 1:导弹 3:x");
        check("well-being", "0:well 1:being = wellbeing");
        check("U.S.", "0:u 1:s");
        check("the well-being", "0:the 1:well 2:being");
        check("1,000", "0:1 1:000 = 1000");
        check("a\n\nb", "0:a 1:b");
        check("…", "");
    }
}
