//! Questions to a small corpus: which documents answer, where the words stand, and what is said of
//! the question.
#![allow(clippy::unwrap_used)] // The leave for tests does not reach their helpers.

mod support;

use readout_corpus::{Interval, Span};
use readout_query::{Explorer, Facet, Note, Request};
use support::{day, days, document, explorer, of_texts, talks};

fn request(text: &str) -> Request {
    Request { text: text.to_owned(), ..Request::default() }
}

/// The ids of the documents that answer, in the order of the corpus.
fn ids(explorer: &Explorer, request: &Request) -> String {
    let mut found: Vec<u32> =
        explorer.search(request).unwrap().documents.iter().map(|f| f.document).collect();
    found.sort_unstable();
    let ids: Vec<&str> = found.iter().map(|&n| explorer.cards()[n as usize].id.as_str()).collect();
    ids.join(" ")
}

fn check(text: &str, expect: &str) {
    assert_eq!(ids(&explorer(&talks()), &request(text)), expect, "{text}");
}

fn check_notes(text: &str, expect: &[Note]) {
    assert_eq!(explorer(&talks()).search(&request(text)).unwrap().notes, expect, "{text}");
}

/// All documents' hits, each in brackets with its sentence's number.
fn marked(explorer: &Explorer, text: &str) -> String {
    let request = request(text);
    let answer = explorer.search(&request).unwrap();
    let mut all = Vec::new();
    for found in &answer.documents {
        let document = explorer.document(found.document).unwrap();
        let hits = explorer.hits(&request, found.document).unwrap();
        assert_eq!(hits.len() as u32, found.hits, "{text}: {}", document.card.id);
        let hits: Vec<String> = hits
            .iter()
            .map(|hit| {
                assert!(document.sentences[hit.sentence as usize].span.overlaps(hit.span));
                format!("{}[{}]", hit.sentence, hit.span.of(&document.text).unwrap())
            })
            .collect();
        all.push((found.document, format!("{} {}", document.card.id, hits.join(" "))));
    }
    assert_eq!(answer.hits, answer.documents.iter().map(|f| u64::from(f.hits)).sum::<u64>());
    all.sort_unstable();
    all.into_iter().map(|(_, hits)| hits).collect::<Vec<_>>().join("; ")
}

fn check_hits(text: &str, expect: &str) {
    assert_eq!(marked(&explorer(&talks()), text), expect, "{text}");
}

#[test]
fn words_or_and_not() {
    check("", "a b c d");
    check("THAAD", "a b");
    check("thaad trade", "b");
    check("fish OR trade", "b c d");
    check("THAAD -trade", "a");
    check("minister OR ministers said", "a b c");
    check("said (fish OR co-operation)", "b");
    check("-THAAD", "c d");
    check("-said OR trade", "b c d");
    check("nonexistentword", "");
    check("the", "a b");
}

#[test]
fn phrases_are_exact_and_stay_in_their_paragraph() {
    check("\"properly handle\"", "a c");
    check("\"properly handling\"", "b");
    check("\"handle properly\"", "");
    check("\"properly handl*\"", "a b c");
    check("\"beijing wang\"", "");
    check("\"clear wang\"", "a");
    check("\"said both\"", "");
    check("\"issue he spoke\"", "a");
}

#[test]
fn words_are_found_in_every_spelling() {
    check("elysee", "b");
    check("ÉLYSÉE", "b");
    check("china", "a");
    check("China’s", "a");
    check("well-being", "b");
    check("wellbeing", "b");
    check("being", "b");
    check("cooperation", "b");
    check("co-operation", "b");
    check("people-to-people", "a");
    check("exchanges", "a");
    check("\"people to people exchanges\"", "a");
    check("1000", "c");
    check("1,000", "c");
    check("min*", "a b c");
}

#[test]
fn scripts_without_spaces_are_found_by_any_part() {
    for part in ["萨", "萨德", "处理萨德问题", "萨德问", "사드", "사", "정부는", "한국"] {
        check(part, "c");
    }
    check("萨问", "");
    check("处理 萨德", "c");
    check("\"题한\"", "");
    check_hits("萨德", "c 4[萨德]");
    check_hits("妥善处理萨德问", "c 4[妥善处理萨德问]");
}

#[test]
fn fields_filter_by_part_of_a_name() {
    check("speaker:wang", "a");
    check("speaker:\"Kang Kyung-wha\"", "b");
    check("speaker:KYUNG", "b");
    check("speaker:王毅", "a");
    check("speaker:unnamed", "b c");
    check("person:wang", "a");
    check("topic:missile-defence", "a b");
    check("topic:\"missile defence\"", "a b");
    check("topic:trade -speaker:kang", "c");
    check("source:ministry", "a b");
    check("source:minis", "a b");
    check("side:north OR source:agency", "a c");
    check("year:2020", "c");
    check("voice:unnamed THAAD", "b");
    check("meeting:second", "b");
}

