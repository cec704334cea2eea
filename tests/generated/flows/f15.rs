//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w075(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<my_types::Spot, Failure> {
    match word.as_str() {
        "a" | "b" => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        "north" => {
        }
        _ => {
            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |serde| {
                if let Some(result) = many {
                    let mut turn1 = 0_i64;
                    'l2: loop {
                        turn1 += 1;
                        if turn1 > 2 { break; }
                        match slow(held.spot.x).await {
                            Ok(n) if n == "a" => {
                                note(format!("at {serde}/{result}/{turn1}/{n}")).await?;
                            }
                            Ok(n) => {
                                sleep(Duration::from_secs(8)).await;
                                let here: my_types::Spot = held.spot;
                            }
                            Err(Small::Late) => {
                                if !(true) {
                                    break 'l2;
                                }
                            }
                            Err(Small::Full(_, word5)) => {
                            }
                            Err(Small::Empty) => {
                                let n: i64 = n;
                                sleep(Duration::from_secs(word.len() as u64)).await;
                            }
                        }
                        map(vec![word.clone(), serde.clone()], async |word6| {
                            Ok(Event::Sent { to: word.clone(), times: held.note.as_ref().map_or(1, |of| of.len() as i64), why: perhaps.clone() })
                        }).await?;
                    }
                    note(word.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                }
                Ok(sizes.clone())
            }).max_concurrency(2).await?;
        }
    }
    let held7: Parcel = Parcel { name: word.clone(), size: here.x, note: held.note.clone(), lines: held.lines.clone(), kind: Kind::Named { name: "a".to_string(), size: n }, label: Label { text: "a".to_string(), code: two.0 }, count: held.count, spot: held.spot };
    let mut word8: String = held.note.clone().unwrap_or_default();
    word8 = "a".to_string();
    note(format!("at {n}/{flag}/{word}/{word8}")).await?;
    parcel(held7.clone()).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(held7.spot)
}
#[test]
fn w075_agrees() {
    agrees!(w075(n, flag, word, perhaps, lines, held, sizes, many, here, two));
}

#[workflow]
pub async fn w076(flag: bool, word: String, lines: Vec<String>, held: Parcel, many: Option<i64>, here: my_types::Spot, news: Event) -> Result<(i64, String), Failure> {
    let n1: i64 = here.y;
    {
        match held.note.clone() {
            Some(word2) if word2.is_empty() => {
                let mut turn3 = 0_i64;
                let next5: Option<String> = Some(held.name.clone());
                'l4: while let Some(word6) = next5.clone() {
                    if turn3 > 1 { break; }
                    turn3 += 1;
                    if !((held.note.as_ref().map_or(6, |of| of.len() as i64)) % 2 == 0) {
                        sleep(Duration::from_secs(40)).await;
                        let mut turn7 = 0_i64;
                        'l8: loop {
                            turn7 += 1;
                            if turn7 > 2 { break; }
                            note("turn".to_string()).await?;
                            if flag && held.lines.contains(&held.label.text) {
                                return Ok(((held.note.as_ref().map_or(4, |of| of.len() as i64)) % 50 - (here.x) % 7, format!("{n1}/{n1}")));
                            }
                            let held9: Parcel = Parcel { name: word.clone(), size: (held.note.as_ref().map_or(5, |of| of.len() as i64)) % 50 - ((turn7) % 50 + (n1) % 7) % 7, note: held.note.clone(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: held.label.text.clone(), code: held.label.text.len() as i64 }, count: held.count, spot: held.spot };
                        }
                    } else {
                    }
                }
                let (two10, many11, two12) = join!(
                    async {
                        match check(word.clone()).await {
                            Ok(lines) => {
                                note(format!("at {n1}/{word2}/{turn3}/{lines}")).await?;
                            }
                            Err(failure13) => return Err(failure13),
                        }
                        if 3 > 3 {
                            return Ok((n1, held.name.clone()));
                        }
                        Ok((held.count.unwrap_or(-2), "a".to_string()))
                    },
                    async {
                        Ok(many)
                    },
                    both(n1, "b".to_string()),
                )
                .await?;
            }
            Some(word2) => {
                note(format!("at {flag}/{word}/{n1}/{word2}")).await?;
            }
            None => {
            }
        }
    }
    let lines15: Vec<String> = vec!["b".to_string(), word.clone()];
    note(format!("at {flag}/{word}/{n1}")).await?;
    note(lines15.join("-")).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    Ok(both(held.note.as_ref().map_or(6, |of| of.len() as i64), word.clone()).await?)
}
#[test]
fn w076_agrees() {
    agrees!(w076(flag, word, lines, held, many, here, news));
}

