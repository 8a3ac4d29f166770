//! Bytes from anywhere are a bundle that can be used, or a typed error. The input changes single bytes of
//! a bundle that is whole: as they are, they are noticed; with right checksums, the checks behind those
//! are reached.
#![no_main]

use std::ops::Range;

use libfuzzer_sys::fuzz_target;
use readout_corpus::{Bundle, Corpus, Section, bundle};
use readout_prepare::{Settings, assemble, prepare_document, read};
use readout_query::{Explorer, Request, index};
use xxhash_rust::xxh64::xxh64;

const TALKS: &str = "Harbour talks\n\nWang Yi met the envoy on May 3, 2018. Wang Yi said that trade grew. \
    双方同意妥善处理萨德问题。 한국 정부는 사드를 논의했다. Both agreed to meet in Seoul in June 2019.";

/// Bytes before the directory, of each of its rows (tag, length, checksum), and of a row of the table of
/// documents (end of the record, checksum).
const HEADER: usize = 16;
const ENTRY: usize = 20;
const ROW: usize = 16;

fuzz_target!(init: { whole(); }, |changes: (u8, u16, Vec<(u16, u8)>, &[u8])| {
    let (section, cut, changes, raw) = changes;
    use_all(raw.to_vec());

    let mut bytes = whole().to_vec();
    let sections = sections(&bytes);
    let (_, place) = &sections[section as usize % sections.len()];
    for (at, byte) in changes {
        if !place.is_empty() {
            bytes[place.start + at as usize % place.len()] = byte;
        }
    }
    let half = bytes[..cut as usize % bytes.len()].to_vec();
    assert!(Bundle::open(half).is_err(), "half a bundle is taken for a whole one");
    assert_eq!(is_whole(bytes.clone()), bytes == whole(), "only the whole bundle is whole");
    seal(&mut bytes, &sections);
    use_all(bytes);
});

/// Whether all parts of a bundle are there and undamaged.
fn is_whole(bytes: Vec<u8>) -> bool {
    let Ok(bundle) = Bundle::open(bytes) else { return false };
    let documents = bundle.document_count().unwrap_or_default();
    bundle.sections().all(|section| bundle.section(section).is_ok())
        && (0..documents).all(|document| bundle.document(document).is_ok())
}

/// Asks a bundle for all that it has. Errors are answers.
fn use_all(bytes: Vec<u8>) {
    let Ok(explorer) = Explorer::open(bytes) else { return };
    let count = explorer.cards().len() as u32;
    for document in 0..count.min(4) {
        let _ = explorer.document(document).map(|document| bundle::check_document(&document).expect("checked"));
    }
    for text in ["trade", "\"trade grew\"", "tra*", "tradee", "萨德", "-envoy", "speaker:wang", "met OR grew"] {
        let request = Request { text: text.to_owned(), ..Request::default() };
        let Ok(answer) = explorer.search(&request) else { continue };
        let _ = explorer.dates_named(&answer);
        for found in answer.documents.iter().take(4) {
            assert!(found.document < count, "a document is found that there is not");
            let _ = explorer.snippet(&request, found.document, 60);
        }
    }
}

/// Where each section lies, by the directory.
fn sections(bytes: &[u8]) -> Vec<(Section, Range<usize>)> {
    let number = |at: usize| u64::from_le_bytes(*bytes[at..].first_chunk().expect("a number")) as usize;
    let count = number(8) >> 32;
    let mut start = HEADER + ENTRY * count + 8;
    let row = |n: usize| {
        let at = HEADER + ENTRY * n;
        let tag = *bytes[at..].first_chunk().expect("a tag");
        let place = start..start + number(at + 4);
        start = place.end;
        (Section(tag), place)
    };
    (0..count).map(row).collect()
}

/// Writes the checksums anew, those of single documents included.
fn seal(bytes: &mut [u8], sections: &[(Section, Range<usize>)]) {
    let put = |bytes: &mut [u8], at: usize, sum: u64| bytes[at..at + 8].copy_from_slice(&sum.to_le_bytes());
    let place = |tag| sections.iter().find(|(section, _)| *section == tag).map(|(_, place)| place.clone());
    let (table, records) =
        place(Section::DOCUMENT_TABLE).zip(place(Section::DOCUMENTS)).expect("every bundle has both");
    let mut start = 0;
    for row in table.step_by(ROW) {
        let end = u64::from_le_bytes(*bytes[row..].first_chunk().expect("a row")) as usize;
        let Some(record) = bytes[records.clone()].get(start..end) else { break };
        put(bytes, row + 8, xxh64(record, 0));
        start = end;
    }
    for (n, (_, place)) in sections.iter().enumerate() {
        let sum = xxh64(&bytes[place.clone()], 0);
        put(bytes, HEADER + ENTRY * n + 12, sum);
    }
    let end = HEADER + ENTRY * sections.len();
    put(bytes, end, xxh64(&bytes[..end], 0));
}

/// A bundle of a small corpus; that it holds the corpus is asserted once.
fn whole() -> &'static [u8] {
    static WHOLE: std::sync::LazyLock<Vec<u8>> = std::sync::LazyLock::new(|| {
        let settings = Settings::from_toml("rights = \"excerpt\"\nexcerpt = { share = 60 }").0;
        let documents = ["a.txt", "b.txt"].map(|name| read(name, TALKS.as_bytes()).documents.remove(0));
        let corpus: Corpus =
            assemble(&settings, documents.iter().map(|source| prepare_document(source, &settings)), Vec::new());
        bundle::write(&corpus, index(&corpus)).expect("what is prepared can be written")
    });
    &WHOLE
}
