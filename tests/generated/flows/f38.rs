//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w190(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    match (n) % 6 {
        0 => {
            match what.clone() {
                Kind::Sized(n2) => {
                    note(format!("at {n}/{flag}/{word}/{n2}")).await?;
                }
                Kind::Named { name: word3, size: word } => {
                    match (perhaps.clone(), word > 2) {
                        (Some(word4), true) => {
                            if check(format!("{n}/{word}")).await? {
                                note("arm".to_string()).await?;
                            } else if flag && sizes.is_empty() {
                                match slow(n).await {
                                    Ok(word7) if word7 == "a" => {
                                        let flag: BTreeMap<String, i64> = sizes.clone();
                                        if word3 == "" {
                                            return Ok(word3.clone());
                                        }
                                    }
                                    Ok(word7) => {
                                        note(format!("at {word3}/{word}/{word4}/{word7}")).await?;
                                    }
                                    Err(Small::Late) => {
                                        let mut perhaps9: Option<String> = perhaps.clone();
                                        perhaps9 = Some(word3.clone());
                                        let n: Option<String> = maybe(word3.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                    }
                                    Err(Small::Full(_, word8)) => {
                                        let mut perhaps10: Option<String> = perhaps;
                                        perhaps10 = Some(word8.clone());
                                        let what11: Kind = kind(-2).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                    }
                                    Err(Small::Empty) => {
                                        return Ok(perhaps.clone().unwrap_or_default());
                                    }
                                }
                            } else {
                            }
                        }
                        (Some(word4), false) if word4 == "a" => {
                            note(format!("at {flag}/{word3}/{word}/{word4}")).await?;
                        }
                        (None, _) | (_, false) => {
                            note(format!("at {n}/{flag}/{word3}/{word}")).await?;
                        }
                    }
                }
                Kind::Empty => {
                    note(format!("at {n}/{flag}/{word}")).await?;
                }
            }
        }
        1 | 2 => {
        }
        n1 if n1 > 3 => {
            note(format!("at {n}/{flag}/{word}/{n1}")).await?;
        }
        _ => {
        }
    }
    let flag12: bool = check("north".to_string()).await?;
    sleep(Duration::from_secs(29)).await;
    note(format!("at {n}/{flag}/{word}/{flag12}")).await?;
    Ok(word.clone())
}
#[test]
fn w190_agrees() {
    agrees!(w190(n, flag, word, perhaps, what, sizes));
}

