//! Words that make up subjects: offices, titles, groups, institutions. Data; in lower case.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::cues;
use crate::meetings;

/// A list of words, in no order.
#[derive(Debug)]
pub(super) struct Table {
    lists: Lists,
    words: &'static str,
}

impl Table {
    /// List number `number` of all, with white space between its words.
    const fn of(number: u32, words: &'static str) -> Self {
        Self { lists: Lists(1 << number), words }
    }
}

/// The lists that a word stands in, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Lists(u32);

impl Lists {
    /// Those of a word in lower case. Asked once of each word of a text.
    pub(super) fn of(word: &str) -> Self {
        static BY_WORD: LazyLock<FxHashMap<&str, Lists>> = LazyLock::new(|| {
            let mut lists: FxHashMap<&str, Lists> = FxHashMap::default();
            for form in cues::forms() {
                lists.entry(form).or_default().0 |= CUES.0;
            }
            for word in meetings::telling() {
                lists.entry(word).or_default().0 |= MEETS.0;
            }
            for table in ALL {
                for word in table.words.split_ascii_whitespace() {
                    lists.entry(word).or_default().0 |= table.lists.0;
                }
            }
            lists
        });
        BY_WORD.get(word).copied().unwrap_or_default()
    }

    /// Whether a cue can begin with the word.
    pub(super) const fn cues(self) -> bool {
        self.0 & CUES.0 != 0
    }

    /// Whether the word can tell of a meeting.
    pub(super) const fn meets(self) -> bool {
        self.0 & MEETS.0 != 0
    }

    /// Whether the word stands in this one.
    pub(super) const fn has(self, table: &Table) -> bool {
        self.0 & table.lists.0 != 0
    }
}

/// The forms of the verbs that report speech, whose table stands beside what they imply.
const CUES: Lists = Lists(1 << 31);

/// The words that English meetings are told with, whose tables stand with the rules for meetings.
const MEETS: Lists = Lists(1 << 30);

/// Whether a list has a word.
pub(super) fn has(table: &Table, word: &str) -> bool {
    Lists::of(word).has(table)
}

/// Every list.
static ALL: [&Table; 16] = [
    &OFFICES,
    &TITLE_WORDS,
    &MANY,
    &NAMELESS,
    &INSTITUTIONS,
    &PREPOSITIONS,
    &PLAIN_PLURALS,
    &HEADED,
    &WEEKDAYS,
    &TIMES,
    &MONTHS,
    &IT_SAYS,
    &TEXTS,
    &BEHIND_TEXTS,
    &BEHIND_PEOPLE,
    &BEHIND_OFFICES,
];

/// Nouns for an office; the last word of a title.
pub(super) static OFFICES: Table = Table::of(
    0,
    "\
    president minister secretary chancellor premier king queen prince princess emir sultan \
    ambassador envoy advisor adviser taoiseach councilor councillor chairman chairwoman chair chief \
    commissioner director pope speaker senator lady gentleman leader coordinator administrator \
    governor representative counselor general pontiff negotiator member amir emperor empress \
    president-elect commander marshal pm fm potus undersecretary secretary-general head",
);

/// Words that can stand in a title before a name, besides offices, places and organisations.
pub(super) static TITLE_WORDS: Table = Table::of(
    1,
    "\
    vice prime foreign state national security deputy principal special crown first second acting \
    former interim defense defence finance trade commerce economic affairs senior top mr ms mrs dr \
    sir madam federal homeland domestic policy presidential assistant under us u.s visiting newly \
    elected elect his her counterparts excellency majesty highness royal counterpart spokesman spokeswoman \
    spokesperson official climate house white press ministry politburo communist party united \
    nations general treasury energy health education interior transportation labor agriculture \
    council european commission communications ranking \
    majority minority judiciary senate co-chair high commissioner justice president-elect hrvp \
    managing executive joint external internal congressman congresswoman congressmember advocate \
    chargé parliamentary",
);

/// Nouns for people or sides who speak together.
pub(super) static MANY: Table = Table::of(
    2,
    "\
    leaders ministers presidents principals counterparts parties diplomats delegations envoys \
    advisors advisers secretaries sides countries two pair duo chiefs heads three four all participants \
    governments nations attendees group senators governors mayors lawmakers members secretaries \
    commissioners generals partners speakers presidencies",
);

/// Nouns for people who are not named.
pub(super) static NAMELESS: Table = Table::of(
    3,
    "\
    official officials source sources diplomat diplomats aide aides spokesman spokeswoman \
    spokesperson spokespeople analyst analysts expert experts observers insider insiders person \
    people officer officers reporter reporters journalist journalists",
);

