//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w170(word: String, lines: Vec<String>, what: Kind, news: Event) -> Result<String, Failure> {
    'l1: for word2 in lines.iter().take(3).cloned().collect::<Vec<_>>() {
        let lines5: Vec<String> = map(vec![word2.clone(), word2.clone()], async |word4| {
            match word.as_str() {
                "a" | "b" => {
                    note("arm".to_string()).await?;
                }
                "north" => {
                    let Some(word6) = maybe("b".to_string()).await? else {
                        let perhaps7: Option<String> = maybe(word.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        if matches!(news, Event::Sent { times, .. } if times > 2) {
                            return Ok(word4.clone());
                        }
                        return Ok(word2.clone());
                    };
                }
                "" if false => {
                }
                _ => {
                }
            }
            Ok(word4.clone())
        }).max_concurrency(2).await?;
    }
    match (number(0).await?) % 6 {
        0 => {
            if matches!(news, Event::Sent { times, .. } if times > -1) {
                let mut turn9 = 0_i64;
                loop {
                    turn9 += 1;
                    if turn9 > 2 { break; }
                    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word10| {
                        Ok(None::<String>)
                    }).await?;
                }
                let mut held_all11: Vec<Parcel> = boxes(vec![Parcel { name: word.clone(), size: turn9, note: lines.first().cloned(), lines: vec![word.clone(), word.clone()], kind: Kind::Named { name: "north".to_string(), size: (6) % 50 + (turn9) % 7 }, label: Label { text: word.clone(), code: 0 }, count: None::<i64>, spot: my_types::Spot { x: turn9, y: turn9 } }], 4).await?;
            } else if false {
            } else {
            }
        }
        1 | 2 => {
        }
        _ => {
        }
    }
    let news12: Event = event(news.clone()).await?;
    note(format!("at {word}")).await?;
    event(news12.clone()).await?;
    event(news.clone()).await?;
    note(lines.join("-")).await?;
    Ok(word)
}
#[test]
fn w170_agrees() {
    agrees!(w170(word, lines, what, news));
}

#[workflow]
pub async fn w171(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel, here: my_types::Spot) -> Result<(i64, String), Failure> {
    let Some(word1) = maybe(held.lines.join("-")).await? else {
        {
            if false {
                let mut machine: Option<i64> = held.count;
                let mut turn2 = 0_i64;
                'l3: loop {
                    turn2 += 1;
                    if turn2 > 2 { break; }
                    let many4: Option<i64> = count(machine).timeout(Duration::from_secs(3)).await?;
                    if false {
                        note(format!("at {n}/{word}/{turn2}")).await?;
                    } else if false {
                        if !(held.spot == held.spot) {
                            return Ok((here.x, "c".to_string()));
                        }
                        sleep(Duration::from_secs(18)).await;
                    } else {
                        sleep(Duration::from_secs(word.len() as u64)).await;
                        let held5: Parcel = Parcel { name: held.label.text.clone(), size: 4, note: held.note.clone(), lines: held.lines.clone(), kind: Kind::Named { name: held.note.clone().unwrap_or_default(), size: held.label.code }, label: Label { text: "".to_string(), code: held.spot.x }, count: None::<i64>, spot: held.spot };
                        let Parcel { lines: lines6, kind: what7, .. } = held5;
                    }
                }
            } else if true {
                note(format!("at {n}/{word}")).await?;
            }
            let n: String = held.label.text;
        }
        let mut lines8: Vec<String> = lines.clone();
        return Ok((here.x, word.clone()));
    };
    let word: String = word.clone();
    let mut news9: Event = event(Event::Sent { to: held.label.text.clone(), times: held.count.unwrap_or(4), why: held.note.clone() }).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {n}/{word1}/{word}")).await?;
    event(news9.clone()).await?;
    between(here, here).await?;
    parcel(held.clone()).await?;
    Ok((held.label.code, held.name))
}
#[test]
fn w171_agrees() {
    agrees!(w171(n, word, lines, what, held, here));
}

