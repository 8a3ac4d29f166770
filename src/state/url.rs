//! A view as the part of the URL after `#`, and back.
//!
//! `q=THAAD&speaker=Wang+Yi&days=2020-01-01..2020-12-31&doc=…`: keys in a fixed order, defaults left
//! out, so that a view has one address. Reading never fails: what is unknown or broken is ignored.
//! A host page may put a `?` and keys of its own in (WordPress adds `#?secret=…`).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use readout_corpus::{Interval, Language};
use readout_query::Facet;
use readout_query::layout::Layout;
use readout_query::timeline::LaneBy;

use super::{Layers, Reading, View, layers};

/// Left as they are in a value; everything else is percent-encoded (a space becomes `+`).
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b',')
    .remove(b'*')
    .remove(b':');

const LANES: [(LaneBy, &str); 4] =
    [(LaneBy::Source, "source"), (LaneBy::Side, "side"), (LaneBy::Kind, "kind"), (LaneBy::Topic, "topic")];

/// Name of a way to lay lanes, in the URL.
pub fn lanes_key(lanes: LaneBy) -> &'static str {
    LANES.iter().find(|(each, _)| *each == lanes).map_or("source", |(_, key)| key)
}

/// The way to lay lanes with this name.
pub fn lanes_from_key(key: &str) -> Option<LaneBy> {
    LANES.iter().find(|(_, each)| *each == key).map(|(lanes, _)| *lanes)
}

/// The address of a view, without `#`; empty for the view that opens first.
pub fn write(view: &View) -> String {
    let mut parts = Vec::new();
    let mut put = |key: &str, value: &str| {
        let value = utf8_percent_encode(value, PLAIN).to_string().replace("%20", "+");
        parts.push(format!("{key}={value}"));
    };
    if !view.request.text.is_empty() {
        put("q", &view.request.text);
    }
    for (facet, values) in &view.request.chosen {
        for value in values {
            put(facet.key(), value);
        }
    }
    if let Some(days) = view.request.days {
        put("days", &days_text(days));
    }
    if let Some(days) = view.look.window {
        put("window", &days_text(days));
    }
    if view.look.lanes != LaneBy::Source {
        put("lanes", lanes_key(view.look.lanes));
    }
    if view.look.list {
        put("list", "1");
    }
    if let Some(layout) = view.look.layout {
        put("layout", layout.key());
    }
    if view.look.layers != Layers::default() {
        let on: Vec<&str> = layers::ALL
            .iter()
            .filter(|(layer, _)| view.look.layers.has(*layer))
            .map(|(_, key)| *key)
            .collect();
        put("layers", &on.join(","));
    }
    if let Some(language) = view.look.language {
        put("lang", language.tag());
    }
    if let Some(reading) = &view.reading {
        put("doc", &reading.document);
        if let Some(sentence) = reading.sentence {
            put("sentence", &sentence.to_string());
        }
        if reading.hit > 0 {
            put("hit", &(reading.hit + 1).to_string());
        }
    }
    parts.join("&")
}

/// The view at an address (with or without `#`).
pub fn read(address: &str) -> View {
    let mut view = View::default();
    let mut document = None;
    let (mut sentence, mut hit) = (None, 0);
    // In a value `#` and `&` are encoded: what stands here as it is was put in by a host page.
    for part in address.split(['#', '&']).map(|part| part.trim_start_matches('?')) {
        let Some((key, value)) = part.split_once('=') else { continue };
        let Ok(value) = percent_decode_str(&value.replace('+', " ")).decode_utf8().map(|v| v.into_owned())
        else {
            continue;
        };
        match key {
            "q" => view.request.text = value,
            "days" => view.request.days = days(&value),
            "window" => view.look.window = days(&value),
            "lanes" => view.look.lanes = lanes_from_key(&value).unwrap_or(view.look.lanes),
            "list" => view.look.list = value == "1",
            "layout" => view.look.layout = Layout::from_key(&value),
            "layers" => view.look.layers = read_layers(&value),
            "lang" => view.look.language = Language::from_tag(&value),
            "doc" if !value.is_empty() => document = Some(value),
            "sentence" => sentence = value.parse().ok(),
            "hit" => hit = value.parse().unwrap_or(1u32).saturating_sub(1),
            _ => {
                if let Some(facet) = Facet::from_key(key) {
                    view.request.chosen.entry(facet).or_default().insert(value);
                }
            }
        }
    }
    view.reading = document.map(|document| Reading { document, sentence, hit });
    view
}

fn read_layers(value: &str) -> Layers {
    layers::ALL
        .iter()
        .filter(|(_, key)| value.split(',').any(|each| each == *key))
        .fold(Layers::NONE, |set, (layer, _)| set.with(*layer))
}

fn days_text(days: Interval) -> String {
    format!("{}..{}", days.from, days.to)
}

fn days(text: &str) -> Option<Interval> {
    let (from, to) = text.split_once("..")?;
    Some(Interval::new(from.parse().ok()?, to.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use readout_corpus::{Day, Layer};

    #[test]
    fn every_part_of_a_view_comes_back() {
        let mut view = View::default();
        view.request.text = "missile OR \"properly handle\" 王毅 & ü+".into();
        view.request.toggle(Facet::Speaker, "Wang Yi");
        view.request.toggle(Facet::Speaker, "Kang Kyung-wha");
        view.request.toggle(Facet::Side, "");
        view.request.days = Interval::year(2020);
        view.look.window = Interval::month(2017, 11);
        view.look.lanes = LaneBy::Topic;
        view.look.list = true;
        view.look.layout = Some(Layout::Documents);
        view.look.layers = view.look.layers.toggled(Layer::People).toggled(Layer::Search);
        view.look.language = Some(Language::Korean);
        view.reading = Some(Reading { document: "a-b".into(), sentence: Some(14), hit: 2 });
        let address = write(&view);
        assert_eq!(read(&address), view, "{address}");
        assert_eq!(read(&format!("#{address}")), view);
        assert_eq!(read(&format!("#?secret=abc&{address}")), view);
        assert_eq!(read(&format!("#{address}#?secret=abc")), view);
    }

    #[test]
    fn the_first_view_has_the_empty_address() {
        assert_eq!(write(&View::default()), "");
        assert_eq!(read(""), View::default());
        assert_eq!(read("#"), View::default());
    }

    #[test]
    fn broken_parts_are_ignored_and_the_rest_holds() {
        let check = |address: &str, expect: &str| assert_eq!(write(&read(address)), expect, "{address}");
        check("#q=a&days=2020-13-01..x&doc=", "q=a");
        check("#%%%&=&&&q=%FF&nonsense=1", "");
        check("#days=2020-12-31..2020-01-01", "days=2020-01-01..2020-12-31");
        check("#hit=0&sentence=3", "");
        check("#doc=x&hit=abc&sentence=-1", "doc=x");
        check("#layers=people,unheard-of", "layers=people");
        check("#lanes=cats", "");
        check("#lang=tlh", "");
        check("#lang=zh-CN", "lang=zh");
        assert_eq!(Day::from_ymd(2020, 13, 1), None);
    }
}
