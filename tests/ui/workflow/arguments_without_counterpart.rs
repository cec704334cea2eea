use workflow::prelude::*;

#[task]
async fn print(text: String) -> Result<(), Failure> {
    drop(text);
    Ok(())
}

#[workflow]
async fn label(line: String, width: f64) -> Result<f64, Failure> {
    let area = width.powi(7);
    let at = line.find('#');
    let parts: Vec<String> = line.split("").map(str::to_string).collect();
    let words: Vec<String> = line.split([' ', ',']).map(str::to_string).collect();
    let first = line.split(|c: char| c == ';').next().unwrap_or("").to_string();
    let hex = line.chars().filter_map(|c| c.to_digit(16)).count();
    let room: Vec<u32> = Vec::with_capacity(8);
    print(format!("{first}{}{}{}{}{hex}", parts.len(), words.len(), at.is_some(), room.len())).await?;
    Ok(area)
}

fn main() {}