#[test]
fn every_place_is_marked_and_phrases_whole() {
    check_hits("THAAD", "a 2[THAAD] 3[THAAD]; b 3[THAAD]");
    check_hits("\"properly handle\"", "a 3[properly handle]; c 1[properly handle]");
    check_hits("\"properly handle\" handle", "a 3[properly handle]; c 1[properly handle]");
    check_hits("\"properly handle\" \"handle the\"", "a 3[properly handle the]");
    check_hits("china", "a 2[China]");
    check_hits("people", "a 4[people] 4[people]");
    check_hits("people-to-people", "a 4[people-to-people]");
    check_hits("cooperation", "b 2[co-operation]");
    check_hits("co*", "b 2[co-operation]");
    check_hits("beijing", "a 0[Beijing]");
    check_hits("said -trade", "a 2[said]");
    check_hits("fish OR thaad", "a 2[THAAD] 3[THAAD]; b 3[THAAD]; d 1[fish]");
    check_hits("speaker:wang", "a ");
}

#[test]
fn unknown_words_are_tried_as_beginnings_then_with_an_edit() {
    let began = |word: &str, instead: &[&str]| Note::Began {
        word: word.to_owned(),
        instead: instead.iter().map(|&word| word.to_owned()).collect(),
    };
    check("sensit", "c");
    check_notes("sensit", &[began("sensit", &["sensitive"])]);
    check_notes("Minis", &[began("Minis", &["ministers", "minister"])]);
    check("minsiter", "b");
    check_notes(
        "minsiter",
        &[Note::Fuzzy { word: "minsiter".to_owned(), instead: vec!["minister".to_owned()] }],
    );
    check("tradx", "b c");
    // What is left out is taken at its word, and so is a phrase.
    check("-sensit", "a b c d");
    check("\"sensit issues\"", "");
    check("\"sensit\"", "");
    check("fixh", "d");
    check("fxh", "");
}

#[test]
fn other_forms_of_a_phrase_are_offered() {
    let variant = |phrase: &str, variant: &str, documents| Note::Variant {
        phrase: phrase.to_owned(),
        variant: variant.to_owned(),
        documents,
    };
    check_notes("\"properly handle\"", &[variant("properly handle", "properly handling", 1)]);
    check_notes("\"properly handling\"", &[variant("properly handling", "properly handle", 2)]);
    check_notes("\"properly handle\" sensitive", &[]);
    check_notes("\"properly handle\" trade", &[variant("properly handle", "properly handling", 1)]);
    check_notes("-\"properly handle\" trade", &[]);
    check_notes("\"two sides\"", &[]);
    check_notes("\"properly handl*\"", &[]);
    let mut only_north = request("\"properly handle\"");
    only_north.toggle(Facet::Side, "North");
    assert_eq!(explorer(&talks()).search(&only_north).unwrap().notes, []);
}

#[test]
fn what_was_not_understood_is_noted() {
    check_notes("by:wang", &[Note::UnknownField { field: "by".to_owned() }]);
    check_notes("speaker:nobody", &[Note::NoSuchValue { facet: Facet::Speaker, value: "nobody".to_owned() }]);
    check("speaker:nobody", "");
    check_notes("… said", &[Note::Ignored { part: "…".to_owned() }]);
    check("… said", "a b c");
    check("…", "a b c d");
    check_notes("\"said", &[Note::Unclosed]);
    check_notes("-said", &[Note::OnlyNegative]);
}

#[test]
fn days_filter_by_meeting_then_dateline_then_publication() {
    let explorer = explorer(&talks());
    let check = |from: &str, to: &str, expect: &str| {
        let asked = Request { days: Some(days(from, to)), ..Request::default() };
        assert_eq!(ids(&explorer, &asked), expect, "{from} {to}");
    };
    check("2017-11-22", "2017-11-22", "a b");
    check("2017-11-23", "2017-12-31", "");
    check("2018-01-06", "2018-01-06", "b");
    check("2018-01-05", "2018-01-05", "");
    check("2020-01-01", "2020-12-31", "c");
    check("2020-11-27", "2020-11-27", "");
}

