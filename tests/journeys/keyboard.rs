//! The keyboard alone does all of it.

use crate::documents::RESULT;
use crate::harness::{CONTROL, Corpus, ENTER, Page, RIGHT, SHIFT, SPACE, TAB};
use crate::{Journey, journey};

pub(crate) const JOURNEYS: &[Journey] = &[
    journey(
        "keyboard: search, filter, open, switch a layer, walk the hits, ask a mark",
        Corpus::Seeds,
        all_of_it,
    ),
    journey("keyboard: the timeline is reached, and a meeting chosen from it", Corpus::Seeds, timeline),
    journey("keyboard: the chart moves and zooms, and keeps the focus", Corpus::Seeds, chart),
    journey("keyboard: what has the focus shows it, and Tab is never caught", Corpus::Sample, focus),
];

/// In the order of the page: where Tab goes on past its end, by way of the browser's own buttons, Firefox's
/// driver no longer gives its keys to the page.
fn all_of_it(page: &Page) {
    page.tab_to("#search");
    page.press("THAAD");
    page.until_count(RESULT, 3);
    page.tab_to("#facets button[data-value]");
    page.press(SPACE);
    page.until_there("#filters .chosen");
    page.until_there(RESULT);
    page.tab_to("#results article a");
    page.press(ENTER);
    page.until_there("#reader mark.current");
    page.tab_to("#layers input[data-layer=people]");
    let on = "document.querySelector('#layers input[data-layer=people]').checked";
    let before = page.value(on) == true;
    page.press(SPACE);
    page.until(on, !before);
    let current = "document.querySelector('#reader mark.current').dataset.hit";
    let first = page.text_of(current);
    page.tab_to("#next-hit");
    page.press(ENTER);
    page.until(&format!("{current} !== '{first}'"), true);
    page.tab_to("#reader .voice, #reader .voice button, #reader [data-sentence] button, #reader [data-sentence] [tabindex]");
    page.press(ENTER);
    page.until("document.querySelector('#explanation')?.innerText.trim().length > 20", true);
    page.until_there("#reader[data-document]");
}

fn timeline(page: &Page) {
    page.tab_to(
        "#timeline [data-meeting], #timeline [data-meeting] *, #timeline, #timeline-list [data-meeting] *",
    );
    page.go("list=1");
    page.tab_to(
        "#timeline-list [data-meeting^=\"2020-11-26\"] *, #timeline-list [data-meeting^=\"2020-11-26\"]",
    );
    page.press(ENTER);
    page.until_count(RESULT, 2);
}

/// The chart moves and zooms under the keyboard, and a mark that is pressed twice is the same mark.
fn chart(page: &Page) {
    page.tab_to("#timeline");
    page.press("+");
    page.until("/window=/.test(location.hash)", true);
    let zoomed = page.hash();
    page.press(RIGHT);
    page.until(&format!("location.hash !== {}", serde_json::json!(zoomed)), true);
    assert_eq!(page.text_of("document.activeElement.id"), "timeline", "the chart keeps the focus");
    page.press("0");
    page.until("/window=/.test(location.hash)", false);
    let stem = "#timeline [data-meeting^=\"2020-11-26\"]";
    page.tab_to(stem);
    page.press(ENTER);
    page.until_count(RESULT, 2);
    page.until(
        &format!("document.activeElement === document.querySelector({})", serde_json::json!(stem)),
        true,
    );
    page.press(ENTER);
    page.until_count(RESULT, 5);
}

fn focus(page: &Page) {
    let at = "document.activeElement === document.body ? 'body' : \
        [document.activeElement.id, document.activeElement.className, document.activeElement.textContent.slice(0, 40), \
        [...document.querySelectorAll('*')].indexOf(document.activeElement)].join('|')";
    // A ring on it, or on the box that it fills; the browser itself marks the parts of a field for a date.
    let shows = "document.activeElement === document.body || document.activeElement.type === 'date' || [document.activeElement, document.activeElement.parentElement] \
        .map(e => getComputedStyle(e)).some(s => s.outlineStyle !== 'none' || s.boxShadow !== 'none')";
    let mut seen = Vec::new();
    for _ in 0..200 {
        page.press(TAB);
        let now = page.text_of(at);
        assert_eq!(page.value(shows), true, "nothing shows that {now} has the focus");
        if now == "body" || seen.first() == Some(&now) {
            break;
        }
        // A field for a date has parts of its own.
        assert!(
            seen.iter().rev().take(6).any(|before| *before != now) || seen.len() < 6,
            "Tab is caught at {now}"
        );
        seen.push(now);
    }
    assert!(seen.len() > 10, "many things can be reached: {seen:?}");
    page.chord(SHIFT, TAB);
    page.chord(CONTROL, "a");
}
