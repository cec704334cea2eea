//! The laws of a layout.

use std::collections::HashMap;
use workflow_graph::{Graph, Layout, Line, Point, Rect};

/// A thing that nothing else may lie on, or a cluster.
#[derive(Clone, Debug)]
struct Thing {
    /// Read where a law fails.
    #[allow(dead_code, reason = "for messages")]
    name: String,
    rect: Rect,
    /// The cluster around it; none that is known for the mark of a start.
    parent: Option<usize>,
    /// Its own number, if it is a cluster.
    cluster: Option<usize>,
    /// The line that has it, if it is a label.
    line: Option<usize>,
}

/// Fails with the first law that does not hold.
pub fn laws(graph: &Graph, layout: &Layout) -> Result<(), String> {
    let mut things = things(layout);
    things.sort_by_key(|thing| thing.rect.y);
    complete(graph, layout)?;
    within(layout, &things)?;
    apart(layout, &things)?;
    for (number, line) in layout.lines.iter().enumerate() {
        let found = touches(layout, line).and_then(|()| passes(layout, number, &things));
        found.map_err(|error| {
            format!("{:?} to {}: {error}: {:?}", line.from, line.to, line.points)
        })?;
    }
    covered(layout)
}

/// A part of a line, from one place to another.
type Part<'l> = (i64, i64, &'l Line);

/// Lines lie on each other only where they have a state in common that they leave, or one that they enter.
fn covered(layout: &Layout) -> Result<(), String> {
    let mut parts: HashMap<(bool, i64), Vec<Part<'_>>> = HashMap::new();
    for line in &layout.lines {
        for pair in line.points.windows(2) {
            let ([one, other], place) = match pair[0].y == pair[1].y {
                true => ([pair[0].x, pair[1].x], (true, pair[0].y)),
                false => ([pair[0].y, pair[1].y], (false, pair[0].x)),
            };
            parts.entry(place).or_default().push((one.min(other), one.max(other), line));
        }
    }
    for (place, mut parts) in parts {
        parts.sort_by_key(|(low, high, _)| (*low, *high));
        for (index, (_, high, one)) in parts.iter().enumerate() {
            let near = parts[index + 1..].iter().take_while(|(low, ..)| low < high);
            for (_, _, other) in near {
                let scopes = one.parent == other.parent;
                if !scopes || (one.from != other.from && one.to != other.to) {
                    return Err(format!("{one:?} and {other:?} lie on each other at {place:?}"));
                }
            }
        }
    }
    Ok(())
}

fn things(layout: &Layout) -> Vec<Thing> {
    let thing = |name: &str, rect: Rect, parent: Option<usize>| Thing {
        name: name.to_owned(),
        rect,
        parent,
        cluster: None,
        line: None,
    };
    let states = layout.states.iter().map(|it| thing(&it.badge.name, it.rect, it.badge.parent));
    let clusters = layout.clusters.iter().enumerate().map(|(number, it)| Thing {
        cluster: Some(number),
        ..thing(&it.badge.name, it.rect, it.badge.parent)
    });
    let labels = layout.lines.iter().enumerate().filter_map(|(number, it)| {
        let rect = it.tag.as_ref()?.rect;
        Some(Thing { line: Some(number), ..thing(&it.label, rect, it.parent) })
    });
    let begins = layout.lines.iter().filter(|line| line.from.is_none());
    let starts =
        layout.starts.iter().zip(begins).map(|(rect, line)| thing("start", *rect, line.parent));
    states.chain(clusters).chain(labels).chain(starts).collect()
}

/// All states and transitions are drawn, each once.
fn complete(graph: &Graph, layout: &Layout) -> Result<(), String> {
    let clusters = layout.clusters.iter().filter(|cluster| cluster.branch.is_none()).count();
    let edges: usize = graph.scopes.iter().map(|scope| scope.edges.len()).sum();
    let starts = graph.scopes.iter().filter(|scope| scope.start.is_some()).count();
    let counts = [
        ("states", graph.len(), layout.states.len() + clusters),
        ("transitions", edges + starts, layout.lines.len()),
        ("starts", starts, layout.starts.len()),
    ];
    match counts.into_iter().find(|(_, there, drawn)| there != drawn) {
        Some((name, there, drawn)) => Err(format!("{drawn} of {there} {name} are drawn")),
        None => Ok(()),
    }
}

fn right(rect: &Rect) -> i64 {
    rect.x + rect.width
}

fn bottom(rect: &Rect) -> i64 {
    rect.y + rect.height
}

fn contains(outer: &Rect, inner: &Rect) -> bool {
    outer.x <= inner.x
        && right(inner) <= right(outer)
        && outer.y <= inner.y
        && bottom(inner) <= bottom(outer)
}

