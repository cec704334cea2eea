//! The policies of a role: one within it, or several beside it where that would be too large.

use super::statement::{Statement, size};
use crate::text::Text;

/// The most letters that the policies within a role have together, spaces left out (IAM User Guide, "IAM and AWS STS
/// quotas").
const WITHIN: usize = 10_240;
/// The most letters of a managed policy, and the most of them that a role has by itself (the same).
const MANAGED: usize = 6_144;
const MOST: usize = 10;

/// The statements of a role, as its policies have them.
#[derive(Debug, PartialEq)]
pub(crate) enum Policies {
    /// One policy, within the role.
    Within(Vec<Statement>),
    /// Managed policies beside it.
    Beside(Vec<Vec<Statement>>),
}

/// Divides statements among policies.
///
/// # Errors
/// The letters of a role that no number of policies holds.
pub(crate) fn policies(statements: &[Statement]) -> Result<Policies, usize> {
    let whole = size(statements);
    if whole <= WITHIN {
        return Ok(Policies::Within(statements.to_vec()));
    }
    let mut all: Vec<Vec<Statement>> = vec![];
    for statement in statements.iter().flat_map(parts) {
        let fits = |last: &Vec<Statement>| {
            let mut more = last.clone();
            more.push(statement.clone());
            size(&more) <= MANAGED
        };
        match all.last_mut().filter(|last| fits(last)) {
            Some(last) => last.push(statement),
            None => all.push(vec![statement]),
        }
    }
    let fits = all.len() <= MOST && all.iter().all(|it| size(it) <= MANAGED);
    if fits { Ok(Policies::Beside(all)) } else { Err(whole) }
}

/// A statement, or several with parts of its resources where it would fill a policy alone.
fn parts(statement: &Statement) -> Vec<Statement> {
    let part =
        |resources: &[Text]| Statement { resources: resources.to_vec(), ..statement.clone() };
    if size(std::slice::from_ref(statement)) <= MANAGED / 2 || statement.resources.len() < 2 {
        return vec![statement.clone()];
    }
    let (first, second) = statement.resources.split_at(statement.resources.len() / 2);
    [first, second].into_iter().flat_map(|it| parts(&part(it))).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn functions(count: usize) -> Vec<Statement> {
        let arn =
            |index| Text::plain(format!("arn:aws:lambda:eu-west-1:123456789012:function:f{index}"));
        vec![
            Statement::new(&["lambda:InvokeFunction"], (0..count).map(arn).collect()),
            Statement::new(&["sns:Publish"], vec![Text::any()]),
        ]
    }

    #[test]
    fn a_large_role_has_policies_beside_it() {
        assert_eq!(policies(&functions(100)), Ok(Policies::Within(functions(100))));
        let Ok(Policies::Beside(all)) = policies(&functions(600)) else { panic!("within") };
        assert!((6..=10).contains(&all.len()), "{}", all.len());
        assert!(all.iter().all(|it| size(it) <= MANAGED));
        // Each is allowed once, and nothing else is.
        let mut allowed: Vec<String> = all
            .iter()
            .flatten()
            .flat_map(|it| {
                it.resources.iter().map(|arn| format!("{} {}", it.actions[0], arn.shown()))
            })
            .collect();
        let count = allowed.len();
        allowed.sort();
        allowed.dedup();
        assert_eq!((count, allowed.len()), (601, 601));
        assert!(policies(&functions(1_200)).is_err_and(|letters| letters > 61_440));
    }

    #[test]
    fn one_resource_that_fills_a_policy_is_refused() {
        let long = Text::plain(format!("arn:aws:s3:::{}", "x".repeat(11_000)));
        assert!(policies(&[Statement::new(&["s3:GetObject"], vec![long])]).is_err());
    }
}
