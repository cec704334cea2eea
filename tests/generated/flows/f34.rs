//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w170(n: i64, word: String, lines: Vec<String>, what: Kind) -> Result<i64, Failure> {
    let (perhaps1, word2, sizes3) = join!(
        async {
            let (word4, word5) = join!(
                async {
                    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word6| {
                        match slow(n).await {
                            Ok(word9) => {
                                note("arm".to_string()).await?;
                                let lines11: Vec<String> = lines.clone();
                                let held12: Parcel = Parcel { name: "a".to_string(), size: n, note: Some("north".to_string()), lines: lines11.clone(), kind: what.clone(), label: Label { text: word9.clone(), code: n } };
                                let what13: Kind = held12.kind;
                            }
                            Err(Small::Late) => {
                                note(format!("at {n}/{word}/{word6}")).await?;
                            }
                            Err(Small::Full(_, word10)) => {
                                return Ok(!(word6 == "north"));
                            }
                            Err(Small::Empty) => {
                                let held14: Parcel = Parcel { name: word.clone(), size: n, note: None::<String>, lines: vec![word.clone()], kind: Kind::Sized(word6.len() as i64), label: Label { text: word6.clone(), code: n } };
                                let lines15: Vec<String> = held14.lines;
                            }
                        }
                        Ok(!(false))
                    }).max_concurrency(2).await?;
                    match word.as_str() {
                        "a" | "b" => {
                            let mut sizes16: BTreeMap<String, i64> = table("".to_string()).timeout(Duration::from_secs(3)).await?;
                            sizes16.insert(word.clone(), lines.len() as i64);
                        }
                        "north" => {
                        }
                        _ => {
                        }
                    }
                    Ok("north".to_string())
                },
                async {
                    Ok(word.clone())
                },
            )
            .await?;
            let mut word4: i64 = word5.len() as i64;
            Ok(None::<String>)
        },
        async {
            Ok(word.clone())
        },
        table(word.clone()),
    )
    .await?;
    let held17: Parcel = Parcel { name: "".to_string(), size: n, note: perhaps1.clone(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: what.clone(), label: Label { text: word.clone(), code: n } };
    let perhaps18: Option<String> = held17.note;
    let mut held19: Parcel = Parcel { name: "a".to_string(), size: n, note: maybe(word).await?, lines: held17.lines.clone(), kind: what.clone(), label: Label { text: "c".to_string(), code: held17.label.code } };
    held19.label.code = held19.lines.len() as i64;
    note(format!("at {n}/{word2}")).await?;
    parcel(held19.clone()).await?;
    note(perhaps18.clone().unwrap_or_default()).await?;
    note(perhaps1.clone().unwrap_or_default()).await?;
    Ok(held17.label.code)
}
#[test]
fn w170_agrees() {
    agrees!(w170(n, word, lines, what));
}

