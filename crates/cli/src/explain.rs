//! What is on a document, sentence by sentence: every mark with its id, what it says, its rule, evidence,
//! confidence and origin. Stops at values: `commands/explain.rs` prints them.

use readout_corpus::{Corpus, Document, Interval, MarkIds, Origin, Span, Statement, Voice, Why};
use readout_query::correct::MarkAt;
use serde::Serialize;

/// Suggestions for a name that no document has.
const NEAREST: usize = 3;

/// One mark.
#[derive(Debug, Serialize)]
pub(crate) struct Mark<'a> {
    pub(crate) id: String,
    pub(crate) layer: &'static str,
    /// First byte of its words in the sentence, and one past the last.
    pub(crate) span: Option<[u32; 2]>,
    /// The words that it stands on.
    pub(crate) words: Option<&'a str>,
    /// What it says, for a reader.
    pub(crate) says: String,
    pub(crate) rule: &'a str,
    pub(crate) evidence: &'a str,
    pub(crate) confidence: f64,
    pub(crate) origin: Origin,
    /// Lines that correct it.
    pub(crate) correction: String,
}

/// A sentence with its marks.
#[derive(Debug, Serialize)]
pub(crate) struct Sentence<'a> {
    /// Its number; 0 is the title.
    pub(crate) n: u32,
    /// Its line in the file, where it has a place there.
    pub(crate) line: Option<u32>,
    pub(crate) text: &'a str,
    pub(crate) marks: Vec<Mark<'a>>,
}

/// A meeting that the document tells of.
#[derive(Debug, Serialize)]
pub(crate) struct Told<'a> {
    pub(crate) id: &'a str,
    pub(crate) layer: &'static str,
    pub(crate) dates: [String; 2],
    #[serde(skip)]
    pub(crate) days: Interval,
    pub(crate) place: Option<&'a str>,
    pub(crate) participants: &'a [String],
    /// First and last number of each run of sentences that tells of it.
    pub(crate) sentences: &'a [(u32, u32)],
    /// Files of the other documents that tell of it.
    pub(crate) others: Vec<&'a str>,
    pub(crate) rule: &'a str,
    pub(crate) evidence: &'a str,
    pub(crate) confidence: f64,
    pub(crate) origin: Origin,
}

/// The document that a name stands for: its id, its path, its file's name, with or without extension.
///
/// # Errors
/// The ids of documents with names like it.
pub(crate) fn named(corpus: &Corpus, name: &str) -> Result<usize, Vec<String>> {
    let stem = |file: &str| file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_owned();
    let base = |file: &str| file.rsplit('/').next().unwrap_or(file).to_owned();
    let forms: [&dyn Fn(&Document) -> String; 5] = [
        &|document| document.card.id.clone(),
        &|document| document.card.file.clone(),
        &|document| stem(&document.card.file),
        &|document| base(&document.card.file),
        &|document| stem(&base(&document.card.file)),
    ];
    for form in forms {
        let mut found = corpus.documents.iter().enumerate().filter(|(_, document)| form(document) == name);
        if let Some((index, document)) = found.next() {
            // A name that several have names none of them.
            let others: Vec<String> = found.map(|(_, other)| other.card.id.clone()).collect();
            return match others.is_empty() {
                true => Ok(index),
                false => Err([vec![document.card.id.clone()], others].concat()),
            };
        }
    }
    let far = |document: &Document| {
        let known = [&document.card.id, &document.card.file].map(|known| known.to_lowercase());
        let name = name.to_lowercase();
        let edits = known.iter().map(|known| match known.contains(&name) {
            true => 0,
            false => strsim::damerau_levenshtein(known, &name),
        });
        edits.min().unwrap_or(usize::MAX)
    };
    let mut near: Vec<(usize, &str)> =
        corpus.documents.iter().map(|document| (far(document), document.card.id.as_str())).collect();
    near.sort_unstable();
    let within = name.chars().count().div_ceil(3);
    let near = near.into_iter().filter(|(edits, _)| *edits <= within).take(NEAREST);
    Err(near.map(|(_, id)| id.to_owned()).collect())
}

