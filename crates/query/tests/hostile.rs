//! Bytes that no index writes, in a bundle whose checksums agree with them: errors or odd answers,
//! never a panic, and never a document that there is not.

mod support;

use proptest::prelude::*;
use proptest::sample::Index;
use readout_corpus::Section;
use readout_query::{Facet, Request, index};
use support::{explorer_with, of_texts, talks};

fn ask_everything(corpus: &readout_corpus::Corpus, sections: Vec<(Section, Vec<u8>)>) {
    let explorer = explorer_with(corpus, sections);
    let count = corpus.documents.len() as u32;
    for text in [
        "",
        "THAAD",
        "minsiter",
        "\"properly handle\"",
        "s*",
        "萨德问题 OR 한국",
        "-trade co-operation",
        "speaker:wang",
    ] {
        let mut request = Request { text: text.to_owned(), ..Request::default() };
        for chosen in [false, true] {
            if chosen {
                request.toggle(Facet::Side, "North");
                request.days = Some(support::days("2017-01-01", "2018-12-31"));
            }
            if let Ok(answer) = explorer.search(&request) {
                assert!(answer.documents.iter().all(|found| found.document < count));
                let _ = explorer.dates_named(&answer);
            }
            for document in 0..count {
                let _ = explorer.snippet(&request, document, 60);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn changed_bytes_never_panic(
        section in any::<Index>(),
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..4),
        cut in prop::option::weighted(0.2, any::<Index>()),
    ) {
        let corpus = talks();
        let mut sections = index(&corpus);
        let bytes = &mut section.get_mut(&mut sections).1;
        for (at, byte) in changes {
            *at.get_mut(bytes) = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        ask_everything(&corpus, sections);
    }

    #[test]
    fn the_index_of_another_corpus_never_panics(other in prop::collection::vec("[a-z 中国-]{1,30}[a-z]", 0..9)) {
        let texts: Vec<&str> = other.iter().map(String::as_str).collect();
        ask_everything(&talks(), index(&of_texts(&texts)));
    }
}

#[test]
fn a_missing_section_is_an_error() {
    let corpus = talks();
    let whole = index(&corpus);
    for n in 0..whole.len() {
        let mut sections = whole.clone();
        let (section, _) = sections.remove(n);
        let explorer = explorer_with(&corpus, sections);
        let answer = explorer.search(&Request { text: "THAAD".to_owned(), ..Request::default() });
        let named = answer.as_ref().map_err(Clone::clone).and_then(|answer| explorer.dates_named(answer));
        assert!(named.is_err(), "{section}");
    }
}
