//! Every direct call to the browser, in small functions that say what they are for. Nothing else in
//! the app names `web_sys`, but for the types of events and elements that views receive.

pub mod address;
pub mod draw;
pub mod host;
pub mod intl;
pub mod page;
pub mod unpack;
pub mod watch;
