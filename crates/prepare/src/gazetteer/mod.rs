//! People in office, organisations, places and what they are called: the tables under data/, compiled
//! in, and the automatons that find their forms in a text.
//!
//! It knows names, not documents: who “Wang” is in a text is decided in `names`.

mod matcher;
mod person;
pub(crate) mod script;
mod tables;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use readout_corpus::{Day, Side};
use rustc_hash::FxHashMap;

pub(crate) use matcher::{Hit, Matcher, leftmost_longest};
pub(crate) use person::{Person, Term};
pub(crate) use tables::partial_day;
use tables::{field, forms, rows};

const PEOPLE: &str = include_str!("../../data/people.tsv");
const LEADERS: &str = include_str!("../../data/leaders.tsv");
const OFFICES: &str = include_str!("../../data/offices.tsv");
const TITLES: &str = include_str!("../../data/titles.tsv");
const COUNTRIES: &str = include_str!("../../data/countries.tsv");
const PLACES: &str = include_str!("../../data/places.tsv");
const ORGANISATIONS: &str = include_str!("../../data/organisations.tsv");

/// Characters within which a title is looked for, the longest included.
const TITLE_REACH: usize = 64;

static BUILTIN: LazyLock<Arc<Gazetteer>> = LazyLock::new(|| Arc::new(Gazetteer::compile(Entries::builtin())));

/// What a form can stand for. Numbers are indices of the gazetteer's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Meaning {
    /// A person's full name, or a form that is theirs alone.
    Person(u32),
    /// An organisation.
    Organisation(u32),
    /// A place that is no country.
    Place(u32),
    /// A country by its name.
    Country(u32),
    /// A country by its adjective, its people, or its side in Chinese: no place, but a side.
    Adjective(u32),
}

/// A word for who someone is, that comes before or after a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TitleWord {
    /// An office of the table, by its index in [`Gazetteer::offices`].
    Office(u32),
    /// Another title (“Mr.”, “Senator”).
    Other,
}

/// An organisation or a place, with the side that it belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Named {
    /// Canonical name.
    pub(crate) name: String,
    /// Key of the side.
    pub(crate) side: Option<String>,
    /// What kind of place it is; empty for organisations.
    pub(crate) kind: String,
    /// Other forms, in every script.
    pub(crate) aliases: Vec<String>,
}

/// A country as a side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Country {
    /// Key of the side.
    pub(crate) key: String,
    /// Name in full.
    pub(crate) name: String,
    /// Other names, in every script.
    pub(crate) aliases: Vec<String>,
    /// Adjectives and people, and the side in Chinese (`中方`).
    pub(crate) adjectives: Vec<String>,
}

/// The gazetteer's rows, before they are compiled: a corpus can add its own.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entries {
    /// People.
    pub(crate) people: Vec<Person>,
    /// Organisations.
    pub(crate) organisations: Vec<Named>,
    /// Places that are no country.
    pub(crate) places: Vec<Named>,
    /// Countries and other sides.
    pub(crate) countries: Vec<Country>,
}

impl Entries {
    /// The tables under data/.
    pub(crate) fn builtin() -> Self {
        Self {
            people: rows(PEOPLE).chain(rows(LEADERS)).map(|row| person(&row)).collect(),
            organisations: rows(ORGANISATIONS).map(|row| organisation(&row)).collect(),
            places: rows(PLACES).map(|row| place(&row)).collect(),
            countries: rows(COUNTRIES).map(|row| country(&row)).collect(),
        }
    }
}

fn owned<'a>(columns: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    columns.into_iter().flat_map(forms).map(str::to_owned).collect()
}

