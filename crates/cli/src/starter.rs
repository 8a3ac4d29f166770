//! The first corpus.toml of a folder: what it says is what was found, and each part has a comment on
//! what it does. Makes text and writes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use readout_corpus::{Corpus, Language, Side};

use crate::check::{self, Material, Paste};
use crate::folder::Prepared;
use crate::report::count;

/// The example for a folder that has no document: our own words on a meeting that took place.
pub(crate) const EXAMPLE: &str = "\
---
title: Biden and Xi meet in California
source: Example
published: 2023-11-16
rights: summary
---

This document is an example. Delete it and put documents of your own into this folder.

On November 15, 2023, U.S. President Joe Biden met Chinese President Xi Jinping in Woodside, California.

The two sides agreed to resume talks between their militaries. Biden said that both countries had to manage
their competition. Xi said that the planet was big enough for both countries.
";

/// The source of the example.
const EXAMPLE_SOURCE: &str = "\
# Who published. One [[source]] for each; a name that the documents say is found by itself.
[[source]]
name = \"Example\"  # as the documents say it (`source: …`)
side = \"\"  # whom it speaks for (China, US, …); empty for nobody, as with a wire
kind = \"other\"  # official, state-media, wire or other
# files = [\"ministry/*.txt\"]  # documents that do not say who published them
";

const SIDES: &str = "\
# The sides, in the order in which they are drawn. The first two get the two colours.
";

const NO_SIDES: &str = "\
# The sides, in the order in which they are drawn. Without these lines, the order of the documents.
# [[side]]
# key = \"China\"  # a short name, as sources and people give it
# name = \"China\"  # the name in full
";

const PEOPLE: &str = "\
# People whom the built-in list does not know. Take the # away and complete the lines.
";

const NO_PEOPLE: &str = "\
# People whom the built-in list does not know; `readout check` names them.
# [[person]]
# name = \"\"
# side = \"\"  # whom they speak for
# offices = [{ office = \"Foreign Minister\", from = 2020-01-01 }]
";

const REST: &str = "\
# Topics of your own, beside the built-in ones; * stands for any ending.
# [[topic]]
# key = \"fisheries\"
# label = \"Fisheries\"
# words = [\"fish*\", \"trawler*\"]

# What a document does not say itself, or says wrongly.
# [[document]]
# file = \"ministry/talks.txt\"
# published = \"2017-11-22\"

# A mark that is wrong; \"Correct it\" in the explorer and `readout explain` give such lines.
# [[correction]]
# file = \"ministry/talks.txt\"
# quote = \"words of its text\"
# speakers = [\"Wang Yi\"]
";

/// People who are listed at most; `readout check` names all.
const PEOPLE_LISTED: usize = 12;

/// Sides that are listed at most; the others follow as they appear.
const SIDES_LISTED: usize = 6;

/// Files that are named as examples.
const FILES_NAMED: usize = 3;

/// The corpus.toml of a folder of this name without documents.
pub(crate) fn empty(name: &str) -> String {
    [&head(&title_of(name), ""), EXAMPLE_SOURCE, NO_SIDES, NO_PEOPLE, REST].join("\n")
}

/// The corpus.toml of a folder of this name with the documents that were found in it.
pub(crate) fn found(name: &str, prepared: &Prepared) -> String {
    let corpus = &prepared.corpus;
    // “China–ROK: 5 documents”, where two sides met: the number would soon be wrong.
    let sides = corpus.overview.title.split_once(": ").map(|(sides, _)| sides.to_owned());
    let found = format!(
        "# Found here: {}, {}; by language: {}.\n",
        count(corpus.documents.len(), "document"),
        count(corpus.meetings.len(), "meeting"),
        listed(&languages(corpus)),
    );
    let head = head(&sides.unwrap_or_else(|| title_of(name)), &found);
    [head, sources(corpus), sides_of(corpus), people(prepared), REST.to_owned()].join("\n")
}

