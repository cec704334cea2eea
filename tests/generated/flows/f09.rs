//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w045(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    let (word1, what2) = join!(
        async {
            if let Ok(n3) = number(6).await {
                sleep(Duration::from_secs(29)).await;
                note(word.clone()).await?;
            } else {
                note(format!("at {flag}/{word}")).await?;
            }
            Ok(perhaps.clone().unwrap_or_default())
        },
        async {
            let mut turn4 = 0_i64;
            'l5: loop {
                turn4 += 1;
                if turn4 > 2 { break; }
                if let Kind::Sized(turn4) = kind(perhaps.as_ref().map_or(1, |of| of.len() as i64)).await? {
                    let flag: bool = check(word.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                } else {
                    match perhaps.clone() {
                        Some(sizes) if sizes.is_empty() => {
                            match word.as_str() {
                                "a" | "b" => {
                                    note("arm".to_string()).await?;
                                    let held6: Parcel = Parcel { name: word.clone(), size: turn4, note: perhaps.clone(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Empty, label: Label { text: "north".to_string(), code: turn4 } };
                                    let word7: String = held6.name;
                                }
                                "north" => {
                                    note(format!("at {flag}/{word}/{turn4}/{sizes}")).await?;
                                }
                                _ => {
                                }
                            }
                            let perhaps: Option<String> = perhaps.clone();
                        }
                        Some(sizes) => {
                        }
                        None => {
                        }
                    }
                    let flag: bool = flag;
                }
                let word: Vec<String> = lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
            }
            Ok(Kind::Named { name: word.clone(), size: turn4 })
        },
    )
    .await?;
    sleep(Duration::from_secs(word.len() as u64)).await;
    sleep(Duration::from_secs(38)).await;
    note(format!("at {flag}/{word}/{word1}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(perhaps)
}
#[test]
fn w045_agrees() {
    agrees!(w045(flag, word, perhaps, lines, sizes));
}

#[workflow]
pub async fn w046(n: i64, flag: bool, word: String, lines: Vec<String>, what: Kind, held: Parcel) -> Result<BTreeMap<String, i64>, Failure> {
    match word.as_str() {
        "a" | "b" => {
            {
                if !((word.len() as i64) % 2 == 0) {
                    return Ok(BTreeMap::<String, i64>::new());
                }
                map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
                    let held: Option<String> = maybe(held.name.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                    match word.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                        }
                        "north" => {
                            let n: String = text(word1.clone()).await?;
                            let mut sizes2: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                            sizes2.insert(n.clone(), sizes2.get(&n).copied().unwrap_or(-1));
                        }
                        "" if (lines.len() as i64) % 2 == 0 => {
                        }
                        _ => {
                        }
                    }
                    Ok(lines.len() as i64)
                }).await?;
            }
            'l3: for (at4, held) in lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                let n4 = at4 as i64;
                let (sizes5, sizes6, lines7) = join!(
                    table(lines.join("-")),
                    async {
                        let mut turn8 = 0_i64;
                        'l9: while turn8 < 2 && flag && false {
                            turn8 += 1;
                            note("turn".to_string()).await?;
                        }
                        Ok(BTreeMap::<String, i64>::new())
                    },
                    async {
                        Ok(list(held.clone()).await?)
                    },
                )
                .await?;
            }
        }
        "north" => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        "" if held.label.text == "c" => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        _ => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let what10: Kind = held.kind.clone();
    let flag: bool = check(held.label.text.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("at {n}/{word}/{flag}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w046_agrees() {
    agrees!(w046(n, flag, word, lines, what, held));
}

#[workflow]
pub async fn w047(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    match what.clone() {
        Kind::Sized(n1) => {
            let mut turn2 = 0_i64;
            loop {
                turn2 += 1;
                if turn2 > 2 { break; }
                let (perhaps3, lines4) = join!(
                    async {
                        if let Ok(what5) = kind(turn2).await {
                            sleep(Duration::from_secs(word.len() as u64)).await;
                        } else {
                            note(format!("at {flag}/{word}/{n1}/{turn2}")).await?;
                        }
                        match risky(format!("{flag}/{flag}")).await {
                            Ok(n8) => {
                                note(format!("at {word}/{n1}/{turn2}/{n8}")).await?;
                            }
                            Err(Trouble::Busy) => {
                                'l10: for (at12, word11) in vec![word.clone(), word.clone()].into_iter().enumerate() {
                                    let n12 = at12 as i64;
                                    let sizes13: BTreeMap<String, i64> = table("north".to_string()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                    let held14: Parcel = Parcel { name: word.clone(), size: sizes13.get(&word).copied().unwrap_or(-2), note: None::<String>, lines: vec!["b".to_string(), word11.clone()], kind: Kind::Sized(turn2), label: Label { text: word.clone(), code: turn2 } };
                                    let n15: i64 = held14.size;
                                }
                            }
                            Err(Trouble::Bad { why: word9, .. }) => {
                            }
                            Err(Trouble::Closed(word9)) => {
                            }
                            Err(other6) => return Err(other6.into()),
                        }
                        Ok(perhaps.clone())
                    },
                    list(word.clone()),
                )
                .await?;
            }
            'l16: for word17 in vec!["".to_string(), word.clone()] {
                match what.clone() {
                    Kind::Sized(n19) if n19 > 3 => {
                        note(format!("at {n1}/{turn2}/{word17}/{n19}")).await?;
                    }
                    Kind::Sized(n19) => {
                        break 'l16;
                    }
                    Kind::Named { name: word20, size: sizes } => {
                        note(format!("at {turn2}/{word17}/{word20}/{sizes}")).await?;
                    }
                    Kind::Empty => {
                    }
                }
            }
        }
        _ => {
            note(format!("at {flag}/{word}")).await?;
        }
    }
    let mut perhaps21: Option<String> = maybe("north".to_string()).await?;
    perhaps21 = Some(word.clone());
    let held22: Parcel = Parcel { name: word.clone(), size: 6, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Named { name: lines.join("-"), size: lines.len() as i64 }, label: Label { text: word.clone(), code: perhaps21.as_ref().map_or(4, |of| of.len() as i64) } };
    let n23: i64 = held22.label.code;
    note(format!("at {flag}/{word}/{n23}")).await?;
    parcel(held22.clone()).await?;
    note(perhaps21.clone().unwrap_or_default()).await?;
    note(lines.join("-")).await?;
    Ok(held22.lines.clone())
}
#[test]
fn w047_agrees() {
    agrees!(w047(flag, word, perhaps, lines, what, sizes));
}

