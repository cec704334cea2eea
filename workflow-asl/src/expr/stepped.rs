//! Lists by paths, as they are written by hand: `xs[price > 3]`, `xs.price`, `xs^(price)` for `$filter`, `$map` and `$sort`
//! with functions that read fields of an item.
//!
//! A step of a path goes through the items of a list, and puts lists among its results into one: so neither the items nor
//! what is read of them may be lists. A path with one result is that result, hence the brackets around it.

use super::code::Code;
use super::order;
use super::ty::{Array, Shape, Ty};

/// The body of a function of one item in the context of this item: `price > 3` for `$v.price > 3`. None where the item is
/// read in another context, or not at all.
pub(super) fn within(body: &str, name: &str) -> Option<String> {
    if !body.contains(name) || body.contains("function(") {
        return None;
    }
    let (mut text, mut rest) = (String::new(), body);
    let (mut inside, mut quoted) = (0_i32, false);
    while let Some(next) = rest.chars().next() {
        if let Some(behind) = rest.strip_prefix(name) {
            if quoted || inside != 0 {
                return None;
            }
            rest = match behind.strip_prefix('.') {
                Some(field) if field.starts_with(begins_step) => field,
                Some(_) => return None,
                None if behind.starts_with('[') => return None,
                None => {
                    text.push('$');
                    behind
                }
            };
            continue;
        }
        match next {
            '\\' if quoted => {
                text.push(next);
                rest = &rest[1..];
            }
            '"' => quoted = !quoted,
            '[' if !quoted => inside += 1,
            ']' if !quoted => inside -= 1,
            _ => {}
        }
        let next = rest.chars().next()?;
        text.push(next);
        rest = &rest[next.len_utf8()..];
    }
    (inside == 0 && !quoted).then_some(text)
}

fn begins_step(letter: char) -> bool {
    letter == '_' || letter == '`' || letter.is_ascii_alphabetic()
}

/// True if neither an item nor a value is ever a list.
fn plain(ty: &Ty) -> bool {
    ty.array() == Array::No
}

/// `xs[condition]` for `$filter(xs, function($v) { condition })`. Of one item it is that item, of none nothing.
pub(super) fn filter(list: &Code, item: &Ty, function: &str, body: &Code) -> String {
    // A list in brackets with a predicate would be one item between brackets.
    match (of_path(list), &body.within) {
        (Some(head), Some(condition)) if plain(item) && matches!(body.ty.shape(), Shape::Bool) => {
            format!("{head}[{condition}]")
        }
        _ => format!("$filter({}, {function})", list.text()),
    }
}

/// `xs.field` for `$map(xs, function($v) { $v.field })`. Of one item it is its field, of none nothing.
pub(super) fn map(list: &Code, item: &Ty, function: &str, body: &Code) -> String {
    match (head(list), &body.within) {
        (Some(head), Some(steps))
            if body.is_trivial() && plain(item) && plain(&body.ty) && are_fields(steps) =>
        {
            format!("{head}.{steps}")
        }
        _ => format!("$map({}, {function})", list.text()),
    }
}

/// `xs.field[$ != null]` for what an optional field of all items holds. None where it is none.
pub(super) fn present(list: &Code, item: &Ty, body: &Code) -> Option<String> {
    let (rest, steps) = body.within.as_deref()?.strip_prefix("$exists(")?.split_once(" ? ")?;
    let steps = steps.strip_suffix(" : null")?;
    let optional = rest.strip_suffix(')') == Some(steps) && are_fields(steps);
    let head = head(list).filter(|_| optional && plain(item) && plain(&body.ty))?;
    Some(format!("{head}.{steps}[$ != null]"))
}

/// `xs.list` for the items of a list in each item, one after the other.
pub(super) fn flat_map(list: &Code, item: &Ty, of: &Ty, body: &Code) -> Option<String> {
    let steps = body.within.as_deref().filter(|steps| are_fields(steps))?;
    let whole = body.is_trivial() && !matches!(body.ty.shape(), Shape::Set(_));
    let head = head(list).filter(|_| whole && plain(item) && plain(of))?;
    Some(format!("{head}.{steps}"))
}

