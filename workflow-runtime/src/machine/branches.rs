//! The branches of a Parallel, told from each other by their labels: they may have changed places.

use super::StateInfo;
use crate::blocked::Reason;
use crate::failure::Failure;
use std::sync::Arc;

/// The number of the branch that each child is, where branches changed places since the children began.
pub(crate) type Order = Arc<[usize]>;

/// Finds the branches of a state that had these labels when its children began; `None` where all are in their places.
///
/// # Errors
/// If one is not there any more, or another one has been added.
pub(crate) fn order(
    states: &[StateInfo],
    state: usize,
    labels: &[String],
) -> Result<Option<Order>, Failure> {
    let Some(info) = states.get(state) else { return Ok(None) };
    let found: Vec<_> = labels.iter().map(|label| branch(states, state, label)).collect();
    let whole: Option<Vec<usize>> = found.iter().copied().collect();
    let fits = whole.filter(|all| {
        let mut sorted = all.clone();
        sorted.sort_unstable();
        sorted.iter().copied().eq(0..info.branches.len())
    });
    match fits {
        Some(order) if order.is_sorted() => Ok(None),
        Some(order) => Ok(Some(order.into())),
        None => Err(Failure::unfit(Reason::new(
            &*info.name,
            "branches",
            listed(labels.iter().map(String::as_str)),
            listed(info.branches.iter().map(|label| &**label)),
        ))),
    }
}

/// Looks at whether a call that a checkpoint waits for has the name of another one by now: calls of one task are numbered,
/// and calls were put between them, or changed places.
///
/// # Errors
/// If it has.
pub(crate) fn renumbered(states: &[StateInfo], state: usize, code: u32) -> Result<(), Failure> {
    let Some(info) = states.get(state) else { return Ok(()) };
    if code == 0 || info.code == code {
        return Ok(());
    }
    // One that was changed where it stands is nowhere else.
    match states.iter().find(|other| other.code == code) {
        None => Ok(()),
        Some(other) => Err(Failure::unfit(Reason::new(
            &*info.name,
            "code",
            format!("the call that is named `{}` now", other.name),
            "the call of this name (`.named(\"..\")` gives calls of one task names of their own)",
        ))),
    }
}

/// The branch of a label: the one that has it, or the one with a state of this name, before which others were put.
fn branch(states: &[StateInfo], state: usize, label: &str) -> Option<usize> {
    let same = states[state].branches.iter().position(|known| known == label);
    same.or_else(|| {
        let inner = states.iter().position(|info| info.name == label)?;
        around(states, inner, state)
    })
}

/// The branch of a state that another state is in, in the scopes below it as well.
fn around(states: &[StateInfo], mut inner: usize, state: usize) -> Option<usize> {
    // A state comes before those within it.
    for _ in 0..states.len() {
        match states.get(inner)?.within? {
            (fork, branch) if fork == state => return Some(branch),
            (fork, _) => inner = fork,
        }
    }
    None
}

fn listed<'l>(labels: impl Iterator<Item = &'l str>) -> String {
    labels.map(|label| format!("`{label}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::machine::Kind;

    fn states() -> Vec<StateInfo> {
        let inner = |name, branch| StateInfo {
            within: Some((0, branch)),
            ..StateInfo::new(name, Kind::Task, "")
        };
        let branches = vec!["First".into(), "B".into()];
        let fork = StateInfo::new("Both", Kind::Parallel, "");
        let fork = StateInfo { branches: branches.into(), ..fork };
        vec![fork, inner("First", 0), inner("A", 0), inner("B", 1)]
    }

    #[test]
    fn branches_are_found_by_their_labels() {
        let cases: [(&[&str], Option<&[usize]>); 4] = [
            (&["First", "B"], None),
            (&["B", "First"], Some(&[1, 0])),
            // A state was put before `A`.
            (&["A", "B"], None),
            (&["B", "A"], Some(&[1, 0])),
        ];
        for (labels, expected) in cases {
            let labels: Vec<_> = labels.iter().copied().map(str::to_owned).collect();
            let order = order(&states(), 0, &labels).unwrap();
            assert_eq!(order.as_deref(), expected, "{labels:?}");
        }
    }

    #[test]
    fn other_branches_do_not_fit() {
        for labels in [&["A"][..], &["A", "B", "C"], &["A", "C"], &["A", "First"]] {
            let labels: Vec<_> = labels.iter().copied().map(str::to_owned).collect();
            let failure = order(&states(), 0, &labels).unwrap_err();
            let reason = &failure.as_blocked().unwrap().reasons[0];
            assert_eq!((&*reason.state, &*reason.field), ("Both", "branches"), "{labels:?}");
            assert_eq!(reason.expected, "`First`, `B`");
        }
    }
}
