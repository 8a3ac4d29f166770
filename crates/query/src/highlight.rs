//! Marks that overlap, flattened into runs that can be drawn one after the other. What a run looks
//! like is the app's business.

use readout_corpus::{Layer, Span, order};

/// Something to be drawn on a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Where (bytes of the text).
    pub span: Span,
    /// On which layer.
    pub layer: Layer,
    /// The caller's own number for it.
    pub id: u32,
}

/// A run of text with the same marks from end to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Where (bytes of the text); never empty.
    pub span: Span,
    /// The ids of the marks that cover it: by layer, then longest first, then by id.
    pub marks: Vec<u32>,
}

/// Cuts `within` at every edge of a mark: the segments cover it exactly, in order. Marks outside are
/// left out, marks that reach over its edges are cut, empty marks draw nothing.
pub fn segments(within: Span, marks: &[Mark]) -> Vec<Segment> {
    let mut inside: Vec<&Mark> =
        marks.iter().filter(|mark| !mark.span.is_empty() && mark.span.overlaps(within)).collect();
    let mut edges = vec![within.start, within.end];
    for mark in &inside {
        edges
            .extend([mark.span.start, mark.span.end].iter().filter(|&&e| within.start < e && e < within.end));
    }
    edges.sort_unstable();
    edges.dedup();

    // Marks enter in order of their start and leave when a run begins past their end.
    order::sort_by_key(&mut inside, |mark| mark.span.start);
    let mut waiting = inside.into_iter().peekable();
    let mut open: Vec<&Mark> = Vec::new();
    let mut out = Vec::with_capacity(edges.len().saturating_sub(1));
    for edge in edges.windows(2) {
        let span = Span { start: edge[0], end: edge[1] };
        open.retain(|mark| mark.span.end > span.start);
        while let Some(mark) = waiting.next_if(|mark| mark.span.start <= span.start) {
            open.push(mark);
        }
        order::sort_by_key(&mut open, |mark| (mark.layer, core::cmp::Reverse(mark.span.len()), mark.id));
        out.push(Segment { span, marks: open.iter().map(|mark| mark.id).collect() });
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn span(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    fn check(within: (u32, u32), marks: &[(u32, u32, Layer)], expect: &[(u32, u32, &[u32])]) {
        let marks: Vec<Mark> = (0..)
            .zip(marks)
            .map(|(id, &(start, end, layer))| Mark { span: span(start, end), layer, id })
            .collect();
        let expect: Vec<Segment> =
            expect.iter().map(|&(a, b, ids)| Segment { span: span(a, b), marks: ids.to_vec() }).collect();
        assert_eq!(segments(span(within.0, within.1), &marks), expect);
    }

    #[test]
    fn overlaps_become_runs() {
        use Layer::{People, Search, Topics};
        check((0, 9), &[], &[(0, 9, &[])]);
        check((0, 9), &[(2, 4, People)], &[(0, 2, &[]), (2, 4, &[0]), (4, 9, &[])]);
        check(
            (0, 9),
            &[(2, 6, Topics), (4, 9, Search)],
            &[(0, 2, &[]), (2, 4, &[0]), (4, 6, &[1, 0]), (6, 9, &[1])],
        );
        // The longer mark of a layer is the outer one.
        check((0, 9), &[(3, 5, People), (0, 9, People)], &[(0, 3, &[1]), (3, 5, &[1, 0]), (5, 9, &[1])]);
    }

    #[test]
    fn marks_are_cut_at_the_edges_and_left_out_beyond_them() {
        check(
            (4, 8),
            &[(0, 5, Layer::Dates), (7, 12, Layer::Dates), (8, 9, Layer::Dates)],
            &[(4, 5, &[0]), (5, 7, &[]), (7, 8, &[1])],
        );
        check((4, 4), &[(0, 9, Layer::Dates)], &[]);
        check((0, 3), &[(1, 1, Layer::Dates)], &[(0, 3, &[])]);
    }

    proptest! {
        #[test]
        fn runs_cover_the_text_once_and_carry_exactly_the_marks_over_them(
            (from, to) in (0u32..40).prop_flat_map(|from| (Just(from), from..40)),
            spans in prop::collection::vec((0u32..40, 0u32..40), 0..12),
        ) {
            let marks: Vec<Mark> = (0..).zip(&spans)
                .map(|(id, &(a, b))| Mark { span: span(a, b), layer: Layer::People, id })
                .collect();
            let runs = segments(span(from, to), &marks);
            let mut at = from;
            for run in &runs {
                prop_assert_eq!(run.span.start, at);
                prop_assert!(!run.span.is_empty());
                at = run.span.end;
                for byte in run.span.range() {
                    let mut over: Vec<u32> = marks.iter()
                        .filter(|mark| mark.span.range().contains(&byte)).map(|mark| mark.id).collect();
                    let mut got = run.marks.clone();
                    over.sort_unstable();
                    got.sort_unstable();
                    prop_assert_eq!(got, over);
                }
            }
            prop_assert_eq!(at, to);
        }
    }
}
