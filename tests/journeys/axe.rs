//! axe-core, a checker of accessibility, finds nothing to mend: on every view, light and dark (where the
//! engine can be asked), and at the width of a phone, a tablet and a desk.

use crate::documents::RESULT;
use crate::harness::{Corpus, Fault, Page, Way};
use crate::{Journey, journey};

pub(crate) const JOURNEYS: &[Journey] = &[
    journey("axe: the first view has nothing to mend", Corpus::Sample, |page| check(page, "", |_| ())),
    journey("axe: what was found has nothing to mend", Corpus::Sample, |page| check(page, "q=THAAD", |_| ())),
    journey("axe: nothing found has nothing to mend", Corpus::Sample, |page| {
        check(page, "q=zzyzx+AND+unheard", |_| ());
    }),
    journey("axe: the timeline as a list has nothing to mend", Corpus::Sample, |page| {
        check(page, "list=1", |_| ());
    }),
    journey("axe: the reader has nothing to mend", Corpus::Sample, |page| check(page, "q=THAAD", open)),
    journey("axe: a mark that explains itself has nothing to mend", Corpus::Sample, |page| {
        check(page, "", |page| {
            open(page);
            page.click("#reader .voice");
            page.until_there("#explanation");
        });
    }),
    journey("axe: the dialog for sharing has nothing to mend", Corpus::Sample, |page| {
        check(page, "", |page| {
            page.click("#open-share");
            page.until_there("#share[open]");
        });
    }),
    journey("axe: the compact layouts have nothing to mend", Corpus::Sample, |page| {
        for hash in ["layout=timeline", "layout=documents&q=THAAD"] {
            check(page, hash, |_| ());
        }
        check(page, "layout=documents", open);
    }),
    journey("axe: the filters of a phone have nothing to mend", Corpus::Sample, |page| {
        check(page, "", |page| {
            if page.value("document.querySelector('#facets')?.checkVisibility() ?? false") != true {
                page.click("[aria-controls=facets]");
                page.until("document.querySelector('#facets').checkVisibility()", true);
            }
        });
    }),
    journey("axe: a page whose documents were damaged has nothing to mend", Corpus::Sample, |page| {
        check(page, "", |_| ());
    })
    .by(&[Way::Broken(Fault::CutShort)]),
    journey("axe: a page that may not run wasm has nothing to mend", Corpus::Sample, |page| {
        check(page, "", |_| ());
        page.forgive();
    })
    .by(&[Way::Broken(Fault::WasmRefused)]),
    journey("axe: a page that may run no script has nothing to mend", Corpus::Sample, |page| {
        check(page, "", |_| ());
        page.forgive();
    })
    .by(&[Way::Broken(Fault::ScriptsRefused)]),
];

/// Width and height of the window in CSS px, and whether it is a phone's.
const WINDOWS: [(u32, u32, bool); 3] = [(390, 844, true), (820, 1180, false), (1440, 900, false)];

/// Checks what `walk` leads to from the page at `hash`.
fn check(page: &Page, hash: &str, walk: impl Fn(&Page)) {
    for &scheme in page.schemes() {
        page.scheme(scheme);
        for (width, height, phone) in WINDOWS {
            page.size(width, height, phone);
            page.go(hash);
            walk(page);
            page.rest();
            let name = scheme.name();
            page.until(&format!("matchMedia('(prefers-color-scheme: {name})').matches"), true);
            let found = page.violations();
            assert!(found.is_empty(), "{name}, {width} px: {found:#?}");
        }
    }
}

fn open(page: &Page) {
    page.click(&format!("{RESULT} a"));
    page.until_there("#reader[data-document]");
}
