//! Calls as text: tasks, Parallels and Maps, with what follows them.

use super::Print;
use crate::code::{Call, MapCall};
use crate::doc::{Doc, cat, list, text};
use crate::stop::Stopped;
use crate::value::{Node, Source};

/// The widest tuple of values that differ.
pub(super) const WIDEST: usize = 6;

impl Print<'_> {
    /// A call that is awaited.
    pub(super) fn call(&mut self, node: Node, call: &Call, end: &str) -> Stopped<Doc> {
        let mut calls = vec![];
        let head = match call {
            Call::Task(arguments) => {
                let arguments = self.given(arguments)?;
                list(format!("{}(", self.tasks[&node]), vec![arguments], ")")
            }
            Call::Join(branches) => {
                let mut items = vec![];
                for body in branches {
                    items.push(cat([text("async "), Doc::Block(self.body(body)?)]));
                }
                list("join!(", items, ")")
            }
            Call::Map(map) => self.map(map, &mut calls, node)?,
        };
        calls.extend(self.options.get(&node).into_iter().flatten().cloned());
        calls.push(self.named(node));
        calls.push(".await".to_owned());
        if !end.is_empty() {
            calls.push(end.to_owned());
        }
        Ok(Doc::Chain(Box::new(head), calls))
    }

    pub(super) fn map(
        &mut self,
        map: &MapCall,
        calls: &mut Vec<String>,
        node: Node,
    ) -> Stopped<Doc> {
        let mut items = match map.reader() {
            Some(reader) => {
                let ty =
                    self.types.get(&self.render.types.root(map.item)).cloned().unwrap_or_default();
                let text_class = self.render.types.fresh(crate::types::Shape::Text);
                let bucket = self.render.value(&reader.bucket, text_class, false)?;
                let key = self.render.value(&reader.key, text_class, false)?;
                let read = list(format!("{}::<{ty}>(", reader.function), vec![bucket, key], ")");
                match reader.max_items {
                    Some(most) => cat([read, text(format!(".max_items({most})"))]),
                    None => read,
                }
            }
            None => self.given(&map.items)?,
        };
        if let Some(batch) = map.distributed.as_ref().and_then(|it| it.batch) {
            items = list("batches(", vec![items, text(batch.to_string())], ")");
        }
        let bound = |print: &Self, source| match print.used.contains(&source) {
            true => print.render.variables[&source].clone(),
            false => "_".to_owned(),
        };
        let item = bound(self, Source::Item(node));
        let mut item = if item == "_" { "_item".to_owned() } else { item };
        if map.counted {
            items = Doc::Chain(
                Box::new(items),
                vec![".into_iter()".into(), ".enumerate()".into(), ".collect::<Vec<_>>()".into()],
            );
            item = format!("({}, {item})", self.render.variables[&Source::Index(node)]);
        }
        let body = self.body(&map.body)?;
        if let Some(options) = &map.distributed {
            calls.push(".distributed()".to_owned());
            calls.extend(options.express.then(|| ".express()".to_owned()));
            calls.extend(map.concurrency.map(|n| format!(".max_concurrency({n})")));
            calls.extend(options.tolerated_count.map(|n| format!(".tolerated_failure_count({n})")));
            calls.extend(
                options
                    .tolerated_percentage
                    .map(|n| format!(".tolerated_failure_percentage({n:?})")),
            );
            if let Some((bucket, prefix)) = &options.writer {
                let class = self.render.types.fresh(crate::types::Shape::Text);
                let bucket = self.render.value(bucket, class, false)?.flat().unwrap_or_default();
                let prefix = self.render.value(prefix, class, false)?.flat().unwrap_or_default();
                calls.push(format!(".write({bucket}, {prefix})"));
            }
        } else {
            calls.extend(map.concurrency.map(|n| format!(".max_concurrency({n})")));
        }
        Ok(list(
            "map(",
            vec![items, cat([text(format!("async |{item}| ")), Doc::Block(body)])],
            ")",
        ))
    }
}

/// Tuples of at most six, in tuples.
pub(super) fn nested(items: Vec<Doc>, tuple: &dyn Fn(Vec<Doc>) -> Doc) -> Doc {
    if items.len() <= WIDEST {
        return tuple(items);
    }
    let parts = items.chunks(WIDEST).map(|part| match part {
        [one] => one.clone(),
        _ => tuple(part.to_vec()),
    });
    nested(parts.collect(), tuple)
}
