//! The people of a document as far as its own words and the gazetteer show them: side, offices, and
//! who is meant by “he”, “the president” or “the two sides”.

use std::collections::{BTreeMap, BTreeSet};

use readout_corpus::{Day, Document, Mention, MentionKind};

use super::known;
use super::subjects;
use super::units::{Kind, Unit};
use crate::gazetteer::script::{is_han, is_hangul};
use crate::{Settings, names};

/// One person of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Member {
    /// Key of the side that they speak for.
    pub(crate) side: Option<String>,
    /// Keys of the offices that the gazetteer knows of on the day.
    held: Vec<String>,
    /// Offices as the text gives them, in lower case (`vice president`).
    pub(crate) offices: BTreeSet<String>,
    /// From “Mr.” or “Ms.”, where the text has one.
    pub(crate) feminine: Option<bool>,
    /// First place where they are named (bytes).
    pub(crate) first: u32,
}

/// The people of a document, by canonical name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cast {
    members: BTreeMap<String, Member>,
    /// Side that the document speaks for.
    pub(crate) own: Option<String>,
    /// Day that the document is read for.
    day: Option<Day>,
}

impl Cast {
    /// Collects them from the units of the sentences.
    pub(super) fn of(document: &Document, settings: &Settings, sentences: &[Vec<Unit>]) -> Self {
        let day = names::day_of(document);
        let mut members: BTreeMap<String, Member> = BTreeMap::new();
        for mention in document.mentions.iter().filter(|m| m.kind == MentionKind::Person) {
            let member = members.entry(mention.name.clone()).or_default();
            if member.first == 0 {
                member.first = mention.span.start + 1;
            }
        }
        for units in sentences {
            for (at, unit) in units.iter().enumerate() {
                if let Kind::Person(name) = &unit.kind
                    && let Some(member) = members.get_mut(name)
                {
                    let title = title(units, at);
                    member.offices.extend(title.office);
                    member.feminine = member.feminine.or(title.feminine);
                    let side = title.place.map(|place| known::side_of_place(settings, &place));
                    member.side = member.side.take().or(side);
                }
            }
        }
        for mention in document.mentions.iter().filter(|m| m.kind == MentionKind::Person) {
            if let Some(member) = members.get_mut(&mention.name)
                && member.side.is_none()
            {
                let place = place_beside(document, settings, mention);
                member.side = place.map(|place| known::side_of_place(settings, place));
            }
        }
        for (name, member) in &mut members {
            member.side =
                names::side_of_person(name, day, settings).map(str::to_owned).or(member.side.take());
            member.held = known::offices_of(settings, name, day);
        }
        if document.card.language.starts_with("zh") {
            sides_of_rows(document, &mut members);
        }
        let own = document.card.side.clone();
        // A government's own officials are named without their country.
        if own.is_some() {
            for member in members.values_mut().filter(|m| m.side.is_none() && !m.offices.is_empty()) {
                member.side.clone_from(&own);
            }
            for mention in document.mentions.iter().filter(|m| m.kind == MentionKind::Person) {
                if let Some(member) = members.get_mut(&mention.name)
                    && member.side.is_none()
                    && (is_spokesman(document, mention) || is_korean_with_office(document, mention))
                {
                    member.side.clone_from(&own);
                }
            }
        }
        Self { members, own, day }
    }

    /// The side that a person speaks for, where it is known.
    pub(crate) fn side(&self, name: &str) -> Option<&str> {
        self.members.get(name).and_then(|member| member.side.as_deref())
    }

    /// Whether people of another side than the document's are in it.
    pub(crate) fn has_others(&self) -> bool {
        self.members.values().any(|member| member.side.is_some() && member.side != self.own)
    }

    /// Whether somebody of this name is in the document.
    pub(crate) fn knows(&self, name: &str) -> bool {
        self.members.contains_key(name)
    }