#[workflow]
pub async fn w191(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    'l1: for n4 in 0..3_i64 {
        let Some(word5) = held.note.clone() else {
            map(vec![held.label.text.clone(), "north".to_string()], async |flag| {
                'l6: for word7 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                    map(vec![word.clone(), flag.clone()], async |word9| {
                        let what10: Kind = Kind::Sized(lines.len() as i64);
                        Ok(Kind::Empty)
                    }).await?;
                }
                Ok(held.clone())
            }).await?;
            break 'l1;
        };
    }
    let Some(word11) = maybe(held.label.text.clone()).await? else {
        if held.lines.contains(&word) {
            {
                match slow(held.label.code).await {
                    Ok(word14) => {
                        note(format!("at {n}/{flag}/{word}/{word14}")).await?;
                    }
                    Err(Small::Late) => {
                    }
                    Err(Small::Full(_, word15)) => {
                    }
                    Err(Small::Empty) => {
                        let mut turn16 = 0_i64;
                        let next17: Option<String> = held.lines.first().cloned();
                        while let Some(word18) = next17.clone() {
                            if turn16 > 1 { break; }
                            turn16 += 1;
                            note("turn".to_string()).await?;
                        }
                        let word19: String = held.name;
                    }
                }
            }
        }
        let mut perhaps20: Option<String> = maybe(perhaps.clone().unwrap_or_default()).await?;
        return Err(Failure::new("Stopped", word.clone()));
    };
    let perhaps: Option<String> = perhaps.clone();
    note(format!("at {n}/{flag}/{word}/{word11}")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(vec!["c".to_string()])
}
#[test]
fn w191_agrees() {
    agrees!(w191(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w192(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind) -> Result<BTreeMap<String, i64>, Failure> {
    let mut turn1 = 0_i64;
    let next2: Option<String> = None::<String>;
    while let Some(word3) = next2.clone() {
        if turn1 > 1 { break; }
        turn1 += 1;
        if check(word.clone()).await? {
            match what.clone() {
                Kind::Sized(n4) if n4 > 3 => {
                    if let Some(word6) = perhaps.clone() {
                        if matches!(what, Kind::Sized(_) | Kind::Empty) {
                            note("arm".to_string()).await?;
                            let mut turn1: Parcel = Parcel { name: word6.clone(), size: n, note: None::<String>, lines: vec![word6.clone(), "c".to_string()], kind: what.clone(), label: Label { text: word6.clone(), code: (perhaps.as_ref().map_or(1, |of| of.len() as i64)) % 50 - (n4) % 7 } };
                            let mut what7: Kind = Kind::Empty;
                            what7 = Kind::Sized(turn1.lines.len() as i64);
                        } else if false {
                        } else {
                            continue;
                        }
                        if let Kind::Sized(n8) = kind(n4).await? {
                            note("arm".to_string()).await?;
                            let mut what9: Kind = Kind::Empty;
                            continue;
                        } else {
                            let held10: Parcel = Parcel { name: word.clone(), size: turn1, note: Some(word3.clone()), lines: vec![word3.clone(), "a".to_string()], kind: what.clone(), label: Label { text: "north".to_string(), code: turn1 } };
                            let word11: String = held10.label.text;
                        }
                    } else {
                        for n14 in 0..3_i64 {
                            note("turn".to_string()).await?;
                        }
                        let n4: Kind = what.clone();
                    }
                    sleep(Duration::from_secs(word.len() as u64)).await;
                }
                Kind::Sized(n4) => {
                }
                Kind::Named { name: word5, size: n } => {
                    note(format!("at {turn1}/{word3}/{word5}/{n}")).await?;
                }
                Kind::Empty => {
                    note(format!("at {flag}/{word}/{turn1}/{word3}")).await?;
                }
            }
        }
    }
    sleep(Duration::from_secs(78)).await;
    let n: Vec<String> = Vec::<String>::new();
    note(format!("at {flag}/{word}/{turn1}")).await?;
    note(n.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w192_agrees() {
    agrees!(w192(n, flag, word, perhaps, what));
}

#[workflow]
pub async fn w193(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<bool, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        match held.name.as_str() {
            "a" | "b" => {
                let perhaps3: Option<String> = if let Ok(sizes4) = table(held.note.clone().unwrap_or_default()).await {
                    held.note.clone()
                } else {
                    match (held.size) % 6 {
                        0 => {
                            if flag && matches!(what, Kind::Sized(_) | Kind::Empty) {
                                return Ok(perhaps.as_ref().map_or(6, |of| of.len() as i64) > 2);
                            }
                            continue 'l2;
                        }
                        1 | 2 => {
                            let perhaps6: Option<String> = maybe(held.name.clone()).await?;
                        }
                        n5 if n5 > 3 => {
                            note(format!("at {flag}/{word}/{turn1}/{n5}")).await?;
                        }
                        i64::MIN..=-1 => {
                        }
                        _ => {
                            note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                        }
                    }
                    lines.first().cloned()
                };
                let mut turn7 = 0_i64;
                'l8: while turn7 < 2 && sizes.is_empty() {
                    turn7 += 1;
                    sleep(Duration::from_secs(word.len() as u64)).await;
                    let Some(word9) = perhaps3.clone() else {
                        sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                        continue 'l2;
                    };
                }
            }
            "north" => {
                note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
            }
            _ => {
                note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
            }
        }
        let held10: Parcel = held.clone();
        let word11: String = held10.label.text;
    }
    let Parcel { lines: lines12, kind: what13, .. } = held;
    let held14: Parcel = parcel(Parcel { name: word.clone(), size: held.label.text.len() as i64, note: lines12.first().cloned(), lines: lines12.clone(), kind: Kind::Named { name: lines12.join("-"), size: held.label.code }, label: Label { text: "north".to_string(), code: held.note.as_ref().map_or(-1, |of| of.len() as i64) } }).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
    parcel(held14.clone()).await?;
    note(lines12.join("-")).await?;
    note(lines.join("-")).await?;
    Ok(flag)
}
#[test]
fn w193_agrees() {
    agrees!(w193(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w194(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<Kind, Failure> {
    match risky(word.clone()).await {
        Ok(what) => {
            note(format!("at {n}/{flag}/{word}/{what}")).await?;
        }
        Err(Trouble::Busy) => {
            if lines.len() as i64 > 1 {
                match (held.size) % 6 {
                    0 => {
                        let (perhaps5, word6) = join!(
                            async {
                                let mut n7: i64 = held.note.as_ref().map_or(2, |of| of.len() as i64);
                                n7 = (n7 + 3) % 100;
                                let (word8, lines9, n10) = join!(
                                    async {
                                        let held11: Parcel = held.clone();
                                        let lines12: Vec<String> = held11.lines;
                                        Ok(held11.label.text.clone())
                                    },
                                    list(held.name.clone()),
                                    number((lines.len() as i64) % 50 - (held.size) % 7),
                                )
                                .await?;
                                Ok(Some(word.clone()))
                            },
                            text(held.label.text.clone()),
                        )
                        .await?;
                    }
                    1 | 2 => {
                        let Ok(held) = text(held.name.clone()).await else {
                            let mut word13: String = text(held.label.text).await?;
                            let mut turn14 = 0_i64;
                            'l15: while turn14 < 2 && !((held.name.len() as i64) % 2 == 0) {
                                turn14 += 1;
                                note(format!("at {flag}/{word}/{word13}/{turn14}")).await?;
                            }
                            return Ok(Kind::Sized((n) % 50 + (3) % 7));
                        };
                        let mut sizes16: BTreeMap<String, i64> = table(word).await?;
                    }
                    i64::MIN..=-1 => {
                        note(format!("at {n}/{flag}/{word}")).await?;
                    }
                    _ => {
                    }
                }
            }
            sleep(Duration::from_secs(75)).await;
        }
        Err(Trouble::Bad { why: word3, .. }) => {
        }
        Err(Trouble::Closed(word3)) => {
        }
        Err(other1) => return Err(other1.into()),
    }
    let mut n: i64 = 0;
    n += (held.label.code) % 10;
    note(format!("at {flag}/{n}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.kind.clone())
}
#[test]
fn w194_agrees() {
    agrees!(w194(n, flag, word, perhaps, lines, what, held));
}
