//! Types that stand in the syntax: of tasks' results and arguments, and of what is made of them.
//!
//! What is not known here becomes a parameter of the enum of states, for rustc to infer. That costs: every mention
//! of the enum brings an obligation for each parameter that is not inferred yet, and rustc walks over all of them
//! again and again (a workflow of 200 states with 160 parameters took 21 s to check, with 20 half a second).

use crate::workflow::called;
use crate::workflow::ex::{Draw, Ex, ExKind, ExMethod, is_arithmetic};
use crate::workflow::model::{
    BlockId, Distribution, End, FailValue, ForkKind, Graph, Kind, ScopeId, StateId, Stmt, Task,
    VarId, VarKind,
};
use crate::workflow::uses::Place;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use std::collections::BTreeMap;
use syn::{BinOp, Pat, UnOp};

/// The place that gives the value of a variable, or of a scope.
type Source<'g> = (BlockId, &'g Ex);

/// The types of variables and of the values that scopes end with, as far as they can be named.
pub struct Known<'g> {
    graph: &'g Graph,
    /// The pattern that binds a variable, if there is one, and the value.
    definitions: Vec<Vec<(Option<&'g Pat>, Source<'g>)>>,
    /// The types that tasks, the workflow's own result, and other variables ask of a place.
    asked: BTreeMap<Place, TokenStream>,
    returns: Vec<Vec<Source<'g>>>,
    /// The state whose success leads to a block.
    results: BTreeMap<BlockId, StateId>,
    vars: Vec<Memo>,
    values: Vec<Memo>,
}

#[derive(Clone)]
enum Memo {
    Unasked,
    /// Unknown, or asked for at present: a definition in terms of itself says nothing.
    Unknown,
    Type(TokenStream),
}

impl Memo {
    fn get(&self) -> Option<Option<TokenStream>> {
        match self {
            Memo::Unasked => None,
            Memo::Unknown => Some(None),
            Memo::Type(ty) => Some(Some(ty.clone())),
        }
    }
}

impl From<Option<TokenStream>> for Memo {
    fn from(ty: Option<TokenStream>) -> Self {
        ty.map_or(Memo::Unknown, Memo::Type)
    }
}

impl<'g> Known<'g> {
    /// Of the blocks that are reached.
    pub fn new(graph: &'g Graph, ways: &[usize], output: &syn::Type) -> Self {
        let mut known = Known {
            graph,
            definitions: vec![vec![]; graph.vars.len()],
            asked: BTreeMap::new(),
            returns: vec![vec![]; graph.scopes.len()],
            results: BTreeMap::new(),
            vars: vec![Memo::Unasked; graph.vars.len()],
            values: vec![Memo::Unasked; graph.scopes.len()],
        };
        (0..graph.blocks.len())
            .filter(|block| ways[*block] > 0)
            .for_each(|block| known.collect(block));
        known.ask_all(output);
        known.hand_on();
        known
    }

    /// Asks for the types of tasks' arguments and of the workflow's result.
    fn ask_all(&mut self, output: &syn::Type) {
        for (_, value) in self.returns[0].clone() {
            self.ask(value, &output.to_token_stream());
        }
        for (state, it) in self.graph.states.iter().enumerate() {
            if let Kind::Task(task) = &it.kind {
                let args = task.args.iter().enumerate();
                args.for_each(|(index, value)| self.ask(value, &argument(task, index)));
            }
            if let Kind::Task(_) | Kind::Fork(_) = it.kind
                && let Some(ok) = self.graph.next(state).first()
            {
                self.results.insert(*ok, state);
            }
        }
    }

    /// A variable whose type is known asks for it where it is assigned.
    fn hand_on(&mut self) {
        for var in 0..self.graph.vars.len() {
            let Some(ty) = self.var(var) else { continue };
            for (pat, (_, value)) in self.definitions[var].clone() {
                if matches!(pat, None | Some(Pat::Ident(_))) {
                    self.ask(value, &ty);
                }
            }
        }
        // What was not known may be known now.
        self.vars.fill(Memo::Unasked);
        self.values.fill(Memo::Unasked);
    }

