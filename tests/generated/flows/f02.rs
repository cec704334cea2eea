//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w010(n: i64, flag: bool, word: String, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        let (n3, n4, sizes5) = join!(
            number(sizes.get(&word).copied().unwrap_or(3)),
            number(1),
            async {
                let mut held6: Parcel = Parcel { name: word.clone(), size: (turn1) % 50 - (-2) % 7, note: None::<String>, lines: Vec::<String>::new(), kind: Kind::Empty, label: Label { text: word.clone(), code: n } };
                'l7: for word8 in vec!["north".to_string(), "a".to_string()] {
                    note(held6.name.clone()).await?;
                    if flag && (held6.label.text.len() as i64) % 2 == 0 {
                        note(format!("at {flag}/{word}/{turn1}/{word8}")).await?;
                    } else {
                        if held6.note.is_some() {
                            sleep(Duration::from_secs(word8.len() as u64)).await;
                        } else if held6.lines.contains(&held6.name) {
                            held6.label.code = 0;
                        } else {
                            note(format!("at {flag}/{word}/{turn1}/{word8}")).await?;
                        }
                        if 3 > 0 {
                            note(format!("at {flag}/{word}/{turn1}/{word8}")).await?;
                        } else {
                            note(format!("at {flag}/{word}/{turn1}/{word8}")).await?;
                        }
                    }
                }
                Ok(sizes.clone())
            },
        )
        .await?;
        let lines10: Vec<String> = list(word.clone()).await?;
    }
    note("north".to_string()).await?;
    let mut perhaps11: Option<String> = None::<String>;
    perhaps11 = Some(word.clone());
    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
    note(perhaps11.clone().unwrap_or_default()).await?;
    Ok(Kind::Sized(n))
}
#[test]
fn w010_agrees() {
    agrees!(w010(n, flag, word, sizes));
}

