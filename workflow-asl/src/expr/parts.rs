//! The expressions that an expression is made of.

use crate::program::{Binary, Expr, Piece};

/// Tells the expressions that an expression is made of, and whether they are evaluated only sometimes.
pub(crate) fn parts<'e>(expr: &'e Expr, found: &mut dyn FnMut(&'e Expr, bool)) {
    match expr {
        Expr::Var(_) | Expr::Local(_) | Expr::Result | Expr::Caught(_) | Expr::Won(_) => {}
        Expr::Literal(_) | Expr::Constant(..) | Expr::Context(_) | Expr::Draw(_) => {}
        Expr::Carried(a) => found(a, true),
        Expr::Field(a, _)
        | Expr::Unary(_, a, _)
        | Expr::Cast(a, _)
        | Expr::Next(a)
        | Expr::Further(a, _)
        | Expr::Previous(a) => {
            found(a, false);
        }
        Expr::Closure(_, body) => found(body, true),
        Expr::Binary(op, a, b, _) => {
            found(a, false);
            found(b, matches!(op, Binary::And | Binary::Or));
        }
        Expr::Index(a, b) | Expr::Item(a, b) | Expr::Repeat(a, b) | Expr::Range(a, b, _) => {
            [a, b].into_iter().for_each(|part| found(part, false));
        }
        Expr::If(condition, then, otherwise) => {
            found(condition, false);
            [then, otherwise].into_iter().for_each(|part| found(part, true));
        }
        Expr::Match(on, arms) => {
            found(on, false);
            for arm in *arms {
                arm.guard.iter().chain([&arm.value]).for_each(|part| found(part, true));
            }
        }
        Expr::Block(lets, tail) => {
            lets.iter().for_each(|(_, value)| found(value, false));
            found(tail, false);
        }
        Expr::Method(receiver, _, arguments, _) => {
            found(receiver, false);
            arguments.iter().for_each(|part| found(part, false));
        }
        Expr::Changed(_, _, _, arguments) => {
            arguments.iter().for_each(|part| found(part, false));
        }
        Expr::Call(_, items, _)
        | Expr::Construct(_, items, _)
        | Expr::Pure(_, items)
        | Expr::Own(_, items) => {
            items.iter().for_each(|part| found(part, false));
        }
        Expr::Tuple(items) | Expr::List(items) => items.iter().for_each(|part| found(part, false)),
        Expr::Struct(_, fields, base, _) => {
            fields.iter().for_each(|(_, value)| found(value, false));
            base.iter().for_each(|base| found(base, false));
        }
        Expr::Format(pieces) => {
            for piece in *pieces {
                if let Piece::Value(value, ..) = piece {
                    found(value, false);
                }
            }
        }
    }
}
