//! The Readout app: one corpus, opened in the browser, and one question put to it by every view.
//!
//! Data flows one way: [`bundle`] obtains bytes, [`state`] holds what the reader asks (and writes it
//! to the URL), [`queries`] answers it with one pure call each, [`views`] draw the answers.
//! [`words`] has every word that the app itself says; [`host`] is what a page around a frame can ask and
//! hear; [`browser`] holds every direct call to the browser.

pub mod app;
pub mod browser;
pub mod bundle;
pub mod components;
pub mod host;
pub mod queries;
pub mod state;
pub mod views;
pub mod words;
