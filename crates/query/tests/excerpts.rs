//! Excerpts: what is asked of a text of which only some sentences are shown.
#![allow(clippy::unwrap_used)] // The leave for tests does not reach their helpers.

mod support;

use readout_corpus::{Corpus, Gap, bundle};
use readout_query::{Explorer, Note, Request, index};
use support::{document, explorer, with_date, with_person, with_topic};

/// An excerpt whose third to fifth sentences are not shown, and a full text.
fn corpus() -> Corpus {
    let filler = "and so on ".repeat(12);
    let hidden = format!("Then they spoke of quotas, and again of quotas, in a well-being plan {filler}.");
    let mut excerpt = document(
        "excerpt",
        "Harbour talks",
        &[
            "The envoys met at the harbour. They spoke of the ferry.",
            &format!(
                "{hidden} 双方同意妥善处理渔业问题。양국은 미사일과 어업을 논의했다. The ferry starts in May."
            ),
        ],
    );
    excerpt = with_topic(with_person(excerpt, "Ann Quill", "envoys"), "fisheries", "渔业");
    excerpt = with_topic(excerpt, "fisheries", "quotas");
    excerpt = with_date(excerpt, "so on", support::days("1992-01-01", "1992-12-31"));
    excerpt.gaps = vec![Gap { first: 3, last: 5 }];
    excerpt.card.withheld = 3;
    let full = document("full", "Quotas", &["They spoke of quotas and of the ferry. They came again."]);
    Corpus { documents: vec![excerpt, full], ..talks_of(&["fisheries"]) }
}

fn talks_of(topics: &[&str]) -> Corpus {
    let mut corpus = Corpus::default();
    for key in topics {
        let topic = readout_corpus::Topic { key: (*key).to_owned(), label: (*key).to_owned() };
        corpus.overview.topics.push(topic);
    }
    corpus
}

fn request(text: &str) -> Request {
    Request { text: text.to_owned(), ..Request::default() }
}

/// Each document found, with the places that are shown and those that are not.
fn found(explorer: &Explorer, text: &str) -> String {
    let mut found = explorer.search(&request(text)).unwrap().documents;
    found.sort_by_key(|found| found.document);
    for one in &found {
        assert_eq!(explorer.hits(&request(text), one.document).unwrap().len() as u32, one.hits, "{text}");
        explorer.snippet(&request(text), one.document, 80).unwrap();
    }
    let name = |n: u32| explorer.cards()[n as usize].id.clone();
    let all = found.iter().map(|f| format!("{} {}+{}", name(f.document), f.hits, f.withheld));
    all.collect::<Vec<_>>().join(", ")
}

#[test]
fn words_count_where_they_are_not_shown_and_phrases_do_not() {
    let explorer = explorer(&corpus());
    let check = |text: &str, expect: &str, in_part: bool| {
        assert_eq!(found(&explorer, text), expect, "{text}");
        let notes = explorer.search(&request(text)).unwrap().notes;
        assert_eq!(notes.contains(&Note::NotShown { documents: 1 }), in_part, "{text}: {notes:?}");
    };
    check("quotas", "excerpt 0+2, full 2+0", false);
    check("ferry", "excerpt 2+0, full 1+0", false);
    check("spoke ferry", "excerpt 3+1, full 2+0", false);
    check("wellbeing", "excerpt 0+1", false);
    check("quot*", "excerpt 0+2, full 2+0", false);
    check("-quotas", "", false);
    check("quotas OR envoys", "excerpt 1+2, full 2+0", false);
    check("\"spoke of\"", "excerpt 1+0, full 1+0", true);
    check("\"again of quotas\"", "", true);
    check("-\"spoke of\"", "", true);
    check("well-being", "excerpt 0+1", false);
    check("\"well-being\"", "", true);
    check("미사일", "excerpt 0+1", false);
    check("\"미사일\"", "", true);
    check("渔业", "excerpt 0+1", true);
    check("双方", "", true);
    check("", "excerpt 0+0, full 0+0", false);
}

#[test]
fn no_phrase_and_no_passage_runs_over_a_gap() {
    let explorer = explorer(&corpus());
    assert_eq!(found(&explorer, "\"ferry the ferry\""), "");
    let snippet = explorer.snippet(&request("ferry"), 0, 400).unwrap();
    let text: String = snippet.pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert!(text.contains("spoke of the ferry. … The ferry starts"), "{text}");
}

#[test]
fn days_that_only_withheld_sentences_name_are_not_listed() {
    let explorer = explorer(&corpus());
    let answer = explorer.search(&request("")).unwrap();
    assert_eq!(explorer.dates_named(&answer).unwrap(), []);
}

/// Two texts with the same words in another order give the same bytes: nothing is left of the order.
#[test]
fn nothing_in_the_index_tells_the_order_of_withheld_words() {
    let write = |first: &str, second: &str| {
        let rest = "one two three four five six seven eight nine ten ".repeat(4);
        let paragraph = format!("Shown here. {first} {rest}. {second}");
        let mut document = document("a", "Title", &[&paragraph]);
        document.gaps = vec![Gap { first: 2, last: 4 }];
        document.card.withheld = 3;
        let corpus = Corpus { documents: vec![document], ..Corpus::default() };
        bundle::write(&corpus, index(&corpus)).unwrap()
    };
    let (one, other) = ("Zeal quickly met Xenon and Yarrow. ", "Wren left under protest.");
    let swapped = ("Yarrow met Zeal and quickly Xenon. ", "Protest left under Wren.");
    assert!(write(one, other) == write(swapped.0, swapped.1));
    assert!(write(one, other) != write(one, "Wren left under protests."));
}
