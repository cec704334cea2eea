//! Lists what expressions, statements and states use: variables, or fields in them; by value or not.

use super::ex::{Ex, ExKind};
use super::model::{
    Choice, Distribution, FailValue, Fork, ForkKind, Form, Graph, Kind, StateId, Stmt, Test, VarId,
    VarKind,
};
use syn::visit::Visit;
use syn::{BinOp, Pat};

/// A variable, and the fields that lead to the part of it that is meant.
pub type Place = (VarId, Vec<String>);

/// The use of a place.
pub struct Use<'g> {
    pub place: Place,
    /// By value: what does not implement `Copy` is gone afterwards.
    pub moved: bool,
    /// The expression that names it.
    pub at: Option<&'g Ex>,
}

/// In a place: what `..base` takes, the fields that do not stand before it. Nobody knows their names.
const REST: &str = "..";

/// True if one of two places holds the other.
pub fn overlap(a: &Place, b: &Place) -> bool {
    a.0 == b.0 && a.1.iter().zip(&b.1).all(|(a, b)| a == b)
}

/// True if a place is another one or inside it.
pub fn inside(inner: &Place, outer: &Place) -> bool {
    overlap(inner, outer) && inner.1.len() >= outer.1.len()
}

/// The uses in an expression whose value is used by value (`moved`) or looked at.
pub fn expr<'g>(ex: &'g Ex, moved: bool, uses: &mut Vec<Use<'g>>) {
    if let Some(place) = ex.place() {
        return uses.push(Use { place, moved, at: Some(ex) });
    }
    match &ex.kind {
        ExKind::Field(base, _) => expr(base, false, uses),
        ExKind::Ref(inner)
        | ExKind::Deref(inner)
        | ExKind::Unary(_, inner, _)
        | ExKind::Cast(inner, ..) => {
            expr(inner, false, uses);
        }
        ExKind::Paren(inner) => expr(inner, moved, uses),
        ExKind::Index(a, b) | ExKind::Range(a, b, _) => both(a, b, false, uses),
        // `text + "more"` takes the text; numbers are copied, so nothing is lost by looking only.
        ExKind::Binary(BinOp::Add(_), a, b, _) => {
            expr(a, true, uses);
            expr(b, false, uses);
        }
        ExKind::Binary(_, a, b, _) => both(a, b, false, uses),
        ExKind::If(condition, then, otherwise) => {
            expr(condition, false, uses);
            both(then, otherwise, moved, uses);
        }
        ExKind::Match(on, arms) => {
            expr(on, arms.iter().any(|arm| binds(&arm.pat)), uses);
            for arm in arms {
                arm.guard.iter().for_each(|guard| expr(guard, false, uses));
                expr(&arm.value, moved, uses);
            }
        }
        ExKind::Block(lets, tail) => {
            lets.iter().for_each(|(_, _, value)| expr(value, true, uses));
            expr(tail, moved, uses);
        }
        ExKind::Method(call) => {
            expr(&call.receiver, takes_receiver(&call.method.to_string()), uses);
            call.args.iter().for_each(|arg| expr(arg, true, uses));
        }
        // What it uses by value is gone with it.
        ExKind::Closure { body, .. } => expr(body, true, uses),
        ExKind::Format { args, .. } => args.iter().for_each(|arg| expr(arg, false, uses)),
        ExKind::Struct { fields, base, .. } => {
            fields.iter().for_each(|(_, value)| expr(value, true, uses));
            base.iter().for_each(|base| rest(base, uses));
        }
        _ => ex.parts().into_iter().for_each(|part| expr(part, true, uses)),
    }
}

/// `..base` reads the base, and takes some of it.
fn rest<'g>(base: &'g Ex, uses: &mut Vec<Use<'g>>) {
    let Some(place) = base.place() else { return expr(base, true, uses) };
    let part = (place.0, [place.1.clone(), vec![REST.to_owned()]].concat());
    uses.push(Use { place, moved: false, at: None });
    uses.push(Use { place: part, moved: true, at: Some(base) });
}

fn both<'g>(a: &'g Ex, b: &'g Ex, moved: bool, uses: &mut Vec<Use<'g>>) {
    expr(a, moved, uses);
    expr(b, moved, uses);
}

/// Methods that take their receiver by value, of types that are not `Copy`.
pub fn takes_receiver(method: &str) -> bool {
    matches!(
        method,
        "into"
            | "into_iter"
            | "into_keys"
            | "into_values"
            | "unwrap"
            | "expect"
            | "unwrap_or"
            | "unwrap_or_else"
            | "unwrap_or_default"
            | "map"
            | "map_or"
            | "map_or_else"
            | "map_err"
            | "and"
            | "and_then"
            | "filter"
            | "or"
            | "or_else"
            | "xor"
            | "zip"
            | "ok_or"
            | "ok_or_else"
            | "ok"
            | "flatten"
            | "unzip"
            | "min"
            | "max"
            | "clamp"
            | "is_some_and"
            | "is_none_or"
    )
}

fn binds(pat: &Pat) -> bool {
    struct Find(bool);
    impl<'p> Visit<'p> for Find {
        fn visit_pat_ident(&mut self, _: &'p syn::PatIdent) {
            self.0 = true;
        }
    }
    let mut find = Find(false);
    find.visit_pat(pat);
    find.0
}

