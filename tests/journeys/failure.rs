//! What cannot be opened says why, and what can be done.

use crate::Journey;
use crate::harness::{Corpus, Page};

pub(crate) const JOURNEYS: &[Journey] = &[
    ("failure: a page without documents says so", Corpus::Sample, empty),
    ("failure: documents that were cut short on their way say so", Corpus::Sample, cut),
    ("failure: documents that were changed on their way say so", Corpus::Sample, changed),
    (
        "failure: a browser that refuses wasm is told of, and the documents can still be read",
        Corpus::Sample,
        refused,
    ),
    ("failure: loading has a screen of its own", Corpus::Sample, loading),
];

/// Opens the page with the text of its slot of documents changed before the app reads it.
fn with_slot(page: &Page, change: &str) {
    page.beforehand(&format!(
        "document.addEventListener('readystatechange', () => {{ \
         const slot = document.getElementById('readout-bundle'); \
         if (!slot || document.readyState !== 'interactive') return; \
         const text = slot.textContent; slot.textContent = {change}; }})"
    ));
    page.go("");
    page.until("document.documentElement.dataset.state", "failed");
    page.until("document.querySelector('[role=alert]').innerText.length > 40", true);
}

fn empty(page: &Page) {
    with_slot(page, "''");
    page.until("/carries no documents/.test(document.body.innerText)", true);
}

fn cut(page: &Page) {
    with_slot(page, "text.slice(0, Math.floor(text.length / 2 / 4) * 4)");
    page.until("/damaged|cannot be/.test(document.body.innerText)", true);
}

/// A flipped character somewhere in the middle: gzip's checksum, or the bundle's own, notices.
fn changed(page: &Page) {
    with_slot(
        page,
        "text.slice(0, text.length >> 1) + (text[text.length >> 1] === 'A' ? 'B' : 'A') + text.slice((text.length >> 1) + 1)",
    );
    page.until("/damaged|cannot be/.test(document.body.innerText)", true);
}

fn refused(page: &Page) {
    page.beforehand("delete window.WebAssembly");
    page.go("");
    page.until("document.documentElement.dataset.state", "failed");
    page.until("/WebAssembly/.test(document.querySelector('#failure').innerText)", true);
    page.until("document.querySelector('#readout-static').innerText.length > 200", true);
    page.forgive();
}

fn loading(page: &Page) {
    // Unpacking that takes its time.
    page.beforehand(
        "const Unpack = DecompressionStream; window.DecompressionStream = class { constructor(format) { \
         const pass = new Unpack(format); this.writable = pass.writable; \
         const slow = new TransformStream({ async transform(chunk, to) { \
         await (window.readoutOpen ??= new Promise(go => window.readoutGo = go)); to.enqueue(chunk); } }); \
         this.readable = pass.readable.pipeThrough(slow); } };",
    );
    page.load("");
    page.until("typeof window.readoutGo", "function");
    page.until("document.documentElement.dataset.state", "loading");
    page.until("document.body.innerText.trim().length > 5", true);
    page.value("(window.readoutGo(), true)");
    page.settled();
}
