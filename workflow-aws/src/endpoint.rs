//! The address of an API, and connections to it.

use hyper::Uri;
use std::fmt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;

/// The address of an API: `http://host:port`, or `https://host` with the feature `tls`.
#[derive(Clone)]
pub struct Endpoint {
    host: String,
    port: u16,
    /// The header `Host`.
    authority: String,
    #[cfg(feature = "tls")]
    tls: Option<tokio_rustls::TlsConnector>,
}

/// A connection, encrypted or not.
pub(crate) trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

impl Endpoint {
    /// Reads an address.
    ///
    /// # Errors
    /// The text is no address, or an encrypted one in a program that was built without the feature `tls`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let form = || format!("`{text}` is no address of the form http://host:port");
        let uri: Uri = text.parse().map_err(|_| form())?;
        let (scheme, authority) = uri.scheme_str().zip(uri.authority()).ok_or_else(form)?;
        let path = uri.path_and_query().map_or("/", |it| it.as_str());
        if path != "/" || authority.as_str().contains('@') {
            return Err(form());
        }
        let encrypted = match scheme {
            "http" => false,
            "https" => true,
            _ => return Err(form()),
        };
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        let port = authority.port_u16().unwrap_or(if encrypted { 443 } else { 80 });
        let authority = authority.as_str().to_owned();
        #[cfg(feature = "tls")]
        return Ok(Endpoint { host, port, authority, tls: encrypted.then(connector).transpose()? });
        #[cfg(not(feature = "tls"))]
        match encrypted {
            true => Err(format!("`{text}`: this program was built without the feature `tls`")),
            false => Ok(Endpoint { host, port, authority }),
        }
    }

    /// Returns the header `Host` of calls.
    pub(crate) fn authority(&self) -> &str {
        &self.authority
    }

    /// Opens a connection.
    pub(crate) async fn connect(&self) -> std::io::Result<Box<dyn Stream>> {
        let stream = TcpStream::connect((&*self.host, self.port)).await?;
        stream.set_nodelay(true)?;
        #[cfg(feature = "tls")]
        if let Some(tls) = &self.tls {
            let name = rustls::pki_types::ServerName::try_from(self.host.clone());
            let name = name.map_err(std::io::Error::other)?;
            return Ok(Box::new(tls.connect(name, stream).await?));
        }
        Ok(Box::new(stream))
    }
}

/// Trusts what the system trusts: `SSL_CERT_FILE` names other certificates.
#[cfg(feature = "tls")]
fn connector() -> Result<tokio_rustls::TlsConnector, String> {
    use std::sync::Arc;
    let mut roots = rustls::RootCertStore::empty();
    let found = rustls_native_certs::load_native_certs();
    roots.add_parsable_certificates(found.certs);
    if roots.is_empty() {
        return Err("the system has no certificates to trust: `SSL_CERT_FILE` names a file".into());
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?;
    let config = config.with_root_certificates(roots).with_no_client_auth();
    Ok(tokio_rustls::TlsConnector::from(Arc::new(config)))
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.authority)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn addresses_are_read() {
        for (text, host, port) in [
            ("http://localhost:8083", "localhost", 8083),
            ("http://localhost:8083/", "localhost", 8083),
            ("http://[::1]:4566", "::1", 4566),
            ("http://example.com", "example.com", 80),
        ] {
            let read = Endpoint::parse(text).unwrap();
            assert_eq!((&*read.host, read.port), (host, port));
        }
        for wrong in ["localhost:8083", "ftp://x", "http://x/path", "http://u:p@x", "", "http://"] {
            let told = Endpoint::parse(wrong).unwrap_err();
            assert!(told.contains("is no address of the form http://host:port"), "{told}");
        }
    }

    #[cfg(not(feature = "tls"))]
    #[test]
    fn encrypted_ones_need_a_feature() {
        let told = Endpoint::parse("https://states.us-east-1.amazonaws.com").unwrap_err();
        assert!(told.ends_with("this program was built without the feature `tls`"), "{told}");
    }
}
