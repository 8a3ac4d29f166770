//! What journeys walk with: a browser, a page, and the documents that it opens. It knows no journey.

mod browser;
mod chromium;
mod companion;
mod corpora;
mod engine;
mod firefox;
mod gate;
mod growing;
mod host;
mod page;
mod patience;
mod way;
mod webkit;

pub(crate) use browser::Browsers;
pub(crate) use corpora::{Corpora, Corpus};
pub(crate) use engine::{Engine, Scheme};
pub(crate) use page::{BACKSPACE, CONTROL, ENTER, ESCAPE, Page, RIGHT, SHIFT, SPACE, TAB};
pub(crate) use way::{Fault, Sandbox, Way};
