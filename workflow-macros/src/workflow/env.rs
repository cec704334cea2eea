//! The meaning of each name at the place that is being lowered; and names that are unique in a function.

use super::model::{ScopeId, VarId};
use crate::ident::text;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use syn::visit::Visit;
use syn::{Ident, Pat};

#[derive(Clone)]
pub enum Binding {
    /// A variable of the workflow.
    Var(VarId),
    /// A name bound inside an expression, under its unique name.
    Local(Ident),
    /// A closure, written out where it is called.
    Function(Rc<Function>),
}

/// A closure under a name, with what names mean where it stands.
pub struct Function {
    pub closure: syn::ExprClosure,
    scopes: Vec<HashMap<String, Binding>>,
}

/// Names in scope, innermost last.
#[derive(Default)]
pub struct Env {
    scopes: Vec<HashMap<String, Binding>>,
    taken: BTreeSet<String>,
    /// The executions of distributed Maps that code is in: they see nothing of what is outside, but get it as input.
    pub executions: Vec<ScopeId>,
    /// True in EXPRESS executions.
    pub express: bool,
    /// The calls of closures under a name that were written out.
    pub written_out: usize,
    /// The scopes outside of the innermost closure: what they bind it cannot change.
    closed: usize,
    /// All identifiers of the function: a generated name is none of these.
    user: BTreeSet<String>,
    /// Names that a `let` or a closure declares, though they are written as a variant or a constant: `let N = ..`.
    declared: BTreeSet<String>,
    /// Unique names of what is bound inside an expression by `mut`.
    pub changing: BTreeSet<String>,
}

impl Env {
    pub fn new(function: TokenStream) -> Self {
        // What generated code calls its own.
        let taken = ["input", "index", "item", "value", "error"].map(str::to_owned).into();
        let mut env = Env { scopes: vec![HashMap::new()], taken, ..Env::default() };
        env.collect(function);
        env
    }

    /// Leaves all names in scope behind, and knows the identifiers of another function.
    pub fn enter(&mut self, function: TokenStream) -> Vec<HashMap<String, Binding>> {
        self.collect(function);
        std::mem::replace(&mut self.scopes, vec![HashMap::new()])
    }

    /// Back to the names that were left behind.
    pub fn leave(&mut self, scopes: Vec<HashMap<String, Binding>>) {
        self.scopes = scopes;
    }

    /// A closure with the names in scope here.
    pub fn function(&self, closure: &syn::ExprClosure) -> Binding {
        Binding::Function(Rc::new(Function {
            closure: closure.clone(),
            scopes: self.scopes.clone(),
        }))
    }

    /// The names in scope where a closure stands, until [`Env::leave`].
    pub fn within(&mut self, function: &Function) -> Vec<HashMap<String, Binding>> {
        std::mem::replace(&mut self.scopes, function.scopes.clone())
    }

    /// Knows the names that a function declares for certain: a pattern that is one of these binds it.
    pub fn declare(&mut self, function: &syn::ItemFn) {
        Declared(&mut self.declared).visit_item_fn(function);
    }

    pub fn is_declared(&self, name: &Ident) -> bool {
        self.declared.contains(&name.to_string())
    }

