//! Packs: groups of places that many states in a row keep, and that are one field of each.
//!
//! A state that keeps k variables is k fields, and each field is written five times for each state: declared, bound,
//! given, saved and loaded. Where all live to the end, that is the square of their number, and rustc types and
//! borrow-checks every one. What is only passed on is therefore passed on together. A pack is one field wherever all
//! its places are kept; it is opened where one of them is used, and closed again at the next state (`unpack`). Any
//! choice of packs is right, so this one may guess: it goes through the variants in program order, and puts together
//! what stays for long, by the time at which it goes.

use super::Variant;
use super::fields::Field;
use crate::workflow::model::VarId;
use crate::workflow::uses::{Place, overlap};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The index of a pack.
pub type PackId = usize;

/// The fields of a variant from which on it has packs: smaller workflows are written out.
const LEAST: usize = 24;
/// The places, or packs, in a pack.
const SIZE: usize = 8;
/// The variants, in program order, that a place must stay for.
const STAY: usize = 8;
/// A place that more than one of so many variants uses is better off alone.
const CALM: usize = 4;
/// The packs that are tried on a variant: bounds the time that the search takes.
const MOST: usize = 256;

/// A group of places: some of its own, or those of other packs.
pub struct Pack {
    pub fields: Vec<Field>,
    pub packs: Vec<PackId>,
    /// All places in it.
    places: BTreeSet<Place>,
    /// The depth of the packs in it.
    level: usize,
    /// The last variant that keeps all of it.
    last: usize,
}

impl Pack {
    /// True if a place is in this pack, as a whole or in part, or is around one that is.
    pub fn touches(&self, place: &Place) -> bool {
        let (from, to) = ((place.0, vec![]), (place.0 + 1, vec![]));
        self.places.range(from..to).any(|held| overlap(held, place))
    }
}

/// All packs, and those that each variant keeps.
#[derive(Default)]
pub struct Packs {
    all: Vec<Pack>,
    kept: BTreeMap<Variant, Packed>,
}

/// The packs and the fields that a variant keeps.
struct Packed {
    packs: Vec<PackId>,
    loose: Vec<Field>,
}

impl Packs {
    /// For the variants that may have packs, in program order, with all that they keep; `used` says how often code
    /// mentions a variable.
    pub fn new(variants: &[(Variant, &[Field])], used: &BTreeMap<VarId, usize>) -> Self {
        if variants.iter().all(|(_, fields)| fields.len() < LEAST) {
            return Packs::default();
        }
        let mut search =
            Search { all: vec![], open: vec![], stays: Stay::of_places(variants, used) };
        let kept = variants.iter().enumerate();
        let kept = kept.map(|(at, (variant, fields))| (*variant, search.packed(at, fields)));
        Packs { kept: kept.collect(), all: search.all }
    }

    pub fn of(&self, variant: Variant) -> &[PackId] {
        self.kept.get(&variant).map_or(&[], |packed| &packed.packs)
    }

    /// The fields of a variant that are in no pack of it, if it has packs.
    pub fn loose(&self, variant: Variant) -> Option<&[Field]> {
        self.kept.get(&variant).map(|packed| &*packed.loose)
    }

    pub fn get(&self, pack: PackId) -> &Pack {
        &self.all[pack]
    }

    pub fn iter(&self) -> impl Iterator<Item = (PackId, &Pack)> {
        self.all.iter().enumerate()
    }

    /// True if a pack is another one or inside it.
    pub fn inside(&self, inner: PackId, outer: PackId) -> bool {
        inner == outer || self.all[outer].packs.iter().any(|pack| self.inside(inner, *pack))
    }
}

/// The time that a place stays, and its uses.
struct Stay {
    last: usize,
    kept: usize,
    /// The variants that share it with their children, and cannot pack it.
    shared: usize,
    used: usize,
}

impl Stay {
    fn of_places<'f>(
        variants: &[(Variant, &'f [Field])],
        used: &BTreeMap<VarId, usize>,
    ) -> BTreeMap<&'f Place, Stay> {
        let mut stays = BTreeMap::new();
        for (at, (_, fields)) in variants.iter().enumerate() {
            for field in *fields {
                let used = used.get(&field.place.0).copied().unwrap_or_default();
                let new = || Stay { last: at, kept: 0, shared: 0, used };
                let stay = stays.entry(&field.place).or_insert_with(new);
                stay.last = at;
                stay.kept += 1;
                stay.shared += usize::from(field.shared);
            }
        }
        stays
    }

