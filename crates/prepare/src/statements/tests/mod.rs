mod asian;
mod forms;

use readout_corpus::{Document, Voice};

use super::testing::{titled, with_names};
use crate::Settings;

const NAMES: &str = "
    person: Angela Merkel = Angela Merkel, Merkel
    person: Emmanuel Macron = Emmanuel Macron, Macron
    place: Germany = Germany, German, Berlin
    place: France = France, French, Paris
    organisation: German Foreign Ministry = German Foreign Ministry
";

fn german(text: &str) -> Document {
    let mut document = with_names(titled("Meeting in Berlin", text), NAMES);
    document.card.side = Some("Germany".to_owned());
    document
}

fn agency(text: &str) -> Document {
    with_names(titled("Meeting in Berlin", text), NAMES)
}

/// One line a statement: sentence, speakers, voice (first letter), mode (first letter), then what
/// is not ordinary: `carried`, `topic`, `via …`, `about …`.
fn shown(document: &Document) -> String {
    let lines: Vec<String> = crate::stages::statements(document, &Settings::builtin())
        .iter()
        .map(|s| {
            let speakers: Vec<&str> =
                s.speakers.iter().map(|name| name.rsplit(' ').next().unwrap()).collect();
            let letter = |word: String| word.to_lowercase().chars().next().unwrap();
            let mut line = format!(
                "{} {} {}{}",
                s.sentence,
                speakers.join("+"),
                letter(format!("{:?}", s.voice)),
                letter(format!("{:?}", s.mode))
            );
            if s.carried {
                line += " carried";
            }
            if !s.content {
                line += " topic";
            }
            for (word, names) in [("via", &s.via), ("about", &s.about)] {
                if !names.is_empty() {
                    line += &format!(" {word} {}", names.join("+"));
                }
            }
            line
        })
        .collect();
    lines.join("\n")
}

fn check(document: &Document, expect: &[&str]) {
    assert_eq!(shown(document), expect.join("\n"), "{}", document.text);
}

const MET: &str =
    "On May 2, 2019, Chancellor Angela Merkel held talks in Berlin with President Emmanuel Macron of France.";

#[test]
fn a_subject_and_its_cue_make_a_statement() {
    for cue in [
        "said that trade must grow.",
        "expressed hope for more trade.",
        "stressed that trade must grow.",
        "called for more trade.",
        "urged patience.",
        "also thanked the hosts.",
        "made clear that trade must grow.",
        "has pledged more trade.",
        "pointed out that trade had grown.",
    ] {
        check(&german(&format!("{MET}\n\nMerkel {cue}")), &["2 Merkel oi"]);
        check(&german(&format!("{MET}\n\nMacron {cue}")), &["2 Macron ci"]);
        check(&agency(&format!("{MET}\n\nMacron {cue}")), &["2 Macron ri"]);
    }
}

#[test]
fn a_cue_can_follow_its_words() {
    check(&agency(&format!("{MET}\n\nTrade had grown for many years, Merkel said.")), &["2 Merkel ri"]);
    check(
        &agency(&format!("{MET}\n\nTrade had grown for many years, Merkel told reporters on Friday.")),
        &["2 Merkel ri"],
    );
    check(
        &agency(&format!("{MET}\n\nTrade had grown for many years, according to Macron.")),
        &["2 Macron ri"],
    );
    check(
        &agency(&format!(
            "{MET}\n\n“Trade has grown for many years,” said French President Emmanuel Macron."
        )),
        &["2 Macron rd"],
    );
    check(
        &agency(&format!("{MET}\n\nTrade had grown for many years, Merkel said, calling for more of it.")),
        &["2 Merkel ri"],
    );
}

#[test]
fn a_speaker_is_carried_to_the_end_of_the_paragraph_in_a_readout() {
    check(
        &german(&format!(
            "{MET}\n\nMerkel said that trade has grown.\nBoth sides should build on it.\nGermany values the work of France.\n\nMacron said that France agrees.\nTrade needs rules.\n\nThe two sides exchanged views on Europe."
        )),
        &[
            "2 Merkel oi",
            "3 Merkel oi carried",
            "4 Merkel oi carried",
            "5 Macron ci",
            "6 Macron ci carried",
            "7 Merkel+Macron ji topic",
        ],
    );
}

