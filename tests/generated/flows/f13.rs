//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w065(n: i64, flag: bool, word: String, perhaps: Option<String>, held: Parcel, two: (i64, String), news: Event) -> Result<Event, Failure> {
    let mut lines1: Vec<String> = map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word2| {
        let Ok(flag) = boxes(vec![held.clone()], two.0).await else {
            let mut turn3 = 0_i64;
            'l4: loop {
                turn3 += 1;
                if turn3 > 2 { break; }
                note("turn".to_string()).await?;
                if flag && perhaps.is_some() {
                    return Ok("c".to_string());
                }
            }
            let word5: String = text(word.clone()).timeout(Duration::from_secs(3)).await?;
            return Ok(format!("{turn3}/{n}"));
        };
        let mut turn6 = 0_i64;
        'l7: loop {
            turn6 += 1;
            if turn6 > 2 { break; }
            let lines8: Vec<String> = vec![two.1.clone()];
            let mut turn9 = 0_i64;
            'l10: while turn9 < 2 && !(held.spot.x > -1) {
                turn9 += 1;
                match (held.spot.x) % 6 {
                    0 => {
                        let mut held_all12: Vec<Parcel> = vec![Parcel { name: two.1.clone(), size: turn6, note: perhaps.clone(), lines: held.lines.clone(), kind: Kind::Sized(turn6), label: Label { text: word.clone(), code: held.spot.x }, count: None::<i64>, spot: held.spot }];
                        held_all12.push(Parcel { name: held.name.clone(), size: n, note: Some(lines8.join("-")), lines: lines8.clone(), kind: held.kind.clone(), label: Label { text: word2.clone(), code: held.size }, count: held.count, spot: my_types::Spot { x: held.spot.x, y: turn6 } });
                        sleep(Duration::from_secs(30)).await;
                    }
                    1 | 2 => {
                    }
                    _ => {
                    }
                }
            }
        }
        Ok("c".to_string())
    }).await?;
    let perhaps13: Option<String> = held.note.clone();
    lines1.push(word.clone());
    note(format!("at {n}/{flag}/{word}")).await?;
    note(perhaps13.clone().unwrap_or_default()).await?;
    note(lines1.join("-")).await?;
    event(news.clone()).await?;
    Ok(news.clone())
}
#[test]
fn w065_agrees() {
    agrees!(w065(n, flag, word, perhaps, held, two, news));
}

