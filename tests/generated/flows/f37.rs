//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w185(word: String, perhaps: Option<String>, what: Kind, held: Parcel) -> Result<bool, Failure> {
    let mut sizes1: BTreeMap<String, i64> = match held.name.as_str() {
        "a" | "b" => {
            BTreeMap::<String, i64>::new()
        }
        "north" => {
            BTreeMap::<String, i64>::new()
        }
        "" if held.lines.contains(&held.name) => {
            match (held.label.code) % 6 {
                0 => {
                    note(format!("at {word}")).await?;
                }
                1 | 2 => {
                }
                perhaps if perhaps > 3 => {
                    note(format!("at {word}/{perhaps}")).await?;
                }
                i64::MIN..=-1 => {
                }
                _ => {
                    match held.name.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                        }
                        "north" => {
                            let Some(word2) = perhaps else {
                                let mut word: String = held.note.clone().unwrap_or_default();
                                return Err(Failure::new("Stopped", held.name.clone()));
                            };
                            match held.name.as_str() {
                                "a" | "b" => {
                                    let n3: i64 = held.size;
                                    sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                                }
                                "north" => {
                                    note(format!("at {word}/{word2}")).await?;
                                }
                                _ => {
                                    note(format!("{word}/{word2}")).timeout(Duration::from_secs(3)).await?;
                                    let mut what: Kind = Kind::Named { name: held.label.text.clone(), size: held.size };
                                }
                            }
                        }
                        "" if held.label.text == "b" => {
                            return Ok(!(held.label.code > 1));
                        }
                        _ => {
                            return Ok(held.label.code > -1);
                        }
                    }
                    let mut what4: Kind = Kind::Named { name: word.clone(), size: 4 };
                    what4 = Kind::Sized(6);
                }
            }
            BTreeMap::<String, i64>::new()
        }
        _ => {
            BTreeMap::<String, i64>::new()
        }
    };
    sleep(Duration::from_secs(19)).await;
    let n5: i64 = held.size;
    note(format!("at {word}/{n5}")).await?;
    parcel(held.clone()).await?;
    Ok(check(held.name.clone()).await?)
}
#[test]
fn w185_agrees() {
    agrees!(w185(word, perhaps, what, held));
}

#[workflow]
pub async fn w186(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    match word.as_str() {
        "a" | "b" => {
            note("arm".to_string()).await?;
        }
        "north" => {
            match maybe(format!("{n}/{word}")).await? {
                Some(word1) => {
                    note(format!("at {n}/{flag}/{word}/{word1}")).await?;
                }
                None => {
                    'l2: for word in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                        match kind((n) % 50 - (n) % 7).await? {
                            Kind::Sized(n4) => {
                                note("arm".to_string()).await?;
                            }
                            Kind::Named { name: word6, size: n5 } => {
                                {
                                    if word == "a" {
                                        return Ok(Kind::Named { name: word.clone(), size: word6.len() as i64 });
                                    }
                                    sleep(Duration::from_secs(word.len() as u64)).await;
                                }
                            }
                            Kind::Empty => {
                                note(format!("at {n}/{flag}/{word}")).await?;
                            }
                        }
                    }
                    match word.as_str() {
                        "a" | "b" => {
                            if let Kind::Sized(n7) = kind(n).await? {
                                match kind(n).await? {
                                    Kind::Sized(n8) if n8 > 3 => {
                                        return Ok(Kind::Sized(lines.len() as i64));
                                    }
                                    Kind::Sized(n8) => {
                                        let mut perhaps: Parcel = Parcel { name: word.clone(), size: n7, note: perhaps.clone(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: word.clone(), size: n8 }, label: Label { text: "b".to_string(), code: n8 } };
                                    }
                                    Kind::Named { name: word10, size: n9 } => {
                                    }
                                    Kind::Empty => {
                                        note(format!("at {n}/{flag}/{word}/{n7}")).await?;
                                    }
                                }
                                sleep(Duration::from_secs(46)).await;
                            }
                        }
                        "north" => {
                            note(format!("at {n}/{flag}/{word}")).await?;
                        }
                        "" if flag && (n) % 2 == 0 => {
                        }
                        _ => {
                        }
                    }
                }
            }
        }
        "" if (n) % 2 == 0 => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        _ => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let lines: i64 = number(n).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    sleep(Duration::from_secs(52)).await;
    note(format!("at {n}/{flag}/{word}/{lines}")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Kind::Sized(-1))
}
#[test]
fn w186_agrees() {
    agrees!(w186(n, flag, word, perhaps, lines, sizes));
}

