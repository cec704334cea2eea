//! Awaited calls: tasks, waits, and the builders on them.

use super::{Lower, at, pauses};
use crate::ident::pascal;
use crate::workflow::advice::{self, Advice};
use crate::workflow::env::Binding;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::labels::{digest, written};
use crate::workflow::model::{BlockId, Catch, Kind, Outcome, StateId, Task, Until};
use crate::workflow::resolve::{is_constant, last};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Expr, Ident, Pat, Token};

/// A call taken apart: what is called, and the builders after it.
pub struct Parts<'e> {
    pub base: &'e Expr,
    pub builders: Vec<(&'e Ident, &'e Punctuated<Expr, Token![,]>)>,
}

impl<'e> Parts<'e> {
    pub fn of(mut call: &'e Expr) -> Self {
        let mut builders = vec![];
        loop {
            match call {
                Expr::MethodCall(method) if is_builder(&method.method) => {
                    builders.push((&method.method, &method.args));
                    call = &method.receiver;
                }
                Expr::Paren(paren) => call = &paren.expr,
                Expr::Group(group) => call = &group.expr,
                base => {
                    builders.reverse();
                    return Parts { base, builders };
                }
            }
        }
    }

    /// The arguments of a builder that is given once.
    pub fn builder(&self, name: &str) -> Option<&'e Expr> {
        self.builders
            .iter()
            .find(|(builder, _)| *builder == name)
            .and_then(|(_, args)| args.first())
    }

    /// The retriers, in order.
    pub fn retry(&self) -> Vec<Expr> {
        let retriers = self.builders.iter().filter(|(name, _)| *name == "retry");
        retriers.flat_map(|(_, args)| args.iter().cloned()).collect()
    }
}

const OPTIONS: &str = "before `.await` you can write `.retry(..)`, `.timeout(..)`, `.heartbeat(..)`, `.named(..)` and `.undo(..)`, for a `map` also `.max_concurrency(..)` and `.distributed()`; methods of the result come after `.await`";

/// True if methods are called on a call, whatever they are.
fn is_of_call(expr: &Expr) -> bool {
    match expr {
        Expr::Call(_) | Expr::Macro(_) => true,
        Expr::MethodCall(method) => is_of_call(&method.receiver),
        _ => false,
    }
}

fn is_builder(name: &Ident) -> bool {
    const BUILDERS: &[&str] =
        &["retry", "timeout", "heartbeat", "named", "max_concurrency", "undo"];
    BUILDERS.iter().chain(super::distributed::BUILDERS).any(|builder| name == builder)
}

