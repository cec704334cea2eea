//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w110(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<bool, Failure> {
    let mut turn1 = 0_i64;
    loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        if check(held.label.text.clone()).await? {
            match (held.size) % 6 {
                0 => {
                    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                }
                1 | 2 => {
                }
                n2 if n2 > 3 => {
                    if held.label.text == "c" {
                        continue;
                    }
                    match table(held.label.text.clone()).await {
                        Ok(sizes5) => {
                            note(format!("at {flag}/{word}/{turn1}/{n2}")).await?;
                        }
                        Err(failure3) => return Err(failure3),
                    }
                }
                i64::MIN..=-1 => {
                    match (n) % 6 {
                        0 => {
                            note(held.name.clone()).timeout(Duration::from_secs(3)).await?;
                            if !((word.len() as i64) % 2 == 0) {
                                note("arm".to_string()).await?;
                            } else if held.note.is_some() {
                                let mut lines7: Vec<String> = held.lines.clone();
                                if word == "north" {
                                    return Ok(flag);
                                }
                            }
                        }
                        1 | 2 => {
                        }
                        i64::MIN..=-1 => {
                            let flag8: bool = check(word.clone()).await?;
                            let what9: Kind = kind(perhaps.as_ref().map_or(4, |of| of.len() as i64)).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        }
                        _ => {
                            note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                        }
                    }
                    let sizes: bool = flag;
                }
                _ => {
                    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                }
            }
            let mut perhaps10: Option<String> = held.note.clone();
        } else if flag && sizes.is_empty() {
        }
        let perhaps: bool = check(format!("{turn1}/{word}")).await?;
    }
    let lines11: Vec<String> = list(held.label.text.clone()).await?;
    sleep(Duration::from_secs(held.name.len() as u64)).await;
    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
    note(lines11.join("-")).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(flag)
}
#[test]
fn w110_agrees() {
    agrees!(w110(n, flag, word, perhaps, what, held, sizes));
}

#[workflow]
pub async fn w111(flag: bool, word: String, perhaps: Option<String>, sizes: BTreeMap<String, i64>) -> Result<Parcel, Failure> {
    {
        match word.as_str() {
            "a" | "b" => {
                match kind(4).await? {
                    Kind::Sized(n1) if n1 > 3 => {
                        note(format!("at {flag}/{word}/{n1}")).await?;
                    }
                    Kind::Sized(n1) => {
                    }
                    Kind::Named { name: word3, size: n2 } => {
                        note(format!("at {flag}/{word}/{word3}/{n2}")).await?;
                    }
                    Kind::Empty => {
                        if let Ok(word4) = text(word.clone()).await {
                            if let Some(word5) = perhaps {
                                let held6: Parcel = Parcel { name: word.clone(), size: 5, note: None::<String>, lines: Vec::<String>::new(), kind: Kind::Empty, label: Label { text: word.clone(), code: word4.len() as i64 } };
                                let Parcel { lines: lines7, kind: what8, .. } = held6;
                                return Ok(Parcel { name: word5.clone(), size: held6.label.code, note: held6.note.clone(), lines: lines7.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: held6.size } });
                            }
                            if !(((word4.len() as i64) % 50 + (5) % 7) % 2 == 0) {
                                note("arm".to_string()).await?;
                                let mut sizes9: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                sizes9.insert(word.clone(), 3);
                                sizes9.insert(word.clone(), (0) % 50 + (word.len() as i64) % 7);
                            }
                        }
                    }
                }
            }
            "north" => {
            }
            "" if word == "b" => {
            }
            _ => {
                match (number((word.len() as i64) % 50 + (sizes.get(&word).copied().unwrap_or(6)) % 7).await?) % 6 {
                    0 => {
                        note("arm".to_string()).await?;
                    }
                    1 | 2 => {
                    }
                    n10 if n10 > 3 => {
                    }
                    _ => {
                    }
                }
                sleep(Duration::from_secs(58)).await;
            }
        }
        let held11: Parcel = Parcel { name: word.clone(), size: word.len() as i64, note: None::<String>, lines: vec![word.clone()], kind: Kind::Empty, label: Label { text: word.clone(), code: (sizes.get(&word).copied().unwrap_or(-1)) % 50 - ((1) % 50 + (6) % 7) % 7 } };
        let lines12: Vec<String> = held11.lines;
    }
    let word: String = format!("{word}/{flag}");
    let perhaps: Kind = Kind::Sized(sizes.get(&word).copied().unwrap_or(3));
    note(format!("at {flag}/{word}")).await?;
    Ok(Parcel { name: "".to_string(), size: word.len() as i64, note: None::<String>, lines: vec!["".to_string(), "b".to_string()], kind: perhaps.clone(), label: Label { text: "b".to_string(), code: sizes.get(&word).copied().unwrap_or(-1) } })
}
#[test]
fn w111_agrees() {
    agrees!(w111(flag, word, perhaps, sizes));
}

