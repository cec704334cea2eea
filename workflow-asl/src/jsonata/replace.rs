//! Our functions in the place of some built-in ones, by rewriting the tree: the crate lets few be overridden.

use jsonata_core::ast::{AstNode, BinaryOp};

/// Names that nobody can write.
pub(super) const PAD: &str = "\0pad";
pub(super) const DISTINCT: &str = "\0distinct";
pub(super) const REPLACE: &str = "\0replace";
pub(super) const PLAIN: &str = "\0plain";
pub(super) const SPELLED: &str = "\0spelled";
/// Counts the tuples of a step.
pub(super) const ROWS: &str = "\0rows";

/// Whether a name is one of ours.
pub(super) fn is_internal(name: &str) -> bool {
    name.starts_with('\0')
}

/// Puts ours in the place of built-in functions that would not end in time, or would abort the process:
/// `$pad("x", 1e9)` takes 12 seconds whatever the limit, `$distinct` is quadratic, `$replace` of 10^5 places by 10^5
/// characters each takes 10 GB, `$formatInteger(1e15, "I")` writes 10^12 times M. `$now(..)` becomes `$fromMillis($millis(), ..)`: its time is a parameter.
pub(super) fn replace(node: &mut AstNode) {
    fold_chain(node);
    match node {
        AstNode::Variable(name) => match name.as_str() {
            "pad" => *name = PAD.to_owned(),
            "distinct" => *name = DISTINCT.to_owned(),
            "now" => *node = now_function(),
            "formatInteger" => *node = format_function(),
            _ => {}
        },
        AstNode::Function { name, args, is_builtin: true } => match (name.as_str(), args.len()) {
            ("pad", 1..) => {
                *name = PAD.to_owned();
                // `x.$pad(5)`: the string is the context.
                if args.len() == 1 {
                    args.insert(0, AstNode::Variable(String::new()));
                }
            }
            ("distinct", 1..) => *name = DISTINCT.to_owned(),
            ("now", _) => {
                *name = "fromMillis".to_owned();
                args.insert(0, call("millis", vec![]));
            }
            ("replace", 3..=4) if !args.iter().any(is_function_or_hole) && !is_ours(args) => {
                *node = bounded_replace(std::mem::take(args));
            }
            ("formatInteger", 2) if !args.contains(&AstNode::Placeholder) && !is_ours(args) => {
                *node = bounded_format(std::mem::take(args));
            }
            _ => {}
        },
        _ => {}
    }
}

/// `a ~> $f(b)` is `$f(a, b)`.
fn fold_chain(node: &mut AstNode) {
    let AstNode::Binary { op: BinaryOp::ChainPipe, lhs, rhs } = node else { return };
    let AstNode::Function { name, args, is_builtin: true } = &mut **rhs else { return };
    let ours = matches!(name.as_str(), "pad" | "distinct" | "now" | "replace" | "formatInteger");
    if ours && !args.contains(&AstNode::Placeholder) {
        args.insert(0, std::mem::replace(lhs, AstNode::Undefined));
        *node = std::mem::replace(rhs, AstNode::Undefined);
    }
}

fn is_function_or_hole(argument: &AstNode) -> bool {
    matches!(argument, AstNode::Lambda { .. } | AstNode::Placeholder)
}

/// Whether this is the built-in call that [`bounded`] has made.
fn is_ours(args: &[AstNode]) -> bool {
    matches!(args.first(), Some(AstNode::Variable(name)) if is_internal(name))
}

/// A call of a built-in function, or of one of ours.
pub(super) fn call(name: &str, args: Vec<AstNode>) -> AstNode {
    AstNode::Function { name: name.to_owned(), args, is_builtin: true }
}

/// `function($p, $z) { $fromMillis($millis(), $p, $z) }`
fn now_function() -> AstNode {
    let names = ["p", "z"];
    let args = [call("millis", vec![])].into_iter().chain(names.map(AstNode::variable)).collect();
    AstNode::Lambda {
        params: names.map(str::to_owned).into(),
        body: Box::new(call("fromMillis", args)),
        signature: None,
        thunk: false,
    }
}

/// `function($v, $p) { $formatInteger($v, $p) }`
fn format_function() -> AstNode {
    let names = ["v", "p"];
    AstNode::Lambda {
        params: names.map(str::to_owned).into(),
        body: Box::new(bounded_format(names.map(AstNode::variable).into())),
        signature: None,
        thunk: false,
    }
}

/// Only the built-in one can call a function that stands for the replacement.
fn bounded_replace(args: Vec<AstNode>) -> AstNode {
    bounded(args, PLAIN, |args| call(REPLACE, args()), "replace")
}

/// The built-in one, of a number that is not too long when it is spelled.
fn bounded_format(args: Vec<AstNode>) -> AstNode {
    bounded(args, SPELLED, |_| AstNode::Undefined, "formatInteger")
}

/// `($a := ..; $b := ..; condition ? ours : built-in)`: each argument is evaluated once.
fn bounded(
    args: Vec<AstNode>,
    condition: &str,
    ours: impl Fn(&dyn Fn() -> Vec<AstNode>) -> AstNode,
    built_in: &str,
) -> AstNode {
    let names: Vec<_> = (0..args.len()).map(|index| format!("\0{index}")).collect();
    let variables = || names.iter().map(AstNode::variable).collect::<Vec<_>>();
    let bind = |(name, value): (&String, AstNode)| AstNode::Binary {
        op: BinaryOp::ColonEqual,
        lhs: Box::new(AstNode::variable(name)),
        rhs: Box::new(value),
    };
    let mut nodes: Vec<_> = names.iter().zip(args).map(bind).collect();
    nodes.push(AstNode::Conditional {
        condition: Box::new(call(condition, variables())),
        then_branch: Box::new(ours(&variables)),
        else_branch: Some(Box::new(call(built_in, variables()))),
    });
    AstNode::Block(nodes)
}
