//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w145(word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), news: Event) -> Result<(i64, String), Failure> {
    let (what1, many2, held_all3) = join!(
        kind(here.y),
        count(many),
        async {
            match (pair(held.label.code, held.label.text.len() as i64).await?) % 6 {
                0 => {
                    for (at5, word) in lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                        let n5 = at5 as i64;
                        let two: Parcel = parcel(held.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                    }
                    match (held.spot, many) {
                        (my_types::Spot { x: 0, y: n6 }, _) => {
                            match (held.label.code) % 6 {
                                0 => {
                                    let Some(n7) = many else {
                                        let held8: Parcel = held.clone();
                                        let lines9: Vec<String> = held8.lines;
                                        return Ok(vec![Parcel { name: word.clone(), size: held8.spot.x, note: held.note.clone(), lines: lines9.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: held.name.clone(), size: lines.len() as i64 }, label: Label { text: "a".to_string(), code: many.unwrap_or(4) }, count: held.count, spot: here }]);
                                    };
                                }
                                1 | 2 => {
                                    let word10: String = text(word.clone()).await?;
                                }
                                _ => {
                                }
                            }
                        }
                        (my_types::Spot { x: n6, .. }, Some(two)) => {
                            note(format!("at {word}/{n6}/{two}")).await?;
                        }
                        (_, None) => {
                            note(format!("at {word}")).await?;
                        }
                        _ => {
                        }
                    }
                }
                1 | 2 => {
                }
                _ => {
                }
            }
            {
                note(format!("at {word}")).await?;
            }
            Ok(vec![held.clone()])
        },
    )
    .await?;
    let mut held_all11: Vec<Parcel> = boxes(held_all3.clone(), held.size).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    let mut many: Option<i64> = sizes.get("").copied();
    note(format!("at {word}")).await?;
    count(many).await?;
    boxes(held_all11.clone(), 1).await?;
    boxes(held_all3.clone(), 1).await?;
    Ok(both(many2.unwrap_or(-1), "c".to_string()).await?)
}
#[test]
fn w145_agrees() {
    agrees!(w145(word, lines, held, sizes, many, here, two, news));
}

#[workflow]
pub async fn w146(flag: bool, word: String, held: Parcel, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<my_types::Spot, Failure> {
    if !(held_all.iter().any(|of| of.count.is_none())) {
        map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
            let Some(word2) = held.note.clone() else {
                let mut turn3 = 0_i64;
                'l4: while turn3 < 2 && !(held_all.iter().any(|of| of.count.is_none())) {
                    turn3 += 1;
                    note("turn".to_string()).await?;
                    match word.as_str() {
                        "a" | "b" => {
                            return Ok(Event::Lost(my_types::Loss { at: here }));
                        }
                        "north" => {
                            let mut sizes5: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                            sizes5.insert(held.name.clone(), held_all.len() as i64);
                        }
                        "" if !(held.lines.contains(&word)) => {
                            note(format!("at {flag}/{word}/{word1}/{turn3}")).await?;
                        }
                        _ => {
                            if !(held.note.is_none()) {
                                break 'l4;
                            }
                            let two: Option<String> = held.note.clone();
                        }
                    }
                    let mut turn6 = 0_i64;
                    'l7: while turn6 < 2 && held.lines.contains(&held.name) {
                        turn6 += 1;
                        sleep(Duration::from_secs(25)).await;
                    }
                }
                return Ok(Event::Nothing);
            };
            if held.count == Some(2) {
                note(format!("at {flag}/{word}/{word1}/{word2}")).await?;
            } else if flag && held.note.is_none() {
            }
            Ok(Event::Lost(my_types::Loss { at: my_types::Spot { x: -2, ..held.spot } }))
        }).await?;
    } else if !(held.note.is_none()) {
    } else {
    }
    let many: (i64, String) = both(held.size, held.label.text).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    let mut here8: my_types::Spot = between(here, my_types::Spot { x: held.lines.len() as i64, ..held.spot }).await?;
    note(format!("at {flag}/{word}")).await?;
    between(here8, here8).await?;
    both(many.0, many.1.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(here)
}
#[test]
fn w146_agrees() {
    agrees!(w146(flag, word, held, many, here, two, held_all));
}

