//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w130(n: i64, flag: bool, word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    for word1 in lines.iter().take(3).cloned().collect::<Vec<_>>() {
        sleep(Duration::from_secs(word1.len() as u64)).await;
    }
    if lines.contains(&word) {
        let Some(word3) = maybe(word.clone()).await? else {
            match maybe("".to_string()).await? {
                Some(sizes) if sizes.is_empty() => {
                    match word.as_str() {
                        "a" | "b" => {
                            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |lines| {
                                let mut lines4: Vec<String> = Vec::<String>::new();
                                lines4.push(lines.clone());
                                let mut word: Vec<String> = vec!["c".to_string(), word.clone()];
                                Ok(Kind::Empty)
                            }).max_concurrency(2).await?;
                        }
                        "north" => {
                            return Err(Failure::new("Stopped", word.clone()));
                        }
                        "" if !(false) => {
                            note(format!("at {n}/{flag}/{word}/{sizes}")).await?;
                        }
                        _ => {
                            note(format!("at {n}/{flag}/{word}/{sizes}")).await?;
                        }
                    }
                }
                Some(sizes) => {
                    note(format!("at {n}/{flag}/{word}/{sizes}")).await?;
                }
                None => {
                    note(format!("at {n}/{flag}/{word}")).await?;
                }
            }
            return Ok(Some(word.clone()));
        };
    } else if sizes.is_empty() {
        {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        note(format!("{flag}/{n}")).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    } else {
    }
    let mut held5: Parcel = Parcel { name: "north".to_string(), size: n, note: Some("a".to_string()), lines: vec!["c".to_string(), "a".to_string()], kind: Kind::Sized(6), label: Label { text: "c".to_string(), code: number(n).await? } };
    held5.label.code = held5.name.len() as i64;
    note(format!("at {n}/{flag}")).await?;
    parcel(held5.clone()).await?;
    note(lines.join("-")).await?;
    Ok(Some(held5.label.text))
}
#[test]
fn w130_agrees() {
    agrees!(w130(n, flag, word, lines, sizes));
}

