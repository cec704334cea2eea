//! The settings of calls, from the environment: keys, the region, addresses.

use crate::services::Service;
use crate::signature::Keys;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The region where none is told.
const REGION: &str = "us-east-1";

/// The variables of a process, and its files.
#[derive(Clone, Debug, Default)]
pub(crate) struct Source {
    variables: BTreeMap<String, String>,
    credentials: String,
    config: String,
}

impl Source {
    pub(crate) fn of_process() -> Self {
        let own = std::env::vars_os().filter_map(|(name, value)| {
            let (name, value) = (name.into_string().ok()?, value.into_string().ok()?);
            (name.starts_with("AWS_") && !value.is_empty()).then_some((name, value))
        });
        let variables: BTreeMap<_, _> = own.collect();
        let file = |variable: &str, name: &str| {
            let given = variables.get(variable).map(PathBuf::from);
            let path = given.or_else(|| Some(std::env::home_dir()?.join(".aws").join(name)))?;
            std::fs::read_to_string(path).ok()
        };
        let credentials = file("AWS_SHARED_CREDENTIALS_FILE", "credentials").unwrap_or_default();
        let config = file("AWS_CONFIG_FILE", "config").unwrap_or_default();
        Source { variables, credentials, config }
    }

    fn variable(&self, name: &str) -> Option<String> {
        self.variables.get(name).cloned()
    }
}

/// The settings of calls.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    keys: Option<Keys>,
    pub(crate) region: String,
    /// The address of all services.
    pub(crate) endpoint: Option<String>,
    /// The addresses of single services, by their variables.
    own: BTreeMap<String, String>,
}

impl Settings {
    pub(crate) fn read(source: &Source) -> Self {
        let profile = source.variable("AWS_PROFILE").unwrap_or_else(|| "default".to_owned());
        let section =
            if profile == "default" { profile.clone() } else { format!("profile {profile}") };
        let (credentials, config) =
            (section_of(&source.credentials, &profile), section_of(&source.config, &section));
        let variables = ["AWS_REGION", "AWS_DEFAULT_REGION"];
        let region = variables.iter().find_map(|name| source.variable(name));
        let own = source.variables.iter().filter(|(name, _)| name.starts_with("AWS_ENDPOINT_URL_"));
        Settings {
            keys: keys(source, &[&credentials, &config]),
            region: region
                .or_else(|| config.get("region").or(credentials.get("region")).cloned())
                .unwrap_or_else(|| REGION.to_owned()),
            endpoint: source.variable("AWS_ENDPOINT_URL").or(config.get("endpoint_url").cloned()),
            own: own.map(|(name, value)| (name.clone(), value.clone())).collect(),
        }
    }

    /// The keys to sign with. At an address that is given any will do, where there are none.
    pub(crate) fn keys(&self) -> Option<Keys> {
        let test = || Keys { id: "test".into(), secret: "test".into(), token: None };
        let given = self.endpoint.is_some() || !self.own.is_empty();
        self.keys.clone().or_else(|| given.then(test))
    }

    /// The address of a service.
    pub(crate) fn address(&self, service: &Service) -> String {
        let own = self.own.get(&service.variable()).or(self.endpoint.as_ref());
        own.cloned().unwrap_or_else(|| {
            let domain =
                if self.region.starts_with("cn-") { "amazonaws.com.cn" } else { "amazonaws.com" };
            format!("https://{}.{}.{domain}", service.host, self.region)
        })
    }
}

fn keys(source: &Source, files: &[&BTreeMap<String, String>]) -> Option<Keys> {
    let from = |read: &dyn Fn(&str) -> Option<String>| {
        let (id, secret) = (read("aws_access_key_id")?, read("aws_secret_access_key")?);
        Some(Keys { id, secret, token: read("aws_session_token") })
    };
    from(&|name| source.variable(&name.to_ascii_uppercase()))
        .or_else(|| files.iter().find_map(|file| from(&|name| file.get(name).cloned())))
}

/// The settings in a section of a file: `[default]`, then `region = us-east-1`.
fn section_of(text: &str, name: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut inside = false;
    for line in text.lines() {
        let line = line.split([';', '#']).next().unwrap_or_default();
        if let Some(section) = line.trim().strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
            inside = section.trim() == name;
        } else if let Some((key, value)) = line.split_once('=').filter(|_| inside) {
            // Nested settings are indented, and none of these.
            if !key.starts_with([' ', '\t']) && !value.trim().is_empty() {
                found.insert(key.trim().to_owned(), value.trim().to_owned());
            }
        }
    }
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::services::find;

    fn source(variables: &[(&str, &str)]) -> Source {
        let variables = variables.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned()));
        Source {
            variables: variables.collect(),
            credentials: "[default]\naws_access_key_id = A\naws_secret_access_key = S # mine\n[work]\naws_access_key_id=W\naws_secret_access_key=V\naws_session_token=T\n".into(),
            config: "[default]\nregion = eu-west-1\n[profile work]\nregion = eu-central-1\ns3 =\n  region = x\n".into(),
        }
    }

    #[test]
    fn keys_come_from_variables_then_from_files() {
        let id =
            |variables: &[(&str, &str)]| Settings::read(&source(variables)).keys().map(|it| it.id);
        assert_eq!(id(&[]).unwrap(), "A");
        assert_eq!(id(&[("AWS_PROFILE", "work")]).unwrap(), "W");
        assert_eq!(id(&[("AWS_PROFILE", "nobody")]), None);
        let given = [("AWS_ACCESS_KEY_ID", "E"), ("AWS_SECRET_ACCESS_KEY", "F")];
        assert_eq!(id(&given).unwrap(), "E");
        assert_eq!(
            id(&[("AWS_PROFILE", "nobody"), ("AWS_ENDPOINT_URL", "http://x")]).unwrap(),
            "test"
        );
    }

    #[test]
    fn addresses_and_regions_are_found() {
        let read = |variables: &[(&str, &str)]| {
            let settings = Settings::read(&source(variables));
            settings.address(&find("sqs").unwrap())
        };
        assert_eq!(read(&[]), "https://sqs.eu-west-1.amazonaws.com");
        assert_eq!(read(&[("AWS_PROFILE", "work")]), "https://sqs.eu-central-1.amazonaws.com");
        assert_eq!(
            read(&[("AWS_REGION", "cn-north-1")]),
            "https://sqs.cn-north-1.amazonaws.com.cn"
        );
        let given = [("AWS_ENDPOINT_URL", "http://a:1"), ("AWS_ENDPOINT_URL_SQS", "http://b:2")];
        assert_eq!(read(&given[..1]), "http://a:1");
        assert_eq!(read(&given), "http://b:2");
    }
}
