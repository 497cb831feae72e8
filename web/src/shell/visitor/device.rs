//! The device of whoever reads without an account.

use app::engine::secrets::token;
use domain::core::ids::PersonId;
use migrations::DbError;
use poem::Response;

use super::{DEVICE, Visitor, device_secret, set_cookie};

impl Visitor {
    /// A pseudonym for their device, for the forms of a page to carry: what it is known by from
    /// the first button they press. `None` when they are known already. Nothing is kept of it
    /// until then, and nothing is given for reading alone.
    pub fn offered_device(&self) -> Option<String> {
        if self.device.is_some() || self.viewer.someone.is_some() {
            return None;
        }
        let secret = token();
        Some(format!("{secret}.{}", self.site.app.secrets.mark("device", &[&secret])))
    }

    /// The device that sends a form: the one we know, or the one the page offered, so that a
    /// form sent twice comes from one device. The second value is whether it is new.
    pub fn device_of(&self, offered: &str) -> Option<(String, bool)> {
        match &self.device {
            Some(secret) => Some((secret.clone(), false)),
            None => device_secret(&self.site, offered).map(|secret| (secret, true)),
        }
    }

    /// Remembers the device a page offered, once one of its forms was accepted.
    pub fn keep_device(&self, offered: &str, response: &mut Response) {
        set_cookie(&self.site, response, DEVICE, offered);
    }

    /// Makes what this device read and liked `person`'s, who has just got an account and never read
    /// anything under their own name; the device is another one from now on.
    pub async fn give_device_to(
        &self,
        person: &PersonId,
        response: &mut Response,
    ) -> Result<(), DbError> {
        // The form says so to strangers alone: a guest keeps what they did, and nothing else.
        let known = self.viewer.someone.is_some();
        let Some(secret) = self.device.as_ref().filter(|_| !known) else { return Ok(()) };
        if self.site.app.notes().adopt_readings(person, secret).await? {
            set_cookie(&self.site, response, DEVICE, "");
        }
        Ok(())
    }
}
