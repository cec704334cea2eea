//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w070(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    match word.as_str() {
        "a" | "b" => {
            note(format!("at {n}/{word}")).await?;
        }
        "north" => {
            {
                if (n) % 2 == 0 {
                    note("arm".to_string()).await?;
                } else {
                    let held1: Parcel = Parcel { name: word.clone(), size: word.len() as i64, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Named { name: word.clone(), size: n }, label: Label { text: "b".to_string(), code: n } };
                    let what2: Kind = held1.kind;
                }
                match (number(n).await?) % 6 {
                    0 => {
                        return Ok(word.clone());
                    }
                    1 | 2 => {
                        let word: i64 = number(n).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        if matches!(what, Kind::Sized(_) | Kind::Empty) {
                            note("arm".to_string()).await?;
                            let mut held4: Parcel = Parcel { name: "a".to_string(), size: word, note: perhaps, lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: what.clone(), label: Label { text: "a".to_string(), code: 2 } };
                            held4.lines.push("".to_string());
                        } else if (((n) % 50 - (word) % 7) % 50 - (perhaps.as_ref().map_or(-2, |of| of.len() as i64)) % 7) % 2 == 0 {
                            {
                                if 3 > 1 {
                                    return Ok(lines.join("-"));
                                }
                                let mut sizes5: BTreeMap<String, i64> = sizes.clone();
                                sizes5.insert("b".to_string(), lines.len() as i64);
                            }
                        } else {
                            note(format!("at {n}/{word}")).await?;
                        }
                    }
                    _ => {
                        note(format!("at {n}/{word}")).await?;
                    }
                }
            }
            let mut perhaps6: Option<String> = Some(word);
            perhaps6 = Some("b".to_string());
        }
        _ => {
        }
    }
    let n: i64 = (1) % 50 - (n) % 7;
    let mut held7: Parcel = Parcel { name: "c".to_string(), size: n, note: maybe("b".to_string()).await?, lines: vec!["north".to_string(), "a".to_string()], kind: Kind::Named { name: "north".to_string(), size: n }, label: Label { text: "a".to_string(), code: n } };
    held7.label.code = (n) % 50 - ((held7.label.code) % 50 - (n) % 7) % 7;
    note(format!("at {n}")).await?;
    parcel(held7.clone()).await?;
    note(lines.join("-")).await?;
    Ok(held7.note.clone().unwrap_or_default())
}
#[test]
fn w070_agrees() {
    agrees!(w070(n, word, perhaps, lines, what, sizes));
}

#[workflow]
pub async fn w071(flag: bool, word: String, what: Kind, held: Parcel) -> Result<i64, Failure> {
    if matches!(what, Kind::Sized(_) | Kind::Empty) {
        match table(held.lines.join("-")).await {
            Ok(sizes3) => {
                let mut turn4 = 0_i64;
                'l5: loop {
                    turn4 += 1;
                    if turn4 > 2 { break; }
                    note("turn".to_string()).await?;
                    let mut perhaps6: Option<String> = held.note.clone();
                    perhaps6 = Some(held.name.clone());
                }
            }
            Err(failure1) => {
                let cause2 = failure1.error().to_string();
                if let Ok(held) = parcel(held.clone()).await {
                    note(format!("at {flag}/{word}/{cause2}")).await?;
                } else {
                    {
                        let mut turn7 = 0_i64;
                        while turn7 < 2 && false {
                            turn7 += 1;
                            note("turn".to_string()).await?;
                            let cause2: Parcel = held.clone();
                        }
                    }
                    let (held8, sizes9) = join!(
                        parcel(Parcel { name: cause2.clone(), size: held.label.code, note: held.note.clone(), lines: held.lines.clone(), kind: what.clone(), label: Label { text: cause2.clone(), code: (held.lines.len() as i64) % 50 - (held.name.len() as i64) % 7 } }),
                        async {
                            let (flag10, held11) = join!(
                                async {
                                    if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                                        return Ok(flag);
                                    }
                                    let mut n12: i64 = number((-2) % 50 - (held.label.code) % 7).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                    Ok(flag)
                                },
                                async {
                                    Ok(held.clone())
                                },
                            )
                            .await?;
                            let perhaps13: Option<String> = held.note.clone();
                            Ok(BTreeMap::<String, i64>::new())
                        },
                    )
                    .await?;
                }
            }
        }
    }
    let mut perhaps14: Option<String> = held.note.clone();
    perhaps14 = Some(held.name.clone());
    let Parcel { lines: lines15, kind: what16, .. } = held;
    note(format!("at {flag}/{word}")).await?;
    note(lines15.join("-")).await?;
    note(perhaps14.clone().unwrap_or_default()).await?;
    Ok(6)
}
#[test]
fn w071_agrees() {
    agrees!(w071(flag, word, what, held));
}

