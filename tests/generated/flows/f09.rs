//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w045(word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), news: Event) -> Result<my_types::Spot, Failure> {
    let mut turn1 = 0_i64;
    let next2: Option<String> = Some(two.1);
    while let Some(word3) = next2.clone() {
        if turn1 > 1 { break; }
        turn1 += 1;
        if !(true) {
            match word3.as_str() {
                "a" | "b" => {
                    let mut held4: Parcel = pack(format!("{word}/{turn1}"), here.y, matches!(news, Event::Sent { times, .. } if times > 0), None::<i64>).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                }
                "north" => {
                }
                _ => {
                }
            }
        } else {
            note(format!("at {word}/{turn1}/{word3}")).await?;
        }
        match (two.0) % 6 {
            0 => {
                note("arm".to_string()).await?;
                continue;
            }
            1 | 2 => {
                note(format!("at {word}/{turn1}/{word3}")).await?;
            }
            n5 if n5 > 3 => {
                map(vec![word.clone(), word.clone()], async |word6| {
                    match (maybe(word.clone()).await?, true) {
                        (Some(word7), true) => {
                            note("arm".to_string()).await?;
                        }
                        (Some(word7), false) if word7 == "a" => {
                            note(format!("at {word3}/{n5}/{word6}/{word7}")).await?;
                        }
                        (None, _) | (_, false) => {
                            let machine: String = text("north".to_string()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            {
                                let held_all8: Vec<Parcel> = boxes(vec![Parcel { name: word3.clone(), size: turn1, note: None::<String>, lines: lines.clone(), kind: Kind::Named { name: lines.join("-"), size: -1 }, label: Label { text: word6.clone(), code: two.0 }, count: None::<i64>, spot: here }], sizes.get(&word3).copied().unwrap_or(4)).await?;
                            }
                        }
                    }
                    Ok(true)
                }).await?;
            }
            _ => {
                note(format!("at {word}/{turn1}/{word3}")).await?;
            }
        }
    }
    let Some(word9) = maybe(word.clone()).await? else {
        return Err(Failure::new("Stopped", word.clone()));
    };
    let n10: i64 = here.y;
    note(format!("at {word}/{turn1}/{word9}/{n10}")).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(here)
}
#[test]
fn w045_agrees() {
    agrees!(w045(word, lines, sizes, many, here, two, news));
}

#[workflow]
pub async fn w046(n: i64, flag: bool, word: String, what: Kind, held: Parcel, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Parcel, Failure> {
    let Kind::Sized(n1) = what.clone() else {
        let (flag2, n3, here4) = join!(
            check(held.label.text.clone()),
            number(here.y),
            async {
                if let Some(what) = held.note.clone() {
                    note("arm".to_string()).await?;
                } else {
                    match word.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                        }
                        "north" => {
                        }
                        "" if here == held.spot => {
                            let (n5, here6, held_all7) = join!(
                                pair(held.size, -1),
                                async {
                                    let mut lines8: Vec<String> = held.lines.clone();
                                    lines8.push(word.clone());
                                    Ok(here)
                                },
                                boxes(vec![held.clone()], held.count.unwrap_or(5)),
                            )
                            .await?;
                            let held_all: Vec<Parcel> = vec![Parcel { name: two.1.clone(), size: held.spot.x, note: Some(held.lines.join("-")), lines: held.lines.clone(), kind: what.clone(), label: Label { text: two.1.clone(), code: held.lines.len() as i64 }, count: held.count, spot: held.spot }];
                        }
                        _ => {
                            note(format!("at {n}/{flag}/{word}")).await?;
                        }
                    }
                }
                Ok(here)
            },
        )
        .await?;
        match word.as_str() {
            "a" | "b" => {
                match held.label.text.as_str() {
                    "a" | "b" => {
                        match (here4.x) % 6 {
                            0 => {
                                note("arm".to_string()).await?;
                            }
                            1 | 2 => {
                            }
                            i64::MIN..=-1 => {
                                match kind(held.note.as_ref().map_or(0, |of| of.len() as i64)).await? {
                                    Kind::Sized(n9) if n9 > 3 => {
                                        return Ok(held.clone());
                                    }
                                    Kind::Sized(n9) => {
                                    }
                                    _ => {
                                        note(format!("at {flag}/{word}/{flag2}/{n3}")).await?;
                                    }
                                }
                                if !((here.x) % 2 == 0) {
                                    return Ok(Parcel { name: two.1.clone(), size: (held_all.len() as i64) % 50 - (here4.x) % 7, note: held.note.clone(), lines: held.lines.clone(), kind: Kind::Named { name: word.clone(), size: 5 }, label: Label { text: word.clone(), code: held.label.code }, count: held.count, spot: here });
                                }
                            }
                            _ => {
                            }
                        }
                    }
                    "north" => {
                    }
                    "" if two.1 == "north" => {
                        note(format!("at {flag}/{word}/{flag2}/{n3}")).await?;
                    }
                    _ => {
                        note(format!("at {flag}/{word}/{flag2}/{n3}")).await?;
                    }
                }
                let mut here11: my_types::Spot = my_types::Spot { x: here4.y, y: held.spot.x };
                here11.y += (held.size) % 10;
            }
            "north" => {
                note(format!("at {flag}/{word}/{flag2}/{n3}")).await?;
            }
            _ => {
                note(format!("at {flag}/{word}/{flag2}/{n3}")).await?;
            }
        }
        return Ok(held.clone());
    };
    let news12: Event = event(Event::Sent { to: held.label.text.clone(), times: (word.len() as i64) % 50 + (held.lines.len() as i64) % 7, why: None::<String> }).await?;
    let mut many13: Option<i64> = held.count;
    note(format!("at {n}/{flag}/{word}/{n1}")).await?;
    count(many13).await?;
    event(news12.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(held)
}
#[test]
fn w046_agrees() {
    agrees!(w046(n, flag, word, what, held, here, two, held_all));
}

