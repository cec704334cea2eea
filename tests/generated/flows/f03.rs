//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w015(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<my_types::Spot, Failure> {
    let mut flag1: bool = match held.label.text.as_str() {
        "a" | "b" => {
            let Ok(many2) = count(held.count).await else {
                if lines.contains(&word) {
                    let mut held: Option<i64> = held.count;
                    let held3: Parcel = pack(word.clone(), 0, false, Some(n)).await?;
                } else if here.y > 0 {
                }
                return Ok(here);
            };
            word == "north"
        }
        "north" => {
            match held.note.clone() {
                Some(state) if state.is_empty() => {
                    note(format!("at {n}/{word}/{state}")).await?;
                }
                Some(state) => {
                    match held.label.text.as_str() {
                        "a" | "b" => {
                            note(format!("at {n}/{word}/{state}")).await?;
                        }
                        "north" => {
                            let (held4, many5, n6) = join!(
                                parcel(Parcel { name: word.clone(), size: 3, note: Some(word.clone()), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: what.clone(), label: Label { text: held.label.text.clone(), code: many.unwrap_or(0) }, count: held.count, spot: held.spot }),
                                count(held.count),
                                async {
                                    let held7: Parcel = Parcel { name: word.clone(), size: here.x, note: held.note.clone(), lines: vec![held.label.text.clone()], kind: held.kind.clone(), label: Label { text: state.clone(), code: (n) % 50 + (held.spot.x) % 7 }, count: many, spot: held.spot };
                                    let Parcel { lines: lines8, kind: what9, .. } = held7;
                                    Ok(held7.name.len() as i64)
                                },
                            )
                            .await?;
                        }
                        _ => {
                            let mut turn10 = 0_i64;
                            'l11: while turn10 < 2 && held.label.text == "b" {
                                turn10 += 1;
                                note("turn".to_string()).await?;
                            }
                            let mut held: Option<i64> = None::<i64>;
                        }
                    }
                    let news12: Event = event(Event::Sent { to: held.name.clone(), times: many.unwrap_or(-2), why: held.note.clone() }).await?;
                }
                None => {
                }
            }
            let machine: String = held.label.text;
            false
        }
        "" if held.count == Some(2) => {
            !(held.lines.contains(&word))
        }
        _ => {
            true
        }
    };
    let mut n13: i64 = number(held.size).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    let two14: (i64, String) = both((here.x) % 50 - (held.spot.x) % 7, word.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {n}/{word}/{flag1}/{n13}")).await?;
    both(two14.0, two14.1.clone()).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(my_types::Spot { x: held.size, y: held.size })
}
#[test]
fn w015_agrees() {
    agrees!(w015(n, word, lines, what, held, sizes, many, here));
}

#[workflow]
pub async fn w016(word: String, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<my_types::Spot, Failure> {
    if let Some(states) = held.note.clone() {
        if held.note.is_none() {
            return Ok(held.spot);
        } else if held.note.is_some() {
            let mut turn1 = 0_i64;
            while turn1 < 2 && matches!(what, Kind::Sized(_) | Kind::Empty) {
                turn1 += 1;
                map(vec![states.clone(), held.label.text.clone()], async |word2| {
                    if let Some(n3) = held.count {
                        note("arm".to_string()).await?;
                    } else {
                        let mut flag4: bool = check(word2.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                    }
                    Ok(sizes.clone())
                }).await?;
                let held5: Parcel = held.clone();
                let held5: my_types::Spot = held5.spot;
            }
            'l6: for n8 in 0..2_i64 {
                let here: Option<String> = held.note.clone();
                match (held.size) % 6 {
                    0 => {
                        note("arm".to_string()).await?;
                    }
                    1 | 2 => {
                    }
                    n9 if n9 > 3 => {
                        note(format!("at {states}/{turn1}/{n8}/{n9}")).await?;
                    }
                    _ => {
                        note(format!("at {word}/{states}/{turn1}/{n8}")).await?;
                    }
                }
            }
        }
        sleep(Duration::from_secs(held.name.len() as u64)).await;
    } else {
        note(format!("at {word}")).await?;
    }
    let held: bool = held.lines.contains(&held.name);
    let here10: my_types::Spot = between(here, here).await?;
    note(format!("at {word}/{held}")).await?;
    between(here10, here10).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(my_types::Spot { x: here.x, ..here10 })
}
#[test]
fn w016_agrees() {
    agrees!(w016(word, what, held, sizes, many, here));
}

#[workflow]
pub async fn w017(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<my_types::Spot, Failure> {
    let sizes1: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    if here == here {
        let mut turn2 = 0_i64;
        'l3: while turn2 < 2 && !(perhaps.is_some()) {
            turn2 += 1;
            match (here, many) {
                (my_types::Spot { x: 0, y: n4 }, _) => {
                    note(format!("at {flag}/{word}/{turn2}/{n4}")).await?;
                }
                (my_types::Spot { x: n4, .. }, Some(n5)) => {
                }
                (_, None) => {
                    let mut here6: my_types::Spot = spot(here).await?;
                    here6.y += (held.label.code) % 10;
                    match (number(here.y).await?) % 6 {
                        0 => {
                            note("arm".to_string()).await?;
                        }
                        1 | 2 => {
                            return Ok(my_types::Spot { x: here6.y, ..held.spot });
                        }
                        i64::MIN..=-1 => {
                            for (at9, word8) in held.lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                                let n9 = at9 as i64;
                                note(held.name.clone()).timeout(Duration::from_secs(3)).await?;
                            }
                            map(vec![held.label.text.clone(), "c".to_string()], async |word10| {
                                note(word.clone()).await?;
                                Ok(held.count)
                            }).await?;
                        }
                        _ => {
                        }
                    }
                }
                _ => {
                    if let Ok(many11) = count(held.count).await {
                        note(format!("at {n}/{flag}/{word}/{turn2}")).await?;
                    }
                    let mut sizes12: BTreeMap<String, i64> = sizes1.clone();
                }
            }
            if sizes1.get(&held.name).copied().unwrap_or(6) > 2 {
                return Ok(my_types::Spot { x: held.count.unwrap_or(3), ..here });
            }
        }
    } else if held.count == Some(1) {
        note(format!("at {n}/{flag}/{word}")).await?;
    }
    let two: Option<i64> = sizes1.get("").copied();
    note(format!("at {n}/{flag}/{word}")).await?;
    count(two).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(my_types::Spot { x: held.label.code, ..held.spot })
}
#[test]
fn w017_agrees() {
    agrees!(w017(n, flag, word, perhaps, what, held, many, here, two));
}

