//! Meetings, and the accounts that documents give of them.

use serde::{Deserialize, Serialize};

use crate::{Interval, Why};

/// A document as a report of one meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Id of the document.
    pub document: String,
    /// The sentences that tell of the meeting: first and last number of each run, in order.
    pub sentences: Vec<(u32, u32)>,
    /// The days as this document gives them, in its own time zone.
    pub days: Interval,
    /// Why it is taken to tell of the meeting, and of these days.
    pub why: Why,
}

/// Talks, a call, an audience.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Unique in the corpus, stable between runs, fit for a URL (`2017-11-22-wang-yi-kang-kyung-wha`).
    pub id: String,
    /// The days on which it took place.
    pub days: Interval,
    /// Where, by the gazetteer's name.
    pub place: Option<String>,
    /// Who took part, by canonical name.
    pub participants: Vec<String>,
    /// Its accounts, ordered as the documents are.
    pub accounts: Vec<Account>,
}