/// `(xs[condition])[0]` for the first item for which a condition holds: undefined where there is none.
pub(super) fn first(list: &Code, item: &Ty, body: &Code) -> Option<String> {
    let head = of_path(list).filter(|_| plain(item) && !body.faults)?;
    let condition = body.within.as_ref().filter(|_| matches!(body.ty.shape(), Shape::Bool))?;
    Some(format!("({head}[{condition}])[0]"))
}

/// `[xs^(key, >other)]` for a list that is sorted by these keys, the most significant first.
pub(super) fn sort(list: &Code, item: &Ty, keys: &[Key]) -> Option<String> {
    let head = head(list).filter(|_| plain(item) && !keys.is_empty())?;
    let terms: Vec<String> = keys.iter().map(Key::term).collect::<Option<_>>()?;
    Some(format!("[{head}^({})]", terms.join(", ")))
}

/// A key that a list is sorted by.
pub(super) struct Key {
    /// The key of the item that this names.
    code: Code,
    name: String,
    descending: bool,
}

impl Key {
    /// The keys of an `Ordering` that compares the items of two names. None where it does not compare the same of both.
    pub(super) fn all(sides: &[(Code, Code)], [a, b]: [&str; 2]) -> Option<Vec<Key>> {
        let mut keys = vec![];
        for (left, right) in sides {
            let of = |code: &Code, one: &str, other: &str| {
                code.text().contains(one) && !code.text().contains(other)
            };
            let descending = match () {
                () if of(left, a, b) && of(right, b, a) => false,
                () if of(left, b, a) && of(right, a, b) => true,
                () => return None,
            };
            let (first, second) = if descending { (right, left) } else { (left, right) };
            if first.text().replace(a, b) != second.text() {
                return None;
            }
            add(first.clone(), a, descending, &mut keys)?;
        }
        Some(keys)
    }

    fn term(&self) -> Option<String> {
        let text = within(self.code.text(), &self.name)?;
        Some(if self.descending { format!(">{text}") } else { text })
    }
}

/// Adds a key, or the keys that a tuple is put together of.
fn add(code: Code, name: &str, descending: bool, keys: &mut Vec<Key>) -> Option<()> {
    if code.absent || code.faults {
        return None;
    }
    let code = match (code.ty.shape(), &code.items) {
        (Shape::Reverse(of), _) => return add(code.with_ty(of), name, !descending, keys),
        (Shape::Tuple(of), Some(items)) if items.len() == of.len() => {
            let mut parts = items.iter().zip(of);
            return parts
                .try_for_each(|(it, of)| add(it.clone().with_ty(of), name, descending, keys));
        }
        (Shape::Integer(..) | Shape::Float, _) => code,
        (Shape::String | Shape::Char, _) => order::key(&code),
        _ => return None,
    };
    keys.push(Key { code, name: name.to_owned(), descending });
    Some(())
}

/// The text that a step may follow: a variable or a path, also without the brackets around it, or a list
/// in brackets.
fn head(list: &Code) -> Option<&str> {
    let text = list.text();
    let listed = text.starts_with('[') && closes(text) == Some(text.len());
    of_path(list).or(listed.then_some(text))
}

fn of_path(list: &Code) -> Option<&str> {
    path(list.text()).or_else(|| bare(list.text())).filter(|_| !list.absent)
}

/// The body behind `$name := [path]`, where it only goes on with the path: by a step or sort keys, for an index would be
/// one of each step.
pub(super) fn continued(name: &str, value: &Code, body: &str) -> Option<String> {
    let path = bare(&value.text).filter(|_| !value.faults && !value.absent)?;
    let steps = body.strip_prefix('[')?.strip_prefix(name)?;
    let only = steps.starts_with(['^', '.']) && !steps.contains(name);
    only.then(|| format!("[{path}{steps}"))
}

