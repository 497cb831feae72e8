//! Guesses and floods: small requests, as many as there is time for.

use app::engine::envelope::CommandId;

use super::clients::Hostile;

/// How many at once, and how many times over, in one go.
const WIDE: usize = 24;
const TIMES: usize = 12;

/// Join codes that open nothing.
pub async fn codes(hostile: &Hostile) {
    for _ in 0..TIMES {
        hostile
            .at_once(WIDE, async |at| {
                let code = format!("{:06}", rand::random_range(0..1_000_000));
                let path = match at % 3 {
                    0 => format!("/a/{code}"),
                    1 => format!("/a?code={code}"),
                    _ => format!("/a/{}", code.repeat(500)),
                };
                hostile.get(&path, None).await;
            })
            .await;
    }
}

/// Passwords, at one account and at as many: each costs a hash.
pub async fn sign_in(hostile: &Hostile) {
    for _ in 0..TIMES {
        hostile
            .at_once(WIDE, async |at| {
                let email = match at % 2 {
                    0 => "m@exemple.org".to_owned(),
                    _ => format!("{}@exemple.org", rand::random::<u64>()),
                };
                let word = rand::random::<u64>();
                let body = format!("email={email}&password={word}-et-encore");
                hostile.post("/connexion", None, body.as_bytes()).await;
            })
            .await;
    }
}

/// Accounts, made one after the other: each costs a hash too.
pub async fn accounts(hostile: &Hostile) {
    for _ in 0..TIMES {
        hostile
            .at_once(WIDE, async |_| {
                let name = rand::random::<u64>();
                let body = format!(
                    "name=N{name}&email={name}@exemple.org&password=un sillage sur le lac {name}"
                );
                hostile.post("/compte", None, body.as_bytes()).await;
            })
            .await;
    }
}

/// The four words with which somebody comes back.
pub async fn four_words(hostile: &Hostile) {
    const WORDS: [&str; 6] = ["lac", "abeille", "zeste", "vague", "nuage", "bateau"];
    for _ in 0..TIMES {
        hostile
            .at_once(WIDE, async |_| {
                let word = || WORDS[rand::random_range(0..WORDS.len())];
                let body = format!("phrase={}+{}+{}+{}", word(), word(), word(), word());
                hostile.post("/reprendre", None, body.as_bytes()).await;
            })
            .await;
    }
}

/// Suggestions, at a note of somebody else.
pub async fn suggestions(hostile: &Hostile) {
    let note = &hostile.one(&hostile.ground.guests).note;
    for _ in 0..TIMES {
        hostile
            .at_once(WIDE, async |at| {
                let key = CommandId::fresh();
                let long = if at % 4 == 0 { "mot+".repeat(15_000) } else { "mot".to_owned() };
                let body = format!("command_id={}&base=1&rang=0&text={long}{at}", key.as_str());
                hostile.post(&format!("{note}/coquille"), None, body.as_bytes()).await;
            })
            .await;
    }
}

/// An open door, each time as somebody new.
pub async fn door(hostile: &Hostile) {
    for _ in 0..TIMES {
        hostile
            .at_once(WIDE, async |_| {
                let key = CommandId::fresh();
                let body = format!("command_id={}&name=Foule", key.as_str());
                hostile.post(&hostile.ground.flooded, None, body.as_bytes()).await;
            })
            .await;
    }
}

/// Likes, readings, raised hands, a language chosen again and again.
pub async fn gestures(hostile: &Hostile) {
    let guest = hostile.guest();
    let paths = [
        (format!("{}/appreciation", guest.note), ""),
        (format!("{}/lecture", guest.note), ""),
        (format!("{}/main", hostile.ground.flooded), ""),
        (format!("{}/ici", hostile.ground.flooded), ""),
        ("/langue".to_owned(), "langue=en&retour=/"),
    ];
    for _ in 0..TIMES {
        hostile
            .at_once(WIDE, async |at| {
                let (path, fields) = &paths[at % paths.len()];
                let body = format!("command_id={}&{fields}", CommandId::fresh().as_str());
                let session = (at % 2 == 0).then_some(guest.session.as_str());
                hostile.post(path, session, body.as_bytes()).await;
            })
            .await;
    }
}