#[workflow]
pub async fn w047(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String)) -> Result<(i64, String), Failure> {
    match risky(word.clone()).await {
        Ok(what) => {
            note(format!("at {flag}/{word}/{what}")).await?;
        }
        Err(Trouble::Busy) => {
            if check(word.clone()).await? {
                let mut turn4 = 0_i64;
                'l5: loop {
                    turn4 += 1;
                    if turn4 > 2 { break; }
                    if here == here {
                        if let Some(word6) = maybe(two.1.clone()).await? {
                            note("arm".to_string()).await?;
                            continue 'l5;
                        } else {
                            let mut what7: Kind = what.clone();
                            let held_all8: Vec<Parcel> = boxes(vec![Parcel { name: word.clone(), size: 1, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: "c".to_string(), code: turn4 }, count: Some((turn4) % 50 - (turn4) % 7), spot: here }], here.x).await?;
                        }
                        match (two.0) % 6 {
                            0 => {
                                note(format!("at {flag}/{word}/{turn4}")).await?;
                            }
                            1 | 2 => {
                                note(format!("at {flag}/{word}/{turn4}")).await?;
                            }
                            i64::MIN..=-1 => {
                                let mut word10: String = word.clone();
                                word10 = two.1.clone();
                            }
                            _ => {
                            }
                        }
                    } else {
                    }
                }
                let mut turn11 = 0_i64;
                while turn11 < 2 && true {
                    turn11 += 1;
                    note("turn".to_string()).await?;
                }
            } else {
                note(format!("at {flag}/{word}")).await?;
            }
            if 0 > 1 {
                return Ok((here.y, word.clone()));
            }
        }
        Err(Trouble::Bad { why: word3, .. }) => {
            note(format!("at {flag}/{word}/{word3}")).await?;
        }
        Err(Trouble::Closed(word3)) => {
            note(format!("at {flag}/{word}/{word3}")).await?;
        }
        Err(other1) => return Err(other1.into()),
    }
    let my_types::Spot { x: n12, y: n13 } = here;
    let here14: my_types::Spot = between(here, my_types::Spot { x: here.x, ..here }).timeout(Duration::from_secs(3)).await?;
    note(format!("at {flag}/{word}/{n12}/{n13}")).await?;
    between(here14, here14).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok((here.x, perhaps.clone().unwrap_or_default()))
}
#[test]
fn w047_agrees() {
    agrees!(w047(flag, word, perhaps, lines, what, sizes, here, two));
}

