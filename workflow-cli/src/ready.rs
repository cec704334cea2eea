//! The engine of a program, as its `main` sets it up.

use crate::stop::Stop;
use crate::terminal::Terminal;
use std::error::Error;
use std::pin::Pin;
use std::rc::Rc;
use workflow_runtime::Resources;
use workflow_runtime::engine::EngineBuilder;

/// Any error, with a text for people.
pub type BoxError = Box<dyn Error + Send + Sync>;

type Local<T> = Pin<Box<dyn Future<Output = T>>>;
/// The set-up of an engine before it is built.
pub(crate) type Setup = Box<dyn FnOnce(EngineBuilder) -> Local<Result<Ready, BoxError>>>;
/// The making of resources.
pub(crate) type Make = Rc<dyn Fn() -> Local<Result<Resources, BoxError>>>;
pub(crate) type After = Box<dyn FnOnce(&Terminal) -> Result<(), BoxError>>;

/// An engine to be built, and what is shown after a run.
#[must_use]
pub struct Ready {
    pub(crate) engine: EngineBuilder,
    pub(crate) after: Option<After>,
}

impl From<EngineBuilder> for Ready {
    fn from(engine: EngineBuilder) -> Self {
        Ready { engine, after: None }
    }
}

impl Ready {
    /// Shows more when the workflow has ended, well or not.
    pub fn after(self, show: impl FnOnce(&Terminal) -> Result<(), BoxError> + 'static) -> Self {
        Ready { after: Some(Box::new(show)), ..self }
    }
}

/// Makes resources before an engine is set up.
pub(crate) fn with_resources(make: Make, setup: Option<Setup>) -> Setup {
    Box::new(move |engine| {
        Box::pin(async move {
            let engine = engine.resources(&make().await?);
            match setup {
                Some(setup) => setup(engine).await,
                None => Ok(engine.into()),
            }
        })
    })
}

/// Sets an engine up as the program says.
pub(crate) async fn ready(setup: Option<Setup>, engine: EngineBuilder) -> Result<Ready, Stop> {
    let ready = match setup {
        Some(setup) => setup(engine).await,
        None => Ok(engine.into()),
    };
    ready.map_err(|error| Stop::Failed(error.to_string()))
}
