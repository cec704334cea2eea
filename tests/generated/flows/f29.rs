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
                    if here == held.spot {
                        note("arm".to_string()).await?;
                    } else if held.note.is_none() {
                        {
                            let mut turn5 = 0_i64;
                            'l6: while turn5 < 2 && sizes.is_empty() {
                                turn5 += 1;
                                note("turn".to_string()).await?;
                                let held7: Parcel = held.clone();
                                let workflow: Option<i64> = held7.count;
                            }
                            if let Kind::Sized(n8) = held.kind.clone() {
                                note(format!("at {word}/{turn5}/{n8}")).await?;
                            } else {
                                let mut word9: String = held.name.clone();
                                word9 = held.label.text.clone();
                            }
                        }
                    }
                    match (two.0) % 6 {
                        0 => {
                            {
                                let held10: Parcel = held.clone();
                                let word11: String = held10.name;
                                let perhaps12: Option<String> = maybe("c".to_string()).timeout(Duration::from_secs(3)).await?;
                            }
                        }
                        1 | 2 => {
                            return Ok(vec![held.clone()]);
                        }
                        i64::MIN..=-1 => {
                            note(format!("at {word}")).await?;
                        }
                        _ => {
                            note(format!("at {word}")).await?;
                        }
                    }
                }
                1 | 2 => {
                    note(format!("at {word}")).await?;
                }
                _ => {
                    note(format!("at {word}")).await?;
                }
            }
            let mut lines13: Vec<String> = list(held.label.text.clone()).await?;
            Ok(vec![Parcel { name: held.name.clone(), size: here.x, note: held.lines.first().cloned(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: held.label.text.clone(), size: held.count.unwrap_or(5) }, label: Label { text: word.clone(), code: here.y }, count: held.count, spot: my_types::Spot { x: -1, ..here } }])
        },
    )
    .await?;
    let what14: Kind = kind(held.spot.x).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    let mut perhaps15: Option<String> = maybe(held.lines.join("-")).await?;
    note(format!("at {word}")).await?;
    note(perhaps15.clone().unwrap_or_default()).await?;
    boxes(held_all3.clone(), 1).await?;
    count(many2).await?;
    Ok(two.clone())
}
#[test]
fn w145_agrees() {
    agrees!(w145(word, lines, held, sizes, many, here, two, news));
}

