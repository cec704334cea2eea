//! The server: it accepts connections.

use super::exchange::Served;
use super::peers::{Held, Peers};
use super::{Options, connection};
use crate::service::Service;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

/// The pause after a connection could not be accepted: there may be no file handle for it.
const PAUSE: Duration = Duration::from_millis(50);
/// The answer to a peer that has too many connections. Clients try again.
const FULL: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: 87\r\n\r\n{\"__type\":\"ServiceUnavailable\",\"message\":\"This address has too many open connections\"}\n";

/// A server that listens.
///
/// ```
/// # use workflow_server::{Service, http::{Options, Server}};
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let service = Service::builder().open().await?;
/// let mut options = Options::default();
/// options.address.set_port(0); // any that is free
/// let server = Server::bind(service, options).await?;
/// println!("http://{}", server.address());
/// let stop = async { /* until somebody asks */ };
/// server.run(stop).await;
/// # Ok(())
/// # }
/// ```
pub struct Server {
    service: Service,
    options: Options,
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Listens on the address of the options.
    ///
    /// # Errors
    /// The port is taken, or the address is not one of the loopback and there are no credentials.
    pub async fn bind(service: Service, options: Options) -> io::Result<Self> {
        if !options.address.ip().is_loopback() && options.credentials.is_none() {
            let ip = options.address.ip();
            let why = format!(
                "{ip} is not a loopback address: without credentials calls are not authenticated, so no other machine may make any"
            );
            return Err(io::Error::new(io::ErrorKind::InvalidInput, why));
        }
        let listener = TcpListener::bind(options.address).await?;
        let address = listener.local_addr()?;
        Ok(Server { service, options, listener, address })
    }

    /// Returns the address on which it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until `stop` ends; then the calls that are there, for a while ([`Options::stopping`]).
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let (tell, told) = watch::channel(false);
        let room = Arc::new(Semaphore::new(self.options.connections.max(1)));
        let served =
            Served::new(self.service.clone(), &self.options, self.address.port(), told.clone());
        let peers = Peers::new(self.options.each);
        let mut connections = JoinSet::new();
        let mut stop = std::pin::pin!(stop);
        loop {
            let accepted = async {
                let permit = room.clone().acquire_owned().await.ok();
                (self.accept(&peers).await, permit)
            };
            let ((stream, held), permit) = tokio::select! {
                () = &mut stop => break,
                accepted = accepted => accepted,
            };
            let (served, options) = (served.clone(), self.options.clone());
            let serving =
                connection::serve(served, (stream, held.address()), options, told.clone());
            connections.spawn(async move {
                serving.await;
                drop((held, permit));
            });
            while connections.try_join_next().is_some() {}
        }
        drop(self.listener);
        tell.send_replace(true);
        while connections.join_next().await.is_some() {}
    }

    async fn accept(&self, peers: &Peers) -> (TcpStream, Held) {
        loop {
            match self.listener.accept().await {
                Ok((stream, peer)) => match peers.hold(peer.ip()) {
                    Some(held) => return (stream, held),
                    None => refuse(&stream),
                },
                Err(error) => {
                    tracing::warn!(%error, "cannot accept a connection");
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
    }
}

/// Tells a peer that it has too many connections, if it can be told at once.
fn refuse(stream: &TcpStream) {
    // A new connection has room for it; where it has none, its end says enough.
    let _ = stream.try_write(FULL);
}
