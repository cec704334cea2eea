//! Loops of many branches that end turns, one behind another and within each other.

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

#[test]
fn ways_behind_ways_agree() {
    prove!(ways_behind_ways(marks, most): ping; seeds = 400).run();
}
#[test]
fn ways_within_ways_agree() {
    prove!(ways_within_ways(words, least): ping; words = &["a", "ab", "b"], seeds = 400).run();
}
