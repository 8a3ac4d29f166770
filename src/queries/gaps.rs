//! What a corpus lacks: sides that were in the room, but from which there is no account.

use std::collections::BTreeSet;

use readout_corpus::{Card, Meeting, Overview};

/// Keys of the sides that took part in meetings and gave no account that this corpus holds, in the
/// order of the corpus's sides.
pub fn silent_sides(overview: &Overview, cards: &[Card], meetings: &[Meeting]) -> Vec<String> {
    let mut heard: BTreeSet<&str> = BTreeSet::new();
    heard.extend(cards.iter().filter_map(|card| card.side.as_deref()));
    let mut present: BTreeSet<&str> = BTreeSet::new();
    let side_of = |name: &String| overview.people.iter().find(|person| person.name == *name)?.side.as_deref();
    present.extend(meetings.iter().flat_map(|meeting| &meeting.participants).filter_map(side_of));
    overview
        .sides
        .iter()
        .filter(|side| present.contains(side.key.as_str()) && !heard.contains(side.key.as_str()))
        .map(|side| side.key.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use readout_corpus::{Day, Interval, Person, Side};

    #[test]
    fn a_side_in_the_room_without_an_account_is_named() {
        let side = |key: &str| Side { key: key.into(), name: format!("{key} in full") };
        let person = |name: &str, side: &str| Person {
            name: name.into(),
            side: Some(side.into()),
            office: None,
            aliases: vec![],
        };
        let overview = Overview {
            sides: vec![side("north"), side("south"), side("east")],
            people: vec![person("Minister of the North", "north"), person("Minister of the South", "south")],
            ..Overview::default()
        };
        let day = Interval::day(Day::from_ymd(2020, 1, 1).unwrap());
        let meeting = Meeting {
            id: "m".into(),
            days: day,
            place: None,
            participants: vec!["Minister of the North".into(), "Minister of the South".into()],
            accounts: vec![],
        };
        let card = |side: Option<&str>| Card { side: side.map(Into::into), ..Card::default() };
        let check = |cards: &[Card], expect: &[&str]| {
            assert_eq!(silent_sides(&overview, cards, std::slice::from_ref(&meeting)), expect)
        };
        check(&[card(Some("north")), card(None)], &["south"]);
        check(&[card(Some("north")), card(Some("south"))], &[]);
        check(&[card(None)], &["north", "south"]);
    }
}
