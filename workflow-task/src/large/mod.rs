//! Large values: a reference travels in the data of a workflow, the value itself is in a [`LargeStore`].
//!
//! A state of AWS Step Functions takes and returns at most 256 KiB. A task that makes more keeps it in a store and
//! returns the reference; a task that needs it takes the reference and reads it from there. The store is a folder, a
//! bucket of S3 or memory, and the reference is the same in all of them.
//!
//! ```
//! # use workflow_task::Failure;
//! use workflow_task::large::{Large, LargeStore};
//!
//! # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
//! let store = LargeStore::memory();
//! let pages = vec!["a page".to_owned(); 100_000];
//! let large = store.put(&pages).await?;
//! assert_eq!(serde_json::to_string(&large).unwrap().len(), 80);
//! assert_eq!(store.get(&large).await?.len(), 100_000);
//! # Ok::<(), Failure>(())
//! # }).unwrap();
//! ```

mod error;
mod folder;
mod memory;
mod store;

pub use error::{DAMAGED, MISSING, REFUSED, TOO_LARGE, UNAVAILABLE, refused, unavailable};
pub use memory::LargeMemory;
pub use store::{LARGEST, LargeObjects, LargeStore};

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;
use workflow_asl::schema::{ForeignText, Present, Schema};
use workflow_asl::{Data, Json};

/// A reference to a value of type `T` in a [`LargeStore`]: made by [`LargeStore::put`], read by [`LargeStore::get`].
///
/// In the data of a workflow it is a text of 80 bytes or less, `sha256:DIGEST:BYTES`: the SHA-256 digest of the value's
/// JSON and its size. It names no place, so it is the same on AWS and here; the same JSON has the same reference. A
/// `HashMap` or `HashSet` writes its parts in another order each time: take a `BTreeMap` or `BTreeSet` if references are
/// compared. A workflow passes it on, keeps it and compares it with `==`; only tasks read the value. `T` needs
/// serde's traits alone.
pub struct Large<T> {
    /// Nothing. rustc names it where a workflow looks for a field of the value.
    pub get_it_in_a_task: InATask,
    digest: [u8; 32],
    bytes: u32,
    of: PhantomData<fn() -> T>,
}

/// No data, so that a workflow cannot read it either.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct InATask(());

/// The word that a reference begins with.
const SCHEME: &str = "sha256";

/// The bytes that are hashed before others on the thread get their turn: less than a millisecond.
const SLICE: usize = 256 << 10;

impl<T> Large<T> {
    const TEXT: &'static ForeignText = &ForeignText {
        name: "Large",
        of: Some(std::any::type_name::<T>),
        longest: Some(80),
        unequal: None,
        shown: false,
        examples: &[
            "sha256:74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b:4",
            "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a:2",
        ],
    };

    /// The reference to a value with this JSON.
    pub(crate) fn of(json: &[u8]) -> Self {
        let bytes = u32::try_from(json.len()).unwrap_or(u32::MAX);
        Large::new(Sha256::digest(json).into(), bytes)
    }

    /// The same. Others on the thread get their turn in between: a thread of its own would take as long, and a virtual clock
    /// would jump meanwhile.
    pub(crate) async fn of_many(json: &[u8]) -> Self {
        let mut hash = Sha256::new();
        for (number, slice) in json.chunks(SLICE).enumerate() {
            if number > 0 {
                tokio::task::yield_now().await;
            }
            hash.update(slice);
        }
        let bytes = u32::try_from(json.len()).unwrap_or(u32::MAX);
        Large::new(hash.finalize().into(), bytes)
    }

    fn new(digest: [u8; 32], bytes: u32) -> Self {
        Large { get_it_in_a_task: InATask(()), digest, bytes, of: PhantomData }
    }

    /// The size of the value's JSON in bytes.
    #[must_use]
    pub fn bytes(&self) -> u32 {
        self.bytes
    }

    /// The name of the object that holds the value: the digest in hexadecimal digits, and `.json`.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}.json", hex(&self.digest))
    }
}

fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl<T> fmt::Display for Large<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SCHEME}:{}:{}", hex(&self.digest), self.bytes)
    }
}

/// The error of a text that is no reference of a [`Large`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoReference;

impl fmt::Display for NoReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "it is no reference to a large value, `{SCHEME}:DIGEST:BYTES`")
    }
}

impl std::error::Error for NoReference {}

impl<T> FromStr for Large<T> {
    type Err = NoReference;

    fn from_str(text: &str) -> Result<Self, NoReference> {
        let mut parts = text.split(':');
        let (scheme, digest, bytes) = (parts.next(), parts.next(), parts.next());
        let (Some(SCHEME), Some(digest), Some(bytes), None) = (scheme, digest, bytes, parts.next())
        else {
            return Err(NoReference);
        };
        let bytes: u32 = bytes.parse().map_err(|_| NoReference)?;
        if bytes as usize > LARGEST {
            return Err(NoReference);
        }
        let large = Large::new(unhex(digest).ok_or(NoReference)?, bytes);
        // One text for one reference: `==` of a document compares texts.
        if large.to_string() == text { Ok(large) } else { Err(NoReference) }
    }
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut digest = [0; 32];
    if text.len() != 64 {
        return None;
    }
    for (at, byte) in digest.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(digest)
}

