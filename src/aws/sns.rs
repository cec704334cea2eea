//! Amazon SNS: messages for all who subscribe to a topic.

use crate::Failure;
use std::collections::BTreeMap;

pub use super::sqs::Attribute;

request! {
    /// The arguments of [`publish()`].
    Publish;
    /// A text for a topic.
    message {
        /// The ARN of the topic.
        topic_arn: String,
        /// The text.
        message: String,
    }
    optional {
        /// Attributes, by their names, by which subscriptions filter.
        message_attributes: BTreeMap<String, Attribute>,
        /// Of a FIFO topic: what makes it the same message.
        message_deduplication_id: String,
        /// Of a FIFO topic: the group within which messages stay in order.
        message_group_id: String,
        /// `json`: the text has a form for each kind of subscription.
        message_structure: String,
        /// The subject of mails.
        subject: String,
    }
}

response! {
    /// The message that was published.
    Published {
        /// The id of the message.
        message_id: String,
        /// Of a FIFO topic: its number.
        sequence_number: Option<String>,
    }
}

failures! {
    /// There is no such topic.
    NotFound "SNS.NotFoundException",
    /// A parameter that the service does not take.
    InvalidParameter "SNS.InvalidParameterException",
    /// An endpoint that takes nothing.
    EndpointDisabled "SNS.EndpointDisabledException",
    /// The service refuses it otherwise.
    Refused "SNS.AmazonSNSException",
    /// The service is not reached.
    Unreached "SNS.SdkClientException",
}

/// Publishes a message.
#[workflow_macros::task(resource = "arn:aws:states:::sns:publish", name = "sns:publish")]
pub async fn publish(message: Publish) -> Result<Published, Error>;
