//! Large values in a bucket that a small S3 of the tests plays.

#![allow(clippy::unwrap_used, reason = "tests")]

use super::{LargeBucket, longest};
use crate::client::Services;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use workflow_task::large::{DAMAGED, LARGEST, Large, LargeStore, MISSING, REFUSED, UNAVAILABLE};

/// Objects by their paths; a path with another status is refused with it.
#[derive(Clone, Default)]
struct Bucket {
    objects: Arc<Mutex<BTreeMap<String, Vec<u8>>>>,
    refuses: Arc<Mutex<Option<(u16, &'static str)>>>,
    /// Bodies end after half of what their heads promise.
    cuts: Arc<AtomicBool>,
    /// The heads of requests.
    asked: Arc<Mutex<Vec<String>>>,
}

impl Bucket {
    async fn listen(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let own = self.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                own.serve(stream).await;
            }
        });
        address
    }

    async fn serve(&self, mut stream: TcpStream) {
        let mut read = vec![];
        let end = loop {
            if let Some(at) = read.windows(4).position(|it| it == b"\r\n\r\n") {
                break at + 4;
            }
            assert_ne!(stream.read_buf(&mut read).await.unwrap(), 0, "a request ended early");
        };
        let head = String::from_utf8(read[..end].to_vec()).unwrap().to_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let length: usize = length.map_or(0, |it| it.parse().unwrap());
        while read.len() < end + length {
            stream.read_buf(&mut read).await.unwrap();
        }
        let (status, mut body) = self.answer(&head, &read[end..]);
        let head = format!("HTTP/1.1 {status} x\r\ncontent-length: {}\r\n\r\n", body.len());
        if self.cuts.load(Ordering::Relaxed) {
            body.truncate(body.len() / 2);
        }
        stream.write_all(&[head.as_bytes(), &body].concat()).await.unwrap();
    }

    fn answer(&self, head: &str, body: &[u8]) -> (u16, Vec<u8>) {
        self.asked.lock().unwrap().push(head.to_owned());
        let told = |code: &str| format!("<Error><Code>{code}</Code></Error>").into_bytes();
        if let Some((status, code)) = *self.refuses.lock().unwrap() {
            return (status, told(code));
        }
        let mut words = head.split(' ');
        let (method, path) = (words.next().unwrap(), words.next().unwrap().to_owned());
        let mut objects = self.objects.lock().unwrap();
        match (method, objects.get(&path)) {
            ("put", _) => {
                objects.insert(path, body.to_vec());
                (200, vec![])
            }
            (_, Some(object)) => {
                let last = head.lines().find_map(|line| line.strip_prefix("range: bytes=0-"));
                let last: usize = last.unwrap().parse().unwrap();
                let body = object[..object.len().min(last + 1)].to_vec();
                if body.is_empty() { (416, told("InvalidRange")) } else { (206, body) }
            }
            (_, None) => (404, told("NoSuchKey")),
        }
    }
}

async fn store(bucket: &Bucket) -> LargeStore {
    let services = Services::from_env().region("eu-west-1").endpoint(bucket.listen().await);
    LargeStore::new(LargeBucket::new(services, "values", "large/"))
}

#[tokio::test]
async fn a_value_is_one_object_below_the_prefix() {
    let bucket = Bucket::default();
    let store = store(&bucket).await;
    // Larger than any other call may be, and cut by no limit in the middle of a letter.
    let text = "ü".repeat(5 << 20);
    let first = store.put(&text).await.unwrap();
    assert_eq!(store.put(&text).await.unwrap(), first);
    assert_eq!(store.get(&first).await.unwrap(), text);
    let paths: Vec<String> = bucket.objects.lock().unwrap().keys().cloned().collect();
    assert_eq!(paths, [format!("/values/large/{}", first.key())]);
    let asked = bucket.asked.lock().unwrap().clone();
    assert!(asked[0].contains("content-type: application/json"), "{}", asked[0]);
    let digest = first.key().replace(".json", "");
    assert!(asked[0].contains(&format!("x-amz-content-sha256: {digest}")), "{}", asked[0]);
}

