//! Amazon EventBridge: events for a bus.

use crate::Failure;

request! {
    /// The arguments of [`put_events()`].
    PutEvents;
    /// Events, at most 10.
    events {
        /// The events.
        entries: Vec<Entry>,
    }
    optional {
        /// The id of a global endpoint.
        endpoint_id: String,
    }
}

request! {
    /// An event.
    Entry;
    /// An event, with details as JSON text.
    event {
        /// Its sender: `shop.orders`.
        source: String,
        /// Its kind: `Order paid`.
        detail_type: String,
        /// JSON text, such as `{"id": 7}`.
        detail: String,
    }
    optional {
        /// The name or ARN of the bus; else it is the default bus.
        event_bus_name: String,
        /// ARNs of what it is about.
        resources: Vec<String>,
        /// Its time, in RFC 3339.
        time: String,
        /// The header of a trace.
        trace_header: String,
    }
}

response! {
    /// The events that were taken. Where one was not, the call fails.
    Put {
        /// An id for each.
        entries: Vec<Taken>,
    }
}

response! {
    /// An event that was taken.
    Taken {
        /// The id of the event.
        event_id: String,
    }
}

failures! {
    /// At least one event was not taken; the cause has the answer as JSON.
    FailedEntry "EventBridge.FailedEntry",
    /// The service fails.
    Internal "EventBridge.InternalException",
    /// The service is not reached.
    Unreached "EventBridge.SdkClientException",
}

/// Sends events.
#[workflow_macros::task(resource = "arn:aws:states:::events:putEvents", name = "events:putEvents")]
pub async fn put_events(events: PutEvents) -> Result<Put, Error>;
