use readout_corpus::{Corpus, Day, Document, Interval, Mode, Statement, Voice, Warning, Why};

use super::assemble;
use crate::{PreparedDocument, Settings, ToldMeeting};

/// A document that tells of meetings. Each: day, place, participants.
fn told(file: &str, source: &str, meetings: &[(&str, Option<&str>, &[&str])]) -> PreparedDocument {
    let mut document = Document::default();
    document.card.file = file.to_owned();
    document.card.source = Some(source.to_owned());
    document.card.published = meetings.first().map(|(day, ..)| day.parse::<Day>().unwrap());
    document.statements = (0..meetings.len())
        .map(|index| Statement {
            sentence: 1,
            meeting: Some(index.to_string()),
            speakers: vec!["Angela Merkel".to_owned()],
            via: Vec::new(),
            about: Vec::new(),
            voice: Voice::Reported,
            mode: Mode::Indirect,
            cue: None,
            carried: true,
            content: true,
            why: Why::rule("test", "", 100),
        })
        .collect();
    let meetings = meetings
        .iter()
        .map(|(day, place, people)| ToldMeeting {
            id: None,
            why: Why::rule("test", "", 90),
            days: Interval::day(day.parse().unwrap()),
            place: place.map(str::to_owned),
            participants: people.iter().map(|&name| name.to_owned()).collect(),
            sentences: vec![(1, 1)],
        })
        .collect();
    PreparedDocument { document, meetings, warnings: Vec::new(), corrections: Vec::new() }
}

fn corpus(documents: Vec<PreparedDocument>) -> Corpus {
    assemble(&Settings::builtin(), documents, Vec::new())
}

/// One line a meeting: id, then its accounts' documents.
fn check(documents: Vec<PreparedDocument>, expect: &[&str]) {
    let mut reversed = documents.clone();
    reversed.reverse();
    let corpus = corpus(documents);
    let shown: Vec<String> = corpus
        .meetings
        .iter()
        .map(|m| {
            let documents: Vec<&str> = m.accounts.iter().map(|a| a.document.as_str()).collect();
            format!("{}: {}", m.id, documents.join(" "))
        })
        .collect();
    assert_eq!(shown, expect);
    assert_eq!(
        corpus,
        assemble(&Settings::builtin(), reversed, Vec::new()),
        "the order of input makes no difference"
    );
}

const MERKEL: &str = "Angela Merkel";
const MACRON: &str = "Emmanuel Macron";
const TRUDEAU: &str = "Justin Trudeau";

#[test]
fn accounts_of_the_same_people_on_the_same_day_are_of_one_meeting() {
    check(
        vec![
            told("b.txt", "B", &[("2019-05-02", Some("Berlin"), &[MACRON, MERKEL])]),
            told("a.txt", "A", &[("2019-05-02", Some("Berlin"), &[MERKEL, MACRON])]),
        ],
        &["2019-05-02-angela-merkel-emmanuel-macron: a b"],
    );
}

#[test]
fn the_same_visitor_with_another_host_is_another_meeting() {
    check(
        vec![told(
            "a.txt",
            "A",
            &[("2019-05-02", None, &[MERKEL, TRUDEAU]), ("2019-05-02", None, &[MACRON, TRUDEAU])],
        )],
        &["2019-05-02-angela-merkel-justin-trudeau: a", "2019-05-02-emmanuel-macron-justin-trudeau: a"],
    );
}

#[test]
fn a_third_party_makes_it_another_meeting() {
    check(
        vec![
            told("a.txt", "A", &[("2019-05-02", None, &[MERKEL, MACRON])]),
            told("b.txt", "B", &[("2019-05-02", None, &[MERKEL, MACRON, TRUDEAU])]),
        ],
        &[
            "2019-05-02-angela-merkel-emmanuel-macron: a",
            "2019-05-02-angela-merkel-emmanuel-macron-justin-trudeau: b",
        ],
    );
}

#[test]
fn one_evening_can_have_two_dates_but_not_for_one_source() {
    let people: &[&str] = &[MERKEL, TRUDEAU];
    check(
        vec![
            told("a.txt", "A", &[("2019-05-02", None, people)]),
            told("b.txt", "B", &[("2019-05-03", None, people)]),
        ],
        &["2019-05-02-angela-merkel-justin-trudeau: a b"],
    );
    check(
        vec![
            told("a.txt", "A", &[("2019-05-02", None, people)]),
            told("b.txt", "A", &[("2019-05-03", None, people)]),
        ],
        &["2019-05-02-angela-merkel-justin-trudeau: a", "2019-05-03-angela-merkel-justin-trudeau: b"],
    );
    check(
        vec![
            told("a.txt", "A", &[("2019-05-02", Some("Berlin"), people)]),
            told("b.txt", "B", &[("2019-05-03", Some("Ottawa"), people)]),
        ],
        &["2019-05-02-angela-merkel-justin-trudeau: a", "2019-05-03-angela-merkel-justin-trudeau: b"],
    );
    check(
        vec![
            told("a.txt", "A", &[("2019-05-02", None, people)]),
            told("b.txt", "B", &[("2019-06-02", None, people)]),
        ],
        &["2019-05-02-angela-merkel-justin-trudeau: a", "2019-06-02-angela-merkel-justin-trudeau: b"],
    );
}

/// The document, in this language, names the day beside the words that tell of the meeting.
fn named(mut told: PreparedDocument, language: &str) -> PreparedDocument {
    told.document.card.language = language.to_owned();
    for meeting in &mut told.meetings {
        meeting.why = Why::rule("met-on-day-named", "", 95);
    }
    told
}

