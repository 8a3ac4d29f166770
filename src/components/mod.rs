//! Small pieces that several views share.

pub mod glyph;
