use super::*;
use syn::{Expr, Pat};

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
        ("order.has_paid()", "order has paid"),
        ("order.net_total(rate) > limit", "net total > limit"),
        ("is_near(a, b)", "is near"),
        ("has_paid(order)", "order has paid"),
        ("a_name_that_is_long > of_another_name_10", "a_name_that_is_long > of_another_name_10"),
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
