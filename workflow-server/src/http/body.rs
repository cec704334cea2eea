//! The body of a response.

use hyper::body::{Body, Bytes, Frame, SizeHint};
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
#[cfg(feature = "console")]
use tokio::sync::mpsc;

/// The body of a response.
pub(super) enum Sent {
    /// All of it; nothing, once it was sent.
    Whole(Bytes),
    /// Texts that come while the connection lasts, and what ends them before it.
    #[cfg(feature = "console")]
    Live(mpsc::Receiver<String>, Option<Pin<Box<dyn Future<Output = ()> + Send>>>),
}

#[cfg(feature = "console")]
impl Sent {
    /// Ends what comes while the connection lasts when `end` does.
    pub(super) fn end_with(&mut self, end: impl Future<Output = ()> + Send + 'static) {
        if let Sent::Live(_, ending) = self {
            *ending = Some(Box::pin(end));
        }
    }
}

impl<T: Into<Bytes>> From<T> for Sent {
    fn from(text: T) -> Self {
        Sent::Whole(text.into())
    }
}

impl Body for Sent {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let frame = |bytes| Ok(Frame::data(bytes));
        match &mut *self {
            Sent::Whole(bytes) if bytes.is_empty() => Poll::Ready(None),
            Sent::Whole(bytes) => Poll::Ready(Some(frame(std::mem::take(bytes)))),
            #[cfg(feature = "console")]
            Sent::Live(texts, ending) => {
                if ending.as_mut().is_some_and(|it| it.as_mut().poll(_cx).is_ready()) {
                    return Poll::Ready(None);
                }
                texts.poll_recv(_cx).map(|text| text.map(|text| frame(text.into())))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        match self {
            Sent::Whole(bytes) => bytes.is_empty(),
            #[cfg(feature = "console")]
            Sent::Live(..) => false,
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Sent::Whole(bytes) => SizeHint::with_exact(bytes.len() as u64),
            #[cfg(feature = "console")]
            Sent::Live(..) => SizeHint::default(),
        }
    }
}