    /// The value of an expression is of this type: so are the places that it is made of.
    fn ask(&mut self, value: &Ex, ty: &TokenStream) {
        if let Some(place) = value.place() {
            self.asked.entry(place).or_insert_with(|| ty.clone());
            return;
        }
        match &value.kind {
            ExKind::Paren(inner) => self.ask(inner, ty),
            ExKind::Method(call) if call.method == "clone" => self.ask(&call.receiver, ty),
            ExKind::Binary(op, left, right, _) if is_arithmetic(op) && is_number(ty) => {
                self.ask(left, ty);
                self.ask(right, ty);
            }
            ExKind::If(_, yes, no) => {
                self.ask(yes, ty);
                self.ask(no, ty);
            }
            _ => {}
        }
    }

    /// The types of all places that can be named.
    pub fn places(&mut self) -> BTreeMap<Place, TokenStream> {
        let vars =
            (0..self.graph.vars.len()).filter_map(|var| Some(((var, vec![]), self.var(var)?)));
        let mut places: BTreeMap<_, _> = vars.collect();
        let parts = self.asked.iter().filter(|((_, path), _)| !path.is_empty());
        places.extend(parts.map(|(place, ty)| (place.clone(), ty.clone())));
        places
    }

    /// The types of variables that are as they are written, whatever rustc infers: by a `let` that says it, or as what
    /// a task returns.
    pub fn written(&mut self) -> BTreeMap<VarId, TokenStream> {
        (0..self.graph.vars.len()).filter_map(|var| Some((var, self.written_of(var)?))).collect()
    }

    fn written_of(&mut self, var: VarId) -> Option<TokenStream> {
        if let Some(ty) = &self.graph.vars[var].ty {
            return Some(ty.to_token_stream());
        }
        let [(Some(Pat::Ident(it)), (block, value)), ..] = self.definitions[var][..] else {
            return None;
        };
        let plain = it.by_ref.is_none() && it.subpat.is_none();
        let state = self.results.get(&block).copied();
        let state = state.filter(|_| plain && matches!(value.kind, ExKind::Result(_)))?;
        matches!(self.graph.states[state].kind, Kind::Task(_)).then(|| self.result(state))?
    }

    fn collect(&mut self, block: BlockId) {
        let it = &self.graph.blocks[block];
        it.code.iter().chain(&it.late).for_each(|stmt| self.define(block, stmt));
        match &it.end {
            End::Return(value) => self.returns[it.scope].push((block, value)),
            End::Enter(state) => {
                if let Kind::Succeed { value } = &self.graph.states[*state].kind {
                    self.returns[it.scope].push((block, value));
                } else if let Kind::Fail { failure: FailValue::Won { value, .. } } =
                    &self.graph.states[*state].kind
                {
                    self.returns[it.scope].push((block, value));
                }
            }
            _ => {}
        }
    }

    fn define(&mut self, block: BlockId, stmt: &'g Stmt) {
        match stmt {
            Stmt::Let { pat, binds, value, .. } => {
                binds
                    .iter()
                    .for_each(|var| self.definitions[*var].push((Some(pat), (block, value))));
            }
            Stmt::Assign { place, op: None, value } => {
                if let ExKind::Var(var) = place.kind {
                    self.definitions[var].push((None, (block, value)));
                }
            }
            Stmt::Late(stmt, _) => self.define(block, stmt),
            _ => {}
        }
    }

    /// The type of a variable.
    fn var(&mut self, var: VarId) -> Option<TokenStream> {
        if let Some(ty) = self.vars[var].get() {
            return ty;
        }
        self.vars[var] = Memo::Unknown;
        let ty = match &self.graph.vars[var] {
            it if it.ty.is_some() => it.ty.to_token_stream().into(),
            it if it.kind == VarKind::Local => {
                self.defined(var).or_else(|| self.asked.get(&(var, vec![])).cloned())
            }
            it => match it.kind {
                VarKind::Item => self.asked.get(&(var, vec![])).cloned(),
                VarKind::Input { of } => {
                    let asked = self.asked.get(&(var, vec![])).cloned();
                    asked.or_else(|| of.and_then(|of| self.var(of)))
                }
                _ => None,
            },
        };
        self.vars[var] = ty.clone().into();
        ty
    }

