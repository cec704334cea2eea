//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w060(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, two: (i64, String)) -> Result<my_types::Spot, Failure> {
    for lines in 0..2_i64 {
        note("turn".to_string()).await?;
        let lines2: Vec<String> = vec!["a".to_string(), two.1.clone()];
    }
    match two.1.as_str() {
        "a" | "b" => {
            match what.clone() {
                Kind::Sized(n3) => {
                    match (between(my_types::Spot { x: lines.len() as i64, y: n3 }, my_types::Spot { x: 6, y: two.0 }).await?, count(sizes.get("b").copied()).await?) {
                        (my_types::Spot { x: 0, y: n6 }, _) => {
                            note("arm".to_string()).await?;
                        }
                        (my_types::Spot { x: n6, .. }, Some(n7)) => {
                            return Ok(my_types::Spot { x: sizes.get(&word).copied().unwrap_or(2), y: lines.len() as i64 });
                        }
                        (_, None) => {
                            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word8| {
                                {
                                    sleep(Duration::from_secs(58)).await;
                                    let what: Option<String> = perhaps.clone();
                                }
                                Ok(perhaps.clone())
                            }).max_concurrency(2).await?;
                        }
                        _ => {
                            note(format!("at {word}/{n3}")).await?;
                        }
                    }
                }
                _ => {
                    let mut word9: String = text(two.1.clone()).await?;
                    word9 = two.1.clone();
                    let word10: String = two.1;
                }
            }
        }
        "north" => {
        }
        "" if word == "" => {
            note(format!("at {word}")).await?;
        }
        _ => {
        }
    }
    let mut many11: Option<i64> = Some(sizes.get(&word).copied().unwrap_or(2));
    many11 = Some(many11.unwrap_or(6));
    note(format!("at {word}")).await?;
    count(many11).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(my_types::Spot { x: two.0, y: two.0 })
}
#[test]
fn w060_agrees() {
    agrees!(w060(word, perhaps, lines, what, sizes, two));
}

#[workflow]
pub async fn w061(word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<bool, Failure> {
    note(held.lines.join("-")).timeout(Duration::from_secs(3)).await?;
    let two1: (i64, String) = match maybe(word.clone()).await? {
        Some(word2) => {
            let mut turn3 = 0_i64;
            let next4: Option<String> = None::<String>;
            while let Some(word5) = next4.clone() {
                if turn3 > 1 { break; }
                turn3 += 1;
                note("turn".to_string()).await?;
                let mut lines: i64 = here.y;
            }
            match held.note.clone() {
                Some(word6) if word6.is_empty() => {
                    note("arm".to_string()).await?;
                }
                Some(word6) => {
                    let mut news7: Event = Event::Nothing;
                }
                None => {
                    match (here.y) % 6 {
                        0 => {
                            let mut turn9 = 0_i64;
                            'l10: while turn9 < 2 && false {
                                turn9 += 1;
                                note("turn".to_string()).await?;
                                if !(false) {
                                    return Ok(held_all.iter().any(|of| of.count.is_none()));
                                }
                            }
                        }
                        1 | 2 => {
                            for lines in 0..3_i64 {
                                note(format!("at {word}/{word2}/{turn3}/{lines}")).await?;
                            }
                            let mut held_all12: Vec<Parcel> = held_all.clone();
                            held_all12.push(held.clone());
                            return Ok(matches!(held.kind, Kind::Sized(_) | Kind::Empty));
                        }
                        n8 if n8 > 3 => {
                            note(format!("at {word}/{word2}/{turn3}/{n8}")).await?;
                        }
                        i64::MIN..=-1 => {
                            note(format!("at {word}/{word2}/{turn3}")).await?;
                        }
                        _ => {
                        }
                    }
                }
            }
            two.clone()
        }
        None => {
            two.clone()
        }
    };
    let mut here13: my_types::Spot = spot(held.spot).await?;
    note(format!("at {word}")).await?;
    between(here13, here13).await?;
    both(two1.0, two1.1.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(held.count == Some(3))
}
#[test]
fn w061_agrees() {
    agrees!(w061(word, perhaps, lines, held, here, two, held_all));
}

#[workflow]
pub async fn w062(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, two: (i64, String), news: Event) -> Result<(i64, String), Failure> {
    match two.1.as_str() {
        "a" | "b" => {
            note(format!("at {flag}/{word}")).await?;
        }
        "north" => {
            let (many1, word2) = join!(
                async {
                    for news in 0..2_i64 {
                        note("turn".to_string()).await?;
                        let mut held_all5: Vec<Parcel> = vec![Parcel { name: two.1.clone(), size: news, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Named { name: "b".to_string(), size: news }, label: Label { text: "north".to_string(), code: two.0 }, count: Some(news), spot: my_types::Spot { x: two.0, y: news } }];
                        held_all5.push(Parcel { name: two.1.clone(), size: news, note: perhaps.clone(), lines: lines.clone(), kind: what.clone(), label: Label { text: two.1.clone(), code: perhaps.as_ref().map_or(3, |of| of.len() as i64) }, count: Some(two.0), spot: my_types::Spot { x: -2, y: two.0 } });
                    }
                    Ok(None::<i64>)
                },
                text("north".to_string()),
            )
            .await?;
            let mut turn6 = 0_i64;
            'l7: while turn6 < 2 && (sizes.get(&word).copied().unwrap_or(2)) % 2 == 0 {
                turn6 += 1;
                if let Some(word) = perhaps.clone() {
                    if let Some(word8) = perhaps.clone() {
                        let held9: Parcel = Parcel { name: word.clone(), size: 3, note: Some(two.1.clone()), lines: lines.clone(), kind: what.clone(), label: Label { text: "b".to_string(), code: word2.len() as i64 }, count: Some(turn6), spot: my_types::Spot { x: -1, y: turn6 } };
                        let held9: String = held9.label.text;
                        sleep(Duration::from_secs(60)).await;
                    }
                    match (turn6) % 6 {
                        0 => {
                            if perhaps.is_some() {
                                note(format!("at {flag}/{word2}/{turn6}/{word}")).await?;
                            } else {
                                note(format!("at {flag}/{word2}/{turn6}/{word}")).await?;
                            }
                            let mut env: Vec<String> = lines.clone();
                        }
                        1 | 2 => {
                            note(format!("at {flag}/{word2}/{turn6}/{word}")).await?;
                        }
                        _ => {
                            note(format!("at {flag}/{word2}/{turn6}/{word}")).await?;
                        }
                    }
                } else {
                    note(format!("at {flag}/{word}/{word2}/{turn6}")).await?;
                }
            }
        }
        _ => {
        }
    }
    let word10: String = text(lines.join("-")).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    let n11: i64 = number((two.0) % 50 + (two.0) % 7).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("at {flag}/{word}/{word10}/{n11}")).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    note(lines.join("-")).await?;
    Ok(two)
}
#[test]
fn w062_agrees() {
    agrees!(w062(flag, word, perhaps, lines, what, sizes, two, news));
}

