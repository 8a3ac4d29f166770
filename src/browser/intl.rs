//! Numbers, dates and lists as the reader's browser writes them in each language, by its `Intl`.

use std::cell::RefCell;

use readout_corpus::{Day, Interval, Language};
use wasm_bindgen::prelude::*;

use crate::words::{Formats, Grain};

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(language: &str) -> NumberFormat;
    #[wasm_bindgen(method, js_name = format)]
    fn number(this: &NumberFormat, number: f64) -> String;

    #[derive(Clone)]
    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(language: &str) -> PluralRules;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: f64) -> String;

    #[derive(Clone)]
    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(language: &str, options: &JsValue) -> DateTimeFormat;
    #[wasm_bindgen(method, js_name = formatRange)]
    fn range(this: &DateTimeFormat, from: &js_sys::Date, to: &js_sys::Date) -> String;

    #[derive(Clone)]
    #[wasm_bindgen(js_namespace = Intl)]
    type ListFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(language: &str) -> ListFormat;
    #[wasm_bindgen(method, js_name = format)]
    fn list(this: &ListFormat, names: Vec<String>) -> String;
}

/// The browser's formats. Making one takes a browser long, so each is kept once it was made.
#[derive(Debug)]
pub struct Intl;

/// What was made for one language.
struct Made {
    language: Language,
    numbers: NumberFormat,
    plurals: PluralRules,
    lists: ListFormat,
    dates: Vec<(Grain, DateTimeFormat)>,
}

thread_local! {
    static MADE: RefCell<Vec<Made>> = const { RefCell::new(Vec::new()) };
}

/// Days come before months here, as in the documents that the app is for.
fn tag(language: Language) -> &'static str {
    if language == Language::English { "en-GB" } else { language.tag() }
}

fn with<T>(language: Language, answer: impl FnOnce(&mut Made) -> T) -> T {
    MADE.with_borrow_mut(|all| {
        let at = all.iter().position(|made| made.language == language).unwrap_or_else(|| {
            let tag = tag(language);
            let (numbers, plurals) = (NumberFormat::new(tag), PluralRules::new(tag));
            let lists = ListFormat::new(tag);
            all.push(Made { language, numbers, plurals, lists, dates: Vec::new() });
            all.len() - 1
        });
        answer(&mut all[at])
    })
}

fn options(grain: Grain) -> &'static str {
    match grain {
        Grain::Year => r#"{"timeZone":"UTC","year":"numeric"}"#,
        Grain::Month => r#"{"timeZone":"UTC","year":"numeric","month":"long"}"#,
        Grain::ShortMonth => r#"{"timeZone":"UTC","year":"numeric","month":"short"}"#,
        Grain::Day => r#"{"timeZone":"UTC","year":"numeric","month":"long","day":"numeric"}"#,
        Grain::ShortDay => r#"{"timeZone":"UTC","year":"numeric","month":"short","day":"numeric"}"#,
        Grain::DayOfYear => r#"{"timeZone":"UTC","month":"short","day":"numeric"}"#,
    }
}

fn date(day: Day) -> js_sys::Date {
    js_sys::Date::new(&JsValue::from_f64(f64::from(day.epoch_days()) * 86_400_000.0))
}

impl Formats for Intl {
    fn number(&self, language: Language, number: u64) -> String {
        with(language, |made| made.numbers.number(number as f64))
    }

    fn is_one(&self, language: Language, number: u64) -> bool {
        with(language, |made| made.plurals.select(number as f64) == "one")
    }

    fn dates(&self, language: Language, days: Interval, grain: Grain) -> String {
        with(language, |made| {
            let at = made.dates.iter().position(|(each, _)| *each == grain).unwrap_or_else(|| {
                let options = js_sys::JSON::parse(options(grain)).unwrap_or_default();
                made.dates.push((grain, DateTimeFormat::new(tag(language), &options)));
                made.dates.len() - 1
            });
            made.dates[at].1.range(&date(days.from), &date(days.to))
        })
    }

    fn list(&self, language: Language, names: &[&str]) -> String {
        with(language, |made| made.lists.list(names.iter().map(|name| (*name).to_owned()).collect()))
    }
}
