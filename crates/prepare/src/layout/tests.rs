use readout_corpus::Role;

use super::*;
use crate::read;

fn laid_out(file: &str, text: &str) -> (Document, Vec<Warning>) {
    let reading = read(file, text.as_bytes());
    let mut warnings = reading.warnings;
    let document = lay_out(&reading.documents[0], &Settings::default(), &mut warnings);
    (document, warnings)
}

/// Role and words of every sentence after the title, and that each leads back to its own words.
fn check(file: &str, text: &str, title: &str, expect: &[(Role, &str)]) {
    let (document, _) = laid_out(file, text);
    assert_eq!(document.card.title, title);
    assert!(document.text.starts_with(title));
    let found: Vec<(Role, &str)> = document
        .sentences
        .iter()
        .enumerate()
        .skip(1)
        .map(|(n, sentence)| (sentence.role, document.sentence_text(n as u32)))
        .collect();
    assert_eq!(found, expect, "{text}");
    for sentence in document.sentences.iter().skip(1).filter(|s| s.source.is_some()) {
        let own: Vec<&str> = sentence.span.of(&document.text).unwrap().split_whitespace().collect();
        let there: Vec<&str> = sentence.source.unwrap().of(text).unwrap().split_whitespace().collect();
        assert_eq!(own, there);
    }
}

const CAPTURE: &str = "Home > News
Harbour ministers agree on a ferry

Reuters | Rome | Updated: 03-05-2019 14:22 GMT
Share this with friends

The harbour ministers agreed on Friday to start a ferry between the two ports.

The minister (R) shakes hands with the envoy in Rome. [Photo: Reuters]

The ferry is to run on every day of the week, the ministers said.

Related stories
Storm closes the northern port
Fishermen wait for better weather

Copyright 2019 Harbour Board. All rights reserved.";

#[test]
fn a_capture_is_freed_of_its_furniture() {
    check(
        "a.txt",
        CAPTURE,
        "Harbour ministers agree on a ferry",
        &[
            (Role::Body, "The harbour ministers agreed on Friday to start a ferry between the two ports."),
            (Role::Caption, "The minister (R) shakes hands with the envoy in Rome."),
            (Role::Caption, "[Photo: Reuters]"),
            (Role::Body, "The ferry is to run on every day of the week, the ministers said."),
        ],
    );
    let (document, warnings) = laid_out("a.txt", CAPTURE);
    assert_eq!(document.card.source.as_deref(), Some("Reuters"));
    assert_eq!(document.card.published.map(|d| d.to_string()).as_deref(), Some("2019-05-03"));
    assert_eq!(document.card.dateline.and_then(|d| d.place).as_deref(), Some("Rome"));
    assert_eq!(document.card.language, "en");
    assert_eq!(warnings, []);
}

#[test]
fn a_summary_above_the_byline_repeats_the_body() {
    let text = "Ministers agree on a ferry\n\nThe ferry is to run on every day of the week.\n\nReuters | Updated: 2019-05-03 10:00\n\nThe ministers of the two harbours met in Rome on Friday to talk about trade.\n\nThe ferry is to run on every day of the week.";
    let (document, _) = laid_out("a.txt", text);
    let found: Vec<_> = document.sentences.iter().map(|s| (s.role, s.repeats)).collect();
    assert_eq!(
        found,
        [(Role::Title, None), (Role::Summary, Some(3)), (Role::Body, None), (Role::Body, None)]
    );
}

#[test]
fn front_matter_says_what_the_text_does_not() {
    let text = "---\ntitle: Talks &amp; tea\nsource: The White House\ndate: 2021-10-06\nrights: excerpt\n---\n\nThe minister met\nthe envoy.\n\n- Trade\n- Climate\n\n\\###";
    check(
        "a.md",
        text,
        "Talks & tea",
        &[(Role::Body, "The minister met the envoy."), (Role::Body, "Trade"), (Role::Body, "Climate")],
    );
    let (document, _) = laid_out("a.md", text);
    assert_eq!(document.card.source.as_deref(), Some("White House"));
    assert_eq!(document.card.side.as_deref(), Some("US"));
    assert_eq!(document.card.rights, Rights::Excerpt);
}

#[test]
fn a_document_without_a_title_takes_its_first_words() {
    let (document, _) = laid_out("deep/Some file.txt", "They met.");
    assert_eq!(document.card.title, "They met.");
    assert_eq!(document.card.id, "some-file");
}

#[test]
fn a_page_gives_its_own_facts_and_nothing_of_its_scripts() {
    let text = "<html lang=en><head><title>Ferry agreed - Harbour Times</title><meta property=og:title content='Ferry agreed by both ministers'><meta property=article:published_time content=2019-05-03T10:00:00Z><script>var evil = 'Evil words stand here.';</script></head><body><nav><a href=/>Home</a></nav><article><h1>Ferry agreed by both ministers</h1><p>The ministers met in <b>Rome</b>.</p><p>They \u{202e}agreed.</p></article><footer>Copyright 2019</footer></body></html>";
    check(
        "a.html",
        text,
        "Ferry agreed by both ministers",
        &[(Role::Body, "The ministers met in Rome."), (Role::Body, "They agreed.")],
    );
    let (document, _) = laid_out("a.html", text);
    assert_eq!(document.card.published.map(|d| d.to_string()).as_deref(), Some("2019-05-03"));
    assert!(document.sentences.iter().all(|s| s.source.is_none()));
}

#[test]
fn a_page_on_one_line_is_read_too() {
    let text = "Harbour ministers agree on a ferry Reuters | Updated: 2019-05-03 10:00 The harbour ministers agreed on Friday to start a ferry between the two ports. The ferry is to run on every day of the week, the ministers said. They will meet again in the autumn, when the first of the new ships is ready to leave the yard. Until then the old ship goes on. Both ports are to be deepened before the winter storms come. Copyright 2019 Harbour Board. All rights reserved.";
    let (document, _) = laid_out("a.txt", text);
    assert_eq!(document.card.title, "Harbour ministers agree on a ferry");
    assert_eq!(document.card.source.as_deref(), Some("Reuters"));
    assert_eq!(document.card.body_sentences, 5);
    assert!(!document.text.contains("Copyright"));
}

#[test]
fn hostile_text_is_inert() {
    for text in [
        "(".repeat(5000),
        "<div>".repeat(5000),
        "> ".repeat(5000) + "a",
        "&".repeat(5000),
        "\u{202e}".repeat(50) + "a",
    ] {
        for file in ["a.txt", "a.md", "a.html"] {
            let (document, _) = laid_out(file, &text);
            assert!(!document.card.title.is_empty());
        }
    }
}
