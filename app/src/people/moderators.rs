//! Who looks after the whole commons: they see what is reported, hide and erase in what everyone
//! reads, and name each other. Facilitating a workshop makes nobody one.

use domain::core::ids::PersonId;
use domain::people::person::{Command, Person};
use migrations::values;

use crate::Failure;
use crate::engine::envelope::{CommandId, Envelope};
use crate::people::People;
use crate::people::identities::WRONG;
use crate::people::identities::links::Purpose;

/// Why the last moderator stays one.
pub const LAST: &str = "moderators-last";

impl People<'_> {
    /// Who looks after the commons, with their names, whoever came first first.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn moderators(&self) -> Result<Vec<(PersonId, String)>, Failure> {
        let sql = "select person, name from people where moderator = 1
            order by created_at, person";
        let rows = self.primary.rows(sql, &[]).await?;
        let mut found = vec![];
        for row in &rows {
            let cells = row.cells();
            found.push((cells.parsed()?, cells.text()));
        }
        Ok(found)
    }

    /// Makes a link that makes whoever opens it a moderator: `by` another, or by whoever runs the
    /// site. Who made it is said in the log.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn moderator_link(&self, by: Option<&PersonId>) -> Result<String, Failure> {
        Ok(self.one_time_link(Purpose::Moderator, by).await?)
    }

    /// Makes `person` a moderator, with the link that allows it.
    ///
    /// # Errors
    /// [`WRONG`] when it was used or is too old, or whoever made it is no moderator any more.
    pub async fn become_moderator(&self, person: &PersonId, link: &str) -> Result<(), Failure> {
        let made_by = self.maker_of(link).await?;
        if !self.use_link(link, Purpose::Moderator).await? {
            return Err(Failure::Refused(WRONG));
        }
        if let Some(maker) = &made_by
            && !self.someone(maker).await?.is_some_and(|it| it.moderator)
        {
            return Err(Failure::Refused(WRONG));
        }
        self.name_moderator(person, made_by).await
    }

    /// Makes `person` a moderator.
    pub(crate) async fn name_moderator(
        &self,
        person: &PersonId,
        by: Option<PersonId>,
    ) -> Result<(), Failure> {
        let sql = "update people set moderator = 1 where person = $1";
        self.primary.exec(sql, values![person.as_str()]).await?;
        let command = Command::NameModerator { person: person.clone(), by };
        let envelope = Envelope::from(person, CommandId::fresh());
        self.execute::<Person>(person.as_str(), command, envelope).await?;
        Ok(())
    }

    /// `person` looks after the commons no more: so says `by`, who does.
    ///
    /// # Errors
    /// [`LAST`] when nobody else would.
    pub async fn dismiss_moderator(
        &self,
        person: &PersonId,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let sql = "update people set moderator = 0 where person = $1 and moderator = 1
            and (select count(*) from people where moderator = 1) > 1";
        if self.primary.exec(sql, values![person.as_str()]).await? == 0 {
            let is_one = self.someone(person).await?.is_some_and(|it| it.moderator);
            return if is_one { Err(Failure::Refused(LAST)) } else { Ok(()) };
        }
        let command = Command::DismissModerator { person: person.clone(), by: Some(by.clone()) };
        self.execute::<Person>(person.as_str(), command, Envelope::from(by, command_id)).await?;
        Ok(())
    }
}
