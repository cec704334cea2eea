//! The five algorithms of `$hash`.

use sha2::{Digest, Sha256, Sha384, Sha512};

/// The digest in lower-case hexadecimal; `None` for an algorithm that AWS does not have.
pub(crate) fn hex(algorithm: &str, data: &[u8]) -> Option<String> {
    Some(match algorithm {
        "MD5" => digits(&md5::Md5::digest(data)),
        "SHA-1" => digits(&sha1::Sha1::digest(data)),
        "SHA-256" => digits(&Sha256::digest(data)),
        "SHA-384" => digits(&Sha384::digest(data)),
        "SHA-512" => digits(&Sha512::digest(data)),
        _ => return None,
    })
}

fn digits(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digests_of_abc() {
        for (algorithm, begins) in [
            ("MD5", "900150983cd24fb0d6963f7d28e17f72"),
            ("SHA-1", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            ("SHA-256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            ("SHA-384", "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded163"),
            ("SHA-512", "ddaf35a193617abacc417349ae204131"),
        ] {
            assert!(
                hex(algorithm, b"abc").is_some_and(|hex| hex.starts_with(begins)),
                "{algorithm}"
            );
        }
        assert_eq!(hex("sha-1", b"abc"), None);
    }
}
