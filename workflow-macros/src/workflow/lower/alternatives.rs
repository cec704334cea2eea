//! The alternatives of arms that take errors, taken apart: names, fields, and which of them are one variable.

use super::Lower;
use super::side::takes_all;
use crate::workflow::ex::member_name;
use crate::workflow::model::VarId;
use crate::workflow::phrase::refutable;
use quote::ToTokens;
use syn::{Ident, Member, Pat, PatIdent, Path};

/// A part of an arm's pattern that takes errors of one name, or whatever is left.
pub(super) struct Alternative<'e> {
    pub(super) arm: usize,
    pub(super) variant: Option<Variant<'e>>,
    /// The name that it gives the whole error.
    pub(super) whole: Option<&'e PatIdent>,
}

/// A variant, and the patterns of its fields.
pub(super) struct Variant<'e> {
    /// The path, as text: variants are told apart by it.
    pub(super) name: String,
    pub(super) path: Path,
    pub(super) fields: Vec<(String, &'e Pat)>,
    pub(super) form: VariantForm,
    /// The pattern leaves fields out, by `..`.
    pub(super) open: bool,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum VariantForm {
    Unit,
    Tuple,
    Struct,
}

impl<'e> Alternative<'e> {
    pub(super) fn name(&self) -> Option<&str> {
        self.variant.as_ref().map(|variant| &*variant.name)
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = &(String, &'e Pat)> {
        self.variant.iter().flat_map(|variant| &variant.fields)
    }

    /// True if it may take errors of this name, or of those that no arm names.
    pub(super) fn takes(&self, name: Option<&str>) -> bool {
        self.variant.is_none() || self.name() == name
    }

    /// True if it takes every error of its name, as far as syntax tells.
    pub(super) fn always_fits(&self) -> bool {
        !self.fields().any(|(_, pat)| refutable(pat))
    }
}

/// A name for the value, and nothing else.
pub(super) fn is_plain(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(ident) => takes_all(pat) && ident.by_ref.is_none(),
        pat => matches!(pat, Pat::Wild(_)),
    }
}

impl Lower<'_> {
    /// Takes a pattern apart.
    pub(super) fn alternatives<'e>(
        &mut self,
        arm: usize,
        pat: &'e Pat,
        whole: Option<&'e PatIdent>,
        found: &mut Vec<Alternative<'e>>,
    ) {
        let variant = match pat {
            Pat::Or(or) => {
                return or.cases.iter().for_each(|pat| self.alternatives(arm, pat, whole, found));
            }
            Pat::Paren(paren) => return self.alternatives(arm, &paren.pat, whole, found),
            Pat::Ident(name) => match &name.subpat {
                Some((_, inner)) => return self.alternatives(arm, inner, Some(name), found),
                None if takes_all(pat) => {
                    return found.push(Alternative { arm, variant: None, whole: Some(name) });
                }
                None => self.variant_of(&name.ident.clone().into(), VariantForm::Unit, vec![]),
            },
            Pat::Wild(_) => return found.push(Alternative { arm, variant: None, whole }),
            Pat::TupleStruct(inner) => {
                self.resolver().rest_last(&inner.elems);
                let fields = inner.elems.iter().enumerate();
                let fields = fields.filter(|(_, pat)| !matches!(pat, Pat::Rest(_)));
                let fields = fields.map(|(index, pat)| (index.to_string(), pat)).collect();
                let open = inner.elems.iter().any(|pat| matches!(pat, Pat::Rest(_)));
                Variant { open, ..self.variant_of(&inner.path, VariantForm::Tuple, fields) }
            }
            Pat::Struct(inner) => {
                let fields = inner.fields.iter();
                let fields = fields.map(|field| (member_name(&field.member), &*field.pat));
                self.variant_of(&inner.path, VariantForm::Struct, fields.collect())
            }
            Pat::Path(inner) => self.variant_of(&inner.path, VariantForm::Unit, vec![]),
            other => return self.by_name_alone(other),
        };
        found.push(Alternative { arm, variant: Some(variant), whole });
    }

    fn variant_of<'e>(
        &mut self,
        path: &Path,
        form: VariantForm,
        fields: Vec<(String, &'e Pat)>,
    ) -> Variant<'e> {
        self.variant(path);
        let name = path.to_token_stream().to_string();
        Variant { name, path: path.clone(), fields, form, open: false }
    }
}

/// The place of a value: a field of a variant, or a name in an arm.
#[derive(Clone, PartialEq)]
pub(super) enum Slot {
    Field(String, String),
    Name(usize, String),
}

/// Slots that stand for the same value: one variable.
#[derive(Default)]
pub(super) struct Group {
    slots: Vec<Slot>,
    /// The first name that an arm gives it.
    pub(super) name: Option<Ident>,
    pub(super) mutable: bool,
    pub(super) var: Option<VarId>,
}

impl Group {
    /// True if one error would have to give it two values.
    fn is_crossed(&self) -> bool {
        let mut fields = self.slots.iter().enumerate();
        fields.any(|(index, slot)| match slot {
            Slot::Field(of, member) => self.slots[..index].iter().any(
                |other| matches!(other, Slot::Field(same, other) if same == of && other != member),
            ),
            Slot::Name(..) => false,
        })
    }
}

/// All slots of a `match`.
#[derive(Default)]
pub(super) struct Slots(Vec<Group>);

impl Slots {
    /// Puts together what arms call by one name, and the fields that they call so.
    pub(super) fn of(alternatives: &[Alternative<'_>]) -> Self {
        let mut slots = Slots::default();
        for alternative in alternatives {
            let Some(variant) = &alternative.variant else { continue };
            for (member, pat) in &variant.fields {
                let field = Slot::Field(variant.name.clone(), member.clone());
                if let (Pat::Ident(name), true) = (pat, is_plain(pat)) {
                    let own = Slot::Name(alternative.arm, name.ident.to_string());
                    let group = slots.join(field, own);
                    group.name.get_or_insert_with(|| name.ident.clone());
                    group.mutable |= name.mutability.is_some();
                }
            }
        }
        slots
    }

    pub(super) fn group(&mut self, slot: &Slot) -> &mut Group {
        let at = self.position(slot);
        &mut self.0[at]
    }

    fn position(&mut self, slot: &Slot) -> usize {
        if let Some(at) = self.0.iter().position(|group| group.slots.contains(slot)) {
            return at;
        }
        self.0.push(Group { slots: vec![slot.clone()], ..Group::default() });
        self.0.len() - 1
    }

    fn join(&mut self, one: Slot, other: Slot) -> &mut Group {
        let (one, other) = (self.position(&one), self.position(&other));
        if one == other {
            return &mut self.0[one];
        }
        let later = self.0.remove(one.max(other));
        let group = &mut self.0[one.min(other)];
        group.slots.extend(later.slots);
        group.name = group.name.take().or(later.name);
        group.mutable |= later.mutable;
        group
    }

    /// The names that stand for two fields of one variant.
    pub(super) fn crossed(&self) -> impl Iterator<Item = &Ident> {
        self.0.iter().filter(|group| group.is_crossed()).filter_map(|group| group.name.as_ref())
    }
}

/// The field of a variant, as a member.
pub(super) fn member(name: &str, span: proc_macro2::Span) -> Member {
    name.parse().map_or_else(
        |_| Member::Named(crate::ident::named(name, span)),
        |index| Member::Unnamed(syn::Index { index, span }),
    )
}
