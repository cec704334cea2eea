//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w050(flag: bool, word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, two: (i64, String)) -> Result<my_types::Spot, Failure> {
    if false {
        note(format!("at {flag}/{word}")).await?;
    } else if 0 > 2 {
    } else {
        let Some(n1) = count(None::<i64>).await? else {
            match two.1.as_str() {
                "a" | "b" => {
                    return Err(Failure::new("Stopped", word.clone()));
                }
                "north" => {
                    let mut turn2 = 0_i64;
                    let next4: Option<String> = None::<String>;
                    'l3: while let Some(word5) = next4.clone() {
                        if turn2 > 1 { break; }
                        turn2 += 1;
                        match (two.0) % 6 {
                            0 => {
                                note("arm".to_string()).await?;
                            }
                            1 | 2 => {
                                let mut n7: i64 = number(turn2).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                            }
                            n6 if n6 > 3 => {
                                note(format!("at {word}/{turn2}/{word5}/{n6}")).await?;
                            }
                            i64::MIN..=-1 => {
                            }
                            _ => {
                            }
                        }
                    }
                    match kind(turn2).await? {
                        Kind::Sized(n8) => {
                            note("arm".to_string()).await?;
                        }
                        Kind::Named { name: output, size: n9 } => {
                            if let Ok(lines10) = list(lines.join("-")).await {
                                return Ok(my_types::Spot { x: n9, y: 5 });
                            } else {
                                let what11: Kind = kind(turn2).timeout(Duration::from_secs(3)).await?;
                            }
                        }
                        Kind::Empty => {
                            {
                                note(format!("at {flag}/{word}/{turn2}")).await?;
                            }
                        }
                    }
                }
                _ => {
                    note(format!("at {flag}/{word}")).await?;
                }
            }
            return Ok(my_types::Spot { x: two.0, y: two.0 });
        };
    }
    let (n12, word13) = two;
    let mut perhaps14: Option<String> = Some(word13.clone());
    perhaps14 = Some(word.clone());
    note(format!("at {flag}/{word}/{n12}/{word13}")).await?;
    note(perhaps14.clone().unwrap_or_default()).await?;
    note(lines.join("-")).await?;
    Ok(my_types::Spot { x: n12, y: two.0 })
}
#[test]
fn w050_agrees() {
    agrees!(w050(flag, word, lines, what, sizes, two));
}

