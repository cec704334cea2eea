//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w025(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    let n: String = {
        match held.label.text.as_str() {
            "a" | "b" => {
                match kind(held.size).await {
                    Ok(what3) => {
                        {
                            sleep(Duration::from_secs(held.name.len() as u64)).await;
                            let held: i64 = 2;
                        }
                        sleep(Duration::from_secs(27)).await;
                    }
                    Err(failure1) => {
                        let cause2 = failure1.error().to_string();
                        if held.lines.contains(&held.label.text) {
                            note("arm".to_string()).await?;
                            let perhaps4: Option<String> = perhaps.clone();
                        } else if held.label.code > 1 {
                        }
                    }
                }
                let mut lines5: Vec<String> = list(held.note.clone().unwrap_or_default()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
            }
            "north" => {
                return Ok((held.size) % 50 - (sizes.get(&held.name).copied().unwrap_or(5)) % 7);
            }
            "" if sizes.is_empty() => {
            }
            _ => {
            }
        }
        held.lines.join("-")
    };
    let what: Vec<String> = vec![held.name.clone(), held.name.clone()];
    sleep(Duration::from_secs(held.label.text.len() as u64)).await;
    note(format!("at {word}/{n}")).await?;
    note(what.join("-")).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.label.code)
}
#[test]
fn w025_agrees() {
    agrees!(w025(n, word, perhaps, what, held, sizes));
}

