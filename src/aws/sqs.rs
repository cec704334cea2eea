//! Amazon SQS: messages for queues.

use crate::Failure;
use std::collections::BTreeMap;

request! {
    /// The arguments of [`send_message()`].
    SendMessage;
    /// A message for a queue.
    message {
        /// The address of the queue.
        queue_url: String,
        /// The text of the message.
        message_body: String,
    }
    optional {
        /// The seconds after which it can be read first.
        delay_seconds: u32,
        /// Attributes, by their names.
        message_attributes: BTreeMap<String, Attribute>,
        /// Attributes of the system, by their names.
        message_system_attributes: BTreeMap<String, Attribute>,
        /// Of a FIFO queue: what makes it the same message.
        message_deduplication_id: String,
        /// Of a FIFO queue: the group within which messages stay in order.
        message_group_id: String,
    }
}

response! {
    /// An attribute of a message.
    Attribute {
        /// `String`, `Number` or `Binary`.
        data_type: String,
        /// The value of a `String` or a `Number`.
        #[serde(skip_serializing_if = "Option::is_none")]
        string_value: Option<String>,
        /// The value of a `Binary`, in Base64.
        #[serde(skip_serializing_if = "Option::is_none")]
        binary_value: Option<String>,
    }
}

response! {
    /// The message that was sent.
    Sent {
        /// The id of the message.
        message_id: String,
        /// The MD5 digest of its text.
        #[serde(rename = "MD5OfMessageBody")]
        md5_of_message_body: Option<String>,
        /// Of a FIFO queue: its number.
        sequence_number: Option<String>,
    }
}

failures! {
    /// There is no such queue.
    QueueDoesNotExist "SQS.QueueDoesNotExistException",
    /// A character that no message may have.
    InvalidMessageContents "SQS.InvalidMessageContentsException",
    /// The service refuses it otherwise.
    Refused "SQS.AmazonSQSException",
    /// The service is not reached.
    Unreached "SQS.SdkClientException",
}

/// Sends a message to a queue.
#[workflow_macros::task(resource = "arn:aws:states:::sqs:sendMessage", name = "sqs:sendMessage")]
pub async fn send_message(message: SendMessage) -> Result<Sent, Error>;
