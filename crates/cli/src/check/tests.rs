use super::testing::{left_out, prepared};
use super::*;

/// What is found of one kind: severity, problem, and what to paste.
fn found(kind: &str, files: &[(&str, &str)]) -> Vec<(Severity, String, String)> {
    assert!(KINDS.iter().any(|known| known.name == kind), "there is no kind {kind}");
    let prepared = prepared(files);
    find(&prepared, &left_out(&prepared, files))
        .into_iter()
        .filter(|(name, _)| *name == kind)
        .map(|(_, f)| (f.severity, f.problem, f.paste.map_or_else(String::new, |paste| paste.text)))
        .collect()
}

#[track_caller]
fn check(kind: &str, files: &[(&str, &str)], expect: &[(Severity, &str, &str)]) {
    let found = found(kind, files);
    assert_eq!(found.len(), expect.len(), "{kind}: {found:#?}");
    for ((severity, problem, paste), (weight, words, lines)) in found.iter().zip(expect) {
        let fits = severity == weight && problem.contains(words) && paste.contains(lines);
        assert!(fits, "{kind}: {found:#?}");
    }
}

use Severity::{Error, Note, Warning};

/// Front matter that leaves nothing to ask.
const WHOLE: &str = "---\ntitle: Talks on ferries\nsource: Xinhua\npublished: 2019-05-04\n---\n\n";

#[test]
fn a_whole_document_has_no_findings_of_weight() {
    let text = format!(
        "{WHOLE}Chinese President Xi Jinping met French President Emmanuel Macron in Beijing on May 3, 2019.\n"
    );
    let heavy: Vec<_> =
        find(&prepared(&[("a.md", &text)]), &[]).into_iter().filter(|(_, f)| f.severity < Note).collect();
    assert_eq!(heavy, []);
}

#[test]
fn files_that_gave_nothing_are_errors() {
    check(
        "file",
        &[("a.txt", "Talks\n\nThe ministers spoke.\n"), ("b.xyz", "?")],
        &[(Error, "no kind of document", "")],
    );
    check(
        "file",
        &[("a.md", "---\npublished: soon\n---\n\nThe ministers spoke.\n")],
        &[(Warning, "“soon” is no date", "")],
    );
}

#[test]
fn documents_without_a_day_are_told_with_the_line_to_add() {
    let check = |text: &str, expect| check("no-date", &[("a.txt", text)], expect);
    check(
        "Talks\n\nThe ministers spoke.\n",
        &[(Warning, "when it was published", "file = \"a.txt\"\npublished = \"\"")],
    );
    check(
        "Talks\n\nThe ministers had spoken of the 3 May 2019 flood.\n",
        &[(Warning, "when", "published = \"2019-05-03\"  # a guess")],
    );
    check("---\npublished: 2019-05-04\n---\n\nTalks\n\nThe ministers spoke.\n", &[]);
}

#[test]
fn what_is_pasted_mends_it() {
    let text = "Talks\n\nThe ministers had spoken of the 3 May 2019 flood.\n";
    let dates = found("no-date", &[("a.txt", text)]).remove(0).2;
    check("no-date", &[("corpus.toml", &dates), ("a.txt", text)], &[]);
    let source = found("no-source", &[("a.txt", text)]).remove(0).2;
    check(
        "no-source",
        &[("corpus.toml", &source.replace("name = \"\"", "name = \"Xinhua\"")), ("a.txt", text)],
        &[],
    );

    let named = "Talks\n\nForeign Minister Ruritan Strelsau said that the harbour would open.\n";
    let person = found("unknown-name", &[("a.txt", named)]).remove(0).2;
    check("unknown-name", &[("corpus.toml", &person), ("a.txt", named)], &[]);
}

#[test]
fn lines_that_are_pasted_and_forgotten_do_no_harm() {
    for kind in ["no-date", "no-source", "unknown-name"] {
        let text = "Talks\n\nForeign Minister Ruritan Strelsau said that the harbour would open.\n";
        let lines = found(kind, &[("a.txt", text)]).remove(0).2;
        let (_, errors) = Settings::from_toml(&lines);
        assert_eq!(errors, [], "{lines}");
    }
}

