use app::Failure;
use app::engine::budget::WRONG_CODES;
use app::engine::clock::DAY;
use app::engine::envelope::CommandId;
use app::people::identities::codes::Letter;
use app::people::identities::links::Purpose;
use domain::notes::visibility::Visibility;
use domain::workshops::workshop::Role;
use projections::notes::note;
use projections::workshops::workshop;

use crate::both;
use crate::world::World;

const PASSWORD: &str = "un sillage sur le lac";

/// The code of a letter.
fn code_of(letter: Option<&Letter>) -> String {
    match letter {
        Some(Letter::Code { code, .. }) => code.clone(),
        other => panic!("{other:?}"),
    }
}

/// Somebody signs in with a code sent to `email`.
async fn mailed(world: &World, email: &str) -> domain::core::ids::PersonId {
    let asked = world.app.people().ask_sign_in_code(email, true).await.unwrap();
    world.app.people().use_code(&asked.secret, &code_of(asked.letter.as_ref())).await.unwrap()
}

both! {
    async fn a_guest_who_claims_an_account_keeps_everything(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        world.published(&lea, &workshop, "Silence", Visibility::Everyone).await;
        let claimed =
            world.app.people().claim_account(Some(&lea), "Léa T.", "lea@exemple.org", PASSWORD).await.unwrap();
        assert_eq!(claimed, lea);
        assert_eq!(world.app.people().sign_in(" LEA@exemple.org ", PASSWORD).await.unwrap(), lea);
        let notes = note::all_written_by(&world.app.db, &lea).await.unwrap();
        assert_eq!((notes.len(), notes[0].writer_name.as_str()), (1, "Léa T."));
    }

    async fn a_guest_claims_one_account(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let claim = async |email: &str| {
            world.app.people().claim_account(Some(&lea), "Léa", email, PASSWORD).await
        };
        let (one, two) = tokio::join!(claim("lea@exemple.org"), claim("lea2@exemple.org"));
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
        assert!(matches!(claim("lea3@exemple.org").await, Err(Failure::Refused(app::people::identities::HAS_ACCOUNT))));
    }

    async fn m6_an_address_that_nothing_proves_belongs_to_nobody(world: World) {
        let marie = world.member("Marie").await;
        // Somebody types the address of Marie, and learns nothing from it.
        let other = "mot de passe d'autrui";
        let made = world.app.people().claim_account(None, "Autre", "marie@exemple.org", other).await.unwrap();
        assert_ne!(made, marie);
        assert_eq!(world.app.people().sign_in("marie@exemple.org", PASSWORD).await.unwrap(), marie);
        assert_eq!(world.app.people().sign_in("marie@exemple.org", other).await.unwrap(), made);
        assert!(world.app.people().sign_in("marie@exemple.org", "un troisième mot").await.is_err());
    }

    async fn m12_a_password_is_changed_and_set_again(world: World) {
        let marie = world.member("Marie").await;
        let new = "une autre phrase au bord";
        let wrong = world.app.people().set_password(&marie, "pas la bonne", new).await;
        assert!(matches!(wrong, Err(Failure::Refused(app::people::identities::WRONG))));
        world.app.people().set_password(&marie, PASSWORD, new).await.unwrap();
        assert_eq!(world.app.people().sign_in("marie@exemple.org", new).await.unwrap(), marie);
        // After the first code there is none; one can be set without another.
        mailed(&world, "marie@exemple.org").await;
        assert!(!world.app.people().account_of(&marie).await.unwrap().password);
        world.app.people().set_password(&marie, "", PASSWORD).await.unwrap();
        assert_eq!(world.app.people().sign_in("marie@exemple.org", PASSWORD).await.unwrap(), marie);
        // An address that changes takes the password along.
        world.app.people().change_login(&marie, "marie@ailleurs.org", PASSWORD).await.unwrap();
        assert_eq!(world.app.people().sign_in("marie@ailleurs.org", PASSWORD).await.unwrap(), marie);
        assert!(world.app.people().sign_in("marie@exemple.org", PASSWORD).await.is_err());
    }

    async fn m12_a_code_proves_a_new_address_and_other_sessions_end(world: World) {
        let marie = world.member("Marie").await;
        let (here, lost) =
            (world.app.people().open_session_on(&marie, "computer").await.unwrap(),
             world.app.people().open_session_on(&marie, "phone").await.unwrap());
        let all = world.app.people().sessions_of(&marie, &here).await.unwrap();
        let phone = all.iter().find(|one| one.device == "phone").unwrap();
        assert!(all.len() == 2 && !phone.here);
        world.app.people().end_sessions(&marie, Some(&phone.name), &here).await.unwrap();
        assert_eq!(world.app.people().person_for_session(&lost).await.unwrap(), None);
        assert!(world.app.people().person_for_session(&here).await.unwrap().is_some());

        let asked = world.app.people().ask_for_address(&marie, "neuve@exemple.org").await.unwrap();
        world.app.people().use_code(&asked.secret, &code_of(asked.letter.as_ref())).await.unwrap();
        let account = world.app.people().account_of(&marie).await.unwrap();
        assert_eq!((account.login.as_str(), account.proved), ("neuve@exemple.org", true));
        assert_eq!(world.app.people().sign_in("neuve@exemple.org", PASSWORD).await.unwrap(), marie);
    }

    async fn m6_an_account_begins_with_a_letter(world: World) {
        let asked = world.app.people().ask_for_account(None, "Léa", "lea@exemple.org", PASSWORD).await.unwrap();
        assert!(world.app.people().sign_in("lea@exemple.org", PASSWORD).await.is_err(), "not before the code");
        let lea = world.app.people().use_code(&asked.secret, &code_of(asked.letter.as_ref())).await.unwrap();
        assert_eq!(world.app.people().sign_in("lea@exemple.org", PASSWORD).await.unwrap(), lea);
        // Somebody else begins with it: the same answer, another letter, and no code opens it.
        let again = world.app.people().ask_for_account(None, "Autre", "lea@exemple.org", "une longue phrase").await;
        let again = again.unwrap();
        assert!(matches!(again.letter, Some(Letter::HasAccount { .. })));
        assert!(world.app.people().use_code(&again.secret, "00000000").await.is_err());
    }

    async fn odd_addresses_and_short_passwords_are_told_so(world: World) {
        for email in ["", "lea", "lea@", "@exemple.org", "lea@exemple", "l ea@exemple.org", "a@b@c.org"] {
            let made = world.app.people().claim_account(None, "Léa", email, PASSWORD).await;
            assert!(matches!(made, Err(Failure::Refused(app::people::identities::EMAIL))), "{email}");
        }
        let short = world.app.people().claim_account(None, "Léa", "lea@exemple.org", "neufsigne").await;
        assert!(matches!(short, Err(Failure::Refused(app::people::identities::PASSWORD))));
    }

    async fn a_wrong_password_and_an_unknown_address_are_the_same_answer(world: World) {
        world.member("Marie").await;
        for (email, password) in
            [("marie@exemple.org", "autre chose ici"), ("personne@exemple.org", PASSWORD), ("", "")]
        {
            let opened = world.app.people().sign_in(email, password).await;
            assert!(matches!(opened, Err(Failure::Refused(app::people::identities::WRONG))), "{email}");
        }
    }

    async fn four_words_bring_someone_back(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let phrase = world.app.people().resume_phrase(&lea).await.unwrap();
        assert_eq!(phrase.split(' ').count(), 4);
        let shouted = format!("  {}  ", phrase.to_uppercase().replace(' ', "  "));
        let found = world.app.people().resumed_by(&shouted).await.unwrap().unwrap();
        assert_eq!((found.person, found.account), (lea.clone(), false));
        assert_eq!(world.app.people().resumed_by("quatre mots au hasard").await.unwrap(), None);
        world.app.people().renew_phrase(&lea).await.unwrap();
        assert_eq!(world.app.people().resumed_by(&phrase).await.unwrap(), None, "other words were drawn");
        let phrase = world.app.people().resume_phrase(&lea).await.unwrap();
        assert_eq!(world.app.people().resumed_by(&phrase).await.unwrap().unwrap().person, lea);
    }

    async fn h1_the_proof_of_an_address_draws_other_words(world: World) {
        // Somebody registers the address of a victim and keeps the words.
        let victim = "victime@exemple.org";
        let thief = world.app.people().claim_account(None, "E", victim, PASSWORD).await.unwrap();
        let phrase = world.app.people().resume_phrase(&thief).await.unwrap();
        assert_eq!(mailed(&world, victim).await, thief);
        assert_eq!(world.app.people().resumed_by(&phrase).await.unwrap(), None);
        let phrase = world.app.people().resume_phrase(&thief).await.unwrap();
        let found = world.app.people().resumed_by(&phrase).await.unwrap().unwrap();
        assert!(found.account, "words alone never open an account");
    }

    async fn a_link_makes_one_facilitator(world: World) {
        let (lea, omar) = (world.member("Lea").await, world.member("Omar").await);
        let link = world.app.people().one_time_link(Purpose::Facilitator, None).await.unwrap();
        let people = world.app.people();
        let (one, two) = tokio::join!(
            people.become_facilitator(&lea, &link),
            people.become_facilitator(&omar, &link)
        );
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
        assert!(world.app.people().has_facilitator().await.unwrap());
        let old = world.app.people().one_time_link(Purpose::Facilitator, None).await.unwrap();
        world.clock.advance(8 * DAY);
        assert!(!world.app.people().link_is_good(&old, Purpose::Facilitator).await.unwrap());
        assert!(!world.app.people().awaits_facilitator().await.unwrap(), "an old link is no way in");
        world.app.people().one_time_link(Purpose::Facilitator, None).await.unwrap();
        assert!(world.app.people().awaits_facilitator().await.unwrap());
    }

    async fn the_link_of_a_demonstration_signs_in_as_often_as_one_likes(world: World) {
        let lea = world.member("Lea").await;
        let link = world.app.people().one_time_link(Purpose::Visit, Some(&lea)).await.unwrap();
        for _ in 0..2 {
            assert_eq!(world.app.people().visitor_of(&link).await.unwrap(), Some(lea.clone()));
        }
        assert_eq!(world.app.people().visitor_of("ailleurs").await.unwrap(), None);
    }

    async fn a_code_by_mail_is_good_once_and_five_wrong_ones_end_it(world: World) {
        let marie = world.member("Marie").await;
        let email = "marie@exemple.org";
        let asked = world.app.people().ask_sign_in_code(email, false).await.unwrap();
        let code = code_of(asked.letter.as_ref());
        assert_eq!(code.len(), 8);
        let other = world.app.people().ask_sign_in_code(email, false).await.unwrap();
        assert!(world.app.people().use_code(&other.secret, &code).await.is_err(), "of another browser");
        assert_eq!(world.app.people().use_code(&asked.secret, &code).await.unwrap(), marie);
        assert!(world.app.people().use_code(&asked.secret, &code).await.is_err(), "only once");
        let asked = world.app.people().ask_sign_in_code(email, false).await.unwrap();
        let code = code_of(asked.letter.as_ref());
        let wrong = if code == "00000000" { "00000001" } else { "00000000" };
        for _ in 0..5 {
            assert!(world.app.people().use_code(&asked.secret, wrong).await.is_err());
        }
        assert!(world.app.people().use_code(&asked.secret, &code).await.is_err(), "too many wrong ones");
        let nobody = world.app.people().ask_sign_in_code("personne@exemple.org", false).await.unwrap();
        assert_eq!(nobody.letter, None);
        assert!(world.app.people().use_code(&nobody.secret, "12345678").await.is_err());
    }

    async fn m2_codes_have_a_budget_and_its_owner_another(world: World) {
        world.member("Marie").await;
        let email = "marie@exemple.org";
        let mut letters = 0;
        for _ in 0..40 {
            let asked = world.app.people().ask_sign_in_code(email, false).await.unwrap();
            letters += usize::from(asked.letter.is_some());
        }
        assert_eq!(letters, 5, "strangers get five, then one in about an hour");
        let own = world.app.people().ask_sign_in_code(email, true).await.unwrap();
        assert!(own.letter.is_some(), "a device that has signed in before is not concerned");
        world.clock.advance(DAY);
        assert!(world.app.people().ask_sign_in_code(email, false).await.unwrap().letter.is_some());
    }

    async fn m3_a_device_that_signed_in_before_is_known(world: World) {
        let marie = world.member("Marie").await;
        world.app.people().know_device(&marie, "un secret").await.unwrap();
        assert!(world.app.people().is_known_device("Marie@exemple.org", "un secret").await.unwrap());
        assert!(!world.app.people().is_known_device("marie@exemple.org", "un autre").await.unwrap());
        assert!(!world.app.people().is_known_device("omar@exemple.org", "un secret").await.unwrap());
    }

    async fn a_budget_is_that_of_all_nodes(world: World) {
        let other = app::App::open(&world.settings, world.clock.clone()).await.unwrap();
        let mut spent = 0;
        for at in 0..700 {
            let node = if at % 2 == 0 { &world.app } else { &other };
            spent += usize::from(node.spend(WRONG_CODES, "").await.unwrap());
        }
        assert_eq!(spent, 600);
        world.clock.advance(10_000_000);
        assert!(other.spend(WRONG_CODES, "").await.unwrap());
    }

    async fn an_address_proved_by_a_code_forgets_a_password_somebody_else_set(world: World) {
        let marie = world.member("Marie").await;
        let thief = world.app.people().open_session(&marie).await.unwrap();
        mailed(&world, "marie@exemple.org").await;
        assert_eq!(world.app.people().person_for_session(&thief).await.unwrap(), None);
        assert!(world.app.people().sign_in("marie@exemple.org", PASSWORD).await.is_err());
    }

    async fn l4_of_two_who_open_one_role_link_one_has_the_role(world: World) {
        let marie = world.member("Marie").await;
        let room = world.workshop(&marie, 9).await;
        let link = world.app.workshops().role_link(&room, Role::Process).await.unwrap();
        let (lea, omar) = (world.member("Lea").await, world.member("Omar").await);
        let workshops = world.app.workshops();
        let (one, two) = tokio::join!(
            workshops.take_role(&link, Some(&lea), ("", "fr"), CommandId::fresh()),
            workshops.take_role(&link, Some(&omar), ("", "fr"), CommandId::fresh())
        );
        let given = [one.unwrap(), two.unwrap()].iter().flatten().count();
        assert_eq!(given, 1);
        assert_eq!(workshop::holders(&world.app.db, &room).await.unwrap().len(), 1);
    }

    async fn l7_nobody_takes_a_neighbour_s_name_afterwards(world: World) {
        let marie = world.member("Marie").await;
        let room = world.workshop(&marie, 9).await;
        world.guest(&room, "Léa").await;
        let omar = world.guest(&room, "Omar").await;
        world.app.people().set_display_name(&omar, "léa").await.unwrap();
        assert_eq!(world.app.people().someone(&omar).await.unwrap().unwrap().name, "léa 2");
    }

    async fn what_is_past_is_forgotten(world: World) {
        let marie = world.member("Marie").await;
        let token = world.app.people().open_session(&marie).await.unwrap();
        world.clock.advance(100 * DAY);
        world.app.people().forget_past(world.clock.now()).await.unwrap();
        let sql = "select count(*) from sessions";
        assert_eq!(world.app.db.row(sql, &[]).await.unwrap().unwrap().int(0), 0);
        assert_eq!(world.app.people().person_for_session(&token).await.unwrap(), None);
    }

    async fn a_session_ends_when_it_is_closed_or_forgotten(world: World) {
        let marie = world.member("Marie").await;
        let token = world.app.people().open_session(&marie).await.unwrap();
        assert_eq!(world.app.people().person_for_session(&token).await.unwrap().unwrap().person, marie);
        world.clock.advance(60 * DAY);
        assert!(world.app.people().person_for_session(&token).await.unwrap().is_some());
        world.clock.advance(60 * DAY);
        assert!(world.app.people().person_for_session(&token).await.unwrap().is_some(), "using it kept it");
        world.clock.advance(91 * DAY);
        assert_eq!(world.app.people().person_for_session(&token).await.unwrap(), None);
        let token = world.app.people().open_session(&marie).await.unwrap();
        world.app.people().close_session(&token).await.unwrap();
        assert_eq!(world.app.people().person_for_session(&token).await.unwrap(), None);
    }
}
