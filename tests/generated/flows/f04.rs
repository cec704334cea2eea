//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w020(word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    let Ok(perhaps1) = maybe(held.label.text.clone()).await else {
        match risky(held.note.clone().unwrap_or_default()).await {
            Ok(held) => {
                match what.clone() {
                    Kind::Sized(n4) if n4 > 3 => {
                        note("arm".to_string()).await?;
                        let mut what7: Kind = what.clone();
                    }
                    Kind::Sized(n4) => {
                    }
                    Kind::Named { name: word6, size: n5 } => {
                        match risky(perhaps.clone().unwrap_or_default()).await {
                            Ok(n10) => {
                                note("arm".to_string()).await?;
                            }
                            Err(Trouble::Busy) => {
                            }
                            Err(Trouble::Bad { why: word11, .. }) => {
                                if let Some(sizes) = perhaps.clone() {
                                    if n5 > 0 {
                                        return Ok(vec!["".to_string()]);
                                    }
                                } else {
                                    let mut flag12: bool = (perhaps.as_ref().map_or(-1, |of| of.len() as i64)) % 50 + (perhaps.as_ref().map_or(0, |of| of.len() as i64)) % 7 > 0;
                                    flag12 = true;
                                }
                            }
                            Err(Trouble::Closed(word11)) => {
                            }
                            Err(other8) => return Err(other8.into()),
                        }
                        'l13: for word14 in vec![word.clone(), word.clone()] {
                            'l16: for n19 in 0..2_i64 {
                                note("turn".to_string()).await?;
                                if true {
                                    return Ok(vec![word6.clone(), word6.clone()]);
                                }
                                let mut word14: String = word.clone();
                            }
                            let mut lines20: Vec<String> = Vec::<String>::new();
                        }
                    }
                    Kind::Empty => {
                    }
                }
                let sizes: Kind = what.clone();
            }
            Err(Trouble::Busy) => {
                note(format!("at {word}")).await?;
            }
            Err(Trouble::Bad { why: perhaps, .. }) => {
            }
            Err(Trouble::Closed(perhaps)) => {
                note(format!("at {word}/{perhaps}")).await?;
            }
            Err(other2) => return Err(other2.into()),
        }
        return Ok(held.lines.clone());
    };
    let mut perhaps21: Option<String> = held.note.clone();
    perhaps21 = Some("a".to_string());
    let mut perhaps22: Option<String> = maybe(word.clone()).timeout(Duration::from_secs(3)).await?;
    note(format!("at {word}")).await?;
    note(perhaps22.clone().unwrap_or_default()).await?;
    note(perhaps21.clone().unwrap_or_default()).await?;
    note(perhaps1.clone().unwrap_or_default()).await?;
    Ok(vec![held.name.clone(), word.clone()])
}
#[test]
fn w020_agrees() {
    agrees!(w020(word, perhaps, what, held, sizes));
}

#[workflow]
pub async fn w021(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<bool, Failure> {
    if let Some(word1) = held.note.clone() {
        match (held.note.clone(), flag && held.label.text == "a") {
            (Some(word2), true) => {
                sleep(Duration::from_secs(51)).await;
                match what.clone() {
                    Kind::Sized(n3) if n3 > 3 => {
                        note(format!("at {word}/{word1}/{word2}/{n3}")).await?;
                    }
                    Kind::Sized(n3) => {
                        {
                            for (at7, word6) in vec![held.label.text.clone(), word.clone()].into_iter().enumerate() {
                                let n7 = at7 as i64;
                                let lines8: Vec<String> = list(held.lines.join("-")).await?;
                                sleep(Duration::from_secs(58)).await;
                            }
                        }
                        match held.kind.clone() {
                            Kind::Sized(word2) => {
                                note(format!("at {word}/{word1}/{n3}/{word2}")).await?;
                            }
                            _ => {
                                let mut sizes11: BTreeMap<String, i64> = sizes.clone();
                                sizes11.insert(word2.clone(), 5);
                            }
                        }
                    }
                    _ => {
                        note(format!("at {flag}/{word}/{word1}/{word2}")).await?;
                    }
                }
            }
            (Some(word2), false) if word2 == "a" => {
                note(format!("at {flag}/{word}/{word1}/{word2}")).await?;
            }
            (None, _) | (_, false) => {
            }
        }
        if held.label.text == "c" {
            note("arm".to_string()).await?;
        } else {
            note(format!("at {n}/{flag}/{word}/{word1}")).await?;
        }
    }
    let mut sizes12: BTreeMap<String, i64> = sizes.clone();
    sizes12.insert(word.clone(), held.lines.len() as i64);
    let Parcel { lines: lines13, kind: what14, .. } = held;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines13.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.note.is_some())
}
#[test]
fn w021_agrees() {
    agrees!(w021(n, flag, word, perhaps, what, held, sizes));
}

