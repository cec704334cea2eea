//! Loops, and what they go through.

use super::super::lines::Lines;
use super::names::{By, Name, Ty};
use super::writer::{Leave, Writer};

/// A loop: its pattern, what it goes through, and the names of a turn.
pub struct Source {
    pat: String,
    over: String,
    names: Vec<Name>,
    /// A name that it borrows.
    borrows: Option<String>,
    /// The first statement of each turn.
    first: Option<String>,
}

impl Writer<'_> {
    pub fn a_loop(&mut self) {
        let Source { mut pat, over, mut names, borrows, first } = self.source();
        // An item that nobody reads.
        if first.is_none() && names.len() == 1 && self.chance(8) {
            names.clear();
            pat = "_".into();
        }
        let label = self.chance(25).then(|| self.fresh("'turn"));
        let before = label.as_ref().map(|label| format!("{label}: ")).unwrap_or_default();
        self.open(format!("{before}for {pat} in {over} {{"));
        let leaving = std::mem::replace(&mut self.leaving, 2);
        self.loops += 1;
        self.scoped(|me| {
            me.frozen.extend(borrows);
            me.names.extend(names);
            if let Some(first) = first {
                me.line(first);
            }
            me.leaving_by(Leave::Turn(label), |me| me.body(false, true));
        });
        self.loops -= 1;
        self.leaving = leaving;
        self.close("}");
    }

    fn source(&mut self) -> Source {
        for _ in 0..6 {
            let found = match self.below(10) {
                0..4 => self.of_list(),
                4 => Some(self.of_range()),
                5 => self.of_text(),
                6 => self.of_map(),
                7 => self.of_bag(),
                8 => self.of_parts(),
                _ => self.of_two(),
            };
            if let Some(found) = found {
                return found;
            }
        }
        self.of_range()
    }

    fn one(&mut self, pat: String, over: String, name: Name, borrows: Option<String>) -> Source {
        Source { pat, over, names: vec![name], borrows, first: None }
    }

    fn of_list(&mut self) -> Option<Source> {
        let lists = [Ty::Nums, Ty::Texts, Ty::Bytes, Ty::Grid, Ty::Boxes];
        let ty = self.pick(&lists);
        let list = self.place(ty)?;
        let (of, item) = (list.text.clone(), ty.item()?);
        let x = self.text_of(item);
        let at = self.text_of(Ty::Size);
        let borrows = Some(of.clone());
        let by_value = |over: String| (over, By::Value, None);
        let by_ref = |over: String| (over, By::Reference, borrows.clone());
        let whole = if list.by == By::Value { format!("&{of}") } else { of.clone() };
        let (over, by, borrows) = match self.below(11) {
            0..3 => by_ref(whole),
            3 | 4 => by_value(list.read()),
            5 => by_ref(format!("{of}.iter().rev()")),
            6 => by_value(format!("{}.into_iter().rev()", list.read())),
            7 if item == Ty::Num => by_ref(format!("{of}.iter().filter(|x| **x > 1)")),
            7 => by_value(format!("{of}.iter().skip(1).cloned().collect::<Vec<_>>()")),
            8 => by_ref(format!("{of}.iter().take(2)")),
            _ if at == x => by_ref(format!("{of}.iter()")),
            9 => {
                let names = vec![
                    Name::of(at.clone(), Ty::Size, By::Value),
                    Name::of(x.clone(), item, By::Reference),
                ];
                let over = format!("{of}.iter().enumerate()");
                return Some(Source {
                    pat: format!("({at}, {x})"),
                    over,
                    names,
                    borrows,
                    first: None,
                });
            }
            _ => {
                let names = vec![
                    Name::of(at.clone(), Ty::Size, By::Value),
                    Name::of(x.clone(), item, By::Value),
                ];
                let over = format!("{}.into_iter().enumerate()", list.read());
                return Some(Source {
                    pat: format!("({at}, {x})"),
                    over,
                    names,
                    borrows: None,
                    first: None,
                });
            }
        };
        if by == By::Reference && item == Ty::Num && self.chance(30) {
            let name = Name::of(x.clone(), item, By::Value);
            return Some(self.one(format!("&{x}"), over, name, borrows));
        }
        Some(self.one(x.clone(), over, Name::of(x, item, by), borrows))
    }

    fn of_range(&mut self) -> Source {
        let (lit, n) = (self.below(5), self.atom());
        let list = self.place(Ty::Nums).map_or_else(|| "vec![1, 2]".into(), |name| name.text);
        let (ty, over) = match self.below(8) {
            0 => (Ty::Num, format!("0..{n} % 5")),
            1 => (Ty::Num, format!("({n} % 3..4).rev()")),
            2 => (Ty::Size, format!("(0..{list}.len()).rev()")),
            3 => (Ty::Num, format!("1i64..={}", lit + 1)),
            4 => (Ty::Size, format!("(0..{list}.len()).step_by(2)")),
            5 => (Ty::Num, format!("({n} % 4)..({} % 6)", self.atom())),
            6 => (Ty::Size, format!("1..{list}.len()")),
            _ => (Ty::Size, format!("0..{list}.len()")),
        };
        let x = self.text_of(ty);
        self.one(x.clone(), over, Name::of(x, ty, By::Value), None)
    }

    fn of_text(&mut self) -> Option<Source> {
        let text = self.place(Ty::Text)?.text;
        let c = self.text_of(Ty::Char);
        let borrows = Some(text.clone());
        Some(match self.below(4) {
            0 => {
                let at = self.fresh("at");
                let names = vec![
                    Name::of(at.clone(), Ty::Size, By::Value),
                    Name::of(c.clone(), Ty::Char, By::Value),
                ];
                Source {
                    pat: format!("({at}, {c})"),
                    over: format!("{text}.chars().enumerate()"),
                    names,
                    borrows,
                    first: None,
                }
            }
            1 => self.one(
                c.clone(),
                format!("{text}.chars().rev()"),
                Name::of(c, Ty::Char, By::Value),
                borrows,
            ),
            2 => {
                let name = Name::of(c.clone(), Ty::Text, By::Slice);
                self.one(c, format!("{text}.split(\",\")"), name, borrows)
            }
            _ => self.one(
                c.clone(),
                format!("{text}.chars()"),
                Name::of(c, Ty::Char, By::Value),
                borrows,
            ),
        })
    }

    fn of_map(&mut self) -> Option<Source> {
        let ty = self.pick(&[Ty::Table, Ty::Groups]);
        let map = self.place(ty)?;
        let (of, item) = (map.text.clone(), if ty == Ty::Table { Ty::Num } else { Ty::Nums });
        let (k, v) = (self.text_of(Ty::Text), self.fresh(item.letter()));
        let both = |by| vec![Name::of(k.clone(), Ty::Text, by), Name::of(v.clone(), item, by)];
        let pat = format!("({k}, {v})");
        let borrows = Some(of.clone());
        Some(match self.below(5) {
            0 => {
                Source { pat, over: map.read(), names: both(By::Value), borrows: None, first: None }
            }
            1 => Source {
                pat,
                over: format!("{of}.iter()"),
                names: both(By::Reference),
                borrows,
                first: None,
            },
            2 => self.one(
                k.clone(),
                format!("{of}.keys()"),
                Name::of(k, Ty::Text, By::Reference),
                borrows,
            ),
            3 => self.one(
                v.clone(),
                format!("{of}.values()"),
                Name::of(v, item, By::Reference),
                borrows,
            ),
            _ => {
                let over = if map.by == By::Value { format!("&{of}") } else { of };
                Source { pat, over, names: both(By::Reference), borrows, first: None }
            }
        })
    }

    fn of_bag(&mut self) -> Option<Source> {
        let bag = self.place(Ty::Bag)?;
        let x = self.text_of(Ty::Text);
        let (of, by_ref) = (bag.text.clone(), Name::of(x.clone(), Ty::Text, By::Reference));
        Some(match self.below(3) {
            0 => self.one(x.clone(), bag.read(), Name::of(x, Ty::Text, By::Value), None),
            1 => self.one(x, format!("{of}.iter()"), by_ref, Some(of)),
            _ => {
                let over = if bag.by == By::Value { format!("&{of}") } else { of.clone() };
                self.one(x, over, by_ref, Some(of))
            }
        })
    }

    /// Windows, chunks, fields of items, lists in lists.
    fn of_parts(&mut self) -> Option<Source> {
        let nums = self.place(Ty::Nums)?.text;
        let borrows = Some(nums.clone());
        let x = self.fresh("part");
        let window = Name::of(x.clone(), Ty::Window, By::Value);
        Some(match self.below(5) {
            0 => self.one(x, format!("{nums}.windows(2)"), window, borrows),
            1 => self.one(x, format!("{nums}.chunks(2)"), window, borrows),
            2 => {
                let (size, lines) = (self.text_of(Ty::Num), self.fresh("lines"));
                let over = self.place(Ty::Boxes)?.read();
                let names = vec![
                    Name::of(size.clone(), Ty::Num, By::Value),
                    Name::of(lines.clone(), Ty::Texts, By::Value),
                ];
                Source {
                    pat: format!("Parcel {{ size: {size}, lines: {lines}, .. }}"),
                    over,
                    names,
                    borrows: None,
                    first: None,
                }
            }
            3 => {
                let grid = self.place(Ty::Grid)?.text;
                let name = Name::of(x.clone(), Ty::Num, By::Reference);
                self.one(x, format!("{grid}.iter().flatten()"), name, Some(grid))
            }
            _ => {
                let held = self.place(Ty::Held)?.text;
                let name = Name::of(x.clone(), Ty::Text, By::Reference);
                let own = self.changeable().iter().any(|name| name.text == held);
                // Another part of what it goes through changes.
                let first = own.then(|| format!("{held}.size += {x}.len() as i64;"));
                let over = self.pick(&[format!("{held}.lines.iter()"), format!("&{held}.lines")]);
                Source { first, ..self.one(x, over, name, Some(held)) }
            }
        })
    }

    fn of_two(&mut self) -> Option<Source> {
        let (one, two) = (self.place(Ty::Nums)?.text, self.place(Ty::Texts)?);
        let lent = if two.by == By::Value { "&" } else { "" };
        let two = two.text;
        let (x, y) = (self.text_of(Ty::Num), self.fresh("word"));
        let names = vec![
            Name::of(x.clone(), Ty::Num, By::Reference),
            Name::of(y.clone(), Ty::Text, By::Reference),
        ];
        self.frozen.push(two.clone());
        let over = match self.chance(50) {
            true => format!("{one}.iter().zip({lent}{two})"),
            false => format!("{one}.iter().zip({two}.iter())"),
        };
        Some(Source { pat: format!("({x}, {y})"), over, names, borrows: Some(one), first: None })
    }
}
