//! Bytes from anywhere are a bundle that can be used, or a typed error. The input changes single bytes of
//! a bundle that is whole, and seals it again, so that the checks behind the checksums are reached.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readout_corpus::{Corpus, Section, bundle};
use readout_prepare::{Settings, assemble, prepare_document, read};
use readout_query::{Explorer, Request, index};

const TALKS: &str = "Harbour talks\n\nWang Yi met the envoy on May 3, 2018. Wang Yi said that trade grew. \
    双方同意妥善处理萨德问题。 한국 정부는 사드를 논의했다. Both agreed to meet in Seoul in June 2019.";

fuzz_target!(init: { corpus(); }, |changes: (u8, Vec<(u16, u8)>, &[u8])| {
    let (section, changes, raw) = changes;
    use_all(raw.to_vec());
    let mut sections: Vec<(Section, Vec<u8>)> = index(corpus());
    let count = sections.len();
    let (_, bytes) = &mut sections[section as usize % count];
    for (at, byte) in changes {
        let length = bytes.len().max(1);
        if let Some(place) = bytes.get_mut(at as usize % length) {
            *place = byte;
        }
    }
    use_all(bundle::write(corpus(), sections).expect("sections are not looked into"));
});

/// Asks a bundle for all that it has. Errors are answers.
fn use_all(bytes: Vec<u8>) {
    let Ok(explorer) = Explorer::open(bytes) else { return };
    for text in ["trade", "\"trade grew\"", "tra*", "tradee", "萨德", "-envoy", "speaker:wang", "met OR grew"] {
        let request = Request { text: text.to_owned(), ..Request::default() };
        let Ok(answer) = explorer.search(&request) else { continue };
        let _ = explorer.dates_named(&answer);
        for found in answer.documents.iter().take(4) {
            let _ = explorer.snippet(&request, found.document, 60);
        }
    }
}

fn corpus() -> &'static Corpus {
    static CORPUS: std::sync::LazyLock<Corpus> = std::sync::LazyLock::new(|| {
        let settings = Settings::from_toml("rights = \"excerpt\"\nexcerpt = { share = 60 }").0;
        let documents = ["a.txt", "b.txt"].map(|name| read(name, TALKS.as_bytes()).documents.remove(0));
        assemble(&settings, documents.iter().map(|source| prepare_document(source, &settings)), Vec::new())
    });
    &CORPUS
}
