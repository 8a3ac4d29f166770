//! Documents that try to get out of their text stay text.

use serde_json::json;

use crate::documents::RESULT;
use crate::harness::{Corpus, Page};
use crate::hostile::FLAG;
use crate::{Journey, journey};

pub(crate) const JOURNEYS: &[Journey] = &[journey(
    "inert: hostile documents are text in the list, in search and in the reader",
    Corpus::Hostile,
    inert,
)];

/// What would be in the page had markup or a direction got out of a document. Empty where all is well.
const ESCAPED: &str = "(() => { const found = []; \
    if (window.readoutBroken !== undefined) found.push('a script ran'); \
    for (const e of document.querySelectorAll('*')) { \
        if ([...e.attributes].some(a => /^on/i.test(a.name))) found.push('handler: ' + e.outerHTML.slice(0, 80)); \
        if (/^(iframe|object|embed|base|img|form)$/.test(e.localName)) found.push('element: ' + e.localName); \
        if (e.localName === 'meta' && e.httpEquiv === 'refresh') found.push('refresh'); \
        if (e.localName === 'script' && !e.src && (!e.type || /module|javascript/.test(e.type))) found.push('inline script'); \
        if (e.href?.baseVal === undefined && /^javascript:/i.test(e.href ?? '')) found.push('javascript: link'); \
        if (e.dataset?.level) found.push('nested element'); \
    } \
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); \
    for (let n; (n = walk.nextNode());) { \
        if (!/[\\u202a-\\u202e]/.test(n.data) || n.parentElement.closest('script, noscript')) continue; \
        let e = n.parentElement; \
        while (e && !/isolate|plaintext/.test(getComputedStyle(e).unicodeBidi) && getComputedStyle(e).display === 'inline') e = e.parentElement; \
        if (!e) found.push('direction: ' + n.data.slice(0, 40)); \
    } \
    return [...new Set(found)]; })()";

fn inert(page: &Page) {
    page.until("document.documentElement.dataset.state", "ready");
    page.until(&format!("document.querySelectorAll({}).length >= 4", json!(RESULT)), true);
    page.until(ESCAPED, json!([]));
    page.fill("#search", "script OR onerror OR minister");
    page.until_there("#results article mark");
    page.until(ESCAPED, json!([]));
    page.go("");
    let documents: Vec<String> = serde_json::from_value(
        page.value("[...document.querySelectorAll('#results article')].map(a => a.dataset.document)"),
    )
    .expect("each result names its document");
    for document in documents {
        page.go("q=minister");
        page.value(&format!(
            "(location.hash = 'q=minister&doc=' + encodeURIComponent({}), true)",
            json!(document)
        ));
        page.until(
            &format!("document.querySelector('#reader')?.dataset.document === {}", json!(document)),
            true,
        );
        page.rest();
        page.until(ESCAPED, json!([]));
        page.until(&format!("typeof {FLAG}"), "undefined");
        page.reload();
        page.until_there("#reader[data-document]");
        page.until(ESCAPED, json!([]));
    }
}
