use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Order {
    id: String,
    total: f64,
    lines: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ChargeError {
    Declined { reason: String },
    Throttled,
}

#[task]
async fn charge(id: String, total: f64) -> Result<String, ChargeError> {
    drop(total);
    Ok(id)
}

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

mod tokio {
    pub mod time {
        pub async fn sleep(_: std::time::Duration) {}
    }
    pub fn spawn<F>(_: F) {}
    macro_rules! join {
        ($($branch:expr),*) => { ($($branch.await),*) };
    }
    pub(crate) use join;
}

mod rand {
    pub fn random() -> f64 {
        0.5
    }
}

struct Uuid;
impl Uuid {
    fn new_v4() -> String {
        String::new()
    }
}

#[workflow]
async fn fulfil(order: Order) -> Result<(), Failure> {
    tokio::time::sleep(Duration::from_secs(1)).await;
    std::thread::sleep(Duration::from_secs(1));
    tokio::join!(ship(order.id.clone()), ship(order.id.clone()));
    tokio::spawn(ship(order.id));
    let _time = std::time::SystemTime::now();
    let _chance = rand::random();
    let _id = Uuid::new_v4();
    Ok(())
}

fn main() {}
