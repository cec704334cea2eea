//! The arguments of an HTTP task and its connection, made into a request.

use super::connection::Connection;
use super::encode::{self, Arrays};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, Url};
use serde_json::Value;

/// The request as it is sent.
#[derive(Debug)]
pub(super) struct Endpoint {
    pub(super) method: Method,
    pub(super) url: Url,
    pub(super) headers: HeaderMap,
    pub(super) body: Option<String>,
    pub(super) basic: Option<(String, String)>,
}

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"];
/// Headers that a state may not set (Developer Guide, "HTTP Task definition").
const BANNED: [&str; 13] = [
    "authorization",
    "cache-control",
    "connection",
    "content-encoding",
    "expect",
    "host",
    "max-forwards",
    "proxy-authenticate",
    "server",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

impl Endpoint {
    /// Reads the endpoint of a call. The error is the cause of a `States.Runtime`.
    pub(super) fn new(arguments: &Value, connection: &Connection) -> Result<Self, String> {
        let text = |field: &str| {
            let value = arguments.get(field).and_then(Value::as_str);
            value.ok_or_else(|| format!("an HTTP task needs the text `{field}`"))
        };
        let method = text("Method")?;
        let method = METHODS
            .iter()
            .find(|known| **known == method)
            .ok_or_else(|| format!("the method `{method}` is not one of {}", METHODS.join(", ")))?;
        let mut url = Url::parse(text("ApiEndpoint")?)
            .map_err(|error| format!("`ApiEndpoint` is not a URL: {error}"))?;
        query(&mut url, arguments.get("QueryParameters"), connection)?;
        let mut headers = headers(arguments.get("Headers"))?;
        let body = body(arguments, &mut headers, connection)?;
        for (name, value) in &connection.headers {
            let (name, value) = header(name, value)?;
            headers.insert(name, value);
        }
        let method = Method::from_bytes(method.as_bytes()).map_err(|error| error.to_string())?;
        Ok(Endpoint { method, url, headers, body, basic: connection.basic.clone() })
    }
}

/// The query: of the URL, of the state, of the connection; the last one wins.
fn query(url: &mut Url, own: Option<&Value>, connection: &Connection) -> Result<(), String> {
    let mut pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    if let Some(own) = own {
        let own = own.as_object().ok_or("`QueryParameters` is not an object")?;
        for (name, value) in own {
            let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
            pairs.retain(|(known, _)| known != name);
            pairs.extend(values.iter().map(|value| (name.clone(), encode::plain(value))));
        }
    }
    for (name, value) in &connection.query {
        pairs.retain(|(known, _)| known != name);
        pairs.push((name.clone(), value.clone()));
    }
    url.set_query(None);
    if !pairs.is_empty() {
        url.query_pairs_mut().extend_pairs(pairs);
    }
    Ok(())
}

fn headers(own: Option<&Value>) -> Result<HeaderMap, String> {
    let mut headers = HeaderMap::new();
    headers.insert(
        "user-agent",
        HeaderValue::from_static("Amazon|StepFunctions|HttpInvoke|us-east-1"),
    );
    headers.insert("range", HeaderValue::from_static("bytes=0-262144"));
    let Some(own) = own else { return Ok(headers) };
    for (name, value) in own.as_object().ok_or("`Headers` is not an object")? {
        let lower = name.to_lowercase();
        let banned = BANNED.contains(&&*lower)
            || ["x-amz-", "x-amzn-", "x-forwarded-"].iter().any(|with| lower.starts_with(with));
        if banned {
            return Err(format!("the header `{name}` may not be set by a state"));
        }
        let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        let joined = values.iter().map(encode::plain).collect::<Vec<_>>().join(", ");
        let (name, value) = header(name, &joined)?;
        headers.insert(name, value);
    }
    Ok(headers)
}

fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), String> {
    let wrong = |what: &dyn std::fmt::Display| format!("the header `{name}`: {what}");
    let value = HeaderValue::from_str(value).map_err(|error| wrong(&error))?;
    Ok((HeaderName::from_bytes(name.as_bytes()).map_err(|error| wrong(&error))?, value))
}

/// The body: JSON, or a form where `Transform` says so.
fn body(
    arguments: &Value,
    headers: &mut HeaderMap,
    connection: &Connection,
) -> Result<Option<String>, String> {
    const JSON: HeaderValue = HeaderValue::from_static("application/json");
    const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");
    let mut body = arguments.get("RequestBody").cloned();
    if !connection.body.is_empty() && body.as_ref().is_none_or(Value::is_object) {
        let fields = body.get_or_insert_with(|| Value::Object(Default::default()));
        for (name, value) in &connection.body {
            fields[name] = value.clone().into();
        }
    }
    let Some(body) = body else { return Ok(None) };
    let transform = arguments.get("Transform");
    let encoding = transform.and_then(|it| it.get("RequestBodyEncoding")?.as_str());
    match encoding.unwrap_or("NONE") {
        "NONE" => {
            headers.entry("content-type").or_insert(JSON);
            Ok(Some(body.as_str().map_or_else(|| body.to_string(), str::to_owned)))
        }
        "URL_ENCODED" => {
            let format = transform
                .and_then(|it| it.get("RequestEncodingOptions")?.get("ArrayFormat")?.as_str());
            headers.insert("content-type", FORM);
            encode::form(&body, Arrays::named(format.unwrap_or("INDICES"))?).map(Some)
        }
        other => Err(format!("`RequestBodyEncoding` is `NONE` or `URL_ENCODED`, not `{other}`")),
    }
}
