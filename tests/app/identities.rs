use app::clock::DAY;
use app::identities::IdentityError;
use app::identities::links::Purpose;
use domain::visibility::Visibility;
use projections::note;

use crate::both;
use crate::world::World;

const PASSWORD: &str = "un sillage sur le lac";

both! {
    async fn a_guest_who_claims_an_account_keeps_everything(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        world.published(&lea, &workshop, "Silence", Visibility::Everyone).await;
        let claimed =
            world.app.claim_account(Some(&lea), "Léa T.", "lea@exemple.org", PASSWORD).await.unwrap();
        assert_eq!(claimed, lea);
        assert_eq!(world.app.sign_in(" LEA@exemple.org ", PASSWORD).await.unwrap(), lea);
        let notes = note::written_by(&world.app.db, &lea).await.unwrap();
        assert_eq!((notes.len(), notes[0].writer_name.as_str()), (1, "Léa T."));
    }

    async fn an_address_has_one_account_and_two_claims_make_one(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let claim = async |email: &str| {
            world.app.claim_account(Some(&lea), "Léa", email, PASSWORD).await
        };
        assert!(matches!(claim("marie@exemple.org").await, Err(IdentityError::EmailTaken)));
        let (one, two) = tokio::join!(claim("lea@exemple.org"), claim("lea2@exemple.org"));
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
    }

    async fn odd_addresses_and_short_passwords_are_told_so(world: World) {
        for email in ["", "lea", "lea@", "@exemple.org", "lea@exemple", "l ea@exemple.org", "a@b@c.org"] {
            let made = world.app.claim_account(None, "Léa", email, PASSWORD).await;
            assert!(matches!(made, Err(IdentityError::Email)), "{email}");
        }
        let short = world.app.claim_account(None, "Léa", "lea@exemple.org", "neufsigne").await;
        assert!(matches!(short, Err(IdentityError::Password)));
    }

    async fn a_wrong_password_and_an_unknown_address_are_the_same_answer(world: World) {
        world.member("Marie").await;
        for (email, password) in
            [("marie@exemple.org", "autre chose ici"), ("personne@exemple.org", PASSWORD), ("", "")]
        {
            let opened = world.app.sign_in(email, password).await;
            assert!(matches!(opened, Err(IdentityError::Wrong)), "{email}");
        }
    }

    async fn four_words_bring_someone_back(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let phrase = world.app.resume_phrase(&lea);
        assert_eq!(phrase.split(' ').count(), 4);
        let shouted = format!("  {}  ", phrase.to_uppercase().replace(' ', "  "));
        assert_eq!(world.app.resumed_by(&shouted).await.unwrap(), Some(lea));
        assert_eq!(world.app.resumed_by("quatre mots au hasard").await.unwrap(), None);
    }

    async fn a_link_makes_one_facilitator(world: World) {
        let (lea, omar) = (world.member("Lea").await, world.member("Omar").await);
        let link = world.app.one_time_link(Purpose::Facilitator, None).await.unwrap();
        let (one, two) = tokio::join!(
            world.app.become_facilitator(&lea, &link),
            world.app.become_facilitator(&omar, &link)
        );
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
        assert!(world.app.has_facilitator().await.unwrap());
        let old = world.app.one_time_link(Purpose::Facilitator, None).await.unwrap();
        world.clock.advance(8 * DAY);
        assert!(!world.app.link_is_good(&old, Purpose::Facilitator).await.unwrap());
    }

    async fn a_code_by_mail_is_good_once_and_five_wrong_ones_end_it(world: World) {
        let marie = world.member("Marie").await;
        let email = "marie@exemple.org";
        let code = world.app.sign_in_code(email).await.unwrap().unwrap();
        assert_eq!(world.app.sign_in_by_code(email, &code).await.unwrap(), marie);
        assert!(world.app.sign_in_by_code(email, &code).await.is_err(), "only once");
        let code = world.app.sign_in_code(email).await.unwrap().unwrap();
        let wrong = if code == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            assert!(world.app.sign_in_by_code(email, wrong).await.is_err());
        }
        assert!(world.app.sign_in_by_code(email, &code).await.is_err(), "too many wrong ones");
        assert_eq!(world.app.sign_in_code("personne@exemple.org").await.unwrap(), None);
    }

    async fn an_address_proved_by_a_code_forgets_a_password_somebody_else_set(world: World) {
        let marie = world.member("Marie").await;
        let thief = world.app.open_session(&marie).await.unwrap();
        let code = world.app.sign_in_code("marie@exemple.org").await.unwrap().unwrap();
        world.app.sign_in_by_code("marie@exemple.org", &code).await.unwrap();
        assert_eq!(world.app.holder(&thief).await.unwrap(), None);
        assert!(world.app.sign_in("marie@exemple.org", PASSWORD).await.is_err());
    }

    async fn what_is_past_is_forgotten(world: World) {
        let marie = world.member("Marie").await;
        let token = world.app.open_session(&marie).await.unwrap();
        world.clock.advance(100 * DAY);
        world.app.forget_past().await.unwrap();
        let sql = "select count(*) from sessions";
        assert_eq!(world.app.db.row(sql, &[]).await.unwrap().unwrap().int(0), 0);
        assert_eq!(world.app.holder(&token).await.unwrap(), None);
    }

    async fn a_session_ends_when_it_is_closed_or_forgotten(world: World) {
        let marie = world.member("Marie").await;
        let token = world.app.open_session(&marie).await.unwrap();
        assert_eq!(world.app.holder(&token).await.unwrap().unwrap().person, marie);
        world.clock.advance(60 * DAY);
        assert!(world.app.holder(&token).await.unwrap().is_some());
        world.clock.advance(60 * DAY);
        assert!(world.app.holder(&token).await.unwrap().is_some(), "using it kept it");
        world.clock.advance(91 * DAY);
        assert_eq!(world.app.holder(&token).await.unwrap(), None);
        let token = world.app.open_session(&marie).await.unwrap();
        world.app.close_session(&token).await.unwrap();
        assert_eq!(world.app.holder(&token).await.unwrap(), None);
    }
}
