//! Finds the sites of all rules in the folders that are judged.

use crate::copy::Copy;
use crate::site::{Change, Site};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, Stmt};

/// The folders whose bugs change what workflows do.
pub const FOLDERS: &[&str] = &[
    "workflow-macros/src",
    "workflow-asl/src/expr",
    "workflow-asl/src/export",
    "workflow-runtime/src/typed",
];

/// The sites of bugs in the whole copy, in the order of files and lines.
pub fn find(copy: &Copy) -> Result<Vec<Site>, String> {
    find_with(copy, FOLDERS, |file, found| Finder { found }.visit_file(file))
}

/// The sites that a search finds in the files of some folders.
pub fn find_with(
    copy: &Copy,
    folders: &[&str],
    search: impl Fn(&syn::File, &mut Found<'_>),
) -> Result<Vec<Site>, String> {
    let mut files = vec![];
    for folder in folders {
        collect(&copy.pristine.join(folder), &mut files)?;
    }
    files.sort();
    let mut sources = vec![];
    for path in files {
        let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
        let parsed = syn::parse_file(&text);
        let parsed = parsed.map_err(|error| format!("{}: {error}", path.display()))?;
        sources.push((path, text, parsed));
    }
    let tests: Vec<_> =
        sources.iter().flat_map(|(path, _, parsed)| tests_of(path, parsed)).collect();
    sources.retain(|(path, ..)| !tests.iter().any(|of| path.with_extension("").starts_with(of)));
    let mut sites = vec![];
    for (path, text, parsed) in sources {
        let file = path.strip_prefix(&copy.pristine).unwrap_or(&path).display().to_string();
        let mut found = Found { file, text: &text, sites: vec![] };
        search(&parsed, &mut found);
        sites.append(&mut found.sites);
    }
    Ok(sites)
}

/// The modules that a file declares for tests only, without `.rs`.
fn tests_of(path: &Path, file: &syn::File) -> Vec<PathBuf> {
    let own = path.with_extension("");
    let folder = match own.file_name().is_some_and(|name| name == "mod" || name == "lib") {
        true => path.parent().unwrap_or(path).to_owned(),
        false => own,
    };
    let modules = file.items.iter().filter_map(|item| match item {
        syn::Item::Mod(module) if module.content.is_none() => Some(module),
        _ => None,
    });
    let tests = modules.filter(|module| module.attrs.iter().any(|it| it.path().is_ident("cfg")));
    tests.map(|module| folder.join(module.ident.to_string())).collect()
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> Result<(), String> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            collect(&path, into)?;
        } else if name.ends_with(".rs") && !name.contains("test") && name != "mutant.rs" {
            into.push(path);
        }
    }
    Ok(())
}

/// The sites of one file.
pub struct Found<'a> {
    file: String,
    text: &'a str,
    sites: Vec<Site>,
}

impl Found<'_> {
    fn add(&mut self, span: proc_macro2::Span, rule: &str, change: Change) {
        self.add_at(span, span, rule, change);
    }

    /// Adds a site that is told of by the line of `told`.
    pub fn add_at(
        &mut self,
        told: proc_macro2::Span,
        span: proc_macro2::Span,
        rule: &str,
        change: Change,
    ) {
        let line = told.start().line;
        let text = self.text.lines().nth(line - 1).unwrap_or_default().trim().to_owned();
        let (file, rule) = (self.file.clone(), rule.to_owned());
        let range = span.byte_range();
        self.sites.push(Site { number: 0, file, line, range, rule, change, text, viable: true });
    }

    /// The source of a span, with the bytes of one part replaced.
    fn with(&self, whole: proc_macro2::Span, part: proc_macro2::Span, by: &str) -> String {
        let (whole, part) = (whole.byte_range(), part.byte_range());
        format!("{}{by}{}", &self.text[whole.start..part.start], &self.text[part.end..whole.end])
    }

    fn replace(&mut self, whole: proc_macro2::Span, part: proc_macro2::Span, from: &str, to: &str) {
        let mutated = self.with(whole, part, to);
        self.add(whole, &format!("{from} -> {to}"), Change::Either(mutated));
    }
}

struct Finder<'a, 'b> {
    found: &'a mut Found<'b>,
}

impl Finder<'_, '_> {
    fn binary(&mut self, node: &syn::ExprBinary) {
        let to = match node.op {
            BinOp::Eq(_) => ("==", "!="),
            BinOp::Ne(_) => ("!=", "=="),
            BinOp::And(_) => ("&&", "||"),
            BinOp::Or(_) => ("||", "&&"),
            BinOp::Gt(_) => (">", ">="),
            BinOp::Lt(_) => ("<", "<="),
            BinOp::Ge(_) => (">=", ">"),
            BinOp::Le(_) => ("<=", "<"),
            BinOp::Add(_) if is_one(&node.right) => {
                let mutated = self.found.with(node.span(), node.right.span(), "2");
                return self.found.add(node.span(), "+ 1 -> + 2", Change::Either(mutated));
            }
            _ => return,
        };
        self.found.replace(node.span(), node.op.span(), to.0, to.1);
    }

