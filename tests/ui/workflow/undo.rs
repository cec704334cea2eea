use workflow::prelude::*;

#[task]
async fn book(trip: String) -> Result<String, Failure> {
    Ok(trip)
}

#[task]
async fn cancel(booking: String) -> Result<(), Failure> {
    drop(booking);
    Ok(())
}

#[workflow]
async fn in_a_loop(trips: Vec<String>) -> Result<u32, Failure> {
    for trip in trips {
        book(trip).undo(|booking| cancel(booking)).await?;
    }
    Ok(0)
}

#[workflow]
async fn on_one_way(trip: String) -> Result<u32, Failure> {
    if trip.is_empty() {
        book(trip.clone()).undo(|booking| cancel(booking)).await?;
    }
    book(trip).await?;
    Ok(0)
}

#[workflow]
async fn in_an_item(trips: Vec<String>) -> Result<Vec<String>, Failure> {
    map(trips, async |trip| {
        let booked = book(trip).undo(|booking| cancel(booking)).await?;
        book(booked).await
    })
    .await
}

#[workflow]
async fn matched(trip: String) -> Result<String, Failure> {
    match book(trip).undo(|booking| cancel(booking)).await {
        Ok(booking) => Ok(booking),
        Err(failure) => Err(failure),
    }
}

#[workflow]
async fn at_the_end(trip: String) -> Result<String, Failure> {
    book(trip).undo(|booking| cancel(booking)).await
}

#[workflow]
async fn no_closure(trip: String) -> Result<String, Failure> {
    let booking = book(trip).undo(cancel).await?;
    book(booking).await
}

#[workflow]
async fn awaited(trip: String) -> Result<String, Failure> {
    let booking = book(trip).undo(|booking| cancel(booking).await).await?;
    book(booking).await
}

#[workflow]
async fn no_call(trip: String) -> Result<String, Failure> {
    let booking = book(trip).undo(|booking| booking).await?;
    book(booking).await
}

#[workflow]
async fn nothing_to_keep(trip: String) -> Result<String, Failure> {
    let booking = book(trip).await?;
    commit!();
    book(booking).await
}

#[workflow]
async fn perhaps(trip: String) -> Result<String, Failure> {
    let booking = book(trip).undo(|booking| cancel(booking)).await?;
    if booking.is_empty() {
        commit!();
    }
    book(booking).await
}

#[workflow]
async fn goes_on(trip: String) -> Result<String, Failure> {
    let booking = book(trip).undo(|booking| cancel(booking)).await?;
    continue_as(goes_on(booking)).await
}

#[steps]
async fn both(trip: String) -> Result<String, Failure> {
    let booking = book(trip).undo(|booking| cancel(booking)).await?;
    book(booking).await
}

#[workflow(steps(both))]
async fn in_steps(trip: String) -> Result<String, Failure> {
    both(trip).await
}

fn main() {}