#[test]
fn two_days_by_one_clock_are_two_meetings() {
    let people: &[&str] = &[MERKEL, TRUDEAU];
    let first = || told("a.txt", "A", &[("2019-05-02", None, people)]);
    let second = || told("b.txt", "B", &[("2019-05-03", None, people)]);
    let one: &[&str] = &["2019-05-02-angela-merkel-justin-trudeau: a b"];
    let two: &[&str] =
        &["2019-05-02-angela-merkel-justin-trudeau: a", "2019-05-03-angela-merkel-justin-trudeau: b"];
    check(vec![named(first(), "ko"), named(second(), "ko")], two);
    check(vec![named(first(), "ko"), named(second(), "zh")], one);
    check(vec![named(first(), "ko"), second()], one);
    // A third that only was published on one of the days does not make them one.
    let third = told("c.txt", "C", &[("2019-05-02", None, people)]);
    check(
        vec![named(first(), "ko"), named(second(), "ko"), third],
        &["2019-05-02-angela-merkel-justin-trudeau: a c", "2019-05-03-angela-merkel-justin-trudeau: b"],
    );
    let there = |told: PreparedDocument| {
        let mut told = named(told, "en");
        told.meetings[0].place = Some("Berlin".to_owned());
        told
    };
    check(vec![there(first()), there(second())], two);
}

#[test]
fn whom_one_of_many_names_did_not_take_part() {
    let day = "2019-05-02";
    let seehofer = "Horst Seehofer";
    let corpus = corpus(vec![
        told("a.txt", "A", &[(day, None, &[MERKEL, MACRON])]),
        told("b.txt", "B", &[(day, None, &[MERKEL, MACRON, seehofer])]),
        told("c.txt", "C", &[(day, None, &[MERKEL, MACRON])]),
    ]);
    assert_eq!(corpus.meetings.len(), 1);
    assert_eq!(corpus.meetings[0].participants, [MERKEL, MACRON]);
}

#[test]
fn a_town_and_its_country_are_one_place() {
    let people: &[&str] = &[MERKEL, TRUDEAU];
    let told = |first: &str, second: &str, expect: &[&str]| {
        check(
            vec![
                told("a.txt", "A", &[("2019-05-02", Some(first), people)]),
                told("b.txt", "B", &[("2019-05-03", Some(second), people)]),
            ],
            expect,
        );
    };
    told("Germany", "Berlin", &["2019-05-02-angela-merkel-justin-trudeau: a b"]);
    told(
        "Germany",
        "Paris",
        &["2019-05-02-angela-merkel-justin-trudeau: a", "2019-05-03-angela-merkel-justin-trudeau: b"],
    );
}

#[test]
fn the_day_that_is_named_goes_before_the_day_of_publication() {
    let people: &[&str] = &[MERKEL, TRUDEAU];
    let published = |file: &str, source: &str| told(file, source, &[("2019-05-03", None, people)]);
    let first = named(told("a.txt", "A", &[("2019-05-02", None, people)]), "en");
    let corpus = corpus(vec![first, published("b.txt", "B"), published("c.txt", "C")]);
    assert_eq!(corpus.meetings[0].days, Interval::day("2019-05-02".parse().unwrap()));
}

#[test]
fn statements_get_the_ids_of_their_meetings() {
    let corpus = corpus(vec![told("a.txt", "A", &[("2019-05-02", None, &[MERKEL, MACRON])])]);
    assert_eq!(corpus.documents[0].statements[0].meeting.as_deref(), Some(corpus.meetings[0].id.as_str()));
}

#[test]
fn documents_are_ordered_by_date_then_file_and_undated_ones_come_last() {
    let mut undated = told("0.txt", "A", &[]);
    undated.document.card.published = None;
    let corpus = corpus(vec![
        undated,
        told("c.txt", "A", &[("2019-05-03", None, &[MERKEL])]),
        told("b.txt", "A", &[("2019-05-02", None, &[MERKEL])]),
        told("a.txt", "A", &[("2019-05-03", None, &[MERKEL])]),
    ]);
    let files: Vec<&str> = corpus.documents.iter().map(|d| d.card.file.as_str()).collect();
    assert_eq!(files, ["b.txt", "a.txt", "c.txt", "0.txt"]);
}

#[test]
fn the_overview_names_what_is_used() {
    let corpus = corpus(vec![told("a.txt", "Reuters", &[("2019-05-02", None, &[MERKEL, MACRON])])]);
    let overview = &corpus.overview;
    let people: Vec<(&str, Option<&str>)> =
        overview.people.iter().map(|p| (p.name.as_str(), p.side.as_deref())).collect();
    assert_eq!(people, [(MERKEL, Some("Germany")), (MACRON, Some("France"))]);
    let sides: Vec<&str> = overview.sides.iter().map(|s| s.key.as_str()).collect();
    assert_eq!(sides, ["Germany", "France"]);
    assert_eq!(overview.title, "Germany–France: 1 document");
    assert_eq!(overview.sources.len(), 1);
    assert_eq!(overview.sources[0].side, None);
}

#[test]
fn warnings_are_sorted_and_said_once() {
    let warning = |file: &str| Warning {
        file: file.to_owned(),
        line: None,
        problem: "no text was found".to_owned(),
        remedy: "look at the file".to_owned(),
    };
    let mut document = told("a.txt", "A", &[]);
    document.warnings = vec![warning("b"), warning("a")];
    let corpus = assemble(&Settings::builtin(), vec![document], vec![warning("a"), warning("c")]);
    let files: Vec<&str> = corpus.overview.warnings.iter().map(|w| w.file.as_str()).collect();
    assert_eq!(files, ["a", "b", "c"]);
}

#[test]
fn an_empty_folder_makes_an_empty_corpus() {
    let corpus = corpus(Vec::new());
    assert_eq!(corpus.overview.title, "0 documents");
    assert!(corpus.documents.is_empty() && corpus.meetings.is_empty());
}