#[workflow]
pub async fn w146(flag: bool, word: String, held: Parcel, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<my_types::Spot, Failure> {
    if !(held_all.iter().any(|of| of.count.is_none())) {
        note("arm".to_string()).await?;
        let Parcel { lines: lines1, kind: what2, .. } = held;
    } else if !(held.note.is_none()) {
        note(format!("at {flag}/{word}")).await?;
    } else {
        note(format!("at {flag}/{word}")).await?;
    }
    let two3: (i64, String) = if !(two.0 > 2) {
        map(vec![held.label.text.clone(), held.name.clone()], async |result| {
            let Ok(perhaps4) = maybe(result.clone()).await else {
                let many: Option<String> = held.note.clone();
                return Ok(Event::Sent { to: word.clone(), times: 5, why: None::<String> });
            };
            Ok(event(Event::Nothing).await?)
        }).max_concurrency(2).await?;
        (pair(many.unwrap_or(0), two.1.len() as i64).await?, two.1.clone())
    } else {
        let Kind::Sized(n5) = kind(here.x).await? else {
            let mut turn6 = 0_i64;
            while turn6 < 2 && held.note.is_none() {
                turn6 += 1;
                note("turn".to_string()).await?;
                let (flag7, word8, perhaps9) = join!(
                    check(word.clone()),
                    text(format!("{flag}/{flag}")),
                    async {
                        if flag && held.note.is_some() {
                            return Ok(Some("north".to_string()));
                        }
                        Ok(held.note.clone())
                    },
                )
                .await?;
            }
            let mut two10: (i64, String) = two.clone();
            two10.0 = held.count.unwrap_or(1);
            return Ok(held.spot);
        };
        two.clone()
    };
    note(held.name.clone()).await?;
    note(format!("at {flag}/{word}")).await?;
    both(two3.0, two3.1.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(held.spot)
}
#[test]
fn w146_agrees() {
    agrees!(w146(flag, word, held, many, here, two, held_all));
}

#[workflow]
pub async fn w147(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, here: my_types::Spot, two: (i64, String), news: Event) -> Result<Vec<Parcel>, Failure> {
    match list(perhaps.clone().unwrap_or_default()).await {
        Ok(lines3) => {
            match number(two.1.len() as i64).await {
                Ok(n6) => {
                    note("arm".to_string()).await?;
                }
                Err(failure4) => {
                    let cause5 = failure4.error().to_string();
                    let (held_all7, news8) = join!(
                        async {
                            let mut turn9 = 0_i64;
                            let next11: Option<String> = perhaps.clone();
                            'l10: while let Some(word12) = next11.clone() {
                                if turn9 > 1 { break; }
                                turn9 += 1;
                                if !((here.x) % 2 == 0) {
                                    note(two.1.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                }
                                let lines3: Vec<String> = list(word12.clone()).await?;
                            }
                            Ok(vec![Parcel { name: two.1.clone(), size: here.y, note: Some(cause5.clone()), lines: vec!["north".to_string()], kind: what.clone(), label: Label { text: cause5.clone(), code: two.0 }, count: None::<i64>, spot: my_types::Spot { x: lines3.len() as i64, y: lines3.len() as i64 } }])
                        },
                        event(Event::Lost(my_types::Loss { at: my_types::Spot { x: n, y: (here.y) % 50 + ((here.x) % 50 - (here.x) % 7) % 7 } })),
                    )
                    .await?;
                }
            }
        }
        Err(failure1) => {
            let cause2 = failure1.error().to_string();
            let Some(word13) = perhaps.clone() else {
                let mut turn14 = 0_i64;
                'l15: loop {
                    turn14 += 1;
                    if turn14 > 2 { break; }
                    note("turn".to_string()).await?;
                    let mut turn16 = 0_i64;
                    loop {
                        turn16 += 1;
                        if turn16 > 2 { break; }
                        let mut word17: String = text("c".to_string()).await?;
                        let word: my_types::Spot = spot(here).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                    }
                }
                return Ok(vec![Parcel { name: cause2.clone(), size: 1, note: None::<String>, lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: "a".to_string(), code: cause2.len() as i64 }, count: Some((here.x) % 50 + (n) % 7), spot: here }]);
            };
            let n18: i64 = number(perhaps.as_ref().map_or(1, |of| of.len() as i64)).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
        }
    }
    let many19: Option<i64> = None::<i64>;
    sleep(Duration::from_secs(78)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    count(many19).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(vec![Parcel { name: two.1.clone(), size: two.0, note: perhaps.clone(), lines: Vec::<String>::new(), kind: Kind::Empty, label: Label { text: two.1.clone(), code: here.x }, count: many19, spot: here }])
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
            {
                for word3 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                    let mut sizes5: BTreeMap<String, i64> = table(held.label.text.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                    'l6: for (at7, sizes) in vec![held.name.clone(), held.label.text.clone()].into_iter().enumerate() {
                        let n7 = at7 as i64;
                        {
                            sleep(Duration::from_secs(25)).await;
                            let mut two8: (i64, String) = two.clone();
                        }
                        match slow(held.label.code).await {
                            Ok(word11) => {
                                return Ok(word.len() as i64);
                            }
                            Err(Small::Late) => {
                                if held.count == Some(0) {
                                    return Ok(3);
                                }
                                note(word.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                            }
                            Err(Small::Full(_, output)) => {
                            }
                            Err(Small::Empty) => {
                                break;
                            }
                        }
                    }
                }
            }
        }
    }
    let mut held12: Parcel = held.clone();
    let mut held: Vec<Parcel> = vec![Parcel { name: held.label.text.clone(), size: 6, note: Some(two.1.clone()), lines: held12.lines.clone(), kind: held12.kind.clone(), label: Label { text: held.name.clone(), code: held12.spot.x }, count: Some(held12.size), spot: my_types::Spot { x: held12.spot.x, y: (held12.lines.len() as i64) % 50 + (held.label.code) % 7 } }];
    note(format!("at {n}/{word}")).await?;
    boxes(held.clone(), 1).await?;
    parcel(held12.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(n)
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
        let mut turn1 = 0_i64;
        'l2: while turn1 < 2 && false {
            turn1 += 1;
            match (turn1) % 6 {
                0 => {
                    match what.clone() {
                        Kind::Sized(s) => {
                            if check(word.clone()).await? {
                                note("arm".to_string()).await?;
                                let perhaps: Option<String> = perhaps.clone();
                                let held5: Parcel = Parcel { name: word.clone(), size: lines.len() as i64, note: perhaps.clone(), lines: lines.clone(), kind: what.clone(), label: Label { text: word.clone(), code: turn1 }, count: None::<i64>, spot: my_types::Spot { x: here.x, y: s } };
                                let Parcel { lines: lines6, kind: what7, .. } = held5;
                            } else if (s) % 2 == 0 {
                                continue 'l2;
                            } else {
                                return Ok(sizes.clone());
                            }
                        }
                        Kind::Named { name: word4, size: output } => {
                            {
                                let output: (i64, String) = both(4, word4.clone()).await?;
                                let n8: i64 = output.0;
                            }
                        }
                        Kind::Empty => {
                        }
                    }
                    let many9: Option<i64> = count(Some(here.x)).await?;
                }
                1 | 2 => {
                }
                n3 if n3 > 3 => {
                    note(format!("at {flag}/{word}/{turn1}/{n3}")).await?;
                }
                i64::MIN..=-1 => {
                    note(format!("at {flag}/{word}/{turn1}")).await?;
                }
                _ => {
                }
            }
            let mut word10: String = text(perhaps.clone().unwrap_or_default()).await?;
            word10 = word.clone();
        }
        sleep(Duration::from_secs(14)).await;
    }
    let mut n11: i64 = here.x;
    n11 = (n11 + 3) % 100;
    let n12: i64 = here.y;
    note(format!("at {flag}/{word}/{n11}/{n12}")).await?;
    between(here, here).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(sizes.clone())
}
#[test]
fn w149_agrees() {
    agrees!(w149(flag, word, perhaps, lines, what, sizes, here));
}
