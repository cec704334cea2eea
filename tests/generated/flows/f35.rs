//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w175(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, news: Event) -> Result<Kind, Failure> {
    let Parcel { lines: lines1, kind: what2, .. } = held;
    if !(held.note.is_some()) {
        note("arm".to_string()).await?;
    } else {
        match what2.clone() {
            Kind::Sized(n3) => {
                if lines1.contains(&held.label.text) {
                    let mut perhaps: (i64, String) = match word.as_str() {
                        "a" | "b" => {
                            let mut held5: Parcel = Parcel { name: held.name.clone(), size: 2, note: lines1.first().cloned(), lines: lines.clone(), kind: what2.clone(), label: Label { text: word.clone(), code: number(held.size).await? }, count: held.count, spot: my_types::Spot { x: held.note.as_ref().map_or(-1, |of| of.len() as i64), y: held.spot.x } };
                            held5.lines.push(word.clone());
                            let here6: my_types::Spot = held5.spot;
                            (held.spot.x, held.label.text.clone())
                        }
                        "north" => {
                            (n, held.label.text.clone())
                        }
                        _ => {
                            if !(held.count == Some(1)) {
                                return Err(Failure::new("Stopped", word.clone()));
                            }
                            (-2, held.note.clone().unwrap_or_default())
                        }
                    };
                }
                let mut turn7 = 0_i64;
                'l8: loop {
                    turn7 += 1;
                    if turn7 > 2 { break; }
                    {
                    }
                    let mut held9: Parcel = Parcel { name: held.name.clone(), size: n3, note: held.note.clone(), lines: lines1.clone(), kind: what2.clone(), label: Label { text: held.name.clone(), code: pair(1, turn7).await? }, count: count(held.count).await?, spot: held.spot };
                    held9.lines.push("".to_string());
                }
            }
            Kind::Named { name: what2, size: n4 } => {
                note(format!("at {flag}/{word}/{what2}/{n4}")).await?;
            }
            Kind::Empty => {
            }
        }
        let mut sizes10: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
        sizes10.insert(held.name.clone(), word.len() as i64);
    }
    let mut held_all11: Vec<Parcel> = vec![Parcel { name: word.clone(), size: held.spot.x, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: held.label.text.clone(), code: held.size }, count: held.count, spot: my_types::Spot { x: (held.size) % 50 - (held.label.code) % 7, y: held.count.unwrap_or(1) } }];
    held_all11.push(Parcel { name: held.name.clone(), size: held.spot.x, note: held.note.clone(), lines: lines1.clone(), kind: what2.clone(), label: Label { text: word.clone(), code: held.size }, count: held.count, spot: held.spot });
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(held_all11.clone(), 1).await?;
    note(lines1.join("-")).await?;
    event(news.clone()).await?;
    Ok(Kind::Empty)
}
#[test]
fn w175_agrees() {
    agrees!(w175(n, flag, word, perhaps, lines, held, news));
}

