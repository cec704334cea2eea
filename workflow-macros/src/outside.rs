//! Functions in an `impl` block: a macro sees its own item only, so the lines around it are read from the file.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use std::path::Path;

/// A function in an `impl` block or a trait as it is, and the mistake; `None` where it stands outside.
pub(crate) fn refuse(own: &str, function: &TokenStream) -> Option<TokenStream> {
    let parsed: syn::ItemFn = syn::parse2(function.clone()).ok()?;
    // Of a method the signature says enough.
    if parsed.sig.receiver().is_some() || !is_inside(Span::call_site())? {
        return None;
    }
    let help = match own {
        "pure" => "write `#[pure]` above the `impl`: all functions in it are pure then",
        _ => "move the function out of the `impl` block",
    };
    let what = format!("`#[{own}]` makes a type of a function, which an `impl` block cannot hold");
    let text = format!("{what}\nhelp: {help}");
    let error = syn::Error::new(parsed.sig.ident.span(), text).into_compile_error();
    Some(quote!(#error #function))
}

/// True if an attribute stands inside an `impl` block or a trait.
fn is_inside(at: Span) -> Option<bool> {
    if !proc_macro::is_available() {
        return None;
    }
    let at = at.unwrap().start();
    if at.column() == 1 {
        return Some(false);
    }
    let text = std::fs::read_to_string(Path::new(&at.local_file()?)).ok()?;
    let before: Vec<&str> = text.lines().take(at.line() - 1).collect();
    let ahead: String = text.lines().nth(at.line() - 1)?.chars().take(at.column() - 1).collect();
    Some(same_line(&ahead).unwrap_or_else(|| opens_impl(&before, at.column() - 1)))
}

/// True if the innermost block that begins on the line of the attribute is an `impl` block or a trait; `None` where
/// no block begins there.
fn same_line(ahead: &str) -> Option<bool> {
    let mut open = vec![];
    let mut begin = 0;
    for (at, c) in ahead.char_indices() {
        match c {
            '{' => open.push(&ahead[begin..at]),
            '}' => drop(open.pop()),
            ';' => {}
            _ => continue,
        }
        begin = at + 1;
    }
    open.last().map(|opening| is_impl(opening))
}

/// True if the innermost line before that is indented less opens an `impl` block or a trait.
fn opens_impl(before: &[&str], indent: usize) -> bool {
    let opening = before.iter().rev().find(|line| {
        let text = line.trim_start();
        let ahead = line.len() - text.len();
        ahead < indent
            && !text.is_empty()
            && !["//", "{", "where", "#", ")"].iter().any(|it| text.starts_with(it))
    });
    opening.is_some_and(|line| is_impl(line))
}

fn is_impl(opening: &str) -> bool {
    let words = opening.split([' ', '<', '\t']);
    let mut words =
        words.filter(|word| !["", "pub", "unsafe", "pub(crate)", "pub(super)"].contains(word));
    matches!(words.next(), Some("impl" | "trait"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_of_one_line_is_found() {
        for (ahead, inside) in [
            ("struct A; impl A { ", Some(true)),
            ("impl A { fn f() {} } mod b { ", Some(false)),
            ("impl A {} ", None),
            ("    ", None),
        ] {
            assert_eq!(same_line(ahead), inside, "{ahead}");
        }
    }

    #[test]
    fn the_block_around_is_found() {
        for (before, inside) in [
            ("impl Shop {\n    fn other() {\n    }\n", true),
            ("impl<T> Shop<T>\nwhere\n    T: Clone,\n{\n", true),
            ("pub trait Shop {\n\n    // One.\n", true),
            ("mod shop {\n    struct Shop;\n", false),
            ("impl Shop {\n}\nmod shop {\n", false),
            ("fn main() {\n    impl Shop {}\n", false),
            ("", false),
        ] {
            let lines: Vec<&str> = before.lines().collect();
            assert_eq!(opens_impl(&lines, 4), inside, "{before}");
        }
    }
}
