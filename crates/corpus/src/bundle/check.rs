//! Holds decoded values to the promises that their types make in words, so that every reader of a
//! bundle can rely on them: spans that slice, sentences in order, marks inside their sentences,
//! names that lead somewhere, days that a calendar has.

use std::collections::BTreeSet;

use super::{BundleError, Catalogue};
use crate::order::sort_by_key;
use crate::{Day, Document, Interval, Role, Span, Why};

/// What the catalogue promises about single documents, kept for when they are read.
#[derive(Debug)]
pub(super) struct Promises {
    /// Indexes of the meetings, ordered by id.
    meetings_by_id: Vec<u32>,
    /// For each document, the highest sentence number that an account of it names.
    last_told: Vec<u32>,
}

fn ensure(holds: bool, place: impl FnOnce() -> String, problem: &'static str) -> Result<(), BundleError> {
    if holds { Ok(()) } else { Err(BundleError::Invalid { place: place(), problem }) }
}

fn valid(interval: Interval) -> bool {
    interval.from.is_valid() && interval.to.is_valid() && interval.from <= interval.to
}

/// The distinct keys of a list, in order.
fn unique<'a>(
    list: &'static str,
    keys: impl Iterator<Item = &'a str>,
) -> Result<BTreeSet<&'a str>, BundleError> {
    let mut seen = BTreeSet::new();
    for key in keys {
        ensure(
            !key.is_empty() && seen.insert(key),
            || format!("{list} “{key}”"),
            "is empty or stands twice",
        )?;
    }
    Ok(seen)
}

/// Checks a catalogue in itself.
pub(super) fn catalogue(catalogue: &Catalogue) -> Result<Promises, BundleError> {
    let Catalogue { overview, cards, meetings } = catalogue;
    let sides = unique("side", overview.sides.iter().map(|side| side.key.as_str()))?;
    let sources = unique("source", overview.sources.iter().map(|source| source.name.as_str()))?;
    unique("person", overview.people.iter().map(|person| person.name.as_str()))?;
    unique("topic", overview.topics.iter().map(|topic| topic.key.as_str()))?;
    unique("meeting", meetings.iter().map(|meeting| meeting.id.as_str()))?;
    let ids = unique("document", cards.iter().map(|card| card.id.as_str()))?;
    let known = |names: &BTreeSet<&str>, name: &Option<String>| {
        name.as_deref().is_none_or(|name| names.contains(name))
    };

    for source in &overview.sources {
        ensure(known(&sides, &source.side), || format!("source “{}”", source.name), "has an unknown side")?;
    }
    for person in &overview.people {
        ensure(known(&sides, &person.side), || format!("person “{}”", person.name), "has an unknown side")?;
    }
    for card in cards {
        let here = || format!("document “{}”", card.id);
        let dateline = card.dateline.as_ref().and_then(|dateline| dateline.date);
        ensure(!card.title.is_empty(), here, "has no title")?;
        ensure(known(&sources, &card.source), here, "has an unknown source")?;
        ensure(known(&sides, &card.side), here, "has an unknown side")?;
        ensure(known(&ids, &card.duplicate_of), here, "is a copy of an unknown document")?;
        ensure(card.duplicate_of.as_ref() != Some(&card.id), here, "is a copy of itself")?;
        ensure(card.published.is_none_or(Day::is_valid), here, "was published on a day that does not exist")?;
        ensure(dateline.is_none_or(Day::is_valid), here, "has a dateline with a day that does not exist")?;
    }

    let ordered = meetings.is_sorted_by(|a, b| (a.days.from, &a.id) < (b.days.from, &b.id));
    ensure(ordered, || "the meetings".to_owned(), "are not ordered by first day and id")?;
    let mut cards_by_id: Vec<usize> = (0..cards.len()).collect();
    sort_by_key(&mut cards_by_id, |&n| &cards[n].id);
    let mut last_told = vec![0; cards.len()];
    for meeting in meetings {
        let here = || format!("meeting “{}”", meeting.id);
        ensure(valid(meeting.days), here, "has days that do not exist")?;
        let mut before = None;
        for account in &meeting.accounts {
            ensure(valid(account.days), here, "has an account with days that do not exist")?;
            ensure(account.why.confidence <= 100, here, "has an account with a confidence over 100")?;
            let at = cards_by_id.binary_search_by(|&n| cards[n].id.cmp(&account.document));
            let document = at.ok().map(|at| cards_by_id[at]);
            ensure(document.is_some(), here, "has an account in an unknown document")?;
            ensure(before < document, here, "has accounts that are not ordered as the documents are")?;
            before = document;
            let runs = &account.sentences;
            let ordered = runs.iter().all(|(first, last)| first <= last)
                && runs.is_sorted_by(|(_, last), (first, _)| last < first);
            ensure(ordered, here, "has an account whose runs of sentences are not in order")?;
            if let (Some(document), Some((_, last))) = (document, runs.last()) {
                last_told[document] = last_told[document].max(*last);
            }
        }
    }
    let mut meetings_by_id: Vec<u32> = (0..).zip(meetings).map(|(n, _)| n).collect();
    sort_by_key(&mut meetings_by_id, |&n| &meetings[n as usize].id);
    Ok(Promises { meetings_by_id, last_told })
}

