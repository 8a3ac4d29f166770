//! Pictures of the main views for people to look at: at three widths, light and dark. See `make screenshots`.

use std::path::Path;
use std::sync::Arc;

use libtest_mimic::Trial;

use crate::Stage;
use crate::harness::{Corpus, Engine, Page, Scheme, Way};

/// Width and height of the window in CSS px, and whether it is a phone's.
const WINDOWS: [(u32, u32, bool); 3] = [(390, 844, true), (820, 1180, false), (1440, 900, false)];

/// A view, and the way there from the page at an address.
type View = (&'static str, Corpus, &'static str, fn(&Page));

const VIEWS: [View; 14] = [
    ("open", Corpus::Seeds, "", |_| ()),
    ("sample", Corpus::Sample, "", |_| ()),
    ("list", Corpus::Seeds, "list=1", |_| ()),
    ("search", Corpus::Seeds, "q=THAAD", |_| ()),
    ("filtered", Corpus::Seeds, "speaker=Wang+Yi&days=2020-01-01..2020-12-31", |_| ()),
    ("nothing", Corpus::Seeds, "q=zzzzzz+AND+unheard", |_| ()),
    ("reader", Corpus::Seeds, "q=THAAD", |page| page.click("#results article[data-document] a")),
    ("explanation", Corpus::Seeds, "", explained),
    ("korean", Corpus::Seeds, "lang=ko", |_| ()),
    ("korean-reader", Corpus::Seeds, "q=THAAD&lang=ko", explained),
    ("chinese", Corpus::Seeds, "lang=zh", |_| ()),
    ("chinese-reader", Corpus::Seeds, "q=THAAD&lang=zh", explained),
    ("french", Corpus::Seeds, "lang=fr", |_| ()),
    ("french-reader", Corpus::Seeds, "q=THAAD&lang=fr", explained),
];

/// Opens the first document and asks who speaks.
fn explained(page: &Page) {
    page.click("#results article[data-document] a");
    page.click("#reader .voice");
}

/// One trial a view, which writes its pictures into `folder`.
pub(crate) fn trials(stage: &Arc<Stage>, folder: &Path) -> Vec<Trial> {
    let trial = |(name, corpus, hash, walk): View| {
        let (stage, folder) = (Arc::clone(stage), folder.to_owned());
        Trial::test(name, move || {
            let corpus = if stage.corpora.missing(corpus).is_none() { corpus } else { Corpus::Sample };
            let place = stage.corpora.place(corpus, Way::Served)?;
            let page = Page::open(&stage.browsers, Engine::Chromium, place)?;
            for (width, height, phone) in WINDOWS {
                for scheme in Scheme::ALL {
                    page.size(width, height, phone);
                    page.scheme(scheme);
                    page.go(hash);
                    walk(&page);
                    page.rest();
                    std::fs::write(
                        folder.join(format!("{name}-{width}-{}.png", scheme.name())),
                        page.picture(3 * height),
                    )?;
                }
            }
            page.close(&stage.browsers);
            Ok(())
        })
    };
    VIEWS.into_iter().map(trial).collect()
}
