//! Small invented corpora, built in code, and their explorers.
// Each test file uses its part of it, and a broken fixture should stop the test.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use readout_corpus::{
    Account, Bundle, Card, Corpus, DateMention, Dateline, Day, Document, Interval, Meeting, Mention,
    MentionKind, Mode, Overview, Person, Role, Sentence, Side, Source, SourceKind, Span, Statement, Topic,
    TopicMention, Voice, Why, bundle,
};
use readout_query::{Explorer, index};

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn days(from: &str, to: &str) -> Interval {
    Interval::new(day(from), day(to))
}

/// A document from a title and paragraphs; a sentence ends with a full stop, 。 or its paragraph.
pub fn document(id: &str, title: &str, paragraphs: &[&str]) -> Document {
    let mut text = title.to_owned();
    let sentence = |start: usize, end: usize, paragraph: u32, role| Sentence {
        span: Span::new(start, end),
        paragraph,
        role,
        repeats: None,
        source: None,
    };
    let mut sentences = vec![sentence(0, title.len(), 0, Role::Title)];
    for (number, paragraph) in (1..).zip(paragraphs) {
        text.push_str("\n\n");
        for part in paragraph.split_inclusive(['.', '。']) {
            let start = text.len() + part.len() - part.trim_start().len();
            text.push_str(part);
            if !part.trim().is_empty() {
                sentences.push(sentence(start, text.len(), number, Role::Body));
            }
        }
    }
    let body = sentences.len() as u32 - 1;
    let card = Card {
        id: id.to_owned(),
        file: format!("{id}.txt"),
        title: title.to_owned(),
        language: "en".to_owned(),
        body_sentences: body,
        ..Card::default()
    };
    Document { card, text, sentences, ..Document::default() }
}

/// The span of words in a document, and the number of their sentence.
fn place(document: &Document, words: &str) -> (u32, Span) {
    let start = document.text.find(words).unwrap_or_else(|| panic!("“{words}” in {}", document.text));
    let span = Span::new(start, start + words.len());
    let sentence = document.sentences.iter().position(|s| s.span.contains(span)).unwrap();
    (sentence as u32, span)
}

pub fn with_topic(mut document: Document, topic: &str, words: &str) -> Document {
    let (sentence, span) = place(&document, words);
    document.topics.push(TopicMention {
        sentence,
        span,
        topic: topic.to_owned(),
        why: Why::rule("test", words, 90),
    });
    document.topics.sort_by_key(|mention| mention.span);
    document
}

pub fn with_person(mut document: Document, name: &str, words: &str) -> Document {
    let (sentence, span) = place(&document, words);
    let why = Why::rule("test", words, 90);
    document.mentions.push(Mention { sentence, span, kind: MentionKind::Person, name: name.to_owned(), why });
    document.mentions.sort_by_key(|mention| mention.span);
    document
}

pub fn with_date(mut document: Document, words: &str, days: Interval) -> Document {
    let (sentence, span) = place(&document, words);
    document.dates.push(DateMention { sentence, span, days, why: Why::rule("test", words, 90) });
    document.dates.sort_by_key(|mention| mention.span);
    document
}

pub fn with_statement(mut document: Document, speaker: &str, voice: Voice, words: &str) -> Document {
    let (sentence, span) = place(&document, words);
    document.statements.push(Statement {
        sentence,
        meeting: None,
        speakers: vec![speaker.to_owned()],
        via: Vec::new(),
        about: Vec::new(),
        voice,
        mode: Mode::Indirect,
        cue: Some(span),
        carried: false,
        content: true,
        why: Why::rule("test", words, 90),
    });
    document.statements.sort_by_key(|statement| statement.sentence);
    document
}

pub fn explorer(corpus: &Corpus) -> Explorer {
    Explorer::open(bundle::write(corpus, index(corpus)).unwrap()).unwrap()
}

/// Only texts: one document for each, with its number as id and `-` as its title.
pub fn of_texts(texts: &[&str]) -> Corpus {
    let numbered = texts.iter().enumerate().map(|(n, text)| document(&n.to_string(), "-", &[text]));
    Corpus { documents: numbered.collect(), ..Corpus::default() }
}

