//! Which blocks of a page are the article, and what part each plays in it.
//!
//! Each block gets a score from its look: prose counts for, menus, notices and lists of other stories
//! against. The article is the run of blocks with the highest sum; what stands before it is its head
//! (title, byline, deck), what is left over is furniture.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use readout_corpus::Role;

use super::blocks::{Block, Kind};
use super::byline::{self, Byline};
use super::from_text;
use super::furniture::{self, Look};
use crate::publishers::Publishers;
use crate::sentences::{self, is_han_or_kana, is_hangul};

/// How far above the article its title may stand (blocks).
const HEAD: usize = 14;

/// How much more like a title a line must be to go before one that stands higher: a deck is often
/// nearer to the text than the title is.
const LATER: f64 = 0.3;

/// The same right below a line whose words the article has, where a deck stands.
const RIGHT_BELOW: f64 = 0.6;

/// How much less like a title a line of one word or two is, or a rubric.
const LABEL: f64 = 0.35;

/// How lines begin that say what kind of text follows, or whose, and so stand above titles.
const RUBRICS: &[&str] = &["office of ", "for immediate release", "statements and remarks", "press release"];

/// Words of a line that can open an article, at least.
const OPENING_WORDS: usize = 6;

/// How loosely a page was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// A capture of a whole page: short lines are furniture unless they show otherwise.
    Capture,
    /// Somebody chose the text: short lines are headings and lists.
    Edited,
    /// The element of a page in which an article's paragraphs stand side by side.
    Article,
}

/// What was chosen.
#[derive(Debug, Clone, Default)]
pub(super) struct Chosen {
    /// The block that holds the title, where it was found among them.
    pub(super) title: Option<usize>,
    /// What the bylines in the head say, first word first.
    pub(super) byline: Byline,
    /// The part of each block; `None` where it is furniture.
    pub(super) roles: Vec<Option<Role>>,
}

