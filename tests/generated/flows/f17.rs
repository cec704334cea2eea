//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w085(n: i64, word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    match risky(word.clone()).await {
        Ok(n) => {
            let mut lines4: Vec<String> = if true {
                {
                    let mut n5: i64 = n;
                    n5 += (n5) % 10;
                }
                if sizes.is_empty() {
                    let mut turn6 = 0_i64;
                    'l7: loop {
                        turn6 += 1;
                        if turn6 > 2 { break; }
                        let mut flag8: bool = check("north".to_string()).await?;
                    }
                    let mut perhaps9: Option<String> = perhaps.clone();
                    perhaps9 = Some("".to_string());
                } else if word == "north" {
                    note(format!("at {word}/{n}")).await?;
                }
                {
                    let mut turn10 = 0_i64;
                    'l11: loop {
                        turn10 += 1;
                        if turn10 > 2 { break vec!["c".to_string()]; }
                        match maybe(word.clone()).await? {
                            Some(word12) if word12.is_empty() => {
                                note(format!("at {word}/{n}/{turn10}/{word12}")).await?;
                            }
                            Some(word12) => {
                                note(format!("at {word}/{n}/{turn10}/{word12}")).await?;
                            }
                            None => {
                            }
                        }
                        let mut what13: Kind = Kind::Sized(sizes.get(&word).copied().unwrap_or(-1));
                    }
                }
            } else {
                vec![word.clone(), word.clone()]
            };
            if !(perhaps.is_some()) {
                return Ok(what.clone());
            }
        }
        Err(Trouble::Busy) => {
        }
        Err(Trouble::Bad { why: word3, .. }) => {
            note(format!("at {n}/{word}/{word3}")).await?;
        }
        Err(Trouble::Closed(word3)) => {
            return Err(Failure::new("Stopped", word.clone()));
        }
        Err(other1) => return Err(other1.into()),
    }
    let sizes: BTreeMap<String, i64> = sizes;
    let perhaps14: Option<String> = perhaps.clone();
    note(format!("at {n}/{word}")).await?;
    note(perhaps14.clone().unwrap_or_default()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Kind::Sized(n))
}
#[test]
fn w085_agrees() {
    agrees!(w085(n, word, perhaps, what, sizes));
}

#[workflow]
pub async fn w086(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>, Failure> {
    if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
        note("arm".to_string()).await?;
    } else if (held.size) % 2 == 0 {
        note(format!("at {n}/{flag}/{word}")).await?;
    } else {
        if held.label.text == "" {
            let mut turn1 = 0_i64;
            while turn1 < 2 && n > 3 {
                turn1 += 1;
                if (held.label.code) % 2 == 0 {
                    note("arm".to_string()).await?;
                } else {
                    if sizes.is_empty() {
                        continue;
                    }
                    match (held.label.code) % 6 {
                        0 => {
                            note("arm".to_string()).await?;
                        }
                        1 | 2 => {
                            continue;
                        }
                        _ => {
                            let mut sizes2: BTreeMap<String, i64> = sizes.clone();
                        }
                    }
                }
                let Some(word3) = held.note.clone() else {
                    let lines5: Vec<String> = map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word4| {
                        let word6: String = text(word.clone()).await?;
                        let mut sizes: bool = flag;
                        Ok(word.clone())
                    }).await?;
                    return Err(Failure::new("Stopped", held.label.text.clone()));
                };
            }
            let mut flag7: bool = check("b".to_string()).await?;
        } else {
        }
    }
    let word: String = held.name.clone();
    let mut what8: Kind = held.kind.clone();
    what8 = Kind::Sized(6);
    note(format!("at {n}/{flag}/{word}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(sizes.clone())
}
#[test]
fn w086_agrees() {
    agrees!(w086(n, flag, word, perhaps, lines, held, sizes));
}

#[workflow]
pub async fn w087(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && word == "b" {
        turn1 += 1;
        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word3| {
            let Kind::Sized(n) = kind(n).await? else {
                match risky(word3.clone()).await {
                    Ok(n6) => {
                        note("arm".to_string()).await?;
                    }
                    Err(Trouble::Busy) => {
                        if true {
                            note(lines.join("-")).timeout(Duration::from_secs(3)).await?;
                            let mut word3: String = text(format!("{n}/{turn1}")).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                        }
                        'l8: for word9 in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                            note("b".to_string()).await?;
                            let mut lines: Vec<String> = vec![word9.clone()];
                        }
                        return Ok(sizes.clone());
                    }
                    Err(Trouble::Bad { why: word7, .. }) => {
                        let word7: String = word3.clone();
                    }
                    Err(Trouble::Closed(word7)) => {
                        note(format!("at {word}/{turn1}/{word3}/{word7}")).await?;
                    }
                    Err(other4) => return Err(other4.into()),
                }
                note("north".to_string()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                return Ok(sizes.clone());
            };
            Ok(sizes.clone())
        }).await?;
    }
    let held11: Parcel = Parcel { name: word.clone(), size: (lines.len() as i64) % 50 - (word.len() as i64) % 7, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Named { name: word.clone(), size: sizes.get(&word).copied().unwrap_or(6) }, label: Label { text: word.clone(), code: (perhaps.as_ref().map_or(1, |of| of.len() as i64)) % 50 + (n) % 7 } };
    let n12: i64 = held11.size;
    let flag: Option<String> = maybe(word.clone()).await?;
    note(format!("at {n}/{word}/{turn1}/{n12}")).await?;
    note(flag.clone().unwrap_or_default()).await?;
    parcel(held11.clone()).await?;
    note(lines.join("-")).await?;
    Ok(word.clone())
}
#[test]
fn w087_agrees() {
    agrees!(w087(n, flag, word, perhaps, lines, sizes));
}