/// Nouns for institutions.
pub(super) static INSTITUTIONS: Table = Table::of(
    4,
    "\
    ministry government administration embassy agency department office house statement report \
    readout communique media daily military army chancellery commission council palace kremlin elysee élysée newspaper parliament release \
    declaration note presidency",
);

/// Verbs of which “it” is an institution.
pub(super) static IT_SAYS: Table = Table::of(
    11,
    "\
    said says reads read added adds noted stressed warned reiterated urged stated condemned accused announced \
    confirmed denied pledged vowed insisted explained",
);

/// Nouns for what an institution publishes.
pub(super) static TEXTS: Table =
    Table::of(12, "statement report readout communique release declaration note");

/// Words behind such a noun that say more of it.
pub(super) static BEHIND_TEXTS: Table = Table::of(
    13,
    "\
    on about after following from of by in at issued released published posted carried seen obtained sent",
);

/// Words behind a noun for nameless people that say more of them.
pub(super) static BEHIND_PEOPLE: Table = Table::of(14, "familiar close briefed knowledgeable aware involved");

/// Words behind an office that say what it is for.
pub(super) static BEHIND_OFFICES: Table = Table::of(15, "to for of on");

/// Words after which a name is no subject.
pub(super) static PREPOSITIONS: Table = Table::of(
    5,
    "\
    with to for between by of from on about against among toward towards including under over \
    despite regarding and or in at alongside accompanied via through than like behind without within",
);

/// Plurals that can speak without an article; then nobody knows who they are.
pub(super) static PLAIN_PLURALS: Table = Table::of(
    6,
    "\
    leaders participants attendees ministers diplomats envoys delegations lawmakers senators",
);

/// What “heads of …” lead, for whole groups.
pub(super) static HEADED: Table = Table::of(
    7,
    "\
    state government governments delegation delegations agencies ministries diplomacy departments",
);

/// Days of the week.
pub(super) static WEEKDAYS: Table = Table::of(8, "monday tuesday wednesday thursday friday saturday sunday");

/// Words that say when on a day, before its name or after “this”.
pub(super) static TIMES: Table = Table::of(
    9,
    "\
    early late earlier later last this next same day morning afternoon evening night week month \
    year weekend noon midday",
);

/// Months.
pub(super) static MONTHS: Table = Table::of(
    10,
    "\
    january february march april may june july august september october november december jan feb \
    aug sept sep oct nov dec",
);

/// Short names of offices, as headlines and agencies have them, and the offices in full.
pub(super) const SHORT_OFFICES: &[(&str, &str)] =
    &[("pm", "prime minister"), ("fm", "foreign minister"), ("potus", "president")];

/// Of these, what needs no article: there is one of it, and the place where.
pub(super) const ONE_OF_A_KIND: &[(&str, &str)] = &[("potus", "US")];

/// Whoever holds the same office on the other side.
pub(super) const COUNTERPART: &str = "counterpart";

/// Whom somebody tells: “told reporters at a news conference”.
pub(super) const ADDRESSEES: &[&str] = &[
    "reporters",
    "journalists",
    "a",
    "the",
    "briefing",
    "press",
    "news",
    "conference",
    "media",
    "lawmakers",
    "parliament",
    "him",
    "her",
    "them",
    "us",
    "his",
    "counterpart",
];
/// Words that say where, when or how; they open a sentence, or stand behind a cue that follows what was said.
pub(super) const AROUND: &[&str] = &[
    "on",
    "at",
    "in",
    "during",
    "after",
    "through",
    "via",
    "from",
    "when",
    "while",
    "following",
    "before",
    "as",
];
/// More words that may stand behind such a cue, besides days of the week.
pub(super) const ADJUNCTS: &[&str] = &[
    "by",
    "today",
    "yesterday",
    "ahead",
    "late",
    "early",
    "without",
    "citing",
    "speaking",
    "earlier",
    "later",
    "here",
    "to",
    "of",
    "referring",
    "last",
    "this",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_a_bit_of_its_own() {
        let bits = ALL.iter().fold(CUES.0, |bits, table| {
            assert_eq!(bits & table.lists.0, 0, "{table:?}");
            bits | table.lists.0
        });
        assert_eq!(bits.count_ones() as usize, ALL.len() + 1);
        assert!(has(&OFFICES, "minister") && has(&MANY, "ministers") && !has(&MANY, "minister"));
    }
}
