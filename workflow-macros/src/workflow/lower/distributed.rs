//! The parts that only a distributed `map` has: `map(rows, async |row| { .. }).distributed()`.

use super::Lower;
use super::call::Parts;
use crate::workflow::advice::is_own;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{Distribution, Reader, ScopeId, VarKind};
use crate::workflow::resolve::last;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Expr, Token};

/// The functions that read, and what the program calls what they read.
const FORMS: &[(&str, &str)] = &[
    ("read_csv", "Csv"),
    ("read_json", "Json"),
    ("read_jsonl", "JsonLines"),
    ("list_objects", "Listing"),
];

/// The builders of a distributed `map`, besides those of any `map`.
pub(super) const BUILDERS: &[&str] =
    &["distributed", "express", "tolerated_failure_count", "tolerated_failure_percentage", "write"];

/// The source of a `map`'s items.
#[derive(Default)]
pub(super) struct Source<'e> {
    /// The list, or the call that reads.
    pub list: Option<&'e Expr>,
    pub reader: Option<Reader>,
    pub batch: Option<u32>,
}

impl Lower<'_> {
    /// True if a `map` is distributed. Its builders are those that it can have.
    pub(super) fn map_builders(&mut self, parts: &Parts<'_>) -> bool {
        const ANY: [&str; 3] = ["max_concurrency", "retry", "named"];
        let distributed = parts.builders.iter().any(|(name, _)| *name == "distributed");
        if distributed {
            let all: Vec<&str> = ANY.iter().chain(BUILDERS).copied().collect();
            self.refuse_builders(parts, &all, "a distributed `map`");
            self.refuse_within_express(parts);
            return true;
        }
        for (name, _) in &parts.builders {
            if BUILDERS.iter().any(|only| name == only) {
                let what = format!(
                    "`.{name}(..)` is possible on a distributed `map` only: AWS ignores it elsewhere"
                );
                self.errors.at(name, what, format!("write `.distributed()` before `.{name}(..)`"));
            }
        }
        self.refuse_builders(parts, &[&ANY[..], BUILDERS].concat(), "`map`");
        false
    }

    /// The EXPRESS executions of items start no others.
    fn refuse_within_express(&mut self, parts: &Parts<'_>) {
        let distributed = parts.builders.iter().find(|(name, _)| *name == "distributed");
        if let (true, Some((name, _))) = (self.env.express, distributed) {
            self.errors.at(
                name,
                "items with `.express()` cannot have a distributed `map`: AWS refuses it in EXPRESS executions",
                "leave `.distributed()` out here, or `.express()` of the `map` around",
            );
        }
    }

    /// Returns what the items of a distributed `map` capture, which have been lowered, and the limits of their
    /// failures.
    pub(super) fn distribution(&mut self, item: ScopeId, parts: &Parts<'_>) -> Distribution {
        let inputs = self.graph.scopes[item].inputs.clone();
        let captures = inputs.into_iter().filter_map(|var| {
            let VarKind::Input { of: Some(of) } = self.graph.vars[var].kind else { return None };
            let span = self.graph.vars[var].ident.span();
            let value = crate::workflow::resolve::var(of, span);
            Some((var, Ex::new(ExKind::Ref(Box::new(value)), span)))
        });
        Distribution {
            reader: None,
            batch: None,
            writer: None,
            captures: captures.collect(),
            tolerated_count: parts.builder("tolerated_failure_count").and_then(|it| self.count(it)),
            tolerated_percentage: parts
                .builder("tolerated_failure_percentage")
                .and_then(|it| self.percentage(it)),
            express: parts.builders.iter().any(|(name, _)| *name == "express"),
        }
    }

    /// Returns what a `map` goes through: a list, what is read, or batches of either.
    pub(super) fn source<'e>(
        &mut self,
        list: Option<&'e Expr>,
        distributed: bool,
    ) -> Option<Source<'e>> {
        let mut source = Source { list, ..Source::default() };
        if let Some(call) = list.and_then(|list| own_call(list, &["batches"])) {
            source.list = call.args.first();
            source.batch = Some(self.number(call.args.get(1), call, "batches(rows, 100)")?);
        }
        if let Some((call, path, most)) = source.list.and_then(reading) {
            let form = FORMS.iter().find(|(name, _)| last(&path.path) == *name)?.1;
            let max_items = match most {
                Some(most) => Some(self.number(most.args.first(), most, ".max_items(1000)")?),
                None => None,
            };
            source.list = Some(call);
            source.reader = Some(Reader { path: path.clone(), form, max_items });
        }
        if !distributed && (source.reader.is_some() || source.batch.is_some()) {
            let what = match source.reader {
                Some(_) => "only a distributed `map` reads items from a file",
                None => "only a distributed `map` takes batches",
            };
            self.errors.at(list, what, "write `.distributed()` behind the `map`");
            return None;
        }
        Some(source)
    }

    /// Returns what the state evaluates, in order: the list, or the bucket and the key of a call that reads; where
    /// results are written.
    pub(super) fn through(
        &mut self,
        list: &Expr,
        read: bool,
        parts: &Parts<'_>,
    ) -> Option<(Ex, Option<(Ex, Ex)>)> {
        let mut all = match list {
            Expr::Call(call) if read => self.pair(
                call,
                &call.args,
                "a reader needs a bucket and a key",
                "write both: `read_csv::<Row>(bucket, key)`",
            )?,
            list => vec![list],
        };
        if let Some((name, args)) = parts.builders.iter().find(|(name, _)| *name == "write") {
            all.extend(self.pair(
                name,
                args,
                "results need a bucket and a prefix of their keys",
                "write both: `.write(bucket, prefix)`",
            )?);
        }
        let mut values = self.values(all)?.into_iter();
        let list = match read {
            true => Ex::new(ExKind::Tuple(values.by_ref().take(2).collect()), list.span()),
            false => values.next()?,
        };
        Some((list, values.next().zip(values.next())))
    }

    fn pair<'e>(
        &mut self,
        at: &impl quote::ToTokens,
        args: &'e Punctuated<Expr, Token![,]>,
        what: &str,
        help: &str,
    ) -> Option<Vec<&'e Expr>> {
        if args.len() != 2 {
            self.errors.at(at, what, help);
            return None;
        }
        Some(args.iter().collect())
    }

    /// A number that is part of the graph.
    fn number(
        &mut self,
        number: Option<&Expr>,
        at: &impl quote::ToTokens,
        help: &str,
    ) -> Option<u32> {
        let found = match number {
            Some(Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(number), .. })) => {
                number.base10_parse::<u32>().ok().filter(|number| *number > 0)
            }
            _ => None,
        };
        if found.is_none() {
            let what = "the number of items must be a literal: it is part of the document";
            let help = format!("write a number: `{help}`");
            match number {
                Some(number) => self.errors.at(number, what, help),
                None => self.errors.at(at, what, help),
            }
        }
        found
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
                "the number of items that may fail must be a literal: it is part of the document",
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
                "the percentage of items that may fail must be a literal from 0 to 100: it is part of the document",
                "write a number: `.tolerated_failure_percentage(5.0)`",
            );
        }
        number
    }
}