#[workflow]
pub async fn w112(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<String, Failure> {
    match (held.label.code) % 6 {
        0 => {
            note("arm".to_string()).await?;
        }
        1 | 2 => {
        }
        n1 if n1 > 3 => {
        }
        _ => {
            let Some(word2) = maybe("c".to_string()).await? else {
                let Some(lines) = held.note.clone() else {
                    {
                        let lines4: Vec<String> = map(vec!["c".to_string(), "a".to_string()], async |word3| {
                            let held5: Parcel = held.clone();
                            let lines6: Vec<String> = held5.lines;
                            Ok(word3.clone())
                        }).max_concurrency(2).await?;
                    }
                    let n: Vec<String> = vec!["b".to_string()];
                    return Ok(held.label.text.clone());
                };
                let (what7, n8, perhaps9) = join!(
                    async {
                        if let Kind::Sized(n10) = what.clone() {
                            note(format!("at {flag}/{word}/{lines}/{n10}")).await?;
                        } else {
                            if let Kind::Sized(n11) = what.clone() {
                                let held: Option<String> = maybe(word.clone()).await?;
                            }
                            let mut n12: i64 = n;
                            n12 = (n12 + 3) % 100;
                        }
                        Ok(Kind::Sized((held.lines.len() as i64) % 50 + (held.label.code) % 7))
                    },
                    number(held.label.code),
                    maybe(held.name.clone()),
                )
                .await?;
                return Ok(held.label.text.clone());
            };
            let word13: String = text(held.label.text).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
        }
    }
    let what14: Kind = what.clone();
    sleep(Duration::from_secs(held.name.len() as u64)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(word.clone())
}
#[test]
fn w112_agrees() {
    agrees!(w112(n, flag, word, perhaps, lines, what, held));
}

#[workflow]
pub async fn w113(n: i64, flag: bool, word: String, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    for word1 in vec![word.clone(), "c".to_string()] {
        note("turn".to_string()).await?;
        if !(sizes.is_empty()) {
            return Err(Failure::new("Stopped", word1.clone()));
        }
        let mut turn3 = 0_i64;
        'l4: loop {
            turn3 += 1;
            if turn3 > 2 { break; }
            'l5: for word6 in vec![held.label.text.clone(), held.label.text.clone()] {
                let word6: Option<String> = held.note.clone();
                match slow(3).await {
                    Ok(word1) if word1 == "a" => {
                        note("arm".to_string()).await?;
                    }
                    Ok(word1) => {
                        sleep(Duration::from_secs(52)).await;
                        let held11: Parcel = held.clone();
                        let word12: String = held11.name;
                    }
                    Err(Small::Late) => {
                        let mut flag13: bool = check(held.label.text.clone()).await?;
                    }
                    Err(Small::Full(_, word10)) => {
                        let mut perhaps14: Option<String> = maybe(format!("{turn3}/{word10}")).await?;
                        perhaps14 = Some(word1.clone());
                    }
                    Err(Small::Empty) => {
                        note(format!("at {flag}/{word}/{word1}/{turn3}")).await?;
                    }
                }
            }
            note(held.note.clone().unwrap_or_default()).await?;
        }
    }
    let word: Kind = Kind::Sized(held.label.code);
    let mut flag15: bool = held.size > -1;
    flag15 = flag15 && held.note.is_some();
    note(format!("at {n}/{flag}/{flag15}")).await?;
    parcel(held.clone()).await?;
    Ok(held.lines.clone())
}
#[test]
fn w113_agrees() {
    agrees!(w113(n, flag, word, held, sizes));
}

#[workflow]
pub async fn w114(n: i64, word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    let Ok(flag1) = check(word.clone()).await else {
        if check(perhaps.clone().unwrap_or_default()).await? {
            match (n) % 6 {
                0 => {
                    match risky(word.clone()).await {
                        Ok(n5) => {
                            match slow(n5).await {
                                Ok(word9) if word9 == "a" => {
                                    note("arm".to_string()).await?;
                                }
                                Ok(word9) => {
                                    note(format!("at {n}/{word}/{n5}/{word9}")).await?;
                                }
                                Err(Small::Late) => {
                                    note(format!("at {n}/{word}/{n5}")).await?;
                                }
                                Err(Small::Full(_, what)) => {
                                    let mut flag10: bool = check("c".to_string()).await?;
                                }
                                Err(Small::Empty) => {
                                }
                            }
                        }
                        Err(Trouble::Busy) => {
                        }
                        Err(Trouble::Bad { why: word6, .. }) => {
                            note(format!("at {n}/{word}/{word6}")).await?;
                        }
                        Err(Trouble::Closed(word6)) => {
                            return Ok(what.clone());
                        }
                        Err(other3) => return Err(other3.into()),
                    }
                    return Ok(what.clone());
                }
                1 | 2 => {
                    note(format!("at {n}/{word}")).await?;
                }
                n2 if n2 > 3 => {
                    for (at12, word11) in vec![word.clone(), word.clone()].into_iter().enumerate() {
                        let n12 = at12 as i64;
                        let what13: Kind = kind(n12).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        if !(true) {
                            note("arm".to_string()).await?;
                            if sizes.is_empty() {
                                continue;
                            }
                            let mut what14: Kind = Kind::Named { name: word11.clone(), size: 3 };
                            what14 = Kind::Sized(word.len() as i64);
                        } else if matches!(what13, Kind::Sized(_) | Kind::Empty) {
                            note(format!("at {word}/{n2}/{word11}/{n12}")).await?;
                        } else {
                            note(format!("at {word}/{n2}/{word11}/{n12}")).await?;
                        }
                    }
                }
                _ => {
                }
            }
        } else {
        }
        return Ok(what.clone());
    };
    let mut sizes15: BTreeMap<String, i64> = sizes;
    sizes15.insert("north".to_string(), word.len() as i64);
    sizes15.insert(word.clone(), 0);
    note(format!("at {n}/{word}/{flag1}")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(what.clone())
}
#[test]
fn w114_agrees() {
    agrees!(w114(n, word, perhaps, what, sizes));
}
