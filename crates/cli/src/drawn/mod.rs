//! Pictures that the program draws for a site: the card for social media and the icons. Same corpus and
//! theme, same bytes, on every machine: no clock, no font, no arithmetic that differs from one to another.

mod canvas;
mod card;
mod icon;

pub(crate) use card::{CARD_SIZE, card};
pub(crate) use icon::{Icon, icon_png, icon_svg};
