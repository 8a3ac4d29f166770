//! The timeline as a picture: where everything stands, in px, before anything is drawn.
//!
//! Every list here is bounded by the width, not by the size of the corpus: marks closer together
//! than a finger gather into one that says how many it holds.

use readout_corpus::{Card, Interval, Meeting, order};
use readout_query::NamedDays;
use readout_query::timeline::{Lane, LaneMark, Scale, Unit, gather, label_rows};

use crate::words::{Grain, Words};

/// Marks closer than this gather (px): what a finger needs.
pub const FINGER: f64 = 24.0;
/// Lanes shown at most; the others are counted under the chart.
const LANES: usize = 8;
/// Rows of labels above the lanes at most.
const LABEL_ROWS: usize = 2;
/// Rows of bars for the stretches of time that the texts name, at most.
const BAR_ROWS: usize = 3;
/// A named stretch longer than this (days) is a bar, a shorter one a tick.
const BAR_DAYS: u32 = 62;
/// A named stretch longer than this (days) decides the scale by its ends alone.
const LONG_DAYS: u32 = 400;
/// Named dates this near (days) to the meetings are always on the scale.
const NEAR_DAYS: u32 = 45;
/// Height of a label (px), and so the width of a Chinese or Korean character in it.
const LETTER: f64 = 12.0;
/// Mean width of any other character of a label (px).
const CHARACTER: f64 = 6.7;
/// Width of a date on the axis (px) that the distances between dates are meant for.
const TICK: f64 = 8.0 * CHARACTER;

/// One or more meetings that stand at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Stem {
    /// Place (px).
    pub x: f64,
    /// Indices of the meetings.
    pub meetings: Vec<u32>,
    /// First to last day of them.
    pub days: Interval,
    /// Whether an account of one of them is among the documents found.
    pub lit: bool,
    /// Row of the label from below, and its left edge (px), where there is room for one.
    pub label: Option<(usize, f64)>,
    /// First line of the label: when.
    pub when: String,
    /// Second line: who, or how many.
    pub who: String,
}

/// One or more accounts of one lane that stand at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// Place (px).
    pub x: f64,
    /// Indices of the documents.
    pub documents: Vec<u32>,
    /// First to last day of them.
    pub days: Interval,
    /// Whether one of them is among those found.
    pub lit: bool,
}

/// A lane with its marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Height of its line (px from the top).
    pub y: f64,
    /// What readers see.
    pub label: String,
    /// Its marks.
    pub dots: Vec<Dot>,
}

/// Days that the texts name.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// From (px).
    pub from: f64,
    /// To (px); equal to `from` for a tick.
    pub to: f64,
    /// Row of a bar, from 0; 0 for a tick.
    pub row: usize,
    /// Which days, as readers see them.
    pub text: String,
    /// Whether there is room to write them under the mark.
    pub labelled: bool,
    /// How often they are named, in how many documents.
    pub count: (u32, usize),
    /// The days.
    pub days: Interval,
}

/// A date on the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Place (px).
    pub x: f64,
    /// What readers see.
    pub label: String,
    /// The days that it stands for: a click selects them.
    pub days: Interval,
}

/// A stretch of time in which nothing happened, folded.
#[derive(Debug, Clone, PartialEq)]
pub struct Fold {
    /// From (px).
    pub from: f64,
    /// To (px).
    pub to: f64,
    /// How long it is, as readers see it.
    pub label: String,
}

/// The whole picture. Every x includes the gutter.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Width (px).
    pub width: f64,
    /// Height (px).
    pub height: f64,
    /// Width of the lane labels at the left (px); 0 where they stand above their lines.
    pub gutter: f64,
    /// Where the lanes begin (px from the top).
    pub top: f64,
    /// Where the axis is (px from the top).
    pub axis: f64,
    /// The meetings.
    pub stems: Vec<Stem>,
    /// The lanes.
    pub rows: Vec<Row>,
    /// Lanes for which there was no room.
    pub more_lanes: usize,
    /// Height of the line of named dates (px from the top).
    pub named_y: f64,
    /// Days that the texts name.
    pub named: Vec<Named>,
    /// How many named days lie before and after what is in view, in words, where there are any.
    pub named_outside: (Option<String>, Option<String>),
    /// The axis.
    pub ticks: Vec<Tick>,
    /// Folded stretches.
    pub folds: Vec<Fold>,
    /// The days that are selected (px).
    pub selection: Option<(f64, f64)>,
}