/// The values of a facet with their counts, chosen ones with a star.
fn check_facet(chosen: &[(Facet, &str)], text: &str, facet: Facet, expect: &str) {
    let mut asked = request(text);
    for (facet, value) in chosen {
        asked.toggle(*facet, value);
    }
    let answer = explorer(&talks()).search(&asked).unwrap();
    let counts = answer.facets.iter().find(|counts| counts.facet == facet).unwrap();
    let shown: Vec<String> = counts
        .values
        .iter()
        .map(|v| format!("{}{}={}", v.label, if v.chosen { "*" } else { "" }, v.count))
        .collect();
    assert_eq!(shown.join(", "), expect, "{text} {chosen:?}");
}

#[test]
fn facets_count_what_a_click_gives() {
    use Facet::{Meeting, Side, Source, Speaker, Topic, Voice, Year};
    check_facet(&[], "", Source, "Agency=1, North ministry=1, South ministry=1");
    check_facet(&[], "", Side, "No side=2, The North=1, The South=1");
    check_facet(&[], "", Year, "2017=2, 2020=1");
    check_facet(&[], "", Speaker, "Unnamed official=2, Kang Kyung-wha=1, Wang Yi=1");
    check_facet(&[], "THAAD", Source, "North ministry=1, South ministry=1, Agency=0");
    // Choices of one widening facet do not count against each other, others do.
    check_facet(&[(Source, "Agency")], "", Source, "Agency*=1, North ministry=1, South ministry=1");
    check_facet(&[(Source, "Agency")], "", Side, "No side=1, The North=0, The South=0");
    check_facet(
        &[(Source, "Agency"), (Side, "North")],
        "",
        Source,
        "North ministry=1, Agency*=0, South ministry=0",
    );
    // Narrowing facets count what is left.
    check_facet(&[(Topic, "trade")], "", Topic, "Trade*=2, Missile defence=1");
    check_facet(&[(Topic, "trade")], "", Voice, "Unnamed speaker=2, Own side=1");
    check_facet(
        &[(Topic, "trade"), (Topic, "missile-defence")],
        "",
        Source,
        "South ministry=1, Agency=0, North ministry=0",
    );
    check_facet(
        &[],
        "",
        Meeting,
        "22 November 2017: Wang Yi, Kang Kyung-wha (Beijing)=2, \
        5 January 2018: Wang Yi, Kang Kyung-wha (Beijing)=1",
    );
}

#[test]
fn a_click_gives_the_number_that_its_value_shows() {
    use Facet::{Person, Side, Source, Speaker, Topic, Year};
    let explorer = explorer(&talks());
    let choices: [&[(Facet, &str)]; 6] = [
        &[],
        &[(Source, "Agency")],
        &[(Source, "Agency"), (Side, "North")],
        &[(Year, "2017"), (Topic, "trade")],
        &[(Speaker, "unnamed official"), (Side, "")],
        &[(Person, "Wang Yi"), (Year, "2020"), (Year, "2017")],
    ];
    for text in ["", "said", "THAAD OR trade", "\"properly handle\""] {
        for choice in choices {
            let mut asked = request(text);
            choice.iter().for_each(|(facet, value)| asked.toggle(*facet, value));
            for counts in explorer.search(&asked).unwrap().facets {
                for value in counts.values {
                    let mut clicked = asked.clone();
                    if counts.facet.widens() {
                        clicked.chosen.remove(&counts.facet);
                    }
                    if !clicked.has(counts.facet, &value.value) {
                        clicked.toggle(counts.facet, &value.value);
                    }
                    let documents = explorer.search(&clicked).unwrap().documents.len();
                    assert_eq!(documents as u32, value.count, "{text} {choice:?} {value:?}");
                }
            }
        }
    }
}

#[test]
fn a_choice_that_does_not_exist_is_noted() {
    let mut asked = Request::default();
    asked.toggle(Facet::Topic, "no-such-topic");
    let answer = explorer(&talks()).search(&asked).unwrap();
    assert!(answer.documents.is_empty());
    assert_eq!(answer.notes, [Note::NoSuchValue { facet: Facet::Topic, value: "no-such-topic".to_owned() }]);
}

#[test]
fn the_best_document_comes_first() {
    let check = |texts: &[&str], query: &str, expect: &[u32]| {
        let answer = explorer(&of_texts(texts)).search(&request(query)).unwrap();
        let order: Vec<u32> = answer.documents.iter().map(|found| found.document).collect();
        assert_eq!(order, expect, "{query}");
    };
    check(&["radar and more words here", "radar radar and more words"], "radar", &[1, 0]);
    check(&["radar with a long tail of other words that say nothing of it", "radar alone"], "radar", &[1, 0]);
    check(&["common common rare", "common rare rare", "common x y"], "common OR rare", &[1, 0, 2]);
    check(&["radar", "radar"], "radar", &[0, 1]);
    let mut corpus = of_texts(&["radar radar on a hill"]);
    corpus.documents.push(document("t", "Radar", &["Something else on a hill"]));
    let answer = explorer(&corpus).search(&request("radar")).unwrap();
    assert_eq!(answer.documents[0].document, 1);
}

