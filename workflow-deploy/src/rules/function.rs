//! Functions, and permissions.

use super::arn::arn;
use super::{Rules, length};
use crate::problem::escaped;
use crate::settings::{Function, Permission};

pub(super) fn function(rules: &mut Rules, at: &str, function: &Function) {
    rules.need(!function.code.is_empty(), at, || {
        "a function that is deployed needs `code`: a folder or a zip file; leave it out of `functions` if it exists already".to_owned()
    });
    rules.need(
        ["arm64", "x86_64"].contains(&function.architecture.as_str()),
        &format!("{at}/architecture"),
        || {
            format!(
                "the architecture of a function is arm64 or x86_64, not {}",
                function.architecture
            )
        },
    );
    rules.need((128..=10_240).contains(&function.memory), &format!("{at}/memory"), || {
        format!("a function has 128 to 10240 MB of memory, not {}", function.memory)
    });
    rules.need((1..=900).contains(&function.timeout), &format!("{at}/timeout"), || {
        format!("a function runs for 1 to 900 seconds, not {}", function.timeout)
    });
    if let Some(wrong) = length(&function.handler, 1, 128, "the handler of a function") {
        rules.need(false, &format!("{at}/handler"), || wrong);
    }
    let bytes: usize =
        function.environment.iter().map(|(name, value)| name.len() + value.len()).sum();
    rules.need(bytes <= 4096, &format!("{at}/environment"), || {
        format!("the environment variables of a function have at most 4096 bytes, names and values together, not {bytes}")
    });
    for name in function.environment.keys() {
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let good = name.len() > 1
            && name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(word);
        let reserved =
            name.starts_with("AWS_") || name.starts_with("LAMBDA_") || name == "_HANDLER";
        rules.need(good && !reserved, &format!("{at}/environment/{}", escaped(name)), || {
            "an environment variable begins with a letter, has at least 2 letters, digits or _, and is none of Lambda's own (AWS_…, LAMBDA_…)".to_owned()
        });
    }
    permissions(rules, &format!("{at}/permissions"), &function.permissions);
}

pub(super) fn permissions(rules: &mut Rules, at: &str, permissions: &[Permission]) {
    for (index, permission) in permissions.iter().enumerate() {
        let at = format!("{at}/{index}");
        let full = !permission.actions.is_empty() && !permission.resources.is_empty();
        rules.need(full, &at, || "a permission has `actions` and `resources`".to_owned());
        for (index, action) in permission.actions.iter().enumerate() {
            let good = action.split_once(':').is_some_and(|(service, action)| {
                let word = |text: &str| {
                    text.chars().all(|c| c.is_ascii_alphanumeric() || "-*?".contains(c))
                };
                !service.is_empty() && !action.is_empty() && word(service) && word(action)
            });
            rules.need(good, &format!("{at}/actions/{index}"), || {
                format!("an action of IAM is written service:Action, not {action:?}")
            });
        }
        for (index, resource) in permission.resources.iter().enumerate() {
            if resource != "*" {
                arn(rules, &format!("{at}/resources/{index}"), resource, "");
            }
        }
    }
}
