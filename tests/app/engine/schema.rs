use migrations::schema::{Schema, migrate};
use migrations::{DbError, values};

use crate::both;
use crate::world::World;

both! {
    async fn a_schema_is_safe_to_apply_again_and_by_two_at_once(world: World) {
        let one = migrate(&world.app.db, Schema::Commons, 1);
        let two = migrate(&world.app.db, Schema::Commons, 1);
        let (one, two) = tokio::join!(one, two);
        one.unwrap();
        two.unwrap();
    }

    async fn a_database_made_by_a_later_program_is_left_alone(world: World) {
        let sql = "insert into schema_migrations (number, name, applied_at) values (99, $1, 0)";
        world.app.db.exec(sql, values!["later"]).await.unwrap();
        let refused = migrate(&world.app.db, Schema::Commons, 1).await;
        assert!(matches!(refused, Err(DbError::Newer { found: 99, .. })), "{refused:?}");
    }
}
