//! Calls that failed.

use crate::exchange::Incoming;
use crate::xml;
use serde_json::Value;
use std::fmt;

/// The reason why a call failed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CallError {
    /// The service refused the call.
    Refused {
        /// The status of the response.
        status: u16,
        /// The name of the exception, such as `ResourceNotFoundException`.
        code: String,
        /// Its text.
        message: String,
        /// The id of the request, if the service returns one.
        request: Option<String>,
    },
    /// A Lambda function failed.
    Function {
        /// The name of its error.
        error: String,
        /// Its whole answer, as JSON.
        cause: String,
    },
    /// No answer came.
    Unreached(String),
    /// The call cannot be made.
    Unmade(String),
}

impl CallError {
    /// True if the same call may go well later: the service is busy, was not reached, or waited too long for the call.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            CallError::Unreached(_) => true,
            CallError::Refused { status, code, .. } => {
                // S3 says with 400 that a body came too slowly.
                let late = *status == 408 || code == "RequestTimeout";
                late || *status >= 500 || *status == 429 || code.contains("Throttling")
            }
            CallError::Function { .. } | CallError::Unmade(_) => false,
        }
    }

    /// Reads an exception out of a response in JSON.
    pub(crate) fn of_json(response: &Incoming) -> Self {
        let told: Value = serde_json::from_slice(&response.body).unwrap_or_default();
        let text = |names: &[&str]| names.iter().find_map(|name| told[name].as_str());
        let header = header(response, "x-amzn-errortype");
        let code =
            text(&["__type", "code", "Code"]).or(header.as_deref()).unwrap_or("UnknownError");
        let message = text(&["message", "Message", "errorMessage"]).unwrap_or_default();
        CallError::refused(response, code, message, None)
    }

    /// Reads an exception out of a response in XML.
    pub(crate) fn of_xml(response: &Incoming) -> Self {
        let told = xml::read(&String::from_utf8_lossy(&response.body), &[]).unwrap_or_default();
        let error = told.get("Error").unwrap_or(&told);
        // A response to HEAD has no body.
        let unknown = if response.status == 404 { "NotFound" } else { "UnknownError" };
        let code = error["Code"].as_str().unwrap_or(unknown);
        let message = error["Message"].as_str().unwrap_or_default();
        let request = told["RequestId"].as_str().or(error["RequestId"].as_str());
        CallError::refused(response, code, message, request)
    }

    fn refused(response: &Incoming, code: &str, message: &str, request: Option<&str>) -> Self {
        // Some services write `com.amazonaws.sqs#QueueDoesNotExist`, others `Code:http://…`.
        let code = code.rsplit('#').next().unwrap_or(code);
        let code = code.split(':').next().unwrap_or(code).to_owned();
        let request = request.map(str::to_owned).or_else(|| header(response, "x-amzn-requestid"));
        CallError::Refused { status: response.status, code, message: message.to_owned(), request }
    }
}

fn header(response: &Incoming, name: &str) -> Option<String> {
    Some(response.headers.get(name)?.to_str().ok()?.to_owned())
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CallError::Refused { code, message, .. } if message.is_empty() => f.write_str(code),
            CallError::Refused { code, message, .. } => write!(f, "{code}: {message}"),
            CallError::Function { error, cause } => write!(f, "{error}: {cause}"),
            CallError::Unreached(why) | CallError::Unmade(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for CallError {}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::HeaderMap;

    #[test]
    fn some_refusals_pass() {
        for (status, code, passing) in [
            (400, "RequestTimeout", true),
            (400, "ThrottlingException", true),
            (408, "UnknownError", true),
            (429, "TooManyRequestsException", true),
            (503, "SlowDown", true),
            (400, "ExpiredToken", false),
            (403, "AccessDenied", false),
            (403, "RequestTimeTooSkewed", false),
            (404, "NoSuchBucket", false),
        ] {
            let (code, message) = (code.to_owned(), String::new());
            let error = CallError::Refused { status, code, message, request: None };
            assert_eq!(error.is_passing(), passing, "{status} {error}");
        }
    }

    #[test]
    fn exceptions_are_read() {
        let response = |status, body: &'static str| Incoming {
            status,
            headers: HeaderMap::new(),
            body: body.into(),
        };
        let json =
            response(400, r#"{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"no"}"#);
        assert_eq!(CallError::of_json(&json).to_string(), "QueueDoesNotExist: no");
        let xml = response(
            404,
            "<Error><Code>NoSuchKey</Code><Message>no key</Message><RequestId>7</RequestId></Error>",
        );
        let CallError::Refused { code, message, request, .. } = CallError::of_xml(&xml) else {
            panic!()
        };
        assert_eq!((&*code, &*message, request.as_deref()), ("NoSuchKey", "no key", Some("7")));
        let xml = response(
            404,
            "<ErrorResponse><Error><Code>NotFound</Code><Message>no</Message></Error><RequestId>8</RequestId></ErrorResponse>",
        );
        assert_eq!(CallError::of_xml(&xml).to_string(), "NotFound: no");
        assert_eq!(CallError::of_xml(&response(404, "")).to_string(), "NotFound");
    }
}
