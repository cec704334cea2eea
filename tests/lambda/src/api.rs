//! The Runtime API of Lambda, as its documentation has it: the next invocation, a response, an error, an error of the
//! start.

use crate::function::MOST;
use crate::http::{self, Request};
use serde_json::Value;
use std::collections::HashMap;
use std::io::BufReader;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant, SystemTime};

/// An invocation of a function.
pub struct Called {
    pub payload: String,
    /// The time that the function has.
    pub time: Duration,
}

/// The things that a process says.
#[derive(Clone, Debug)]
pub enum Said {
    /// It asks for its first invocation.
    Ready(Instant),
    /// It could not start: the error type of the header, and the body.
    NotReady(String, Value),
    /// The response to an invocation.
    Response(String),
    /// The error of an invocation: the error type of the header, and the body.
    Error(String, Value),
    /// A response that Lambda does not take, for its size.
    TooLarge(usize),
}

/// The Runtime API of one process.
pub struct Api {
    pub address: SocketAddr,
    desk: Arc<Desk>,
}

struct Desk {
    calls: Mutex<Receiver<(String, Called)>>,
    call: Mutex<Sender<(String, Called)>>,
    /// The receivers of answers, by the id of the request.
    waiting: Mutex<HashMap<String, Sender<Said>>>,
    began: Mutex<Option<Said>>,
    begins: Condvar,
}

impl Api {
    /// Listens on a port that is free.
    #[must_use]
    pub fn listen() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (call, calls) = channel();
        let desk = Arc::new(Desk {
            calls: Mutex::new(calls),
            call: Mutex::new(call),
            waiting: Mutex::default(),
            began: Mutex::default(),
            begins: Condvar::new(),
        });
        let here = desk.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let desk = here.clone();
                std::thread::spawn(move || desk.serve(stream));
            }
        });
        Api { address, desk }
    }

    /// Calls the function: the answer comes to the receiver.
    pub fn call(&self, id: &str, called: Called) -> Receiver<Said> {
        let (answer, answered) = channel();
        self.desk.waiting.lock().unwrap().insert(id.to_owned(), answer);
        self.desk.call.lock().unwrap().send((id.to_owned(), called)).unwrap();
        answered
    }

    /// Waits until the process asks for its first invocation, or says that it cannot.
    #[must_use]
    pub fn began(&self, patience: Duration) -> Option<Said> {
        let began = self.desk.began.lock().unwrap();
        let waits = |began: &mut Option<Said>| began.is_none();
        self.desk.begins.wait_timeout_while(began, patience, waits).unwrap().0.clone()
    }
}

impl Desk {
    fn serve(&self, stream: TcpStream) -> Option<()> {
        stream.set_nodelay(true).ok()?;
        let mut stream = BufReader::new(stream);
        while let Some(request) = http::read(&mut stream) {
            let path = request.path.strip_prefix("/2018-06-01/runtime/").unwrap_or_default();
            match (&*request.method, &*path.split('/').collect::<Vec<_>>()) {
                ("GET", ["invocation", "next"]) => self.next(&mut stream)?,
                ("POST", ["invocation", id, "response"]) => {
                    let size = request.body.len();
                    let text = || String::from_utf8(request.body.clone()).unwrap();
                    let fits = size <= MOST;
                    self.told(id, if fits { Said::Response(text()) } else { Said::TooLarge(size) });
                    let status = if fits { "202 Accepted" } else { "413 Payload Too Large" };
                    http::write(&mut stream, status, &[], b"{\"status\":\"OK\"}")?;
                }
                ("POST", ["invocation", id, "error"]) => {
                    let (kind, body) = error(&request);
                    self.told(id, Said::Error(kind, body));
                    http::write(&mut stream, "202 Accepted", &[], b"{\"status\":\"OK\"}")?;
                }
                ("POST", ["init", "error"]) => {
                    let (kind, body) = error(&request);
                    self.begin(Said::NotReady(kind, body));
                    http::write(&mut stream, "202 Accepted", &[], b"{\"status\":\"OK\"}")?;
                }
                (method, _) => panic!("no operation of the Runtime API: {method} {}", request.path),
            }
        }
        Some(())
    }

    /// Hands out the next invocation, when there is one.
    fn next(&self, stream: &mut BufReader<TcpStream>) -> Option<()> {
        self.begin(Said::Ready(Instant::now()));
        let (id, called) = self.calls.lock().unwrap().recv().ok()?;
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
        let arn = "arn:aws:lambda:us-east-1:123456789012:function:f";
        let headers = [
            ("Lambda-Runtime-Aws-Request-Id", id),
            ("Lambda-Runtime-Deadline-Ms", (now + called.time).as_millis().to_string()),
            ("Lambda-Runtime-Invoked-Function-Arn", arn.to_owned()),
            ("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793".to_owned()),
            ("Content-Type", "application/json".to_owned()),
        ];
        http::write(stream, "200 OK", &headers, called.payload.as_bytes())
    }

    fn begin(&self, said: Said) {
        self.began.lock().unwrap().get_or_insert(said);
        self.begins.notify_all();
    }

    fn told(&self, id: &str, said: Said) {
        let waits = self.waiting.lock().unwrap().remove(id);
        // Nobody may wait any more.
        waits.unwrap_or_else(|| panic!("no invocation {id}")).send(said).ok();
    }
}

/// The error type in the header, and the error.
fn error(request: &Request) -> (String, Value) {
    let kind = request.headers.get("lambda-runtime-function-error-type").cloned();
    (kind.unwrap_or_default(), serde_json::from_slice(&request.body).unwrap())
}
