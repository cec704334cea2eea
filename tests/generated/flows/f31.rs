//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w155(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>, Failure> {
    if !(held.label.text == "a") {
        match (number(held.label.code).await?) % 6 {
            0 => {
                note("arm".to_string()).await?;
            }
            1 | 2 => {
                let mut turn2 = 0_i64;
                'l3: loop {
                    turn2 += 1;
                    if turn2 > 2 { break; }
                    note("turn".to_string()).await?;
                    let mut turn4 = 0_i64;
                    loop {
                        turn4 += 1;
                        if turn4 > 2 { break; }
                        map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word5| {
                            note(word.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                            let mut perhaps6: Option<String> = None::<String>;
                            Ok(lines.clone())
                        }).max_concurrency(2).await?;
                    }
                }
                match held.kind.clone() {
                    Kind::Sized(n7) if n7 > 3 => {
                        note("arm".to_string()).await?;
                    }
                    Kind::Sized(n7) => {
                        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |lines| {
                            match held.kind.clone() {
                                Kind::Sized(n8) if n8 > 3 => {
                                    note("arm".to_string()).await?;
                                }
                                Kind::Sized(n8) => {
                                    let perhaps11: Option<String> = maybe(held.note.clone().unwrap_or_default()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                }
                                Kind::Named { name: word10, size: n9 } => {
                                    note(format!("at {n7}/{lines}/{word10}/{n9}")).await?;
                                }
                                Kind::Empty => {
                                    note(format!("at {word}/{turn2}/{n7}/{lines}")).await?;
                                }
                            }
                            Ok(Kind::Sized(held.note.as_ref().map_or(-1, |of| of.len() as i64)))
                        }).await?;
                    }
                    Kind::Named { name: what, size: held } => {
                    }
                    Kind::Empty => {
                    }
                }
            }
            i64::MIN..=-1 => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
            _ => {
            }
        }
        return Ok(sizes.clone());
    } else {
        note(format!("at {n}/{flag}/{word}")).await?;
    }
    let mut what12: Kind = kind(held.lines.len() as i64).await?;
    let lines13: Vec<String> = list(format!("{word}/{word}")).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines13.join("-")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(sizes.clone())
}
#[test]
fn w155_agrees() {
    agrees!(w155(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w156(n: i64, flag: bool, word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    map(vec![held.name.clone(), held.name.clone()], async |n| {
        {
            match held.kind.clone() {
                Kind::Sized(n1) if n1 > 3 => {
                    note("arm".to_string()).await?;
                }
                Kind::Sized(n1) => {
                    let mut n3: i64 = held.lines.len() as i64;
                    n3 = (n3 + 3) % 100;
                    let word: String = text(n.clone()).await?;
                }
                _ => {
                    match slow(sizes.get(&word).copied().unwrap_or(-2)).await {
                        Ok(word6) => {
                            match word6.as_str() {
                                "a" | "b" => {
                                    let word6: Kind = kind(held.size).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                }
                                "north" => {
                                    let lines8: Vec<String> = held.lines.clone();
                                    let held9: Parcel = held.clone();
                                }
                                _ => {
                                    sleep(Duration::from_secs(word.len() as u64)).await;
                                    let sizes: Option<String> = maybe("b".to_string()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                }
                            }
                            if flag && matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                                return Ok(held.label.code);
                            }
                        }
                        Err(Small::Late) => {
                            note(format!("at {flag}/{word}/{n}")).await?;
                        }
                        Err(Small::Full(_, word7)) => {
                            return Ok(held.lines.len() as i64);
                        }
                        Err(Small::Empty) => {
                            note(format!("at {flag}/{word}/{n}")).await?;
                        }
                    }
                    let word: Option<String> = perhaps.clone();
                }
            }
            let mut lines10: Vec<String> = vec![n.clone(), held.name.clone()];
            lines10.push("a".to_string());
        }
        let what11: Kind = held.kind.clone();
        Ok(held.label.code)
    }).await?;
    let mut perhaps12: Option<String> = held.note;
    perhaps12 = Some(word.clone());
    let mut flag13: bool = (sizes.get(&word).copied().unwrap_or(5)) % 2 == 0;
    flag13 = flag && matches!(held.kind, Kind::Sized(_) | Kind::Empty);
    note(format!("at {n}/{flag}/{word}/{flag13}")).await?;
    note(perhaps12.clone().unwrap_or_default()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok((6) % 50 + (sizes.get(&held.name).copied().unwrap_or(5)) % 7)
}
#[test]
fn w156_agrees() {
    agrees!(w156(n, flag, word, perhaps, held, sizes));
}

#[workflow]
pub async fn w157(n: i64, flag: bool, word: String, lines: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
        let mut flag1: bool = {
            if lines.contains(&held.label.text) {
                match slow(n).await {
                    Ok(word4) => {
                        return Ok(held.label.code);
                    }
                    Err(Small::Late) => {
                        note(format!("at {n}/{flag}/{word}")).await?;
                    }
                    Err(Small::Full(_, word5)) => {
                        sleep(Duration::from_secs(22)).await;
                    }
                    Err(Small::Empty) => {
                        note(format!("at {n}/{flag}/{word}")).await?;
                    }
                }
            }
            match number(held.label.code).await {
                Ok(n8) => {
                    note("arm".to_string()).await?;
                }
                Err(failure6) => {
                    let cause7 = failure6.error().to_string();
                    let flag9: bool = check(held.label.text.clone()).timeout(Duration::from_secs(3)).await?;
                    if lines.contains(&word) {
                        if flag9 && held.lines.contains(&held.label.text) {
                            return Ok(held.note.as_ref().map_or(6, |of| of.len() as i64));
                        }
                    }
                }
            }
            held.name == "c"
        };
    } else if ((n) % 50 - (n) % 7) % 2 == 0 {
        note(format!("at {n}/{flag}/{word}")).await?;
    } else {
        note(format!("at {n}/{flag}/{word}")).await?;
    }
    let (perhaps10, n11) = join!(
        maybe(word.clone()),
        async {
            Ok(held.label.code)
        },
    )
    .await?;
    let n11: i64 = held.label.code;
    note(format!("at {n}/{flag}/{word}/{n11}")).await?;
    note(perhaps10.clone().unwrap_or_default()).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(n11)
}
#[test]
fn w157_agrees() {
    agrees!(w157(n, flag, word, lines, held));
}

#[workflow]
pub async fn w158(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel) -> Result<bool, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && matches!(what, Kind::Sized(_) | Kind::Empty) {
        turn1 += 1;
        let mut flag3: bool = held.note.is_some();
        flag3 = matches!(held.kind, Kind::Sized(_) | Kind::Empty);
        if check(format!("{flag3}/{turn1}")).await? {
            for word4 in vec![word.clone(), "".to_string()] {
                note("turn".to_string()).await?;
                let mut turn6 = 0_i64;
                loop {
                    turn6 += 1;
                    if turn6 > 2 { break; }
                    note("turn".to_string()).await?;
                    let mut turn7 = 0_i64;
                    let next8: Option<String> = None::<String>;
                    while let Some(word9) = next8.clone() {
                        if turn7 > 1 { break; }
                        turn7 += 1;
                        note("turn".to_string()).await?;
                        let sizes10: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                    }
                }
            }
        } else {
            let (flag11, lines12) = join!(
                async {
                    for n14 in 0..3_i64 {
                        note("turn".to_string()).await?;
                        map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |lines| {
                            if !(n14 > 2) {
                                return Ok(held.kind.clone());
                            }
                            let n14: Vec<String> = list("north".to_string()).await?;
                            Ok(what.clone())
                        }).await?;
                        let held15: Parcel = Parcel { name: "a".to_string(), size: 5, note: held.note.clone(), lines: vec!["b".to_string()], kind: Kind::Empty, label: Label { text: held.label.text.clone(), code: held.label.code } };
                        let Parcel { lines: lines16, kind: what17, .. } = held15;
                    }
                    Ok(flag3)
                },
                list(held.name.clone()),
            )
            .await?;
        }
    }
    let mut flag18: bool = check(held.label.text).await?;
    let mut what19: Kind = kind(n).await?;
    note(format!("at {n}/{word}/{turn1}/{flag18}")).await?;
    note(lines.join("-")).await?;
    Ok(held.lines.contains(&held.name))
}
#[test]
fn w158_agrees() {
    agrees!(w158(n, word, lines, what, held));
}

#[workflow]
pub async fn w159(n: i64, word: String, perhaps: Option<String>) -> Result<bool, Failure> {
    sleep(Duration::from_secs(58)).await;
    map(vec![word.clone(), "c".to_string()], async |word1| {
        let Ok(sizes2) = table("a".to_string()).await else {
            match (n) % 6 {
                0 => {
                    match (number(n).await?) % 6 {
                        0 => {
                            let perhaps: String = text(word.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                            match word.as_str() {
                                "a" | "b" => {
                                    note("arm".to_string()).await?;
                                }
                                "north" => {
                                    note(format!("at {n}/{word}/{word1}/{perhaps}")).await?;
                                }
                                _ => {
                                    let mut word5: String = text("a".to_string()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                }
                            }
                        }
                        1 | 2 => {
                            note(format!("at {n}/{word}/{word1}")).await?;
                        }
                        _ => {
                            match word1.as_str() {
                                "a" | "b" => {
                                    sleep(Duration::from_secs(word1.len() as u64)).await;
                                    let mut what6: Kind = Kind::Named { name: word1.clone(), size: n };
                                    what6 = Kind::Sized((perhaps.as_ref().map_or(2, |of| of.len() as i64)) % 50 - (n) % 7);
                                }
                                "north" => {
                                }
                                _ => {
                                }
                            }
                            let word: String = word1.clone();
                        }
                    }
                }
                1 | 2 => {
                }
                i64::MIN..=-1 => {
                    note(format!("at {n}/{word}/{word1}")).await?;
                }
                _ => {
                    note(format!("at {n}/{word}/{word1}")).await?;
                }
            }
            if !(perhaps.is_some()) {
                return Ok(Parcel { name: word.clone(), size: word1.len() as i64, note: None::<String>, lines: vec!["north".to_string(), word1.clone()], kind: Kind::Sized(3), label: Label { text: word1.clone(), code: n } });
            }
            return Ok(Parcel { name: word.clone(), size: n, note: perhaps.clone(), lines: vec![word1.clone(), word.clone()], kind: Kind::Named { name: word.clone(), size: 0 }, label: Label { text: "a".to_string(), code: 1 } });
        };
        Ok(Parcel { name: word.clone(), size: n, note: Some(word.clone()), lines: Vec::<String>::new(), kind: Kind::Sized(n), label: Label { text: word1.clone(), code: 1 } })
    }).max_concurrency(2).await?;
    let held7: Parcel = Parcel { name: word.clone(), size: n, note: None::<String>, lines: vec!["north".to_string(), word.clone()], kind: Kind::Named { name: word.clone(), size: n }, label: Label { text: word.clone(), code: 3 } };
    let Parcel { lines: lines8, kind: what9, .. } = held7;
    note(format!("at {n}/{word}")).await?;
    note(lines8.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(perhaps.is_some())
}
#[test]
fn w159_agrees() {
    agrees!(w159(n, word, perhaps));
}
