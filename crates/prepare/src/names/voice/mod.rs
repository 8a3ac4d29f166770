//! Whose voice a document without a known source has, as far as its wording shows.

mod introduced;
mod manner;
mod press;
mod speaker;

use readout_corpus::{Document, Role};

use crate::Settings;
use introduced::{first_in_title, introduces};
pub(crate) use manner::side_of_office;
use manner::{is_briefing, is_formal, is_issued, is_minuted, signed};
use press::is_report;
use speaker::{author, host, issuer};

/// How the titles of official texts begin that name those who met, in lower case.
const OFFICIAL_TITLES: &[&str] = &[
    "readout ",
    "remarks by ",
    "joint press ",
    "joint statement ",
    "press briefing by ",
    "press gaggle by ",
    "press conference by ",
];

/// How the titles of one government's texts begin, in lower case, and its side.
const OWN_TITLES: &[(&str, &str)] = &[("pm call with ", "UK"), ("pm meeting with ", "UK")];

/// The side whose voice a document without a known source has, where its wording shows it.
///
/// An official text introduces its own side's people without their country (“Foreign Minister X”) and
/// the other side's with it (“Foreign Minister Y of Z”). None where a source is known, where nobody
/// is introduced so, and where two sides are.
pub(crate) fn side_shown(document: &Document, settings: &Settings) -> Option<String> {
    if document.card.source.is_some() {
        return None;
    }
    let own = issuer(document, settings)
        .or_else(|| host(document, settings))
        .or_else(|| author(document, settings));
    if own.is_some() {
        return own;
    }
    if is_briefing(document) {
        return Some("China".to_owned());
    }
    if is_report(document) || !is_formal(document) {
        return None;
    }
    if is_minuted(document) || is_issued(document) {
        return Some("ROK".to_owned());
    }
    let introduces = |parts: &[Role]| introduces(document, settings, parts);
    if !document.card.language.starts_with("en") {
        return introduces(&[Role::Body]);
    }
    // An official title introduces for good; any other is a headline, and its text introduces anew.
    let title = document.card.title.trim_start().to_lowercase();
    let official = OFFICIAL_TITLES.iter().any(|words| title.starts_with(words));
    let titled = OWN_TITLES.iter().find(|(words, _)| title.starts_with(words));
    signed(document)
        .or_else(|| titled.map(|(_, side)| (*side).to_owned()))
        .or_else(|| first_in_title(document, settings).filter(|_| official))
        .or_else(|| introduces(&[Role::Title]).filter(|_| official))
        .or_else(|| introduces(&[Role::Body]))
        .or_else(|| introduces(&[Role::Title, Role::Body]))
}
