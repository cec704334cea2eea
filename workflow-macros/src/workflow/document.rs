//! Decides what the document keeps: which variables are assigned, which are other names for something that is there.
//!
//! The document has no moves: a variable is live or not, as a whole.

use super::ex::{Ex, ExKind};
use super::model::{
    BlockId, Distribution, End, FailValue, Fork, ForkKind, Form, Graph, Kind, StateId, Stmt, Test,
    VarId, VarKind,
};
use super::unread::leaves;
use super::uses::{bound_by_rules, in_document};
use std::collections::BTreeSet;
use syn::Pat;

pub type Vars = BTreeSet<VarId>;

pub struct Document {
    /// For each variable: the expression that it is another name for.
    pub alias: Vec<Option<Ex>>,
    /// Live at the beginning of a block.
    pub live: Vec<Vars>,
    /// May be read in a state or after it.
    pub at_state: Vec<Vars>,
    /// The names of variables.
    pub names: Vec<String>,
}

impl Document {
    pub fn new(graph: &Graph) -> Self {
        let mut this = Document {
            alias: vec![None; graph.vars.len()],
            live: vec![Vars::new(); graph.blocks.len()],
            at_state: vec![Vars::new(); graph.states.len()],
            names: super::variables::names(graph),
        };
        this.aliases(graph);
        this.flow(graph);
        this
    }

    /// Liveness again, after the graph has changed.
    pub fn flow(&mut self, graph: &Graph) {
        self.live = vec![Vars::new(); graph.blocks.len()];
        self.at_state = vec![Vars::new(); graph.states.len()];
        let order = graph.last_first();
        while order.iter().fold(false, |changed, block| self.backward(graph, *block) | changed) {}
    }

    fn aliases(&mut self, graph: &Graph) {
        for block in &graph.blocks {
            for stmt in &block.code {
                if let Stmt::Let { pat: Pat::Ident(_), binds, value, bound: false, .. } = stmt
                    && let [var] = binds[..]
                {
                    match graph.vars[var].kind {
                        VarKind::Local if graph.vars[var].writes <= 1 => {
                            self.alias[var] = self.other_name(graph, value).cloned();
                        }
                        VarKind::Each { list, pairs: false, .. } => {
                            self.alias[list] = self.other_name(graph, value).cloned()
                        }
                        _ => {}
                    }
                }
            }
        }
    }

    /// True if another variable is a name for a part of this one.
    pub fn is_root(&self, var: VarId) -> bool {
        self.alias.iter().flatten().any(|alias| alias.reads(var))
    }