fn head(title: &str, found: &str) -> String {
    format!(
        "# What Readout knows of this folder. Everything is optional; what begins with # is not read.\n\
         {found}\n\
         # The title of the explorer, and a sentence or two under it.\n\
         title = {}\n\
         description = \"\"\n\n\
         # How much of a document may be shown where it says nothing else: full, excerpt (some sentences;\n\
         # the others are not in what is built) or summary (the texts are your own words). The page says which.\n\
         rights = \"full\"\n\n\
         # How much of an excerpt is shown: at most so many sentences, and so many per cent of its letters.\n\
         # excerpt = {{ sentences = 6, share = 25 }}\n\n\
         # The language of the explorer's own words: {}. Without it, that of the reader's browser.\n\
         # language = \"en\"\n",
        check::quoted(title),
        Language::ALL.map(Language::tag).join(", ")
    )
}

/// A folder's name as a title.
fn title_of(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "Meetings".to_owned(),
    }
}

/// How many documents there are in each language, the most first.
fn languages(corpus: &Corpus) -> Vec<(&str, usize)> {
    let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
    for document in &corpus.documents {
        *languages.entry(&document.card.language).or_default() += 1;
    }
    let mut languages: Vec<_> = languages.into_iter().collect();
    languages.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    languages
}

fn listed(counts: &[(&str, usize)]) -> String {
    counts.iter().map(|(name, count)| format!("{name} ({count})")).collect::<Vec<_>>().join(", ")
}

