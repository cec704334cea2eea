//! The tree of an expression from its Rust text: what the macro writes, here without rustc's types.

use std::collections::BTreeMap;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use workflow_asl::program::{Arm, Binary, Expr, Literal, Pattern, Piece, ProbeId, Types, Unary};
use workflow_asl::schema::Schema;

/// The names of an expression, and the types that it names.
pub struct Names<'a> {
    pub variables: &'a [&'static str],
    pub types: &'a BTreeMap<&'static str, fn() -> Schema>,
    pub known: Types,
    /// The names that patterns bind, the innermost last.
    pub scope: Vec<String>,
}

/// What a row says: a value, or a statement that changes a variable.
pub enum Row {
    Value(Expr),
    Assign(&'static str, Vec<&'static str>, Expr),
    Mutate(&'static str, Vec<&'static str>, &'static str, &'static [Expr]),
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}
fn all<T>(values: impl IntoIterator<Item = T>) -> &'static [T] {
    Vec::leak(values.into_iter().collect())
}
fn text(value: impl ToString) -> &'static str {
    String::leak(value.to_string())
}

impl Names<'_> {
    pub fn row(&mut self, rust: &str) -> Row {
        let parsed = syn::parse_str::<syn::Expr>(rust).unwrap_or_else(|e| panic!("{rust}: {e}"));
        match &parsed {
            syn::Expr::Assign(assign) => {
                let (variable, fields) = place(&assign.left);
                Row::Assign(variable, fields, self.expr(&assign.right))
            }
            syn::Expr::MethodCall(call) if mutates(&call.method.to_string()) => {
                let (variable, fields) = place(&call.receiver);
                Row::Mutate(variable, fields, text(&call.method), self.exprs(&call.args))
            }
            value => Row::Value(self.expr(value)),
        }
    }

    fn probe(&mut self, name: &str) -> ProbeId {
        let schema = self.types.get(name).unwrap_or_else(|| panic!("no type {name}"))();
        self.known.probes.push(schema);
        self.known.probes.len() - 1
    }

    fn known(&mut self, name: &str) -> Option<ProbeId> {
        self.types.contains_key(name).then(|| self.probe(name))
    }

    fn exprs<P>(&mut self, exprs: &Punctuated<syn::Expr, P>) -> &'static [Expr] {
        all(exprs.iter().map(|expr| self.expr(expr)).collect::<Vec<_>>())
    }

    fn at(&mut self, expr: &syn::Expr) -> &'static Expr {
        leak(self.expr(expr))
    }

    fn expr(&mut self, expr: &syn::Expr) -> Expr {
        match expr {
            syn::Expr::Paren(e) => self.expr(&e.expr),
            syn::Expr::Reference(e) => self.expr(&e.expr),
            syn::Expr::Unary(e) => match e.op {
                syn::UnOp::Deref(_) => self.expr(&e.expr),
                syn::UnOp::Not(_) => Expr::Unary(Unary::Not, self.at(&e.expr), None),
                _ => Expr::Unary(Unary::Negate, self.at(&e.expr), None),
            },
            syn::Expr::Lit(e) => Expr::Literal(literal(&e.lit)),
            syn::Expr::Path(e) => self.path(&e.path, &[]),
            syn::Expr::Field(e) => Expr::Field(self.at(&e.base), text(e.member.to_token_text())),
            syn::Expr::Index(e) => Expr::Index(self.at(&e.expr), self.at(&e.index)),
            syn::Expr::Binary(e) => {
                Expr::Binary(operator(&e.op), self.at(&e.left), self.at(&e.right), None)
            }
            syn::Expr::Cast(e) => {
                let ty = e.ty.to_token_text();
                Expr::Cast(self.at(&e.expr), self.probe(&ty))
            }
            syn::Expr::If(e) => self.choice(e),
            syn::Expr::Match(e) => Expr::Match(
                self.at(&e.expr),
                all(e.arms.iter().map(|arm| self.arm(arm)).collect::<Vec<_>>()),
            ),
            syn::Expr::Block(e) => self.inside(|this| this.block(&e.block)),
            syn::Expr::MethodCall(e) => self.method(e),
            syn::Expr::Closure(e) => self.inside(|this| {
                let parameters = all(e.inputs.iter().map(|p| this.pattern(p)).collect::<Vec<_>>());
                Expr::Closure(parameters, this.at(&e.body))
            }),
            syn::Expr::Call(e) => {
                let arguments = self.exprs(&e.args);
                match &*e.func {
                    syn::Expr::Path(path) => self.path(&path.path, arguments),
                    _ => panic!("a call"),
                }
            }
            syn::Expr::Struct(e) => {
                let (first, last) = ends(&e.path);
                let fields =
                    e.fields.iter().map(|f| (text(f.member.to_token_text()), self.expr(&f.expr)));
                let fields = all(fields.collect::<Vec<_>>());
                let base = e.rest.as_ref().map(|rest| self.at(rest));
                Expr::Struct(text(last), fields, base, self.probe(&first))
            }
            syn::Expr::Tuple(e) => Expr::Tuple(self.exprs(&e.elems)),
            syn::Expr::Array(e) => Expr::List(self.exprs(&e.elems)),
            syn::Expr::Repeat(e) => Expr::Repeat(self.at(&e.expr), self.at(&e.len)),
            syn::Expr::Range(e) => {
                let inclusive = matches!(e.limits, syn::RangeLimits::Closed(_));
                let end = |e: &Option<Box<syn::Expr>>| e.clone().expect("an end");
                Expr::Range(self.at(&end(&e.start)), self.at(&end(&e.end)), inclusive)
            }
            syn::Expr::Macro(e) => self.mac(&e.mac),
            other => panic!("not translated: {}", other.span().source_text().unwrap_or_default()),
        }
    }

    fn path(&mut self, path: &syn::Path, arguments: &'static [Expr]) -> Expr {
        let (first, last) = ends(path);
        let local = self.scope.contains(&last);
        let variable = self.variables.iter().position(|name| *name == last && first == last);
        if let Some(index) = variable.filter(|_| !local) {
            return Expr::Var(index);
        }
        let upper = last.starts_with(char::is_uppercase);
        match (upper, path.segments.len()) {
            (true, _) => {
                let probe = self.known(&first);
                Expr::Construct(text(last), arguments, probe)
            }
            (false, 1) if arguments.is_empty() => Expr::Local(text(last)),
            _ => {
                let probe = self.known(&first);
                Expr::Call(text(format!("{first}::{last}")), arguments, probe)
            }
        }
    }

    fn method(&mut self, call: &syn::ExprMethodCall) -> Expr {
        let probe = call.turbofish.as_ref().map(|fish| {
            let ty = fish.args[0].to_token_text();
            self.probe(&ty)
        });
        Expr::Method(self.at(&call.receiver), text(&call.method), self.exprs(&call.args), probe)
    }

    fn choice(&mut self, choice: &syn::ExprIf) -> Expr {
        let otherwise = self.at(&choice.else_branch.as_ref().expect("else").1);
        let outer = self.scope.len();
        let pattern = match &*choice.cond {
            syn::Expr::Let(fits) => Some(self.pattern(&fits.pat)),
            _ => None,
        };
        let then = leak(self.block(&choice.then_branch));
        self.scope.truncate(outer);
        match (&*choice.cond, pattern) {
            (syn::Expr::Let(fits), Some(pattern)) => {
                let (then, otherwise) = (Expr::Block(&[], then), Expr::Block(&[], otherwise));
                let arm = |pattern, value| Arm { pattern, guard: None, value };
                Expr::Match(
                    self.at(&fits.expr),
                    all([arm(pattern, then), arm(Pattern::Any, otherwise)]),
                )
            }
            (condition, _) => Expr::If(self.at(condition), then, otherwise),
        }
    }

    fn block(&mut self, block: &syn::Block) -> Expr {
        let mut lets = vec![];
        let mut tail = None;
        for statement in &block.stmts {
            match statement {
                syn::Stmt::Local(local) => {
                    let value = self.expr(&local.init.as_ref().expect("a value").expr);
                    lets.push((self.pattern(&local.pat), value));
                }
                syn::Stmt::Expr(expr, None) => tail = Some(self.at(expr)),
                _ => panic!("a statement"),
            }
        }
        Expr::Block(all(lets), tail.expect("a tail"))
    }

    /// What is bound inside is forgotten behind it.
    fn inside<T>(&mut self, body: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.scope.len();
        let value = body(self);
        self.scope.truncate(outer);
        value
    }

    fn arm(&mut self, arm: &syn::Arm) -> Arm {
        self.inside(|this| Arm {
            pattern: this.pattern(&arm.pat),
            guard: arm.guard.as_ref().map(|(_, guard)| this.expr(guard)),
            value: this.expr(&arm.body),
        })
    }

    fn pattern(&mut self, pattern: &syn::Pat) -> Pattern {
        let list = |this: &mut Self, patterns: Vec<&syn::Pat>| -> &'static [Pattern] {
            all(patterns.into_iter().map(|p| this.pattern(p)).collect::<Vec<_>>())
        };
        match pattern {
            syn::Pat::Wild(_) | syn::Pat::Rest(_) => Pattern::Any,
            syn::Pat::Reference(p) => self.pattern(&p.pat),
            syn::Pat::Paren(p) => self.pattern(&p.pat),
            syn::Pat::Type(p) => self.pattern(&p.pat),
            syn::Pat::Ident(p) if p.ident.to_string().starts_with(char::is_uppercase) => {
                Pattern::Path(text(&p.ident))
            }
            syn::Pat::Ident(p) => {
                self.scope.push(p.ident.to_string());
                let inner = p.subpat.as_ref().map(|(_, inner)| leak(self.pattern(inner)));
                Pattern::Local(text(&p.ident), inner)
            }
            syn::Pat::Lit(p) => Pattern::Literal(literal(&p.lit)),
            syn::Pat::Range(p) => {
                let end = |e: &Option<Box<syn::Expr>>| {
                    e.as_ref().map(|e| match &**e {
                        syn::Expr::Lit(e) => literal(&e.lit),
                        _ => panic!("a literal"),
                    })
                };
                let inclusive = matches!(p.limits, syn::RangeLimits::Closed(_));
                Pattern::Range(end(&p.start), end(&p.end), inclusive)
            }
            syn::Pat::Or(p) => Pattern::Or(list(self, p.cases.iter().collect())),
            syn::Pat::Tuple(p) => Pattern::Tuple(list(self, p.elems.iter().collect())),
            syn::Pat::TupleStruct(p) => {
                Pattern::TupleStruct(text(ends(&p.path).1), list(self, p.elems.iter().collect()))
            }
            syn::Pat::Struct(p) => {
                let fields = p.fields.iter();
                let fields = fields.map(|f| (text(f.member.to_token_text()), self.pattern(&f.pat)));
                Pattern::Struct(text(ends(&p.path).1), all(fields.collect::<Vec<_>>()))
            }
            syn::Pat::Path(p) => Pattern::Path(text(ends(&p.path).1)),
            _ => panic!("a pattern"),
        }
    }

    fn mac(&mut self, mac: &syn::Macro) -> Expr {
        type List = Punctuated<syn::Expr, syn::Token![,]>;
        match ends(&mac.path).1.as_str() {
            "vec" => {
                if let Ok(repeat) = syn::parse_str::<syn::Expr>(&format!("[{}]", mac.tokens)) {
                    return self.expr(&repeat);
                }
                panic!("vec!")
            }
            "matches" => {
                let parse = |input: syn::parse::ParseStream<'_>| {
                    let value: syn::Expr = input.parse()?;
                    input.parse::<syn::Token![,]>()?;
                    let pattern = syn::Pat::parse_multi_with_leading_vert(input)?;
                    let guard = match input.parse::<syn::Token![if]>() {
                        Ok(_) => Some(input.parse::<syn::Expr>()?),
                        Err(_) => None,
                    };
                    Ok((value, pattern, guard))
                };
                let (value, pattern, guard) = mac.parse_body_with(parse).expect("matches!");
                let arm = |pattern, guard, value| Arm {
                    pattern,
                    guard,
                    value: Expr::Literal(Literal::Bool(value)),
                };
                let (pattern, guard) =
                    (self.pattern(&pattern), guard.map(|guard| self.expr(&guard)));
                let arms = [arm(pattern, guard, true), arm(Pattern::Any, None, false)];
                Expr::Match(self.at(&value), all(arms))
            }
            "format" => {
                let list = mac.parse_body_with(List::parse_terminated).expect("format!");
                let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(form), .. }) = &list[0] else {
                    panic!("a format string")
                };
                self.format(&form.value())
            }
            name => panic!("{name}!"),
        }
    }

    /// Only names between the braces.
    fn format(&mut self, form: &str) -> Expr {
        let mut pieces = vec![];
        for (index, part) in form.split(['{', '}']).enumerate() {
            if index % 2 == 0 {
                if !part.is_empty() {
                    pieces.push(Piece::Text(text(part)));
                }
                continue;
            }
            let (name, spec) = part.split_once(':').unwrap_or((part, ""));
            let value = syn::parse_str::<syn::Expr>(name).expect("a name");
            pieces.push(Piece::Value(self.expr(&value), text(spec)));
        }
        Expr::Format(all(pieces))
    }
}

