//! The meetings' accounts, in lanes.

use readout_corpus::{Card, Interval, Meeting, Overview, SourceKind, order};

use crate::Answer;

/// What the lanes stand for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LaneBy {
    /// Who published.
    #[default]
    Source,
    /// Which side it speaks for.
    Side,
    /// What it raises; an account stands in the lane of each of its topics.
    Topic,
    /// What kind of publisher it is.
    Kind,
}

/// One lane with its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// The source's name, the side's or topic's key, or the kind; empty for documents that have none.
    pub key: String,
    /// What readers see, where the corpus has a name for it: kinds and the lane of documents that have
    /// none are named by whoever draws them.
    pub label: String,
    /// Key of the side that the lane belongs to, where it belongs to one.
    pub side: Option<String>,
    /// The kind of publisher that it stands for, where it stands for one.
    pub kind: Option<SourceKind>,
    /// Accounts, ordered by their first day, then by meeting and document.
    pub marks: Vec<LaneMark>,
}

/// One account of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LaneMark {
    /// The days that the account gives.
    pub days: Interval,
    /// Index of the meeting.
    pub meeting: u32,
    /// Index of the document.
    pub document: u32,
    /// Whether the document is in the answer.
    pub lit: bool,
}

/// The accounts of all meetings in lanes. Lanes stand in the overview's order (sources by their
/// side, kind and name), the lane of documents that have none last; a lane without an account is
/// left out. `topics_of` gives the topic keys of a document.
pub fn lanes(
    cards: &[Card],
    meetings: &[Meeting],
    overview: &Overview,
    answer: &Answer,
    by: LaneBy,
    topics_of: impl Fn(u32) -> Vec<String>,
) -> Vec<Lane> {
    let mut by_id: Vec<u32> = (0..).zip(cards).map(|(n, _)| n).collect();
    order::sort_by_key(&mut by_id, |&n| &cards[n as usize].id);
    let mut lit = vec![false; cards.len()];
    for found in &answer.documents {
        if let Some(lit) = lit.get_mut(found.document as usize) {
            *lit = true;
        }
    }

    let mut lanes = empty_lanes(overview, by);
    let place = |lanes: &[Lane], key: &str| lanes.iter().position(|lane| lane.key == key);
    for (meeting, told) in (0..).zip(meetings) {
        for account in &told.accounts {
            let at = by_id.binary_search_by(|&n| cards[n as usize].id.cmp(&account.document));
            let Some(&document) = at.ok().and_then(|at| by_id.get(at)) else { continue };
            let card = &cards[document as usize];
            let mut keys = match by {
                LaneBy::Source => card.source.iter().cloned().collect(),
                LaneBy::Side => card.side.iter().cloned().collect(),
                LaneBy::Topic => topics_of(document),
                LaneBy::Kind => {
                    vec![kind_key(source_kind(overview, card.source.as_deref())).to_owned()]
                }
            };
            keys.retain(|key| place(&lanes, key).is_some());
            if keys.is_empty() {
                keys.push(String::new());
            }
            let mark = LaneMark { meeting, document, days: account.days, lit: lit[document as usize] };
            for key in keys {
                if let Some(lane) = place(&lanes, &key) {
                    lanes[lane].marks.push(mark);
                }
            }
        }
    }
    lanes.retain(|lane| !lane.marks.is_empty());
    for lane in &mut lanes {
        order::sort_by(&mut lane.marks, Ord::cmp);
        lane.marks.dedup();
    }
    lanes
}

/// Every lane that there could be, in order, the one for documents that have none last.
fn empty_lanes(overview: &Overview, by: LaneBy) -> Vec<Lane> {
    let lane = |key: &str, label: &str, side: Option<&String>, kind| Lane {
        key: key.to_owned(),
        label: label.to_owned(),
        side: side.cloned(),
        kind,
        marks: Vec::new(),
    };
    let mut lanes: Vec<Lane> = match by {
        LaneBy::Source => {
            let place = |side: &Option<String>| {
                overview.sides.iter().position(|s| Some(&s.key) == side.as_ref()).unwrap_or(usize::MAX)
            };
            let mut sources: Vec<_> = overview.sources.iter().collect();
            order::sort_by_key(&mut sources, |source| (place(&source.side), source.kind, &source.name));
            let lane_of = |s: &&readout_corpus::Source| lane(&s.name, &s.name, s.side.as_ref(), Some(s.kind));
            sources.iter().map(lane_of).collect()
        }
        LaneBy::Side => overview.sides.iter().map(|s| lane(&s.key, &s.name, Some(&s.key), None)).collect(),
        LaneBy::Topic => overview.topics.iter().map(|t| lane(&t.key, &t.label, None, None)).collect(),
        LaneBy::Kind => {
            let kinds = [SourceKind::Official, SourceKind::StateMedia, SourceKind::Wire, SourceKind::Other];
            kinds.into_iter().map(|kind| lane(kind_key(kind), "", None, Some(kind))).collect()
        }
    };
    lanes.push(lane("", "", None, None));
    lanes
}

