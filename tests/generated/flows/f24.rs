//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w120(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<bool, Failure> {
    if let Some(word1) = perhaps.clone() {
        match (perhaps, !(6 > 3)) {
            (Some(word2), true) => {
                return Ok(lines.contains(&word));
            }
            (Some(word2), false) if word2 == "a" => {
                let held3: Parcel = parcel(Parcel { name: word.clone(), size: word.len() as i64, note: None::<String>, lines: vec!["c".to_string()], kind: Kind::Sized(word.len() as i64), label: Label { text: word2.clone(), code: 2 } }).await?;
                let mut turn4 = 0_i64;
                loop {
                    turn4 += 1;
                    if turn4 > 2 { break; }
                    'l5: for (at7, word6) in lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                        let n7 = at7 as i64;
                        if held3.lines.contains(&word) {
                            note("arm".to_string()).await?;
                        } else {
                            let mut n8: i64 = number(word2.len() as i64).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            n8 += ((held3.lines.len() as i64) % 50 + (lines.len() as i64) % 7) % 10;
                        }
                        match held3.note.clone() {
                            Some(word9) if word9.is_empty() => {
                                note("arm".to_string()).await?;
                                let perhaps10: Option<String> = held3.note.clone();
                            }
                            Some(word9) => {
                                let what11: Kind = kind(turn4).await?;
                            }
                            None => {
                                note(format!("at {word2}/{turn4}/{word6}/{n7}")).await?;
                            }
                        }
                    }
                    sleep(Duration::from_secs(31)).await;
                }
            }
            (None, _) | (_, false) => {
                note(format!("at {word}/{word1}")).await?;
            }
        }
        let what12: Kind = Kind::Empty;
    } else {
    }
    let held13: Parcel = Parcel { name: word.clone(), size: word.len() as i64, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Sized(word.len() as i64), label: Label { text: word.clone(), code: sizes.get(&word).copied().unwrap_or(-1) } };
    let perhaps14: Option<String> = held13.note;
    sleep(Duration::from_secs(held13.label.text.len() as u64)).await;
    note(format!("at {word}")).await?;
    note(perhaps14.clone().unwrap_or_default()).await?;
    note(lines.join("-")).await?;
    Ok(matches!(held13.kind, Kind::Sized(_) | Kind::Empty))
}
#[test]
fn w120_agrees() {
    agrees!(w120(word, perhaps, lines, what, sizes));
}

