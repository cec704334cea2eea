//! The parts that only a distributed Map has.

use super::error::{Error, broken};
use super::state::Writer;
use super::template::template;
use crate::expr::Refused;
use crate::program::{Distributed, Expr, Form, Reader};
use crate::schema::Schema;
use serde_json::{Map, Value, json};

/// An item, in `ItemSelector`.
pub(super) const ITEM: &str = "{% $states.context.Map.Item.Value %}";

impl Writer<'_, '_> {
    /// Writes what the state has, and gives the `ProcessorConfig`.
    pub fn distributed(&mut self, item: usize, map: &Distributed) -> Result<Value, Error> {
        if let Some(size) = map.batch {
            let mut batcher = json!({ "MaxItemsPerBatch": size });
            if !map.captures.is_empty() {
                batcher["BatchInput"] = self.captured("ItemBatcher/BatchInput", map)?.into();
            }
            self.set("ItemBatcher", batcher);
        } else if !map.captures.is_empty() {
            let mut selector = Map::from_iter([(self.name(item).to_owned(), ITEM.into())]);
            selector.extend(self.captured("ItemSelector", map)?);
            self.set("ItemSelector", selector);
        }
        if let Some(count) = map.tolerated_count {
            self.set("ToleratedFailureCount", count);
        }
        if let Some(percentage) = map.tolerated_percentage {
            self.set("ToleratedFailurePercentage", percentage);
        }
        if let Some((bucket, prefix)) = &map.writer {
            let at = |field| format!("ResultWriter/Arguments/{field}");
            let bucket = template(&self.code(&at("Bucket"), bucket)?);
            let prefix = template(&self.code(&at("Prefix"), prefix)?);
            let arguments = json!({ "Bucket": bucket, "Prefix": prefix });
            let resource = "arn:aws:states:::s3:putObject";
            self.set("ResultWriter", json!({ "Resource": resource, "Arguments": arguments }));
        }
        let kind = if map.express { "EXPRESS" } else { "STANDARD" };
        Ok(json!({ "Mode": "DISTRIBUTED", "ExecutionType": kind }))
    }

    fn name(&self, variable: usize) -> &'static str {
        self.export.base.program.variables[variable].name
    }

    /// Translates what executions capture of the outside: they see nothing of it.
    fn captured(&self, field: &str, map: &Distributed) -> Result<Map<String, Value>, Error> {
        let captures = map.captures.iter().map(|(variable, value)| {
            let name = self.name(*variable);
            let code = self.code(&format!("{field}/{name}"), value)?;
            Ok((name.to_owned(), template(&code)))
        });
        captures.collect()
    }

    /// Writes where items are read; `of` are the bucket and the key.
    pub fn reader(
        &mut self,
        item: usize,
        reader: &Reader,
        of: &Expr,
        batched: bool,
    ) -> Result<(), Error> {
        let Expr::Tuple([bucket, key]) = of else {
            return Err(self.at("ItemReader")(broken("a reader has a bucket and a key")));
        };
        let (action, named, form) = match reader.form {
            Form::Csv => ("getObject", "Key", Some("CSV")),
            Form::Json => ("getObject", "Key", Some("JSON")),
            Form::JsonLines => ("getObject", "Key", Some("JSONL")),
            Form::Listing => ("listObjectsV2", "Prefix", None),
        };
        let bucket = template(&self.code("ItemReader/Arguments/Bucket", bucket)?);
        let key = template(&self.code(&format!("ItemReader/Arguments/{named}"), key)?);
        let mut config = Map::new();
        config.extend(form.map(|form| ("InputType".to_owned(), form.into())));
        if reader.form == Form::Csv {
            config.insert("CSVHeaderLocation".into(), "FIRST_ROW".into());
            self.texts(self.export.base.schema(item), batched)?;
        }
        config.extend(reader.max_items.map(|most| ("MaxItems".to_owned(), most.into())));
        let mut written = json!({ "Resource": format!("arn:aws:states:::s3:{action}") });
        if !config.is_empty() {
            written["ReaderConfig"] = config.into();
        }
        written["Arguments"] = json!({ "Bucket": bucket, named: key });
        self.set("ItemReader", written);
        Ok(())
    }

    /// The values of a CSV file are texts.
    fn texts(&self, item: Schema, batched: bool) -> Result<(), Error> {
        let row = match item.bare() {
            Schema::List(row) if batched => row().bare(),
            row => row,
        };
        let Schema::Struct { name, fields } = row else {
            let what = "a row of a CSV file is an object of texts";
            let help = "read it as a struct whose fields are `String`s: `read_csv::<Row>(..)`";
            return Err(self.at("ItemReader")(refused(what, help)));
        };
        let other = fields.iter().find(|field| !matches!((field.schema)().bare(), Schema::String));
        other.map_or(Ok(()), |field| {
            let what =
                format!("the values of a CSV file are texts, and `{name}::{}` is none", field.rust);
            let help =
                "make it a `String`, and read it where it is used: `row.count.parse::<u32>()`";
            Err(self.at("ItemReader")(refused(what, help)))
        })
    }
}

fn refused(what: impl Into<String>, remedy: impl Into<String>) -> Refused {
    Refused { what: what.into(), remedy: remedy.into() }
}