#[test]
fn sources_of_which_nothing_is_known_are_told() {
    let check = |source: &str, toml: &str, expect| {
        let text =
            format!("---\nsource: {source}\npublished: 2019-05-04\n---\n\nTalks\n\nThe ministers spoke.\n");
        check("source-side", &[("corpus.toml", toml), ("a.md", &text)], expect);
    };
    check(
        "Harbour Board",
        "",
        &[(Warning, "what “Harbour Board” is", "name = \"Harbour Board\"\nside = \"\"")],
    );
    check("Harbour Board", "[[source]]\nname = \"Harbour Board\"\n", &[]);
    let official = "[[source]]\nname = \"Harbour Board\"\nkind = \"official\"\n";
    check("Harbour Board", official, &[(Warning, "speaks for a side", "kind = \"official\"")]);
    check("Reuters", "", &[]);
    check("Xinhua", "", &[]);
}

#[test]
fn names_that_nobody_knows_come_with_their_office() {
    let check =
        |text: &str, expect| check("unknown-name", &[("a.txt", &format!("Talks\n\n{text}\n"))], expect);
    check(
        "Foreign Minister Ruritan Strelsau said that the harbour would open.",
        &[(Warning, "“Ruritan Strelsau”", "offices = [{ office = \"Foreign Minister\" }]")],
    );
    check(
        "The harbour was named after Prime Minister Ruritan Strelsau.",
        &[(Note, "“Ruritan Strelsau”", "[[person]]")],
    );
    check("President Xi Jinping said that the harbour would open.", &[]);
}

#[test]
fn documents_that_share_their_sentences_look_alike() {
    let sentences = [
        "The two ministers opened the harbour in the morning.",
        "They agreed that ferries would sail on every day of the week.",
        "The board of the harbour will meet again in the autumn.",
        "Nobody spoke about the price of the new bridge at all.",
    ];
    let text = |which: &[usize]| {
        let body: Vec<&str> = which.iter().map(|&n| sentences[n]).collect();
        format!("{WHOLE}{}\n", body.join(" "))
    };
    let check =
        |a: &[usize], b: &[usize], expect| check("alike", &[("a.md", &text(a)), ("b.md", &text(b))], expect);
    check(&[0, 1, 2], &[2, 1, 0], &[(Warning, "almost the same as", "")]);
    check(&[0, 1, 2], &[0, 1, 3], &[(Note, "much like", "")]);
    check(&[0, 1], &[2, 3], &[]);
    check(&[0], &[0, 3], &[]);
}

#[test]
fn meetings_are_told_by_who_tells_them() {
    let met = format!(
        "{WHOLE}Chinese President Xi Jinping met French President Emmanuel Macron in Beijing on May 3, 2019.\n"
    );
    let other = met.replace("Xinhua", "Reuters");
    let none = format!("{WHOLE}The price of bread rose.\n");
    check("one-account", &[("a.md", &met)], &[(Note, "Xi Jinping, Emmanuel Macron on 2019-05-03", "")]);
    check("one-account", &[("a.md", &met), ("b.md", &other)], &[]);
    check("no-meeting", &[("a.md", &met), ("b.md", &none)], &[(Note, "no meeting", "")]);
}

#[test]
fn doubtful_speakers_come_with_the_sentence() {
    let text = format!("{WHOLE}Beijing and Paris say the harbour is open.\n");
    let prepared = prepared(&[("a.md", &text)]);
    let doubtful: Vec<Finding> = find(&prepared, &[])
        .into_iter()
        .filter(|(kind, _)| *kind == "doubtful-speaker")
        .map(|(_, f)| f)
        .collect();
    let unsure = prepared.corpus.documents[0].statements.iter().filter(|s| s.why.confidence < 60).count();
    assert!(unsure == 1 && doubtful.len() == 1, "{doubtful:#?}");
    assert_eq!(doubtful[0].sentence.as_deref(), Some("Beijing and Paris say the harbour is open."));
}

#[test]
fn the_most_serious_comes_first() {
    let findings = find(&prepared(&[("a.txt", "Talks\n\nThe ministers spoke.\n"), ("b.xyz", "?")]), &[]);
    let severities: Vec<Severity> = findings.iter().map(|(_, finding)| finding.severity).collect();
    assert!(severities.is_sorted() && severities[0] == Error, "{findings:#?}");
}

