//! The report of a workshop: what it says, when it says it, and what it never lets anyone
//! work out. Its arithmetic is rehearsed in the domain.

use app::engine::clock::DAY;
use app::engine::envelope::Envelope;
use domain::core::ids::{PersonId, WorkshopId};
use domain::notes::visibility::Visibility;
use domain::people::person::{self, Person};
use domain::workshops::workshop::{Act, Role};
use projections::workshops::workshop::{self, Workshop};

use crate::both;
use crate::site::Host;
use crate::workshops::room::{key, open};
use crate::workshops::synthesis::with_role;

/// People with an account enter; the first `publish` of them publish.
async fn evening(
    host: &Host,
    workshop: &WorkshopId,
    names: &[String],
    publish: usize,
) -> Vec<PersonId> {
    let world = &host.world;
    let mut people = Vec::new();
    for name in names {
        let person = world.account(name, false).await;
        world
            .app
            .workshops()
            .enter_workshop(workshop, Some(&person), name, "fr", key())
            .await
            .unwrap();
        people.push(person);
    }
    for person in &people[..publish] {
        world.published(person, workshop, "Une note", Visibility::Workshop).await;
    }
    people
}

fn named(prefix: &str, count: usize) -> Vec<String> {
    (0..count).map(|number| format!("{prefix}{number}")).collect()
}

async fn close(host: &Host, workshop: &Workshop, by: &PersonId) {
    host.world.clock.advance(DAY / 24);
    host.world
        .app
        .workshops()
        .run_workshop(&workshop.workshop, by, Act::Close, key())
        .await
        .unwrap();
}

