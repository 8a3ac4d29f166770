//! The views: each draws one answer, and changes the view state when it is used.

#![expect(unreachable_pub, reason = "the component macro writes public items for private components, too")]

pub mod documents;
pub mod facets;
pub mod layouts;
pub mod masthead;
pub mod reader;
pub mod screens;
pub mod share;
pub mod timeline;
