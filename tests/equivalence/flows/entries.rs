//! Entries of maps that are changed where they are, or made.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Sale {
    pub shop: String,
    pub cents: i64,
    #[serde(default)]
    pub tags: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Data)]
pub struct Books {
    pub total: BTreeMap<String, i64>,
    pub by_tag: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub nested: BTreeMap<u8, BTreeMap<String, u32>>,
}

/// Sums, groups, counters; keys that are moved, computed and read again.
#[workflow]
pub async fn ledger(sales: Vec<Sale>, books: Books, n: u8) -> Result<Books, Failure> {
    let mut books = books;
    let mut last: BTreeMap<String, String> = BTreeMap::new();
    for sale in sales {
        *books.total.entry(sale.shop.clone()).or_insert(0) += sale.cents % 1000;
        let known = check(sale.shop.clone()).await?;
        for tag in sale.tags {
            books.by_tag.entry(tag.clone()).or_default().push(sale.shop.clone());
            *books.nested.entry(n % 3).or_default().entry(tag.to_uppercase()).or_insert(7) = 1;
            last.entry(tag).or_insert_with(|| format!("new {n}")).push_str("!");
            note(sale.shop.clone()).await?;
        }
        if known {
            *last.entry(format!("{}?", sale.shop)).or_default() = text(sale.shop.clone()).await?;
        } else {
            last.entry(sale.shop).or_insert("once".to_owned());
        }
    }
    note(format!("{} {}", last.len(), last.get("a").cloned().unwrap_or_default())).await?;
    if n > 2 {
        last.entry("kept".to_owned()).or_insert("alone".to_owned());
    }
    for name in last.clone().into_keys() {
        *books.total.entry(name).or_insert(1) += name.len() as i64;
        note("long".to_owned()).await?;
    }
    books.by_tag.extend(
        last.into_iter().map(|(key, value)| (key, vec![value])).collect::<BTreeMap<_, _>>(),
    );
    Ok(books)
}

/// Values that are changed where they are, with others made and without.
#[workflow]
pub async fn modified(sales: Vec<Sale>, books: Books, n: u8) -> Result<Books, Failure> {
    let mut books = books;
    for sale in &sales {
        let cents = sale.cents % 100;
        books
            .total
            .entry(sale.shop.clone())
            .and_modify(|sum| *sum = *sum % 100 + cents)
            .or_insert(-1);
        books.by_tag.entry("a".to_owned()).and_modify(|shops| {
            if n > 2 {
                shops.push(sale.shop.clone());
            }
            shops.extend(sale.tags.clone());
        });
    }
    ping().await?;
    books.nested.entry(n).and_modify(|inner| inner.clear()).or_default();
    for sale in sales {
        note(sale.shop.clone()).await?;
        books
            .by_tag
            .entry(sale.shop)
            .and_modify(|shops| shops.clear())
            .or_insert_with(|| sale.tags);
        books.nested.entry(n % 2).and_modify(|inner| {
            inner.insert("b".to_owned(), 3);
        });
    }
    Ok(books)
}

#[test]
fn ledger_agrees() {
    prove!(ledger(sales, books, n): check, note, text; failing = 5, items = 3, words = &["a", "b", ""], seeds = 400)
        .run();
}

/// A call makes the value: the key and the map are as they were before it.
#[workflow]
pub async fn made_by_calls(keys: Vec<String>) -> Result<(BTreeMap<String, u32>, u32), Failure> {
    let mut made = BTreeMap::new();
    let mut at = 0u32;
    for key in keys {
        *made.entry(format!("{key}{at}")).or_insert(count(key.clone()).await?) += at;
        at += 1;
        made.entry(key.clone()).or_insert(count(format!("{key}!")).await?);
        match count(key).await {
            Ok(n) => {
                *made.entry("sum".to_owned()).or_insert(risky("x".to_owned()).await.unwrap_or(7)) +=
                    n
            }
            Err(_) => at += made.len() as u32,
        }
    }
    Ok((made, at))
}

#[test]
fn made_by_calls_agrees() {
    prove!(made_by_calls(keys): count, risky; failing = 4, items = 3, words = &["a", "b", ""], seeds = 400).run();
}

#[test]
fn modified_is_proven() {
    prove!(modified(sales, books, n): note, ping; failing = 2, wild = 2, items = 3, words = &["a", "b"], seeds = 300).run();
}