#[workflow]
pub async fn w077(word: String, lines: Vec<String>, what: Kind, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Vec<Parcel>, Failure> {
    sleep(Duration::from_secs(word.len() as u64)).await;
    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        let mut held_all2: Vec<Parcel> = match two.1.as_str() {
            "a" | "b" => {
                return Ok(Event::Nothing);
            }
            "north" => {
                let mut what3: Kind = what.clone();
                what3 = Kind::Sized(held_all.iter().map(|of| of.size % 9).sum::<i64>());
                'l4: for lines in 0..3_i64 {
                    note("turn".to_string()).await?;
                    let mut turn7 = 0_i64;
                    loop {
                        turn7 += 1;
                        if turn7 > 2 { break; }
                        let mut many8: Option<i64> = count(None::<i64>).await?;
                        let held_all: Option<i64> = None::<i64>;
                    }
                }
                held_all.clone()
            }
            "" if word == "b" => {
                for n11 in 0..3_i64 {
                    match two.1.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                        }
                        "north" => {
                            note(format!("at {word}/{word1}/{n11}")).await?;
                        }
                        "" if ((two.1.len() as i64) % 50 + (lines.len() as i64) % 7) % 2 == 0 => {
                            note(format!("at {word}/{word1}/{n11}")).await?;
                        }
                        _ => {
                            note(format!("at {word}/{word1}/{n11}")).await?;
                        }
                    }
                    let mut flag12: bool = word == "b";
                    flag12 = flag12 && word1 == "a";
                }
                vec![Parcel { name: word.clone(), size: two.0, note: Some(two.1.clone()), lines: vec![two.1.clone(), "a".to_string()], kind: Kind::Empty, label: Label { text: word.clone(), code: two.0 }, count: None::<i64>, spot: here }]
            }
            _ => {
                held_all.clone()
            }
        };
        Ok(event(Event::Nothing).await?)
    }).max_concurrency(2).await?;
    let held_all13: Vec<Parcel> = boxes(held_all.clone(), here.y).await?;
    note(format!("at {word}")).await?;
    boxes(held_all13.clone(), 1).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(held_all.clone())
}
#[test]
fn w077_agrees() {
    agrees!(w077(word, lines, what, here, two, held_all));
}

#[workflow]
pub async fn w078(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, many: Option<i64>, two: (i64, String)) -> Result<Vec<String>, Failure> {
    let Some(word1) = perhaps else {
        let mut turn2 = 0_i64;
        'l3: while turn2 < 2 && flag && matches!(what, Kind::Sized(_) | Kind::Empty) {
            turn2 += 1;
            match (two.0) % 6 {
                0 => {
                    let Some(flag) = held.note.clone() else {
                        match kind(5).await {
                            Ok(many) => {
                                note("arm".to_string()).await?;
                                break 'l3;
                            }
                            Err(failure5) => {
                                let cause6 = failure5.error().to_string();
                                let held7: Parcel = Parcel { name: held.label.text.clone(), size: held.note.as_ref().map_or(0, |of| of.len() as i64), note: held.note.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Empty, label: Label { text: two.1.clone(), code: (held.label.code) % 50 - (two.0) % 7 }, count: many, spot: my_types::Spot { x: 2, y: held.label.code } };
                                let Parcel { lines: lines8, kind: what9, .. } = held7;
                                if flag && held.count.unwrap_or(5) > 0 {
                                    break 'l3;
                                }
                            }
                        }
                        let held10: Parcel = held.clone();
                        let Parcel { lines: lines11, kind: what12, .. } = held10;
                        return Err(Failure::new("Stopped", two.1.clone()));
                    };
                }
                1 | 2 => {
                    match (number(two.0).await?) % 6 {
                        0 => {
                            note("arm".to_string()).await?;
                        }
                        1 | 2 => {
                            note(format!("at {flag}/{word}/{turn2}")).await?;
                        }
                        n13 if n13 > 3 => {
                            match held.kind.clone() {
                                Kind::Sized(n14) if n14 > 3 => {
                                    note("arm".to_string()).await?;
                                    break 'l3;
                                }
                                Kind::Sized(n14) => {
                                    let what17: Kind = what.clone();
                                    if flag && (6) % 2 == 0 {
                                        break 'l3;
                                    }
                                }
                                Kind::Named { name: word16, size: n15 } => {
                                }
                                Kind::Empty => {
                                }
                            }
                        }
                        i64::MIN..=-1 => {
                            note(format!("at {flag}/{word}/{turn2}")).await?;
                        }
                        _ => {
                            note(format!("at {flag}/{word}/{turn2}")).await?;
                        }
                    }
                    if lines.contains(&two.1) {
                        continue 'l3;
                    }
                }
                n4 if n4 > 3 => {
                }
                i64::MIN..=-1 => {
                    note(format!("at {flag}/{word}/{turn2}")).await?;
                }
                _ => {
                    continue 'l3;
                }
            }
        }
        let mut two18: (i64, String) = both(held.spot.x, two.1.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
        return Err(Failure::new("Stopped", word.clone()));
    };
    note("north".to_string()).await?;
    let mut what19: Kind = kind(held.spot.x).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {flag}/{word}/{word1}")).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    parcel(held.clone()).await?;
    Ok(vec![held.name.clone()])
}
#[test]
fn w078_agrees() {
    agrees!(w078(flag, word, perhaps, lines, what, held, many, two));
}