/// Returns what a statement uses natively, and the variables it defines.
pub fn stmt<'g>(stmt: &'g Stmt, uses: &mut Vec<Use<'g>>) -> Vec<VarId> {
    let whole = |place: &Ex| {
        place.place().map(|(var, _)| Use { place: (var, vec![]), moved: false, at: None })
    };
    match stmt {
        Stmt::Let { pat, binds, value, bound, .. } => {
            match value.place() {
                _ if *bound => {}
                Some(place) => taken_apart(pat, place, value, uses),
                None => expr(value, true, uses),
            }
            binds.clone()
        }
        Stmt::Assign { place, op, value } => {
            expr(value, true, uses);
            match place.place() {
                Some((var, fields)) if fields.is_empty() && op.is_none() => return vec![var],
                // A part is written: the whole must still be there.
                _ => uses.extend(whole(place)),
            }
            vec![]
        }
        Stmt::Mutate { place, args, .. } => {
            args.iter().for_each(|arg| expr(arg, true, uses));
            uses.extend(whole(place));
            vec![]
        }
        Stmt::Drop(value) => {
            expr(value, true, uses);
            vec![]
        }
        Stmt::Take { each, binds, .. } => {
            uses.push(Use { place: (*each, vec![]), moved: false, at: None });
            binds.clone()
        }
        Stmt::Late(_, told) => {
            let looked_at = |var: &VarId| Use { place: (*var, vec![]), moved: false, at: None };
            uses.extend(told.iter().map(looked_at));
            vec![]
        }
    }
}

/// Lists what a pattern takes out of a place: of a struct the fields that it names, while the struct is still there.
fn taken_apart<'g>(pat: &Pat, place: Place, at: &'g Ex, uses: &mut Vec<Use<'g>>) {
    let inside = |name: String| (place.0, [place.1.clone(), vec![name]].concat());
    match pat {
        Pat::Struct(fields) => {
            uses.push(Use { place: place.clone(), moved: false, at: None });
            for field in &fields.fields {
                taken_apart(&field.pat, inside(super::ex::member_name(&field.member)), at, uses);
            }
        }
        Pat::Tuple(tuple) => {
            uses.push(Use { place: place.clone(), moved: false, at: None });
            for (index, pat) in tuple.elems.iter().enumerate() {
                taken_apart(pat, inside(index.to_string()), at, uses);
            }
        }
        Pat::Paren(paren) => taken_apart(&paren.pat, place, at, uses),
        pat => uses.push(Use { place, moved: binds(pat), at: Some(at) }),
    }
}

/// Collects what entering a state uses: its arguments, conditions and the like; not its children.
pub fn entry<'g>(graph: &'g Graph, state: StateId, uses: &mut Vec<Use<'g>>) {
    match &graph.states[state].kind {
        Kind::Task(task) => task.args.iter().for_each(|arg| expr(arg, true, uses)),
        Kind::Wait { until, .. } => expr(until.ex(), true, uses),
        Kind::Fork(Fork { kind: ForkKind::Map { list, distribution, .. }, .. }) => {
            expr(list, true, uses);
            let more = distribution.iter().flat_map(Distribution::exprs);
            more.for_each(|ex| expr(ex, true, uses));
        }
        Kind::Fork(_) | Kind::Pass { .. } => {}
        Kind::Succeed { value } => expr(value, true, uses),
        Kind::Fail { failure: FailValue::New(error, cause) } => both(error, cause, true, uses),
        Kind::Fail { failure: FailValue::Caught(value) } => expr(value, true, uses),
        Kind::Fail { failure: FailValue::Won { value, .. } } => expr(value, true, uses),
        Kind::Choice(choice) => {
            chosen(choice, uses);
            let bound = bound_by_rules(graph, choice);
            uses.retain(|used| !bound.contains(&used.place.0));
        }
    }
}

fn chosen<'g>(choice: &'g Choice, uses: &mut Vec<Use<'g>>) {
    let mut patterns = choice.rules.iter().filter_map(|rule| match &rule.test {
        Test::Fits(pat, _) => Some(pat),
        _ => None,
    });
    match &choice.form {
        Form::Match { on, default } => expr(on, binds(default) || patterns.any(binds), uses),
        Form::For { each } => uses.push(Use { place: (*each, vec![]), moved: false, at: None }),
        Form::If => {}
    }
    for rule in &choice.rules {
        match &rule.test {
            Test::When(condition) | Test::Fits(_, Some(condition)) => expr(condition, false, uses),
            Test::Fits(_, None) | Test::HasNext => {}
        }
    }
}

/// Returns what the patterns of a choice bind: its guards may read it.
pub fn bound_by_rules(graph: &Graph, choice: &Choice) -> Vec<VarId> {
    let code = choice.rules.iter().flat_map(|rule| &graph.blocks[rule.next].code);
    let binds = code.filter_map(|stmt| match stmt {
        Stmt::Let { binds, bound: true, .. } => Some(binds.clone()),
        _ => None,
    });
    binds.flatten().collect()
}

/// In the document a `for` loop's iterator is two variables.
pub fn in_document(graph: &Graph, var: VarId) -> Vec<VarId> {
    match graph.vars[var].kind {
        VarKind::Each { list, index, .. } => vec![list, index],
        _ => vec![var],
    }
}