#[workflow]
pub async fn w172(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Option<String>, Failure> {
    match risky(two.1.clone()).await {
        Ok(n3) => {
            match (two.0) % 6 {
                0 => {
                    if let Kind::Sized(two) = what.clone() {
                        note("arm".to_string()).await?;
                    } else {
                        let mut turn6 = 0_i64;
                        let next8: Option<String> = lines.first().cloned();
                        'l7: while let Some(word9) = next8.clone() {
                            if turn6 > 1 { break; }
                            turn6 += 1;
                            let (held_all10, word11) = join!(
                                async {
                                    note("fork".to_string()).await?;
                                    let error: BTreeMap<String, i64> = table(two.1.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                    if lines.contains(&word) {
                                        return Err(Failure::new("Stopped", "north".to_string()));
                                    }
                                    Ok(held_all.clone())
                                },
                                text(word9.clone()),
                            )
                            .await?;
                        }
                    }
                }
                1 | 2 => {
                    note(format!("at {n}/{flag}/{word}/{n3}")).await?;
                }
                n5 if n5 > 3 => {
                }
                _ => {
                }
            }
        }
        Err(Trouble::Busy) => {
        }
        Err(Trouble::Bad { why: word4, .. }) => {
            match risky(word.clone()).await {
                Ok(n14) => {
                    note(format!("at {flag}/{word}/{word4}/{n14}")).await?;
                }
                Err(Trouble::Busy) => {
                }
                Err(Trouble::Bad { why: word15, .. }) => {
                    note(format!("at {flag}/{word}/{word4}/{word15}")).await?;
                }
                Err(Trouble::Closed(word15)) => {
                    'l16: for held_all in vec![word15.clone(), word.clone()] {
                        let mut held18: Parcel = pack(format!("{held_all}/{flag}"), n, flag, None::<i64>).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                        let Kind::Sized(n19) = what.clone() else {
                            return Ok(Some(word4.clone()));
                        };
                    }
                }
                Err(other12) => return Err(other12.into()),
            }
        }
        Err(Trouble::Closed(word4)) => {
            note(format!("at {n}/{flag}/{word}/{word4}")).await?;
        }
        Err(other1) => return Err(other1.into()),
    }
    let n: i64 = two.0;
    let mut held20: Parcel = Parcel { name: two.1.clone(), size: held_all.iter().map(|of| of.size % 9).sum::<i64>(), note: perhaps.clone(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: what.clone(), label: Label { text: two.1.clone(), code: number(two.1.len() as i64).await? }, count: None::<i64>, spot: my_types::Spot { x: (n) % 50 - (0) % 7, y: n } };
    held20.lines.push(two.1.clone());
    note(format!("at {flag}/{word}/{n}")).await?;
    parcel(held20.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(None::<String>)
}
#[test]
fn w172_agrees() {
    agrees!(w172(n, flag, word, perhaps, lines, what, two, held_all, news));
}

#[workflow]
pub async fn w173(flag: bool, word: String, perhaps: Option<String>, held: Parcel, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<(i64, String), Failure> {
    let (n1, lines2) = join!(
        number(held.size),
        async {
            let mut turn3 = 0_i64;
            'l4: while turn3 < 2 && (held.label.code) % 2 == 0 {
                turn3 += 1;
                match news.clone() {
                    Event::Sent { to: word5, times: n6, why: Some(_), .. } => {
                        match (here, held.count) {
                            (my_types::Spot { x: 0, y: perhaps }, _) => {
                                note(format!("at {turn3}/{word5}/{n6}/{perhaps}")).await?;
                            }
                            (my_types::Spot { x: perhaps, .. }, Some(n7)) => {
                            }
                            (_, None) => {
                            }
                            _ => {
                                if flag && held.lines.contains(&word5) {
                                    return Ok(held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>());
                                }
                                let perhaps8: Option<String> = maybe(format!("{n6}/{word5}")).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            }
                        }
                        if here.x > 3 {
                            break 'l4;
                        }
                    }
                    Event::Sent { times: n6, .. } => {
                        sleep(Duration::from_secs(51)).await;
                    }
                    Event::Lost(my_types::Loss { at: here }) => {
                        let my_types::Spot { x: n9, y: n10 } = here;
                        let mut turn11 = 0_i64;
                        'l12: loop {
                            turn11 += 1;
                            if turn11 > 2 { break; }
                            note(format!("at {turn3}/{n9}/{n10}/{turn11}")).await?;
                        }
                    }
                    Event::Nothing => {
                    }
                }
            }
            Ok(held.lines.clone())
        },
    )
    .await?;
    let held13: Parcel = held.clone();
    let mut word14: String = held13.label.text.clone();
    word14 = word.clone();
    note(format!("at {flag}/{word}/{n1}/{word14}")).await?;
    parcel(held13.clone()).await?;
    note(lines2.join("-")).await?;
    event(news.clone()).await?;
    Ok((n1, held13.label.text))
}
#[test]
fn w173_agrees() {
    agrees!(w173(flag, word, perhaps, held, here, two, held_all, news));
}

#[workflow]
pub async fn w174(word: String, perhaps: Option<String>, what: Kind, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<i64, Failure> {
    match word.as_str() {
        "a" | "b" => {
            {
                let (flag1, lines2, flag3) = join!(
                    check(word.clone()),
                    list(word.clone()),
                    async {
                        if let Some(word4) = perhaps.clone() {
                            for word5 in vec![word4.clone(), "c".to_string()] {
                                note("turn".to_string()).await?;
                                let held7: Parcel = Parcel { name: word4.clone(), size: here.y, note: perhaps.clone(), lines: vec![word4.clone()], kind: Kind::Named { name: perhaps.clone().unwrap_or_default(), size: many.unwrap_or(5) }, label: Label { text: word.clone(), code: here.y }, count: None::<i64>, spot: my_types::Spot { x: 0, y: here.x } };
                                let lines8: Vec<String> = held7.lines;
                                let mut what9: Kind = what.clone();
                                what9 = Kind::Sized(4);
                            }
                        } else {
                            let lines10: Vec<String> = vec![word.clone(), word.clone()];
                            map(lines10.iter().take(3).cloned().collect::<Vec<_>>(), async |word11| {
                                let news12: Event = event(news.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                                Ok(many == Some(0))
                            }).await?;
                        }
                        let held13: Parcel = Parcel { name: word.clone(), size: here.x, note: perhaps.clone(), lines: vec!["".to_string(), "b".to_string()], kind: Kind::Sized(many.unwrap_or(0)), label: Label { text: "a".to_string(), code: 3 }, count: Some(perhaps.as_ref().map_or(2, |of| of.len() as i64)), spot: my_types::Spot { x: here.x, ..here } };
                        let Parcel { lines: lines14, kind: what15, .. } = held13;
                        Ok(held13.note.as_ref().map_or(2, |of| of.len() as i64) > -1)
                    },
                )
                .await?;
                let many: Vec<Parcel> = held_all.clone();
            }
        }
        "north" => {
            note(format!("at {word}")).await?;
        }
        _ => {
        }
    }
    let two16: (i64, String) = (here.y, "north".to_string());
    note(two16.1.clone()).await?;
    note(format!("at {word}")).await?;
    both(two16.0, two16.1.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(here.x)
}
#[test]
fn w174_agrees() {
    agrees!(w174(word, perhaps, what, many, here, held_all, news));
}
