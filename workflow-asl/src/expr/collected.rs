//! Lists of options and of results, collected into one: `collect::<Option<Vec<_>>>()`, `collect::<Result<Vec<_>, _>>()`.

use super::code::Code;
use super::compose::{choose, function, is_null, many, named};
use super::iterator::collect;
use super::list::{items, kept};
use super::ty::{Shape, Ty};
use super::{Refused, refuse, stepped};

/// All that the items hold, or `None` where one is.
pub(super) fn option(list: Code, inner: Ty, ty: Ty) -> Result<Code, Refused> {
    let item = items(&list.ty).unwrap_or(Ty::Unknown);
    let Shape::Option(of) = item.shape() else {
        return refuse(format!("an `Option` of {}", list.ty.describe()), "collect `Option`s");
    };
    many("xs", list, |xs| {
        let none = any(&xs, &item, |v| is_null(v, true))?;
        let all = collect(xs.clone().with_ty(Ty::iter(of)), Some(inner))?;
        Ok(choose(&none, &Code::null(ty.clone()), &all.with_ty(ty.clone()), ty))
    })
}

/// All that is in `Ok`, or the first `Err`.
pub(super) fn result(list: Code, inner: Ty, ty: Ty) -> Result<Code, Refused> {
    let item = items(&list.ty).unwrap_or(Ty::Unknown);
    let Shape::Result(ok, _) = item.shape() else {
        return refuse(format!("a `Result` of {}", list.ty.describe()), "collect `Result`s");
    };
    many("xs", list, |xs| {
        let (text, body) = function(&[("v", item.clone())], |v| Ok(is_err(&v[0])))?;
        let first = match stepped::filter(&xs, &item, &text, &body) {
            // An index behind a path is one of each step.
            path if path.starts_with("$filter(") => format!("{path}[0]"),
            path => format!("({path})[0]"),
        };
        named("failed", Code::call(first, ty.clone()), |failed| {
            let (text, body) =
                function(&[("v", item.clone())], |v| Ok(v[0].step("Ok", ok.clone())))?;
            let all = kept(&stepped::map(&xs, &item, &text, &body), &ok, Ty::iter(ok.clone()));
            let all = collect(all.failing_as(&[&body]), Some(inner))?;
            let fine = Code::fields(vec![("Ok".to_owned(), all)], ty.clone());
            let there = Code::call(format!("$exists({})", failed.text()), Ty::BOOL);
            Ok(choose(&there, &failed, &fine, ty))
        })
    })
}

fn is_err(value: &Code) -> Code {
    Code::call(format!("$exists({})", value.step("Err", Ty::Unknown).text()), Ty::BOOL)
}

fn any(list: &Code, item: &Ty, is: impl FnOnce(&Code) -> Code) -> Result<Code, Refused> {
    let (text, body) = function(&[("v", item.clone())], |v| Ok(is(&v[0])))?;
    let found = stepped::filter(list, item, &text, &body);
    Ok(Code::call(format!("$exists({found})"), Ty::BOOL))
}