    /// Whether it is somebody's office to speak for others.
    pub(crate) fn speaks_for_others(&self, name: &str) -> bool {
        self.members.get(name).is_some_and(|m| {
            m.offices.iter().any(|office| office.contains("spokes") || office.contains("press secretary"))
        })
    }

    /// Whether a person can be “she” (or “he”).
    pub(crate) fn can_be(&self, name: &str, feminine: bool) -> bool {
        self.members.get(name).and_then(|member| member.feminine).is_none_or(|known| known == feminine)
    }

    /// Who of `among` holds the office (`the prime minister`), the own side's first where several do.
    pub(crate) fn holder(
        &self,
        settings: &Settings,
        office: &str,
        side: Option<&str>,
        among: &[String],
    ) -> Option<String> {
        let keys = known::offices_called(settings, office);
        let holds = |name: &str| {
            self.members.get(name).is_some_and(|member| {
                member.held.iter().any(|held| keys.contains(held))
                    || member.offices.iter().any(|held| means(held, office))
            })
        };
        let mut holders: Vec<&String> =
            among.iter().filter(|name| (side.is_none() || self.side(name) == side) && holds(name)).collect();
        if holders.len() > 1 {
            let own: Vec<&String> = holders
                .iter()
                .copied()
                .filter(|n| self.own.is_some() && self.side(n) == self.own.as_deref())
                .collect();
            if !own.is_empty() {
                holders = own;
            }
        }
        holders.first().map(|name| (*name).clone())
    }

    /// Who holds the office among those in the room, in the whole document, or by the gazetteer: of
    /// the side that is named, else of the document's own.
    pub(crate) fn office_holder(
        &self,
        settings: &Settings,
        office: &str,
        side: Option<&str>,
        room: &[String],
    ) -> Option<String> {
        let of_another = |name: &String| {
            side.is_none()
                && self.own.is_some()
                && self.side(name).is_some_and(|s| self.own.as_deref() != Some(s))
        };
        let called = |name: &String| {
            self.members.get(name).is_some_and(|m| m.offices.iter().any(|held| means(held, office)))
        };
        // “The Prime Minister” of an own text is no chancellor of another side.
        let present = self.holder(settings, office, side, room);
        present
            .clone()
            .filter(|name| !of_another(name) || called(name))
            .or_else(|| {
                known::holder(settings, office, self.own.as_deref().filter(|_| present.is_some())?, self.day)
            })
            .or(present)
            .or_else(|| self.holder(settings, office, side, &self.by_appearance()))
            .or_else(|| known::holder(settings, office, side.or(self.own.as_deref())?, self.day))
            .or_else(|| self.leader(settings, side.filter(|_| is_leader(office))?))
    }

    /// Who of a side leads it, in the whole document.
    fn leader(&self, settings: &Settings, side: &str) -> Option<String> {
        let leads = |name: &String| {
            let offices = known::offices_of(settings, name, self.day);
            self.side(name) == Some(side)
                && offices.iter().any(|o| names::LEADING_OFFICES.contains(&o.as_str()))
        };
        self.by_appearance().into_iter().find(leads)
    }

    /// Who is meant by somebody's counterpart of a side: the holder of the same office, by the
    /// gazetteer.
    pub(crate) fn counterpart(&self, settings: &Settings, name: &str, side: &str) -> Option<String> {
        known::counterpart(settings, name, side, self.day)
    }

    /// Who holds one office of several places: in the room, else by the gazetteer. Empty where one
    /// of them is not known.
    pub(crate) fn holders(
        &self,
        settings: &Settings,
        office: &str,
        places: &[String],
        room: &[String],
    ) -> Vec<String> {
        let sides: Vec<String> = places.iter().map(|place| known::side_of_place(settings, place)).collect();
        let theirs = |side: &String| {
            room.iter().filter(|name| self.side(name) == Some(side)).cloned().collect::<Vec<_>>()
        };
        let present: Vec<String> = sides.iter().flat_map(theirs).collect();
        if sides.iter().all(|side| !theirs(side).is_empty()) {
            return present;
        }
        let leaders = is_leader(office);
        let of_side = |side: &String| match leaders {
            true => self.leader(settings, side),
            false => known::holder(settings, office, side, self.day),
        };
        sides.iter().map(of_side).collect::<Option<Vec<String>>>().unwrap_or_default()
    }

