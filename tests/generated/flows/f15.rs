//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w075(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    if !(lines.contains(&held.name)) {
        let mut word: String = word.clone();
        if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
            return Ok(perhaps.clone());
        }
    } else if held.name == "" {
        return Ok(held.note.clone());
    }
    match risky(held.name.clone()).await {
        Ok(word) => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        Err(Trouble::Busy) => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        Err(Trouble::Bad { why: held, .. }) => {
        }
        Err(Trouble::Closed(held)) => {
            if let Kind::Sized(n3) = kind(perhaps.as_ref().map_or(0, |of| of.len() as i64)).await? {
                for (at5, word4) in lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                    let n5 = at5 as i64;
                    match (n3) % 6 {
                        0 => {
                            note(format!("at {held}/{n3}/{word4}/{n5}")).await?;
                        }
                        1 | 2 => {
                            let (word7, held8) = join!(
                                async {
                                    let mut perhaps: Option<String> = Some(held.clone());
                                    let word9: String = text(held.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                    Ok(word4.clone())
                                },
                                parcel(Parcel { name: word4.clone(), size: lines.len() as i64, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: "b".to_string(), code: n } }),
                            )
                            .await?;
                            map(vec![held.clone(), word4.clone()], async |word10| {
                                Ok(n)
                            }).await?;
                        }
                        n6 if n6 > 3 => {
                        }
                        _ => {
                        }
                    }
                }
            } else {
            }
            let mut perhaps11: Option<String> = Some(word.clone());
            perhaps11 = Some(held.clone());
        }
        Err(other1) => return Err(other1.into()),
    }
    let perhaps12: Option<String> = held.note;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(perhaps12.clone().unwrap_or_default()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(perhaps12.clone())
}
#[test]
fn w075_agrees() {
    agrees!(w075(n, flag, word, perhaps, lines, held, sizes));
}

#[workflow]
pub async fn w076(n: i64, flag: bool, word: String, lines: Vec<String>, held: Parcel) -> Result<Option<String>, Failure> {
    let Some(word1) = held.note.clone() else {
        match held.note.clone() {
            Some(word2) => {
                let n: Vec<String> = {
                    let mut turn3 = 0_i64;
                    'l4: loop {
                        turn3 += 1;
                        if turn3 > 2 { break held.lines.clone(); }
                        if let Kind::Sized(n5) = held.kind.clone() {
                            note("arm".to_string()).await?;
                            let word: String = lines.join("-");
                        }
                        let Ok(word6) = text(word2.clone()).await else {
                            sleep(Duration::from_secs(58)).await;
                            let word7: String = text(held.name.clone()).await?;
                            return Ok(held.note.clone());
                        };
                    }
                };
                match (held.label.code) % 6 {
                    0 => {
                        note("arm".to_string()).await?;
                        let mut sizes9: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                        sizes9.insert("north".to_string(), 4);
                        sizes9.insert(word2.clone(), word2.len() as i64);
                    }
                    1 | 2 => {
                    }
                    _ => {
                        note(format!("at {flag}/{word}/{word2}")).await?;
                    }
                }
            }
            None => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
        }
        let what10: Kind = held.kind.clone();
        return Ok(held.note.clone());
    };
    sleep(Duration::from_secs(57)).await;
    let lines11: Vec<String> = held.lines.clone();
    note(format!("at {n}/{flag}/{word}/{word1}")).await?;
    note(lines11.join("-")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(held.note.clone())
}
#[test]
fn w076_agrees() {
    agrees!(w076(n, flag, word, lines, held));
}

#[workflow]
pub async fn w077(word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Parcel, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        match (held.label.code) % 6 {
            0 => {
                match (held.note.clone(), sizes.is_empty()) {
                    (Some(word4), true) => {
                        note("arm".to_string()).await?;
                        let mut sizes: Option<String> = held.note.clone();
                    }
                    (Some(word4), false) if word4 == "a" => {
                        match held.kind.clone() {
                            Kind::Sized(n5) => {
                                note("arm".to_string()).await?;
                                if sizes.is_empty() {
                                    continue 'l2;
                                }
                            }
                            Kind::Named { name: word6, size: word4 } => {
                            }
                            Kind::Empty => {
                                note(format!("at {word}/{turn1}/{word4}")).await?;
                            }
                        }
                    }
                    (None, _) | (_, false) => {
                    }
                }
            }
            1 | 2 => {
            }
            n3 if n3 > 3 => {
                match table(word.clone()).await {
                    Ok(sizes9) => {
                        note("arm".to_string()).await?;
                    }
                    Err(failure7) => {
                        let cause8 = failure7.error().to_string();
                        if (word.len() as i64) % 50 - (lines.len() as i64) % 7 > -1 {
                            match held.label.text.as_str() {
                                "a" | "b" => {
                                    note("arm".to_string()).await?;
                                    let held10: Parcel = held.clone();
                                    let what11: Kind = held10.kind;
                                }
                                "north" => {
                                    let lines12: Vec<String> = vec![held.name.clone()];
                                    let what13: Kind = kind(lines.len() as i64).timeout(Duration::from_secs(3)).await?;
                                }
                                _ => {
                                    note(format!("at {word}/{turn1}/{n3}/{cause8}")).await?;
                                }
                            }
                        } else {
                            note(format!("at {word}/{turn1}/{n3}/{cause8}")).await?;
                        }
                    }
                }
                let mut flag14: bool = held.note.as_ref().map_or(-2, |of| of.len() as i64) > 1;
                flag14 = flag14 && held.note.is_some();
            }
            _ => {
                break 'l2;
            }
        }
    }
    let sizes15: BTreeMap<String, i64> = sizes.clone();
    let mut lines16: Vec<String> = list(held.label.text.clone()).await?;
    note(format!("at {word}/{turn1}")).await?;
    note(lines16.join("-")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(Parcel { name: word.clone(), size: held.size, note: lines16.first().cloned(), lines: lines16.clone(), kind: Kind::Sized(held.note.as_ref().map_or(-2, |of| of.len() as i64)), label: Label { text: "c".to_string(), code: held.label.code } })
}
#[test]
fn w077_agrees() {
    agrees!(w077(word, lines, what, held, sizes));
}