fn mutates(name: &str) -> bool {
    workflow_asl::operators::METHODS.iter().any(|method| method.name == name && method.mutates)
}

fn place(expr: &syn::Expr) -> (&'static str, Vec<&'static str>) {
    match expr {
        syn::Expr::Field(field) => {
            let (variable, mut fields) = place(&field.base);
            fields.push(text(field.member.to_token_text()));
            (variable, fields)
        }
        syn::Expr::Path(path) => (text(ends(&path.path).1), vec![]),
        _ => panic!("a place"),
    }
}

fn ends(path: &syn::Path) -> (String, String) {
    let name = |segment: Option<&syn::PathSegment>| {
        segment.map(|s| s.ident.to_string()).unwrap_or_default()
    };
    (name(path.segments.first()), name(path.segments.last()))
}

fn literal(literal: &syn::Lit) -> Literal {
    match literal {
        syn::Lit::Bool(v) => Literal::Bool(v.value),
        syn::Lit::Int(v) => Literal::Integer(v.base10_parse().expect("an integer")),
        syn::Lit::Float(v) => Literal::Float(v.base10_parse().expect("a float")),
        syn::Lit::Char(v) => Literal::Char(v.value()),
        syn::Lit::Str(v) => Literal::Str(text(v.value())),
        _ => panic!("a literal"),
    }
}