    fn method(&mut self, node: &syn::ExprMethodCall) {
        let name = node.method.to_string();
        let other = match name.as_str() {
            "is_some" => "is_none",
            "is_none" => "is_some",
            "any" => "all",
            "all" => "any",
            "first" => "last",
            "last" => "first",
            "min" => "max",
            "max" => "min",
            "is_empty" => {
                return self.found.add(node.span(), "is_empty -> !is_empty", Change::Opposite);
            }
            "rev" => {
                let (start, end) = (node.method.span(), node.paren_token.span.close());
                if let Some(span) = start.join(end) {
                    self.found.add(span, "rev removed", Change::NotReversed);
                }
                return;
            }
            "filter" => {
                if let Some(Expr::Closure(closure)) = node.args.first() {
                    self.found.add(
                        closure.body.span(),
                        "filter(c) -> filter(!c)",
                        Change::Opposite,
                    );
                }
                return;
            }
            _ => return,
        };
        self.found.replace(node.span(), node.method.span(), &name, other);
    }

    /// A macro is replaced as a whole, once for each of its tokens that a rule takes.
    fn tokens(&mut self, whole: proc_macro2::Span, tokens: TokenStream) {
        let all: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in all.iter().enumerate() {
            match token {
                TokenTree::Group(group) => {
                    // What is repeated or interpolated by name stays.
                    if group.delimiter() != Delimiter::None {
                        self.tokens(whole, group.stream());
                    }
                }
                TokenTree::Ident(ident) => {
                    let name = ident.to_string();
                    let called = matches!(all.get(at + 1), Some(TokenTree::Group(_)));
                    let to = match name.as_str() {
                        "true" => "false",
                        "false" => "true",
                        "is_some" if called => "is_none",
                        "is_none" if called => "is_some",
                        _ => continue,
                    };
                    self.found.replace(whole, ident.span(), &name, to);
                }
                TokenTree::Punct(one) => {
                    let Some(TokenTree::Punct(two)) = all.get(at + 1) else { continue };
                    let (from, to) = match (one.as_char(), two.as_char()) {
                        ('=', '=') => ("==", "!="),
                        ('!', '=') => ("!=", "=="),
                        ('&', '&') => ("&&", "||"),
                        _ => continue,
                    };
                    if let Some(part) = one.span().join(two.span()) {
                        self.found.replace(whole, part, from, to);
                    }
                }
                TokenTree::Literal(_) => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Finder<'_, '_> {
    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}
    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}
    fn visit_item_macro(&mut self, _: &'ast syn::ItemMacro) {}
    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_pat(&mut self, _: &'ast syn::Pat) {}
    fn visit_type(&mut self, _: &'ast syn::Type) {}

    fn visit_item_mod(&mut self, node: &'ast syn::ItemMod) {
        let tests = node.attrs.iter().any(|attribute| attribute.path().is_ident("cfg"));
        if !tests {
            visit::visit_item_mod(self, node);
        }
    }
    fn visit_item_fn(&mut self, node: &'ast syn::ItemFn) {
        if node.sig.constness.is_none() {
            visit::visit_item_fn(self, node);
        }
    }
    fn visit_impl_item_fn(&mut self, node: &'ast syn::ImplItemFn) {
        if node.sig.constness.is_none() {
            visit::visit_impl_item_fn(self, node);
        }
    }
    fn visit_expr_binary(&mut self, node: &'ast syn::ExprBinary) {
        if !has_let(&node.left) && !has_let(&node.right) {
            self.binary(node);
        }
        visit::visit_expr_binary(self, node);
    }
    fn visit_expr_method_call(&mut self, node: &'ast syn::ExprMethodCall) {
        self.method(node);
        visit::visit_expr_method_call(self, node);
    }
    fn visit_expr_unary(&mut self, node: &'ast syn::ExprUnary) {
        if matches!(node.op, syn::UnOp::Not(_)) {
            self.found.add(node.span(), "!x -> x", Change::Opposite);
        }
        visit::visit_expr_unary(self, node);
    }
    fn visit_expr_lit(&mut self, node: &'ast syn::ExprLit) {
        if let syn::Lit::Bool(value) = &node.lit {
            let rule = if value.value { "true -> false" } else { "false -> true" };
            self.found.add(node.span(), rule, Change::Opposite);
        }
    }
    fn visit_arm(&mut self, node: &'ast syn::Arm) {
        if let Some((_, guard)) = &node.guard
            && !has_let(guard)
        {
            self.found.add(guard.span(), "guard -> true", Change::Always);
        }
        visit::visit_arm(self, node);
    }
    fn visit_stmt(&mut self, node: &'ast Stmt) {
        if let Stmt::Expr(Expr::MethodCall(call), Some(_)) = node {
            let _ = call;
            self.found.add(node.span(), "statement removed", Change::Omit);
        }
        visit::visit_stmt(self, node);
    }
    fn visit_expr_macro(&mut self, node: &'ast syn::ExprMacro) {
        self.tokens(node.span(), node.mac.tokens.clone());
    }
}

fn is_one(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(one), .. }) if one.base10_digits() == "1")
}

/// True if a `let` of a chain of conditions stands in the expression.
fn has_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}