#[workflow]
pub async fn w079(n: i64, word: String, held: Parcel, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Option<i64>, Failure> {
    let n: Option<String> = held.note;
    match n.clone() {
        Some(word1) if word1.is_empty() => {
            note(format!("at {word}/{word1}")).await?;
        }
        Some(word1) => {
            match (maybe("".to_string()).await?, held.spot.x > 1) {
                (Some(word), true) => {
                    note(format!("at {word1}/{word}")).await?;
                }
                (Some(word), false) if word == "a" => {
                    if held.count == Some(-1) {
                        note("arm".to_string()).await?;
                        let news2: Event = Event::Lost(my_types::Loss { at: my_types::Spot { x: held.count.unwrap_or(3), ..here } });
                    }
                }
                (None, _) | (_, false) => {
                    match (between(here, here).await?, held.count) {
                        (my_types::Spot { x: 0, y: n3 }, _) => {
                            match slow(held.size).await {
                                Ok(word6) => {
                                    let Some(word8) = maybe(held.name.clone()).await? else {
                                        let mut here9: my_types::Spot = my_types::Spot { x: held.label.code, y: n3 };
                                        here9.x = (here9.y + 1) % 100;
                                        return Ok(None::<i64>);
                                    };
                                    map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word10| {
                                        let held11: Parcel = Parcel { name: word.clone(), size: held.label.code, note: None::<String>, lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: held.kind.clone(), label: Label { text: word1.clone(), code: held.name.len() as i64 }, count: None::<i64>, spot: held.spot };
                                        let Parcel { lines: lines12, kind: what13, .. } = held11;
                                        let mut news14: Event = Event::Lost(my_types::Loss { at: my_types::Spot { x: number(here.x).await?, y: lines12.len() as i64 } });
                                        news14 = Event::Nothing;
                                        Ok(held11.note.clone())
                                    }).await?;
                                }
                                Err(Small::Late) => {
                                    note(format!("at {word}/{word1}/{n3}")).await?;
                                }
                                Err(Small::Full(_, word7)) => {
                                    note(format!("at {word}/{word1}/{n3}/{word7}")).await?;
                                }
                                Err(Small::Empty) => {
                                }
                            }
                            let mut n15: i64 = held.lines.len() as i64;
                            n15 += (held.spot.x) % 10;
                        }
                        (my_types::Spot { x: n3, .. }, Some(held)) => {
                        }
                        (_, None) => {
                            return Ok(Some(held.size));
                        }
                        _ => {
                        }
                    }
                    let n16: i64 = here.x;
                }
            }
            let my_types::Spot { x: n17, y: n18 } = here;
        }
        None => {
        }
    }
    let news19: Event = Event::Lost(my_types::Loss { at: held.spot });
    note(format!("at {word}")).await?;
    event(news19.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(held.count)
}
#[test]
fn w079_agrees() {
    agrees!(w079(n, word, held, here, held_all));
}
