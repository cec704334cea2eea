// Triggers at a workflow: the smallest token that is wrong, and what to write instead.
use workflow::prelude::*;

#[task]
async fn double(n: u32) -> Result<u32, Failure> {
    Ok(n)
}

#[workflow(triggers(
    shedule("0 8 * * *"),
    s3("incoming"),
    cron("0 8 * * *"),
    schedule,
    "0 8 * * *",
))]
async fn kinds(n: u32) -> Result<u32, Failure> {
    let n = double(n).await?;
    Ok(n)
}

#[workflow(triggers(
    schedule("0 25 * * *", "Europe/Berln", name = "a"),
    schedule("0 0 13 * FRI", zone = "Berlin", name = "b"),
    schedule("rate(30 seconds)", window = 0, name = "c"),
    schedule("cron(0 8 * * * *)", timezone = "UTC", name = "d"),
    schedule(expresion = "0 8 * * *", name = "e"),
    schedule(zone = "UTC", name = "f"),
    schedule("0 8 * * *", "UTC", "UTC", name = "g"),
    schedule("0 8 * * *", enabled = false, name = "h"),
    schedule(DAILY, name = "i"),
    schedule("0 8 * * *", input = { day: 1 }, name = "j"),
    schedule("0 8 * * *", zone = "UTC", zone = "UTC", name = "k"),
))]
async fn schedules(n: u32) -> Result<u32, Failure> {
    let n = double(n).await?;
    Ok(n)
}

#[workflow(triggers(
    event({ "source": "shop" }),
    event({ "source": ["shop"], "detail": {} }, name = "a b"),
    event([], bus_name = "orders", name = "e"),
    objects("Incoming", events = ["created"]),
    objects("incoming", name = "obj-ects", events = "Object Created"),
    queue("https://sqs.eu-west-1.amazonaws.com/123456789012/orders"),
    queue("arn:aws:sqs:eu-west-1:123456789012:q.fifo", batch = 11, window = 5, name = "fifo"),
    request("post", "orders"),
    request("POST /orders", name = "r"),
))]
async fn others(n: u32) -> Result<u32, Failure> {
    let n = double(n).await?;
    Ok(n)
}

#[workflow(triggers(schedule("0 8 * * *"), schedule("0 9 * * *")))]
async fn twice(n: u32) -> Result<u32, Failure> {
    let n = double(n).await?;
    Ok(n)
}

#[workflow(schedule("0 8 * * *"))]
async fn without_the_list(n: u32) -> Result<u32, Failure> {
    let n = double(n).await?;
    Ok(n)
}

#[workflow(trigger = schedule("0 8 * * *", "Europe/Berlin"))]
async fn one(n: u32) -> Result<u32, Failure> {
    let n = double(n).await?;
    Ok(n)
}

#[workflow(triggers(), triggers())]
async fn lists(n: u32) -> Result<u32, Failure> {
    let n = double(n).await?;
    Ok(n)
}

fn main() {}
