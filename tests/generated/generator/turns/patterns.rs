//! Patterns, what they are asked of, and the names that they bind.

use super::names::{By, Name, Ty};
use super::writer::Writer;

/// A pattern that may not match, the value, and the names that it binds.
pub type Tested = (String, String, Vec<Name>);

/// The pattern of an arm, and its names.
pub type Arm = (String, Vec<Name>);

impl Writer<'_> {
    pub fn tested(&mut self) -> Tested {
        for _ in 0..8 {
            // In a state, a pattern keeps no reference.
            let lends = !self.among_states() && self.chance(50);
            let found = if lends { self.lent() } else { self.owned() };
            if let Some((pat, on, names)) = found {
                let names = names.into_iter().map(|name| name.lent(&on)).collect();
                return (pat, on, names);
            }
        }
        self.some("Some(3i64)".into(), Ty::Num, By::Value)
    }

    fn some(&mut self, on: String, ty: Ty, by: By) -> Tested {
        let x = self.text_of(ty);
        (format!("Some({x})"), on, vec![Name::of(x, ty, by)])
    }

    fn owned(&mut self) -> Option<Tested> {
        Some(match self.below(4) {
            0 => {
                let of = self.place(Ty::Nums)?.text;
                self.some(format!("{of}.first().copied()"), Ty::Num, By::Value)
            }
            1 => {
                let of = self.known(Ty::Maybe, false)?;
                let (x, flag) = (self.text_of(Ty::Num), self.condition());
                let names = vec![Name::of(x.clone(), Ty::Num, By::Value)];
                (format!("(Some({x}), true)"), format!("({of}, {flag})"), names)
            }
            2 => {
                let (of, x) = (self.place(Ty::Boxes)?.text, self.fresh("lines"));
                let names = vec![Name::of(x.clone(), Ty::Texts, By::Value)];
                let pat = format!("Some(Parcel {{ lines: {x}, size: 0.., .. }})");
                (pat, format!("{of}.last().cloned()"), names)
            }
            _ => {
                let of = self.known(Ty::Maybe, false)?;
                self.some(of, Ty::Num, By::Value)
            }
        })
    }

    /// Names that are references.
    fn lent(&mut self) -> Option<Tested> {
        let lit = self.below(4);
        let amp = |of: &Name| if of.by == By::Value { "&" } else { "" };
        Some(match self.below(4) {
            0 => {
                let of = self.place(Ty::Perhaps)?;
                self.some(format!("{}{}", amp(&of), of.text), Ty::Text, By::Reference)
            }
            1 => {
                let (of, word) = (self.place(Ty::Table)?.text, self.word());
                self.some(format!("{of}.get({word})"), Ty::Num, By::Reference)
            }
            2 => {
                let (of, x) = (self.place(Ty::Kind)?, self.text_of(Ty::Num));
                let names = vec![Name::of(x.clone(), Ty::Num, By::Reference)];
                let pat = format!("Kind::Sized({x}) | Kind::Named {{ size: {x}, .. }}");
                (pat, format!("{}{}", amp(&of), of.text), names)
            }
            _ => {
                let of = self.place(Ty::Texts)?.text;
                self.some(format!("{of}.get({lit})"), Ty::Text, By::Reference)
            }
        })
    }

    /// The value of a `match`, and its patterns.
    pub fn arms(&mut self) -> (String, Vec<Arm>) {
        let found = match self.below(5) {
            0 => self.of_kind(),
            1 => self.of_word(),
            2 => self.of_pair(),
            3 => self.of_perhaps(),
            _ => None,
        };
        found.unwrap_or_else(|| {
            let x = self.text_of(Ty::Num);
            let some = vec![
                ("0 | 7".into(), vec![]),
                number(format!("{x} @ 1..=3"), &x, By::Value),
                number(format!("{x} if {x} > 5"), &x, By::Value),
                ("_".into(), vec![]),
            ];
            (self.atom(), some)
        })
    }

    fn of_kind(&mut self) -> Option<(String, Vec<Arm>)> {
        let of = self.place(Ty::Kind)?;
        let (x, word) = (self.text_of(Ty::Num), self.fresh("word"));
        let lends = self.chance(50) && !self.among_states();
        let (on, by) = match (of.by, lends) {
            (By::Value, true) => (format!("&{}", of.text), By::Reference),
            (By::Value, false) => (format!("{}.clone()", of.text), By::Value),
            _ => (of.text, By::Reference),
        };
        let star = if by == By::Reference { "*" } else { "" };
        let guard = self.condition();
        let either = format!("Kind::Sized({x}) | Kind::Named {{ size: {x}, .. }} if {guard}");
        let named = format!("Kind::Named {{ name: {word}, .. }}");
        let some = vec![
            number(format!("Kind::Sized({x}) if {star}{x} > 2"), &x, by),
            number(either, &x, by),
            (named, vec![Name::of(word, Ty::Text, by)]),
            ("_".into(), vec![]),
        ];
        let lent = |(pat, names): Arm| {
            (pat, names.into_iter().map(|name| name.lent(&on)).collect::<Vec<_>>())
        };
        let some = some.into_iter().map(lent).collect();
        Some((on, some))
    }

    fn of_word(&mut self) -> Option<(String, Vec<Arm>)> {
        let of = self.place(Ty::Text)?;
        let borrow = if of.by == By::Slice { "" } else { ".as_str()" };
        let guard = self.condition();
        let some = ["\"a\" | \"b\"".into(), format!("\"\" if {guard}"), "_".into()];
        let some = some.into_iter().map(|pat| (pat, vec![])).collect();
        Some((format!("{}{borrow}", of.text), some))
    }

    fn of_pair(&mut self) -> Option<(String, Vec<Arm>)> {
        let of = self.known(Ty::Maybe, false)?;
        let (x, guard) = (self.text_of(Ty::Num), self.condition());
        let some = vec![
            number(format!("(Some({x}), false) if {x} > 0"), &x, By::Value),
            number(format!("(Some({x} @ 0..=4), _)"), &x, By::Value),
            ("(None, true)".into(), vec![]),
            ("_".into(), vec![]),
        ];
        Some((format!("({of}, {guard})"), some))
    }

    fn of_perhaps(&mut self) -> Option<(String, Vec<Arm>)> {
        let (of, x) = (self.place(Ty::Perhaps)?, self.text_of(Ty::Text));
        let names = vec![Name::of(x.clone(), Ty::Text, By::Value)];
        let some = vec![
            (format!("Some({x}) if !{x}.is_empty()"), names),
            ("Some(_) | None".into(), vec![]),
        ];
        Some((of.read(), some))
    }
}

/// An arm that binds a number.
fn number(pat: String, x: &str, by: By) -> Arm {
    (pat, vec![Name::of(x, Ty::Num, by)])
}
