use readout_corpus::{Corpus, Document, Origin, Span, Warning};

use super::*;
use crate::{PreparedDocument, assemble, prepare_document, read};

const TEXT: &str = "\
---
title: Ferries between two rivers
source: Reuters
published: 2019-05-04
---

Chancellor Angela Merkel met French President Emmanuel Macron in Berlin on May 3, 2019.

Merkel said that “free trade” mattered – to both. She said that the ferries would sail in June.
Trade comes first, and trade comes last. The harbour opens next week.
";

fn prepared(file: &str, text: &str, toml: &str) -> PreparedDocument {
    let mut reading = read(file, text.as_bytes());
    let mut source = reading.documents.remove(0);
    assert_eq!(reading.warnings, []);
    if !toml.is_empty() {
        source.beside.push(Beside {
            file: "talks.toml".to_owned(),
            line: 1,
            text: toml.to_owned(),
            one_line: false,
        });
    }
    prepare_document(&source, &Settings::builtin())
}

/// What an editor's marks say, one line each: layer, words or number of the sentence, what is said.
fn edited(document: &Document) -> Vec<String> {
    let words = |span: Span| span.of(&document.text).unwrap();
    let ours = |why: &Why| {
        assert!(why.origin == Origin::Rule || (why.confidence == 100 && why.rule == RULE), "{why:?}");
        why.origin == Origin::Editor
    };
    let dates = document.dates.iter().filter(|m| ours(&m.why));
    let dates = dates.map(|m| format!("date “{}” {}/{}", words(m.span), m.days.from, m.days.to));
    let mentions = document.mentions.iter().filter(|m| ours(&m.why));
    let mentions = mentions.map(|m| format!("{:?} “{}” {}", m.kind, words(m.span), m.name));
    let topics = document.topics.iter().filter(|m| ours(&m.why));
    let topics = topics.map(|m| format!("topic “{}” {}", words(m.span), m.topic));
    let statements = document.statements.iter().filter(|m| ours(&m.why));
    let statements = statements
        .map(|m| format!("statement {} {} {:?} {:?}", m.sentence, m.speakers.join("+"), m.voice, m.mode));
    let commitments = document.commitments.iter().filter(|m| ours(&m.why));
    let commitments =
        commitments.map(|m| format!("commitment {} {:?} {}", m.sentence, m.kind, m.by.join("+")));
    dates.chain(mentions).chain(topics).chain(statements).chain(commitments).collect()
}

/// The problems of the corrections, as the whole corpus tells them.
fn problems(prepared: &PreparedDocument) -> Vec<String> {
    let warnings = untold(&Settings::builtin(), prepared.corrections.clone());
    let warnings = warnings.iter().chain(&prepared.warnings);
    warnings
        .map(|w: &Warning| format!("{}:{} {}; {}", w.file, w.line.unwrap(), w.problem, w.remedy))
        .collect()
}

#[track_caller]
fn check(toml: &str, expect: &[&str]) -> PreparedDocument {
    let prepared = prepared("talks.md", TEXT, toml);
    assert_eq!(problems(&prepared), [] as [&str; 0], "{toml}");
    assert_eq!(edited(&prepared.document), expect, "{toml}");
    readout_corpus::bundle::check_document(&prepared.document).unwrap();
    prepared
}

#[track_caller]
fn fails(toml: &str, expect: &[&str]) {
    let prepared = prepared("talks.md", TEXT, toml);
    let problems = problems(&prepared);
    assert_eq!(problems.len(), expect.len(), "{toml}: {problems:#?}");
    for (problem, words) in problems.iter().zip(expect) {
        assert!(words.split(" … ").all(|words| problem.contains(words)), "{toml}: {problems:#?}");
    }
    assert_eq!(edited(&prepared.document), [] as [&str; 0], "{toml}");
}

/// A correction of the words of the text.
fn of(quote: &str, says: &str) -> String {
    format!("[[correction]]\nquote = '{quote}'\n{says}\n")
}

