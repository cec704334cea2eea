//! The functions that a workflow calls by path: a task, or a `#[pure]` function. Each is a function and a type of one
//! name.
//!
//! Generated code names the type. Under a plain function's name there is none, and rustc would say no more than that
//! it expected one. So the type goes by a name of ours: an import of whatever stands under the path, which hides one
//! outside of it that is there in any case, `Plain`, and says what to write.

use crate::quiet::quiet;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Path;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

/// The paths that are called, each once.
#[derive(Default)]
pub struct Called(Vec<Path>);

impl Called {
    pub fn add(&mut self, path: &Path) {
        if !self.0.iter().any(|known| name(known) == name(path)) {
            self.0.push(path.clone());
        }
    }

    /// The types that [`ty`] names.
    pub fn declare(&self) -> TokenStream {
        self.0.iter().map(declare).collect()
    }
}

/// The type of what is called, for items: under a plain function's name it is silent.
pub fn any(path: &Path) -> Ident {
    let at = path.segments.last().map_or_else(|| path.span(), |last| last.ident.span());
    Ident::new(&name(path), at)
}

/// The type of what is called, for code: there a plain function is told of.
pub fn ty(path: &Path) -> Ident {
    format_ident!("{}_marked", any(path))
}

/// The type that a function is in: `model::Order` of `model::Order::total`.
pub fn owner(path: &Path) -> Path {
    let mut owner = path.clone();
    owner.segments.pop();
    owner.segments.pop_punct();
    owner
}

/// The number of a function's name in its type.
pub fn number(name: &Ident) -> u64 {
    let text = name.unraw().to_string();
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Equal for equal paths alone: `a::b_c` is not `a_b::c`, nor `a__b`.
fn name(path: &Path) -> String {
    let segments = path.segments.iter().map(|segment| {
        let ident = segment.ident.unraw().to_string();
        format!("_{}{ident}", ident.len())
    });
    let leading = path.leading_colon.map(|_| "_0".to_owned());
    format!("__Called{}", leading.into_iter().chain(segments).collect::<String>())
}

/// Attributes of the language that a function may be named after: a name that a macro imports is ambiguous with them.
#[rustfmt::skip]
const ATTRIBUTES: [&str; 25] = [
    "allow", "automatically_derived", "bench", "cfg", "cold", "deny", "deprecated", "derive", "doc", "expect",
    "feature", "forbid", "global_allocator", "ignore", "inline", "link", "must_use", "path", "repr", "test_case",
    "track_caller", "used", "warn", "should_panic", "target_feature",
];

/// True if an import of this name might be one of a crate. An import of a name that both a macro has made and a
/// crate has is ambiguous, whereas code that says the name means what stands nearest.
fn may_be_crate(path: &Path) -> bool {
    const ALWAYS: [&str; 7] = ["std", "core", "alloc", "test", "proc_macro", "clippy", "rustfmt"];
    let Some(name) = path.get_ident().map(|name| name.unraw().to_string()) else { return false };
    if ATTRIBUTES.contains(&&*name) {
        return true;
    }
    ALWAYS.contains(&&*name) || std::env::args().skip(1).any(|arg| may_name(&arg, &name))
}

/// True if an argument of rustc may name a crate so: `--extern name=path`, `--extern=priv:name=path`; what stands in a
/// file of arguments cannot be seen.
fn may_name(arg: &str, name: &str) -> bool {
    let of = arg.strip_prefix("--extern=").unwrap_or(arg);
    let of = of.split('=').next().and_then(|of| of.rsplit(':').next());
    arg.starts_with('@') || of == Some(name)
}

fn declare(path: &Path) -> TokenStream {
    let Some(last) = path.segments.last().map(|last| &last.ident) else {
        return TokenStream::new();
    };
    let (any, ty, key) = (any(path), ty(path), format_ident!("__Key{}", name(path)));
    let (own, itself) = (quiet(&any), quiet(&ty));
    if may_be_crate(path) {
        return quote! {
            type #own = #path;
            type #itself = #path;
        };
    }
    // An import must find something: of a name that nothing has, rustc says so in the user's function.
    let macros =
        path.get_ident().map(|name| quote!(use ::workflow::__private::with_steps as #name;));
    let quiet = quiet(last);
    let own_type = quote_spanned!(quiet.span()=> pub struct #quiet {});
    let plain = quote_spanned! {last.span()=>
        #own_type
        const _: fn(#last) = |_| {};
        impl ::workflow::__private::Plain for #last {}
        impl<C> ::workflow::__private::typed::Sends<C> for #last {
            fn input(_: C) {}
        }
    };
    quote! {
        struct #key {}
        #[allow(non_local_definitions)]
        const _: () = {
            mod __plain { #plain }
            use __plain::#last as __Found;
            const _: () = {
                #macros
                use #path as __Found;
                impl ::workflow::__private::Called for #key { type Type = __Found; }
            };
        };
        type #own = <#key as ::workflow::__private::Called>::Type;
        type #itself = <#any as ::workflow::__private::Marked>::Itself;
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn an_import_may_be_one_of_a_crate() {
        for (arg, named) in [
            ("own=/tmp/libown.rlib", true),
            ("--extern=own=/tmp/libown.rlib", true),
            ("--extern=priv,noprelude:own=/tmp/libown.rlib", true),
            ("own", true),
            ("@arguments", true),
            ("--extern=other=/tmp/own", false),
            ("--crate-name=own", false),
            ("owner=/tmp/own", false),
            ("-O", false),
        ] {
            assert_eq!(may_name(arg, "own"), named, "{arg}");
        }
        for (path, may) in
            [("std", true), ("inline", true), ("r#cold", true), ("own", false), ("a::std", false)]
        {
            assert_eq!(may_be_crate(&syn::parse_str(path).unwrap()), may, "{path}");
        }
    }

    #[test]
    fn paths_have_names_of_their_own() {
        let paths = ["a::b_c", "a_b::c", "a::b::c", "::a::b_c", "a__b_c", "b_c"];
        let mut called = Called::default();
        for path in paths.iter().chain(&["a::b_c", "r#b_c"]) {
            called.add(&syn::parse_str(path).unwrap());
        }
        assert_eq!(called.0.len(), paths.len());
    }
}