#[workflow]
pub async fn w048(n: i64, flag: bool, word: String, perhaps: Option<String>, many: Option<i64>, here: my_types::Spot, news: Event) -> Result<Event, Failure> {
    let (held1, lines2, perhaps3) = join!(
        async {
            map(vec![word.clone(), word.clone()], async |here| {
                map(vec![here.clone(), word.clone()], async |item| {
                    match news.clone() {
                        Event::Sent { to: word4, times: n, why: Some(_), .. } => {
                            note("arm".to_string()).await?;
                        }
                        Event::Sent { times: n, .. } => {
                            note(format!("at {word}/{here}/{item}/{n}")).await?;
                        }
                        Event::Lost(my_types::Loss { at: here5 }) => {
                        }
                        Event::Nothing => {
                            let sizes6: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                            for word7 in vec![word.clone(), item.clone()] {
                                note("turn".to_string()).await?;
                                if (-1) % 2 == 0 {
                                    return Ok(news.clone());
                                }
                                let held9: Parcel = Parcel { name: "north".to_string(), size: n, note: perhaps.clone(), lines: vec!["b".to_string(), word.clone()], kind: Kind::Named { name: item.clone(), size: n }, label: Label { text: here.clone(), code: (n) % 50 - (n) % 7 }, count: sizes6.get("b").copied(), spot: my_types::Spot { x: n, y: n } };
                                let lines10: Vec<String> = held9.lines;
                            }
                        }
                    }
                    if !((n) % 2 == 0) {
                        note("arm".to_string()).await?;
                    } else if flag && true {
                        let mut n11: i64 = number(1).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        let word: Kind = Kind::Empty;
                    }
                    Ok(Event::Lost(my_types::Loss { at: my_types::Spot { x: 2, y: 3 } }))
                }).max_concurrency(2).await?;
                Ok(n)
            }).max_concurrency(2).await?;
            Ok(Parcel { name: word.clone(), size: 1, note: None::<String>, lines: vec![word.clone()], kind: Kind::Empty, label: Label { text: word.clone(), code: here.y }, count: many, spot: here })
        },
        async {
            Ok(vec![word.clone(), word.clone()])
        },
        maybe(word.clone()),
    )
    .await?;
    let mut perhaps: Option<i64> = count(Some(held1.lines.len() as i64)).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    let perhaps12: Option<String> = maybe("a".to_string()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(perhaps12.clone().unwrap_or_default()).await?;
    count(perhaps).await?;
    note(perhaps3.clone().unwrap_or_default()).await?;
    Ok(news.clone())
}
#[test]
fn w048_agrees() {
    agrees!(w048(n, flag, word, perhaps, many, here, news));
}

#[workflow]
pub async fn w049(word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String)) -> Result<(i64, String), Failure> {
    match two.1.as_str() {
        "a" | "b" => {
            for word1 in vec!["".to_string(), held.name.clone()] {
                if sizes.is_empty() {
                    match held.label.text.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                        }
                        "north" => {
                            if !(held.note.is_none()) {
                                return Ok(two.clone());
                            }
                        }
                        _ => {
                            let mut sizes: BTreeMap<String, i64> = sizes.clone();
                            for n4 in 0..3_i64 {
                                sleep(Duration::from_secs(word.len() as u64)).await;
                            }
                        }
                    }
                    match held.note.clone() {
                        Some(word5) if word5.is_empty() => {
                            let Kind::Sized(n6) = held.kind.clone() else {
                                sleep(Duration::from_secs(held.name.len() as u64)).await;
                                break;
                            };
                            note(text(word.clone()).await?).await?;
                        }
                        Some(word5) => {
                        }
                        None => {
                            break;
                        }
                    }
                } else if true {
                    note(format!("at {word}/{word1}")).await?;
                } else {
                    note(format!("at {word}/{word1}")).await?;
                }
            }
            let news7: Event = Event::Sent { to: "".to_string(), times: held.note.as_ref().map_or(-1, |of| of.len() as i64), why: None::<String> };
        }
        "north" => {
        }
        _ => {
            note(format!("at {word}")).await?;
        }
    }
    let held8: Parcel = Parcel { name: held.name.clone(), size: held.label.code, note: held.note.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: held.kind.clone(), label: Label { text: held.label.text.clone(), code: held.label.code }, count: Some(here.y), spot: my_types::Spot { x: held.size, y: 4 } };
    let Parcel { lines: lines9, kind: what10, .. } = held;
    note(format!("at {word}")).await?;
    note(lines9.join("-")).await?;
    parcel(held8.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(two.clone())
}
#[test]
fn w049_agrees() {
    agrees!(w049(word, lines, held, sizes, here, two));
}
