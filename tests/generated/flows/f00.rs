//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w000(flag: bool, word: String, perhaps: Option<String>, what: Kind, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<my_types::Spot, Failure> {
    if let Some(word1) = perhaps.clone() {
        let lines2: Vec<String> = map(vec!["a".to_string(), word.clone()], async |word3| {
            let held4: Parcel = Parcel { name: word3.clone(), size: 3, note: perhaps.clone(), lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: word3.clone(), code: word1.len() as i64 }, count: None::<i64>, spot: my_types::Spot { x: here.y, y: 1 } };
            let Parcel { lines: lines5, kind: what6, .. } = held4;
            Ok(held4.note.clone().unwrap_or_default())
        }).max_concurrency(2).await?;
    } else {
        let mut turn7 = 0_i64;
        'l8: loop {
            turn7 += 1;
            if turn7 > 2 { break; }
            match news.clone() {
                Event::Sent { to: word9, times: word, why: Some(_), .. } => {
                    note("arm".to_string()).await?;
                }
                Event::Sent { times: word, .. } => {
                }
                Event::Lost(my_types::Loss { at: here10 }) => {
                }
                Event::Nothing => {
                    match maybe(word.clone()).await? {
                        Some(word11) => {
                            if false {
                                return Ok(here);
                            }
                        }
                        None => {
                        }
                    }
                }
            }
            let mut held_all12: Vec<Parcel> = boxes(held_all.clone(), word.len() as i64).await?;
        }
    }
    let mut turn13 = 0_i64;
    loop {
        turn13 += 1;
        if turn13 > 2 { break; }
        'l14: for flag in vec![word.clone(), word.clone()] {
            note(format!("at {word}/{turn13}/{flag}")).await?;
        }
        sleep(Duration::from_secs(word.len() as u64)).await;
    }
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(format!("at {flag}/{word}/{turn13}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(my_types::Spot { x: turn13, ..here })
}
#[test]
fn w000_agrees() {
    agrees!(w000(flag, word, perhaps, what, here, held_all, news));
}

#[workflow]
pub async fn w001(flag: bool, word: String, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<Option<String>, Failure> {
    let Ok(news) = table(word.clone()).await else {
        match maybe("".to_string()).await? {
            Some(word1) => {
                let (news2, held3) = join!(
                    async {
                        let perhaps4: Option<String> = match (here.y) % 6 {
                            0 => {
                                None::<String>
                            }
                            1 | 2 => {
                                note(word.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                Some("c".to_string())
                            }
                            n5 if n5 > 3 => {
                                None::<String>
                            }
                            i64::MIN..=-1 => {
                                Some("north".to_string())
                            }
                            _ => {
                                sleep(Duration::from_secs(word.len() as u64)).await;
                                maybe("north".to_string()).await?
                            }
                        };
                        Ok(news.clone())
                    },
                    parcel(Parcel { name: "a".to_string(), size: 0, note: Some(word1.clone()), lines: vec![word1.clone(), word1.clone()], kind: Kind::Sized(here.x), label: Label { text: word.clone(), code: here.y }, count: many, spot: my_types::Spot { x: here.x, y: here.y } }),
                )
                .await?;
            }
            None => {
                note(format!("at {flag}/{word}")).await?;
            }
        }
        return Ok(None::<String>);
    };
    let Some(sizes) = maybe("".to_string()).await? else {
        map(vec!["c".to_string(), word.clone()], async |word6| {
            if true {
                note(format!("at {flag}/{word}/{word6}")).await?;
            } else if held_all.iter().any(|of| of.count.is_none()) {
                note(format!("at {flag}/{word}/{word6}")).await?;
            } else {
                match (here.y) % 6 {
                    0 => {
                        note("arm".to_string()).await?;
                    }
                    1 | 2 => {
                    }
                    _ => {
                        note(format!("at {flag}/{word}/{word6}")).await?;
                    }
                }
                sleep(Duration::from_secs(43)).await;
            }
            Ok(here)
        }).await?;
        return Ok(None::<String>);
    };
    let here: BTreeMap<String, i64> = news.clone();
    note(format!("at {flag}/{word}/{sizes}")).await?;
    boxes(held_all.clone(), 1).await?;
    count(many).await?;
    Ok(None::<String>)
}
#[test]
fn w001_agrees() {
    agrees!(w001(flag, word, sizes, many, here, held_all, news));
}

#[workflow]
pub async fn w002(n: i64, word: String, perhaps: Option<String>, held: Parcel, here: my_types::Spot, two: (i64, String), news: Event) -> Result<Vec<String>, Failure> {
    if held.note.is_none() {
        let mut turn1 = 0_i64;
        loop {
            turn1 += 1;
            if turn1 > 2 { break; }
            note("turn".to_string()).await?;
            let mut turn2 = 0_i64;
            let next3: Option<String> = held.lines.first().cloned();
            while let Some(word4) = next3.clone() {
                if turn2 > 1 { break; }
                turn2 += 1;
                note("turn".to_string()).await?;
                if false {
                    continue;
                }
                {
                    let perhaps: Option<String> = held.note.clone();
                }
            }
        }
    } else if true {
        note(format!("at {n}/{word}")).await?;
    } else {
        note(format!("at {n}/{word}")).await?;
    }
    let (here5, what6) = join!(
        async {
            'l7: for (at9, word8) in held.lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                let n9 = at9 as i64;
                let mut turn10 = 0_i64;
                'l11: while turn10 < 2 && !(matches!(news, Event::Sent { times, .. } if times > 0)) {
                    turn10 += 1;
                    note("turn".to_string()).await?;
                    let mut turn12 = 0_i64;
                    'l13: loop {
                        turn12 += 1;
                        if turn12 > 2 { break; }
                        let mut perhaps: i64 = pair((held.size) % 50 - (held.size) % 7, -2).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        let here: BTreeMap<String, i64> = table(word8.clone()).await?;
                    }
                }
            }
            Ok(my_types::Spot { x: held.spot.x, y: held.label.code })
        },
        async {
            Ok(Kind::Named { name: word.clone(), size: held.label.code })
        },
    )
    .await?;
    let mut perhaps14: Option<String> = perhaps.clone();
    note(format!("at {n}/{word}")).await?;
    note(perhaps14.clone().unwrap_or_default()).await?;
    between(here5, here5).await?;
    event(news.clone()).await?;
    Ok(held.lines.clone())
}
#[test]
fn w002_agrees() {
    agrees!(w002(n, word, perhaps, held, here, two, news));
}