fn key(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn person(row: &[&str]) -> Person {
    Person {
        side: key(field(row, 0)),
        name: field(row, 1).to_owned(),
        alone: field(row, 2).to_owned(),
        aliases: owned((3..7).map(|column| field(row, column))),
        terms: forms(field(row, 7)).filter_map(term).collect(),
    }
}

/// A term from `foreign-minister 2017-06-18..2021-02-09`.
fn term(text: &str) -> Option<Term> {
    let (office, days) = text.split_once(' ')?;
    let (from, to) = days.split_once("..")?;
    Some(Term {
        office: office.to_owned(),
        from: partial_day(from).map(|days| days.from),
        to: partial_day(to).map(|days| days.to),
    })
}

fn organisation(row: &[&str]) -> Named {
    Named {
        name: field(row, 0).to_owned(),
        side: key(field(row, 1)),
        kind: String::new(),
        aliases: owned((2..5).map(|column| field(row, column))),
    }
}

fn place(row: &[&str]) -> Named {
    Named {
        name: field(row, 0).to_owned(),
        side: key(field(row, 1)),
        kind: field(row, 2).to_owned(),
        aliases: owned((3..6).map(|column| field(row, column))),
    }
}

fn country(row: &[&str]) -> Country {
    Country {
        key: field(row, 0).to_owned(),
        name: field(row, 1).to_owned(),
        aliases: owned([2, 4, 6].map(|column| field(row, column))),
        adjectives: owned([3, 5].map(|column| field(row, column))),
    }
}

/// The compiled gazetteer.
#[derive(Debug)]
pub(crate) struct Gazetteer {
    /// The rows.
    pub(crate) entries: Entries,
    /// Keys of the offices.
    pub(crate) offices: Vec<String>,
    /// What each is called in English, in the same order.
    office_names: Vec<Vec<String>>,
    /// Finds people, organisations, places and countries.
    pub(crate) names: Matcher<Meaning>,
    /// Finds offices and titles.
    pub(crate) titles: Matcher<TitleWord>,
    /// People by the name that stands alone.
    alone: FxHashMap<String, Vec<u32>>,
    /// People by the key of their canonical name and of every other form.
    people: FxHashMap<String, Vec<u32>>,
    /// Sides by every word for them.
    sides: FxHashMap<String, String>,
    /// Offices by every word for them.
    office_words: FxHashMap<String, Vec<u32>>,
}

impl Gazetteer {
    /// The built-in gazetteer.
    pub(crate) fn builtin() -> Arc<Self> {
        Arc::clone(&BUILTIN)
    }

    /// Compiles rows. Where two give one form the same kind of meaning, both are kept.
    pub(crate) fn compile(entries: Entries) -> Self {
        let (offices, titles, office_words) = title_words();
        let mut alone: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        let mut people: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        for (index, person) in (0_u32..).zip(&entries.people) {
            for form in plain_forms(&person.alone) {
                alone.entry(form).or_default().push(index);
            }
            for form in std::iter::once(&person.name).chain(&person.aliases) {
                let same = people.entry(name_key(form)).or_default();
                if !same.contains(&index) {
                    same.push(index);
                }
            }
        }
        Self {
            names: Matcher::new(name_forms(&entries)),
            titles: Matcher::new(titles),
            sides: side_words(&entries),
            entries,
            offices,
            office_names: rows(OFFICES).map(|row| owned([field(&row, 1)])).collect(),
            alone,
            people,
            office_words,
        }
    }

    /// The person with this index.
    pub(crate) fn person(&self, index: u32) -> &Person {
        &self.entries.people[index as usize]
    }

    /// The people who have this name or form; capitals, accents, hyphens and apostrophes make no
    /// difference.
    pub(crate) fn people_named(&self, name: &str) -> &[u32] {
        self.people.get(&name_key(name)).map_or(&[], Vec::as_slice)
    }

    /// The people for whom this name can stand alone (`Wang`).
    pub(crate) fn people_alone(&self, name: &str) -> &[u32] {
        self.alone.get(name).map_or(&[], Vec::as_slice)
    }

    /// The side that a word stands for: its key, a country, an adjective, a capital, `中方`.
    pub(crate) fn side_of_word(&self, word: &str) -> Option<&str> {
        self.sides.get(word).map(String::as_str)
    }

    /// The offices that a word stands for, as keys.
    pub(crate) fn offices_called<'a>(&'a self, words: &str) -> impl Iterator<Item = &'a str> {
        self.office_words.get(words).into_iter().flatten().map(|index| self.offices[*index as usize].as_str())
    }

    /// What an office is called in English, as its side calls it.
    pub(crate) fn office_name(&self, office: &str, side: Option<&str>) -> Option<&str> {
        let index = self.offices.iter().position(|key| key == office)?;
        let names = self.office_names.get(index)?;
        let american = side == Some("US");
        let own = names.iter().find(|name| american && name.starts_with("Secretary of "));
        own.or(names.first()).map(String::as_str)
    }

    /// Whether a text begins with a title as a word of its own.
    pub(crate) fn title_starts(&self, text: &str) -> bool {
        let near = text.char_indices().nth(TITLE_REACH).map_or(text, |(at, _)| &text[..at]);
        self.titles.starts(near)
    }

    /// Whether a text ends with a title as a word of its own.
    pub(crate) fn title_ends(&self, text: &str) -> bool {
        let near = text.char_indices().rev().nth(TITLE_REACH).map_or(text, |(at, _)| &text[at..]);
        self.titles.hits(near).iter().any(|hit| hit.end == near.len())
    }

    /// Who holds an office of a side on a day. Where none is known for the day, the one whose term is
    /// nearest, within a year: some terms are known from visits only.
    pub(crate) fn holder(&self, offices: &[&str], side: &str, day: Day) -> Option<&Person> {
        const NEAR: u32 = 366;
        self.entries
            .people
            .iter()
            .filter(|person| person.side.as_deref() == Some(side))
            .flat_map(|person| person.terms.iter().map(move |term| (person, term)))
            .filter(|(_, term)| offices.contains(&term.office.as_str()) && term.distance(day) <= NEAR)
            .min_by_key(|(_, term)| (term.distance(day), std::cmp::Reverse(term.from)))
            .map(|(person, _)| person)
    }

    /// The sides that are countries, in the order of the table.
    pub(crate) fn sides(&self) -> impl Iterator<Item = Side> {
        self.entries
            .countries
            .iter()
            .map(|country| Side { key: country.key.clone(), name: country.name.clone() })
    }
}

