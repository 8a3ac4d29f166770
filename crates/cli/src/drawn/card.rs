//! The card that social media and messengers show for a link: the corpus's own timeline, without words.
//! The words come with the link, in its title and description.

use std::collections::BTreeMap;

use readout_corpus::{Card, Catalogue, Interval, SourceKind};
use readout_query::timeline::Scale;

use super::canvas::{Canvas, width};
use crate::theme::{Palette, Theme};

/// Width and height (px), as the networks ask for.
pub(crate) const CARD_SIZE: (u32, u32) = (1200, 630);

/// Rows at most; further sources share the last.
const ROWS: usize = 7;
/// From the picture's edges to what is drawn (px).
const MARGIN: f32 = 72.0;
const RIGHT: f32 = CARD_SIZE.0 as f32 - MARGIN;
/// Where rows begin and end, and where the axis is (px from the top).
const TOP: f32 = 96.0;
const AXIS: f32 = 524.0;
/// From the left edge to where the time begins (px); the rows' own marks stand before it.
const TIME: f32 = 168.0;
/// Size of the marks against the app's.
const MARK: f32 = 3.4;
/// Height of digits (px).
const DIGITS: f32 = 28.0;
/// Days that are named by their month; more are named by their year.
const FEW: usize = 8;

/// A source's row: who it is, and the middles of its accounts in time.
struct Row {
    kind: SourceKind,
    side: usize,
    accounts: Vec<Interval>,
}

/// The card of a corpus, as a PNG of [`CARD_SIZE`].
pub(crate) fn card(catalogue: &Catalogue, theme: &Theme) -> Vec<u8> {
    let palette = &theme.light;
    let (ink, paper) = (palette.ink(), palette.paper());
    let mut canvas = Canvas::new(CARD_SIZE.0, CARD_SIZE.1, paper);
    canvas.bar(MARGIN, 48.0, RIGHT - MARGIN, 6.0, ink);
    canvas.bar(MARGIN, 58.0, RIGHT - MARGIN, 1.5, ink);

    let rows = rows(catalogue);
    let times: Vec<Interval> = rows.iter().flat_map(|row| row.accounts.iter().copied()).collect();
    let scale = Scale::new(&times, f64::from(RIGHT - TIME), None);
    let x = |days: Interval| {
        let (from, to) = scale.interval_px(days);
        TIME + ((from + to) / 2.0) as f32
    };
    let step = (AXIS - TOP) / rows.len().max(1) as f32;
    let y = |row: usize| TOP + step * (row as f32 + 0.5);

    for (at, row) in rows.iter().enumerate() {
        canvas.bar(TIME, y(at) - 0.75, RIGHT - TIME, 1.5, palette.colour("rule"));
        canvas.mark(row.kind, (MARGIN + 22.0, y(at)), MARK, palette.side(row.side), paper);
    }
    // A stem leads from the highest account of a day to the axis.
    let mut stems: BTreeMap<Interval, usize> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        for days in &row.accounts {
            stems.entry(*days).or_insert(at);
        }
    }
    for (days, row) in &stems {
        canvas.bar(x(*days) - 1.0, y(*row), 2.0, AXIS - y(*row), palette.colour("rule-2"));
    }
    let days: Vec<(Interval, f32)> = stems.keys().map(|days| (*days, x(*days))).collect();
    axis(&mut canvas, &scale, palette);
    dates(&mut canvas, &days, palette);
    for (at, row) in rows.iter().enumerate() {
        for days in &row.accounts {
            canvas.mark(row.kind, (x(*days), y(at)), MARK, palette.side(row.side), paper);
        }
    }
    canvas.png()
}

/// The axis; a long empty stretch is broken out of it.
fn axis(canvas: &mut Canvas, scale: &Scale, palette: &Palette) {
    canvas.bar(TIME, AXIS - 1.5, RIGHT - TIME, 3.0, palette.ink());
    for fold in scale.folds() {
        let middle = TIME + ((fold.from_px + fold.to_px) / 2.0) as f32;
        canvas.bar(middle - 7.0, AXIS - 3.0, 14.0, 6.0, palette.paper());
        for x in [middle - 7.0, middle + 7.0] {
            canvas.stroke("M-3 8L3 -8", (x, AXIS), 1.0, 2.5, palette.ink());
        }
    }
}

/// When it was, in digits under the stems, as far as there is room: months where there are few days, else
/// years.
fn dates(canvas: &mut Canvas, days: &[(Interval, f32)], palette: &Palette) {
    let few = days.len() <= FEW;
    let mut free = MARGIN;
    let mut last = String::new();
    for (days, x) in days {
        let (year, month, _) = days.from.ymd();
        let label = if few { format!("{year}-{month:02}") } else { year.to_string() };
        let half = width(&label, DIGITS) / 2.0;
        if label != last && x - half >= free && x + half <= RIGHT + MARGIN / 2.0 {
            canvas.number(&label, (*x, AXIS + 28.0), DIGITS, palette.colour("ink-2"));
            free = x + half + DIGITS;
            last = label;
        }
    }
}

