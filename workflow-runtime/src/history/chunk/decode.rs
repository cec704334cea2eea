//! Bytes to events.

use super::{NUMBER, PREVIOUS, TIME, USUAL, VERSION, details, kinds};
use crate::binary::Reader;
use crate::failure::Failure;
use crate::history::{Details, HistoryEvent, ItemFailed};
use crate::target::{Pattern, Shape, Target};
use crate::texts::{OTHER, read_pieces};
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

type Done<T> = Result<T, Failure>;
type Find<'f> = dyn FnMut(u32) -> Done<Arc<str>> + 'f;

/// Returns the numbers of the payloads that a chunk mentions.
///
/// # Errors
/// If the bytes are not those of events.
pub(crate) fn mentioned(bytes: &[u8]) -> Result<BTreeSet<u32>, Failure> {
    let (mut numbers, empty) = (BTreeSet::new(), Arc::<str>::from(""));
    decode(bytes, &mut |number| {
        numbers.insert(number);
        Ok(empty.clone())
    })?;
    Ok(numbers)
}

/// Decodes events. `payload` finds a payload by its number.
///
/// # Errors
/// If the bytes are not those of events, or a payload is missing.
pub(crate) fn decode(bytes: &[u8], payload: &mut Find<'_>) -> Result<Vec<HistoryEvent>, Failure> {
    let mut from = Reader::new(bytes, VERSION, "a part of a history")?;
    // An event has two bytes at least.
    let count = from.count()?;
    let mut decoder = Decoder { from, payload, texts: vec![], target: None };
    let mut events: Vec<HistoryEvent> = Vec::with_capacity(count / 2);
    for _ in 0..count {
        let before = events.last().map(|event| (event.id, event.time));
        events.push(decoder.event(before.unwrap_or((0, Timestamp::UNIX_EPOCH)))?);
    }
    decoder.from.end()?;
    Ok(events)
}

struct Decoder<'d, 'f> {
    from: Reader<'d>,
    payload: &'d mut Find<'f>,
    texts: Vec<Arc<str>>,
    target: Option<Arc<Target>>,
}

/// The parts of details that are there.
#[derive(Clone, Copy)]
struct Parts(u8);

impl Parts {
    fn has(self, part: u8) -> bool {
        self.0 >> (4 + part) & 1 == 1
    }
}

impl Decoder<'_, '_> {
    fn event(&mut self, (id, time): (u32, Timestamp)) -> Done<HistoryEvent> {
        let byte = self.from.byte()?;
        let kind = kinds::kind(byte & !USUAL);
        let kind = kind.ok_or_else(|| self.from.unknown("an event is of no known kind"))?;
        let unusual = if byte & USUAL == 0 { self.from.byte()? } else { 0 };
        let id = match unusual & NUMBER {
            0 => id.wrapping_add(1),
            _ => self.from.near(id)?,
        };
        let previous = match unusual & PREVIOUS {
            0 => id.wrapping_sub(1),
            _ => self.from.near(id)?,
        };
        let time = if unusual & TIME == 0 { time } else { self.from.time(time)? };
        Ok(HistoryEvent { id, previous, time, kind, details: self.details()? })
    }

    fn details(&mut self) -> Done<Details> {
        let byte = self.from.byte()?;
        if byte & !details::LOCATION == details::EVALUATION_FAILED {
            return Ok(Details::EvaluationFailed {
                state: self.text()?,
                location: self.text_if(byte & details::LOCATION != 0)?,
                error: self.text()?,
                cause: self.text()?,
            });
        }
        if byte >> 4 & !details::parts(byte & 0xf) != 0 {
            return Err(self.from.unknown("the details of an event have parts that are not known"));
        }
        let parts = Parts(byte);
        Ok(match byte & 0xf {
            details::NONE => Details::None,
            details::TASK_STARTED => Details::TaskStarted,
            details::EXECUTION_STARTED => {
                let (input, role) = (self.text_if(parts.has(0))?, self.text()?);
                Details::ExecutionStarted { input, role }
            }
            details::EXECUTION_SUCCEEDED => {
                Details::ExecutionSucceeded { output: self.text_if(parts.has(0))? }
            }
            details::TASK_SUCCEEDED => {
                Details::TaskSucceeded { output: self.text_if(parts.has(0))? }
            }
            details::STATE_ENTERED => {
                Details::StateEntered { name: self.text()?, input: self.text_if(parts.has(0))? }
            }
            details::STATE_EXITED => Details::StateExited {
                name: self.text()?,
                output: self.text_if(parts.has(0))?,
                assigned: self.assigned(parts.has(1))?,
            },
            details::FAILED => Details::Failed {
                error: self.text_if(parts.has(0))?,
                cause: self.text_if(parts.has(1))?,
                item: parts.has(2).then(|| self.item(parts.has(3))).transpose()?,
            },
            details::MAP_STATE_STARTED if parts.has(0) => {
                Details::Redriven { count: self.from.small()?, run: self.text_if(parts.has(1))? }
            }
            details::MAP_STATE_STARTED => Details::MapStateStarted { length: self.from.small()? },
            details::MAP_RUN_STARTED => Details::MapRunStarted { arn: self.text()? },
            details::MAP_ITERATION => {
                Details::MapIteration { name: self.text()?, index: self.from.small()? }
            }
            call => return self.call(call, parts),
        })
    }

