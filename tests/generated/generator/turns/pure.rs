//! `#[pure]` functions of statements.

use super::super::lines::Lines;
use super::form::Form;
use super::names::{By, Name, PARAMETERS, Ty};
use super::writer::{Leave, Writer};

/// The types that functions return.
const RETURNED: &[Ty] =
    &[Ty::Num, Ty::Text, Ty::Nums, Ty::Table, Ty::Byte, Ty::Held, Ty::Texts, Ty::Grid];

/// The ends of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrap {
    Plain,
    Maybe,
    Fails,
}

/// The type of a function's value.
#[derive(Clone, Copy, Debug)]
pub struct Returns {
    pub ty: Ty,
    pub wrap: Wrap,
}

/// A function that is there.
#[derive(Clone, Debug)]
pub struct Function {
    pub name: String,
    pub parameters: Vec<(Ty, bool)>,
    pub returns: Returns,
}

impl Returns {
    fn rust(self) -> String {
        let ty = self.ty.rust();
        match self.wrap {
            Wrap::Plain => ty.to_owned(),
            Wrap::Maybe => format!("Option<{ty}>"),
            Wrap::Fails => format!("Result<{ty}, Failure>"),
        }
    }
}

impl Writer<'_> {
    /// True if `?` leaves the function.
    pub fn tries(&self) -> bool {
        self.returns.is_some_and(|it| it.wrap != Wrap::Plain)
    }

    /// A value that the function returns here.
    pub fn returned(&mut self) -> String {
        let Some(Returns { ty, wrap }) = self.returns else { return String::new() };
        match wrap {
            Wrap::Plain => self.value(ty),
            Wrap::Maybe if self.chance(25) => "None".into(),
            Wrap::Maybe => format!("Some({})", self.value(ty)),
            Wrap::Fails if self.chance(25) => {
                format!("Err(Failure::new(\"Early\", {}))", self.tame(Ty::Text))
            }
            Wrap::Fails => format!("Ok({})", self.value(ty)),
        }
    }

    /// `let x = ..?;`
    pub fn tried(&mut self) {
        let (x, lit) = (self.fresh("n"), self.below(5));
        let fails = self.returns.is_some_and(|it| it.wrap == Wrap::Fails);
        let text = self.tame(Ty::Text);
        let (tail, maybe) = match fails {
            true if self.chance(50) => {
                (format!(".ok_or_else(|| Failure::new(\"None\", {text}))?"), self.value(Ty::Maybe))
            }
            true => (format!(".ok_or(Failure::new(\"None\", {text}))?"), self.value(Ty::Maybe)),
            false => ("?".into(), self.value(Ty::Maybe)),
        };
        match self.below(4) {
            0 => {
                let atom = self.atom();
                self.line(format!("let {x} = {atom} + ({maybe}){tail} * {lit};"));
            }
            1 if fails => self.line(format!(
                "let {x} = {text}.parse::<i64>().map_err(|_| Failure::new(\"NoNumber\", {text}))?;"
            )),
            _ => self.line(format!("let mut {x} = ({maybe}){tail};")),
        }
        self.bind(&x, Ty::Num, By::Value);
    }

    /// A function: its text, and how it is called.
    pub fn function(&mut self, name: String, known: &[Function]) -> (String, Function) {
        let returns = self.some_returns();
        self.returns = Some(returns);
        let parameters = self.parameters();
        self.floor = self.names.len();
        self.begin(3);
        self.leave = if self.chance(85) { Leave::Function } else { Leave::Never };
        for _ in 0..2 + self.below(2) {
            let form = if self.chance(50) { Form::For } else { self.choose() };
            self.write(form, false);
            if let Some(called) = known.first().filter(|_| self.chance(40)).cloned() {
                self.called(&called);
            }
        }
        self.leave = Leave::Never;
        let value = self.value(returns.ty);
        self.line(match returns.wrap {
            Wrap::Plain => value,
            Wrap::Maybe => format!("Some({value})"),
            Wrap::Fails => format!("Ok({value})"),
        });
        let written = |(text, ty, borrows): &(&str, Ty, bool)| {
            let ty = ty.borrowed().filter(|_| *borrows).unwrap_or(ty.rust());
            format!("{text}: {ty}")
        };
        let text = format!(
            "\n#[pure]\nfn {name}({}) -> {} {{\n{}\n}}\n",
            parameters.iter().map(written).collect::<Vec<_>>().join(", "),
            returns.rust(),
            self.lines.join("\n")
        );
        let parameters = parameters.into_iter().map(|(_, ty, borrows)| (ty, borrows)).collect();
        (text, Function { name, parameters, returns })
    }

    fn some_returns(&mut self) -> Returns {
        let wrap = self.pick(&[Wrap::Plain, Wrap::Maybe, Wrap::Fails]);
        let ty = match wrap {
            Wrap::Maybe => self.pick(&[Ty::Num, Ty::Text]),
            _ => self.pick(RETURNED),
        };
        Returns { ty, wrap }
    }

    /// Parameters, each with its type; true if it is borrowed.
    fn parameters(&mut self) -> Vec<(&'static str, Ty, bool)> {
        let mut all = vec![];
        for (text, ty) in PARAMETERS {
            if !(all.len() < 4 && self.chance(35) || *text == "n") {
                continue;
            }
            let lent = ty.borrowed().filter(|_| self.chance(60));
            let by = match lent {
                None => By::Value,
                Some(lent) if lent == "&str" || lent.starts_with("&[") => By::Slice,
                Some(_) => By::Reference,
            };
            self.bind(text, *ty, by);
            all.push((*text, *ty, lent.is_some()));
        }
        all
    }

    /// A call of a function, bound to a name.
    pub fn called(&mut self, of: &Function) {
        let mut given = vec![];
        for (ty, borrows) in &of.parameters {
            let value = match self.place(*ty) {
                Some(name) if *borrows && name.by == By::Value => format!("&{}", name.text),
                Some(name) if *borrows => name.text,
                _ if *borrows => format!("&{}", self.tame(*ty)),
                _ => self.value(*ty),
            };
            given.push(value);
        }
        let call = format!("{}({})", of.name, given.join(", "));
        let ty = of.returns.ty;
        let text = self.fresh(ty.letter());
        let word = format!("let mut {text}: {} =", ty.rust());
        let lit = self.tame(ty);
        let fails = self.returns.is_some_and(|it| it.wrap == Wrap::Fails);
        let unwrapped = match of.returns.wrap {
            Wrap::Plain => call,
            Wrap::Fails if fails && self.leave == Leave::Function => format!("{call}?"),
            // The function may fail whatever it is given.
            Wrap::Fails if self.returns.is_none() => {
                let told = "note(failure.error().to_string()).await?";
                format!("match {call} {{ Ok(got) => got, Err(failure) => {{ {told}; {lit} }} }}")
            }
            Wrap::Maybe if self.chance(50) && ty == Ty::Num => {
                self.line(format!("let {text} = {call};"));
                return self.bind(&text, Ty::Maybe, By::Value);
            }
            _ => format!("{call}.unwrap_or({lit})"),
        };
        self.line(format!("{word} {unwrapped};"));
        self.names.push(Name { mutable: true, tame: false, ..Name::of(text, ty, By::Value) });
    }
}