#[workflow]
pub async fn w048(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind) -> Result<Kind, Failure> {
    if !(word == "") {
        note(format!("at {n}/{flag}/{word}")).await?;
    } else {
        let mut turn1 = 0_i64;
        'l2: loop {
            turn1 += 1;
            if turn1 > 2 { break; }
            match perhaps.clone() {
                Some(word3) => {
                    note(format!("at {flag}/{word}/{turn1}/{word3}")).await?;
                }
                None => {
                    map(vec!["c".to_string(), word.clone()], async |perhaps| {
                        let Ok(n4) = number((-1) % 50 + (turn1) % 7).await else {
                            note(word.clone()).await?;
                            let n: Parcel = Parcel { name: "c".to_string(), size: n, note: Some(format!("{turn1}/{turn1}")), lines: vec![perhaps.clone(), "".to_string()], kind: what.clone(), label: Label { text: perhaps.clone(), code: (turn1) % 50 - (n) % 7 } };
                            return Ok(n.size);
                        };
                        {
                            let held5: Parcel = Parcel { name: perhaps.clone(), size: turn1, note: None::<String>, lines: Vec::<String>::new(), kind: Kind::Sized(-2), label: Label { text: "b".to_string(), code: (n) % 50 + (0) % 7 } };
                            let word6: String = held5.name;
                        }
                        Ok(n4)
                    }).max_concurrency(2).await?;
                    continue 'l2;
                }
            }
            let mut sizes7: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
            sizes7.insert(word.clone(), word.len() as i64);
        }
    }
    let mut what: Parcel = parcel(Parcel { name: word, size: (n) % 50 + (2) % 7, note: Some("a".to_string()), lines: vec!["c".to_string(), "".to_string()], kind: Kind::Sized(n), label: Label { text: "a".to_string(), code: 0 } }).await?;
    let mut perhaps8: Option<String> = perhaps.clone();
    note(format!("at {n}/{flag}")).await?;
    note(perhaps8.clone().unwrap_or_default()).await?;
    parcel(what.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Kind::Empty)
}
#[test]
fn w048_agrees() {
    agrees!(w048(n, flag, word, perhaps, what));
}

#[workflow]
pub async fn w049(flag: bool, word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    match (held.size) % 6 {
        0 => {
            note("arm".to_string()).await?;
        }
        1 | 2 => {
            match (held.label.code) % 6 {
                0 => {
                    note("arm".to_string()).await?;
                }
                1 | 2 => {
                    let mut turn3 = 0_i64;
                    let next5: Option<String> = held.note.clone();
                    'l4: while let Some(word6) = next5.clone() {
                        if turn3 > 1 { break; }
                        turn3 += 1;
                        note("turn".to_string()).await?;
                        {
                            let sizes7: BTreeMap<String, i64> = sizes.clone();
                        }
                    }
                }
                n2 if n2 > 3 => {
                    note(format!("at {flag}/{word}/{n2}")).await?;
                }
                i64::MIN..=-1 => {
                    sleep(Duration::from_secs(held.name.len() as u64)).await;
                    map(vec![held.name.clone(), "b".to_string()], async |word8| {
                        let word8: String = format!("{word8}/{word8}");
                        sleep(Duration::from_secs(43)).await;
                        Ok(flag)
                    }).await?;
                    return Ok(Kind::Named { name: format!("{flag}/{word}"), size: held.label.code });
                }
                _ => {
                }
            }
        }
        n1 if n1 > 3 => {
            sleep(Duration::from_secs(held.name.len() as u64)).await;
            if let Kind::Sized(n9) = held.kind.clone() {
                note("arm".to_string()).await?;
            }
        }
        i64::MIN..=-1 => {
            return Ok(Kind::Empty);
        }
        _ => {
            note(format!("at {flag}/{word}")).await?;
        }
    }
    let lines: Parcel = held.clone();
    let mut word: Kind = lines.kind.clone();
    note(format!("at {flag}")).await?;
    parcel(lines.clone()).await?;
    parcel(held.clone()).await?;
    Ok(Kind::Sized(held.label.text.len() as i64))
}
#[test]
fn w049_agrees() {
    agrees!(w049(flag, word, lines, held, sizes));
}
