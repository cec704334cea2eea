//! Statements that hold others.

use super::super::lines::Lines;
use super::form::Form;
use super::names::{By, Name, Ty};
use super::writer::{Leave, Writer};

impl Writer<'_> {
    pub fn holding(&mut self, form: Form, last: bool) {
        match form {
            Form::For => self.a_loop(),
            Form::If => self.an_if(last),
            Form::ElseIf => self.else_if(last),
            Form::IfLet => self.if_let(last),
            Form::Match => self.a_match(last),
            Form::Block => {
                self.open("{");
                let (free, ends) = (last && self.in_turn(), self.chance(40));
                self.scoped(|me| me.body(free && ends, free));
                self.close("}");
            }
            Form::LetElse => self.let_else(),
            Form::Told => self.told(last),
            Form::Value => self.a_value(),
            _ => self.closure(),
        }
    }

    fn in_turn(&self) -> bool {
        matches!(self.leave, Leave::Turn(_))
    }

    /// One way of a branch: it leaves, or it goes on. True if it leaves.
    fn way(&mut self, names: &[Name], last: bool, may_end: bool) -> bool {
        let may = may_end && self.leave != Leave::Never && self.leaving > 0;
        let ends = may && self.chance(40);
        if ends {
            self.leaving -= 1;
        }
        let free = last && self.in_turn();
        self.scoped(|me| {
            me.names.extend_from_slice(names);
            me.body(ends, free);
        });
        ends
    }

    fn an_if(&mut self, last: bool) {
        let condition = self.condition();
        self.open(format!("if {condition} {{"));
        let ended = self.way(&[], last, true);
        // What comes after an `else` that binds names would see them.
        if self.chance(40) && !(ended && self.leave == Leave::Function) {
            self.between("} else {");
            self.way(&[], last, !ended && self.leave != Leave::Function);
        }
        self.close("}");
    }

    fn else_if(&mut self, last: bool) {
        let (one, two) = (self.condition(), self.condition());
        self.open(format!("if {one} {{"));
        let ended = self.way(&[], last, true);
        self.between(format!("}} else if {two} {{"));
        let function = self.leave == Leave::Function;
        if function && ended {
            // The other way ends, too: nothing that it binds is seen after it.
            self.scoped(|me| me.body(true, false));
            return self.close("}");
        }
        let all = self.way(&[], last, !function);
        if self.chance(60) {
            self.between("} else {");
            self.way(&[], last, !(function || ended && all));
        }
        self.close("}");
    }

    fn if_let(&mut self, last: bool) {
        let (pat, on, names) = self.tested();
        let guard = match names.first() {
            Some(name) if name.ty == Ty::Num && self.chance(25) => {
                format!(" && {} > 1", name.read())
            }
            _ => String::new(),
        };
        self.open(format!("if let {pat} = {on}{guard} {{"));
        let ended = self.way(&names, last, true);
        if self.chance(40) && self.leave != Leave::Function {
            self.between("} else {");
            self.way(&[], last, !ended);
        }
        self.close("}");
    }

    fn let_else(&mut self) {
        let (pat, on, names) = self.tested();
        self.leaving = self.leaving.saturating_sub(1);
        let pat = if pat.contains(" | ") { format!("({pat})") } else { pat };
        self.open(format!("let {pat} = {on} else {{"));
        self.scoped(|me| me.body(true, false));
        self.close("};");
        self.names.extend(names);
    }

    fn a_match(&mut self, last: bool) {
        let (on, arms) = self.arms();
        let function = self.leave == Leave::Function;
        self.open(format!("match {on} {{"));
        let (many, mut ended) = (arms.len(), 0);
        for (at, (pat, names)) in arms.into_iter().enumerate() {
            self.open(format!("{pat} => {{"));
            // Every way that goes on has what comes after in it: one of them ends at most.
            let may = !function && ended == 0 && at + 1 < many;
            ended += usize::from(self.way(&names, last, may));
            self.close("}");
        }
        self.close("}");
    }

    /// A branch on what a change tells.
    fn told(&mut self, last: bool) {
        let of = self.target(&[Ty::Bag, Ty::Nums, Ty::Table, Ty::Texts]);
        let (text, word) = (of.text.clone(), self.word());
        let bound = match of.ty {
            Ty::Bag => None,
            Ty::Texts => Some(Name::of(self.text_of(Ty::Text), Ty::Text, By::Value)),
            _ => Some(Name::of(self.text_of(Ty::Num), Ty::Num, By::Value)),
        };
        let call = match of.ty {
            Ty::Bag if self.chance(30) => format!("{text}.remove({word})"),
            Ty::Bag => format!("{text}.insert({})", self.tame(Ty::Text)),
            Ty::Table => format!("{text}.remove({word})"),
            _ => format!("{text}.pop()"),
        };
        let names = Vec::from_iter(bound);
        match names.first().map(|name| name.text.clone()) {
            Some(x) if self.chance(35) => {
                self.open(format!("match {call} {{"));
                self.open(format!("Some({x}) => {{"));
                let ended = self.way(&names, last, self.leave != Leave::Function);
                self.close("}");
                self.open("None => {");
                self.way(&[], last, !ended && self.leave != Leave::Function);
                self.close("}");
                return self.close("}");
            }
            Some(x) => self.open(format!("if let Some({x}) = {call} {{")),
            None if self.chance(40) => self.open(format!("if !{call} {{")),
            None => self.open(format!("if {call} {{")),
        }
        let ended = self.way(&names, last, true);
        if self.chance(40) && self.leave != Leave::Function {
            self.between("} else {");
            self.way(&[], last, !ended);
        }
        self.close("}");
    }
}
