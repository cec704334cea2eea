//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w025(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<i64, Failure> {
    if held.label.code > 2 {
        {
            match slow(held.label.code).await {
                Ok(serde) => {
                    note("arm".to_string()).await?;
                }
                Err(Small::Late) => {
                    return Ok(here.x);
                }
                Err(Small::Full(_, word3)) => {
                    let here4: my_types::Spot = spot(here).timeout(Duration::from_secs(3)).await?;
                    let Kind::Sized(n5) = held.kind.clone() else {
                        if check(held.lines.join("-")).await? {
                            let lines6: Vec<String> = list(word3.clone()).await?;
                            let word7: String = text(held.name.clone()).await?;
                        } else if held.lines.contains(&word3) {
                            if perhaps.is_some() {
                                return Ok(-2);
                            }
                        }
                        if matches!(what, Kind::Sized(_) | Kind::Empty) {
                            return Err(Failure::new("Stopped", "a".to_string()));
                        } else if !(true) {
                            note(format!("at {n}/{word}/{word3}")).await?;
                        } else {
                        }
                        return Ok(here4.x);
                    };
                }
                Err(Small::Empty) => {
                    note(format!("at {n}/{word}")).await?;
                }
            }
        }
        let n8: i64 = held.size;
    }
    let perhaps: Parcel = Parcel { name: held.name.clone(), size: held.spot.x, note: held.note, lines: held.lines.clone(), kind: kind(held.label.code).await?, label: Label { text: word.clone(), code: pair(n, held.label.code).await? }, count: held.count, spot: held.spot };
    let what: Event = event(Event::Sent { to: held.name.clone(), times: held.label.text.len() as i64, why: perhaps.note.clone() }).await?;
    note(format!("at {n}/{word}")).await?;
    event(what.clone()).await?;
    parcel(perhaps.clone()).await?;
    between(here, here).await?;
    Ok(here.y)
}
#[test]
fn w025_agrees() {
    agrees!(w025(n, word, perhaps, what, held, sizes, many, here));
}

#[workflow]
pub async fn w026(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, held_all: Vec<Parcel>) -> Result<String, Failure> {
    if let Kind::Sized(error) = what.clone() {
        return Ok(held.name.clone());
    } else {
        if let Ok(lines) = list(word.clone()).await {
            {
                {
                    let mut here1: my_types::Spot = my_types::Spot { x: held.spot.x, ..held.spot };
                    here1.y += ((here1.y) % 50 + (3) % 7) % 10;
                }
            }
            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word2| {
                match held.kind.clone() {
                    Kind::Sized(n3) if n3 > 3 => {
                        note(format!("at {n}/{word}/{word2}/{n3}")).await?;
                    }
                    Kind::Sized(n3) => {
                        note(format!("at {n}/{word}/{word2}/{n3}")).await?;
                    }
                    Kind::Named { name: word4, size: state } => {
                        note(format!("at {word}/{word2}/{word4}/{state}")).await?;
                    }
                    Kind::Empty => {
                        let mut turn5 = 0_i64;
                        'l6: loop {
                            turn5 += 1;
                            if turn5 > 2 { break; }
                            note("turn".to_string()).await?;
                            let held: Kind = what.clone();
                        }
                        sleep(Duration::from_secs(85)).await;
                    }
                }
                if let Kind::Sized(n7) = held.kind.clone() {
                    note("arm".to_string()).await?;
                } else {
                }
                Ok((held.size, word.clone()))
            }).await?;
        }
    }
    let lines: Vec<String> = lines.clone();
    let n8: i64 = pair(word.len() as i64, held.size).await?;
    note(format!("at {n}/{word}/{n8}")).await?;
    note(lines.join("-")).await?;
    boxes(held_all.clone(), 1).await?;
    parcel(held.clone()).await?;
    Ok(word.clone())
}
#[test]
fn w026_agrees() {
    agrees!(w026(n, word, perhaps, lines, what, held, sizes, held_all));
}

