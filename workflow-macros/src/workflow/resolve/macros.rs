//! Macros that are expressions: `vec!`, `matches!`, `format!`.

use super::{Resolver, last};
use crate::ident;
use crate::workflow::advice::{self, Advice};
use crate::workflow::ex::{Ex, ExArm, ExKind, Piece};
use crate::workflow::format::{self, Raw};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Expr, Ident, Pat, Token};

impl Resolver<'_> {
    pub(super) fn macro_call(&mut self, mac: &syn::Macro) -> ExKind {
        let name = last(&mac.path);
        let parsed = match name.as_str() {
            "format" => self.format(mac),
            "vec" => self.vec(mac),
            "matches" => self.matches(mac),
            _ => {
                let Advice { what, help } = advice::mac(&mac.path);
                return self.refuse(&mac.path, &what, &help);
            }
        };
        parsed.unwrap_or_else(|error| {
            self.errors.add(error);
            ExKind::Unit
        })
    }

    pub(super) fn vec(&mut self, mac: &syn::Macro) -> syn::Result<ExKind> {
        if let Ok(repeat) = syn::parse2::<syn::ExprRepeat>(bracketed(mac)) {
            return Ok(ExKind::Repeat(self.boxed(&repeat.expr), self.boxed(&repeat.len)));
        }
        let items = mac.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated)?;
        Ok(ExKind::List { items: self.all(&items), vec: true })
    }

    /// `[0; 3]`: as few items as this are written out, as an array that they stand in is.
    pub(super) fn repeated(&mut self, repeat: &syn::ExprRepeat) -> ExKind {
        const WRITTEN_OUT: usize = 32;
        let item = self.expr(&repeat.expr);
        match &*repeat.len {
            Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(count), .. })
                if let Ok(count @ 1..=WRITTEN_OUT) = count.base10_parse() =>
            {
                ExKind::List { items: vec![item; count], vec: false }
            }
            count => ExKind::Repeat(Box::new(item), self.boxed(count)),
        }
    }

    pub(super) fn matches(&mut self, mac: &syn::Macro) -> syn::Result<ExKind> {
        let parse = |input: syn::parse::ParseStream<'_>| {
            let on: Expr = input.parse()?;
            input.parse::<Token![,]>()?;
            let pat = Pat::parse_multi_with_leading_vert(input)?;
            let guard = if input.peek(Token![if]) {
                input.parse::<Token![if]>()?;
                Some(input.parse::<Expr>()?)
            } else {
                None
            };
            input.parse::<Option<Token![,]>>()?;
            Ok((on, pat, guard))
        };
        let (on, pat, guard) = mac.parse_body_with(parse)?;
        let on = self.boxed(&on);
        self.env.push();
        let pat = self.local_pat(&pat);
        let guard = guard.map(|guard| self.expr(&guard));
        self.env.pop();
        let bool_ = |value: bool| {
            Ex::new(
                ExKind::Lit(syn::Lit::Bool(syn::LitBool::new(value, mac.path.span()))),
                mac.path.span(),
            )
        };
        let yes = ExArm { pat, guard, value: bool_(true) };
        Ok(ExKind::Match(
            on,
            vec![yes, ExArm { pat: syn::parse_quote!(_), guard: None, value: bool_(false) }],
        ))
    }

    pub(super) fn format(&mut self, mac: &syn::Macro) -> syn::Result<ExKind> {
        let parse = |input: syn::parse::ParseStream<'_>| {
            let text: syn::LitStr = input.parse()?;
            input.parse::<Option<Token![,]>>()?;
            Ok((text, Punctuated::<Expr, Token![,]>::parse_terminated(input)?))
        };
        let (text, given) = mac.parse_body_with(parse)?;
        Ok(self.formatted(&text, &given))
    }

    pub(super) fn formatted(
        &mut self,
        text: &syn::LitStr,
        given: &Punctuated<Expr, Token![,]>,
    ) -> ExKind {
        let Ok(raw) = format::parse(&text.value()) else {
            self.errors.leave_to_rustc();
            return ExKind::Unit;
        };
        let (mut pieces, mut args, mut next) = (vec![], vec![], 0);
        for piece in raw {
            pieces.push(match piece {
                Raw::Text(text) => Piece::Text(text),
                Raw::Hole(name, spec) => {
                    if format::check(&spec).is_none() {
                        let what = format!("`{{:{spec}}}` has no exact counterpart in JSONata");
                        self.errors.at(text, &what, format::remedy(&name, &spec));
                    }
                    let Some(arg) = self.format_arg(&name, text, given, &mut next) else {
                        self.errors.leave_to_rustc();
                        return ExKind::Unit;
                    };
                    args.push(arg);
                    Piece::Arg(args.len() - 1, spec)
                }
            });
        }
        ExKind::Format { text: text.clone(), pieces, args }
    }

    /// `None` where there is none.
    pub(super) fn format_arg(
        &mut self,
        name: &str,
        text: &syn::LitStr,
        given: &Punctuated<Expr, Token![,]>,
        next: &mut usize,
    ) -> Option<Ex> {
        if name.is_empty() {
            *next += 1;
            return Some(self.expr(given.get(*next - 1)?));
        }
        if let Ok(index) = name.parse::<usize>() {
            return Some(self.expr(given.get(index)?));
        }
        let named = given.iter().find_map(|expr| match expr {
            Expr::Assign(assign) if matches!(&*assign.left, Expr::Path(path) if path.path.is_ident(name)) => Some(&*assign.right),
            _ => None,
        });
        if let Some(expr) = named {
            return Some(self.expr(expr));
        }
        syn::parse_str::<Ident>(name).or_else(|_| syn::parse_str(&format!("r#{name}"))).ok()?;
        let ident = ident::named(name, text.span());
        Some(self.expr(&syn::parse_quote!(#ident)))
    }
}

fn bracketed(mac: &syn::Macro) -> proc_macro2::TokenStream {
    let tokens = &mac.tokens;
    quote::quote!([#tokens])
}