/// Everything lies within the drawing, and within its cluster below the head.
fn within(layout: &Layout, things: &[Thing]) -> Result<(), String> {
    let whole = Rect { x: 0, y: 0, width: layout.width, height: layout.height };
    let room = |parent: Option<usize>| match parent {
        Some(parent) => {
            let cluster = &layout.clusters[parent];
            let Rect { x, y, width, height } = cluster.rect;
            Rect { x: x + 1, y: y + cluster.head, width: width - 2, height: height - cluster.head }
        }
        None => whole,
    };
    for thing in things {
        if !contains(&room(thing.parent), &thing.rect)
            || thing.rect.width < 1
            || thing.rect.height < 1
        {
            return Err(format!("{thing:?} is not within its cluster"));
        }
    }
    for line in &layout.lines {
        let room = room(line.parent);
        let at = |point: &Point| Rect { x: point.x, y: point.y, width: 0, height: 0 };
        if !line.points.iter().all(|point| contains(&room, &at(point))) {
            return Err(format!("the line {line:?} leaves its cluster"));
        }
    }
    Ok(())
}

/// True if a cluster is around a thing.
fn around(layout: &Layout, cluster: usize, parent: Option<usize>) -> bool {
    let mut next = parent;
    while let Some(parent) = next {
        if parent == cluster {
            return true;
        }
        next = layout.clusters[parent].badge.parent;
    }
    false
}

/// Two things overlap only where one is a cluster around the other. The things are sorted by their upper borders.
fn apart(layout: &Layout, things: &[Thing]) -> Result<(), String> {
    for (index, one) in things.iter().enumerate() {
        for other in &things[index + 1..] {
            if other.rect.y >= bottom(&one.rect) {
                break;
            }
            let beside = right(&one.rect) <= other.rect.x || right(&other.rect) <= one.rect.x;
            let inside = |outer: &Thing, inner: &Thing| {
                outer.cluster.is_some_and(|cluster| around(layout, cluster, inner.parent))
            };
            if !beside && !inside(one, other) && !inside(other, one) {
                return Err(format!("{one:?} and {other:?} overlap"));
            }
        }
    }
    Ok(())
}

/// A line begins at the lower border of its first state, ends at the upper border of its last, and has right angles.
fn touches(layout: &Layout, line: &Line) -> Result<(), String> {
    let states = layout.states.iter().map(|it| (&it.badge, it.rect));
    let clusters =
        layout.clusters.iter().filter(|it| it.branch.is_none()).map(|it| (&it.badge, it.rect));
    let known: HashMap<_, _> = states
        .chain(clusters)
        .filter(|(badge, _)| badge.parent == line.parent)
        .map(|(badge, rect)| (badge.name.as_str(), rect))
        .collect();
    let [first, .., last] = line.points.as_slice() else {
        return Err("it has no points".to_owned());
    };
    let on = |point: &Point, rect: &Rect| rect.x < point.x && point.x < right(rect);
    let begins = match &line.from {
        Some(from) => {
            let rect = known.get(from.as_str()).ok_or("it leaves nothing")?;
            first.y == bottom(rect) && on(first, rect)
        }
        None => layout.starts.iter().any(|rect| first.y == bottom(rect) && on(first, rect)),
    };
    let rect = known.get(line.to.as_str()).ok_or("it enters nothing")?;
    if !begins || last.y != rect.y || !on(last, rect) {
        return Err("it does not end at borders".to_owned());
    }
    let straight = |pair: &[Point]| (pair[0].x == pair[1].x) != (pair[0].y == pair[1].y);
    if !line.points.windows(2).all(straight) {
        return Err("it has other than right angles".to_owned());
    }
    match &line.points[line.points.len() - 2..] {
        [before, last] if before.y < last.y => Ok(()),
        _ => Err("it does not enter from above".to_owned()),
    }
}

/// A line passes no thing but its own label.
fn passes(layout: &Layout, number: usize, things: &[Thing]) -> Result<(), String> {
    for pair in layout.lines[number].points.windows(2) {
        let (left, top) = (pair[0].x.min(pair[1].x), pair[0].y.min(pair[1].y));
        let (wide, high) = (pair[0].x.max(pair[1].x), pair[0].y.max(pair[1].y));
        for thing in things {
            if thing.rect.y >= high.max(top + 1) {
                break;
            }
            let cluster =
                thing.cluster.is_some_and(|it| around(layout, it, layout.lines[number].parent));
            if thing.line == Some(number) || cluster {
                continue;
            }
            let rect = &thing.rect;
            if left < right(rect)
                && rect.x < wide.max(left + 1)
                && top < bottom(rect)
                && rect.y < high
            {
                return Err(format!("it passes {thing:?}"));
            }
        }
    }
    Ok(())
}
