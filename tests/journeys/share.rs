//! Sharing and embedding: the dialog, the compact layouts, and what a host page asks and hears.

use serde_json::{Value, json};

use crate::documents::RESULT;
use crate::harness::{Corpus, Page};
use crate::{Journey, journey};

pub(crate) const JOURNEYS: &[Journey] = &[
    journey("share: the dialog gives a link to the view, and code that shows it", Corpus::Sample, dialog),
    journey("share: Escape closes the dialog and gives the keyboard back", Corpus::Sample, escape),
    journey("share: a passage is shared from the explanation of its mark", Corpus::Sample, passage),
    journey("share: the saved file is the one beside the page, byte for byte", Corpus::Sample, save),
    journey("embed: a strip of the timeline is all there is until something is asked", Corpus::Sample, strip),
    journey("embed: a list keeps to what was asked, and opens documents in its place", Corpus::Sample, list),
    journey(
        "embed: a passage shows what stands around it, and the whole text when asked",
        Corpus::Sample,
        around,
    ),
    journey(
        "embed: a host drives the explorer, hears what the reader does, and learns its height",
        Corpus::Sample,
        host,
    ),
    journey(
        "embed: what a host says in other words is refused, and changes nothing",
        Corpus::Sample,
        refused,
    ),
];

const SHOWN: &str = "['section.timeline', '.find', '.results', '#facets', '.beside', '#reader', '.masthead'] \
    .filter(s => document.querySelector(s)?.checkVisibility())";

fn shows(page: &Page, parts: &[&str]) {
    page.until(SHOWN, json!(parts));
}

fn field(page: &Page, id: &str) -> String {
    page.text_of(&format!("document.getElementById('{id}').value"))
}

fn dialog(page: &Page) {
    page.go("q=THAAD");
    page.click("#open-share");
    page.until("document.querySelector('#share')?.matches(':modal') ?? false", true);
    assert_eq!(field(page, "share-link"), page.text_of("location.href"));
    page.click("#embed-timeline");
    page.until("document.querySelector('.preview iframe').src.endsWith('#q=THAAD&layout=timeline')", true);
    page.until(
        "document.querySelector('.preview iframe').contentDocument.documentElement.dataset.state",
        "ready",
    );
    let line = field(page, "embed-frame");
    assert!(line.starts_with("<iframe src=\"http://127.0.0.1"), "{line}");
    assert!(line.contains("#q=THAAD&amp;layout=timeline\"") && line.contains(" height=\"320\""), "{line}");
    assert!(!line.contains('\n') && line.contains(" title=\""), "{line}");
    assert!(field(page, "embed-element").contains("<readout-explorer src="));
    page.click("[data-copies=embed-frame]");
    page.until("document.querySelector('#share [role=status]').textContent !== ''", true);
    let selected =
        "(f => f.value.slice(f.selectionStart, f.selectionEnd))(document.getElementById('embed-frame'))";
    assert_eq!(page.text_of(selected), line);
}

fn escape(page: &Page) {
    page.tab_to("#open-share");
    page.press(crate::harness::ENTER);
    page.until_there("#share[open]");
    page.press(crate::harness::ESCAPE);
    page.until_count("#share", 0);
    page.until("document.activeElement.id", "open-share");
}

fn passage(page: &Page) {
    page.click(&format!("{RESULT} a"));
    page.click("#reader .voice");
    page.until_there("#explanation");
    page.value("[...document.querySelectorAll('#explanation button')].at(-1).click()");
    page.until_there("#share[open]");
    page.until("document.querySelector('#embed-passage').checked", true);
    page.until("/[#&]doc=.+&sentence=\\d+/.test(location.hash)", true);
    page.until_there("#reader .sentence.cited");
    assert!(field(page, "embed-frame").contains("layout=passage"), "{}", field(page, "embed-frame"));
}

fn save(page: &Page) {
    page.value(
        "(() => { const make = URL.createObjectURL; URL.createObjectURL = blob => { blob.text() \
         .then(text => window.kept = text); return make(blob); }; return true; })()",
    );
    page.click("#open-share");
    page.click("#save");
    page.until("(window.kept ?? '').startsWith('<!DOCTYPE html><html')", true);
    page.until("fetch('explorer.html').then(r => r.text()).then(text => text === window.kept)", true);
    page.until("document.querySelector('#share [role=status]').textContent !== ''", true);
}

