//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w005(flag: bool, word: String, what: Kind, held: Parcel) -> Result<i64, Failure> {
    let mut word1: String = text(format!("{flag}/{word}")).await?;
    match held.name.as_str() {
        "a" | "b" => {
            note("arm".to_string()).await?;
        }
        "north" => {
        }
        _ => {
            let mut word2: String = text(held.lines.join("-")).await?;
        }
    }
    let (sizes3, held4, flag5) = join!(
        table(word.clone()),
        parcel(Parcel { name: word1.clone(), size: held.size, note: None::<String>, lines: held.lines.clone(), kind: what.clone(), label: Label { text: word1.clone(), code: held.size } }),
        async {
            let mut turn6 = 0_i64;
            'l7: while turn6 < 2 && !(held.lines.contains(&word)) {
                turn6 += 1;
                {
                    let Some(word8) = held.note.clone() else {
                        if let Some(word9) = held.note.clone() {
                            note("arm".to_string()).await?;
                            let held10: Parcel = held.clone();
                            let perhaps11: Option<String> = held10.note;
                        }
                        continue 'l7;
                    };
                }
                match slow(turn6).await {
                    Ok(word14) => {
                        note(format!("at {word}/{word1}/{turn6}/{word14}")).await?;
                    }
                    Err(Small::Late) => {
                        match slow(3).await {
                            Ok(word18) => {
                                note("arm".to_string()).await?;
                            }
                            Err(Small::Late) => {
                                note(format!("at {flag}/{word}/{word1}/{turn6}")).await?;
                            }
                            Err(Small::Full(_, word19)) => {
                                note(format!("at {word}/{word1}/{turn6}/{word19}")).await?;
                            }
                            Err(Small::Empty) => {
                            }
                        }
                    }
                    Err(Small::Full(_, word15)) => {
                        note(format!("at {word}/{word1}/{turn6}/{word15}")).await?;
                    }
                    Err(Small::Empty) => {
                    }
                }
            }
            Ok(held.note.is_some())
        },
    )
    .await?;
    note(format!("at {flag}/{word}/{word1}/{flag5}")).await?;
    parcel(held4.clone()).await?;
    parcel(held.clone()).await?;
    Ok(held4.label.code)
}
#[test]
fn w005_agrees() {
    agrees!(w005(flag, word, what, held));
}

#[workflow]
pub async fn w006(n: i64, flag: bool, word: String, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    match (held.label.code) % 6 {
        0 => {
            note("arm".to_string()).await?;
        }
        1 | 2 => {
        }
        i64::MIN..=-1 => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        _ => {
            for n4 in 0..3_i64 {
                match what.clone() {
                    Kind::Sized(n5) => {
                        note("arm".to_string()).await?;
                    }
                    Kind::Named { name: n, size: n6 } => {
                        note(format!("at {word}/{n4}/{n}/{n6}")).await?;
                    }
                    Kind::Empty => {
                        let held: String = text(word.clone()).timeout(Duration::from_secs(3)).await?;
                        continue;
                    }
                }
                match held.label.text.as_str() {
                    "a" | "b" => {
                        note("arm".to_string()).await?;
                        let sizes: BTreeMap<String, i64> = sizes.clone();
                    }
                    "north" => {
                        if let Kind::Sized(sizes) = what.clone() {
                            match risky(held.label.text.clone()).await {
                                Ok(n9) => {
                                    note("arm".to_string()).await?;
                                    let word: bool = flag;
                                }
                                Err(Trouble::Busy) => {
                                    note(format!("at {flag}/{word}/{n4}/{sizes}")).await?;
                                }
                                Err(Trouble::Bad { why: word10, .. }) => {
                                }
                                Err(Trouble::Closed(word10)) => {
                                }
                                Err(other7) => return Err(other7.into()),
                            }
                        }
                    }
                    _ => {
                        let Ok(n11) = number(n4).await else {
                            return Ok(held.lines.join("-"));
                        };
                        let word12: String = text(held.lines.join("-")).await?;
                    }
                }
            }
            let n13: i64 = held.label.code;
        }
    }
    let mut flag14: bool = !(matches!(held.kind, Kind::Sized(_) | Kind::Empty));
    flag14 = (6) % 2 == 0;
    let n15: i64 = held.label.code;
    note(format!("at {flag}/{word}/{flag14}/{n15}")).await?;
    parcel(held.clone()).await?;
    Ok(held.label.text.clone())
}
#[test]
fn w006_agrees() {
    agrees!(w006(n, flag, word, what, held, sizes));
}