fn source_kind(overview: &Overview, name: Option<&str>) -> SourceKind {
    overview.sources.iter().find(|s| Some(s.name.as_str()) == name).map_or(SourceKind::Other, |s| s.kind)
}

/// Key of a kind of publisher.
fn kind_key(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Official => "official",
        SourceKind::StateMedia => "state-media",
        SourceKind::Wire => "wire",
        SourceKind::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use readout_corpus::{Account, Day, Side, Source, Topic, Why};

    use super::*;
    use crate::Found;

    fn day(text: &str) -> Interval {
        Interval::day(text.parse::<Day>().unwrap())
    }

    fn check(by: LaneBy, expect: &[&str]) {
        let source = |name: &str, side: Option<&str>, kind| Source {
            name: name.to_owned(),
            side: side.map(str::to_owned),
            kind,
        };
        let side = |key: &str| Side { key: key.to_owned(), name: format!("The {key} side") };
        let topic = |key: &str| Topic { key: key.to_owned(), label: key.to_uppercase() };
        let overview = Overview {
            sides: vec![side("South"), side("North")],
            sources: vec![
                source("Agency", None, SourceKind::Wire),
                source("North ministry", Some("North"), SourceKind::Official),
                source("South daily", Some("South"), SourceKind::StateMedia),
                source("South ministry", Some("South"), SourceKind::Official),
            ],
            topics: vec![topic("trade"), topic("fish")],
            ..Overview::default()
        };
        let card = |id: &str, source: Option<&str>, side: Option<&str>| Card {
            id: id.to_owned(),
            source: source.map(str::to_owned),
            side: side.map(str::to_owned),
            ..Card::default()
        };
        let cards = [
            card("a", Some("South ministry"), Some("South")),
            card("b", Some("North ministry"), Some("North")),
            card("c", Some("Agency"), None),
            card("d", None, None),
            card("no meeting", Some("South daily"), Some("South")),
        ];
        let account = |id: &str, on: &str| Account {
            document: id.to_owned(),
            sentences: Vec::new(),
            days: day(on),
            why: Why::rule("a-rule", "met", 90),
        };
        let meeting = |accounts: Vec<Account>| Meeting {
            id: String::new(),
            days: day("2001-05-01"),
            place: None,
            participants: Vec::new(),
            accounts,
        };
        let meetings = [
            meeting(vec![
                account("a", "2001-05-02"),
                account("b", "2001-05-01"),
                account("unknown", "2001-05-01"),
            ]),
            meeting(vec![account("a", "2001-05-01"), account("c", "2001-05-01"), account("d", "2001-05-01")]),
        ];
        let answer = Answer {
            documents: vec![Found { document: 0, score: 0.0, hits: 0, withheld: 0 }],
            ..Answer::default()
        };
        let topics_of = |document: u32| match document {
            0 => vec!["fish".to_owned(), "trade".to_owned()],
            1 => vec!["fish".to_owned(), "not followed".to_owned()],
            _ => Vec::new(),
        };
        let shown: Vec<String> = lanes(&cards, &meetings, &overview, &answer, by, topics_of)
            .iter()
            .map(|lane| {
                let marks: Vec<String> = lane
                    .marks
                    .iter()
                    .map(|m| {
                        format!(
                            "{}{}{}",
                            m.meeting,
                            ["a", "b", "c", "d"][m.document as usize],
                            if m.lit { "*" } else { "" }
                        )
                    })
                    .collect();
                format!("{} | {} | {}", lane.key, lane.label, marks.join(" "))
            })
            .collect();
        assert_eq!(shown, expect, "{by:?}");
    }

    #[test]
    fn accounts_stand_in_the_lanes_that_they_belong_to() {
        check(
            LaneBy::Source,
            &[
                "South ministry | South ministry | 1a* 0a*",
                "North ministry | North ministry | 0b",
                "Agency | Agency | 1c",
                " |  | 1d",
            ],
        );
        check(
            LaneBy::Side,
            &["South | The South side | 1a* 0a*", "North | The North side | 0b", " |  | 1c 1d"],
        );
        check(LaneBy::Topic, &["trade | TRADE | 1a* 0a*", "fish | FISH | 0b 1a* 0a*", " |  | 1c 1d"]);
        check(LaneBy::Kind, &["official |  | 0b 1a* 0a*", "wire |  | 1c", "other |  | 1d"]);
    }
}