#[workflow]
pub async fn w003(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String)) -> Result<Vec<String>, Failure> {
    if let Some(result) = perhaps.clone() {
        map(vec!["c".to_string(), word.clone()], async |word1| {
            let mut turn2 = 0_i64;
            'l3: loop {
                turn2 += 1;
                if turn2 > 2 { break; }
                note("turn".to_string()).await?;
                let mut turn4 = 0_i64;
                loop {
                    turn4 += 1;
                    if turn4 > 2 { break; }
                    let Some(n5) = count(sizes.get("").copied()).await? else {
                        if flag && here == here {
                            return Ok(None::<i64>);
                        }
                        let mut many6: Option<i64> = sizes.get("north").copied();
                        many6 = Some(6);
                        continue;
                    };
                    let mut held7: Parcel = Parcel { name: "b".to_string(), size: 0, note: Some(lines.join("-")), lines: vec![word.clone()], kind: Kind::Empty, label: Label { text: word.clone(), code: (number(turn4).await?) % 50 - (3) % 7 }, count: Some(-1), spot: my_types::Spot { x: n5, ..here } };
                    held7.lines.push("north".to_string());
                }
            }
            let here: my_types::Spot = here;
            Ok(None::<i64>)
        }).await?;
        let mut turn8 = 0_i64;
        'l9: while turn8 < 2 && perhaps.is_none() {
            turn8 += 1;
            match perhaps.clone() {
                Some(word10) => {
                    note("arm".to_string()).await?;
                }
                None => {
                }
            }
        }
    } else {
        note(format!("at {n}/{flag}/{word}")).await?;
    }
    note(word.clone()).await?;
    let two11: (i64, String) = both(here.y, format!("{n}/{word}")).timeout(Duration::from_secs(3)).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    both(two11.0, two11.1.clone()).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(vec![word.clone()])
}
#[test]
fn w003_agrees() {
    agrees!(w003(n, flag, word, perhaps, lines, sizes, here, two));
}

