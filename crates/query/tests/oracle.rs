//! Search against the plainest reading of what a query means: random small corpora, every document
//! read word by word.

mod support;

use std::collections::BTreeSet;

use proptest::prelude::*;
use readout_corpus::Corpus;
use readout_query::{Explorer, Request};
use support::{document, explorer};

/// Words of the documents: some are the beginning of others, some are written with a hyphen, some
/// without spaces.
const WORDS: [&str; 10] = ["ka", "kab", "kabo", "mi", "mio", "ka-mi", "kami", "中国人", "国人", "国"];

#[derive(Debug, Clone)]
enum Query {
    Word(usize),
    Prefix(&'static str),
    Phrase(Vec<usize>),
    And(Vec<Query>),
    Or(Vec<Query>),
    Not(Box<Query>),
}

impl Query {
    fn text(&self) -> String {
        let list = |parts: &[Query], with: &str| {
            format!("({})", parts.iter().map(Query::text).collect::<Vec<_>>().join(with))
        };
        match self {
            Query::Word(n) => WORDS[*n].to_owned(),
            Query::Prefix(prefix) => format!("{prefix}*"),
            Query::Phrase(words) => {
                format!("\"{}\"", words.iter().map(|&n| WORDS[n]).collect::<Vec<_>>().join(" "))
            }
            Query::And(parts) => list(parts, " "),
            Query::Or(parts) => list(parts, " OR "),
            Query::Not(part) => format!("-{}", part.text()),
        }
    }
}

/// A document as the units that positions count, with a break (`None`) between paragraphs. A unit
/// knows whether a hyphen joins it to the next one.
type Units = Vec<Option<(String, bool)>>;

fn units(words: &[usize], units: &mut Units) {
    for &n in words {
        let word = WORDS[n];
        if word.is_ascii() {
            let parts: Vec<&str> = word.split('-').collect();
            let last = parts.len() - 1;
            units.extend(parts.iter().enumerate().map(|(n, part)| Some(((*part).to_owned(), n < last))));
        } else {
            units.extend(word.chars().map(|c| Some((c.to_string(), false))));
        }
    }
}

/// The places (first unit, one past the last) where a word, prefix or phrase stands.
fn places(query: &Query, document: &Units, begun: &BTreeSet<String>) -> Vec<(usize, usize)> {
    let joined = |at: usize| match (&document[at], document.get(at + 1)) {
        (Some((first, true)), Some(Some((second, _)))) => Some(format!("{first}{second}")),
        _ => None,
    };
    let row = |words: &[usize]| {
        let mut wanted = Units::new();
        units(words, &mut wanted);
        let same = |a: &Option<(String, bool)>, b: &Option<(String, bool)>| matches!((a, b), (Some((a, _)), Some((b, _))) if a == b);
        let found = document.windows(wanted.len()).enumerate();
        let found = found.filter(|(_, here)| here.iter().zip(&wanted).all(|(a, b)| same(a, b)));
        found.map(|(at, _)| (at, at + wanted.len())).collect::<Vec<_>>()
    };
    let matching = |takes: &dyn Fn(&str) -> bool| {
        let mut found = Vec::new();
        for (at, unit) in document.iter().enumerate() {
            if matches!(unit, Some((word, _)) if takes(word)) {
                found.push((at, at + 1));
            }
            if joined(at).is_some_and(|word| takes(&word)) {
                found.push((at, at + 2));
            }
        }
        found
    };
    match query {
        Query::Word(n) if !WORDS[*n].is_ascii() => row(&[*n]),
        Query::Word(n) if WORDS[*n].contains('-') => {
            let mut found = row(&[*n]);
            found.extend(matching(&|word| word == WORDS[*n].replace('-', "")));
            found
        }
        Query::Word(n) if begun.contains(WORDS[*n]) => matching(&|word| word.starts_with(WORDS[*n])),
        Query::Word(n) => matching(&|word| word == WORDS[*n]),
        Query::Prefix(prefix) => matching(&|word| word.starts_with(prefix)),
        Query::Phrase(words) => row(words),
        _ => Vec::new(),
    }
}

/// What is left out is taken at its word: only what is asked for may be a beginning.
fn holds(query: &Query, positive: bool, document: &Units, begun: &BTreeSet<String>) -> bool {
    match query {
        Query::And(parts) => parts.iter().all(|part| holds(part, positive, document, begun)),
        Query::Or(parts) => parts.iter().any(|part| holds(part, positive, document, begun)),
        Query::Not(part) => !holds(part, !positive, document, begun),
        leaf if positive => !places(leaf, document, begun).is_empty(),
        leaf => !places(leaf, document, &BTreeSet::new()).is_empty(),
    }
}

/// The places of everything that is asked for, joined where they share a unit.
fn hits(query: &Query, document: &Units, begun: &BTreeSet<String>) -> usize {
    fn collect(
        query: &Query,
        positive: bool,
        document: &Units,
        begun: &BTreeSet<String>,
        covered: &mut Vec<(usize, usize)>,
    ) {
        match query {
            Query::And(parts) | Query::Or(parts) => {
                parts.iter().for_each(|part| collect(part, positive, document, begun, covered));
            }
            Query::Not(part) => collect(part, !positive, document, begun, covered),
            leaf if positive => covered.extend(places(leaf, document, begun)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(query, true, document, begun, &mut found);
    found.sort_unstable();
    let (mut count, mut end) = (0, 0);
    for (from, to) in found {
        count += usize::from(from >= end);
        end = end.max(to);
    }
    count
}

fn query() -> impl Strategy<Value = Query> {
    let leaf = prop_oneof![
        (0..WORDS.len()).prop_map(Query::Word),
        prop::sample::select(vec!["k", "ka", "kab", "m", "kam"]).prop_map(Query::Prefix),
        // A phrase has several words here; a lone word in quotation marks is tested by example.
        prop::collection::vec((0..WORDS.len()).prop_filter("plain", |n| !WORDS[*n].contains('-')), 2..4)
            .prop_map(Query::Phrase),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(Query::And),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Query::Or),
            // Two minus signs in a row would be none; a group keeps them apart.
            inner.prop_map(|part| Query::Not(Box::new(Query::And(vec![part.clone(), part])))),
        ]
    })
}

type Texts = Vec<Vec<Vec<usize>>>;

fn corpus(texts: &Texts) -> (Corpus, Vec<Units>) {
    let mut all = Vec::new();
    let mut documents = Vec::new();
    for (n, paragraphs) in texts.iter().enumerate() {
        let mut here = vec![Some(("x".to_owned(), false)), None];
        let mut written = Vec::new();
        for paragraph in paragraphs {
            units(paragraph, &mut here);
            here.push(None);
            written.push(paragraph.iter().map(|&n| WORDS[n]).collect::<Vec<_>>().join(" "));
        }
        let written: Vec<&str> = written.iter().map(String::as_str).collect();
        documents.push(document(&n.to_string(), "x", &written));
        all.push(here);
    }
    (Corpus { documents, ..Corpus::default() }, all)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn search_finds_what_reading_finds(
        texts in prop::collection::vec(
            prop::collection::vec(prop::collection::vec(0..WORDS.len(), 1..7), 1..3), 1..8),
        query in query(),
    ) {
        // Words of four letters always stand somewhere: else they would be searched with an edit, which
        // is tested by example.
        let mut texts = texts;
        texts.push(vec![vec![2, 6]]);
        let (corpus, documents) = corpus(&texts);
        let explorer: Explorer = explorer(&corpus);
        // A word that stands nowhere is read as a beginning.
        let stands = |n: usize| documents.iter().any(|d| !places(&Query::Word(n), d, &BTreeSet::new()).is_empty());
        let begun: BTreeSet<String> = (0..WORDS.len())
            .filter(|&n| WORDS[n].is_ascii() && !WORDS[n].contains('-') && !stands(n))
            .map(|n| WORDS[n].to_owned())
            .collect();

        let request = Request { text: query.text(), ..Request::default() };
        let answer = explorer.search(&request).unwrap();
        let mut got: Vec<u32> = answer.documents.iter().map(|found| found.document).collect();
        got.sort_unstable();
        let expect: Vec<u32> = (0..).zip(&documents).filter(|(_, d)| holds(&query, true, d, &begun)).map(|(n, _)| n).collect();
        prop_assert_eq!(got, expect, "{}", request.text);
        for found in &answer.documents {
            let expect = hits(&query, &documents[found.document as usize], &begun);
            prop_assert_eq!(found.hits as usize, expect, "hits of {} in {}", request.text, found.document);
            prop_assert_eq!(explorer.hits(&request, found.document).unwrap().len(), expect);
        }
    }
}
