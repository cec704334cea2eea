//! Both kinds of store keep the contract.

#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use support::Folder;
use workflow_sqlite::Sqlite;

/// A store in a file, with the folder that it is in.
struct InFolder {
    store: Sqlite,
    _folder: Folder,
}

impl workflow_runtime::store::Around for InFolder {
    fn inner(&self) -> &dyn workflow_runtime::store::Store {
        &self.store
    }
}

fn in_folder() -> InFolder {
    let folder = Folder::new();
    InFolder { store: Sqlite::open(folder.file("a.db")).unwrap(), _folder: folder }
}

mod in_a_file {
    workflow_store_contract::store_contract!(super::in_folder);
}

mod in_memory {
    workflow_store_contract::store_contract!(|| super::Sqlite::in_memory().unwrap());
}

/// The writer reads as well, and pages are small.
mod without_readers {
    fn open() -> super::InFolder {
        let folder = super::Folder::new();
        let options = super::Sqlite::options().readers(0).page_size(512);
        let store = options.open(folder.file("a.db")).unwrap();
        super::InFolder { store, _folder: folder }
    }
    workflow_store_contract::store_contract!(open);
}

mod opened_again {
    workflow_store_contract::store_contract_reopened!(|| {
        let folder = super::Folder::new();
        move || super::Sqlite::open(folder.file("a.db")).unwrap()
    });
}
