//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w145(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    if check("c".to_string()).await? {
        let mut turn1 = 0_i64;
        let next3: Option<String> = perhaps.clone();
        'l2: while let Some(word4) = next3.clone() {
            if turn1 > 1 { break; }
            turn1 += 1;
            let mut turn5 = 0_i64;
            'l6: while turn5 < 2 && (held.size) % 2 == 0 {
                turn5 += 1;
                note("turn".to_string()).await?;
                if perhaps.is_some() {
                    break 'l6;
                }
            }
        }
        map(vec![word.clone(), word.clone()], async |lines| {
            match (held.size) % 6 {
                0 => {
                    if held.lines.contains(&held.label.text) {
                        if (turn1) % 2 == 0 {
                            let mut sizes: BTreeMap<String, i64> = table(lines.clone()).await?;
                        }
                    }
                }
                1 | 2 => {
                    note(format!("at {n}/{word}/{turn1}/{lines}")).await?;
                }
                n7 if n7 > 3 => {
                    note(format!("at {word}/{turn1}/{lines}/{n7}")).await?;
                }
                _ => {
                    let mut flag8: bool = sizes.is_empty();
                    flag8 = lines == "b";
                }
            }
            {
            }
            Ok(held.kind.clone())
        }).max_concurrency(2).await?;
    }
    let held9: Parcel = parcel(Parcel { name: word.clone(), size: n, note: perhaps.clone(), lines: vec![held.label.text.clone()], kind: held.kind.clone(), label: Label { text: held.label.text.clone(), code: held.label.code } }).await?;
    let n10: i64 = held9.size;
    note(format!("at {n}/{word}/{n10}")).await?;
    parcel(held9.clone()).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(format!("{n10}/{n}"))
}
#[test]
fn w145_agrees() {
    agrees!(w145(n, word, perhaps, lines, held, sizes));
}

#[workflow]
pub async fn w146(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<String, Failure> {
    {
        match (held.label.code) % 6 {
            0 => {
                let lines3: Vec<String> = map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word2| {
                    note("fork".to_string()).await?;
                    if false {
                        note("arm".to_string()).await?;
                    } else if held.label.code > 2 {
                        if (2) % 2 == 0 {
                            let mut sizes4: BTreeMap<String, i64> = table(held.label.text.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            note("north".to_string()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                        } else {
                            return Err(Failure::new("Stopped", word2.clone()));
                        }
                    } else {
                        note(format!("at {flag}/{word}/{word2}")).await?;
                    }
                    Ok(held.lines.join("-"))
                }).await?;
            }
            1 | 2 => {
            }
            n1 if n1 > 3 => {
                let mut turn5 = 0_i64;
                'l6: while turn5 < 2 && flag && false {
                    turn5 += 1;
                    {
                        let (perhaps7, lines8) = join!(
                            maybe(word.clone()),
                            async {
                                Ok(lines.clone())
                            },
                        )
                        .await?;
                        if !(held.lines.contains(&held.name)) {
                            return Ok(word.clone());
                        }
                    }
                }
                let flag9: bool = check("".to_string()).await?;
            }
            _ => {
            }
        }
        let lines10: Vec<String> = list(held.lines.join("-")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    }
    let held11: Parcel = Parcel { name: held.label.text.clone(), size: (-2) % 50 + (held.size) % 7, note: perhaps.clone(), lines: held.lines.clone(), kind: what.clone(), label: Label { text: word.clone(), code: (held.name.len() as i64) % 50 - (perhaps.as_ref().map_or(-2, |of| of.len() as i64)) % 7 } };
    let held: Parcel = parcel(Parcel { name: word.clone(), size: held11.label.code, note: held11.note, lines: vec![held.name], kind: held11.kind.clone(), label: Label { text: "north".to_string(), code: (held11.name.len() as i64) % 50 + (held.label.code) % 7 } }).await?;
    note(format!("at {flag}/{word}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(word.clone())
}
#[test]
fn w146_agrees() {
    agrees!(w146(flag, word, perhaps, lines, what, held));
}

#[workflow]
pub async fn w147(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind) -> Result<bool, Failure> {
    {
        let mut held1: Parcel = Parcel { name: word.clone(), size: 0, note: Some(format!("{flag}/{n}")), lines: lines.clone(), kind: what.clone(), label: Label { text: "b".to_string(), code: (perhaps.as_ref().map_or(3, |of| of.len() as i64)) % 50 + (n) % 7 } };
    }
    {
        'l2: for n4 in 0..2_i64 {
            if let Kind::Sized(n5) = what.clone() {
                note("arm".to_string()).await?;
            } else {
                if check(format!("{flag}/{flag}")).await? {
                    let mut turn6 = 0_i64;
                    'l7: while turn6 < 2 && !(perhaps.is_some()) {
                        turn6 += 1;
                        note("turn".to_string()).await?;
                        let n: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                        break 'l2;
                    }
                } else {
                    note(format!("at {n}/{flag}/{word}/{n4}")).await?;
                }
            }
            if let Ok(word8) = text(word.clone()).await {
                map(vec![word8.clone(), word8.clone()], async |word9| {
                    Ok(flag)
                }).await?;
            }
        }
    }
    let lines: Vec<String> = lines.clone();
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(flag)
}
#[test]
fn w147_agrees() {
    agrees!(w147(n, flag, word, perhaps, lines, what));
}

#[workflow]
pub async fn w148(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
        note("arm".to_string()).await?;
    } else {
        if let Kind::Sized(n1) = held.kind.clone() {
            note("arm".to_string()).await?;
        } else {
            {
                for word2 in vec![held.name.clone(), held.name.clone()] {
                    let Ok(word) = number(held.size).await else {
                        let held4: Parcel = held.clone();
                        let n5: i64 = held4.size;
                        let mut held6: Parcel = held4.clone();
                        continue;
                    };
                    let mut sizes: BTreeMap<String, i64> = table(held.name.clone()).await?;
                }
            }
            map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word7| {
                let mut turn8 = 0_i64;
                loop {
                    turn8 += 1;
                    if turn8 > 2 { break; }
                    note("turn".to_string()).await?;
                    let mut turn9 = 0_i64;
                    'l10: loop {
                        turn9 += 1;
                        if turn9 > 2 { break; }
                        note(format!("at {word}/{word7}/{turn8}/{turn9}")).await?;
                    }
                }
                let held11: Parcel = Parcel { name: held.name.clone(), size: n, note: None::<String>, lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: held.label.text.clone(), size: n }, label: Label { text: "a".to_string(), code: (perhaps.as_ref().map_or(5, |of| of.len() as i64)) % 50 - (word.len() as i64) % 7 } };
                let Parcel { lines: lines12, kind: what13, .. } = held11;
                Ok(Kind::Sized(4))
            }).max_concurrency(2).await?;
        }
    }
    let lines: Vec<String> = held.lines.clone();
    let word14: String = text(held.lines.join("-")).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("at {n}/{word}/{word14}")).await?;
    note(lines.join("-")).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.note.clone())
}
#[test]
fn w148_agrees() {
    agrees!(w148(n, word, perhaps, lines, held, sizes));
}

