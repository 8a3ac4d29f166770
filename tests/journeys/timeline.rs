//! The timeline, and its list.

use crate::documents::RESULT;
use crate::harness::{Corpus, Page};
use crate::{Journey, journey};

pub(crate) const JOURNEYS: &[Journey] = &[
    journey("timeline: four meetings stand on their days, two of them on one day", Corpus::Seeds, meetings),
    journey("timeline: its list tells the same as the drawing", Corpus::Seeds, list),
    journey("timeline: brushing 2020 leaves two documents, after a reload too", Corpus::Seeds, brushed),
    journey("timeline: a meeting leads to its accounts", Corpus::Seeds, accounts),
    journey("timeline: a filter reaches it too", Corpus::Seeds, filtered),
];

const DAYS: [(&str, u64); 3] = [("2017-05-19", 2), ("2017-11-22", 1), ("2020-11-26", 1)];

fn meetings(page: &Page) {
    for (day, count) in DAYS {
        // Marks that would stand on each other are one mark, which names all of its meetings.
        let marks = format!(
            "new Set([...document.querySelectorAll('#timeline [data-meeting]')].flatMap(e => e.dataset.meeting.split(' '))\
             .filter(id => id.startsWith('{day}'))).size"
        );
        page.until(&marks, count);
    }
}

fn list(page: &Page) {
    page.go("list=1");
    page.until_count("#timeline-list li[data-meeting]", 4);
    for (day, count) in DAYS {
        page.until_count(&format!("#timeline-list li[data-meeting^=\"{day}\"]"), count);
    }
}

pub(crate) fn brush(page: &Page) {
    brush_2020(page);
    page.back();
    page.until_count(RESULT, 5);
}

fn brushed(page: &Page) {
    brush_2020(page);
    page.reload();
    page.until_count(RESULT, 2);
    page.back();
    page.until_count(RESULT, 5);
}

/// Drags over the drawing from between the meetings of 2017 and 2020 to its end.
fn brush_2020(page: &Page) {
    let share = |day: &str| {
        let share = format!(
            "(() => {{ const t = document.querySelector('#timeline').getBoundingClientRect(); \
             const m = document.querySelector('#timeline [data-meeting*=\"{day}\"] line').getBoundingClientRect(); \
             return (m.x + m.width / 2 - t.x) / t.width; }})()"
        );
        page.value(&share).as_f64().unwrap_or_else(|| panic!("no mark for {day}"))
    };
    page.until_there("#timeline [data-meeting*=\"2020-11-26\"]");
    let (before, meeting) = (share("2017-11-22"), share("2020-11-26"));
    assert!(before < meeting, "earlier stands to the left: {before}, {meeting}");
    page.drag("#timeline", ((before + meeting) / 2.0, 0.5), ((meeting + 0.03).min(0.995), 0.5));
    page.until_count(RESULT, 2);
    let hash = page.hash();
    assert!(hash.contains("days="), "the days are in the address: {hash}");
}

fn accounts(page: &Page) {
    let mark = "#timeline [data-meeting*=\"2017-11-22\"]";
    page.until_there(mark);
    // Meetings that stand too close are one mark, which parts them first.
    if page.text_of(&format!("document.querySelector('{mark}').dataset.meeting")).contains(' ') {
        page.point(&format!("{mark} .touch"));
        page.until(&format!("document.querySelector('{mark}').dataset.meeting.includes(' ')"), false);
    }
    page.point(&format!("{mark} .touch"));
    page.until_count(RESULT, 2);
}

fn filtered(page: &Page) {
    page.go("year=2020");
    page.until_count(RESULT, 2);
    page.go("year=2020&list=1");
    page.until_count("#timeline-list li[data-meeting]", 1);
}
