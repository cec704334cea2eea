//! A file system of SQLite's, whose files are on a [`Disk`].

use crate::disk::{Disk, Failed};
use crate::shm::Connected;
use rusqlite::ffi;
use std::collections::BTreeMap;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};

/// The name that stores are opened with.
pub const NAME: &str = "power";

/// A disk that is shared with SQLite.
pub type Shared = Arc<Mutex<Disk>>;

/// The disks, by the first part of the paths on them.
static DISKS: Mutex<BTreeMap<String, Shared>> = Mutex::new(BTreeMap::new());

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Adds a disk under a name: its files have paths that begin so.
pub fn mount(name: &str, disk: Disk) -> Shared {
    register();
    let disk = Arc::new(Mutex::new(disk));
    lock(&DISKS).insert(name.to_owned(), disk.clone());
    disk
}

/// Syncs a file, as the thread does that writes the log back beside the writer.
///
/// # Errors
/// The power is gone, or the sync has failed.
pub fn sync_beside(path: &Path) -> io::Result<()> {
    let name = path.to_string_lossy();
    let disk = disk_of(&name).ok_or(io::ErrorKind::NotFound)?;
    let done = lock(&disk).sync(&name);
    lock(&disk).synced_beside += 1;
    done.map_err(|failed| io::Error::other(format!("{failed:?}")))
}

/// Removes a disk.
pub fn unmount(name: &str) {
    lock(&DISKS).remove(name);
}

fn disk_of(path: &str) -> Option<Shared> {
    let name = path.split('/').next().unwrap_or_default();
    lock(&DISKS).get(name).cloned()
}

/// An open file, as SQLite has it: the first field is its own.
#[repr(C)]
struct Handle {
    base: ffi::sqlite3_file,
    file: *mut Open,
}

struct Open {
    disk: Shared,
    name: String,
    connected: Connected,
}

/// Calls a function with the connection to an open file.
///
/// # Safety
/// `handle` comes from [`open`], and is not closed.
unsafe fn connected<T>(handle: *mut ffi::sqlite3_file, call: impl FnOnce(&Connected) -> T) -> T {
    // SAFETY: as in `with`.
    call(unsafe { &(*(*handle.cast::<Handle>()).file).connected })
}

/// Calls a function with an open file and its disk.
///
/// # Safety
/// `handle` comes from [`open`], and is not closed.
unsafe fn with<T>(handle: *mut ffi::sqlite3_file, call: impl FnOnce(&mut Disk, &str) -> T) -> T {
    // SAFETY: SQLite passes the memory that `open` has filled; each connection uses its files from one thread at a time.
    let open = unsafe { &*(*handle.cast::<Handle>()).file };
    call(&mut lock(&open.disk), &open.name)
}

fn code(done: Result<(), Failed>, failed: c_int) -> c_int {
    match done {
        Ok(()) => ffi::SQLITE_OK,
        Err(Failed::Full) => ffi::SQLITE_FULL,
        Err(Failed::Power | Failed::Sync) => failed,
    }
}

fn size(number: i64) -> usize {
    usize::try_from(number).unwrap_or(0)
}

unsafe extern "C" fn close(handle: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: the pointer was made by `Box::into_raw` in `open`, and SQLite closes a file once.
    drop(unsafe { Box::from_raw((*handle.cast::<Handle>()).file) });
    ffi::SQLITE_OK
}

unsafe extern "C" fn read(
    handle: *mut ffi::sqlite3_file,
    to: *mut c_void,
    length: c_int,
    at: i64,
) -> c_int {
    // SAFETY: SQLite passes a buffer of this length.
    let to = unsafe { std::slice::from_raw_parts_mut(to.cast::<u8>(), size(length.into())) };
    to.fill(0);
    // SAFETY: the handle is open.
    let read = unsafe { with(handle, |disk, name| disk.read(name, size(at), to)) };
    if read == to.len() { ffi::SQLITE_OK } else { ffi::SQLITE_IOERR_SHORT_READ }
}

unsafe extern "C" fn write(
    handle: *mut ffi::sqlite3_file,
    from: *const c_void,
    length: c_int,
    at: i64,
) -> c_int {
    // SAFETY: SQLite passes a buffer of this length.
    let from = unsafe { std::slice::from_raw_parts(from.cast::<u8>(), size(length.into())) };
    // SAFETY: the handle is open.
    let done = unsafe { with(handle, |disk, name| disk.write(name, size(at), from)) };
    code(done, ffi::SQLITE_IOERR_WRITE)
}

