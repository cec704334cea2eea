//! The reply to a page.

use crate::refusal::Refusal;
use serde_json::Value;
use tokio::sync::mpsc;

/// The reply to a request of a page.
pub(crate) struct Reply {
    /// The status of HTTP.
    pub(crate) status: u16,
    /// The media type of the content.
    pub(crate) media: &'static str,
    /// The tag of a file, by which a browser asks again.
    pub(crate) tag: Option<String>,
    /// The content.
    pub(crate) content: Content,
}

/// The content of a reply.
pub(crate) enum Content {
    /// A file of the console.
    File(&'static str),
    /// A text that was made.
    Text(String),
    /// Texts that come while the connection lasts.
    Live(mpsc::Receiver<String>),
}

impl Reply {
    pub(super) fn json(value: &Value) -> Self {
        Reply::text(200, "application/json", value.to_string())
    }

    pub(super) fn refused(refusal: &Refusal) -> Self {
        Reply::text(refusal.status(), "application/json", refusal.body().to_string())
    }

    pub(super) fn text(status: u16, media: &'static str, text: String) -> Self {
        Reply { status, media, tag: None, content: Content::Text(text) }
    }
}