#[workflow]
pub async fn w072(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<String, Failure> {
    if lines.contains(&held.label.text) {
        note("arm".to_string()).await?;
    } else if held.lines.contains(&held.label.text) {
        match (n) % 6 {
            0 => {
                return Ok(format!("{flag}/{word}"));
            }
            1 | 2 => {
                return Ok(held.name.clone());
            }
            n1 if n1 > 3 => {
            }
            i64::MIN..=-1 => {
                match slow((held.label.code) % 50 + (held.label.code) % 7).await {
                    Ok(lines) if lines == "a" => {
                        match (perhaps.clone(), perhaps.is_some()) {
                            (Some(word5), true) => {
                                note("arm".to_string()).await?;
                            }
                            (Some(word5), false) if word5 == "a" => {
                                let Parcel { lines: lines6, kind: what7, .. } = held;
                            }
                            (None, _) | (_, false) => {
                            }
                        }
                        match what {
                            Kind::Sized(word) if word > 3 => {
                                let mut turn10 = 0_i64;
                                'l11: while turn10 < 2 && held.note.is_some() {
                                    turn10 += 1;
                                    note("turn".to_string()).await?;
                                    let held12: Parcel = Parcel { name: held.label.text.clone(), size: held.size, note: perhaps.clone(), lines: vec![held.name.clone(), lines.clone()], kind: Kind::Empty, label: Label { text: held.name.clone(), code: held.size } };
                                    let what13: Kind = held12.kind;
                                }
                                return Ok(held.name.clone());
                            }
                            Kind::Sized(word) => {
                            }
                            Kind::Named { name: word9, size: n8 } => {
                                match slow(held.size).await {
                                    Ok(perhaps) => {
                                        return Ok(format!("{lines}/{n}"));
                                    }
                                    Err(Small::Late) => {
                                        let mut held17: Parcel = Parcel { name: "".to_string(), size: n, note: None::<String>, lines: vec![lines.clone(), word9.clone()], kind: Kind::Named { name: lines.clone(), size: 5 }, label: Label { text: word.clone(), code: 1 } };
                                        held17.label.code = (held17.label.code) % 50 - (word9.len() as i64) % 7;
                                    }
                                    Err(Small::Full(_, word16)) => {
                                        note(format!("at {lines}/{word9}/{n8}/{word16}")).await?;
                                    }
                                    Err(Small::Empty) => {
                                        note(format!("at {word}/{lines}/{word9}/{n8}")).await?;
                                    }
                                }
                                return Ok(held.note.clone().unwrap_or_default());
                            }
                            Kind::Empty => {
                                return Ok(held.label.text.clone());
                            }
                        }
                    }
                    Ok(lines) => {
                        note(format!("at {n}/{flag}/{word}/{lines}")).await?;
                    }
                    Err(Small::Late) => {
                    }
                    Err(Small::Full(_, word4)) => {
                        note(format!("at {n}/{flag}/{word}/{word4}")).await?;
                    }
                    Err(Small::Empty) => {
                        return Err(Failure::new("Stopped", word.clone()));
                    }
                }
                return Ok(lines.join("-"));
            }
            _ => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
        }
        let lines18: Vec<String> = list(held.name.clone()).await?;
    }
    let mut held19: Parcel = Parcel { name: "c".to_string(), size: held.label.code, note: held.note.clone(), lines: list(held.name.clone()).await?, kind: Kind::Sized(held.label.code), label: Label { text: held.label.text.clone(), code: n } };
    held19.lines.push(held.label.text.clone());
    let sizes20: BTreeMap<String, i64> = table("a".to_string()).timeout(Duration::from_secs(3)).await?;
    note(format!("at {n}/{flag}")).await?;
    parcel(held19.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(text(held.label.text.clone()).await?)
}
#[test]
fn w072_agrees() {
    agrees!(w072(n, flag, word, perhaps, lines, what, held));
}

#[workflow]
pub async fn w073(n: i64, flag: bool, word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        note("turn".to_string()).await?;
        let mut turn3 = 0_i64;
        'l4: loop {
            turn3 += 1;
            if turn3 > 2 { break; }
            note("turn".to_string()).await?;
            if word == "c" {
                if !(matches!(held.kind, Kind::Sized(_) | Kind::Empty)) {
                    return Ok(held.lines.len() as i64);
                }
                match held.name.as_str() {
                    "a" | "b" => {
                        if !(matches!(held.kind, Kind::Sized(_) | Kind::Empty)) {
                            note("arm".to_string()).await?;
                            let held5: Parcel = held.clone();
                            let n6: i64 = held5.size;
                        }
                        'l7: for word8 in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                            note("turn".to_string()).await?;
                            let mut lines10: Vec<String> = vec![held.name.clone()];
                        }
                    }
                    "north" => {
                        for lines in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                            note("turn".to_string()).await?;
                            let mut perhaps12: Option<String> = None::<String>;
                            perhaps12 = Some(held.label.text.clone());
                            perhaps12 = Some("north".to_string());
                        }
                        if flag && held.note.is_some() {
                            return Ok(turn1);
                        }
                    }
                    _ => {
                        note(format!("at {flag}/{word}/{turn1}/{turn3}")).await?;
                    }
                }
            } else {
                note(format!("at {flag}/{word}/{turn1}/{turn3}")).await?;
            }
            if sizes.is_empty() {
                return Ok(held.lines.len() as i64);
            }
        }
    }
    let mut what13: Kind = Kind::Sized(turn1);
    what13 = Kind::Sized(held.note.as_ref().map_or(-2, |of| of.len() as i64));
    let mut held14: Parcel = parcel(Parcel { name: held.label.text, size: held.label.code, note: None::<String>, lines: lines.clone(), kind: Kind::Named { name: held.note.clone().unwrap_or_default(), size: -1 }, label: Label { text: held.name.clone(), code: turn1 } }).await?;
    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
    parcel(held14.clone()).await?;
    note(lines.join("-")).await?;
    Ok(held14.name.len() as i64)
}
#[test]
fn w073_agrees() {
    agrees!(w073(n, flag, word, lines, held, sizes));
}