    /// The item that made a distributed Map fail.
    fn item(&mut self, has_state: bool) -> Done<Arc<ItemFailed>> {
        let (index, state) = (self.from.small()?, self.text_if(has_state)?);
        let (name, error, cause) = (self.text()?, self.text()?, self.text()?);
        Ok(Arc::new(ItemFailed { index, name, state, error, cause }))
    }

    /// The details of calls.
    fn call(&mut self, kind: u8, parts: Parts) -> Done<Details> {
        Ok(match kind {
            details::TASK_SCHEDULED => Details::TaskScheduled {
                function: Cow::Owned(self.text()?.to_string()),
                parameters: self.text_if(parts.has(0))?,
                region: self.text()?,
                timeout: self.small_if(parts.has(1))?,
                heartbeat: self.small_if(parts.has(2))?,
            },
            details::SCHEDULED => Details::Scheduled {
                target: self.target()?,
                input: self.text_if(parts.has(0))?,
                region: self.text()?,
                timeout: self.small_if(parts.has(1))?,
                heartbeat: self.small_if(parts.has(2))?,
                role: self.text_if(parts.has(3))?,
            },
            details::STARTED => {
                Details::Started { target: self.target()?, worker: self.text_if(parts.has(0))? }
            }
            details::RETURNED => {
                Details::Returned { target: self.target()?, output: self.text_if(parts.has(0))? }
            }
            details::CALL_FAILED => Details::CallFailed {
                target: self.target()?,
                error: self.text_if(parts.has(0))?,
                cause: self.text_if(parts.has(1))?,
            },
            _ => return Err(self.from.unknown("the details of an event are of no known kind")),
        })
    }

    fn assigned(&mut self, any: bool) -> Done<Vec<(Cow<'static, str>, Arc<str>)>> {
        let count = if any { self.from.count()? } else { 0 };
        let one = |_| Ok((Cow::Owned(self.text()?.to_string()), self.text()?));
        (0..count).map(one).collect()
    }

    fn small_if(&mut self, is: bool) -> Done<Option<u32>> {
        is.then(|| self.from.small()).transpose()
    }

    fn text_if(&mut self, is: bool) -> Done<Option<Arc<str>>> {
        is.then(|| self.text()).transpose()
    }

    fn text(&mut self) -> Done<Arc<str>> {
        let head = self.from.number()?;
        if head & OTHER == OTHER {
            let ago = usize::try_from(head >> 2).unwrap_or(usize::MAX);
            let known = self.texts.iter().nth_back(ago);
            return known.cloned().ok_or_else(|| self.from.damaged("a text was never told"));
        }
        let text = read_pieces(head, &mut self.from, self.payload)?;
        self.texts.push(text.clone());
        Ok(text)
    }

    fn target(&mut self) -> Done<Arc<Target>> {
        let kind = self.from.byte()?;
        if kind == 0 {
            let known = self.target.clone();
            return known.ok_or_else(|| self.from.damaged("a target was never told"));
        }
        let resource = self.text()?;
        let pattern = match kind {
            1 | 2 => None,
            3 => Some(Pattern::RequestResponse),
            4 => Some(Pattern::Sync),
            5 => Some(Pattern::Sync2),
            6 => Some(Pattern::WaitForTaskToken),
            _ => return Err(self.from.unknown("a target is of no known kind")),
        };
        let shape = match pattern {
            Some(pattern) => {
                Shape::Service { service: self.text()?, action: self.text()?, pattern }
            }
            None if kind == 1 => Shape::Function,
            None => Shape::Activity,
        };
        let target = Arc::new(Target { resource, shape });
        self.target = Some(target.clone());
        Ok(target)
    }
}
