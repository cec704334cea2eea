//! Code in words, as far as it can be said shortly: what a value is called, and what a condition asks.

use crate::ident::text;
use syn::visit::Visit;
use syn::{BinOp, Expr, ExprBinary, ExprMethodCall, Lit, Member, Pat, UnOp};

/// The most letters of a phrase: what is longer is named by its subjects.
const LONGEST: usize = 40;

/// Methods that give their receiver in another form.
const FORMS: &[&str] = &[
    "as_deref",
    "as_mut",
    "as_ref",
    "as_slice",
    "as_str",
    "clone",
    "cloned",
    "copied",
    "into",
    "into_iter",
    "iter",
    "to_owned",
    "to_string",
    "to_vec",
    "trim",
    "unwrap_or",
    "unwrap_or_default",
];

/// The name of a value: the last word of its place, and with the place that it is in.
struct Noun {
    short: String,
    long: String,
}

impl Noun {
    fn new(name: impl Into<String>) -> Self {
        let short = name.into();
        Noun { long: short.clone(), short }
    }
}

/// The name of a value, if it has a short one.
pub fn noun(value: &Expr) -> Option<String> {
    fitting(named(value)?.short)
}

/// A condition in words, if there are few: `total > limit`, `no names`.
pub fn condition(of: &Expr) -> Option<String> {
    fitting(clause(of)?)
}

fn fitting(text: String) -> Option<String> {
    (text.chars().count() <= LONGEST).then_some(text)
}

fn named(value: &Expr) -> Option<Noun> {
    match value {
        Expr::Path(path) => path_noun(&path.path),
        Expr::Field(field) => field_noun(field),
        Expr::Lit(lit) => literal(&lit.lit).map(Noun::new),
        Expr::Paren(inner) => named(&inner.expr).filter(|_| !is_joined(&inner.expr)),
        Expr::Group(inner) => named(&inner.expr).filter(|_| !is_joined(&inner.expr)),
        Expr::Reference(inner) => named(&inner.expr),
        Expr::Try(inner) => named(&inner.expr),
        Expr::Await(inner) => named(&inner.base),
        Expr::Cast(inner) => named(&inner.expr).filter(|_| !is_joined(&inner.expr)),
        Expr::Unary(unary) => match unary.op {
            UnOp::Deref(_) => named(&unary.expr),
            UnOp::Neg(_) => Some(Noun::new(format!("-{}", named(&unary.expr)?.short))),
            _ => None,
        },
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => function(&path.path).map(Noun::new),
            _ => None,
        },
        Expr::MethodCall(call) => method_noun(call),
        Expr::Binary(sum) => {
            let sign = sign(&sum.op).filter(|_| is_arithmetic(&sum.op))?;
            Some(Noun::new(both(sum, sign)?))
        }
        _ => None,
    }
}

fn is_joined(value: &Expr) -> bool {
    matches!(value, Expr::Binary(_))
}

fn path_noun(path: &syn::Path) -> Option<Noun> {
    let name = text(&path.segments.last()?.ident);
    (!is_own(&name)).then(|| Noun::new(name))
}

/// True for the names of generated code.
fn is_own(name: &str) -> bool {
    name.starts_with("__") || name == "self"
}

fn field_noun(field: &syn::ExprField) -> Option<Noun> {
    let base = named(&field.base);
    match &field.member {
        Member::Named(name) => {
            let short = text(name);
            let of = base.map(|base| format!("{short} of {}", base.short));
            Some(Noun { long: of.unwrap_or_else(|| short.clone()), short })
        }
        Member::Unnamed(index) => {
            let first = ["first", "second", "third", "fourth"].get(index.index as usize)?;
            Some(Noun::new(format!("{first} of {}", base?.short)))
        }
    }
}

