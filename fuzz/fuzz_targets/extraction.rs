//! Any web page, capture and Markdown gives a text whose sentences lie where they say and lose nothing of
//! its body.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readout_corpus::bundle::check_document;
use readout_prepare::{Settings, left_out, read, stages};

fuzz_target!(init: { settings(); }, |text: &str| {
    for name in ["a.html", "a.txt", "a.md"] {
        for source in read(name, text.as_bytes()).documents {
            let document = stages::layout(&source, settings());
            // Sentences in order, without overlap, on character boundaries, with ascending paragraphs.
            check_document(&document).expect("what is laid out keeps its promises");
            let mut end = 0;
            for sentence in &document.sentences {
                let between = &document.text[end..sentence.span.start as usize];
                assert!(between.trim().is_empty(), "“{between}” is in no sentence");
                assert!(sentence.span.of(&document.text).is_some_and(|words| !words.trim().is_empty()));
                if let Some(place) = sentence.source {
                    assert!(place.of(&source.text).is_some(), "a sentence lies in its file");
                }
                end = sentence.span.end as usize;
            }
            assert!(document.text[end..].trim().is_empty(), "words at the end are in no sentence");
            for part in left_out(&source, &document) {
                assert!(part.source.is_none_or(|place| place.of(&source.text).is_some()));
            }
        }
    }
});

fn settings() -> &'static Settings {
    static SETTINGS: std::sync::LazyLock<Settings> = std::sync::LazyLock::new(Settings::builtin);
    &SETTINGS
}
