//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w050(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    match kind(held.label.code).await? {
        Kind::Sized(n1) if n1 > 3 => {
            {
                if flag && lines.contains(&held.name) {
                    match what.clone() {
                        Kind::Sized(n4) if n4 > 3 => {
                            return Ok(lines.clone());
                        }
                        Kind::Sized(n4) => {
                            let (lines7, sizes8, lines9) = join!(
                                async {
                                    let sizes: BTreeMap<String, i64> = sizes.clone();
                                    Ok(lines.clone())
                                },
                                async {
                                    let mut sizes10: BTreeMap<String, i64> = sizes.clone();
                                    sizes10.insert(held.name.clone(), word.len() as i64);
                                    Ok(sizes10.clone())
                                },
                                list(perhaps.clone().unwrap_or_default()),
                            )
                            .await?;
                            match held.kind.clone() {
                                Kind::Sized(n11) if n11 > 3 => {
                                    note("arm".to_string()).await?;
                                }
                                Kind::Sized(n11) => {
                                    sleep(Duration::from_secs(14)).await;
                                    return Ok(vec![word.clone()]);
                                }
                                Kind::Named { name: word13, size: n12 } => {
                                    let Parcel { lines: lines14, kind: what15, .. } = held;
                                    let mut flag16: bool = flag;
                                    flag16 = !(held.label.text.len() as i64 > 0);
                                }
                                Kind::Empty => {
                                }
                            }
                        }
                        Kind::Named { name: word6, size: n5 } => {
                        }
                        Kind::Empty => {
                        }
                    }
                } else if perhaps.is_some() {
                    note(format!("at {flag}/{word}/{n1}")).await?;
                } else {
                }
                let mut lines17: Vec<String> = list(held.label.text.clone()).await?;
            }
        }
        Kind::Sized(n1) => {
            return Err(Failure::new("Stopped", held.name.clone()));
        }
        Kind::Named { name: word3, size: n2 } => {
            return Ok(vec![held.label.text.clone()]);
        }
        Kind::Empty => {
        }
    }
    let perhaps: Option<String> = lines.first().cloned();
    let perhaps: Vec<String> = vec![held.name.clone()];
    note(format!("at {flag}/{word}")).await?;
    note(perhaps.join("-")).await?;
    note(lines.join("-")).await?;
    Ok(vec![held.name.clone(), held.label.text])
}
#[test]
fn w050_agrees() {
    agrees!(w050(flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w051(flag: bool, word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Parcel, Failure> {
    if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
        note(format!("at {flag}/{word}")).await?;
    } else if flag && held.label.code > 1 {
        map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
            let held2: Parcel = Parcel { name: "c".to_string(), size: held.note.as_ref().map_or(6, |of| of.len() as i64), note: held.lines.first().cloned(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: word1.clone(), code: held.note.as_ref().map_or(5, |of| of.len() as i64) } };
            let word3: String = held2.name;
            Ok(held2.note.clone())
        }).max_concurrency(2).await?;
    } else {
        let word: i64 = match held.note.clone() {
            Some(word4) if word4.is_empty() => {
                number(held.label.code).await?
            }
            Some(word4) => {
                sizes.get(&word4).copied().unwrap_or(5)
            }
            None => {
                match word.as_str() {
                    "a" | "b" => {
                        return Ok(held.clone());
                    }
                    "north" => {
                    }
                    "" if held.label.code > 3 => {
                        'l5: for n8 in 0..3_i64 {
                            let mut lines9: Vec<String> = held.lines.clone();
                            let n10: i64 = number(held.label.code).await?;
                        }
                        let mut perhaps11: Option<String> = None::<String>;
                        perhaps11 = Some(held.label.text.clone());
                    }
                    _ => {
                    }
                }
                held.size
            }
        };
    }
    if let Kind::Sized(n12) = held.kind.clone() {
        note("arm".to_string()).await?;
    } else {
        note(format!("at {flag}/{word}")).await?;
    }
    let mut flag13: bool = check("".to_string()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {flag}/{word}/{flag13}")).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.clone())
}
#[test]
fn w051_agrees() {
    agrees!(w051(flag, word, perhaps, held, sizes));
}

#[workflow]
pub async fn w052(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    let perhaps1: Option<String> = if sizes.is_empty() {
        held.note.clone()
    } else if (held.label.code) % 2 == 0 {
        perhaps.clone()
    } else {
        if let Some(word2) = held.note.clone() {
            match word.as_str() {
                "a" | "b" => {
                    note(format!("at {n}/{word}/{word2}")).await?;
                }
                "north" => {
                    let n: i64 = held.size;
                }
                _ => {
                }
            }
        }
        perhaps.clone()
    };
    let (word3, n4, perhaps5) = join!(
        text(held.name.clone()),
        async {
            {
                let perhaps1: String = text(format!("{word}/{n}")).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                let mut turn6 = 0_i64;
                'l7: loop {
                    turn6 += 1;
                    if turn6 > 2 { break; }
                    sleep(Duration::from_secs(16)).await;
                }
            }
            Ok(held.size)
        },
        async {
            if check(held.label.text.clone()).await? {
                note("arm".to_string()).await?;
            } else {
            }
            Ok(Some(held.label.text.clone()))
        },
    )
    .await?;
    let n: i64 = perhaps1.as_ref().map_or(-1, |of| of.len() as i64);
    note(format!("at {word}/{word3}/{n4}/{n}")).await?;
    note(perhaps5.clone().unwrap_or_default()).await?;
    note(perhaps1.clone().unwrap_or_default()).await?;
    parcel(held.clone()).await?;
    Ok(held.note.clone())
}
#[test]
fn w052_agrees() {
    agrees!(w052(n, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w053(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<Option<String>, Failure> {
    {
        let mut perhaps: Option<String> = lines.first().cloned();
    }
    let mut turn1 = 0_i64;
    while turn1 < 2 && n > 0 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let mut turn2 = 0_i64;
        'l3: loop {
            turn2 += 1;
            if turn2 > 2 { break; }
            note("turn".to_string()).await?;
            let held4: Parcel = held.clone();
            let held: i64 = held4.label.code;
        }
        'l5: for word6 in lines.iter().take(3).cloned().collect::<Vec<_>>() {
            if word6 == "b" {
                note("arm".to_string()).await?;
            } else {
                {
                    if let Ok(lines8) = list(held.note.clone().unwrap_or_default()).await {
                        if held.name == "" {
                            return Ok(None::<String>);
                        }
                        let mut perhaps9: Option<String> = maybe(word6.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                    } else {
                    }
                    note(word6.clone()).await?;
                }
            }
        }
    }
    let mut sizes10: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    sizes10.insert(word.clone(), -1);
    note(format!("at {n}/{word}/{turn1}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(perhaps.clone())
}
#[test]
fn w053_agrees() {
    agrees!(w053(n, word, perhaps, lines, what, held));
}

#[workflow]
pub async fn w054(flag: bool, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Parcel, Failure> {
    let flag1: bool = match (held.size) % 6 {
        0 => {
            if let Some(word3) = held.note.clone() {
                let what: i64 = number(held.size).await?;
                if check("a".to_string()).await? {
                    map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |held| {
                        let lines: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                        Ok(vec![held, "a".to_string()])
                    }).max_concurrency(2).await?;
                } else {
                }
            }
            for word4 in vec!["a".to_string(), word.clone()] {
                note("turn".to_string()).await?;
                let mut held6: Parcel = held.clone();
                held6.lines.push(held.name.clone());
            }
            flag
        }
        1 | 2 => {
            let mut lines7: Vec<String> = match word.as_str() {
                "a" | "b" => {
                    list(held.label.text.clone()).await?
                }
                "north" => {
                    lines.clone()
                }
                _ => {
                    held.lines.clone()
                }
            };
            flag
        }
        n2 if n2 > 3 => {
            flag && held.label.text == "b"
        }
        i64::MIN..=-1 => {
            flag
        }
        _ => {
            flag
        }
    };
    sleep(Duration::from_secs(53)).await;
    let word8: String = held.label.text;
    note(format!("at {flag}/{word}/{flag1}/{word8}")).await?;
    note(lines.join("-")).await?;
    Ok(Parcel { name: held.name.clone(), size: held.size, note: held.note.clone(), lines: lines.clone(), kind: held.kind.clone(), label: Label { text: word.clone(), code: word8.len() as i64 } })
}
#[test]
fn w054_agrees() {
    agrees!(w054(flag, word, lines, what, held, sizes));
}
