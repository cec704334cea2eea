//! The store in memory keeps the contract.

use workflow_runtime::store::MemoryStore;

workflow_store_contract::store_contract!(MemoryStore::default);