#[test]
fn a_mark_is_added_where_no_rule_found_one() {
    check(&of("The harbour", "place = 'Hamburg'"), &["Place “The harbour” Hamburg"]);
    check(&of("ferries would", "topic = 'visits'"), &["topic “ferries would” visits"]);
    check(&of("two rivers", "date = '2019-05-01/2019-05-07'"), &["date “two rivers” 2019-05-01/2019-05-07"]);
    check(
        &of("harbour opens", "speakers = ['Emmanuel Macron']\nmode = 'direct'"),
        &["statement 5 Emmanuel Macron Reported Direct"],
    );
    check(
        &of("harbour opens", "commitment = 'planned'\nby = ['马克龙', 'Emmanuel Macron']"),
        &["commitment 5 Planned Emmanuel Macron"],
    );
}

#[test]
fn a_mark_takes_the_place_of_what_rules_said_of_the_same_words() {
    let changed =
        check(&of("May 3, 2019", "date = 2019-05-02"), &["date “May 3, 2019” 2019-05-02/2019-05-02"]);
    assert_eq!(changed.document.dates.iter().filter(|d| d.sentence == 1).count(), 1);
    assert_eq!(changed.meetings[0].days.from.to_string(), "2019-05-02", "meetings rest on it");
    let changed = check(
        &of("French President Emmanuel Macron", "person = 'Brigitte Macron'"),
        &["Person “French President Emmanuel Macron” Brigitte Macron"],
    );
    assert_eq!(changed.meetings[0].participants, ["Angela Merkel", "Brigitte Macron"]);
}

#[test]
fn a_statement_keeps_what_is_not_changed() {
    let before = prepared("talks.md", TEXT, "").document.statements[0].clone();
    let after = check(
        &of("Merkel said that", "via = ['Reuters']\nnote = 'from the broadcast'"),
        &["statement 2 Angela Merkel Reported Mixed"],
    );
    let after = &after.document.statements[0];
    assert_eq!((&after.speakers, after.cue), (&before.speakers, before.cue));
    assert_eq!(
        (after.via.as_slice(), after.why.evidence.as_str()),
        (&["Reuters".to_owned()][..], "from the broadcast")
    );
    check(&of("Merkel said that", "voice = 'unnamed'"), &["statement 2 Angela Merkel Unnamed Mixed"]);
}

#[test]
fn sentences_that_go_on_with_a_speaker_follow_the_correction() {
    let text = "---\ntitle: T\nsource: Xinhua\npublished: 2019-05-04\n---\n\n\
        Xi Jinping met Emmanuel Macron in Beijing on May 3, 2019.\n\n\
        Xi said that trade is good. Ferries are good. Harbours are good. Rivers are good.\n";
    let speakers = |toml: &str| -> Vec<String> {
        let prepared = prepared("talks.md", text, toml);
        prepared.document.statements.iter().map(|s| s.speakers.join("+")).collect()
    };
    assert_eq!(speakers(""), ["Xi Jinping"; 4]);
    assert_eq!(speakers(&of("Xi said", "speakers = ['Emmanuel Macron']")), ["Emmanuel Macron"; 4]);
    let one = of("Harbours are", "speakers = ['Emmanuel Macron']");
    assert_eq!(speakers(&one)[1..], ["Xi Jinping", "Emmanuel Macron", "Emmanuel Macron"]);
}

#[test]
fn marks_are_removed() {
    let gone = check(&of("Merkel said that", "speakers = []\nremove = true"), &[]);
    assert!(gone.document.statements.iter().all(|s| s.sentence != 2));
    let gone = check(&of("Berlin", "place = 'Berlin'\nremove = true"), &[]);
    assert!(gone.document.mentions.iter().all(|m| m.name != "Berlin"));
    let gone = check(&of("May 3, 2019", "date = ''\nremove = true"), &[]);
    assert!(gone.document.dates.iter().all(|d| d.sentence != 1));
    let trade = |d: &Document| d.topics.iter().filter(|t| t.topic == "trade" && t.sentence == 2).count();
    assert_eq!(trade(&prepared("talks.md", TEXT, "").document), 1);
    assert_eq!(trade(&check(&of("free trade", "topic = 'trade'\nremove = true"), &[]).document), 0);
}