#[workflow]
pub async fn w026(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    let perhaps1: Option<String> = held.note.clone();
    {
        {
            match (n) % 6 {
                0 => {
                    if lines.contains(&held.label.text) {
                        return Ok(held.lines.clone());
                    }
                    if check("b".to_string()).await? {
                        match kind(held.name.len() as i64).await? {
                            Kind::Sized(perhaps) => {
                                note(held.name.clone()).await?;
                            }
                            Kind::Named { name: word4, size: n3 } => {
                                return Ok(held.lines.clone());
                            }
                            Kind::Empty => {
                            }
                        }
                        match risky(word.clone()).await {
                            Ok(n7) => {
                                note(format!("at {n}/{word}/{n7}")).await?;
                            }
                            Err(Trouble::Busy) => {
                                let mut sizes9: BTreeMap<String, i64> = sizes.clone();
                                let perhaps10: Option<String> = held.note.clone();
                            }
                            Err(Trouble::Bad { why: word8, .. }) => {
                                note(format!("at {n}/{word}/{word8}")).await?;
                            }
                            Err(Trouble::Closed(word8)) => {
                            }
                            Err(other5) => return Err(other5.into()),
                        }
                    } else if lines.contains(&held.name) {
                        note(format!("at {n}/{word}")).await?;
                    }
                }
                1 | 2 => {
                }
                n2 if n2 > 3 => {
                }
                i64::MIN..=-1 => {
                }
                _ => {
                    note(format!("at {n}/{word}")).await?;
                }
            }
            sleep(Duration::from_secs(53)).await;
        }
        let mut held: i64 = number(held.label.code).timeout(Duration::from_secs(3)).await?;
    }
    sleep(Duration::from_secs(38)).await;
    note(format!("at {n}/{word}")).await?;
    note(perhaps1.clone().unwrap_or_default()).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(held.lines.clone())
}
#[test]
fn w026_agrees() {
    agrees!(w026(n, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w027(n: i64, flag: bool, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<bool, Failure> {
    if let Some(n) = held.note {
        let (word1, what2) = join!(
            async {
                match maybe(n.clone()).await? {
                    Some(word3) => {
                        return Ok(n.clone());
                    }
                    None => {
                        let Ok(sizes4) = table("north".to_string()).await else {
                            let mut n5: i64 = number(held.label.code).await?;
                            n5 = (n5 + 3) % 100;
                            return Ok(word.clone());
                        };
                        let sizes: Parcel = Parcel { name: word.clone(), size: lines.len() as i64, note: lines.first().cloned(), lines: vec![held.name.clone(), held.label.text.clone()], kind: held.kind.clone(), label: Label { text: "north".to_string(), code: held.label.code } };
                    }
                }
                match risky(lines.join("-")).await {
                    Ok(n8) => {
                        let what10: Kind = match held.kind.clone() {
                            Kind::Sized(n11) if n11 > 3 => {
                                let mut n: Vec<String> = held.lines.clone();
                                held.kind.clone()
                            }
                            Kind::Sized(n11) => {
                                let held14: Parcel = Parcel { name: n.clone(), size: held.lines.len() as i64, note: None::<String>, lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: n.clone(), size: sizes.get(&n).copied().unwrap_or(6) }, label: Label { text: word.clone(), code: held.label.code } };
                                let word15: String = held14.label.text;
                                held.kind.clone()
                            }
                            Kind::Named { name: word13, size: n12 } => {
                                Kind::Named { name: word.clone(), size: held.size }
                            }
                            Kind::Empty => {
                                return Ok("a".to_string());
                            }
                        };
                    }
                    Err(Trouble::Busy) => {
                    }
                    Err(Trouble::Bad { why: word9, .. }) => {
                        note(format!("at {flag}/{word}/{n}/{word9}")).await?;
                    }
                    Err(Trouble::Closed(word9)) => {
                    }
                    Err(other6) => return Err(other6.into()),
                }
                Ok(held.name.clone())
            },
            kind(held.size),
        )
        .await?;
    } else {
        note(format!("at {n}/{flag}/{word}")).await?;
    }
    let mut held: BTreeMap<String, i64> = sizes.clone();
    let mut what16: Kind = kind(sizes.get(&word).copied().unwrap_or(6)).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines.join("-")).await?;
    Ok(check(word.clone()).await?)
}
#[test]
fn w027_agrees() {
    agrees!(w027(n, flag, word, lines, what, held, sizes));
}

#[workflow]
pub async fn w028(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Parcel, Failure> {
    match held.kind.clone() {
        Kind::Sized(n1) if n1 > 3 => {
            if let Some(what) = perhaps.clone() {
                match held.name.as_str() {
                    "a" | "b" => {
                        note("arm".to_string()).await?;
                    }
                    "north" => {
                        note(format!("at {flag}/{word}/{n1}/{what}")).await?;
                    }
                    "" if held.note.is_some() => {
                        if let Some(word2) = perhaps.clone() {
                            let mut turn3 = 0_i64;
                            while turn3 < 2 && flag && held.name == "a" {
                                turn3 += 1;
                                note("turn".to_string()).await?;
                                let mut word4: String = held.name.clone();
                                word4 = word2.clone();
                            }
                            'l5: for (at7, word6) in vec!["".to_string(), what.clone()].into_iter().enumerate() {
                                let n7 = at7 as i64;
                                let sizes8: BTreeMap<String, i64> = table("c".to_string()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                                if n1 > 3 {
                                    continue 'l5;
                                }
                            }
                        } else {
                            return Ok(held.clone());
                        }
                    }
                    _ => {
                        sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                    }
                }
            } else {
            }
        }
        Kind::Sized(n1) => {
        }
        Kind::Named { name: flag, size: sizes } => {
        }
        Kind::Empty => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let sizes9: BTreeMap<String, i64> = sizes.clone();
    let perhaps10: Option<String> = held.note;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(perhaps10.clone().unwrap_or_default()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(parcel(Parcel { name: word.clone(), size: held.label.code, note: lines.first().cloned(), lines: lines.clone(), kind: held.kind.clone(), label: Label { text: held.name.clone(), code: held.lines.len() as i64 } }).await?)
}
#[test]
fn w028_agrees() {
    agrees!(w028(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w029(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    if 2 > 1 {
        if let Kind::Sized(n1) = held.kind.clone() {
            note("arm".to_string()).await?;
        } else {
            match held.kind.clone() {
                Kind::Sized(n2) => {
                    note(format!("at {flag}/{word}/{n2}")).await?;
                }
                Kind::Named { name: word4, size: n3 } => {
                }
                Kind::Empty => {
                    map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word5| {
                        let held6: Parcel = held.clone();
                        let Parcel { lines: lines7, kind: what8, .. } = held6;
                        match what8.clone() {
                            Kind::Sized(n9) => {
                                if perhaps.is_some() {
                                    return Ok(flag);
                                }
                                let mut sizes12: BTreeMap<String, i64> = table(held6.name.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                            }
                            Kind::Named { name: word11, size: n10 } => {
                                note(format!("at {word}/{word5}/{word11}/{n10}")).await?;
                            }
                            Kind::Empty => {
                                let what13: Kind = Kind::Empty;
                            }
                        }
                        Ok(flag && matches!(what8, Kind::Sized(_) | Kind::Empty))
                    }).max_concurrency(2).await?;
                    let Some(word14) = perhaps.clone() else {
                        match (held.size) % 6 {
                            0 => {
                                note(format!("at {flag}/{word}")).await?;
                            }
                            1 | 2 => {
                            }
                            n15 if n15 > 3 => {
                            }
                            i64::MIN..=-1 => {
                                note(format!("at {flag}/{word}")).await?;
                            }
                            _ => {
                                note(format!("at {flag}/{word}")).await?;
                            }
                        }
                        return Ok(lines.len() as i64);
                    };
                }
            }
        }
        sleep(Duration::from_secs(51)).await;
    } else if flag && lines.contains(&held.name) {
        note(format!("at {flag}/{word}")).await?;
    }
    let lines16: Vec<String> = lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
    let mut held17: Parcel = held.clone();
    note(format!("at {flag}/{word}")).await?;
    parcel(held17.clone()).await?;
    note(lines16.join("-")).await?;
    parcel(held.clone()).await?;
    Ok((held17.size) % 50 - (held.size) % 7)
}
#[test]
fn w029_agrees() {
    agrees!(w029(flag, word, perhaps, lines, held));
}
