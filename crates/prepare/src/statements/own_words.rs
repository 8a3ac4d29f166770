//! Finds from where on a text is one person's words though labels do not say so: as its title says
//! (“Remarks by X at …”), by a title that begins with the name of whoever says “I” below it, or by a line
//! that announces them (“X issued the following statement:”). What is quoted is no such text.

use readout_corpus::{Document, Mention, MentionKind};

use super::labels::Label;
use crate::{Settings, names};

/// Titles of what is one person's words from beginning to end, up to the name.
const KINDS: &[&str] = &["statement", "remarks", "speech", "address", "message", "letter", "op-ed"];
/// What a line says that announces one in full, besides its kind and a colon.
const ANNOUNCES: &[&str] = &["the following", "full text", "released", "as follows"];
/// What stands before a name that the words are not by: “… by the chair at the talks with X”.
const NOT_BY: &[&str] = &[" with ", " at ", " after ", " following "];
/// Words before such a kind.
const OPENING: &[&str] =
    &["press ", "opening ", "closing ", "introductory ", "welcome ", "video ", "keynote "];
/// What ends an office that they are by.
const ENDS_OFFICE: &[&str] = &[
    " (",
    ",",
    ":",
    " at ",
    " on ",
    " in ",
    " to ",
    " with ",
    " after ",
    " during ",
    " following ",
    " and ",
];
/// How somebody speaks of himself, and of himself with others.
const OWN: &[&str] = &["I", "My", "my", "Me", "me"];
const OURS: &[&str] = &["We", "we", "Our", "our", "Us", "us"];
/// Sentences that count as early.
const EARLY: usize = 6;

/// The first sentence of the words of one person, and whose they are.
pub(super) fn find(document: &Document, settings: &Settings) -> Option<(u32, Label)> {
    let titled = titled(document).or_else(|| by_office(document, settings));
    let Some((first, label)) = titled else { return announced(document) };
    // “The full text of her remarks follows:”
    let first = announcement(document).filter(|&line| line >= first).map_or(first, |line| line + 1);
    Some((first, label))
}

/// The one person whom a sentence names.
pub(super) fn only_person(document: &Document, sentence: u32) -> Option<&Mention> {
    let mut named = people(document).filter(|mention| mention.sentence == sentence);
    named.next().filter(|_| named.next().is_none())
}

fn people(document: &Document) -> impl Iterator<Item = &Mention> {
    document.mentions.iter().filter(|mention| mention.kind == MentionKind::Person)
}

/// Whether the words behind a label that has no second one are a speaker's all the same: the label is near
/// the head and names a person, and “I” or “we” is said behind it.
pub(super) fn behind(document: &Document, label: u32) -> bool {
    let numbers = || document.body().map(|(number, _)| number);
    let named = people(document).any(|mention| mention.sentence == label);
    let spoken = || numbers().skip_while(|&number| number < label).take(EARLY);
    named
        && numbers().take(EARLY).any(|number| number == label)
        && spoken().any(|number| says(document, number, &[OWN, OURS]))
        && !spoken().any(|number| is_quoting(document, number))
}

/// The words below a title that says whose they are.
fn titled(document: &Document) -> Option<(u32, Label)> {
    let title = document.sentence_text(0);
    let speaker = people(document).next().filter(|mention| mention.sentence == 0)?;
    let (first, _) = document.body().next()?;
    // A name and no other, “President X after the talks”, and then “I am glad …”
    let own =
        only_person(document, 0).is_some() && says(document, first, &[OWN]) && !is_quoting(document, first);
    if !own && !is_by(title) {
        return None;
    }
    let before = title.get(..speaker.span.start as usize)?.to_lowercase();
    // “… by X and Y” is nobody's alone.
    let after = title.get(speaker.span.end as usize..)?.to_lowercase();
    let alone = !NOT_BY.iter().any(|word| before.contains(word))
        && !after.starts_with(" and ")
        && !after.starts_with(',');
    let spoken = own || is_spoken(document);
    (alone && spoken).then(|| (first, Label { speakers: vec![speaker.name.clone()], span: None }))
}

/// The words below a title that names an office and no person: “Remarks by the Prime Minister of X”.
fn by_office(document: &Document, settings: &Settings) -> Option<(u32, Label)> {
    let title = document.sentence_text(0);
    let (_, by) = title.split_once(" by ").filter(|_| is_by(title))?;
    let office = by.strip_prefix("the ").unwrap_or(by);
    let end = ENDS_OFFICE.iter().filter_map(|word| office.find(word)).min().unwrap_or(office.len());
    let (office, place) = office[..end].trim().split_once(" of ").unwrap_or((office[..end].trim(), ""));
    let side = names::side_of_place(place, settings).or_else(|| names::side_of_office(office))?;
    let speaker = names::holder(office, side, names::day_of(document)?, settings)?;
    let (first, _) = document.body().next()?;
    is_spoken(document).then(|| (first, Label { speakers: vec![speaker.to_owned()], span: None }))
}

