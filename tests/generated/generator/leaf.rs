//! Rows that hold no others.

use super::lines::Lines;
use super::row::Row;
use super::scope::{TYPES, Ty, fields};
use super::writer::{Place, Writer};

impl Writer<'_> {
    /// Writes a leaf. Whether nothing can come after it.
    pub fn leaf(&mut self, row: Row, place: Place, ends: bool) -> bool {
        match row {
            Row::Call => self.a_call(place, ""),
            Row::Retried => {
                let how = self.pick(&[
                    ".retry(Retry::on(&[\"Unknown\"]).interval(1).max_attempts(2))",
                    ".timeout(Duration::from_secs(3))",
                    ".timeout(Duration::from_secs(2)).retry(Retry::on(&[\"States.Timeout\"]).max_attempts(1))",
                    ".retry(Retry::on(&[\"States.ALL\"]).max_attempts(1).jitter())",
                    ".heartbeat(Duration::from_secs(1)).retry(Retry::on(&[\"Throttled\"]).interval(3))",
                ]);
                self.a_call(place, how);
            }
            Row::Values => self.values(place),
            Row::Shadow => self.shadow(),
            Row::Mutate => self.mutate(),
            Row::Moves => self.moved(),
            Row::Sleep => self.sleep(),
            Row::Return | Row::Leave => return self.way_out(row, ends),
            _ => {}
        }
        false
    }

    fn a_call(&mut self, place: Place, how: &str) {
        if place.ty.is_none() && self.chance(25) {
            let word = self.value(Ty::Word);
            return self.line(format!("note({word}){how}.await?;"));
        }
        let ty = place.ty.unwrap_or_else(|| self.random.pick(TYPES));
        let call = self.bare_call(ty);
        self.put(place, ty, &format!("{call}{how}.await?"), true);
    }

    /// A value goes to its place, or becomes a new variable.
    pub fn put(&mut self, place: Place, ty: Ty, value: &str, tame: bool) {
        if place.ty.is_some() {
            return self.line(format!("{}{value}{}", place.before, place.after));
        }
        let mutable = self.chance(40);
        let var = self.var(ty, mutable, tame && ty != Ty::Table);
        let word = if mutable { "let mut" } else { "let" };
        self.line(format!("{word} {}: {} = {value};", var.name, ty.rust()));
        self.bind(var);
    }

    fn values(&mut self, place: Place) {
        let ty = place.ty.unwrap_or_else(|| {
            self.random.pick(&[
                Ty::Kind,
                Ty::Parcel,
                Ty::Maybe,
                Ty::List,
                Ty::Table,
                Ty::Count,
                Ty::Pair,
                Ty::Boxes,
                Ty::Event,
            ])
        });
        let value = self.still(|me| me.value(ty));
        self.put(place, ty, &value, false);
    }

    /// A name that is known, for a value made from what it was.
    fn shadow(&mut self) {
        let known: Vec<_> =
            self.scope.visible().map(|(_, var)| (var.name.clone(), var.ty)).collect();
        let Some(at) = (!known.is_empty()).then(|| self.below(known.len())) else {
            return self.values(Place::nowhere());
        };
        let (name, was) = known[at].clone();
        let ty = if self.chance(50) { was } else { self.pick(TYPES) };
        let value = self.value(ty);
        let var = self.named_var(name, ty, self.random.clone().percent(30), false);
        let word = if var.mutable { "let mut" } else { "let" };
        self.line(format!("{word} {}: {} = {value};", var.name, ty.rust()));
        self.bind(var);
    }

    /// A variable that may be assigned here; a new one where there is none.
    pub fn a_mutable(&mut self) -> (String, Ty) {
        let known = self.scope.assignable();
        if known.is_empty() || self.chance(15) {
            let ty = self.pick(TYPES);
            let value = self.value(ty);
            let var = self.fresh_var(ty.letter(), ty, true, false);
            self.line(format!("let mut {}: {} = {value};", var.name, ty.rust()));
            let made = (var.name.clone(), ty);
            self.bind(var);
            return made;
        }
        let at = self.pick(&known);
        (self.scope.vars[at].name.clone(), self.scope.vars[at].ty)
    }

    fn mutate(&mut self) {
        let (name, ty) = self.a_mutable();
        let line = self.still(|me| match ty {
            Ty::Number if me.chance(50) => format!("{name} += ({}) % 10;", me.value(Ty::Number)),
            Ty::Number => format!("{name} = ({name} + 3) % 100;"),
            Ty::Flag => format!("{name} = {};", me.condition()),
            Ty::Word => format!("{name} = {};", me.tame()),
            Ty::Maybe => format!("{name} = Some({});", me.tame()),
            Ty::List => format!("{name}.push({});", me.tame()),
            Ty::Kind => format!("{name} = Kind::Sized({});", me.number()),
            Ty::Parcel if me.chance(50) => format!("{name}.label.code = {};", me.number()),
            Ty::Parcel => format!("{name}.lines.push({});", me.tame()),
            Ty::Count => format!("{name} = Some({});", me.number()),
            Ty::Spot if me.chance(50) => format!("{name}.x = ({name}.y + 1) % 100;"),
            Ty::Spot => format!("{name}.y += ({}) % 10;", me.value(Ty::Number)),
            Ty::Pair if me.chance(50) => format!("{name}.0 = {};", me.number()),
            Ty::Pair => format!("{name}.1 = {};", me.tame()),
            Ty::Boxes => format!("{name}.push({});", me.value(Ty::Parcel)),
            Ty::Event => format!("{name} = Event::Nothing;"),
            Ty::Table => {
                let word = me.tame();
                format!("{name}.insert({word}, {});", me.number())
            }
        });
        self.line(line);
    }

    /// Fields are moved out of a struct, or its parts bound by a pattern.
    fn moved(&mut self) {
        let found: Vec<usize> = self
            .scope
            .visible()
            .filter(|(_, var)| !fields(var.ty).is_empty())
            .filter(|(_, var)| var.whole() && self.scope.movable(var))
            .map(|(at, _)| at)
            .collect();
        let at = if found.is_empty() {
            let value = self.still(|me| me.value(Ty::Parcel));
            let var = self.fresh_var("held", Ty::Parcel, false, false);
            self.line(format!("let {}: Parcel = {value};", var.name));
            self.bind(var);
            self.scope.vars.len() - 1
        } else {
            self.pick(&found)
        };
        let name = self.scope.vars[at].name.clone();
        let whole = self.scope.vars[at].ty;
        if self.chance(30) {
            return self.taken_apart(at, &name, whole);
        }
        let (field, ty) = self.pick(fields(whole));
        if !ty.copies() {
            self.scope.vars[at].gone.insert(field);
        }
        let var = self.var(ty, false, false);
        self.line(format!("let {}: {} = {name}.{field};", var.name, ty.rust()));
        self.bind(var);
    }

    fn taken_apart(&mut self, at: usize, name: &str, whole: Ty) {
        let (lines, kind) = (self.fresh(), self.fresh());
        let numbers = match whole {
            Ty::Spot => Some(format!("let my_types::Spot {{ x: n{lines}, y: n{kind} }} = {name};")),
            Ty::Pair => Some(format!("let (n{lines}, word{kind}) = {name};")),
            _ => None,
        };
        if let Some(line) = numbers {
            self.line(line);
            let second = if whole == Ty::Pair { ("word", Ty::Word) } else { ("n", Ty::Number) };
            if whole == Ty::Pair {
                self.scope.vars[at].gone.insert("1");
            }
            for (name, ty) in
                [(format!("n{lines}"), Ty::Number), (format!("{}{kind}", second.0), second.1)]
            {
                let var = self.named_var(name, ty, false, false);
                self.bind(var);
            }
            return;
        }
        self.line(format!("let Parcel {{ lines: lines{lines}, kind: what{kind}, .. }} = {name};"));
        self.scope.vars[at].gone.extend(["lines", "kind"]);
        for (name, ty) in [(format!("lines{lines}"), Ty::List), (format!("what{kind}"), Ty::Kind)] {
            let var = self.named_var(name, ty, false, false);
            self.bind(var);
        }
    }

    fn sleep(&mut self) {
        let line = match self.borrowed(Ty::Word) {
            Some(word) if self.chance(40) => {
                format!("sleep(Duration::from_secs({word}.len() as u64)).await;")
            }
            _ => format!("sleep(Duration::from_secs({})).await;", 1 + self.below(90)),
        };
        self.line(line);
    }

    /// `return`, `break` or `continue`, under a condition where something comes after it.
    fn way_out(&mut self, row: Row, ends: bool) -> bool {
        let out = |me: &mut Self| if row == Row::Return { me.returns() } else { me.leaves() };
        if ends && self.chance(40) {
            let line = out(self);
            self.line(line);
            return true;
        }
        let condition = self.still(Self::condition);
        let line = self.still(out);
        self.open(format!("if {condition} {{"));
        self.line(line);
        self.close("}");
        false
    }

    pub fn leave_or_return(&mut self) {
        let line = match self.scope.around.is_empty() || self.chance(40) {
            true => self.still(Self::returns),
            false => self.still(Self::leaves),
        };
        self.line(line);
    }

    fn returns(&mut self) -> String {
        if self.chance(15) {
            let word = self.still(Self::tame);
            return format!("return Err(Failure::new(\"Stopped\", {word}));");
        }
        let ty = self.scope.result.last().copied().unwrap_or(Ty::List);
        let value = self.still(|me| me.value(ty));
        format!("return Ok({value});")
    }

    fn leaves(&mut self) -> String {
        let last = self.scope.around.len() - 1;
        let at = self.below(last + 1);
        let around = self.scope.around[at].clone();
        let (around, label) = match &around.label {
            Some(label) => (around.clone(), format!(" {label}")),
            None => (self.scope.around[last].clone(), String::new()),
        };
        if self.chance(40) {
            return format!("continue{label};");
        }
        match around.value {
            Some(ty) => format!("break{label} {};", self.still(|me| me.value(ty))),
            None => format!("break{label};"),
        }
    }
}