#[workflow]
pub async fn w149(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    let mut perhaps: Parcel = held.clone();
    let (word1, word2) = join!(
        text("c".to_string()),
        async {
            match perhaps.name.as_str() {
                "a" | "b" => {
                    let (flag3, word4, lines5) = join!(
                        check(held.label.text.clone()),
                        async {
                            let lines: Vec<String> = held.lines.clone();
                            Ok(lines.join("-"))
                        },
                        list(format!("{flag}/{word}")),
                    )
                    .await?;
                    let perhaps6: Option<String> = held.note.clone();
                }
                "north" => {
                    note(format!("at {flag}/{word}")).await?;
                }
                "" if (perhaps.label.code) % 2 == 0 => {
                }
                _ => {
                    match perhaps.kind.clone() {
                        Kind::Sized(lines) => {
                            note("arm".to_string()).await?;
                        }
                        Kind::Named { name: held, size: n7 } => {
                            match perhaps.name.as_str() {
                                "a" | "b" => {
                                    note(format!("at {flag}/{word}/{held}/{n7}")).await?;
                                }
                                "north" => {
                                    if perhaps.note.is_some() {
                                        let mut held8: Parcel = parcel(perhaps.clone()).await?;
                                        let word9: String = text(held).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                    } else if (n7) % 2 == 0 {
                                        note(format!("at {flag}/{word}/{held}/{n7}")).await?;
                                    }
                                }
                                _ => {
                                }
                            }
                        }
                        Kind::Empty => {
                        }
                    }
                }
            }
            let sizes: Parcel = perhaps.clone();
            Ok(perhaps.label.text.clone())
        },
    )
    .await?;
    let lines10: Vec<String> = vec![held.label.text.clone()];
    note(format!("at {flag}/{word}/{word1}/{word2}")).await?;
    note(lines10.join("-")).await?;
    parcel(perhaps.clone()).await?;
    parcel(held.clone()).await?;
    Ok(what.clone())
}
#[test]
fn w149_agrees() {
    agrees!(w149(flag, word, perhaps, lines, what, held, sizes));
}
