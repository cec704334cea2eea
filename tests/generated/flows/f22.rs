//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w110(n: i64, flag: bool, word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<(i64, String), Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        'l3: for n6 in 0..3_i64 {
            match (here, held.count) {
                (my_types::Spot { x: 0, y: value }, _) => {
                    note("arm".to_string()).await?;
                }
                (my_types::Spot { x: value, .. }, Some(n7)) => {
                    if (held.spot.x) % 2 == 0 {
                        note("arm".to_string()).await?;
                        break 'l2;
                    } else {
                        sleep(Duration::from_secs(41)).await;
                    }
                }
                (_, None) => {
                    let mut n8: i64 = number(n).await?;
                    let mut turn9 = 0_i64;
                    let next11: Option<String> = held.lines.first().cloned();
                    'l10: while let Some(word12) = next11.clone() {
                        if turn9 > 1 { break; }
                        turn9 += 1;
                        note("turn".to_string()).await?;
                        let (here13, lines14) = join!(
                            async {
                                if flag && (held.label.text.len() as i64) % 2 == 0 {
                                    return Ok(held.spot);
                                }
                                note(word12.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                Ok(held.spot)
                            },
                            async {
                                if flag && held.lines.contains(&held.label.text) {
                                    return Ok(held.lines.clone());
                                }
                                let word12: Kind = held.kind.clone();
                                Ok(vec![word.clone()])
                            },
                        )
                        .await?;
                        let mut turn9: my_types::Spot = here13;
                    }
                    return Ok((n8, held.name.clone()));
                }
                _ => {
                    note(format!("at {flag}/{word}/{turn1}/{n6}")).await?;
                }
            }
            let mut n15: i64 = n;
            n15 = (n15 + 3) % 100;
        }
    }
    let mut lines16: Vec<String> = vec!["".to_string(), held.name.clone()];
    lines16.push(held.name.clone());
    lines16.push(word.clone());
    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
    note(lines16.join("-")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok((turn1, held.label.text.clone()))
}
#[test]
fn w110_agrees() {
    agrees!(w110(n, flag, word, perhaps, held, sizes, here, held_all));
}

#[workflow]
pub async fn w111(flag: bool, word: String, many: Option<i64>, here: my_types::Spot) -> Result<Vec<String>, Failure> {
    match risky(word.clone()).await {
        Ok(n3) => {
            note(format!("at {flag}/{word}/{n3}")).await?;
        }
        Err(Trouble::Busy) => {
            note(format!("at {flag}/{word}")).await?;
        }
        Err(Trouble::Bad { why: word4, .. }) => {
            if here == here {
                if true {
                    if false {
                        return Ok(vec![word4.clone()]);
                    }
                    sleep(Duration::from_secs(word.len() as u64)).await;
                }
            } else if !(word == "b") {
                note(format!("at {flag}/{word}/{word4}")).await?;
            } else {
                if let Kind::Sized(n5) = kind(here.y).await? {
                    let mut turn6 = 0_i64;
                    'l7: loop {
                        turn6 += 1;
                        if turn6 > 2 { break; }
                        let what8: Kind = kind(here.y).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                    }
                    let mut perhaps9: Option<String> = None::<String>;
                }
            }
        }
        Err(Trouble::Closed(word4)) => {
            map(vec![word4.clone(), word4.clone()], async |of| {
                let mut here: Parcel = parcel(Parcel { name: "b".to_string(), size: here.x, note: None::<String>, lines: vec!["b".to_string()], kind: Kind::Named { name: of.clone(), size: here.x }, label: Label { text: word.clone(), code: here.x }, count: many, spot: my_types::Spot { x: here.y, y: here.y } }).await?;
                Ok(here.count == Some(1))
            }).max_concurrency(2).await?;
        }
        Err(other1) => return Err(other1.into()),
    }
    let what10: Kind = Kind::Empty;
    sleep(Duration::from_secs(31)).await;
    note(format!("at {flag}/{word}")).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(vec![word.clone(), "a".to_string()])
}
#[test]
fn w111_agrees() {
    agrees!(w111(flag, word, many, here));
}

