//! Amazon Athena: queries.

use crate::Failure;

request! {
    /// The arguments of [`start_query_execution()`] and [`start_query_execution_sync()`].
    StartQueryExecution;
    /// A query.
    query {
        /// The text of the query.
        query_string: String,
    }
    optional {
        /// Values of its `?`.
        execution_parameters: Vec<String>,
        /// The database it is for.
        query_execution_context: Context,
        /// The place of its results.
        result_configuration: ResultConfiguration,
        /// The workgroup; else it is `primary`.
        work_group: String,
    }
}

request! {
    /// The arguments of [`get_query_results()`].
    GetQueryResults;
    /// The rows that a query has found.
    results {
        /// The id of the query.
        query_execution_id: String,
    }
    optional {
        /// The most rows of a part.
        max_results: u32,
        /// The place to go on: `next_token` of the part before.
        next_token: String,
    }
}

response! {
    /// A database.
    Context {
        /// The name of the database.
        #[serde(skip_serializing_if = "Option::is_none")]
        database: Option<String>,
        /// The catalog it is in.
        #[serde(skip_serializing_if = "Option::is_none")]
        catalog: Option<String>,
    }
}

response! {
    /// The place of results.
    ResultConfiguration {
        /// `s3://bucket/prefix/`.
        #[serde(skip_serializing_if = "Option::is_none")]
        output_location: Option<String>,
    }
}

response! {
    /// A query that was started.
    Started {
        /// The id of the query.
        query_execution_id: String,
    }
}

response! {
    /// A query that has ended well.
    Ended {
        /// The query.
        query_execution: QueryExecution,
    }
}

response! {
    /// A query.
    QueryExecution {
        /// The id of the query.
        query_execution_id: String,
        /// Its text.
        query: Option<String>,
        /// Its state.
        status: Status,
        /// The place of its results.
        result_configuration: Option<ResultConfiguration>,
    }
}

response! {
    /// The state of a query.
    Status {
        /// `SUCCEEDED`.
        state: String,
        /// The reason.
        state_change_reason: Option<String>,
    }
}

response! {
    /// A part of the rows.
    Results {
        /// The rows.
        result_set: ResultSet,
        /// The beginning of the next part.
        next_token: Option<String>,
    }
}

response! {
    /// Rows.
    ResultSet {
        /// Rows; the first has the names of the columns.
        rows: Vec<Row>,
    }
}

response! {
    /// A row.
    Row {
        /// Its values, in the order of the columns.
        data: Vec<Datum>,
    }
}

response! {
    /// A value.
    Datum {
        /// Its text; `None` is NULL.
        var_char_value: Option<String>,
    }
}

failures! {
    /// A query that the service does not take.
    InvalidRequest "Athena.InvalidRequestException",
    /// More than the account may ask.
    TooManyRequests "Athena.TooManyRequestsException",
    /// The service fails.
    Internal "Athena.InternalServerException",
    /// The service is not reached.
    Unreached "Athena.SdkClientException",
}

/// Starts a query.
#[workflow_macros::task(
    resource = "arn:aws:states:::athena:startQueryExecution",
    name = "athena:startQueryExecution"
)]
pub async fn start_query_execution(query: StartQueryExecution) -> Result<Started, Error>;

/// Runs a query, and waits until it has ended. One that fails is `States.TaskFailed`, with its description as the cause.
#[workflow_macros::task(
    resource = "arn:aws:states:::athena:startQueryExecution.sync",
    name = "athena:startQueryExecution.sync"
)]
pub async fn start_query_execution_sync(query: StartQueryExecution) -> Result<Ended, Error>;

/// Reads rows that a query has found.
#[workflow_macros::task(
    resource = "arn:aws:states:::athena:getQueryResults",
    name = "athena:getQueryResults"
)]
pub async fn get_query_results(of: GetQueryResults) -> Result<Results, Error>;
