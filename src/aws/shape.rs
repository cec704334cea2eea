//! The forms that arguments and results of actions have.

/// The arguments of an action: a struct in the service's casing, and a function that makes it of what is required.
/// Optional members are absent where they are `None`.
macro_rules! request {
    (
        $(#[$about:meta])* $name:ident;
        $(#[$made:meta])* $make:ident { $($(#[$needs:meta])* $need:ident: $needed:ty,)* }
        $(optional { $($(#[$says:meta])* $may:ident: $optional:ty,)* })?
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, workflow_macros::Data)]
        #[serde(rename_all = "PascalCase")]
        pub struct $name {
            $($(#[$needs])* pub $need: $needed,)*
            $($(
                $(#[$says])*
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $may: Option<$optional>,
            )*)?
        }

        $(#[$made])*
        #[workflow_macros::pure]
        pub fn $make($($need: $needed),*) -> $name {
            $name { $($need,)* $($($may: None,)*)? }
        }
    };
}

/// The result of an action: a struct in the service's casing. What may be absent is an `Option`; what is unknown is
/// ignored.
macro_rules! response {
    ($(#[$about:meta])* $name:ident { $($(#[$says:meta])* $field:ident: $ty:ty,)* }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, workflow_macros::Data)]
        #[serde(rename_all = "PascalCase")]
        pub struct $name {
            $($(#[$says])* pub $field: $ty,)*
        }
    };
}

/// The errors of a service's actions, by their names. `Other` takes what is none of them.
macro_rules! failures {
    ($($(#[$says:meta])* $variant:ident $name:literal,)*) => {
        /// The failures of a call.
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, workflow_macros::TaskError)]
        pub enum Error {
            $($(#[$says])* #[error_name($name)] $variant,)*
            /// Anything else.
            #[other]
            Other(Failure),
        }
    };
}
