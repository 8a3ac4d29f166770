//! Whose words a text is: those of its author, of the spokesman who opens it, of the host whose office its labels
//! give in full.

use readout_corpus::{Document, MentionKind};

use crate::Settings;
use crate::names::{day_of, side_of_person};

/// The side of the one person whose words a text is.
pub(super) fn author(document: &Document, settings: &Settings) -> Option<String> {
    let name = crate::statements::author(document, settings)?;
    side_of_person(&name, day_of(document), settings).map(str::to_owned)
}

/// The side whose spokesman opens a text that is given as his words: “A … spokesperson said:”.
pub(super) fn issuer(document: &Document, settings: &Settings) -> Option<String> {
    let (first, _) = document.body().next()?;
    let words = document.sentence_text(first);
    let (said, _) = words.split_once(':')?;
    let (of, _) = said.split_once(" spokes").filter(|_| said.ends_with(" said"))?;
    settings.publishers.credited(of)?.side.clone()
}

/// The side of who speaks first in a transcript that gives him his office and country in full:
/// “President of X Y: …”. Those who print such labels are his own.
pub(super) fn host(document: &Document, settings: &Settings) -> Option<String> {
    let (first, sentence) = document.body().next()?;
    let named = |kind: MentionKind| document.mentions.iter().find(|m| m.sentence == first && m.kind == kind);
    let (country, speaker) = (named(MentionKind::Place)?, named(MentionKind::Person)?);
    let between = |from: u32, to: u32| document.text.get(from as usize..to as usize);
    let office = between(sentence.span.start, country.span.start)?.strip_suffix(" of ")?;
    let labelled = between(country.span.end, speaker.span.start) == Some(" ")
        && between(speaker.span.end, sentence.span.end)?.starts_with(':')
        && settings.gazetteer.title_ends(office);
    crate::names::side_of_place(&country.name, settings).filter(|_| labelled).map(str::to_owned)
}
