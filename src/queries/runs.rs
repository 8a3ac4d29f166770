//! Cuts a document's text into runs: stretches of one paragraph that one voice speaks.

use readout_corpus::{Document, Role, Statement};

/// Consecutive sentences of one paragraph with one voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Number of its first sentence.
    pub first: u32,
    /// Number of its last sentence.
    pub last: u32,
    /// Whether a new paragraph begins with it.
    pub opens_paragraph: bool,
    /// What part its sentences play.
    pub role: Role,
    /// Index of the statement that says who speaks; `None` for narration.
    pub statement: Option<usize>,
    /// Whether its sentences are not shown.
    pub gap: bool,
}

/// The runs of a document, without its title. With `voices` off, a run is a whole paragraph. Sentences
/// that are not shown are one run as long as they follow each other.
pub fn runs(document: &Document, voices: bool) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut paragraph = 0;
    for (number, sentence) in (0u32..).zip(&document.sentences).skip(1) {
        let statement = if voices { statement_of(document, number) } else { None };
        let gap = document.withholds(number);
        let gap_before = runs.last().is_some_and(|run| run.gap);
        let opens_paragraph = runs.is_empty() || sentence.paragraph != paragraph || gap != gap_before;
        paragraph = sentence.paragraph;
        match runs.last_mut() {
            Some(run)
                if gap && gap_before
                    || !opens_paragraph
                        && run.role == sentence.role
                        && same_voice(document, run.statement, statement) =>
            {
                run.last = number;
            }
            _ => runs.push(Run {
                first: number,
                last: number,
                opens_paragraph,
                role: sentence.role,
                statement,
                gap,
            }),
        }
    }
    runs
}

/// The statement that a sentence is read as: the first that gives content, else the first.
fn statement_of(document: &Document, number: u32) -> Option<usize> {
    let of_sentence = || document.statements.iter().enumerate().filter(|(_, s)| s.sentence == number);
    of_sentence().find(|(_, s)| s.content).or_else(|| of_sentence().next()).map(|(at, _)| at)
}

fn same_voice(document: &Document, a: Option<usize>, b: Option<usize>) -> bool {
    let voice = |at: Option<usize>| {
        at.and_then(|at| document.statements.get(at))
            .map(|s: &Statement| (&s.speakers, s.voice, &s.via, &s.about, s.content))
    };
    voice(a) == voice(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use readout_corpus::{Gap, Mode, Sentence, Span, Voice, Why};

    /// One paragraph a string; a letter is a sentence by that speaker, `.` is narration.
    fn document(paragraphs: &[&str]) -> Document {
        let sentence = |paragraph, role| Sentence {
            span: Span::new(0, 0),
            paragraph,
            role,
            repeats: None,
            source: None,
        };
        let mut document = Document { sentences: vec![sentence(0, Role::Title)], ..Document::default() };
        for (paragraph, speakers) in (1u32..).zip(paragraphs) {
            for speaker in speakers.chars() {
                let number = document.sentences.len() as u32;
                document.sentences.push(sentence(paragraph, Role::Body));
                if speaker != '.' {
                    document.statements.push(Statement {
                        sentence: number,
                        meeting: None,
                        speakers: vec![speaker.to_string()],
                        via: vec![],
                        about: vec![],
                        voice: Voice::Own,
                        mode: Mode::Indirect,
                        cue: None,
                        carried: false,
                        content: true,
                        why: Why::rule("test", "", 100),
                    });
                }
            }
        }
        document
    }

    #[test]
    fn a_run_ends_with_its_voice_or_its_paragraph() {
        let check = |paragraphs: &[&str], voices, expect: &[(u32, u32, bool)]| {
            let runs: Vec<_> = runs(&document(paragraphs), voices)
                .iter()
                .map(|r| (r.first, r.last, r.opens_paragraph))
                .collect();
            assert_eq!(runs, expect, "{paragraphs:?}");
        };
        check(&["aab", "b."], true, &[(1, 2, true), (3, 3, false), (4, 4, true), (5, 5, false)]);
        check(&["aab", "b."], false, &[(1, 3, true), (4, 5, true)]);
        check(&["..."], true, &[(1, 3, true)]);
        check(&[], true, &[]);
    }

    #[test]
    fn what_is_not_shown_is_one_run_over_all_its_paragraphs() {
        let mut document = document(&["aaa", "..b", "b"]);
        document.gaps = vec![Gap { first: 2, last: 4 }];
        let runs: Vec<_> = runs(&document, true).iter().map(|r| (r.first, r.last, r.gap)).collect();
        assert_eq!(runs, [(1, 1, false), (2, 4, true), (5, 5, false), (6, 6, false), (7, 7, false)]);
    }
}