#[test]
fn a_form_that_nobody_filled_in_does_nothing() {
    for says in ["speakers = []", "person = ''", "topic = ''", "date = ''", "commitment = ''"] {
        check(&of("harbour opens", says), &[]);
    }
}

#[test]
fn quotations_are_found_however_they_are_written_and_only_whole() {
    check(
        &of("that \"free  trade\" mattered - to both", "topic = 'visits'"),
        &["topic “that “free trade” mattered – to both” visits"],
    );
    check(&of("to both", "topic = 'visits'\nafter = 'She said'"), &["topic “to both” visits"]);
    fails(&of("bour opens", "topic = 'visits'"), &["no longer matches"]);
}

#[test]
fn context_tells_places_apart() {
    let trade = |context: &str| of("trade", &format!("topic = 'visits'\n{context}"));
    fails(&trade(""), &["talks.toml:1 the correction of “trade” fits 2 places … before"]);
    check(&trade("before = 'and'"), &["topic “trade” visits"]);
    let second = check(&trade("before = 'and '\nafter = ' comes last'"), &["topic “trade” visits"]);
    let second = second.document;
    let at = second.topics.iter().find(|t| t.why.origin == Origin::Editor).unwrap().span.start as usize;
    assert!(second.text[..at].ends_with("comes first, and "));
    check(&trade("all = true"), &["topic “trade” visits", "topic “trade” visits"]);
    fails(&trade("before = 'slave'"), &["its words stand 2 times, nowhere with these beside them"]);
    check(
        &of("harbour opens", "topic = 'visits'\nbefore = 'other words'"),
        &["topic “harbour opens” visits"],
    );
}

#[test]
fn what_no_longer_matches_is_told_with_line_and_remedy() {
    let toml = format!(
        "# by hand\n{}\n{}",
        of("the ports would sail in June", "topic = 'visits'"),
        of("zzz", "topic = 'visits'")
    );
    fails(
        &toml,
        &[
            "talks.toml:2 the correction of “the ports would sail in June” no longer matches … (in talks.md) … as in “She said that the ferries",
            "talks.toml:6 the correction of “zzz” no longer matches … or take it out",
        ],
    );
    fails(&of("harbour opens", "place = 'Berlin'\nremove = true"), &["remove a mark that is not there"]);
    fails(&of("harbour opens", "voice = 'own'"), &["names no speakers"]);
    fails(&of("harbour opens", "topic = 'trde'"), &["“trde”, which there is not … did you mean “trade”"]);
    fails(&of("in June. Trade", "date = 2019"), &["over the end of a sentence"]);
}

#[test]
fn what_cannot_be_read_is_told_with_line_and_remedy() {
    fails(
        &of("harbour opens", "voice = 'loud'"),
        &["talks.toml:3 voice “loud” is not known; write own, counterpart"],
    );
    fails(&of("harbour opens", "spekers = ['A']"), &["does not say what is true", "did you mean “speakers”"]);
    fails(&of("harbour opens", "date = 'soon'"), &["“soon” is no date; write 2017-11-22"]);
    fails(&of("harbour opens", "remove = 'yes'\ntopic = ''"), &["not true or false"]);
    fails("[[correction]]\ntopic = 'trade'\n", &["“quote” is missing"]);
    fails("[[corection]]\n", &["did you mean “correction”"]);
}