#[workflow]
pub async fn w074(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<BTreeMap<String, i64>, Failure> {
    match (maybe(lines.join("-")).await?, held.note.is_some()) {
        (Some(word1), true) => {
            let (lines2, held3) = join!(
                list(held.lines.join("-")),
                async {
                    if n > 0 {
                        match (number(-1).await?) % 6 {
                            0 => {
                                let sizes5: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word6| {
                                    let mut held: BTreeMap<String, i64> = sizes5.clone();
                                    let perhaps7: Option<String> = perhaps.clone();
                                    Ok(lines.first().cloned())
                                }).await?;
                            }
                            1 | 2 => {
                            }
                            n4 if n4 > 3 => {
                            }
                            _ => {
                                {
                                    let held8: Parcel = held.clone();
                                    let perhaps: String = held8.name;
                                    let lines: Kind = held.kind.clone();
                                }
                                return Ok(Parcel { name: held.name.clone(), size: 0, note: held.lines.first().cloned(), lines: lines.clone(), kind: Kind::Named { name: lines.join("-"), size: 6 }, label: Label { text: "c".to_string(), code: -1 } });
                            }
                        }
                    } else if 1 > 1 {
                        note(format!("at {n}/{flag}/{word}/{word1}")).await?;
                    }
                    Ok(held.clone())
                },
            )
            .await?;
            sleep(Duration::from_secs(9)).await;
        }
        (Some(word1), false) if word1 == "a" => {
        }
        (None, _) | (_, false) => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let held: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    let sizes9: BTreeMap<String, i64> = held.clone();
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.clone())
}
#[test]
fn w074_agrees() {
    agrees!(w074(n, flag, word, perhaps, lines, what, held));
}