/// Checks a document in itself: all that [`Document`] promises without the rest of its corpus.
///
/// # Errors
/// [`BundleError::Invalid`], with the first promise that is broken.
pub fn check_document(document: &Document) -> Result<(), BundleError> {
    let id = &document.card.id;
    check_sentences(document)?;

    let mark = |kind: &str, n: usize| format!("document “{id}”, {kind} {n}");
    let in_sentence = |number: u32, span: Span| {
        let sentence = document.sentences.get(number as usize);
        sentence.is_some_and(|s| s.span.contains(span)) && span.of(&document.text).is_some()
    };
    let sure = |why: &Why| why.confidence <= 100;
    const OUTSIDE: &str = "does not lie inside its sentence";
    const UNSURE: &str = "has a confidence over 100";
    const ORDER: &str = "does not stand in order";
    const DAYS: &str = "has days that do not exist";

    let mut before = 0;
    for (n, statement) in document.statements.iter().enumerate() {
        let here = || mark("statement", n);
        ensure((statement.sentence as usize) < document.sentences.len(), here, OUTSIDE)?;
        ensure(statement.cue.is_none_or(|cue| in_sentence(statement.sentence, cue)), here, OUTSIDE)?;
        ensure(before <= statement.sentence, here, ORDER)?;
        ensure(!statement.speakers.is_empty(), here, "has no speaker")?;
        ensure(sure(&statement.why), here, UNSURE)?;
        before = statement.sentence;
    }
    let mut before = 0;
    for (n, commitment) in document.commitments.iter().enumerate() {
        let here = || mark("commitment", n);
        ensure((commitment.sentence as usize) < document.sentences.len(), here, OUTSIDE)?;
        ensure(before <= commitment.sentence, here, ORDER)?;
        ensure(commitment.due.is_none_or(valid), here, DAYS)?;
        ensure(sure(&commitment.why), here, UNSURE)?;
        before = commitment.sentence;
    }

    let check_spans = |kind: &str, marks: &mut dyn Iterator<Item = (u32, Span, &Why)>| {
        let mut before = Span::new(0, 0);
        for (n, (sentence, span, why)) in marks.enumerate() {
            let here = || mark(kind, n);
            ensure(in_sentence(sentence, span), here, OUTSIDE)?;
            ensure(before <= span, here, ORDER)?;
            ensure(sure(why), here, UNSURE)?;
            before = span;
        }
        Ok(())
    };
    check_spans("mention", &mut document.mentions.iter().map(|m| (m.sentence, m.span, &m.why)))?;
    check_spans("topic", &mut document.topics.iter().map(|m| (m.sentence, m.span, &m.why)))?;
    check_spans("date", &mut document.dates.iter().map(|m| (m.sentence, m.span, &m.why)))?;
    for (n, date) in document.dates.iter().enumerate() {
        ensure(valid(date.days), || mark("date", n), DAYS)?;
    }
    Ok(())
}

