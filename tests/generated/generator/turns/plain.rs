//! Statements that hold no others.

use super::super::lines::Lines;
use super::form::Form;
use super::names::{By, CHANGED, Name, Ty};
use super::writer::Writer;

impl Writer<'_> {
    pub fn plain(&mut self, form: Form) {
        let line = match form {
            Form::Let => return self.a_let(),
            Form::Shadow => return self.shadow(),
            Form::Pop => return self.popped(),
            Form::Try => return self.tried(),
            Form::Assign => {
                let name = self.target(CHANGED);
                format!("{} = {};", name.text, self.value(name.ty))
            }
            Form::Compound => self.compound(),
            Form::Push => self.push(),
            Form::Insert => self.insert(),
            Form::Remove => self.remove(),
            Form::Clear => {
                let name = self.target(&[
                    Ty::Nums,
                    Ty::Texts,
                    Ty::Table,
                    Ty::Bag,
                    Ty::Text,
                    Ty::Groups,
                    Ty::Boxes,
                ]);
                format!("{}.clear();", name.text)
            }
            Form::Extend => self.extend(),
            Form::Truncate => {
                let name = self.target(&[Ty::Nums, Ty::Texts, Ty::Boxes, Ty::Grid, Ty::Bytes]);
                match self.known(Ty::Size, true) {
                    Some(at) if self.chance(50) => format!("{}.truncate({at});", name.text),
                    _ => format!("{}.truncate({});", name.text, 1 + self.below(3)),
                }
            }
            Form::Sort => self.sort(),
            Form::Retain => self.retain(),
            Form::Reorder => self.reorder(),
            Form::Entry => self.entry(),
            Form::Item => self.item(),
            Form::ItemPart => self.item_part(),
            Form::Part => self.part(),
            _ => self.said(),
        };
        self.line(line);
    }

    /// A name of one of these types that may be changed: a new one where there is none.
    pub fn target(&mut self, types: &[Ty]) -> Name {
        let mut known = self.changeable();
        known.retain(|name| types.contains(&name.ty));
        if !known.is_empty() {
            let name = self.pick(&known);
            self.note_change(&name);
            return name;
        }
        let ty = self.pick(types);
        let (text, value) = (self.fresh(ty.letter()), self.tame(ty));
        self.line(format!("let mut {text}: {} = {value};", ty.rust()));
        self.bind_mutable(&text, ty);
        Name::of(text, ty, By::Value)
    }

    /// Some change of a name.
    pub fn change_of(&mut self, name: &Name) -> String {
        let text = &name.text;
        match name.ty {
            Ty::Num if self.chance(50) => format!("{text} = {text} % 50 + 1;"),
            Ty::Num => format!("{text} += {};", self.num()),
            Ty::Byte => format!("{text} = {text} / 2 + {};", self.below(50)),
            Ty::Text => format!("{text}.push_str({});", self.word()),
            Ty::Flag => format!("{text} = !{text};"),
            Ty::Nums => format!("{text}.push({});", self.num()),
            Ty::Texts => format!("{text}.push({});", self.tame(Ty::Text)),
            Ty::Bytes => format!("{text}.push({});", self.value(Ty::Byte)),
            Ty::Grid => format!("{text}.push({});", self.tame(Ty::Nums)),
            Ty::Boxes => format!("{text}.truncate(2);"),
            Ty::Table => format!("*{text}.entry({}).or_insert(1) += 2;", self.tame(Ty::Text)),
            Ty::Groups => format!("{text}.entry({}).or_default().push(7);", self.tame(Ty::Text)),
            Ty::Bag => format!("{text}.insert({});", self.tame(Ty::Text)),
            Ty::Held => format!("{text}.size = {};", self.num()),
            Ty::Pair => format!("{text}.0 = {};", self.num()),
            ty => format!("{text} = {};", self.value(ty)),
        }
    }

    fn a_let(&mut self) {
        let ty = self.pick(CHANGED);
        if ty == Ty::Pair && self.chance(60) {
            let (n, word) = (self.text_of(Ty::Num), self.fresh("word"));
            let value = self.value(Ty::Pair);
            self.line(format!("let (mut {n}, {word}): (i64, String) = {value};"));
            self.bind_mutable(&n, Ty::Num);
            return self.names.push(Name { tame: false, ..Name::of(word, Ty::Text, By::Value) });
        }
        let text = self.text_of(ty);
        self.let_of(&text, ty);
    }

    fn let_of(&mut self, text: &str, ty: Ty) {
        let (value, mutable) = (self.value(ty), self.chance(60));
        let word = if mutable { "let mut" } else { "let" };
        self.line(format!("{word} {text}: {} = {value};", ty.rust()));
        self.names.push(Name { mutable, tame: false, ..Name::of(text, ty, By::Value) });
    }

    /// A name that is known, for a value made from what it was.
    fn shadow(&mut self) {
        let known = self.visible();
        if known.is_empty() || self.leave == super::writer::Leave::Function {
            return self.a_let();
        }
        let name = self.pick(&known);
        let ty = match CHANGED.contains(&name.ty) && self.chance(60) {
            true => name.ty,
            false => self.pick(CHANGED),
        };
        self.let_of(&name.text, ty);
    }

    /// A value that a change takes out.
    fn popped(&mut self) {
        let name = self.target(&[Ty::Nums, Ty::Table, Ty::Bag, Ty::Texts]);
        let (of, word) = (&name.text, self.word());
        let (ty, call) = match name.ty {
            Ty::Nums => (Ty::Maybe, format!("{of}.pop()")),
            Ty::Texts => (Ty::Perhaps, format!("{of}.pop()")),
            Ty::Table => (Ty::Maybe, format!("{of}.remove({word})")),
            _ if self.chance(50) => (Ty::Flag, format!("{of}.remove({word})")),
            _ => (Ty::Flag, format!("{of}.insert({})", self.tame(Ty::Text))),
        };
        let text = self.text_of(ty);
        self.line(format!("let {text} = {call};"));
        self.names.push(Name { tame: false, ..Name::of(text, ty, By::Value) });
    }

    fn compound(&mut self) -> String {
        let Name { text, ty, .. } = self.target(&[Ty::Num, Ty::Byte, Ty::Text, Ty::Flag]);
        match ty {
            Ty::Num => match self.below(8) {
                0 => format!("{text} -= {};", self.num()),
                1 => format!("{text} *= {};", 2 + self.below(2)),
                2 => format!("{text} /= {};", 2 + self.below(3)),
                3 => format!("{text} %= 9;"),
                _ => format!("{text} += {};", self.num()),
            },
            Ty::Byte => format!(
                "{text} {} {};",
                self.random.pick(&["+=", "-=", "+="]),
                self.value(Ty::Byte)
            ),
            Ty::Text => format!("{text} += &{};", self.tame(Ty::Text)),
            _ => format!("{text} = {text} || {};", self.condition()),
        }
    }

    fn push(&mut self) -> String {
        let lists = [Ty::Nums, Ty::Texts, Ty::Bytes, Ty::Grid, Ty::Boxes, Ty::Held];
        let Name { text, ty, .. } = self.target(&lists);
        match ty.item() {
            Some(Ty::Num) => format!("{text}.push({});", self.value(Ty::Num)),
            Some(Ty::Byte) => format!("{text}.push({});", self.value(Ty::Byte)),
            Some(item) => format!("{text}.push({});", self.tame(item)),
            None => format!("{text}.lines.push({});", self.tame(Ty::Text)),
        }
    }

    fn insert(&mut self) -> String {
        let Name { text, ty, .. } =
            self.target(&[Ty::Nums, Ty::Table, Ty::Bag, Ty::Groups, Ty::Texts]);
        match ty {
            Ty::Nums => format!("{text}.insert(0, {});", self.value(Ty::Num)),
            Ty::Texts => format!("{text}.insert({text}.len(), {});", self.tame(Ty::Text)),
            Ty::Table => format!("{text}.insert({}, {});", self.tame(Ty::Text), self.num()),
            Ty::Groups => {
                format!("{text}.insert({}, {});", self.tame(Ty::Text), self.tame(Ty::Nums))
            }
            _ => format!("{text}.insert({});", self.tame(Ty::Text)),
        }
    }

    fn remove(&mut self) -> String {
        let Name { text, ty, .. } = self.target(&[Ty::Table, Ty::Bag, Ty::Nums, Ty::Groups]);
        match ty {
            Ty::Nums => format!("if {text}.len() > 1 {{ {text}.remove(1); }}"),
            _ if self.chance(50) => format!("{text}.remove({});", self.word()),
            _ => format!("{text}.remove(&{});", self.tame(Ty::Text)),
        }
    }

    fn extend(&mut self) -> String {
        let Name { text, ty, .. } =
            self.target(&[Ty::Nums, Ty::Texts, Ty::Bag, Ty::Table, Ty::Boxes]);
        match ty {
            Ty::Nums if self.chance(40) => format!("{text}.extend_from_slice(&{});", self.tame(ty)),
            Ty::Bag => format!("{text}.extend({});", self.tame(Ty::Texts)),
            _ => format!("{text}.extend({});", self.tame(ty)),
        }
    }

    fn sort(&mut self) -> String {
        let Name { text, ty, .. } =
            self.target(&[Ty::Nums, Ty::Texts, Ty::Boxes, Ty::Grid, Ty::Bytes]);
        match ty {
            Ty::Boxes if self.chance(50) => {
                format!(
                    "{text}.sort_by(|a, b| b.size.cmp(&a.size).then_with(|| a.name.cmp(&b.name)));"
                )
            }
            Ty::Boxes => format!("{text}.sort_by_key(|x| x.size);"),
            Ty::Grid => format!("{text}.sort_by_key(|x| x.len());"),
            Ty::Nums if self.chance(40) => format!("{text}.sort_by(|a, b| b.cmp(a));"),
            _ => format!("{text}.sort();"),
        }
    }

    fn retain(&mut self) -> String {
        let lists = [Ty::Nums, Ty::Texts, Ty::Bag, Ty::Boxes, Ty::Table, Ty::Groups];
        let Name { text, ty, .. } = self.target(&lists);
        let lit = self.below(5);
        match ty {
            Ty::Nums => format!("{text}.retain(|x| *x != {});", self.atom()),
            Ty::Boxes => format!("{text}.retain(|x| x.size > {lit});"),
            Ty::Table => format!("{text}.retain(|k, v| *v > {lit} || k.is_empty());"),
            Ty::Groups => format!("{text}.retain(|_, v| v.len() > {});", lit % 2),
            _ => format!("{text}.retain(|x| x.len() as i64 > {lit});"),
        }
    }

    fn reorder(&mut self) -> String {
        let Name { text, ty, .. } = self.target(&[Ty::Nums, Ty::Texts, Ty::Bytes]);
        match self.below(3) {
            0 if ty != Ty::Bytes => format!("{text}.dedup();"),
            1 => format!("if {text}.len() > 1 {{ {text}.swap(0, 1); }}"),
            _ => format!("{text}.reverse();"),
        }
    }

    fn entry(&mut self) -> String {
        let Name { text, ty, .. } = self.target(&[Ty::Table, Ty::Groups]);
        let (key, n, lit) = (self.tame(Ty::Text), self.num(), self.below(9));
        match (ty, self.below(6)) {
            (Ty::Table, 0) => format!("*{text}.entry({key}).or_default() -= {n};"),
            (Ty::Table, 1) => format!("*{text}.entry({key}).or_insert_with(|| 3) = {n};"),
            (Ty::Table, 2) => format!("{text}.entry({key}).or_insert({lit});"),
            (Ty::Table, _) => format!("*{text}.entry({key}).or_insert(2) += {n};"),
            (_, 0) => format!("{text}.entry({key}).or_insert({}).clear();", self.tame(Ty::Nums)),
            (_, 1) => format!("{text}.entry({key}).or_default();"),
            (_, 2) => format!(
                "{text}.entry({key}).or_insert_with(|| vec![1]).extend({});",
                self.tame(Ty::Nums)
            ),
            (_, 3) => format!("{text}.entry({key}).or_default().sort();"),
            _ => format!("{text}.entry({key}).or_default().push({n});"),
        }
    }

    /// A condition under which an item is there, and its index.
    fn index(&mut self, text: &str) -> (String, String) {
        match self.known(Ty::Size, true) {
            Some(at) if self.chance(60) => (format!("({at}) < {text}.len()"), at),
            _ if self.chance(30) => {
                let end = self.fresh("end");
                self.line(format!("let {end} = {text}.len().saturating_sub(1);"));
                (format!("{text}.len() > 0"), end)
            }
            _ => (format!("{text}.len() > 1"), "1".into()),
        }
    }

    fn item(&mut self) -> String {
        let Name { text, ty, .. } =
            self.target(&[Ty::Nums, Ty::Texts, Ty::Bytes, Ty::Grid, Ty::Boxes]);
        let ((there, at), item) = (self.index(&text), ty.item().unwrap_or(ty));
        let change = match item {
            Ty::Num if self.chance(60) => format!("{text}[{at}] += {};", self.num()),
            Ty::Num if self.chance(30) => {
                format!("{text}[{at}] = {text}[{at}] * 2 + {};", self.num())
            }
            Ty::Num | Ty::Byte => format!("{text}[{at}] = {};", self.value(item)),
            item => format!("{text}[{at}] = {};", self.tame(item)),
        };
        // Rarely it is not there: then both fail.
        if self.chance(5) { change } else { format!("if {there} {{ {change} }}") }
    }

    fn item_part(&mut self) -> String {
        let Name { text, ty, .. } = self.target(&[Ty::Boxes, Ty::Grid]);
        let ((there, at), n) = (self.index(&text), self.num());
        let change = match (ty, self.below(5)) {
            (Ty::Grid, 0) => format!("{text}[{at}].clear();"),
            (Ty::Grid, 1) => format!("{text}[{at}].sort();"),
            (Ty::Grid, _) => format!("{text}[{at}].push({n});"),
            (_, 0) => format!("{text}[{at}].size += {n};"),
            (_, 1) => format!("{text}[{at}].label.code = {n};"),
            (_, 2) => format!("{text}[{at}].lines.push({});", self.tame(Ty::Text)),
            (_, 3) => format!("{text}[{at}].label.text.push_str({});", self.word()),
            _ => format!("{text}[{at}].count = {};", self.value(Ty::Maybe)),
        };
        format!("if {there} {{ {change} }}")
    }

    fn part(&mut self) -> String {
        let Name { text, ty, .. } = self.target(&[Ty::Held, Ty::Pair]);
        let n = self.num();
        match (ty, self.below(10)) {
            (Ty::Pair, 0) => format!("{text}.1 = {};", self.tame(Ty::Text)),
            (Ty::Pair, _) => format!("{text}.0 += {n};"),
            (_, 0) => format!("{text}.label.code -= {n};"),
            (_, 1) => format!("{text}.count = {};", self.value(Ty::Maybe)),
            (_, 2) => format!("{text}.note = {};", self.value(Ty::Perhaps)),
            (_, 3) => format!("{text}.kind = {};", self.value(Ty::Kind)),
            (_, 4) => format!("{text}.spot.x = {n};"),
            (_, 5) => format!("{text}.lines.truncate(1);"),
            (_, 7) => {
                format!("if let Some(note) = &{text}.note {{ {text}.size += note.len() as i64; }}")
            }
            (_, 8) => format!(
                "match &{text}.kind {{ Kind::Sized(s) => {text}.size += *s % 9, _ => {text}.size = 2 }}"
            ),
            _ => format!("{text}.size += {n};"),
        }
    }

    fn said(&mut self) -> String {
        let Name { text, .. } = self.target(&[Ty::Text]);
        match self.below(4) {
            0 => format!("{text}.push('x');"),
            1 => format!("{text}.push_str({});", self.word()),
            2 => format!("{text}.push_str(&format!(\"{{}} \", {}));", self.atom()),
            _ => format!("{text}.push_str(&{});", self.tame(Ty::Text)),
        }
    }
}