#[workflow]
pub async fn w011(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    if check(held.lines.join("-")).await? {
        if held.lines.contains(&word) {
            return Ok(lines.join("-"));
        } else if flag && lines.contains(&held.label.text) {
        } else {
            match what.clone() {
                Kind::Sized(n1) => {
                    match (number(n1).await?) % 6 {
                        0 => {
                            return Ok(word.clone());
                        }
                        1 | 2 => {
                        }
                        _ => {
                            let mut sizes: Parcel = parcel(Parcel { name: held.name.clone(), size: held.lines.len() as i64, note: held.note.clone(), lines: held.lines.clone(), kind: what.clone(), label: Label { text: held.name.clone(), code: n1 } }).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        }
                    }
                    let (n5, n6) = join!(
                        async {
                            if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                                note("arm".to_string()).await?;
                                let mut held7: Parcel = held.clone();
                                let Parcel { lines: lines8, kind: what9, .. } = held7;
                            } else if perhaps.is_some() {
                                return Ok(n1);
                            }
                            Ok(held.size)
                        },
                        number(1),
                    )
                    .await?;
                }
                Kind::Named { name: word3, size: n2 } => {
                    note(format!("at {flag}/{word}/{word3}/{n2}")).await?;
                }
                Kind::Empty => {
                    note(format!("at {flag}/{word}")).await?;
                }
            }
            let mut turn10 = 0_i64;
            'l11: loop {
                turn10 += 1;
                if turn10 > 2 { break; }
                note("turn".to_string()).await?;
            }
        }
    }
    let sizes12: BTreeMap<String, i64> = table(held.label.text.clone()).await?;
    sleep(Duration::from_secs(24)).await;
    note(format!("at {flag}/{word}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.label.text.clone())
}
#[test]
fn w011_agrees() {
    agrees!(w011(flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w012(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<String, Failure> {
    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        sleep(Duration::from_secs(59)).await;
        Ok(held.label.code)
    }).await?;
    if let Some(word2) = held.note.clone() {
        let Some(perhaps) = perhaps.clone() else {
            if false {
                match (held.label.code) % 6 {
                    0 => {
                        match (held.note.clone(), !(lines.contains(&word2))) {
                            (Some(word), true) => {
                                note("arm".to_string()).await?;
                                let mut what: Vec<String> = held.lines.clone();
                            }
                            (Some(word), false) if word == "a" => {
                                let mut word2: String = held.label.text.clone();
                                return Ok(held.lines.join("-"));
                            }
                            (None, _) | (_, false) => {
                                note(format!("at {word}/{word2}")).await?;
                            }
                        }
                        let what4: Kind = Kind::Empty;
                    }
                    1 | 2 => {
                        return Ok(held.note.clone().unwrap_or_default());
                    }
                    _ => {
                    }
                }
                let mut perhaps: Option<String> = held.note.clone();
                return Err(Failure::new("Stopped", held.name.clone()));
            } else {
            }
            let held: String = held.label.text;
            return Ok(word2.clone());
        };
    } else {
        note(format!("at {word}")).await?;
    }
    let held5: Parcel = Parcel { name: word.clone(), size: -2, note: Some(held.name.clone()), lines: vec![word.clone(), held.name.clone()], kind: Kind::Named { name: "a".to_string(), size: held.name.len() as i64 }, label: Label { text: word.clone(), code: held.label.code } };
    note(format!("at {word}")).await?;
    parcel(held5.clone()).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(text(held5.name.clone()).await?)
}
#[test]
fn w012_agrees() {
    agrees!(w012(word, perhaps, lines, what, held));
}

#[workflow]
pub async fn w013(n: i64, flag: bool, word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    match maybe("c".to_string()).await? {
        Some(word1) if word1.is_empty() => {
            note(format!("at {n}/{flag}/{word}/{word1}")).await?;
        }
        Some(word1) => {
            note(format!("at {n}/{flag}/{word}/{word1}")).await?;
        }
        None => {
            match maybe(word.clone()).await? {
                Some(n) => {
                    if !(lines.contains(&n)) {
                        let mut flag2: bool = !(((1) % 50 - (0) % 7) % 2 == 0);
                        flag2 = matches!(what, Kind::Sized(_) | Kind::Empty);
                        return Ok(sizes.get(&word).copied().unwrap_or(2));
                    }
                }
                None => {
                    return Ok(-2);
                }
            }
            let mut turn3 = 0_i64;
            let next5: Option<String> = None::<String>;
            'l4: while let Some(word6) = next5.clone() {
                if turn3 > 1 { break; }
                turn3 += 1;
                if let Some(what) = maybe("north".to_string()).await? {
                    note("arm".to_string()).await?;
                    let mut lines7: Vec<String> = lines.clone();
                } else {
                }
            }
        }
    }
    let mut turn8 = 0_i64;
    'l9: loop {
        turn8 += 1;
        if turn8 > 2 { break; }
        note("turn".to_string()).await?;
        let held10: Parcel = Parcel { name: word.clone(), size: lines.len() as i64, note: None::<String>, lines: lines.clone(), kind: what.clone(), label: Label { text: word.clone(), code: (turn8) % 50 - (n) % 7 } };
        let Parcel { lines: lines11, kind: what12, .. } = held10;
    }
    match (n) % 6 {
        0 => {
            note(format!("at {n}/{flag}/{word}/{turn8}")).await?;
        }
        1 | 2 => {
        }
        _ => {
            return Ok(n);
        }
    }
    note(format!("at {n}/{flag}/{word}/{turn8}")).await?;
    note(lines.join("-")).await?;
    Ok(n)
}
#[test]
fn w013_agrees() {
    agrees!(w013(n, flag, word, lines, what, sizes));
}

#[workflow]
pub async fn w014(word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    if perhaps.is_some() {
        note(format!("at {word}")).await?;
    } else if held.note.is_some() {
        if held.note.is_some() {
            match held.note.clone() {
                Some(word1) if word1.is_empty() => {
                    note(format!("at {word}/{word1}")).await?;
                }
                Some(word1) => {
                    let Some(word) = maybe(held.lines.join("-")).await? else {
                        let mut turn2 = 0_i64;
                        'l3: while turn2 < 2 && matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                            turn2 += 1;
                            note("turn".to_string()).await?;
                            if held.label.text == "" {
                                return Ok(Some("c".to_string()));
                            }
                            let perhaps4: Option<String> = None::<String>;
                        }
                        return Ok(perhaps.clone());
                    };
                    'l5: for word6 in vec![word1.clone(), held.name.clone()] {
                        note("turn".to_string()).await?;
                        {
                            if held.lines.contains(&word) {
                                break 'l5;
                            }
                        }
                        match slow(held.note.as_ref().map_or(4, |of| of.len() as i64)).await {
                            Ok(word10) if word10 == "a" => {
                                note("arm".to_string()).await?;
                            }
                            Ok(word10) => {
                            }
                            Err(Small::Late) => {
                            }
                            Err(Small::Full(_, word11)) => {
                            }
                            Err(Small::Empty) => {
                                return Ok(held.lines.first().cloned());
                            }
                        }
                    }
                }
                None => {
                }
            }
            note("a".to_string()).await?;
        } else {
        }
    } else {
    }
    let mut sizes12: BTreeMap<String, i64> = table(held.label.text.clone()).await?;
    let perhaps13: Option<String> = maybe(word.clone()).await?;
    note(format!("at {word}")).await?;
    note(perhaps13.clone().unwrap_or_default()).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(None::<String>)
}
#[test]
fn w014_agrees() {
    agrees!(w014(word, perhaps, held, sizes));
}
