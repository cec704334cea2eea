//! Amazon DynamoDB: items of tables.

use crate::Failure;
use crate::aws::Texts;
use std::collections::BTreeMap;

/// A value, with its type.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, workflow_macros::Data)]
pub enum Attribute {
    /// A text.
    S(String),
    /// A number, as text.
    N(String),
    /// Bytes, in Base64.
    B(String),
    /// A truth value.
    #[serde(rename = "BOOL")]
    Bool(bool),
    /// Nothing: `true`.
    #[serde(rename = "NULL")]
    Null(bool),
    /// Values by their names.
    M(BTreeMap<String, Attribute>),
    /// A list.
    L(Vec<Attribute>),
    /// A set of texts.
    #[serde(rename = "SS")]
    Texts(Vec<String>),
    /// A set of numbers, as texts.
    #[serde(rename = "NS")]
    Numbers(Vec<String>),
    /// A set of bytes, in Base64.
    #[serde(rename = "BS")]
    Bytes(Vec<String>),
}

/// An item, or a key of one: values by the names of attributes.
pub type Item = BTreeMap<String, Attribute>;

request! {
    /// The arguments of [`get_item()`].
    GetItem;
    /// The item with a key.
    get {
        /// The name or ARN of the table.
        table_name: String,
        /// The key.
        key: Item,
    }
    optional {
        /// True: as it is now, at twice the price.
        consistent_read: bool,
        /// Names that stand for others in expressions: `#name`.
        expression_attribute_names: Texts,
        /// The attributes that are read.
        projection_expression: String,
        /// `TOTAL`, `INDEXES` or `NONE`.
        return_consumed_capacity: String,
    }
}

request! {
    /// The arguments of [`put_item()`].
    PutItem;
    /// An item that is written, in place of one with the same key.
    put {
        /// The name or ARN of the table.
        table_name: String,
        /// The item.
        item: Item,
    }
    optional {
        /// The condition under which it is written.
        condition_expression: String,
        /// Names that stand for others in expressions: `#name`.
        expression_attribute_names: Texts,
        /// Values in expressions: `:value`.
        expression_attribute_values: Item,
        /// `ALL_OLD`: the item that was there.
        return_values: String,
        /// `ALL_OLD`: the item that was there, in the failure.
        return_values_on_condition_check_failure: String,
        /// `TOTAL`, `INDEXES` or `NONE`.
        return_consumed_capacity: String,
    }
}

request! {
    /// The arguments of [`update_item()`].
    UpdateItem;
    /// A change of the item with a key.
    update {
        /// The name or ARN of the table.
        table_name: String,
        /// The key.
        key: Item,
        /// The change: `SET total = :total`.
        update_expression: String,
    }
    optional {
        /// The condition under which it is changed.
        condition_expression: String,
        /// Names that stand for others in expressions: `#name`.
        expression_attribute_names: Texts,
        /// Values in expressions: `:value`.
        expression_attribute_values: Item,
        /// `ALL_OLD`, `UPDATED_OLD`, `ALL_NEW` or `UPDATED_NEW`.
        return_values: String,
        /// `ALL_OLD`: the item that was there, in the failure.
        return_values_on_condition_check_failure: String,
        /// `TOTAL`, `INDEXES` or `NONE`.
        return_consumed_capacity: String,
    }
}

request! {
    /// The arguments of [`delete_item()`].
    DeleteItem;
    /// The item with a key, which is removed.
    delete {
        /// The name or ARN of the table.
        table_name: String,
        /// The key.
        key: Item,
    }
    optional {
        /// The condition under which it is removed.
        condition_expression: String,
        /// Names that stand for others in expressions: `#name`.
        expression_attribute_names: Texts,
        /// Values in expressions: `:value`.
        expression_attribute_values: Item,
        /// `ALL_OLD`: the item that was there.
        return_values: String,
        /// `ALL_OLD`: the item that was there, in the failure.
        return_values_on_condition_check_failure: String,
        /// `TOTAL`, `INDEXES` or `NONE`.
        return_consumed_capacity: String,
    }
}

request! {
    /// The arguments of [`query()`].
    Query;
    /// The items of a table that have a key.
    with_key {
        /// The name or ARN of the table.
        table_name: String,
        /// The condition on the key: `id = :id`.
        key_condition_expression: String,
        /// Values in expressions: `:id`.
        expression_attribute_values: Item,
    }
    optional {
        /// True: as they are now, at twice the price.
        consistent_read: bool,
        /// The key behind which it begins: `last_evaluated_key` of the part before.
        exclusive_start_key: Item,
        /// Names that stand for others in expressions: `#name`.
        expression_attribute_names: Texts,
        /// The condition on what was found.
        filter_expression: String,
        /// An index of the table, in place of itself.
        index_name: String,
        /// The most items that are looked at.
        limit: u32,
        /// The attributes that are read.
        projection_expression: String,
        /// False: the last first.
        scan_index_forward: bool,
        /// `COUNT`: no items, only their number.
        select: String,
        /// `TOTAL`, `INDEXES` or `NONE`.
        return_consumed_capacity: String,
    }
}

response! {
    /// The item that was found.
    Got {
        /// `None` where there is none.
        item: Option<Item>,
    }
}

response! {
    /// A table that was changed.
    Changed {
        /// The attributes that `return_values` asks for.
        attributes: Option<Item>,
    }
}

response! {
    /// A part of the items that a query finds.
    Found {
        /// The number of items.
        count: u32,
        /// The items.
        items: Vec<Item>,
        /// The key of the last, where there are more.
        last_evaluated_key: Option<Item>,
    }
}

failures! {
    /// The condition does not hold.
    ConditionalCheckFailed "DynamoDB.ConditionalCheckFailedException",
    /// There is no such table.
    ResourceNotFound "DynamoDB.ResourceNotFoundException",
    /// More than the table takes.
    Throttled "DynamoDB.ProvisionedThroughputExceededException",
    /// A transaction has the item.
    TransactionConflict "DynamoDB.TransactionConflictException",
    /// The service refuses it otherwise.
    Refused "DynamoDB.AmazonDynamoDBException",
    /// The service is not reached.
    Unreached "DynamoDB.SdkClientException",
}

/// Reads an item.
#[workflow_macros::task(resource = "arn:aws:states:::dynamodb:getItem", name = "dynamodb:getItem")]
pub async fn get_item(of: GetItem) -> Result<Got, Error>;

/// Writes an item.
#[workflow_macros::task(resource = "arn:aws:states:::dynamodb:putItem", name = "dynamodb:putItem")]
pub async fn put_item(of: PutItem) -> Result<Changed, Error>;

/// Changes an item.
#[workflow_macros::task(
    resource = "arn:aws:states:::dynamodb:updateItem",
    name = "dynamodb:updateItem"
)]
pub async fn update_item(of: UpdateItem) -> Result<Changed, Error>;

/// Removes an item.
#[workflow_macros::task(
    resource = "arn:aws:states:::dynamodb:deleteItem",
    name = "dynamodb:deleteItem"
)]
pub async fn delete_item(of: DeleteItem) -> Result<Changed, Error>;

/// Reads the items that have a key. It is an action of the SDK, so that its errors begin with `DynamoDb.`.
#[workflow_macros::task(
    resource = "arn:aws:states:::aws-sdk:dynamodb:query",
    name = "dynamodb:query"
)]
pub async fn query(of: Query) -> Result<Found, Failure>;
