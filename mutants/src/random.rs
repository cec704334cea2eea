//! Samples by seed.

use crate::site::Site;

/// Chooses `many` sites, none of which lies in another. The same seed and sites, the same sample.
pub fn sample(all: &[Site], many: usize, seed: u64) -> Vec<Site> {
    let mut state = seed;
    let mut left: Vec<&Site> = all.iter().collect();
    let mut chosen: Vec<Site> = vec![];
    while chosen.len() < many && !left.is_empty() {
        let at = (next(&mut state) % left.len() as u64) as usize;
        let site = left.swap_remove(at);
        if !chosen.iter().any(|other| other.overlaps(site)) {
            chosen.push(Site { number: chosen.len() + 1, ..site.clone() });
        }
    }
    chosen
}

/// The next number of SplitMix64.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
