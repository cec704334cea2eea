//! The program: the same graph written down as static data, for the exporter.

mod expr;
mod literal;
mod operators;
mod pattern;

use super::called;

use super::document::Document;
use super::ex::{Ex, ExKind};
use super::model::{
    Block, Choice, Distribution, End, FailValue, Fork, ForkKind, Form, Graph, Kind, Outcome,
    ProbeId, Stmt, Test, Until, VarId, VarKind,
};
use super::race;
pub use expr::expr;
use pattern::pattern;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

pub struct Program<'g> {
    pub graph: &'g Graph,
    pub document: &'g Document,
}

impl Program<'_> {
    /// `static __PROGRAM: Program`
    pub fn emit(&self, name: &str, comment: &str) -> TokenStream {
        let graph = self.graph;
        let parameters =
            (0..graph.vars.len()).filter(|var| graph.vars[*var].kind == VarKind::Parameter);
        let variables = (0..graph.vars.len()).map(|var| self.variable(var));
        let states = (0..graph.states.len()).map(|state| self.state(state));
        let blocks = graph.blocks.iter().map(|block| self.block(block));
        let start = graph.scopes[0].start;
        quote! {
            #[allow(clippy::all, clippy::pedantic, reason = "lints are for what the user writes")]
            static __PROGRAM: ::workflow::__private::program::Program = {
                use ::workflow::__private::program::*;
                Program {
                    name: #name,
                    comment: #comment,
                    parameters: &[#(#parameters),*],
                    variables: &[#(#variables),*],
                    states: &[#(#states),*],
                    blocks: &[#(#blocks),*],
                    start: #start,
                }
            };
        }
    }

    fn variable(&self, var: VarId) -> TokenStream {
        let parameter =
            (0..var).filter(|var| self.graph.vars[*var].kind == VarKind::Parameter).count();
        let (name, probe) = match self.graph.vars[var].kind {
            // The name of a field of the input.
            VarKind::Parameter => {
                (self.graph.parameters[parameter].clone(), self.graph.vars[var].probe)
            }
            VarKind::Input { of } => (self.graph.input_name(var, of), self.graph.vars[var].probe),
            _ => (self.document.names[var].clone(), self.graph.vars[var].probe),
        };
        let root = match (&self.document.alias[var], &self.graph.vars[var].kind) {
            (Some(alias), _) => {
                let alias = expr(alias);
                quote!(Root::Alias(&#alias))
            }
            (None, VarKind::Parameter | VarKind::Input { .. }) => quote!(Root::Input),
            (None, VarKind::Item) => quote!(Root::Item),
            (None, _) => quote!(Root::Assigned),
        };
        quote!(Variable { name: #name, probe: #probe, root: #root })
    }

    fn block(&self, block: &Block) -> TokenStream {
        let (mut code, mut late) = (self.code(&block.code), self.code(&block.late));
        if block.deferred {
            late = [code, late].concat();
            code = vec![];
        }
        let end = match &block.end {
            End::Goto(next) => quote!(End::Goto(#next)),
            End::Enter(state) => quote!(End::Enter(#state)),
            End::Return(value) => {
                let value = expr(value);
                quote!(End::Return(#value))
            }
            End::Raced => quote!(End::Return(Expr::Result)),
            // Nothing leads here.
            End::Open | End::Unreachable => quote!(End::Return(Expr::Literal(Literal::Unit))),
        };
        quote!(Block { code: &[#(#code),*], late: &[#(#late),*], end: #end })
    }

    fn code(&self, code: &[Stmt]) -> Vec<TokenStream> {
        code.iter().flat_map(|stmt| self.stmt(stmt)).collect()
    }

    fn stmt(&self, stmt: &Stmt) -> Vec<TokenStream> {
        match stmt {
            Stmt::Let { binds, .. } if self.is_alias(binds) => vec![],
            Stmt::Let { pat, binds, value, .. } => self.bind(pat, binds, value),
            Stmt::Assign { place, op, value } => {
                let value = match op {
                    Some(op) => compound(op, place, value, self.graph),
                    None => expr(value),
                };
                vec![assign(place, &value)]
            }
            Stmt::Mutate { place, method, args } => {
                let (method, args) = (method.to_string(), args.iter().map(expr));
                let place = self::place(place);
                vec![quote!(Stmt::Mutate(#place, #method, &[#(#args),*]))]
            }
            Stmt::Drop(_) => vec![],
            Stmt::Take { each, pat, .. } => self.take(*each, pat),
            Stmt::Late(inner, _) => self.stmt(inner),
        }
    }

    fn is_alias(&self, binds: &[VarId]) -> bool {
        matches!(binds, [var] if self.document.alias[*var].is_some())
    }

    fn bind(&self, pat: &syn::Pat, binds: &[VarId], value: &Ex) -> Vec<TokenStream> {
        let value = expr(value);
        if let [var] = binds
            && let VarKind::Each { list, index, pairs } = self.graph.vars[*var].kind
        {
            let value = if pairs { of_pairs(&value) } else { value };
            let list = self.document.alias[list].is_none().then(
                || quote!(Stmt::Let(Pattern::Bind(#list, ::core::option::Option::None), #value)),
            );
            let zero = quote!(Stmt::Let(Pattern::Bind(#index, ::core::option::Option::None), Expr::Literal(Literal::Integer(0))));
            return list.into_iter().chain([zero]).collect();
        }
        let pat = pattern(self.graph, pat);
        vec![quote!(Stmt::Let(#pat, #value))]
    }

    /// The next item of a loop, and the counter.
    fn take(&self, each: VarId, pat: &syn::Pat) -> Vec<TokenStream> {
        let VarKind::Each { list, index, .. } = self.graph.vars[each].kind else { return vec![] };
        let pat = pattern(self.graph, pat);
        vec![
            quote!(Stmt::Let(#pat, Expr::Item(&Expr::Var(#list), &Expr::Var(#index)))),
            quote!(Stmt::Assign(Place { variable: #index, fields: &[] }, Expr::Next(&Expr::Var(#index)))),
        ]
    }

    fn state(&self, index: usize) -> TokenStream {
        let state = &self.graph.states[index];
        let (name, kind) = (&state.name, self.kind(&state.kind));
        let live = self.document.at_state[index].iter();
        let comment = match &state.kind {
            Kind::Task(task) => {
                let path = called::any(&task.path);
                quote!(<#path as ::workflow::__private::Task>::DEFINITION.comment)
            }
            _ => quote!(""),
        };
        quote!(State { name: #name, comment: #comment, live: &[#(#live),*], kind: #kind })
    }

    fn kind(&self, kind: &Kind) -> TokenStream {
        match kind {
            Kind::Task(task) => {
                let args = task.args.iter().enumerate().map(|(index, arg)| {
                    let (path, arg) = (called::any(&task.path), expr(arg));
                    quote!((::workflow::__private::argument(<#path as ::workflow::__private::Task>::DEFINITION.arguments, #index), #arg))
                });
                let (next, catch) = outcome(&task.outcome);
                quote!(Kind::Task { arguments: &[#(#args),*], next: #next, catch: #catch })
            }
            Kind::Choice(choice) => self.choice(choice),
            Kind::Pass { next } => quote!(Kind::Pass { next: #next }),
            Kind::Wait { until: Until::At(time), next } => {
                let timestamp = expr(time);
                quote!(Kind::WaitUntil { timestamp: #timestamp, next: #next })
            }
            Kind::Wait { until: Until::After(duration), next } => {
                let seconds = seconds(duration);
                quote!(Kind::Wait { seconds: #seconds, next: #next })
            }
            Kind::Fork(fork) => self.fork(fork),
            Kind::Succeed { value } => {
                let value = expr(value);
                quote!(Kind::Succeed { output: #value })
            }
            Kind::Fail { failure } => fail(failure),
        }
    }

    fn choice(&self, choice: &Choice) -> TokenStream {
        let default = choice.default;
        let rules = choice.rules.iter().map(|rule| {
            let next = rule.next;
            let test = match (&rule.test, &choice.form) {
                (Test::When(condition), _) => {
                    let condition = expr(condition);
                    quote!(Test::When(#condition))
                }
                (Test::Fits(pat, guard), Form::Match { on, .. }) => {
                    let (on, pat, guard) =
                        (expr(on), pattern(self.graph, pat), option(guard.as_ref().map(expr)));
                    quote!(Test::Fits(#on, #pat, #guard))
                }
                (_, Form::For { each }) => self.has_next(*each),
                _ => quote!(Test::When(Expr::Literal(Literal::Bool(true)))),
            };
            quote!(Rule { test: #test, next: #next })
        });
        quote!(Kind::Choice { rules: &[#(#rules),*], default: #default })
    }

    fn has_next(&self, each: VarId) -> TokenStream {
        let VarKind::Each { list, index, .. } = self.graph.vars[each].kind else { return quote!() };
        quote!(Test::When(Expr::Binary(Binary::Less, &Expr::Var(#index), &Expr::Method(&Expr::Var(#list), "len", &[], ::core::option::Option::None), ::core::option::Option::None)))
    }

    fn fork(&self, fork: &Fork) -> TokenStream {
        let (next, catch) = outcome(&fork.outcome);
        match &fork.kind {
            ForkKind::Parallel { branches } => {
                let branches = branches.iter().map(|branch| self.graph.scopes[*branch].start);
                quote!(Kind::Parallel { branches: &[#(#branches),*], next: #next, catch: #catch })
            }
            ForkKind::Map { list, item, width, distribution } => {
                let (list, scope) = (expr(list), &self.graph.scopes[*item]);
                let item = scope.item.iter().chain(&scope.inputs).next().copied();
                let (item, start) = (item.unwrap_or_default(), scope.start);
                let distributed = option(distribution.as_ref().map(distributed));
                quote!(Kind::Map { items: #list, item: #item, start: #start, max_concurrency: #width, distributed: #distributed, next: #next, catch: #catch })
            }
        }
    }
}

/// A list that may be a map: its pairs. Of a list it is the list.
fn of_pairs(list: &TokenStream) -> TokenStream {
    quote!(Expr::Method(&#list, "into_iter", &[], ::core::option::Option::None))
}

fn distributed(distribution: &Distribution) -> TokenStream {
    let captures = distribution.captures.iter().map(|(var, value)| {
        let value = expr(value);
        quote!((#var, #value))
    });
    let count = option(distribution.tolerated_count.map(|it| quote!(#it)));
    let percentage = option(distribution.tolerated_percentage.map(|it| quote!(#it)));
    let express = distribution.express;
    let reader = option(distribution.reader.as_ref().map(|reader| {
        let (form, most) =
            (format_ident!("{}", reader.form), option(reader.max_items.map(|it| quote!(#it))));
        quote!(Reader { form: Form::#form, max_items: #most })
    }));
    let batch = option(distribution.batch.map(|it| quote!(#it)));
    let writer = option(distribution.writer.as_ref().map(|(bucket, prefix)| {
        let (bucket, prefix) = (expr(bucket), expr(prefix));
        quote!((#bucket, #prefix))
    }));
    quote!(&Distributed {
        captures: &[#(#captures),*],
        tolerated_count: #count,
        tolerated_percentage: #percentage,
        express: #express,
        reader: #reader,
        batch: #batch,
        writer: #writer,
    })
}

fn outcome(outcome: &Outcome) -> (usize, TokenStream) {
    let catch = outcome.catch.iter().flat_map(|catch| catch.names.iter().map(|_| catch.block));
    (outcome.ok, quote!(&[#(#catch),*]))
}

fn fail(failure: &FailValue) -> TokenStream {
    let (error, cause) = match failure {
        FailValue::New(error, cause) => (expr(error), expr(cause)),
        FailValue::Caught(value) => {
            let value = expr(value);
            let error = quote!(Expr::Method(&#value, "error", &[], ::core::option::Option::None));
            (error, quote!(Expr::Field(&#value, "cause")))
        }
        FailValue::Won { position, value, .. } => {
            let (error, value) = (race::error(*position), expr(value));
            (quote!(Expr::Literal(Literal::Str(#error))), quote!(Expr::Carried(&#value)))
        }
    };
    quote!(Kind::Fail { error: #error, cause: #cause })
}

/// `Duration::from_secs(n)` → `n`
fn seconds(duration: &Ex) -> TokenStream {
    let ExKind::Call { path, args, .. } = &duration.kind else { return expr(duration) };
    let [arg] = &args[..] else { return quote!(Expr::Literal(Literal::Integer(0))) };
    let number = expr(arg);
    let factor = match super::resolve::last(&path.path).as_str() {
        "from_mins" => 60_i64,
        "from_hours" => 3600,
        _ => return number,
    };
    match &arg.kind {
        ExKind::Lit(syn::Lit::Int(n)) if n.base10_parse::<i64>().is_ok() => {
            let seconds = n.base10_parse::<i64>().unwrap_or_default().saturating_mul(factor);
            quote!(Expr::Literal(Literal::Integer(#seconds)))
        }
        _ => {
            quote!(Expr::Binary(Binary::Multiply, &#number, &Expr::Literal(Literal::Integer(#factor)), ::core::option::Option::None))
        }
    }
}

fn compound(op: &syn::BinOp, left: &Ex, right: &Ex, graph: &Graph) -> TokenStream {
    let probe =
        left.place().filter(|(_, fields)| fields.is_empty()).map(|(var, _)| graph.vars[var].probe);
    operators::binary(op, &expr(left), &expr(right), probe)
}

fn assign(target: &Ex, value: &TokenStream) -> TokenStream {
    let place = place(target);
    quote!(Stmt::Assign(#place, #value))
}

fn place(place: &Ex) -> TokenStream {
    let (variable, fields) = place.place().unwrap_or_default();
    quote!(Place { variable: #variable, fields: &[#(#fields),*] })
}

fn probe_or_none(probe: Option<ProbeId>) -> TokenStream {
    option(probe.map(|probe| quote!(#probe)))
}

fn option(value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}
