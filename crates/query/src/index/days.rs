//! The days that each document stands for: those of its accounts of meetings, else its dateline, else
//! its publication. Stored as a count, then first day and further days of each interval; first days
//! are stored with their sign in the lowest bit.

use readout_corpus::bundle::Catalogue;
use readout_corpus::{BundleError, Card, Day, Interval, Meeting};

use super::DAYS;
use super::bytes::{Reader, put, size};

/// The days of a document, given its accounts' days.
fn days_of(card: &Card, accounts: &[Interval]) -> Vec<Interval> {
    let dateline = card.dateline.as_ref().and_then(|dateline| dateline.date);
    let mut days = match (accounts, dateline.or(card.published)) {
        ([], day) => day.map(Interval::day).into_iter().collect(),
        (accounts, _) => accounts.to_vec(),
    };
    days.sort_unstable();
    days.dedup();
    days
}

/// The days of each document of a corpus.
pub(super) type OfDocuments = Vec<Vec<Interval>>;

/// The days of all documents of a corpus.
pub(super) fn of(catalogue: &Catalogue) -> OfDocuments {
    let accounts = accounts(&catalogue.meetings);
    let of = |card: &Card| {
        let told: Vec<Interval> = accounts[accounts.partition_point(|(id, _)| *id < card.id.as_str())..]
            .iter()
            .take_while(|(id, _)| *id == card.id)
            .map(|(_, days)| *days)
            .collect();
        days_of(card, &told)
    };
    catalogue.cards.iter().map(of).collect()
}

/// All accounts' documents with their days, in order.
fn accounts(meetings: &[Meeting]) -> Vec<(&str, Interval)> {
    let mut accounts: Vec<_> = meetings
        .iter()
        .flat_map(|meeting| &meeting.accounts)
        .map(|account| (account.document.as_str(), account.days))
        .collect();
    accounts.sort_unstable();
    accounts
}

/// Writes the days of all documents.
pub(super) fn write(days: &[Vec<Interval>]) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out, size(days.len()));
    for days in days {
        put(&mut out, size(days.len()));
        days.iter().for_each(|&interval| put_interval(&mut out, interval));
    }
    out
}

/// Appends an interval.
pub(super) fn put_interval(out: &mut Vec<u8>, days: Interval) {
    let from = days.from.epoch_days();
    put(out, (from.unsigned_abs() << 1) | u32::from(from < 0));
    put(out, days.days() - 1);
}

/// Reads an interval of days that the calendar has.
pub(super) fn interval(reader: &mut Reader<'_>) -> Result<Interval, BundleError> {
    let code = reader.number()?;
    let from = (code >> 1) as i32;
    let from = if code & 1 == 1 { -from } else { from };
    let further = reader.number()?;
    let to = i32::try_from(further).ok().and_then(|further| from.checked_add(further));
    let day = |days: Option<i32>| days.and_then(Day::from_epoch_days);
    match (day(Some(from)), day(to)) {
        (Some(from), Some(to)) => Ok(Interval { from, to }),
        _ => Err(reader.broken("it has a day that the calendar has not")),
    }
}

/// The days of all documents.
#[derive(Debug)]
pub(crate) struct Days {
    starts: Vec<u32>,
    intervals: Vec<Interval>,
}

impl Days {
    /// Decodes the days of `count` documents.
    pub(crate) fn open(bytes: &[u8], count: u32) -> Result<Self, BundleError> {
        let mut reader = Reader::new(DAYS, bytes);
        if reader.number()? != count {
            return Err(reader.broken("it has another number of documents than the catalogue"));
        }
        let mut days = Self { starts: vec![0], intervals: Vec::new() };
        for _ in 0..count {
            for _ in 0..reader.count()? {
                days.intervals.push(interval(&mut reader)?);
            }
            days.starts.push(size(days.intervals.len()));
        }
        reader.end()?;
        Ok(days)
    }

    /// Whether a document stands for one of these days.
    pub(crate) fn overlap(&self, document: u32, days: Interval) -> bool {
        let document = document as usize;
        let own = self.starts[document] as usize..self.starts[document + 1] as usize;
        self.intervals[own].iter().any(|own| own.overlaps(days))
    }
}
