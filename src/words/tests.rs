//! What holds in every language, and how English writes.

use std::collections::BTreeSet;

use super::*;

fn english() -> Words {
    Words::new(Language::English, &Plain)
}

#[test]
fn days_are_written_out() {
    let check = |from: &str, to: &str, expect: &str, when: &str| {
        let days = Interval::new(from.parse().unwrap(), to.parse().unwrap());
        assert_eq!((english().interval(days).as_str(), english().when(days).as_str()), (expect, when));
    };
    check("2017-11-22", "2017-11-22", "22 November 2017", "22 Nov 2017");
    check("2017-05-18", "2017-05-20", "18–20 May 2017", "May 2017");
    check("2017-11-01", "2017-11-30", "November 2017", "Nov 2017");
    check("2019-11-01", "2019-12-31", "November–December 2019", "Nov–Dec 2019");
    check("2019-11-01", "2020-02-29", "November 2019 – February 2020", "2019–2020");
    check("2017-01-01", "2017-12-31", "2017", "Jan–Dec 2017");
    check("2021-01-01", "2025-12-31", "2021–2025", "2021–2025");
    check("2017-05-30", "2017-06-02", "30 May – 2 June 2017", "May–Jun 2017");
    check("2017-12-30", "2018-01-02", "30 December 2017 – 2 January 2018", "2017–2018");
}

#[test]
fn numbers_and_names_read_as_in_a_newspaper() {
    let words = english();
    assert_eq!(words.count(words.documents, 1), "1 document");
    assert_eq!(words.count(words.documents, 0), "0 documents");
    assert_eq!(words.count(words.hits, 1_234_567), "1,234,567 hits");
    assert_eq!(words.count_with(words.documents_of, 5, &["2"]), "2 of 5 documents");
    assert_eq!(words.names(&["A", "B", "C"]), "A, B and C");
    assert_eq!(words.names(&["A"]), "A");
    assert_eq!(words.list_of_holes(3), "{0}, {1} and {2}");
    assert_eq!(words.names_short(&["A", "B", "C", "D"]), "A · B · C + 1");
    assert_eq!(words.length(1), "1 day");
    assert_eq!(words.length(800), "2 years");
}

/// The messages of every language, by language, name and form.
fn all() -> impl Iterator<Item = (Language, &'static str, Text)> {
    Language::ALL.into_iter().flat_map(|language| {
        let entries = Words::new(language, &Plain).entries();
        entries
            .into_iter()
            .flat_map(move |(name, forms)| forms.into_iter().map(move |form| (language, name, form)))
    })
}

#[test]
fn every_language_fills_the_holes_that_english_has() {
    let holes = |text: &str| -> BTreeSet<usize> {
        let hole = |part: &Part| if let Part::Hole(hole) = part { Some(*hole) } else { None };
        parts(text).iter().filter_map(hole).collect()
    };
    let english = english().entries();
    for (language, name, form) in all() {
        let (_, forms) = english.iter().find(|(each, _)| *each == name).expect("all have the same fields");
        assert_eq!(holes(form), holes(forms[0]), "{name} in {language:?}");
    }
}

#[test]
fn no_message_is_empty_or_left_with_spaces_around() {
    for (language, name, form) in all() {
        assert!(name == "gap" || !form.trim().is_empty() && form.trim() == form, "{name} in {language:?}");
    }
}

/// Straight quotation marks belong to the query language, which the hint in the search box shows.
#[test]
fn typography_is_each_languages_own() {
    let marks = |language| match language {
        Language::English | Language::Korean => &[" :", " ;", " ?", " !", "«", "：", "，", "。"][..],
        // A colon, semicolon, question or exclamation mark stands after a narrow no-break space.
        Language::French => &[" :", " ;", " ?", " !", "“", "« ", " »", "：", "，", "。"],
        Language::Chinese => &[", ", ": ", "; ", "?", "!", ". ", "«", "("],
    };
    for (language, name, form) in all() {
        for mark in marks(language) {
            assert!(!form.contains(mark), "{name} in {language:?} has “{mark}”: {form}");
        }
        assert!(!form.contains('\'') && !form.contains("..."), "{name} in {language:?}: {form}");
        assert!(name == "search_hint" || !form.contains('"'), "{name} in {language:?}: {form}");
    }
}

#[test]
fn french_spaces_are_narrow_and_do_not_break() {
    let french = all().filter(|(language, ..)| *language == Language::French);
    for (_, name, form) in french {
        let letters: Vec<char> = form.chars().collect();
        for pair in letters.windows(2) {
            // “speaker:” is a word of the query language.
            let mark = matches!(pair[1], ':' | ';' | '?' | '!' | '»') && name != "search_hint";
            assert!(!(mark || pair[0] == '«') || pair.contains(&'\u{202f}'), "{name}: {form}");
        }
    }
}
