//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w090(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel) -> Result<String, Failure> {
    if flag && false {
        match held.name.as_str() {
            "a" | "b" => {
                return Ok(held.label.text.clone());
            }
            "north" => {
                match held.kind.clone() {
                    Kind::Sized(n1) => {
                        note(format!("at {n}/{flag}/{word}/{n1}")).await?;
                    }
                    _ => {
                        if (held.label.code) % 2 == 0 {
                            match held.note.clone() {
                                Some(word3) if word3.is_empty() => {
                                    let mut what4: Kind = Kind::Sized(number(held.size).await?);
                                    what4 = Kind::Sized(0);
                                }
                                Some(word3) => {
                                }
                                None => {
                                    let mut flag5: bool = flag;
                                    flag5 = false;
                                }
                            }
                            match (held.size) % 6 {
                                0 => {
                                    let perhaps7: Option<String> = maybe(format!("{word}/{flag}")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                }
                                1 | 2 => {
                                    let mut word8: String = text(held.name.clone()).await?;
                                    let flag: bool = flag;
                                    return Ok(held.note.clone().unwrap_or_default());
                                }
                                _ => {
                                    return Ok(format!("{flag}/{flag}"));
                                }
                            }
                        } else {
                        }
                    }
                }
            }
            _ => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
        }
    } else if false {
    } else {
        note(format!("at {n}/{flag}/{word}")).await?;
    }
    let mut word9: String = held.lines.join("-");
    word9 = held.label.text.clone();
    sleep(Duration::from_secs(15)).await;
    note(format!("at {n}/{flag}/{word}/{word9}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(lines.join("-"))
}
#[test]
fn w090_agrees() {
    agrees!(w090(n, flag, word, perhaps, lines, held));
}

#[workflow]
pub async fn w091(flag: bool, word: String, perhaps: Option<String>, held: Parcel) -> Result<i64, Failure> {
    if held.lines.contains(&word) {
        match list(held.label.text.clone()).await {
            Ok(lines3) => {
                match risky(held.name.clone()).await {
                    Ok(n6) => {
                        note(format!("at {flag}/{word}/{n6}")).await?;
                    }
                    Err(Trouble::Busy) => {
                        let mut perhaps8: Option<String> = perhaps.clone();
                    }
                    Err(Trouble::Bad { why: word7, .. }) => {
                        let lines9: Vec<String> = held.lines;
                    }
                    Err(Trouble::Closed(word7)) => {
                    }
                    Err(other4) => return Err(other4.into()),
                }
            }
            Err(failure1) => return Err(failure1),
        }
    } else {
        return Ok(held.note.as_ref().map_or(0, |of| of.len() as i64));
    }
    let (held10, perhaps11) = join!(
        parcel(Parcel { name: word.clone(), size: held.size, note: None::<String>, lines: vec!["a".to_string(), held.label.text.clone()], kind: held.kind.clone(), label: Label { text: word.clone(), code: held.size } }),
        async {
            let mut what12: Kind = if flag && (held.note.as_ref().map_or(6, |of| of.len() as i64)) % 2 == 0 {
                let mut lines13: Vec<String> = match held.name.as_str() {
                    "a" | "b" => {
                        return Ok(perhaps.clone());
                    }
                    "north" => {
                        Vec::<String>::new()
                    }
                    "" if held.note.is_some() => {
                        let mut lines14: Vec<String> = vec![word.clone()];
                        lines14.push(held.label.text.clone());
                        let flag15: bool = check(word.clone()).await?;
                        lines14.clone()
                    }
                    _ => {
                        vec![held.label.text.clone()]
                    }
                };
                held.kind.clone()
            } else {
                Kind::Named { name: text("c".to_string()).await?, size: held.label.code }
            };
            Ok(None::<String>)
        },
    )
    .await?;
    let what16: Kind = held.kind.clone();
    note(format!("at {flag}/{word}")).await?;
    note(perhaps11.clone().unwrap_or_default()).await?;
    parcel(held10.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(1)
}
#[test]
fn w091_agrees() {
    agrees!(w091(flag, word, perhaps, held));
}

#[workflow]
pub async fn w092(n: i64, flag: bool, word: String, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    match (n) % 6 {
        0 => {
            note("arm".to_string()).await?;
            let mut held1: Parcel = held;
            held1.lines.push("b".to_string());
        }
        1 | 2 => {
            let mut flag2: bool = check(held.lines.join("-")).timeout(Duration::from_secs(3)).await?;
        }
        _ => {
            match held.label.text.as_str() {
                "a" | "b" => {
                    if !((held.label.code) % 2 == 0) {
                        match risky(held.name.clone()).await {
                            Ok(n5) => {
                                match (number(held.label.text.len() as i64).await?) % 6 {
                                    0 => {
                                        note(format!("at {n}/{flag}/{word}/{n5}")).await?;
                                    }
                                    1 | 2 => {
                                    }
                                    sizes if sizes > 3 => {
                                        let mut perhaps7: Option<String> = maybe(held.note.clone().unwrap_or_default()).await?;
                                    }
                                    i64::MIN..=-1 => {
                                    }
                                    _ => {
                                        note(format!("at {n}/{flag}/{word}/{n5}")).await?;
                                    }
                                }
                                if held.lines.contains(&word) {
                                    return Ok(held.lines.join("-"));
                                }
                            }
                            Err(Trouble::Busy) => {
                                note(format!("at {n}/{flag}/{word}")).await?;
                            }
                            Err(Trouble::Bad { why: word6, .. }) => {
                            }
                            Err(Trouble::Closed(word6)) => {
                            }
                            Err(other3) => return Err(other3.into()),
                        }
                        let flag8: bool = check(held.name.clone()).await?;
                    }
                    let lines10: Vec<String> = map(vec![word.clone(), word.clone()], async |word9| {
                        Ok(held.name.clone())
                    }).max_concurrency(2).await?;
                }
                "north" => {
                    return Err(Failure::new("Stopped", held.name.clone()));
                }
                "" if sizes.is_empty() => {
                }
                _ => {
                    note(format!("at {n}/{flag}/{word}")).await?;
                }
            }
            let word11: String = held.label.text;
        }
    }
    let perhaps12: Option<String> = maybe(format!("{n}/{flag}")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    let n: i64 = n;
    note(format!("at {flag}/{word}/{n}")).await?;
    note(perhaps12.clone().unwrap_or_default()).await?;
    Ok(word.clone())
}
#[test]
fn w092_agrees() {
    agrees!(w092(n, flag, word, held, sizes));
}

#[workflow]
pub async fn w093(word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    let Some(word1) = maybe(held.label.text).await? else {
        let mut turn2 = 0_i64;
        loop {
            turn2 += 1;
            if turn2 > 2 { break; }
            note("turn".to_string()).await?;
            {
                if !(held.lines.contains(&word)) {
                    return Ok(held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>());
                }
            }
            map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word3| {
                match (held.label.code) % 6 {
                    0 => {
                        {
                            let mut held: Parcel = Parcel { name: "a".to_string(), size: turn2, note: held.note.clone(), lines: held.lines.clone(), kind: what.clone(), label: Label { text: word.clone(), code: turn2 } };
                            if !(held.size > 2) {
                                return Ok(sizes.clone());
                            }
                        }
                    }
                    1 | 2 => {
                        let mut turn5 = 0_i64;
                        'l6: loop {
                            turn5 += 1;
                            if turn5 > 2 { break; }
                            note("turn".to_string()).await?;
                            let what7: Kind = Kind::Empty;
                            if !((held.size) % 2 == 0) {
                                continue 'l6;
                            }
                        }
                        let mut word8: String = held.lines.join("-");
                        word8 = word.clone();
                    }
                    i64::MIN..=-1 => {
                    }
                    _ => {
                    }
                }
                let lines9: Vec<String> = list(held.name.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                Ok(table(word.clone()).await?)
            }).max_concurrency(2).await?;
        }
        if ((held.name.len() as i64) % 50 - (held.size) % 7) % 2 == 0 {
            return Ok(held.lines.clone());
        }
        return Ok(held.lines.clone());
    };
    let mut held10: Parcel = Parcel { name: held.name.clone(), size: held.label.code, note: held.lines.first().cloned(), lines: vec![word1.clone()], kind: held.kind.clone(), label: Label { text: word1.clone(), code: held.label.code } };
    held10.lines.push(held.name.clone());
    let word1: String = held10.name.clone();
    note(format!("at {word}/{word1}")).await?;
    parcel(held10.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.lines.clone())
}
#[test]
fn w093_agrees() {
    agrees!(w093(word, perhaps, what, held, sizes));
}

#[workflow]
pub async fn w094(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<BTreeMap<String, i64>, Failure> {
    let Ok(perhaps1) = maybe(perhaps.clone().unwrap_or_default()).await else {
        'l2: for (at4, word3) in held.lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
            let n4 = at4 as i64;
            note("turn".to_string()).await?;
            let mut turn5 = 0_i64;
            let next7: Option<String> = Some(format!("{n4}/{word3}"));
            'l6: while let Some(word8) = next7.clone() {
                if turn5 > 1 { break; }
                turn5 += 1;
                if let Some(word9) = perhaps.clone() {
                    let (flag10, lines11, n12) = join!(
                        async {
                            note("fork".to_string()).await?;
                            if (n) % 2 == 0 {
                                return Err(Failure::new("Stopped", word8.clone()));
                            }
                            Ok(flag && lines.contains(&word))
                        },
                        list(word.clone()),
                        async {
                            let perhaps13: Option<String> = Some(word8.clone());
                            Ok(n4)
                        },
                    )
                    .await?;
                    let mut what14: Kind = kind(turn5).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                }
            }
            let (word15, held16, flag17) = join!(
                async {
                    let mut turn18 = 0_i64;
                    'l19: loop {
                        turn18 += 1;
                        if turn18 > 2 { break; }
                        match held.label.text.as_str() {
                            "a" | "b" => {
                                note("arm".to_string()).await?;
                            }
                            "north" => {
                            }
                            _ => {
                            }
                        }
                        let word3: i64 = word.len() as i64;
                    }
                    Ok("".to_string())
                },
                parcel(held.clone()),
                async {
                    Ok(flag)
                },
            )
            .await?;
        }
        let mut lines20: Vec<String> = held.lines.clone();
        lines20.push(held.name.clone());
        return Err(Failure::new("Stopped", word.clone()));
    };
    let held21: Parcel = parcel(held.clone()).await?;
    let mut flag: Vec<String> = list(lines.join("-")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {n}/{word}")).await?;
    note(flag.join("-")).await?;
    parcel(held21.clone()).await?;
    note(perhaps1.clone().unwrap_or_default()).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w094_agrees() {
    agrees!(w094(n, flag, word, perhaps, lines, what, held));
}
