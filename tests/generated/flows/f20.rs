//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w100(n: i64, word: String, perhaps: Option<String>, what: Kind) -> Result<Vec<String>, Failure> {
    let Some(word1) = perhaps.clone() else {
        let (lines2, perhaps3, what4) = join!(
            list(word.clone()),
            async {
                match perhaps.clone() {
                    Some(word5) if word5.is_empty() => {
                        note("arm".to_string()).await?;
                    }
                    Some(word5) => {
                        'l6: for n9 in 0..2_i64 {
                            note("turn".to_string()).await?;
                            if !(matches!(what, Kind::Sized(_) | Kind::Empty)) {
                                if !(n > 3) {
                                    return Ok(perhaps.clone());
                                }
                            } else if false {
                                let word10: String = text(word.clone()).await?;
                            } else {
                                note(format!("at {n}/{word}/{word5}/{n9}")).await?;
                            }
                            map(vec!["b".to_string(), "b".to_string()], async |word11| {
                                note(text(word11.clone()).await?).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                                Ok(n9 > 3)
                            }).max_concurrency(2).await?;
                        }
                        if true {
                            let (perhaps12, sizes13) = join!(
                                maybe(word.clone()),
                                async {
                                    Ok(BTreeMap::<String, i64>::new())
                                },
                            )
                            .await?;
                            sleep(Duration::from_secs(word5.len() as u64)).await;
                        } else {
                            note(format!("at {n}/{word}/{word5}")).await?;
                        }
                    }
                    None => {
                        note(format!("at {n}/{word}")).await?;
                    }
                }
                let held14: Parcel = Parcel { name: "north".to_string(), size: 4, note: perhaps.clone(), lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: word.clone(), code: n } };
                let perhaps: Option<String> = held14.note;
                Ok(perhaps)
            },
            kind(n),
        )
        .await?;
        return Ok(lines2.clone());
    };
    let what15: Kind = Kind::Named { name: word1.clone(), size: n };
    let held16: Parcel = parcel(Parcel { name: word1.clone(), size: word1.len() as i64, note: None::<String>, lines: vec![word1.clone()], kind: what.clone(), label: Label { text: word.clone(), code: n } }).await?;
    note(format!("at {n}/{word}/{word1}")).await?;
    parcel(held16.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held16.lines.clone())
}
#[test]
fn w100_agrees() {
    agrees!(w100(n, word, perhaps, what));
}

