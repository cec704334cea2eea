//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w180(n: i64, flag: bool, word: String, perhaps: Option<String>, held: Parcel, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<i64, Failure> {
    let Kind::Sized(n1) = kind(4).await? else {
        if held.note.is_some() {
            return Ok(held.label.code);
        }
        {
            let mut turn2 = 0_i64;
            'l3: loop {
                turn2 += 1;
                if turn2 > 2 { break; }
                note("turn".to_string()).await?;
                let mut turn4 = 0_i64;
                let next6: Option<String> = held.lines.first().cloned();
                'l5: while let Some(word7) = next6.clone() {
                    if turn4 > 1 { break; }
                    turn4 += 1;
                    let mut lines8: Vec<String> = list(held.lines.join("-")).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                    match risky(word7.clone()).await {
                        Ok(n11) => {
                            note(format!("at {turn2}/{turn4}/{word7}/{n11}")).await?;
                        }
                        Err(Trouble::Busy) => {
                            break 'l3;
                        }
                        Err(Trouble::Bad { why: two, .. }) => {
                            break 'l5;
                        }
                        Err(Trouble::Closed(two)) => {
                            note(format!("at {turn2}/{turn4}/{word7}/{two}")).await?;
                        }
                        Err(other9) => return Err(other9.into()),
                    }
                }
            }
            match held.name.as_str() {
                "a" | "b" => {
                    return Ok(3);
                }
                "north" => {
                    note(format!("at {n}/{flag}/{word}/{turn2}")).await?;
                }
                _ => {
                    let mut flag: bool = !(many == Some(-1));
                }
            }
        }
        return Err(Failure::new("Stopped", held.label.text.clone()));
    };
    let word: Kind = held.kind.clone();
    sleep(Duration::from_secs(two.1.len() as u64)).await;
    note(format!("at {n}/{flag}/{n1}")).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(0)
}
#[test]
fn w180_agrees() {
    agrees!(w180(n, flag, word, perhaps, held, many, here, two));
}

#[workflow]
pub async fn w181(n: i64, flag: bool, word: String, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<Vec<Parcel>, Failure> {
    if many == Some(1) {
        note("arm".to_string()).await?;
    } else if !(true) {
        let mut turn1 = 0_i64;
        'l2: loop {
            turn1 += 1;
            if turn1 > 2 { break; }
            let n: my_types::Spot = between(here, here).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
            let Some(n3) = many else {
                let Some(n4) = count(many).await? else {
                    for word5 in vec!["north".to_string(), word.clone()] {
                        let mut held7: Parcel = parcel(Parcel { name: word.clone(), size: many.unwrap_or(6), note: Some(format!("{word5}/{turn1}")), lines: vec!["a".to_string()], kind: what.clone(), label: Label { text: "b".to_string(), code: two.1.len() as i64 }, count: many, spot: n }).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                    }
                    continue 'l2;
                };
                break 'l2;
            };
        }
    } else {
        note(format!("at {n}/{flag}/{word}")).await?;
    }
    let lines8: Vec<String> = vec![word.clone()];
    if flag && true {
        let mut turn9 = 0_i64;
        'l10: while turn9 < 2 && word == "b" {
            turn9 += 1;
            let mut turn11 = 0_i64;
            while turn11 < 2 && two.1 == "b" {
                turn11 += 1;
                note(format!("at {flag}/{word}/{turn9}/{turn11}")).await?;
            }
        }
        if flag && false {
            return Ok(vec![Parcel { name: two.1.clone(), size: n, note: None::<String>, lines: lines8.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Sized(two.0), label: Label { text: "b".to_string(), code: here.x }, count: None::<i64>, spot: here }]);
        }
    } else if !(false) {
        note(format!("at {n}/{flag}/{word}")).await?;
    }
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines8.join("-")).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(vec![Parcel { name: word.clone(), size: here.x, note: None::<String>, lines: lines8.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: here.x }, count: None::<i64>, spot: here }])
}
#[test]
fn w181_agrees() {
    agrees!(w181(n, flag, word, what, sizes, many, here, two));
}