#[workflow]
pub async fn w063(word: String, lines: Vec<String>, what: Kind, many: Option<i64>, held_all: Vec<Parcel>) -> Result<String, Failure> {
    {
        for value in 0..2_i64 {
            note("turn".to_string()).await?;
            let mut many2: Option<i64> = many;
            many2 = Some(word.len() as i64);
        }
        let mut turn3 = 0_i64;
        'l4: while turn3 < 2 && (turn3) % 2 == 0 {
            turn3 += 1;
            let (two5, lines6, what7) = join!(
                async {
                    let two8: (i64, String) = both(turn3, word.clone()).await?;
                    for n11 in 0..3_i64 {
                        let mut turn12 = 0_i64;
                        'l13: while turn12 < 2 && (many.unwrap_or(4)) % 2 == 0 {
                            turn12 += 1;
                            note("turn".to_string()).await?;
                            break 'l13;
                        }
                    }
                    Ok(two8.clone())
                },
                async {
                    let (two14, perhaps15, word16) = join!(
                        both(turn3, word.clone()),
                        async {
                            Ok(Some(word.clone()))
                        },
                        text("north".to_string()),
                    )
                    .await?;
                    Ok(lines.clone())
                },
                kind(turn3),
            )
            .await?;
        }
    }
    let mut what: (i64, String) = (4, word.clone());
    let (n17, word18) = what;
    note(format!("at {word}/{n17}/{word18}")).await?;
    boxes(held_all.clone(), 1).await?;
    count(many).await?;
    note(lines.join("-")).await?;
    Ok(word18.clone())
}
#[test]
fn w063_agrees() {
    agrees!(w063(word, lines, what, many, held_all));
}

#[workflow]
pub async fn w064(n: i64, flag: bool, word: String, perhaps: Option<String>, here: my_types::Spot, two: (i64, String)) -> Result<Kind, Failure> {
    match word.as_str() {
        "a" | "b" => {
            note("arm".to_string()).await?;
        }
        "north" => {
        }
        "" if perhaps.is_some() => {
            match perhaps.clone() {
                Some(n) if n.is_empty() => {
                    note("arm".to_string()).await?;
                }
                Some(n) => {
                    let mut turn1 = 0_i64;
                    'l2: loop {
                        turn1 += 1;
                        if turn1 > 2 { break; }
                        let Ok(two3) = both(5, perhaps.clone().unwrap_or_default()).await else {
                            let mut lines4: Vec<String> = Vec::<String>::new();
                            'l5: for value in 0..3_i64 {
                                let mut flag8: bool = check(word.clone()).await?;
                            }
                            return Ok(Kind::Named { name: lines4.join("-"), size: perhaps.as_ref().map_or(0, |of| of.len() as i64) });
                        };
                        let (n9, word10) = two3;
                    }
                    match (maybe("c".to_string()).await?, true) {
                        (Some(word11), true) => {
                            let news12: Event = event(Event::Lost(my_types::Loss { at: here })).await?;
                        }
                        (Some(word11), false) if word11 == "a" => {
                            {
                            }
                        }
                        (None, _) | (_, false) => {
                            note(format!("at {flag}/{word}/{n}/{turn1}")).await?;
                        }
                    }
                }
                None => {
                }
            }
            let news13: Event = Event::Nothing;
        }
        _ => {
        }
    }
    let news14: Event = event(Event::Nothing).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    let held_all15: Vec<Parcel> = boxes(vec![Parcel { name: two.1.clone(), size: here.x, note: perhaps.clone(), lines: vec!["north".to_string()], kind: Kind::Sized(here.x), label: Label { text: "a".to_string(), code: -1 }, count: Some(here.y), spot: my_types::Spot { x: n, ..here } }], n).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(held_all15.clone(), 1).await?;
    event(news14.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(kind(two.0).await?)
}
#[test]
fn w064_agrees() {
    agrees!(w064(n, flag, word, perhaps, here, two));
}
