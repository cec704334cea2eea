//! `Err(OrderError::Declined { reason })`: a typed error of the workflow's own, as the failure that its callers decode.

use super::Lower;
use super::inline::Of;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{Probe, Stmt, VarId};
use crate::workflow::resolve::{is_constant, last};
use syn::spanned::Spanned;
use syn::{Expr, Pat, PatIdent, Path, Type};

/// `Ok(other)` of a decoded failure: as `Err(other)` of a call it is the failure, which is data.
pub struct Whole {
    pub pat: Pat,
    name: PatIdent,
    child: VarId,
}

/// A pattern that binds a decoded failure whole.
pub fn whole(pat: &Pat, child: VarId) -> Option<Whole> {
    let Pat::TupleStruct(ok) = pat else { return None };
    match ok.elems.first() {
        Some(inner @ Pat::Ident(name))
            if last(&ok.path) == "Ok" && super::side::takes_all(inner) =>
        {
            let path = &ok.path;
            let pat = syn::parse_quote_spanned!(pat.span()=> #path(_));
            Some(Whole { pat, name: name.clone(), child })
        }
        _ => None,
    }
}

/// The variable that holds the failure which is decoded.
pub fn child(on: &Ex) -> Option<VarId> {
    match &on.kind {
        ExKind::Call { path, args, .. } if is_decoded(&path.path) => match &args.first()?.kind {
            ExKind::Method(copy) => copy.receiver.place().map(|(child, _)| child),
            _ => None,
        },
        _ => None,
    }
}

/// The path of the variant of an enum that an expression makes.
pub fn variant(value: &Expr) -> Option<&Path> {
    let path = match value {
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => &path.path,
            _ => return None,
        },
        Expr::Struct(literal) => &literal.path,
        // `Refused::NSF` as well: a constant is no error.
        Expr::Path(path) => &path.path,
        _ => return None,
    };
    let of = path.segments.iter().rev().nth(1)?;
    let named = |name: &str| name.starts_with(char::is_uppercase);
    (named(&last(path)) && named(&of.ident.to_string())).then_some(path)
}

fn is_decoded(path: &Path) -> bool {
    last(path) == "decoded" && path.segments.first().is_some_and(|first| first.ident == "workflow")
}

/// The enum of a variant.
fn enumeration(variant: &Path) -> Path {
    let mut path = variant.clone();
    path.segments.pop();
    path.segments.pop_punct();
    path
}

/// `value.clone()`
pub(super) fn cloned(of: VarId, span: proc_macro2::Span) -> Ex {
    crate::workflow::resolve::var(of, span).called("clone", vec![])
}

impl Lower<'_> {
    /// True if what fails here is the function's own: the rest behind an undo is no block.
    fn is_own(&self) -> bool {
        self.inlined.iter().all(|inlined| matches!(inlined.of, Of::Undo { .. }))
    }

    /// `OrderError::from(failure)` of the workflow's own error: what it is made from.
    pub(super) fn strip_own<'e>(&self, value: &'e Expr) -> &'e Expr {
        let own = match &self.own {
            Some(Type::Path(own)) if self.scope == 0 && self.is_own() => last(&own.path),
            _ => return value,
        };
        let Expr::Call(call) = value else { return value };
        let Expr::Path(path) = &*call.func else { return value };
        let of = path.path.segments.iter().rev().nth(1);
        let from = last(&path.path) == "from" && of.is_some_and(|of| of.ident == own);
        call.args.first().filter(|_| from).unwrap_or(value)
    }

    /// A failure that is decoded, with the failure of the child in a variable: every arm looks at it.
    pub(super) fn looked_at(&mut self, on: Ex) -> Ex {
        let (path, mut args, probe) = match on.kind {
            ExKind::Call { path, args, probe } if is_decoded(&path.path) => (path, args, probe),
            kind => return Ex { kind, ..on },
        };
        if let Some(child) = args.pop() {
            let (of, span) = (self.temporary("child", child.span), child.span);
            self.set(of, child);
            args.push(cloned(of, span));
        }
        Ex { kind: ExKind::Call { path, args, probe }, ..on }
    }

    /// Binds the failure that an arm takes whole.
    pub(super) fn bind_whole(&mut self, whole: &Whole) {
        let value = crate::workflow::resolve::var(whole.child, whole.name.span());
        self.bind_let(&Pat::Ident(whole.name.clone()), None, value);
    }

    /// Refuses a decoded failure that is kept: an error is no data.
    pub(super) fn refuse_kept(&mut self, value: &Ex) {
        if let ExKind::Call { path, .. } = &value.kind
            && is_decoded(&path.path)
        {
            self.errors.span(
                value.span,
                "a decoded failure cannot be kept",
                "`match` on it: `match failure.decode::<ChildError>() { Ok(ChildError::Declined { .. }) => .., .. }`",
            );
            self.errors.echo();
        }
    }

    /// The failure that an error is: its name, and its fields as a task's error has them.
    pub(super) fn typed_error(&mut self, error: &Expr) -> Option<Ex> {
        let of = enumeration(variant(error)?);
        let span = error.span();
        let value = match error {
            // What looks like a constant elsewhere is a variant here.
            Expr::Path(path) if is_constant(&last(&path.path)) => {
                let (path, probe) = (path.clone(), Some(self.graph.probe(span)));
                Ex::new(ExKind::Construct { path, args: None, probe }, span)
            }
            error => self.value(error)?,
        };
        let probe = match &value.kind {
            ExKind::Construct { probe, .. } => *probe,
            ExKind::Struct { probe, .. } => Some(*probe),
            _ => None,
        };
        if let Some(probe) = probe {
            self.graph.probes[probe] = Probe::Error(of);
        }
        Some(self.failing_with(value, span))
    }

    /// `failing(error)`
    fn failing_with(&mut self, error: Ex, span: proc_macro2::Span) -> Ex {
        let path = syn::parse_quote_spanned!(span=> ::workflow::__private::failing);
        let probe = Some(self.graph.probe(span));
        Ex::new(ExKind::Call { path, args: vec![error], probe }, span)
    }

    /// An error that a failure is made of: one that a pattern took out of data is a value, whose fields are written.
    pub(super) fn kept_error(&mut self, error: Ex) -> Ex {
        match (&error.kind, error.span) {
            (ExKind::Var(var), span) if self.is_part_of_data(*var) => {
                self.failing_with(error, span)
            }
            _ => error,
        }
    }

    fn is_part_of_data(&self, var: VarId) -> bool {
        let code = self.graph.blocks.iter().flat_map(|block| &block.code);
        code.into_iter().any(|stmt| match stmt {
            Stmt::Let { binds, value, bound: true, .. } => {
                binds.contains(&var) && !matches!(value.kind, ExKind::Caught(_))
            }
            _ => false,
        })
    }
}
