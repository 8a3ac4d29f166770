//! Makes corrections of marks. In each layer what an editor says of some words takes the place of what
//! rules said of them: of a name or a date where they share a letter with it, of a topic where it stands
//! on the same words (a sentence can raise several), of statements and commitments in their sentences.

use readout_corpus::{
    Commitment, CommitmentKind, DateMention, Document, Interval, Mention, MentionKind, Origin, Span,
    Statement, TopicMention, Voice,
};

use super::anchor::Place;
use super::{CommitmentEdit, Correction, Placed, StatementEdit, canonicals};
use crate::Settings;
use crate::statements;

/// What is wrong, and what to do.
type Failed = (String, String);

pub(super) fn dates(document: &mut Document, placed: &Placed, days: Option<Interval>) -> Result<(), Failed> {
    let why = placed.correction.why();
    let new = |place: &Place| {
        days.map(|days| DateMention { sentence: place.first, span: place.span, days, why: why.clone() })
    };
    let concerns = |mark: &DateMention, place: &Place| mark.span.overlaps(place.span);
    on_words(&mut document.dates, placed, days.is_some(), concerns, new)?;
    document.dates.sort_by_key(|mark| (mark.span, mark.days.from));
    Ok(())
}

pub(super) fn mentions(
    document: &mut Document,
    placed: &Placed,
    kind: MentionKind,
    name: Option<String>,
) -> Result<(), Failed> {
    let why = placed.correction.why();
    let remove = placed.correction.remove;
    let new = |place: &Place| {
        let name = name.clone()?;
        Some(Mention { sentence: place.first, span: place.span, kind, name, why: why.clone() })
    };
    let concerns =
        |mark: &Mention, place: &Place| mark.span.overlaps(place.span) && (!remove || mark.kind == kind);
    on_words(&mut document.mentions, placed, name.is_some(), concerns, new)?;
    document.mentions.sort_by_key(|mark| mark.span);
    Ok(())
}

pub(super) fn topics(
    document: &mut Document,
    placed: &Placed,
    key: Option<&str>,
    settings: &Settings,
) -> Result<(), Failed> {
    let Placed { correction, .. } = placed;
    if let Some(key) = key.filter(|key| settings.topics.list.iter().all(|topic| topic.key != *key)) {
        let near = settings.topics.list.iter().map(|topic| topic.key.as_str());
        let near = near.map(|known| (strsim::damerau_levenshtein(key, known), known)).min();
        let remedy = match near {
            Some((edits, near)) if edits <= 3 => format!("did you mean “{near}”?"),
            _ => "write the key of a topic; one of your own is a [[topic]] in corpus.toml".to_owned(),
        };
        return Err((format!("{} names a topic “{key}”, which there is not", correction.named()), remedy));
    }
    let why = correction.why();
    let new = |place: &Place| {
        let topic = key?.to_owned();
        Some(TopicMention { sentence: place.first, span: place.span, topic, why: why.clone() })
    };
    let concerns = |mark: &TopicMention, place: &Place| match correction.remove {
        true => mark.span.overlaps(place.span) && key.is_none_or(|key| mark.topic == key),
        false => mark.span == place.span,
    };
    on_words(&mut document.topics, placed, key.is_some(), concerns, new)?;
    document.topics.sort_by(|a, b| (a.span, &a.topic).cmp(&(b.span, &b.topic)));
    Ok(())
}

/// Takes out the marks that a correction concerns, and puts a new one in each of its places.
fn on_words<M>(
    marks: &mut Vec<M>,
    placed: &Placed,
    says: bool,
    concerns: impl Fn(&M, &Place) -> bool,
    new: impl Fn(&Place) -> Option<M>,
) -> Result<(), Failed> {
    let Placed { correction, places, .. } = placed;
    if !correction.remove && !says {
        return Ok(());
    }
    if places.iter().any(|place| place.first != place.last) {
        let problem = format!("{} reaches over the end of a sentence", correction.named());
        return Err((problem, "quote only the words that the mark stands on".to_owned()));
    }
    let before = marks.len();
    marks.retain(|mark| !places.iter().any(|place| concerns(mark, place)));
    if correction.remove {
        return if marks.len() < before { Ok(()) } else { Err(nothing_to_remove(correction)) };
    }
    marks.extend(places.iter().filter_map(new));
    Ok(())
}

pub(super) fn statements(
    document: &mut Document,
    placed: &Placed,
    edit: &StatementEdit,
    settings: &Settings,
) -> Result<(), Failed> {
    let Placed { correction, places, .. } = placed;
    if !correction.remove && *edit == StatementEdit::default() {
        return Ok(());
    }
    for place in places {
        for sentence in place.first..=place.last {
            let meant = meant(document, sentence, place.span);
            if correction.remove {
                if meant.is_empty() {
                    return Err(nothing_to_remove(correction));
                }
                let mut at = 0;
                document.statements.retain(|_| {
                    at += 1;
                    !meant.contains(&(at - 1))
                });
            } else if meant.is_empty() {
                let added = added(document, correction, sentence, edit, settings)?;
                let at = document.statements.partition_point(|s| s.sentence <= sentence);
                document.statements.insert(at, added);
            } else {
                for at in meant {
                    change(document, correction, at, edit, settings);
                }
            }
        }
    }
    Ok(())
}

