//! What journeys walk with: a browser, a page, and the documents that it opens. It knows no journey.

mod browser;
mod companion;
mod corpora;
mod page;

pub(crate) use corpora::{Corpora, Corpus};
pub(crate) use page::{BACKSPACE, CONTROL, ENTER, ESCAPE, Page, RIGHT, SHIFT, SPACE, TAB};