/// Chooses among the blocks of a page. `title` is the title where it is known from elsewhere.
pub(super) fn choose(blocks: &[Block], title: Option<&str>, care: Care, publishers: &Publishers) -> Chosen {
    let mut looks: Vec<Look> = blocks.iter().map(furniture::look).collect();
    let mut bylines: Vec<Option<Byline>> = blocks
        .iter()
        .zip(&looks)
        .map(|(block, look)| match look {
            Look::Others | Look::Empty => None,
            // Agencies print the hour of a report behind whose it is.
            Look::Notice if !byline::is_dated(&block.text) => None,
            // Above an article the words under a picture may be those under its author's.
            Look::Caption if !block.outside => None,
            _ => byline::read(&block.text, publishers),
        })
        .collect();
    if care == Care::Capture {
        demote_repeated(blocks, &mut looks, title);
        caption_doubled(blocks, &mut looks);
        caption_signed(blocks, &mut looks);
    }
    let scores: Vec<i64> = looks
        .iter()
        .zip(blocks)
        .zip(&bylines)
        .map(|((look, block), byline)| score(*look, block, byline, care))
        .collect();
    let mut chosen = Chosen { roles: vec![None; blocks.len()], ..Chosen::default() };
    let first_inside = blocks.iter().position(|block| !block.outside).unwrap_or(0);
    let inside = blocks.iter().filter(|block| !block.outside).count();
    let (start, end) = best_run(&scores[first_inside..first_inside + inside]);
    let (start, mut end) = (first_inside + start, first_inside + end);
    // “Source: X” under the last paragraph is none of the article.
    while end > start && bylines[end - 1].is_some() {
        end -= 1;
    }
    let Some(first) = (start..end).find(|&n| looks[n] == Look::Prose && bylines[n].is_none()) else {
        return without_prose(blocks, &looks, &bylines, title, chosen);
    };
    // Inside the article the bare name of an agency is an item of a list, not a byline.
    for (n, byline) in bylines.iter_mut().enumerate().skip(first) {
        let credit = n >= end && byline::starts_as_credit(&blocks[n].text);
        if !credit && byline.as_ref().is_some_and(|byline| byline.published.is_none()) {
            *byline = None;
        }
    }
    let vocabulary = LazyCell::new(|| {
        let prose = blocks[first..end].iter().zip(&looks[first..end]).filter(|(_, l)| **l == Look::Prose);
        Vocabulary::of(prose.map(|(block, _)| block.text.as_str()))
    });
    // A title that is known from elsewhere may stand further up.
    let above = title.and_then(|title| (0..first).rev().find(|&n| same(&blocks[n].text, title)));
    let head = first.saturating_sub(HEAD).min(above.unwrap_or(first))..first;
    chosen.title = match title {
        Some(title) => (head.start..end).find(|&n| same(&blocks[n].text, title)),
        None => find_title(blocks, &looks, &bylines, head.clone(), &vocabulary, false)
            .or_else(|| find_title(blocks, &looks, &bylines, head.clone(), &vocabulary, true))
            .or_else(|| title_as_sentence(blocks, first, end))
            .or_else(|| only_line(blocks, &looks, &bylines, head.clone())),
    };
    let from = chosen.title.map_or(head.start.max(start), |n| n + 1).min(first);
    let from = if chosen.title.is_some_and(|n| n >= first) { first } else { from };
    let prose = |from: usize, to: usize| -> usize {
        (from..to).filter(|&n| looks[n] == Look::Prose).map(|n| blocks[n].text.len()).sum()
    };
    // A byline under the article is none of its head; nor is a day that stands lower than the first.
    let dated_above = bylines[from..first].iter().flatten().any(|byline| byline.published.is_some());
    let last_byline = (from..(first + 4).min(end))
        .rev()
        .find(|&n| bylines[n].is_some() && (n < first || !dated_above && prose(n, end) > prose(first, n)));
    chosen.byline = gather(
        bylines[head.start..end.min(first + 4)]
            .iter()
            .flatten()
            // Under the head of a list, days are those of other stories.
            .chain(
                bylines[end..]
                    .iter()
                    .zip(&looks[end..])
                    .take_while(|(_, look)| **look != Look::Others)
                    .filter_map(|(byline, _)| byline.as_ref())
                    .take(2),
            ),
    );
    // Where nothing else does, a line with an hour inside the article, or any under it, gives the day.
    if chosen.byline.published.is_none() {
        let under =
            looks[first..end].iter().rposition(|look| *look == Look::Prose).map_or(end, |n| first + n);
        let dated = (first..end).filter(|&n| n > under || byline::is_dated(&blocks[n].text));
        chosen.byline.published = dated
            .filter_map(|n| bylines[n].as_ref()?.published)
            .next()
            .or_else(|| blocks[first..end].iter().rev().find_map(|block| byline::signed_day(&block.text)));
    }
    let printed = chosen.title.map(|n| blocks[n].text.as_str());
    let mut listing = false;
    for n in from..end {
        let (block, look) = (&blocks[n], looks[n]);
        if Some(n) == chosen.title
            || bylines[n].is_some()
            || title.or(printed).is_some_and(|title| {
                // “X thanked Y, the ministry said” and again, as the lead, with a full stop.
                let lead = look == Look::Prose && n == first && !sentences::ends_as_sentence(title);
                same(&block.text, title) && !lead
            })
        {
            continue;
        }
        listing = match look {
            Look::Others => true,
            Look::Prose => false,
            _ => listing,
        };
        let in_head = n < first || last_byline.is_some_and(|byline| n < byline);
        chosen.roles[n] = match look {
            _ if block.outside && !may_be_deck(block, &vocabulary) => None,
            Look::Caption => Some(Role::Caption),
            _ if block.kind == Kind::Deck => Some(role_in_head(block, &blocks[n + 1..end])),
            Look::Prose if furniture::is_summary(&block.text) => Some(Role::Summary),
            Look::Prose if in_head => Some(role_in_head(block, &blocks[n + 1..end])),
            Look::Prose => Some(Role::Body),
            Look::Short if listing => None,
            Look::Short if n < first && is_opening(block, care) => Some(Role::Body),
            Look::Short if n + 1 == first && opens_words(&block.text) => Some(Role::Body),
            Look::Short if in_head => vocabulary.is_deck(&block.text).then_some(Role::Deck),
            Look::Short if care != Care::Capture || block.kind == Kind::Item => Some(Role::Body),
            Look::Short => is_subheading(n, blocks, &looks, &bylines, end).then_some(Role::Body),
            _ => None,
        };
    }
    if !chosen.roles.contains(&Some(Role::Body)) {
        for role in chosen.roles.iter_mut().filter(|role| **role == Some(Role::Deck)) {
            *role = Some(Role::Body);
        }
    }
    chosen
}