/// The sentences of a document with their marks, in the order of the text.
pub(crate) fn sentences<'d>(document: &'d Document, line: impl Fn(u32) -> Option<u32>) -> Vec<Sentence<'d>> {
    let ids = MarkIds::of(document);
    let mut sentences: Vec<Sentence<'d>> = (0..)
        .zip(&document.sentences)
        .map(|(n, _)| Sentence { n, line: line(n), text: document.sentence_text(n), marks: Vec::new() })
        .collect();
    let mut add =
        |sentence: u32, span: Option<Span>, mark: (String, &'static str, String, &'d Why, MarkAt)| {
            let (id, layer, says, why, at) = mark;
            let Some(place) = document.sentences.get(sentence as usize) else { return };
            let start = place.span.start;
            sentences[sentence as usize].marks.push(Mark {
                id,
                layer,
                span: span.map(|span| [span.start.saturating_sub(start), span.end.saturating_sub(start)]),
                words: span.and_then(|span| span.of(&document.text)),
                says,
                rule: &why.rule,
                evidence: &why.evidence,
                confidence: f64::from(why.confidence) / 100.0,
                origin: why.origin,
                correction: readout_query::correct::correction(document, at),
            });
        };
    for (at, (mark, id)) in document.statements.iter().zip(ids.statements).enumerate() {
        add(mark.sentence, mark.cue, (id, "statement", spoken(mark), &mark.why, MarkAt::Statement(at)));
    }
    for (at, (mark, id)) in document.commitments.iter().zip(ids.commitments).enumerate() {
        let due = mark.due.map_or_else(String::new, |due| format!(", by {due}"));
        let kind = mark.kind.key();
        let by = if mark.by.is_empty() { "nobody named".to_owned() } else { mark.by.join(", ") };
        let says = format!("{kind} by {by}{due}");
        add(mark.sentence, None, (id, "commitment", says, &mark.why, MarkAt::Commitment(at)));
    }
    for (at, (mark, id)) in document.mentions.iter().zip(ids.mentions).enumerate() {
        let layer = mark.kind.key();
        add(mark.sentence, Some(mark.span), (id, layer, mark.name.clone(), &mark.why, MarkAt::Mention(at)));
    }
    for (at, (mark, id)) in document.topics.iter().zip(ids.topics).enumerate() {
        add(mark.sentence, Some(mark.span), (id, "topic", mark.topic.clone(), &mark.why, MarkAt::Topic(at)));
    }
    for (at, (mark, id)) in document.dates.iter().zip(ids.dates).enumerate() {
        add(mark.sentence, Some(mark.span), (id, "date", mark.days.to_string(), &mark.why, MarkAt::Date(at)));
    }
    sentences
}

/// The meetings that a document tells of.
pub(crate) fn meetings<'a>(corpus: &'a Corpus, document: &Document) -> Vec<Told<'a>> {
    let file = |id: &str| corpus.documents.iter().find(|d| d.card.id == id).map(|d| d.card.file.as_str());
    let told = |meeting: &'a readout_corpus::Meeting| {
        let account = meeting.accounts.iter().find(|account| account.document == document.card.id)?;
        let others = meeting.accounts.iter().filter(|other| other.document != account.document);
        Some(Told {
            id: &meeting.id,
            layer: "meeting",
            dates: [account.days.from.to_string(), account.days.to.to_string()],
            days: account.days,
            place: meeting.place.as_deref(),
            participants: &meeting.participants,
            sentences: &account.sentences,
            others: others.filter_map(|other| file(&other.document)).collect(),
            rule: &account.why.rule,
            evidence: &account.why.evidence,
            confidence: f64::from(account.why.confidence) / 100.0,
            origin: account.why.origin,
        })
    };
    corpus.meetings.iter().filter_map(told).collect()
}

