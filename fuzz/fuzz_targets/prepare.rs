//! Any text can be prepared, written, opened and searched, and comes out of the bundle as it went in. The
//! first line is what is asked.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readout_corpus::{Corpus, bundle};
use readout_prepare::{Settings, SourceDocument, assemble, prepare_document, read};
use readout_query::{Explorer, Request, index};

fuzz_target!(init: { settings(); }, |text: &str| {
    let asked = text.lines().next().unwrap_or_default();
    for name in ["a.txt", "a.md", "a.html"] {
        let sources = read(name, text.as_bytes()).documents;
        let corpus = prepared(&sources);
        let bytes = bundle::write(&corpus, index(&corpus)).expect("what is prepared can be written");
        let again = prepared(&sources);
        assert_eq!(bundle::write(&again, index(&again)).as_ref(), Ok(&bytes), "two runs give the same bytes");
        let explorer = Explorer::open(bytes).expect("what was written can be opened");
        for (n, document) in (0..).zip(&corpus.documents) {
            let read = explorer.document(n).expect("what was written can be read");
            assert_eq!(*read, *document.shown(), "a document comes out as it went in");
        }
        let request = Request { text: asked.to_owned(), ..Request::default() };
        for found in explorer.search(&request).expect("a question has an answer").documents {
            let hits = explorer.hits(&request, found.document).expect("hits can be placed");
            assert_eq!(hits.len() as u32, found.hits);
            explorer.snippet(&request, found.document, 80).expect("hits have a passage");
        }
    }
});

fn prepared(sources: &[SourceDocument]) -> Corpus {
    assemble(settings(), sources.iter().map(|source| prepare_document(source, settings())), Vec::new())
}

/// The rights are those of an excerpt, so that gaps are written, too.
fn settings() -> &'static Settings {
    static SETTINGS: std::sync::LazyLock<Settings> =
        std::sync::LazyLock::new(|| Settings::from_toml("rights = \"excerpt\"").0);
    &SETTINGS
}
