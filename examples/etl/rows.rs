//! Rows: as people write them, and as the warehouse wants them.

/// An order. Money is in cents of a euro.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub id: u64,
    pub date: String,
    pub customer: String,
    pub country: String,
    pub cents: u64,
}

/// The value of a unit of each currency, in thousandths of a euro.
const CURRENCIES: &[(&str, u64)] = &[("EUR", 1_000), ("USD", 860), ("GBP", 1_140)];

impl Row {
    /// Reads a line of the file: `id,date,customer,country,amount,currency`.
    ///
    /// # Errors
    /// Why it is no good.
    pub fn read(line: &str) -> Result<Row, &'static str> {
        let fields = fields(line);
        let [id, date, customer, country, amount, currency] = &fields[..] else {
            return Err("not six fields");
        };
        let id = id.parse().map_err(|_| "the id is no number")?;
        let date = day(date).ok_or("no such day")?;
        if customer.is_empty() {
            return Err("no customer");
        }
        if country.len() != 2 || !country.bytes().all(|letter| letter.is_ascii_alphabetic()) {
            return Err("the country has not two letters");
        }
        let known = CURRENCIES.iter().find(|(name, _)| name == currency);
        let (_, worth) = known.ok_or("unknown currency")?;
        let cents = cents(amount).ok_or("the amount is no sum of money")?;
        let cents = cents.checked_mul(*worth).ok_or("the amount is too large")? / 1_000;
        Ok(Row { id, date, customer: customer.clone(), country: country.to_uppercase(), cents })
    }

    /// As a line between two tasks.
    pub fn line(&self) -> String {
        let Row { id, date, customer, country, cents } = self;
        format!("{id}\t{date}\t{country}\t{cents}\t{customer}")
    }
}

/// Reads what [`Row::line`] wrote.
pub fn staged(line: &str) -> Option<Row> {
    let mut fields = line.splitn(5, '\t').map(str::to_owned);
    let mut next = || fields.next();
    let (id, date, country, cents, customer) = (next()?, next()?, next()?, next()?, next()?);
    Some(Row { id: id.parse().ok()?, date, customer, country, cents: cents.parse().ok()? })
}

/// The fields of a line, without blanks around them. A field in quotes may have commas.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    for letter in line.chars() {
        match (letter, fields.last_mut()) {
            ('"', _) => quoted = !quoted,
            (',', _) if !quoted => fields.push(String::new()),
            // A tab would end a field of a staged line.
            ('\t', Some(field)) => field.push(' '),
            (letter, Some(field)) => field.push(letter),
            (_, None) => {}
        }
    }
    fields.iter().map(|field| field.trim().to_owned()).collect()
}

/// `2026-11-23` or `23.11.2026`, if there is such a day.
fn day(text: &str) -> Option<String> {
    let mut parts = text.split('.').rev();
    let iso = match (parts.next()?, parts.next(), parts.next()) {
        (year, Some(month), Some(day)) => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => text.to_owned(),
    };
    let date: jiff::civil::Date = iso.parse().ok()?;
    (date.to_string() == iso).then_some(iso)
}

/// `12`, `12.5` or `12,50`.
fn cents(text: &str) -> Option<u64> {
    let text = text.replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
    if part.len() > 2 || !text.bytes().all(|letter| letter.is_ascii_digit() || letter == b'.') {
        return None;
    }
    let part = format!("{part:0<2}").parse::<u64>().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(part)
}