/// The path between brackets: what counts the results of a path needs no list of them.
pub(super) fn bare(text: &str) -> Option<&str> {
    path(text.strip_prefix('[')?.strip_suffix(']')?)
}

/// The text, if it is a variable with steps to fields and predicates behind it.
fn path(text: &str) -> Option<&str> {
    let mut rest = text.strip_prefix('$')?;
    let named = |text: &str| {
        let end = |c: char| c != '_' && c != '\u{1}' && !c.is_alphanumeric();
        text.find(end).unwrap_or(text.len())
    };
    let name = named(rest);
    rest = &rest[name..];
    while !rest.is_empty() {
        rest = match rest.strip_prefix('.') {
            Some(step) if step.starts_with('`') => &step[step[1..].find('`')? + 2..],
            Some(step) if step.starts_with(begins_step) => &step[named(step)..],
            Some(_) => return None,
            None if rest.starts_with('[') => &rest[closes(rest)?..],
            None => return None,
        };
    }
    (name > 0).then_some(text)
}

/// The length of what stands between the bracket at the beginning and its counterpart, with both. None where a regular
/// expression may hide one.
fn closes(text: &str) -> Option<usize> {
    let (mut inside, mut quoted, mut escaped) = (0_i32, false, false);
    for (at, next) in text.char_indices() {
        match next {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '/' if !quoted => return None,
            '[' if !quoted => inside += 1,
            ']' if !quoted => inside -= 1,
            _ => {}
        }
        if inside == 0 && !quoted {
            return Some(at + next.len_utf8());
        }
    }
    None
}

