//! Dates in any text, published on a day, resolve to days that the calendar has, in words that lie in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readout_corpus::bundle::check_document;
use readout_corpus::{Card, Dateline, Day, Document, Role, Sentence, Span};
use readout_prepare::stages;

fuzz_target!(|input: (i32, bool, &str)| {
    let (days, korean, text) = input;
    let day = Day::from_epoch_days(days % 200_000);
    let mut document = Document {
        card: Card {
            id: "a".to_owned(),
            title: "A".to_owned(),
            language: if korean { "ko" } else { "en" }.to_owned(),
            published: day,
            dateline: Some(Dateline { place: None, date: day }),
            ..Card::default()
        },
        text: "A\n\n".to_owned(),
        ..Document::default()
    };
    let sentence = |start: usize, end: usize, paragraph, role| Sentence {
        span: Span::new(start, end),
        paragraph,
        role,
        repeats: None,
        source: None,
    };
    document.sentences.push(sentence(0, 1, 0, Role::Title));
    for words in text.split(['\n', '.', '。']).filter(|words| !words.is_empty()) {
        let start = document.text.len();
        document.text.push_str(words);
        document.sentences.push(sentence(start, document.text.len(), 1, Role::Body));
        document.card.body_sentences += 1;
    }
    document.dates = stages::dates(&document);
    // Spans inside their sentences and in order, days that there are, from <= to.
    check_document(&document).expect("dates keep their promises");
    assert!(document.dates.iter().all(|date| !date.span.is_empty()), "a date has words");
    assert_eq!(stages::dates(&document), document.dates, "two runs find the same");
});
