//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w285(names: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        match &what {
            &Kind::Empty => note("empty".to_string()).await?,
            Kind::Sized((size0)) => note(format!("{size0}")).await?,
            Kind::Named { name: name0, .. } => note(name0.clone()).await?,
        }
    }
    let value1 = {
        let mut total1 = 0;
        for (at1, item1) in names.clone().into_iter().enumerate().take(2) {
            total1 += at1 + item1.len();
            note(item1.clone()).await?;
        }
        note(format!("{total1}")).await?;
        let inner1 = number(1).await?;
        inner1 % 9
    };
    number(value1).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let mut sum2 = 0;
        for (name2, size2) in sizes.clone() {
            sum2 += size2 % 9;
            note(name2).await?;
        }
        number(sum2).await?;
    }
    number(2).await
}
#[test]
fn w285_agrees() {
    agrees!(w285(names, what, sizes));
}

#[workflow]
pub async fn w286(n: i64, flag: bool, word: String, names: Vec<String>, held: Parcel) -> Result<i64, Failure> {
    if word.len() > 1 {
        let mut value0 = n % 10;
        value0 *= 3;
        value0 -= 1;
        value0 /= 2;
        value0 %= 5;
        let mut said0 = flag;
        said0 |= value0 > 2;
        said0 &= value0 < 9;
        said0 ^= flag;
        note(format!("{value0} {said0}")).await?;
    } else {
        note("other".to_string()).await?;
    }
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let held1 = Parcel { name: word.clone(), size: n * 2 % 50, ..held.clone() };
        let Parcel { label: Label { text: text1, .. }, lines: (lines1), .. } = parcel(held1).await?;
        note(format!("{text1} {}", lines1.len())).await?;
        Ok(word)
    }).await?;
    let Some(word) = maybe(word.clone()).await? else {
        let way2 = match n { 0 => "none", 1..=9 => "few", i64::MIN..0 => "less", _ => "many" };
        let size2 = if flag { n % 3 } else if n > 5 { 5 } else { 0 };
        note(format!("{way2} {size2}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    return Ok(3);
}
#[test]
fn w286_agrees() {
    agrees!(w286(n, flag, word, names, held));
}

#[workflow]
pub async fn w287(word: String, names: Vec<String>) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let word0 = loop {
            let asked0 = text(word.clone()).await?;
            if asked0.len() < 9 { break asked0; }
            break 'a'.to_string();
        };
        note(word0).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        for item1 in (names.clone()) {
            note(item1).await?;
        }
        for ((at1, item1)) in names.clone().into_iter().enumerate().take(2) {
            note(format!("{at1} {item1}")).await?;
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        match risky(word.clone()).await {
            Ok(few2 @ (0 | 1)) => {
                number(few2).await?;
            }
            Ok(_) => {
                note("many".to_string()).await?;
            }
            Err(_) => {
                note("other".to_string()).await?;
            }
        }
    }
    loop {
        let last = number(4).await?;
        if last > 2 {
            break Ok(last);
        }
        break Ok(5);
    }
}
#[test]
fn w287_agrees() {
    agrees!(w287(word, names));
}

#[workflow]
pub async fn w288(n: i64, word: String, names: Vec<String>, here: my_types::Spot) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        if let Ok(my_types::Spot { x: 0, y: y0 }) = spot(here).await {
            note(format!("{y0}")).await?;
        }
        if let Ok(size0 @ 1..=9) = number(n).await {
            note(format!("{size0}")).await?;
        }
        if let Ok((0)) = number(n).await {
            note("zero".to_string()).await?;
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let some1 = {
            let inner1 = text(word.clone()).await?;
            vec![inner1]
        };
        let code = n % 7;
        let label1 = Label { text: word.clone(), code };
        note(format!("{} {} {}", label1.text, label1.code, some1.len())).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    let value2 = {
        let (size2, mark2, half2) = (names.len(), 'a', 0.5);
        let (long2, sign2) = (names.len(), 1.5f64);
        note(word.clone()).await?;
        let asked2 = measure(half2 + sign2).await?;
        note(format!("{size2} {mark2} {long2} {}", asked2 > half2)).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w288_agrees() {
    agrees!(w288(n, word, names, here));
}

#[workflow(steps(doubled))]
pub async fn w289(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let (left0, right0) = join!(number(n), async {
            let inner0 = text(word.clone()).await?;
            Ok(inner0.len() as i64)
        }).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
        number(left0 % 9 + right0).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let done1 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item1| {
            note(item1).await?;
            Ok(())
        }).await?;
        note(format!("{}", done1.len())).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        match join!(async {
            note("ends".to_string()).await?;
            return Err(Failure::new("Stop", word.clone()));
        }, number(n)).await {
            Ok((never2, size2)) => {
                let told2 = text(never2).await?;
                note(format!("{told2} {size2}")).await?;
            }
            Err(failure2) => note(failure2.cause().to_string()).await?,
        }
    }
    doubled("last".to_string(), 2).await
}
#[test]
fn w289_agrees() {
    agrees!(w289(n, word, names));
}
