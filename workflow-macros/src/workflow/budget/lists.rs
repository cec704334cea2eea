//! The largest number of items in a list, as far as syntax tells.

use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{Block, Graph, Stmt, VarId};

/// The values that a block gives to a variable.
fn given(block: &Block, var: VarId) -> impl Iterator<Item = &Ex> {
    block.code.iter().chain(&block.late).filter_map(move |stmt| match stmt {
        Stmt::Let { pat: syn::Pat::Ident(_), binds, value, .. } if binds[..] == [var] => {
            Some(value)
        }
        _ => None,
    })
}

/// True if a block gives a variable its value.
pub(super) fn gives(block: &Block, var: VarId) -> bool {
    given(block, var).next().is_some()
}

/// The value of a variable that is assigned once.
pub(super) fn assigned(graph: &Graph, var: VarId) -> Option<&Ex> {
    let mut values = graph.blocks.iter().flat_map(|block| given(block, var));
    let value = values.next()?;
    values.next().is_none().then_some(value)
}

/// The most items of a list, as far as syntax tells.
pub(super) fn most(graph: &Graph, list: &Ex) -> Option<u64> {
    match &list.kind {
        ExKind::List { items, .. } => u64::try_from(items.len()).ok(),
        ExKind::Repeat(_, count) => number(count),
        ExKind::Range(from, to, inclusive) => {
            Some(number(to)?.saturating_add(u64::from(*inclusive)).saturating_sub(number(from)?))
        }
        ExKind::Paren(inner) | ExKind::Ref(inner) | ExKind::Deref(inner) => most(graph, inner),
        ExKind::Var(var) if graph.vars[*var].writes == 1 => most(graph, assigned(graph, *var)?),
        ExKind::Method(method) => {
            let inner = || most(graph, &method.receiver);
            match (method.method.to_string().as_str(), &method.args[..]) {
                ("take", [count]) => match (number(count), inner()) {
                    (Some(count), Some(inner)) => Some(count.min(inner)),
                    (count, inner) => count.or(inner),
                },
                (
                    "iter" | "into_iter" | "clone" | "cloned" | "copied" | "collect" | "to_vec"
                    | "rev" | "map" | "filter" | "filter_map" | "enumerate" | "skip" | "skip_while"
                    | "take_while" | "step_by" | "zip" | "chunks",
                    _,
                ) => inner(),
                ("chain", [other]) => Some(inner()?.saturating_add(most(graph, other)?)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn number(ex: &Ex) -> Option<u64> {
    match &ex.kind {
        ExKind::Lit(syn::Lit::Int(number)) => number.base10_parse().ok(),
        ExKind::Paren(inner) => number(inner),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use crate::errors::Errors;

    /// The expansion of a workflow that has a budget and goes over a list.
    fn expanded(before: &str, list: &str) -> String {
        let code = format!(
            "#[__workflow_max_events(9000)] async fn flow(list: Vec<u32>, n: u32) -> Result<Vec<u32>, Failure> {{
                {before} let all = map({list}, async |x| step(x).await).await?; Ok(all) }}"
        );
        let function = syn::parse_str(&code).unwrap();
        crate::workflow::whole(&function, vec![], Errors::default()).to_string()
    }

    #[test]
    fn the_length_of_a_list_is_what_its_text_says() {
        for (before, list, most) in [
            ("", "vec![1, 2]", 2),
            ("", "vec![1; 7]", 7),
            ("", "vec![1; (7)]", 7),
            ("", "(0..3).collect::<Vec<u32>>()", 3),
            ("", "(2..=5).collect::<Vec<u32>>()", 4),
            ("", "(5..2).collect::<Vec<u32>>()", 0),
            ("", "list.into_iter().take(5).collect::<Vec<u32>>()", 5),
            ("", "vec![1, 2].into_iter().take(5).collect::<Vec<u32>>()", 2),
            ("", "vec![1, 2, 3].into_iter().take(2).collect::<Vec<u32>>()", 2),
            ("", "vec![1, 2].into_iter().take(n).collect::<Vec<u32>>()", 2),
            ("", "vec![1].into_iter().chain(vec![2, 3]).collect::<Vec<u32>>()", 3),
            ("", "vec![1, 2].iter().map(|x| x + 1).rev().collect::<Vec<u32>>()", 2),
            ("let some = vec![1, 2, 3];", "some", 3),
            ("let some = vec![1, 2, 3]; let same = some;", "same", 3),
        ] {
            let text = expanded(before, list);
            assert!(!text.contains("compile_error"), "{list}: {text}");
            assert!(text.contains(&format!("times ({most}u64)")), "{list}: {text}");
        }
    }

    #[test]
    fn other_lists_have_any_length() {
        for (before, list) in [
            ("", "list"),
            ("", "list.into_iter().take(n).collect::<Vec<u32>>()"),
            ("", "(0..n).collect::<Vec<u32>>()"),
            ("", "(n..9).collect::<Vec<u32>>()"),
            ("", "vec![1; n]"),
            ("", "vec![1].into_iter().chain(list).collect::<Vec<u32>>()"),
            ("", "list.into_iter().chain(vec![1]).collect::<Vec<u32>>()"),
            ("let mut some = vec![1]; some.push(2);", "some"),
            ("let mut some = vec![1]; step(1).await?; some = list;", "some"),
            ("let some = if n > 1 { vec![step(1).await?] } else { vec![1, 2] };", "some"),
        ] {
            let text = expanded(before, list);
            assert!(text.contains("has as many items as its list"), "{before} {list}: {text}");
        }
    }
}