/// The sources with their accounts (without meetings: their documents) in time: those with the most
/// first where there are too many, then in the order of the sides.
fn rows(catalogue: &Catalogue) -> Vec<Row> {
    let overview = &catalogue.overview;
    let cards: BTreeMap<&str, &Card> = catalogue.cards.iter().map(|card| (card.id.as_str(), card)).collect();
    let mut events: Vec<(&Card, Interval)> = catalogue
        .meetings
        .iter()
        .flat_map(|meeting| meeting.accounts.iter().map(|account| (account.document.as_str(), meeting.days)))
        .filter_map(|(id, days)| Some((*cards.get(id)?, days)))
        .collect();
    if events.is_empty() {
        let day = |card: &Card| card.dateline.as_ref().and_then(|line| line.date).or(card.published);
        events = catalogue.cards.iter().filter_map(|c| Some((c, Interval::day(day(c)?)))).collect();
    }
    let mut rows: BTreeMap<(usize, Option<&str>), Row> = BTreeMap::new();
    for (card, days) in events {
        let side = card.side.as_deref();
        let side = overview.sides.iter().position(|each| Some(each.key.as_str()) == side);
        let source = overview.sources.iter().find(|each| Some(each.name.as_str()) == card.source.as_deref());
        // Sources without a side stand last.
        let key = (side.unwrap_or(usize::MAX), source.map(|source| source.name.as_str()));
        let row = rows.entry(key).or_insert_with(|| Row {
            kind: source.map_or(SourceKind::Other, |source| source.kind),
            side: side.map_or(0, |at| at + 1),
            accounts: Vec::new(),
        });
        row.accounts.push(days);
    }
    let mut rows: Vec<Row> = rows.into_values().collect();
    if rows.len() > ROWS {
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse(rows[*at].accounts.len()));
        let kept = &order[..ROWS - 1];
        let mut others = Row { kind: SourceKind::Other, side: 0, accounts: Vec::new() };
        let mut at = 0;
        rows.retain_mut(|row| {
            let keep = kept.contains(&at);
            at += 1;
            if !keep {
                others.accounts.append(&mut row.accounts);
            }
            keep
        });
        rows.push(others);
    }
    for row in &mut rows {
        row.accounts.sort();
        row.accounts.dedup();
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use readout_corpus::{Account, Day, Meeting, Overview, Side, Source, Why};

    fn corpus(sources: usize) -> Catalogue {
        let day = |n: i32| Interval::day(Day::from_ymd(2017, 11, 22).unwrap().plus(n * 90));
        let source = |n: usize| Source {
            name: format!("Source {n}"),
            side: n.is_multiple_of(2).then(|| "North".to_owned()),
            kind: [SourceKind::Official, SourceKind::Wire][n % 2],
        };
        let card = |n: usize| Card {
            id: format!("d{n}"),
            source: Some(format!("Source {n}")),
            side: n.is_multiple_of(2).then(|| "North".to_owned()),
            ..Card::default()
        };
        let meeting = |n: usize| Meeting {
            id: format!("m{n}"),
            days: day(n as i32),
            place: None,
            participants: Vec::new(),
            accounts: (0..=n)
                .map(|n| Account {
                    document: format!("d{n}"),
                    sentences: Vec::new(),
                    days: day(n as i32),
                    why: Why::rule("a-rule", "met", 90),
                })
                .collect(),
        };
        let overview = Overview {
            sides: vec![Side { key: "North".to_owned(), name: "North".to_owned() }],
            sources: (0..sources).map(source).collect(),
            ..Overview::default()
        };
        Catalogue {
            overview,
            cards: (0..sources).map(card).collect(),
            meetings: (0..sources).map(meeting).collect(),
        }
    }

    #[test]
    fn a_row_a_source_by_side_and_the_rest_share_one() {
        let shown = |sources: usize| {
            let rows = rows(&corpus(sources));
            rows.iter().map(|row| (row.side, row.accounts.len())).collect::<Vec<_>>()
        };
        assert_eq!(shown(0), []);
        assert_eq!(shown(3), [(1, 3), (1, 1), (0, 2)]);
        let many = shown(10);
        assert_eq!(many.len(), ROWS);
        assert_eq!(many.last(), Some(&(0, 4)));
    }

    #[test]
    fn the_same_corpus_gives_the_same_picture_and_another_theme_another() {
        let (corpus, theme) = (corpus(4), Theme::default());
        let picture = card(&corpus, &theme);
        assert_eq!(picture, card(&corpus, &theme));
        let (dark, _) = crate::theme::read("[light]\npaper = '#fff1e5'", &|_| Err(String::new()));
        assert_ne!(picture, card(&corpus, &dark));
        let pixels = tiny_skia::Pixmap::decode_png(&picture).unwrap();
        assert_eq!((pixels.width(), pixels.height()), CARD_SIZE);
    }

    #[test]
    fn any_corpus_has_a_card() {
        card(&Catalogue::default(), &Theme::default());
        card(&corpus(1), &Theme::default());
        let mut without_meetings = corpus(3);
        without_meetings.meetings.clear();
        without_meetings.cards[0].published = Day::from_ymd(1849, 1, 1);
        without_meetings.cards[1].published = Day::from_ymd(2020, 1, 1);
        assert_eq!(rows(&without_meetings).len(), 2);
        card(&without_meetings, &Theme::default());
    }
}
