//! What changes while a page is open, or out of reach: a preview that follows its folder, and a hosted site that
//! works offline and tells of a newer version.

use crate::documents::RESULT;
use crate::harness::{Corpus, Page, Way};
use crate::{Journey, journey};

pub(crate) const JOURNEYS: &[Journey] = &[
    journey(
        "renewed: a preview shows a document that has come, and stays where it was",
        Corpus::Growing,
        preview,
    ),
    journey("renewed: a hosted site opens again where its host does not answer", Corpus::Growing, offline)
        .by(&[Way::Hosted]),
    journey(
        "renewed: a reader is told of a newer site, and goes to it when they choose",
        Corpus::Growing,
        newer,
    )
    .by(&[Way::Hosted]),
];

fn preview(page: &Page) {
    page.go("list=1");
    page.until_count(RESULT, 4);
    page.growing().grow().expect("the last document is written");
    page.until_count(RESULT, 5);
    assert_eq!(page.hash(), "#list=1");
}

/// Waits until everything is kept. What comes then is a new visit: Firefox's driver reloads past what is kept.
fn keep(page: &Page) {
    page.until_count(RESULT, 4);
    page.until("navigator.serviceWorker.controller !== null", true);
}

fn offline(page: &Page) {
    keep(page);
    page.growing().fall_silent();
    page.go("");
    page.until_count(RESULT, 4);
    page.fill("#search", "THAAD");
    page.until_there("#results mark");
}

fn newer(page: &Page) {
    keep(page);
    page.growing().grow().expect("the last document is written");
    page.go("");
    // What is kept comes first, so that nothing changes under the reader's eyes.
    page.until_count(RESULT, 4);
    page.click(".update button");
    page.until_count(RESULT, 5);
    page.settled();
}
