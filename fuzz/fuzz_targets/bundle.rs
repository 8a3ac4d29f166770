//! Bytes from anywhere are a bundle that can be used, or a typed error. The input changes single bytes of
//! a bundle that is whole and seals it again, so that the checks behind the checksums are reached; what is
//! not sealed again is refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readout_corpus::{Bundle, Corpus, bundle};
use readout_prepare::{Settings, assemble, prepare_document, read};
use readout_query::{Explorer, Request, index};
use xxhash_rust::xxh64::xxh64;

const TALKS: &str = "Harbour talks\n\nWang Yi met the envoy on May 3, 2018. Wang Yi said that trade grew. \
    双方同意妥善处理萨德问题。 한국 정부는 사드를 논의했다. Both agreed to meet in Seoul in June 2019.";

/// Bytes of the header, and of a section's entry in the directory: tag, length, checksum.
const HEADER: usize = 16;
const ENTRY: usize = 20;

fuzz_target!(init: { whole(); }, |changes: (u8, u16, Vec<(u16, u8)>, &[u8])| {
    let (section, cut, changes, raw) = changes;
    use_all(raw.to_vec());
    let mut bytes = whole().to_vec();
    let mut sections = sections(&bytes);
    let changed = sections.swap_remove(section as usize % sections.len());
    for (at, byte) in changes {
        if let Some(place) = changed.clone().nth(at as usize % changed.len().max(1)) {
            bytes[place] = byte;
        }
    }
    if bytes != whole() {
        let found = Explorer::open(bytes.clone()).and_then(|explorer| look_at(explorer.bundle(), &bytes));
        assert!(found.is_err(), "a damaged bundle was taken for a whole one");
    }
    let short = bytes[..cut as usize % bytes.len()].to_vec();
    assert!(Bundle::open(short).is_err(), "half a bundle was taken for a whole one");
    seal(&mut bytes);
    use_all(bytes);
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
