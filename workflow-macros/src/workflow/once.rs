//! Draws each value (`uuid()`, `random()`, `now()`) once, in an `Assign`: inlined it might be drawn twice, or
//! again with each attempt of the call that sends it.

use super::document::Document;
use super::ex::{Draw, Ex, ExKind};
use super::model::{BlockId, End, Graph, Kind, Stmt, VarId};
use super::names::Names;
use super::phases::{insert, is_alias, split, value_name};

/// Puts each drawn value alone into an `Assign`: code that reads it in the same phase gets a state of its own.
pub fn once(graph: &mut Graph, names: &mut Names) {
    if !graph.blocks.iter().any(|block| block.code.iter().any(|stmt| drawn(stmt).is_some())) {
        return;
    }
    let document = Document::new(graph);
    // Blocks that are made here come later.
    let mut block = 0;
    while block < graph.blocks.len() {
        match read_at_once(graph, &document, block) {
            Some(at) if at < graph.blocks[block].code.len() => {
                split(graph, block, at);
            }
            Some(at) => match &graph.blocks[block].end {
                End::Return(value) => {
                    let value = value.clone();
                    let name = names.state(&value_name(&value));
                    let state = insert(graph, block, name, value.span, Kind::Succeed { value });
                    graph.blocks[block].end = End::Enter(state);
                }
                _ => split(graph, block, at),
            },
            None => {}
        }
        block += 1;
    }
}

/// Returns what a statement draws, and into which variable.
pub fn drawn(stmt: &Stmt) -> Option<Draw> {
    let (Stmt::Let { value, .. } | Stmt::Assign { value, .. } | Stmt::Drop(value)) = stmt else {
        return None;
    };
    match value.kind {
        ExKind::Draw(draw) => Some(draw),
        _ => None,
    }
}

/// The first statement of a block that reads or changes what was drawn before in the same phase; its length, if
/// that comes after its end.
fn read_at_once(graph: &Graph, document: &Document, block: BlockId) -> Option<usize> {
    let code = &graph.blocks[block].code;
    let mut vars = vec![];
    for (at, stmt) in code.iter().enumerate() {
        if vars.iter().any(|var| touches(document, stmt, *var)) {
            return Some(at);
        }
        match stmt {
            _ if drawn(stmt).is_none() => {}
            Stmt::Let { binds, .. } => vars.extend(binds),
            Stmt::Assign { place, .. } => vars.extend(place.place().map(|(var, _)| var)),
            _ => {}
        }
    }
    let mut last = block;
    for _ in 0..graph.blocks.len() {
        match &graph.blocks[last].end {
            End::Goto(next) => last = *next,
            End::Return(value) => {
                let read = vars.iter().any(|var| reads(document, value, *var));
                return read.then_some(code.len());
            }
            _ => return None,
        }
        let touched = |stmt| vars.iter().any(|var| touches(document, stmt, *var));
        if graph.blocks[last].code.iter().any(touched) {
            return Some(code.len());
        }
    }
    None
}

/// True if a statement reads or changes a variable. What only gives it another name does not.
fn touches(document: &Document, stmt: &Stmt, var: VarId) -> bool {
    match stmt {
        Stmt::Let { binds, value, .. } => {
            binds.contains(&var) || (!is_alias(document, stmt) && reads(document, value, var))
        }
        Stmt::Assign { place, value, .. } => {
            reads(document, place, var) || reads(document, value, var)
        }
        Stmt::Mutate { place, args, .. } => {
            reads(document, place, var) || args.iter().any(|arg| reads(document, arg, var))
        }
        Stmt::Take { binds, .. } => binds.contains(&var),
        Stmt::Drop(_) | Stmt::Late(..) => false,
    }
}

/// True if an expression reads a variable, under this name or another.
fn reads(document: &Document, ex: &Ex, var: VarId) -> bool {
    match ex.kind {
        ExKind::Var(read) => {
            read == var
                || document.alias[read].as_ref().is_some_and(|alias| reads(document, alias, var))
        }
        _ => ex.parts().into_iter().any(|part| reads(document, part, var)),
    }
}
