//! Reads an English sentence: its cues, their subjects, and which of them is the outermost.

use readout_corpus::Span;

use super::behind::{self, after};
use super::cues::{self, Cue, Gives, Strength};
use super::reading::Reading;
use super::subjects::{self, Subject, Who};
use super::units::{Kind, Unit, unquoted};
use super::verbs::{follows_purpose, goes_on, not_excluded, purposeful};
use super::words;

/// A cue with its subject.
struct Candidate {
    cue: Cue,
    subject: Option<Subject>,
    rule: &'static str,
    /// Whether it follows the words that it reports.
    trails: bool,
    /// Whether it stands in a clause of its own inside another.
    nested: bool,
}

/// The rule for “X, who said”.
const IN_RELATIVE: &str = "cue-in-relative-clause";

/// What the sentence shows, if it has a cue.
pub(crate) fn read(units: &[Unit]) -> Option<Reading> {
    let candidates = candidates(units);
    let main = candidates
        .iter()
        .position(|c| c.trails && c.cue.strength == Strength::Speech)
        .or_else(|| candidates.iter().position(|c| !c.nested))
        .or_else(|| {
            // “It comes after two sides agreed”: what they did.
            let people = |c: &Candidate| !c.subject.as_ref().is_some_and(|s| matches!(s.who, Who::Sides(_)));
            comes_after(units).then_some(0).filter(|_| candidates.first().is_some_and(people))
        })?;
    let main = told_after(&candidates, relayed(units, &candidates, main));
    let chosen = &candidates[main];
    let who = chosen.subject.as_ref().map(|s| s.who.clone());
    // “discussed … and agreed to …”: what gives most counts, where the subject is the same.
    let same = |c: &&Candidate| {
        c.subject.as_ref().map(|s| (s.first, s.end)) == chosen.subject.as_ref().map(|s| (s.first, s.end))
    };
    let best =
        candidates.iter().filter(same).max_by_key(|c| (c.cue.gives, core::cmp::Reverse(c.cue.first)))?;
    let strongest = if chosen.cue.gives == best.cue.gives { chosen } else { best };
    let via = candidates[..main]
        .iter()
        .filter(|c| is_institution(c) && !c.nested)
        .filter_map(|c| c.subject.as_ref().map(|s| s.who.clone()))
        .chain(
            candidates[main + 1..]
                .iter()
                .filter(|c| c.trails && is_institution(c))
                .filter_map(|c| c.subject.as_ref().map(|s| s.who.clone())),
        )
        .collect();
    let inner = candidates
        .iter()
        .filter(|c| !same(c))
        .filter_map(|c| c.subject.as_ref().map(|s| s.who.clone()))
        .filter(|inner| {
            !matches!(inner, Who::Institution(_) | Who::It | Who::Nobody) && Some(inner) != who.as_ref()
        })
        .collect();
    let first = chosen.subject.as_ref().map_or(chosen.cue.first, |s| s.first.min(chosen.cue.first));
    let end = chosen.subject.as_ref().map_or(chosen.cue.end, |s| s.end.max(chosen.cue.end));
    let end = if chosen.trails { clause_end(units, end) } else { end };
    let confidence = match (&who, chosen.trails, strongest.cue.strength) {
        (_, _, Strength::Stance) => 60,
        (Some(Who::People(_)), ..) => 97,
        (Some(Who::Single { .. }), ..) => 88,
        (Some(Who::Sides(_) | Who::Institution(_) | Who::It), ..) => 40,
        (Some(Who::Nobody), ..) => 75,
        (Some(_), ..) => 90,
        (None, ..) => 70,
    };
    Some(Reading {
        who,
        via,
        inner,
        cue: cover(units, strongest.cue.first, strongest.cue.end),
        attribution: vec![cover(units, first, end)],
        gives: best.cue.gives,
        trails: chosen.trails,
        weak: candidates.iter().filter(same).all(|c| c.cue.strength != Strength::Speech),
        rule: chosen.rule,
        confidence,
    })
}

/// “It comes after X said …”: the main clause only says when.
fn comes_after(units: &[Unit]) -> bool {
    units.iter().take(6).any(|unit| unit.is_any(&["comes", "come", "came", "follows", "followed"]))
}

/// What the quotation in a sentence shows by itself: “The two leaders agreed …,” the ministry said.
pub(crate) fn read_quoted(units: &[Unit]) -> Option<Reading> {
    read(&unquoted(units))
}

