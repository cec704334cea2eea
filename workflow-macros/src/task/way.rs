//! The thing that answers the calls of a task, if not its body.

use super::arguments::Argument;
use super::options::Options;
use super::signature::Task;
use crate::errors::Errors;
use crate::ident::pascal;
use crate::primitive::is_primitive;
use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{GenericArgument, ItemFn, LitStr, PathArguments, Type};

/// The kinds of ARNs that a task may name.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// `arn:aws:lambda:REGION:ACCOUNT:function:NAME`
    Function,
    /// `arn:aws:states:REGION:ACCOUNT:activity:NAME`
    Activity,
    /// `arn:aws:states:::SERVICE:ACTION`
    Service,
}

fn kind(arn: &str) -> Option<Kind> {
    let arn = &*filled(arn);
    if arn == FILLED {
        return Some(Kind::Service);
    }
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let [first, partition, service, region, account, rest] = parts[..] else { return None };
    if first != "arn" || !partition.starts_with("aws") {
        return None;
    }
    match service {
        "lambda" if rest.starts_with("function:") => Some(Kind::Function),
        "states" if rest.starts_with("activity:") => Some(Kind::Activity),
        "states" if region.is_empty() && account.is_empty() && rest.contains(':') => {
            Some(Kind::Service)
        }
        _ => None,
    }
}

/// The text in place of a placeholder.
const FILLED: &str = "aws";

/// The ARN with each placeholder of a deployment, `${name}`, filled in.
fn filled(arn: &str) -> String {
    let mut parts = arn.split("${");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('}') {
            Some((_, rest)) => text.extend([FILLED, rest]),
            None => text.extend(["${", part]),
        }
    }
    text
}

/// Checks that options and body go together.
pub(super) fn check(function: &ItemFn, options: &Options, declared: bool, errors: &mut Errors) {
    let Some(arn) = &options.resource else {
        for (option, key) in [(&options.token, "token"), (&options.name, "name")] {
            if let Some(option) = option {
                errors.at(
                    option,
                    format_args!("`{key}` is an option of tasks with a `resource`"),
                    format_args!("remove `{key}`, or add `resource = \"arn:..\"`"),
                );
            }
        }
        return;
    };
    if !declared {
        errors.at(
            &function.sig.ident,
            "a task with a `resource` has no body: the resource does its work",
            "write `;` in place of the body, or remove `resource`",
        );
    }
    if options.callback {
        errors.at(
            arn,
            "`callback` needs a body that hands out its token, and a task with a `resource` has none",
            "remove `callback`, or `resource`",
        );
    }
    refuse(arn, options, errors);
}

fn refuse(arn: &LitStr, options: &Options, errors: &mut Errors) {
    let text = arn.value();
    if kind(&text).is_none() {
        errors.at(
            arn,
            format_args!("`{text}` is not a resource that a task can call"),
            "name a function (`arn:aws:lambda:..:function:name`), an activity (`arn:aws:states:..:activity:name`) or an action (`arn:aws:states:::sqs:sendMessage`)",
        );
        return;
    }
    let waits = text.ends_with(".waitForTaskToken");
    match &options.token {
        None if waits => errors.at(
            arn,
            "a resource with `.waitForTaskToken` is sent a token, and no option says in which argument",
            "write the path of the argument: `token = \"MessageBody.Token\"`; or write `#[task(callback)]` above a function that calls the service with `context.token`",
        ),
        Some(token) if !waits => errors.at(
            token,
            format_args!("`token` needs a resource that waits for an answer, and `{text}` does not wait"),
            format_args!("write `resource = \"{text}.waitForTaskToken\"`, or remove `token`"),
        ),
        Some(token) if !is_place(&token.value()) => errors.at(
            token,
            "`token` takes the path of an argument",
            "write names with dots between them: `token = \"MessageBody.Token\"`",
        ),
        _ => {}
    }
}

/// `MessageBody.Token`
fn is_place(text: &str) -> bool {
    let usual = |letter: char| letter.is_ascii_alphanumeric() || "_-".contains(letter);
    text.split('.').all(|part| !part.is_empty() && part.chars().all(usual))
}

/// The output of a callback task is what is answered.
pub(super) fn output(task: &mut Task<'_>, options: &mut Options, errors: &mut Errors) {
    let waits = options.callback || (options.token.is_some() && options.resource.is_some());
    match (pending(&task.output), waits) {
        (Some(answer), true) => task.output = answer,
        (None, false) => {}
        (Some(answer), false) => {
            errors.at(
                &task.output,
                "`Pending` is the result of a callback task",
                "write `#[task(callback)]`, or return the value itself",
            );
            (task.output, options.callback) = (answer, true);
        }
        (None, true) if is_unit(&task.output) => {}
        (None, true) if options.resource.is_some() => errors.at(
            &task.output,
            "a task that waits for an answer returns `Pending`: its value comes with the answer",
            "return `Result<Pending<..>, ..>`",
        ),
        (None, true) => errors.at(
            &task.output,
            "a callback task returns `Pending`: its value comes with the answer",
            "return `Result<Pending<..>, ..>`, with `Ok(Pending::new())` at the end",
        ),
    }
    if options.resource.is_some()
        && let Some(injected) = task.arguments.iter().find(|argument| argument.injected)
    {
        errors.at(
            &injected.ty,
            "a task with a `resource` has no body, so it takes no `Res` and no `TaskContext`",
            "remove the argument",
        );
    }
}