#[workflow]
pub async fn w007(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    let what1: Kind = Kind::Sized(n);
    let Some(flag) = perhaps.clone() else {
        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word2| {
            let mut turn3 = 0_i64;
            'l4: while turn3 < 2 && perhaps.is_some() {
                turn3 += 1;
                let perhaps5: Option<String> = maybe(perhaps.clone().unwrap_or_default()).await?;
            }
            let (lines6, word7, lines8) = join!(
                list(lines.join("-")),
                text(word2.clone()),
                async {
                    match what1.clone() {
                        Kind::Sized(n9) => {
                            match perhaps.clone() {
                                Some(word12) => {
                                    note("arm".to_string()).await?;
                                    let mut flag13: bool = flag;
                                    flag13 = !(n > 2);
                                }
                                None => {
                                    note(format!("at {word}/{word2}/{turn3}/{n9}")).await?;
                                }
                            }
                            if !(word == "north") {
                                return Ok(lines.clone());
                            }
                        }
                        _ => {
                            note(format!("at {flag}/{word}/{word2}/{turn3}")).await?;
                        }
                    }
                    if !(turn3 > 3) {
                        note(format!("at {flag}/{word}/{word2}/{turn3}")).await?;
                    }
                    Ok(lines.clone())
                },
            )
            .await?;
            Ok(sizes.clone())
        }).max_concurrency(2).await?;
        return Ok(lines.clone());
    };
    let mut what14: Kind = what1.clone();
    note(format!("at {n}/{word}/{flag}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(lines)
}
#[test]
fn w007_agrees() {
    agrees!(w007(n, flag, word, perhaps, lines, sizes));
}

#[workflow]
pub async fn w008(word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel) -> Result<bool, Failure> {
    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        let (held2, held3) = join!(
            parcel(Parcel { name: held.name.clone(), size: 1, note: held.note.clone(), lines: vec![held.name.clone(), word.clone()], kind: Kind::Named { name: held.name.clone(), size: held.label.code }, label: Label { text: word.clone(), code: held.label.code } }),
            async {
                match risky(held.name.clone()).await {
                    Ok(n6) => {
                        note(held.note.clone().unwrap_or_default()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        let perhaps: Option<String> = None::<String>;
                    }
                    Err(Trouble::Busy) => {
                        note(format!("at {word}/{word1}")).await?;
                    }
                    Err(Trouble::Bad { why: word7, .. }) => {
                        note(format!("at {word}/{word1}/{word7}")).await?;
                    }
                    Err(Trouble::Closed(word7)) => {
                        return Ok(held.clone());
                    }
                    Err(other4) => return Err(other4.into()),
                }
                match held.kind.clone() {
                    Kind::Sized(n8) if n8 > 3 => {
                        match (perhaps.clone(), perhaps.is_some()) {
                            (Some(held), true) => {
                                if check(word1.clone()).await? {
                                    if !(perhaps.is_some()) {
                                        return Ok(Parcel { name: "".to_string(), size: n8, note: Some(word.clone()), lines: lines.clone(), kind: Kind::Sized(n8), label: Label { text: word1.clone(), code: n8 } });
                                    }
                                } else if !((n8) % 2 == 0) {
                                    sleep(Duration::from_secs(held.len() as u64)).await;
                                    let perhaps11: Option<String> = perhaps.clone();
                                }
                                let what12: Kind = kind(n8).await?;
                            }
                            (Some(held), false) if held == "a" => {
                                return Ok(Parcel { name: word.clone(), size: (n8) % 50 + (2) % 7, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Named { name: held.clone(), size: n8 }, label: Label { text: word1.clone(), code: word1.len() as i64 } });
                            }
                            (None, _) | (_, false) => {
                            }
                        }
                        let held13: Parcel = held.clone();
                        let word1: Kind = held13.kind;
                    }
                    Kind::Sized(n8) => {
                        return Ok(held.clone());
                    }
                    Kind::Named { name: word10, size: n9 } => {
                        return Ok(Parcel { name: "a".to_string(), size: held.size, note: None::<String>, lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: held.kind.clone(), label: Label { text: word1.clone(), code: held.size } });
                    }
                    Kind::Empty => {
                        note(format!("at {word}/{word1}")).await?;
                    }
                }
                Ok(held.clone())
            },
        )
        .await?;
        if held.lines.contains(&held2.name) {
            return Ok(held3.clone());
        }
        Ok(Parcel { name: "north".to_string(), size: held3.label.code, note: perhaps.clone(), lines: held2.lines.clone(), kind: Kind::Sized(held.lines.len() as i64), label: Label { text: word.clone(), code: -1 } })
    }).max_concurrency(2).await?;
    let word14: String = held.label.text;
    let mut what15: Kind = Kind::Named { name: word.clone(), size: lines.len() as i64 };
    what15 = Kind::Sized(lines.len() as i64);
    note(format!("at {word}/{word14}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(check(word.clone()).await?)
}
#[test]
fn w008_agrees() {
    agrees!(w008(word, perhaps, lines, held));
}

#[workflow]
pub async fn w009(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    match slow(held.size).await {
        Ok(word3) => {
            note(format!("at {n}/{word}/{word3}")).await?;
        }
        Err(Small::Late) => {
            match maybe(held.note.clone().unwrap_or_default()).await {
                Ok(word) => {
                    note(format!("at {n}")).await?;
                }
                Err(failure5) => {
                    let cause6 = failure5.error().to_string();
                    match held.label.text.as_str() {
                        "a" | "b" => {
                            if (0) % 2 == 0 {
                                return Ok(vec!["b".to_string(), word.clone()]);
                            }
                        }
                        "north" => {
                            let mut flag7: bool = check(held.name.clone()).await?;
                        }
                        _ => {
                        }
                    }
                    let (perhaps8, word9, lines10) = join!(
                        maybe(word.clone()),
                        text(perhaps.clone().unwrap_or_default()),
                        async {
                            note(held.name.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            Ok(vec![word.clone()])
                        },
                    )
                    .await?;
                }
            }
            match held.note.clone() {
                Some(word11) if word11.is_empty() => {
                    note(format!("at {n}/{word}/{word11}")).await?;
                }
                Some(word11) => {
                    let mut turn12 = 0_i64;
                    'l13: loop {
                        turn12 += 1;
                        if turn12 > 2 { break; }
                        match (n) % 6 {
                            0 => {
                                match word11.as_str() {
                                    "a" | "b" => {
                                        note(format!("at {n}/{word}/{word11}/{turn12}")).await?;
                                    }
                                    "north" => {
                                    }
                                    "" if !(sizes.is_empty()) => {
                                        note(format!("at {n}/{word}/{word11}/{turn12}")).await?;
                                    }
                                    _ => {
                                        note(format!("at {n}/{word}/{word11}/{turn12}")).await?;
                                    }
                                }
                                let mut what15: Kind = kind(turn12).await?;
                            }
                            1 | 2 => {
                            }
                            n14 if n14 > 3 => {
                                note(format!("at {word}/{word11}/{turn12}/{n14}")).await?;
                            }
                            i64::MIN..=-1 => {
                            }
                            _ => {
                            }
                        }
                    }
                }
                None => {
                }
            }
        }
        Err(Small::Full(_, word4)) => {
            note(format!("at {n}/{word}/{word4}")).await?;
        }
        Err(Small::Empty) => {
            note(format!("at {n}/{word}")).await?;
        }
    }
    let mut what16: Kind = what.clone();
    sleep(Duration::from_secs(26)).await;
    note(format!("at {n}/{word}")).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.lines.clone())
}
#[test]
fn w009_agrees() {
    agrees!(w009(n, word, perhaps, what, held, sizes));
}