#[workflow]
pub async fn w051(word: String, perhaps: Option<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<my_types::Spot, Failure> {
    'l1: for (at2, held_all) in vec![two.1.clone(), "".to_string()].into_iter().enumerate() {
        let n2 = at2 as i64;
        match perhaps.clone() {
            Some(word3) => {
                match text(held_all.clone()).await {
                    Ok(word6) => {
                        note("arm".to_string()).await?;
                    }
                    Err(failure4) => return Err(failure4),
                }
            }
            None => {
                return Ok(my_types::Spot { x: 5, y: 2 });
            }
        }
    }
    let Some(n7) = many else {
        match word.as_str() {
            "a" | "b" => {
                note("arm".to_string()).await?;
            }
            "north" => {
                note(format!("at {word}")).await?;
            }
            "" if held_all.iter().any(|of| of.count.is_none()) => {
                if check(two.1).await? {
                    let mut held_all8: Vec<Parcel> = held_all.iter().take(2).cloned().collect::<Vec<_>>();
                    held_all8.push(Parcel { name: word.clone(), size: two.0, note: perhaps.clone(), lines: vec![word.clone()], kind: Kind::Named { name: word.clone(), size: 5 }, label: Label { text: "c".to_string(), code: two.0 }, count: many, spot: my_types::Spot { x: two.0, y: two.0 } });
                    let Some(word9) = perhaps else {
                        let (lines10, here11) = join!(
                            async {
                                let news12: Event = news.clone();
                                note(format!("{word}/{word}")).await?;
                                Ok(vec![word.clone(), word.clone()])
                            },
                            async {
                                Ok(my_types::Spot { x: two.0, y: two.0 })
                            },
                        )
                        .await?;
                        let mut here11: Event = news;
                        return Err(Failure::new("Stopped", word.clone()));
                    };
                } else if !(true) {
                    note(format!("at {word}")).await?;
                }
                let held_all: Kind = Kind::Sized(two.0);
            }
            _ => {
            }
        }
        if many == Some(1) {
            return Ok(my_types::Spot { x: two.0, y: two.0 });
        }
        return Ok(my_types::Spot { x: (two.0) % 50 + (two.0) % 7, y: two.0 });
    };
    let n7: i64 = held_all.len() as i64;
    note(format!("at {word}/{n7}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(my_types::Spot { x: held_all.len() as i64, y: held_all.iter().map(|of| of.size % 9).sum::<i64>() })
}
#[test]
fn w051_agrees() {
    agrees!(w051(word, perhaps, sizes, many, two, held_all, news));
}

#[workflow]
pub async fn w052(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<BTreeMap<String, i64>, Failure> {
    let (n1, held_all2) = join!(
        async {
            'l3: for here in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                let (n5, sizes6, what7) = join!(
                    async {
                        let Some(word8) = maybe(held.note.clone().unwrap_or_default()).await? else {
                            for word9 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                                note("turn".to_string()).await?;
                                let mut held_all11: Vec<Parcel> = vec![held.clone()];
                                if held.count == Some(2) {
                                    break;
                                }
                            }
                            match (held.spot.x) % 6 {
                                0 => {
                                    note(format!("at {n}/{word}/{here}")).await?;
                                }
                                1 | 2 => {
                                    let held13: Parcel = Parcel { name: held.label.text.clone(), size: 1, note: held.note.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: held.kind.clone(), label: Label { text: word.clone(), code: held.spot.x }, count: None::<i64>, spot: held.spot };
                                    let n14: i64 = held13.label.code;
                                }
                                n12 if n12 > 3 => {
                                    if held.note.is_none() {
                                        return Ok(held.lines.len() as i64);
                                    }
                                }
                                _ => {
                                    note(format!("at {n}/{word}/{here}")).await?;
                                }
                            }
                            return Ok(two.0);
                        };
                        Ok(word.len() as i64)
                    },
                    table(held.name.clone()),
                    kind(held.label.code),
                )
                .await?;
            }
            if !(here == here) {
                note("arm".to_string()).await?;
            } else {
            }
            Ok(4)
        },
        boxes(vec![Parcel { name: "c".to_string(), size: 2, note: held.note.clone(), lines: vec!["c".to_string(), "c".to_string()], kind: what.clone(), label: Label { text: held.name.clone(), code: held.spot.x }, count: held.count, spot: here }], held.lines.len() as i64),
    )
    .await?;
    let what15: Kind = kind(here.x).await?;
    sleep(Duration::from_secs(44)).await;
    note(format!("at {n}/{word}/{n1}")).await?;
    boxes(held_all2.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w052_agrees() {
    agrees!(w052(n, word, perhaps, what, held, many, here, two));
}

#[workflow]
pub async fn w053(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<Vec<Parcel>, Failure> {
    match held.label.text.as_str() {
        "a" | "b" => {
            note(format!("at {n}/{word}")).await?;
        }
        "north" => {
            note(format!("at {n}/{word}")).await?;
        }
        _ => {
            match held.name.as_str() {
                "a" | "b" => {
                    note("arm".to_string()).await?;
                }
                "north" => {
                    note(format!("at {n}/{word}")).await?;
                }
                "" if held.size > -1 => {
                }
                _ => {
                    let mut turn1 = 0_i64;
                    let next3: Option<String> = held.note.clone();
                    'l2: while let Some(word4) = next3.clone() {
                        if turn1 > 1 { break; }
                        turn1 += 1;
                        note(held.label.text.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                    }
                    let mut turn5 = 0_i64;
                    loop {
                        turn5 += 1;
                        if turn5 > 2 { break; }
                        {
                            match event(news.clone()).await {
                                Ok(word) => {
                                    note("arm".to_string()).await?;
                                    let mut turn5: i64 = held.spot.x;
                                    if held.label.text == "" {
                                        continue;
                                    }
                                }
                                Err(failure6) => {
                                    let cause7 = failure6.error().to_string();
                                    if matches!(news, Event::Sent { times, .. } if times > 2) {
                                        return Err(Failure::new("Stopped", "c".to_string()));
                                    }
                                }
                            }
                            if lines.contains(&held.name) {
                                return Ok(held_all.clone());
                            }
                        }
                    }
                }
            }
        }
    }
    let n8: i64 = here.y;
    let mut two9: (i64, String) = ((n) % 50 - (2) % 7, held.note.clone().unwrap_or_default());
    note(format!("at {n}/{word}/{n8}")).await?;
    both(two9.0, two9.1.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(held_all.clone())
}
#[test]
fn w053_agrees() {
    agrees!(w053(n, word, perhaps, lines, held, here, held_all, news));
}

#[workflow]
pub async fn w054(flag: bool, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<bool, Failure> {
    let (what1, what2) = join!(
        async {
            note("fork".to_string()).await?;
            let mut turn3 = 0_i64;
            loop {
                turn3 += 1;
                if turn3 > 2 { break; }
                let Some(n4) = held.count else {
                    sleep(Duration::from_secs(15)).await;
                    return Err(Failure::new("Stopped", held.name.clone()));
                };
                let mut turn5 = 0_i64;
                'l6: loop {
                    turn5 += 1;
                    if turn5 > 2 { break; }
                    if let Kind::Sized(n7) = what.clone() {
                        let n7: Option<String> = held.note.clone();
                        match held.label.text.as_str() {
                            "a" | "b" => {
                                note(format!("at {word}/{turn3}/{n4}/{turn5}")).await?;
                            }
                            "north" => {
                                if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                                    continue;
                                }
                                let news8: Event = Event::Nothing;
                            }
                            _ => {
                                note(format!("at {word}/{turn3}/{n4}/{turn5}")).await?;
                            }
                        }
                    } else {
                        return Err(Failure::new("Stopped", held.name.clone()));
                    }
                    match (turn3) % 6 {
                        0 => {
                            note(format!("at {word}/{turn3}/{n4}/{turn5}")).await?;
                        }
                        1 | 2 => {
                            return Ok(Kind::Empty);
                        }
                        n9 if n9 > 3 => {
                        }
                        i64::MIN..=-1 => {
                        }
                        _ => {
                            note(format!("at {word}/{turn3}/{n4}/{turn5}")).await?;
                        }
                    }
                }
            }
            sleep(Duration::from_secs(word.len() as u64)).await;
            Ok(what.clone())
        },
        kind(held.size),
    )
    .await?;
    let Parcel { lines: lines10, kind: what11, .. } = held;
    let flag: bool = check(held.note.clone().unwrap_or_default()).await?;
    note(format!("at {word}/{flag}")).await?;
    note(lines10.join("-")).await?;
    note(lines.join("-")).await?;
    Ok(flag)
}
#[test]
fn w054_agrees() {
    agrees!(w054(flag, word, lines, what, held, sizes));
}
