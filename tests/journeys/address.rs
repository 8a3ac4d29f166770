//! The address: a reload at any point restores what was there, and a broken one is harmless.

use serde_json::json;

use crate::documents::RESULT;
use crate::harness::{Corpus, Page};
use crate::reader::open;
use crate::{Journey, journey};

pub(crate) const JOURNEYS: &[Journey] = &[
    journey("address: a reload at any point restores the view", Corpus::Seeds, reload),
    journey("address: back and forward walk the same views", Corpus::Seeds, history),
    journey("address: broken ones are harmless", Corpus::Sample, broken),
    journey(
        "address: nothing is asked of any other place, and nothing is stored",
        Corpus::Sample,
        own_origin,
    ),
];

/// What a reader sees, in short.
const SEEN: &str = "JSON.stringify({ \
    search: document.querySelector('#search')?.value, \
    results: [...document.querySelectorAll('#results article')].map(a => a.dataset.document), \
    filters: [...document.querySelectorAll('#filters .chosen')].map(b => b.textContent), \
    pressed: [...document.querySelectorAll('#facets [aria-pressed=true]')].map(b => b.dataset.value), \
    reader: document.querySelector('#reader')?.dataset.document ?? null, \
    current: document.querySelector('#reader mark.current')?.dataset.hit ?? null, \
    layers: [...document.querySelectorAll('#layers input')].map(i => i.checked), \
    meetings: [...document.querySelectorAll('#timeline [data-meeting], #timeline-list [data-meeting]')].map(m => m.dataset.meeting).sort() })";

fn reload(page: &Page) {
    let restores = |point: &str| {
        page.rest();
        let (hash, before) = (page.hash(), page.text_of(SEEN));
        page.reload();
        page.until(SEEN, before.as_str());
        assert_eq!(page.hash(), hash, "after {point}");
    };
    restores("opening");
    page.fill("#search", "THAAD OR envoy");
    page.until(&format!("document.querySelectorAll({}).length < 5", json!(RESULT)), true);
    restores("a search");
    page.click("#facets [data-facet] button[data-value]:not([aria-pressed=true])");
    page.until_there("#filters .chosen");
    restores("a filter");
    page.click(&format!("{RESULT} a"));
    page.until_there("#reader[data-document]");
    restores("opening a document");
    page.click("#layers input[data-layer=people]");
    restores("a layer");
}

fn history(page: &Page) {
    let first = page.text_of(SEEN);
    open(page, "normal track");
    page.rest();
    let second = page.text_of(SEEN);
    page.back();
    page.until(SEEN, first.as_str());
    page.forward();
    page.until(SEEN, second.as_str());
}

fn broken(page: &Page) {
    let long = format!("q={}", "x".repeat(20_000));
    let cases = [
        "%%%",
        "q=%E0%A4%A",
        "doc=no-such-document",
        "doc=../../etc/passwd&hit=99999999999999",
        "days=2020-99-99..x",
        "days=9999-12-31..0000-01-01",
        "window=-1..1",
        "speaker=<img src=x onerror=alert(1)>",
        "lanes=__proto__",
        "layers=constructor",
        "q=%22%22%22 OR OR -(",
        "?secret=abc&q=THAAD",
        "&&&===&&&",
        "doc=&sentence=4294967296",
        &long,
    ];
    for case in cases {
        page.go(case);
        page.until("document.documentElement.dataset.state", "ready");
        page.until_there("#search");
        // The same while the page is open.
        page.go("");
        page.value(&format!("(location.hash = {}, true)", json!(case)));
        page.until_there("#search");
        page.until("document.documentElement.dataset.state", "ready");
    }
    page.go("");
    page.until_count(RESULT, 5);
}

fn own_origin(page: &Page) {
    page.fill("#search", "Wang");
    page.click(&format!("{RESULT} a"));
    page.until_there("#reader[data-document]");
    let foreign = "performance.getEntries().map(e => e.name).filter(n => /^\\w+:/.test(n) && !n.startsWith('data:') && new URL(n).origin !== location.origin)";
    page.until(foreign, json!([]));
    page.until("localStorage.length + sessionStorage.length + document.cookie.length", 0);
    let policy = page.text_of("fetch(location.href).then(r => r.headers.get('content-security-policy'))");
    for rule in
        ["default-src 'none'", "connect-src 'self'", "script-src 'self' 'sha256-", "'wasm-unsafe-eval'"]
    {
        assert!(policy.contains(rule), "{rule} is missing in {policy}");
    }
}