/// `T` of `Pending<T>`.
fn pending(ty: &Type) -> Option<Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == "Pending")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(answer) => Some(answer.clone()),
        _ => None,
    }
}

fn is_unit(ty: &Type) -> bool {
    matches!(ty, Type::Tuple(tuple) if tuple.elems.is_empty())
}

/// The key of an argument: actions of services have keys in PascalCase.
pub(super) fn key(argument: &Argument, options: &Options) -> String {
    let name = argument.name.unraw().to_string();
    match options.resource.as_ref().and_then(|arn| kind(&arn.value())) {
        Some(Kind::Service) => pascal(&name),
        _ => name,
    }
}

/// The names of the arguments: an argument that is the whole payload of a resource has none.
pub(super) fn keys(payload: &[&Argument], options: &Options) -> Vec<String> {
    match payload {
        [whole] if options.resource.is_some() && !is_member(whole, options) => vec![String::new()],
        several => several.iter().map(|argument| key(argument, options)).collect(),
    }
}

/// True if the only argument of an action is a member of its arguments, which are an object: its type is none.
pub(super) fn is_member(argument: &Argument, options: &Options) -> bool {
    let service = options.resource.as_ref().is_some_and(|arn| {
        let arn = arn.value();
        arn.starts_with("arn:") && kind(&arn) == Some(Kind::Service)
    });
    service && !is_object(&argument.ty)
}

/// False for a type that is known to be no object.
fn is_object(ty: &Type) -> bool {
    const OTHERS: &[&str] = &["BTreeSet", "Option", "String", "Vec", "VecDeque"];
    match ty {
        Type::Path(path) => path.path.segments.last().is_none_or(|last| {
            let name = last.ident.to_string();
            !OTHERS.contains(&name.as_str()) && !is_primitive(&name)
        }),
        Type::Array(_) | Type::Reference(_) | Type::Slice(_) | Type::Tuple(_) => false,
        _ => true,
    }
}

/// True if transient errors of Lambda can come.
pub(super) fn is_lambda(options: &Options) -> bool {
    let kind = options.resource.as_ref().and_then(|arn| kind(&arn.value()));
    kind.is_none_or(|kind| kind == Kind::Function)
}

/// Returns what stands in the definition.
pub(super) fn emit(options: &Options) -> TokenStream {
    match (&options.resource, options.callback) {
        (Some(arn), _) if options.token.is_some() => {
            let at = &options.token;
            quote!(::workflow::__private::Way::Token { resource: #arn, at: #at })
        }
        (Some(arn), _) => quote!(::workflow::__private::Way::Resource(#arn)),
        (None, true) => quote!(::workflow::__private::Way::Callback),
        (None, false) => quote!(::workflow::__private::Way::Function),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_object_is_all_arguments_of_an_action() {
        for (ty, is) in [
            ("Order", true),
            ("workflow::aws::sqs::SendMessage", true),
            ("BTreeMap<String, u32>", true),
            ("String", false),
            ("std::string::String", false),
            ("u64", false),
            ("Option<Order>", false),
            ("Vec<Order>", false),
            ("(u8, u8)", false),
            ("[u8; 2]", false),
        ] {
            assert!(syn::parse_str(ty).is_ok_and(|it| is_object(&it) == is), "{ty}");
        }
    }

    #[test]
    fn an_arn_says_what_it_names() {
        let function = |kind: Kind| kind == Kind::Function;
        let activity = |kind: Kind| kind == Kind::Activity;
        let service = |kind: Kind| kind == Kind::Service;
        type Is = fn(Kind) -> bool;
        let cases: [(&str, Is); 6] = [
            ("arn:aws:lambda:eu-west-1:123456789012:function:pay", function),
            ("arn:aws-cn:lambda:cn-north-1:123456789012:function:pay:live", function),
            ("arn:aws:states:eu-west-1:123456789012:activity:pay", activity),
            ("arn:aws:states:::sqs:sendMessage", service),
            ("arn:${partition}:states:${region}:${account}:activity:${name}", activity),
            ("${resource}", service),
        ];
        for (arn, is) in cases {
            assert!(kind(arn).is_some_and(is), "{arn}");
        }
        for arn in [
            "",
            "aws:lambda",
            "urn:aws:lambda:eu-west-1:123456789012:function:pay",
            "arn:other:lambda:eu-west-1:123456789012:function:pay",
            "arn:aws:lambda:eu-west-1:123456789012:layer:pay",
            "arn:aws:sqs:eu-west-1:123456789012:function:pay",
            "arn:aws:states:eu-west-1:123456789012:stateMachine:pay",
            "arn:aws:states:eu-west-1::sqs:sendMessage",
            "arn:aws:states::123456789012:sqs:sendMessage",
            "arn:aws:states:::sqs",
            "${open",
        ] {
            assert!(kind(arn).is_none(), "{arn}");
        }
    }

    #[test]
    fn a_place_is_names_with_dots_between() {
        for (text, place) in [
            ("Token", true),
            ("MessageBody.Token_2.x-y", true),
            ("", false),
            ("A.", false),
            (".A", false),
            ("A..B", false),
            ("A b", false),
            ("$.A", false),
            ("A[0]", false),
        ] {
            assert_eq!(is_place(text), place, "{text}");
        }
    }
}
