//! Goes through all expressions of a graph, to change them.

use super::ex::{Ex, ExKind};
use super::model::{Block, End, FailValue, Fork, ForkKind, Form, Graph, Kind, Stmt, Test, Until};

/// Hands on each expression that stands for itself in a block or a state: its parts are not handed on. The places that
/// statements change are none of them, but the expressions inside of these are; nor is what the items of a distributed
/// Map capture.
pub fn every(graph: &mut Graph, change: &mut dyn FnMut(&mut Ex)) {
    for block in &mut graph.blocks {
        in_block(block, change);
    }
    for state in &mut graph.states {
        in_state(&mut state.kind, change);
    }
}

fn in_block(block: &mut Block, change: &mut dyn FnMut(&mut Ex)) {
    block.code.iter_mut().chain(&mut block.late).for_each(|stmt| in_stmt(stmt, change));
    if let End::Return(value) = &mut block.end {
        change(value);
    }
}

fn in_stmt(stmt: &mut Stmt, change: &mut dyn FnMut(&mut Ex)) {
    match stmt {
        Stmt::Let { value, .. } | Stmt::Drop(value) => change(value),
        Stmt::Assign { place, value, .. } => {
            in_place(place, change);
            change(value);
        }
        Stmt::Mutate { place, args, .. } => {
            in_place(place, change);
            args.iter_mut().for_each(change);
        }
        Stmt::Take { .. } => {}
        Stmt::Late(stmt, _) => in_stmt(stmt, change),
    }
}

fn in_place(place: &mut Ex, change: &mut dyn FnMut(&mut Ex)) {
    match &mut place.kind {
        ExKind::Var(_) => {}
        ExKind::Field(base, _) | ExKind::Paren(base) => in_place(base, change),
        ExKind::Index(base, index) => {
            in_place(base, change);
            change(index);
        }
        _ => change(place),
    }
}

fn in_state(kind: &mut Kind, change: &mut dyn FnMut(&mut Ex)) {
    match kind {
        Kind::Task(task) => task.args.iter_mut().for_each(change),
        Kind::Choice(choice) => {
            if let Form::Match { on, .. } = &mut choice.form {
                change(on);
            }
            for rule in &mut choice.rules {
                match &mut rule.test {
                    Test::When(condition) | Test::Fits(_, Some(condition)) => change(condition),
                    Test::Fits(_, None) | Test::HasNext => {}
                }
            }
        }
        Kind::Wait { until: Until::After(end) | Until::At(end), .. } => change(end),
        Kind::Fork(Fork { kind: ForkKind::Map { list, distribution, .. }, .. }) => {
            change(list);
            if let Some((bucket, prefix)) = distribution.as_mut().and_then(|it| it.writer.as_mut())
            {
                change(bucket);
                change(prefix);
            }
        }
        Kind::Succeed { value } => change(value),
        Kind::Fail { failure } => match failure {
            FailValue::New(error, cause) => {
                change(error);
                change(cause);
            }
            FailValue::Caught(value) => change(value),
            FailValue::Won { value, .. } => change(value),
        },
        Kind::Fork(_) | Kind::Pass { .. } => {}
    }
}

/// The expressions directly inside of one, to change them.
pub fn parts_mut(ex: &mut Ex) -> Vec<&mut Ex> {
    match &mut ex.kind {
        ExKind::Var(_)
        | ExKind::Local(_)
        | ExKind::Unit
        | ExKind::Lit(_)
        | ExKind::Result(_)
        | ExKind::Won(..)
        | ExKind::Caught(_)
        | ExKind::Const { .. }
        | ExKind::Context(_)
        | ExKind::Draw(_) => vec![],
        ExKind::Field(a, _) | ExKind::Unary(_, a, _) | ExKind::Cast(a, ..) => vec![a],
        ExKind::Ref(a) | ExKind::Deref(a) | ExKind::Paren(a) => vec![a],
        ExKind::Index(a, b)
        | ExKind::Binary(_, a, b, _)
        | ExKind::Repeat(a, b)
        | ExKind::Range(a, b, _) => vec![a, b],
        ExKind::If(a, b, c) => vec![a, b, c],
        ExKind::Match(on, arms) => {
            let arms = arms.iter_mut().flat_map(|arm| arm.guard.iter_mut().chain([&mut arm.value]));
            std::iter::once(&mut **on).chain(arms).collect()
        }
        ExKind::Block(lets, tail) => {
            lets.iter_mut().map(|(_, _, value)| value).chain([&mut **tail]).collect()
        }
        ExKind::Method(call) => std::iter::once(&mut call.receiver).chain(&mut call.args).collect(),
        ExKind::Changed(change) => {
            std::iter::once(&mut change.place).chain(&mut change.args).collect()
        }
        ExKind::Closure { body, .. } => vec![body],
        ExKind::Call { args, .. } | ExKind::Pure { args, .. } | ExKind::Format { args, .. } => {
            args.iter_mut().collect()
        }
        ExKind::Construct { args, .. } => args.iter_mut().flatten().collect(),
        ExKind::Struct { fields, base, .. } => {
            fields.iter_mut().map(|(_, value)| value).chain(base.as_deref_mut()).collect()
        }
        ExKind::Tuple(items) | ExKind::List { items, .. } => items.iter_mut().collect(),
    }
}