#[workflow]
pub async fn w147(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, here: my_types::Spot, two: (i64, String), news: Event) -> Result<Vec<Parcel>, Failure> {
    match list(perhaps.clone().unwrap_or_default()).await {
        Ok(lines3) => {
            if let Some(n4) = count(None::<i64>).await? {
                note("arm".to_string()).await?;
            } else {
                {
                    'l5: for word6 in lines3.iter().take(3).cloned().collect::<Vec<_>>() {
                        note("turn".to_string()).await?;
                        let held8: Parcel = Parcel { name: two.1.clone(), size: n, note: perhaps.clone(), lines: vec![two.1.clone()], kind: what.clone(), label: Label { text: word6.clone(), code: perhaps.as_ref().map_or(3, |of| of.len() as i64) }, count: None::<i64>, spot: here };
                        let Parcel { lines: lines9, kind: what10, .. } = held8;
                    }
                    let (word11, perhaps12) = join!(
                        async {
                            match (here.y) % 6 {
                                0 => {
                                    return Ok(perhaps.clone().unwrap_or_default());
                                }
                                1 | 2 => {
                                    let mut perhaps14: Option<String> = None::<String>;
                                    perhaps14 = Some(word.clone());
                                }
                                n13 if n13 > 3 => {
                                    note(lines3.join("-")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                    let mut n13: bool = check(word.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                }
                                _ => {
                                }
                            }
                            Ok(two.1.clone())
                        },
                        maybe(format!("{flag}/{word}")),
                    )
                    .await?;
                }
            }
        }
        Err(failure1) => {
            let cause2 = failure1.error().to_string();
        }
    }
    let mut news15: Event = news.clone();
    news15 = Event::Nothing;
    let mut held_all16: Vec<Parcel> = vec![Parcel { name: "".to_string(), size: n, note: perhaps.clone(), lines: vec![two.1.clone()], kind: what.clone(), label: Label { text: two.1.clone(), code: 6 }, count: None::<i64>, spot: here }];
    held_all16.push(Parcel { name: "c".to_string(), size: 1, note: None::<String>, lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: "a".to_string(), code: word.len() as i64 }, count: Some((here.x) % 50 + (here.x) % 7), spot: here });
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(held_all16.clone(), 1).await?;
    event(news15.clone()).await?;
    event(news.clone()).await?;
    Ok(vec![Parcel { name: word.clone(), size: two.0, note: perhaps.clone(), lines: vec![word.clone(), "north".to_string()], kind: Kind::Named { name: "b".to_string(), size: 4 }, label: Label { text: two.1.clone(), code: n }, count: None::<i64>, spot: here }])
}
#[test]
fn w147_agrees() {
    agrees!(w147(n, flag, word, perhaps, what, here, two, news));
}

