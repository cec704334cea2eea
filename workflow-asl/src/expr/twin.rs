//! Pure functions: their bodies are written out where they are called.

use super::code::Code;
use super::compose::many;
use super::env::Env;
use super::walk::Walk;
use super::{Refused, refuse};
use crate::program::{Parameter, Twin, Types};

/// The value of a function for these arguments. It sees nothing else.
pub(super) fn call(twin: &'static Twin, arguments: Vec<Code>) -> Result<Code, Refused> {
    if arguments.len() != twin.parameters.len() {
        return refuse(format!("`{}` with other arguments", twin.name), "rustc says which");
    }
    let types = (twin.types)();
    let pairs: Vec<_> = twin.parameters.iter().copied().zip(arguments).collect();
    let value = bound(twin, &pairs, Env::default(), &types).map_err(|refused| Refused {
        what: format!("in the function `{}`: {}", twin.name, refused.what),
        ..refused
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
    many(name, argument.clone().known_as(&schema()), |value| {
        let mut env = env;
        env.set_local(name, value);
        bound(twin, rest, env, types)
    })
}
