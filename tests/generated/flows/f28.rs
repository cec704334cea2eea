//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w140(word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    'l1: for n4 in 0..3_i64 {
        let Some(word) = maybe(perhaps.clone().unwrap_or_default()).await? else {
            let mut turn5 = 0_i64;
            loop {
                turn5 += 1;
                if turn5 > 2 { break; }
                if held.lines.contains(&held.name) {
                    note("arm".to_string()).await?;
                    if sizes.is_empty() {
                        continue 'l1;
                    }
                } else {
                }
                match what.clone() {
                    Kind::Sized(sizes) => {
                        return Ok(vec!["b".to_string()]);
                    }
                    _ => {
                        map(vec![held.label.text.clone(), "north".to_string()], async |word8| {
                            if !(held.lines.contains(&held.name)) {
                                return Ok((sizes.get(&held.name).copied().unwrap_or(5)) % 2 == 0);
                            }
                            note(held.lines.join("-")).await?;
                            Ok(word8 == "")
                        }).await?;
                        match maybe(held.lines.join("-")).await? {
                            Some(word9) if word9.is_empty() => {
                                note(format!("at {word}/{n4}/{turn5}/{word9}")).await?;
                            }
                            Some(word9) => {
                            }
                            None => {
                                let held10: Parcel = Parcel { name: word.clone(), size: turn5, note: held.note.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: "b".to_string(), size: turn5 }, label: Label { text: held.name.clone(), code: held.label.code } };
                                let Parcel { lines: lines11, kind: what12, .. } = held10;
                                let held13: Parcel = Parcel { name: held.label.text.clone(), size: held10.label.code, note: held.note.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: what12.clone(), label: Label { text: held.name.clone(), code: 2 } };
                                let what14: Kind = held13.kind;
                            }
                        }
                    }
                }
            }
            return Err(Failure::new("Stopped", held.name.clone()));
        };
        let sizes15: BTreeMap<String, i64> = table(held.label.text.clone()).timeout(Duration::from_secs(3)).await?;
    }
    let sizes: String = held.name;
    let perhaps: Parcel = parcel(Parcel { name: "c".to_string(), size: (held.size) % 50 - (3) % 7, note: perhaps.clone(), lines: held.lines.clone(), kind: Kind::Sized(held.size), label: Label { text: held.label.text.clone(), code: held.label.text.len() as i64 } }).await?;
    note(format!("at {sizes}")).await?;
    parcel(perhaps.clone()).await?;
    Ok(list(perhaps.name.clone()).await?)
}
#[test]
fn w140_agrees() {
    agrees!(w140(word, perhaps, what, held, sizes));
}

