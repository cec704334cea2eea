//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w160(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String)) -> Result<Vec<Parcel>, Failure> {
    let lines2: Vec<String> = map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        let mut turn3 = 0_i64;
        loop {
            turn3 += 1;
            if turn3 > 2 { break; }
            let flag4: bool = check("north".to_string()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
            if !(held.lines.contains(&held.name)) {
                match word.as_str() {
                    "a" | "b" => {
                        if flag4 && false {
                            note("arm".to_string()).await?;
                        } else {
                            break;
                        }
                    }
                    "north" => {
                        let mut n5: i64 = pair(held.note.as_ref().map_or(-2, |of| of.len() as i64), two.0).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        let mut turn6 = 0_i64;
                        loop {
                            turn6 += 1;
                            if turn6 > 2 { break; }
                            note("turn".to_string()).await?;
                        }
                    }
                    "" if (two.0) % 2 == 0 => {
                    }
                    _ => {
                        note(format!("at {word}/{word1}/{turn3}/{flag4}")).await?;
                    }
                }
                break;
            }
        }
        Ok(perhaps.clone().unwrap_or_default())
    }).await?;
    sleep(Duration::from_secs(14)).await;
    note(held.name.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {word}")).await?;
    note(lines2.join("-")).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(vec![Parcel { name: held.label.text.clone(), size: 3, note: lines2.first().cloned(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: "".to_string(), size: two.0 }, label: Label { text: word.clone(), code: two.0 }, count: None::<i64>, spot: held.spot }])
}
#[test]
fn w160_agrees() {
    agrees!(w160(word, perhaps, lines, what, held, sizes, many, two));
}

#[workflow]
pub async fn w161(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String)) -> Result<bool, Failure> {
    match (two.0) % 6 {
        0 => {
            note("arm".to_string()).await?;
        }
        1 | 2 => {
            match word.as_str() {
                "a" | "b" => {
                    return Ok(true);
                }
                "north" => {
                    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
                        let (word2, what3) = join!(
                            text(two.1.clone()),
                            async {
                                match (between(my_types::Spot { x: sizes.get(&word).copied().unwrap_or(4), y: two.1.len() as i64 }, my_types::Spot { x: two.0, y: two.0 }).await?, many) {
                                    (my_types::Spot { x: 0, y: n4 }, _) => {
                                        note("arm".to_string()).await?;
                                    }
                                    (my_types::Spot { x: n4, .. }, Some(word)) => {
                                    }
                                    (_, None) => {
                                    }
                                    _ => {
                                        let two: Vec<String> = lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
                                        let mut what5: Kind = Kind::Named { name: word.clone(), size: 0 };
                                        what5 = Kind::Sized(word.len() as i64);
                                    }
                                }
                                Ok(what.clone())
                            },
                        )
                        .await?;
                        Ok(my_types::Spot { x: 1, y: sizes.get(&two.1).copied().unwrap_or(3) })
                    }).await?;
                    for many in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                        match what.clone() {
                            Kind::Sized(n7) => {
                                if lines.contains(&many) {
                                    note("arm".to_string()).await?;
                                    let lines: bool = !(true);
                                    if lines && true {
                                        break;
                                    }
                                } else if true {
                                    note(format!("at {word}/{many}/{n7}")).await?;
                                }
                                break;
                            }
                            Kind::Named { name: word9, size: n8 } => {
                            }
                            Kind::Empty => {
                            }
                        }
                        let held10: Parcel = Parcel { name: word.clone(), size: (two.0) % 50 + (two.0) % 7, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Named { name: "north".to_string(), size: 6 }, label: Label { text: two.1.clone(), code: two.0 }, count: sizes.get("a").copied(), spot: my_types::Spot { x: two.0, y: two.1.len() as i64 } };
                        let lines11: Vec<String> = held10.lines;
                    }
                }
                _ => {
                    note(format!("at {word}")).await?;
                }
            }
        }
        sizes if sizes > 3 => {
        }
        i64::MIN..=-1 => {
            note(format!("at {word}")).await?;
        }
        _ => {
            note(format!("at {word}")).await?;
        }
    }
    let many12: Option<i64> = count(sizes.get("north").copied()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    let mut sizes13: BTreeMap<String, i64> = sizes.clone();
    sizes13.insert(two.1.clone(), two.1.len() as i64);
    note(format!("at {word}")).await?;
    count(many12).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(true)
}
#[test]
fn w161_agrees() {
    agrees!(w161(word, perhaps, lines, what, sizes, many, two));
}

