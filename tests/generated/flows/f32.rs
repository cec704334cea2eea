//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w160(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && matches!(what, Kind::Sized(_) | Kind::Empty) {
        turn1 += 1;
        note("turn".to_string()).await?;
        let perhaps3: Option<String> = lines.first().cloned();
    }
    let (flag4, flag5) = join!(
        check(word.clone()),
        async {
            note("fork".to_string()).await?;
            match (perhaps.clone(), held.lines.contains(&held.label.text)) {
                (Some(word6), true) => {
                    note(format!("at {n}/{word}/{turn1}/{word6}")).await?;
                }
                (Some(word6), false) if word6 == "a" => {
                    let Some(word7) = held.note.clone() else {
                        if let Ok(word8) = text(word6.clone()).await {
                            let mut turn9 = 0_i64;
                            'l10: loop {
                                turn9 += 1;
                                if turn9 > 2 { break; }
                                sleep(Duration::from_secs(word.len() as u64)).await;
                            }
                        }
                        return Err(Failure::new("Stopped", "a".to_string()));
                    };
                    let mut turn11 = 0_i64;
                    'l12: loop {
                        turn11 += 1;
                        if turn11 > 2 { break; }
                        note("turn".to_string()).await?;
                        if !(word7 == "north") {
                            return Ok(sizes.is_empty());
                        }
                        if !(sizes.is_empty()) {
                            return Ok(matches!(what, Kind::Sized(_) | Kind::Empty));
                        }
                    }
                }
                (None, _) | (_, false) => {
                    note(format!("at {n}/{word}/{turn1}")).await?;
                }
            }
            Ok(lines.contains(&held.name))
        },
    )
    .await?;
    let word13: String = held.name;
    note(format!("at {turn1}/{flag4}/{flag5}/{word13}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(sizes.clone())
}
#[test]
fn w160_agrees() {
    agrees!(w160(n, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w161(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    map(vec![word.clone(), word.clone()], async |word1| {
        match word1.as_str() {
            "a" | "b" => {
                let sizes2: BTreeMap<String, i64> = match number(sizes.get(&word).copied().unwrap_or(5)).await {
                    Ok(n5) => {
                        match (n5) % 6 {
                            0 => {
                                let mut perhaps: BTreeMap<String, i64> = table("".to_string()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                                let n5: Option<String> = maybe("".to_string()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                            }
                            1 | 2 => {
                            }
                            n6 if n6 > 3 => {
                            }
                            i64::MIN..=-1 => {
                                return Ok(sizes.clone());
                            }
                            _ => {
                            }
                        }
                        if check(format!("{n5}/{n5}")).await? {
                            note("arm".to_string()).await?;
                            let held7: Parcel = Parcel { name: word1.clone(), size: word.len() as i64, note: perhaps.clone(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: what.clone(), label: Label { text: word.clone(), code: word.len() as i64 } };
                            let what: Option<String> = held7.note;
                        }
                        BTreeMap::<String, i64>::new()
                    }
                    Err(failure3) => {
                        let cause4 = failure3.error().to_string();
                        let mut sizes8: BTreeMap<String, i64> = table(format!("{word1}/{word1}")).await?;
                        sleep(Duration::from_secs(59)).await;
                        sizes.clone()
                    }
                };
            }
            "north" => {
                note(format!("at {word}/{word1}")).await?;
            }
            "" if sizes.is_empty() => {
            }
            _ => {
                note(format!("at {word}/{word1}")).await?;
            }
        }
        Ok(sizes.clone())
    }).await?;
    let mut lines: Parcel = Parcel { name: word.clone(), size: word.len() as i64, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Named { name: word.clone(), size: sizes.get(&word).copied().unwrap_or(-2) }, label: Label { text: word.clone(), code: sizes.get(&word).copied().unwrap_or(2) } };
    sleep(Duration::from_secs(lines.label.text.len() as u64)).await;
    note(format!("at {word}")).await?;
    parcel(lines.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(perhaps.clone())
}
#[test]
fn w161_agrees() {
    agrees!(w161(word, perhaps, lines, what, sizes));
}

#[workflow]
pub async fn w162(word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Parcel, Failure> {
    match slow(held.label.code).await {
        Ok(word3) => {
            let (held5, perhaps6, word7) = join!(
                async {
                    match (held.label.code) % 6 {
                        0 => {
                            {
                                sleep(Duration::from_secs(word.len() as u64)).await;
                            }
                        }
                        1 | 2 => {
                            let Some(word9) = held.note.clone() else {
                                if check(word.clone()).await? {
                                    note("arm".to_string()).await?;
                                } else if held.lines.contains(&word3) {
                                    let n10: i64 = number(held.label.code).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                } else {
                                }
                                let mut turn11 = 0_i64;
                                let next12: Option<String> = maybe(held.name.clone()).await?;
                                while let Some(word13) = next12.clone() {
                                    if turn11 > 1 { break; }
                                    turn11 += 1;
                                    note("turn".to_string()).await?;
                                    let mut sizes14: BTreeMap<String, i64> = sizes.clone();
                                }
                                return Ok(held.clone());
                            };
                        }
                        n8 if n8 > 3 => {
                            let word3: Parcel = held.clone();
                        }
                        _ => {
                            note(format!("at {word}/{word3}")).await?;
                        }
                    }
                    Ok(held.clone())
                },
                maybe(word3.clone()),
                text(format!("{word}/{word3}")),
            )
            .await?;
            let Parcel { lines: lines15, kind: what16, .. } = held;
        }
        Err(Small::Late) => {
            note(format!("at {word}")).await?;
        }
        Err(Small::Full(_, word4)) => {
            note(format!("at {word}/{word4}")).await?;
        }
        Err(Small::Empty) => {
            return Ok(Parcel { name: held.label.text.clone(), size: held.label.code, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Named { name: word.clone(), size: held.size }, label: Label { text: "b".to_string(), code: held.size } });
        }
    }
    let mut perhaps17: Option<String> = Some(word);
    perhaps17 = Some(held.name.clone());
    let mut what18: Kind = Kind::Named { name: perhaps17.clone().unwrap_or_default(), size: 2 };
    note(format!("at ")).await?;
    note(perhaps17.clone().unwrap_or_default()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Parcel { name: held.name.clone(), size: held.size, note: Some(held.name.clone()), lines: list(held.name.clone()).await?, kind: what18.clone(), label: Label { text: held.name, code: held.label.code } })
}
#[test]
fn w162_agrees() {
    agrees!(w162(word, perhaps, lines, held, sizes));
}

#[workflow]
pub async fn w163(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel) -> Result<String, Failure> {
    {
        note(held.note.clone().unwrap_or_default()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
        let Ok(word1) = text(word.clone()).await else {
            let mut turn2 = 0_i64;
            while turn2 < 2 && !(held.lines.contains(&word)) {
                turn2 += 1;
                match (turn2) % 6 {
                    0 => {
                        let mut n4: i64 = number(held.name.len() as i64).await?;
                        let mut turn5 = 0_i64;
                        'l6: loop {
                            turn5 += 1;
                            if turn5 > 2 { break; }
                            note("turn".to_string()).await?;
                            n4 = (n4 + 3) % 100;
                        }
                    }
                    1 | 2 => {
                        let mut turn7 = 0_i64;
                        'l8: while turn7 < 2 && held.lines.len() as i64 > 0 {
                            turn7 += 1;
                            note("turn".to_string()).await?;
                            let held9: Parcel = held.clone();
                            let n10: i64 = held9.label.code;
                        }
                        {
                        }
                    }
                    _ => {
                        note(format!("at {n}/{flag}/{word}/{turn2}")).await?;
                    }
                }
            }
            return Ok(format!("{flag}/{n}"));
        };
    }
    let n: Vec<String> = held.lines.clone();
    let mut flag11: bool = flag;
    flag11 = !(word == "b");
    note(format!("at {flag}/{word}/{flag11}")).await?;
    note(n.join("-")).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(perhaps.clone().unwrap_or_default())
}
#[test]
fn w163_agrees() {
    agrees!(w163(n, flag, word, perhaps, what, held));
}

#[workflow]
pub async fn w164(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>) -> Result<BTreeMap<String, i64>, Failure> {
    let what1: Kind = if flag && true {
        let perhaps2: Option<String> = if flag && lines.contains(&word) {
            let mut turn3 = 0_i64;
            let next5: Option<String> = Some(word.clone());
            'l4: while let Some(word6) = next5.clone() {
                if turn3 > 1 { break; }
                turn3 += 1;
                note("turn".to_string()).await?;
                let held7: Parcel = Parcel { name: word6.clone(), size: n, note: perhaps.clone(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: word.clone(), size: n }, label: Label { text: "c".to_string(), code: (n) % 50 - (turn3) % 7 } };
                let what8: Kind = held7.kind;
            }
            perhaps.clone()
        } else if !(n > 2) {
            perhaps.clone()
        } else {
            Some(lines.join("-"))
        };
        if !((n) % 2 == 0) {
            let Some(word9) = perhaps.clone() else {
                match perhaps2.clone() {
                    Some(word10) if word10.is_empty() => {
                        note(format!("at {n}/{flag}/{word}/{word10}")).await?;
                    }
                    Some(word10) => {
                        note(word10.clone()).timeout(Duration::from_secs(3)).await?;
                    }
                    None => {
                    }
                }
                if false {
                    return Ok(BTreeMap::<String, i64>::new());
                } else if true {
                } else {
                    note(format!("at {n}/{flag}/{word}")).await?;
                }
                return Ok(BTreeMap::<String, i64>::new());
            };
        } else {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        Kind::Empty
    } else {
        Kind::Empty
    };
    let mut what11: Kind = Kind::Named { name: format!("{flag}/{n}"), size: (n) % 50 - (n) % 7 };
    let lines12: Vec<String> = vec![word.clone(), word.clone()];
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines12.join("-")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w164_agrees() {
    agrees!(w164(n, flag, word, perhaps, lines));
}
