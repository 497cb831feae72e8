//! A2: mandates of a community and of a workshop, hours noted in two taps, the report.

use domain::core::registry::Fact;
use domain::groups::mandate::Event;

use super::community::begun;
use crate::both;
use crate::site::{Guest, Host};

/// Gives a mandate in the community at this address to `person`: its address.
async fn given(guest: &mut Guest<'_>, list: &str, person: &str, more: &[(&str, &str)]) -> String {
    let mut fields = vec![
        ("person", person),
        ("task", "capture"),
        ("title", "Noter le mardi"),
        ("from", "2026-11-01"),
        ("hours", "12"),
        ("amount", "1 200,50 $"),
        ("funder", "Fondation du lac"),
    ];
    fields.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    fields.extend(more);
    let seen = guest.act(list, &fields).await;
    assert_eq!(seen.status, 303, "{}", seen.page);
    seen.place
}

/// All the minutes of the log.
async fn minutes_in_the_log(host: &Host) -> u32 {
    let mut left = std::collections::BTreeMap::new();
    let sql = "select aggregate_type, event_type, event_version, payload from events
        where aggregate_type = 'mandate' order by position";
    for row in host.world.app.db.rows(sql, &[]).await.unwrap() {
        let cells = row.cells();
        let fact = Fact::read(cells.str(), cells.str(), cells.str(), cells.str()).unwrap();
        if let Some(Fact::Mandate(Event::TimeNoted { time, minutes, .. })) = &fact {
            left.insert(time.clone(), *minutes);
        }
        if let Some(Fact::Mandate(Event::TimeRemoved { time, .. })) = &fact {
            left.remove(time);
        }
    }
    left.values().sum()
}