#[workflow]
pub async fn w078(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<BTreeMap<String, i64>, Failure> {
    'l1: for n4 in 0..3_i64 {
        map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word5| {
            if let Some(word6) = maybe("a".to_string()).await? {
                match (number(held.label.code).await?) % 6 {
                    0 => {
                        match kind(held.label.code).await? {
                            Kind::Sized(n8) if n8 > 3 => {
                                note(format!("at {n4}/{word5}/{word6}/{n8}")).await?;
                            }
                            Kind::Sized(n8) => {
                                let mut word11: String = held.note.clone().unwrap_or_default();
                                word11 = "b".to_string();
                            }
                            Kind::Named { name: word10, size: n9 } => {
                                note(format!("at {word5}/{word6}/{word10}/{n9}")).await?;
                            }
                            Kind::Empty => {
                            }
                        }
                    }
                    1 | 2 => {
                    }
                    n7 if n7 > 3 => {
                        if flag && n4 > -1 {
                            return Ok(flag);
                        }
                        map(vec![word5.clone(), word5.clone()], async |word12| {
                            let flag13: bool = check(word12.clone()).await?;
                            let mut perhaps: BTreeMap<String, i64> = table(held.lines.join("-")).await?;
                            Ok(number(held.size).await?)
                        }).await?;
                    }
                    i64::MIN..=-1 => {
                        note(format!("at {word}/{n4}/{word5}/{word6}")).await?;
                    }
                    _ => {
                        let mut lines14: Vec<String> = list(held.label.text.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                    }
                }
            }
            let mut word15: String = word5.clone();
            word15 = word5.clone();
            Ok(flag)
        }).await?;
    }
    let mut flag16: bool = flag;
    flag16 = flag && held.note.is_some();
    note(held.label.text.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("at {flag}/{word}/{flag16}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w078_agrees() {
    agrees!(w078(flag, word, perhaps, lines, what, held));
}

#[workflow]
pub async fn w079(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>, Failure> {
    match word.as_str() {
        "a" | "b" => {
            let mut perhaps1: Option<String> = perhaps.clone();
            let mut turn2 = 0_i64;
            'l3: loop {
                turn2 += 1;
                if turn2 > 2 { break; }
                match perhaps1.clone() {
                    Some(word4) if word4.is_empty() => {
                        note("arm".to_string()).await?;
                    }
                    Some(word4) => {
                        note(format!("at {n}/{word}/{turn2}/{word4}")).await?;
                    }
                    None => {
                        if perhaps.is_some() {
                            break 'l3;
                        }
                        let perhaps5: Option<String> = maybe(word.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                    }
                }
                let sizes: i64 = sizes.get(&word).copied().unwrap_or(-1);
            }
        }
        "north" => {
            note(format!("at {n}/{word}")).await?;
        }
        "" if true => {
        }
        _ => {
            match kind(lines.len() as i64).await? {
                Kind::Sized(n6) => {
                    let mut turn9 = 0_i64;
                    'l10: while turn9 < 2 && perhaps.is_some() {
                        turn9 += 1;
                        note("turn".to_string()).await?;
                        if true {
                            return Err(Failure::new("Stopped", word.clone()));
                        }
                        {
                        }
                    }
                }
                Kind::Named { name: word8, size: n7 } => {
                }
                Kind::Empty => {
                    return Ok(sizes.clone());
                }
            }
            let lines: Vec<String> = lines.clone();
        }
    }
    let mut flag11: bool = check(word).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    let lines: Vec<String> = lines.clone();
    note(format!("at {n}/{flag11}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w079_agrees() {
    agrees!(w079(n, word, perhaps, lines, sizes));
}