/// A page as one reads it: no tags, single spaces.
fn read(page: &str) -> String {
    let main = page.split("<main").nth(1).unwrap_or(page);
    let texts = main.split('<').filter_map(|part| part.split_once('>'));
    let text = texts.map(|(_, text)| text).collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

both! {
    async fn test_06_the_funnel_goes_down_and_a_person_counts_once_in_the_total(host: Host) {
        let (first, marie) = open(&host, 40).await;
        let second = host.world.workshop(&marie, 40).await;
        let second = workshop::find(&host.world.app.db, &second).await.unwrap().unwrap();
        // Both at once: five of the twelve of the first are among the ten of the second.
        let people = evening(&host, &first.workshop, &named("p", 12), 6).await;
        evening(&host, &second.workshop, &named("q", 5), 0).await;
        for (person, name) in people[..5].iter().zip(named("p", 5)) {
            host.world.app.workshops().enter_workshop(&second.workshop, Some(person), &name, "fr", key()).await.unwrap();
        }
        close(&host, &first, &marie).await;
        close(&host, &second, &marie).await;
        let mut console = host.known(&marie).await;
        let page = console.get("/ateliers/comparer").await;
        let text = read(&page.page);
        assert!(text.contains("Personnes différentes 17 6"), "{text}");
        let text = read(&console.get(&format!("/ateliers/{}/bilan", first.workshop)).await.page);
        assert!(text.contains("12 Entrée") && text.contains("6 Idée") && text.contains("6 Publication"), "{text}");
        // First, returning, regular: everyone once.
        assert!(text.contains("n’avaient jamais publié 12 6"), "{text}");
    }

    async fn test_07_a_return_is_blank_until_known_and_the_same_ever_after(host: Host) {
        let (workshop, marie) = open(&host, 40).await;
        let people = evening(&host, &workshop.workshop, &named("p", 12), 6).await;
        for person in &people {
            let claim = person::Command::ClaimAccount { person: person.clone() };
            let envelope = Envelope::from(person, key());
            host.world.app.execute::<Person>(person.as_str(), claim, envelope).await.unwrap();
        }
        close(&host, &workshop, &marie).await;
        let mut console = host.known(&marie).await;
        let bilan = format!("/ateliers/{}/bilan", workshop.workshop);
        let text = read(&console.get(&bilan).await.page);
        // 22 November, in the afternoon: the seventh day is the 29th, known from the 1st on.
        assert!(text.contains("du 1er au 7e jour en attente jusqu’au 1er décembre 2026"), "{text}");
        assert!(!text.contains("Revenues"), "{text}");
        host.world.clock.advance(3 * DAY);
        let thanked = host.world.published(&marie, &workshop.workshop, "De Marie", Visibility::Workshop).await;
        for person in &people[..7] {
            host.world.app.notes().thank(&thanked, person, None, "Merci", key()).await.unwrap();
        }
        let text = read(&console.get(&bilan).await.page);
        assert!(text.contains("en attente jusqu’au 1er décembre"), "{text}");
        host.world.clock.advance(6 * DAY);
        let then = read(&console.get(&bilan).await.page);
        assert!(then.contains("Avec un compte : 12. Revenues : 7."), "{then}");
        // Later, others come back; the figure of that day does not move.
        host.world.clock.advance(DAY);
        host.world.app.notes().thank(&thanked, &people[8], None, "Merci", key()).await.unwrap();
        let figures = |text: &str| text.split_once("Le parcours").unwrap().1.split("Définitions : Qui revient").next().unwrap().to_owned();
        let seen = read(&console.get(&format!("{bilan}?au=2026-12-01")).await.page);
        assert_eq!(figures(&seen), figures(&then), "as it was seen");
        assert_eq!(figures(&read(&console.get(&bilan).await.page)), figures(&then), "it is final");
        let early = read(&console.get(&format!("{bilan}?au=2026-11-30")).await.page);
        assert!(early.contains("en attente jusqu’au 1er décembre") && !early.contains("Revenues : 7"));
        // A day before the end, or to come, is said kindly and loses nothing.
        for day in ["2026-11-01", "2027-11-01", "demain"] {
            let seen = console.get(&format!("{bilan}?au={day}")).await;
            assert_eq!(seen.status, 422, "{day}");
            assert!(seen.says("Voici le bilan d’aujourd’hui"));
        }
    }

    async fn test_08_no_page_and_no_file_shows_a_group_of_one_to_four(host: Host) {
        let (workshop, marie) = open(&host, 40).await;
        // Three of the fourteen had published before; twelve publish now, one to everyone.
        let earlier = host.world.workshop(&marie, 9).await;
        evening(&host, &earlier, &named("p", 3), 3).await;
        host.world.clock.advance(DAY / 24);
        let people = evening(&host, &workshop.workshop, &named("p", 14), 11).await;
        let note = host.world.published(&people[13], &workshop.workshop, "Pour tous", Visibility::Everyone).await;
        assert_eq!(note.visibility, Visibility::Everyone);
        close(&host, &workshop, &marie).await;
        host.world.clock.advance(100 * DAY);
        let bilan = format!("/ateliers/{}/bilan", workshop.workshop);
        // Whoever runs it saw the room, and reads its figures; whoever observes does not.
        let real = read(&host.known(&marie).await.get(&bilan).await.page);
        assert!(real.contains("14 personnes sont entrées ; 12 ont publié une note"), "{real}");
        assert!(real.contains("n’avaient jamais publié 11") && real.contains("Vous animez cet atelier"), "{real}");
        let mut console = with_role(&host, &workshop.workshop, Role::Observer, "Omar").await;
        let text = read(&console.get(&bilan).await.page);
        let figures = text.split_once("Le parcours").unwrap().1.split("Ailleurs").next().unwrap();
        assert!(text.contains("14 personnes sont entrées ; un peu moins de 14 ont publié une note"), "{text}");
        // Three had come before, eleven had not: neither is told, nor is who published.
        assert!(figures.contains("n’avaient jamais publié caché : trop peu de personnes caché : trop peu de personnes"), "{figures}");
        assert!(figures.contains("avaient déjà publié caché : trop peu de personnes caché : trop peu de personnes"), "{figures}");
        let csv = console.get(&format!("{bilan}.csv")).await.page;
        let json = console.get(&format!("{bilan}.json")).await.page;
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let counts: Vec<(String, u64)> = json["figures"].as_array().unwrap().iter()
            .filter_map(|one| Some((one["measure"].as_str()?.to_owned(), one["count"].as_u64()?)))
            .collect();
        for (measure, count) in &counts {
            assert!(*count == 0 || *count >= 5, "{measure}: {count}");
            let (id, _) = csv.split_once(&format!("{measure};")).unwrap();
            assert!(!id.is_empty());
        }
        let of = |name: &str| counts.iter().find(|(measure, _)| measure == name).map(|(_, count)| *count);
        assert_eq!((of("entered"), of("published"), of("everyone")), (Some(14), None, None));
        assert_eq!((of("segment-first"), of("segment-returning"), of("segment-regular")), (None, None, Some(0)));
        assert!(csv.starts_with("\u{feff}Identifiant;Mesure;"), "{csv}");
        assert!(csv.contains("published;Publication;;un peu moins de 14;"), "{csv}");
        // Among all workshops, the earlier one has three people: the total is kept too.
        host.world.app.workshops().run_workshop(&earlier, &marie, Act::Close, key()).await.unwrap();
        let text = read(&host.known(&marie).await.get("/ateliers/comparer").await.page);
        assert!(text.contains("Personnes différentes caché : trop peu de personnes caché : trop peu de personnes"), "{text}");
        assert!(text.contains("moins de 5"), "{text}");
    }

    async fn a_report_names_nobody_and_is_for_those_who_look_after_the_workshop(host: Host) {
        let (workshop, marie) = open(&host, 40).await;
        let people = evening(&host, &workshop.workshop, &named("canari-", 6), 6).await;
        let bilan = format!("/ateliers/{}/bilan", workshop.workshop);
        let mut console = host.known(&marie).await;
        assert!(console.get(&bilan).await.says("Le bilan commence quand l’atelier se termine"));
        assert_eq!(console.get(&format!("{bilan}.csv")).await.status, 422);
        close(&host, &workshop, &marie).await;
        for address in [bilan.clone(), format!("{bilan}.csv"), format!("{bilan}.json"), "/ateliers/comparer".into()] {
            let page = console.get(&address).await;
            assert_eq!(page.status, 200);
            assert!(!page.says("canari"), "{}", page.page);
            let mut lea = host.known(&people[0]).await;
            assert_eq!(lea.get(&address).await.status, 404, "{address}");
        }
        assert_eq!(host.stranger().get("/definitions").await.status, 200);
    }
}
