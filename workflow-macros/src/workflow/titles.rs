//! Names of Choice states: short English questions, never a piece of the code.
//!
//! A condition of a few names stands as it is (`total > limit?`). What has a binding is named by it (`Has note?`), and
//! a longer condition by the values that it is about (`Check fish and species`).

use super::phrase::{bound, condition, noun, refutable, subjects, variant};
use syn::{Expr, Pat, RangeLimits, UnOp};

/// The name of `if condition`.
pub fn branch(on: &Expr) -> String {
    match condition(on) {
        Some(words) => format!("{}?", begun(&words)),
        None => check(on),
    }
}

/// The name of `while condition`.
pub fn turns(on: &Expr) -> String {
    match (condition(on), subjects(on)) {
        (Some(words), _) => match words.strip_prefix("has ") {
            Some(rest) => format!("While there is {rest}"),
            None => format!("While {words}"),
        },
        (None, Some(subjects)) => format!("Go on with {subjects}?"),
        (None, None) => "Go on?".to_owned(),
    }
}

/// The name of `if let pattern = value`.
pub fn fit(on: &Expr, pat: &Pat) -> String {
    let name = subject(on);
    let of = name.as_deref().unwrap_or("value");
    match Asked::of(pat) {
        Asked::Some(Some(bound)) => format!("Has {bound}?"),
        Asked::Some(None) => format!("Has {of}?"),
        Asked::None => format!("No {of}?"),
        Asked::Ok(bound) => format!("Is {} right?", bound.as_deref().unwrap_or(of)),
        Asked::Err => format!("Is {of} wrong?"),
        Asked::Variant(variant) => format!("{} is {variant}?", name.as_deref().unwrap_or("Value")),
        Asked::Other => check(on),
    }
}

/// The name of `while let pattern = value`.
pub fn turns_of(on: &Expr, pat: &Pat) -> String {
    let name = subject(on);
    let of = name.as_deref().unwrap_or("value");
    match Asked::of(pat) {
        Asked::Some(bound) => format!("While there is {}", bound.as_deref().unwrap_or(of)),
        Asked::None => format!("While no {of}"),
        Asked::Ok(bound) => format!("While {} is right", bound.as_deref().unwrap_or(of)),
        Asked::Err => format!("While {of} is wrong"),
        Asked::Variant(variant) => format!("While {of} is {variant}"),
        Asked::Other => format!("Go on with {of}?"),
    }
}

/// The name of a pattern with a condition beside it.
pub fn also(asked: String, guard: Option<&Expr>) -> String {
    let Some(guard) = guard else { return asked };
    let (stem, mark) = asked.strip_suffix('?').map_or((&*asked, ""), |stem| (stem, "?"));
    let more = condition(guard).unwrap_or_else(|| "more".to_owned());
    format!("{stem} and {more}{mark}")
}

/// The name of `match value`.
pub fn which(on: &Expr) -> String {
    if let Some(error) = decoded(on) {
        return format!("Which {error}?");
    }
    match on {
        Expr::Paren(inner) => which(&inner.expr),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => which(&unary.expr),
        Expr::Binary(_) | Expr::Unary(_) => branch(on),
        Expr::Tuple(_) | Expr::Lit(_) => chosen(on),
        on => noun(on).map_or_else(|| chosen(on), |name| format!("Which {name}?")),
    }
}

/// The name of what tries a value: there is one, or it is right.
pub fn tried(hint: Option<&str>, on: &Expr, optional: bool) -> String {
    let place = || match on {
        Expr::MethodCall(call) if call.method.to_string().starts_with("checked_") => None,
        on => subject(on),
    };
    let name = hint.map(str::to_owned).or_else(place).unwrap_or_else(|| "value".to_owned());
    if optional { format!("Has {name}?") } else { format!("Is {name} right?") }
}

/// The name of `for pattern in list`.
pub fn each(pat: &Pat, list: &Expr) -> String {
    let mut names = bound(pat);
    names.truncate(3);
    match (names.join(", "), times(list)) {
        (names, Some(times)) if names.is_empty() => times,
        (names, None) if names.is_empty() => match whole(list) {
            Some(list) => format!("For each of {list}"),
            None => "For each".to_owned(),
        },
        (names, _) => match whole(list) {
            Some(list) => format!("For {names} in {list}"),
            None => format!("For each {names}"),
        },
    }
}