/// A number, a truth value, or a text of words.
fn literal(lit: &Lit) -> Option<String> {
    let plain = |of: &char| of.is_alphanumeric() || " -_".contains(*of);
    match lit {
        Lit::Int(number) => Some(number.base10_digits().to_owned()),
        Lit::Float(number) => Some(number.base10_digits().to_owned()),
        Lit::Bool(value) => Some(value.value.to_string()),
        Lit::Str(words) if words.value().is_empty() => Some("nothing".to_owned()),
        Lit::Str(words) => Some(words.value())
            .filter(|words| words.trim() == words && words.chars().all(|of| plain(&of))),
        Lit::Char(letter) => Some(letter.value()).filter(plain).map(String::from),
        _ => None,
    }
}

/// The name of a function that is called, and is none of a type.
fn function(path: &syn::Path) -> Option<String> {
    let mut segments = path.segments.iter().rev().map(|segment| text(&segment.ident));
    let (name, of) = (segments.next()?, segments.next());
    let upper = |name: &String| name.starts_with(char::is_uppercase);
    (!upper(&name) && !of.as_ref().is_some_and(upper) && !is_own(&name)).then_some(name)
}

fn method_noun(call: &ExprMethodCall) -> Option<Noun> {
    let method = call.method.to_string();
    match (method.as_str(), call.args.len()) {
        (form, _) if FORMS.contains(&form) => named(&call.receiver),
        ("len", 0) => Some(Noun::new(format!("size of {}", named(&call.receiver)?.short))),
        _ => None,
    }
}

/// Two values and the sign between them; with their places where their names are alike.
fn both(of: &ExprBinary, sign: &str) -> Option<String> {
    let (left, right) = (named(&of.left)?, named(&of.right)?);
    if left.short != right.short {
        return Some(format!("{} {sign} {}", left.short, right.short));
    }
    (left.long != right.long).then(|| format!("{} {sign} {}", left.long, right.long))
}

fn is_arithmetic(op: &BinOp) -> bool {
    matches!(op, BinOp::Add(_) | BinOp::Sub(_) | BinOp::Div(_) | BinOp::Rem(_))
}

/// The sign of an operator that names have.
fn sign(op: &BinOp) -> Option<&'static str> {
    Some(match op {
        BinOp::Add(_) => "+",
        BinOp::Sub(_) => "-",
        BinOp::Div(_) => "/",
        BinOp::Rem(_) => "%",
        BinOp::Eq(_) => "==",
        BinOp::Ne(_) => "!=",
        BinOp::Lt(_) => "<",
        BinOp::Le(_) => "<=",
        BinOp::Gt(_) => ">",
        BinOp::Ge(_) => ">=",
        _ => return None,
    })
}

fn clause(of: &Expr) -> Option<String> {
    match of {
        Expr::Paren(inner) => clause(&inner.expr),
        Expr::Group(inner) => clause(&inner.expr),
        Expr::Reference(inner) => clause(&inner.expr),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_)) => negated(&unary.expr),
        Expr::Binary(binary) => match binary.op {
            BinOp::And(_) => joined(binary, "and"),
            BinOp::Or(_) => joined(binary, "or"),
            _ => both(binary, sign(&binary.op)?),
        },
        Expr::MethodCall(call) => asked(call).or_else(|| Some(method_noun(call)?.short)),
        Expr::Call(call) => called(call),
        Expr::Macro(mac) if mac.mac.path.is_ident("matches") => {
            let fits = mac.mac.parse_body::<Fits>().ok()?;
            Some(format!("{} is {}", named(&fits.value)?.short, variant(&fits.pat)?))
        }
        other => Some(named(other)?.short),
    }
}

/// Two conditions; not where brackets would say which belong together.
fn joined(of: &ExprBinary, word: &str) -> Option<String> {
    let other = |side: &Expr| match bare(side) {
        Expr::Binary(ExprBinary { op: BinOp::And(_), .. }) => word != "and",
        Expr::Binary(ExprBinary { op: BinOp::Or(_), .. }) => word != "or",
        _ => false,
    };
    if other(&of.left) || other(&of.right) {
        return None;
    }
    let (left, right) = (clause(&of.left)?, clause(&of.right)?);
    let mixed = word == "and" && (left.contains(" or ") || right.contains(" or "));
    (left != right && !mixed).then(|| format!("{left} {word} {right}"))
}