fn strip(page: &Page) {
    page.go("layout=timeline");
    shows(page, &["section.timeline"]);
    page.point(".stem[data-meeting*=\"2017-11-22\"] .when");
    page.until_there(RESULT);
    shows(page, &["section.timeline", ".find", ".results"]);
    // The way to the whole explorer leads to the same view.
    page.until("new URL(document.querySelector('.footer a').href).hash + '&layout=timeline'", page.hash());
}

fn list(page: &Page) {
    page.go("layout=documents&q=THAAD");
    shows(page, &[".find", ".results"]);
    page.until_count(RESULT, 3);
    page.click(&format!("{RESULT} a"));
    shows(page, &["#reader"]);
    page.click("#reader .back");
    shows(page, &[".find", ".results"]);
}

fn around(page: &Page) {
    page.click(&format!("{RESULT} a"));
    page.until_there("#reader[data-document]");
    let id = page.text_of("document.querySelector('#reader').dataset.document");
    let all = page.value("document.querySelectorAll('#reader [data-sentence]').length").as_u64();
    page.go(&format!("layout=passage&doc={id}&sentence=2"));
    shows(page, &["#reader"]);
    page.until_there("#reader .sentence.cited[data-sentence='2']");
    let some = page.value("document.querySelectorAll('#reader [data-sentence]').length").as_u64();
    assert!(some < all, "{some:?} of {all:?} sentences are shown");
    page.click("#reader .more");
    page.until_count("#reader [data-sentence]", all.unwrap_or_default());
}

/// Frames the page in itself, as a host would, and keeps what it says.
fn frame(page: &Page, hash: &str) {
    page.value(&format!(
        "(() => {{ window.heard = []; addEventListener('message', e => e.source === document.querySelector('#frame') \
         .contentWindow && heard.push(e.data)); const f = document.createElement('iframe'); f.id = 'frame'; \
         f.src = location.href.split('#')[0] + '#{hash}'; document.body.append(f); return true; }})()"
    ));
    page.until("heard.some(m => m.type === 'ready' && m.readout === 1)", true);
}

fn ask(page: &Page, message: &Value) {
    page.value(&format!("document.querySelector('#frame').contentWindow.postMessage({message}, '*')"));
}

fn last(page: &Page, kind: &str, field: &str, expect: Value) {
    page.until(&format!("heard.filter(m => m.type === '{kind}').at(-1)?.{field} ?? null"), expect);
}

fn host(page: &Page) {
    frame(page, "layout=documents");
    last(page, "ready", "documents", json!(5));
    ask(page, &json!({ "readout": 1, "search": "THAAD", "filter": { "source": ["Xinhua"] } }));
    last(page, "view", "view", json!("q=THAAD&source=Xinhua&layout=documents"));
    last(page, "view", "found", json!(2));
    page.value("document.querySelector('#frame').contentDocument.querySelector('article a').click()");
    page.until("heard.some(m => m.type === 'selection' && m.title.length > 0 && m.sentence === null)", true);
    ask(page, &json!({ "readout": 1, "sentence": 2 }));
    last(page, "selection", "sentence", json!(2));
    ask(page, &json!({ "readout": 1, "document": "", "view": "" }));
    last(page, "view", "view", json!("layout=documents"));
    // Its height, in the forms that hosts know, and never more than the page is high.
    page.until(
        "(px => px > 100 && px === Math.ceil(document.querySelector('#frame').contentDocument.documentElement \
         .getBoundingClientRect().height))(heard.filter(m => m['readout-height']).at(-1)['readout-height'].readout)",
        true,
    );
    page.until("heard.some(m => m.sentinel === 'amp' && m.type === 'embed-size')", true);
}

fn refused(page: &Page) {
    frame(page, "q=THAAD");
    ask(page, &json!({ "readout": 1, "filter": { "cats": ["x"] } }));
    page.until("heard.some(m => m.type === 'refused' && m.reason.includes('cats'))", true);
    ask(page, &json!({ "readout": 1, "search": 3 }));
    page.until("heard.filter(m => m.type === 'refused').length", 2);
    // A message of somebody else's: no answer at all.
    ask(page, &json!({ "search": "other" }));
    ask(page, &json!({ "readout": 1, "search": "THAAD" }));
    last(page, "view", "view", json!("q=THAAD"));
    page.until("heard.filter(m => m.type === 'refused').length", 2);
}
