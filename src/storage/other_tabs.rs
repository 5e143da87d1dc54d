//! Telling the other tabs of this browser that a plan was written. Safety does not depend on it: a tab that heard nothing is
//! refused as stale.

use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use crate::browser::{BrowserError, Listener};
use crate::plan::PlanId;

const CHANNEL: &str = "traguardo.plans";

/// That a plan was written in another tab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Which plan.
    pub plan: PlanId,
    /// The revision it has now.
    pub revision: u64,
}

/// The other tabs.
pub struct OtherTabs {
    channel: BroadcastChannel,
}

impl OtherTabs {
    /// Finds the other tabs.
    pub fn new() -> Result<Self, BrowserError> {
        let channel = BroadcastChannel::new(CHANNEL).map_err(BrowserError::during("finding the other tabs"))?;
        Ok(Self { channel })
    }

    /// Tells them that a plan was written.
    pub fn announce(&self, plan: &PlanId, revision: u64) -> Result<(), BrowserError> {
        const OPERATION: &str = "telling the other tabs";
        let notice = Notice { plan: plan.clone(), revision };
        let text = serde_json::to_string(&notice).map_err(|error| BrowserError::new(OPERATION, error.to_string()))?;
        self.channel.post_message(&JsValue::from_str(&text)).map_err(BrowserError::during(OPERATION))
    }

    /// Calls `heard` with what they tell. What is not a notice of ours comes from another version and is passed over.
    pub fn listen(&self, mut heard: impl FnMut(Notice) + 'static) -> Result<Listener, BrowserError> {
        Listener::new(&self.channel, "message", move |event| {
            let text = event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string());
            if let Some(notice) = text.and_then(|text| serde_json::from_str(&text).ok()) {
                heard(notice);
            }
        })
    }
}

impl Drop for OtherTabs {
    fn drop(&mut self) {
        self.channel.close();
    }
}
