use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Finding {
    file: String,
    level: u8,
}

#[task]
async fn report(lines: usize) -> Result<(), Failure> {
    drop(lines);
    Ok(())
}

/// Lists of borrows that are read behind a call.
#[workflow]
async fn review(list: Vec<Finding>, line: String) -> Result<usize, Failure> {
    let serious: Vec<&Finding> = list.iter().filter(|it| it.level > 3).collect();
    let names = list.iter().map(|it| &it.file).collect::<Vec<&String>>();
    let words: Vec<&str> = line.split(' ').collect();
    report(1).await?;
    Ok(serious.len() + names.len() + words.len())
}

/// One that is used up before is none of these, nor are the values.
#[workflow]
async fn mended(list: Vec<Finding>, line: String) -> Result<usize, Failure> {
    let all: Vec<&Finding> = list.iter().filter(|it| it.level > 2).collect();
    let serious: Vec<Finding> = list.iter().filter(|it| it.level > 3).cloned().collect();
    let words: Vec<String> = line.split(' ').map(|text| text.to_owned()).collect();
    report(all.len()).await?;
    Ok(serious.len() + words.len())
}

fn main() {}
