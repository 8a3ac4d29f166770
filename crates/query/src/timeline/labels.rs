//! Room for marks and labels: marks too close to be touched one by one gather, and labels that
//! would overlap take another row or are left out.

/// Marks that stand together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gathered {
    /// Where the group is drawn: the middle of its marks (px).
    pub px: f64,
    /// Index of its first mark.
    pub from: usize,
    /// One past the index of its last mark.
    pub to: usize,
}

/// Gathers marks (px, rising) into groups whose places are at least `min_gap_px` apart. Groups
/// follow each other and hold every mark once.
pub fn gather(px: &[f64], min_gap_px: f64) -> Vec<Gathered> {
    let middle = |from: usize, to: usize| (px[from] + px[to - 1]) / 2.0;
    let mut groups: Vec<Gathered> = Vec::new();
    for (n, &place) in px.iter().enumerate() {
        let mut group = Gathered { px: place, from: n, to: n + 1 };
        // Taking a mark in moves a group to the left of where the mark stood, so that it may come too
        // near to the group before: they join.
        while let Some(before) = groups.pop_if(|before| group.px - before.px < min_gap_px) {
            group = Gathered { px: middle(before.from, group.to), from: before.from, to: group.to };
        }
        groups.push(group);
    }
    groups
}

/// Gives each box (left edge and width, px, left edges rising) the first of `rows` rows where it
/// stands at least `gap_px` clear of the box before it there; `None` where no row has room.
pub fn label_rows(boxes: &[(f64, f64)], gap_px: f64, rows: usize) -> Vec<Option<usize>> {
    let mut ends = vec![f64::NEG_INFINITY; rows];
    boxes
        .iter()
        .map(|&(from, width)| {
            let row = ends.iter().position(|end| end + gap_px <= from)?;
            ends[row] = from + width;
            Some(row)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn marks_closer_than_a_finger_gather() {
        let check = |px: &[f64], expect: &[(f64, usize, usize)]| {
            let got: Vec<_> = gather(px, 10.0).iter().map(|g| (g.px, g.from, g.to)).collect();
            assert_eq!(got, expect, "{px:?}");
        };
        check(&[], &[]);
        check(&[5.0], &[(5.0, 0, 1)]);
        check(&[0.0, 10.0], &[(0.0, 0, 1), (10.0, 1, 2)]);
        check(&[0.0, 4.0, 30.0], &[(2.0, 0, 2), (30.0, 2, 3)]);
        check(&[0.0, 11.0, 13.0, 19.0], &[(0.0, 0, 1), (15.0, 1, 4)]);
    }

    #[test]
    fn labels_take_the_first_row_with_room() {
        let check = |boxes: &[(f64, f64)], expect: &[Option<usize>]| {
            assert_eq!(label_rows(boxes, 4.0, 2), expect, "{boxes:?}");
        };
        check(&[(0.0, 10.0), (14.0, 10.0)], &[Some(0), Some(0)]);
        check(&[(0.0, 10.0), (13.0, 10.0), (14.0, 5.0)], &[Some(0), Some(1), Some(0)]);
        check(&[(0.0, 50.0), (1.0, 50.0), (2.0, 50.0)], &[Some(0), Some(1), None]);
        assert_eq!(label_rows(&[(0.0, 1.0)], 4.0, 0), [None]);
    }

    proptest! {
        #[test]
        fn groups_hold_every_mark_once_and_keep_their_distance(
            mut px in prop::collection::vec(0.0f64..300.0, 0..40), gap in 1.0f64..60.0,
        ) {
            px.sort_by(f64::total_cmp);
            let groups = gather(&px, gap);
            prop_assert_eq!(groups.first().map_or(0, |g| g.from), 0);
            prop_assert_eq!(groups.last().map_or(0, |g| g.to), px.len());
            for pair in groups.windows(2) {
                prop_assert_eq!(pair[0].to, pair[1].from);
                prop_assert!(pair[1].px - pair[0].px >= gap);
            }
        }
    }
}
