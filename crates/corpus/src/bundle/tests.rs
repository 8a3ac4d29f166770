//! Tests of the bundle: what is written comes back, and no bytes whatever get past the checks.

use super::*;
use crate::{
    Account, Commitment, CommitmentKind, DateMention, Dateline, Day, Interval, Mention, MentionKind, Mode,
    Rights, Role, Sentence, Side, Source, SourceKind, Span, Statement, Topic, TopicMention, Voice, Why,
};

/// A day in 2019.
fn day(month: u8, day: u8) -> Day {
    Day::from_ymd(2019, month, day).unwrap()
}

/// A document with two body sentences and a mark of every kind.
fn document(id: &str) -> Document {
    let title = "Talks on the bridge";
    let first = "The minister said on May 3 that trade – and the bridge – would grow.";
    let second = "外长表示将会晤。";
    let text = format!("{title}\n\n{first} {second}");
    let find = |words: &str| {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let sentence = |words: &str, paragraph: u32, role: Role| Sentence {
        span: find(words),
        paragraph,
        role,
        repeats: None,
        source: Some(find(words)),
    };
    let why = |evidence: &str| Why::rule("a-rule", evidence, 90);
    Document {
        card: Card {
            id: id.to_owned(),
            file: format!("{id}.txt"),
            sha256: "00".repeat(32),
            title: title.to_owned(),
            source: Some("Harbour Ministry".to_owned()),
            side: Some("Harbour".to_owned()),
            published: Some(day(5, 4)),
            dateline: Some(Dateline { place: Some("Port".to_owned()), date: Some(day(5, 3)) }),
            language: "en".to_owned(),
            rights: Rights::Full,
            url: None,
            duplicate_of: None,
            body_sentences: 2,
        },
        sentences: vec![
            sentence(title, 0, Role::Title),
            sentence(first, 1, Role::Body),
            sentence(second, 1, Role::Body),
        ],
        statements: vec![Statement {
            sentence: 1,
            meeting: Some("2019-05-03-bridge".to_owned()),
            speakers: vec!["the minister".to_owned()],
            via: vec![],
            about: vec![],
            voice: Voice::Own,
            mode: Mode::Indirect,
            cue: Some(find("said")),
            carried: false,
            content: true,
            why: why("said"),
        }],
        mentions: vec![Mention {
            sentence: 2,
            span: find("外长"),
            kind: MentionKind::Person,
            name: "the minister".to_owned(),
            why: why("外长"),
        }],
        topics: vec![TopicMention {
            sentence: 1,
            span: find("trade"),
            topic: "trade".to_owned(),
            why: why("trade"),
        }],
        dates: vec![DateMention {
            sentence: 1,
            span: find("May 3"),
            days: Interval::day(day(5, 3)),
            why: why("May 3"),
        }],
        commitments: vec![Commitment {
            sentence: 2,
            kind: CommitmentKind::Planned,
            by: vec!["the minister".to_owned()],
            due: Interval::month(2019, 6),
            why: why("将"),
        }],
        text,
    }
}

/// A corpus of two documents that tell of one meeting.
fn corpus() -> Corpus {
    let account = |document: &str| Account {
        document: document.to_owned(),
        sentences: vec![(1, 1), (2, 2)],
        days: Interval::day(day(5, 3)),
    };
    Corpus {
        overview: Overview {
            title: "Bridge talks".to_owned(),
            sides: vec![Side { key: "Harbour".to_owned(), name: "The harbour side".to_owned() }],
            sources: vec![Source {
                name: "Harbour Ministry".to_owned(),
                side: Some("Harbour".to_owned()),
                kind: SourceKind::Official,
            }],
            topics: vec![Topic { key: "trade".to_owned(), label: "Trade".to_owned() }],
            ..Overview::default()
        },
        documents: vec![document("one"), document("two")],
        meetings: vec![Meeting {
            id: "2019-05-03-bridge".to_owned(),
            days: Interval::day(day(5, 3)),
            place: Some("Port".to_owned()),
            participants: vec!["the minister".to_owned()],
            accounts: vec![account("one"), account("two")],
        }],
    }
}

const INDEX: Section = Section(*b"TEST");

fn written() -> Vec<u8> {
    write(&corpus(), vec![(INDEX, vec![1, 2, 3])]).unwrap()
}

#[test]
fn what_is_written_comes_back() {
    let bundle = Bundle::open(written()).unwrap();
    let corpus = corpus();
    assert_eq!(bundle.catalogue().unwrap(), &Catalogue::of(&corpus));
    assert_eq!(bundle.document_count(), Ok(2));
    for (n, document) in (0..).zip(&corpus.documents) {
        assert_eq!(bundle.document(n).as_ref(), Ok(document));
    }
    assert_eq!(bundle.document(2), Err(BundleError::NoSuchDocument { index: 2, count: 2 }));
    assert_eq!(bundle.section(INDEX), Ok(&[1, 2, 3][..]));
    assert_eq!(bundle.section(Section(*b"NONE")), Err(BundleError::Missing(Section(*b"NONE"))));
    let tags = [Section::CATALOGUE, Section::DOCUMENT_TABLE, Section::DOCUMENTS, INDEX];
    assert_eq!(bundle.sections().collect::<Vec<_>>(), tags);
}
