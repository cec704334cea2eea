//! What only a distributed `map` has: `map(rows, async |row| { .. }).distributed()`.

use super::Lower;
use super::call::Parts;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{Distribution, ScopeId, VarKind};
use syn::Expr;

/// The builders of a distributed `map`, besides those of any `map`.
pub(super) const BUILDERS: &[&str] =
    &["distributed", "tolerated_failure_count", "tolerated_failure_percentage"];

impl Lower<'_> {
    /// Whether a `map` is distributed. Its builders are those that it can have.
    pub(super) fn map_builders(&mut self, parts: &Parts<'_>) -> bool {
        const ANY: [&str; 3] = ["max_concurrency", "retry", "named"];
        let distributed = parts.builders.iter().any(|(name, _)| *name == "distributed");
        if distributed {
            let all: Vec<&str> = ANY.iter().chain(BUILDERS).copied().collect();
            self.refuse_builders(parts, &all, "a distributed `map`");
            return true;
        }
        for (name, _) in &parts.builders {
            if BUILDERS.iter().any(|only| name == only) {
                let what =
                    format!("`.{name}(..)` is of distributed `map`s: AWS looks at it nowhere else");
                self.errors.at(name, what, format!("write `.distributed()` before `.{name}(..)`"));
            }
        }
        self.refuse_builders(parts, &[&ANY[..], BUILDERS].concat(), "`map`");
        false
    }

    /// What the items of a distributed `map` capture, which have been lowered, and the limits of their failures.
    pub(super) fn distribution(&mut self, item: ScopeId, parts: &Parts<'_>) -> Distribution {
        let inputs = self.graph.scopes[item].inputs.clone();
        let captures = inputs.into_iter().filter_map(|var| {
            let VarKind::Input { of: Some(of) } = self.graph.vars[var].kind else { return None };
            let span = self.graph.vars[var].ident.span();
            let value = crate::workflow::resolve::var(of, span);
            Some((var, Ex::new(ExKind::Ref(Box::new(value)), span)))
        });
        Distribution {
            captures: captures.collect(),
            tolerated_count: parts.builder("tolerated_failure_count").and_then(|it| self.count(it)),
            tolerated_percentage: parts
                .builder("tolerated_failure_percentage")
                .and_then(|it| self.percentage(it)),
        }
    }

    fn count(&mut self, count: &Expr) -> Option<u64> {
        let number = match count {
            Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(number), .. }) => {
                number.base10_parse::<u32>().ok().map(u64::from)
            }
            _ => None,
        };
        if number.is_none() {
            self.errors.at(
                count,
                "how many items may fail is part of the graph",
                "write a number: `.tolerated_failure_count(10)`",
            );
        }
        number
    }

    fn percentage(&mut self, percentage: &Expr) -> Option<f64> {
        let number = match percentage {
            Expr::Lit(syn::ExprLit { lit: syn::Lit::Float(number), .. }) => {
                number.base10_parse::<f64>().ok()
            }
            _ => None,
        };
        let number = number.filter(|number| (0.0..=100.0).contains(number));
        if number.is_none() {
            self.errors.at(
                percentage,
                "how many of a hundred items may fail is part of the graph, from 0 to 100",
                "write a number: `.tolerated_failure_percentage(5.0)`",
            );
        }
        number
    }
}