#[workflow]
pub async fn w171(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel) -> Result<i64, Failure> {
    map(vec![word.clone(), word.clone()], async |word1| {
        match held.label.text.as_str() {
            "a" | "b" => {
                note("arm".to_string()).await?;
            }
            "north" => {
                if check("b".to_string()).await? {
                    match (held.note.clone(), lines.contains(&word1)) {
                        (Some(word2), true) => {
                            if let Ok(held) = parcel(Parcel { name: "".to_string(), size: held.note.as_ref().map_or(1, |of| of.len() as i64), note: Some(word.clone()), lines: held.lines.clone(), kind: Kind::Named { name: held.note.clone().unwrap_or_default(), size: held.label.code }, label: Label { text: word.clone(), code: n } }).await {
                                note("arm".to_string()).await?;
                                let word: bool = matches!(what, Kind::Sized(_) | Kind::Empty);
                            }
                            return Ok(BTreeMap::<String, i64>::new());
                        }
                        (Some(word2), false) if word2 == "a" => {
                            {
                                sleep(Duration::from_secs(word2.len() as u64)).await;
                            }
                        }
                        (None, _) | (_, false) => {
                            sleep(Duration::from_secs(86)).await;
                            match table(format!("{word}/{n}")).await {
                                Ok(sizes5) => {
                                    sleep(Duration::from_secs(80)).await;
                                }
                                Err(failure3) => {
                                    let cause4 = failure3.error().to_string();
                                }
                            }
                        }
                    }
                }
            }
            _ => {
                note(format!("at {n}/{word}/{word1}")).await?;
            }
        }
        Ok(BTreeMap::<String, i64>::new())
    }).max_concurrency(2).await?;
    let mut word6: String = "b".to_string();
    word6 = held.name.clone();
    note(word.clone()).await?;
    note(format!("at {n}/{word}/{word6}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok((number(held.label.code).await?) % 50 + (4) % 7)
}
#[test]
fn w171_agrees() {
    agrees!(w171(n, word, lines, what, held));
}

#[workflow]
pub async fn w172(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<Vec<String>, Failure> {
    let mut word1: String = held.name;
    word1 = word.clone();
    match held.note.clone() {
        Some(word2) if word2.is_empty() => {
            note("arm".to_string()).await?;
        }
        Some(word2) => {
            if perhaps.is_some() {
                let mut turn3 = 0_i64;
                loop {
                    turn3 += 1;
                    if turn3 > 2 { break; }
                    match (n) % 6 {
                        0 => {
                            note("arm".to_string()).await?;
                            continue;
                        }
                        1 | 2 => {
                        }
                        n4 if n4 > 3 => {
                            note(format!("at {word1}/{word2}/{turn3}/{n4}")).await?;
                        }
                        _ => {
                            if n > 3 {
                                break;
                            }
                            let mut turn5 = 0_i64;
                            loop {
                                turn5 += 1;
                                if turn5 > 2 { break; }
                                note("turn".to_string()).await?;
                                let held6: Parcel = Parcel { name: held.label.text.clone(), size: 6, note: None::<String>, lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Sized(turn5), label: Label { text: word.clone(), code: perhaps.as_ref().map_or(5, |of| of.len() as i64) } };
                                let lines7: Vec<String> = held6.lines;
                                let held8: Parcel = Parcel { name: "".to_string(), size: 4, note: Some(held6.name.clone()), lines: vec![word.clone(), word2.clone()], kind: Kind::Sized(held.size), label: Label { text: word.clone(), code: n } };
                                let n: Vec<String> = held8.lines;
                            }
                        }
                    }
                }
                {
                    let held: Parcel = Parcel { name: held.label.text.clone(), size: held.label.text.len() as i64, note: perhaps.clone(), lines: held.lines.clone(), kind: Kind::Sized(number(((turn3) % 50 + (n) % 7) % 50 - (turn3) % 7).await?), label: Label { text: word2.clone(), code: held.size } };
                }
            } else {
            }
        }
        None => {
        }
    }
    let held9: Parcel = Parcel { name: held.label.text.clone(), size: held.size, note: held.note.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: held.kind.clone(), label: Label { text: held.label.text.clone(), code: n } };
    let word10: String = held9.label.text;
    note(format!("at {flag}/{word}/{word1}/{word10}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.lines.clone())
}
#[test]
fn w172_agrees() {
    agrees!(w172(n, flag, word, perhaps, lines, what, held));
}

#[workflow]
pub async fn w173(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel) -> Result<i64, Failure> {
    'l1: for n4 in 0..2_i64 {
        let sizes5: BTreeMap<String, i64> = match (held.label.code) % 6 {
            0 => {
                map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word7| {
                    if let Some(word8) = perhaps.clone() {
                        note("arm".to_string()).await?;
                    } else {
                        let perhaps: Vec<String> = held.lines.clone();
                    }
                    Ok(held.note.clone())
                }).await?;
                {
                    let mut turn9 = 0_i64;
                    'l10: while turn9 < 2 && !(held.name == "north") {
                        turn9 += 1;
                        note("turn".to_string()).await?;
                        let held11: Parcel = Parcel { name: held.name.clone(), size: held.size, note: None::<String>, lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: held.label.text.clone(), size: held.size }, label: Label { text: held.name.clone(), code: turn9 } };
                    }
                    match held.label.text.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                        }
                        "north" => {
                        }
                        "" if (word.len() as i64) % 50 + (held.size) % 7 > 2 => {
                            note(format!("at {flag}/{word}/{n4}/{turn9}")).await?;
                        }
                        _ => {
                            let mut held12: Parcel = held.clone();
                            held12.lines.push(held.label.text.clone());
                            let mut word13: String = text(held.name.clone()).await?;
                        }
                    }
                }
                BTreeMap::<String, i64>::new()
            }
            1 | 2 => {
                BTreeMap::<String, i64>::new()
            }
            i64::MIN..=-1 => {
                BTreeMap::<String, i64>::new()
            }
            _ => {
                return Ok(held.size);
            }
        };
    }
    let what14: Kind = what.clone();
    let mut n15: i64 = number(held.note.as_ref().map_or(6, |of| of.len() as i64)).await?;
    n15 += ((held.size) % 50 - (held.size) % 7) % 10;
    note(format!("at {n}/{flag}/{word}/{n15}")).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(5)
}
#[test]
fn w173_agrees() {
    agrees!(w173(n, flag, word, perhaps, what, held));
}

