use workflow::prelude::*;

#[derive(Serialize, Deserialize)]
struct Report {
    pages: Vec<String>,
}

#[task]
async fn render(large: Res<LargeStore>, year: u32) -> Result<Large<Report>, Failure> {
    large.put(&Report { pages: vec![year.to_string()] }).await
}

#[task]
async fn send(pages: Vec<String>) -> Result<(), Failure> {
    Ok(drop(pages))
}

#[workflow]
async fn read_in(year: u32) -> Result<(), Failure> {
    let report = render(year).await?;
    send(report.pages).await
}

#[workflow]
async fn counted(report: Large<Vec<String>>) -> Result<usize, Failure> {
    Ok(report.len())
}

#[workflow]
async fn handed_on(year: u32) -> Result<(), Failure> {
    let report = render(year).await?;
    send(report).await
}

#[workflow]
async fn gotten(report: Large<Vec<String>>) -> Result<bool, Failure> {
    Ok(report.get(0).is_some())
}

fn main() {}
