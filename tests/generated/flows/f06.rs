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
            let mut turn2 = 0_i64;
            'l3: loop {
                turn2 += 1;
                if turn2 > 2 { break; }
                match what.clone() {
                    Kind::Sized(n4) if n4 > 3 => {
                        note(format!("at {n}/{word}/{turn2}/{n4}")).await?;
                    }
                    Kind::Sized(n4) => {
                        let n4: Event = Event::Nothing;
                    }
                    _ => {
                        let mut turn2: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                    }
                }
            }
            match word.as_str() {
                "a" | "b" => {
                    note(format!("at {n}/{word}/{turn2}")).await?;
                }
                "north" => {
                }
                "" if word == "north" => {
                }
                _ => {
                    if true {
                        note("arm".to_string()).await?;
                    } else {
                        {
                            {
                                let perhaps: Option<String> = perhaps.clone();
                            }
                            let Some(held_all) = perhaps.clone() else {
                                return Ok(Some(turn2));
                            };
                        }
                        let held_all: Option<i64> = None::<i64>;
                    }
                }
            }
        }
    }
    let held6: Parcel = Parcel { name: "b".to_string(), size: held_all.iter().map(|of| of.size % 9).sum::<i64>(), note: None::<String>, lines: Vec::<String>::new(), kind: Kind::Sized(n), label: Label { text: word.clone(), code: n }, count: sizes.get("b").copied(), spot: my_types::Spot { x: n, y: 5 } };
    let Parcel { lines: lines7, kind: what8, .. } = held6;
    sleep(Duration::from_secs(52)).await;
    note(format!("at {n}/{word}")).await?;
    note(lines7.join("-")).await?;
    boxes(held_all.clone(), 1).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(None::<i64>)
}
#[test]
fn w030_agrees() {
    agrees!(w030(n, word, perhaps, what, sizes, held_all));
}

#[workflow]
pub async fn w031(word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<String, Failure> {
    match slow(here.y).await {
        Ok(word3) if word3 == "a" => {
            note("arm".to_string()).await?;
        }
        Ok(word3) => {
            return Err(Failure::new("Stopped", "b".to_string()));
        }
        Err(Small::Late) => {
            note(format!("at {word}")).await?;
        }
        Err(Small::Full(_, held_all)) => {
            match both(here.y, lines.join("-")).await {
                Ok(two6) => {
                    match (two.0) % 6 {
                        0 => {
                            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word8| {
                                match word.as_str() {
                                    "a" | "b" => {
                                        sleep(Duration::from_secs(held_all.len() as u64)).await;
                                    }
                                    "north" => {
                                    }
                                    "" if lines.contains(&two.1) => {
                                    }
                                    _ => {
                                    }
                                }
                                let mut n9: i64 = pair(here.x, sizes.get(&word).copied().unwrap_or(6)).await?;
                                Ok(here.y)
                            }).await?;
                            if !(two6.0 > 0) {
                                let Some(word10) = maybe(held_all.clone()).await? else {
                                    let mut flag11: bool = !((here.x) % 2 == 0);
                                    flag11 = true;
                                    return Ok(two.1.clone());
                                };
                            } else if !(here == here) {
                            } else {
                                sleep(Duration::from_secs(65)).await;
                                sleep(Duration::from_secs(67)).await;
                            }
                        }
                        1 | 2 => {
                            note(format!("at {word}/{held_all}")).await?;
                        }
                        n7 if n7 > 3 => {
                        }
                        _ => {
                        }
                    }
                    let mut many: Option<i64> = many;
                }
                Err(failure4) => return Err(failure4),
            }
            sleep(Duration::from_secs(2)).await;
        }
        Err(Small::Empty) => {
        }
    }
    let n12: i64 = pair(-1, two.0).timeout(Duration::from_secs(3)).await?;
    let what13: Kind = kind(sizes.get(&two.1).copied().unwrap_or(6)).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {word}/{n12}")).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(lines.join("-"))
}
#[test]
fn w031_agrees() {
    agrees!(w031(word, lines, what, sizes, many, here, two, held_all));
}

