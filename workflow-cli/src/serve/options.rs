//! The options of `serve`, and what they make of the server.

use crate::command::number;
use crate::files;
use crate::stop::Stop;
use std::net::IpAddr;
use std::path::Path;
use std::time::Duration;
use workflow_runtime::engine::{EngineBuilder, Place};
use workflow_runtime::store::StoreError;
use workflow_server::access::Credentials;
use workflow_server::http;
use workflow_server::{Builder, Functions, MockFile, Retention, Service};
use workflow_sqlite::Sqlite;

/// The executions that are kept in memory where nothing else is said.
const KEPT: usize = 10_000;
/// Seconds of a day.
const DAY: u64 = 24 * 60 * 60;

/// The options of a server.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The port on which it listens; 8083 by default
    #[arg(long, value_name = "N", value_parser = port)]
    port: Option<u16>,
    /// The address on which it listens; any but the loopback needs --credentials
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<IpAddr>,
    /// The keys of callers, with secrets and roles: calls must be signed, browsers log in
    #[arg(long, value_name = "FILE")]
    credentials: Option<String>,
    /// The certificate chain for TLS, as PEM
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_certificate: Option<String>,
    /// The private key of the certificate, as PEM
    #[arg(long, value_name = "FILE", requires = "tls_certificate")]
    tls_key: Option<String>,
    /// The file that keeps everything; by default memory
    #[arg(long, value_name = "FILE")]
    pub(super) store: Option<String>,
    /// The answers of tasks: a file of mocks or a MockConfigFile.json
    #[arg(long, value_name = "FILE")]
    mocks: Option<String>,
    /// The commands or endpoints of Lambda functions
    #[arg(long, value_name = "FILE")]
    functions: Option<String>,
    /// Calls services of AWS for real, at this address
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,
    /// The folder with the objects of distributed Maps: FOLDER/BUCKET/KEY
    #[arg(long, value_name = "FOLDER")]
    objects: Option<String>,
    /// The file for the log of machines that have logging on
    #[arg(long, value_name = "FILE")]
    log: Option<String>,
    /// The region in ARNs; by default that of the first caller, or us-east-1
    #[arg(long, value_name = "NAME")]
    region: Option<String>,
    /// The account in ARNs; by default the first key of 12 digits (in memory), or 123456789012
    #[arg(long, value_name = "N")]
    account: Option<String>,
    /// The days for which ended executions are kept; 90 by default
    #[arg(long, value_name = "N", value_parser = number::<u32>)]
    days: Option<u32>,
    /// The number of executions that are kept; in memory 10000 by default
    #[arg(long, value_name = "N", value_parser = number::<usize>)]
    keep: Option<usize>,
    /// Prints where it listens as a line of JSON
    #[arg(long)]
    pub(super) json: bool,
}

fn port(text: &str) -> Result<u16, &'static str> {
    text.parse().map_err(|_| "a number from 0 to 65535 is needed")
}

/// Sets the service up. `own` are the names of functions that the program has itself.
pub(super) fn builder(
    asked: &Options,
    engine: EngineBuilder,
    own: &[&str],
) -> Result<Builder, Stop> {
    let own_place = engine.current_place();
    // A program that says its account means it; and what other commands find in a store has one account for all.
    let kept = asked.store.is_some() || engine.current_store().is_some();
    let callers = asked.account.is_none() && own_place.account == Place::default().account && !kept;
    let place = place(asked, own_place.clone())?;
    let mut builder = Service::builder().place(place);
    if callers {
        builder = builder.account_of_callers();
        if asked.region.is_none() && own_place.region == Place::default().region {
            builder = builder.region_of_callers();
        }
    }
    if let Some(file) = &asked.mocks {
        let (name, text) = files::text(Path::new(file))?;
        let mocks = MockFile::read(&text).map_err(|problems| {
            let lines: String = problems.iter().map(|it| format!("\n  {it}")).collect();
            Stop::Usage(format!("{name} holds no mocks:{lines}"))
        })?;
        builder = builder.mocks(mocks);
    }
    if let Some(file) = &asked.functions {
        let (name, text) = files::text(Path::new(file))?;
        let functions = Functions::read(&text)
            .map_err(|why| Stop::Usage(format!("{name} holds no functions: {why}")))?;
        if let Some(taken) = functions.names().find(|name| own.contains(name)) {
            let text = format!("{name}: `{taken}` is a task of this program: leave it out");
            return Err(Stop::Usage(text));
        }
        builder = builder.connector(functions);
    }
    if let Some(address) = &asked.endpoint {
        builder = with_services(builder, address)?;
    }
    if let Some(folder) = &asked.objects {
        builder = with_objects(builder, folder)?;
    }
    if let Some(file) = &asked.log {
        let opened = std::fs::OpenOptions::new().append(true).create(true).open(file);
        let opened =
            opened.map_err(|error| Stop::Failed(format!("cannot write {file}: {error}")))?;
        builder = builder.log(std::io::BufWriter::new(opened));
    }
    if let Some(file) = &asked.store {
        // SQLite's word for a database in memory; here it would be a file of this name.
        if file == ":memory:" {
            let text = "--store is a file: leave it out to keep everything in memory";
            return Err(Stop::Usage(text.to_owned()));
        }
        if engine.current_store().is_some() {
            let text = "--store: the engine of this program has a store of its own: leave it out";
            return Err(Stop::Usage(text.to_owned()));
        }
        builder = builder.store(Sqlite::open(file).map_err(|error| opened(file, &error))?);
    }
    Ok(builder.engine(engine))
}

