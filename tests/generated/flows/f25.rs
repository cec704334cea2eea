//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w125(word: String, lines: Vec<String>, what: Kind) -> Result<i64, Failure> {
    {
        match text(word.clone()).await {
            Ok(word3) => {
                let (sizes4, perhaps5, held6) = join!(
                    async {
                        note("fork".to_string()).await?;
                        let Some(what) = maybe("".to_string()).await? else {
                            match what.clone() {
                                Kind::Sized(n7) if n7 > 3 => {
                                    sleep(Duration::from_secs(83)).await;
                                    let perhaps10: Option<String> = maybe(word.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                }
                                Kind::Sized(n7) => {
                                    if false {
                                        return Ok(BTreeMap::<String, i64>::new());
                                    }
                                    let mut word11: String = text("north".to_string()).await?;
                                }
                                Kind::Named { name: word9, size: n8 } => {
                                    let word9: Option<String> = None::<String>;
                                }
                                Kind::Empty => {
                                    note(format!("at {word}/{word3}")).await?;
                                }
                            }
                            if check(word.clone()).await? {
                                note(format!("at {word}/{word3}")).await?;
                            } else {
                                note(format!("at {word}/{word3}")).await?;
                            }
                            return Err(Failure::new("Stopped", "".to_string()));
                        };
                        sleep(Duration::from_secs(55)).await;
                        Ok(BTreeMap::<String, i64>::new())
                    },
                    maybe("".to_string()),
                    parcel(Parcel { name: "a".to_string(), size: (lines.len() as i64) % 50 - (2) % 7, note: Some("".to_string()), lines: vec!["c".to_string(), word.clone()], kind: what.clone(), label: Label { text: word.clone(), code: word.len() as i64 } }),
                )
                .await?;
            }
            Err(failure1) => {
                let cause2 = failure1.error().to_string();
            }
        }
    }
    let lines12: Vec<String> = lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
    let what13: Kind = kind(-1).await?;
    note(format!("at {word}")).await?;
    note(lines12.join("-")).await?;
    note(lines.join("-")).await?;
    Ok(0)
}
#[test]
fn w125_agrees() {
    agrees!(w125(word, lines, what));
}

#[workflow]
pub async fn w126(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel) -> Result<Parcel, Failure> {
    let mut turn1 = 0_i64;
    loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        let lines: i64 = if false {
            sleep(Duration::from_secs(held.name.len() as u64)).await;
            let held2: Parcel = held.clone();
            let word: Vec<String> = held2.lines;
            if lines.contains(&held2.name) {
                match slow(turn1).await {
                    Ok(word5) => {
                        let flag7: bool = check(held2.name.clone()).await?;
                    }
                    Err(Small::Late) => {
                        note(lines.join("-")).await?;
                    }
                    Err(Small::Full(_, word6)) => {
                        note(format!("at {n}/{turn1}/{word6}")).await?;
                    }
                    Err(Small::Empty) => {
                        note(format!("at {n}/{turn1}")).await?;
                    }
                }
                map(vec![held.label.text.clone(), "c".to_string()], async |word8| {
                    let perhaps: Option<String> = None::<String>;
                    let n: Option<String> = held.note.clone();
                    Ok(Parcel { name: "".to_string(), size: turn1, note: held2.note.clone(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: kind(held.label.code).await?, label: Label { text: held.label.text.clone(), code: held2.label.code } })
                }).await?;
                number(held2.label.code).await?
            } else {
                held.label.text.len() as i64
            }
        } else {
            held.size
        };
    }
    let turn1: Parcel = held;
    note(turn1.name.clone()).await?;
    note(format!("at {n}/{word}")).await?;
    parcel(turn1.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(turn1.clone())
}
#[test]
fn w126_agrees() {
    agrees!(w126(n, word, perhaps, lines, held));
}

#[workflow]
pub async fn w127(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Parcel, Failure> {
    let mut turn1 = 0_i64;
    let next3: Option<String> = perhaps.clone();
    'l2: while let Some(word4) = next3.clone() {
        if turn1 > 1 { break; }
        turn1 += 1;
        let mut turn5 = 0_i64;
        'l6: while turn5 < 2 && held.note.is_some() {
            turn5 += 1;
            if held.lines.contains(&word4) {
                match (number(n).await?) % 6 {
                    0 => {
                        let held8: Parcel = held.clone();
                        let flag: String = held8.name;
                        match (perhaps.clone(), flag == "a") {
                            (Some(sizes), true) => {
                                sleep(Duration::from_secs(37)).await;
                                let what9: Kind = Kind::Named { name: sizes.clone(), size: held8.size };
                            }
                            (Some(sizes), false) if sizes == "a" => {
                                note(format!("at {word4}/{turn5}/{flag}/{sizes}")).await?;
                            }
                            (None, _) | (_, false) => {
                                let n: Option<String> = held8.note.clone();
                                let held10: Parcel = held.clone();
                                let lines11: Vec<String> = held10.lines;
                            }
                        }
                    }
                    1 | 2 => {
                        note(format!("at {word}/{turn1}/{word4}/{turn5}")).await?;
                    }
                    _ => {
                        let Ok(perhaps12) = maybe(word4.clone()).await else {
                            break 'l2;
                        };
                    }
                }
            } else if (turn1) % 2 == 0 {
            } else {
                note(format!("at {word}/{turn1}/{word4}/{turn5}")).await?;
            }
            let held13: Parcel = held.clone();
        }
    }
    let what14: Kind = kind(held.note.as_ref().map_or(3, |of| of.len() as i64)).await?;
    let mut word15: String = format!("{turn1}/{turn1}");
    word15 = held.label.text.clone();
    note(format!("at {flag}/{word}/{turn1}/{word15}")).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.clone())
}
#[test]
fn w127_agrees() {
    agrees!(w127(n, flag, word, perhaps, what, held, sizes));
}