#[workflow]
pub async fn w066(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<Kind, Failure> {
    let mut held_all1: Vec<Parcel> = boxes(held_all.clone(), two.0).await?;
    match event(Event::Lost(my_types::Loss { at: my_types::Spot { x: n, y: two.0 } })).await? {
        Event::Sent { to: word2, times: n3, why: Some(_), .. } => {
            for (at6, word5) in vec![word.clone(), two.1.clone()].into_iter().enumerate() {
                let n6 = at6 as i64;
                match (n6) % 6 {
                    0 => {
                        let two7: (i64, String) = both(n6, two.1.clone()).await?;
                    }
                    1 | 2 => {
                        note(format!("at {word2}/{n3}/{word5}/{n6}")).await?;
                    }
                    sizes if sizes > 3 => {
                        let it: i64 = match perhaps.clone() {
                            Some(word8) if word8.is_empty() => {
                                return Ok(Kind::Empty);
                            }
                            Some(word8) => {
                                sleep(Duration::from_secs(64)).await;
                                1
                            }
                            None => {
                                if false {
                                    continue;
                                }
                                let mut lines: Vec<String> = vec![word.clone()];
                                n
                            }
                        };
                    }
                    i64::MIN..=-1 => {
                        return Err(Failure::new("Stopped", word5.clone()));
                    }
                    _ => {
                    }
                }
            }
        }
        Event::Sent { times: n3, .. } => {
        }
        Event::Lost(my_types::Loss { at: here4 }) => {
        }
        Event::Nothing => {
            return Ok(Kind::Empty);
        }
    }
    sleep(Duration::from_secs(59)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(held_all1.clone(), 1).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(kind(n).await?)
}
#[test]
fn w066_agrees() {
    agrees!(w066(n, flag, word, perhaps, lines, sizes, two, held_all));
}

#[workflow]
pub async fn w067(word: String, lines: Vec<String>, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<Parcel, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        match (turn1) % 6 {
            0 => {
                note(format!("at {word}/{turn1}")).await?;
            }
            1 | 2 => {
                let (lines3, flag4, word5) = join!(
                    list("a".to_string()),
                    async {
                        if true {
                            if let Some(machine) = many {
                                note("arm".to_string()).await?;
                            } else {
                                let mut perhaps6: Option<String> = None::<String>;
                                perhaps6 = Some(word.clone());
                                note(word.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                            }
                            match news.clone() {
                                Event::Sent { to: word7, times: n8, why: Some(_), .. } => {
                                    note("arm".to_string()).await?;
                                }
                                Event::Sent { times: n8, .. } => {
                                    note(format!("at {word}/{turn1}/{n8}")).await?;
                                }
                                Event::Lost(my_types::Loss { at: here9 }) => {
                                    sleep(Duration::from_secs(word.len() as u64)).await;
                                }
                                Event::Nothing => {
                                }
                            }
                        }
                        let mut turn10 = 0_i64;
                        let next12: Option<String> = Some(word.clone());
                        'l11: while let Some(word13) = next12.clone() {
                            if turn10 > 1 { break; }
                            turn10 += 1;
                            let sizes14: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                            let turn10: BTreeMap<String, i64> = table(word.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        }
                        Ok(word == "")
                    },
                    text("".to_string()),
                )
                .await?;
                let two15: (i64, String) = both(turn1, word5.clone()).await?;
            }
            i64::MIN..=-1 => {
                note(format!("at {word}/{turn1}")).await?;
            }
            _ => {
                break 'l2;
            }
        }
    }
    let mut what16: Kind = Kind::Named { name: lines.join("-"), size: turn1 };
    what16 = Kind::Sized(word.len() as i64);
    let mut held_all: Vec<Parcel> = held_all.iter().filter(|of| of.note.is_none()).cloned().collect::<Vec<_>>();
    note(format!("at {word}/{turn1}")).await?;
    boxes(held_all.clone(), 1).await?;
    event(news.clone()).await?;
    count(many).await?;
    Ok(parcel(Parcel { name: word.clone(), size: held_all.len() as i64, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Named { name: word.clone(), size: -1 }, label: Label { text: word.clone(), code: turn1 }, count: Some(lines.len() as i64), spot: my_types::Spot { x: turn1, y: 2 } }).await?)
}
#[test]
fn w067_agrees() {
    agrees!(w067(word, lines, many, held_all, news));
}

#[workflow]
pub async fn w068(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<i64, Failure> {
    let Some(flag) = perhaps.clone() else {
        {
            note(two.1.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
        }
        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
            match perhaps.clone() {
                Some(word2) => {
                    let mut sizes3: BTreeMap<String, i64> = table("north".to_string()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                }
                None => {
                    note(format!("at {flag}/{word}/{word1}")).await?;
                }
            }
            let mut turn4 = 0_i64;
            'l5: while turn4 < 2 && !(lines.contains(&word)) {
                turn4 += 1;
                map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |turn4| {
                    match (here.x) % 6 {
                        0 => {
                            note("arm".to_string()).await?;
                        }
                        1 | 2 => {
                            sleep(Duration::from_secs(76)).await;
                        }
                        i64::MIN..=-1 => {
                            note(format!("at {flag}/{word}/{word1}/{turn4}")).await?;
                        }
                        _ => {
                            let mut lines6: Vec<String> = lines.clone();
                        }
                    }
                    Ok(here)
                }).max_concurrency(2).await?;
                continue 'l5;
            }
            Ok(number(turn4).await?)
        }).max_concurrency(2).await?;
        return Ok(lines.len() as i64);
    };
    let mut held_all: Option<String> = maybe(two.1.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("{word}/{word}")).await?;
    note(format!("at {word}/{flag}")).await?;
    note(held_all.clone().unwrap_or_default()).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(lines.len() as i64)
}
#[test]
fn w068_agrees() {
    agrees!(w068(flag, word, perhaps, lines, what, here, two, held_all));
}

#[workflow]
pub async fn w069(word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String), news: Event) -> Result<Vec<Parcel>, Failure> {
    match kind(two.0).await? {
        Kind::Sized(n1) => {
            note("arm".to_string()).await?;
        }
        Kind::Named { name: word3, size: n2 } => {
            return Ok(vec![Parcel { name: two.1.clone(), size: lines.len() as i64, note: None::<String>, lines: vec![word.clone()], kind: Kind::Sized(3), label: Label { text: "c".to_string(), code: n2 }, count: None::<i64>, spot: here }]);
        }
        Kind::Empty => {
            if here == here {
                match word.as_str() {
                    "a" | "b" => {
                        if !(true) {
                            map(vec![two.1.clone(), "north".to_string()], async |word4| {
                                let mut t: String = text(word.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                                Ok(two.0)
                            }).max_concurrency(2).await?;
                        } else {
                            let Some(word5) = maybe(word.clone()).await? else {
                                let here: my_types::Spot = my_types::Spot { x: here.y, y: sizes.get(&word).copied().unwrap_or(-2) };
                                return Ok(vec![Parcel { name: word.clone(), size: here.y, note: Some(format!("{word}/{word}")), lines: lines.clone(), kind: Kind::Sized(0), label: Label { text: "north".to_string(), code: here.y }, count: Some(6), spot: my_types::Spot { x: here.y, ..here } }]);
                            };
                        }
                    }
                    "north" => {
                    }
                    _ => {
                        match (here, count(None::<i64>).await?) {
                            (my_types::Spot { x: 0, y: n6 }, _) => {
                                note("arm".to_string()).await?;
                            }
                            (my_types::Spot { x: n6, .. }, Some(n7)) => {
                                note(format!("at {word}/{n6}/{n7}")).await?;
                            }
                            (_, None) => {
                                note(format!("at {word}")).await?;
                            }
                            _ => {
                                match (maybe(word.clone()).await?, lines.contains(&word)) {
                                    (Some(error), true) => {
                                        note("arm".to_string()).await?;
                                    }
                                    (Some(error), false) if error == "a" => {
                                        let n8: i64 = here.x;
                                    }
                                    (None, _) | (_, false) => {
                                        return Ok(vec![Parcel { name: word.clone(), size: here.y, note: None::<String>, lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: two.1.clone(), size: two.0 }, label: Label { text: two.1.clone(), code: -1 }, count: None::<i64>, spot: here }]);
                                    }
                                }
                            }
                        }
                        return Ok(vec![Parcel { name: two.1.clone(), size: lines.len() as i64, note: None::<String>, lines: vec!["north".to_string()], kind: Kind::Sized(5), label: Label { text: two.1.clone(), code: 4 }, count: Some(word.len() as i64), spot: here }]);
                    }
                }
            }
        }
    }
    let mut two: BTreeMap<String, i64> = sizes.clone();
    let mut sizes: Event = news.clone();
    note(format!("at {word}")).await?;
    event(sizes.clone()).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    Ok(vec![Parcel { name: word.clone(), size: here.x, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: here.x }, count: None::<i64>, spot: my_types::Spot { x: here.y, ..here } }])
}
#[test]
fn w069_agrees() {
    agrees!(w069(word, lines, sizes, here, two, news));
}
