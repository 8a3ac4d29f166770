//! Reading a document: hits, who said what, layers, and marks that explain themselves.

use serde_json::json;

use crate::documents::RESULT;
use crate::harness::{Corpus, ENTER, Page};
use crate::{Journey, journey};

pub(crate) const JOURNEYS: &[Journey] = &[
    journey("reader: every hit is marked, and next and previous walk them", Corpus::Seeds, hits),
    journey("reader: the nameless official is a voice of its own", Corpus::Seeds, unnamed),
    journey("reader: layers switch on and off, and come back after a reload", Corpus::Seeds, layers),
    journey("reader: a mark explains itself by rule and evidence", Corpus::Seeds, explanation),
    journey("reader: a mark in the title explains itself too", Corpus::Seeds, title),
    journey("reader: a mark is corrected with lines that are copied", Corpus::Seeds, correct),
    journey("reader: closing it leads back to the list", Corpus::Seeds, close),
];

/// Places of the word in a document of this title, title and captions included.
const THAAD: [(&str, u64); 3] = [
    ("Foreign Minister Kang Kyung-wha of the ROK", 3),
    ("properly handle THAAD issue", 3),
    ("normal track", 1),
];

/// Opens the document whose title has these words, from the list.
pub(crate) fn open(page: &Page, title: &str) {
    let link = "#results article[data-document] a";
    let find = format!(
        "(() => {{ const links = [...document.querySelectorAll('{link}')]; \
         const found = links.find(a => a.closest('article').textContent.includes({})); \
         links.forEach(a => a.removeAttribute('data-wanted')); found?.setAttribute('data-wanted', ''); return !!found; }})()",
        json!(title)
    );
    page.until(&find, true);
    page.click(&format!("{link}[data-wanted]"));
    page.until_there("#reader[data-document]");
    page.until(&format!("document.querySelector('#reader').textContent.includes({})", json!(title)), true);
}

fn hits(page: &Page) {
    for (title, count) in THAAD {
        page.go("q=THAAD");
        open(page, title);
        page.until(
            "new Set([...document.querySelectorAll('#reader mark[data-hit]')].map(m => m.dataset.hit)).size",
            count,
        );
        let text =
            "[...document.querySelectorAll('#reader mark[data-hit]')].map(m => m.textContent).join('')";
        page.until(text, "THAAD".repeat(count as usize));
        let broken = "[...document.querySelectorAll('#reader mark[data-hit], #reader mark[data-hit] *')].filter(m => getComputedStyle(m).display !== 'inline').length";
        assert_eq!(page.value(broken), 0, "a mark does not break its line");
        let current = "document.querySelector('#reader mark.current')?.dataset.hit ?? null";
        let first = page.text_of(current);
        let mut seen = vec![first.clone()];
        for step in 1..count {
            page.click("#next-hit");
            page.until(&format!("({current}) !== {}", json!(seen.last())), true);
            seen.push(page.text_of(current));
            let status = page.texts("#hit-status").concat();
            assert!(
                status.contains(&(step + 1).to_string()) && status.contains(&count.to_string()),
                "{status}"
            );
        }
        let mut distinct = seen.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len() as u64, count, "each hit is visited once: {seen:?}");
        if count > 1 {
            page.click("#previous-hit");
            page.until(current, seen[seen.len() - 2].as_str());
            page.reload();
            page.until(current, seen[seen.len() - 2].as_str());
        }
    }
}

fn unnamed(page: &Page) {
    open(page, "top diplomats vow");
    page.until_there("#reader .voice[data-voice=unnamed]");
    page.until("[...document.querySelectorAll('#reader .voice[data-voice=unnamed]')].some(v => /official/i.test(v.textContent))", true);
    // Wang and Kang are named in a report that speaks for no side.
    page.until_there("#reader .voice[data-voice=reported]");
    page.until_count("#reader .voice[data-voice=own]", 0);
}

fn layers(page: &Page) {
    open(page, "normal track");
    let boxes = "#layers input[type=checkbox][data-layer]";
    page.until(&format!("document.querySelectorAll({}).length >= 7", json!(boxes)), true);
    let names: Vec<String> = serde_json::from_value(
        page.value(&format!("[...document.querySelectorAll({})].map(b => b.dataset.layer)", json!(boxes))),
    )
    .expect("each has its name");
    for name in names {
        let layer = format!("#layers input[data-layer={name}]");
        let on = format!("document.querySelector({}).checked", json!(layer));
        let before = page.value(&on) == json!(true);
        let marks = "document.querySelector('#reader').innerHTML";
        let drawn = page.text_of(marks);
        page.click(&layer);
        page.until(&on, !before);
        if !matches!(name.as_str(), "search") {
            page.until(&format!("({marks}) !== {}", json!(drawn)), true);
        }
        page.reload();
        page.until_there("#reader[data-document]");
        page.until(&on, !before);
    }
}

fn explanation(page: &Page) {
    open(page, "normal track");
    page.click("#reader .voice");
    page.until_there("#explanation");
    page.until("document.querySelector('#explanation').innerText.trim().length > 20", true);
}

fn correct(page: &Page) {
    open(page, "normal track");
    page.tab_to("#reader .m.topics");
    page.press(ENTER);
    page.tab_to("#explanation [data-corrects]");
    page.press(ENTER);
    page.until_there("#correction");
    let label = "document.querySelector('label[for=correction]').textContent.includes('.toml')";
    page.until(label, true);
    let lines = page.text_of("document.getElementById('correction').value");
    assert!(lines.starts_with("[[correction]]\nquote = \"") && lines.contains("\ntopic = \""), "{lines}");
    page.until("document.querySelector('#explanation .done').textContent !== ''", true);
    let selected =
        "(f => f.value.slice(f.selectionStart, f.selectionEnd))(document.getElementById('correction'))";
    assert_eq!(page.text_of(selected), lines);
    assert_eq!(page.value("document.querySelector('[data-corrects]').ariaExpanded"), json!("true"));
    // Another mark has lines of its own, and shows them when it is asked.
    page.click("#reader .voice");
    page.until_count("#correction", 0);
    page.click("#explanation [data-corrects]");
    page.until("document.getElementById('correction')?.value.includes('speakers = [')", true);
}

fn title(page: &Page) {
    open(page, "properly handle THAAD issue");
    page.click("#reader h2 [role=button]");
    page.until("document.querySelector('#explanation')?.innerText.trim().length > 20", true);
}

fn close(page: &Page) {
    open(page, "normal track");
    page.back();
    page.until_count("#reader[data-document]", 0);
    page.until_count(RESULT, 5);
}
