//! The parser: top down, by the precedence of operators.

use super::super::fault::{Fault, quoted};
use super::signature::Signature;
use super::token::{Lexer, Token};
use super::tree::{Item, Kind, Operator, Pairs, Tree};

type Parsed<T = Tree> = Result<T, Fault>;

/// The largest depth of an expression, so that the stack holds. AWS evaluates 100 levels.
const NESTED: usize = 200;
/// The number of operators that may follow each other.
const CHAINED: usize = 500;

/// The tree of an expression.
pub(super) fn parse(text: &str) -> Parsed {
    let mut lexer = Lexer::new(text);
    let (token, at) = lexer.next(false)?;
    let mut parser = Parser { lexer, token, at, depth: 0 };
    let tree = parser.expression(0)?;
    match parser.token {
        Token::End => Ok(tree),
        token => Err(Fault::at("S0201", format!("Syntax error: {}", token.shown()), parser.at)),
    }
}

struct Parser<'t> {
    lexer: Lexer<'t>,
    token: Token,
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn is(&self, sign: &str) -> bool {
        matches!(self.token, Token::Operator(known) if known == sign)
    }

    /// Goes on to the next token and gives the present one.
    fn take(&mut self, infix: bool) -> Parsed<Token> {
        let (token, at) = self.lexer.next(infix)?;
        self.at = at;
        Ok(std::mem::replace(&mut self.token, token))
    }

    /// Passes an operator that must stand here.
    fn pass(&mut self, sign: &str, infix: bool) -> Parsed<()> {
        if self.is(sign) {
            return self.take(infix).map(drop);
        }
        Err(match self.token {
            Token::End => {
                let text = format!("Expected {} before end of expression", quoted(sign));
                Fault::at("S0203", text, self.at)
            }
            _ => {
                let text = format!("Expected {}, got {}", quoted(sign), self.token.shown());
                Fault::at("S0202", text, self.at)
            }
        })
    }

    /// Passes an operator, if it stands here.
    fn passes(&mut self, sign: &str) -> Parsed<bool> {
        let is = self.is(sign);
        if is {
            self.take(false)?;
        }
        Ok(is)
    }

    /// An expression whose operators bind more than `power`.
    fn expression(&mut self, power: u8) -> Parsed {
        self.depth += 1;
        if self.depth > NESTED {
            return Err(super::too_deep(self.at));
        }
        let tree = super::deeper(|| self.operations(power));
        self.depth -= 1;
        tree
    }

    fn operations(&mut self, power: u8) -> Parsed {
        let mut left = self.operand()?;
        let mut chained = 0;
        while let Token::Operator(sign) = self.token {
            if self::power(sign) <= power {
                break;
            }
            chained += 1;
            if chained > CHAINED {
                return Err(super::too_deep(self.at));
            }
            left = self.operation(sign, left)?;
        }
        Ok(left)
    }

    fn operand(&mut self) -> Parsed {
        let at = self.at;
        let kind = match self.take(true)? {
            Token::End => Kind::End,
            Token::Name(name) => Kind::Name(name),
            Token::Variable(name) => Kind::Variable(name),
            Token::Text(text) => Kind::Text(text),
            Token::Number(number) => Kind::Number(number),
            Token::Bool(flag) => Kind::Bool(flag),
            Token::Null => Kind::Null,
            Token::Regex { pattern, flags } => Kind::Regex { pattern, flags },
            Token::Operator(sign) => return self.prefix(sign, at),
        };
        Ok(Tree::new(at, kind))
    }

    /// Parses what begins with an operator. The token after it was read as if an operand stood before, so that 2.0.6
    /// knows no regular expression there: `[/a/]` is S0211.
    fn prefix(&mut self, sign: &'static str, at: usize) -> Parsed {
        let kind = match sign {
            "and" | "or" | "in" => Kind::Name(sign.to_owned()),
            "*" => Kind::Wildcard,
            "**" => Kind::Descendant,
            "%" => Kind::Parent,
            "-" => Kind::Negate(self.expression(70)?.boxed()),
            "(" => self.block()?,
            "[" => self.array()?,
            "{" => Kind::Object(self.pairs()?),
            "|" => self.transform()?,
            sign => {
                let sign = quoted(sign);
                let text = format!("The symbol {sign} cannot be used as a unary operator");
                return Err(Fault::at("S0211", text, at));
            }
        };
        Ok(Tree::new(at, kind))
    }

    fn block(&mut self) -> Parsed<Kind> {
        let mut pieces = vec![];
        while !self.is(")") {
            pieces.push(self.expression(0)?);
            if !self.passes(";")? {
                break;
            }
        }
        self.pass(")", true)?;
        Ok(Kind::Block(pieces))
    }

    fn array(&mut self) -> Parsed<Kind> {
        let mut items = vec![];
        while !self.is("]") || !items.is_empty() {
            let first = self.expression(0)?;
            items.push(if self.passes("..")? {
                Item::Range(first, self.expression(0)?)
            } else {
                Item::One(first)
            });
            if !self.passes(",")? {
                break;
            }
        }
        self.pass("]", true)?;
        Ok(Kind::Array(items))
    }

    fn pairs(&mut self) -> Parsed<Pairs> {
        let mut pairs = vec![];
        while !self.is("}") || !pairs.is_empty() {
            let key = self.expression(0)?;
            self.pass(":", false)?;
            pairs.push((key, self.expression(0)?));
            if !self.passes(",")? {
                break;
            }
        }
        self.pass("}", true)?;
        Ok(pairs)
    }

    fn transform(&mut self) -> Parsed<Kind> {
        let pattern = self.expression(0)?.boxed();
        self.pass("|", false)?;
        let update = self.expression(0)?.boxed();
        let delete = if self.passes(",")? { Some(self.expression(0)?.boxed()) } else { None };
        self.pass("|", true)?;
        Ok(Kind::Transform { pattern, update, delete })
    }

    fn operation(&mut self, sign: &'static str, left: Tree) -> Parsed {
        let at = self.at;
        self.take(false)?;
        let found = Operator::ALL.iter().find(|(known, ..)| *known == sign);
        let kind = match (found, sign) {
            (Some((_, operator, power)), _) => {
                Kind::Binary(*operator, left.boxed(), self.expression(*power)?.boxed())
            }
            (_, ".") => Kind::Path(left.boxed(), self.expression(75)?.boxed()),
            (_, "~>") => Kind::Apply(left.boxed(), self.expression(40)?.boxed()),
            (_, "[") => return self.filter(left, at),
            (_, "{") => Kind::Group(left.boxed(), self.pairs()?),
            (_, "(") => return self.call(left),
            (_, "^") => self.sort(left)?,
            (_, "@") => Kind::Focus(left.boxed(), self.bound(sign, at)?),
            (_, "#") => Kind::Index(left.boxed(), self.bound(sign, at)?),
            (_, ":=") => self.bind(left)?,
            _ => self.condition(left)?,
        };
        Ok(Tree::new(at, kind))
    }

    fn filter(&mut self, mut left: Tree, at: usize) -> Parsed {
        if self.is("]") {
            // A slash behind `[]`, and behind a sort, begins a regular expression (2.0.6).
            self.take(false)?;
            let mut step = &mut left;
            while let Kind::Filter(inner, _) = &mut step.kind {
                step = inner;
            }
            step.keep = true;
            return Ok(left);
        }
        let predicate = self.expression(0)?;
        self.pass("]", true)?;
        Ok(Tree::new(at, Kind::Filter(left.boxed(), predicate.boxed())))
    }

    fn sort(&mut self, left: Tree) -> Parsed<Kind> {
        self.pass("(", false)?;
        let mut terms = vec![];
        loop {
            let descending = !self.passes("<")? && self.passes(">")?;
            terms.push((self.expression(0)?, descending));
            if !self.passes(",")? {
                break;
            }
        }
        self.pass(")", false)?;
        Ok(Kind::Sort(left.boxed(), terms))
    }

    /// The name of the variable after `@` or `#`.
    fn bound(&mut self, sign: &str, at: usize) -> Parsed<String> {
        match self.expression(80)?.kind {
            Kind::Variable(name) => Ok(name),
            _ => {
                let text = format!(
                    "The right side of {} must be a variable name (start with $)",
                    quoted(sign)
                );
                Err(Fault::at("S0214", text, at))
            }
        }
    }

    fn bind(&mut self, left: Tree) -> Parsed<Kind> {
        match left.kind {
            Kind::Variable(name) => Ok(Kind::Bind(name, self.expression(9)?.boxed())),
            _ => {
                let text = "The left side of := must be a variable name (start with $)";
                Err(Fault::at("S0212", text, left.at))
            }
        }
    }

    fn condition(&mut self, left: Tree) -> Parsed<Kind> {
        let then = self.expression(0)?.boxed();
        let other = if self.passes(":")? { Some(self.expression(0)?.boxed()) } else { None };
        Ok(Kind::Condition(left.boxed(), then, other))
    }

    fn call(&mut self, callee: Tree) -> Parsed {
        let mut arguments = vec![];
        while !self.is(")") || !arguments.is_empty() {
            let at = self.at;
            arguments.push(if self.is("?") {
                self.take(true)?;
                Tree::new(at, Kind::Hole)
            } else {
                self.expression(0)?
            });
            if !self.passes(",")? {
                break;
            }
        }
        self.pass(")", true)?;
        let at = callee.at;
        let kind = match &callee.kind {
            Kind::Name(name) if name == "function" || name == "λ" => self.lambda(arguments)?,
            _ => Kind::Call(callee.boxed(), arguments),
        };
        Ok(Tree::new(at, kind))
    }

    fn lambda(&mut self, arguments: Vec<Tree>) -> Parsed<Kind> {
        let mut parameters = vec![];
        for (index, argument) in arguments.into_iter().enumerate() {
            let Kind::Variable(name) = argument.kind else {
                let text = format!(
                    "Parameter {} of function definition must be a variable name (start with $)",
                    index + 1
                );
                return Err(Fault::at("S0208", text, argument.at));
            };
            parameters.push(name);
        }
        let at = self.at;
        let signature = if self.is("<") { Some(self.signature()?) } else { None };
        let signature = signature.map(|text| Signature::parse(&text)).transpose();
        let signature = signature.map_err(|fault| fault.placed(at))?;
        self.pass("{", false)?;
        let body = self.expression(0)?.boxed();
        self.pass("}", true)?;
        Ok(Kind::Lambda { parameters, signature, body })
    }

    /// A signature such as `<s-n?:s>`: the tokens up to its end, put together.
    fn signature(&mut self) -> Parsed<String> {
        let mut text = String::from("<");
        let mut depth = 1;
        while depth > 0 && !self.is("{") && self.token != Token::End {
            self.take(true)?;
            match &self.token {
                Token::Operator(sign) => {
                    depth += i32::from(*sign == "<") - i32::from(*sign == ">");
                    text.push_str(sign);
                }
                Token::Name(name) | Token::Text(name) => text.push_str(name),
                Token::Variable(name) => text.push_str(name),
                other => text.push_str(&other.shown()),
            }
        }
        self.pass(">", true)?;
        Ok(text)
    }
}

/// Returns how much an operator binds what stands before it.
fn power(sign: &str) -> u8 {
    match sign {
        "[" | "(" | "@" | "#" => 80,
        "." => 75,
        "{" => 70,
        "^" | "~>" => 40,
        "?" => 20,
        ":=" => 10,
        sign => {
            Operator::ALL.iter().find(|(known, ..)| *known == sign).map_or(0, |(.., power)| *power)
        }
    }
}