unsafe extern "C" fn truncate(handle: *mut ffi::sqlite3_file, length: i64) -> c_int {
    // SAFETY: the handle is open.
    let done = unsafe { with(handle, |disk, name| disk.truncate(name, size(length))) };
    code(done, ffi::SQLITE_IOERR_TRUNCATE)
}

unsafe extern "C" fn sync(handle: *mut ffi::sqlite3_file, _flags: c_int) -> c_int {
    // SAFETY: the handle is open.
    let done = unsafe { with(handle, Disk::sync) };
    code(done, ffi::SQLITE_IOERR_FSYNC)
}

unsafe extern "C" fn file_size(handle: *mut ffi::sqlite3_file, to: *mut i64) -> c_int {
    // SAFETY: the handle is open, and `to` is a place for a number.
    unsafe { *to = with(handle, |disk, name| i64::try_from(disk.size(name)).unwrap_or(i64::MAX)) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn lock_file(handle: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    // SAFETY: the handle is open.
    unsafe { connected(handle, |it| it.lock(level)) }
}

unsafe extern "C" fn unlock_file(handle: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    // SAFETY: the handle is open.
    unsafe { connected(handle, |it| it.unlock(level)) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn is_reserved(handle: *mut ffi::sqlite3_file, to: *mut c_int) -> c_int {
    // SAFETY: the handle is open, and `to` is a place for a number.
    unsafe { *to = connected(handle, Connected::is_reserved).into() };
    ffi::SQLITE_OK
}

unsafe extern "C" fn map_memory(
    handle: *mut ffi::sqlite3_file,
    number: c_int,
    length: c_int,
    make: c_int,
    to: *mut *mut c_void,
) -> c_int {
    let (number, length) = (size(number.into()), size(length.into()));
    // SAFETY: the handle is open, and `to` is a place for a pointer.
    unsafe {
        match connected(handle, |it| it.map(number, length, make != 0)) {
            Some(found) => *to = found,
            None => return ffi::SQLITE_NOMEM,
        }
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn lock_memory(
    handle: *mut ffi::sqlite3_file,
    first: c_int,
    count: c_int,
    flags: c_int,
) -> c_int {
    let (first, count) = (size(first.into()), size(count.into()));
    // SAFETY: the handle is open.
    unsafe { connected(handle, |it| it.lock_slots(first, count, flags)) }
}

unsafe extern "C" fn barrier(_: *mut ffi::sqlite3_file) {
    Connected::barrier();
}

unsafe extern "C" fn unmap_memory(handle: *mut ffi::sqlite3_file, _: c_int) -> c_int {
    // SAFETY: the handle is open.
    unsafe { connected(handle, Connected::unmap) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn control(_: *mut ffi::sqlite3_file, _: c_int, _: *mut c_void) -> c_int {
    ffi::SQLITE_NOTFOUND
}

unsafe extern "C" fn sector(_: *mut ffi::sqlite3_file) -> c_int {
    512
}

/// As SQLite takes it of real disks: a write that is cut off leaves the bytes beside it alone.
unsafe extern "C" fn traits(_: *mut ffi::sqlite3_file) -> c_int {
    ffi::SQLITE_IOCAP_POWERSAFE_OVERWRITE
}

/// The text of a path.
///
/// # Safety
/// `path` is null or a C text.
unsafe fn text(path: *const c_char) -> String {
    if path.is_null() {
        return "none".to_owned();
    }
    // SAFETY: by the caller.
    unsafe { CStr::from_ptr(path) }.to_string_lossy().into_owned()
}

unsafe extern "C" fn open(
    _: *mut ffi::sqlite3_vfs,
    path: *const c_char,
    handle: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: SQLite passes a C text.
    let name = unsafe { text(path) };
    let handle = handle.cast::<Handle>();
    let Some(disk) = disk_of(&name) else {
        // SAFETY: SQLite passes memory of `szOsFile` bytes. Without methods it does not close the file.
        unsafe { (*handle).base.pMethods = std::ptr::null() };
        return ffi::SQLITE_CANTOPEN;
    };
    lock(&disk).open(&name);
    let connected = Connected::to(&name);
    let file = Box::into_raw(Box::new(Open { disk, name, connected }));
    // SAFETY: as above; `out` is null or a place for a number.
    unsafe {
        (*handle).file = file;
        (*handle).base.pMethods = &raw const METHODS;
        if !out.is_null() {
            *out = flags;
        }
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn delete(_: *mut ffi::sqlite3_vfs, path: *const c_char, synced: c_int) -> c_int {
    // SAFETY: SQLite passes a C text.
    let name = unsafe { text(path) };
    let Some(disk) = disk_of(&name) else { return ffi::SQLITE_IOERR_DELETE };
    let done = lock(&disk).delete(&name, synced != 0);
    code(done, ffi::SQLITE_IOERR_DELETE)
}

unsafe extern "C" fn access(
    _: *mut ffi::sqlite3_vfs,
    path: *const c_char,
    _: c_int,
    to: *mut c_int,
) -> c_int {
    // SAFETY: SQLite passes a C text.
    let name = unsafe { text(path) };
    let there = disk_of(&name).is_some_and(|disk| lock(&disk).has(&name));
    // SAFETY: `to` is a place for a number.
    unsafe { *to = there.into() };
    ffi::SQLITE_OK
}

unsafe extern "C" fn full_path(
    _: *mut ffi::sqlite3_vfs,
    path: *const c_char,
    room: c_int,
    to: *mut c_char,
) -> c_int {
    // SAFETY: SQLite passes a C text, and a buffer of `room` bytes.
    unsafe {
        let bytes = CStr::from_ptr(path).to_bytes_with_nul();
        if bytes.len() > size(room.into()) {
            return ffi::SQLITE_CANTOPEN;
        }
        std::ptr::copy_nonoverlapping(bytes.as_ptr().cast::<c_char>(), to, bytes.len());
    }
    ffi::SQLITE_OK
}

/// Any bytes will do: they are the salts of logs, and should differ.
unsafe extern "C" fn randomness(_: *mut ffi::sqlite3_vfs, length: c_int, to: *mut c_char) -> c_int {
    static CALLS: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
    let call = CALLS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let mut random = crate::disk::Random(call);
    for place in 0..size(length.into()) {
        // SAFETY: SQLite passes a buffer of this length.
        unsafe { *to.add(place).cast::<u8>() = random.bits().to_le_bytes()[0] };
    }
    length
}

unsafe extern "C" fn sleep(_: *mut ffi::sqlite3_vfs, microseconds: c_int) -> c_int {
    std::thread::sleep(std::time::Duration::from_micros(u64::try_from(microseconds).unwrap_or(0)));
    microseconds
}

unsafe extern "C" fn now(_: *mut ffi::sqlite3_vfs, to: *mut f64) -> c_int {
    // SAFETY: `to` is a place for a number.
    unsafe { *to = 2_460_000.5 };
    ffi::SQLITE_OK
}

static METHODS: ffi::sqlite3_io_methods = {
    // SAFETY: a table of optional functions and a number, all of which may be zero.
    let none: ffi::sqlite3_io_methods = unsafe { std::mem::zeroed() };
    ffi::sqlite3_io_methods {
        iVersion: 2,
        xClose: Some(close),
        xRead: Some(read),
        xWrite: Some(write),
        xTruncate: Some(truncate),
        xSync: Some(sync),
        xFileSize: Some(file_size),
        xLock: Some(lock_file),
        xUnlock: Some(unlock_file),
        xCheckReservedLock: Some(is_reserved),
        xFileControl: Some(control),
        xSectorSize: Some(sector),
        xDeviceCharacteristics: Some(traits),
        xShmMap: Some(map_memory),
        xShmLock: Some(lock_memory),
        xShmBarrier: Some(barrier),
        xShmUnmap: Some(unmap_memory),
        ..none
    }
};

/// Makes the file system known to SQLite, once.
fn register() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: numbers, pointers and optional functions, all of which may be zero.
        let none: ffi::sqlite3_vfs = unsafe { std::mem::zeroed() };
        let system = ffi::sqlite3_vfs {
            iVersion: 1,
            szOsFile: c_int::try_from(size_of::<Handle>()).unwrap_or(c_int::MAX),
            mxPathname: 512,
            zName: c"power".as_ptr(),
            xOpen: Some(open),
            xDelete: Some(delete),
            xAccess: Some(access),
            xFullPathname: Some(full_path),
            xRandomness: Some(randomness),
            xSleep: Some(sleep),
            xCurrentTime: Some(now),
            ..none
        };
        // SAFETY: it lives as long as the process, and is registered under a name of its own, not as the default.
        unsafe { ffi::sqlite3_vfs_register(Box::leak(Box::new(system)), 0) };
    });
}
