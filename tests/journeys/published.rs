//! What every reader does, on each way that a site is published: hosted, saved as one file, and in a frame.

use serde_json::json;

use crate::documents::{RESULT, choose};
use crate::harness::{Corpus, Engine, Page, Sandbox, Way};
use crate::{Journey, journey, timeline};

pub(crate) const JOURNEYS: &[Journey] = &[
    journey("published: it opens with its documents", Corpus::Sample, opens).by(Way::PUBLISHED),
    journey("published: a word is found", Corpus::Sample, word).by(Way::PUBLISHED),
    journey("published: a facet filters, and says how many before", Corpus::Sample, facet).by(Way::PUBLISHED),
    journey("published: a document opens, and its marks explain themselves", Corpus::Sample, document)
        .by(Way::PUBLISHED),
    journey(
        "published: days are brushed on the timeline, and back undoes it",
        Corpus::Sample,
        timeline::brush,
    )
    .by(&[Way::Hosted, Way::Saved]),
    // In a frame that may run scripts alone, Firefox's step back leaves the article; WebKit's driver waits for a
    // step back inside a frame for ever.
    journey("published: days are brushed in a frame, and back undoes it", Corpus::Sample, timeline::brush)
        .by(&[Way::Framed(Sandbox::Full)])
        .only(&[Engine::Chromium, Engine::Firefox]),
    journey("published: a link that is shared leads to the same view", Corpus::Sample, link)
        .by(Way::PUBLISHED),
];

fn opens(page: &Page) {
    page.until("document.documentElement.dataset.state", "ready");
    page.until_count(RESULT, 5);
    page.until("document.querySelectorAll('#timeline [data-meeting]').length > 0", true);
}

fn word(page: &Page) {
    page.fill("#search", "THAAD");
    page.until("[...document.querySelectorAll('#results article')].every(a => /THAAD/i.test(a.querySelector('mark')?.textContent))", true);
    let found = page.texts(RESULT).len();
    assert!((1..5).contains(&found), "some have it, and some have not: {found}");
    page.fill("#search", "");
    page.until_count(RESULT, 5);
}

fn facet(page: &Page) {
    page.until_count(RESULT, 5);
    let number = "Number(document.querySelector('#facets [data-facet=year] [data-value=\"2020\"] .number').textContent.match(/\\d+/)[0])";
    let number = page.value(number).as_u64().expect("the value says its count");
    assert!((1..5).contains(&number), "it leaves some: {number}");
    choose(page, "year", "2020");
    page.until_count(RESULT, number);
    page.click("#filters .chosen");
    page.until_count(RESULT, 5);
}

fn document(page: &Page) {
    page.click(&format!("{RESULT} a"));
    page.until("document.querySelector('#reader[data-document]')?.innerText.length > 200", true);
    page.click("#reader .voice");
    page.until("document.querySelector('#explanation')?.innerText.trim().length > 20", true);
}

fn link(page: &Page) {
    page.fill("#search", "THAAD");
    page.until_there("#results mark");
    page.click(&format!("{RESULT} a"));
    page.until_there("#reader mark.current");
    let seen = "JSON.stringify([document.querySelector('#search')?.value, document.querySelector('#reader')?.dataset.document, \
        document.querySelector('#reader mark.current')?.dataset.hit])";
    let (hash, before) = (page.hash(), page.text_of(seen));
    page.go("");
    page.until_count(RESULT, 5);
    page.go(&hash);
    page.until(seen, before.as_str());
    assert_eq!(json!(page.hash()), json!(hash), "the address stays");
}