/// The corpus of most tests: two ministries and an agency on two meetings, and a document on none.
pub fn talks() -> Corpus {
    let mut a = document(
        "a",
        "Foreign ministers meet in Beijing",
        &[
            "Wang Yi met his guest on Wednesday. China's position on THAAD is clear, Wang said.",
            "Both should properly handle the THAAD issue. He spoke of people-to-people exchanges.",
        ],
    );
    a = with_statement(a, "Wang Yi", Voice::Own, "Wang said");
    a = with_person(with_topic(a, "missile-defence", "THAAD issue"), "Wang Yi", "Wang Yi");
    a.card.source = Some("North ministry".to_owned());
    a.card.side = Some("North".to_owned());
    a.card.published = Some(day("2017-11-23"));

    let mut b = document(
        "b",
        "Minister on well-being and trade",
        &[
            "The minister said the two sides were properly handling the issue of trade.",
            "Kang Kyung-wha hoped for co-operation. An official said THAAD was not raised. Élysée guests came.",
        ],
    );
    b = with_statement(b, "Kang Kyung-wha", Voice::Own, "hoped");
    b = with_statement(b, "unnamed official", Voice::Unnamed, "official said");
    b = with_topic(with_topic(b, "trade", "issue of trade"), "missile-defence", "THAAD");
    b = with_date(b, "trade", days("1992-01-01", "1992-12-31"));
    b.card.source = Some("South ministry".to_owned());
    b.card.side = Some("South".to_owned());
    b.card.published = Some(day("2017-11-23"));

    let mut c = document(
        "c",
        "Agency report",
        &[
            "Sources said ministers would properly handle sensitive issues. Trade grew 1,000 times.",
            "Nothing was said of missiles. 双方同意妥善处理萨德问题。한국 정부는 사드 배치를 논의했다.",
        ],
    );
    c = with_statement(c, "unnamed official", Voice::Unnamed, "Sources said");
    c = with_topic(c, "trade", "Trade");
    c = with_date(
        with_date(c, "Trade", days("1992-01-01", "1992-12-31")),
        "missiles",
        days("2017-10-31", "2017-10-31"),
    );
    c.card.source = Some("Agency".to_owned());
    c.card.dateline = Some(Dateline { place: None, date: Some(day("2020-11-26")) });
    c.card.published = Some(day("2020-11-27"));

    let mut d = document("d", "Background", &["A note on fish."]);
    d.card.file = "d.txt".to_owned();

    let source = |name: &str, side: Option<&str>, kind| Source {
        name: name.to_owned(),
        side: side.map(str::to_owned),
        kind,
    };
    let side = |key: &str, name: &str| Side { key: key.to_owned(), name: name.to_owned() };
    let topic = |key: &str, label: &str| Topic { key: key.to_owned(), label: label.to_owned() };
    let person = |name: &str, aliases: &[&str]| Person {
        name: name.to_owned(),
        side: None,
        office: None,
        aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
    };
    let account = |id: &str, on: &str| Account {
        document: id.to_owned(),
        sentences: vec![(1, 2)],
        days: days(on, on),
        why: Why::rule("a-rule", "met", 90),
    };
    let meeting = |id: &str, on: &str, accounts| Meeting {
        id: id.to_owned(),
        days: days(on, on),
        place: Some("Beijing".to_owned()),
        participants: vec!["Wang Yi".to_owned(), "Kang Kyung-wha".to_owned()],
        accounts,
    };
    Corpus {
        overview: Overview {
            title: "Talks".to_owned(),
            sides: vec![side("North", "The North"), side("South", "The South")],
            sources: vec![
                source("Agency", None, SourceKind::Wire),
                source("North ministry", Some("North"), SourceKind::Official),
                source("South ministry", Some("South"), SourceKind::Official),
            ],
            people: vec![
                person("Kang Kyung-wha", &["강경화"]),
                person("Wang Yi", &["王毅", "Foreign Minister Wang"]),
            ],
            topics: vec![topic("missile-defence", "Missile defence"), topic("trade", "Trade")],
            ..Overview::default()
        },
        documents: vec![a, b, c, d],
        meetings: vec![
            meeting("first", "2017-11-22", vec![account("a", "2017-11-22"), account("b", "2017-11-22")]),
            meeting("second", "2018-01-05", vec![account("b", "2018-01-06")]),
        ],
    }
}

/// Opens a bundle of a corpus with other index sections.
pub fn explorer_with(corpus: &Corpus, sections: Vec<(readout_corpus::Section, Vec<u8>)>) -> Explorer {
    let bytes = bundle::write(corpus, sections).unwrap();
    assert!(Bundle::open(bytes.clone()).is_ok());
    Explorer::open(bytes).unwrap()
}
