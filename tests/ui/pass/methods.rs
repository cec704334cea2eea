//! Methods of one's own: beside plain blocks and traits, on what borrows, with names of others, over modules.
#![deny(warnings)]
use workflow::prelude::*;

mod model {
    use workflow::prelude::*;

    #[derive(Clone, Debug, Serialize, Deserialize, Data)]
    pub struct Quote {
        pub price: u32,
        code: String,
    }

    #[derive(Clone, Debug, Serialize, Deserialize, Data)]
    struct Hidden {
        of: u32,
    }

    #[pure]
    impl Quote {
        const LEAST: u32 = 3;

        /// It reads what nobody else sees.
        pub fn is_fair(&self) -> bool {
            self.hidden().twice() > Self::LEAST && self.fits(&Hidden { of: 1 })
        }
        pub fn code(&self) -> &str {
            &self.code
        }
        pub fn shorter<'q>(&'q self, other: &'q Quote) -> &'q Quote {
            if self.code.len() < other.code.len() { self } else { other }
        }
        #[must_use]
        pub fn with(mut self, price: u32) -> Self {
            self.price = price;
            self
        }
        pub fn new(code: &str) -> Self {
            Self { price: self::FREE, code: code.to_owned() }
        }
        fn fits(&self, hidden: &Hidden) -> bool {
            hidden.of < self.price
        }
        fn hidden(&self) -> Hidden {
            Hidden { of: self.price }
        }
    }

    #[pure]
    impl Hidden {
        fn twice(&self) -> u32 {
            self.of * 2
        }
    }

    const FREE: u32 = 0;

    impl Quote {
        /// Plain: no workflow calls it.
        pub fn shouted(&self) -> String {
            format!("{}!", self.title())
        }
    }
    pub trait Titled {
        fn title(&self) -> String;
    }
    impl Titled for Quote {
        fn title(&self) -> String {
            self.code().to_uppercase()
        }
    }
}

use model::Quote;

#[task]
async fn quote(of: String) -> Result<Quote, Failure> {
    Ok(Quote::new(&of))
}

#[workflow]
async fn best(names: Vec<String>, boxed: Box<Quote>) -> Result<(String, u32, bool), Failure> {
    let quotes = map(names, async |name| quote(name).await).await?;
    let fair: Vec<&Quote> = quotes.iter().filter(|quote| quote.is_fair()).collect();
    let codes: Vec<&str> = fair.iter().map(|quote| quote.code()).collect();
    let first = quotes.first().map(|first| first.shorter(&boxed).clone().with(7)).unwrap_or(Quote::new("none"));
    let longest = quotes.iter().map(Quote::code).map(|code| code.len()).max().unwrap_or(0);
    Ok((codes.join(","), first.price, boxed.is_fair() && longest > 1))
}

fn main() {
    let quote = Quote::new("a").with(2);
    assert_eq!((quote.shouted().as_str(), quote.is_fair()), ("A!", true));
    assert!(best::definition().is_ok());
}