/// What the picture is made of.
pub struct Input<'a> {
    /// The language of the labels.
    pub words: Words,
    /// Every meeting.
    pub meetings: &'a [Meeting],
    /// The lanes.
    pub lanes: Vec<Lane>,
    /// For each meeting, whether an account of it is found.
    pub lit: &'a [bool],
    /// Days that the found documents name.
    pub named: &'a [NamedDays],
    /// Days in view; `None` for all.
    pub window: Option<Interval>,
    /// Selected days.
    pub selected: Option<Interval>,
    /// Width (px).
    pub width: f64,
}

/// Width of the lane labels for a chart of this width (px).
pub fn gutter(width: f64) -> f64 {
    if width < 560.0 { 0.0 } else { 148.0 }
}

/// The scale of a chart of this width (px), gutter not included.
///
/// The meetings and documents decide it. Of the dates that the texts name those near them count, too
/// (of a long stretch only its ends, so that empty years can fold): a treaty of 1849 must not press
/// four years of meetings into a finger's breadth. Those further off are counted at the edges.
pub fn scale(
    cards: &[Card],
    meetings: &[Meeting],
    named: &[NamedDays],
    width: f64,
    window: Option<Interval>,
) -> Scale {
    let mut days: Vec<Interval> = meetings.iter().map(|m| m.days).chain(dated(cards)).collect();
    if let Some(core) = days.iter().copied().reduce(Interval::join) {
        let reach = i32::try_from((core.days() / 4).max(NEAR_DAYS)).unwrap_or(i32::MAX);
        let near = Interval { from: core.from.plus(-reach), to: core.to.plus(reach) };
        let ends = |n: &NamedDays| match n.days.days() {
            0..=LONG_DAYS => [n.days; 2],
            _ => [Interval::day(n.days.from), Interval::day(n.days.to)],
        };
        let inside = |days: &Interval| near.from <= days.from && days.to <= near.to;
        days.extend(named.iter().flat_map(ends).filter(inside));
    }
    Scale::new(&days, (width - gutter(width) - 12.0).max(120.0), window)
}

/// The days of the documents that have one of their own: at their head, else of publication.
pub fn dated(cards: &[Card]) -> impl Iterator<Item = Interval> + '_ {
    cards.iter().filter_map(|c| c.dateline.as_ref().and_then(|d| d.date).or(c.published)).map(Interval::day)
}