impl<T> Serialize for Large<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de, T> Deserialize<'de> for Large<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(Reader(PhantomData))
    }
}

struct Reader<T>(PhantomData<fn() -> T>);

impl<T> Visitor<'_> for Reader<T> {
    type Value = Large<T>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a reference to a large value")
    }
    fn visit_str<E: de::Error>(self, text: &str) -> Result<Large<T>, E> {
        text.parse().map_err(E::custom)
    }
}

impl<T> Data for Large<T> {
    fn schema() -> Schema {
        Schema::Text(Self::TEXT)
    }
}
impl<T> Json for Large<T> {}
impl<T> Present for Large<T> {}

// Derived, these would ask the same of `T`.
impl<T> Clone for Large<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Large<T> {}
impl<T> PartialEq for Large<T> {
    fn eq(&self, other: &Self) -> bool {
        (self.digest, self.bytes) == (other.digest, other.bytes)
    }
}
impl<T> Eq for Large<T> {}
impl<T> Hash for Large<T> {
    fn hash<H: Hasher>(&self, to: &mut H) {
        (self.digest, self.bytes).hash(to);
    }
}
impl<T> fmt::Debug for Large<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Large({self})")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn its_form_names_the_type_that_it_refers_to() {
        struct Report;
        for (text, name) in [
            (Large::<Report>::TEXT, "Large<Report>"),
            (Large::<Vec<Option<Report>>>::TEXT, "Large<Vec<Option<Report>>>"),
            (Large::<(String, u8)>::TEXT, "Large<(String, u8)>"),
        ] {
            assert_eq!(text.full_name(), name);
        }
        assert!(Large::<u8>::TEXT == Large::<u8>::TEXT && Large::<u8>::TEXT != Large::<u16>::TEXT);
    }

    #[test]
    fn the_text_is_the_digest_and_the_size() {
        for (json, text) in ["null", "{}"].iter().zip(Large::<()>::TEXT.examples) {
            let large = Large::<()>::of(json.as_bytes());
            assert_eq!(large.to_string(), *text);
            assert_eq!(serde_json::to_string(&large).unwrap(), format!("\"{text}\""));
            assert_eq!(serde_json::from_str::<Large<()>>(&format!("\"{text}\"")).unwrap(), large);
        }
        let longest = Large::<()>::new([255; 32], LARGEST as u32);
        assert_eq!(Some(longest.to_string().len()), Large::<()>::TEXT.longest.map(usize::from));
        assert_eq!(longest.to_string().parse::<Large<()>>(), Ok(longest));
    }

    #[test]
    fn others_have_their_turn_while_a_value_is_hashed() {
        use std::sync::atomic::{AtomicUsize, Ordering};
        let turns = std::sync::Arc::new(AtomicUsize::new(0));
        let (of_others, store) = (turns.clone(), LargeStore::memory());
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let others = tokio::spawn(async move {
                loop {
                    of_others.fetch_add(1, Ordering::Relaxed);
                    tokio::task::yield_now().await;
                }
            });
            let value = "x".repeat(9 * SLICE);
            let large = store.put(&value).await.unwrap();
            let put = turns.swap(0, Ordering::Relaxed);
            assert_eq!(store.get(&large).await.unwrap().len(), value.len());
            let got = turns.load(Ordering::Relaxed);
            assert!(put >= 9 && got >= 9, "{put} and {got} turns");
            others.abort();
        });
        let json = vec![b'1'; 2 * SLICE + 1];
        for length in [0, 1, SLICE - 1, SLICE, SLICE + 1, 2 * SLICE, 2 * SLICE + 1] {
            let slices = Large::<()>::of_many(&json[..length]);
            assert_eq!(runtime.block_on(slices), Large::of(&json[..length]), "{length}");
        }
    }

    #[test]
    fn other_texts_are_refused() {
        let good = Large::<()>::TEXT.examples[0];
        let (digest, size) = (&good[7..71], &good[71..]);
        for wrong in [
            String::new(),
            "sha256".to_owned(),
            format!("sha1:{digest}{size}"),
            format!("sha256:{digest}"),
            format!("sha256:{digest}:04"),
            format!("sha256:{digest}:+4"),
            format!("sha256:{digest}:-4"),
            format!("sha256:{digest}:{}", LARGEST + 1),
            format!("sha256:{digest}:4294967295"),
            format!("sha256:{digest}:4294967296"),
            format!("sha256:{digest}{size}:"),
            format!("sha256:{}{size}", digest.to_uppercase()),
            format!("sha256:{}{size}", &digest[1..]),
            format!("sha256:+{}{size}", &digest[1..]),
            format!("sha256:{}é{size}", &digest[2..]),
            format!(" {good}"),
            "sha256:../../../../etc/passwd:4".to_owned(),
        ] {
            assert_eq!(wrong.parse::<Large<()>>(), Err(NoReference), "{wrong}");
            let json = serde_json::to_string(&wrong).unwrap();
            let error = serde_json::from_str::<Large<()>>(&json).unwrap_err().to_string();
            assert!(error.contains("no reference to a large value"), "{error}");
        }
    }
}
