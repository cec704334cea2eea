//! An expression without effect: what is left of Rust's after names are resolved and calls hoisted.

use super::model::{ProbeId, ScopeId, VarId};
use proc_macro2::Span;
use syn::token::Paren;
use syn::{BinOp, Expr, ExprPath, Ident, LitStr, Member, Pat, Type, UnOp};

/// The method of a list that stands for `list[index] = value`.
pub const SET: &str = "__set";

/// The method that puts a value in the place of one that is there: an item of a list, or a value of a map.
pub const PUT: &str = "__put";

/// The method that makes a list or a map anew of an iterator: `place = items.collect()`, whose type is that of the place.
pub const GATHERED: &str = "__gathered";

/// The method that tells what `remove` takes out: an item of a list, a value of a map, or whether a set had it.
pub const REMOVED: &str = "__removed";

/// A `fold` of a loop that `break` leaves.
pub const FOLDED: &str = "__fold";

/// The method of a map that takes a value out, which is put in again: in the document it is read.
pub const TAKEN: &str = "__taken";

/// The method of a borrow that copies its value.
pub const KEPT: &str = "__kept";

/// The method of a number that is the number, with the probe of its type.
pub const TYPED: &str = "__typed";

#[derive(Clone)]
pub struct Ex {
    pub kind: ExKind,
    pub span: Span,
    /// The `Ok` and its parentheses around what a scope ends with: rustc looks at both.
    pub ok: Option<Box<(Ident, Paren)>>,
}

#[derive(Clone)]
pub enum ExKind {
    Var(VarId),
    Local(Ident),
    Unit,
    Lit(syn::Lit),
    /// The result of the state: natively a variable of this name.
    Result(Ident),
    /// The failure that a catcher took, with the probe of its type; natively the arm's own pattern binds it.
    Caught(ProbeId),
    /// The value of the branch that won a race, with the probe of its type; natively decoded from the failure that the
    /// catcher took.
    Won(ScopeId, ProbeId),
    /// A field of the context object.
    Context(Context),
    /// A value drawn once: the whole value of a `let` or an assignment.
    Draw(Draw),
    /// The same value in each execution: a constant, or `T::default()`.
    Const {
        value: Box<Expr>,
        index: usize,
        probe: ProbeId,
    },
    Field(Box<Ex>, Member),
    Index(Box<Ex>, Box<Ex>),
    Unary(UnOp, Box<Ex>, Option<ProbeId>),
    Binary(BinOp, Box<Ex>, Box<Ex>, Option<ProbeId>),
    Cast(Box<Ex>, Type, ProbeId),
    Ref(Box<Ex>),
    Deref(Box<Ex>),
    Paren(Box<Ex>),
    If(Box<Ex>, Box<Ex>, Box<Ex>),
    Match(Box<Ex>, Vec<ExArm>),
    Block(Vec<(Pat, Option<Type>, Ex)>, Box<Ex>),
    Method(Box<ExMethod>),
    /// A name inside an expression after a change of it, or of a part of it.
    Changed(Box<ExChange>),
    Closure {
        params: Vec<Pat>,
        body: Box<Ex>,
        moves: bool,
    },
    Call {
        path: ExprPath,
        args: Vec<Ex>,
        probe: Option<ProbeId>,
    },
    /// A call of a `#[pure]` function, as far as syntax tells.
    Pure {
        path: syn::Path,
        of: Callee,
        args: Vec<Ex>,
        probe: Option<ProbeId>,
    },
    Construct {
        path: ExprPath,
        args: Option<Vec<Ex>>,
        probe: Option<ProbeId>,
    },
    Struct {
        path: syn::Path,
        fields: Vec<(Member, Ex)>,
        base: Option<Box<Ex>>,
        probe: ProbeId,
    },
    Tuple(Vec<Ex>),
    List {
        items: Vec<Ex>,
        vec: bool,
    },
    Repeat(Box<Ex>, Box<Ex>),
    Range(Box<Ex>, Box<Ex>, bool),
    Format {
        text: LitStr,
        pieces: Vec<Piece>,
        args: Vec<Ex>,
    },
}

/// The way in which a `#[pure]` function is found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Callee {
    /// By its path.
    Path,
    /// In the type that its path begins with, by the number of its name.
    Type(u64),
    /// In the type of what it is called on, the first argument, which it borrows: by its index in the graph's methods.
    Receiver(usize),
}

/// The fields of the execution that a workflow can read.
#[derive(Clone, Copy)]
pub enum Context {
    Id,
    Name,
    StartTime,
    StateMachine,
}

impl Context {
    /// By the method of `execution()`.
    pub fn named(method: &str) -> Option<Self> {
        match method {
            "id" => Some(Context::Id),
            "name" => Some(Context::Name),
            "start_time" => Some(Context::StartTime),
            "state_machine" => Some(Context::StateMachine),
            _ => None,
        }
    }
}