/// The statements of a sentence that a quotation means: those whose cue is in it, else all.
fn meant(document: &Document, sentence: u32, quoted: Span) -> Vec<usize> {
    let all = || document.statements.iter().enumerate().filter(|(_, s)| s.sentence == sentence);
    let cued: Vec<usize> =
        all().filter(|(_, s)| s.cue.is_some_and(|cue| quoted.contains(cue))).map(|(at, _)| at).collect();
    if cued.is_empty() { all().map(|(at, _)| at).collect() } else { cued }
}

/// A statement where no rule found one.
fn added(
    document: &Document,
    correction: &Correction,
    sentence: u32,
    edit: &StatementEdit,
    settings: &Settings,
) -> Result<Statement, Failed> {
    let speakers = canonicals(&edit.speakers, settings);
    if speakers.is_empty() {
        let problem = format!("{} names no speakers, and no rule found any", correction.named());
        return Err((problem, "add speakers = [\"…\"]".to_owned()));
    }
    Ok(Statement {
        sentence,
        meeting: None,
        voice: edit.voice.unwrap_or_else(|| statements::voice_of(document, settings, &speakers)),
        speakers,
        via: canonicals(edit.via.as_deref().unwrap_or_default(), settings),
        about: canonicals(edit.about.as_deref().unwrap_or_default(), settings),
        mode: edit.mode.unwrap_or_else(|| statements::mode_of(document, sentence)),
        cue: None,
        carried: false,
        content: edit.content.unwrap_or(true),
        why: correction.why(),
    })
}

/// Changes a statement, and those after it that only go on with its speaker.
fn change(
    document: &mut Document,
    correction: &Correction,
    at: usize,
    edit: &StatementEdit,
    settings: &Settings,
) {
    let speakers = canonicals(&edit.speakers, settings);
    let voice = match (edit.voice, speakers.is_empty()) {
        (None, false) => Some(statements::voice_of(document, settings, &speakers)),
        (given, _) => given,
    };
    let statement = &mut document.statements[at];
    let former = statement.speakers.clone();
    let set = |statement: &mut Statement| {
        if !speakers.is_empty() {
            statement.speakers.clone_from(&speakers);
        }
        statement.voice = voice.unwrap_or(statement.voice);
    };
    set(statement);
    if let Some(via) = &edit.via {
        statement.via = canonicals(via, settings);
    }
    if let Some(about) = &edit.about {
        statement.about = canonicals(about, settings);
    }
    statement.mode = edit.mode.unwrap_or(statement.mode);
    statement.content = edit.content.unwrap_or(statement.content);
    statement.why = correction.why();
    let goes_on = |s: &&mut Statement| s.carried && s.speakers == former && s.why.origin == Origin::Rule;
    for statement in document.statements[at + 1..].iter_mut().take_while(goes_on) {
        set(statement);
        statement.why.evidence = statement.speakers.join(", ");
    }
}

pub(super) fn commitments(
    document: &mut Document,
    placed: &Placed,
    edit: &CommitmentEdit,
    settings: &Settings,
) -> Result<(), Failed> {
    let Placed { correction, places, .. } = placed;
    if !correction.remove && *edit == CommitmentEdit::default() {
        return Ok(());
    }
    for place in places {
        let here = place.first..=place.last;
        let found = document.commitments.iter().any(|mark| here.contains(&mark.sentence));
        if correction.remove {
            if !found {
                return Err(nothing_to_remove(correction));
            }
            document.commitments.retain(|mark| !here.contains(&mark.sentence));
        } else if found {
            for mark in document.commitments.iter_mut().filter(|mark| here.contains(&mark.sentence)) {
                mark.kind = edit.kind.unwrap_or(mark.kind);
                if let Some(by) = &edit.by {
                    mark.by = canonicals(by, settings);
                }
                mark.due = edit.due.or(mark.due);
                mark.why = correction.why();
            }
        } else {
            let sentence = place.first;
            let speakers = document.statements.iter().find(|s| s.sentence == sentence && s.content);
            let by = match &edit.by {
                Some(by) => canonicals(by, settings),
                None => speakers.map(|s| s.speakers.clone()).unwrap_or_default(),
            };
            let joint = speakers.is_some_and(|s| s.voice == Voice::Joint);
            let usual = if joint { CommitmentKind::Agreed } else { CommitmentKind::Pledged };
            let mark = Commitment {
                sentence,
                kind: edit.kind.unwrap_or(usual),
                by,
                due: edit.due,
                why: correction.why(),
            };
            let at = document.commitments.partition_point(|mark| mark.sentence <= sentence);
            document.commitments.insert(at, mark);
        }
    }
    Ok(())
}

/// A correction without an effect is a mistake, or no longer needed.
pub(super) fn nothing_to_remove(correction: &Correction) -> Failed {
    let problem = format!("{} is to remove a mark that is not there", correction.named());
    (problem, "take it out, or see with `readout explain` what is there".to_owned())
}
