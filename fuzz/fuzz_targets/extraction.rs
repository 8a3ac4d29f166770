//! Any web page, capture and Markdown gives a text whose sentences lie where they say.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readout_corpus::bundle::check_document;
use readout_prepare::{Settings, read, stages};

fuzz_target!(init: { settings(); }, |text: &str| {
    for name in ["a.html", "a.txt", "a.md"] {
        for source in read(name, text.as_bytes()).documents {
            let document = stages::layout(&source, settings());
            check_document(&document).expect("what is laid out keeps its promises");
            for sentence in document.sentences.iter().filter_map(|sentence| sentence.source) {
                assert!(sentence.of(text).is_some(), "a sentence lies in its file");
            }
        }
    }
});

fn settings() -> &'static Settings {
    static SETTINGS: std::sync::LazyLock<Settings> = std::sync::LazyLock::new(Settings::builtin);
    &SETTINGS
}