/// A text in which nothing ends as a sentence: its lines are all that there is.
fn without_prose(
    blocks: &[Block],
    looks: &[Look],
    bylines: &[Option<Byline>],
    title: Option<&str>,
    mut chosen: Chosen,
) -> Chosen {
    let worded = |n: &usize| matches!(looks[*n], Look::Short | Look::Caption) && bylines[*n].is_none();
    let mut lines = (0..blocks.len()).filter(worded);
    chosen.title = match title {
        Some(title) => (0..blocks.len()).find(|&n| same(&blocks[n].text, title)),
        None => lines.next(),
    };
    for n in lines.filter(|&n| Some(n) != chosen.title) {
        chosen.roles[n] = Some(Role::Body);
    }
    chosen.byline = gather(bylines.iter().flatten());
    chosen
}

/// A sentence that stands twice in a row is a picture's: its words, and what is read out for it.
fn caption_doubled(blocks: &[Block], looks: &mut [Look]) {
    for n in 1..blocks.len() {
        let prose = looks[n] == Look::Prose && sentences::split(&blocks[n].text).len() == 1;
        if prose && blocks[n].text == blocks[n - 1].text {
            looks[n - 1] = Look::Caption;
            looks[n] = Look::Caption;
        }
    }
}

/// A sentence or two with the sign of an agency at the end are a picture's, where the text goes on: a report is
/// signed at its own end.
fn caption_signed(blocks: &[Block], looks: &mut [Look]) {
    const LONGEST: usize = 320;
    /// Blocks at the end of a text in which its own sign may stand.
    const END: usize = 2;
    let prose: Vec<usize> = (0..blocks.len()).filter(|&n| looks[n] == Look::Prose).collect();
    for &n in prose.iter().rev().skip(END) {
        let text = &blocks[n].text;
        let short = || text.chars().count() <= LONGEST && sentences::split(text).len() <= 3;
        if furniture::is_signed_by_agency(text) && short() {
            looks[n] = Look::Caption;
        }
    }
}

/// Lines that are no prose and stand on a page twice belong to the page, not to the article. Who speaks may be
/// said twice.
fn demote_repeated(blocks: &[Block], looks: &mut [Look], title: Option<&str>) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for block in blocks {
        *seen.entry(&block.text).or_default() += 1;
    }
    for (block, look) in blocks.iter().zip(looks) {
        let again = seen.get(block.text.as_str()).is_some_and(|&n| n > 1);
        let heading =
            matches!(block.kind, Kind::Heading(1)) || title.is_some_and(|title| same(&block.text, title));
        if again
            && *look == Look::Short
            && !heading
            && !is_label(&block.text)
            && furniture::words(&block.text) < 6
        {
            *look = Look::Menu;
        }
    }
}

/// Whether a line says who speaks in the quotation below it (“[X / 대통령]”, “녹취> X / 대통령”).
fn is_label(line: &str) -> bool {
    line.contains('/') && (line.contains('>') || line.starts_with('[') && line.ends_with(']'))
}

fn score(look: Look, block: &Block, byline: &Option<Byline>, care: Care) -> i64 {
    let words = i64::try_from(furniture::words(&block.text)).unwrap_or(i64::MAX);
    if byline.is_some() {
        return 0;
    }
    match (look, care) {
        (Look::Prose, _) if block.kind == Kind::Deck => 0,
        (Look::Prose, _) => {
            let unlinked = block.text.len().saturating_sub(block.linked) * 2 >= block.text.len();
            if unlinked { words.clamp(1, 60) } else { -5 }
        }
        (Look::Caption | Look::Empty, _) | (Look::Short, Care::Edited | Care::Article) => 0,
        (Look::Short, Care::Capture) if matches!(block.kind, Kind::Heading(_)) => -2,
        (Look::Short, Care::Capture) => -6,
        // A notice between an article's paragraphs does not part them.
        (Look::Menu | Look::Credit | Look::Notice, Care::Article) => -2,
        (Look::Menu | Look::Credit, _) => -8,
        (Look::Notice, _) => -8 - words.min(30),
        (Look::Others, _) => -25,
    }
}

/// The run with the highest sum: the first of equals, and the longest.
fn best_run(scores: &[i64]) -> (usize, usize) {
    let mut best = (0, 0, 0);
    let (mut start, mut sum) = (0, 0_i64);
    for (n, score) in scores.iter().enumerate() {
        if sum <= 0 {
            start = n;
            sum = 0;
        }
        sum += score;
        if sum > best.2 || (sum == best.2 && best.1 == n && sum > 0) {
            best = (start, n + 1, sum);
        }
    }
    (best.0, best.1)
}