    fn defined(&mut self, var: VarId) -> Option<TokenStream> {
        let definitions = self.definitions[var].clone();
        definitions.into_iter().find_map(|(pat, (block, value))| match pat {
            None => self.value_of(block, value),
            Some(pat) => self.bound(&self.graph.vars[var].ident, pat, block, value),
        })
    }

    /// The type of a name that a pattern binds.
    fn bound(
        &mut self,
        name: &Ident,
        pat: &Pat,
        block: BlockId,
        value: &Ex,
    ) -> Option<TokenStream> {
        match pat {
            Pat::Ident(it) if it.by_ref.is_none() && it.subpat.is_none() => {
                (it.ident == *name).then(|| self.value_of(block, value))?
            }
            Pat::Tuple(tuple) => {
                let types = self.parts_of(block, value)?;
                let parts = tuple.elems.iter().zip(types);
                parts.into_iter().find_map(|(pat, ty)| match pat {
                    Pat::Ident(it) if it.by_ref.is_none() && it.ident == *name => ty,
                    _ => None,
                })
            }
            _ => None,
        }
    }

    /// The types of the parts of a tuple, if it is one.
    fn parts_of(&mut self, block: BlockId, value: &Ex) -> Option<Vec<Option<TokenStream>>> {
        match &value.kind {
            ExKind::Tuple(items) => {
                Some(items.iter().map(|item| self.value_of(block, item)).collect())
            }
            ExKind::Result(_) => match &self.graph.states[*self.results.get(&block)?].kind {
                Kind::Fork(fork) => match &fork.kind {
                    ForkKind::Parallel { branches } => {
                        Some(branches.iter().map(|scope| self.scope(*scope)).collect())
                    }
                    ForkKind::Map { .. } => None,
                },
                _ => None,
            },
            _ => None,
        }
    }

    /// The type of the value that a scope ends with, if it ends; a parameter if it cannot be named.
    fn scope(&mut self, scope: ScopeId) -> Option<TokenStream> {
        let named = self.named_scope(scope);
        let param =
            || (!self.returns[scope].is_empty()).then(|| parameter(scope).into_token_stream());
        named.or_else(param)
    }

    /// The type of the value that a scope ends with, if it can be named.
    pub fn named_scope(&mut self, scope: ScopeId) -> Option<TokenStream> {
        if let Some(ty) = self.values[scope].get() {
            return ty;
        }
        self.values[scope] = Memo::Unknown;
        let returns = self.returns[scope].clone();
        let ty = returns.into_iter().find_map(|(block, value)| self.value_of(block, value));
        self.values[scope] = ty.clone().into();
        ty
    }

