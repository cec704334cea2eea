//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w195(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<BTreeMap<String, i64>, Failure> {
    match (n) % 6 {
        0 => {
            {
                {
                    match held.label.text.as_str() {
                        "a" | "b" => {
                            note(format!("at {n}/{flag}/{word}")).await?;
                        }
                        "north" => {
                            note(format!("at {n}/{flag}/{word}")).await?;
                        }
                        _ => {
                            sleep(Duration::from_secs(word.len() as u64)).await;
                        }
                    }
                    let mut perhaps2: Option<String> = held.lines.first().cloned();
                    perhaps2 = Some(held.name.clone());
                }
                if false {
                    return Ok(BTreeMap::<String, i64>::new());
                } else if matches!(what, Kind::Sized(_) | Kind::Empty) {
                    let mut turn3 = 0_i64;
                    'l4: loop {
                        turn3 += 1;
                        if turn3 > 2 { break; }
                        let word5: String = text(word.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                        let (n6, flag7, lines8) = join!(
                            number(turn3),
                            check(held.name.clone()),
                            async {
                                let held: Parcel = Parcel { name: held.label.text.clone(), size: 5, note: held.note.clone(), lines: held.lines.clone(), kind: Kind::Empty, label: Label { text: held.label.text.clone(), code: turn3 } };
                                let word9: String = text(held.label.text.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                Ok(held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>())
                            },
                        )
                        .await?;
                    }
                } else {
                }
            }
        }
        1 | 2 => {
        }
        n1 if n1 > 3 => {
            note(format!("at {n}/{flag}/{word}/{n1}")).await?;
        }
        i64::MIN..=-1 => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        _ => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let held10: Parcel = parcel(held.clone()).timeout(Duration::from_secs(3)).await?;
    let n11: i64 = number((held10.size) % 50 - (n) % 7).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {n}/{flag}/{word}/{n11}")).await?;
    parcel(held10.clone()).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w195_agrees() {
    agrees!(w195(n, flag, word, perhaps, lines, what, held));
}

#[workflow]
pub async fn w196(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<String, Failure> {
    match slow(held.note.as_ref().map_or(-2, |of| of.len() as i64)).await {
        Ok(word3) if word3 == "a" => {
            note("arm".to_string()).await?;
        }
        Ok(word3) => {
            note(format!("at {word}/{word3}")).await?;
        }
        Err(Small::Late) => {
            let Some(word4) = held.note.clone() else {
                for word5 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                    match list(word.clone()).await {
                        Ok(word) => {
                            note(format!("at {word5}")).await?;
                        }
                        Err(failure7) => return Err(failure7),
                    }
                }
                return Ok(held.note.clone().unwrap_or_default());
            };
            match perhaps.clone() {
                Some(word9) if word9.is_empty() => {
                    if perhaps.is_some() {
                        note(format!("at {word}/{word4}/{word9}")).await?;
                    } else {
                        match risky(word9.clone()).await {
                            Ok(n12) => {
                                note(format!("at {word}/{word4}/{word9}/{n12}")).await?;
                            }
                            Err(Trouble::Busy) => {
                            }
                            Err(Trouble::Bad { why: word13, .. }) => {
                                let Parcel { lines: lines14, kind: what15, .. } = held;
                            }
                            Err(Trouble::Closed(word13)) => {
                                let mut word16: String = text(word9.clone()).await?;
                                word16 = word.clone();
                                match (held.note.clone(), matches!(what, Kind::Sized(_) | Kind::Empty)) {
                                    (Some(word), true) => {
                                        note(format!("at {word9}/{word13}/{word16}/{word}")).await?;
                                    }
                                    (Some(word), false) if word == "a" => {
                                        note(format!("{word}/{word4}")).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                        sleep(Duration::from_secs(82)).await;
                                    }
                                    (None, _) | (_, false) => {
                                    }
                                }
                            }
                            Err(other10) => return Err(other10.into()),
                        }
                        let mut what17: Kind = what.clone();
                        what17 = Kind::Sized(-1);
                    }
                    return Ok(held.label.text.clone());
                }
                Some(word9) => {
                }
                None => {
                    note(format!("at {word}/{word4}")).await?;
                }
            }
        }
        Err(Small::Full(_, perhaps)) => {
        }
        Err(Small::Empty) => {
        }
    }
    let mut n18: i64 = held.label.code;
    n18 = (n18 + 3) % 100;
    n18 += (5) % 10;
    note(format!("at {word}/{n18}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.label.text.clone())
}
#[test]
fn w196_agrees() {
    agrees!(w196(word, perhaps, lines, what, held));
}

#[workflow]
pub async fn w197(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel) -> Result<Vec<String>, Failure> {
    {
        let mut held1: Parcel = match (number(-2).await?) % 6 {
            0 => {
                held.clone()
            }
            1 | 2 => {
                let mut sizes3: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                let mut turn4 = 0_i64;
                'l5: loop {
                    turn4 += 1;
                    if turn4 > 2 { break; }
                    match parcel(held.clone()).await {
                        Ok(held8) => {
                            sleep(Duration::from_secs(70)).await;
                        }
                        Err(failure6) => {
                            let cause7 = failure6.error().to_string();
                            sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                        }
                    }
                    'l9: for word10 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                        note("turn".to_string()).await?;
                        let held12: Parcel = held.clone();
                        let what13: Kind = held12.kind;
                        if flag && held12.label.code > 1 {
                            return Ok(held12.lines.clone());
                        }
                    }
                }
                Parcel { name: word, size: number(held.size).await?, note: held.note, lines: vec![held.label.text.clone()], kind: Kind::Sized(perhaps.as_ref().map_or(5, |of| of.len() as i64)), label: Label { text: held.label.text.clone(), code: n } }
            }
            n2 if n2 > 3 => {
                held.clone()
            }
            _ => {
                held
            }
        };
        let mut held14: Parcel = parcel(held1.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    }
    let mut flag15: bool = check("".to_string()).await?;
    sleep(Duration::from_secs(53)).await;
    note(format!("at {n}/{flag}/{flag15}")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(vec!["c".to_string(), "north".to_string()])
}
#[test]
fn w197_agrees() {
    agrees!(w197(n, flag, word, perhaps, what, held));
}

#[workflow]
pub async fn w198(n: i64, flag: bool, word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    match slow(held.label.code).await {
        Ok(word3) => {
            note("arm".to_string()).await?;
            let mut held5: Parcel = held.clone();
            held5.lines.push(word3.clone());
        }
        Err(Small::Late) => {
        }
        Err(Small::Full(_, word4)) => {
            match number(held.size).await {
                Ok(n8) => {
                    note(word4).await?;
                }
                Err(failure6) => return Err(failure6),
            }
            match held.kind {
                Kind::Sized(word4) => {
                    map(vec![held.name.clone(), word.clone()], async |word10| {
                        if held.note.is_some() {
                            let n11: i64 = number(word4).await?;
                        }
                        Ok(flag && sizes.is_empty())
                    }).max_concurrency(2).await?;
                }
                Kind::Named { name: word9, size: word4 } => {
                }
                Kind::Empty => {
                    match (held.note.clone(), held.note.is_some()) {
                        (Some(word12), true) => {
                            return Ok(n);
                        }
                        (Some(word12), false) if word12 == "a" => {
                            if let Some(word13) = held.note.clone() {
                                let mut flag: Option<String> = maybe(word12.clone()).await?;
                            } else {
                            }
                            let word14: String = text(held.label.text.clone()).await?;
                        }
                        (None, _) | (_, false) => {
                            note(format!("at {n}/{flag}/{word}")).await?;
                        }
                    }
                    return Ok(1);
                }
            }
        }
        Err(Small::Empty) => {
        }
    }
    let held15: Parcel = Parcel { name: held.name.clone(), size: (held.size) % 50 - (held.size) % 7, note: held.note.clone(), lines: lines.clone(), kind: Kind::Named { name: held.label.text.clone(), size: held.size }, label: Label { text: held.name.clone(), code: held.note.as_ref().map_or(3, |of| of.len() as i64) } };
    let n16: i64 = held15.label.code;
    sleep(Duration::from_secs(79)).await;
    note(format!("at {n}/{flag}/{word}/{n16}")).await?;
    parcel(held15.clone()).await?;
    note(lines.join("-")).await?;
    Ok(sizes.get(&held15.name).copied().unwrap_or(2))
}
#[test]
fn w198_agrees() {
    agrees!(w198(n, flag, word, lines, held, sizes));
}

#[workflow]
pub async fn w199(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind) -> Result<Kind, Failure> {
    if flag && (n) % 2 == 0 {
        match word.as_str() {
            "a" | "b" => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
            "north" => {
            }
            "" if flag && word == "b" => {
                let mut turn1 = 0_i64;
                loop {
                    turn1 += 1;
                    if turn1 > 2 { break; }
                    note("turn".to_string()).await?;
                    if flag && lines.contains(&word) {
                        return Ok(Kind::Named { name: word.clone(), size: n });
                    }
                }
            }
            _ => {
            }
        }
        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word2| {
            note("fork".to_string()).await?;
            match (number(n).await?) % 6 {
                0 => {
                    note(format!("at {n}/{flag}/{word}/{word2}")).await?;
                }
                1 | 2 => {
                }
                _ => {
                    'l4: for n7 in 0..2_i64 {
                        if word2 == "c" {
                            note("arm".to_string()).await?;
                        } else if (n7) % 2 == 0 {
                            if flag && word == "north" {
                                continue 'l4;
                            }
                        } else {
                            let sizes8: BTreeMap<String, i64> = table(word2.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                            if perhaps.is_some() {
                                return Err(Failure::new("Stopped", word.clone()));
                            }
                        }
                    }
                    let n: Kind = what.clone();
                }
            }
            let mut n: i64 = (n) % 50 + (lines.len() as i64) % 7;
            Ok(maybe(format!("{flag}/{flag}")).await?)
        }).max_concurrency(2).await?;
    } else {
    }
    note(word.clone()).await?;
    sleep(Duration::from_secs(49)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(what.clone())
}
#[test]
fn w199_agrees() {
    agrees!(w199(n, flag, word, perhaps, lines, what));
}