#[workflow]
pub async fn w176(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<Parcel, Failure> {
    {
        map(vec![held.name.clone(), "a".to_string()], async |word1| {
            let mut turn2 = 0_i64;
            while turn2 < 2 && false {
                turn2 += 1;
                {
                    match (number(held.spot.x).await?) % 6 {
                        0 => {
                            note(format!("at {n}/{word}/{word1}/{turn2}")).await?;
                        }
                        1 | 2 => {
                            continue;
                        }
                        n3 if n3 > 3 => {
                            let held_all: Vec<Parcel> = held_all.clone();
                        }
                        i64::MIN..=-1 => {
                        }
                        _ => {
                            let word1: Vec<Parcel> = held_all.clone();
                        }
                    }
                }
                match (held.note.clone(), held_all.iter().any(|of| of.count.is_none())) {
                    (Some(word4), true) => {
                        note("arm".to_string()).await?;
                    }
                    (Some(word4), false) if word4 == "a" => {
                        note(format!("at {word}/{word1}/{turn2}/{word4}")).await?;
                    }
                    (None, _) | (_, false) => {
                        if (many.unwrap_or(3)) % 2 == 0 {
                            note(format!("at {n}/{word}/{word1}/{turn2}")).await?;
                        } else if !(held.note.is_some()) {
                            let held5: Parcel = Parcel { name: word1.clone(), size: turn2, note: held.note.clone(), lines: vec![word.clone(), word1.clone()], kind: Kind::Empty, label: Label { text: "c".to_string(), code: (held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 50 + (held.lines.len() as i64) % 7 }, count: many, spot: my_types::Spot { x: held.spot.x, y: turn2 } };
                            let Parcel { lines: lines6, kind: what7, .. } = held5;
                            let held8: Parcel = held.clone();
                            let Parcel { lines: lines9, kind: what10, .. } = held8;
                        } else {
                            note(format!("at {n}/{word}/{word1}/{turn2}")).await?;
                        }
                    }
                }
            }
            Ok(news.clone())
        }).await?;
        let machine: i64 = here.x;
    }
    let news: (i64, String) = (number(held.note.as_ref().map_or(3, |of| of.len() as i64)).await?, word.clone());
    let word11: String = news.1;
    note(format!("at {n}/{word}/{word11}")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(held)
}
#[test]
fn w176_agrees() {
    agrees!(w176(n, word, perhaps, what, held, many, here, held_all, news));
}

#[workflow]
pub async fn w177(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String)) -> Result<Option<String>, Failure> {
    'l1: for word2 in vec!["a".to_string(), "c".to_string()] {
        let mut turn4 = 0_i64;
        let next6: Option<String> = maybe("".to_string()).await?;
        'l5: while let Some(word7) = next6.clone() {
            if turn4 > 1 { break; }
            turn4 += 1;
            note("turn".to_string()).await?;
            let mut turn8 = 0_i64;
            'l9: loop {
                turn8 += 1;
                if turn8 > 2 { break; }
                let (lines10, what11, perhaps12) = join!(
                    list(word2.clone()),
                    kind(6),
                    async {
                        if held.lines.contains(&word) {
                            note("arm".to_string()).await?;
                            let many: i64 = turn4;
                        } else if false {
                        }
                        let mut turn13 = 0_i64;
                        loop {
                            turn13 += 1;
                            if turn13 > 2 { break; }
                            note("turn".to_string()).await?;
                            let mut many: Option<String> = perhaps.clone();
                            let held14: Parcel = Parcel { name: word.clone(), size: sizes.get(&word).copied().unwrap_or(5), note: None::<String>, lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: held.name.clone(), code: (turn4) % 50 + (two.0) % 7 }, count: held.count, spot: held.spot };
                            let perhaps15: Option<String> = held14.note;
                        }
                        Ok(None::<String>)
                    },
                )
                .await?;
            }
        }
        if !(matches!(what, Kind::Sized(_) | Kind::Empty)) {
            note(format!("at {flag}/{word}/{word2}/{turn4}")).await?;
        } else {
            let mut turn16 = 0_i64;
            'l17: loop {
                turn16 += 1;
                if turn16 > 2 { break; }
                note(format!("at {word}/{word2}/{turn4}/{turn16}")).await?;
            }
            if flag && true {
                return Err(Failure::new("Stopped", "north".to_string()));
            }
        }
    }
    let n18: i64 = two.0;
    let held_all19: Vec<Parcel> = boxes(vec![held.clone()], 5).await?;
    note(format!("at {n}/{flag}/{word}/{n18}")).await?;
    boxes(held_all19.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(maybe(two.1.clone()).await?)
}
#[test]
fn w177_agrees() {
    agrees!(w177(n, flag, word, perhaps, what, held, sizes, many, two));
}