#[test]
fn what_is_asked_of_an_editor_is_pasted_into_corpus_toml_and_mends_it() {
    let text = format!("{WHOLE}Beijing and Paris say the harbour is open.\n");
    let lines = found("doubtful-speaker", &[("a.md", &text)]).remove(0).2;
    assert!(lines.starts_with("[[correction]]\nfile = \"a.md\"\nquote = \"Beijing and Paris say"), "{lines}");
    let said = lines.replace("[]", "[\"Xi Jinping\"]");
    check("doubtful-speaker", &[("corpus.toml", &said), ("a.md", &text)], &[]);
    check("correction", &[("corpus.toml", &said), ("a.md", &text)], &[]);
    // Lines that nobody filled in leave it as doubtful as it was.
    assert_eq!(found("doubtful-speaker", &[("corpus.toml", &lines), ("a.md", &text)]).len(), 1);
}

#[test]
fn dates_that_cannot_be_resolved_come_with_the_sentence() {
    let text = "Talks\n\nThe ministers met last month.\n";
    check(
        "unresolved-date",
        &[("a.txt", text)],
        &[(Warning, "“last month” cannot be resolved", "quote = \"last month\"\nall = true\ndate = \"\"")],
    );
    let lines =
        found("unresolved-date", &[("a.txt", text)]).remove(0).2.replace("date = \"\"", "date = \"2019-04\"");
    check("unresolved-date", &[("corpus.toml", &lines), ("a.txt", text)], &[]);
    let published = "[[document]]\nfile = \"a.txt\"\npublished = \"2019-05-04\"\n";
    check("unresolved-date", &[("corpus.toml", published), ("a.txt", text)], &[]);
}

#[test]
fn corrections_that_no_longer_match_are_a_kind_of_their_own() {
    let text = format!("{WHOLE}The harbour is open.\n");
    let toml = "[[correction]]\nfile = \"a.md\"\nquote = \"The bridge\"\ntopic = \"trade\"\n";
    check(
        "correction",
        &[("corpus.toml", toml), ("a.md", &text)],
        &[(Warning, "“The bridge” no longer matches", "")],
    );
    check("file", &[("corpus.toml", toml), ("a.md", &text)], &[]);
}

#[test]
fn meetings_that_may_be_one_come_with_the_lines_that_put_them_together() {
    let met = |source: &str, day: &str, others: &str| {
        format!(
            "---\ntitle: Talks\nsource: {source}\npublished: 2019-05-09\n---\n\n\
            Chinese President Xi Jinping met French President Emmanuel Macron{others} in Beijing on May {day}, 2019.\n"
        )
    };
    let (a, b) = (met("Xinhua", "3", ""), met("Reuters", "5", ""));
    let expect: (Severity, &str, &str) = (
        Warning,
        "on 2019-05-05 may be the one of Xi Jinping, Emmanuel Macron on 2019-05-03",
        "[[meeting]]\nfiles = [\"b.md\"]\nid = \"2019-05-03-xi-jinping-emmanuel-macron\"\n",
    );
    check("one-meeting", &[("a.md", &a), ("b.md", &b)], &[expect]);
    let lines = found("one-meeting", &[("a.md", &a), ("b.md", &b)]).remove(0).2;
    let files = [("corpus.toml", lines.as_str()), ("a.md", &a), ("b.md", &b)];
    check("one-meeting", &files, &[]);
    assert_eq!(prepared(&files).corpus.meetings.len(), 1);
    check("one-meeting", &[("a.md", &a), ("b.md", &met("Reuters", "8", ""))], &[]);
    // Who was asked and says that they are two is asked no more.
    let two = "[[meeting]]\nfiles = [\"b.md\"]\nid = \"second\"\n";
    check("one-meeting", &[("corpus.toml", two), ("a.md", &a), ("b.md", &b)], &[]);
}

#[test]
fn what_was_taken_for_no_part_of_a_text_is_told() {
    let text = "Home | News | About\n\nTalks on ferries\n\nChinese President Xi Jinping met French President Emmanuel \
        Macron in Beijing on May 3, 2019. They spoke about ferries for an hour.\n\n\
        Copyright 2019 Harbour Board. All rights reserved. No part of this page may be copied.\n";
    let passages = left_out(&prepared(&[("a.txt", text)]), &[("a.txt", text)]).remove(0);
    let words: Vec<&str> = passages.iter().map(|passage| passage.text.as_str()).collect();
    assert!(words.contains(&"Home | News | About") && words.len() == 2, "{words:?}");
    assert!(passages.iter().all(|passage| passage.source.is_some()));
    check("left-out", &[("a.txt", text)], &[(Note, "2 passages of it were taken for no part", "")]);
    check("left-out", &[("a.md", &format!("{WHOLE}The harbour is open.\n"))], &[]);
}
