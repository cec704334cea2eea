//! Keys of KMS (Service Authorization Reference, "AWS Key Management Service").

use super::optimized::{Allowing, within};
use crate::call::Argument;
use crate::text::Text;

/// Calls that are on no key.
const EVERYWHERE: &[&str] = &["createKey", "generateRandom", "listAliases", "listKeys"];

/// Allows a call of KMS.
pub(super) fn allow(allowing: &mut Allowing<'_>, actions: &[&str]) {
    match allowing.call.action {
        action if EVERYWHERE.contains(&action) => allowing.permissions.anywhere(actions),
        // Two actions, each on its key.
        "reEncrypt" => {
            key(allowing, &["kms:ReEncryptFrom"], "SourceKeyId");
            key(allowing, &["kms:ReEncryptTo"], "DestinationKeyId");
        }
        "createAlias" | "updateAlias" => {
            alias(allowing, actions);
            key(allowing, actions, "TargetKeyId");
        }
        "deleteAlias" => {
            alias(allowing, actions);
            allowing.any(actions, "the key behind an alias is not known here");
        }
        _ => key(allowing, actions, "KeyId"),
    }
}

fn alias(allowing: &mut Allowing<'_>, actions: &[&str]) {
    allowing.named(actions, "AliasName", |name| within("kms", "", name));
}

/// The key that an argument names. An alias is no resource of the actions that use its key (KMS Developer Guide, "Aliases
/// in policies").
pub(super) fn key(allowing: &mut Allowing<'_>, actions: &[&str], argument: &str) {
    match allowing.call.argument(argument) {
        Argument::Known(key) if key.as_plain().is_some_and(|it| it.contains("alias/")) => {
            allowing.any(actions, "the key behind an alias is not known here")
        }
        Argument::Known(key) => {
            let key: Text = within("kms", "key/", &key);
            allowing.permissions.allow(actions, vec![key]);
        }
        _ => allowing.any(actions, "no key of it is known here"),
    }
}