/// The end of a program whose store cannot be opened.
fn opened(file: &str, error: &StoreError) -> Stop {
    let why = error.to_string();
    let owner = why.split_once(" is in use by ").and_then(|it| it.1.split_once(": a file has"));
    match owner {
        Some((owner, _)) => Stop::Failed(format!(
            "--store {file} is in use by {owner}: stop that first, or name another file"
        )),
        None => Stop::Failed(format!("--store {file}: {why}")),
    }
}

#[cfg(feature = "aws")]
fn with_services(builder: Builder, address: &str) -> Result<Builder, Stop> {
    Ok(builder.connector(crate::services::at(address)?))
}

#[cfg(not(feature = "aws"))]
fn with_services(_: Builder, _: &str) -> Result<Builder, Stop> {
    Err(Stop::Usage("--endpoint: this program was built without the feature `aws`".into()))
}

#[cfg(feature = "object-store")]
fn with_objects(builder: Builder, folder: &str) -> Result<Builder, Stop> {
    let objects = workflow_runtime::connector::ObjectStores::folder(folder)
        .map_err(|failure| Stop::Usage(format!("--objects: {}", failure.cause())))?;
    Ok(builder.objects(objects))
}

#[cfg(not(feature = "object-store"))]
fn with_objects(_: Builder, _: &str) -> Result<Builder, Stop> {
    Err(Stop::Usage("--objects: this program was built without the feature `object-store`".into()))
}

fn place(asked: &Options, mut place: Place) -> Result<Place, Stop> {
    if let Some(region) = &asked.region {
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if region.is_empty() || !region.chars().all(fits) {
            return Err(Stop::Usage(format!(
                "--region is a name such as eu-west-1, not `{region}`"
            )));
        }
        place.region = region.as_str().into();
    }
    if let Some(account) = &asked.account {
        if account.len() != 12 || !account.bytes().all(|it| it.is_ascii_digit()) {
            return Err(Stop::Usage(format!("--account has 12 digits, unlike `{account}`")));
        }
        place.account = account.as_str().into();
        place.role = format!("arn:aws:iam::{account}:role/workflow").into();
    }
    Ok(place)
}

pub(super) fn options(asked: &Options) -> Result<http::Options, Stop> {
    let mut options = http::Options::default();
    if let Some(port) = &asked.port {
        options.address.set_port(*port);
    }
    if let Some(file) = &asked.credentials {
        let (name, text) = files::text(Path::new(file))?;
        let credentials = Credentials::read(&text)
            .map_err(|why| Stop::Usage(format!("{name} holds no credentials: {why}")))?;
        options.credentials = Some(credentials);
    }
    if let Some(address) = asked.listen {
        if !address.is_loopback() && options.credentials.is_none() {
            return Err(Stop::Usage(format!(
                "--listen {address} lets other machines call: `--credentials FILE` says which of them may"
            )));
        }
        options.address.set_ip(address);
    }
    if let Some((certificate, key)) = asked.tls_certificate.as_ref().zip(asked.tls_key.as_ref()) {
        encrypt(&mut options, certificate, key)?;
    }
    Ok(options)
}

#[cfg(feature = "tls")]
fn encrypt(options: &mut http::Options, certificate: &str, key: &str) -> Result<(), Stop> {
    let (name, certificate) = files::text(Path::new(certificate))?;
    let (_, key) = files::text(Path::new(key))?;
    let tls = workflow_server::http::Tls::read(&certificate, &key);
    options.tls = Some(tls.map_err(|why| Stop::Usage(format!("--tls-certificate {name}: {why}")))?);
    Ok(())
}

#[cfg(not(feature = "tls"))]
fn encrypt(_: &mut http::Options, _: &str, _: &str) -> Result<(), Stop> {
    Err(Stop::Usage("--tls-certificate: this program was built without the feature `tls`".into()))
}

/// The rules by which executions are forgotten that have ended: those of the program, if it has some, where no option says
/// another one; `kept` is true where the program has a store itself.
pub(super) fn retention(asked: &Options, kept: bool, own: Option<Retention>) -> Retention {
    let mut retention = own.unwrap_or_default();
    if let Some(days) = asked.days {
        retention.age = Duration::from_secs(u64::from(days) * DAY);
    }
    let memory = asked.store.is_none() && !kept;
    retention.most = asked.keep.or(retention.most).or(memory.then_some(KEPT));
    retention
}
