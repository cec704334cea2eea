//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w060(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<bool, Failure> {
    {
        let mut turn1 = 0_i64;
        while turn1 < 2 && sizes.is_empty() {
            turn1 += 1;
            sleep(Duration::from_secs(word.len() as u64)).await;
        }
    }
    let Kind::Sized(n2) = what.clone() else {
        match word.as_str() {
            "a" | "b" => {
                note("arm".to_string()).await?;
            }
            "north" => {
            }
            "" if ((n) % 50 - (4) % 7) % 2 == 0 => {
                match kind(0).await? {
                    Kind::Sized(n3) if n3 > 3 => {
                        note(format!("at {n}/{flag}/{word}/{n3}")).await?;
                    }
                    Kind::Sized(n3) => {
                        let mut turn6 = 0_i64;
                        'l7: loop {
                            turn6 += 1;
                            if turn6 > 2 { break; }
                            match what.clone() {
                                Kind::Sized(n) => {
                                    let held9: Parcel = Parcel { name: word.clone(), size: lines.len() as i64, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Named { name: word.clone(), size: n }, label: Label { text: word.clone(), code: (turn6) % 50 - (1) % 7 } };
                                    sleep(Duration::from_secs(held9.name.len() as u64)).await;
                                }
                                _ => {
                                }
                            }
                        }
                    }
                    _ => {
                        if word == "c" {
                            return Ok(word == "north");
                        }
                    }
                }
            }
            _ => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
        }
        return Ok(flag);
    };
    let held10: Parcel = Parcel { name: "".to_string(), size: sizes.get(&word).copied().unwrap_or(5), note: Some(format!("{flag}/{word}")), lines: vec![word.clone()], kind: what.clone(), label: Label { text: word.clone(), code: n } };
    let word11: String = held10.name;
    note(format!("at {flag}/{word}/{n2}/{word11}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(flag && word == "b")
}
#[test]
fn w060_agrees() {
    agrees!(w060(n, flag, word, perhaps, lines, what, sizes));
}

#[workflow]
pub async fn w061(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<bool, Failure> {
    let Kind::Sized(n1) = what.clone() else {
        if (lines.len() as i64) % 2 == 0 {
            match risky(held.label.text.clone()).await {
                Ok(n4) => {
                    note("arm".to_string()).await?;
                }
                Err(Trouble::Busy) => {
                    map(vec![word.clone(), "".to_string()], async |word6| {
                        match (perhaps.clone(), !((held.lines.len() as i64) % 50 + (held.note.as_ref().map_or(1, |of| of.len() as i64)) % 7 > 0)) {
                            (Some(word7), true) => {
                                note(held.label.text.clone()).await?;
                            }
                            (Some(word7), false) if word7 == "a" => {
                                sleep(Duration::from_secs(word.len() as u64)).await;
                                if false {
                                    return Ok(held.note.clone());
                                }
                            }
                            (None, _) | (_, false) => {
                                note(format!("at {word}/{word6}")).await?;
                            }
                        }
                        match held.kind.clone() {
                            Kind::Sized(n8) if n8 > 3 => {
                                note("arm".to_string()).await?;
                            }
                            Kind::Sized(n8) => {
                                note(format!("{word6}/{word6}")).await?;
                                let mut n11: i64 = held.lines.len() as i64;
                                n11 += ((1) % 50 + (n11) % 7) % 10;
                            }
                            Kind::Named { name: word10, size: n9 } => {
                                return Ok(lines.first().cloned());
                            }
                            Kind::Empty => {
                            }
                        }
                        Ok(held.note.clone())
                    }).await?;
                }
                Err(Trouble::Bad { why: word5, .. }) => {
                    note(format!("at {word}/{word5}")).await?;
                }
                Err(Trouble::Closed(word5)) => {
                    note(format!("at {word}/{word5}")).await?;
                }
                Err(other2) => return Err(other2.into()),
            }
        }
        return Ok(matches!(what, Kind::Sized(_) | Kind::Empty));
    };
    let word12: String = text(held.note.clone().unwrap_or_default()).await?;
    let mut held: Kind = kind(held.label.code).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {word}/{n1}/{word12}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(!(perhaps.is_some()))
}
#[test]
fn w061_agrees() {
    agrees!(w061(word, perhaps, lines, what, held));
}

#[workflow]
pub async fn w062(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && sizes.is_empty() {
        turn1 += 1;
        note("turn".to_string()).await?;
        let mut turn3 = 0_i64;
        'l4: loop {
            turn3 += 1;
            if turn3 > 2 { break; }
            let (lines5, flag6, flag7) = join!(
                async {
                    sleep(Duration::from_secs(27)).await;
                    Ok(vec![word.clone()])
                },
                check(word.clone()),
                check(lines.join("-")),
            )
            .await?;
        }
    }
    let flag8: bool = check(word.clone()).await?;
    match (perhaps.clone(), word.len() as i64 > 0) {
        (Some(word9), true) => {
            if let Some(word10) = perhaps.clone() {
                note(format!("at {turn1}/{flag8}/{word9}/{word10}")).await?;
            } else {
                match what.clone() {
                    Kind::Sized(n11) => {
                        return Err(Failure::new("Stopped", word9.clone()));
                    }
                    Kind::Named { name: word13, size: n12 } => {
                        let mut sizes14: BTreeMap<String, i64> = sizes.clone();
                        sizes14.insert("a".to_string(), perhaps.as_ref().map_or(3, |of| of.len() as i64));
                        if check(lines.join("-")).await? {
                            if flag8 && n12 > -1 {
                                note("arm".to_string()).await?;
                            } else {
                            }
                        } else if word == "north" {
                            note(format!("at {flag8}/{word9}/{word13}/{n12}")).await?;
                        }
                    }
                    Kind::Empty => {
                    }
                }
            }
            let held15: Parcel = Parcel { name: word.clone(), size: lines.len() as i64, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Named { name: "c".to_string(), size: turn1 }, label: Label { text: word9.clone(), code: sizes.get(&word9).copied().unwrap_or(4) } };
        }
        (Some(word9), false) if word9 == "a" => {
            note(format!("at {word}/{turn1}/{flag8}/{word9}")).await?;
        }
        (None, _) | (_, false) => {
            note(format!("at {flag}/{word}/{turn1}/{flag8}")).await?;
        }
    }
    note(format!("at {flag}/{word}/{turn1}/{flag8}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(kind(turn1).await?)
}
#[test]
fn w062_agrees() {
    agrees!(w062(flag, word, perhaps, lines, what, sizes));
}

#[workflow]
pub async fn w063(word: String, lines: Vec<String>, what: Kind, held: Parcel) -> Result<BTreeMap<String, i64>, Failure> {
    {
        match held.note.clone() {
            Some(word1) => {
                note("arm".to_string()).await?;
            }
            None => {
                if held.name == "a" {
                    note("arm".to_string()).await?;
                } else if held.note.is_some() {
                    match what {
                        Kind::Sized(lines) => {
                            sleep(Duration::from_secs(46)).await;
                        }
                        Kind::Named { name: word3, size: n2 } => {
                            note(format!("at {word}/{word3}/{n2}")).await?;
                        }
                        Kind::Empty => {
                        }
                    }
                } else {
                }
                {
                    match held.note.clone() {
                        Some(word4) => {
                            let Ok(lines5) = list(word4.clone()).await else {
                                let mut lines6: Vec<String> = list(word4.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                let flag7: bool = check(word4).await?;
                                return Ok(BTreeMap::<String, i64>::new());
                            };
                        }
                        None => {
                            sleep(Duration::from_secs(72)).await;
                        }
                    }
                }
            }
        }
    }
    sleep(Duration::from_secs(held.label.text.len() as u64)).await;
    let what: Kind = held.kind.clone();
    note(format!("at {word}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w063_agrees() {
    agrees!(w063(word, lines, what, held));
}

#[workflow]
pub async fn w064(n: i64, flag: bool, word: String, perhaps: Option<String>) -> Result<Kind, Failure> {
    let perhaps: Option<String> = None::<String>;
    {
        let mut turn1 = 0_i64;
        loop {
            turn1 += 1;
            if turn1 > 2 { break; }
            if let Ok(word2) = text("a".to_string()).await {
                note("arm".to_string()).await?;
                {
                    let n: i64 = 6;
                }
            } else {
                let Some(word3) = perhaps.clone() else {
                    let mut turn4 = 0_i64;
                    loop {
                        turn4 += 1;
                        if turn4 > 2 { break; }
                        note("turn".to_string()).await?;
                        if flag && perhaps.is_some() {
                            break;
                        }
                        continue;
                    }
                    let mut turn5 = 0_i64;
                    'l6: while turn5 < 2 && flag && false {
                        turn5 += 1;
                        note("turn".to_string()).await?;
                    }
                    return Ok(Kind::Empty);
                };
            }
            let mut held7: Parcel = Parcel { name: word.clone(), size: n, note: None::<String>, lines: vec!["a".to_string()], kind: Kind::Sized(n), label: Label { text: word.clone(), code: n } };
        }
        let held8: Parcel = Parcel { name: word.clone(), size: word.len() as i64, note: None::<String>, lines: Vec::<String>::new(), kind: Kind::Sized(turn1), label: Label { text: word.clone(), code: 0 } };
    }
    let word: Parcel = Parcel { name: word.clone(), size: n, note: perhaps.clone(), lines: vec!["a".to_string(), word.clone()], kind: Kind::Sized(n), label: Label { text: word, code: n } };
    note(format!("at {n}/{flag}")).await?;
    parcel(word.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(word.kind.clone())
}
#[test]
fn w064_agrees() {
    agrees!(w064(n, flag, word, perhaps));
}