    fn is_calm(&self) -> bool {
        self.used.saturating_add(self.shared).saturating_mul(CALM) <= self.kept
    }
}

struct Search<'f> {
    all: Vec<Pack>,
    /// The packs that later variants may keep, the greatest first.
    open: Vec<PackId>,
    stays: BTreeMap<&'f Place, Stay>,
}

impl Search<'_> {
    fn packed(&mut self, at: usize, fields: &[Field]) -> Packed {
        let packs = self.choose(at, fields);
        let is_packed = |place| packs.iter().any(|pack| self.all[*pack].places.contains(place));
        let loose = fields.iter().filter(|field| field.shared || !is_packed(&field.place));
        Packed { loose: loose.cloned().collect(), packs }
    }

    /// The packs of a variant: first those that there are, then new ones of what is left.
    fn choose(&mut self, at: usize, fields: &[Field]) -> Vec<PackId> {
        let calm = |field: &&Field| !field.shared && self.stays[&field.place].is_calm();
        let mut loose: BTreeMap<&Place, &Field> =
            fields.iter().filter(calm).map(|field| (&field.place, field)).collect();
        self.open.retain(|pack| self.all[*pack].last >= at);
        let mut chosen = vec![];
        for pack in self.open.iter().copied().take(MOST) {
            let places = &self.all[pack].places;
            if places.iter().all(|place| loose.contains_key(place)) {
                loose.retain(|place, _| !places.contains(*place));
                chosen.push(pack);
            }
        }
        if fields.len() >= LEAST {
            self.pack_fields(at, loose.into_values().collect(), &mut chosen);
            self.pack_packs(at, &mut chosen);
        }
        chosen
    }

    /// Puts what stays for long together, by the time at which it goes.
    fn pack_fields(&mut self, at: usize, mut loose: Vec<&Field>, chosen: &mut Vec<PackId>) {
        loose.retain(|field| self.stays[&field.place].last >= at + STAY);
        loose.sort_by_key(|field| {
            let stay = &self.stays[&field.place];
            (stay.shared, Reverse(stay.last), &field.place)
        });
        for group in loose.chunks_exact(SIZE) {
            let fields: Vec<Field> = group.iter().map(|field| (*field).clone()).collect();
            let places: BTreeSet<Place> = fields.iter().map(|field| field.place.clone()).collect();
            let last = places.iter().map(|place| self.stays[place].last).min().unwrap_or(at);
            chosen.push(self.add(Pack { fields, packs: vec![], places, level: 0, last }));
        }
    }

    fn pack_packs(&mut self, at: usize, chosen: &mut Vec<PackId>) {
        let mut level = 0;
        loop {
            let stays =
                |pack: &PackId| self.all[*pack].level == level && self.all[*pack].last >= at + STAY;
            let mut packs: Vec<PackId> = chosen.iter().copied().filter(stays).collect();
            if packs.len() < SIZE {
                return;
            }
            packs.sort_by_key(|pack| (Reverse(self.all[*pack].last), *pack));
            for group in packs.chunks_exact(SIZE) {
                chosen.retain(|pack| !group.contains(pack));
                let places = group.iter().flat_map(|pack| self.all[*pack].places.iter().cloned());
                let places = places.collect();
                let last = group.iter().map(|pack| self.all[*pack].last).min().unwrap_or(at);
                let packs = group.to_vec();
                chosen.push(self.add(Pack {
                    fields: vec![],
                    packs,
                    places,
                    level: level + 1,
                    last,
                }));
            }
            level += 1;
        }
    }

    fn add(&mut self, pack: Pack) -> PackId {
        let (id, level) = (self.all.len(), pack.level);
        // Among those of a size the oldest first: it is what the states before keep.
        let at = self.open.partition_point(|other| self.all[*other].level >= level);
        self.open.insert(at, id);
        self.all.push(pack);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(of: impl Iterator<Item = usize>) -> Vec<Field> {
        let field = |var| Field {
            place: (var, vec![]),
            ident: quote::format_ident!("v{var}"),
            shared: false,
        };
        of.map(field).collect()
    }

    /// The packs of variants that keep these fields.
    fn packs(variants: &[Vec<Field>], used: &[(VarId, usize)]) -> Packs {
        let variants: Vec<_> = variants
            .iter()
            .enumerate()
            .map(|(at, fields)| (Variant::State(at), fields.as_slice()))
            .collect();
        Packs::new(&variants, &used.iter().copied().collect())
    }

    /// Counts the packs and the loose fields of a variant.
    fn counts(packs: &Packs, at: usize) -> (usize, usize) {
        let variant = Variant::State(at);
        (packs.of(variant).len(), packs.loose(variant).map_or(0, <[Field]>::len))
    }

    #[test]
    fn eight_that_stay_are_one_and_eight_of_those_again() {
        for (many, variants, expected) in [
            (23, 20, (0, 0)),
            (24, 20, (3, 0)),
            (31, 20, (3, 7)),
            (63, 20, (7, 7)),
            (64, 20, (1, 0)),
            (72, 20, (2, 0)),
            (512, 20, (1, 0)),
            // They must stay for eight more.
            (24, 9, (3, 0)),
            (24, 8, (0, 24)),
            (64, 8, (0, 64)),
        ] {
            let packs = packs(&vec![fields(0..many); variants], &[]);
            assert_eq!(counts(&packs, 0), expected, "{many} in {variants}");
            let sorted = |at| BTreeSet::from_iter(packs.of(Variant::State(at)));
            assert_eq!(sorted(0), sorted(variants - 1), "{many} in {variants}");
        }
    }

    #[test]
    fn what_is_used_often_or_shared_stays_alone() {
        let all = vec![fields(0..24); 20];
        assert_eq!(counts(&packs(&all, &[(0, 5)]), 0), (3, 0));
        assert_eq!(counts(&packs(&all, &[(0, 6)]), 0), (2, 8));
        let mut shared = vec![fields(0..25); 20];
        shared[0][3].shared = true;
        assert_eq!(counts(&packs(&shared, &[]), 0), (3, 1));
        // Sharing it counts as a use.
        shared.iter_mut().take(6).for_each(|of| of[3].shared = true);
        let packs = packs(&shared, &[]);
        assert_eq!((counts(&packs, 0), counts(&packs, 6)), ((3, 1), (3, 1)));
    }

    #[test]
    fn those_that_go_together_are_together() {
        let mut variants = vec![fields(0..24); 20];
        variants.extend(vec![fields((0..24).filter(|var| var % 3 == 0)); 10]);
        let packs = packs(&variants, &[]);
        let vars = |at: usize| -> Vec<usize> {
            let pack = packs.get(packs.of(Variant::State(at))[0]);
            pack.fields.iter().map(|field| field.place.0).collect()
        };
        let last: Vec<_> = (0..24).filter(|var| var % 3 == 0).collect();
        assert_eq!(vars(0), last);
        assert_eq!((counts(&packs, 20), vars(20)), ((1, 0), last));
        assert_eq!(counts(&packs, 19), (3, 0));
    }

    #[test]
    fn a_pack_that_is_gone_is_not_kept() {
        let mut variants = vec![fields(0..24); 10];
        variants.extend(vec![fields(1..25); 12]);
        let packs = packs(&variants, &[]);
        assert_eq!(counts(&packs, 9), (3, 0));
        // Of the first three one has lost a place: its others are packed again.
        assert_eq!(counts(&packs, 10), (3, 0));
        let first = packs.of(Variant::State(9)).to_vec();
        let kept = packs.of(Variant::State(10)).iter().filter(|pack| first.contains(pack));
        assert_eq!(kept.count(), 2);
    }

    #[test]
    fn a_pack_has_its_places_and_what_is_in_them() {
        let packs = packs(&vec![fields(0..64); 20], &[]);
        let whole = packs.of(Variant::State(0))[0];
        let inner = packs.get(whole).packs.clone();
        assert_eq!((inner.len(), packs.iter().count()), (8, 9));
        assert!(inner.iter().all(|pack| packs.inside(*pack, whole) && !packs.inside(whole, *pack)));
        assert!(packs.inside(whole, whole) && !packs.inside(inner[0], inner[1]));
        let part = |var| (var, vec!["name".to_owned()]);
        assert!(packs.get(whole).touches(&part(63)) && packs.get(whole).touches(&(0, vec![])));
        assert!(
            !packs.get(whole).touches(&(64, vec![])) && !packs.get(inner[0]).touches(&part(63))
        );
    }
}