/// A name that stands alone as it may be printed: as it is, without accents, and without the Arabic
/// article.
pub(crate) fn plain_forms(alone: &str) -> Vec<String> {
    let mut forms = vec![alone.to_owned()];
    if is_latin(alone) {
        let plain = deunicode::deunicode(alone);
        let bare = ["al-", "el-", "Al-", "El-"]
            .iter()
            .find_map(|article| plain.strip_prefix(article))
            .map(str::to_owned);
        forms.push(plain);
        forms.extend(bare);
        forms.sort();
        forms.dedup();
    }
    forms
}

/// What a name is looked up by.
fn name_key(name: &str) -> String {
    if !is_latin(name) {
        return name.to_lowercase();
    }
    deunicode::deunicode(name).to_lowercase().replace(['-', '\'', '.', ','], "")
}

fn is_latin(text: &str) -> bool {
    text.chars().all(|c| c < '\u{250}' || matches!(c, '\u{1e00}'..='\u{1eff}' | '’' | '‘'))
}

type Titles = (Vec<String>, BTreeMap<String, Vec<TitleWord>>, FxHashMap<String, Vec<u32>>);

fn title_words() -> Titles {
    let mut keys = Vec::new();
    let mut titles: BTreeMap<String, Vec<TitleWord>> = BTreeMap::new();
    let mut words: FxHashMap<String, Vec<u32>> = FxHashMap::default();
    for (index, row) in (0_u32..).zip(rows(OFFICES)) {
        keys.push(field(&row, 0).to_owned());
        for form in owned((1..4).map(|column| field(&row, column))) {
            titles.entry(form.clone()).or_default().push(TitleWord::Office(index));
            // “foreign minister X”, as many papers print it
            let small = form.to_lowercase();
            if small != form && form.is_ascii() {
                titles.entry(small).or_default().push(TitleWord::Office(index));
            }
            // one who no longer or not yet holds it is no holder
            if !(form.to_lowercase().starts_with("former") || form.to_lowercase().ends_with("-elect")) {
                words.entry(form).or_default().push(index);
            }
        }
    }
    for row in rows(TITLES) {
        for form in owned((0..3).map(|column| field(&row, column))) {
            titles.entry(form).or_default().push(TitleWord::Other);
        }
    }
    (keys, titles, words)
}

/// Every form of every row with what it can stand for. Curly and straight apostrophes are one, and
/// places and countries may be printed in capitals, as datelines do.
fn name_forms(entries: &Entries) -> BTreeMap<String, Vec<Meaning>> {
    let mut all: BTreeMap<String, Vec<Meaning>> = BTreeMap::new();
    let mut add = |form: &str, meaning: Meaning, capitals: bool| {
        let mut put = |form: String| all.entry(form).or_default().push(meaning);
        put(form.to_owned());
        if form.contains('’') {
            put(form.replace('’', "'"));
        }
        if form.contains('\'') {
            put(form.replace('\'', "’"));
        }
        if capitals && form.len() > 4 && form.is_ascii() {
            put(form.to_ascii_uppercase());
        }
    };
    for (index, person) in (0_u32..).zip(&entries.people) {
        // a single short Latin word is no full name
        for form in std::iter::once(&person.name).chain(&person.aliases) {
            add(form, Meaning::Person(index), false);
        }
    }
    for (index, organisation) in (0_u32..).zip(&entries.organisations) {
        for form in std::iter::once(&organisation.name).chain(&organisation.aliases) {
            add(form, Meaning::Organisation(index), false);
        }
    }
    for (index, place) in (0_u32..).zip(&entries.places) {
        for form in std::iter::once(&place.name).chain(&place.aliases) {
            add(form, Meaning::Place(index), true);
        }
    }
    for (index, country) in (0_u32..).zip(&entries.countries) {
        for form in std::iter::once(&country.name).chain(&country.aliases) {
            add(form, Meaning::Country(index), true);
        }
        for form in &country.adjectives {
            add(form, Meaning::Adjective(index), true);
        }
    }
    all
}

