//! `readout export`: the whole prepared corpus in plain words, for spreadsheets and notebooks.
//!
//! Stops at values: the caller prints them. Spans, which address a document's text inside Readout,
//! address the sentence here, so that nobody needs the text to use them. Sentences are numbered from
//! 1; the title is a field of the document, and marks on it are left out.

use readout_corpus::{
    Commitment, CommitmentKind, Corpus, DateMention, Day, Document, Interval, MarkIds, Meeting, Mention,
    MentionKind, Mode, Origin, Rights, Role, Sentence, Span, Statement, TopicMention, Voice, Why,
};
use serde::Serialize;

/// Version of the form. It goes up where a field changes its name or meaning.
const FORMAT: u32 = 1;

/// First and last day, as ISO 8601.
type Days = [String; 2];

/// First byte, and one past the last.
type Bytes = [u32; 2];

/// A corpus as it is exported.
#[derive(Debug, Serialize)]
pub(crate) struct Export<'a> {
    format: u32,
    documents: Vec<ExportedDocument<'a>>,
    meetings: Vec<ExportedMeeting<'a>>,
    statements: Vec<ExportedStatement<'a>>,
    mentions: Vec<ExportedMention<'a>>,
    topics: Vec<ExportedTopic<'a>>,
    dates: Vec<ExportedDate<'a>>,
    commitments: Vec<ExportedCommitment<'a>>,
    alignments: Vec<Alignment>,
    phrases: Vec<Phrase>,
}

#[derive(Debug, Serialize)]
struct ExportedDocument<'a> {
    id: &'a str,
    file: &'a str,
    sha256: &'a str,
    title: &'a str,
    publisher: Option<&'a str>,
    side: Option<&'a str>,
    published: Option<String>,
    dateline: Option<ExportedDateline<'a>>,
    language: &'a str,
    rights: Rights,
    duplicate_of: Option<&'a str>,
    sentences: Vec<ExportedSentence<'a>>,
}

#[derive(Debug, Serialize)]
struct ExportedDateline<'a> {
    place: Option<&'a str>,
    date: Option<String>,
}

#[derive(Debug, Serialize)]
struct ExportedSentence<'a> {
    n: u32,
    paragraph: u32,
    role: Role,
    repeats: Option<u32>,
    source: Option<Bytes>,
    text: &'a str,
    /// Whether the text is left out, because the document is an excerpt.
    withheld: bool,
}

#[derive(Debug, Serialize)]
struct ExportedMeeting<'a> {
    id: &'a str,
    dates: Days,
    place: Option<&'a str>,
    participants: &'a [String],
    documents: Vec<&'a str>,
    accounts: Vec<ExportedAccount<'a>>,
}

#[derive(Debug, Serialize)]
struct ExportedAccount<'a> {
    document: &'a str,
    sentences: &'a [(u32, u32)],
    dates: Days,
    #[serde(flatten)]
    why: Reason<'a>,
}

/// Where a mark stands: the document, and the number of the sentence.
#[derive(Debug, Serialize)]
struct Place<'a> {
    id: String,
    document: &'a str,
    sentence: u32,
}

/// Why a mark is there, with confidence from 0 to 1.
#[derive(Debug, Serialize)]
struct Reason<'a> {
    rule: &'a str,
    evidence: &'a str,
    confidence: f64,
    origin: Origin,
}

#[derive(Debug, Serialize)]
struct ExportedStatement<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    meeting: Option<&'a str>,
    speakers: &'a [String],
    via: &'a [String],
    about: &'a [String],
    voice: Voice,
    mode: Mode,
    cue: Option<&'a str>,
    carried: bool,
    content: bool,
    #[serde(flatten)]
    why: Reason<'a>,
}

#[derive(Debug, Serialize)]
struct ExportedMention<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    span: Bytes,
    kind: MentionKind,
    name: &'a str,
    surface: &'a str,
    #[serde(flatten)]
    why: Reason<'a>,
}

#[derive(Debug, Serialize)]
struct ExportedTopic<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    span: Bytes,
    topic: &'a str,
    surface: &'a str,
    #[serde(flatten)]
    why: Reason<'a>,
}

#[derive(Debug, Serialize)]
struct ExportedDate<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    span: Bytes,
    surface: &'a str,
    from: String,
    to: String,
    #[serde(flatten)]
    why: Reason<'a>,
}

#[derive(Debug, Serialize)]
struct ExportedCommitment<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    kind: CommitmentKind,
    by: &'a [String],
    due: Option<Days>,
    #[serde(flatten)]
    why: Reason<'a>,
}

/// Sentences of two accounts that say the same. Preparation makes none yet.
#[derive(Debug, Serialize)]
struct Alignment {}

/// A wording that recurs on purpose. Preparation makes none yet.
#[derive(Debug, Serialize)]
struct Phrase {}