#[workflow]
pub async fn w088(n: i64, flag: bool, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    let Kind::Sized(n) = what.clone() else {
        match held.name.as_str() {
            "a" | "b" => {
                note("arm".to_string()).await?;
            }
            "north" => {
                for word1 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                    match held.label.text.as_str() {
                        "a" | "b" => {
                            if !((6) % 2 == 0) {
                                note(format!("{flag}/{flag}")).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                            } else if flag && sizes.is_empty() {
                                sleep(Duration::from_secs(55)).await;
                            }
                            let (held3, sizes4, n5) = join!(
                                parcel(held.clone()),
                                async {
                                    let sizes6: BTreeMap<String, i64> = table(word.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                    note(word1.clone()).await?;
                                    Ok(sizes6.clone())
                                },
                                number(held.size),
                            )
                            .await?;
                        }
                        "north" => {
                            note(format!("at {n}/{flag}/{word}/{word1}")).await?;
                        }
                        _ => {
                        }
                    }
                }
                match held.note.clone() {
                    Some(word7) => {
                        note(format!("at {n}/{flag}/{word}/{word7}")).await?;
                    }
                    None => {
                    }
                }
            }
            _ => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
        }
        return Ok(held.label.text.clone());
    };
    let word: BTreeMap<String, i64> = sizes.clone();
    let mut sizes8: BTreeMap<String, i64> = table(held.label.text.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {flag}/{n}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(held.name.clone())
}
#[test]
fn w088_agrees() {
    agrees!(w088(n, flag, word, lines, what, held, sizes));
}

#[workflow]
pub async fn w089(n: i64, word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    if (2) % 2 == 0 {
        note("arm".to_string()).await?;
    } else if !(matches!(what, Kind::Sized(_) | Kind::Empty)) {
        note(format!("at {n}/{word}")).await?;
    } else {
        if let Some(word1) = perhaps {
            note(format!("at {n}/{word}/{word1}")).await?;
        } else {
            let word2: String = text("b".to_string()).await?;
        }
    }
    let lines4: Vec<String> = map(vec![word.clone(), word.clone()], async |word3| {
        let what5: Kind = {
            let flag6: bool = match word.as_str() {
                "a" | "b" => {
                    let held7: Parcel = Parcel { name: word3.clone(), size: n, note: None::<String>, lines: vec![word.clone(), word3.clone()], kind: Kind::Named { name: word.clone(), size: n }, label: Label { text: word.clone(), code: n } };
                    let lines8: Vec<String> = held7.lines;
                    let mut perhaps9: Option<String> = held7.note.clone();
                    perhaps9 = Some(word3.clone());
                    held7.name == "c"
                }
                "north" => {
                    sizes.is_empty()
                }
                _ => {
                    !(n > -1)
                }
            };
            sleep(Duration::from_secs(word3.len() as u64)).await;
            what.clone()
        };
        Ok(word.clone())
    }).await?;
    let perhaps10: Option<String> = maybe(word.clone()).await?;
    note(format!("at {n}/{word}")).await?;
    note(perhaps10.clone().unwrap_or_default()).await?;
    note(lines4.join("-")).await?;
    Ok(3)
}
#[test]
fn w089_agrees() {
    agrees!(w089(n, word, perhaps, what, sizes));
}
