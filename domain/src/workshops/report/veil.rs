//! Small groups are veiled: no figure shows a group of one to four people, and none is
//! left when figures that are shown are taken from one another.
//!
//! Counts that hold one another (those who entered, those of them who wrote, those of
//! these who published…) go through one [`Veil`]: a count is shown as it is only when
//! it is at least [`SMALLEST`] away from each one shown before it. What is final first
//! goes first, so that a figure shown one day is shown the same on any later day, and
//! two days side by side tell no more than one. Suppressing the cells that would give a
//! small one away is the statistical agencies' "complementary suppression" (Cox, 1980).

/// The smallest group that is shown.
pub const SMALLEST: usize = 5;

/// Who looks at the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Eyes {
    /// Whoever runs the workshop: they saw the room, and are told its figures as they are.
    Runs,
    /// Anybody else; and files, comparisons, pages that go further than one person.
    #[default]
    Others,
}

impl Eyes {
    /// The smallest group these eyes are shown.
    pub fn smallest(self) -> usize {
        match self {
            Self::Runs => 1,
            Self::Others => SMALLEST,
        }
    }
}

/// A count of people as it may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// It is this many.
    Exactly(usize),
    /// From one to four.
    Few,
    /// From one to four less than this many.
    Under(usize),
    /// From one to four more than this many.
    Over(usize),
    /// It is not told: it would give a small group away.
    Kept,
}

impl Shown {
    /// The number, when it is told.
    pub fn exact(self) -> Option<usize> {
        match self {
            Self::Exactly(count) => Some(count),
            Self::Few | Self::Under(_) | Self::Over(_) | Self::Kept => None,
        }
    }
}

/// Whether a count is of a group that is not shown.
pub fn is_small(count: usize) -> bool {
    (1..SMALLEST).contains(&count)
}

/// What was shown of counts that hold one another.
#[derive(Clone, Debug, Default)]
pub struct Veil {
    shown: Vec<usize>,
    eyes: Eyes,
}

impl Veil {
    /// Begins with everyone there is.
    pub fn over(everyone: usize, eyes: Eyes) -> (Self, Shown) {
        if everyone < eyes.smallest() {
            let shown = if everyone == 0 { Shown::Exactly(0) } else { Shown::Few };
            return (Self { shown: vec![], eyes }, shown);
        }
        (Self { shown: vec![everyone], eyes }, Shown::Exactly(everyone))
    }

    /// Shows one more count, one of those that hold one another.
    pub fn show(&mut self, count: usize) -> Shown {
        if self.eyes == Eyes::Runs {
            return Shown::Exactly(count);
        }
        if self.shown.is_empty() {
            // The whole group is small: whether it is none, some or all is kept.
            return Shown::Kept;
        }
        if is_small(count) {
            return Shown::Few;
        }
        let near = |shown: &&usize| is_small(shown.abs_diff(count));
        match self.shown.iter().find(near) {
            Some(shown) if *shown > count => Shown::Under(*shown),
            Some(shown) => Shown::Over(*shown),
            None => {
                self.shown.push(count);
                Shown::Exactly(count)
            }
        }
    }
}

/// The parts of a group whose whole is shown: the small ones are kept, and with them
/// as many of the next smallest as it takes for what is kept to hold five people.
pub fn parts(sizes: &[usize], eyes: Eyes) -> Vec<Shown> {
    if eyes == Eyes::Runs {
        return sizes.iter().map(|size| Shown::Exactly(*size)).collect();
    }
    let mut kept: Vec<usize> = (0..sizes.len()).filter(|at| is_small(sizes[*at])).collect();
    let mut others: Vec<usize> = (0..sizes.len()).filter(|at| sizes[*at] >= SMALLEST).collect();
    others.sort_by_key(|at| std::cmp::Reverse(sizes[*at]));
    let held = |kept: &[usize]| kept.iter().map(|at| sizes[*at]).sum::<usize>();
    while !kept.is_empty() && (kept.len() < 2 || held(&kept) < SMALLEST) {
        let Some(next) = others.pop() else { break };
        kept.push(next);
    }
    let shown =
        |at: usize| if kept.contains(&at) { Shown::Kept } else { Shown::Exactly(sizes[at]) };
    (0..sizes.len()).map(shown).collect()
}

/// Of each part of a group, those who did something: `(size, did)`. All are shown, or
/// none: only when nobody is in a group of one to four, among those who did and those
/// who did not.
pub fn did_in_parts(parts: &[(usize, usize)], eyes: Eyes) -> Option<Vec<usize>> {
    let safe = |(size, did): &(usize, usize)| {
        eyes == Eyes::Runs || !is_small(*did) && !is_small(size - did)
    };
    parts.iter().all(safe).then(|| parts.iter().map(|(_, did)| *did).collect())
}
