//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w095(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    let mut n: Kind = {
        let mut turn1 = 0_i64;
        let next2: Option<String> = Some(held.name);
        while let Some(word3) = next2.clone() {
            if turn1 > 1 { break; }
            turn1 += 1;
            let (held4, held5, n6) = join!(
                parcel(Parcel { name: "b".to_string(), size: n, note: None::<String>, lines: vec![word.clone(), "a".to_string()], kind: Kind::Named { name: word3.clone(), size: held.size }, label: Label { text: "c".to_string(), code: held.size } }),
                parcel(Parcel { name: word.clone(), size: held.size, note: lines.first().cloned(), lines: vec![word.clone()], kind: Kind::Named { name: word.clone(), size: held.label.code }, label: Label { text: word3.clone(), code: turn1 } }),
                async {
                    let held7: Parcel = Parcel { name: word3.clone(), size: held.label.code, note: perhaps.clone(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: word3.clone(), size: 4 }, label: Label { text: "north".to_string(), code: held.size } };
                    let lines: Vec<String> = held7.lines;
                    Ok(held.lines.len() as i64)
                },
            )
            .await?;
        }
        Kind::Named { name: word.clone(), size: held.size }
    };
    match word.as_str() {
        "a" | "b" => {
            n = match kind(held.size).await? {
                Kind::Sized(n8) if n8 > 3 => {
                    match held.note.clone() {
                        Some(word11) if word11.is_empty() => {
                            n = Kind::Sized(word.len() as i64);
                            if sizes.is_empty() {
                                return Ok(held.size);
                            }
                        }
                        Some(word11) => {
                            note(format!("at {flag}/{word}/{n8}/{word11}")).await?;
                        }
                        None => {
                            note(format!("at {flag}/{word}/{n8}")).await?;
                        }
                    }
                    Kind::Named { name: held.label.text.clone(), size: sizes.get(&held.label.text).copied().unwrap_or(-1) }
                }
                Kind::Sized(n8) => {
                    Kind::Named { name: held.label.text.clone(), size: 4 }
                }
                Kind::Named { name: word10, size: n9 } => {
                    Kind::Named { name: held.label.text, size: n9 }
                }
                Kind::Empty => {
                    Kind::Empty
                }
            };
        }
        "north" => {
        }
        "" if matches!(held.kind, Kind::Sized(_) | Kind::Empty) => {
        }
        _ => {
        }
    }
    let mut lines12: Vec<String> = list(word.clone()).await?;
    note(format!("at {flag}/{word}")).await?;
    note(lines12.join("-")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.label.code)
}
#[test]
fn w095_agrees() {
    agrees!(w095(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w096(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>, Failure> {
    map(vec![word.clone(), "c".to_string()], async |word1| {
        for n4 in 0..3_i64 {
            if check(lines.join("-")).await? {
                let mut turn5 = 0_i64;
                'l6: while turn5 < 2 && sizes.is_empty() {
                    turn5 += 1;
                    sleep(Duration::from_secs(86)).await;
                }
            }
        }
        let Some(word7) = perhaps.clone() else {
            match (perhaps.clone(), (n) % 2 == 0) {
                (Some(word8), true) => {
                    match perhaps.clone() {
                        Some(n) if n.is_empty() => {
                            note("arm".to_string()).await?;
                        }
                        Some(n) => {
                            let mut lines9: Vec<String> = vec![n.clone(), "".to_string()];
                        }
                        None => {
                            let what10: Kind = kind(word.len() as i64).await?;
                        }
                    }
                }
                (Some(word8), false) if word8 == "a" => {
                    note(format!("at {n}/{word}/{word1}/{word8}")).await?;
                }
                (None, _) | (_, false) => {
                    note(format!("at {n}/{word}/{word1}")).await?;
                }
            }
            return Ok(lines.clone());
        };
        Ok(lines.clone())
    }).max_concurrency(2).await?;
    sleep(Duration::from_secs(44)).await;
    let perhaps11: Option<String> = perhaps.clone();
    note(format!("at {n}/{word}")).await?;
    note(perhaps11.clone().unwrap_or_default()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(sizes.clone())
}
#[test]
fn w096_agrees() {
    agrees!(w096(n, word, perhaps, lines, sizes));
}

#[workflow]
pub async fn w097(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>, Failure> {
    let Ok(flag1) = check(word.clone()).await else {
        let Some(word2) = held.note.clone() else {
            let mut lines3: Vec<String> = list(held.name.clone()).timeout(Duration::from_secs(3)).await?;
            match (n) % 6 {
                0 => {
                    note("arm".to_string()).await?;
                }
                1 | 2 => {
                    let Some(word5) = perhaps.clone() else {
                        let mut turn6 = 0_i64;
                        'l7: loop {
                            turn6 += 1;
                            if turn6 > 2 { break; }
                            note(held.note.clone().unwrap_or_default()).await?;
                            note("b".to_string()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                        }
                        return Ok(sizes.clone());
                    };
                    if word == "c" {
                        let (held8, sizes9, held10) = join!(
                            async {
                                sleep(Duration::from_secs(held.name.len() as u64)).await;
                                sleep(Duration::from_secs(40)).await;
                                Ok(Parcel { name: word5.clone(), size: number((held.size) % 50 - (held.size) % 7).await?, note: held.note.clone(), lines: lines.clone(), kind: Kind::Named { name: format!("{flag}/{word}"), size: held.size }, label: Label { text: word.clone(), code: n } })
                            },
                            table(held.note.clone().unwrap_or_default()),
                            parcel(held.clone()),
                        )
                        .await?;
                    } else {
                    }
                }
                n4 if n4 > 3 => {
                }
                i64::MIN..=-1 => {
                    return Ok(sizes.clone());
                }
                _ => {
                    return Err(Failure::new("Stopped", word.clone()));
                }
            }
            return Err(Failure::new("Stopped", "c".to_string()));
        };
        sleep(Duration::from_secs(90)).await;
        return Err(Failure::new("Stopped", word.clone()));
    };
    let perhaps11: Option<String> = Some(held.lines.join("-"));
    sleep(Duration::from_secs(held.label.text.len() as u64)).await;
    note(format!("at {n}/{flag}/{word}/{flag1}")).await?;
    note(perhaps11.clone().unwrap_or_default()).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(sizes.clone())
}
#[test]
fn w097_agrees() {
    agrees!(w097(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w098(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    if let Ok(perhaps1) = maybe(held.name.clone()).await {
        let mut flag2: bool = check(format!("{word}/{word}")).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    } else {
        note(format!("at {n}/{flag}/{word}")).await?;
    }
    if sizes.is_empty() {
        return Ok(lines.clone());
    } else {
        {
            match held.note.clone() {
                Some(sizes) if sizes.is_empty() => {
                    note(format!("at {n}/{flag}/{word}/{sizes}")).await?;
                }
                Some(sizes) => {
                    return Ok(held.lines.clone());
                }
                None => {
                    match (held.label.code) % 6 {
                        0 => {
                            let (word4, what5, flag6) = join!(
                                async {
                                    if held.name == "a" {
                                        return Ok(held.label.text.clone());
                                    }
                                    Ok(held.label.text.clone())
                                },
                                async {
                                    let mut what: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                    let mut word7: String = text(word.clone()).timeout(Duration::from_secs(3)).await?;
                                    Ok(kind(lines.len() as i64).await?)
                                },
                                check(held.label.text.clone()),
                            )
                            .await?;
                            let mut turn8 = 0_i64;
                            'l9: while turn8 < 2 && lines.contains(&word4) {
                                turn8 += 1;
                                note(format!("at {word}/{word4}/{flag6}/{turn8}")).await?;
                            }
                        }
                        1 | 2 => {
                            note(format!("at {n}/{flag}/{word}")).await?;
                        }
                        i64::MIN..=-1 => {
                        }
                        _ => {
                            note(format!("at {n}/{flag}/{word}")).await?;
                        }
                    }
                    let mut flag10: bool = check(held.lines.join("-")).await?;
                }
            }
            let sizes11: BTreeMap<String, i64> = table(held.name.clone()).timeout(Duration::from_secs(3)).await?;
        }
    }
    sleep(Duration::from_secs(held.label.text.len() as u64)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(list(held.label.text.clone()).await?)
}
#[test]
fn w098_agrees() {
    agrees!(w098(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w099(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<bool, Failure> {
    let mut turn1 = 0_i64;
    loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        match held.kind.clone() {
            Kind::Sized(n2) => {
                match held.label.text.as_str() {
                    "a" | "b" => {
                        note(format!("at {flag}/{word}/{turn1}/{n2}")).await?;
                    }
                    "north" => {
                        if word == "" {
                            continue;
                        }
                    }
                    "" if !(held.label.text == "a") => {
                        {
                            let perhaps5: Option<String> = maybe(word.clone()).timeout(Duration::from_secs(3)).await?;
                        }
                        if n2 > -1 {
                            note(format!("at {flag}/{word}/{turn1}/{n2}")).await?;
                        } else if (n) % 2 == 0 {
                            match (perhaps.clone(), held.name == "c") {
                                (Some(word6), true) => {
                                    note("arm".to_string()).await?;
                                }
                                (Some(word6), false) if word6 == "a" => {
                                    let mut what7: Kind = Kind::Empty;
                                    what7 = Kind::Sized(6);
                                }
                                (None, _) | (_, false) => {
                                    note(format!("at {flag}/{word}/{turn1}/{n2}")).await?;
                                }
                            }
                        }
                    }
                    _ => {
                        match slow(2).await {
                            Ok(word10) => {
                                note(format!("at {word}/{turn1}/{n2}/{word10}")).await?;
                            }
                            Err(Small::Late) => {
                            }
                            Err(Small::Full(_, word11)) => {
                            }
                            Err(Small::Empty) => {
                                break;
                            }
                        }
                        if held.label.text == "a" {
                            continue;
                        }
                    }
                }
            }
            Kind::Named { name: word4, size: n3 } => {
            }
            Kind::Empty => {
            }
        }
        let mut lines12: Vec<String> = held.lines.clone();
    }
    let held13: Parcel = held.clone();
    let word14: String = text(format!("{flag}/{word}")).await?;
    note(format!("at {flag}/{word}/{turn1}/{word14}")).await?;
    parcel(held13.clone()).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(flag)
}
#[test]
fn w099_agrees() {
    agrees!(w099(n, flag, word, perhaps, lines, what, held));
}
