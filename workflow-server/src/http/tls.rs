//! Encrypted connections.

use super::patient::Patient;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// The certificate of a server, and its key: with them connections are encrypted (TLS 1.2 and 1.3).
#[derive(Clone)]
pub struct Tls(Arc<ServerConfig>);

impl Tls {
    /// Reads a certificate, with those behind it that lead to its root, and its private key, both in PEM.
    ///
    /// # Errors
    /// One of them is missing, or they do not belong together. No error shows the key.
    pub fn read(certificates: &str, key: &str) -> Result<Self, String> {
        let chain: Result<Vec<_>, _> =
            CertificateDer::pem_slice_iter(certificates.as_bytes()).collect();
        let chain = chain.map_err(|error| format!("the certificate is no PEM: {error}"))?;
        if chain.is_empty() {
            let expected = "-----BEGIN CERTIFICATE-----";
            return Err(format!("there is no certificate: expected PEM with `{expected}`"));
        }
        let key = PrivateKeyDer::from_pem_slice(key.as_bytes()).map_err(|_| {
            "there is no private key: expected PEM with `-----BEGIN PRIVATE KEY-----`".to_owned()
        })?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .and_then(|config| config.with_no_client_auth().with_single_cert(chain, key));
        let mut config = config.map_err(|error| {
            format!("the certificate and its key cannot be used together: {error}")
        })?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Tls(Arc::new(config)))
    }

    /// Agrees on ciphers with a client, for so long; `None` if they do not agree.
    pub(super) async fn accept(
        &self,
        stream: Patient,
        within: Duration,
    ) -> Option<TlsStream<Patient>> {
        let agreed = TlsAcceptor::from(self.0.clone()).accept(stream);
        match tokio::time::timeout(within, agreed).await {
            Ok(Ok(stream)) => Some(stream),
            Ok(Err(error)) => {
                tracing::debug!(%error, "a client does not agree on TLS");
                None
            }
            Err(_) => None,
        }
    }
}

impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tls")
    }
}
