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
    get "/travailleur.js" => about::worker,

    get "/a" => join::code::type_code,
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
    post "/a/:code/mur" => path::wall::answer,
    get "/a/:code/pouls" => path::pulse::show,
    post "/a/:code/pouls" => path::pulse::think,
    get "/a/:code/matiere" => path::matter::back,
    post "/a/:code/matiere" => path::matter::take,
    get "/a/:code/matiere/:photo" => path::matter::serve,
    get "/a/:code/fin" => path::end::show,
    get "/a/:code/regard" => path::look::show,
    post "/a/:code/regard" => path::look::answer,
    get "/a/:code/scribe" => path::dictate::show,
    post "/a/:code/scribe" => path::dictate::begin,
    post "/a/:code/scribe/fin" => path::dictate::end,
    post "/a/:code/scribe/seul" => path::dictate::alone,
    post "/a/:code/ici" => path::elsewhere::here,
    get "/a/:code/seance.ics" => path::session::calendar,
    get "/a/:code/ecran" => workshop::screen::show,
    get "/a/:code/ecran/direct" => workshop::screen::direct,

    get "/ateliers" => workshop::list,
    post "/ateliers" => workshop::plan::create,
    get "/ateliers/nouveau" => workshop::plan::new,
    post "/ateliers/trousse" => workshop::plan::bring_kit,
    get "/ateliers/comparer" => workshop::report::compare::show,
    get "/definitions" => workshop::report::definitions::show,
    get "/ateliers/:id" => workshop::overview::show,
    get "/ateliers/:id/trousse" => workshop::overview::kit,
    post "/ateliers/:id/repetition" => workshop::overview::rehearse,
    get "/ateliers/:id/deroule" => workshop::script::show,
    post "/ateliers/:id/deroule" => workshop::script::arrange,
    get "/ateliers/:id/roles" => workshop::roles::show,
    post "/ateliers/:id/roles" => workshop::roles::act,
    get "/role/:token" => workshop::roles::offered,
    post "/role/:token" => workshop::roles::take,
    get "/ateliers/:id/feuille" => workshop::sheet::show,
    get "/ateliers/:id/releve" => workshop::capture::show,
    post "/ateliers/:id/releve" => workshop::capture::add,
    post "/ateliers/:id/photos" => workshop::photos::keep,
    get "/ateliers/:id/photos/:photo" => workshop::photos::serve,
    get "/ateliers/:id/releve/:item" => workshop::line::show,
    post "/ateliers/:id/releve/:item" => workshop::line::act,
    post "/ateliers/:id/synthese" => workshop::synthesis::make,
    get "/ateliers/:id/suivi" => workshop::follow::show,
    post "/ateliers/:id/suivi" => workshop::follow::send,
    get "/nouvelles/:id/:person/:mark" => workshop::follow::stop_page,
    post "/nouvelles/:id/:person/:mark" => workshop::follow::stop_it,
    get "/ateliers/:id/rejouer" => workshop::replay::show,
    get "/ateliers/:id/bilan" => workshop::report::show,
    get "/ateliers/:id/bilan.csv" => workshop::report::export::as_csv,
    get "/ateliers/:id/bilan.json" => workshop::report::export::as_json,
    get "/ateliers/:id/sources" => workshop::synthesis::sources,
    get "/ateliers/:id/tour-de-table" => workshop::round::show,
    get "/ateliers/:id/console" => workshop::console::show,
    get "/ateliers/:id/direct" => workshop::console::direct,
    post "/ateliers/:id/ouverture" => workshop::open,
    post "/ateliers/:id/fermeture" => workshop::close,
    post "/ateliers/:id/places" => workshop::add_places,
    post "/ateliers/:id/mains/:person" => workshop::console::act::help,
    get "/ateliers/:id/salle/:person" => workshop::person::show,
    post "/ateliers/:id/salle/:person" => workshop::person::encourage,
    post "/ateliers/:id/salle/:person/etape" => workshop::person::propose_step,
    post "/ateliers/:id/mur" => workshop::console::act::ask_for_wall,
    post "/ateliers/:id/salle/:person/fusion" => workshop::person::merge,
    post "/ateliers/:id/rythme" => workshop::console::act::pace,
    post "/ateliers/:id/scene" => workshop::console::act::scene,
    post "/ateliers/:id/annonce" => workshop::console::act::announce,
    post "/ateliers/:id/admission/:person" => workshop::console::act::admit,
    post "/ateliers/:id/presence" => workshop::console::act::add,
    post "/ateliers/:id/porte" => workshop::console::door::act,
    post "/ateliers/:id/salle/:person/sortie" => workshop::console::door::send_out,
    get "/ateliers/:id/cloture" => workshop::closing::show,
    post "/ateliers/:id/cloture" => workshop::closing::act,

    get "/notes/:note" => note::show,
    post "/notes/:note/lecture" => note::reading::open,
    post "/notes/:note/appreciation" => note::reading::like,
    post "/notes/:note/remerciements" => note::gestures::thank,
    post "/notes/:note/publication" => note::gestures::publish,
    post "/notes/:note/retrait" => note::gestures::take_back,
    get "/notes/:note/liens" => note::link::choose,
    post "/notes/:note/liens" => note::link::act,
    get "/notes/:note/modifier" => note::write::edit,
    post "/notes/:note/modification" => note::write::save,
    post "/notes/:note/brouillon" => note::unsaved::keep,
    get "/notes/:note/historique" => note::history::show,
    get "/notes/:note/versions/:number" => note::version::show,
    get "/notes/:note/comparer" => note::compare::show,
    post "/notes/:note/restauration" => note::version::restore,
    get "/notes/:note/historique.atom" => note::feed::atom,
    get "/notes/:note/historique.json" => note::feed::json,
    get "/notes/:note/export.zip" => note::archive::archive,
    post "/notes/:note/versions/:number/nom" => note::version::call,
    post "/notes/:note/versions/:number/remerciement" => note::version::thank,
    get "/notes/:note/versions/:number/annulation" => note::undo::show,
    post "/notes/:note/versions/:number/annulation" => note::undo::act,
    get "/notes/:note/versions/:number/masquage" => note::moderate::hide,
    post "/notes/:note/versions/:number/masquage" => note::moderate::hide_it,
    get "/notes/:note/moderation" => note::moderate::withdraw,
    post "/notes/:note/moderation" => note::moderate::withdraw_it,
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
    post "/moi/mots" => account::settings::renew_words,
    get "/moi/compte" => account::settings::show,
    post "/moi/compte/nom" => account::settings::rename,
    post "/moi/compte/courriel" => account::settings::change_address,
    post "/moi/compte/mot-de-passe" => account::settings::change_password,
    post "/moi/compte/sessions" => account::settings::end_sessions,
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