/// “They discussed trade, and the minister stressed …”: what is told counts more than a topic named
/// before it.
fn told_after(candidates: &[Candidate], main: usize) -> usize {
    if candidates[main].cue.gives != Gives::Topic {
        return main;
    }
    let tells = |c: &Candidate| {
        let speaker = c.subject.as_ref().is_some_and(|s| {
            matches!(s.who, Who::People(_) | Who::Office(..) | Who::Single { .. } | Who::Together(_))
        });
        c.cue.gives == Gives::Content && c.cue.strength == Strength::Speech && !c.nested && speaker
    };
    let later = candidates.iter().skip(main + 1).position(tells);
    later.map_or(main, |later| main + 1 + later)
}

/// Where an institution, or nobody (“it is noted that”), only relays a named speaker, that speaker's
/// cue is the one that counts.
fn relayed(units: &[Unit], candidates: &[Candidate], main: usize) -> usize {
    let only_relays = candidates[main].subject.as_ref().is_some_and(|s| match &s.who {
        Who::Nobody => true,
        // “The White House said that X noted …”, “… said X noted …”
        Who::Sides(places) => {
            let said = candidates[main].cue.end;
            let inside = |c: &Candidate| c.nested || c.subject.as_ref().is_some_and(|s| s.first == said);
            places.len() == 1 && candidates[main + 1..].iter().any(inside)
        }
        // “The leaders agreed …, both governments said.”
        Who::Group(_) => candidates[main].trails && units[s.end - 1].is_any(&["governments"]),
        _ => false,
    });
    if !is_institution(&candidates[main]) && !only_relays {
        return main;
    }
    candidates
        .iter()
        .position(|c| {
            c.cue.strength == Strength::Speech
                && !is_institution(c)
                && c.rule != IN_RELATIVE
                && c.subject.as_ref().is_some_and(|s| {
                    matches!(
                        s.who,
                        Who::People(_)
                            | Who::Group(_)
                            | Who::Office(..)
                            | Who::Single { .. }
                            | Who::Together(_)
                            | Who::Holders { .. }
                    )
                })
        })
        .unwrap_or(main)
}

fn is_institution(candidate: &Candidate) -> bool {
    candidate.subject.as_ref().is_some_and(|s| match &s.who {
        Who::Institution(_) | Who::It => true,
        // “Both governments said …”
        Who::Holders { office, .. } => office == "government",
        // “…, the Kremlin said.”
        Who::Sides(places) => candidate.trails && places.len() == 1,
        _ => false,
    })
}

/// Whether an institution or a place tells before the words what others said.
fn only_relays(candidate: &Candidate) -> bool {
    let place = |s: &Subject| matches!(&s.who, Who::Sides(places) if places.len() == 1);
    is_institution(candidate) || candidate.subject.as_ref().is_some_and(place)
}

fn candidates(units: &[Unit]) -> Vec<Candidate> {
    let head = subjects::head(units);
    let mut found: Vec<Candidate> = Vec::new();
    let mut at = 0;
    while at < units.len() {
        if units[at].quoted && !opens_quotation(units, at) {
            at += 1;
            continue;
        }
        if units[at].is_any(&["according"]) && units.get(at + 1).is_some_and(|u| u.is_any(&["to"])) {
            // “Exchanges according to the joint statement” are in line with it.
            let apart = at == 0 || matches!(units[at - 1].kind, Kind::Comma | Kind::Quote);
            let source = after(units, at + 2).filter(|subject| {
                apart || !subject.end.checked_sub(1).is_some_and(|end| units[end].is_in(&words::TEXTS))
            });
            if let Some(subject) = source {
                found.push(Candidate {
                    cue: Cue::plain(at, at + 2),
                    subject: Some(subject),
                    rule: "according-to",
                    trails: true,
                    nested: false,
                });
            }
            at += 2;
            continue;
        }
        if let Some(candidate) = quoted_as(units, at) {
            at = candidate.cue.end;
            found.push(candidate);
            continue;
        }
        let Some(cue) = cues::at(units, at) else {
            at += 1;
            continue;
        };
        if let Some(candidate) = with_subject(units, cue, head.as_ref(), &found) {
            found.push(candidate);
        }
        at = cue.end.max(at + 1);
    }
    if let Some((cue, subject)) = behind::leads_to_quotation(units).filter(|_| found.is_empty()) {
        let rule = "subject-before-quotation";
        found.push(Candidate { cue, subject: Some(subject), rule, trails: false, nested: false });
    }
    found
}