#[workflow]
pub async fn w128(n: i64, word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    match word.as_str() {
        "a" | "b" => {
            match perhaps.clone() {
                Some(sizes) if sizes.is_empty() => {
                    let Some(perhaps) = perhaps.clone() else {
                        if sizes == "a" {
                            return Ok(perhaps.clone());
                        }
                        match perhaps.clone() {
                            Some(word1) => {
                                let held2: Parcel = Parcel { name: sizes.clone(), size: -2, note: perhaps.clone(), lines: vec![word1.clone()], kind: Kind::Named { name: "c".to_string(), size: n }, label: Label { text: "".to_string(), code: n } };
                                let Parcel { lines: lines3, kind: what4, .. } = held2;
                                match what {
                                    Kind::Sized(n5) if n5 > 3 => {
                                        let mut held8: Parcel = Parcel { name: word.clone(), size: -1, note: lines3.first().cloned(), lines: lines3.clone(), kind: what4.clone(), label: Label { text: sizes.clone(), code: held2.note.as_ref().map_or(4, |of| of.len() as i64) } };
                                        held8.label.code = perhaps.as_ref().map_or(0, |of| of.len() as i64);
                                        let mut word1: Vec<String> = list(held8.lines.join("-")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                    }
                                    Kind::Sized(n5) => {
                                        let held9: Parcel = Parcel { name: word1.clone(), size: n5, note: held2.note.clone(), lines: lines3.clone(), kind: what4.clone(), label: Label { text: word1.clone(), code: held2.label.code } };
                                        let Parcel { lines: lines10, kind: what11, .. } = held9;
                                        let word1: String = held9.note.clone().unwrap_or_default();
                                    }
                                    Kind::Named { name: word7, size: n6 } => {
                                    }
                                    Kind::Empty => {
                                        note(format!("at {n}/{word}/{sizes}/{word1}")).await?;
                                    }
                                }
                            }
                            None => {
                                note(format!("at {n}/{word}/{sizes}")).await?;
                            }
                        }
                        return Err(Failure::new("Stopped", word.clone()));
                    };
                }
                Some(sizes) => {
                }
                None => {
                }
            }
        }
        "north" => {
            note(format!("at {n}/{word}")).await?;
        }
        _ => {
        }
    }
    let mut sizes12: BTreeMap<String, i64> = table(word).await?;
    note(text("b".to_string()).await?).await?;
    note(format!("at {n}")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(perhaps.clone())
}
#[test]
fn w128_agrees() {
    agrees!(w128(n, word, perhaps, what, sizes));
}

#[workflow]
pub async fn w129(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<bool, Failure> {
    match risky(held.name.clone()).await {
        Ok(n3) => {
            note(format!("at {n}/{flag}/{word}/{n3}")).await?;
        }
        Err(Trouble::Busy) => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        Err(Trouble::Bad { why: perhaps, .. }) => {
            return Ok(flag);
        }
        Err(Trouble::Closed(perhaps)) => {
            match held.note {
                Some(what) if what.is_empty() => {
                    match slow(n).await {
                        Ok(word6) if word6 == "a" => {
                            let held8: Parcel = Parcel { name: word6.clone(), size: n, note: held.lines.first().cloned(), lines: lines.clone(), kind: held.kind.clone(), label: Label { text: held.label.text.clone(), code: n } };
                            if !(held8.name == "b") {
                                note("arm".to_string()).await?;
                            } else if false {
                                let word9: String = held8.name.clone();
                                {
                                    let mut sizes10: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                    sizes10.insert("north".to_string(), lines.len() as i64);
                                    let mut held11: Parcel = parcel(Parcel { name: perhaps, size: held8.note.as_ref().map_or(5, |of| of.len() as i64), note: Some(held8.name.clone()), lines: held8.lines.clone(), kind: Kind::Sized(lines.len() as i64), label: Label { text: "c".to_string(), code: held8.label.code } }).await?;
                                }
                            } else {
                                map(vec![held.label.text.clone(), perhaps.clone()], async |word12| {
                                    Ok((word.len() as i64) % 50 + (held.label.code) % 7)
                                }).max_concurrency(2).await?;
                                let perhaps: String = held8.name.clone();
                            }
                        }
                        Ok(word6) => {
                            note(format!("at {word}/{perhaps}/{what}/{word6}")).await?;
                        }
                        Err(Small::Late) => {
                        }
                        Err(Small::Full(_, word7)) => {
                        }
                        Err(Small::Empty) => {
                            note(format!("at {flag}/{word}/{perhaps}/{what}")).await?;
                        }
                    }
                    note(format!("{what}/{flag}")).await?;
                }
                Some(what) => {
                }
                None => {
                    return Ok(flag);
                }
            }
            sleep(Duration::from_secs(40)).await;
        }
        Err(other1) => return Err(other1.into()),
    }
    sleep(Duration::from_secs(held.name.len() as u64)).await;
    sleep(Duration::from_secs(47)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(perhaps.is_some())
}
#[test]
fn w129_agrees() {
    agrees!(w129(n, flag, word, perhaps, lines, what, held));
}
