#!/usr/bin/env python3
"""What a workflow costs to compile.

    python3 benches/compile/measure.py [--rounds 3] [--shapes mixed line] [8 50 200]

Writes a package with one generated workflow of about so many states, builds what it depends on, and then times
`cargo check` and `cargo build` of the package itself, without incremental compilation, against the same package
without the attribute `#[workflow]`. Prints CPU seconds (user and system, the least of all rounds): other work on
the machine changes them less than the time on the clock. With `--growth` it prints, for each shape, what the whole
package takes to check (the user's own functions included) and the most memory, and the exponent between the least
and the greatest size: `100 200 --growth --shapes kept`, `250 500 1000 --growth --shapes line`.
"""

import argparse
import math
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]

MANIFEST = """
[package]
name = "measured"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
serde = {{ version = "1", features = ["derive"] }}
workflow = {{ path = "{root}" }}
"""

HEAD = """#![allow(dead_code, unused)]
use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Item { pub id: String, pub count: u32 }
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Order { pub id: String, pub total: f64, pub items: Vec<Item> }
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Quote { pub total: f64, pub note: String }
#[derive(Debug, Serialize, Deserialize, TaskError)]
pub enum BankError { Declined { reason: String }, #[other] Other(Failure) }

#[task] async fn price(order: Order) -> Result<Quote, Failure> { Ok(Quote { total: order.total, note: order.id }) }
#[task] async fn approve(id: String, total: f64) -> Result<(), Failure> { Ok(()) }
#[task] async fn charge(id: String, total: f64) -> Result<String, BankError> { Ok(id) }
#[task] async fn pick(item: Item) -> Result<String, Failure> { Ok(item.id) }
#[task] async fn step(n: u32) -> Result<u32, Failure> { Ok(n + 1) }

"""

# One part of a `mixed` workflow: a task, a choice with a task, a task with a catcher, a loop, a Parallel with a Map.
PART = """
    let quote{i} = price(order.clone()).await?;
    if quote{i}.total > {i}.5 {{
        approve(order.id.clone(), quote{i}.total).await?;
    }}
    let paid{i} = match charge(order.id.clone(), quote{i}.total).await {{
        Ok(paid) => paid,
        Err(BankError::Declined {{ reason }}) => return Err(Failure::new("Declined", "no money")),
        Err(other) => return Err(other.into()),
    }};
    let mut n{i} = 0;
    while n{i} < 3 {{
        n{i} = step(n{i}).await?;
    }}
    let (picked{i}, last{i}) = join!(
        map(order.items.clone(), async |item| Ok(pick(item).await?)),
        step(n{i}),
    ).await?;
    total = total + quote{i}.total;
"""


def mixed(states):
    parts = "".join(PART.format(i=i) for i in range(max(1, round(states / 11))))
    return ("#[workflow]\npub async fn measured(order: Order) -> Result<f64, Failure> {\n"
            f"    let mut total = 0.0;\n{parts}\n    Ok(total)\n}}\n")


def line(states):
    """Tasks one after the other, each with a new variable that is needed until the end of the next two."""
    steps = "".join(f"    let n{i} = step(n{max(0, i - 2)}).await?;\n" for i in range(1, states))
    return ("#[workflow]\npub async fn measured(n0: u32) -> Result<u32, Failure> {\n"
            f"{steps}    Ok(n{states - 1})\n}}\n")


def kept(states):
    """Tasks one after the other, whose results are all needed at the end: every state keeps all before it."""
    steps = "".join(f"    let n{i} = step(n0).await?;\n" for i in range(1, states))
    # In groups: a longer sum nests deeper than AWS evaluates.
    names = [f"n{i}" for i in range(1, states)]
    groups = [names[at:at + 40] for at in range(0, len(names), 40)]
    total = " + ".join(f"({' + '.join(group)})" for group in groups)
    return ("#[workflow]\npub async fn measured(n0: u32) -> Result<u32, Failure> {\n"
            f"{steps}    Ok({total})\n}}\n")


SHAPES = {"mixed": mixed, "line": line, "kept": kept}


class Package:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        (self.folder / "src").mkdir()
        (self.folder / "Cargo.toml").write_text(MANIFEST.format(root=ROOT))
        lock = ROOT / "Cargo.lock"
        if lock.exists():
            (self.folder / "Cargo.lock").write_text(lock.read_text())
        target = os.environ.get("MEASURE_TARGET", str(self.folder / "target"))
        self.env = {**os.environ, "CARGO_INCREMENTAL": "0", "CARGO_TARGET_DIR": target}

    def write(self, source):
        (self.folder / "src/lib.rs").write_text(HEAD + source)

    def cargo(self, command, env=None):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        ran = subprocess.run(["cargo", command, "-q"], cwd=self.folder, env={**self.env, **(env or {})},
                             capture_output=True, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if ran.returncode:
            sys.exit(ran.stderr[:4000])
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def least(self, command, source, rounds):
        times = []
        for n in range(rounds):
            self.write(f"{source}\n// {n} {os.getpid()}\n")
            times.append(self.cargo(command))
        return min(times)


def states(package, source):
    binary = package.folder / "src/main.rs"
    binary.write_text('fn main() { print!("{}", <measured::measured as workflow::Workflow>::states().len()); }\n')
    package.write(source)
    ran = subprocess.run(["cargo", "run", "-q"], cwd=package.folder, env=package.env, capture_output=True, text=True)
    binary.unlink()
    if ran.returncode:
        sys.exit(ran.stderr[:4000])
    return int(ran.stdout)


def grown(package, shape, sizes):
    """CPU seconds and megabytes of one `cargo check` for each size."""
    seconds = []
    for size in sizes:
        package.write(SHAPES[shape](size))
        ran = subprocess.Popen(["cargo", "check", "-q"], cwd=package.folder, env=package.env)
        _, status, used = os.wait4(ran.pid, 0)
        if status:
            sys.exit(f"{shape} {size} does not compile")
        seconds.append(used.ru_utime + used.ru_stime)
        print(f"| {shape} | {size} | {seconds[-1]:.2f} s | {used.ru_maxrss / 1024:.0f} MB |", flush=True)
    if len(sizes) > 1:
        exponent = math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])
        print(f"| {shape} | | n^{exponent:.2f} | |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=[8, 50, 200])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--shapes", nargs="*", default=["mixed", "line"], choices=SHAPES)
    parser.add_argument("--growth", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        package = Package(folder)
        package.write("")
        for command in ["check", "build"]:
            package.cargo(command)
            if options.growth:
                break
        if options.growth:
            print("| Workflow | States | check | memory |\n|---|--:|--:|--:|", flush=True)
            return [grown(package, shape, options.sizes) for shape in options.shapes]
        print("| Workflow | States | check | debug build | check per state | debug build per state |")
        print("|---|--:|--:|--:|--:|--:|", flush=True)
        for shape in options.shapes:
            for size in options.sizes:
                source = SHAPES[shape](size)
                number = states(package, source)
                bare = re.sub(r"#\[workflow\]\n", "", source)
                row = []
                for command in ["check", "build"]:
                    with_machine = package.least(command, source, options.rounds)
                    without = package.least(command, bare, options.rounds)
                    row.append(with_machine - without)
                check, build = row
                print(f"| {shape} | {number} | {check:.2f} s | {build:.2f} s "
                      f"| {check / number * 1e3:.1f} ms | {build / number * 1e3:.1f} ms |", flush=True)


if __name__ == "__main__":
    main()