/// A call of one of these functions of this library.
fn own_call<'e>(expr: &'e Expr, names: &[&str]) -> Option<&'e syn::ExprCall> {
    match expr {
        Expr::Paren(paren) => own_call(&paren.expr, names),
        Expr::Group(group) => own_call(&group.expr, names),
        Expr::Call(call) => {
            let Expr::Path(path) = &*call.func else { return None };
            let own = is_own(&path.path) && names.contains(&last(&path.path).as_str());
            own.then_some(call)
        }
        _ => None,
    }
}

/// The call that reads, its function, and how many items it reads at most.
type Reading<'e> = (&'e Expr, &'e syn::ExprPath, Option<&'e syn::ExprMethodCall>);

/// `read_csv::<Row>(bucket, key)`, with `.max_items(10)` or without.
fn reading(expr: &Expr) -> Option<Reading<'_>> {
    match expr {
        Expr::Paren(paren) => reading(&paren.expr),
        Expr::Group(group) => reading(&group.expr),
        Expr::MethodCall(most) if most.method == "max_items" => {
            let (call, path, _) = reading(&most.receiver)?;
            Some((call, path, Some(most)))
        }
        Expr::Call(_) => {
            let names: Vec<_> = FORMS.iter().map(|(name, _)| *name).collect();
            let Expr::Path(path) = &*own_call(expr, &names)?.func else { return None };
            Some((expr, path, None))
        }
        _ => None,
    }
}