/// The sources, each with the number of its documents, and the documents without one.
fn sources(corpus: &Corpus) -> String {
    let mut text = String::from(
        "# Who published, and whom they speak for. Check the sides and kinds: the colours follow them.\n",
    );
    for source in &corpus.overview.sources {
        let named = Some(source.name.as_str());
        let documents = corpus.documents.iter().filter(|d| d.card.source.as_deref() == named).count();
        let table = check::source_table(source, corpus);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "# {}\n{}", count(documents, "document"), table.text);
    }
    let files: BTreeSet<&str> = corpus
        .documents
        .iter()
        .filter(|document| document.card.source.is_none())
        .map(|document| document.card.file.as_str())
        .collect();
    if !files.is_empty() {
        let named: Vec<String> = files.iter().take(FILES_NAMED).map(|file| check::quoted(file)).collect();
        let more = if files.len() > FILES_NAMED { ", …" } else { "" };
        let _ = writeln!(
            text,
            "# {} without a known publisher. Take the # away and complete the lines; * stands for any letters.\n\
             # [[source]]\n# name = \"\"\n# side = \"\"\n# kind = \"official\"  # official, state-media, wire or other\n\
             # files = [{}]{more}",
            count(files.len(), "file"),
            named.join(", "),
        );
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// The sides that sources speak for or that met.
fn sides_of(corpus: &Corpus) -> String {
    let overview = &corpus.overview;
    let met: BTreeSet<&str> =
        corpus.meetings.iter().flat_map(|meeting| &meeting.participants).map(String::as_str).collect();
    let people = overview.people.iter().filter(|person| met.contains(person.name.as_str()));
    let keys: BTreeSet<&str> = overview
        .sources
        .iter()
        .filter_map(|source| source.side.as_deref())
        .chain(people.filter_map(|person| person.side.as_deref()))
        .collect();
    let sides: Vec<&Side> = overview.sides.iter().filter(|side| keys.contains(side.key.as_str())).collect();
    if sides.is_empty() {
        return NO_SIDES.to_owned();
    }
    let table = |side: &&Side| Paste::table("side").text("key", &side.key).text("name", &side.name).text;
    let tables: Vec<String> = sides.iter().take(SIDES_LISTED).map(table).collect();
    let mut text = format!("{SIDES}{}", tables.join("\n"));
    if sides.len() > SIDES_LISTED {
        let others: Vec<&str> = sides[SIDES_LISTED..].iter().map(|side| side.key.as_str()).collect();
        let _ = writeln!(text, "# They are followed by {}.", others.join(", "));
    }
    text
}

/// The people whom nobody knows, as comments.
fn people(prepared: &Prepared) -> String {
    let people = check::unknown_people(Material {
        corpus: &prepared.corpus,
        settings: &prepared.settings,
        left_out: &[],
        theme: &[],
    });
    if people.is_empty() {
        return NO_PEOPLE.to_owned();
    }
    let commented =
        |paste: Paste| -> String { paste.text.lines().map(|line| format!("# {line}\n")).collect() };
    let tables: Vec<String> =
        people.iter().take(PEOPLE_LISTED).map(|unknown| commented(unknown.paste())).collect();
    let mut text = format!("{PEOPLE}{}", tables.join("#\n"));
    if people.len() > PEOPLE_LISTED {
        let _ = writeln!(text, "# … and {} more: `readout check` names them.", people.len() - PEOPLE_LISTED);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::prepared;
    use readout_prepare::Settings;

    #[track_caller]
    fn sound(text: &str) -> Settings {
        let (settings, errors) = Settings::from_toml(text);
        assert_eq!(errors, [], "{text}");
        settings
    }

    /// Without the # of lines that can be taken in.
    fn uncommented(text: &str) -> String {
        let lines = text.lines().map(|line| match line.strip_prefix("# ") {
            Some(rest)
                if rest.starts_with("[[")
                    || rest.split_once(" = ").is_some_and(|(key, _)| !key.contains(' ')) =>
            {
                rest
            }
            _ => line,
        });
        lines.map(|line| format!("{line}\n")).collect()
    }

    #[test]
    fn a_folders_name_becomes_a_title() {
        let check = |name: &str, expect: &str| assert_eq!(title_of(name), expect);
        check("trade-talks_2019", "Trade talks 2019");
        check("회담", "회담");
        check("", "Meetings");
    }

    #[test]
    fn every_form_of_it_is_read_also_without_its_comment_signs() {
        let unknown =
            "Talks\n\nForeign Minister Ruritan Strelsau said “yes” to President Xi Jinping on May 3, 2019.\n";
        let met = "---\nsource: Xinhua\npublished: 2019-05-04\n---\n\nChinese President Xi Jinping met French President Emmanuel Macron in Beijing on May 3, 2019.\n";
        for text in [
            empty("talks"),
            empty("\"quoted\" \\ name"),
            found("talks", &prepared(&[("a.txt", unknown), ("b.md", met)])),
        ] {
            sound(&text);
            sound(&uncommented(&text));
        }
    }

    #[test]
    fn what_was_found_is_filled_in() {
        let met = |source: &str| {
            format!(
                "---\nsource: {source}\npublished: 2019-05-04\n---\n\nChinese President Xi Jinping met French President Emmanuel Macron in Beijing on May 3, 2019. Foreign Minister Ruritan Strelsau said nothing.\n"
            )
        };
        let (a, b, c) = (met("Xinhua"), met("Harbour Board"), "Talks\n\nThe ministers spoke.\n");
        let text = found("my-talks", &prepared(&[("a.md", &a), ("b.md", &b), ("c.txt", c)]));
        for part in [
            "# Found here: 3 documents, 1 meeting; by language: en (3).\n",
            "title = \"China–France\"\n",
            "# 1 document\n[[source]]\nname = \"Xinhua\"\nside = \"China\"",
            "[[source]]\nname = \"Harbour Board\"\nside = \"\"",
            "# 1 file without a known publisher.",
            "# files = [\"c.txt\"]\n",
            "[[side]]\nkey = \"China\"\nname = \"China\"\n",
            "# [[person]]\n# name = \"Ruritan Strelsau\"\n",
        ] {
            assert!(text.contains(part), "no “{part}” in\n{text}");
        }
        let settings = sound(&text);
        assert_eq!(settings.title.as_deref(), Some("China–France"));
        assert!(settings.sides.iter().any(|side| side.key == "France"), "{text}");
    }

    #[test]
    fn the_example_is_a_whole_document() {
        let toml = empty("talks");
        let prepared = prepared(&[("corpus.toml", &toml), ("example.md", EXAMPLE)]);
        assert_eq!(prepared.corpus.meetings.len(), 1);
        let heavy: Vec<_> = crate::check::find(&prepared, &[])
            .into_iter()
            .filter(|(_, f)| f.severity < check::Severity::Note)
            .collect();
        assert_eq!(heavy, []);
    }
}