/// Time and chance.
#[derive(Clone, Copy, PartialEq)]
pub enum Draw {
    Uuid,
    Random,
    Now,
}

impl Draw {
    /// `uuid()`, `random()`, `now()`
    pub fn of(expr: &syn::Expr) -> Option<Self> {
        let path = call_of_nothing(expr)?;
        match path.as_str() {
            "uuid" => Some(Draw::Uuid),
            "random" => Some(Draw::Random),
            "now" => Some(Draw::Now),
            _ => None,
        }
    }
}

/// The name in `name()` and `workflow::name()`.
pub fn call_of_nothing(expr: &syn::Expr) -> Option<String> {
    let syn::Expr::Call(call) = expr else { return None };
    let syn::Expr::Path(path) = &*call.func else { return None };
    let segments: Vec<_> =
        path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    match &segments[..] {
        [name] if call.args.is_empty() => Some(name.clone()),
        [krate, name] if krate == "workflow" && call.args.is_empty() => Some(name.clone()),
        _ => None,
    }
}

#[derive(Clone)]
pub struct ExMethod {
    pub receiver: Ex,
    pub method: Ident,
    pub turbofish: Option<syn::AngleBracketedGenericArguments>,
    pub paren: Paren,
    pub args: Vec<Ex>,
    pub probe: Option<ProbeId>,
}

#[derive(Clone)]
pub struct ExChange {
    pub of: Ident,
    /// The name, or a field in it.
    pub place: Ex,
    /// The method that changes it; none if it is assigned.
    pub method: Option<Ident>,
    pub args: Vec<Ex>,
}

#[derive(Clone)]
pub struct ExArm {
    pub pat: Pat,
    pub guard: Option<Ex>,
    pub value: Ex,
}

#[derive(Clone)]
pub enum Piece {
    Text(String),
    /// The number of the argument, and what stands after the colon.
    Arg(usize, String),
}

impl Ex {
    pub fn new(kind: ExKind, span: Span) -> Self {
        Ex { kind, span, ok: None }
    }

    /// A call of a method of it.
    pub fn called(self, name: &str, args: Vec<Ex>) -> Self {
        let span = self.span;
        let (method, paren) = (Ident::new(name, span), Paren(span));
        let call = ExMethod { receiver: self, method, turbofish: None, paren, args, probe: None };
        Ex::new(ExKind::Method(Box::new(call)), span)
    }

    /// The variable and the fields of a place: `order.customer.card`.
    pub fn place(&self) -> Option<(VarId, Vec<String>)> {
        match &self.kind {
            ExKind::Var(var) => Some((*var, vec![])),
            ExKind::Field(base, member) => {
                let (var, mut path) = base.place()?;
                path.push(member_name(member));
                Some((var, path))
            }
            ExKind::Paren(inner) => inner.place(),
            _ => None,
        }
    }

    /// The expressions directly inside.
    pub fn parts(&self) -> Vec<&Ex> {
        match &self.kind {
            ExKind::Var(_)
            | ExKind::Local(_)
            | ExKind::Unit
            | ExKind::Lit(_)
            | ExKind::Result(_)
            | ExKind::Won(..) => vec![],
            ExKind::Caught(_) | ExKind::Const { .. } | ExKind::Context(_) | ExKind::Draw(_) => {
                vec![]
            }
            ExKind::Field(a, _) | ExKind::Unary(_, a, _) | ExKind::Cast(a, ..) => vec![a],
            ExKind::Ref(a) | ExKind::Deref(a) | ExKind::Paren(a) => vec![a],
            ExKind::Index(a, b) | ExKind::Binary(_, a, b, _) | ExKind::Repeat(a, b) => vec![a, b],
            ExKind::Range(a, b, _) => vec![a, b],
            ExKind::If(a, b, c) => vec![a, b, c],
            ExKind::Match(on, arms) => {
                let arms = arms.iter().flat_map(|arm| arm.guard.iter().chain([&arm.value]));
                std::iter::once(&**on).chain(arms).collect()
            }
            ExKind::Block(lets, tail) => {
                lets.iter().map(|(_, _, value)| value).chain([&**tail]).collect()
            }
            ExKind::Method(method) => {
                std::iter::once(&method.receiver).chain(&method.args).collect()
            }
            ExKind::Changed(change) => std::iter::once(&change.place).chain(&change.args).collect(),
            ExKind::Closure { body, .. } => vec![body],
            ExKind::Call { args, .. } | ExKind::Pure { args, .. } | ExKind::Format { args, .. } => {
                args.iter().collect()
            }
            ExKind::Construct { args, .. } => args.iter().flatten().collect(),
            ExKind::Struct { fields, base, .. } => {
                fields.iter().map(|(_, value)| value).chain(base.as_deref()).collect()
            }
            ExKind::Tuple(items) | ExKind::List { items, .. } => items.iter().collect(),
        }
    }