/// The line of the head that is most like a title of this article; `beside_picture` where it may stand
/// beside one.
fn find_title(
    blocks: &[Block],
    looks: &[Look],
    bylines: &[Option<Byline>],
    head: std::ops::Range<usize>,
    vocabulary: &Vocabulary,
    beside_picture: bool,
) -> Option<usize> {
    let mut best: Option<(f64, usize)> = None;
    let mut later = 0.0;
    let mut deck = None;
    for n in head {
        let block = &blocks[n];
        let words = furniture::words(&block.text);
        let question = block.text.ends_with(['?', '!', '？', '！']);
        if bylines[n].is_some() || !(looks[n] == Look::Short || (looks[n] == Look::Prose && question)) {
            continue;
        }
        // The words of a picture stand beside its caption or its credit, often twice.
        let neighbours = [n.checked_sub(1), Some(n + 1)].into_iter().flatten();
        let pictured = neighbours.filter_map(|at| blocks.get(at).zip(looks.get(at))).any(|(near, look)| {
            *look == Look::Caption
                || near.text.starts_with('©')
                || (near.text.len() > block.text.len() && near.text.starts_with(&block.text))
        });
        if pictured && !beside_picture && !matches!(block.kind, Kind::Heading(_)) {
            continue;
        }
        if words > 45 || block.text.ends_with(['>', ':', '：']) || from_text::is_item(&block.text) {
            continue;
        }
        let heading = match block.kind {
            Kind::Heading(1) => 2.0,
            Kind::Heading(_) => 0.7,
            _ => 0.0,
        };
        let length = if (3..=25).contains(&words) { 0.5 } else { 0.0 };
        // The one word of a label (“Premium”) easily stands in the article, too.
        let lower = block.text.to_lowercase();
        // “Press release: Ministers meet”
        let rubric = RUBRICS.iter().any(|rubric| lower.starts_with(rubric)) && !lower.contains(':');
        let label = if (words < 3 || rubric) && heading == 0.0 { LABEL } else { 0.0 };
        let length = if rubric { 0.0 } else { length };
        let share = vocabulary.share(&block.text);
        let score = share + heading + length - label;
        let lead = if deck == Some(n) { RIGHT_BELOW } else { later };
        if score >= 0.6 && best.is_none_or(|(highest, _)| score >= highest + lead) {
            best = Some((score, n));
            later = if label > 0.0 { 0.0 } else { LATER };
            deck = Some(n + 1).filter(|_| label == 0.0 && share >= 0.4);
        }
    }
    best.map(|(_, n)| n)
}

/// The one line above the text that is long enough for a title, where there is only one.
fn only_line(
    blocks: &[Block],
    looks: &[Look],
    bylines: &[Option<Byline>],
    head: std::ops::Range<usize>,
) -> Option<usize> {
    let mut lines = head.filter(|&n| {
        let words = (4..=30).contains(&furniture::words(&blocks[n].text));
        looks[n] == Look::Short
            && bylines[n].is_none()
            && words
            && !blocks[n].text.ends_with([':', '：', ','])
    });
    lines.next().filter(|_| lines.next().is_none())
}

/// A first line that ends as a sentence does but is short, and stands apart from the prose.
fn title_as_sentence(blocks: &[Block], first: usize, end: usize) -> Option<usize> {
    let words = furniture::words(&blocks[first].text);
    let heading = matches!(blocks[first].kind, Kind::Heading(_));
    let alone = sentences::split(&blocks[first].text).len() == 1 && words <= 16;
    let longer =
        blocks.get(first + 1..end)?.iter().take(3).any(|next| furniture::words(&next.text) > 2 * words);
    (heading || (first == 0 && alone && longer && blocks[first].text.ends_with(['?', '!', '？', '！'])))
        .then_some(first)
}

/// Prose above the byline is a summary where it says what the article says again, else a deck.
fn role_in_head(block: &Block, after: &[Block]) -> Role {
    let said: BTreeSet<String> = after
        .iter()
        .flat_map(|b| sentences::split(&b.text).into_iter().map(|r| super::folded(&b.text[r])))
        .collect();
    let own: Vec<String> =
        sentences::split(&block.text).into_iter().map(|r| super::folded(&block.text[r])).collect();
    let again = own.iter().filter(|sentence| said.contains(*sentence)).count();
    if again * 2 >= own.len() { Role::Summary } else { Role::Deck }
}

/// Above the element of the article a deck may stand, but other stories, too.
fn may_be_deck(block: &Block, vocabulary: &Vocabulary) -> bool {
    block.kind != Kind::Item && block.linked == 0 && vocabulary.is_deck(&block.text)
}