fn bare(of: &Expr) -> &Expr {
    match of {
        Expr::Paren(inner) => bare(&inner.expr),
        Expr::Group(inner) => bare(&inner.expr),
        of => of,
    }
}

fn negated(of: &Expr) -> Option<String> {
    match bare(of) {
        Expr::Binary(_) | Expr::Unary(_) => None,
        Expr::MethodCall(call) if call.method == "is_empty" || call.method == "is_none" => {
            Some(format!("has {}", named(&call.receiver)?.short))
        }
        Expr::MethodCall(call) if call.method == "is_some" => {
            Some(format!("no {}", named(&call.receiver)?.short))
        }
        of => {
            clause(of).filter(|words| !words.contains(" or ")).map(|words| format!("not {words}"))
        }
    }
}

/// A method that asks something of its receiver.
fn asked(call: &ExprMethodCall) -> Option<String> {
    let of = named(&call.receiver)?.short;
    let method = call.method.to_string();
    let arg = || named(call.args.first()?).map(|arg| arg.short);
    Some(match (method.as_str(), call.args.len()) {
        ("is_empty", 0) => format!("no {of}"),
        ("is_some", 0) => format!("has {of}"),
        ("is_none", 0) => format!("no {of}"),
        ("is_ok", 0) => format!("{of} right"),
        ("is_err", 0) => format!("{of} wrong"),
        ("contains", 1) => format!("{of} contains {}", arg()?),
        ("contains_key", 1) => format!("{of} has {}", arg()?),
        ("starts_with", 1) => format!("{of} starts with {}", arg()?),
        ("ends_with", 1) => format!("{of} ends with {}", arg()?),
        (asks, 0) if asks.starts_with("is_") => format!("{of} {}", asks.replace('_', " ")),
        _ => return None,
    })
}

/// `is_large(order)`: order is large. Other functions by their names.
fn called(call: &syn::ExprCall) -> Option<String> {
    let Expr::Path(path) = &*call.func else { return None };
    let name = function(&path.path)?;
    let verb = ["is_", "has_", "can_", "may_"].iter().any(|verb| name.starts_with(verb));
    let words = name.replace('_', " ");
    match call.args.first().filter(|_| verb && call.args.len() == 1).and_then(named) {
        Some(of) => Some(format!("{} {words}", of.short)),
        None => Some(words),
    }
}

/// `matches!(value, pattern)`
struct Fits {
    value: Expr,
    pat: Pat,
}

impl syn::parse::Parse for Fits {
    fn parse(input: syn::parse::ParseStream) -> syn::Result<Self> {
        let value = input.parse()?;
        input.parse::<syn::Token![,]>()?;
        let pat = Pat::parse_multi_with_leading_vert(input)?;
        input.parse::<Option<syn::Token![,]>>()?;
        Ok(Fits { value, pat })
    }
}

/// The variants, values or names of a pattern: `Paid or Sent`.
pub fn variant(pat: &Pat) -> Option<String> {
    let last = |path: &syn::Path| path.segments.last().map(|last| text(&last.ident));
    match pat {
        Pat::Path(path) => last(&path.path),
        Pat::Struct(of) if !of.fields.iter().any(|field| refutable(&field.pat)) => last(&of.path),
        Pat::TupleStruct(of) if !of.elems.iter().any(refutable) => last(&of.path),
        Pat::Lit(lit) => literal(&lit.lit),
        Pat::Ident(name) if name.subpat.is_none() => Some(text(&name.ident)),
        Pat::Reference(inner) => variant(&inner.pat),
        Pat::Paren(inner) => variant(&inner.pat),
        Pat::Or(of) if of.cases.len() <= 3 => {
            let cases: Option<Vec<_>> = of.cases.iter().map(variant).collect();
            fitting(cases?.join(" or "))
        }
        _ => None,
    }
}