    /// True if it can fail to have a value. By syntax alone: what might, does.
    pub fn may_fault(&self) -> bool {
        let itself = match &self.kind {
            ExKind::Index(..) | ExKind::Cast(..) | ExKind::Pure { .. } => true,
            ExKind::Unary(op, ..) => matches!(op, UnOp::Neg(_)),
            ExKind::Binary(op, ..) => is_arithmetic(op),
            ExKind::Method(call) => {
                call.method != TAKEN
                    && call.method != TYPED
                    && call.method != FOLDED
                    && call.method != KEPT
                    && !(call.method == REMOVED && call.args.iter().all(is_key))
                    && method_may_fault(&call.method)
            }
            ExKind::Changed(change) => change.method.as_ref().is_some_and(method_may_fault),
            _ => false,
        };
        itself || self.parts().into_iter().any(Ex::may_fault)
    }

    /// True if it names the variable of any of these.
    pub fn reads(&self, var: VarId) -> bool {
        matches!(self.kind, ExKind::Var(v) if v == var)
            || self.parts().into_iter().any(|part| part.reads(var))
    }
}

/// True if the call of a method can fail, its arguments apart.
pub fn method_may_fault(method: &Ident) -> bool {
    crate::methods::find(&method.to_string()).is_none_or(|method| method.may_fault)
}

/// True for `&key` and `"key"`, which are no index.
fn is_key(of: &Ex) -> bool {
    matches!(of.kind, ExKind::Ref(_) | ExKind::Lit(syn::Lit::Str(_)))
}

pub fn member_name(member: &Member) -> String {
    match member {
        Member::Named(ident) => crate::ident::text(ident),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

pub fn is_arithmetic(op: &BinOp) -> bool {
    use BinOp::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Rem, RemAssign, Sub, SubAssign};
    matches!(
        op,
        Add(_)
            | Sub(_)
            | Mul(_)
            | Div(_)
            | Rem(_)
            | AddAssign(_)
            | SubAssign(_)
            | MulAssign(_)
            | DivAssign(_)
            | RemAssign(_)
    )
}

/// `let pattern = value`, and `let pattern = value && guard`: a match with one arm, and its guard.
pub fn tested(condition: &syn::Expr) -> Option<(&syn::ExprLet, Option<syn::Expr>)> {
    match condition {
        syn::Expr::Let(test) => Some((test, None)),
        syn::Expr::Binary(syn::ExprBinary { left, op: syn::BinOp::And(and), right, .. }) => {
            let (test, guard) = tested(left)?;
            let guard = match guard {
                Some(guard) => syn::parse_quote!(#guard #and #right),
                None => (**right).clone(),
            };
            Some((test, Some(guard)))
        }
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_draw_is_a_call_without_arguments() {
        for (code, drawn) in [
            ("uuid()", true),
            ("random()", true),
            ("now()", true),
            ("workflow::uuid()", true),
            ("uuid(1)", false),
            ("workflow::uuid(1)", false),
            ("other::uuid()", false),
            ("a::workflow::uuid()", false),
            ("other()", false),
            ("uuid", false),
            ("x.uuid()", false),
        ] {
            assert_eq!(Draw::of(&syn::parse_str(code).unwrap()).is_some(), drawn, "{code}");
        }
    }

    #[test]
    fn arithmetic_may_leave_its_type() {
        for op in ["+", "-", "*", "/", "%", "+=", "-=", "*=", "/=", "%="] {
            assert!(is_arithmetic(&syn::parse_str(op).unwrap()), "{op}");
        }
        for op in ["==", "<", "&&", "||", "&", "^", "<<", ">>=", "|="] {
            assert!(!is_arithmetic(&syn::parse_str(op).unwrap()), "{op}");
        }
    }

    #[test]
    fn a_condition_has_a_pattern_and_a_guard() {
        for (code, guard) in [
            ("let Some(x) = y", Some("")),
            ("let Some(x) = y && x > 1", Some("x > 1")),
            ("let Some(x) = y && x > 1 && z", Some("x > 1 && z")),
            ("x > 1", None),
            ("x > 1 && z", None),
            ("x > 1 || z", None),
        ] {
            let condition = format!("if {code} {{}}");
            let branch: syn::ExprIf = syn::parse_str(&condition).unwrap();
            let found = tested(&branch.cond).map(|(_, guard)| {
                guard.map(|it| quote::quote!(#it).to_string()).unwrap_or_default()
            });
            assert_eq!(found.as_deref(), guard, "{code}");
        }
    }
}
