//! A server that encrypts its connections, and a client that trusts its certificate.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#![cfg(feature = "tls")]

mod common;

use common::{exchange, request, response, server};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use workflow_server::access::Credentials;
use workflow_server::http::{Options, Tls};

/// Self-signed, for `localhost`; of no use elsewhere.
const CERTIFICATE: &str = include_str!("tls/certificate.pem");
const KEY: &str = include_str!("tls/key.pem");

fn options(options: &mut Options) {
    let keys =
        r#"{ "AKID": { "secret": "a secret of at least 20 characters", "role": "reader" } }"#;
    options.tls = Some(Tls::read(CERTIFICATE, KEY).unwrap());
    options.credentials = Some(Credentials::read(keys).unwrap());
    options.reading = Duration::from_millis(500);
}

async fn connected(stream: TcpStream) -> TlsStream<TcpStream> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(CERTIFICATE.as_bytes()).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("localhost").unwrap();
    TlsConnector::from(Arc::new(config)).connect(name, stream).await.unwrap()
}

#[tokio::test]
async fn calls_and_logins_are_encrypted() {
    let running = server(options).await;
    let mut stream = connected(TcpStream::connect(running.address).await.unwrap()).await;
    stream.write_all(request("ListActivities", "{}").as_bytes()).await.unwrap();
    let (status, _, body) = response(&mut stream).await;
    assert_eq!((status, body.contains("MissingAuthenticationToken")), (403, true), "{body}");
    let form = "key=AKID&secret=a+secret+of+at+least+20+characters";
    let length = form.len();
    let login = format!(
        "POST /console/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\n{form}"
    );
    let mut stream = connected(TcpStream::connect(running.address).await.unwrap()).await;
    stream.write_all(login.as_bytes()).await.unwrap();
    let (status, head, _) = response(&mut stream).await;
    assert_eq!(status, 303);
    assert!(head.contains("; secure"), "{head}");
}

/// A client that does not encrypt is cut off, and so is one that begins and says nothing.
#[tokio::test]
async fn plain_and_silent_clients_are_cut_off() {
    let running = server(options).await;
    for words in [request("ListActivities", "{}"), String::new()] {
        let mut stream = TcpStream::connect(running.address).await.unwrap();
        stream.write_all(words.as_bytes()).await.unwrap();
        let mut bytes = vec![];
        let ended = stream.read_to_end(&mut bytes);
        // An error or an end: no answer.
        let _ = tokio::time::timeout(Duration::from_secs(5), ended).await.expect("it is held");
        assert!(!String::from_utf8_lossy(&bytes).contains("HTTP"), "{bytes:?}");
    }
    // Others are served.
    connected(TcpStream::connect(running.address).await.unwrap()).await;
    let plain = server(|_| {}).await;
    assert_eq!(exchange(plain.address, &request("ListActivities", "{}")).await.0, 200);
}

#[test]
fn what_is_no_certificate_or_key_is_refused() {
    for (certificate, key, why) in [
        ("", KEY, "there is no certificate"),
        (KEY, KEY, "there is no certificate"),
        (CERTIFICATE, "", "there is no private key"),
        (CERTIFICATE, CERTIFICATE, "there is no private key"),
    ] {
        let error = Tls::read(certificate, key).unwrap_err();
        assert!(error.contains(why), "{error}");
    }
}
