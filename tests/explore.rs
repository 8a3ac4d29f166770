//! What a reader asks and is answered, from the address to the documents, without a browser: the
//! sample corpus through state and queries.

use std::path::Path;

use leptos::prelude::*;
use readout_app::queries::Queries;
use readout_app::queries::walk::{Step, step};
use readout_app::state::{Reading, ViewState, url};
use readout_cli::cache::Caching;
use readout_cli::folder;
use readout_query::{Explorer, Facet};

/// Opens the sample at an address and looks at it.
fn at(address: &str, look: impl FnOnce(Queries, ViewState)) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let prepared = folder::prepare(&corpus, Caching::Off).expect("the sample corpus can be prepared");
    let bytes = folder::bundle(&prepared.corpus).expect("the sample corpus keeps every promise");
    let explorer = Explorer::open(bytes).expect("what was just written can be opened");
    Owner::new().with(|| {
        let state = ViewState::new(url::read(address));
        look(Queries::new(explorer, state), state);
    });
}

/// Ids of the documents found, as far as their first word tells them apart: `2017-05-19-xinhua`.
fn found(queries: Queries) -> Vec<String> {
    let answer = queries.answer.get_untracked().expect("the index is sound");
    let mut ids: Vec<String> = queries.with(|explorer| {
        let id = |document: u32| explorer.cards()[document as usize].id.clone();
        answer
            .documents
            .iter()
            .map(|found| id(found.document).split('-').take(4).collect::<Vec<_>>().join("-"))
            .collect()
    });
    ids.sort();
    ids
}

#[test]
fn an_address_is_answered() {
    let check = |address: &str, expect: &[&str]| {
        at(address, |queries, _| assert_eq!(found(queries), expect, "{address}"))
    };
    check("#q=THAAD", &["2017-05-19-xinhua", "2017-11-22-mfa", "2017-11-22-xinhua"]);
    check("#q=%22properly+handle%22", &["2017-05-19-xinhua", "2017-11-22-xinhua", "2020-11-26-mfa"]);
    check("#speaker=Lee+Hae-chan", &["2017-05-19-xinhua"]);
    check("#days=2020-01-01..2020-12-31", &["2020-11-26-mfa", "2020-11-26-reuters"]);
    check("#days=2020-01-01..2020-12-31&side=China", &["2020-11-26-mfa"]);
    check("#q=THAAD&speaker=Kang+Kyung-wha&voice=own", &["2017-11-22-mfa", "2017-11-22-xinhua"]);
    check("#q=no-such-word-anywhere", &[]);
}

#[test]
fn a_question_moves_every_answer() {
    at("#", |queries, state| {
        let speakers = |queries: Queries| {
            let answer = queries.answer.get_untracked().expect("the index is sound");
            let counts =
                answer.facets.iter().find(|f| f.facet == Facet::Speaker).expect("speakers are counted");
            counts.values.iter().filter(|v| v.count > 0).count()
        };
        let all = speakers(queries);
        assert_eq!(found(queries).len(), 5);
        state.ask(|request| request.toggle(Facet::Meeting, "2020-11-26-wang-yi-kang-kyung-wha"));
        assert_eq!(found(queries).len(), 2);
        assert!(speakers(queries) < all);
        state.ask(|request| request.toggle(Facet::Meeting, "2020-11-26-wang-yi-kang-kyung-wha"));
        assert_eq!(found(queries).len(), 5);
    });
}

#[test]
fn the_walk_through_the_hits_visits_each_once() {
    at("#q=THAAD", |queries, state| {
        let answer = queries.answer.get_untracked().expect("the index is sound");
        let first = answer.documents[0].document;
        let (mut document, mut hit, mut visited) = (first, 0, 0);
        loop {
            let id = queries.with(|explorer| explorer.cards()[document as usize].id.clone());
            state.open(Reading { document: id, sentence: None, hit });
            let hits = queries.hits.get_untracked().len() as u32;
            visited += 1;
            match step(&answer, document, hit, hits, true) {
                Step::Within(next) => hit = next,
                Step::Document(next, at) => (document, hit) = (next, at),
                Step::Nowhere => panic!("there are hits"),
            }
            if (document, hit) == (first, 0) {
                break;
            }
        }
        assert_eq!(visited, answer.hits);
    });
}