#[workflow]
pub async fn w112(flag: bool, word: String, perhaps: Option<String>, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<bool, Failure> {
    let (news1, what2, word3) = join!(
        event(Event::Sent { to: "b".to_string(), times: 1, why: perhaps.clone() }),
        kind(held_all.iter().map(|of| of.size % 9).sum::<i64>()),
        async {
            {
                match (perhaps.clone(), flag && perhaps.is_none()) {
                    (Some(word4), true) => {
                        return Ok(word4.clone());
                    }
                    (Some(word4), false) if word4 == "a" => {
                        for word5 in vec!["a".to_string(), "a".to_string()] {
                            for word7 in vec![word5.clone(), word5.clone()] {
                                note("turn".to_string()).await?;
                                let held9: Parcel = Parcel { name: word7.clone(), size: 3, note: Some("north".to_string()), lines: Vec::<String>::new(), kind: Kind::Named { name: word4.clone(), size: 0 }, label: Label { text: word4.clone(), code: 6 }, count: many, spot: my_types::Spot { x: word7.len() as i64, y: -2 } };
                                let Parcel { lines: lines10, kind: what11, .. } = held9;
                            }
                            if perhaps.is_none() {
                                let lines12: Vec<String> = list(word5.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                            }
                        }
                    }
                    (None, _) | (_, false) => {
                        note(format!("at {flag}/{word}")).await?;
                    }
                }
                match perhaps.clone() {
                    Some(word13) if word13.is_empty() => {
                        match perhaps.clone() {
                            Some(env) if env.is_empty() => {
                                if flag && perhaps.is_some() {
                                    note(format!("at {flag}/{word}/{word13}/{env}")).await?;
                                } else if perhaps.is_some() {
                                } else {
                                    note(format!("at {flag}/{word}/{word13}/{env}")).await?;
                                }
                                let env: Parcel = Parcel { name: "b".to_string(), size: perhaps.as_ref().map_or(4, |of| of.len() as i64), note: perhaps.clone(), lines: Vec::<String>::new(), kind: Kind::Named { name: word13.clone(), size: number(held_all.len() as i64).await? }, label: Label { text: "c".to_string(), code: 0 }, count: many, spot: my_types::Spot { x: perhaps.as_ref().map_or(2, |of| of.len() as i64), y: 4 } };
                            }
                            Some(env) => {
                                note(format!("at {flag}/{word}/{word13}/{env}")).await?;
                            }
                            None => {
                                note(format!("at {flag}/{word}/{word13}")).await?;
                            }
                        }
                    }
                    Some(word13) => {
                    }
                    None => {
                    }
                }
            }
            sleep(Duration::from_secs(word.len() as u64)).await;
            Ok(word.clone())
        },
    )
    .await?;
    note(word.clone()).await?;
    let outcome: bool = check(word.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {flag}/{word}/{word3}/{outcome}")).await?;
    event(news1.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(held_all.iter().any(|of| of.count.is_none()))
}
#[test]
fn w112_agrees() {
    agrees!(w112(flag, word, perhaps, many, held_all, news));
}

#[workflow]
pub async fn w113(n: i64, flag: bool, word: String, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<Option<String>, Failure> {
    match risky(held.note.clone().unwrap_or_default()).await {
        Ok(n3) => {
            note(format!("at {n}/{flag}/{word}/{n3}")).await?;
        }
        Err(Trouble::Busy) => {
        }
        Err(Trouble::Bad { why: word4, .. }) => {
            let (word5, held_all6) = join!(
                async {
                    note("fork".to_string()).await?;
                    match both(held_all.iter().map(|of| of.size % 9).sum::<i64>(), word4.clone()).await {
                        Ok(two9) => {
                            note(format!("at {n}/{flag}/{word}/{word4}")).await?;
                        }
                        Err(failure7) => {
                            let cause8 = failure7.error().to_string();
                            let (news10, flag11, news12) = join!(
                                async {
                                    note("fork".to_string()).await?;
                                    match event(news.clone()).await? {
                                        Event::Sent { to: word13, times: n14, why: Some(_), .. } => {
                                            note(format!("at {word4}/{cause8}/{word13}/{n14}")).await?;
                                        }
                                        Event::Sent { times: n14, .. } => {
                                            let held16: Parcel = held.clone();
                                            let word17: String = held16.name;
                                            return Err(Failure::new("Stopped", "a".to_string()));
                                        }
                                        Event::Lost(my_types::Loss { at: here15 }) => {
                                            let sizes: i64 = here15.y;
                                            let mut word4: Option<i64> = Some(cause8.len() as i64);
                                        }
                                        Event::Nothing => {
                                        }
                                    }
                                    let Kind::Sized(n18) = kind(held.spot.x).await? else {
                                        let mut two19: (i64, String) = (n, held.label.text.clone());
                                        return Err(Failure::new("Stopped", word4.clone()));
                                    };
                                    Ok(Event::Nothing)
                                },
                                check(held.name.clone()),
                                event(Event::Lost(my_types::Loss { at: my_types::Spot { x: held.note.as_ref().map_or(4, |of| of.len() as i64), y: held.label.text.len() as i64 } })),
                            )
                            .await?;
                        }
                    }
                    let held20: Parcel = Parcel { name: word4.clone(), size: n, note: Some(format!("{word4}/{flag}")), lines: held.lines.clone(), kind: Kind::Named { name: held.name.clone(), size: n }, label: Label { text: word.clone(), code: held.spot.x }, count: Some(held_all.len() as i64), spot: my_types::Spot { x: held.size, ..held.spot } };
                    let word21: String = held20.label.text;
                    Ok("b".to_string())
                },
                boxes(held_all.iter().take(2).cloned().collect::<Vec<_>>(), held.count.unwrap_or(6)),
            )
            .await?;
        }
        Err(Trouble::Closed(word4)) => {
            note(format!("at {n}/{flag}/{word}/{word4}")).await?;
        }
        Err(other1) => return Err(other1.into()),
    }
    sleep(Duration::from_secs(word.len() as u64)).await;
    let mut perhaps22: Option<String> = held.note.clone();
    note(format!("at {n}/{flag}/{word}")).await?;
    note(perhaps22.clone().unwrap_or_default()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(held.lines.first().cloned())
}
#[test]
fn w113_agrees() {
    agrees!(w113(n, flag, word, held, sizes, many, held_all, news));
}

#[workflow]
pub async fn w114(word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Option<i64>, Failure> {
    let Some(n1) = count(Some(perhaps.as_ref().map_or(1, |of| of.len() as i64))).await? else {
        match news.clone() {
            Event::Sent { to: r#match, times: it, why: Some(_), .. } => {
                note(format!("at {word}/{match}/{it}")).await?;
            }
            Event::Sent { times: it, .. } => {
                let mut turn3 = 0_i64;
                'l4: loop {
                    turn3 += 1;
                    if turn3 > 2 { break; }
                    match (spot(my_types::Spot { x: 4, y: perhaps.as_ref().map_or(5, |of| of.len() as i64) }).await?, count(None::<i64>).await?) {
                        (my_types::Spot { x: 0, y: n5 }, _) => {
                            note(format!("at {word}/{it}/{turn3}/{n5}")).await?;
                        }
                        (my_types::Spot { x: n5, .. }, Some(what)) => {
                            match two.1.as_str() {
                                "a" | "b" => {
                                    note(format!("at {it}/{turn3}/{n5}/{what}")).await?;
                                }
                                "north" => {
                                    return Ok(sizes.get("b").copied());
                                }
                                _ => {
                                    let mut many6: Option<i64> = sizes.get("a").copied();
                                }
                            }
                            let mut turn7 = 0_i64;
                            'l8: while turn7 < 2 && n5 > -1 {
                                turn7 += 1;
                                note("turn".to_string()).await?;
                                let mut two9: (i64, String) = two.clone();
                                two9.1 = "".to_string();
                                let word10: String = two9.1;
                            }
                        }
                        (_, None) => {
                        }
                        _ => {
                            note(format!("at {word}/{it}/{turn3}")).await?;
                        }
                    }
                    map(vec![word.clone(), "c".to_string()], async |r#match| {
                        {
                            note(format!("at {word}/{it}/{turn3}/{match}")).await?;
                        }
                        let mut what11: Kind = kind(it).await?;
                        Ok(Parcel { name: two.1.clone(), size: it, note: None::<String>, lines: vec![two.1.clone()], kind: what.clone(), label: Label { text: r#match, code: two.0 }, count: None::<i64>, spot: my_types::Spot { x: number(turn3).await?, y: turn3 } })
                    }).max_concurrency(2).await?;
                }
            }
            Event::Lost(my_types::Loss { at: here2 }) => {
                note(format!("at {word}")).await?;
            }
            Event::Nothing => {
                return Ok(sizes.get("north").copied());
            }
        }
        return Ok(Some(4));
    };
    let n12: i64 = two.0;
    sleep(Duration::from_secs(35)).await;
    note(format!("at {word}/{n1}/{n12}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(Some(n12))
}
#[test]
fn w114_agrees() {
    agrees!(w114(word, perhaps, what, sizes, two, held_all, news));
}