#[workflow]
pub async fn w162(word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Option<i64>, Failure> {
    'l1: for word2 in vec![held.name.clone(), held.label.text.clone()] {
        let Kind::Sized(n4) = held.kind.clone() else {
            {
                if held.lines.contains(&word) {
                    note("arm".to_string()).await?;
                    let held5: Parcel = held.clone();
                    let word: Vec<String> = held5.lines;
                }
            }
            match (perhaps.clone(), held.lines.contains(&held.name)) {
                (Some(word6), true) => {
                    let what7: Kind = match (here.x) % 6 {
                        0 => {
                            return Ok(Some(held.size));
                        }
                        1 | 2 => {
                            let word2: BTreeMap<String, i64> = sizes.clone();
                            held.kind.clone()
                        }
                        n8 if n8 > 3 => {
                            continue 'l1;
                        }
                        i64::MIN..=-1 => {
                            held.kind.clone()
                        }
                        _ => {
                            kind(0).await?
                        }
                    };
                }
                (Some(word6), false) if word6 == "a" => {
                    match word2.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                            let held9: Parcel = held.clone();
                            let t: String = held9.name;
                        }
                        "north" => {
                        }
                        "" if perhaps.is_some() => {
                        }
                        _ => {
                            note(format!("at {word}/{word2}/{word6}")).await?;
                        }
                    }
                }
                (None, _) | (_, false) => {
                }
            }
            return Ok(held.count);
        };
    }
    let item: (i64, String) = both(held.count.unwrap_or(-1), word.clone()).await?;
    let mut word: BTreeMap<String, i64> = sizes.clone();
    note(format!("at ")).await?;
    both(item.0, item.1.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(held.count)
}
#[test]
fn w162_agrees() {
    agrees!(w162(word, perhaps, held, sizes, here, held_all));
}

#[workflow]
pub async fn w163(n: i64, word: String, perhaps: Option<String>, held: Parcel, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Option<String>, Failure> {
    let (here1, flag2) = join!(
        spot(here),
        async {
            let (news3, n4) = join!(
                event(Event::Nothing),
                async {
                    if held.lines.contains(&held.name) {
                        note(format!("at {n}/{word}")).await?;
                    } else {
                        let held5: Parcel = held.clone();
                    }
                    Ok(here.y)
                },
            )
            .await?;
            let Some(word6) = maybe(format!("{n4}/{n4}")).await? else {
                let mut turn7 = 0_i64;
                loop {
                    turn7 += 1;
                    if turn7 > 2 { break; }
                    map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word8| {
                        let outcome: String = text(format!("{n}/{n}")).await?;
                        if here == held.spot {
                            sleep(Duration::from_secs(two.1.len() as u64)).await;
                        } else if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                        }
                        Ok(held.lines.clone())
                    }).max_concurrency(2).await?;
                }
                if let Some(word9) = held.note.clone() {
                    note("arm".to_string()).await?;
                } else {
                }
                return Ok(matches!(held.kind, Kind::Sized(_) | Kind::Empty));
            };
            Ok(false)
        },
    )
    .await?;
    let mut sizes10: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    let Parcel { lines: lines11, kind: what12, .. } = held;
    note(format!("at {n}/{word}/{flag2}")).await?;
    note(lines11.join("-")).await?;
    between(here1, here1).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(lines11.first().cloned())
}
#[test]
fn w163_agrees() {
    agrees!(w163(n, word, perhaps, held, here, two, held_all));
}

#[workflow]
pub async fn w164(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<Option<String>, Failure> {
    {
        {
            'l1: for (at3, word2) in vec![two.1.clone(), two.1.clone()].into_iter().enumerate() {
                let n3 = at3 as i64;
                match (perhaps.clone(), false) {
                    (Some(word4), true) => {
                        note(format!("at {word}/{word2}/{n3}/{word4}")).await?;
                    }
                    (Some(word4), false) if word4 == "a" => {
                        let mut n3: Event = Event::Nothing;
                        if !(word2 == "c") {
                            return Ok(Some(word4.clone()));
                        }
                    }
                    (None, _) | (_, false) => {
                        note(format!("at {flag}/{word}/{word2}/{n3}")).await?;
                    }
                }
                map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |states| {
                    let mut flag: bool = flag;
                    for word5 in vec![word.clone(), word.clone()] {
                        let held7: Parcel = Parcel { name: two.1.clone(), size: many.unwrap_or(6), note: perhaps.clone(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: word5.clone(), code: 6 }, count: None::<i64>, spot: my_types::Spot { x: lines.len() as i64, y: two.0 } };
                        let Parcel { lines: lines8, kind: what9, .. } = held7;
                        let perhaps: (i64, String) = (two.0, text(perhaps.clone().unwrap_or_default()).await?);
                    }
                    Ok(perhaps.clone())
                }).await?;
            }
            let mut n10: i64 = two.0;
            n10 = (n10 + 3) % 100;
        }
        let mut n11: i64 = two.0;
        n11 += (word.len() as i64) % 10;
    }
    sleep(Duration::from_secs(word.len() as u64)).await;
    let mut perhaps: Option<i64> = many;
    note(format!("at {flag}/{word}")).await?;
    count(perhaps).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(None::<String>)
}
#[test]
fn w164_agrees() {
    agrees!(w164(flag, word, perhaps, lines, many, two, held_all));
}
