//! Hosts and origins: a foreign page in a browser must not reach the server, under any of its names.

use hyper::header::{HOST, ORIGIN};
use hyper::{HeaderMap, Method};

/// The prefix that SDKs put before the host for synchronous executions and tests of states.
const SYNC: &str = "sync-";

/// A name of the public DNS that is this machine's, and that programs have in their settings. Who decides on the name could
/// have a page of theirs know this server by it: so it is for calls that no browser makes.
const KNOWN: &str = "localhost.localstack.cloud";

const ANOTHER: &str = "The header Host names another machine than this one. A server that is started with credentials may have any name";

/// Returns why a request is refused, if it is. A server that knows its callers may have any name; pages that call it are its
/// own.
pub(super) fn refusal(
    method: &Method,
    headers: &HeaderMap,
    knows_callers: bool,
) -> Option<&'static str> {
    if knows_callers { foreign(headers) } else { elsewhere(method, headers) }
}

fn foreign(headers: &HeaderMap) -> Option<&'static str> {
    let Some(host) = headers.get(HOST).and_then(|it| it.to_str().ok()) else {
        return Some("The header Host is missing");
    };
    let origin = headers.get(ORIGIN)?.to_str().ok();
    let own = origin.and_then(|origin| origin.split_once("://")).is_some_and(|it| it.1 == host);
    (!own).then_some("The header Origin names another server than this one")
}

fn elsewhere(method: &Method, headers: &HeaderMap) -> Option<&'static str> {
    let text = |name| headers.get(name).map(|it: &hyper::http::HeaderValue| it.to_str().ok());
    // A browser says the origin of each POST.
    let from_program = *method == Method::POST && !headers.contains_key(ORIGIN);
    match text(HOST) {
        None => return Some("The header Host is missing"),
        Some(host) if host.is_some_and(is_local) => {}
        Some(host) if from_program && host.is_some_and(is_known) => {}
        Some(_) => return Some(ANOTHER),
    }
    let origin = text(ORIGIN)?;
    let local = origin.is_some_and(|origin| {
        let host = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
        host.is_some_and(is_local)
    });
    (!local).then_some("The header Origin names another machine than this one")
}

/// True if a host, with or without a port, is this machine.
fn is_local(host: &str) -> bool {
    let name = name(host);
    matches!(&*name, "localhost" | "127.0.0.1" | "[::1]") || name.ends_with(".localhost")
}

/// True if a host has the name of this machine that others decide on.
fn is_known(host: &str) -> bool {
    name(host).strip_suffix(KNOWN).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

/// The name of a host, without its port and the prefix of SDKs; empty for what is none.
fn name(host: &str) -> String {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|it| it.is_ascii_digit()) && !port.is_empty() => {
            name
        }
        Some(_) if host.ends_with(']') => host,
        Some(_) => return String::new(),
        None => host,
    };
    let name = name.to_ascii_lowercase();
    name.strip_prefix(SYNC).map(str::to_owned).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn refused(host: Option<&str>, origin: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        host.map(|it| headers.insert(HOST, it.parse().unwrap()));
        origin.map(|it| headers.insert(ORIGIN, it.parse().unwrap()));
        refusal(&Method::POST, &headers, false).is_some()
    }

    #[test]
    fn a_name_that_others_decide_on_is_for_programs() {
        let refused = |method: Method, host: &str, origin: Option<&str>| {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, host.parse().unwrap());
            origin.map(|it| headers.insert(ORIGIN, it.parse().unwrap()));
            refusal(&method, &headers, false).is_some()
        };
        for host in [
            "localhost.localstack.cloud",
            "localhost.localstack.cloud:4566",
            "sync-localhost.localstack.cloud:4566",
            "states.localhost.localstack.cloud",
        ] {
            assert!(!refused(Method::POST, host, None), "{host}");
            assert!(refused(Method::GET, host, None), "{host}");
            for origin in [format!("http://{host}"), "http://localhost".to_owned()] {
                assert!(refused(Method::POST, host, Some(&origin)), "{host} {origin}");
            }
        }
        for host in [
            "evil-localhost.localstack.cloud",
            "localstack.cloud",
            "localhost.localstack.cloud.evil.com",
        ] {
            assert!(refused(Method::POST, host, None), "{host}");
        }
    }

    #[test]
    fn a_server_that_knows_its_callers_is_called_by_its_own_pages() {
        let refused = |host: &str, origin: Option<&str>| {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, host.parse().unwrap());
            origin.map(|it| headers.insert(ORIGIN, it.parse().unwrap()));
            refusal(&Method::POST, &headers, true).is_some()
        };
        let host = "flows.example.com:8443";
        assert!(!refused(host, None));
        assert!(!refused(host, Some("https://flows.example.com:8443")));
        for origin in ["https://flows.example.com", "https://example.com:8443", "null", "file://"] {
            assert!(refused(host, Some(origin)), "{origin}");
        }
        assert!(refusal(&Method::POST, &HeaderMap::new(), true).is_some());
    }

    #[test]
    fn this_machine_alone_is_a_host() {
        for host in [
            "localhost",
            "LocalHost:8083",
            "sync-localhost:8083",
            "127.0.0.1:1",
            "sync-127.0.0.1:1",
            "[::1]:8083",
            "[::1]",
            "states.localhost",
            "sync-states.localhost:80",
        ] {
            assert!(!refused(Some(host), None), "{host}");
        }
        for host in ["example.com", "localhost.example.com", "localhost:", "", "a:b", "1.2.3.4"] {
            assert!(refused(Some(host), None), "{host}");
        }
        assert!(refused(None, None));
    }

    #[test]
    fn pages_of_others_are_refused() {
        let host = Some("localhost:8083");
        assert!(!refused(host, Some("http://localhost:8083")));
        for origin in ["http://example.com", "null", "file://", "http://localhost.example.com"] {
            assert!(refused(host, Some(origin)), "{origin}");
        }
    }
}