#[workflow]
pub async fn w027(n: i64, flag: bool, word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String)) -> Result<Vec<String>, Failure> {
    match maybe(lines.join("-")).await? {
        Some(n) => {
            let Some(word1) = maybe(two.1.clone()).await? else {
                {
                    if false {
                        note("arm".to_string()).await?;
                    } else {
                        if let Ok(value) = event(Event::Sent { to: two.1.clone(), times: here.y, why: Some(n.clone()) }).await {
                            let mut flag2: bool = check(format!("{word}/{word}")).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                        } else {
                        }
                        match risky(n.clone()).await {
                            Ok(of) => {
                                note("arm".to_string()).await?;
                            }
                            Err(Trouble::Busy) => {
                                note(format!("at {flag}/{word}/{n}")).await?;
                            }
                            Err(Trouble::Bad { why: word5, .. }) => {
                            }
                            Err(Trouble::Closed(word5)) => {
                                let word6: String = two.1;
                                let mut held7: Parcel = Parcel { name: word5.clone(), size: 0, note: lines.first().cloned(), lines: lines.clone(), kind: kind(here.y).await?, label: Label { text: word5.clone(), code: sizes.get(&n).copied().unwrap_or(0) }, count: Some(here.x), spot: my_types::Spot { x: -1, y: -1 } };
                                held7.label.code = 2;
                            }
                            Err(other3) => return Err(other3.into()),
                        }
                    }
                    map(vec!["b".to_string(), "".to_string()], async |env| {
                        let (what8, word9, what10) = join!(
                            async {
                                Ok(what.clone())
                            },
                            text(env.clone()),
                            kind(here.x),
                        )
                        .await?;
                        Ok((number(here.y).await?, format!("{n}/{flag}")))
                    }).max_concurrency(2).await?;
                }
                sleep(Duration::from_secs(word.len() as u64)).await;
                return Ok(lines.clone());
            };
        }
        None => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let mut perhaps11: Option<String> = lines.first().cloned();
    perhaps11 = Some(two.1.clone());
    let sizes12: BTreeMap<String, i64> = table(perhaps11.clone().unwrap_or_default()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(perhaps11.clone().unwrap_or_default()).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(lines.clone())
}
#[test]
fn w027_agrees() {
    agrees!(w027(n, flag, word, lines, what, sizes, here, two));
}

#[workflow]
pub async fn w028(n: i64, word: String, what: Kind, sizes: BTreeMap<String, i64>, news: Event) -> Result<String, Failure> {
    match (maybe("north".to_string()).await?, true) {
        (Some(news), true) => {
            match (n) % 6 {
                0 => {
                    note(format!("at {n}/{word}/{news}")).await?;
                }
                1 | 2 => {
                    let n: i64 = n;
                }
                sizes if sizes > 3 => {
                }
                i64::MIN..=-1 => {
                    match slow(n).await {
                        Ok(_spare) => {
                            match _spare.as_str() {
                                "a" | "b" => {
                                    note(format!("at {n}/{word}/{news}/{_spare}")).await?;
                                }
                                "north" => {
                                    let many4: Option<i64> = None::<i64>;
                                }
                                _ => {
                                }
                            }
                        }
                        Err(Small::Late) => {
                            'l5: for word6 in vec![news.clone(), "b".to_string()] {
                                match maybe(word.clone()).await? {
                                    Some(word8) if word8.is_empty() => {
                                        note(format!("at {word}/{news}/{word6}/{word8}")).await?;
                                    }
                                    Some(word8) => {
                                        let held9: Parcel = Parcel { name: "north".to_string(), size: 6, note: Some("a".to_string()), lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: word6.clone(), code: n }, count: sizes.get("").copied(), spot: my_types::Spot { x: n, y: word.len() as i64 } };
                                        let word10: String = held9.name;
                                    }
                                    None => {
                                    }
                                }
                            }
                        }
                        Err(Small::Full(_, word3)) => {
                            'l11: for (at13, word12) in vec!["b".to_string(), word3.clone()].into_iter().enumerate() {
                                let n13 = at13 as i64;
                                note("turn".to_string()).await?;
                            }
                            let what14: Kind = what.clone();
                        }
                        Err(Small::Empty) => {
                        }
                    }
                }
                _ => {
                }
            }
            let word: (i64, String) = (n, word.clone());
        }
        (Some(news), false) if news == "a" => {
        }
        (None, _) | (_, false) => {
        }
    }
    let what: Kind = Kind::Named { name: "north".to_string(), size: (n) % 50 + (4) % 7 };
    let two15: (i64, String) = both(n, word.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("at {n}/{word}")).await?;
    both(two15.0, two15.1.clone()).await?;
    event(news.clone()).await?;
    Ok("c".to_string())
}
#[test]
fn w028_agrees() {
    agrees!(w028(n, word, what, sizes, news));
}

#[workflow]
pub async fn w029(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<my_types::Spot, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && held.note.is_some() {
        turn1 += 1;
        note(held.label.text.clone()).await?;
        if !((held.spot.x) % 2 == 0) {
            let mut turn3 = 0_i64;
            let next5: Option<String> = lines.first().cloned();
            'l4: while let Some(word6) = next5.clone() {
                if turn3 > 1 { break; }
                turn3 += 1;
                note("turn".to_string()).await?;
                if !(matches!(held.kind, Kind::Sized(_) | Kind::Empty)) {
                    break 'l2;
                }
                let Some(n7) = held.count else {
                    {
                        note(word.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                        if flag && (lines.len() as i64) % 2 == 0 {
                            break 'l4;
                        }
                    }
                    match event(Event::Sent { to: word.clone(), times: held.spot.x, why: perhaps.clone() }).await? {
                        Event::Sent { to: word8, times: here, why: Some(_), .. } => {
                            note("arm".to_string()).await?;
                        }
                        Event::Sent { times: here, .. } => {
                            note(held.name.clone()).timeout(Duration::from_secs(3)).await?;
                        }
                        Event::Lost(my_types::Loss { at: here9 }) => {
                        }
                        Event::Nothing => {
                            note(format!("at {word}/{turn1}/{turn3}/{word6}")).await?;
                        }
                    }
                    continue 'l2;
                };
            }
            continue 'l2;
        }
    }
    let Parcel { lines: lines10, kind: what11, .. } = held;
    let mut n12: i64 = many.unwrap_or(1);
    n12 = (n12 + 3) % 100;
    note(format!("at {flag}/{word}/{turn1}/{n12}")).await?;
    note(lines10.join("-")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(here)
}
#[test]
fn w029_agrees() {
    agrees!(w029(flag, word, perhaps, lines, held, many, here, held_all));
}