    /// A literal, or a path in a variable that never changes; `clone` and references aside.
    fn other_name<'e>(&self, graph: &Graph, value: &'e Ex) -> Option<&'e Ex> {
        let bare = bare(value);
        if matches!(bare.kind, ExKind::Lit(_) | ExKind::Context(_)) {
            return Some(bare);
        }
        let (root, _) = bare.place()?;
        let root = &graph.vars[root];
        let stable = match root.kind {
            VarKind::Parameter | VarKind::Input { .. } => true,
            VarKind::Local => root.writes <= 1,
            _ => false,
        };
        stable.then_some(bare)
    }

    fn backward(&mut self, graph: &Graph, block: BlockId) -> bool {
        let body = &graph.blocks[block];
        let mut live = Vars::new();
        match &body.end {
            End::Goto(next) => live.extend(&self.live[*next]),
            End::Enter(state) => {
                let entered = self.entered(graph, *state);
                self.at_state[*state].extend(&entered);
                live.extend(entered);
            }
            End::Return(value) => self.read(graph, value, &mut live),
            End::Raced | End::Open | End::Unreachable => {}
        }
        let late = if body.deferred { body.code.len() } else { 0 };
        let (code, inlined) = body.code.split_at(body.code.len() - late);
        for stmt in inlined.iter().chain(&body.late).rev() {
            self.stmt(graph, stmt, &mut live);
        }
        if let End::Enter(state) = body.end {
            // What the state's own expressions read, with this block's code inlined.
            self.at_state[state].extend(&live);
        }
        for stmt in code.iter().rev() {
            self.keep_fault(graph, block, stmt, &live);
            self.stmt(graph, stmt, &mut live);
        }
        let changed = live != self.live[block];
        self.live[block] = live;
        changed
    }

    /// Assigns a variable that nothing reads, for its value may fail, and Rust evaluates it. Where the scope ends
    /// no variable is needed for that.
    fn keep_fault(&mut self, graph: &Graph, block: BlockId, stmt: &Stmt, live: &Vars) {
        let End::Enter(target) = graph.target(block) else { return };
        let kept: Vec<VarId> = match stmt {
            Stmt::Let { pat, binds, value, bound: false, .. } => leaves(graph, (pat, binds), value)
                .into_iter()
                .filter(|(binds, value)| {
                    value.may_fault() && !binds.iter().any(|var| live.contains(var))
                })
                .filter_map(|(binds, _)| binds.first().copied())
                .collect(),
            Stmt::Assign { .. } | Stmt::Mutate { .. } if super::phases::fails(stmt) => {
                defines(graph, stmt).into_iter().filter(|var| !live.contains(var)).collect()
            }
            _ => vec![],
        };
        self.at_state[*target].extend(kept);
    }

    fn entered(&self, graph: &Graph, state: StateId) -> Vars {
        let mut live = self.beyond(graph, state);
        self.entry(graph, state).into_iter().for_each(|ex| self.read(graph, ex, &mut live));
        if let Kind::Choice(choice) = &graph.states[state].kind {
            if let Form::For { each } = choice.form {
                live.extend(in_document(graph, each));
            }
            for bound in bound_by_rules(graph, choice) {
                live.remove(&bound);
            }
        }
        live
    }

    /// Live once a state is entered and its own expressions are evaluated.
    pub fn beyond(&self, graph: &Graph, state: StateId) -> Vars {
        let mut live = Vars::new();
        for next in graph.next(state) {
            live.extend(&self.live[next]);
        }
        for child in graph.children(state) {
            live.extend(&self.live[graph.scopes[child].start]);
            live.retain(|var| !graph.scopes[child].binds(*var));
        }
        live
    }

    /// The expressions that a state evaluates when it is entered.
    pub fn entry<'g>(&self, graph: &'g Graph, state: StateId) -> Vec<&'g Ex> {
        match &graph.states[state].kind {
            Kind::Task(task) => task.args.iter().collect(),
            Kind::Wait { until, .. } => vec![until.ex()],
            Kind::Fork(Fork { kind: ForkKind::Map { list, distribution, .. }, .. }) => {
                let more = distribution.iter().flat_map(Distribution::exprs);
                std::iter::once(list).chain(more).collect()
            }
            Kind::Fork(_) | Kind::Pass { .. } => vec![],
            Kind::Succeed { value } => vec![value],
            Kind::Fail { failure: FailValue::New(error, cause) } => vec![error, cause],
            Kind::Fail { failure: FailValue::Caught(value) } => vec![value],
            Kind::Fail { failure: FailValue::Won { value, .. } } => vec![value],
            Kind::Choice(choice) => {
                let on = match &choice.form {
                    Form::Match { on, .. } => Some(on),
                    _ => None,
                };
                let tests = choice.rules.iter().filter_map(|rule| match &rule.test {
                    Test::When(condition) => Some(condition),
                    Test::Fits(_, guard) => guard.as_ref(),
                    Test::HasNext => None,
                });
                on.into_iter().chain(tests).collect()
            }
        }
    }

    fn stmt(&self, graph: &Graph, stmt: &Stmt, live: &mut Vars) {
        match stmt {
            Stmt::Let { binds, value, .. } => {
                let needed = binds
                    .iter()
                    .any(|var| in_document(graph, *var).iter().any(|var| live.contains(var)));
                for var in binds.iter().flat_map(|var| in_document(graph, *var)) {
                    live.remove(&var);
                }
                if needed || value.may_fault() {
                    self.read(graph, value, live);
                }
            }
            Stmt::Assign { place, value, op } => {
                let Some((var, fields)) = place.place() else { return };
                if fields.is_empty() && op.is_none() {
                    live.remove(&var);
                } else {
                    live.insert(var);
                }
                self.read(graph, value, live);
            }
            Stmt::Mutate { place, args, .. } => {
                live.extend(place.place().map(|(var, _)| var));
                args.iter().for_each(|arg| self.read(graph, arg, live));
            }
            Stmt::Drop(value) => self.read(graph, value, live),
            Stmt::Take { each, binds, .. } => {
                for var in binds {
                    live.remove(var);
                }
                self.touch(graph, *each, live);
            }
            Stmt::Late(inner, _) => {
                // Its variable is what it is now; the statement only writes it down.
                let _ = inner;
            }
        }
    }

    fn read(&self, graph: &Graph, ex: &Ex, live: &mut Vars) {
        if let ExKind::Var(var) = ex.kind {
            self.touch(graph, var, live);
        }
        ex.parts().into_iter().for_each(|part| self.read(graph, part, live));
    }

    /// Reads a variable, or what it is another name for.
    fn touch(&self, graph: &Graph, var: VarId, live: &mut Vars) {
        for var in in_document(graph, var) {
            match &self.alias[var] {
                Some(alias) => self.read(graph, alias, live),
                None => {
                    live.insert(var);
                }
            }
        }
    }

    /// The variables that the code of a block assigns in the document, statement by statement.
    pub fn assigned(&self, graph: &Graph, block: BlockId, stmt: &Stmt) -> Vec<VarId> {
        let End::Enter(target) = graph.target(block) else { return vec![] };
        let live = &self.at_state[*target];
        let kept = |var: &VarId| live.contains(var) && self.alias[*var].is_none();
        defines(graph, stmt).into_iter().filter(kept).collect()
    }
}

/// The variables of the document that a statement gives a value.
fn defines(graph: &Graph, stmt: &Stmt) -> Vec<VarId> {
    match stmt {
        Stmt::Let { binds, .. } => binds.iter().flat_map(|var| in_document(graph, *var)).collect(),
        Stmt::Assign { place, .. } | Stmt::Mutate { place, .. } => {
            place.place().map(|(var, _)| var).into_iter().collect()
        }
        Stmt::Take { each, binds, .. } => {
            let index = in_document(graph, *each).into_iter().skip(1);
            binds.iter().copied().chain(index).collect()
        }
        Stmt::Late(inner, _) => defines(graph, inner),
        Stmt::Drop(_) => vec![],
    }
}

/// Without references, `clone` and the like.
pub fn bare(ex: &Ex) -> &Ex {
    match &ex.kind {
        ExKind::Ref(inner) | ExKind::Deref(inner) | ExKind::Paren(inner) => bare(inner),
        ExKind::Method(call) if matches!(&*call.method.to_string(), "clone" | "to_owned") => {
            bare(&call.receiver)
        }
        _ => ex,
    }
}