#[test]
fn the_same_form_stands_beside_a_document_in_its_front_matter_and_in_corpus_toml() {
    let expect = ["statement 5 Angela Merkel Reported Indirect"];
    let body = TEXT.split_once("---\n\n").unwrap().1;
    let yaml = "corrections:\n  - quote: harbour opens\n    speakers: [Angela Merkel]\n  - quote: gone\n    topic: trade\n";
    let of_yaml = prepared("talks.md", &TEXT.replace("source:", &format!("{yaml}source:")), "");
    assert_eq!(edited(&of_yaml.document), expect);
    assert!(
        problems(&of_yaml)[0].starts_with("talks.md:6 the correction of “gone” no longer"),
        "{:?}",
        problems(&of_yaml)
    );

    let toml = of("harbour opens", "speakers = ['Angela Merkel']") + &of("gone", "topic = 'trade'");
    let head = format!(
        "+++\ntitle = 'Ferries'\nsource = 'Reuters'\ndate = 2019-05-04\ndraft = true\n{toml}+++\n\n{body}"
    );
    let of_toml = prepared("talks.md", &head, "");
    assert_eq!(edited(&of_toml.document), expect);
    assert_eq!(of_toml.document.card.title, "Ferries");
    assert_eq!(of_toml.document.card.published.unwrap().to_string(), "2019-05-04");
    assert!(
        problems(&of_toml)[0].starts_with("talks.md:9 the correction of “gone”"),
        "{:?}",
        problems(&of_toml)
    );

    let (settings, errors) = Settings::from_toml(&toml.replace("quote", "file = 'talks.*'\nquote"));
    assert_eq!(errors, []);
    let source = read("talks.md", TEXT.as_bytes()).documents.remove(0);
    let of_corpus = prepare_document(&source, &settings);
    assert_eq!(edited(&of_corpus.document), expect);
    let told = untold(&settings, of_corpus.corrections);
    assert_eq!((told.len(), told[0].file.as_str(), told[0].line), (1, "corpus.toml", Some(5)));
    assert!(is_of_correction(&told[0]) && told[0].problem.contains("(in talks.md)"), "{told:?}");

    let line = serde_json::json!({ "title": "T", "text": body, "corrections": { "quote": "harbour opens", "speakers": "Angela Merkel" } });
    assert_eq!(edited(&prepared("a.jsonl", &line.to_string(), "").document).len(), 1);
}

#[test]
fn facts_stand_beside_a_document_too_and_go_before_the_others() {
    let changed = check("published = 2019-05-05\nsource = 'Xinhua'\n", &[]);
    assert_eq!(changed.document.card.published.unwrap().to_string(), "2019-05-05");
    assert_eq!(changed.document.card.source.as_deref(), Some("Xinhua"));
}

/// The corpus of documents, each with what stands beside it, under one corpus.toml.
fn corpus(toml: &str, documents: &[(&str, &str)]) -> Corpus {
    let (settings, errors) = Settings::from_toml(toml);
    assert_eq!(errors, []);
    let prepared = documents.iter().map(|(file, text)| {
        let source = read(file, text.as_bytes()).documents.remove(0);
        prepare_document(&source, &settings)
    });
    assemble(&settings, prepared.collect::<Vec<_>>(), Vec::new())
}

#[test]
fn a_correction_for_many_files_is_told_where_it_fits_none() {
    let other = TEXT.replace("The harbour", "The bridge");
    let check = |quote: &str, file: &str, expect: &[&str]| {
        let toml = of(quote, &format!("topic = 'visits'\nfile = '{file}'"));
        let corpus = corpus(&toml, &[("a.md", TEXT), ("b.md", &other)]);
        let warnings = &corpus.overview.warnings;
        assert_eq!(warnings.len(), expect.len(), "{warnings:?}");
        for (warning, words) in warnings.iter().zip(expect) {
            assert!(warning.problem.contains(words) && is_of_correction(warning), "{warnings:?}");
        }
    };
    check("The harbour", "*.md", &[]);
    check("The tunnel", "*.md", &["no longer matches"]);
    check("The harbour", "b.md", &["no longer matches"]);
    check("The harbour", "c.md", &["is for “c.md”, and no document is called so"]);
}

/// The meetings as one line each: id, days, place, who, accounts with their runs of sentences.
fn meetings(corpus: &Corpus) -> Vec<String> {
    let line = |m: &readout_corpus::Meeting| {
        let accounts = m.accounts.iter().map(|a| format!("{}{:?}", a.document, a.sentences));
        let accounts: Vec<String> = accounts.collect();
        format!(
            "{} {} {} {}: {}",
            m.id,
            m.days.from,
            m.place.as_deref().unwrap_or("-"),
            m.participants.join("+"),
            accounts.join(" ")
        )
    };
    corpus.meetings.iter().map(line).collect()
}