#[workflow]
pub async fn w121(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    match word.as_str() {
        "a" | "b" => {
            note("arm".to_string()).await?;
        }
        "north" => {
        }
        _ => {
            if !(held.label.code > 1) {
                note(format!("at {n}/{word}")).await?;
            } else {
                match kind(held.size).await? {
                    Kind::Sized(lines) => {
                        return Ok(perhaps.clone());
                    }
                    Kind::Named { name: sizes, size: what } => {
                    }
                    Kind::Empty => {
                        let word1: String = match what.clone() {
                            Kind::Sized(n) => {
                                let Parcel { lines: lines3, kind: what4, .. } = held;
                                note(held.label.text.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                held.label.text.clone()
                            }
                            Kind::Named { name: word2, size: perhaps } => {
                                lines.join("-")
                            }
                            Kind::Empty => {
                                let perhaps: Kind = kind(n).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                if sizes.is_empty() {
                                    return Ok(None::<String>);
                                }
                                held.name.clone()
                            }
                        };
                    }
                }
            }
        }
    }
    map(vec!["a".to_string(), held.name.clone()], async |word5| {
        let mut turn6 = 0_i64;
        while turn6 < 2 && !(sizes.is_empty()) {
            turn6 += 1;
            note("turn".to_string()).await?;
        }
        sleep(Duration::from_secs(held.name.len() as u64)).await;
        Ok(held.label.code)
    }).await?;
    let mut word7: String = perhaps.clone().unwrap_or_default();
    word7 = held.label.text.clone();
    note(format!("at {n}/{word}/{word7}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Some(text(held.label.text.clone()).await?))
}
#[test]
fn w121_agrees() {
    agrees!(w121(n, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w122(flag: bool, word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    if let Some(word1) = held.note.clone() {
        if (held.label.code) % 2 == 0 {
            let (n2, what3) = join!(
                async {
                    map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word4| {
                        let lines6: Vec<String> = map(vec!["".to_string(), "".to_string()], async |word5| {
                            let perhaps7: Option<String> = maybe(word.clone()).await?;
                            Ok(word5.clone())
                        }).await?;
                        let mut turn8 = 0_i64;
                        loop {
                            turn8 += 1;
                            if turn8 > 2 { break; }
                            sleep(Duration::from_secs(18)).await;
                            let held9: Parcel = held.clone();
                        }
                        Ok(held.size)
                    }).max_concurrency(2).await?;
                    if let Ok(sizes10) = table(held.note.clone().unwrap_or_default()).await {
                        let Some(word11) = held.note.clone() else {
                            return Ok(held.label.code);
                        };
                    } else {
                    }
                    Ok((held.size) % 50 - (held.size) % 7)
                },
                kind((held.size) % 50 - (held.size) % 7),
            )
            .await?;
            sleep(Duration::from_secs(word1.len() as u64)).await;
        } else {
            note(format!("at {flag}/{word}/{word1}")).await?;
        }
        sleep(Duration::from_secs(held.name.len() as u64)).await;
    }
    let lines: String = held.label.text;
    let mut perhaps12: Option<String> = maybe(held.name.clone()).timeout(Duration::from_secs(3)).await?;
    note(format!("at {flag}/{word}/{lines}")).await?;
    note(perhaps12.clone().unwrap_or_default()).await?;
    Ok(held.kind.clone())
}
#[test]
fn w122_agrees() {
    agrees!(w122(flag, word, lines, held, sizes));
}

#[workflow]
pub async fn w123(n: i64, flag: bool, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<bool, Failure> {
    match (n) % 6 {
        0 => {
            note("arm".to_string()).await?;
        }
        1 | 2 => {
            let lines2: Vec<String> = map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word3| {
                let flag: Kind = Kind::Named { name: held.name.clone(), size: n };
                sleep(Duration::from_secs(77)).await;
                Ok(held.note.clone().unwrap_or_default())
            }).await?;
        }
        n1 if n1 > 3 => {
            note(format!("at {n}/{flag}/{word}/{n1}")).await?;
        }
        _ => {
            'l4: for (at6, word5) in vec![word.clone(), held.name.clone()].into_iter().enumerate() {
                let n6 = at6 as i64;
                let Kind::Sized(n7) = kind(n).await? else {
                    let (lines8, flag9) = join!(
                        async {
                            note(lines.join("-")).await?;
                            Ok(lines.clone())
                        },
                        check(word.clone()),
                    )
                    .await?;
                    return Ok(!(held.note.is_some()));
                };
                match risky(held.name.clone()).await {
                    Ok(what) => {
                        let mut turn13 = 0_i64;
                        'l14: loop {
                            turn13 += 1;
                            if turn13 > 2 { break; }
                            note(format!("at {n6}/{n7}/{what}/{turn13}")).await?;
                        }
                    }
                    Err(Trouble::Busy) => {
                    }
                    Err(Trouble::Bad { why: word12, .. }) => {
                        note(format!("at {word5}/{n6}/{n7}/{word12}")).await?;
                    }
                    Err(Trouble::Closed(word12)) => {
                        note(format!("at {word5}/{n6}/{n7}/{word12}")).await?;
                    }
                    Err(other10) => return Err(other10.into()),
                }
            }
        }
    }
    let mut perhaps15: Option<String> = held.note.clone();
    perhaps15 = Some(held.label.text.clone());
    let sizes16: BTreeMap<String, i64> = sizes.clone();
    note(format!("at {n}/{flag}/{word}")).await?;
    note(perhaps15.clone().unwrap_or_default()).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(flag)
}
#[test]
fn w123_agrees() {
    agrees!(w123(n, flag, word, lines, what, held, sizes));
}

#[workflow]
pub async fn w124(flag: bool, word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        match (turn1) % 6 {
            0 => {
                let (flag4, what5, perhaps6) = join!(
                    async {
                        match kind(word.len() as i64).await? {
                            Kind::Sized(n7) if n7 > 3 => {
                                {
                                    let lines10: Vec<String> = list(word.clone()).await?;
                                    let turn1: i64 = n7;
                                }
                                if (turn1) % 2 == 0 {
                                    sleep(Duration::from_secs(78)).await;
                                }
                            }
                            Kind::Sized(n7) => {
                            }
                            Kind::Named { name: word9, size: n8 } => {
                                let held11: Parcel = Parcel { name: word.clone(), size: turn1, note: perhaps.clone(), lines: Vec::<String>::new(), kind: Kind::Sized(n8), label: Label { text: word9.clone(), code: perhaps.as_ref().map_or(-1, |of| of.len() as i64) } };
                                let word12: String = held11.name;
                            }
                            Kind::Empty => {
                                if flag && perhaps.is_some() {
                                    return Ok((sizes.get(&word).copied().unwrap_or(-2)) % 2 == 0);
                                } else {
                                    note(format!("at {flag}/{word}/{turn1}")).await?;
                                }
                            }
                        }
                        Ok(flag)
                    },
                    kind(turn1),
                    maybe("a".to_string()),
                )
                .await?;
            }
            1 | 2 => {
                note(format!("at {flag}/{word}/{turn1}")).await?;
            }
            n3 if n3 > 3 => {
                note(format!("at {flag}/{word}/{turn1}/{n3}")).await?;
            }
            _ => {
                note(format!("at {flag}/{word}/{turn1}")).await?;
            }
        }
    }
    let lines13: Vec<String> = list(word.clone()).await?;
    let mut what: BTreeMap<String, i64> = sizes.clone();
    note(format!("at {flag}/{word}/{turn1}")).await?;
    note(lines13.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(sizes.clone())
}
#[test]
fn w124_agrees() {
    agrees!(w124(flag, word, perhaps, what, sizes));
}