#[test]
fn without_words_documents_keep_the_order_of_the_corpus() {
    let answer = explorer(&talks()).search(&request("-fish")).unwrap();
    assert_eq!(answer.documents.iter().map(|f| f.document).collect::<Vec<_>>(), [0, 1, 2]);
    assert!(answer.documents.iter().all(|found| found.score == 0.0 && found.hits == 0));
    assert_eq!(answer.hits, 0);
}

#[test]
fn days_named_follow_the_answer() {
    let explorer = explorer(&talks());
    let check = |text: &str, expect: &[(Interval, u32, &[u32], &str)]| {
        let answer = explorer.search(&request(text)).unwrap();
        let named = explorer.dates_named(&answer).unwrap();
        let got: Vec<_> =
            named.iter().map(|n| (n.days, n.mentions, n.documents.as_slice(), n.surface.as_str())).collect();
        assert_eq!(got, expect, "{text}");
    };
    let year = days("1992-01-01", "1992-12-31");
    check("", &[(year, 2, &[1, 2], "Trade"), (Interval::day(day("2017-10-31")), 1, &[2], "missiles")]);
    check("THAAD", &[(year, 1, &[1], "Trade")]);
    check("fish", &[]);
}

/// A snippet with its hits in brackets, and dots where words were left out.
fn show(explorer: &Explorer, text: &str, document: u32, characters: usize) -> String {
    let snippet = explorer.snippet(&request(text), document, characters).unwrap();
    let words: String =
        snippet.pieces.iter().map(|p| if p.hit { format!("[{}]", p.text) } else { p.text.clone() }).collect();
    let dots = |cut: bool| if cut { "…" } else { "" };
    format!("{}{}{words}{}", snippet.sentence, dots(snippet.cut_before), dots(snippet.cut_after))
}

#[test]
fn snippets_show_the_densest_place_and_never_cut_a_hit() {
    let corpus = of_texts(&[
        "One radar stands here. Nothing else of note is said about it in this long sentence. \
         Later a radar met a radar and a third radar. The end.",
        "Short.",
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥",
    ]);
    let explorer = explorer(&corpus);
    let check = |text: &str, document: u32, characters: usize, expect: &str| {
        assert_eq!(show(&explorer, text, document, characters), expect, "{text}");
    };
    check("radar", 0, 45, "3…Later a [radar] met a [radar] and a third [radar].…");
    check("radar", 0, 22, "3…a [radar] met a [radar]…");
    check("third", 0, 20, "3…and a [third] radar.…");
    check("", 0, 24, "1One radar stands here.…");
    check("radar", 1, 50, "1Short.");
    check("\"stands here nothing\"", 0, 14, "1…[stands here. Nothing]…");
    check("", 0, 0, "1…");
    check("辛壬", 2, 9, "1…戊己庚[辛壬]癸子丑寅…");
    check("", 2, 5, "1甲乙丙丁戊…");
}

#[test]
fn snippets_hold_together_at_every_size() {
    let explorer = explorer(&talks());
    for text in ["", "THAAD", "\"properly handle\"", "萨德 OR 사드", "said OR the"] {
        for document in 0..4 {
            for characters in 0..130 {
                let snippet = explorer.snippet(&request(text), document, characters).unwrap();
                let shown: String = snippet.pieces.iter().map(|piece| piece.text.as_str()).collect();
                let read = explorer.document(document).unwrap();
                let whole = read.text.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(whole.contains(shown.trim()), "“{shown}”");
                assert!(shown.chars().count() <= characters + 20, "“{shown}” {characters}");
            }
        }
    }
}

#[test]
fn documents_are_found_by_id_and_index() {
    let explorer = explorer(&talks());
    assert_eq!(explorer.card_index("c"), Some(2));
    assert_eq!(explorer.card_index("x"), None);
    assert_eq!(explorer.document(2).unwrap().card.id, "c");
    assert!(explorer.document(4).is_err());
    assert!(explorer.hits(&request("THAAD"), 9).is_err());
    assert_eq!(explorer.hits(&request("fish"), 3).unwrap()[0].span, Span::new(22, 26));
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    assert_eq!(readout_query::index(&talks()), readout_query::index(&talks()));
}

#[test]
fn a_corpus_without_documents_answers() {
    let explorer = explorer(&readout_corpus::Corpus::default());
    for text in ["", "THAAD", "\"a b\"", "-x", "a*"] {
        assert!(explorer.search(&request(text)).unwrap().documents.is_empty());
    }
}