fn side_words(entries: &Entries) -> FxHashMap<String, String> {
    let mut sides = FxHashMap::default();
    for country in &entries.countries {
        let words =
            [&country.key, &country.name].into_iter().chain(&country.aliases).chain(&country.adjectives);
        for word in words {
            sides.entry(word.clone()).or_insert_with(|| country.key.clone());
        }
    }
    let capitals = entries.places.iter().filter(|place| matches!(place.kind.as_str(), "capital" | "venue"));
    for named in capitals.chain(&entries.organisations) {
        if let Some(side) = &named.side {
            for word in std::iter::once(&named.name).chain(&named.aliases) {
                sides.entry(word.clone()).or_insert_with(|| side.clone());
            }
        }
    }
    sides
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_reads_and_names_known_things() {
        let gazetteer = Gazetteer::builtin();
        let mut names = std::collections::BTreeSet::new();
        for person in &gazetteer.entries.people {
            assert!(!person.name.is_empty() && !person.alone.is_empty(), "{person:?}");
            assert!(names.insert((person.name.clone(), person.side.clone())), "twice: {person:?}");
            for term in &person.terms {
                assert!(gazetteer.offices.contains(&term.office), "{}: {}", person.name, term.office);
                assert!(term.from.is_some() && term.to.is_none_or(|to| term.from <= Some(to)), "{person:?}");
            }
        }
        let offices: usize = gazetteer.entries.people.iter().map(|person| person.terms.len()).sum();
        let written =
            rows(PEOPLE).chain(rows(LEADERS)).flat_map(|row| forms(field(&row, 7)).collect::<Vec<_>>());
        assert_eq!(offices, written.count());
    }

    #[test]
    fn tables_are_sorted() {
        for (name, table) in [
            ("people", PEOPLE),
            ("leaders", LEADERS),
            ("offices", OFFICES),
            ("countries", COUNTRIES),
            ("places", PLACES),
            ("organisations", ORGANISATIONS),
        ] {
            let keys: Vec<(&str, &str)> = rows(table).map(|row| (field(&row, 0), field(&row, 1))).collect();
            let at = keys.windows(2).find(|pair| pair[0] > pair[1]);
            assert!(at.is_none(), "{name}.tsv: {at:?}");
        }
    }

    #[test]
    fn an_office_is_held_by_the_one_of_the_day() {
        let check = |office: &str, side: &str, day: &str, expect: Option<&str>| {
            let holder = Gazetteer::builtin()
                .holder(&[office], side, day.parse().unwrap())
                .map(|person| person.name.clone());
            assert_eq!(holder.as_deref(), expect, "{office} of {side} on {day}");
        };
        check("president", "US", "2016-12-31", Some("Barack Obama"));
        check("president", "US", "2017-01-20", Some("Donald Trump"));
        check("president", "US", "2021-06-01", Some("Joe Biden"));
        check("foreign-minister", "ROK", "2020-11-26", Some("Kang Kyung-wha"));
        check("foreign-minister", "China", "2017-11-22", Some("Wang Yi"));
        check("head-of-government", "Japan", "2022-11-17", Some("Fumio Kishida"));
        check("president", "Japan", "2022-11-17", None);
    }

    #[test]
    fn words_stand_for_sides() {
        let check = |word: &str, expect: Option<&str>| {
            assert_eq!(Gazetteer::builtin().side_of_word(word), expect, "{word}");
        };
        check("ROK", Some("ROK"));
        check("South Korean", Some("ROK"));
        check("Seoul", Some("ROK"));
        check("中方", Some("China"));
        check("한국", Some("ROK"));
        check("Shanghai", None);
    }
}
