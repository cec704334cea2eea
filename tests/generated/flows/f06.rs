//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w030(n: i64, word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>, held_all: Vec<Parcel>) -> Result<Option<i64>, Failure> {
    match (n) % 6 {
        0 => {
            note(format!("at {n}/{word}")).await?;
        }
        1 | 2 => {
        }
        n1 if n1 > 3 => {
            note(format!("at {n}/{word}/{n1}")).await?;
        }
        _ => {
            match word.as_str() {
                "a" | "b" => {
                    note("arm".to_string()).await?;
                }
                "north" => {
                    match (perhaps.clone(), false) {
                        (Some(word2), true) => {
                            if check("b".to_string()).await? {
                                note(format!("at {n}/{word}/{word2}")).await?;
                            } else if held_all.iter().any(|of| of.count.is_none()) {
                                'l3: for (at5, word4) in vec!["north".to_string(), word.clone()].into_iter().enumerate() {
                                    let n5 = at5 as i64;
                                    sleep(Duration::from_secs(word2.len() as u64)).await;
                                }
                                let mut turn6 = 0_i64;
                                'l7: loop {
                                    turn6 += 1;
                                    if turn6 > 2 { break; }
                                    sleep(Duration::from_secs(word2.len() as u64)).await;
                                    if false {
                                        break 'l7;
                                    }
                                }
                            }
                        }
                        (Some(word2), false) if word2 == "a" => {
                        }
                        (None, _) | (_, false) => {
                            if (n) % 2 == 0 {
                                sleep(Duration::from_secs(63)).await;
                            } else if !(matches!(what, Kind::Sized(_) | Kind::Empty)) {
                                note(format!("at {n}/{word}")).await?;
                            }
                        }
                    }
                }
                _ => {
                    return Ok(None::<i64>);
                }
            }
            let lines8: Vec<String> = vec![word.clone()];
        }
    }
    sleep(Duration::from_secs(69)).await;
    note("north".to_string()).timeout(Duration::from_secs(3)).await?;
    note(format!("at {n}/{word}")).await?;
    boxes(held_all.clone(), 1).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(sizes.get("north").copied())
}
#[test]
fn w030_agrees() {
    agrees!(w030(n, word, perhaps, what, sizes, held_all));
}

#[workflow]
pub async fn w031(word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<my_types::Spot, Failure> {
    match maybe(word.clone()).await? {
        Some(word1) if word1.is_empty() => {
            note("arm".to_string()).await?;
        }
        Some(word1) => {
            return Err(Failure::new("Stopped", "b".to_string()));
        }
        None => {
            let mut turn2 = 0_i64;
            'l3: while turn2 < 2 && matches!(what, Kind::Sized(_) | Kind::Empty) {
                turn2 += 1;
                note("turn".to_string()).await?;
                if two.1 == "b" {
                    match two.1.as_str() {
                        "a" | "b" => {
                            return Err(Failure::new("Stopped", word.clone()));
                        }
                        "north" => {
                            let many4: Option<i64> = many;
                        }
                        "" if !((here.y) % 50 - (-1) % 7 > 2) => {
                            note(format!("at {word}/{turn2}")).await?;
                        }
                        _ => {
                            note(format!("at {word}/{turn2}")).await?;
                        }
                    }
                    match two.1.as_str() {
                        "a" | "b" => {
                            note(format!("at {word}/{turn2}")).await?;
                        }
                        "north" => {
                            note(format!("at {word}/{turn2}")).await?;
                        }
                        "" if many == Some(-1) => {
                            for word5 in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                                sleep(Duration::from_secs(56)).await;
                                sleep(Duration::from_secs(two.1.len() as u64)).await;
                            }
                        }
                        _ => {
                            break 'l3;
                        }
                    }
                } else if matches!(news, Event::Sent { times, .. } if times > 0) {
                } else {
                    let word: bool = if !(sizes.is_empty()) {
                        !(matches!(what, Kind::Sized(_) | Kind::Empty))
                    } else {
                        false
                    };
                    let mut lines7: Vec<String> = lines.clone();
                    lines7.push(two.1.clone());
                }
            }
            let (n8, word9) = two;
        }
    }
    let n10: i64 = here.x;
    let mut many11: Option<i64> = many;
    many11 = Some((n10) % 50 + (5) % 7);
    note(format!("at {word}/{n10}")).await?;
    count(many11).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(here)
}
#[test]
fn w031_agrees() {
    agrees!(w031(word, lines, what, sizes, many, here, two, held_all, news));
}

