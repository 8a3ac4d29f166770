//! A phone has every facet and every view.

use serde_json::json;

use crate::documents::{RESULT, choose};
use crate::harness::{Corpus, Page};
use crate::reader::open;
use crate::{Journey, journey};

pub(crate) const JOURNEYS: &[Journey] = &[
    journey("phone: every facet is there and filters", Corpus::Seeds, facets),
    journey(
        "phone: every view is there: timeline, list, documents, reader and its layers",
        Corpus::Seeds,
        views,
    ),
    journey("phone: nothing is wider than the page, and what is tapped is big enough", Corpus::Sample, fits),
];

fn narrow(page: &Page) {
    page.size(390, 844, true);
    page.reload();
}

/// Facets may be folded away on a phone; whatever opens them says so.
fn open_facets(page: &Page) {
    page.until_there("#facets, [aria-controls=facets]");
    if page.value("document.querySelector('#facets')?.checkVisibility() ?? false") != true {
        page.click("[aria-controls=facets]");
        page.until("document.querySelector('#facets').checkVisibility()", true);
    }
}

fn facets(page: &Page) {
    let names = "[...document.querySelectorAll('#facets [data-facet]')].map(f => f.dataset.facet).sort()";
    page.until_there("#facets [data-facet]");
    let wide = page.value(names);
    narrow(page);
    open_facets(page);
    page.until(names, wide);
    choose(page, "year", "2020");
    page.until_count(RESULT, 2);
}

fn views(page: &Page) {
    narrow(page);
    page.until("document.querySelector('#timeline')?.checkVisibility()", true);
    page.until("document.querySelectorAll('#timeline [data-meeting]').length > 0", true);
    page.fill("#search", "THAAD");
    page.until_count(RESULT, 3);
    open(page, "properly handle THAAD issue");
    page.until("document.querySelector('#reader').checkVisibility()", true);
    page.click("#next-hit");
    page.until_there("#layers input[data-layer=people]");
    page.until_there("#reader .voice");
    page.back();
    page.until("document.querySelector('#results article').checkVisibility()", true);
    page.go("list=1");
    page.until("document.querySelector('#timeline-list li[data-meeting]').checkVisibility()", true);
}

fn fits(page: &Page) {
    let wide = "Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)";
    let small = "[...document.querySelectorAll('button, a[href], input, select, summary')].filter(e => e.checkVisibility()) \
        .filter(e => { const s = getComputedStyle(e), r = e.getBoundingClientRect(); \
            const words = s.display === 'inline' || e.closest('label'); \
            return !words && r.width > 1 && (r.width < 24 || r.height < 24); }) \
        .map(e => e.outerHTML.slice(0, 160))";
    for (width, phone) in [(320, true), (390, true), (820, false), (1440, false)] {
        page.size(width, 844, phone);
        for hash in ["", "list=1", "q=THAAD"] {
            page.go(hash);
            page.until(wide, 0);
            page.until(small, json!([]));
        }
        page.go("");
        page.click(&format!("{RESULT} a"));
        page.until_there("#reader[data-document]");
        page.until(wide, 0);
        page.until(small, json!([]));
    }
}