#[test]
fn meetings_are_changed_added_removed_and_put_together() {
    const ID: &str = "2019-05-03-angela-merkel-emmanuel-macron";
    let second = TEXT.replace("May 3", "May 1").replace("Reuters", "Xinhua");
    let check = |says: &str, expect: &[&str]| {
        let toml = if says.is_empty() { String::new() } else { format!("[[meeting]]\n{says}\n") };
        let corpus = corpus(&toml, &[("a.md", TEXT), ("b.md", &second)]);
        assert_eq!(corpus.overview.warnings, [], "{says}");
        assert_eq!(meetings(&corpus), expect, "{says}");
        readout_corpus::bundle::write(&corpus, Vec::new()).unwrap();
    };
    let apart = [
        "2019-05-01-angela-merkel-emmanuel-macron 2019-05-01 Berlin Angela Merkel+Emmanuel Macron: b[(1, 5)]",
        "2019-05-03-angela-merkel-emmanuel-macron 2019-05-03 Berlin Angela Merkel+Emmanuel Macron: a[(1, 5)]",
    ];
    let together =
        "2019-05-03-angela-merkel-emmanuel-macron 2019-05-03 Berlin Angela Merkel+Emmanuel Macron: ";
    check("", &apart);
    check("file = 'b.md'\ndate = 2019-05-03", &[&format!("{together}a[(1, 5)] b[(1, 5)]")]);
    check(
        &format!("file = 'b.md'\nid = '{ID}'\ndate = 2019-05-03"),
        &[&format!("{together}a[(1, 5)] b[(1, 5)]")],
    );
    check("file = 'b.md'\nremove = true", &apart[1..]);
    check(
        "files = ['a.md', 'b.md']\nid = 'Evening talks'\nplace = 'Potsdam'",
        &["evening-talks 2019-05-01 Potsdam Angela Merkel+Emmanuel Macron: b[(1, 5)] a[(1, 5)]"],
    );
    check(
        "file = 'a.md'\nquote = 'Trade comes first'\nid = 'second'\nparticipants = ['Angela Merkel']",
        &[
            apart[0],
            "2019-05-03-angela-merkel-emmanuel-macron 2019-05-03 Berlin Angela Merkel+Emmanuel Macron: a[(1, 3)]",
            "second 2019-05-04 - Angela Merkel: a[(4, 5)]",
        ],
    );
    check(
        "file = 'a.md'\nquote = 'Chancellor Angela Merkel met'\ndate = 2019-05-01\nnote = 'by the clock of the host'",
        &[
            "2019-05-01-angela-merkel-emmanuel-macron 2019-05-01 Berlin Angela Merkel+Emmanuel Macron: a[(1, 5)] b[(1, 5)]",
        ],
    );
}

#[test]
fn the_statements_of_a_corrected_meeting_are_of_it() {
    let toml = "[[meeting]]\nfile = 'a.md'\nquote = 'She said that'\nid = 'second'\n";
    let corpus = corpus(toml, &[("a.md", TEXT)]);
    let of: Vec<(u32, Option<&str>)> =
        corpus.documents[0].statements.iter().map(|s| (s.sentence, s.meeting.as_deref())).collect();
    assert_eq!(of, [(2, Some("2019-05-03-angela-merkel-emmanuel-macron")), (3, Some("second"))]);
}

#[test]
fn the_examples_in_the_documentation_read() {
    let check = |toml: &str, expect: usize| {
        let reader = crate::settings::reader::Reader::new(toml);
        let parsed = reader.parse();
        let found = form::in_corpus(&reader.root(&parsed)).len();
        assert_eq!((found, reader.finish()), (expect, Vec::new()), "{toml}");
    };
    let example = include_str!("mod.rs").split("```toml\n").nth(1).unwrap().split("//! ```").next().unwrap();
    check(
        &example.lines().map(|line| format!("{}\n", line.trim_start_matches("//!"))).collect::<String>(),
        2,
    );
    for page in [include_str!("../../../../docs/corrections.md"), include_str!("../../../../README.md")] {
        let blocks = page.split("```toml\n").skip(1).map(|block| block.split("```").next().unwrap());
        let ours: Vec<&str> = blocks.filter(|block| block.contains("quote =")).collect();
        assert!(!ours.is_empty());
        ours.into_iter().for_each(|block| check(block, 1));
    }
}