/// The corpus in the form that `readout export` prints.
pub(crate) fn export(corpus: &Corpus) -> Export<'_> {
    let documents = &corpus.documents;
    let ids: Vec<MarkIds> = documents.iter().map(MarkIds::of).collect();
    Export {
        format: FORMAT,
        documents: documents.iter().map(document).collect(),
        meetings: corpus.meetings.iter().map(meeting).collect(),
        statements: marks(documents, &ids, |d| &d.statements, |i| &i.statements, |m| m.sentence, statement),
        mentions: marks(documents, &ids, |d| &d.mentions, |i| &i.mentions, |m| m.sentence, mention),
        topics: marks(documents, &ids, |d| &d.topics, |i| &i.topics, |m| m.sentence, topic),
        dates: marks(documents, &ids, |d| &d.dates, |i| &i.dates, |m| m.sentence, date),
        commitments: marks(
            documents,
            &ids,
            |d| &d.commitments,
            |i| &i.commitments,
            |m| m.sentence,
            commitment,
        ),
        alignments: Vec::new(),
        phrases: Vec::new(),
    }
}

/// Every mark of one kind that stands in a sentence of the text, with its id.
fn marks<'a, M: 'a, E>(
    documents: &'a [Document],
    ids: &[MarkIds],
    of: impl Fn(&'a Document) -> &'a Vec<M>,
    id: impl Fn(&MarkIds) -> &Vec<String>,
    sentence: impl Fn(&M) -> u32,
    write: impl Fn(&'a Document, Place<'a>, &'a M) -> E,
) -> Vec<E> {
    let mut all = Vec::new();
    for (document, ids) in documents.iter().zip(ids) {
        for (mark, id) in of(document).iter().zip(id(ids)) {
            let sentence = sentence(mark);
            if sentence > 0 {
                let place = Place { id: id.clone(), document: &document.card.id, sentence };
                all.push(write(document, place, mark));
            }
        }
    }
    all
}

fn document(document: &Document) -> ExportedDocument<'_> {
    let card = &document.card;
    ExportedDocument {
        id: &card.id,
        file: &card.file,
        sha256: &card.sha256,
        title: &card.title,
        publisher: card.source.as_deref(),
        side: card.side.as_deref(),
        published: iso(card.published),
        dateline: card
            .dateline
            .as_ref()
            .map(|line| ExportedDateline { place: line.place.as_deref(), date: iso(line.date) }),
        language: &card.language,
        rights: card.rights,
        duplicate_of: card.duplicate_of.as_deref(),
        sentences: (0_u32..)
            .zip(&document.sentences)
            .skip(1)
            .map(|(n, s)| sentence(n, s, document))
            .collect(),
    }
}

fn sentence<'a>(n: u32, sentence: &Sentence, document: &'a Document) -> ExportedSentence<'a> {
    ExportedSentence {
        n,
        paragraph: sentence.paragraph,
        role: sentence.role,
        // the title has no number here
        repeats: sentence.repeats.filter(|&n| n > 0),
        source: sentence.source.map(bytes),
        text: surface(document, sentence.span),
        withheld: document.withholds(n),
    }
}

fn meeting(meeting: &Meeting) -> ExportedMeeting<'_> {
    let mut documents: Vec<&str> = Vec::new();
    for account in &meeting.accounts {
        if !documents.contains(&account.document.as_str()) {
            documents.push(&account.document);
        }
    }
    ExportedMeeting {
        id: &meeting.id,
        dates: days(meeting.days),
        place: meeting.place.as_deref(),
        participants: &meeting.participants,
        documents,
        accounts: meeting
            .accounts
            .iter()
            .map(|account| ExportedAccount {
                document: &account.document,
                sentences: &account.sentences,
                dates: days(account.days),
                why: reason(&account.why),
            })
            .collect(),
    }
}

fn statement<'a>(
    document: &'a Document,
    place: Place<'a>,
    statement: &'a Statement,
) -> ExportedStatement<'a> {
    ExportedStatement {
        place,
        meeting: statement.meeting.as_deref(),
        speakers: &statement.speakers,
        via: &statement.via,
        about: &statement.about,
        voice: statement.voice,
        mode: statement.mode,
        cue: statement.cue.map(|span| surface(document, span)),
        carried: statement.carried,
        content: statement.content,
        why: reason(&statement.why),
    }
}

fn mention<'a>(document: &'a Document, place: Place<'a>, mention: &'a Mention) -> ExportedMention<'a> {
    ExportedMention {
        span: inside(document, place.sentence, mention.span),
        place,
        kind: mention.kind,
        name: &mention.name,
        surface: surface(document, mention.span),
        why: reason(&mention.why),
    }
}

fn topic<'a>(document: &'a Document, place: Place<'a>, topic: &'a TopicMention) -> ExportedTopic<'a> {
    ExportedTopic {
        span: inside(document, place.sentence, topic.span),
        place,
        topic: &topic.topic,
        surface: surface(document, topic.span),
        why: reason(&topic.why),
    }
}

fn date<'a>(document: &'a Document, place: Place<'a>, date: &'a DateMention) -> ExportedDate<'a> {
    let [from, to] = days(date.days);
    ExportedDate {
        span: inside(document, place.sentence, date.span),
        place,
        surface: surface(document, date.span),
        from,
        to,
        why: reason(&date.why),
    }
}

