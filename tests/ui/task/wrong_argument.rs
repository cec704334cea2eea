use workflow::prelude::*;

#[task]
async fn charge(amount: f64, note: String) -> Result<f64, Failure> {
    drop(note);
    Ok(amount)
}

fn main() {
    let _ = charge("1", String::new());
    let _ = charge(1.0);
}