/// “The agency quoted X as saying”: X speaks.
fn quoted_as(units: &[Unit], at: usize) -> Option<Candidate> {
    if !units[at].is_any(&["quoted", "quotes", "cited", "cites"]) {
        return None;
    }
    // “He quoted X as saying”: still his words.
    let it = at.checked_sub(1).is_some_and(|it| units[it].is_any(&["it"]));
    let quotes = |who| matches!(who, Who::Institution(_) | Who::Unnamed(_) | Who::Sides(_));
    if !it && !quotes(subjects::before(units, at)?.who) {
        return None;
    }
    let subject = after(units, at + 1)?;
    let end = subject.end + 2;
    let says = units.get(subject.end)?.is_any(&["as"]) && units.get(end - 1)?.word().ends_with("ing");
    says.then_some(Candidate {
        cue: Cue::plain(at, end),
        subject: Some(subject),
        rule: "quoted-as-saying",
        trails: false,
        nested: false,
    })
}

/// Whether the word opens a quotation that takes a sentence's verb in: X “welcomed the agreement”.
fn opens_quotation(units: &[Unit], at: usize) -> bool {
    let first = verb_phrase(units, at);
    first >= 2 && units[first - 1].kind == Kind::Quote && !units[first - 2].quoted && !units[first].capital
}

/// Where a verb begins with the adverbs before it: “again welcomed”.
fn verb_phrase(units: &[Unit], verb: usize) -> usize {
    (0..verb).rev().take_while(|&at| cues::is_adverb(units[at].word())).last().unwrap_or(verb)
}