/// True if a pattern may not fit, as far as syntax tells.
pub fn refutable(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(ident) => match &ident.subpat {
            Some((_, inner)) => refutable(inner),
            None => ident.ident.to_string().starts_with(char::is_uppercase),
        },
        Pat::Struct(fields) => {
            fields.path.segments.len() > 1
                || fields.fields.iter().any(|field| refutable(&field.pat))
        }
        Pat::Tuple(tuple) => tuple.elems.iter().any(refutable),
        Pat::Paren(paren) => refutable(&paren.pat),
        Pat::Reference(reference) => refutable(&reference.pat),
        Pat::Type(typed) => refutable(&typed.pat),
        Pat::Wild(_) | Pat::Rest(_) => false,
        _ => true,
    }
}

/// The names that a pattern binds, but for those that nobody is to read.
pub fn bound(pat: &Pat) -> Vec<String> {
    let mut names = all_bound(pat);
    names.retain(|name| !name.starts_with('_'));
    names
}

/// All names that a pattern binds.
fn all_bound(pat: &Pat) -> Vec<String> {
    struct Bound(Vec<String>);
    impl<'p> Visit<'p> for Bound {
        fn visit_pat_ident(&mut self, name: &'p syn::PatIdent) {
            let name = text(&name.ident);
            if !name.starts_with(char::is_uppercase) {
                self.0.push(name);
            }
        }
    }
    let mut bound = Bound(vec![]);
    bound.visit_pat(pat);
    bound.0
}

/// The values that an expression is about, one or two: `fish and species`.
pub fn subjects(of: &Expr) -> Option<String> {
    let mut subjects = Subjects::default();
    subjects.visit_expr(of);
    let mut found: Vec<String> = vec![];
    for name in subjects.found {
        if !found.contains(&name) && found.len() < 2 {
            found.push(name);
        }
    }
    let first = found.first().cloned();
    fitting(found.join(" and ")).filter(|text| !text.is_empty()).or(first)
}

/// The variables and fields in an expression, in order.
#[derive(Default)]
struct Subjects {
    found: Vec<String>,
    /// The parameters of the closures around.
    bound: Vec<String>,
}

impl Subjects {
    fn place(&mut self, place: &Expr) {
        let mut root = place;
        while let Expr::Field(field) = root {
            root = &field.base;
        }
        let Expr::Path(path) = root else { return self.visit_expr(root) };
        let outside = |name: &syn::Ident| {
            let name = text(name);
            !self.bound.contains(&name) && !name.starts_with(char::is_uppercase)
        };
        if path.path.get_ident().is_some_and(outside) {
            self.found.extend(named(place).map(|noun| noun.short));
        }
    }
}

impl<'e> Visit<'e> for Subjects {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Field(_) | Expr::Path(_) => self.place(expr),
            Expr::Call(call) if matches!(&*call.func, Expr::Path(_)) => {
                call.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            Expr::Closure(closure) => {
                let before = self.bound.len();
                self.bound.extend(closure.inputs.iter().flat_map(all_bound));
                self.visit_expr(&closure.body);
                self.bound.truncate(before);
            }
            Expr::Macro(mac) if mac.mac.path.is_ident("matches") => {
                if let Ok(fits) = mac.mac.parse_body::<Matched>() {
                    self.visit_expr(&fits.0);
                }
            }
            expr => syn::visit::visit_expr(self, expr),
        }
    }
    fn visit_local(&mut self, local: &'e syn::Local) {
        syn::visit::visit_local(self, local);
        self.bound.extend(all_bound(&local.pat));
    }
    fn visit_arm(&mut self, arm: &'e syn::Arm) {
        let before = self.bound.len();
        self.bound.extend(all_bound(&arm.pat));
        syn::visit::visit_arm(self, arm);
        self.bound.truncate(before);
    }
}

/// The value of `matches!(value, ..)`, whatever follows.
struct Matched(Expr);

