use domain::core::registry::Fact;
use domain::workshops::workshop::{Event, Role};
use migrations::values;
use projections::people::membership;

use crate::both;
use crate::memory::{Memory, entered, person, workshop};

/// The roles of somebody in the workshop, in order.
async fn roles(memory: &Memory, who: &str) -> Vec<String> {
    let sql = "select role from p_membership where group_id = $1 and person = $2 order by role";
    let rows = memory.db.rows(sql, values![workshop().as_str(), who]).await.unwrap();
    rows.iter().map(|row| row.cells().text()).collect()
}

fn sent_out(who: &str) -> Fact {
    Fact::Workshop(Event::SentOut {
        workshop: workshop(),
        by: person("marie"),
        person: person(who),
    })
}

fn brought_back(who: &str) -> Fact {
    Fact::Workshop(Event::BroughtBack {
        workshop: workshop(),
        by: person("marie"),
        person: person(who),
    })
}

both! {
    async fn a_workshop_is_a_group_whose_roles_begin_and_end(memory: Memory) {
        let mut memory = memory;
        let room = memory.room().await;
        memory.apply(room).await;
        assert_eq!(roles(&memory, "marie").await, ["facilitator"]);
        let taken = Event::RoleTaken { workshop: workshop(), person: person("omar"), role: Role::Notes };
        memory.apply(vec![entered("omar"), entered("lea"), Fact::Workshop(taken)]).await;
        assert_eq!(roles(&memory, "omar").await, ["member", "notes"]);
        // Sent out, one keeps a role that one holds; coming in again changes nothing by itself.
        memory.apply(vec![sent_out("omar"), entered("omar")]).await;
        assert_eq!(roles(&memory, "omar").await, ["notes"]);
        memory.apply(vec![brought_back("omar")]).await;
        assert_eq!(roles(&memory, "omar").await, ["member", "notes"]);
        let ended = Event::RoleEnded {
            workshop: workshop(), by: person("marie"), person: person("omar"), role: Role::Notes,
        };
        memory.apply(vec![Fact::Workshop(ended), sent_out("lea")]).await;
        assert_eq!((roles(&memory, "omar").await, roles(&memory, "lea").await), (vec!["member".to_owned()], vec![]));
        // As it was: three on the fourth second, two now.
        let at = async |second: i64| membership::count_at(&memory.db, "w1", second * 1_000_000).await.unwrap();
        assert_eq!((at(1).await, at(5).await, at(99).await), (1, 3, 2));
    }

    async fn whoever_never_was_in_is_not_brought_in(memory: Memory) {
        let mut memory = memory;
        let room = memory.room().await;
        memory.apply(room).await;
        let dismissed = Event::Dismissed { workshop: workshop(), by: person("marie"), person: person("omar") };
        memory.apply(vec![Fact::Workshop(dismissed), brought_back("omar")]).await;
        assert!(roles(&memory, "omar").await.is_empty());
        memory.apply(vec![sent_out("omar")]).await;
        let admitted = Event::Admitted { workshop: workshop(), by: person("marie"), person: person("omar") };
        memory.apply(vec![Fact::Workshop(admitted)]).await;
        assert_eq!(roles(&memory, "omar").await, ["member"]);
    }
}