#[workflow]
pub async fn w018(flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, here: my_types::Spot, two: (i64, String), news: Event) -> Result<my_types::Spot, Failure> {
    map(vec!["b".to_string(), two.1.clone()], async |held| {
        'l1: for n4 in 0..3_i64 {
            note("turn".to_string()).await?;
            let mut turn5 = 0_i64;
            loop {
                turn5 += 1;
                if turn5 > 2 { break; }
                note("turn".to_string()).await?;
                let n4: (i64, String) = two.clone();
            }
        }
        match check(word.clone()).await {
            Ok(r#match) => {
                note(held.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                let mut states: BTreeMap<String, i64> = table("".to_string()).await?;
            }
            Err(failure6) => {
                let cause7 = failure6.error().to_string();
                let two: Option<i64> = None::<i64>;
            }
        }
        Ok(vec![Parcel { name: held.clone(), size: 3, note: perhaps.clone(), lines: vec![word.clone()], kind: Kind::Empty, label: Label { text: two.1.clone(), code: two.0 }, count: None::<i64>, spot: here }])
    }).await?;
    {
        match (held.note.clone(), flag && held.spot == here) {
            (Some(word8), true) => {
                note("arm".to_string()).await?;
            }
            (Some(word8), false) if word8 == "a" => {
                let Ok(error) = kind(0).await else {
                    return Ok(held.spot);
                };
            }
            (None, _) | (_, false) => {
            }
        }
    }
    let mut flag: Kind = Kind::Sized(held.label.code);
    note(format!("at {word}")).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(my_types::Spot { x: word.len() as i64, y: held.spot.x })
}
#[test]
fn w018_agrees() {
    agrees!(w018(flag, word, perhaps, what, held, here, two, news));
}

#[workflow]
pub async fn w019(n: i64, word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<String, Failure> {
    if !(false) {
        note("arm".to_string()).await?;
    } else if held_all.iter().any(|of| of.count.is_none()) {
        let perhaps1: Option<String> = if check(word.clone()).await? {
            maybe(lines.join("-")).await?
        } else if !(lines.contains(&word)) {
            maybe("a".to_string()).await?
        } else {
            sleep(Duration::from_secs(70)).await;
            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |many| {
                sleep(Duration::from_secs(word.len() as u64)).await;
                let mut turn2 = 0_i64;
                loop {
                    turn2 += 1;
                    if turn2 > 2 { break; }
                    note("turn".to_string()).await?;
                    let mut lines3: Vec<String> = lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
                    lines3.push(word.clone());
                }
                Ok(Event::Sent { to: many, times: here.x, why: Some(word.clone()) })
            }).await?;
            lines.first().cloned()
        };
    } else {
        match what.clone() {
            Kind::Sized(n4) => {
                note(format!("at {n}/{word}/{n4}")).await?;
            }
            _ => {
                let mut turn6 = 0_i64;
                loop {
                    turn6 += 1;
                    if turn6 > 2 { break; }
                    note("turn".to_string()).await?;
                    let mut turn7 = 0_i64;
                    'l8: loop {
                        turn7 += 1;
                        if turn7 > 2 { break; }
                        note(format!("at {n}/{word}/{turn6}/{turn7}")).await?;
                    }
                    note(lines.join("-")).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                }
                return Ok("north".to_string());
            }
        }
    }
    let my_types::Spot { x: n9, y: n10 } = here;
    let x: i64 = here.y;
    note(format!("at {word}/{n9}/{n10}/{x}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(word.clone())
}
#[test]
fn w019_agrees() {
    agrees!(w019(n, word, lines, what, sizes, many, here, held_all, news));
}