impl syn::parse::Parse for Matched {
    fn parse(input: syn::parse::ParseStream) -> syn::Result<Self> {
        let value = input.parse()?;
        input.parse::<proc_macro2::TokenStream>()?;
        Ok(Matched(value))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn few_words_say_a_condition() {
        for (code, words) in [
            ("total > limit", "total > limit"),
            ("quote.total > 500.0", "total > 500.0"),
            ("a.total > b.total", "total of a > total of b"),
            ("found.0 == found.1", "first of found == second of found"),
            ("n % 2 == 0_u64", "n % 2 == 0"),
            ("*count >= -1", "count >= -1"),
            ("order.country == \"DE\"", "country == DE"),
            ("name.trim() == \"\"", "name == nothing"),
            ("names.len() as u32 > limits::MOST", "size of names > MOST"),
            ("paid && !sent", "paid and not sent"),
            ("a || b || c", "a or b or c"),
            ("order.note.is_some()", "has note"),
            ("!todo.is_empty()", "has todo"),
            ("todo.is_empty()", "no todo"),
            ("seen.contains(&order.id)", "seen contains id"),
            ("letter.is_ascii_digit()", "letter is ascii digit"),
            ("is_large(&order)", "order is large"),
            ("rules::eligible(order, day)", "eligible"),
            ("approve(order).await?", "approve"),
            ("matches!(order.state, State::Paid { .. } | State::Sent(_))", "state is Paid or Sent"),
            ("r#type == 1", "type == 1"),
            ("!note.is_none()", "has note"),
            ("!note.is_some()", "no note"),
            ("*paid", "paid"),
            ("a && b && c", "a and b and c"),
            ("matches!(s, S::A | S::B) || c", "s is A or B or c"),
            ("matches!(s, A | B | C)", "s is A or B or C"),
            ("matches!(s, None)", "s is None"),
            ("matches!(s, &S::Paid { late, early: _ })", "s is Paid"),
            ("matches!(s, S::Sent(_, to))", "s is Sent"),
            ("!seen.contains(&id)", "not seen contains id"),
            ("note.is_none()", "no note"),
            ("found.is_ok()", "found right"),
            ("found.is_err()", "found wrong"),
            ("prices.contains_key(\"tea\")", "prices has tea"),
            ("name.starts_with('x')", "name starts with x"),
            ("name.ends_with(\"le mans-24_h\")", "name ends with le mans-24_h"),
            ("check(order)", "check"),
            ("is_near(a, b)", "is near"),
            ("has_paid(order)", "order has paid"),
            (
                "a_name_that_is_long > of_another_name_10",
                "a_name_that_is_long > of_another_name_10",
            ),
        ] {
            let found = condition(&syn::parse_str(code).unwrap());
            assert_eq!(found.as_deref(), Some(words), "{code}");
        }
    }

    #[test]
    fn no_words_say_what_needs_code() {
        for code in [
            "names.iter().any(|name| name == wanted)",
            "fish.get(species).cloned().filter(|n| *n > 0) == other",
            "(a || b) && c",
            "a * b > c",
            "!(a == b)",
            "(a + b) / 2 > c",
            "order.country == \"D*\"",
            "matches!(x, None | Some(0))",
            "matches!(x, Some(0))",
            "order.customer.id == invoice.customer.id",
            "grade(a) > grade(b)",
            "order.items.len() == cart.items.len()",
            "name.trim() != name",
            "a.total > 5 && b.total > 5",
            "matches!(s, S::A | S::B) && c",
            "!matches!(s, S::A | S::B)",
            "sep == \" \"",
            "list[0] == 1",
            "Order::default() == order",
            "a_name_that_is_long > of_another_name_100",
            "(a + b) as u8 == c",
            "__part > 3",
            "self == 1",
            "__found(order)",
            "Order(3) == order",
            "ready!(x, Y)",
            "a && b || c",
            "a || b && c",
            "c && matches!(s, S::A | S::B)",
            "folder.exists()",
            "letter == '*'",
            "word == \" le\"",
            "matches!(s, S::Paid { late: true, early })",
            "matches!(s, S::Sent(1, to))",
            "matches!(s, S::Sent(to, 1))",
            "matches!(s, x @ Some(_))",
            "matches!(s, A | B | C | D)",
        ] {
            assert_eq!(condition(&syn::parse_str(code).unwrap()), None, "{code}");
        }
    }

    #[test]
    fn subjects_are_what_an_expression_reads() {
        for (code, found) in [
            ("tank.fish.get(species).cloned().filter(|n| *n > least)", Some("fish and species")),
            ("names.iter().any(|name| name.len() > 3)", Some("names")),
            ("list[0] == list[1]", Some("list")),
            ("names.iter().any(|n| { let k = n.len(); k > 3 })", Some("names")),
            ("names.iter().any(|_n| _n > 3)", Some("names")),
            ("matches!(x, Some(n) if n > 3)", Some("x")),
            ("vec![a, b] == c", Some("c")),
            ("make(a)(b)", Some("a and b")),
            ("held.make(a)", Some("held and a")),
            ("names.iter().any(|n| n > 1) == n", Some("names and n")),
            ("match x { Some(n) => n > 1, None => false }", Some("x")),
            ("match x { Some(n) => n > 1, None => n }", Some("x and n")),
            ("match x { Some(Kind::Odd) => odd > 1, None => Odd > 1 }", Some("x and odd")),
            ("total(a, b, c)", Some("a and b")),
            ("f(of_a_name_that_is_long, of_another_name_that_is)", Some("of_a_name_that_is_long")),
            ("rules::check(3, MOST)", None),
            ("1 + 2", None),
        ] {
            assert_eq!(subjects(&syn::parse_str(code).unwrap()).as_deref(), found, "{code}");
        }
    }

    #[test]
    fn patterns_that_may_not_fit_are_told_by_their_syntax() {
        let pat = |code: &str| syn::parse::Parser::parse_str(Pat::parse_multi, code).unwrap();
        for (code, may_not) in [
            ("name", false),
            ("_", false),
            ("None", true),
            ("1", true),
            ("Order { paid, .. }", false),
            ("Order { paid: true, late }", true),
            ("Order { paid: (a, b), late: c }", false),
            ("State::Paid { late }", true),
            ("(a, _)", false),
            ("(a, true)", true),
            ("(true, a)", true),
            ("(a, ..)", false),
            ("name @ 1..=3", true),
            ("name @ (a, _)", false),
            ("&name", false),
            ("&(a, 1)", true),
            ("((a))", false),
            ("Some(a)", true),
            ("A | B", true),
        ] {
            assert_eq!(refutable(&pat(code)), may_not, "{code}");
        }
    }

    #[test]
    fn patterns_bind_what_is_read() {
        let pat = |code: &str| syn::parse::Parser::parse_str(Pat::parse_multi, code).unwrap();
        for (code, names) in [
            ("(a, Some(b))", &["a", "b"][..]),
            ("(_, _unread, None)", &[][..]),
            ("Order { id, total: r#type, .. }", &["id", "type"][..]),
        ] {
            assert_eq!(bound(&pat(code)), names, "{code}");
        }
    }

    #[test]
    fn fragments_of_other_macros_are_what_they_hold() {
        let group = |code: &str| {
            let expr = Box::new(syn::parse_str(code).unwrap());
            Expr::Group(syn::ExprGroup { attrs: vec![], group_token: Default::default(), expr })
        };
        assert_eq!(noun(&group("order.total")).as_deref(), Some("total"));
        assert_eq!(noun(&group("a + b")), None);
        assert_eq!(condition(&group("a > b")).as_deref(), Some("a > b"));
        assert_eq!(noun(&syn::parse_str("-n.size").unwrap()).as_deref(), Some("-size"));
        assert_eq!(noun(&syn::parse_str("(a - b)").unwrap()), None);
    }
}