/// True if a text is a path of fields: `a.b`.
fn are_fields(text: &str) -> bool {
    let plain = |part: &str| part.chars().all(|c| c == '.' || c == '_' || c.is_alphanumeric());
    // Between backquotes there may be anything.
    text.split('`').step_by(2).all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Data, Schema};

    #[test]
    fn bodies_are_read_in_the_context_of_the_item() {
        for (body, expected) in [
            ("$v.a > 3", Some("a > 3")),
            ("$v > 3", Some("$ > 3")),
            ("$v.a.`b c` = \"[\\\"$v\"", None),
            ("$v.a.`b c` = \"[\\\"\"", Some("a.`b c` = \"[\\\"\"")),
            ("$not($v.tags[0] = \"x\")", Some("$not(tags[0] = \"x\")")),
            // In a predicate `$` is something else.
            ("$xs[$v.at] > 3", None),
            ("$v[0] > 3", None),
            ("$count($v.**) > 3", None),
            ("$exists($xs[$ > 3])", None),
            ("$reduce($v.a, function($x) { $x })", None),
            ("$contains($v.a, /]/)", None),
        ] {
            assert_eq!(within(body, "$v").as_deref(), expected, "{body}");
        }
    }

    #[test]
    fn paths_are_told_from_other_texts() {
        for (text, is) in [
            ("$xs", true),
            ("$states.result", true),
            ("$a.`b c`.d[e = \"]\"].f", true),
            ("$\u{1}7\u{1}.a", true),
            ("$a[b / c > 2]", false),
            ("$f(a).b", false),
            ("$a = $b", false),
            ("$", false),
            ("$a.", false),
            ("$a.**", false),
            ("[$a]", false),
        ] {
            assert_eq!(path(text).is_some(), is, "{text}");
        }
        assert_eq!(bare("[$a.b]"), Some("$a.b"));
        assert_eq!(bare("[$a, $b]"), None);
    }

    #[test]
    fn a_path_goes_on_where_it_has_a_name_for_that_alone() {
        let list = Code::call("[$r.items]", Ty::list(Ty::I64));
        for (body, expected) in [
            ("[$xs^(a)]", Some("[$r.items^(a)]")),
            ("[$xs.a]", Some("[$r.items.a]")),
            ("[$xs[0]]", None),
            ("[$xs^(a), $xs]", None),
            ("[$xs2^(a)]", None),
            ("$count($xs)", None),
        ] {
            assert_eq!(continued("$xs", &list, body).as_deref(), expected, "{body}");
        }
        let whole = Code::call("$append($a, $b)", Ty::list(Ty::I64));
        assert_eq!(continued("$xs", &whole, "[$xs^(a)]"), None);
    }

    #[test]
    fn options_are_steps_to_what_is_there() {
        let object = Ty::Of(Schema::Struct { name: "S", fields: vec![] });
        let list = Code::new("$xs", Vec::<i64>::schema());
        let text = Ty::option(Ty::STRING);
        let optional =
            |text: &str, ty: Ty| Code { within: Some(text.into()), ..Code::path("", ty) };
        let there = optional("$exists(a) ? a : null", text.clone());
        assert_eq!(present(&list, &object, &there).as_deref(), Some("$xs.a[$ != null]"));
        let other = optional("$exists(a) ? b : null", text);
        assert_eq!(present(&list, &object, &other), None);
        let lists = optional("$exists(a) ? a : null", Ty::option(Ty::list(Ty::I64)));
        assert_eq!(present(&list, &object, &lists), None);
    }

    #[test]
    fn lists_are_sorted_by_what_an_order_compares_of_both() {
        let list = Code::new("$xs", Vec::<i64>::schema());
        let object = Ty::Of(Schema::Struct { name: "S", fields: vec![] });
        let number = |text: &str| Code::path(text, Ty::I64);
        let sorted =
            |sides: &[(Code, Code)], item: &Ty| sort(&list, item, &Key::all(sides, ["$a", "$b"])?);
        let up = (number("$a.n"), number("$b.n"));
        let down = (number("$b.at.m"), number("$a.at.m"));
        assert_eq!(sorted(&[up.clone(), down], &object).as_deref(), Some("[$xs^(n, >at.m)]"));
        let reverse = Ty::Reverse(Box::new(Ty::I64));
        let reversed = (Code::path("$a", reverse.clone()), Code::path("$b", reverse));
        assert_eq!(sorted(&[reversed], &Ty::I64).as_deref(), Some("[$xs^(>$)]"));
        for (left, right, item) in [
            (number("$a.n"), number("$b.m"), &object),
            (number("$a.n"), number("$a.n"), &object),
            (number("$n"), number("$n"), &object),
            (Code::path("$a.n", Ty::BOOL), Code::path("$b.n", Ty::BOOL), &object),
            (number("$a.n").perhaps(true), number("$b.n").perhaps(true), &object),
            (up.0, up.1, &Ty::list(Ty::I64)),
        ] {
            assert_eq!(sorted(&[(left, right)], item), None);
        }
        assert_eq!(sorted(&[], &object), None);
    }

    #[test]
    fn lists_of_lists_are_no_steps() {
        let body = |ty: Ty| Code { within: Some("a".into()), ..Code::path("$v.a", ty) };
        let list = Code::new("$xs", Vec::<i64>::schema());
        let object = Ty::Of(Schema::Struct { name: "S", fields: vec![] });
        let pairs = Ty::Tuple(vec![Ty::I64, Ty::I64]);
        let mapped = |item: &Ty, of: Ty| map(&list, item, "f", &body(of));
        assert_eq!(mapped(&object, Ty::I64), "$xs.a");
        assert_eq!(mapped(&object, Ty::list(Ty::I64)), "$map($xs, f)");
        assert_eq!(mapped(&object, Ty::option(Ty::list(Ty::I64))), "$map($xs, f)");
        assert_eq!(mapped(&object, Ty::Unknown), "$map($xs, f)");
        assert_eq!(mapped(&pairs, Ty::I64), "$map($xs, f)");
        assert_eq!(filter(&list, &object, "f", &body(Ty::BOOL)), "$xs[a]");
        // A number would be taken for an index.
        assert_eq!(filter(&list, &object, "f", &body(Ty::I64)), "$filter($xs, f)");
        assert_eq!(filter(&list, &pairs, "f", &body(Ty::BOOL)), "$filter($xs, f)");
    }
}
