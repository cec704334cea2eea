//! The context of a call, as far as the body of a task reads it.

use super::arguments::is_context;
use super::signature::Task;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;

/// The fields of a context that do not come from the state that calls.
const OWN: [&str; 3] = ["token", "heartbeat", "resources"];

/// True if the body of a task reads of its context what only the state that calls it knows, as far as the syntax tells:
/// then the exported state sends that along. A context that is handed on as a whole is read.
pub(super) fn is_read(task: &Task) -> bool {
    let contexts = task.arguments.iter().filter(|it| it.injected && is_context(&it.ty));
    let body = task.function.block.to_token_stream();
    contexts.into_iter().any(|context| reads(&context.name, body.clone()))
}

/// True if code mentions a context other than by one of its own fields.
fn reads(context: &Ident, code: TokenStream) -> bool {
    let tokens: Vec<TokenTree> = code.into_iter().collect();
    let is_dot = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == '.');
    tokens.iter().enumerate().any(|(at, token)| match token {
        TokenTree::Group(group) => reads(context, group.stream()),
        // A field or a method of that name is something else.
        TokenTree::Ident(ident) if ident == context => {
            let before = |back| at.checked_sub(back).and_then(|before| tokens.get(before));
            // Two dots are a range.
            let is_field = is_dot(before(1)) && !is_dot(before(2));
            let own = is_dot(tokens.get(at + 1)) && is_own(tokens.get(at + 2));
            !is_field && !own
        }
        _ => false,
    })
}

fn is_own(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Ident(field)) if OWN.iter().any(|own| field == own))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proc_macro2::Span;
    use quote::quote;

    #[test]
    fn what_the_state_knows_is_found() {
        let context = Ident::new("context", Span::call_site());
        for (code, read) in [
            (
                quote!({
                    let key = context.idempotency_key;
                }),
                true,
            ),
            (quote!({ println!("{}", context.attempt) }), true),
            (quote!({ helper(&context).await }), true),
            (quote!({ for again in 0..context.attempt {} }), true),
            (quote!({ context.clone() }), true),
            (
                quote!({
                    println!("{:?}", context.token);
                    Ok(Pending::new())
                }),
                false,
            ),
            (
                quote!({
                    context.heartbeat.beat();
                    order.context
                }),
                false,
            ),
            (quote!({ Ok(1) }), false),
        ] {
            assert_eq!(reads(&context, code.clone()), read, "{code}");
        }
    }
}
