//! Walking the hits: within the open document, then on to the next one found.

use readout_query::Answer;

/// Where a step from the current hit leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To another hit of the same document, from 0.
    Within(u32),
    /// To a hit of another document: its index, and the hit (`u32::MAX` for its last).
    Document(u32, u32),
    /// There is nowhere to go.
    Nowhere,
}

/// The step to the next (or previous) hit. The end of the last document leads to the first again.
pub fn step(answer: &Answer, open: u32, hit: u32, hits: u32, forward: bool) -> Step {
    if forward && hit + 1 < hits {
        return Step::Within(hit + 1);
    }
    if !forward && hit > 0 && hits > 0 {
        return Step::Within(hit.min(hits) - 1);
    }
    let with_hits: Vec<u32> = answer.documents.iter().filter(|d| d.hits > 0).map(|d| d.document).collect();
    let count = with_hits.len();
    let to = match with_hits.iter().position(|d| *d == open) {
        _ if count == 0 => return Step::Nowhere,
        Some(at) if forward => with_hits[(at + 1) % count],
        Some(at) => with_hits[(at + count - 1) % count],
        None if forward => with_hits[0],
        None => with_hits[count - 1],
    };
    match (to == open, forward) {
        (true, true) => Step::Within(0),
        (true, false) => Step::Within(hits.saturating_sub(1)),
        (false, true) => Step::Document(to, 0),
        (false, false) => Step::Document(to, u32::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use readout_query::Found;

    #[test]
    fn hits_are_walked_through_all_found_documents_and_around() {
        let found = |document, hits| Found { document, score: 1.0, hits, withheld: 0 };
        let answer = Answer { documents: vec![found(7, 2), found(3, 0), found(5, 1)], ..Answer::default() };
        let check =
            |open, hit, hits, forward, expect| assert_eq!(step(&answer, open, hit, hits, forward), expect);
        check(7, 0, 2, true, Step::Within(1));
        check(7, 1, 2, true, Step::Document(5, 0));
        check(5, 0, 1, true, Step::Document(7, 0));
        check(7, 0, 2, false, Step::Document(5, u32::MAX));
        check(7, 1, 2, false, Step::Within(0));
        check(3, 0, 0, true, Step::Document(7, 0));
        check(9, 0, 0, false, Step::Document(5, u32::MAX));
        assert_eq!(step(&Answer::default(), 0, 0, 0, true), Step::Nowhere);
    }

    #[test]
    fn a_single_document_is_walked_in_a_circle() {
        let answer = Answer {
            documents: vec![Found { document: 1, score: 1.0, hits: 3, withheld: 0 }],
            ..Answer::default()
        };
        assert_eq!(step(&answer, 1, 2, 3, true), Step::Within(0));
        assert_eq!(step(&answer, 1, 0, 3, false), Step::Within(2));
    }
}