/// Lays out the picture on a scale made by [`scale`].
pub fn picture(input: Input<'_>, scale: &Scale) -> Picture {
    let Input { words, meetings, lanes, named, width, .. } = input;
    let gutter = gutter(width);
    let narrow = gutter == 0.0;
    let in_view = |days: Interval| days.overlaps(scale.window());
    let middle = |days: Interval| {
        let (from, to) = scale.interval_px(days);
        gutter + (from + to) / 2.0
    };

    let mut stems = stems(words, meetings, input.lit, &in_view, &middle);
    let boxes: Vec<(f64, f64)> = stems
        .iter()
        .map(|stem| {
            let (when, who) = (text_width(&stem.when), text_width(&stem.who));
            let wide = if narrow { when } else { when.max(who) } + 4.0;
            (stem.x.min(width - wide).max(0.0), wide)
        })
        .collect();
    let at: Vec<f64> = stems.iter().map(|stem| stem.x).collect();
    let rows_of_labels = rows_from_right(&boxes, &at, 10.0);
    for ((stem, row), (from, _)) in stems.iter_mut().zip(&rows_of_labels).zip(&boxes) {
        stem.label = row.map(|row| (row, *from));
    }
    let label_height = if narrow { 18.0 } else { 32.0 };
    let used = rows_of_labels.iter().flatten().max().map_or(0, |row| row + 1);
    let top = 6.0 + used as f64 * label_height + 6.0;

    let lane_height = if narrow { 40.0 } else { 32.0 };
    let more_lanes = lanes.len().saturating_sub(LANES);
    let rows: Vec<Row> = fullest(lanes)
        .into_iter()
        .enumerate()
        .map(|(at, lane)| {
            let y = top + (at as f64 + if narrow { 0.75 } else { 0.5 }) * lane_height;
            let dots = dots(&lane.marks, &in_view, &middle);
            Row { y, label: lane.label, dots }
        })
        .collect();
    let below = top + rows.len() as f64 * lane_height;

    let named_y = below + if narrow { 26.0 } else { 14.0 };
    let before = named.iter().filter(|n| n.days.to < scale.window().from).count();
    let after = named.iter().filter(|n| n.days.from > scale.window().to).count();
    let count =
        |message, number: usize| (number > 0).then(|| words.fill(message, &[&words.number(number as u64)]));
    let outside = (count(words.before_view, before), count(words.after_view, after));
    let room = |text: &Option<String>| text.as_ref().map_or(0.0, |text| text_width(text) + 4.0);
    let labels = (if narrow { room(&outside.0) } else { 0.0 }, width - room(&outside.1));
    let named = named_marks(words, named, scale, gutter, labels, width);
    let bars = named.iter().filter(|n| n.to > n.from).map(|n| n.row + 1).max().unwrap_or(0);
    let axis = named_y + (bars as f64 * 7.0).max(8.0) + 20.0;

    // Dates are wider in some languages.
    let month = |days| words.dates(days, Grain::ShortMonth);
    let wider = (text_width(&month(scale.window())) - TICK).max(0.0);
    let ticks = scale
        .ticks(if narrow { 44.0 } else { 64.0 } + wider)
        .into_iter()
        .map(|tick| {
            let (year, month, _) = tick.day.ymd();
            let (label, days) = match tick.unit {
                Unit::Decade | Unit::Year => (year.to_string(), Interval::year(year)),
                Unit::Month => {
                    (words.dates(Interval::day(tick.day), Grain::ShortMonth), Interval::month(year, month))
                }
                Unit::Day => {
                    (words.dates(Interval::day(tick.day), Grain::DayOfYear), Some(Interval::day(tick.day)))
                }
            };
            Tick { x: gutter + tick.px, label, days: days.unwrap_or(Interval::day(tick.day)) }
        })
        // A date whose words would stand beyond the edge is left out.
        .filter(|tick| tick.x + text_width(&tick.label) <= width + 4.0)
        .collect();
    let folds = scale
        .folds()
        .into_iter()
        .map(|fold| Fold {
            from: gutter + fold.from_px,
            to: gutter + fold.to_px,
            label: words.length(fold.days.days()),
        })
        .collect();
    let selection = input.selected.filter(|days| in_view(*days)).map(|days| {
        let (from, to) = scale.interval_px(days);
        (gutter + from, gutter + to.max(from + 3.0))
    });
    Picture {
        width,
        // The lanes that there is no room for are counted on a line of their own.
        height: axis + if more_lanes > 0 { 44.0 } else { 26.0 },
        gutter,
        top,
        axis,
        stems,
        rows,
        more_lanes,
        named_y,
        named,
        named_outside: outside,
        ticks,
        folds,
        selection,
    }
}

/// The lanes with most accounts, as many as there is room for, in their own order.
fn fullest(lanes: Vec<Lane>) -> Vec<Lane> {
    let mut by_size: Vec<usize> = lanes.iter().map(|lane| lane.marks.len()).collect();
    order::sort_by(&mut by_size, |a, b| b.cmp(a));
    let least = by_size.get(LANES).copied().unwrap_or(0);
    let mut room = LANES - by_size.iter().take(LANES).filter(|size| **size > least).count();
    let fits = |lane: &Lane| {
        let size = lane.marks.len();
        let last = size == least && room > 0;
        room -= usize::from(last);
        size > least || last
    };
    lanes.into_iter().filter(fits).collect()
}

/// A row for each label (left edge and width in px, from left to right) whose stem stands at `x` (px),
/// from the right: a label that must go higher stands left of those below it, and a label in whose way
/// a stem rises to a higher one is not drawn.
fn rows_from_right(boxes: &[(f64, f64)], x: &[f64], gap: f64) -> Vec<Option<usize>> {
    let mut free_until = [f64::INFINITY; LABEL_ROWS];
    let mut rows: Vec<Option<usize>> = (boxes.iter().zip(x).rev())
        .map(|((from, wide), x)| {
            let row = free_until.iter().position(|until| from + wide + gap <= *until)?;
            free_until[row] = *from;
            for until in &mut free_until[..row] {
                *until = until.min(*x);
            }
            Some(row)
        })
        .collect();
    rows.reverse();
    rows
}