#[workflow]
pub async fn w174(word: String, perhaps: Option<String>, what: Kind) -> Result<Option<String>, Failure> {
    let mut flag1: bool = word == "c";
    flag1 = matches!(what, Kind::Sized(_) | Kind::Empty);
    let Ok(perhaps) = text(word.clone()).await else {
        match (number(6).await?) % 6 {
            0 => {
                if check(word.clone()).await? {
                    note("arm".to_string()).await?;
                    let held3: Parcel = Parcel { name: word.clone(), size: perhaps.as_ref().map_or(3, |of| of.len() as i64), note: perhaps.clone(), lines: vec![word.clone()], kind: what.clone(), label: Label { text: word.clone(), code: word.len() as i64 } };
                    let held3: String = held3.name;
                } else if true {
                } else {
                    note(format!("at {word}/{flag1}")).await?;
                }
                map(vec![word.clone(), "north".to_string()], async |word4| {
                    match perhaps.clone() {
                        Some(word5) => {
                            match (number(6).await?) % 6 {
                                0 => {
                                    note("arm".to_string()).await?;
                                    let mut word4: i64 = word.len() as i64;
                                    word4 = (word4 + 3) % 100;
                                }
                                1 | 2 => {
                                    return Ok(2);
                                }
                                _ => {
                                    note(format!("at {word}/{flag1}/{word4}/{word5}")).await?;
                                }
                            }
                            let mut what7: Kind = Kind::Sized(perhaps.as_ref().map_or(4, |of| of.len() as i64));
                            what7 = Kind::Sized(perhaps.as_ref().map_or(3, |of| of.len() as i64));
                        }
                        None => {
                        }
                    }
                    Ok(number(-2).await?)
                }).max_concurrency(2).await?;
            }
            1 | 2 => {
                note(format!("at {word}/{flag1}")).await?;
            }
            _ => {
            }
        }
        if -2 > 1 {
            return Ok(None::<String>);
        }
        return Err(Failure::new("Stopped", "c".to_string()));
    };
    let held8: Parcel = Parcel { name: word.clone(), size: 2, note: None::<String>, lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: perhaps.clone(), code: word.len() as i64 } };
    let what9: Kind = held8.kind;
    note(format!("at {word}/{flag1}/{perhaps}")).await?;
    Ok(Some(held8.name.clone()))
}
#[test]
fn w174_agrees() {
    agrees!(w174(word, perhaps, what));
}
