//! What cannot be opened says why, and what can be done.

use crate::harness::{Corpus, Engine, Fault, Page, Way};
use crate::{Journey, journey};

pub(crate) const JOURNEYS: &[Journey] = &[
    journey("failure: a page without documents says so", Corpus::Sample, empty)
        .by(&[Way::Broken(Fault::NoDocuments)]),
    journey("failure: documents that were cut short on their way say so", Corpus::Sample, damaged)
        .by(&[Way::Broken(Fault::CutShort)]),
    journey("failure: documents that were changed on their way say so", Corpus::Sample, damaged)
        .by(&[Way::Broken(Fault::Changed)]),
    journey(
        "failure: a host that refuses wasm is told of, and the documents can still be read",
        Corpus::Sample,
        refused,
    )
    .by(&[Way::Broken(Fault::WasmRefused)]),
    // Only Chromium's DevTools reach into a page before its own scripts.
    journey("failure: loading has a screen of its own", Corpus::Sample, loading).only(&[Engine::Chromium]),
];

/// Waits until the page says that it cannot be opened, in more than a word.
fn failed(page: &Page) {
    page.until("document.documentElement.dataset.state", "failed");
    page.until("document.querySelector('[role=alert]').innerText.length > 40", true);
}

fn empty(page: &Page) {
    failed(page);
    page.until("/carries no documents/.test(document.body.innerText)", true);
}

/// gzip's checksum, or the bundle's own, notices.
fn damaged(page: &Page) {
    failed(page);
    page.until("/damaged|cannot be/.test(document.body.innerText)", true);
}

fn refused(page: &Page) {
    failed(page);
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