fn operator(op: &syn::BinOp) -> Binary {
    match op {
        syn::BinOp::Add(_) => Binary::Add,
        syn::BinOp::Sub(_) => Binary::Subtract,
        syn::BinOp::Mul(_) => Binary::Multiply,
        syn::BinOp::Div(_) => Binary::Divide,
        syn::BinOp::Rem(_) => Binary::Remainder,
        syn::BinOp::And(_) => Binary::And,
        syn::BinOp::BitAnd(_) => Binary::BothAnd,
        syn::BinOp::Or(_) => Binary::Or,
        syn::BinOp::BitOr(_) => Binary::BothOr,
        syn::BinOp::BitXor(_) => Binary::Xor,
        syn::BinOp::Eq(_) => Binary::Equal,
        syn::BinOp::Ne(_) => Binary::NotEqual,
        syn::BinOp::Lt(_) => Binary::Less,
        syn::BinOp::Le(_) => Binary::LessOrEqual,
        syn::BinOp::Gt(_) => Binary::Greater,
        syn::BinOp::Ge(_) => Binary::GreaterOrEqual,
        _ => panic!("an operator"),
    }
}

/// The tokens without spaces, as a name of a type or member.
trait TokenText {
    fn to_token_text(&self) -> String;
}
impl<T: quote::ToTokens> TokenText for T {
    fn to_token_text(&self) -> String {
        self.to_token_stream().to_string().replace(' ', "")
    }
}
