//! Gathers the results of the children: they become: the result of the state, or files.

use super::end::{Child, End};
use super::writer::{Status, Target, Writer};
use crate::connector::Objects;
use crate::engine::MapRun;
use crate::failure::Failure;
use crate::limits::{Limits, PAYLOAD, too_large};
use crate::machine::distributed;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use workflow_asl::document::ResultForm;

pub(super) enum Gather {
    /// They are kept, in the order of the items.
    Kept(Kept),
    /// They are written as they come.
    Written(Box<Writer>),
}

impl Gather {
    pub(super) fn new(
        write: Option<distributed::Writer>,
        objects: Option<Arc<dyn Objects>>,
        run: &MapRun,
        state: &str,
    ) -> Result<Self, Failure> {
        // Without a `ResultWriter`, results are what children have come to (Developer Guide).
        let form = write.as_ref().map(|write| write.config.transformation);
        let target = |distributed::Writer { target, config }| {
            target.map(|arguments| Target { arguments, config })
        };
        match write.and_then(target) {
            Some(target) => Ok(Gather::Written(Box::new(Writer::new(target, objects, run)?))),
            None => Ok(Gather::Kept(Kept::new(form, run.engine.limits(), state))),
        }
    }

    pub(super) async fn add(&mut self, index: usize, end: End) -> Result<(), Failure> {
        match self {
            Gather::Kept(kept) => kept.add(index, end),
            Gather::Written(writer) => {
                let failed = end.result.is_err();
                let status = if failed { Status::Failed } else { Status::Succeeded };
                let form = writer.form();
                writer.add(status, end.formed(form)).await?;
            }
        }
        Ok(())
    }

    /// True if it is to be known which children were not begun.
    pub(super) fn wants_pending(&self) -> bool {
        matches!(self, Gather::Written(_))
    }

    /// A child that was not begun.
    pub(super) async fn pending(&mut self, child: &Child) -> Result<(), Failure> {
        match self {
            Gather::Kept(_) => Ok(()),
            Gather::Written(writer) => writer.add(Status::Pending, vec![child.pending()]).await,
        }
    }

    /// The result of the state.
    pub(super) async fn result(self) -> Result<Value, Failure> {
        match self {
            Gather::Kept(kept) => kept.result(),
            Gather::Written(writer) => writer.finish().await,
        }
    }
}

/// Results in memory: as many as one payload has room for.
pub(super) struct Kept {
    /// `None` without a `ResultWriter`: children that failed are left out.
    form: Option<ResultForm>,
    results: BTreeMap<usize, Vec<Value>>,
    /// The length of the text of the result.
    bytes: usize,
    most: usize,
    state: String,
}

impl Kept {
    fn new(form: Option<ResultForm>, limits: Limits, state: &str) -> Self {
        let most = if limits == Limits::Aws { PAYLOAD } else { usize::MAX };
        // The brackets, without the comma that the last one does not have.
        Kept { form, results: BTreeMap::new(), bytes: 1, most, state: state.to_owned() }
    }

    fn add(&mut self, index: usize, end: End) {
        if self.bytes > self.most || (self.form.is_none() && end.result.is_err()) {
            return;
        }
        let results = end.formed(self.form.unwrap_or(ResultForm::Compact));
        if self.most != usize::MAX {
            self.bytes += results.iter().map(|it| it.to_string().len() + 1).sum::<usize>();
        }
        if self.bytes > self.most {
            self.results.clear();
        } else {
            self.results.insert(index, results);
        }
    }

    fn result(self) -> Result<Value, Failure> {
        if self.bytes > self.most {
            return Err(too_large(&self.state));
        }
        Ok(Value::Array(self.results.into_values().flatten().collect()))
    }
}
