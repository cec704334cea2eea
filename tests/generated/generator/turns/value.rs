//! Values of each type, of the names in scope.

use super::names::{By, Name, Ty, fields};
use super::writer::Writer;

const WORDS: &[&str] = &["\"\"", "\"a\"", "\"b\"", "\"c\"", "\"north\""];

impl Writer<'_> {
    /// A value.
    pub fn value(&mut self, ty: Ty) -> String {
        match self.known(ty, false) {
            Some(known) if self.chance(55) => known,
            _ => self.made(ty),
        }
    }

    /// A value whose length does not grow with the turns.
    pub fn tame(&mut self, ty: Ty) -> String {
        match self.known(ty, true) {
            Some(known) if self.chance(75) => known,
            _ => self.literal(ty),
        }
    }

    /// A name that is in scope, or a field of one.
    pub fn known(&mut self, ty: Ty, tame: bool) -> Option<String> {
        let mut found = vec![];
        for name in self.visible().into_iter().filter(|name| name.tame || !tame) {
            if name.ty == ty {
                found.push(name.read());
            }
            for (field, of) in fields(name.ty).iter().filter(|(_, of)| *of == ty) {
                let clone = if of.copies() { "" } else { ".clone()" };
                found.push(format!("{}.{field}{clone}", name.text));
            }
        }
        (!found.is_empty()).then(|| self.pick(&found))
    }

    /// A name of a type, to look at.
    pub fn place(&mut self, ty: Ty) -> Option<Name> {
        let mut found = self.visible();
        found.retain(|name| name.ty == ty);
        (!found.is_empty()).then(|| self.pick(&found))
    }

    pub fn word(&mut self) -> String {
        self.pick(WORDS).to_owned()
    }

    fn literal(&mut self, ty: Ty) -> String {
        let word = self.word();
        let n = self.below(9);
        match ty {
            Ty::Num | Ty::Byte | Ty::Size => format!("{n}"),
            Ty::Flag => format!("{}", n > 4),
            Ty::Char => self.pick(&["'a'", "'é'", "' '"]).to_owned(),
            Ty::Text => format!("{word}.to_string()"),
            Ty::Maybe if n > 4 => "None::<i64>".into(),
            Ty::Maybe => format!("Some({n})"),
            Ty::Perhaps if n > 4 => "None::<String>".into(),
            Ty::Perhaps => format!("Some({word}.to_string())"),
            Ty::Nums if n > 6 => "Vec::<i64>::new()".into(),
            Ty::Nums | Ty::Bytes => format!("vec![{n}, 2, {}]", self.below(9)),
            Ty::Texts if n > 6 => "Vec::<String>::new()".into(),
            Ty::Texts => format!("vec![{word}.to_string()]"),
            Ty::Grid => format!("vec![vec![{n}], vec![]]"),
            Ty::Table if n > 4 => format!("BTreeMap::from([({word}.to_string(), {n})])"),
            Ty::Table => "BTreeMap::<String, i64>::new()".into(),
            Ty::Groups => "BTreeMap::<String, Vec<i64>>::new()".into(),
            Ty::Bag => "BTreeSet::<String>::new()".into(),
            Ty::Held => format!(
                "Parcel {{ name: {word}.to_string(), size: {n}, note: None, lines: vec![], \
                 kind: Kind::Empty, label: Label {{ text: \"l\".to_string(), code: 2 }}, count: None, \
                 spot: my_types::Spot {{ x: 1, y: 2 }} }}"
            ),
            Ty::Boxes => "Vec::<Parcel>::new()".into(),
            Ty::Kind if n > 4 => "Kind::Empty".into(),
            Ty::Kind => format!("Kind::Sized({n})"),
            Ty::Pair => format!("({n}, {word}.to_string())"),
            Ty::Window => "&[1]".into(),
        }
    }

    fn made(&mut self, ty: Ty) -> String {
        match ty {
            Ty::Num => self.num(),
            Ty::Flag => self.condition(),
            Ty::Text => self.text(),
            Ty::Byte => self.byte(),
            Ty::Maybe => self.maybe(),
            Ty::Nums => self.nums(),
            Ty::Kind if self.chance(40) => {
                format!(
                    "Kind::Named {{ name: {}, size: {} }}",
                    self.tame(Ty::Text),
                    self.value(Ty::Num)
                )
            }
            Ty::Perhaps => match self.place(Ty::Texts) {
                Some(list) if self.chance(50) => format!("{}.last().cloned()", list.text),
                _ => format!("Some({})", self.tame(Ty::Text)),
            },
            Ty::Texts => match self.place(Ty::Texts) {
                Some(list) if self.chance(60) => format!(
                    "{}.iter().filter(|x| !x.is_empty()).cloned().collect::<Vec<_>>()",
                    list.text
                ),
                _ => format!("vec![{}]", self.tame(Ty::Text)),
            },
            Ty::Held => match self.place(Ty::Held) {
                Some(held) => {
                    let (size, held) = (self.value(Ty::Num), held.read());
                    format!("Parcel {{ size: {size}, ..{held} }}")
                }
                None => self.literal(ty),
            },
            Ty::Pair => format!("({}, {})", self.value(Ty::Num), self.tame(Ty::Text)),
            Ty::Grid => format!("vec![{}]", self.tame(Ty::Nums)),
            Ty::Bag => match self.place(Ty::Texts) {
                Some(list) => format!("{}.iter().cloned().collect::<BTreeSet<_>>()", list.text),
                None => self.literal(ty),
            },
            ty => self.literal(ty),
        }
    }

    /// A number.
    pub fn num(&mut self) -> String {
        let lit = self.below(7);
        for _ in 0..6 {
            let found = match self.below(17) {
                0 => Some(format!("{lit}")),
                1 => Some(format!("{} + {}", self.atom(), self.atom())),
                2 => Some(format!("{} - {}", self.atom(), self.atom())),
                3 => Some(format!("{} * 2", self.atom())),
                4 => Some(format!("{} % 7", self.atom())),
                5 => self.of(Ty::Text, |x| format!("{x}.len() as i64")),
                6 => self.of(Ty::Nums, |x| format!("{x}.iter().sum::<i64>()")),
                7 => {
                    let word = self.word();
                    self.of(Ty::Table, |x| format!("{x}.get({word}).copied().unwrap_or({lit})"))
                }
                8 => self.of(Ty::Maybe, |x| format!("{x}.unwrap_or({lit})")),
                9 => self.of(Ty::Nums, |x| format!("{x}.iter().filter(|x| **x > {lit}).count() as i64")),
                10 => self.known(Ty::Byte, false).map(|x| format!("i64::from({x})")),
                11 => self.known(Ty::Size, false).map(|x| format!("({x}) as i64")),
                12 => self.of(Ty::Nums, |x| format!("{x}.first().copied().unwrap_or({lit})")),
                13 => self.of(Ty::Window, |x| format!("{x}[0] * 2")),
                14 => self.of(Ty::Window, |x| format!("{x}[{x}.len() - 1]")),
                15 => {
                    let (c, a, b) = (self.condition(), self.atom(), self.atom());
                    Some(format!("if {c} {{ {a} }} else {{ {b} }}"))
                }
                _ => self.of(Ty::Kind, |x| {
                    format!("match &{x} {{ Kind::Sized(s) | Kind::Named {{ size: s, .. }} => *s % 9, Kind::Empty => {lit} }}")
                }),
            };
            if let Some(found) = found {
                return if found.contains(' ') { format!("({found})") } else { found };
            }
        }
        format!("{lit}")
    }

    /// An expression of a name of a type.
    fn of(&mut self, ty: Ty, write: impl FnOnce(&str) -> String) -> Option<String> {
        let name = self.place(ty)?;
        let text = match name.by {
            By::Reference if ty == Ty::Kind || ty == Ty::Maybe => format!("(*{})", name.text),
            By::Slice if ty == Ty::Kind => format!("(*{})", name.text),
            _ => name.text,
        };
        Some(write(&text))
    }

    /// A number that is known, or written out.
    pub fn atom(&mut self) -> String {
        match self.known(Ty::Num, false) {
            Some(known) => known,
            None => format!("{}", self.below(9)),
        }
    }

    fn byte(&mut self) -> String {
        let lit = self.below(90);
        match self.known(Ty::Byte, false) {
            Some(x) => match self.below(5) {
                0 => format!("({x} / 2)"),
                1 => format!("({x}).wrapping_add({lit}u8)"),
                2 => format!("({x}).checked_sub({lit}).unwrap_or(1)"),
                3 => format!("({x} + {})", lit % 9),
                _ => format!("({x} % 9 * 3)"),
            },
            None => format!("{lit}"),
        }
    }

    fn text(&mut self) -> String {
        let tame = self.tame(Ty::Text);
        match self.below(6) {
            0 => format!("format!(\"{{}}-{{}}\", {tame}, {})", self.atom()),
            1 => format!("{tame}.to_uppercase()"),
            2 => match self.known(Ty::Char, false) {
                Some(c) => format!("({c}).to_string()"),
                None => tame,
            },
            3 => match self.place(Ty::Texts) {
                Some(list) => format!("{}.first().cloned().unwrap_or_default()", list.text),
                None => tame,
            },
            4 => match self.place(Ty::Perhaps) {
                Some(it) => format!("{}.clone().unwrap_or({tame})", it.text),
                None => tame,
            },
            _ => tame,
        }
    }

    fn maybe(&mut self) -> String {
        let word = self.word();
        let found = match self.below(4) {
            0 => self.of(Ty::Nums, |x| format!("{x}.iter().max().copied()")),
            1 => self.of(Ty::Table, |x| format!("{x}.get({word}).copied()")),
            2 => self.of(Ty::Nums, |x| format!("{x}.get(1).copied()")),
            _ => None,
        };
        found.unwrap_or_else(|| format!("Some({})", self.value(Ty::Num)))
    }

    fn nums(&mut self) -> String {
        let found = match self.below(4) {
            0 => self.of(Ty::Texts, |x| {
                format!("{x}.iter().map(|x| x.len() as i64).collect::<Vec<_>>()")
            }),
            1 => self.of(Ty::Grid, |x| format!("{x}.first().cloned().unwrap_or_default()")),
            2 => self.of(Ty::Table, |x| format!("{x}.values().copied().collect::<Vec<_>>()")),
            _ => None,
        };
        found.unwrap_or_else(|| format!("vec![{}, {}]", self.atom(), self.atom()))
    }

    /// A condition.
    pub fn condition(&mut self) -> String {
        let (word, lit) = (self.word(), self.below(6));
        for _ in 0..5 {
            let found = match self.below(13) {
                0 | 1 => Some(format!("{} > {lit}", self.atom())),
                2 => Some(format!("{} == {}", self.atom(), self.atom())),
                3 => self.of(Ty::Text, |x| format!("{x} == {word}")),
                4 => self.of(Ty::Texts, |x| format!("{x}.contains(&{word}.to_string())")),
                5 => self.of(Ty::Bag, |x| format!("{x}.contains({word})")),
                6 => self.of(Ty::Maybe, |x| format!("{x}.is_some()")),
                7 => self.of(Ty::Kind, |x| format!("matches!({x}, Kind::Sized(_) | Kind::Empty)")),
                8 => self.of(Ty::Table, |x| format!("{x}.contains_key({word})")),
                9 => self.of(Ty::Held, |x| format!("{x}.lines.is_empty()")),
                10 => self.known(Ty::Size, false).map(|x| format!("{x} > {lit}")),
                11 => self.known(Ty::Char, false).map(|x| format!("{x} == 'a'")),
                _ => self.of(Ty::Nums, |x| format!("{x}.len() > {lit}")),
            };
            let Some(found) = found else { continue };
            return match self.known(Ty::Flag, false) {
                Some(flag) if self.chance(15) => format!("{flag} && {found}"),
                Some(flag) if self.chance(15) => format!("!({found} || {flag})"),
                _ => found,
            };
        }
        format!("{} > {lit}", self.atom())
    }
}