fn check_sentences(document: &Document) -> Result<(), BundleError> {
    let Document { card, text, sentences, .. } = document;
    let whole = || format!("document “{}”", card.id);
    ensure(u32::try_from(text.len()).is_ok(), whole, "has a text of more than 4 GiB")?;
    ensure(!sentences.is_empty(), whole, "has no title sentence")?;
    let body = sentences.iter().filter(|sentence| sentence.role == Role::Body).count();
    ensure(body as u64 == u64::from(card.body_sentences), whole, "has another number of body sentences")?;

    let (mut end, mut paragraph) = (0, 0);
    for (n, sentence) in sentences.iter().enumerate() {
        let here = || format!("document “{}”, sentence {n}", card.id);
        let title = n == 0;
        let slices = sentence.span.of(text).is_some();
        let repeats = |number: u32| (number as usize) < sentences.len() && number as usize != n;
        ensure(slices, here, "does not lie inside the text on character boundaries")?;
        ensure(end <= sentence.span.start, here, "overlaps the one before or stands out of order")?;
        ensure((sentence.role == Role::Title) == title, here, "is a title, or no title, in the wrong place")?;
        ensure((sentence.paragraph == 0) == title, here, "is in the title's paragraph, or the title is not")?;
        ensure(paragraph <= sentence.paragraph, here, "has a lower paragraph number than the one before")?;
        ensure(sentence.repeats.is_none_or(repeats), here, "repeats a sentence that there is not")?;
        ensure(sentence.source.is_none_or(|s| s.start <= s.end), here, "ends in its file before it starts")?;
        (end, paragraph) = (sentence.span.end, sentence.paragraph);
    }
    let gaps = || format!("document “{}”, its gaps", card.id);
    let (mut next, mut withheld) = (1, 0u32);
    for gap in &document.gaps {
        let holds = next <= gap.first && gap.first <= gap.last && (gap.last as usize) < sentences.len();
        ensure(holds, gaps, "do not stand in order among the sentences")?;
        (next, withheld) = (gap.last + 1, withheld + gap.sentences());
    }
    ensure(withheld == card.withheld, gaps, "have another number of sentences")?;
    Ok(())
}

/// Checks that nothing is left of the sentences that are not shown.
pub(super) fn cut(document: &Document) -> Result<(), BundleError> {
    let here = || format!("document “{}”", document.card.id);
    for gap in &document.gaps {
        let held = document.sentences.get(gap.first as usize..=gap.last as usize).unwrap_or_default();
        let empty = held.iter().all(|sentence| sentence.span.is_empty() && sentence.source.is_none());
        ensure(empty, here, "has words of sentences that are not shown")?;
        let inside = |sentence: u32| (gap.first..=gap.last).contains(&sentence);
        let marked = document.statements.iter().any(|mark| inside(mark.sentence))
            || document.mentions.iter().any(|mark| inside(mark.sentence))
            || document.topics.iter().any(|mark| inside(mark.sentence))
            || document.dates.iter().any(|mark| inside(mark.sentence))
            || document.commitments.iter().any(|mark| inside(mark.sentence));
        ensure(!marked, here, "has marks on sentences that are not shown")?;
    }
    Ok(())
}

/// Checks a document, the one at `index`, against the catalogue of its corpus.
pub(super) fn references(
    document: &Document,
    index: usize,
    catalogue: &Catalogue,
    promises: &Promises,
) -> Result<(), BundleError> {
    let id = &document.card.id;
    let told = promises.last_told.get(index).is_none_or(|&last| (last as usize) < document.sentences.len());
    ensure(told, || format!("document “{id}”"), "has an account with sentences that there are not")?;
    for (n, statement) in document.statements.iter().enumerate() {
        let known = statement.meeting.as_ref().is_none_or(|meeting| {
            let by_id = |&n: &u32| catalogue.meetings[n as usize].id.cmp(meeting);
            promises.meetings_by_id.binary_search_by(by_id).is_ok()
        });
        ensure(known, || format!("document “{id}”, statement {n}"), "was made at an unknown meeting")?;
    }
    for (n, mention) in document.topics.iter().enumerate() {
        let known = catalogue.overview.topics.iter().any(|topic| topic.key == mention.topic);
        ensure(known, || format!("document “{id}”, topic {n}"), "has an unknown key")?;
    }
    Ok(())
}