/// A line that opens the text of an article without ending as a sentence does.
fn is_opening(block: &Block, care: Care) -> bool {
    care == Care::Article
        && !block.linked_mostly()
        && furniture::words(&block.text) >= OPENING_WORDS
        && !byline::is_dated(&block.text)
}

/// A line that says whose words follow: “A spokesperson said:”, “… issued the following statement:”.
fn opens_words(line: &str) -> bool {
    let Some(words) = line.trim_end().strip_suffix([':', '：']) else { return false };
    words.ends_with(" said") || words.ends_with(" statement") || words.ends_with(" reads")
}

/// A short line between two paragraphs of a capture.
fn is_subheading(n: usize, blocks: &[Block], looks: &[Look], bylines: &[Option<Byline>], end: usize) -> bool {
    if n == 0 {
        return false;
    }
    let prose = |at: usize| looks.get(at) == Some(&Look::Prose);
    let words = furniture::words(&blocks[n].text);
    let spoken = |at: usize| {
        looks.get(at) == Some(&Look::Short)
            && blocks[at].text.ends_with([':', ',', '：', '，'])
            && furniture::words(&blocks[at].text) >= 2
    };
    // In a transcript the speaker and the address to those present may each have a line.
    let dated = bylines[n - 1].is_some() && spoken(n);
    let before = prose(n - 1) || dated || (n > 1 && spoken(n - 1) && prose(n - 2));
    let after = prose(n + 1) || (spoken(n) && spoken(n + 1) && prose(n + 2));
    n + 1 < end && before && after && (2..=14 + 10 * usize::from(spoken(n))).contains(&words)
}

fn gather<'a>(bylines: impl Iterator<Item = &'a Byline>) -> Byline {
    let mut all = Byline::default();
    for byline in bylines {
        // The line that credits somebody is the article's own; a bare date is the page's. So is a
        // bare date above a time of an earlier day: the day on which somebody read the page.
        let earlier = byline.published.zip(all.published).is_some_and(|(day, known)| day < known);
        let own = byline.publisher.is_some() && all.publisher.is_none();
        let better = own || (earlier && byline.timed && !all.timed && all.publisher.is_none());
        if byline.published.is_some() && (better || all.published.is_none()) {
            all.published = byline.published;
            all.month_first = byline.month_first;
        }
        all.timed |= byline.timed;
        all.publisher = all.publisher.or_else(|| byline.publisher.clone());
        all.place = all.place.or_else(|| byline.place.clone());
    }
    all
}

fn same(a: &str, b: &str) -> bool {
    // Folding leaves out marks and spaces: texts of far different lengths need none.
    let comparable = a.len() <= 2 * b.len() + 32 && b.len() <= 2 * a.len() + 32;
    a == b || (comparable && super::folded(a) == super::folded(b))
}

/// The words of the article, against which lines of the head are held.
struct Vocabulary {
    units: BTreeSet<TextUnit>,
}

/// What of a text is compared: at most so many letters.
type TextUnit = [char; 5];

impl Vocabulary {
    fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        Self { units: texts.take(12).flat_map(text_units).collect() }
    }

    /// The share of a line's units that the article has too.
    fn share(&self, line: &str) -> f64 {
        let units = text_units(line);
        if units.is_empty() {
            return 0.0;
        }
        let shared = units.iter().filter(|unit| self.units.contains(*unit)).count();
        shared as f64 / units.len() as f64
    }

    fn is_deck(&self, line: &str) -> bool {
        furniture::words(line) >= 4 && self.share(line) >= 0.3
    }
}

/// Words of four letters or more (their first five, so that forms meet), and pairs of characters in
/// Chinese, Japanese and Korean.
fn text_units(text: &str) -> Vec<TextUnit> {
    let unit = |letters: &mut dyn Iterator<Item = char>| {
        let mut unit = TextUnit::default();
        unit.iter_mut().zip(letters).for_each(|(slot, letter)| *slot = letter);
        unit
    };
    let mut units = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if word.chars().any(|c| is_han_or_kana(c) || is_hangul(c)) {
            let pairs = word.chars().zip(word.chars().skip(1));
            units.extend(pairs.map(|(first, second)| unit(&mut [first, second].into_iter())));
        } else if word.chars().nth(2).is_some() {
            units.push(unit(&mut word.chars().flat_map(char::to_lowercase)));
        }
    }
    units
}
