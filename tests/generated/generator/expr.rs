//! Expressions of each type, of what is in scope.

use super::scope::{Ty, fields};
use super::writer::Writer;

const PACKED: &[Ty] = &[Ty::Word, Ty::Number, Ty::Flag, Ty::Count];
const LITERALS: &[&str] = &["\"\"", "\"a\"", "\"b\"", "\"c\"", "\"north\""];

impl Writer<'_> {
    /// A value of the type.
    pub fn value(&mut self, ty: Ty) -> String {
        if self.calls && self.chance(8) {
            return self.call(ty);
        }
        if self.chance(60)
            && let Some(known) = self.known(ty, false)
        {
            return known;
        }
        self.made(ty)
    }

    /// What is not the same in each run: it is known, or a task answers it.
    pub fn varied(&mut self, ty: Ty) -> String {
        match self.known(ty, false) {
            Some(known) if !self.calls || self.chance(85) => known,
            _ => self.call(ty),
        }
    }

    /// A text of bounded length, also in loops.
    pub fn tame(&mut self) -> String {
        match self.known(Ty::Word, true) {
            Some(known) if self.chance(75) => known,
            _ => self.literal(),
        }
    }

    /// What is in scope: a variable or a field of one, by value.
    pub fn known(&mut self, ty: Ty, tame: bool) -> Option<String> {
        let mut found = vec![];
        for (at, var) in self.scope.visible().filter(|(_, var)| var.tame || !tame) {
            let movable = self.moves && self.scope.movable(var);
            if var.ty == ty && var.whole() {
                found.push((at, "", var.name.clone(), movable));
            }
            for (field, _) in
                fields(var.ty).iter().filter(|(field, of)| *of == ty && var.has(field))
            {
                found.push((at, *field, format!("{}.{field}", var.name), movable));
            }
        }
        if found.is_empty() {
            return None;
        }
        let (at, field, text, movable) = self.pick(&found);
        if ty.copies() {
            return Some(text);
        }
        if movable && self.chance(15) {
            self.scope.vars[at].gone.insert(field);
            return Some(text);
        }
        Some(format!("{text}.clone()"))
    }

    /// A variable of the type that can be borrowed for a moment.
    pub fn borrowed(&mut self, ty: Ty) -> Option<String> {
        let moves = std::mem::replace(&mut self.moves, false);
        let known = self.known(ty, false);
        self.moves = moves;
        known.map(|known| known.strip_suffix(".clone()").unwrap_or(&known).to_owned())
    }

    pub fn literal(&mut self) -> String {
        format!("{}.to_string()", self.pick(LITERALS))
    }

    /// A call of a task, awaited.
    pub fn call(&mut self, ty: Ty) -> String {
        format!("{}.await?", self.bare_call(ty))
    }

    /// A call of the task that gives this type.
    pub fn bare_call(&mut self, ty: Ty) -> String {
        let calls = std::mem::replace(&mut self.calls, false);
        let call = match ty {
            Ty::Number if self.chance(40) => {
                format!("pair({}, {})", self.value(Ty::Number), self.value(Ty::Number))
            }
            Ty::Number => format!("number({})", self.value(Ty::Number)),
            Ty::Flag => format!("check({})", self.value(Ty::Word)),
            Ty::Word => format!("text({})", self.value(Ty::Word)),
            Ty::Maybe => format!("maybe({})", self.value(Ty::Word)),
            Ty::List => format!("list({})", self.value(Ty::Word)),
            Ty::Kind => format!("kind({})", self.value(Ty::Number)),
            Ty::Parcel if self.chance(50) => self.several("pack", PACKED),
            Ty::Parcel => format!("parcel({})", self.value(Ty::Parcel)),
            Ty::Count => format!("count({})", self.value(Ty::Count)),
            Ty::Spot if self.chance(50) => self.several("between", &[Ty::Spot, Ty::Spot]),
            Ty::Spot => format!("spot({})", self.value(Ty::Spot)),
            Ty::Pair => self.several("both", &[Ty::Number, Ty::Word]),
            Ty::Boxes => self.several("boxes", &[Ty::Boxes, Ty::Number]),
            Ty::Event => format!("event({})", self.value(Ty::Event)),
            Ty::Table => format!("table({})", self.value(Ty::Word)),
        };
        self.calls = calls;
        call
    }

    /// A call with several arguments.
    fn several(&mut self, task: &str, types: &[Ty]) -> String {
        let values: Vec<String> = types.iter().map(|ty| self.value(*ty)).collect();
        format!("{task}({})", values.join(", "))
    }

    fn made(&mut self, ty: Ty) -> String {
        match ty {
            Ty::Number => self.number(),
            Ty::Flag => self.condition(),
            Ty::Word => self.word(),
            Ty::Maybe => match self.below(3) {
                0 => "None::<String>".into(),
                1 => match self.borrowed(Ty::List) {
                    Some(list) => format!("{list}.first().cloned()"),
                    None => "None::<String>".into(),
                },
                _ => format!("Some({})", self.value(Ty::Word)),
            },
            Ty::List => match self.below(3) {
                0 => format!("vec![{}]", self.tame()),
                1 => format!("vec![{}, {}]", self.tame(), self.tame()),
                _ => match self.borrowed(Ty::List) {
                    Some(list) => format!(
                        "{list}.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>()"
                    ),
                    None => "Vec::<String>::new()".into(),
                },
            },
            Ty::Kind => match self.below(3) {
                0 => "Kind::Empty".into(),
                1 => format!("Kind::Sized({})", self.value(Ty::Number)),
                _ => {
                    let name = self.value(Ty::Word);
                    format!("Kind::Named {{ name: {name}, size: {} }}", self.value(Ty::Number))
                }
            },
            Ty::Parcel => self.parcel(),
            Ty::Count => match self.below(3) {
                0 => "None::<i64>".into(),
                1 => match self.borrowed(Ty::Table) {
                    Some(table) => format!("{table}.get({}).copied()", self.pick(LITERALS)),
                    None => "None::<i64>".into(),
                },
                _ => format!("Some({})", self.value(Ty::Number)),
            },
            Ty::Spot => {
                let (x, y) = (self.value(Ty::Number), self.value(Ty::Number));
                match self.borrowed(Ty::Spot) {
                    Some(spot) if self.chance(40) => {
                        format!("my_types::Spot {{ x: {x}, ..{spot} }}")
                    }
                    _ => format!("my_types::Spot {{ x: {x}, y: {y} }}"),
                }
            }
            Ty::Pair => format!("({}, {})", self.value(Ty::Number), self.value(Ty::Word)),
            Ty::Boxes => match self.borrowed(Ty::Boxes) {
                Some(boxes) if self.chance(60) => self.some_boxes(&boxes),
                _ => self.still(|me| format!("vec![{}]", me.value(Ty::Parcel))),
            },
            Ty::Event => match self.below(3) {
                0 => "Event::Nothing".into(),
                1 => {
                    let (to, times) = (self.tame(), self.value(Ty::Number));
                    let why = self.value(Ty::Maybe);
                    format!("Event::Sent {{ to: {to}, times: {times}, why: {why} }}")
                }
                _ => format!("Event::Lost(my_types::Loss {{ at: {} }})", self.value(Ty::Spot)),
            },
            Ty::Table => match self.borrowed(Ty::Table) {
                Some(table) if self.chance(70) => format!("{table}.clone()"),
                _ => "BTreeMap::<String, i64>::new()".into(),
            },
        }
    }

    fn some_boxes(&mut self, boxes: &str) -> String {
        match self.below(3) {
            0 => format!("{boxes}.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>()"),
            1 => format!("{boxes}.iter().take(2).cloned().collect::<Vec<_>>()"),
            _ => format!(
                "{boxes}.iter().filter(|of| of.note.is_none()).cloned().collect::<Vec<_>>()"
            ),
        }
    }

    fn parcel(&mut self) -> String {
        let name = self.tame();
        let size = self.value(Ty::Number);
        let note = self.value(Ty::Maybe);
        let lines = self.value(Ty::List);
        let kind = self.value(Ty::Kind);
        let text = self.tame();
        let code = self.value(Ty::Number);
        let (count, spot) = (self.value(Ty::Count), self.value(Ty::Spot));
        format!(
            "Parcel {{ name: {name}, size: {size}, note: {note}, lines: {lines}, kind: {kind}, \
             label: Label {{ text: {text}, code: {code} }}, count: {count}, spot: {spot} }}"
        )
    }

    /// A number that is not large, whatever it is made from.
    pub fn number(&mut self) -> String {
        let literal = (self.below(9) as i64 - 2).to_string();
        match self.below(9) {
            0 => literal,
            6 => match self.borrowed(Ty::Count) {
                Some(count) => format!("{count}.unwrap_or({literal})"),
                None => literal,
            },
            7 => match self.borrowed(Ty::Boxes) {
                Some(boxes) => format!("{boxes}.iter().map(|of| of.size % 9).sum::<i64>()"),
                None => literal,
            },
            8 => match self.borrowed(Ty::Boxes) {
                Some(boxes) => format!("{boxes}.len() as i64"),
                None => literal,
            },
            1 => match self.borrowed(Ty::Word) {
                Some(word) => format!("{word}.len() as i64"),
                None => literal,
            },
            2 => match self.borrowed(Ty::List) {
                Some(list) => format!("{list}.len() as i64"),
                None => literal,
            },
            3 => match (self.borrowed(Ty::Table), self.borrowed(Ty::Word)) {
                (Some(table), Some(word)) => {
                    format!("{table}.get(&{word}).copied().unwrap_or({literal})")
                }
                _ => literal,
            },
            4 => match self.borrowed(Ty::Maybe) {
                Some(maybe) => format!("{maybe}.as_ref().map_or({literal}, |of| of.len() as i64)"),
                None => literal,
            },
            _ => {
                let (a, b) = (self.value(Ty::Number), self.value(Ty::Number));
                let sign = self.pick(&["+", "-"]);
                format!("({a}) % 50 {sign} ({b}) % 7")
            }
        }
    }

    /// A text; not of bounded length.
    fn word(&mut self) -> String {
        let names: Vec<String> = self
            .scope
            .visible()
            .filter(|(_, var)| matches!(var.ty, Ty::Word | Ty::Number | Ty::Flag) && var.whole())
            .map(|(_, var)| var.name.trim_start_matches("r#").to_owned())
            .collect();
        match self.below(4) {
            0 => self.literal(),
            1 => match self.borrowed(Ty::Maybe) {
                Some(maybe) => format!("{maybe}.clone().unwrap_or_default()"),
                None => self.literal(),
            },
            2 => match self.borrowed(Ty::List) {
                Some(list) => format!("{list}.join(\"-\")"),
                None => self.literal(),
            },
            _ if names.is_empty() => self.literal(),
            _ => {
                let (a, b) = (self.pick(&names), self.pick(&names));
                format!("format!(\"{{{a}}}/{{{b}}}\")")
            }
        }
    }

    /// A condition.
    pub fn condition(&mut self) -> String {
        let number = self.below(5) as i64 - 1;
        let one = match self.below(12) {
            7 => match self.borrowed(Ty::Count) {
                Some(count) => format!("{count} == Some({number})"),
                None => "false".into(),
            },
            8 => match (self.borrowed(Ty::Spot), self.borrowed(Ty::Spot)) {
                (Some(one), Some(other)) => format!("{one} == {other}"),
                _ => "true".into(),
            },
            9 => match self.borrowed(Ty::Maybe) {
                Some(maybe) => format!("{maybe}.is_none()"),
                None => "true".into(),
            },
            10 => match self.borrowed(Ty::Boxes) {
                Some(boxes) => format!("{boxes}.iter().any(|of| of.count.is_none())"),
                None => "true".into(),
            },
            11 => match self.borrowed(Ty::Event) {
                Some(event) => {
                    format!("matches!({event}, Event::Sent {{ times, .. }} if times > {number})")
                }
                None => "false".into(),
            },
            0 => format!("{} > {number}", self.value(Ty::Number)),
            1 => format!("({}) % 2 == 0", self.value(Ty::Number)),
            2 => match self.borrowed(Ty::Word) {
                Some(word) => format!("{word} == {}", self.pick(LITERALS)),
                None => "true".into(),
            },
            3 => match self.borrowed(Ty::Maybe) {
                Some(maybe) => format!("{maybe}.is_some()"),
                None => "false".into(),
            },
            4 => match (self.borrowed(Ty::List), self.borrowed(Ty::Word)) {
                (Some(list), Some(word)) => format!("{list}.contains(&{word})"),
                (Some(list), None) => format!("{list}.is_empty()"),
                _ => "true".into(),
            },
            5 => match self.borrowed(Ty::Kind) {
                Some(kind) => format!("matches!({kind}, Kind::Sized(_) | Kind::Empty)"),
                None => "true".into(),
            },
            _ => match self.borrowed(Ty::Table) {
                Some(table) => format!("{table}.is_empty()"),
                None => "false".into(),
            },
        };
        // `a as i64 > b` is fine, `a as i64 < b` is a generic type: only `>` and `==` are written.
        match self.below(5) {
            0 => format!("!({one})"),
            1 => match self.borrowed(Ty::Flag) {
                Some(flag) => format!("{flag} && {one}"),
                None => one,
            },
            _ => one,
        }
    }

    /// An expression that may be evaluated again and again: without calls and moves.
    pub fn still<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let (calls, moves) = (self.calls, self.moves);
        (self.calls, self.moves) = (false, false);
        let written = write(self);
        (self.calls, self.moves) = (calls, moves);
        written
    }
}