#[workflow]
pub async fn w148(n: i64, word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>, two: (i64, String)) -> Result<i64, Failure> {
    match (held.spot, held.count) {
        (my_types::Spot { x: 0, y: n1 }, _) => {
            note(format!("at {n}/{word}/{n1}")).await?;
        }
        (my_types::Spot { x: n1, .. }, Some(n2)) => {
        }
        (_, None) => {
        }
        _ => {
            let held_all3: Vec<Parcel> = vec![Parcel { name: two.1.clone(), size: n, note: held.note.clone(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: two.1.clone(), code: n }, count: sizes.get("c").copied(), spot: my_types::Spot { x: -2, ..held.spot } }];
        }
    }
    map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word4| {
        if check(format!("{word}/{word}")).await? {
            match slow(sizes.get(&held.name).copied().unwrap_or(0)).await {
                Ok(word7) if word7 == "a" => {
                    let Ok(word9) = text(held.note.clone().unwrap_or_default()).await else {
                        let mut sizes10: BTreeMap<String, i64> = sizes.clone();
                        return Ok(sizes.clone());
                    };
                }
                Ok(word7) => {
                    note(format!("at {n}/{word}/{word4}/{word7}")).await?;
                }
                Err(Small::Late) => {
                }
                Err(Small::Full(_, word8)) => {
                    map(vec!["b".to_string(), "a".to_string()], async |word11| {
                        match held.note.clone() {
                            Some(word12) => {
                                let mut two13: (i64, String) = (4, held.lines.join("-"));
                                two13.0 = held.note.as_ref().map_or(0, |of| of.len() as i64);
                                if !(perhaps.is_some()) {
                                    return Ok(held.clone());
                                }
                            }
                            None => {
                                note(format!("at {word}/{word4}/{word8}/{word11}")).await?;
                            }
                        }
                        sleep(Duration::from_secs(word11.len() as u64)).await;
                        Ok(Parcel { name: two.1.clone(), size: perhaps.as_ref().map_or(3, |of| of.len() as i64), note: perhaps.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: held.kind.clone(), label: Label { text: two.1.clone(), code: 3 }, count: sizes.get("north").copied(), spot: held.spot })
                    }).await?;
                }
                Err(Small::Empty) => {
                }
            }
            let held14: Parcel = Parcel { name: "north".to_string(), size: sizes.get(&word).copied().unwrap_or(3), note: perhaps.clone(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: "a".to_string(), code: (6) % 50 + (held.size) % 7 }, count: sizes.get("a").copied(), spot: held.spot };
            let Parcel { lines: lines15, kind: what16, .. } = held14;
        } else if held.name == "a" {
            note(format!("at {n}/{word}/{word4}")).await?;
        } else {
            note(format!("at {n}/{word}/{word4}")).await?;
        }
        Ok(sizes.clone())
    }).await?;
    let word17: String = two.1;
    note(format!("at {n}/{word}/{word17}")).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.label.code)
}
#[test]
fn w148_agrees() {
    agrees!(w148(n, word, perhaps, held, sizes, two));
}

#[workflow]
pub async fn w149(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, here: my_types::Spot) -> Result<BTreeMap<String, i64>, Failure> {
    if let Kind::Sized(perhaps) = what.clone() {
        note(format!("at {flag}/{word}/{perhaps}")).await?;
    } else {
        match (here, count(Some(here.x)).await?) {
            (my_types::Spot { x: 0, y: n1 }, _) => {
                match perhaps.clone() {
                    Some(s) if s.is_empty() => {
                        if false {
                            return Ok(sizes.clone());
                        }
                    }
                    Some(s) => {
                        if !(lines.contains(&word)) {
                            match (maybe(s.clone()).await?, true) {
                                (Some(word), true) => {
                                    return Ok(BTreeMap::<String, i64>::new());
                                }
                                (Some(word), false) if word == "a" => {
                                    let s: String = format!("{flag}/{flag}");
                                }
                                (None, _) | (_, false) => {
                                    note(format!("at {flag}/{word}/{n1}/{s}")).await?;
                                }
                            }
                        } else if word == "a" {
                            note(format!("at {flag}/{word}/{n1}/{s}")).await?;
                        } else {
                            sleep(Duration::from_secs(46)).await;
                            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word3| {
                                let many4: Option<i64> = sizes.get("").copied();
                                if matches!(what, Kind::Sized(_) | Kind::Empty) {
                                    return Ok(None::<i64>);
                                }
                                Ok(many4)
                            }).max_concurrency(2).await?;
                        }
                        sleep(Duration::from_secs(4)).await;
                    }
                    None => {
                    }
                }
                return Ok(sizes.clone());
            }
            (my_types::Spot { x: n1, .. }, Some(n2)) => {
            }
            (_, None) => {
            }
            _ => {
            }
        }
        let n5: i64 = here.x;
    }
    sleep(Duration::from_secs(14)).await;
    let mut n6: i64 = here.x;
    n6 = (n6 + 3) % 100;
    note(format!("at {flag}/{word}/{n6}")).await?;
    between(here, here).await?;
    note(lines.join("-")).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w149_agrees() {
    agrees!(w149(flag, word, perhaps, lines, what, sizes, here));
}