/// The rounds of a range, if it is one.
fn times(list: &Expr) -> Option<String> {
    let range = match list {
        Expr::Paren(inner) => return times(&inner.expr),
        Expr::MethodCall(call) => return times(&call.receiver).map(|_| "Repeat".to_owned()),
        Expr::Range(range) => range,
        _ => return None,
    };
    let first = match range.limits {
        RangeLimits::HalfOpen(_) => "0",
        RangeLimits::Closed(_) => "1",
    };
    let from = range.start.as_deref().and_then(noun);
    let to = range.end.as_deref().and_then(noun).filter(|_| from.as_deref() == Some(first));
    Some(to.map_or_else(|| "Repeat".to_owned(), |to| format!("Repeat {to} times")))
}

/// The list that an expression goes through, whatever methods are called on it.
fn whole(list: &Expr) -> Option<String> {
    match list {
        Expr::MethodCall(call) => whole(&call.receiver),
        Expr::Paren(inner) => whole(&inner.expr),
        Expr::Reference(inner) => whole(&inner.expr),
        Expr::Path(_) | Expr::Field(_) | Expr::Call(_) | Expr::Await(_) | Expr::Try(_) => {
            noun(list)
        }
        _ => None,
    }
}

/// The name of a value, or of those that it is made of.
fn subject(on: &Expr) -> Option<String> {
    decoded(on).or_else(|| noun(on)).or_else(|| match on {
        Expr::MethodCall(call) => subject(&call.receiver),
        on => subjects(on),
    })
}

/// The enum of `failure.decode::<ChargeError>()`.
fn decoded(on: &Expr) -> Option<String> {
    let Expr::MethodCall(call) = on else { return None };
    let types = call.turbofish.as_ref().filter(|_| call.method == "decode")?;
    match types.args.first()? {
        syn::GenericArgument::Type(syn::Type::Path(path)) => {
            Some(crate::ident::text(&path.path.segments.last()?.ident))
        }
        _ => None,
    }
}

fn check(on: &Expr) -> String {
    subjects(on).map_or_else(|| "Check".to_owned(), |names| format!("Check {names}"))
}

fn chosen(on: &Expr) -> String {
    subjects(on).map_or_else(|| "Choose".to_owned(), |names| format!("Choose by {names}"))
}

/// A question with its first word in capitals, where that is no name.
fn begun(words: &str) -> String {
    const WORDS: [(&str, &str); 3] = [("has ", "Has "), ("no ", "No "), ("not ", "Not ")];
    let begins = WORDS.iter().find_map(|(word, begun)| Some((begun, words.strip_prefix(word)?)));
    begins.map_or_else(|| words.to_owned(), |(begun, rest)| format!("{begun}{rest}"))
}

/// The question that a pattern asks.
enum Asked {
    Some(Option<String>),
    None,
    Ok(Option<String>),
    Err,
    Variant(String),
    Other,
}

