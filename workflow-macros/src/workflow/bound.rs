//! The names that patterns bind.

use syn::visit::Visit;
use syn::{Block, Ident, Pat};

#[derive(Default)]
struct Bound(Vec<Ident>);

impl<'p> Visit<'p> for Bound {
    fn visit_pat_ident(&mut self, pat: &'p syn::PatIdent) {
        if !self.0.contains(&pat.ident) {
            self.0.push(pat.ident.clone());
        }
        syn::visit::visit_pat_ident(self, pat);
    }
}

/// The names that a pattern binds, each once. A variant or a constant that is written as a name is among them.
pub fn bound(pat: &Pat) -> Vec<Ident> {
    let mut found = Bound::default();
    found.visit_pat(pat);
    found.0
}

/// The names that the patterns in a block bind.
pub fn bound_in(block: &Block) -> Vec<Ident> {
    let mut found = Bound::default();
    found.visit_block(block);
    found.0
}