#[workflow]
pub async fn w131(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    {
        let mut word: i64 = match held.note.clone() {
            Some(word1) => {
                held.label.code
            }
            None => {
                if word == "b" {
                    let mut turn2 = 0_i64;
                    loop {
                        turn2 += 1;
                        if turn2 > 2 { break; }
                        note("turn".to_string()).await?;
                        let mut what3: Kind = held.kind.clone();
                    }
                    let flag4: bool = check("a".to_string()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                } else if (held.size) % 2 == 0 {
                    note(format!("at {n}/{word}")).await?;
                } else {
                    let mut turn5 = 0_i64;
                    'l6: loop {
                        turn5 += 1;
                        if turn5 > 2 { break; }
                        let sizes: i64 = number(n).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                    }
                    match (turn5) % 6 {
                        0 => {
                            let word8: String = text(held.name.clone()).await?;
                            let lines9: Vec<String> = held.lines.clone();
                            return Ok(what.clone());
                        }
                        1 | 2 => {
                            note(format!("at {n}/{word}/{turn5}")).await?;
                        }
                        i64::MIN..=-1 => {
                        }
                        _ => {
                            note(format!("at {n}/{word}/{turn5}")).await?;
                        }
                    }
                }
                lines.len() as i64
            }
        };
        note(lines.join("-")).await?;
    }
    let mut n10: i64 = held.size;
    n10 += (n10) % 10;
    n10 = (n10 + 3) % 100;
    note(format!("at {n}/{word}/{n10}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(what.clone())
}
#[test]
fn w131_agrees() {
    agrees!(w131(n, word, lines, what, held, sizes));
}

#[workflow]
pub async fn w132(flag: bool, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    let mut turn1 = 0_i64;
    while turn1 < 2 && sizes.is_empty() {
        turn1 += 1;
        note("turn".to_string()).await?;
        let Kind::Sized(n2) = what.clone() else {
            if flag && sizes.is_empty() {
                break;
            }
            return Ok(None::<String>);
        };
    }
    let lines3: Vec<String> = held.lines;
    let lines5: Vec<String> = map(vec![held.label.text.clone(), held.name.clone()], async |word4| {
        if held.label.code > 2 {
            let mut lines6: Vec<String> = list("north".to_string()).await?;
            match word4.as_str() {
                "a" | "b" => {
                    let mut turn7 = 0_i64;
                    'l8: while turn7 < 2 && lines3.contains(&word) {
                        turn7 += 1;
                        match kind(held.size).await? {
                            Kind::Sized(n9) => {
                                lines6.push(held.label.text.clone());
                                sleep(Duration::from_secs(held.name.len() as u64)).await;
                            }
                            _ => {
                                note(format!("at {word}/{turn1}/{word4}/{turn7}")).await?;
                            }
                        }
                    }
                    let flag10: bool = check(lines.join("-")).await?;
                }
                "north" => {
                    return Ok(held.name.clone());
                }
                _ => {
                }
            }
        } else {
        }
        Ok(lines3.join("-"))
    }).await?;
    note(format!("at {flag}/{word}/{turn1}")).await?;
    note(lines5.join("-")).await?;
    note(lines3.join("-")).await?;
    note(lines.join("-")).await?;
    Ok(Some(text(held.note.clone().unwrap_or_default()).await?))
}
#[test]
fn w132_agrees() {
    agrees!(w132(flag, word, lines, what, held, sizes));
}

#[workflow]
pub async fn w133(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<bool, Failure> {
    match slow(n).await {
        Ok(what) if what == "a" => {
            note("arm".to_string()).await?;
        }
        Ok(what) => {
            let Ok(held4) = parcel(Parcel { name: "a".to_string(), size: n, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Named { name: "a".to_string(), size: lines.len() as i64 }, label: Label { text: word.clone(), code: n } }).await else {
                map(vec!["c".to_string(), "b".to_string()], async |sizes| {
                    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word5| {
                        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word6| {
                            let held7: Parcel = Parcel { name: sizes.clone(), size: n, note: None::<String>, lines: lines.clone(), kind: Kind::Named { name: word.clone(), size: n }, label: Label { text: word6.clone(), code: n } };
                            let n8: i64 = held7.size;
                            let word9: String = held7.label.text;
                            Ok(held7.lines.clone())
                        }).max_concurrency(2).await?;
                        {
                            sleep(Duration::from_secs(70)).await;
                            sleep(Duration::from_secs(6)).await;
                        }
                        Ok(n)
                    }).await?;
                    Ok(flag && perhaps.is_some())
                }).await?;
                match kind(perhaps.as_ref().map_or(1, |of| of.len() as i64)).await? {
                    Kind::Sized(n10) if n10 > 3 => {
                        note("arm".to_string()).await?;
                    }
                    Kind::Sized(n10) => {
                    }
                    Kind::Named { name: perhaps, size: n11 } => {
                    }
                    Kind::Empty => {
                    }
                }
                return Ok(flag);
            };
        }
        Err(Small::Late) => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        Err(Small::Full(_, word3)) => {
        }
        Err(Small::Empty) => {
        }
    }
    let mut what12: Kind = what.clone();
    let held13: Parcel = Parcel { name: word.clone(), size: (n) % 50 - (n) % 7, note: lines.first().cloned(), lines: vec![word.clone(), word.clone()], kind: what.clone(), label: Label { text: word.clone(), code: n } };
    note(format!("at {n}/{flag}/{word}")).await?;
    parcel(held13.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(flag)
}
#[test]
fn w133_agrees() {
    agrees!(w133(n, flag, word, perhaps, lines, what, sizes));
}

#[workflow]
pub async fn w134(n: i64, flag: bool, word: String, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    if held.lines.contains(&held.name) {
        note(format!("at {n}/{flag}/{word}")).await?;
    } else if held.note.is_some() {
        note(format!("at {n}/{flag}/{word}")).await?;
    } else {
        match (n) % 6 {
            0 => {
                if held.label.text == "" {
                    return Ok(held.lines.clone());
                }
                match text(format!("{word}/{flag}")).await {
                    Ok(word4) => {
                        if !((n) % 2 == 0) {
                            return Ok(held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>());
                        }
                        {
                            match (held.size) % 6 {
                                0 => {
                                    note("arm".to_string()).await?;
                                }
                                1 | 2 => {
                                    note(format!("at {n}/{flag}/{word}/{word4}")).await?;
                                }
                                n5 if n5 > 3 => {
                                    note(format!("at {flag}/{word}/{word4}/{n5}")).await?;
                                }
                                i64::MIN..=-1 => {
                                    if flag && held.lines.contains(&word) {
                                        return Err(Failure::new("Stopped", held.name.clone()));
                                    }
                                    let mut word6: String = held.lines.join("-");
                                    word6 = word4.clone();
                                }
                                _ => {
                                }
                            }
                            if (2) % 2 == 0 {
                                note("arm".to_string()).await?;
                            } else if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                                if held.name == "north" {
                                    return Err(Failure::new("Stopped", word4.clone()));
                                }
                            } else {
                                note(format!("at {n}/{flag}/{word}/{word4}")).await?;
                            }
                        }
                    }
                    Err(failure2) => {
                        let cause3 = failure2.error().to_string();
                    }
                }
            }
            1 | 2 => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
            n1 if n1 > 3 => {
            }
            i64::MIN..=-1 => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
            _ => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
        }
        let mut flag: bool = flag;
    }
    let word: Kind = kind(held.size).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    let perhaps7: Option<String> = maybe(held.lines.join("-")).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {n}/{flag}")).await?;
    note(perhaps7.clone().unwrap_or_default()).await?;
    parcel(held.clone()).await?;
    Ok(held.lines.clone())
}
#[test]
fn w134_agrees() {
    agrees!(w134(n, flag, word, what, held, sizes));
}