#[workflow]
pub async fn w101(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel) -> Result<Parcel, Failure> {
    let mut turn1 = 0_i64;
    while turn1 < 2 && !(held.name == "north") {
        turn1 += 1;
        sleep(Duration::from_secs(14)).await;
        let held2: Parcel = held.clone();
        let n3: i64 = held2.label.code;
    }
    let mut word: String = held.name.clone();
    match risky(held.label.text.clone()).await {
        Ok(n6) => {
            let mut turn8 = 0_i64;
            while turn8 < 2 && !(held.note.is_some()) {
                turn8 += 1;
                note("turn".to_string()).await?;
                let mut turn9 = 0_i64;
                loop {
                    turn9 += 1;
                    if turn9 > 2 { break; }
                    if (held.label.code) % 2 == 0 {
                        note("arm".to_string()).await?;
                        let perhaps: Vec<String> = held.lines.clone();
                    } else if false {
                    } else {
                    }
                }
            }
            let turn8: String = text(held.label.text.clone()).await?;
        }
        Err(Trouble::Busy) => {
        }
        Err(Trouble::Bad { why: word7, .. }) => {
            if flag && (held.note.as_ref().map_or(-1, |of| of.len() as i64)) % 2 == 0 {
                note("arm".to_string()).await?;
            } else if perhaps.is_some() {
            } else {
            }
        }
        Err(Trouble::Closed(word7)) => {
            return Ok(held.clone());
        }
        Err(other4) => return Err(other4.into()),
    }
    note(format!("at {n}/{flag}/{turn1}/{word}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.clone())
}
#[test]
fn w101_agrees() {
    agrees!(w101(n, flag, word, perhaps, lines, held));
}

#[workflow]
pub async fn w102(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<i64, Failure> {
    let n: Vec<String> = vec!["a".to_string()];
    {
        if let Kind::Sized(perhaps) = held.kind.clone() {
            match check(held.name.clone()).await {
                Ok(flag3) => {
                    let Kind::Sized(flag3) = held.kind.clone() else {
                        match (held.note.clone(), false) {
                            (Some(word4), true) => {
                                note("arm".to_string()).await?;
                            }
                            (Some(word4), false) if word4 == "a" => {
                                sleep(Duration::from_secs(57)).await;
                            }
                            (None, _) | (_, false) => {
                            }
                        }
                        return Ok(perhaps);
                    };
                }
                Err(failure1) => {
                    let cause2 = failure1.error().to_string();
                    let Some(word5) = held.note.clone() else {
                        match (number(lines.len() as i64).await?) % 6 {
                            0 => {
                                note("arm".to_string()).await?;
                                let n7: i64 = held.size;
                                let mut cause2: String = held.label.text.clone();
                            }
                            1 | 2 => {
                                note(format!("at {word}/{perhaps}/{cause2}")).await?;
                            }
                            _ => {
                                note(format!("at {word}/{perhaps}/{cause2}")).await?;
                            }
                        }
                        let Parcel { lines: lines8, kind: what9, .. } = held;
                        return Err(Failure::new("Stopped", held.name.clone()));
                    };
                    note(word).await?;
                }
            }
            let word: String = held.note.clone().unwrap_or_default();
        }
    }
    let what: Vec<String> = held.lines;
    note(format!("at ")).await?;
    note(what.join("-")).await?;
    note(n.join("-")).await?;
    note(lines.join("-")).await?;
    Ok(held.label.code)
}
#[test]
fn w102_agrees() {
    agrees!(w102(n, word, perhaps, lines, what, held));
}

#[workflow]
pub async fn w103(word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    sleep(Duration::from_secs(held.label.text.len() as u64)).await;
    if let Some(word1) = perhaps.clone() {
        let n2: i64 = if let Ok(held) = maybe(held.name.clone()).await {
            let mut perhaps: Kind = Kind::Empty;
            match (number(word.len() as i64).await?) % 6 {
                0 => {
                    note(format!("at {word}/{word1}")).await?;
                }
                1 | 2 => {
                    let mut perhaps4: Option<String> = Some(word.clone());
                    perhaps4 = Some(word1.clone());
                }
                i64::MIN..=-1 => {
                    note(format!("at {word}/{word1}")).await?;
                }
                _ => {
                    if check("a".to_string()).await? {
                        note("arm".to_string()).await?;
                        let lines5: Vec<String> = lines.clone();
                    } else {
                        let mut sizes6: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                    }
                }
            }
            0
        } else {
            held.size
        };
    } else {
        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word7| {
            Ok(sizes.clone())
        }).await?;
        return Ok(Some(format!("{word}/{word}")));
    }
    let Parcel { lines: lines8, kind: what9, .. } = held;
    note(format!("at {word}")).await?;
    note(lines8.join("-")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(lines.first().cloned())
}
#[test]
fn w103_agrees() {
    agrees!(w103(word, perhaps, lines, held, sizes));
}

#[workflow]
pub async fn w104(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    match (n) % 6 {
        0 => {
            return Ok(Some(perhaps.clone().unwrap_or_default()));
        }
        1 | 2 => {
        }
        n1 if n1 > 3 => {
            return Ok(None::<String>);
        }
        _ => {
            if perhaps.is_some() {
                for what in 0..3_i64 {
                    note("turn".to_string()).await?;
                    {
                        if sizes.is_empty() {
                            let perhaps4: Option<String> = perhaps.clone();
                            let held5: Parcel = Parcel { name: word.clone(), size: n, note: perhaps4.clone(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Empty, label: Label { text: word.clone(), code: n } };
                            let Parcel { lines: lines6, kind: what7, .. } = held5;
                            return Err(Failure::new("Stopped", word.clone()));
                        } else if true {
                            let mut what8: Kind = Kind::Named { name: word.clone(), size: word.len() as i64 };
                            what8 = Kind::Sized(lines.len() as i64);
                        } else {
                            let mut lines9: Vec<String> = list(format!("{n}/{word}")).await?;
                        }
                        let (perhaps10, held11, lines12) = join!(
                            async {
                                let lines: String = perhaps.clone().unwrap_or_default();
                                let mut what13: Kind = Kind::Named { name: perhaps.clone().unwrap_or_default(), size: n };
                                Ok(None::<String>)
                            },
                            parcel(Parcel { name: "c".to_string(), size: perhaps.as_ref().map_or(5, |of| of.len() as i64), note: perhaps.clone(), lines: vec![word.clone()], kind: Kind::Sized(what), label: Label { text: word.clone(), code: n } }),
                            list(word.clone()),
                        )
                        .await?;
                    }
                    let held14: Parcel = Parcel { name: word.clone(), size: perhaps.as_ref().map_or(5, |of| of.len() as i64), note: perhaps.clone(), lines: lines.clone(), kind: Kind::Sized(n), label: Label { text: word.clone(), code: n } };
                    let word15: String = held14.name;
                }
            } else if word == "c" {
            } else {
                note(format!("at {n}/{word}")).await?;
            }
        }
    }
    let sizes: BTreeMap<String, i64> = sizes.clone();
    let mut what: String = word.clone();
    note(format!("at {n}/{word}/{what}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Some(what.clone()))
}
#[test]
fn w104_agrees() {
    agrees!(w104(n, word, perhaps, lines, what, sizes));
}
