//! Code that is a value: it changes nothing outside.

use super::super::lines::Lines;
use super::names::{By, CHANGED, Name, Ty};
use super::writer::{Leave, Writer};

impl Writer<'_> {
    /// A way of a value: statements, and what they come to.
    fn valued(&mut self, names: &[Name], ty: Ty) {
        self.scoped(|me| {
            let floor = std::mem::replace(&mut me.floor, me.names.len());
            me.names.extend_from_slice(names);
            let ty_too = me.pick(CHANGED);
            for own in [Ty::Num, ty_too] {
                let text = me.text_of(own);
                let start = me.value(own);
                me.line(format!("let mut {text}: {} = {start};", own.rust()));
                me.bind_mutable(&text, own);
            }
            me.leaving_by(Leave::Never, |me| me.body(false, false));
            let value = me.value(ty);
            me.line(value);
            me.floor = floor;
        });
    }

    pub fn a_value(&mut self) {
        let ty =
            self.pick(&[Ty::Num, Ty::Text, Ty::Nums, Ty::Flag, Ty::Maybe, Ty::Table, Ty::Held]);
        let text = self.text_of(ty);
        let before = format!("let mut {text}: {} =", ty.rust());
        match self.below(4) {
            0 => {
                self.open(format!("{before} {{"));
                self.valued(&[], ty);
                self.close("};");
            }
            1 => {
                let condition = self.condition();
                self.open(format!("{before} if {condition} {{"));
                self.valued(&[], ty);
                self.between("} else {");
                self.valued(&[], ty);
                self.close("};");
            }
            2 => {
                let (pat, on, names) = self.tested();
                self.open(format!("{before} if let {pat} = {on} {{"));
                self.valued(&names, ty);
                self.between("} else {");
                self.valued(&[], ty);
                self.close("};");
            }
            _ => {
                let (on, arms) = self.arms();
                self.open(format!("{before} match {on} {{"));
                for (pat, names) in arms {
                    self.open(format!("{pat} => {{"));
                    self.valued(&names, ty);
                    self.close("}");
                }
                self.close("};");
            }
        }
        self.bind_mutable(&text, ty);
    }

    pub fn closure(&mut self) {
        let of = self.place(Ty::Nums).map_or_else(|| "vec![1i64, 2]".to_owned(), |name| name.text);
        let (x, text) = (self.fresh("x"), self.fresh("made"));
        let item = [Name::of(x.clone(), Ty::Num, By::Reference)];
        let (ty, head, end, gives) = match self.below(5) {
            0 => (
                Ty::Nums,
                format!("{of}.iter().filter(|{x}| {{"),
                "}).copied().collect();",
                Ty::Flag,
            ),
            1 => (Ty::Flag, format!("{of}.iter().any(|{x}| {{"), "});", Ty::Flag),
            2 => (Ty::Maybe, format!("{of}.iter().filter_map(|{x}| {{"), "}).max();", Ty::Maybe),
            3 => return self.fold(&of, &text),
            _ => (Ty::Nums, format!("{of}.iter().map(|{x}| {{"), "}).collect();", Ty::Num),
        };
        self.open(format!("let mut {text}: {} = {head}", ty.rust()));
        // `any` and `filter` see references of references, or references: both are read alike.
        let item = if end.contains("copied") { vec![] } else { item.to_vec() };
        self.valued(&item, gives);
        self.close(end);
        self.bind_mutable(&text, ty);
    }

    fn fold(&mut self, of: &str, text: &str) {
        let (all, x) = (self.fresh("all"), self.fresh("x"));
        self.open(format!("let mut {text}: i64 = {of}.iter().fold(1i64, |mut {all}, {x}| {{"));
        let all = Name { mutable: true, ..Name::of(all, Ty::Num, By::Value) };
        self.valued(&[all, Name::of(x, Ty::Num, By::Reference)], Ty::Num);
        self.close("});");
        self.bind_mutable(text, Ty::Num);
    }
}