fn spoken(statement: &Statement) -> String {
    let mut says = statement.speakers.join(", ");
    let mut add = |part: &str| says.push_str(part);
    if !statement.via.is_empty() {
        add(&format!(", via {}", statement.via.join(", ")));
    }
    if !statement.about.is_empty() {
        add(&format!(", about {}", statement.about.join(", ")));
    }
    let side = if statement.voice == Voice::Own { " side" } else { "" };
    add(&format!(": {}{side}, {}", statement.voice.key(), statement.mode.key()));
    add(if statement.carried { ", carried on" } else { "" });
    add(if statement.content { "" } else { ", a topic only" });
    says
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::prepared;

    const TEXT: &str = "---\ntitle: Talks\nsource: Xinhua\npublished: 2019-05-04\n---\n\n\
        Chinese President Xi Jinping met French President Emmanuel Macron in Beijing on May 3, 2019. Xi said that \
        the harbour is open. Xi said that trade, free trade, is good.\n";

    #[test]
    fn a_document_is_found_by_its_id_and_by_its_file_and_others_are_suggested() {
        let prepared = prepared(&[("a/talks.md", TEXT), ("b/harbour-talks.md", TEXT), ("b/talks.txt", TEXT)]);
        let check = |name: &str, expect: Result<&str, &[&str]>| {
            let found = named(&prepared.corpus, name);
            let found = found.map(|index| prepared.corpus.documents[index].card.file.clone());
            match expect {
                Ok(file) => assert_eq!(found.as_deref(), Ok(file), "{name}"),
                Err(near) => assert_eq!(found.unwrap_err(), near, "{name}"),
            }
        };
        check("harbour-talks", Ok("b/harbour-talks.md"));
        check("harbour-talks.md", Ok("b/harbour-talks.md"));
        check("a/talks.md", Ok("a/talks.md"));
        check("b/talks", Ok("b/talks.txt"));
        check("talks-2", Ok("b/talks.txt"));
        check("harbor-talks", Err(&["harbour-talks"]));
        check("Harbour", Err(&["harbour-talks"]));
        check("zzzzzz", Err(&[]));
    }

    #[test]
    fn every_mark_says_what_it_says_and_why() {
        let prepared = prepared(&[("talks.md", TEXT)]);
        let document = &prepared.corpus.documents[0];
        let sentences = sentences(document, |_| None);
        let marks: usize = sentences.iter().map(|sentence| sentence.marks.len()).sum();
        let lists = [document.mentions.len(), document.topics.len(), document.dates.len()];
        let rest = document.statements.len() + document.commitments.len();
        assert_eq!(marks, lists.iter().sum::<usize>() + rest);
        let said = &sentences[2].marks[0];
        assert_eq!(
            (said.layer, said.says.as_str(), said.words),
            ("statement", "Xi Jinping: own side, indirect", Some("said"))
        );
        for mark in sentences.iter().flat_map(|sentence| &sentence.marks) {
            assert!(
                mark.id.starts_with("talks:") && !mark.rule.is_empty() && !mark.says.is_empty(),
                "{mark:?}"
            );
            let words = mark.span.map(|[from, to]| (from as usize, to as usize));
            let text = sentences.iter().find(|s| s.marks.iter().any(|m| m.id == mark.id)).unwrap().text;
            assert_eq!(words.map(|(from, to)| &text[from..to]), mark.words);
        }
        let told = meetings(&prepared.corpus, document);
        assert_eq!((told.len(), told[0].rule), (1, "met-on-day-named"));
    }

    /// The lines that correct a mark find it again, and what they say is what it says now.
    #[test]
    fn lines_that_are_copied_find_their_mark_again() {
        let first = prepared(&[("talks.md", TEXT)]);
        for sentence in sentences(&first.corpus.documents[0], |_| None) {
            for mark in sentence.marks {
                let lines = mark.correction.replace("quote =", "file = \"talks.md\"\nquote =");
                let again = prepared(&[("corpus.toml", &lines), ("talks.md", TEXT)]);
                assert_eq!(again.corpus.overview.warnings, [], "{lines}");
                let same = sentences_of(&again).into_iter().find(|(id, _, _)| *id == mark.id);
                assert_eq!(same, Some((mark.id, mark.says, Origin::Editor)), "{lines}");
            }
        }
    }

    fn sentences_of(prepared: &crate::folder::Prepared) -> Vec<(String, String, Origin)> {
        let sentences = sentences(&prepared.corpus.documents[0], |_| None);
        let marks = sentences.into_iter().flat_map(|sentence| sentence.marks);
        marks.map(|mark| (mark.id, mark.says, mark.origin)).collect()
    }
}