impl Lower<'_> {
    pub(super) fn is_sleep(call: &Expr) -> bool {
        matches!(Parts::of(call).base, Expr::Call(call) if matches!(&*call.func, Expr::Path(path) if matches!(&*last(&path.path), "sleep" | "sleep_until")))
    }

    /// Enters the state of a call. What is written next comes after its success.
    pub fn call(&mut self, call: &Expr, catch: Vec<Catch>) -> Option<StateId> {
        let parts = Parts::of(call);
        if let Some((undo, _)) = parts.builders.iter().find(|(name, _)| *name == "undo") {
            self.refuse_undo(undo);
            return None;
        }
        if self.is_steps(call) {
            self.errors.at(
                call,
                "the `Result` of steps cannot be matched",
                "write `.await?`, and handle errors inside the steps",
            );
            return None;
        }
        if let Some((path, Advice { what, help })) = foreign(parts.base) {
            self.errors.at(path, what, help);
            return None;
        }
        match parts.base {
            Expr::Call(inner) => match &*inner.func {
                Expr::Path(path) => match last(&path.path).as_str() {
                    "sleep" => self.sleep(inner, &parts),
                    "sleep_until" => self.sleep_until(inner, &parts),
                    "map" => self.map(inner, &parts, catch),
                    "continue_as" => self.continues_within(inner),
                    _ => self.task(&path.path, inner, &parts, catch),
                },
                other => self.unknown(other),
            },
            Expr::Macro(mac) if last(&mac.mac.path) == "join" => self.join(&mac.mac, &parts, catch),
            Expr::Macro(mac) if last(&mac.mac.path) == "race" => self.race(&mac.mac, &parts, catch),
            other => self.unknown(other),
        }
    }

    /// True if a call is another library's: what to write instead is said, and what `rustc` thinks of it is not.
    pub(super) fn refuse_foreign(&mut self, call: &Expr) -> bool {
        let Some((path, Advice { what, help })) = foreign(Parts::of(call).base) else {
            return false;
        };
        self.errors.at(path, what, help);
        self.errors.echo();
        true
    }

    fn unknown(&mut self, at: &Expr) -> Option<StateId> {
        if matches!(at, Expr::Path(_)) && !self.errors.is_empty() {
            // Where the call was bound to the variable stands what is wrong.
            return None;
        }
        if let Expr::MethodCall(method) = at
            && is_of_call(&method.receiver)
        {
            let what = format!("a call has no `.{}(..)`", method.method);
            self.errors.at(&method.method, what, OPTIONS);
            return None;
        }
        let help = match at {
            Expr::Path(_) => "await a call where it is made: `let shipped = ship(..).await?;`",
            Expr::Async(_) => advice::BLOCK,
            _ => "await a call of a task, `join!(..)`, `map(..)` or `sleep(..)`",
        };
        self.errors.at(at, "a workflow cannot await this", help);
        None
    }

    /// The name that the user chose, or the one made from the code, unique in the machine.
    pub(super) fn name(&mut self, parts: &Parts<'_>, made: &str) -> String {
        let Some(chosen) = parts.builder("named") else { return self.unique(made) };
        let Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(name), .. }) = chosen else {
            self.errors.at(
                chosen,
                "a state's name is a string literal",
                "write `.named(\"Charge the card\")`",
            );
            return self.unique(made);
        };
        let length = name.value().chars().count();
        if length == 0 || length > 80 {
            self.errors.at(name, "a state's name has 1 to 80 characters", "choose a shorter one");
        }
        let whole = format!("{}{}", self.prefix(), name.value());
        if self.names.choose(&whole) {
            return whole;
        }
        // Steps that are called twice say the same name twice.
        if self.prefix().is_empty() {
            self.errors.at(
                name,
                "another state has this name",
                "names are unique in the whole workflow, branches and items included",
            );
        }
        self.unique(&name.value())
    }

    pub(super) fn refuse_builders(&mut self, parts: &Parts<'_>, allowed: &[&str], what: &str) {
        for (name, args) in &parts.builders {
            let known = allowed.iter().any(|allowed| name == allowed);
            for argument in args.iter().filter(|_| known) {
                if let Some(Advice { what, help }) = advice::builder(&name.to_string(), argument) {
                    self.errors.at(argument, what, help);
                    self.errors.echo();
                }
            }
            if !allowed.iter().any(|allowed| name == allowed) {
                let wrong = format!("`.{name}(..)` is not possible on {what}");
                let known: Vec<_> = allowed.iter().map(|name| format!("`.{name}(..)`")).collect();
                self.errors.at(name, &wrong, format!("possible here: {}", known.join(", ")));
            }
        }
    }

    fn task(
        &mut self,
        path: &syn::Path,
        call: &syn::ExprCall,
        parts: &Parts<'_>,
        catch: Vec<Catch>,
    ) -> Option<StateId> {
        self.refuse_builders(
            parts,
            &["retry", "timeout", "heartbeat", "named"],
            "the call of a task",
        );
        self.refuse_types(path);
        let hint = self.hint.take();
        let args = self.values(&call.args)?;
        let made = pascal(&hint.filter(|hint| !hint.contains(',')).unwrap_or_else(|| last(path)));
        let name = self.name(parts, &made);
        let retry = parts.retry();
        let (timeout, heartbeat) =
            (parts.builder("timeout").cloned(), parts.builder("heartbeat").cloned());
        let ok = self.graph.block(self.scope);
        let outcome = Outcome { ok, catch: self.handled_here(catch, false) };
        let path = path.clone();
        self.graph.called.add(&path);
        let (span, paren) = (path.span(), call.paren_token);
        let task = Task { path, paren, args, retry, timeout, heartbeat, outcome, continues: false };
        let state = self.enter_as(name, span, Kind::Task(task));
        if parts.builder("named").is_none() {
            self.graph.states[state].code = digest(&written(call));
        }
        self.here = Some(ok);
        Some(state)
    }

    /// `task::<u32>(x)`: neither tasks nor workflows nor steps have types to give.
    pub(super) fn refuse_types(&mut self, path: &syn::Path) {
        let Some(last) = path.segments.last().filter(|last| !last.arguments.is_none()) else {
            return;
        };
        let what = format!("`{}` is not generic: its types are part of the document", last.ident);
        let help = format!("remove the types: `{}(..)`", last.ident);
        self.errors.at(&last.arguments, what, help);
        self.errors.echo();
    }

    fn sleep(&mut self, call: &syn::ExprCall, parts: &Parts<'_>) -> Option<StateId> {
        self.refuse_builders(parts, &["named"], "`sleep`");
        let Some(duration) = call.args.first() else {
            self.errors.at(
                call,
                "`sleep` needs a duration",
                "write `sleep(Duration::from_secs(60)).await`",
            );
            self.errors.echo();
            return None;
        };
        self.refuse_long(duration);
        let duration = match self.known_pause(duration) {
            Some(pause) => pause,
            None if is_duration(duration) => self.value(duration)?,
            None => {
                self.unseen(duration);
                return None;
            }
        };
        let name = self.name(parts, "Sleep");
        let next: BlockId = self.graph.block(self.scope);
        let state =
            self.enter_as(name, at(call), Kind::Wait { until: Until::After(duration), next });
        self.here = Some(next);
        Some(state)
    }
}

