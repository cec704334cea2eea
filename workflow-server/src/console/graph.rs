//! The graph of a machine, or of what an execution runs.

use super::{Asked, Console, Reply};
use crate::catalog::{Document, refused};
use crate::refusal::Refusal;
use crate::service::Express;
use std::sync::Arc;
use workflow_graph::{Graph, Layout, Style};

/// The rules of drawings, which pages load as a file: their policy lets none stand within the drawing.
pub(super) fn rules() -> Reply {
    Reply::text(200, "text/css; charset=utf-8", workflow_graph::CSS.to_owned())
}

impl Console {
    /// The drawing of the machine named `machine`, or of the execution `execution`.
    pub(super) async fn graph(&self, asked: &Asked<'_>) -> Result<Reply, Refusal> {
        let document = self.document(asked).await?;
        let program = document.program()?;
        // A layout of many states takes a while. The permits are never closed.
        let permit = self.0.drawing.clone().acquire_owned().await;
        let drawn = tokio::task::spawn_blocking(move || {
            // It is drawn to its end, also where nobody waits for it.
            let _permit = permit;
            let layout = Layout::of(&Graph::of(program.definition()));
            let style = Style { canvas: false, ..Style::default() };
            // The rules come as a file.
            let rules = format!("<style>{}</style>\n", workflow_graph::CSS);
            workflow_graph::svg(&layout, &style).replacen(&rules, "", 1)
        });
        let drawing = drawn.await.map_err(|error| {
            tracing::error!(%error, "a graph cannot be drawn");
            Refusal::new("InternalFailure", "The graph cannot be drawn. The server's log says why.")
        })?;
        Ok(Reply::text(200, "image/svg+xml", drawing))
    }

    async fn document(&self, asked: &Asked<'_>) -> Result<Arc<Document>, Refusal> {
        let catalog = self.service().catalog();
        let Some(arn) = asked.text("execution") else {
            let name = asked.needed("machine")?;
            let machine = catalog.machine(&name).ok_or_else(|| Refusal::machine(&name))?;
            let document = machine.current().and_then(|it| machine.document(it)).cloned();
            return document.ok_or_else(|| Refusal::machine(&name));
        };
        if let Some(express) = self.express(&arn)? {
            return self.document_of(&express);
        }
        let known = self.service().engine().describe(&arn).await.map_err(refused)?;
        let begun = known.ok_or_else(|| Refusal::execution(&arn))?.begun;
        let found = catalog.of_execution(&begun);
        let document = found.and_then(|(machine, revision)| machine.document(&revision).cloned());
        document.ok_or_else(|| Refusal::machine(&begun.machine))
    }

    /// The document that an EXPRESS execution runs.
    pub(super) fn document_of(&self, express: &Express) -> Result<Arc<Document>, Refusal> {
        let machine = self.service().catalog().record(&express.machine);
        let document = machine.and_then(|machine| {
            let revision = machine.revision(express.revision)?;
            machine.document(revision).cloned()
        });
        document.ok_or_else(|| Refusal::machine(&express.machine))
    }
}
