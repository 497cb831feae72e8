//! Every address of the site. If it is not here, it does not exist.
//!
//! Addresses are nouns, in French. A gesture is a noun too: one does not "publish
//! a note", one adds a *publication* to it. [`TABLE`] is the same list for the
//! tests, which knock on every door as every kind of visitor.

use poem::{EndpointExt as _, Route, get, post};

use crate::guard::Guarded;
use crate::pages::{account, home, join, me, note, path, search, site as about, workshop};
use crate::site::Site;
use crate::sse::Streams;

macro_rules! routes {
    ($($method:ident $address:literal => $handler:expr),* $(,)?) => {
        /// Every method and address of the site.
        pub const TABLE: &[(&str, &str)] = &[$((stringify!($method), $address)),*];

        fn all() -> Route {
            let mut gathered: Vec<(&'static str, poem::RouteMethod)> = Vec::new();
            $(add(&mut gathered, $address, |method| match method {
                None => $method($handler),
                Some(known) => known.$method($handler),
            });)*
            gathered.into_iter().fold(Route::new(), |route, (address, method)| {
                route.at(address, method)
            })
        }
    };
}

fn add(
    gathered: &mut Vec<(&'static str, poem::RouteMethod)>,
    address: &'static str,
    how: impl FnOnce(Option<poem::RouteMethod>) -> poem::RouteMethod,
) {
    match gathered.iter().position(|(known, _)| *known == address) {
        Some(at) => {
            let (_, known) = gathered.remove(at);
            gathered.insert(at, (address, how(Some(known))));
        }
        None => gathered.push((address, how(None))),
    }
}

routes! {
    get "/" => home::show,
    get "/notes" => home::all,
    get "/recherche" => search::show,
    post "/langue" => about::language,
    get "/ce-qui-est-enregistre" => about::recorded,
    get "/code-source" => about::source,
    get "/sante" => about::health,
    get "/metrics" => about::metrics,
    get "/statique/:name" => about::asset,

    get "/a" => join::type_code,
    get "/a/:code" => join::show,
    post "/a/:code" => join::enter,
    get "/a/:code/parcours" => path::resume,
    get "/a/:code/parcours/:step" => path::show,
    post "/a/:code/parcours/:step" => path::act,
    get "/a/:code/menage" => path::tidy::show,
    post "/a/:code/menage" => path::tidy::act,
    get "/a/:code/main" => path::hand::show,
    post "/a/:code/main" => path::hand::raise,
    post "/a/:code/main/baissee" => path::hand::lower,
    get "/a/:code/mur" => path::wall::show,
    get "/a/:code/ecran" => workshop::screen::show,
    get "/a/:code/ecran/direct" => workshop::screen::direct,

    get "/ateliers" => workshop::list,
    post "/ateliers" => workshop::create,
    get "/ateliers/nouveau" => workshop::new,
    get "/ateliers/:id/console" => workshop::console::show,
    get "/ateliers/:id/direct" => workshop::console::direct,
    post "/ateliers/:id/ouverture" => workshop::open,
    post "/ateliers/:id/fermeture" => workshop::close,
    post "/ateliers/:id/places" => workshop::add_places,
    post "/ateliers/:id/mains/:person" => workshop::console::settle,

    get "/notes/:note" => note::show,
    post "/notes/:note/lecture" => note::reading::open,
    post "/notes/:note/appreciation" => note::reading::like,
    post "/notes/:note/remerciements" => note::gestures::thank,
    post "/notes/:note/publication" => note::gestures::publish,
    post "/notes/:note/retrait" => note::gestures::take_back,
    get "/notes/:note/modifier" => note::write::edit,
    post "/notes/:note/modification" => note::write::save,
    post "/notes/:note/brouillon" => note::write::keep,
    get "/notes/:note/historique" => note::history::show,
    get "/notes/:note/versions/:number" => note::version::show,
    get "/notes/:note/comparer" => note::compare::show,
    post "/notes/:note/restauration" => note::version::restore,
    get "/notes/:note/historique.atom" => note::feed::atom,
    get "/notes/:note/historique.json" => note::feed::json,
    get "/notes/:note/export.zip" => note::feed::archive,
    post "/notes/:note/versions/:number/nom" => note::version::call,
    post "/notes/:note/versions/:number/remerciement" => note::version::thank,
    get "/notes/:note/versions/:number/annulation" => note::undo::show,
    post "/notes/:note/versions/:number/annulation" => note::undo::act,
    get "/notes/:note/versions/:number/masquage" => note::moderate::hide,
    post "/notes/:note/versions/:number/masquage" => note::moderate::hide_it,
    get "/notes/:note/effacement" => note::moderate::erase,
    post "/notes/:note/effacement" => note::moderate::erase_it,
    get "/notes/:note/phrases/:number" => note::authors::of_sentence,
    get "/notes/:note/film" => note::film::show,
    get "/notes/:note/variantes/:variant" => note::variant::show,
    post "/notes/:note/variantes/:variant" => note::variant::act,
    get "/notes/:note/coquille" => note::typo::show,
    post "/notes/:note/coquille" => note::typo::act,
    get "/notes/:note/suggestions/:suggestion" => note::typo::suggested,
    post "/notes/:note/suggestions/:suggestion" => note::typo::answer,
    post "/collage" => note::write::paste,

    get "/moi" => me::show,
    get "/compte" => account::claim::show,
    post "/compte" => account::claim::claim,
    get "/reprendre" => account::resume,
    post "/reprendre" => account::resume_with,
    get "/connexion" => account::sign_in,
    post "/connexion" => account::sign_in_with,
    get "/connexion/code" => account::ask_code,
    post "/connexion/code" => account::use_code,
    post "/deconnexion" => account::sign_out,
    get "/animer/:token" => account::link::facilitate,
    post "/animer/:token" => account::link::become_one,
    get "/visite/:token" => account::link::visit,
    post "/visite/:token" => account::link::begin_visit,
}

/// The whole site, guarded.
pub fn site(site: Site, streams: Streams) -> Guarded<impl poem::Endpoint> {
    Guarded { pages: all().data(streams).boxed(), site }
}