both! {
    async fn a2_hours_are_noted_in_two_taps_and_the_report_is_what_the_log_says(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let zoe = host.world.account("Zoe", false).await;
        let (mut hers, mut his, mut another) = (host.known(&lea).await, host.known(&omar).await, host.known(&zoe).await);
        let community = begun(&mut hers, "Cercle", "open").await;
        for guest in [&mut his, &mut another] {
            guest.act(&format!("{community}/entree"), &[]).await;
        }
        let list = format!("{community}/mandats");
        let mandate = given(&mut hers, &list, omar.as_str(), &[]).await;
        // Two taps: the page of one's own, and how long.
        assert!(his.get("/moi").await.says("Mes mandats"));
        let page = his.get("/moi/mandats").await;
        assert!(page.says("Prendre des notes") && page.says("1200,50"), "{}", page.page);
        assert!(page.says("Cercle"), "whom it is for: {}", page.page);
        for minutes in ["30", "120"] {
            let seen = his.act(&format!("{mandate}/heures"), &[("minutes", minutes)]).await;
            assert_eq!(seen.status, 303);
        }
        let page = hers.get(&list).await;
        assert!(page.says("noté : 150 minutes") || page.says("2\u{a0}h\u{a0}30"), "{}", page.page);
        assert_eq!(minutes_in_the_log(&host).await, 150);
        let file = hers.get(&format!("{list}.csv")).await;
        for words in ["Omar", "Noter le mardi", "150", "1200,50", "Fondation du lac", "Total"] {
            assert!(file.says(words), "{words}: {}", file.page);
        }
        // What is paid is seen by stewards and by whoever receives it: nobody else, and strangers
        // see nothing at all.
        assert!(hers.get(&mandate).await.says("1200,50") && his.get(&mandate).await.says("1200,50"));
        for at in [&mandate, &list] {
            let page = another.get(at).await;
            assert!(page.status == 200 && !page.says("1200,50"), "{}", page.page);
        }
        assert_eq!(another.get(&format!("{list}.csv")).await.status, 404);
        assert_eq!(host.stranger().get(&list).await.status, 404);
        assert_eq!(host.stranger().get(&mandate).await.status, 401);
        let dan = host.world.account("Dan", false).await;
        assert_eq!(host.known(&dan).await.get(&mandate).await.status, 404);
        // Nobody notes the time of somebody else.
        assert_eq!(hers.act(&format!("{mandate}/heures"), &[("minutes", "30")]).await.status, 404);
        // Taken back, it is counted no more.
        let time = his.get(&mandate).await.field("time");
        his.act(&format!("{mandate}/heures/retrait"), &[("time", &time)]).await;
        let left = minutes_in_the_log(&host).await;
        assert!(left == 30 || left == 120);
        let file = hers.get(&format!("{list}.csv")).await;
        assert!(file.says(&left.to_string()), "{}", file.page);
    }

    async fn a2_what_is_no_mandate_and_no_time_is_said_and_what_was_typed_stays(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let community = begun(&mut hers, "Cercle", "open").await;
        let list = format!("{community}/mandats");
        let wrong = |more: &[(&str, &str)]| -> Vec<(String, String)> {
            let mut fields = vec![("person", lea.as_str()), ("title", "Titre gardé"), ("from", "2026-11-01"), ("task", "other")];
            fields.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
            fields.extend(more);
            fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
        };
        let long = "é".repeat(500);
        for (more, said) in [
            (vec![("person", omar.as_str())], "quelqu’un qui en fait partie"),
            (vec![("person", "")], "quelqu’un qui en fait partie"),
            (vec![("from", "demain")], "Il manque un jour"),
            (vec![("until", "2026-10-01")], "Le dernier jour ne peut pas venir avant"),
            (vec![("hours", "beaucoup")], "Les heures s’écrivent en chiffres"),
            (vec![("hours", "0")], "Les heures s’écrivent en chiffres"),
            (vec![("amount", "cher")], "Le montant s’écrit comme"),
            (vec![("funder", long.as_str())], "trop long"),
        ] {
            let fields = wrong(&more);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let seen = hers.act(&list, &fields).await;
            assert!(seen.status == 422 && seen.says(said) && seen.says("Titre gardé"), "{more:?}: {}", seen.page);
        }
        his.act(&format!("{community}/entree"), &[]).await;
        let mandate = given(&mut hers, &list, omar.as_str(), &[("until", "2026-11-30")]).await;
        for (on, minutes, said) in [
            ("hier", "30", "Il faut de 1 à 1440"),
            ("2026-11-22", "0", "Il faut de 1 à 1440"),
            ("2026-11-22", "1441", "Il faut de 1 à 1440"),
            ("2026-10-22", "30", "avant le début du mandat"),
            ("2026-12-22", "30", "n’est pas encore arrivé"),
        ] {
            let seen = his.act(&format!("{mandate}/heures"), &[("noted_on", on), ("minutes", minutes)]).await;
            assert!(seen.status == 422 && seen.says(said), "{on} {minutes}: {}", seen.page);
            let kept = format!("value=\"{minutes}\"");
            assert!(seen.page.contains(&kept) && seen.page.contains(&format!("value=\"{on}\"")), "{}", seen.page);
        }
        // Changed by those who give, ended by whoever holds it too.
        assert_eq!(his.act(&mandate, &[("from", "2026-11-01"), ("task", "upkeep")]).await.status, 404);
        let seen = hers.act(&mandate, &[("from", "2026-11-01"), ("task", "upkeep"), ("amount", "x"), ("title", "Gardé")]).await;
        assert!(seen.status == 422 && seen.says("Gardé"), "{}", seen.page);
        hers.act(&mandate, &[("from", "2026-11-01"), ("task", "upkeep"), ("title", "Autrement")]).await;
        let page = his.get(&mandate).await;
        assert!(page.says("Autrement") && page.says("bénévole"), "{}", page.page);
        his.act(&format!("{mandate}/fin"), &[]).await;
        let seen = his.act(&format!("{mandate}/heures"), &[("noted_on", "2026-11-22"), ("minutes", "30")]).await;
        assert!(seen.status == 422 && seen.says("Ce mandat est terminé"), "{}", seen.page);
        assert_eq!(his.act(&format!("{mandate}/reprise"), &[]).await.status, 404);
        hers.act(&format!("{mandate}/reprise"), &[]).await;
        assert_eq!(his.act(&format!("{mandate}/heures"), &[("noted_on", "2026-11-22"), ("minutes", "30")]).await.status, 303);
        // Whoever is there no more reads what was agreed with them, and notes nothing more.
        his.act(&format!("{community}/depart"), &[]).await;
        let page = his.get(&mandate).await;
        assert!(page.status == 200 && page.says("Mes mandats"), "{}", page.page);
        let seen = his.act(&format!("{mandate}/heures"), &[("minutes", "30")]).await;
        assert!(seen.status == 422, "{}", seen.page);
        // Nor is any given where nothing begins any more.
        hers.act(&format!("{community}/fin"), &[]).await;
        assert!(!hers.get(&list).await.says("Confier un mandat"));
    }

    async fn a2_whoever_runs_a_workshop_gives_mandates_to_those_of_its_room(host: Host) {
        let lea = host.world.account("Lea", true).await;
        let workshop = host.world.workshop(&lea, 20).await;
        let omar = host.world.guest(&workshop, "Omar").await;
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let list = format!("/ateliers/{workshop}/mandats");
        assert!(hers.get(&format!("{list}/nouveau")).await.says("Omar"));
        let mandate = given(&mut hers, &list, omar.as_str(), &[]).await;
        assert!(hers.get(&list).await.says("Omar"));
        assert!(his.get(&mandate).await.says("1200,50"));
        assert!(hers.get(&format!("{list}.csv")).await.says("Fondation du lac"));
        assert_eq!(his.get(&list).await.status, 404);
    }
}
