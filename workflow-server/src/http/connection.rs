//! One connection.

use super::Options;
use super::exchange::{self, Served};
use super::patient::Patient;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::net::IpAddr;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::watch;

/// The most bytes of a request's head.
const HEAD: usize = 64 << 10;

/// Serves the requests of a connection until it ends, or `stop` says so: then the current one only, for a while.
pub(super) async fn serve(
    served: Served,
    (stream, peer): (TcpStream, IpAddr),
    options: Options,
    stop: watch::Receiver<bool>,
) {
    // A call is one small packet, and its reply another one.
    let _ = stream.set_nodelay(true);
    let stream = Patient::new(stream, options.writing);
    #[cfg(feature = "tls")]
    if let Some(tls) = options.tls.clone() {
        let Some(stream) = tls.accept(stream, options.reading).await else { return };
        return requests(served, (stream, peer), options, stop).await;
    }
    requests(served, (stream, peer), options, stop).await;
}

/// Serves the requests that come over a stream.
async fn requests(
    served: Served,
    (stream, peer): (impl AsyncRead + AsyncWrite + Unpin, IpAddr),
    options: Options,
    mut stop: watch::Receiver<bool>,
) {
    let reading = options.reading;
    let answer = service_fn(move |request: Request<Incoming>| {
        let served = served.clone();
        async move { Ok::<_, Infallible>(exchange::answer(served, request, peer, reading).await) }
    });
    let stream = TokioIo::new(stream);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(reading)
        .max_buf_size(HEAD)
        .serve_connection(stream, answer);
    let mut connection = std::pin::pin!(connection);
    // The sender is gone where the server is.
    let asked = async { drop(stop.wait_for(|stop| *stop).await) };
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = asked => {
            connection.as_mut().graceful_shutdown();
            match tokio::time::timeout(options.stopping, connection).await {
                Ok(ended) => ended,
                Err(_) => return,
            }
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended early");
    }
}
