//! Searching and filtering the list of documents.

use serde_json::json;

use crate::harness::{BACKSPACE, Corpus, Page};
use crate::{Journey, journey};

pub(crate) const JOURNEYS: &[Journey] = &[
    journey("documents: opening shows all five, and where they come from", Corpus::Seeds, opening),
    journey(
        "documents: the sample opens with its five summaries, and says that they are summaries",
        Corpus::Sample,
        sample,
    ),
    journey("documents: a word finds the documents that have it, as it is typed", Corpus::Seeds, word),
    journey("documents: an exact phrase finds three, and offers its other form", Corpus::Seeds, phrase),
    journey(
        "documents: a misspelt word is looked for in other words, and it is said so",
        Corpus::Seeds,
        misspelt,
    ),
    journey("documents: a person who speaks in one leaves one", Corpus::Seeds, speaker),
    journey("documents: a facet's count is what its click gives", Corpus::Seeds, counts),
    journey("documents: nothing found has a screen of its own, and a way back", Corpus::Seeds, nothing),
];

pub(crate) const RESULT: &str = "#results article[data-document]";

fn opening(page: &Page) {
    page.until("document.documentElement.dataset.state", "ready");
    page.until_count(RESULT, 5);
    assert!(page.texts("#count").concat().contains('5'), "the count says five: {:?}", page.texts("#count"));
    let text = page.text_of("document.body.innerText");
    for title in ["Kang Kyung-wha", "properly handle THAAD issue", "back to normal track"] {
        assert!(text.contains(title), "“{title}” is in sight");
    }
}

fn sample(page: &Page) {
    page.until("document.documentElement.dataset.state", "ready");
    page.until_count(RESULT, 5);
    page.click(&format!("{RESULT} a"));
    page.until_there("#reader[data-document]");
    page.until("/summary/i.test(document.querySelector('#reader').innerText)", true);
}

fn word(page: &Page) {
    page.fill("#search", "THAAD");
    page.until_count(RESULT, 3);
    page.until("[...document.querySelectorAll('#results article')].every(a => /THAAD/.test(a.querySelector('mark')?.textContent))", true);
    page.press(BACKSPACE);
    page.until("document.querySelector('#search').value", "THAA");
    page.fill("#search", "");
    page.until_count(RESULT, 5);
    page.fill("#search", "thaad -pledge");
    page.until(&format!("document.querySelectorAll({}).length < 3", json!(RESULT)), true);
}

fn phrase(page: &Page) {
    page.fill("#search", "\"properly handle\"");
    page.until_count(RESULT, 3);
    for (year, documents) in [("2017", "2 documents"), ("2020", "1 document")] {
        let value = format!(
            "document.querySelector('#facets [data-facet=year] [data-value=\"{year}\"] .number')?.textContent"
        );
        page.until(&value, documents);
    }
    assert!(!page.texts("#results").concat().contains("properly handling"), "another form is not merged");
    page.until("/properly handling/.test(document.querySelector('#notes')?.innerText)", true);
    page.click("#notes button, #notes a");
    page.until("/properly handling/.test(document.querySelector('#search').value)", true);
    page.until_count(RESULT, 1);
}

fn misspelt(page: &Page) {
    page.fill("#search", "denuclearisation");
    page.until("/denuclearization/.test(document.querySelector('#notes')?.innerText)", true);
    page.until(&format!("document.querySelectorAll({}).length > 0", json!(RESULT)), true);
}

fn speaker(page: &Page) {
    page.fill("#search", "speaker:\"Lee Hae-chan\"");
    page.until_count(RESULT, 1);
    page.fill("#search", "");
    page.until_count(RESULT, 5);
    choose(page, "person", "Lee Hae-chan");
    page.until_count(RESULT, 1);
    page.click("#filters .chosen");
    page.until_count(RESULT, 5);
}

/// Chooses a facet value; a longer list is opened where it hides there.
pub(crate) fn choose(page: &Page, facet: &str, value: &str) {
    let group = format!("#facets [data-facet={}]", json!(facet));
    let button = format!("{group} button[data-value={}]", json!(value));
    page.until_there(&group);
    if page.value(&format!("document.querySelector({}) === null", json!(button))) == true {
        page.click(&format!("{group} button[aria-expanded=false]"));
    }
    page.click(&button);
    page.until(&format!("document.querySelector({})?.getAttribute('aria-pressed')", json!(button)), "true");
}

fn counts(page: &Page) {
    // A value says its count, with its noun for screen readers: “2 documents”.
    let all = "[...document.querySelectorAll('#facets [data-facet] button[data-value]')].map(b => \
        [b.closest('[data-facet]').dataset.facet, b.dataset.value, Number(b.querySelector('.number').textContent.match(/^(\\d+) documents?$/)[1])])";
    page.until_count(RESULT, 5);
    let all: Vec<(String, String, u64)> =
        serde_json::from_value(page.value(all)).expect("every value has a count");
    let facets: std::collections::BTreeSet<&str> = all.iter().map(|(facet, ..)| facet.as_str()).collect();
    assert!(facets.len() >= 7, "there are many facets: {facets:?}");
    for (facet, value, count) in all.iter().step_by(2) {
        choose(page, facet, value);
        page.until_count(RESULT, *count);
        page.back();
        page.until_count(RESULT, 5);
    }
}

fn nothing(page: &Page) {
    page.fill("#search", "zzyzx unheard");
    page.until_count(RESULT, 0);
    page.until("document.querySelector('#results').innerText.trim().length > 10", true);
    page.fill("#search", "");
    page.until_count(RESULT, 5);
}
