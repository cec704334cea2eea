//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w165(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    match (perhaps.clone(), !(held.name == "c")) {
        (Some(word1), true) => {
            map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word2| {
                match held.kind.clone() {
                    Kind::Sized(word1) if word1 > 3 => {
                        let mut turn5 = 0_i64;
                        loop {
                            turn5 += 1;
                            if turn5 > 2 { break; }
                            for word6 in vec!["north".to_string(), "".to_string()] {
                                let lines8: Vec<String> = list(word.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                            }
                            if held.lines.contains(&word) {
                                note("arm".to_string()).await?;
                            } else if sizes.is_empty() {
                            } else {
                                if !(held.size > 1) {
                                    continue;
                                }
                                let word: Kind = Kind::Sized(n);
                            }
                        }
                    }
                    Kind::Sized(word1) => {
                        note(format!("at {n}/{word}/{word2}/{word1}")).await?;
                    }
                    _ => {
                        let mut turn9 = 0_i64;
                        while turn9 < 2 && held.lines.contains(&word1) {
                            turn9 += 1;
                            {
                                note(format!("at {word}/{word1}/{word2}/{turn9}")).await?;
                            }
                            note(word1.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                        }
                    }
                }
                Ok(held.clone())
            }).await?;
            note(word1).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
        }
        (Some(word1), false) if word1 == "a" => {
        }
        (None, _) | (_, false) => {
        }
    }
    let n: i64 = sizes.get(&held.name).copied().unwrap_or(6);
    let what10: Kind = held.kind;
    note(format!("at {word}/{n}")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(vec![held.label.text])
}
#[test]
fn w165_agrees() {
    agrees!(w165(n, word, perhaps, what, held, sizes));
}

#[workflow]
pub async fn w166(n: i64, flag: bool, word: String, what: Kind, held: Parcel) -> Result<bool, Failure> {
    let Some(what) = maybe(held.name.clone()).await? else {
        let held1: Parcel = Parcel { name: word.clone(), size: (held.size) % 50 - (held.size) % 7, note: held.note.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: what.clone(), label: Label { text: held.name.clone(), code: n } };
        return Ok(flag);
    };
    let word2: String = {
        let mut turn3 = 0_i64;
        loop {
            turn3 += 1;
            if turn3 > 2 { break held.name.clone(); }
            note("turn".to_string()).await?;
            let perhaps4: Option<String> = match (held.note.clone(), matches!(held.kind, Kind::Sized(_) | Kind::Empty)) {
                (Some(word5), true) => {
                    if held.lines.contains(&held.name) {
                        if !(held.label.code > -1) {
                            return Ok(!(matches!(held.kind, Kind::Sized(_) | Kind::Empty)));
                        }
                        if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                            return Err(Failure::new("Stopped", word5.clone()));
                        }
                    } else if flag && held.note.is_some() {
                        note(format!("at {word}/{what}/{turn3}/{word5}")).await?;
                    }
                    note(word5.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                    match (held.size) % 6 {
                        0 => {
                            held.note.clone()
                        }
                        1 | 2 => {
                            break word.clone();
                        }
                        turn3 if turn3 > 3 => {
                            held.note.clone()
                        }
                        _ => {
                            None::<String>
                        }
                    }
                }
                (Some(word5), false) if word5 == "a" => {
                    Some("north".to_string())
                }
                (None, _) | (_, false) => {
                    continue;
                }
            };
            let mut perhaps6: Option<String> = held.lines.first().cloned();
            perhaps6 = Some(word.clone());
        }
    };
    let mut what: Parcel = parcel(held.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {n}/{flag}/{word}/{word2}")).await?;
    parcel(what.clone()).await?;
    parcel(held.clone()).await?;
    Ok(flag)
}
#[test]
fn w166_agrees() {
    agrees!(w166(n, flag, word, what, held));
}

#[workflow]
pub async fn w167(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<Vec<String>, Failure> {
    let (lines1, flag2, word3) = join!(
        list(lines.join("-")),
        async {
            {
                let Some(word4) = held.note.clone() else {
                    let Kind::Sized(n5) = held.kind.clone() else {
                        {
                            let mut flag: Kind = held.kind.clone();
                        }
                        if let Kind::Sized(n6) = kind(0).await? {
                            note("arm".to_string()).await?;
                        } else {
                            let flag7: bool = check(held.label.text.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                            let held8: Parcel = parcel(held.clone()).await?;
                        }
                        return Ok(held.lines.len() as i64 > 3);
                    };
                    if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                        return Ok(flag);
                    }
                    return Ok(!(held.lines.contains(&held.label.text)));
                };
                sleep(Duration::from_secs(16)).await;
            }
            let held9: Parcel = Parcel { name: held.name.clone(), size: n, note: Some(held.name.clone()), lines: held.lines.clone(), kind: what.clone(), label: Label { text: "".to_string(), code: n } };
            let what: Kind = held9.kind;
            Ok(flag)
        },
        async {
            Ok("north".to_string())
        },
    )
    .await?;
    let what10: Kind = held.kind;
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(format!("at {flag}/{word}/{flag2}/{word3}")).await?;
    note(lines1.join("-")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.lines.clone())
}
#[test]
fn w167_agrees() {
    agrees!(w167(n, flag, word, perhaps, lines, what, held));
}

#[workflow]
pub async fn w168(n: i64, word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    map(vec![word.clone(), held.name.clone()], async |word1| {
        'l2: for word3 in vec!["b".to_string(), word.clone()] {
            {
                match (held.label.code) % 6 {
                    0 => {
                        note(format!("at {n}/{word}/{word1}/{word3}")).await?;
                    }
                    1 | 2 => {
                        note(format!("at {n}/{word}/{word1}/{word3}")).await?;
                    }
                    n5 if n5 > 3 => {
                        note(format!("at {word}/{word1}/{word3}/{n5}")).await?;
                    }
                    i64::MIN..=-1 => {
                    }
                    _ => {
                        if n > -1 {
                            return Ok(sizes.is_empty());
                        }
                        let mut word1: Option<String> = None::<String>;
                    }
                }
            }
            let mut lines6: Vec<String> = lines.clone();
            lines6.push(word1.clone());
        }
        {
            let mut turn7 = 0_i64;
            let next8: Option<String> = held.note.clone();
            while let Some(word9) = next8.clone() {
                if turn7 > 1 { break; }
                turn7 += 1;
                sleep(Duration::from_secs(34)).await;
            }
        }
        Ok(held.note.is_some())
    }).max_concurrency(2).await?;
    let perhaps10: Option<String> = held.note.clone();
    let perhaps11: Option<String> = maybe(format!("{word}/{word}")).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("at {n}/{word}")).await?;
    note(perhaps11.clone().unwrap_or_default()).await?;
    note(perhaps10.clone().unwrap_or_default()).await?;
    parcel(held.clone()).await?;
    Ok(maybe(held.label.text.clone()).await?)
}
#[test]
fn w168_agrees() {
    agrees!(w168(n, word, lines, held, sizes));
}

