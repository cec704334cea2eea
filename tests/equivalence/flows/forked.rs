//! Loops of many branches that end turns, one behind another and within each other; loops of many variables.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// Each branch has several ways on: what stands behind them is there once.
#[workflow]
pub async fn ways_behind_ways(marks: Vec<u8>, most: u8) -> Result<(u32, Vec<u8>, String), Failure> {
    let (mut sum, mut kept, mut told) = (0u32, vec![], String::new());
    for mark in marks {
        let mut rest = mark;
        match rest % 3 {
            0 => sum += 1,
            1 => told.push_str("a"),
            _ => {
                if rest > most {
                    break;
                }
                rest /= 2;
            }
        }
        match rest % 5 {
            0 if rest > 40 => continue,
            0 | 1 => sum += 2,
            _ => told.push_str("b"),
        }
        match rest % 7 {
            0 => break,
            1 => rest += 1,
            _ => sum += 3,
        }
        if rest > 100 {
            kept.push(rest);
        } else if rest == 3 {
            sum += 100;
            continue;
        } else if rest == 4 {
            break;
        } else {
            sum += 4;
        }
        match rest % 4 {
            0 => continue,
            1 => kept.push(mark),
            _ => rest = rest / 2,
        }
        match mark % 11 {
            7 => continue,
            8 => {
                let rest = 5u8;
                kept.push(rest);
            }
            _ => {}
        }
        match rest % 6 {
            1 => continue,
            2 => told.push_str("c"),
            _ => sum += u32::from(rest),
        }
        match rest % 13 {
            12 => break,
            2 => told.push_str("d"),
            _ => sum += 5,
        }
        told.push_str("e");
    }
    ping().await?;
    Ok((sum, kept, told))
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Word {
    Plain(String),
    Counted { text: String, times: u8 },
    Nothing,
}

/// A turn that ends within branches within branches; names of patterns; a loop within; a function.
#[pure]
fn told(words: &[Word], least: u8) -> (Vec<String>, u32) {
    let (mut all, mut sum) = (vec![], 0u32);
    for word in words {
        match word {
            Word::Plain(text) => {
                if let Some(first) = text.chars().next() {
                    if first == 'a' {
                        continue;
                    }
                    all.push(format!("{first}"));
                }
                sum += 1;
            }
            Word::Counted { text, times } => {
                for turn in 0..u32::from(*times % 4) {
                    match turn {
                        0 => {}
                        1 if *times > least => continue,
                        2 => break,
                        turn => sum += turn,
                    }
                    all.push(text.clone());
                }
                if *times == least {
                    break;
                }
            }
            Word::Nothing => continue,
        }
        match sum % 3 {
            0 => sum += 10,
            1 => all.push(format!("{sum}")),
            _ => continue,
        }
        sum += 2;
    }
    (all, sum)
}

#[workflow]
pub async fn ways_within_ways(words: Vec<Word>, least: u8) -> Result<(Vec<String>, u32), Failure> {
    ping().await?;
    Ok(told(&words, least))
}

/// More variables than a tuple keeps.
#[workflow]
pub async fn many_changed(marks: Vec<u8>, most: u8) -> Result<(Vec<u32>, String), Failure> {
    let (mut a, mut b, mut c, mut d, mut e) = (0u32, 1u32, 2u32, 3u32, 4u32);
    let (mut f, mut g, mut h, mut i) = (5u32, 6u32, String::new(), 7u32);
    for mark in &marks {
        a += u32::from(*mark);
        b += a % 7;
        c = a + b % 5;
        if *mark > most {
            d += 1;
            break;
        }
        e += d % 3;
        f += 1;
        match mark % 3 {
            0 => g += 2,
            1 => continue,
            _ => h.push_str("h"),
        }
        i += 1;
    }
    ping().await?;
    let (mut j, mut k, mut l, mut m) = (0u32, 0u32, 0u32, 0u32);
    let (mut n, mut o, mut p, mut q) = (0u32, 0u32, 0u32, 0u32);
    for mark in marks {
        a += 1;
        b += 1;
        c += 1;
        d += 1;
        e += 1;
        f += 1;
        g += 1;
        i += 1;
        j += 1;
        k += 2;
        l += 3;
        m += 4;
        n += 5;
        o += 6;
        p += 7;
        q += u32::from(mark);
        h.push_str("q");
    }
    Ok((vec![a, b, c, d, e, f, g, i, j, k, l, m, n, o, p, q], h))
}

#[test]
fn ways_behind_ways_agree() {
    prove!(ways_behind_ways(marks, most): ping; seeds = 400).run();
}
#[test]
fn ways_within_ways_agree() {
    prove!(ways_within_ways(words, least): ping; words = &["a", "ab", "b"], seeds = 400).run();
}
#[test]
fn many_changed_agree() {
    prove!(many_changed(marks, most): ping; seeds = 200).run();
}
