//! Words: how a text, and a query in the same way, is cut into the terms that are searched for.

mod case;
mod fold;
mod stem;
mod tokens;

pub use fold::folded;
pub(crate) use stem::stem;
pub(crate) use tokens::{JOINED, Token, is_hangul, is_unspaced, tokens};