#[workflow]
pub async fn w169(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel) -> Result<BTreeMap<String, i64>, Failure> {
    {
        if matches!(what, Kind::Sized(_) | Kind::Empty) {
            return Err(Failure::new("Stopped", held.label.text.clone()));
        }
    }
    let mut held1: Parcel = parcel(held.clone()).await?;
    match held1.kind.clone() {
        Kind::Sized(perhaps) if perhaps > 3 => {
            let mut turn4 = 0_i64;
            'l5: loop {
                turn4 += 1;
                if turn4 > 2 { break; }
                note("turn".to_string()).await?;
                {
                    match (held1.note.clone(), !(held1.label.text == "a")) {
                        (Some(word6), true) => {
                            return Ok(BTreeMap::<String, i64>::new());
                        }
                        (Some(word6), false) if word6 == "a" => {
                            'l7: for word8 in held1.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                                note("turn".to_string()).await?;
                                let mut perhaps: String = held1.label.text.clone();
                                break 'l5;
                            }
                        }
                        (None, _) | (_, false) => {
                            note(format!("at {n}/{word}/{perhaps}/{turn4}")).await?;
                        }
                    }
                    let mut turn10 = 0_i64;
                    'l11: loop {
                        turn10 += 1;
                        if turn10 > 2 { break; }
                        note(format!("at {word}/{perhaps}/{turn4}/{turn10}")).await?;
                    }
                }
            }
        }
        Kind::Sized(perhaps) => {
            note(format!("at {n}/{word}/{perhaps}")).await?;
        }
        Kind::Named { name: word3, size: n2 } => {
            note(format!("at {n}/{word}/{word3}/{n2}")).await?;
        }
        Kind::Empty => {
            return Ok(BTreeMap::<String, i64>::new());
        }
    }
    note(format!("at {n}/{word}")).await?;
    parcel(held1.clone()).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w169_agrees() {
    agrees!(w169(n, word, perhaps, what, held));
}
