//! Roles: who looks after what, on which device, and what was agreed.

use domain::core::ids::{PersonId, WorkshopId};
use domain::prose::text;
use domain::workshops::workshop::{Act, Command, Mandate, Role, Workshop};
use migrations::{DbError, values};
use projections::workshops::workshop;

use super::optional;
use crate::Failure;
use crate::access::Viewer;
use crate::engine::clock::DAY;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::execute::Done;
use crate::engine::secrets::{hash, token};
use crate::workshops::Workshops;

/// How long a link that gives a role is good, if nobody opens it.
const LINK: i64 = 7 * DAY;

/// What someone is to a workshop they do not merely take part in.
#[expect(clippy::struct_excessive_bools, reason = "roles add up")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Duty {
    /// They run it: its facilitator, or whoever was handed the process.
    pub runs: bool,
    /// They go where a hand is up.
    pub helps: bool,
    /// They keep the notes.
    pub notes: bool,
    /// They may look at the console.
    pub sees: bool,
}

impl Workshops<'_> {
    /// What `viewer` is to `workshop`.
    pub async fn duty(
        &self,
        viewer: &Viewer,
        workshop: &workshop::Workshop,
    ) -> Result<Duty, DbError> {
        let Some(person) = viewer.person() else { return Ok(Duty::default()) };
        if *person == workshop.facilitator {
            return Ok(Duty { runs: true, helps: true, notes: true, sees: true });
        }
        let holders = workshop::holders(&self.db, &workshop.workshop).await?;
        let mut duty = Duty::default();
        for holder in holders.iter().filter(|holder| holder.person == *person) {
            duty.sees = true;
            match holder.role {
                Role::Process => duty = Duty { runs: true, helps: true, notes: true, sees: true },
                Role::Notes => duty.notes = true,
                Role::Dynamics | Role::Help => duty.helps = true,
                Role::Observer => {}
            }
        }
        Ok(duty)
    }

    /// Makes a link that gives a role once; its token is returned and not kept.
    pub async fn role_link(&self, workshop: &WorkshopId, role: Role) -> Result<String, DbError> {
        let token = token();
        let sql = "insert into role_links (token_hash, workshop, role, expires_at)
            values ($1, $2, $3, $4)";
        let until = self.clock.now() + LINK;
        self.primary
            .exec(sql, values![hash(&token), workshop.as_str(), role.word(), until])
            .await?;
        Ok(token)
    }

    /// Which role a link gives, and where, if it is still good.
    pub async fn role_of(&self, token: &str) -> Result<Option<(WorkshopId, Role)>, DbError> {
        let sql = "select workshop, role from role_links where token_hash = $1 and expires_at > $2";
        let row = self.primary.row(sql, values![hash(token), self.clock.now()]).await?;
        row.map(|row| {
            let cells = row.cells();
            Ok((cells.parsed()?, cells.parsed()?))
        })
        .transpose()
    }

    /// Takes the role a link gives. Nobody yet: a person is made for them, called `name`.
    /// `None` when the link gives nothing any more.
    pub async fn take_role(
        &self,
        token: &str,
        person: Option<&PersonId>,
        (name, language): (&str, &str),
        command_id: CommandId,
    ) -> Result<Option<(WorkshopId, PersonId)>, Failure> {
        let Some((workshop, role)) = self.role_of(token).await? else { return Ok(None) };
        let name = match person {
            Some(_) => String::new(),
            None => text::line(name, text::NAME_MAX).map_err(Failure::name)?,
        };
        let person = match person {
            Some(person) => person.clone(),
            None => self.derived_id("person", token, &command_id),
        };
        // Taken before it is given: of two people who open one link at once, one has the role.
        // If this is lost half-way, the link goes on opening for whoever took it.
        let take = "update role_links set taken_by = $2
            where token_hash = $1 and (taken_by is null or taken_by = $2)";
        if self.primary.exec(take, values![hash(token), person.as_str()]).await? == 0 {
            return Ok(None);
        }
        if !name.is_empty() {
            self.people().ensure_person(&person, &name, language).await?;
        }
        let command = Command::TakeRole { person: person.clone(), role };
        let envelope = Envelope::from(&person, command_id).in_workshop(Some(workshop.clone()));
        self.execute::<Workshop>(workshop.as_str(), command, envelope).await?;
        let sql = "delete from role_links where token_hash = $1";
        self.primary.exec(sql, values![hash(token)]).await?;
        Ok(Some((workshop, person)))
    }

    /// Says what was agreed about a role; nothing said takes it back.
    pub async fn set_mandate(
        &self,
        id: &WorkshopId,
        by: &PersonId,
        role: Role,
        (paid, hours, funder): (bool, Option<u32>, &str),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let funder = optional(funder)?;
        let nothing = !paid && hours.is_none() && funder.is_empty();
        let words = (!funder.is_empty()).then(|| self.line(by, &command_id.then("funder"), funder));
        let mandate = (!nothing).then(|| Mandate {
            paid,
            hours,
            funder: words.as_ref().map(|(_, reference)| reference.clone()),
        });
        let act = Act::Mandate(role, mandate);
        self.act(id, by, act, words.map(|(content, _)| content), command_id).await
    }
}
