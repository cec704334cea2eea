//! Rows that hold others.

use super::lines::Lines;
use super::row::Row;
use super::scope::{Around, TYPES, Ty, Var};
use super::writer::{Place, Tail, Writer};

/// An arm: its pattern, and what it binds.
pub type Arm = (String, Vec<Var>);

impl Writer<'_> {
    pub fn outer(&mut self, row: Row, place: Place) {
        match row {
            Row::Let => self.a_let(),
            Row::Block => self.block(place),
            Row::If => self.conditions(place, 1),
            Row::ElseIf => self.conditions(place, 2),
            Row::MatchEnum => self.match_enum(place),
            Row::MatchNumber => self.match_number(place),
            Row::MatchString => self.match_string(place),
            Row::MatchOption => self.match_option(place),
            Row::MatchResult => self.match_result(place),
            Row::IfLet => self.if_let(place),
            Row::LetElse => self.let_else(),
            Row::For => self.a_for(),
            Row::While => self.a_while(),
            Row::Loop => self.a_loop(place),
            Row::Join => self.join(),
            Row::Map => self.map(place),
            _ => {}
        }
    }

    /// `let x = row`, or `x = row`.
    fn a_let(&mut self) {
        let row = self.choose(Row::valued);
        if row == Row::Join {
            self.write(row, Place::nowhere(), false);
            return;
        }
        // What is assigned in loops must not grow: no texts.
        let steady = [Ty::Number, Ty::Flag, Ty::List, Ty::Kind];
        let known = self.scope.assignable();
        let fits: Vec<usize> = known
            .into_iter()
            .filter(|at| {
                let ty = self.scope.vars[*at].ty;
                steady.contains(&ty) && (row != Row::Map || ty == Ty::List)
            })
            .collect();
        if !fits.is_empty() && self.chance(35) {
            let at = self.pick(&fits);
            let Var { name, ty, .. } = self.scope.vars[at].clone();
            let place = Place { before: format!("{name} = "), ty: Some(ty), after: ";" };
            self.write(row, place, false);
            self.scope.vars[at].gone.clear();
            return;
        }
        let ty = if row == Row::Map { Ty::List } else { self.pick(TYPES) };
        let mutable = self.chance(40);
        let var = self.var(ty, mutable, false);
        let word = if mutable { "let mut" } else { "let" };
        let before = format!("{word} {}: {} = ", var.name, ty.rust());
        self.write(row, Place { before, ty: Some(ty), after: ";" }, false);
        self.bind(var);
    }

    fn block(&mut self, place: Place) {
        self.open(format!("{}{{", place.before));
        self.body(vec![], falls(&place));
        self.close(format!("}}{}", place.after));
    }

    /// `if`, and so many conditions.
    fn conditions(&mut self, place: Place, many: usize) {
        let mut heads = vec![];
        for at in 0..many {
            let condition = match at {
                0 if self.chance(15) => self.call(Ty::Flag),
                _ => self.still(Self::condition),
            };
            heads.push((format!("if {condition} {{"), vec![]));
        }
        if place.ty.is_some() || self.chance(60) {
            heads.push(("{".into(), vec![]));
        }
        self.chain(place, heads);
    }

    /// `if … {} else if … {} else {}`.
    fn chain(&mut self, place: Place, heads: Vec<Arm>) {
        let rich = self.below(heads.len());
        let first = self.lines.len() + 1;
        let (start, mut after) = (self.scope.clone(), self.scope.clone());
        for (at, (head, binds)) in heads.into_iter().enumerate() {
            match at {
                0 => self.open(format!("{}{head}", place.before)),
                _ => self.between(format!("}} else {head}")),
            }
            self.arm(at == rich, &start, &mut after, binds, &place);
            self.something(at == 0 && place.ty.is_none(), first);
        }
        self.close(format!("}}{}", place.after));
        self.scope = after;
    }

    /// A branch in which nothing happens is refused: the first arm does something.
    fn something(&mut self, asked: bool, first: usize) {
        let effect = |line: &String| [".await", "return "].iter().any(|word| line.contains(word));
        if asked && !self.lines[first..].iter().any(effect) {
            self.also(first, "arm");
        }
    }

    fn arm(
        &mut self,
        rich: bool,
        start: &super::scope::Scope,
        after: &mut super::scope::Scope,
        binds: Vec<Var>,
        place: &Place,
    ) {
        let tail = if !rich && self.chance(10) { Tail::Leaves } else { falls(place) };
        let left = self.left;
        if !rich && self.chance(70) {
            self.left = 0;
        }
        let poor = self.left == 0;
        self.branch(start, after, binds, tail);
        if poor {
            self.left = left;
        }
    }

    fn arms(&mut self, place: Place, on: &str, arms: Vec<Arm>) {
        self.open(format!("{}match {on} {{", place.before));
        let rich = self.below(arms.len());
        let first = self.lines.len() + 1;
        let (start, mut after) = (self.scope.clone(), self.scope.clone());
        for (at, (pattern, binds)) in arms.into_iter().enumerate() {
            self.open(format!("{pattern} => {{"));
            self.arm(at == rich, &start, &mut after, binds, &place);
            self.something(at == 0 && place.ty.is_none(), first);
            self.close("}");
        }
        self.close(format!("}}{}", place.after));
        self.scope = after;
    }

    fn match_enum(&mut self, place: Place) {
        match self.below(4) {
            0 => return self.match_event(place),
            1 => return self.match_spot(place),
            _ => {}
        }
        let on = self.varied(Ty::Kind);
        let (sized, size, name) = (
            self.var(Ty::Number, false, true),
            self.var(Ty::Number, false, true),
            self.var(Ty::Word, false, true),
        );
        let mut arms = vec![];
        if self.chance(50) {
            arms.push((format!("Kind::Sized({0}) if {0} > 3", sized.name), vec![sized.clone()]));
        }
        arms.push((format!("Kind::Sized({})", sized.name), vec![sized]));
        if size.name != name.name && self.chance(70) {
            let pattern = format!("Kind::Named {{ name: {}, size: {} }}", name.name, size.name);
            arms.push((pattern, vec![name, size]));
            arms.push(("Kind::Empty".into(), vec![]));
        } else {
            arms.push(("_".into(), vec![]));
        }
        self.arms(place, &on, arms);
    }

    fn match_event(&mut self, place: Place) {
        let on = self.varied(Ty::Event);
        let (to, times, at) = (
            self.var(Ty::Word, false, true),
            self.var(Ty::Number, false, true),
            self.var(Ty::Spot, false, true),
        );
        let mut arms = vec![];
        if to.name != times.name {
            let why = "why: Some(_), ..";
            let pattern =
                format!("Event::Sent {{ to: {}, times: {}, {why} }}", to.name, times.name);
            arms.push((pattern, vec![to, times.clone()]));
        }
        arms.push((format!("Event::Sent {{ times: {}, .. }}", times.name), vec![times]));
        arms.push((format!("Event::Lost(my_types::Loss {{ at: {} }})", at.name), vec![at]));
        arms.push(("Event::Nothing".into(), vec![]));
        self.arms(place, &on, arms);
    }

    fn match_spot(&mut self, place: Place) {
        let (spot, count) = (self.varied(Ty::Spot), self.varied(Ty::Count));
        let (x, n) = (self.var(Ty::Number, false, true), self.var(Ty::Number, false, true));
        let mut arms =
            vec![(format!("(my_types::Spot {{ x: 0, y: {} }}, _)", x.name), vec![x.clone()])];
        if x.name != n.name {
            let pattern = format!("(my_types::Spot {{ x: {}, .. }}, Some({}))", x.name, n.name);
            arms.push((pattern, vec![x, n]));
        }
        arms.push(("(_, None)".into(), vec![]));
        arms.push(("_".into(), vec![]));
        self.arms(place, &format!("({spot}, {count})"), arms);
    }

    fn match_number(&mut self, place: Place) {
        let number = self.varied(Ty::Number);
        let bound = self.var(Ty::Number, false, true);
        let mut arms = vec![("0".into(), vec![]), ("1 | 2".into(), vec![])];
        if self.chance(60) {
            arms.push((format!("{0} if {0} > 3", bound.name), vec![bound]));
        }
        if self.chance(50) {
            arms.push(("i64::MIN..=-1".into(), vec![]));
        }
        arms.push(("_".into(), vec![]));
        self.arms(place, &format!("({number}) % 6"), arms);
    }

    fn match_string(&mut self, place: Place) {
        let word = self.borrowed(Ty::Word).unwrap_or_else(|| self.literal());
        let guard = self.still(Self::condition);
        let mut arms = vec![("\"a\" | \"b\"".into(), vec![]), ("\"north\"".into(), vec![])];
        if self.chance(50) {
            arms.push((format!("\"\" if {guard}"), vec![]));
        }
        arms.push(("_".into(), vec![]));
        self.arms(place, &format!("{word}.as_str()"), arms);
    }

    fn match_option(&mut self, place: Place) {
        let maybe = self.varied(Ty::Maybe);
        let bound = self.var(Ty::Word, false, true);
        let name = bound.name.clone();
        if self.chance(30) {
            let condition = self.still(Self::condition);
            let arms = vec![
                (format!("(Some({name}), true)"), vec![bound.clone()]),
                (format!("(Some({name}), false) if {name} == \"a\""), vec![bound]),
                ("(None, _) | (_, false)".into(), vec![]),
            ];
            return self.arms(place, &format!("({maybe}, {condition})"), arms);
        }
        let mut arms =
            vec![(format!("Some({name})"), vec![bound.clone()]), ("None".into(), vec![])];
        if self.chance(50) {
            arms.insert(0, (format!("Some({name}) if {name}.is_empty()"), vec![bound]));
        }
        self.arms(place, &maybe, arms);
    }

    fn match_result(&mut self, place: Place) {
        let rest = self.fresh();
        let failed = self.fresh_var("cause", Ty::Word, false, true);
        match self.below(3) {
            0 => {
                let word = self.still(|me| me.value(Ty::Word));
                let (ok, why) =
                    (self.var(Ty::Number, false, true), self.var(Ty::Word, false, true));
                let arms = vec![
                    (format!("Ok({})", ok.name), vec![ok]),
                    ("Err(Trouble::Busy)".into(), vec![]),
                    (format!("Err(Trouble::Bad {{ why: {}, .. }})", why.name), vec![why.clone()]),
                    (format!("Err(Trouble::Closed({}))", why.name), vec![why]),
                    (format!("Err(other{rest})"), vec![]),
                ];
                self.result_arms(place, &format!("risky({word}).await"), arms, rest);
            }
            1 => {
                let number = self.still(|me| me.value(Ty::Number));
                let (ok, what) = (self.var(Ty::Word, false, true), self.var(Ty::Word, false, true));
                let mut arms = vec![(format!("Ok({})", ok.name), vec![ok.clone()])];
                if self.chance(40) {
                    arms.insert(0, (format!("Ok({0}) if {0} == \"a\"", ok.name), vec![ok]));
                }
                arms.push(("Err(Small::Late)".into(), vec![]));
                arms.push((format!("Err(Small::Full(_, {}))", what.name), vec![what]));
                arms.push(("Err(Small::Empty)".into(), vec![]));
                self.arms(place, &format!("slow({number}).await"), arms);
            }
            _ => {
                let ty = self.pick(TYPES);
                let call = self.still(|me| me.bare_call(ty));
                let ok = self.var(ty, false, ty != Ty::Table);
                let arms = vec![
                    (format!("Ok({})", ok.name), vec![ok]),
                    (format!("Err(failure{rest})"), vec![failed]),
                ];
                self.result_arms(place, &format!("{call}.await"), arms, rest);
            }
        }
    }

    /// The last arm hands the failure on, or has a look at it.
    fn result_arms(&mut self, place: Place, on: &str, mut arms: Vec<Arm>, rest: usize) {
        let last = arms.pop();
        self.open(format!("{}match {on} {{", place.before));
        let rich = self.below(arms.len() + 1);
        let first = self.lines.len() + 1;
        let (start, mut after) = (self.scope.clone(), self.scope.clone());
        for (at, (pattern, binds)) in arms.into_iter().enumerate() {
            self.open(format!("{pattern} => {{"));
            self.arm(at == rich, &start, &mut after, binds, &place);
            self.something(at == 0 && place.ty.is_none(), first);
            self.close("}");
        }
        if let Some((pattern, binds)) = last {
            let hands = binds.is_empty() || self.chance(30);
            if hands {
                let into = if binds.is_empty() {
                    format!("other{rest}.into()")
                } else {
                    format!("failure{rest}")
                };
                self.line(format!("{pattern} => return Err({into}),"));
            } else {
                self.open(format!("{pattern} => {{"));
                for var in &binds {
                    self.line(format!("let {} = failure{rest}.error().to_string();", var.name));
                }
                self.arm(true, &start, &mut after, binds, &place);
                self.close("}");
            }
        }
        self.close(format!("}}{}", place.after));
        self.scope = after;
    }

    /// A pattern that may not fit, with what it binds and what it is matched with.
    fn refutable(&mut self) -> (String, Var, String) {
        let pick = self.below(5);
        let (pattern, ty, on) = match pick {
            4 => ("Some", Ty::Number, self.varied(Ty::Count)),
            0 | 1 => ("Some", Ty::Word, self.varied(Ty::Maybe)),
            2 => {
                let ty = self.pick(TYPES);
                ("Ok", ty, format!("{}.await", self.still(|me| me.bare_call(ty))))
            }
            _ => ("Kind::Sized", Ty::Number, self.varied(Ty::Kind)),
        };
        let var = self.var(ty, false, ty != Ty::Table);
        (format!("{pattern}({})", var.name), var, on)
    }

    fn if_let(&mut self, place: Place) {
        let (pattern, var, on) = self.refutable();
        let mut heads = vec![(format!("if let {pattern} = {on} {{"), vec![var])];
        if place.ty.is_some() || self.chance(60) {
            heads.push(("{".into(), vec![]));
        }
        self.chain(place, heads);
    }

    fn let_else(&mut self) {
        let (pattern, var, on) = self.refutable();
        self.open(format!("let {pattern} = {on} else {{"));
        let (start, mut after) = (self.scope.clone(), self.scope.clone());
        self.branch(&start, &mut after, vec![], Tail::Leaves);
        self.close("};");
        self.scope = after;
        self.bind(var);
    }

    /// A list of few items.
    fn few(&mut self) -> String {
        let steady = self.borrowed(Ty::List);
        match steady {
            Some(list) if self.chance(60) => {
                format!("{list}.iter().take(3).cloned().collect::<Vec<_>>()")
            }
            _ => self.still(|me| format!("vec![{}, {}]", me.tame(), me.tame())),
        }
    }

    fn around(&mut self, value: Option<Ty>) -> (Around, String) {
        let label = self.chance(60).then(|| format!("'l{}", self.fresh()));
        let written = label.as_ref().map_or(String::new(), |label| format!("{label}: "));
        (Around { label, value }, written)
    }

    fn a_for(&mut self) {
        let (around, label) = self.around(None);
        let (item, index) = (self.var(Ty::Word, false, true), self.fresh());
        match self.below(4) {
            0 => {
                let number = self.var(Ty::Number, false, true);
                let end = 2 + self.below(2);
                self.open(format!("{label}for {} in 0..{end}_i64 {{", number.name));
                self.looped(vec![number], around);
            }
            1 => {
                let list = self.few();
                let number = self.named_var(format!("n{index}"), Ty::Number, false, true);
                self.open(format!(
                    "{label}for (at{index}, {}) in {list}.into_iter().enumerate() {{",
                    item.name
                ));
                self.line(format!("let n{index} = at{index} as i64;"));
                self.looped(vec![item, number], around);
            }
            _ => {
                let list = self.few();
                self.open(format!("{label}for {} in {list} {{", item.name));
                self.looped(vec![item], around);
            }
        }
        self.close("}");
    }

    /// A body of a loop: there is a call or a wait in it.
    fn looped(&mut self, binds: Vec<Var>, around: Around) {
        let start = self.lines.len();
        self.turn(binds, around);
        let leaves = |line: &&String| {
            ["return ", "break", "continue"].iter().any(|word| line.contains(word))
        };
        let lines = self.lines[start..].iter().take_while(|line| !leaves(line));
        if !lines.into_iter().any(|line| line.contains(".await")) {
            self.also(start, "turn");
        }
    }

    /// A call where nothing else would be done.
    pub fn also(&mut self, line: usize, what: &str) {
        let indent = "    ".repeat(self.indent);
        self.lines.insert(line, format!("{indent}note(\"{what}\".to_string()).await?;"));
    }

    fn counter(&mut self) -> Var {
        let name = format!("turn{}", self.fresh());
        self.line(format!("let mut {name} = 0_i64;"));
        self.named_var(name, Ty::Number, false, true)
    }

    fn a_while(&mut self) {
        let counter = self.counter();
        let turn = counter.name.clone();
        self.bind(counter);
        let (around, label) = self.around(None);
        if self.chance(30) {
            let next = self.fresh();
            let maybe = self.value(Ty::Maybe);
            self.line(format!("let next{next}: Option<String> = {maybe};"));
            let bound = self.fresh_var("word", Ty::Word, false, true);
            self.open(format!("{label}while let Some({}) = next{next}.clone() {{", bound.name));
            self.line(format!("if {turn} > 1 {{ break; }}"));
            self.line(format!("{turn} += 1;"));
            self.looped(vec![bound], around);
        } else {
            let condition = self.still(Self::condition);
            self.open(format!("{label}while {turn} < 2 && {condition} {{"));
            self.line(format!("{turn} += 1;"));
            self.looped(vec![], around);
        }
        self.close("}");
    }

    fn a_loop(&mut self, place: Place) {
        let turn = format!("turn{}", self.fresh());
        // A value's place is before the loop: the counter goes into a block around it.
        let value = place.ty.is_some();
        if value {
            self.open(format!("{}{{", place.before));
        }
        self.line(format!("let mut {turn} = 0_i64;"));
        let known = self.scope.vars.len();
        let counter = self.named_var(turn.clone(), Ty::Number, false, true);
        self.bind(counter);
        let (around, label) = self.around(place.ty);
        self.open(format!("{label}loop {{"));
        let end = match place.ty {
            Some(ty) => format!("break {};", self.still(|me| me.value(ty))),
            None => "break;".into(),
        };
        self.line(format!("{turn} += 1;"));
        self.line(format!("if {turn} > 2 {{ {end} }}"));
        self.looped(vec![], around);
        self.close("}");
        if value {
            self.close(format!("}}{}", place.after));
            self.scope.vars.truncate(known);
        }
    }

    fn join(&mut self) {
        let many = 2 + self.below(2);
        let rich = self.below(many);
        let types: Vec<Ty> = (0..many).map(|_| self.random.pick(TYPES)).collect();
        let names: Vec<String> =
            types.iter().map(|ty| format!("{}{}", ty.letter(), self.fresh())).collect();
        self.open(format!("let ({}) = join!(", names.join(", ")));
        for (at, ty) in types.iter().enumerate() {
            if at == rich || self.chance(20) {
                self.open("async {");
                self.fork(vec![], *ty);
                self.close("},");
            } else {
                let call = self.still(|me| me.bare_call(*ty));
                self.line(format!("{call},"));
            }
        }
        self.close(")");
        self.line(".await?;");
        for (name, ty) in names.into_iter().zip(types) {
            let var = self.named_var(name, ty, false, false);
            self.bind(var);
        }
    }

    fn map(&mut self, place: Place) {
        let items = self.few();
        let item = self.var(Ty::Word, false, true);
        let result = if place.ty.is_some() { Ty::Word } else { self.pick(TYPES) };
        let bound =
            (place.ty.is_none() && result == Ty::Word).then(|| format!("lines{}", self.fresh()));
        let before = match &bound {
            Some(name) => format!("let {name}: Vec<String> = "),
            None => place.before.clone(),
        };
        self.open(format!("{before}map({items}, async |{}| {{", item.name));
        self.fork(vec![item], result);
        let limit = if self.chance(40) { ".max_concurrency(2)" } else { "" };
        let after = if place.ty.is_none() { ";" } else { place.after };
        self.close(format!("}}){limit}.await?{after}"));
        if let Some(name) = bound {
            let var = self.named_var(name, Ty::List, false, false);
            self.bind(var);
        }
    }
}

fn falls(place: &Place) -> Tail {
    place.ty.map_or(Tail::Falls, Tail::Value)
}