#[tokio::test]
async fn errors_of_s3_have_names() {
    let bucket = Bucket::default();
    let store = store(&bucket).await;
    let large: Large<String> = store.put(&"value".to_owned()).await.unwrap();
    for (refused, expected) in [
        ((404, "NoSuchKey"), MISSING),
        ((404, "NoSuchBucket"), REFUSED),
        ((403, "AccessDenied"), REFUSED),
        ((400, "ExpiredToken"), REFUSED),
        ((400, "RequestTimeout"), UNAVAILABLE),
        ((503, "SlowDown"), UNAVAILABLE),
        ((500, "InternalError"), UNAVAILABLE),
    ] {
        *bucket.refuses.lock().unwrap() = Some(refused);
        let failure = store.get(&large).await.unwrap_err();
        assert_eq!(failure.error(), expected, "{failure}");
        assert!(expected == MISSING || failure.cause().contains(refused.1), "{failure}");
    }
    *bucket.refuses.lock().unwrap() = Some((403, "AccessDenied"));
    let failure = store.put(&1).await.unwrap_err();
    assert_eq!(
        failure.to_string(),
        "Large.Refused: cannot write large values in the bucket `values`: AccessDenied"
    );
}

#[tokio::test]
async fn another_object_in_its_place_is_damaged_however_large_it_is() {
    let bucket = Bucket::default();
    let store = store(&bucket).await;
    let large: Large<String> = store.put(&"value".to_owned()).await.unwrap();
    for wrong in
        [vec![], b"\"valu".to_vec(), b"\"value\" ".to_vec(), vec![b' '; LARGEST + (1 << 20)]]
    {
        let size = wrong.len();
        bucket.objects.lock().unwrap().values_mut().for_each(|it| it.clone_from(&wrong));
        assert_eq!(store.get(&large).await.unwrap_err().error(), DAMAGED, "{size} bytes");
    }
    let asked = bucket.asked.lock().unwrap().pop().unwrap();
    assert!(asked.contains("range: bytes=0-7\r\n"), "one more than it has: {asked}");
}

#[tokio::test]
async fn a_body_that_is_cut_short_is_unavailable() {
    let bucket = Bucket::default();
    let store = store(&bucket).await;
    let large = store.put(&"value".repeat(1000)).await.unwrap();
    bucket.cuts.store(true, Ordering::Relaxed);
    assert_eq!(store.get(&large).await.unwrap_err().error(), UNAVAILABLE);
    bucket.cuts.store(false, Ordering::Relaxed);
    assert_eq!(store.get(&large).await.unwrap().len(), 5000);
}

#[test]
fn large_bodies_are_waited_for_longer() {
    for (bytes, seconds) in [(0, 60), (200 << 10, 60), (1 << 20, 64), (LARGEST, 316)] {
        assert_eq!(longest(bytes), Duration::from_secs(seconds), "{bytes}");
    }
}

#[tokio::test]
async fn an_answer_that_does_not_come_is_given_up() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let services = Services::from_env().endpoint(address);
    let store = LargeStore::new(LargeBucket::new(services, "values", ""));
    tokio::time::pause();
    let failure = store.put(&"x".repeat(1 << 20)).await.unwrap_err();
    assert_eq!(failure.error(), UNAVAILABLE);
    assert!(failure.cause().ends_with("no answer within 64 s"), "{failure}");
}

#[test]
fn an_address_is_checked_before_it_is_called() {
    let bucket =
        |address| LargeBucket::new(Services::from_env().endpoint(address), "values", "").check();
    assert_eq!(bucket("http://127.0.0.1:9000"), Ok(()));
    assert!(bucket("127.0.0.1").is_err());
    let encrypted = bucket("https://s3.eu-west-1.amazonaws.com");
    if cfg!(feature = "tls") {
        assert_eq!(encrypted, Ok(()));
    } else {
        assert!(encrypted.unwrap_err().contains("the feature `tls`"));
    }
}

#[tokio::test]
async fn nobody_there_is_unavailable_and_old_values_are_not_removed_from_here() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let services = Services::from_env().endpoint(address);
    let store = LargeStore::new(LargeBucket::new(services, "values", ""));
    assert_eq!(store.put(&1).await.unwrap_err().error(), UNAVAILABLE);
    assert_eq!(store.prune(std::time::Duration::ZERO).await.unwrap_err().error(), REFUSED);
}

#[test]
fn addresses_are_read() {
    for (address, bucket, prefix) in [
        ("s3://values", "values", ""),
        ("s3://values/", "values", ""),
        ("s3://values/large", "values", "large/"),
        ("s3://values/a/b/", "values", "a/b/"),
    ] {
        let read = LargeBucket::parse(address).unwrap();
        assert_eq!((&*read.bucket, &*read.prefix), (bucket, prefix), "{address}");
    }
    for wrong in ["", "values", "s3://", "s3:///large", "http://values"] {
        assert!(LargeBucket::parse(wrong).is_err(), "{wrong}");
    }
}