/// The cue with its subject, where it has one and reports speech.
fn with_subject(units: &[Unit], cue: Cue, head: Option<&Subject>, found: &[Candidate]) -> Option<Candidate> {
    let verb = if opens_quotation(units, cue.first) {
        verb_phrase(units, cue.first) - 1
    } else {
        goes_on(units, cue.first)
    };
    let before = verb.checked_sub(1).map(|at| &units[at]);
    let word = before.map_or("", Unit::word);
    if cues::READS.split(' ').any(|reads| reads == units[cue.first].word())
        && !before.is_some_and(|unit| unit.is_any(&["it"]))
        && !subjects::before(units, verb).is_some_and(|s| matches!(s.who, Who::Institution(_)))
    {
        return None;
    }
    // “The statement posted on …”, “sources briefed on …”: what says more of a noun.
    let (told, more) = (before, units.get(cue.end).is_some_and(|unit| unit.is_any(&["on", "about", "by"])));
    let describes = |noun: &words::Table, behind: &words::Table| {
        more && units[cue.first].is_in(behind) && told.is_some_and(|unit| unit.is_in(noun))
    };
    if describes(&words::TEXTS, &words::BEHIND_TEXTS) || describes(&words::NAMELESS, &words::BEHIND_PEOPLE) {
        return None;
    }
    // “early warning”, “Blue Shield Welcome”, “as discussed by”: no verb with a subject.
    if (units[cue.first].capital && cue.first > 0)
        || word == "as"
        || units.get(cue.end).is_some_and(|unit| unit.is_any(&["by"]))
    {
        return None;
    }
    // “it is hoped that”
    let expected_to = units[cue.first].is_any(&["expected"]) && units[cue.end - 1].is_any(&["to"]);
    if matches!(word, "is" | "was") && cue.first >= 2 && units[cue.first - 2].is_any(&["it"]) && !expected_to
    {
        let subject = Subject { who: Who::Nobody, first: cue.first - 2, end: cue.first };
        let strength = Strength::Speech;
        return Some(Candidate {
            cue: Cue { strength, ..cue },
            subject: Some(subject),
            rule: "agentless-cue",
            trails: false,
            nested: false,
        });
    }
    // “was told”, “is expected”: whoever says it is not the subject.
    let auxiliary = (0..verb).rev().find(|&at| !cues::is_adverb(units[at].word())).map(|at| &units[at]);
    let passive =
        auxiliary.is_some_and(|unit| unit.is_any(&["is", "are", "was", "were", "been", "be", "being"]));
    if passive && verb == cue.first && !cue.participle {
        return None;
    }
    // “China will …” is a promise, “the President will travel” is news.
    if units[cue.first].is_any(&["will"])
        && subjects::before(units, verb)
            .is_some_and(|s| matches!(s.who, Who::People(_) | Who::Office(..) | Who::Single { .. }))
    {
        return None;
    }
    // “A report about the request for talks”: a noun.
    if matches!(word, "the" | "a" | "an" | "his" | "her" | "their" | "its" | "our" | "this") {
        return None;
    }
    // “Neither the ministry nor the minister commented.”
    let clause =
        units[..cue.first].iter().rev().take_while(|unit| !unit.is_any(&["but", "however", "while"]));
    if clause.into_iter().any(|unit| !unit.quoted && unit.is_any(&["neither"])) {
        return None;
    }
    // “It said”, “it added”: the institution that spoke last.
    if let Some(candidate) = it_says(units, verb, cue) {
        return Some(candidate);
    }
    // “will underscore”, “would welcome”: not said yet.
    if matches!(
        word,
        "will" | "would" | "should" | "must" | "can" | "could" | "may" | "might" | "cannot" | "not"
    ) && !not_excluded(units, cue.first)
    {
        return None;
    }
    // “to discuss”, “to thank”: what the meeting was for.
    if word == "to" || (word == "and" && follows_purpose(units, cue.first)) {
        let subject = head.filter(|h| h.end < cue.first)?;
        if matches!(subject.who, Who::Sides(_) | Who::Institution(_)) {
            return None;
        }
        if cue.strength != Strength::Speech || !purposeful(units, subject, cue.first) {
            return None;
        }
        return Some(Candidate {
            cue,
            subject: Some(subject.clone()),
            rule: "purpose-of-meeting",
            trails: false,
            nested: false,
        });
    }
    if cue.participle {
        let opens = before.is_none_or(|unit| {
            unit.kind == Kind::Comma
                || unit.is_any(&["and", "while", "by", "also"])
                || unit.word().ends_with("ly")
        });
        if !opens {
            return None;
        }
        // “Noting the progress, the minister …”: the main verb tells whose it is.
        let subject = found
            .last()
            .and_then(|c| c.subject.clone())
            .or_else(|| head.filter(|h| h.first < cue.first).cloned())?;
        return Some(Candidate {
            cue,
            subject: Some(subject),
            rule: "participle-of-subject",
            trails: false,
            nested: false,
        });
    }
    if word == "who" && cue.first >= 2 {
        let end = if units[cue.first - 2].kind == Kind::Comma { cue.first - 2 } else { cue.first - 1 };
        let subject = subjects::ending_at(units, end)?;
        return Some(Candidate {
            cue,
            subject: Some(subject),
            rule: IN_RELATIVE,
            trails: false,
            nested: true,
        });
    }
    if let Some(subject) = subjects::before(units, verb) {
        let left = subject.first.checked_sub(1).map(|at| &units[at]);
        let left_word = left.map_or("", Unit::word);
        let governed = left.is_some_and(|unit| unit.is_in(&words::PREPOSITIONS))
            && !matches!(left_word, "and" | "or" | "in" | "at" | "on");
        let object = left_word == "and" && matches!(subject.who, Who::Sides(_)) && subject.first > 3;
        if !governed && !object && !left.is_some_and(|unit| unit.kind == Kind::Genitive) {
            // “As a diplomat put it, …” attributes the whole sentence; “…, where the two agreed” goes on.
            let told_on =
                subject.first >= 2 && matches!(units[subject.first - 2].kind, Kind::Comma | Kind::Quote);
            let object = units.get(cue.end).is_some_and(|u| u.is_any(&["about", "of", "that", "to"]));
            let main =
                (left_word == "as" && subject.first == 1 && !object) || (left_word == "where" && told_on);
            let nested = !main
                && matches!(
                    left_word,
                    "that"
                        | "which"
                        | "whom"
                        | "as"
                        | "when"
                        | "after"
                        | "before"
                        | "because"
                        | "if"
                        | "where"
                        | "what"
                        | "whether"
                        | "how"
                        | "since"
                );
            let trails = trails(units, &subject, cue);
            let rule = if trails { "subject-and-cue-after-words" } else { "cue-after-subject" };
            return Some(Candidate { cue, subject: Some(subject), rule, trails, nested: nested && !trails });
        }
    }
    // “,” said Wang Yi
    let inverted = before.is_some_and(|unit| matches!(unit.kind, Kind::Comma | Kind::Quote));
    if inverted
        && cues::is_past(units[cue.first].word())
        && let Some(subject) = after(units, cue.end)
        && !matches!(subject.who, Who::Single { .. } | Who::Group(_))
    {
        return Some(Candidate {
            cue,
            subject: Some(subject),
            rule: "cue-before-subject",
            trails: true,
            nested: false,
        });
    }
    // “spoke with X and welcomed …”, “thanked X, praised …”
    let continues = before.is_some_and(|unit| {
        unit.kind == Kind::Comma
            || matches!(unit.word(), "and" | "but" | "then" | "also")
            || cues::is_adverb(unit.word())
            // “and has pledged”
            || (matches!(unit.word(), "has" | "had") && verb >= 2 && units[verb - 2].is_any(&["and"]))
    });
    // “the widely expressed demands”
    let described = before.is_some_and(|unit| cues::is_adverb(unit.word()))
        && verb >= 2
        && units[verb - 2].is_any(&["the", "a", "an", "any", "of", "this", "their", "his", "her"]);
    let told = cues::is_past(units[cue.first].word())
        || (units[cue.first].is_any(&["says"]) && matches!(word, "and" | "but"));
    if continues && !described && cue.strength == Strength::Speech && told {
        // “The ministry said that they discussed … and agreed …”: who only relays does not go on.
        let told_of = found.first().is_some_and(only_relays);
        let last = found.last().filter(|c| !c.nested || told_of);
        let nested = last.is_some_and(|c| c.nested);
        let subject =
            last.and_then(|c| c.subject.clone()).or_else(|| head.filter(|h| h.end < cue.first).cloned())?;
        return Some(Candidate {
            cue,
            subject: Some(subject),
            rule: "coordinated-cue",
            trails: false,
            nested,
        });
    }
    None
}

