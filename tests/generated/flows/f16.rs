//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w080(n: i64, flag: bool, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    match word.as_str() {
        "a" | "b" => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        "north" => {
            let mut what: i64 = match risky(word.clone()).await {
                Ok(sizes) => {
                    sizes
                }
                Err(Trouble::Busy) => {
                    return Ok("".to_string());
                }
                Err(Trouble::Bad { why: lines, .. }) => {
                    held.note.as_ref().map_or(2, |of| of.len() as i64)
                }
                Err(Trouble::Closed(lines)) => {
                    let Ok(perhaps3) = maybe(held.note.clone().unwrap_or_default()).await else {
                        match held.note.clone() {
                            Some(word) if word.is_empty() => {
                                note("arm".to_string()).await?;
                                let n: i64 = n;
                                let mut lines4: Vec<String> = vec![lines.clone()];
                            }
                            Some(word) => {
                                let n5: i64 = held.label.code;
                            }
                            None => {
                                let mut lines6: Vec<String> = held.lines.clone();
                                lines6.push(held.name.clone());
                                let mut word: String = lines.clone();
                            }
                        }
                        return Ok(lines.clone());
                    };
                    let mut turn7 = 0_i64;
                    let next8: Option<String> = Some(text(held.name.clone()).await?);
                    while let Some(word9) = next8.clone() {
                        if turn7 > 1 { break; }
                        turn7 += 1;
                        note(format!("at {word}/{lines}/{turn7}/{word9}")).await?;
                    }
                    n
                }
                Err(other1) => return Err(other1.into()),
            };
        }
        _ => {
        }
    }
    let perhaps10: Option<String> = held.note.clone();
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(perhaps10.clone().unwrap_or_default()).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(text(held.label.text.clone()).await?)
}
#[test]
fn w080_agrees() {
    agrees!(w080(n, flag, word, lines, what, held, sizes));
}

#[workflow]
pub async fn w081(n: i64, flag: bool, word: String, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Parcel, Failure> {
    let mut sizes1: BTreeMap<String, i64> = sizes.clone();
    sizes1.insert(word.clone(), word.len() as i64);
    let (flag2, flag3) = join!(
        async {
            match kind(held.label.code).await? {
                Kind::Sized(n4) if n4 > 3 => {
                    note("arm".to_string()).await?;
                }
                Kind::Sized(n4) => {
                    note(format!("at {n}/{flag}/{word}/{n4}")).await?;
                }
                Kind::Named { name: word6, size: n5 } => {
                    let (held7, n8) = join!(
                        async {
                            let perhaps9: Option<String> = held.note.clone();
                            Ok(Parcel { name: "".to_string(), size: held.size, note: held.note.clone(), lines: held.lines.clone(), kind: kind(held.size).await?, label: Label { text: held.name.clone(), code: held.lines.len() as i64 } })
                        },
                        number(held.lines.len() as i64),
                    )
                    .await?;
                }
                Kind::Empty => {
                    map(vec![held.label.text.clone(), "c".to_string()], async |word10| {
                        if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                            note("arm".to_string()).await?;
                            let held11: Parcel = held.clone();
                            let lines12: Vec<String> = held11.lines;
                        }
                        Ok(maybe(word.clone()).await?)
                    }).await?;
                    {
                    }
                }
            }
            let mut flag13: bool = flag;
            flag13 = held.label.code > 0;
            Ok(flag13)
        },
        check(held.label.text.clone()),
    )
    .await?;
    let mut held: Parcel = held;
    note(format!("at {flag}/{word}/{flag2}/{flag3}")).await?;
    parcel(held.clone()).await?;
    Ok(parcel(held.clone()).await?)
}
#[test]
fn w081_agrees() {
    agrees!(w081(n, flag, word, held, sizes));
}

#[workflow]
pub async fn w082(word: String, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    if held.name == "c" {
        if held.lines.contains(&held.name) {
            note(format!("at {word}")).await?;
        } else if held.label.code > 1 {
            {
                match number(held.size).await {
                    Ok(word) => {
                        if sizes.is_empty() {
                            note(format!("at {word}")).await?;
                        } else if held.lines.contains(&held.name) {
                            sleep(Duration::from_secs(held.name.len() as u64)).await;
                        }
                    }
                    Err(failure1) => {
                        let cause2 = failure1.error().to_string();
                        if held.size > 3 {
                            let cause2: Vec<String> = held.lines.clone();
                            note(held.name.clone()).await?;
                        }
                    }
                }
                match slow(held.label.code).await {
                    Ok(word5) if word5 == "a" => {
                        match held.label.text.as_str() {
                            "a" | "b" => {
                                note("arm".to_string()).await?;
                            }
                            "north" => {
                                note(format!("at {word}/{word5}")).await?;
                            }
                            _ => {
                            }
                        }
                        let mut lines6: Vec<String> = list(format!("{word5}/{word5}")).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                    }
                    Ok(word5) => {
                    }
                    Err(Small::Late) => {
                    }
                    Err(Small::Full(_, word)) => {
                    }
                    Err(Small::Empty) => {
                    }
                }
            }
            let held: Parcel = Parcel { name: held.name.clone(), size: held.label.code, note: None::<String>, lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: held.kind.clone(), label: Label { text: "c".to_string(), code: held.size } };
        } else {
        }
        let Parcel { lines: lines7, kind: what8, .. } = held;
    } else if (held.label.code) % 2 == 0 {
        note(format!("at {word}")).await?;
    } else {
    }
    let held9: Parcel = Parcel { name: held.name.clone(), size: held.label.code, note: Some(word.clone()), lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: word.clone(), code: held.size } };
    let Parcel { lines: lines10, kind: what11, .. } = held9;
    note(held9.name.clone()).timeout(Duration::from_secs(3)).await?;
    note(format!("at {word}")).await?;
    note(lines10.join("-")).await?;
    Ok(held.name.clone())
}
#[test]
fn w082_agrees() {
    agrees!(w082(word, what, held, sizes));
}