    /// The type of an expression in a block.
    fn value_of(&mut self, block: BlockId, value: &Ex) -> Option<TokenStream> {
        match &value.kind {
            ExKind::Var(var) => self.var(*var),
            ExKind::Unit => Some(quote!(())),
            ExKind::Lit(lit) => literal(lit),
            ExKind::Result(_) => self.result(*self.results.get(&block)?),
            ExKind::Won(scope, _) => self.scope(*scope),
            ExKind::Paren(inner) => self.value_of(block, inner),
            ExKind::Cast(_, ty, _) => named(ty),
            ExKind::Draw(Draw::Random) => Some(quote!(f64)),
            ExKind::Format { .. } | ExKind::Context(_) | ExKind::Draw(_) => {
                Some(quote!(::std::string::String))
            }
            ExKind::Unary(UnOp::Not(_), inner, _) => self.value_of(block, inner),
            ExKind::Binary(op, left, right, _) => self.binary(block, op, left, right),
            ExKind::If(_, yes, no) => {
                self.value_of(block, yes).or_else(|| self.value_of(block, no))
            }
            ExKind::Tuple(items) => {
                let types: Option<Vec<_>> =
                    items.iter().map(|item| self.value_of(block, item)).collect();
                types.map(|types| quote!((#(#types,)*)))
            }
            ExKind::Method(call) => self.method(block, call),
            _ => None,
        }
    }

    /// The type of what a state results in.
    fn result(&mut self, state: StateId) -> Option<TokenStream> {
        match &self.graph.states[state].kind {
            Kind::Task(task) => {
                let path = called::any(&task.path);
                Some(quote!(<#path as ::workflow::__private::Task>::Output))
            }
            Kind::Fork(fork) => match &fork.kind {
                ForkKind::Map {
                    distribution: Some(Distribution { writer: Some(_), .. }), ..
                } => Some(quote!(::workflow::__private::Written)),
                ForkKind::Map { item, .. } => {
                    let item = self.scope(*item)?;
                    Some(quote!(::std::vec::Vec<#item>))
                }
                ForkKind::Parallel { branches } => {
                    let branches = branches.iter().map(|scope| self.scope(*scope));
                    let branches: Vec<_> = branches.collect::<Option<_>>()?;
                    Some(quote!((#(#branches,)*)))
                }
            },
            _ => None,
        }
    }

    fn binary(&mut self, block: BlockId, op: &BinOp, left: &Ex, right: &Ex) -> Option<TokenStream> {
        use BinOp::{Add, And, Div, Eq, Ge, Gt, Le, Lt, Mul, Ne, Or, Rem, Sub};
        match op {
            And(_) | Or(_) | Eq(_) | Ne(_) | Lt(_) | Le(_) | Gt(_) | Ge(_) => Some(quote!(bool)),
            Add(_) | Sub(_) | Mul(_) | Div(_) | Rem(_) => {
                let (left, right) = (self.value_of(block, left), self.value_of(block, right));
                left.or(right).filter(is_number)
            }
            _ => None,
        }
    }

    fn method(&mut self, block: BlockId, call: &ExMethod) -> Option<TokenStream> {
        match call.method.to_string().as_str() {
            "clone" => self.value_of(block, &call.receiver),
            "len" => Some(quote!(usize)),
            "to_string" => Some(quote!(::std::string::String)),
            "is_empty" | "is_some" | "is_none" => Some(quote!(bool)),
            _ => None,
        }
    }
}

/// The type of an argument of a task.
fn argument(task: &Task, index: usize) -> TokenStream {
    let path = called::any(&task.path);
    match task.args.len() {
        1 => quote!(<#path as ::workflow::__private::Task>::Values),
        _ => quote!(<#path as ::workflow::__private::Argument<#index>>::Value),
    }
}

/// The parameter of the enum for the value of a scope.
pub fn parameter(scope: ScopeId) -> Ident {
    format_ident!("__Value{}", scope)
}

/// A literal whose type does not depend on where it stands.
fn literal(lit: &syn::Lit) -> Option<TokenStream> {
    let suffix = match lit {
        syn::Lit::Bool(_) => "bool",
        syn::Lit::Char(_) => "char",
        syn::Lit::Int(number) => number.suffix(),
        syn::Lit::Float(number) => number.suffix(),
        _ => "",
    };
    (!suffix.is_empty()).then(|| Ident::new(suffix, lit.span()).into_token_stream())
}

/// A type that is named as a whole.
fn named(ty: &syn::Type) -> Option<TokenStream> {
    matches!(ty, syn::Type::Path(path) if path.path.get_ident().is_some())
        .then(|| ty.into_token_stream())
}

/// True if a type is one of Rust's numbers: then both sides of an operator, and its result, are of this type.
fn is_number(ty: &TokenStream) -> bool {
    const NUMBERS: [&str; 12] =
        ["u8", "u16", "u32", "u64", "usize", "i8", "i16", "i32", "i64", "isize", "f32", "f64"];
    NUMBERS.contains(&ty.to_string().as_str())
}