    /// Everyone, by first appearance.
    pub(crate) fn by_appearance(&self) -> Vec<String> {
        let mut names: Vec<(&u32, &String)> = self.members.iter().map(|(name, m)| (&m.first, name)).collect();
        names.sort();
        names.into_iter().map(|(_, name)| name.clone()).collect()
    }
}

/// Whether words say only that somebody leads (“the French leader”, “heads of state”).
fn is_leader(office: &str) -> bool {
    matches!(office.rsplit(' ').next(), Some("leader" | "head" | "state"))
}

/// Whether somebody who holds one office is meant by the other: “the minister” is a foreign minister
/// but no prime minister.
fn means(held: &str, said: &str) -> bool {
    const RANKS: &[&str] =
        &["vice", "deputy", "prime", "assistant", "under", "former", "principal", "crown", "first", "acting"];
    let held: Vec<&str> = held.split_whitespace().collect();
    let mut said: Vec<&str> = said.split_whitespace().filter(|w| !matches!(*w, "visiting")).collect();
    // “the Treasury chief”
    if said.len() > 1 && matches!(said.last(), Some(&("chief" | "boss"))) {
        said.pop();
    }
    !said.is_empty()
        && said.iter().all(|word| held.contains(word))
        && RANKS.iter().all(|rank| !held.contains(rank) || said.contains(rank))
}

/// The side of the people who are named in a row with their offices, of whom the first has a country: “德国总理…、
/// 外长…和…”.
fn sides_of_rows(document: &Document, members: &mut BTreeMap<String, Member>) {
    const TITLE: usize = 14;
    let people: Vec<&Mention> =
        document.mentions.iter().filter(|mention| mention.kind == MentionKind::Person).collect();
    for pair in people.windows(2) {
        let [first, next] = pair else { continue };
        let gap = document.text.get(first.span.end as usize..next.span.start as usize).unwrap_or_default();
        let title = gap.strip_prefix(['、', '和', '及']).unwrap_or_default();
        let in_row = !title.is_empty()
            && title.chars().count() <= TITLE
            && title.chars().all(is_han)
            && first.sentence == next.sentence;
        if in_row && members.get(&next.name).is_some_and(|member| member.side.is_none()) {
            let side = members.get(&first.name).and_then(|member| member.side.clone());
            if let Some(member) = members.get_mut(&next.name) {
                member.side = side;
            }
        }
    }
}

/// The place that a title beside a name belongs to, or the body whose it is, where no space parts words or the
/// title follows: “德国总理…”, “美国国会议员…”, “… 독일 총리”.
fn place_beside<'d>(document: &'d Document, settings: &Settings, name: &Mention) -> Option<&'d str> {
    const TITLE: usize = 12;
    let has_side = |m: &Mention| match m.kind {
        MentionKind::Place => true,
        MentionKind::Organisation => names::side_of_place(&m.name, settings).is_some(),
        MentionKind::Person => false,
    };
    let mut places = document.mentions.iter().filter(|m| m.sentence == name.sentence && has_side(m));
    let (from, to) = (name.span.start as usize, name.span.end as usize);
    let is_beside = |place: &&Mention| {
        let (start, end) = (place.span.start as usize, place.span.end as usize);
        match document.card.language.get(..2) {
            Some("zh") => document.text.get(end..from).is_some_and(|title| {
                title.chars().count() <= TITLE && !title.contains(['，', '。', '、', '同', '与', '和', '在'])
            }),
            Some("ko") => {
                place.kind == MentionKind::Place && document.text.get(to..start).is_some_and(|gap| gap == " ")
            }
            _ => false,
        }
    };
    places.rfind(is_beside).map(|place| place.name.as_str())
}