#[test]
fn in_a_news_report_narration_is_nobodys() {
    check(
        &agency(&format!(
            "{MET}\n\nTrade had grown for many years, Merkel said.\nThe two countries have been neighbours for long."
        )),
        &["2 Merkel ri"],
    );
}

#[test]
fn pronouns_mean_the_last_fitting_speaker() {
    check(
        &agency(&format!("{MET}\n\nMerkel said that trade had grown.\n\nShe called for more.")),
        &["2 Merkel ri", "3 Merkel ri"],
    );
    check(
        &german(&format!("{MET}\n\nThe two leaders agreed to meet again.\n\nThey also discussed trade.")),
        &["2 Merkel+Macron ji", "3 Merkel+Macron ji topic"],
    );
}

#[test]
fn an_office_means_who_holds_it() {
    check(
        &german(&format!(
            "{MET}\n\nThe Chancellor emphasized the need for trade.\nThe French President welcomed this."
        )),
        &["2 Merkel oi", "3 Macron ci"],
    );
    check(
        &german(&format!("{MET}\n\nThe Chancellor and President reaffirmed their support for trade.")),
        &["2 Merkel+Macron ji"],
    );
}

#[test]
fn remarks_that_are_pointed_back_to_give_nothing_new() {
    check(
        &agency(
            "Trade had grown for many years, German Chancellor Angela Merkel said Thursday.\n\nMerkel made the remarks during talks with French President Emmanuel Macron.",
        ),
        &["1 Merkel ri", "2 Merkel ri topic"],
    );
}

#[test]
fn nameless_officials_have_a_voice_of_their_own() {
    check(
        &agency(&format!(
            "{MET}\n\nMacron voiced concern about trade, a German official told reporters on condition of anonymity.\nMerkel called for patience, the official said."
        )),
        &["2 official ui about Emmanuel Macron", "3 official ui about Angela Merkel"],
    );
}

#[test]
fn quotations_go_on_without_a_cue() {
    check(
        &agency(&format!(
            "{MET}\n\n“We have built a strong bridge together,” Merkel said.\n“The bridge will hold.”"
        )),
        &["2 Merkel rd", "3 Merkel rd carried"],
    );
    check(
        &agency(&format!(
            "{MET}\n\n“We have built a strong bridge together.\nThe bridge will hold,” Merkel said."
        )),
        &["2 Merkel rd carried", "3 Merkel rd"],
    );
}

#[test]
fn what_nobody_says_by_name_is_the_paragraphs_speakers() {
    check(
        &german(&format!(
            "{MET}\n\nMerkel said that trade has grown.\nIt is hoped that both countries will go on."
        )),
        &["2 Merkel oi", "3 Merkel oi"],
    );
}

#[test]
fn an_institution_that_relays_is_named_beside_the_speaker() {
    check(
        &agency(&format!("{MET}\n\nThe German Foreign Ministry said that Macron had called for patience.")),
        &["2 Macron ri via German Foreign Ministry"],
    );
}

#[test]
fn what_the_cue_only_points_to_is_no_statement() {
    for sentence in [
        "The bridge that Merkel had called for was built in 2003.",
        "Merkel will underscore the need for trade.",
        "The talks with Merkel were held in a garden.",
        "A new bridge was announced last year.",
    ] {
        check(&agency(&format!("{MET}\n\n{sentence}")), &[]);
    }
}

#[test]
fn every_statement_has_a_speaker_and_a_reason() {
    let document = german(&format!(
        "{MET}\n\nMerkel said that trade has grown.\nGermany is willing to go on.\n\nIt is hoped that trade will grow."
    ));
    for statement in crate::stages::statements(&document, &Settings::builtin()) {
        assert!(!statement.speakers.is_empty());
        assert!(statement.why.confidence <= 100 && !statement.why.rule.is_empty());
        assert!(
            statement
                .cue
                .is_none_or(|cue| document.sentences[statement.sentence as usize].span.contains(cue))
        );
        assert_ne!(statement.voice, Voice::Unnamed);
    }
}
