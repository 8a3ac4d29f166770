//! Questions put to a corpus, and their answers: search, filters, facets, highlight segments,
//! snippets, and the geometry of the timeline.
//!
//! Pure and without a browser: a [`Request`] in, an [`Answer`] out. The index sections of a bundle
//! are built, opened and validated here and nowhere else.

mod answer;
pub mod correct;
mod explorer;
mod grammar;
pub mod highlight;
mod index;
mod labels;
pub mod layout;
mod request;
mod search;
mod snippet;
pub mod timeline;
mod words;

pub use answer::{Answer, FacetCounts, FacetValue, Found, Hit, NamedDays, Note, Piece, Snippet};
pub use explorer::Explorer;
pub use index::{Indexed, Indexer, SECTIONS as INDEX_SECTIONS, index};
pub use request::{Facet, Request};
pub use words::folded;