#[workflow]
pub async fn w187(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    if held.lines.contains(&held.name) {
        match risky(word.clone()).await {
            Ok(perhaps) => {
                if let Some(n) = held.note.clone() {
                    let mut sizes3: BTreeMap<String, i64> = sizes.clone();
                    sizes3.insert(held.name.clone(), held.label.text.len() as i64);
                    for word4 in vec![n.clone(), held.name.clone()] {
                        map(vec![n.clone(), held.name.clone()], async |perhaps| {
                            let held: String = text(lines.join("-")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                            Ok(Kind::Named { name: "".to_string(), size: (lines.len() as i64) % 50 - (3) % 7 })
                        }).max_concurrency(2).await?;
                    }
                } else {
                    let perhaps6: Option<String> = held.note;
                }
                {
                    let Some(lines) = maybe(held.lines.join("-")).await? else {
                        let held7: Parcel = Parcel { name: "c".to_string(), size: word.len() as i64, note: held.lines.first().cloned(), lines: vec![word.clone()], kind: held.kind.clone(), label: Label { text: "c".to_string(), code: held.label.code } };
                        sleep(Duration::from_secs(15)).await;
                        return Ok(held7.note.clone());
                    };
                    let flag8: bool = check(format!("{perhaps}/{lines}")).await?;
                }
            }
            Err(Trouble::Busy) => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
            Err(Trouble::Bad { why: word, .. }) => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
            Err(Trouble::Closed(word)) => {
            }
            Err(other1) => return Err(other1.into()),
        }
    } else if perhaps.is_some() {
    }
    let mut n9: i64 = held.label.code;
    n9 += (perhaps.as_ref().map_or(0, |of| of.len() as i64)) % 10;
    let held10: Parcel = Parcel { name: held.label.text.clone(), size: held.label.code, note: perhaps.clone(), lines: held.lines.clone(), kind: what.clone(), label: Label { text: held.name.clone(), code: n9 } };
    let n11: i64 = held10.size;
    note(format!("at {flag}/{word}/{n9}/{n11}")).await?;
    parcel(held10.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(lines.first().cloned())
}
#[test]
fn w187_agrees() {
    agrees!(w187(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w188(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<bool, Failure> {
    map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        if (n) % 2 == 0 {
            {
                match what.clone() {
                    Kind::Sized(word) => {
                        let mut turn4 = 0_i64;
                        'l5: loop {
                            turn4 += 1;
                            if turn4 > 2 { break; }
                            let mut flag6: bool = check(held.note.clone().unwrap_or_default()).await?;
                            flag6 = held.size > 0;
                        }
                        match kind((1) % 50 + (held.label.code) % 7).await {
                            Ok(what9) => {
                                note("arm".to_string()).await?;
                                let what10: Kind = what.clone();
                            }
                            Err(failure7) => {
                                let cause8 = failure7.error().to_string();
                                sleep(Duration::from_secs(18)).await;
                                sleep(Duration::from_secs(29)).await;
                            }
                        }
                    }
                    Kind::Named { name: word3, size: n2 } => {
                        note(format!("at {word}/{word1}/{word3}/{n2}")).await?;
                    }
                    Kind::Empty => {
                    }
                }
            }
            let word: String = held.name.clone();
        } else {
        }
        let mut flag11: bool = check(held.note.clone().unwrap_or_default()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
        Ok(6)
    }).await?;
    let held12: Parcel = Parcel { name: "b".to_string(), size: held.size, note: held.note.clone(), lines: vec![held.label.text.clone()], kind: held.kind.clone(), label: Label { text: "b".to_string(), code: held.label.text.len() as i64 } };
    let Parcel { lines: lines13, kind: what14, .. } = held;
    note(format!("at {n}/{word}")).await?;
    note(lines13.join("-")).await?;
    parcel(held12.clone()).await?;
    note(lines.join("-")).await?;
    Ok(!(matches!(what14, Kind::Sized(_) | Kind::Empty)))
}
#[test]
fn w188_agrees() {
    agrees!(w188(n, word, lines, what, held, sizes));
}

#[workflow]
pub async fn w189(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        note("turn".to_string()).await?;
        if held.label.text == "north" {
            break 'l2;
        }
    }
    for n4 in 0..3_i64 {
        {
            match what.clone() {
                Kind::Sized(n5) if n5 > 3 => {
                    note("arm".to_string()).await?;
                }
                Kind::Sized(n5) => {
                    {
                        let Some(word8) = perhaps.clone() else {
                            let held9: Parcel = held.clone();
                            let n10: i64 = held9.size;
                            continue;
                        };
                    }
                }
                Kind::Named { name: word7, size: n6 } => {
                    break;
                }
                Kind::Empty => {
                    note(format!("at {flag}/{word}/{turn1}/{n4}")).await?;
                }
            }
        }
    }
    match (held.note.clone(), perhaps.is_some()) {
        (Some(word11), true) => {
            note("arm".to_string()).await?;
        }
        (Some(word11), false) if word11 == "a" => {
            if check(word11.clone()).await? {
                let lines12: Vec<String> = list(held.label.text.clone()).await?;
                let what: bool = check(held.note.clone().unwrap_or_default()).await?;
            } else {
            }
            sleep(Duration::from_secs(52)).await;
        }
        (None, _) | (_, false) => {
        }
    }
    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(what.clone())
}
#[test]
fn w189_agrees() {
    agrees!(w189(n, flag, word, perhaps, lines, what, held, sizes));
}