#[workflow]
pub async fn w141(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    match (n) % 6 {
        0 => {
            let Ok(what2) = kind(sizes.get(&word).copied().unwrap_or(2)).await else {
                let mut lines3: Vec<String> = Vec::<String>::new();
                {
                    note("a".to_string()).await?;
                    'l4: for word5 in vec![word.clone(), "a".to_string()] {
                        note("turn".to_string()).await?;
                        {
                            let word5: Kind = what.clone();
                            if (n) % 2 == 0 {
                                return Ok(lines3.clone());
                            }
                        }
                    }
                }
                return Err(Failure::new("Stopped", word.clone()));
            };
        }
        1 | 2 => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        n1 if n1 > 3 => {
        }
        i64::MIN..=-1 => {
            let (sizes7, lines8, n9) = join!(
                table(word.clone()),
                async {
                    if true {
                        note(format!("at {n}/{flag}/{word}")).await?;
                    } else if n > 1 {
                        note(format!("at {n}/{flag}/{word}")).await?;
                    }
                    Ok(vec![word.clone()])
                },
                number(0),
            )
            .await?;
            let word10: String = text(lines8.join("-")).await?;
        }
        _ => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    sleep(Duration::from_secs(word.len() as u64)).await;
    let mut flag11: bool = word == "b";
    flag11 = flag && (n) % 2 == 0;
    note(format!("at {n}/{flag}/{word}/{flag11}")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(vec![word.clone(), word.clone()])
}
#[test]
fn w141_agrees() {
    agrees!(w141(n, flag, word, perhaps, what, sizes));
}

#[workflow]
pub async fn w142(n: i64, flag: bool, word: String, sizes: BTreeMap<String, i64>) -> Result<Parcel, Failure> {
    let Some(flag) = maybe(word.clone()).await? else {
        let (what1, what2, what3) = join!(
            kind(-2),
            kind(n),
            async {
                match word.as_str() {
                    "a" | "b" => {
                        match risky(word.clone()).await {
                            Ok(flag) => {
                                note("arm".to_string()).await?;
                            }
                            Err(Trouble::Busy) => {
                                if sizes.is_empty() {
                                    let mut held7: Parcel = parcel(Parcel { name: "c".to_string(), size: n, note: None::<String>, lines: Vec::<String>::new(), kind: Kind::Empty, label: Label { text: word.clone(), code: word.len() as i64 } }).await?;
                                    held7.label.code = sizes.get(&word).copied().unwrap_or(6);
                                } else if !(true) {
                                    let flag: Kind = kind(n).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                    let mut word: BTreeMap<String, i64> = sizes.clone();
                                }
                            }
                            Err(Trouble::Bad { why: word6, .. }) => {
                            }
                            Err(Trouble::Closed(word6)) => {
                            }
                            Err(other4) => return Err(other4.into()),
                        }
                    }
                    "north" => {
                        if let Kind::Sized(n8) = kind(4).await? {
                            if true {
                                return Ok(Kind::Empty);
                            }
                        }
                    }
                    _ => {
                        note(format!("at {n}/{flag}/{word}")).await?;
                    }
                }
                if word == "north" {
                    note("arm".to_string()).await?;
                }
                Ok(Kind::Empty)
            },
        )
        .await?;
        let what3: Parcel = Parcel { name: word.clone(), size: (n) % 50 - (n) % 7, note: Some(word.clone()), lines: list(format!("{word}/{n}")).await?, kind: Kind::Sized(n), label: Label { text: "a".to_string(), code: n } };
        return Ok(Parcel { name: "a".to_string(), size: what3.size, note: what3.note.clone(), lines: what3.lines.clone(), kind: what3.kind.clone(), label: Label { text: "north".to_string(), code: n } });
    };
    sleep(Duration::from_secs(flag.len() as u64)).await;
    let lines9: Vec<String> = vec![word.clone()];
    note(format!("at {n}/{word}/{flag}")).await?;
    note(lines9.join("-")).await?;
    Ok(Parcel { name: "".to_string(), size: (-1) % 50 + (4) % 7, note: Some(text(flag.clone()).await?), lines: vec!["c".to_string(), "c".to_string()], kind: Kind::Sized(n), label: Label { text: flag.clone(), code: number(n).await? } })
}
#[test]
fn w142_agrees() {
    agrees!(w142(n, flag, word, sizes));
}

#[workflow]
pub async fn w143(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel) -> Result<Option<String>, Failure> {
    map(vec![word.clone(), held.name.clone()], async |word1| {
        if let Some(word2) = perhaps.clone() {
            let mut turn3 = 0_i64;
            let next5: Option<String> = held.note.clone();
            'l4: while let Some(word6) = next5.clone() {
                if turn3 > 1 { break; }
                turn3 += 1;
                for n in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                    match held.note.clone() {
                        Some(word8) => {
                            note(format!("at {turn3}/{word6}/{n}/{word8}")).await?;
                        }
                        None => {
                            sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                            let lines9: Vec<String> = vec![word6.clone(), held.label.text.clone()];
                        }
                    }
                    let Some(word10) = perhaps.clone() else {
                        let what11: Kind = kind(n.len() as i64).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                        break;
                    };
                }
            }
            let mut sizes12: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
        } else {
            if 6 > 1 {
                return Ok(what.clone());
            }
        }
        Ok(Kind::Sized(n))
    }).await?;
    let perhaps: Kind = kind(held.size).timeout(Duration::from_secs(3)).await?;
    let flag13: bool = check(format!("{word}/{word}")).timeout(Duration::from_secs(3)).await?;
    note(format!("at {n}/{word}/{flag13}")).await?;
    parcel(held.clone()).await?;
    Ok(held.note)
}
#[test]
fn w143_agrees() {
    agrees!(w143(n, word, perhaps, what, held));
}

#[workflow]
pub async fn w144(word: String, perhaps: Option<String>, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    match kind(4).await? {
        Kind::Sized(perhaps) if perhaps > 3 => {
            let perhaps: Option<String> = match word.as_str() {
                "a" | "b" => {
                    let perhaps: i64 = perhaps;
                    None::<String>
                }
                "north" => {
                    return Ok(None::<String>);
                }
                _ => {
                    match kind(3).await? {
                        Kind::Sized(n3) if n3 > 3 => {
                            match slow(4).await {
                                Ok(word8) if word8 == "a" => {
                                    if true {
                                        return Ok(None::<String>);
                                    }
                                }
                                Ok(word8) => {
                                    let mut lines10: Vec<String> = list("a".to_string()).await?;
                                }
                                Err(Small::Late) => {
                                    note(format!("at {word}/{perhaps}/{n3}")).await?;
                                }
                                Err(Small::Full(_, word9)) => {
                                    let mut n3: Vec<String> = vec![word.clone()];
                                    n3.push(word.clone());
                                }
                                Err(Small::Empty) => {
                                }
                            }
                            let mut n3: Kind = Kind::Empty;
                        }
                        Kind::Sized(n3) => {
                            note(format!("at {word}/{perhaps}/{n3}")).await?;
                        }
                        _ => {
                        }
                    }
                    None::<String>
                }
            };
        }
        Kind::Sized(perhaps) => {
        }
        Kind::Named { name: word2, size: n1 } => {
            note(format!("at {word}/{word2}/{n1}")).await?;
        }
        Kind::Empty => {
            note(format!("at {word}")).await?;
        }
    }
    let mut lines11: Vec<String> = Vec::<String>::new();
    sleep(Duration::from_secs(88)).await;
    note(format!("at {word}")).await?;
    note(lines11.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Some(word.clone()))
}
#[test]
fn w144_agrees() {
    agrees!(w144(word, perhaps, sizes));
}