#[workflow]
pub async fn w083(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel) -> Result<Parcel, Failure> {
    let mut turn1 = 0_i64;
    while turn1 < 2 && flag && held.lines.contains(&held.name) {
        turn1 += 1;
        match word.as_str() {
            "a" | "b" => {
                let lines2: Vec<String> = list(held.label.text.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                match held.note.clone() {
                    Some(word3) if word3.is_empty() => {
                        note("arm".to_string()).await?;
                    }
                    Some(word3) => {
                        let mut turn4 = 0_i64;
                        'l5: while turn4 < 2 && lines.contains(&held.label.text) {
                            turn4 += 1;
                            'l6: for word7 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                                note("turn".to_string()).await?;
                                if !(word3 == "north") {
                                    break 'l6;
                                }
                            }
                        }
                    }
                    None => {
                        let held9: Parcel = held.clone();
                        let Parcel { lines: lines10, kind: what11, .. } = held9;
                    }
                }
            }
            "north" => {
            }
            _ => {
                note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
            }
        }
        let Ok(perhaps) = kind(held.label.code).await else {
            if false {
                note("arm".to_string()).await?;
            } else if flag && held.lines.contains(&held.label.text) {
            } else {
            }
            if !(word == "north") {
                continue;
            }
            continue;
        };
    }
    note(format!("{turn1}/{n}")).await?;
    sleep(Duration::from_secs(held.name.len() as u64)).await;
    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Parcel { name: "north".to_string(), size: n, note: None::<String>, lines: lines, kind: held.kind.clone(), label: Label { text: "".to_string(), code: held.size } })
}
#[test]
fn w083_agrees() {
    agrees!(w083(n, flag, word, perhaps, lines, held));
}

#[workflow]
pub async fn w084(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    let sizes1: BTreeMap<String, i64> = table(held.label.text.clone()).await?;
    let mut lines2: Vec<String> = lines.clone();
    lines2.push(held.label.text.clone());
    if perhaps.is_some() {
        let (held3, held4) = join!(
            parcel(Parcel { name: held.name.clone(), size: held.label.code, note: held.note.clone(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: "a".to_string(), code: held.lines.len() as i64 } }),
            async {
                if held.label.text == "c" {
                    note(format!("at {n}/{word}")).await?;
                } else if held.note.is_some() {
                    match held.name.as_str() {
                        "a" | "b" => {
                            let mut turn5 = 0_i64;
                            let next6: Option<String> = held.lines.first().cloned();
                            while let Some(word7) = next6.clone() {
                                if turn5 > 1 { break; }
                                turn5 += 1;
                                note("turn".to_string()).await?;
                                let lines8: Vec<String> = lines.clone();
                            }
                        }
                        "north" => {
                            note(format!("at {n}/{word}")).await?;
                        }
                        "" if held.size > 3 => {
                            note(format!("at {n}/{word}")).await?;
                        }
                        _ => {
                            note(format!("at {n}/{word}")).await?;
                        }
                    }
                }
                match held.label.text.as_str() {
                    "a" | "b" => {
                        match held.label.text.as_str() {
                            "a" | "b" => {
                                note("arm".to_string()).await?;
                            }
                            "north" => {
                            }
                            _ => {
                                let (what9, held10, lines11) = join!(
                                    kind(held.name.len() as i64),
                                    parcel(held.clone()),
                                    async {
                                        Ok(lines2.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>())
                                    },
                                )
                                .await?;
                                let word12: String = held10.label.text;
                            }
                        }
                        return Ok(held.clone());
                    }
                    "north" => {
                    }
                    _ => {
                        return Ok(held.clone());
                    }
                }
                Ok(parcel(held.clone()).await?)
            },
        )
        .await?;
    } else {
    }
    note(format!("at {n}/{word}")).await?;
    note(lines2.join("-")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(held.label.code)
}
#[test]
fn w084_agrees() {
    agrees!(w084(n, word, perhaps, lines, held));
}