    fn collect(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => drop(self.user.insert(text(&ident))),
                TokenTree::Group(group) => self.collect(group.stream()),
                _ => {}
            }
        }
    }

    /// Names from here on are those of a closure, until [`Env::open`].
    pub fn close(&mut self) -> usize {
        std::mem::replace(&mut self.closed, self.scopes.len())
    }

    pub fn open(&mut self, closed: usize) {
        self.closed = closed;
    }

    /// True if a name is bound in the innermost closure.
    pub fn is_own(&self, name: &Ident) -> bool {
        let name = text(name);
        self.scopes.iter().rposition(|scope| scope.contains_key(&name)) >= Some(self.closed)
    }

    pub fn push(&mut self) {
        self.scopes.push(HashMap::new());
    }

    pub fn pop(&mut self) {
        self.scopes.pop();
    }

    /// Takes the innermost scope away, to be put back later.
    pub fn take(&mut self) -> HashMap<String, Binding> {
        self.scopes.pop().unwrap_or_default()
    }

    pub fn put(&mut self, scope: HashMap<String, Binding>) {
        self.scopes.push(scope);
    }

    pub fn bind(&mut self, name: &Ident, binding: Binding) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(text(name), binding);
        }
    }

    /// Notes what a pattern, whose names are bound, binds by `mut`.
    pub fn changes(&mut self, pat: &Pat) {
        struct Mutable(Vec<Ident>);
        impl<'e> syn::visit::Visit<'e> for Mutable {
            fn visit_pat_ident(&mut self, pat: &'e syn::PatIdent) {
                self.0.extend(pat.mutability.map(|_| pat.ident.clone()));
                syn::visit::visit_pat_ident(self, pat);
            }
        }
        let mut found = Mutable(vec![]);
        syn::visit::Visit::visit_pat(&mut found, pat);
        for name in found.0 {
            if let Some(Binding::Local(unique)) = self.get(&name) {
                self.changing.insert(unique.to_string());
            }
        }
    }

    pub fn get(&self, name: &Ident) -> Option<&Binding> {
        let name = text(name);
        self.scopes.iter().rev().find_map(|scope| scope.get(&name))
    }

    /// The name itself the first time, then with a number.
    pub fn unique(&mut self, name: &Ident) -> Ident {
        let plain = text(name);
        if self.taken.insert(plain.clone()) {
            return name.clone();
        }
        let fresh = (2..)
            .map(|n| format!("{plain}_{n}"))
            .find(|name| !self.user.contains(name) && !self.taken.contains(name));
        let fresh = fresh.unwrap_or(plain);
        self.taken.insert(fresh.clone());
        Ident::new(&fresh, name.span())
    }

    /// A name that no code of the user has.
    pub fn fresh(&mut self, name: &str, span: proc_macro2::Span) -> Ident {
        let free = |name: &String| !self.user.contains(name) && !self.taken.contains(name);
        let name =
            if syn::parse_str::<Ident>(&format!("r#{name}")).is_ok() { name } else { "value" };
        let numbered = (2..).map(|n| format!("{name}_{n}"));
        let name = std::iter::once(name.to_owned()).chain(numbered).find(free).unwrap_or_default();
        self.taken.insert(name.clone());
        crate::ident::named(&name, span)
    }
}

/// Patterns that always fit: what is a name in them is a variable, in capitals or not.
struct Declared<'a>(&'a mut BTreeSet<String>);

impl Declared<'_> {
    fn names(&mut self, pat: &Pat) {
        match pat {
            Pat::Ident(ident) => drop(self.0.insert(ident.ident.to_string())),
            Pat::Tuple(tuple) => tuple.elems.iter().for_each(|pat| self.names(pat)),
            Pat::Type(typed) => self.names(&typed.pat),
            Pat::Paren(paren) => self.names(&paren.pat),
            _ => {}
        }
    }
}

impl<'f> Visit<'f> for Declared<'_> {
    fn visit_local(&mut self, local: &'f syn::Local) {
        if local.init.as_ref().is_none_or(|init| init.diverge.is_none()) {
            self.names(&local.pat);
        }
        syn::visit::visit_local(self, local);
    }
    fn visit_expr_closure(&mut self, closure: &'f syn::ExprClosure) {
        closure.inputs.iter().for_each(|pat| self.names(pat));
        syn::visit::visit_expr_closure(self, closure);
    }
    fn visit_expr_for_loop(&mut self, turn: &'f syn::ExprForLoop) {
        self.names(&turn.pat);
        syn::visit::visit_expr_for_loop(self, turn);
    }
}
