//! Small pieces that several views share.

pub mod glyph;
pub mod node;
