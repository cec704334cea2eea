//! Pure functions: their bodies are written out where they are called.

use super::code::Code;
use super::compose::many;
use super::env::Env;
use super::walk::Walk;
use super::{Refused, refuse};
use crate::program::{Expr, Parameter, Twin, Types};

/// The value of a function for these arguments, in an expression that is in other functions. It sees nothing else.
pub(super) fn call(
    twin: &'static Twin,
    arguments: Vec<Code>,
    around: &[&'static Twin],
) -> Result<Code, Refused> {
    // rustc says it of what calls itself by a path, and finds the methods alone.
    if around.iter().any(|one| std::ptr::eq(*one, twin)) {
        return refuse(
            format!("`{}`, which calls itself", twin.name),
            "it is written out where it is called: use an iterator",
        );
    }
    if arguments.len() != twin.parameters.len() {
        return refuse(format!("`{}` with other arguments", twin.name), "rustc says which");
    }
    let types = (twin.types)();
    let pairs: Vec<_> = twin.parameters.iter().copied().zip(arguments).collect();
    let value = bound(twin, &pairs, Env::within(around, twin), &types).map_err(|refused| {
        Refused { what: format!("in the function `{}`: {}", twin.name, refused.what), ..refused }
    })?;
    Ok(value.known_as(&(twin.output)()))
}

/// Arguments are evaluated first, in order, each once.
fn bound(
    twin: &'static Twin,
    pairs: &[(Parameter, Code)],
    env: Env,
    types: &Types,
) -> Result<Code, Refused> {
    let Some((((name, schema), argument), rest)) = pairs.split_first() else {
        return Walk { env, types }.expr(&twin.body);
    };
    let body = |value| {
        let mut env = env;
        env.set_local(name, value);
        bound(twin, rest, env, types)
    };
    let argument = argument.clone().known_as(&schema());
    if fills_a_field(twin, name) { body(argument) } else { many(name, argument, body) }
}

/// True if the function makes a struct, and the parameter is the whole value of one of its fields and stands nowhere else.
fn fills_a_field(twin: &Twin, name: &str) -> bool {
    let mut body = &twin.body;
    while let Expr::Block([], tail) = body {
        body = tail;
    }
    let Expr::Struct(_, fields, None, _) = body else { return false };
    let is_plain = |value: &Expr| match value {
        Expr::Local(_) | Expr::Literal(_) => true,
        Expr::Construct(_, arguments, _) => arguments.is_empty(),
        _ => false,
    };
    let own = fields.iter().filter(|(_, value)| matches!(value, Expr::Local(it) if *it == name));
    fields.iter().all(|(_, value)| is_plain(value)) && own.count() == 1
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::program::Literal;
    use crate::schema::Schema;

    fn twin(body: Expr) -> Twin {
        Twin {
            name: "make",
            parameters: &[("x", || Schema::String)],
            body,
            output: || Schema::String,
            types: Types::default,
        }
    }

    /// A struct of `x` and one more field.
    fn of(fields: &'static [(&'static str, Expr)]) -> Expr {
        Expr::Struct("S", fields, None, 0)
    }

    /// A method that calls itself, by way of a type.
    static CIRCLE: Twin = Twin {
        name: "circle",
        parameters: &[("x", || Schema::String)],
        body: Expr::Own(0, &[Expr::Local("x")]),
        output: || Schema::String,
        types: || Types { methods: vec![&CIRCLE], ..Types::default() },
    };

    #[test]
    fn what_calls_itself_is_refused() {
        let refused = call(&CIRCLE, vec![Code::string("a")], &[]).unwrap_err();
        assert!(refused.what.contains("which calls itself"), "{}", refused.what);
    }

    #[test]
    fn a_parameter_is_written_out_where_it_is_a_whole_field() {
        const X: Expr = Expr::Local("x");
        const ONE: &[Expr] = &[Expr::Local("y")];
        for (body, fills) in [
            (of(&[("a", X)]), true),
            (of(&[("a", X), ("b", Expr::Construct("Kind::None", &[], Some(1)))]), true),
            // What takes its place may be large: where others are evaluated, it is so before.
            (of(&[("a", X), ("b", Expr::Construct("Kind::Of", ONE, Some(1)))]), false),
            (of(&[("a", X), ("b", X)]), false),
            (of(&[("a", Expr::Literal(Literal::Unit))]), false),
            (X, false),
        ] {
            let shown = format!("{body:?}");
            assert_eq!(fills_a_field(&twin(body), "x"), fills, "{shown}");
        }
    }
}