/// “It said”, where “it” opens a clause and the verb can only be that of a speaker.
fn it_says(units: &[Unit], verb: usize, cue: Cue) -> Option<Candidate> {
    let first = subjects::skip_left(units, verb).checked_sub(1)?;
    let opens = first.checked_sub(1).map(|at| &units[at]).is_none_or(|unit| {
        // “a statement, in which it said”
        matches!(unit.kind, Kind::Comma | Kind::Quote) || unit.is_any(&["and", "but", "as", "which"])
    });
    if !opens || !units[first].is_any(&["it"]) || !units[cue.first].is_in(&words::IT_SAYS) {
        return None;
    }
    let subject = Subject { who: Who::It, first, end: verb };
    let trails = trails(units, &subject, cue);
    let rule = if trails { "subject-and-cue-after-words" } else { "cue-after-subject" };
    Some(Candidate { cue, subject: Some(subject), rule, trails, nested: false })
}

/// Whether nothing of what is said stands after the cue: “…, Wang said on Monday.”
fn trails(units: &[Unit], subject: &Subject, cue: Cue) -> bool {
    let Some(left) = subject.first.checked_sub(1).map(|at| &units[at]) else { return false };
    if !matches!(left.kind, Kind::Comma | Kind::Quote | Kind::Dash) {
        return false;
    }
    // “TOKYO (Reuters) - Japan said on Monday”: nothing but a dateline goes before.
    if left.kind == Kind::Dash && !units[..subject.first].iter().any(subjects::in_prose) {
        return false;
    }
    let mut at = cue.end;
    if units[cue.first].is_any(&["told", "tells"]) {
        while units.get(at).is_some_and(|u| u.is_any(words::ADDRESSEES) || u.capital) {
            at += 1;
        }
    }
    let Some(next) = units.get(at) else { return true };
    // “In Seoul, Wang said, …” keeps its words behind it; “…, Wang said, calling for …” does not.
    let adverbial =
        units[0].is_any(words::AROUND) || units[0].is_any(&["asked", "meanwhile", "earlier", "later", "for"]);
    let words_before = left.kind == Kind::Quote || subject.first > if adverbial { 8 } else { 3 };
    if matches!(next.kind, Kind::Comma | Kind::Quote | Kind::Dash) {
        return words_before;
    }
    // “…, they agreed to wait” goes on with what was agreed; “…, she said to reporters” does not.
    let goes_on =
        next.is_any(&["to"]) && units[cue.first].is_any(&["agreed", "pledged", "vowed", "promised"]);
    let adjunct = next.is_any(words::AROUND) || next.is_any(words::ADJUNCTS) || next.is_in(&words::WEEKDAYS);
    if !adjunct || goes_on {
        return false;
    }
    let content =
        units[at..].iter().take(10).take_while(|u| u.kind != Kind::Comma).any(|u| u.is_any(&["that"]));
    !content && words_before
}

/// One past the clause that attributes: up to a comma or quotation mark.
fn clause_end(units: &[Unit], from: usize) -> usize {
    (from..units.len()).find(|&at| units[at].kind == Kind::Quote).unwrap_or_else(|| {
        (from..units.len())
            .find(|&at| units[at].kind == Kind::Comma && follows_new_words(units, at))
            .unwrap_or(units.len())
    })
}

fn follows_new_words(units: &[Unit], comma: usize) -> bool {
    units.get(comma + 1).is_some_and(|unit| {
        unit.is_any(&["adding", "calling", "urging", "and", "but", "while", "stressing", "noting"])
    })
}

fn cover(units: &[Unit], first: usize, end: usize) -> Span {
    let start = units.get(first).map_or(0, |u| u.span.start as usize);
    let stop = units.get(end.saturating_sub(1)).map_or(start, |u| u.span.end as usize);
    Span::new(start, stop)
}