impl Lower<'_> {
    /// A `Duration` in a constant, in a variable, or one of several.
    fn known_pause(&mut self, duration: &Expr) -> Option<Ex> {
        if let Some((path, number)) = pauses::chosen(duration) {
            let args = vec![self.value(&number)?];
            let probe = None;
            return Some(Ex::new(ExKind::Call { path, args, probe }, duration.span()));
        }
        let Expr::Path(path) = duration else { return None };
        let variable = path.path.get_ident().and_then(|name| self.env.get(name)).cloned();
        match variable {
            Some(Binding::Var(var)) => {
                let (_, path) = self.pauses.iter().find(|(pause, _)| *pause == var)?.clone();
                let args = vec![crate::workflow::resolve::var(var, duration.span())];
                Some(Ex::new(ExKind::Call { path, args, probe: None }, duration.span()))
            }
            Some(Binding::Local(_) | Binding::Function(_)) => None,
            None => is_constant(&last(&path.path)).then(|| self.resolver().pause(path)),
        }
    }

    /// `let pause = Duration::from_secs(n);`: the variable holds the number.
    pub(super) fn pause_let(&mut self, pat: &Pat, init: &Expr) -> bool {
        let Pat::Ident(pat @ syn::PatIdent { mutability: None, .. }) = pat else { return false };
        let Some((path, number)) = pauses::counted(init) else { return false };
        self.refuse_long(init);
        if let Some(value) = self.value(&number) {
            let number = syn::parse_quote!(u64);
            self.bind_let(&Pat::Ident(pat.clone()), Some(number), value);
            if let Some(Binding::Var(var)) = self.env.get(&pat.ident) {
                self.pauses.push((*var, path));
            }
        }
        true
    }

    /// Refuses a pause that is longer than the States Language has it, as far as it is written out.
    fn refuse_long(&mut self, duration: &Expr) {
        pauses::ends(duration).iter().for_each(|end| self.refuse_one(end));
    }

    fn refuse_one(&mut self, duration: &Expr) {
        let Expr::Call(call) = duration else { return };
        let (Expr::Path(path), Some(Expr::Lit(number))) = (&*call.func, call.args.first()) else {
            return;
        };
        let unit = match last(&path.path).as_str() {
            "from_secs" => 1,
            "from_mins" => 60,
            "from_hours" => 3600,
            _ => return,
        };
        let syn::Lit::Int(count) = &number.lit else { return };
        let longest = crate::task::LONGEST;
        if count.base10_parse::<u64>().is_ok_and(|count| count.saturating_mul(unit) > longest) {
            self.errors.at(
                number,
                format_args!("the States Language waits {longest} seconds at most"),
                "write `Duration::from_hours(8760)` or less: an execution on AWS lasts a year at most",
            );
        }
    }

    fn unseen(&mut self, duration: &Expr) {
        if let Expr::Call(call) = duration
            && let Expr::Path(path) = &*call.func
            && let Some(Advice { what, help }) = advice::called(&path.path)
        {
            return self.errors.at(path, what, help);
        }
        self.errors.at(
            duration,
            "the length of this pause is unknown here",
            "write `Duration::from_secs(seconds)`, `from_mins` or `from_hours` here, a constant, an `if` or a `match` of these, or a variable that one of these is bound to with `let`",
        );
        self.errors.echo();
    }

    fn sleep_until(&mut self, call: &syn::ExprCall, parts: &Parts<'_>) -> Option<StateId> {
        self.refuse_builders(parts, &["named"], "`sleep_until`");
        let Some(time) = call.args.first() else {
            self.errors.at(
                call,
                "`sleep_until` needs a point in time",
                "write `sleep_until(order.deadline).await`, with text such as `2026-01-01T00:00:00Z`",
            );
            self.errors.echo();
            return None;
        };
        if let Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = time
            && !crate::workflow::moment::is_one(&text.value())
        {
            self.errors.at(
                text,
                "this text is not a point in time",
                "write a day, a time and a zone, as RFC 3339 has it: `2026-01-01T00:00:00Z`",
            );
        }
        let time = self.value(time)?;
        let name = self.name(parts, "SleepUntil");
        let next: BlockId = self.graph.block(self.scope);
        let state = self.enter_as(name, at(call), Kind::Wait { until: Until::At(time), next });
        self.here = Some(next);
        Some(state)
    }
}

/// Returns what another library has for what a workflow has itself.
pub(super) fn foreign(call: &Expr) -> Option<(&syn::Path, Advice)> {
    match call {
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => Some((&path.path, advice::awaited(&path.path)?)),
            _ => None,
        },
        Expr::Macro(mac)
            if matches!(&*last(&mac.mac.path), "join" | "race")
                && advice::is_own(&mac.mac.path) =>
        {
            None
        }
        Expr::Macro(mac) => Some((&mac.mac.path, advice::mac(&mac.mac.path))),
        _ => None,
    }
}

pub(super) fn is_duration(expr: &Expr) -> bool {
    let Expr::Call(call) = expr else { return false };
    let Expr::Path(path) = &*call.func else { return false };
    matches!(last(&path.path).as_str(), "from_secs" | "from_mins" | "from_hours")
        && call.args.len() == 1
}