#[workflow]
pub async fn w178(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<BTreeMap<String, i64>, Failure> {
    match (two.0) % 6 {
        0 => {
            let mut flag1: bool = check(two.1.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
            match (two.0) % 6 {
                0 => {
                    note(format!("at {word}/{flag1}")).await?;
                }
                1 | 2 => {
                    note(format!("at {word}/{flag1}")).await?;
                }
                env if env > 3 => {
                }
                _ => {
                    match word.as_str() {
                        "a" | "b" => {
                            return Ok(sizes.clone());
                        }
                        "north" => {
                            match news.clone() {
                                Event::Sent { to: word2, times: n3, why: Some(_), .. } => {
                                    note(format!("at {word}/{flag1}/{word2}/{n3}")).await?;
                                }
                                Event::Sent { times: n3, .. } => {
                                }
                                Event::Lost(my_types::Loss { at: sizes }) => {
                                    if perhaps.is_some() {
                                        note(format!("at {word}/{flag1}")).await?;
                                    } else if matches!(what, Kind::Sized(_) | Kind::Empty) {
                                        let mut held4: Parcel = Parcel { name: two.1.clone(), size: sizes.x, note: maybe(two.1.clone()).await?, lines: lines.clone(), kind: what, label: Label { text: two.1.clone(), code: 5 }, count: many, spot: sizes };
                                        held4.lines.push(two.1.clone());
                                        let held_all5: Vec<Parcel> = boxes(held_all.clone(), 3).await?;
                                    } else {
                                        if held_all.iter().any(|of| of.count.is_none()) {
                                            return Err(Failure::new("Stopped", word.clone()));
                                        }
                                        flag1 = flag1 && lines.contains(&two.1);
                                    }
                                }
                                Event::Nothing => {
                                    let mut turn6 = 0_i64;
                                    'l7: while turn6 < 2 && flag1 && true {
                                        turn6 += 1;
                                        note("turn".to_string()).await?;
                                    }
                                    flag1 = perhaps.is_some();
                                }
                            }
                        }
                        _ => {
                        }
                    }
                    note(text(two.1.clone()).await?).await?;
                }
            }
        }
        1 | 2 => {
            note(format!("at {word}")).await?;
        }
        sizes if sizes > 3 => {
        }
        _ => {
        }
    }
    let (n8, word9) = two;
    let mut lines10: Vec<String> = lines.clone();
    lines10.push(word.clone());
    note(format!("at {word}/{n8}/{word9}")).await?;
    note(lines10.join("-")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(sizes.clone())
}
#[test]
fn w178_agrees() {
    agrees!(w178(word, perhaps, lines, what, sizes, many, two, held_all, news));
}

#[workflow]
pub async fn w179(flag: bool, word: String, perhaps: Option<String>, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Vec<Parcel>, Failure> {
    let mut turn1 = 0_i64;
    while turn1 < 2 && flag && word == "b" {
        turn1 += 1;
        note("turn".to_string()).await?;
        if !(matches!(news, Event::Sent { times, .. } if times > 2)) {
            continue;
        }
        sleep(Duration::from_secs(48)).await;
    }
    {
        if let Some(word2) = perhaps.clone() {
            note("arm".to_string()).await?;
        } else {
            match risky(word.clone()).await {
                Ok(flag) => {
                    note("arm".to_string()).await?;
                }
                Err(Trouble::Busy) => {
                    let lines7: Vec<String> = map(vec![two.1.clone(), two.1.clone()], async |word6| {
                        sleep(Duration::from_secs(word.len() as u64)).await;
                        Ok(word.clone())
                    }).max_concurrency(2).await?;
                }
                Err(Trouble::Bad { why: word5, .. }) => {
                    note(format!("at {flag}/{word}/{turn1}/{word5}")).await?;
                }
                Err(Trouble::Closed(word5)) => {
                    let here: i64 = here.y;
                    if held_all.iter().any(|of| of.count.is_none()) {
                        'l8: for word9 in vec![two.1.clone(), word5.clone()] {
                            note("turn".to_string()).await?;
                        }
                        let held_all: Option<i64> = many;
                    } else if word5 == "a" {
                    } else {
                    }
                }
                Err(other3) => return Err(other3.into()),
            }
        }
        let many: i64 = number(turn1).await?;
    }
    let (n11, word12) = two;
    note(format!("at {word}/{turn1}/{n11}/{word12}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(vec![Parcel { name: word.clone(), size: here.x, note: Some(word.clone()), lines: vec!["c".to_string()], kind: Kind::Named { name: "a".to_string(), size: held_all.iter().map(|of| of.size % 9).sum::<i64>() }, label: Label { text: "a".to_string(), code: two.0 }, count: Some(held_all.iter().map(|of| of.size % 9).sum::<i64>()), spot: here }])
}
#[test]
fn w179_agrees() {
    agrees!(w179(flag, word, perhaps, many, here, two, held_all, news));
}