impl Asked {
    fn of(pat: &Pat) -> Self {
        let names = || Some(bound(pat)).filter(|names| (1..=2).contains(&names.len()));
        let names = || names().map(|names| names.join(" and "));
        match pat {
            Pat::Paren(inner) => Self::of(&inner.pat),
            Pat::Reference(inner) => Self::of(&inner.pat),
            Pat::Ident(name) if name.ident == "None" => Asked::None,
            Pat::TupleStruct(of)
                if of.elems.iter().any(refutable)
                    && ["Some", "Ok", "Err"].iter().any(|name| of.path.is_ident(name)) =>
            {
                of.elems.first().and_then(variant).map_or(Asked::Other, Asked::Variant)
            }
            Pat::TupleStruct(of) if of.path.is_ident("Some") => Asked::Some(names()),
            Pat::TupleStruct(of) if of.path.is_ident("Ok") => Asked::Ok(names()),
            Pat::TupleStruct(of) if of.path.is_ident("Err") => Asked::Err,
            pat => variant(pat).map_or(Asked::Other, Asked::Variant),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use syn::parse::Parser;

    fn expr(code: &str) -> Expr {
        syn::parse_str(code).unwrap()
    }

    fn pat(code: &str) -> Pat {
        Pat::parse_multi.parse_str(code).unwrap()
    }

    #[test]
    fn conditions_are_questions() {
        for (code, question, turn) in [
            ("total > limit", "total > limit?", "While total > limit"),
            ("!todo.is_empty()", "Has todo?", "While there is todo"),
            ("!done", "Not done?", "While not done"),
            ("list.iter().any(|x| *x > n)", "Check list and n", "Go on with list and n?"),
            ("f(|| 1)(2)", "Check", "Go on?"),
        ] {
            assert_eq!(branch(&expr(code)), question);
            assert_eq!(turns(&expr(code)), turn);
        }
    }

    #[test]
    fn patterns_are_questions() {
        let fish = "tank.fish.get(species).cloned().filter(|n| *n > 0)";
        for (on, fits, question, turn) in [
            (fish, "Some(count)", "Has count?", "While there is count"),
            (fish, "Some(_)", "Has fish?", "While there is fish"),
            (fish, "None", "No fish?", "While no fish"),
            ("order.state", "State::Paid { .. }", "state is Paid?", "While state is Paid"),
            ("order.state", "Some(State::Paid)", "state is Paid?", "While state is Paid"),
            ("text.parse::<u8>()", "Ok(n)", "Is n right?", "While n is right"),
            ("text.parse::<u8>()", "Err(_)", "Is text wrong?", "While text is wrong"),
            ("names.as_slice()", "[first, ..]", "Check names", "Go on with names?"),
            ("failure.decode::<Odd>()", "Some(Odd::A(_))", "Odd is A?", "While Odd is A"),
            ("(1, 2)", "(1, _)", "Check", "Go on with value?"),
            ("order", "Order { paid: true, .. }", "Check order", "Go on with order?"),
            ("s", "State::Paid { early: true }", "Check s", "Go on with s?"),
            ("n", "Ok(3)", "n is 3?", "While n is 3"),
            ("x", "Some(1..=5)", "Check x", "Go on with x?"),
            ("p", "Some((_, true))", "Check p", "Go on with p?"),
            ("order.state", "State::Sent(to)", "state is Sent?", "While state is Sent"),
            ("state", "Done", "state is Done?", "While state is Done"),
            ("pair", "Some((a, b))", "Has a and b?", "While there is a and b"),
            ("list", "Some((a, (b, c)))", "Has list?", "While there is list"),
            ("&list", "&(Some(a))", "Has a?", "While there is a"),
        ] {
            assert_eq!(fit(&expr(on), &pat(fits)), question);
            assert_eq!(turns_of(&expr(on), &pat(fits)), turn);
        }
    }

    #[test]
    fn a_condition_beside_a_pattern_is_asked_too() {
        for (guard, question, turn) in [
            (Some("y > limit"), "Has y and y > limit?", "While there is y and y > limit"),
            (Some("list[0] == 1"), "Has y and more?", "While there is y and more"),
            (None, "Has y?", "While there is y"),
        ] {
            let guard = guard.map(expr);
            let (on, fits) = (expr("x"), pat("Some(y)"));
            assert_eq!(also(fit(&on, &fits), guard.as_ref()), question);
            assert_eq!(also(turns_of(&on, &fits), guard.as_ref()), turn);
        }
    }

    #[test]
    fn matches_are_named_by_their_value() {
        for (code, name) in [
            ("order.state", "Which state?"),
            ("recall(order).await?", "Which recall?"),
            ("(a.kind, b)", "Choose by kind and b"),
            ("a.cmp(&b)", "Choose by a and b"),
            ("a > b", "a > b?"),
            ("*kind", "Which kind?"),
            ("!flag", "Not flag?"),
            ("(a)", "Which a?"),
            ("text.parse::<u8>()", "Choose by text"),
            ("failure.decode::<errors::ChargeError>()", "Which ChargeError?"),
            ("3", "Choose"),
        ] {
            assert_eq!(which(&expr(code)), name);
        }
    }

    #[test]
    fn tried_values_are_named_by_their_place() {
        for (hint, code, optional, name) in [
            (None, "order.note", true, "Has note?"),
            (Some("note"), "f(x)", true, "Has note?"),
            (None, "text.parse::<u8>()", false, "Is text right?"),
            (None, "a.checked_add(b)", true, "Has value?"),
            (None, "list.first()", true, "Has list?"),
        ] {
            assert_eq!(tried(hint, &expr(code), optional), name);
        }
    }

    #[test]
    fn loops_are_named_by_their_items() {
        for (item, list, name) in [
            ("name", "names", "For name in names"),
            ("name", "order.names.iter().rev()", "For name in names"),
            ("(i, (a, b))", "names.iter().enumerate()", "For i, a, b in names"),
            ("_", "names", "For each of names"),
            ("_", "vec![1, 2]", "For each"),
            ("x", "vec![1, 2]", "For each x"),
            ("((a, b), (c, d))", "names", "For a, b, c in names"),
            ("_", "1..n", "Repeat"),
            ("_", "0..=n", "Repeat"),
            ("n", "&(list(word).await?)", "For n in list"),
            ("turn", "0..end", "For each turn"),
            ("_", "0..3", "Repeat 3 times"),
            ("_", "1..=order.days", "Repeat days times"),
            ("_", "(0..n).rev()", "Repeat"),
            ("_", "2..n", "Repeat"),
        ] {
            assert_eq!(each(&pat(item), &expr(list)), name);
        }
    }
}