#[workflow]
pub async fn w032(flag: bool, word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>, news: Event) -> Result<Vec<Parcel>, Failure> {
    if let Kind::Sized(n1) = held.kind {
        let mut turn2 = 0_i64;
        'l3: loop {
            turn2 += 1;
            if turn2 > 2 { break; }
            match event(Event::Nothing).await? {
                Event::Sent { to: word4, times: n5, why: Some(_), .. } => {
                    note(format!("at {n1}/{turn2}/{word4}/{n5}")).await?;
                }
                Event::Sent { times: n5, .. } => {
                    note(format!("at {word}/{n1}/{turn2}/{n5}")).await?;
                }
                Event::Lost(my_types::Loss { at: here6 }) => {
                }
                Event::Nothing => {
                    let state: Vec<Parcel> = boxes(vec![Parcel { name: held.label.text.clone(), size: held.label.code, note: held.note.clone(), lines: held.lines.clone(), kind: Kind::Named { name: held.name.clone(), size: (held.name.len() as i64) % 50 + (held.size) % 7 }, label: Label { text: held.label.text.clone(), code: n1 }, count: held.count, spot: held.spot }], held.size).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                    let mut turn7 = 0_i64;
                    'l8: while turn7 < 2 && flag && true {
                        turn7 += 1;
                        sleep(Duration::from_secs(4)).await;
                    }
                }
            }
        }
    }
    match risky(perhaps.clone().unwrap_or_default()).await {
        Ok(n11) => {
            let (what13, word14) = join!(
                kind(held.size),
                async {
                    note("fork".to_string()).await?;
                    match (held.size) % 6 {
                        0 => {
                            if check(word.clone()).await? {
                                if flag && held.count == Some(2) {
                                    note(format!("at {flag}/{word}/{n11}")).await?;
                                } else {
                                    note(format!("at {flag}/{word}/{n11}")).await?;
                                }
                                let mut here16: my_types::Spot = my_types::Spot { x: held.lines.len() as i64, y: 1 };
                                here16.y += (here16.x) % 10;
                            } else if flag && (held.label.code) % 2 == 0 {
                                return Err(Failure::new("Stopped", word.clone()));
                            }
                        }
                        1 | 2 => {
                            return Ok(word.clone());
                        }
                        n15 if n15 > 3 => {
                            note(format!("at {flag}/{word}/{n11}/{n15}")).await?;
                        }
                        i64::MIN..=-1 => {
                            return Ok(held.label.text.clone());
                        }
                        _ => {
                        }
                    }
                    Ok(held.label.text.clone())
                },
            )
            .await?;
        }
        Err(Trouble::Busy) => {
        }
        Err(Trouble::Bad { why: word12, .. }) => {
            note(format!("at {flag}/{word}/{word12}")).await?;
        }
        Err(Trouble::Closed(word12)) => {
            note(format!("at {flag}/{word}/{word12}")).await?;
        }
        Err(other9) => return Err(other9.into()),
    }
    let serde: i64 = pair(held.size, held.label.code).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("at {flag}/{word}/{serde}")).await?;
    event(news.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(vec![Parcel { name: "a".to_string(), size: held.label.text.len() as i64, note: held.note.clone(), lines: vec!["north".to_string(), held.name.clone()], kind: Kind::Sized(held.size), label: Label { text: held.label.text.clone(), code: held.spot.x }, count: held.count, spot: held.spot }])
}
#[test]
fn w032_agrees() {
    agrees!(w032(flag, word, perhaps, held, sizes, news));
}