/// Whether a title begins as one of the [`KINDS`] by somebody.
fn is_by(title: &str) -> bool {
    let lower = title.to_lowercase();
    // “Foreign Affairs Council: remarks by X”
    let lower = lower.rsplit(": ").find(|part| part.contains(" by ")).unwrap_or(&lower);
    KINDS.iter().any(|kind| {
        let opening = OPENING.iter().find_map(|word| lower.strip_prefix(word));
        let rest = opening.unwrap_or(lower).strip_prefix(kind);
        rest.is_some_and(|rest| {
            let rest = rest.strip_prefix(" as prepared for delivery").unwrap_or(rest);
            [" by ", " from ", " of "].iter().any(|by| rest.starts_with(by))
        })
    })
}

/// The words below a line that names one person and announces them; those of several people only where
/// they say “we”.
fn announced(document: &Document) -> Option<(u32, Label)> {
    let line = announcement(document)?;
    let mut speakers: Vec<String> = Vec::new();
    for mention in people(document).filter(|mention| mention.sentence == line) {
        if !speakers.contains(&mention.name) {
            speakers.push(mention.name.clone());
        }
    }
    let ours = match speakers.len() {
        0 => false,
        1 => true,
        _ => says(document, line + 1, &[OURS]),
    };
    (ours && !is_quoted(document, line + 1)).then_some((line + 1, Label { speakers, span: None }))
}

/// Whether a sentence begins with a quotation mark.
fn is_quoted(document: &Document, sentence: u32) -> bool {
    document.sentence_text(sentence).starts_with(['"', '“', '„', '‘'])
}

/// A line near the head after which a text follows in full.
fn announcement(document: &Document) -> Option<u32> {
    let mut body = document.body().map(|(number, _)| number);
    let line = body.by_ref().take(EARLY).find(|&number| {
        let lower = document.sentence_text(number).to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        lower.trim_end().ends_with(':') && has(ANNOUNCES) && has(KINDS)
    })?;
    (body.next() == Some(line + 1)).then_some(line)
}

/// Whether somebody speaks of himself early in a text.
fn is_spoken(document: &Document) -> bool {
    document.body().take(EARLY).any(|(number, _)| says(document, number, &[OWN, OURS]))
}

/// Whether a sentence has one of these words.
fn says(document: &Document, sentence: u32, words: &[&[&str]]) -> bool {
    let is_one = |word| words.iter().any(|list| list.contains(&word));
    document.sentence_text(sentence).split(|c: char| !c.is_alphabetic()).any(is_one)
}

/// Whether quotation marks open in a sentence.
fn is_quoting(document: &Document, sentence: u32) -> bool {
    document.sentence_text(sentence).contains(['"', '“', '„'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statements::testing::{self, with_names};

    fn check(title: &str, text: &str, expect: Option<u32>) {
        let names = "person: Angela Merkel = Angela Merkel\nperson: Emmanuel Macron = Emmanuel Macron";
        let document = with_names(testing::titled(title, text), names);
        assert_eq!(
            find(&document, &Settings::builtin()).map(|(number, _)| number),
            expect,
            "{title}: {text}"
        );
    }

    #[test]
    fn a_title_may_say_whose_words_follow() {
        check("Remarks by Chancellor Angela Merkel on trade", "We have much to do.", Some(1));
        check("Statement from Angela Merkel", "Tariffs are a tax. I oppose them.", Some(1));
        check("Council: press remarks by Angela Merkel on arrival", "We have much to do.", Some(1));
        check("Statement from Angela Merkel", "The Chancellor met a man from the US.", None);
        check("Statement by Angela Merkel and the president", "We agree.", None);
        check("Statement by the chair at the talks with Angela Merkel", "We agree.", None);
        check("Statement by Angela Merkel on what Emmanuel Macron said", "We agree.", Some(1));
        check("Angela Merkel makes a statement", "We agree.", None);
        check("Chancellor Angela Merkel after the talks", "I’m glad that we met.\nWe go on.", Some(1));
        check("Chancellor Angela Merkel after the talks", "“I am glad,” she said.", None);
    }

    #[test]
    fn an_office_may_stand_for_whoever_holds_it() {
        let check = |title: &str, expect: Option<&str>| {
            let mut document = testing::titled(title, "We have much to do.");
            document.card.published = "2021-10-22".parse().ok();
            let found = find(&document, &Settings::builtin());
            assert_eq!(
                found.as_ref().map(|(_, label)| label.speakers.join(", ")).as_deref(),
                expect,
                "{title}"
            );
        };
        check("Opening remarks by External Affairs Minister at the talks", Some("S. Jaishankar"));
        check("Remarks by the Prime Minister of Canada on trade", Some("Justin Trudeau"));
        check("Remarks by the Prime Minister on trade", None);
        check("The Prime Minister of Canada on trade", None);
    }

    #[test]
    fn a_line_may_announce_whose_words_follow() {
        let announced = "Chancellor Angela Merkel issued the following statement:\n\nThis is a good day.";
        check("Title", announced, Some(2));
        check("Title", "The full text of the remarks by Angela Merkel:\n\nThis is a good day.", Some(2));
        let joint = "Angela Merkel and Emmanuel Macron met and issued the following statement:";
        check("Title", &format!("{joint}\n\n1. We are glad."), Some(2));
        check("Title", &format!("{joint}\n\nTrade has grown."), None);
        check("Title", "Angela Merkel named these aims:\n\nPeace and trade.", None);
        let follows = "The full text of her remarks follows:\n\nWe have much to do.";
        check("Remarks by Angela Merkel", follows, Some(2));
    }
}