fn stems(
    words: Words,
    meetings: &[Meeting],
    lit: &[bool],
    in_view: &impl Fn(Interval) -> bool,
    middle: &impl Fn(Interval) -> f64,
) -> Vec<Stem> {
    let mut at: Vec<(f64, u32, &Meeting)> = (0u32..)
        .zip(meetings)
        .filter(|(_, m)| in_view(m.days))
        .map(|(index, m)| (middle(m.days), index, m))
        .collect();
    order::sort_by(&mut at, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let px: Vec<f64> = at.iter().map(|each| each.0).collect();
    let is_lit = |index: u32| lit.get(index as usize).copied().unwrap_or(false);
    gather(&px, FINGER)
        .into_iter()
        .filter_map(|group| {
            let members = &at[group.from..group.to];
            let days = members.iter().map(|(_, _, m)| m.days).reduce(Interval::join)?;
            let who = match members {
                [(_, _, only)] => words.names_short(&only.participants),
                many => {
                    let lit = many.iter().filter(|(_, index, _)| is_lit(*index)).count();
                    let all = many.len() as u64;
                    // What was asked for may be told of at some of them only.
                    if lit == 0 || lit == many.len() {
                        words.count(words.meetings, all)
                    } else {
                        words.count_with(words.meetings_of, all, &[&words.number(lit as u64)])
                    }
                }
            };
            Some(Stem {
                x: group.px,
                meetings: members.iter().map(|(_, index, _)| *index).collect(),
                days,
                lit: members.iter().any(|(_, index, _)| is_lit(*index)),
                label: None,
                when: words.when(days),
                who,
            })
        })
        .collect()
}

fn dots(
    marks: &[LaneMark],
    in_view: &impl Fn(Interval) -> bool,
    middle: &impl Fn(Interval) -> f64,
) -> Vec<Dot> {
    let mut at: Vec<(f64, &LaneMark)> =
        marks.iter().filter(|mark| in_view(mark.days)).map(|mark| (middle(mark.days), mark)).collect();
    order::sort_by(&mut at, |a, b| a.0.total_cmp(&b.0).then(a.1.document.cmp(&b.1.document)));
    let px: Vec<f64> = at.iter().map(|each| each.0).collect();
    gather(&px, FINGER)
        .into_iter()
        .filter_map(|group| {
            let members = &at[group.from..group.to];
            let days = members.iter().map(|(_, mark)| mark.days).reduce(Interval::join)?;
            let mut documents: Vec<u32> = members.iter().map(|(_, mark)| mark.document).collect();
            documents.sort_unstable();
            documents.dedup();
            Some(Dot { x: group.px, documents, days, lit: members.iter().any(|(_, mark)| mark.lit) })
        })
        .collect()
}

/// The marks of named days between the gutter and the right edge, with labels between two places (px).
fn named_marks(
    words: Words,
    named: &[NamedDays],
    scale: &Scale,
    gutter: f64,
    labels: (f64, f64),
    width: f64,
) -> Vec<Named> {
    let window = scale.window();
    let (bars, points): (Vec<&NamedDays>, Vec<&NamedDays>) = named
        .iter()
        .filter(|each| each.days.overlaps(window))
        // A stretch that covers all that is in view says nothing about it.
        .filter(|each| !(each.days.from <= window.from && window.to <= each.days.to))
        .partition(|each| each.days.days() > BAR_DAYS);

    let mut at: Vec<(f64, &NamedDays)> = points
        .into_iter()
        .map(|each| {
            let (from, to) = scale.interval_px(each.days);
            (gutter + (from + to) / 2.0, each)
        })
        .collect();
    order::sort_by(&mut at, |a, b| a.0.total_cmp(&b.0));
    let px: Vec<f64> = at.iter().map(|each| each.0).collect();
    let mut marks: Vec<Named> = gather(&px, FINGER / 2.0)
        .into_iter()
        .filter_map(|group| {
            let members = &at[group.from..group.to];
            let days = members.iter().map(|(_, n)| n.days).reduce(Interval::join)?;
            let mentions = members.iter().map(|(_, n)| n.mentions).sum();
            let mut documents: Vec<u32> =
                members.iter().flat_map(|(_, n)| n.documents.iter().copied()).collect();
            documents.sort_unstable();
            documents.dedup();
            let text = if members.len() == 1 { short(words, days) } else { words.when(days) };
            Some(Named {
                from: group.px,
                to: group.px,
                row: 0,
                text,
                labelled: false,
                count: (mentions, documents.len()),
                days,
            })
        })
        .collect();

    // The stretches that most documents name come first where there is room for few.
    let mut bars = bars;
    order::sort_by_key(&mut bars, |each| (std::cmp::Reverse(each.documents.len()), each.days));
    bars.truncate(24);
    order::sort_by_key(&mut bars, |each| each.days);
    let boxes: Vec<(f64, f64)> = bars
        .iter()
        .map(|each| {
            let (from, to) = scale.interval_px(each.days);
            let (from, to) = ((gutter + from).max(gutter), (gutter + to).min(width));
            (from, (to - from).max(3.0))
        })
        .collect();
    let rows = label_rows(&boxes, 3.0, BAR_ROWS);
    for ((each, row), (from, wide)) in bars.iter().zip(rows).zip(&boxes) {
        if let Some(row) = row {
            let count = (each.mentions, each.documents.len());
            marks.push(Named {
                from: *from,
                to: from + wide,
                row,
                text: short(words, each.days),
                labelled: false,
                count,
                days: each.days,
            });
        }
    }
    order::sort_by(&mut marks, |a, b| a.from.total_cmp(&b.from).then(a.to.total_cmp(&b.to)));
    let boxes: Vec<(f64, f64)> =
        marks.iter().map(|mark| (mark.from, text_width(&mark.text) * 0.87)).collect();
    for ((mark, row), (from, wide)) in marks.iter_mut().zip(label_rows(&boxes, 8.0, 1)).zip(&boxes) {
        mark.labelled = row.is_some() && *from >= labels.0 && from + wide <= labels.1;
    }
    marks
}

fn short(words: Words, days: Interval) -> String {
    if days.from == days.to { words.day_short(days.from) } else { words.interval(days) }
}

/// About how wide a label is (px). Chinese and Korean characters are as wide as they are high.
pub fn text_width(text: &str) -> f64 {
    let wide = |letter: char| matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffdc}');
    text.chars().map(|letter| if wide(letter) { LETTER } else { CHARACTER }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Plain;
    use readout_corpus::{Day, Language};

    fn meeting(id: &str, day: &str) -> Meeting {
        let day: Day = day.parse().unwrap();
        Meeting {
            id: id.into(),
            days: Interval::day(day),
            place: None,
            participants: vec!["A".into(), "B".into()],
            accounts: vec![],
        }
    }

    fn laid_out(meetings: &[Meeting], width: f64, window: Option<Interval>) -> Picture {
        let named: Vec<NamedDays> = Vec::new();
        let scale = scale(&[], meetings, &named, width, window);
        let lit = vec![true; meetings.len()];
        let words = Words::new(Language::English, &Plain);
        picture(
            Input { words, meetings, lanes: vec![], lit: &lit, named: &named, window, selected: None, width },
            &scale,
        )
    }

    #[test]
    fn meetings_on_one_day_share_a_stem_that_counts_them() {
        let meetings = [meeting("a", "2017-05-19"), meeting("b", "2017-05-19"), meeting("c", "2020-11-26")];
        let picture = laid_out(&meetings, 1000.0, None);
        let stems: Vec<_> =
            picture.stems.iter().map(|s| (s.meetings.clone(), s.who.as_str(), s.when.as_str())).collect();
        assert_eq!(stems, [(vec![0, 1], "2 meetings", "19 May 2017"), (vec![2], "A · B", "26 Nov 2020")]);
    }

    #[test]
    fn the_number_of_marks_is_bounded_by_the_width() {
        let first = Day::from_ymd(2000, 1, 1).unwrap();
        let meetings: Vec<Meeting> =
            (0..5000).map(|n| meeting(&n.to_string(), &first.plus(n).to_string())).collect();
        for width in [360.0, 1300.0] {
            let picture = laid_out(&meetings, width, None);
            assert!(picture.stems.len() as f64 <= width / FINGER + 1.0, "{}", picture.stems.len());
            assert_eq!(picture.stems.iter().map(|s| s.meetings.len()).sum::<usize>(), 5000);
        }
    }

    #[test]
    fn labels_stay_inside_and_never_collide() {
        let meetings: Vec<Meeting> =
            (1..=12).map(|m| meeting(&m.to_string(), &format!("2020-{m:02}-10"))).collect();
        for width in [360.0, 800.0, 1300.0] {
            let picture = laid_out(&meetings, width, None);
            let mut ends = [f64::MIN; LABEL_ROWS];
            for stem in &picture.stems {
                if let Some((row, from)) = stem.label {
                    let (when, who) = (text_width(&stem.when), text_width(&stem.who));
                    assert!(from >= ends[row], "{width}");
                    ends[row] = from + if picture.gutter == 0.0 { when } else { when.max(who) };
                    assert!(ends[row] <= width);
                }
            }
        }
    }
}
