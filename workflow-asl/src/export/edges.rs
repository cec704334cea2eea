//! The edges of the graph.

use super::Export;
use super::walk::{Step, Walk, late};
use crate::expr::Refused;
use crate::program::{Kind, Test};

impl<'p> Export<'p> {
    /// The edges that leave a state for others of its scope or for its end.
    pub fn edges(&self, state: usize) -> Result<Vec<Walk<'p>>, Refused> {
        let plain = |block: usize| Walk::new(self.base.program, block);
        match &self.state(state).kind {
            Kind::Choice { rules, default } => {
                let rules = rules.iter().map(|rule| self.rule(state, rule.next, Some(&rule.test)));
                rules.chain([self.rule(state, *default, None)]).collect()
            }
            Kind::Task { next, catch, .. }
            | Kind::Parallel { next, catch, .. }
            | Kind::Map { next, catch, .. } => {
                let catch = catch.iter().take(self.catchers(state));
                catch.chain([next]).map(|block| plain(*block)).collect()
            }
            Kind::Pass { next } | Kind::Wait { next, .. } | Kind::WaitUntil { next, .. } => {
                Ok(vec![plain(*next)?])
            }
            Kind::Succeed { .. } | Kind::Fail { .. } => Ok(vec![]),
        }
    }

    /// The number of catchers that may take a failure: none behind one of `States.ALL`.
    fn catchers(&self, state: usize) -> usize {
        let catch = self.states.get(state).map_or(&[][..], |options| &options.catch);
        let all = catch.iter().position(|names| takes_all(names));
        all.map_or(usize::MAX, |all| all + 1)
    }

    /// The edge of a rule of a Choice: what the state does late, and what the pattern binds, can be used on it.
    pub fn rule(
        &self,
        state: usize,
        block: usize,
        test: Option<&'p Test>,
    ) -> Result<Walk<'p>, Refused> {
        let walk = Walk::new(self.base.program, block)?;
        let mut steps = late(self.base.program, state)?;
        if let Some(Test::Fits(on, pattern, _)) = test {
            steps.push(Step::Let(pattern, on));
        }
        steps.extend(walk.steps);
        Ok(Walk { steps, target: walk.target })
    }
}

/// True if a catcher takes whatever fails.
pub(super) fn takes_all(names: &[String]) -> bool {
    names.iter().any(|name| name == "States.ALL")
}