#[workflow]
pub async fn w022(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        note("turn".to_string()).await?;
        let mut turn3 = 0_i64;
        loop {
            turn3 += 1;
            if turn3 > 2 { break; }
            let mut turn4 = 0_i64;
            'l5: while turn4 < 2 && perhaps.is_some() {
                turn4 += 1;
                note("turn".to_string()).await?;
                if !(held.label.code > 0) {
                    return Ok(what.clone());
                }
                map(vec![word.clone(), "north".to_string()], async |word6| {
                    if let Ok(held7) = parcel(held.clone()).await {
                        note("arm".to_string()).await?;
                        let turn3: Parcel = held7.clone();
                        let mut word8: String = held.name.clone();
                        word8 = "".to_string();
                    } else {
                        let lines9: Vec<String> = held.lines.clone();
                    }
                    Ok(held.label.code)
                }).max_concurrency(2).await?;
            }
            let Kind::Sized(n10) = held.kind.clone() else {
                let mut perhaps11: Option<String> = perhaps.clone();
                perhaps11 = Some(word.clone());
                break 'l2;
            };
        }
        let sizes: Parcel = parcel(held.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    }
    let mut held12: Parcel = held.clone();
    held12.lines.push(held.label.text.clone());
    let mut held: BTreeMap<String, i64> = table("north".to_string()).await?;
    note(format!("at {n}/{word}/{turn1}")).await?;
    parcel(held12.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Kind::Empty)
}
#[test]
fn w022_agrees() {
    agrees!(w022(n, word, perhaps, what, held, sizes));
}

#[workflow]
pub async fn w023(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    match held.name.as_str() {
        "a" | "b" => {
            note(format!("at {flag}/{word}")).await?;
        }
        "north" => {
            if held.label.code > 1 {
                note(format!("at {flag}/{word}")).await?;
            } else if lines.contains(&word) {
                map(vec!["north".to_string(), "a".to_string()], async |word1| {
                    match risky(held.label.text.clone()).await {
                        Ok(n4) => {
                            if (n4) % 2 == 0 {
                                note(format!("at {flag}/{word}/{word1}/{n4}")).await?;
                            } else if (perhaps.as_ref().map_or(-2, |of| of.len() as i64)) % 2 == 0 {
                                let perhaps6: Option<String> = maybe(word1).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                let held7: Parcel = Parcel { name: held.name.clone(), size: n4, note: Some("".to_string()), lines: held.lines.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: held.name.len() as i64 } };
                                let n8: i64 = held7.size;
                            }
                        }
                        Err(Trouble::Busy) => {
                            let mut n9: i64 = number(held.size).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                            note(held.name.clone()).await?;
                        }
                        Err(Trouble::Bad { why: word5, .. }) => {
                            map(vec!["c".to_string(), "".to_string()], async |word10| {
                                let held11: Parcel = held.clone();
                                let n12: i64 = held11.label.code;
                                let mut held13: Parcel = Parcel { name: held.label.text.clone(), size: 6, note: perhaps.clone(), lines: held11.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Empty, label: Label { text: held.label.text.clone(), code: -2 } };
                                held13.lines.push(held.name.clone());
                                Ok(!(sizes.is_empty()))
                            }).await?;
                            let lines14: Vec<String> = list(held.lines.join("-")).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                        }
                        Err(Trouble::Closed(word5)) => {
                            note(format!("at {flag}/{word}/{word1}/{word5}")).await?;
                        }
                        Err(other2) => return Err(other2.into()),
                    }
                    Ok(sizes.clone())
                }).await?;
            } else {
                note(format!("at {flag}/{word}")).await?;
            }
        }
        "" if flag && perhaps.is_some() => {
        }
        _ => {
        }
    }
    let mut sizes: i64 = number(held.label.code).timeout(Duration::from_secs(3)).await?;
    sizes = (sizes + 3) % 100;
    note(format!("at {flag}/{word}/{sizes}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(vec![word.clone(), "".to_string()])
}
#[test]
fn w023_agrees() {
    agrees!(w023(flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w024(n: i64, word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    match what.clone() {
        Kind::Sized(n1) => {
            note(format!("at {n}/{word}/{n1}")).await?;
        }
        _ => {
            let mut turn4 = 0_i64;
            let next6: Option<String> = Some(word.clone());
            'l5: while let Some(word7) = next6.clone() {
                if turn4 > 1 { break; }
                turn4 += 1;
                match word.as_str() {
                    "a" | "b" => {
                        note("arm".to_string()).await?;
                        break 'l5;
                    }
                    "north" => {
                        match (n) % 6 {
                            0 => {
                                note(word.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            }
                            1 | 2 => {
                                let Some(word9) = maybe("".to_string()).await? else {
                                    let word: String = word.clone();
                                    break 'l5;
                                };
                                {
                                    if word9 == "c" {
                                        return Ok(vec!["north".to_string(), word9.clone()]);
                                    }
                                }
                            }
                            n8 if n8 > 3 => {
                                let sizes10: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                let held11: Parcel = Parcel { name: "b".to_string(), size: turn4, note: None::<String>, lines: lines.clone(), kind: what.clone(), label: Label { text: "north".to_string(), code: 2 } };
                                let word12: String = held11.label.text;
                            }
                            _ => {
                            }
                        }
                        let mut sizes13: BTreeMap<String, i64> = table(word.clone()).await?;
                        sizes13.insert(word7.clone(), word.len() as i64);
                    }
                    _ => {
                        note(format!("at {n}/{word}/{turn4}/{word7}")).await?;
                    }
                }
                let turn4: Kind = what.clone();
            }
            if (n) % 2 == 0 {
                return Ok(lines.clone());
            }
        }
    }
    let flag14: bool = check(format!("{word}/{n}")).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    let mut perhaps15: Option<String> = lines.first().cloned();
    perhaps15 = Some(word.clone());
    note(format!("at {n}/{word}/{flag14}")).await?;
    note(perhaps15.clone().unwrap_or_default()).await?;
    note(lines.join("-")).await?;
    Ok(lines.clone())
}
#[test]
fn w024_agrees() {
    agrees!(w024(n, word, lines, what, sizes));
}
