//! Everything that a state machine needs on AWS, as files: SAM, CloudFormation, CDK, Serverless Framework, Terraform.
//!
//! [`plan`] makes a [`Stack`] from a definition and [`Settings`]: plain data, with a role that may do what the definition
//! does, and nothing else. [`Format::files`] makes the files, and [`write()`] writes them to disk, all of them or none.
//!
//! ```
//! use serde_json::json;
//! use workflow_deploy::{Format, Notation, Request, Settings, plan};
//!
//! let definition = json!({ "StartAt": "Tell", "States": { "Tell": {
//!     "Type": "Task", "Resource": "arn:aws:states:::sns:publish",
//!     "Parameters": { "TopicArn": "${TopicArn}", "Message.$": "$" }, "End": true } } });
//! let settings = Settings::read(&json!({ "tags": { "team": "shop" } })).unwrap();
//! let request = Request { name: "tell", definition: &definition, settings: &settings, releases: &Default::default() };
//! let stack = plan(request).unwrap();
//! assert_eq!(stack.statements[0].actions, ["sns:Publish"]);
//! assert_eq!(stack.parameters[0].name, "TopicArn");
//! let files = Format::CloudFormation.files(&stack, Notation::Usual).unwrap();
//! assert!(files[0].text.contains("AWS::StepFunctions::StateMachine"));
//! ```

mod call;
mod cdk;
mod cloudformation;
mod definition;
mod digest;
mod document;
mod file;
mod functions;
mod iam;
mod limits;
mod naming;
mod notes;
mod output;
mod parameters;
mod passing;
mod plan;
mod problem;
mod quotas;
mod rules;
mod sam;
mod serverless;
mod services;
mod settings;
mod stack;
mod terraform;
mod text;
mod triggers;
#[cfg(feature = "yaml")]
mod yaml;

pub use digest::digest;
pub use document::document;
pub use file::{File, Notation};
pub use iam::Statement;
pub use naming::{function_id, verified};
pub use output::{Format, IN_A_REQUEST, write};
pub use passing::passing;
pub use plan::{Request, completed, plan};
pub use problem::Problem;
pub use settings::Settings;
pub use stack::{Alarm, Function, Parameter, Stack};
pub use text::{Part, Text};

/// The parts of [`Settings`].
pub mod parts {
    pub use crate::settings::{
        Alarms, Alias, Event, Function, Kind, Level, Logs, Objects, Permission, Queue, Request,
        Schedule, Shift,
    };
}