#[workflow]
pub async fn w182(flag: bool, word: String, perhaps: Option<String>, held: Parcel, news: Event) -> Result<Option<i64>, Failure> {
    match kind(1).await? {
        Kind::Sized(n1) if n1 > 3 => {
            note(format!("at {flag}/{word}/{n1}")).await?;
        }
        Kind::Sized(n1) => {
            map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word3| {
                if false {
                    return Ok(held.note.clone());
                }
                Ok(perhaps.clone())
            }).await?;
            match word.as_str() {
                "a" | "b" => {
                    note(format!("at {flag}/{word}/{n1}")).await?;
                }
                "north" => {
                    {
                        {
                            match (held.spot.x) % 6 {
                                0 => {
                                    note("arm".to_string()).await?;
                                }
                                1 | 2 => {
                                    return Ok(held.count);
                                }
                                i64::MIN..=-1 => {
                                    note(format!("at {flag}/{word}/{n1}")).await?;
                                }
                                _ => {
                                    let perhaps: Event = news.clone();
                                    let flag: Parcel = held.clone();
                                }
                            }
                            if let Some(n1) = held.count {
                                let word4: String = held.label.text;
                                note(word).await?;
                            }
                        }
                    }
                }
                _ => {
                    note(format!("at {flag}/{word}/{n1}")).await?;
                }
            }
        }
        Kind::Named { name: word2, size: flag } => {
        }
        Kind::Empty => {
        }
    }
    sleep(Duration::from_secs(82)).await;
    note(held.name.clone()).await?;
    note(format!("at {flag}")).await?;
    event(news.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.count)
}
#[test]
fn w182_agrees() {
    agrees!(w182(flag, word, perhaps, held, news));
}

#[workflow]
pub async fn w183(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>) -> Result<Option<String>, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && held.count == Some(-1) {
        turn1 += 1;
        note("turn".to_string()).await?;
        if let Some(n3) = held.count {
            let mut perhaps: Option<String> = perhaps.clone();
            {
                let mut turn4 = 0_i64;
                'l5: loop {
                    turn4 += 1;
                    if turn4 > 2 { break; }
                    let (word6, held7, many8) = join!(
                        text(held.label.text.clone()),
                        async {
                            sleep(Duration::from_secs(36)).await;
                            let mut what: Kind = held.kind.clone();
                            Ok(held.clone())
                        },
                        async {
                            sleep(Duration::from_secs(19)).await;
                            let held9: Parcel = held.clone();
                            let perhaps: Vec<String> = held9.lines;
                            Ok(count(sizes.get("a").copied()).await?)
                        },
                    )
                    .await?;
                }
                let perhaps10: Option<String> = maybe(word.clone()).await?;
            }
        } else {
            break 'l2;
        }
    }
    let held_all11: Vec<Parcel> = vec![Parcel { name: held.label.text.clone(), size: sizes.get(&held.label.text).copied().unwrap_or(1), note: None::<String>, lines: held.lines.clone(), kind: Kind::Sized(held.note.as_ref().map_or(4, |of| of.len() as i64)), label: Label { text: word.clone(), code: turn1 }, count: held.count, spot: held.spot }];
    let mut perhaps: Option<String> = held.note.clone();
    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    boxes(held_all11.clone(), 1).await?;
    count(many).await?;
    Ok(held.note.clone())
}
#[test]
fn w183_agrees() {
    agrees!(w183(n, flag, word, perhaps, what, held, sizes, many));
}

#[workflow]
pub async fn w184(n: i64, flag: bool, word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String)) -> Result<Event, Failure> {
    'l1: for word2 in lines.iter().take(3).cloned().collect::<Vec<_>>() {
        note("turn".to_string()).await?;
        let mut turn4 = 0_i64;
        'l5: loop {
            turn4 += 1;
            if turn4 > 2 { break; }
            map(vec![word.clone(), word2.clone()], async |word6| {
                note("fork".to_string()).await?;
                match word.as_str() {
                    "a" | "b" => {
                        let Kind::Sized(n7) = what.clone() else {
                            let mut lines8: Vec<String> = lines.clone();
                            lines8.push(word2.clone());
                            return Ok(sizes.clone());
                        };
                        let (sizes9, perhaps10) = join!(
                            table(word2.clone()),
                            async {
                                let mut many11: Option<i64> = count(Some(n)).await?;
                                let mut word2: Parcel = pack("c".to_string(), lines.len() as i64, !(n > 1), many11).await?;
                                Ok(None::<String>)
                            },
                        )
                        .await?;
                    }
                    "north" => {
                        {
                            let held12: Parcel = Parcel { name: word2.clone(), size: turn4, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Sized(two.0), label: Label { text: word6.clone(), code: turn4 }, count: None::<i64>, spot: my_types::Spot { x: n, y: lines.len() as i64 } };
                            let Parcel { lines: lines13, kind: what14, .. } = held12;
                            let mut perhaps15: Option<String> = maybe(lines.join("-")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                        }
                        return Err(Failure::new("Stopped", two.1.clone()));
                    }
                    "" if true => {
                        note(format!("at {word}/{word2}/{turn4}/{word6}")).await?;
                    }
                    _ => {
                        return Ok(sizes.clone());
                    }
                }
                Ok(sizes.clone())
            }).max_concurrency(2).await?;
        }
    }
    let n16: i64 = number(lines.len() as i64).await?;
    let n17: i64 = two.0;
    note(format!("at {flag}/{word}/{n16}/{n17}")).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    note(lines.join("-")).await?;
    Ok(event(Event::Nothing).await?)
}
#[test]
fn w184_agrees() {
    agrees!(w184(n, flag, word, lines, what, sizes, many, two));
}