/// Whether somebody is called a spokesman in Chinese or Korean.
fn is_spokesman(document: &Document, name: &Mention) -> bool {
    let (from, to) = (name.span.start as usize, name.span.end as usize);
    match document.card.language.get(..2) {
        Some("zh") => document.text[..from].ends_with("发言人"),
        Some("ko") => document.text[to..].trim_start().starts_with("대변인"),
        _ => false,
    }
}

/// Whether somebody with a Korean's name has an office right behind it, without a country (“조세영 제1차관”).
fn is_korean_with_office(document: &Document, name: &Mention) -> bool {
    const SYLLABLES: usize = 3;
    let korean = document.card.language.starts_with("ko")
        && name.name.chars().count() == SYLLABLES
        && name.name.chars().all(is_hangul);
    korean && name.why.rule == "name-before-office"
}

struct Title {
    office: Option<String>,
    place: Option<String>,
    feminine: Option<bool>,
}

/// What stands beside a name: “German Chancellor X”, “X, the foreign minister of Y”, “President X of Y”.
fn title(units: &[Unit], at: usize) -> Title {
    let first = subjects::titles_start(units, at);
    let mut title = Title { office: None, place: None, feminine: None };
    take_in(&units[first..at], &mut title);
    let after = units.get(at + 1..).unwrap_or_default();
    if after.first().is_some_and(|u| u.is_any(&["of"]))
        && let Some(Kind::Place(place)) = after.iter().skip(1).find(|u| !u.is_any(&["the"])).map(|u| &u.kind)
    {
        title.place.get_or_insert_with(|| place.clone());
    }
    if after.first().is_some_and(|u| u.kind == Kind::Comma) && title.office.is_none() {
        let end = after
            .iter()
            .skip(1)
            .position(|u| u.kind == Kind::Comma)
            .map_or(after.len().min(9), |end| end.min(9) + 1);
        let inside = &after[1.min(end)..end];
        // Only an apposition: “X, Minister of Foreign Affairs of Y,”
        if inside.iter().take(4).any(|u| subjects::is_office(u.word()))
            && !inside.iter().any(|u| matches!(u.kind, Kind::Person(_)))
        {
            take_in(inside, &mut title);
        }
    }
    title
}

fn take_in(units: &[Unit], title: &mut Title) {
    let mut words = Vec::new();
    // “Advisor to the President”, “the President’s adviser”: the office of another.
    let mut anothers = false;
    for (at, unit) in units.iter().enumerate() {
        if unit.is_any(&["to", "for", "and"]) {
            anothers = unit.is_any(&["to"]);
        }
        if anothers {
            continue;
        }
        match &unit.kind {
            Kind::Genitive => words.clear(),
            Kind::Place(place) | Kind::Nation(place) => {
                title.place.get_or_insert_with(|| place.clone());
            }
            Kind::Word(word) => match word.as_str() {
                "mr" | "sir" => title.feminine = Some(false),
                "ms" | "mrs" | "madam" => title.feminine = Some(true),
                "of" | "the" | "for" | "his" | "her" | "a" | "an" => {}
                // “State Councilor and Foreign Minister”
                "and" if at > 0 => {}
                word => words.push(word),
            },
            _ => {}
        }
    }
    if words.iter().any(|word| subjects::is_office(word) || word.starts_with("spokes")) {
        title.office = Some(words.join(" "));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statements::Grammar;
    use crate::statements::testing::{document, with_names};

    #[test]
    fn who_advises_somebody_does_not_hold_their_office() {
        let check = |title: &str, holds: bool| {
            let text = format!("{title} Emmanuel Macron spoke.");
            let document = with_names(document(&text), "person: Emmanuel Macron");
            let cast = Grammar::of(&document, &Settings::builtin()).cast;
            let among = cast.by_appearance();
            assert_eq!(cast.holder(&Settings::builtin(), "pope", None, &among).is_some(), holds, "{title}");
        };
        check("Pope", true);
        check("Senior Advisor to the Pope", false);
        check("The Pope’s Senior Advisor", false);
    }
}