fn commitment<'a>(
    _document: &'a Document,
    place: Place<'a>,
    commitment: &'a Commitment,
) -> ExportedCommitment<'a> {
    ExportedCommitment {
        place,
        kind: commitment.kind,
        by: &commitment.by,
        due: commitment.due.map(days),
        why: reason(&commitment.why),
    }
}

fn reason(why: &Why) -> Reason<'_> {
    Reason {
        rule: &why.rule,
        evidence: &why.evidence,
        confidence: f64::from(why.confidence) / 100.0,
        origin: why.origin,
    }
}

fn surface(document: &Document, span: Span) -> &str {
    span.of(&document.text).unwrap_or_default()
}

/// A span of the document's text as bytes of its sentence.
fn inside(document: &Document, sentence: u32, span: Span) -> Bytes {
    let start = document.sentences.get(sentence as usize).map_or(0, |s| s.span.start);
    [span.start.saturating_sub(start), span.end.saturating_sub(start)]
}

fn bytes(span: Span) -> Bytes {
    [span.start, span.end]
}

fn iso(day: Option<Day>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn days(days: Interval) -> Days {
    [days.from.to_string(), days.to.to_string()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use readout_corpus::{Account, Card};
    use serde_json::{Value, json};

    const TEXT: &str = "A title\n\n“Hello,” the minister said. The talks end on May 2.";

    /// A document with a title, two sentences and a mark of each kind.
    fn corpus() -> Corpus {
        let at = |words: &str| {
            let start = TEXT.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let line = |words: &str, paragraph, role| Sentence {
            span: at(words),
            paragraph,
            role,
            repeats: Some(0),
            source: Some(at(words)),
        };
        let why = || Why::rule("a-rule", "some words", 90);
        let day = Day::from_ymd(2024, 5, 2).unwrap();
        let document = Document {
            card: Card { id: "doc".into(), title: "A title".into(), published: Some(day), ..Card::default() },
            text: TEXT.into(),
            sentences: vec![
                line("A title", 0, Role::Title),
                line("“Hello,” the minister said.", 1, Role::Body),
                line("The talks end on May 2.", 1, Role::Body),
            ],
            statements: vec![Statement {
                sentence: 1,
                meeting: Some("m".into()),
                speakers: vec!["the minister".into()],
                via: vec![],
                about: vec![],
                voice: Voice::Own,
                mode: Mode::Direct,
                cue: Some(at("said")),
                carried: false,
                content: true,
                why: why(),
            }],
            topics: [(0, "title"), (2, "talks"), (2, "end")]
                .map(|(sentence, words)| TopicMention {
                    sentence,
                    span: at(words),
                    topic: "visits".into(),
                    why: why(),
                })
                .to_vec(),
            dates: vec![DateMention { sentence: 2, span: at("May 2"), days: Interval::day(day), why: why() }],
            ..Document::default()
        };
        let account =
            Account { document: "doc".into(), sentences: vec![(1, 2)], days: Interval::day(day), why: why() };
        let meeting = Meeting {
            id: "m".into(),
            days: Interval::day(day),
            place: None,
            participants: vec!["the minister".into()],
            accounts: vec![account.clone(), account],
        };
        Corpus { documents: vec![document], meetings: vec![meeting], ..Corpus::default() }
    }

    fn check(pointer: &str, expect: Value) {
        let printed = serde_json::to_value(export(&corpus())).unwrap();
        assert_eq!(printed.pointer(pointer), Some(&expect), "{pointer}");
    }

    #[test]
    fn the_title_is_a_field_and_no_sentence() {
        check("/documents/0/title", json!("A title"));
        check("/documents/0/sentences/0/n", json!(1));
        check("/documents/0/sentences/0/repeats", Value::Null);
        check("/topics/0/sentence", json!(2));
    }

    #[test]
    fn spans_are_bytes_of_their_sentence() {
        check("/topics/0/span", json!([4, 9]));
        check("/topics/0/surface", json!("talks"));
        check("/dates/0/span", json!([17, 22]));
        check("/documents/0/sentences/0/source", json!([9, 40]));
    }

    #[test]
    fn marks_say_why_and_have_ids_of_their_own() {
        let printed = serde_json::to_value(export(&corpus())).unwrap();
        let ids = ["/topics/0/id", "/topics/1/id"].map(|at| printed.pointer(at).unwrap().as_str().unwrap());
        assert!(ids.iter().all(|id| id.starts_with("doc:topic-")) && ids[0] != ids[1], "{ids:?}");
        check("/statements/0/cue", json!("said"));
        check("/statements/0/confidence", json!(0.9));
        check("/statements/0/origin", json!("rule"));
        check("/statements/0/voice", json!("own"));
    }

    #[test]
    fn days_are_iso_dates_and_a_meeting_names_a_document_once() {
        check("/documents/0/published", json!("2024-05-02"));
        check("/meetings/0/dates", json!(["2024-05-02", "2024-05-02"]));
        check("/meetings/0/documents", json!(["doc"]));
        check("/meetings/0/accounts/1/sentences", json!([[1, 2]]));
        check("/format", json!(1));
        check("/phrases", json!([]));
    }
}