#[workflow]
pub async fn w033(n: i64, flag: bool, word: String, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), news: Event) -> Result<Event, Failure> {
    match (n) % 6 {
        0 => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        1 | 2 => {
            if let Ok(word) = table(two.1.clone()).await {
                match (spot(held.spot).await?, held.count) {
                    (my_types::Spot { x: 0, y: n2 }, _) => {
                        note("arm".to_string()).await?;
                    }
                    (my_types::Spot { x: n2, .. }, Some(n3)) => {
                        match held.note.clone() {
                            Some(word4) if word4.is_empty() => {
                                note(format!("at {flag}/{n2}/{n3}/{word4}")).await?;
                            }
                            Some(word4) => {
                            }
                            None => {
                                {
                                    if flag && word.is_empty() {
                                        return Ok(news.clone());
                                    }
                                    let mut sizes5: BTreeMap<String, i64> = sizes.clone();
                                    sizes5.insert(held.label.text.clone(), (5) % 50 + (held.label.code) % 7);
                                }
                            }
                        }
                    }
                    (_, None) => {
                        return Ok(news.clone());
                    }
                    _ => {
                        let (here6, word7) = join!(
                            async {
                                match (held.spot.x) % 6 {
                                    0 => {
                                        note(text(two.1.clone()).await?).await?;
                                    }
                                    1 | 2 => {
                                        note(format!("{flag}/{n}")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                        let two9: (i64, String) = two.clone();
                                    }
                                    n8 if n8 > 3 => {
                                    }
                                    i64::MIN..=-1 => {
                                    }
                                    _ => {
                                    }
                                }
                                Ok(my_types::Spot { x: two.0, y: ((n) % 50 + (held.spot.x) % 7) % 50 - (held.lines.len() as i64) % 7 })
                            },
                            text(two.1.clone()),
                        )
                        .await?;
                        note(word7.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                    }
                }
            }
            let what: Kind = Kind::Sized(two.0);
        }
        _ => {
        }
    }
    let mut two10: (i64, String) = ((-2) % 50 - (held.size) % 7, held.label.text.clone());
    note(two.1.clone()).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    both(two10.0, two10.1.clone()).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(news.clone())
}
#[test]
fn w033_agrees() {
    agrees!(w033(n, flag, word, what, held, sizes, many, two, news));
}

#[workflow]
pub async fn w034(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Option<i64>, Failure> {
    let mut n1: i64 = sizes.get(&word).copied().unwrap_or(1);
    n1 += (n1) % 10;
    map(vec![word.clone(), two.1.clone()], async |word2| {
        let mut turn3 = 0_i64;
        while turn3 < 2 && !(two.0 > 3) {
            turn3 += 1;
            if let Some(n1) = count(many).await? {
                {
                    match kind(two.0).await? {
                        Kind::Sized(n4) if n4 > 3 => {
                            sleep(Duration::from_secs(two.1.len() as u64)).await;
                            sleep(Duration::from_secs(71)).await;
                        }
                        Kind::Sized(n4) => {
                            return Ok(turn3);
                        }
                        Kind::Named { name: word6, size: n5 } => {
                            let two: BTreeMap<String, i64> = sizes.clone();
                            return Ok(word6.len() as i64);
                        }
                        Kind::Empty => {
                            return Ok(n1);
                        }
                    }
                }
                let mut perhaps7: Option<String> = maybe(word2.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
            }
        }
        let held8: Parcel = Parcel { name: two.1.clone(), size: two.0, note: perhaps.clone(), lines: vec![word.clone(), word2.clone()], kind: Kind::Named { name: word2.clone(), size: perhaps.as_ref().map_or(3, |of| of.len() as i64) }, label: Label { text: two.1.clone(), code: two.0 }, count: many, spot: my_types::Spot { x: (two.0) % 50 - (n1) % 7, y: two.0 } };
        let n9: i64 = held8.size;
        Ok(two.0)
    }).await?;
    let mut what10: Kind = kind(two.0).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {n}/{flag}/{word}/{n1}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(many)
}
#[test]
fn w034_agrees() {
    agrees!(w034(n, flag, word, perhaps, lines, sizes, many, two, held_all, news));
}