#[workflow]
pub async fn w004(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, many: Option<i64>, two: (i64, String)) -> Result<bool, Failure> {
    match risky(word.clone()).await {
        Ok(n3) => {
            return Ok(!(true));
        }
        Err(Trouble::Busy) => {
        }
        Err(Trouble::Bad { why: word4, .. }) => {
            if flag && two.1 == "" {
                note(format!("at {flag}/{word}/{word4}")).await?;
            } else if true {
                match risky(perhaps.clone().unwrap_or_default()).await {
                    Ok(n7) => {
                        note(format!("at {flag}/{word}/{word4}/{n7}")).await?;
                    }
                    Err(Trouble::Busy) => {
                        match event(Event::Lost(my_types::Loss { at: my_types::Spot { x: two.0, y: two.0 } })).await? {
                            Event::Sent { to: word9, times: input, why: Some(_), .. } => {
                                note("arm".to_string()).await?;
                            }
                            Event::Sent { times: input, .. } => {
                                note(format!("at {flag}/{word}/{word4}/{input}")).await?;
                            }
                            Event::Lost(my_types::Loss { at: flag }) => {
                                {
                                    let mut s: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                }
                            }
                            Event::Nothing => {
                                return Ok(flag);
                            }
                        }
                        if check(word4.clone()).await? {
                            note("arm".to_string()).await?;
                            let mut perhaps10: Option<String> = Some(lines.join("-"));
                        } else if !(two.1 == "") {
                            let mut word4: bool = check(format!("{word4}/{word4}")).timeout(Duration::from_secs(3)).await?;
                            return Ok(flag);
                        }
                    }
                    Err(Trouble::Bad { why: word8, .. }) => {
                        note(format!("at {flag}/{word}/{word4}/{word8}")).await?;
                    }
                    Err(Trouble::Closed(word8)) => {
                        note(format!("at {flag}/{word}/{word4}/{word8}")).await?;
                    }
                    Err(other5) => return Err(other5.into()),
                }
                if false {
                    note(format!("at {flag}/{word}/{word4}")).await?;
                } else if many == Some(0) {
                    match (perhaps.clone(), true) {
                        (Some(lines), true) => {
                            note(format!("at {flag}/{word}/{word4}/{lines}")).await?;
                        }
                        (Some(lines), false) if lines == "a" => {
                            note(format!("at {flag}/{word}/{word4}/{lines}")).await?;
                        }
                        (None, _) | (_, false) => {
                            note(format!("at {flag}/{word}/{word4}")).await?;
                        }
                    }
                    return Ok(flag);
                } else {
                    note(format!("at {flag}/{word}/{word4}")).await?;
                }
            }
        }
        Err(Trouble::Closed(word4)) => {
        }
        Err(other1) => return Err(other1.into()),
    }
    sleep(Duration::from_secs(two.1.len() as u64)).await;
    let mut held11: Parcel = Parcel { name: word.clone(), size: two.0, note: None::<String>, lines: list(two.1.clone()).await?, kind: Kind::Sized(two.0), label: Label { text: two.1.clone(), code: two.0 }, count: count(many).await?, spot: my_types::Spot { x: (two.0) % 50 + (0) % 7, y: perhaps.as_ref().map_or(4, |of| of.len() as i64) } };
    held11.lines.push(two.1.clone());
    note(format!("at {flag}/{word}")).await?;
    parcel(held11.clone()).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(flag)
}
#[test]
fn w004_agrees() {
    agrees!(w004(flag, word, perhaps, lines, many, two));
}