#[workflow]
pub async fn w032(flag: bool, word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>, news: Event) -> Result<Vec<Parcel>, Failure> {
    if let Kind::Sized(n1) = held.kind {
        'l2: for n4 in 0..3_i64 {
            sleep(Duration::from_secs(80)).await;
        }
    }
    for word5 in vec![word.clone(), held.name.clone()] {
        for (at7, flag) in vec![word5.clone(), held.name.clone()].into_iter().enumerate() {
            let n7 = at7 as i64;
            note("turn".to_string()).await?;
            let held8: Parcel = Parcel { name: "b".to_string(), size: held.label.code, note: held.lines.first().cloned(), lines: vec![flag.clone(), flag.clone()], kind: Kind::Named { name: flag.clone(), size: held.spot.x }, label: Label { text: held.label.text.clone(), code: held.size }, count: held.count, spot: held.spot };
            let n9: i64 = held8.size;
            return Ok(vec![held8.clone()]);
        }
    }
    match risky(word.clone()).await {
        Ok(word) => {
            note(format!("at {flag}/{word}")).await?;
        }
        Err(Trouble::Busy) => {
        }
        Err(Trouble::Bad { why: word12, .. }) => {
            {
                match held.name.as_str() {
                    "a" | "b" => {
                        let mut held13: Parcel = Parcel { name: "".to_string(), size: number(sizes.get(&word12).copied().unwrap_or(-1)).await?, note: None::<String>, lines: held.lines.clone(), kind: Kind::Empty, label: Label { text: "c".to_string(), code: held.size }, count: held.count, spot: my_types::Spot { x: held.spot.x, y: sizes.get(&word12).copied().unwrap_or(-2) } };
                        held13.label.code = held.count.unwrap_or(-1);
                        let Parcel { lines: lines14, kind: what15, .. } = held13;
                    }
                    "north" => {
                        return Ok(vec![Parcel { name: "c".to_string(), size: held.size, note: perhaps.clone(), lines: held.lines.clone(), kind: Kind::Named { name: held.lines.join("-"), size: word12.len() as i64 }, label: Label { text: held.name.clone(), code: held.spot.x }, count: held.count, spot: held.spot }]);
                    }
                    "" if held.lines.contains(&word) => {
                        return Err(Failure::new("Stopped", word.clone()));
                    }
                    _ => {
                        note(format!("at {flag}/{word}/{word12}")).await?;
                    }
                }
            }
        }
        Err(Trouble::Closed(word12)) => {
        }
        Err(other10) => return Err(other10.into()),
    }
    note(format!("at {flag}/{word}")).await?;
    event(news.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(vec![Parcel { name: held.label.text.clone(), size: 0, note: held.lines.first().cloned(), lines: held.lines.clone(), kind: Kind::Sized(held.note.as_ref().map_or(5, |of| of.len() as i64)), label: Label { text: held.name.clone(), code: held.spot.x }, count: None::<i64>, spot: my_types::Spot { x: held.spot.x, ..held.spot } }])
}
#[test]
fn w032_agrees() {
    agrees!(w032(flag, word, perhaps, held, sizes, news));
}

#[workflow]
pub async fn w033(n: i64, flag: bool, word: String, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String)) -> Result<bool, Failure> {
    let mut turn1 = 0_i64;
    while turn1 < 2 && !(true) {
        turn1 += 1;
        sleep(Duration::from_secs(77)).await;
    }
    'l2: for (at4, word3) in held.lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
        let n4 = at4 as i64;
        map(vec![held.label.text.clone(), word3.clone()], async |two| {
            let Some(word5) = maybe(held.label.text.clone()).await? else {
                if let Kind::Sized(n6) = kind(n).await? {
                    'l7: for word8 in vec!["".to_string(), "b".to_string()] {
                        note("turn".to_string()).await?;
                        if matches!(what, Kind::Sized(_) | Kind::Empty) {
                            break 'l7;
                        }
                        let mut here10: my_types::Spot = spot(held.spot).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                    }
                    {
                        let mut sizes11: BTreeMap<String, i64> = table(word.clone()).await?;
                    }
                }
                note("a".to_string()).await?;
                return Ok(Kind::Named { name: format!("{turn1}/{two}"), size: n4 });
            };
            Ok(what.clone())
        }).max_concurrency(2).await?;
        note(text(held.label.text.clone()).await?).await?;
    }
    let word12: String = held.name;
    note(format!("at {flag}/{word}/{turn1}/{word12}")).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(check(word.clone()).await?)
}
#[test]
fn w033_agrees() {
    agrees!(w033(n, flag, word, what, held, sizes, many, two));
}

#[workflow]
pub async fn w034(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String)) -> Result<bool, Failure> {
    let (n1, many2, sizes3) = join!(
        pair(3, n),
        count(sizes.get("north").copied()),
        async {
            let mut turn4 = 0_i64;
            loop {
                turn4 += 1;
                if turn4 > 2 { break; }
                sleep(Duration::from_secs(two.1.len() as u64)).await;
                match kind(n).await? {
                    Kind::Sized(std) => {
                        if true {
                            continue;
                        }
                        return Ok(sizes.clone());
                    }
                    Kind::Named { name: word5, size: flag } => {
                        let Some(word6) = perhaps.clone() else {
                            let Kind::Sized(n7) = kind(perhaps.as_ref().map_or(1, |of| of.len() as i64)).await? else {
                                if !((n) % 2 == 0) {
                                    break;
                                }
                                continue;
                            };
                            let word: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                            continue;
                        };
                    }
                    Kind::Empty => {
                        note(format!("at {n}/{flag}/{word}/{turn4}")).await?;
                    }
                }
            }
            let Kind::Sized(turn4) = kind(turn4).await? else {
                let mut turn8 = 0_i64;
                loop {
                    turn8 += 1;
                    if turn8 > 2 { break; }
                    note(format!("at {flag}/{word}/{turn4}/{turn8}")).await?;
                }
                return Ok(sizes.clone());
            };
            Ok(sizes.clone())
        },
    )
    .await?;
    let n: i64 = two.0;
    let many2: Option<i64> = many;
    note(format!("at {flag}/{word}/{n1}/{n}")).await?;
    count(many2).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(flag)
}
#[test]
fn w034_agrees() {
    agrees!(w034(n, flag, word, perhaps, lines, sizes, many, two));
}
