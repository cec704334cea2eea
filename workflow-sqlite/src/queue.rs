//! Queues of calls, with the threads that answer them.

use crate::work::Call;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread::{Builder, JoinHandle};
use tokio::sync::{Semaphore, oneshot};
use workflow_runtime::store::{StoreError, StoreResult as Result};
use workflow_runtime::task::BoxFuture;

/// The bytes of calls that wait or are being written.
const ROOM: usize = 32 << 20;

/// The most calls that may wait or be written at once.
const CALLS: usize = 4096;

/// A queue of calls. Dropping it answers those that wait, and ends its threads.
pub struct Queue<Order> {
    orders: Option<Sender<Order>>,
    room: Arc<Semaphore>,
    threads: Vec<JoinHandle<()>>,
}

impl<Order: Send + 'static> Queue<Order> {
    /// A queue that these threads take from.
    pub fn new(orders: Sender<Order>, threads: Vec<JoinHandle<()>>) -> Self {
        Queue { orders: Some(orders), room: Arc::new(Semaphore::new(ROOM)), threads }
    }

    /// Returns the bytes of the calls that have their room.
    pub fn waiting(&self) -> u64 {
        (ROOM - self.room.available_permits().min(ROOM)) as u64
    }

    /// Adds a call: at once if there is room, else when there is. `owner` holds the queue.
    pub fn call<Owner, F, T>(
        &self,
        owner: &Arc<Owner>,
        queue: fn(&Owner) -> Option<&Self>,
        order: fn(Box<Call<F, T>>) -> Order,
        (mut call, result): (Call<F, T>, oneshot::Receiver<Result<T>>),
    ) -> BoxFuture<Result<T>>
    where
        Owner: Send + Sync + 'static,
        F: Send + 'static,
        T: Send + 'static,
    {
        // A call of little takes the room of one in so many.
        let units = call.size.clamp(ROOM / CALLS, ROOM);
        let units = u32::try_from(units).unwrap_or(u32::MAX);
        if let Ok(room) = self.room.clone().try_acquire_many_owned(units) {
            call.room = Some(room);
            self.send(order(Box::new(call)));
            return Box::pin(wait(result));
        }
        let (owner, room) = (owner.clone(), self.room.clone());
        Box::pin(async move {
            // The room is never closed.
            call.room = room.acquire_many_owned(units).await.ok();
            if let Some(queue) = queue(&owner) {
                queue.send(order(Box::new(call)));
            }
            drop(owner);
            wait(result).await
        })
    }

    /// Hands an order to the threads. If they have ended, it is dropped, and its caller told.
    fn send(&self, order: Order) {
        if let Some(orders) = &self.orders {
            drop(orders.send(order));
        }
    }
}

async fn wait<T>(result: oneshot::Receiver<Result<T>>) -> Result<T> {
    let ended = |_| Err(StoreError::Fatal("the thread of the store has ended".to_owned()));
    result.await.unwrap_or_else(ended)
}

impl<Order> Drop for Queue<Order> {
    fn drop(&mut self) {
        self.orders = None;
        for thread in self.threads.drain(..) {
            // A thread that drops the last result cannot wait for itself.
            if thread.thread().id() != std::thread::current().id() {
                drop(thread.join());
            }
        }
    }
}

/// Starts a thread.
pub fn spawn(name: &str, run: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>> {
    let failed = |error| StoreError::Stalled(format!("the system gives no thread: {error}"));
    Builder::new().name(format!("workflow-{name}")).spawn(run).map_err(failed)
}
