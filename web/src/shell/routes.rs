//! Every address of the site. If it is not here, it does not exist.
//!
//! Addresses are nouns, in French. A gesture is a noun too: one does not "publish
//! a note", one adds a *publication* to it. [`TABLE`] is the same list for the
//! tests, which knock on every door as every kind of visitor.

use poem::{EndpointExt as _, Route, get, post};

use crate::shell::about;
use crate::shell::guard::Guarded;
use crate::shell::sse::Streams;
use crate::shell::state::Site;
use crate::workshops::{after, capture, console, join, list, path, prepare};
use crate::{notes, people};

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
    get "/" => notes::home::show,
    get "/notes" => notes::home::all,
    get "/recherche" => notes::search::show,
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
    get "/a/:code/menage" => path::clean_up::show,
    post "/a/:code/menage" => path::clean_up::act,
    get "/a/:code/main" => path::hand::show,
    post "/a/:code/main" => path::hand::raise,
    post "/a/:code/main/baissee" => path::hand::lower,
    get "/a/:code/mur" => path::wall::show,
    post "/a/:code/mur" => path::wall::answer,
    get "/a/:code/pouls" => path::poll::show,
    post "/a/:code/pouls" => path::poll::think,
    get "/a/:code/matiere" => path::upload::back,
    post "/a/:code/matiere" => path::upload::take,
    get "/a/:code/matiere/:photo" => path::upload::serve,
    get "/a/:code/fin" => path::end::show,
    get "/a/:code/regard" => path::preview::show,
    post "/a/:code/regard" => path::preview::answer,
    get "/a/:code/scribe" => path::dictate::show,
    post "/a/:code/scribe" => path::dictate::begin,
    post "/a/:code/scribe/fin" => path::dictate::end,
    post "/a/:code/scribe/seul" => path::dictate::alone,
    post "/a/:code/ici" => path::moved::here,
    get "/a/:code/seance.ics" => path::session::calendar,
    get "/a/:code/ecran" => console::screen::show,
    get "/a/:code/ecran/direct" => console::screen::direct,

    get "/ateliers" => list::list,
    post "/ateliers" => prepare::plan::create,
    get "/ateliers/nouveau" => prepare::plan::new,
    post "/ateliers/trousse" => prepare::plan::bring_kit,
    get "/ateliers/comparer" => after::report::compare::show,
    get "/definitions" => after::report::definitions::show,
    get "/ateliers/:id" => prepare::overview::show,
    get "/ateliers/:id/trousse" => prepare::overview::kit,
    post "/ateliers/:id/repetition" => prepare::overview::rehearse,
    get "/ateliers/:id/deroule" => prepare::script::show,
    post "/ateliers/:id/deroule" => prepare::script::arrange,
    get "/ateliers/:id/roles" => console::roles::show,
    post "/ateliers/:id/roles" => console::roles::act,
    get "/role/:token" => console::roles::offered,
    post "/role/:token" => console::roles::take,
    get "/ateliers/:id/feuille" => prepare::printout::show,
    get "/ateliers/:id/releve" => capture::list::show,
    post "/ateliers/:id/releve" => capture::list::add,
    post "/ateliers/:id/photos" => capture::photos::keep,
    get "/ateliers/:id/photos/:photo" => capture::photos::serve,
    get "/ateliers/:id/releve/:item" => capture::item::show,
    post "/ateliers/:id/releve/:item" => capture::item::act,
    post "/ateliers/:id/synthese" => capture::synthesis::make,
    get "/ateliers/:id/suivi" => after::newsletter::show,
    post "/ateliers/:id/suivi" => after::newsletter::send,
    get "/nouvelles/:id/:person/:mark" => after::newsletter::stop_page,
    post "/nouvelles/:id/:person/:mark" => after::newsletter::stop_it,
    get "/ateliers/:id/rejouer" => after::replay::show,
    get "/ateliers/:id/bilan" => after::report::show,
    get "/ateliers/:id/bilan.csv" => after::report::export::as_csv,
    get "/ateliers/:id/bilan.json" => after::report::export::as_json,
    get "/ateliers/:id/sources" => capture::synthesis::sources,
    get "/ateliers/:id/tour-de-table" => console::introductions::show,
    get "/ateliers/:id/console" => console::show,
    get "/ateliers/:id/direct" => console::direct,
    post "/ateliers/:id/ouverture" => list::open,
    post "/ateliers/:id/fermeture" => list::close,
    post "/ateliers/:id/places" => list::add_places,
    post "/ateliers/:id/mains/:person" => console::actions::help,
    get "/ateliers/:id/salle/:person" => console::person::show,
    post "/ateliers/:id/salle/:person" => console::person::encourage,
    post "/ateliers/:id/salle/:person/etape" => console::person::propose_step,
    post "/ateliers/:id/mur" => console::actions::ask_for_wall,
    post "/ateliers/:id/salle/:person/fusion" => console::person::merge,
    post "/ateliers/:id/rythme" => console::actions::pace,
    post "/ateliers/:id/scene" => console::actions::scene,
    post "/ateliers/:id/annonce" => console::actions::announce,
    post "/ateliers/:id/admission/:person" => console::actions::admit,
    post "/ateliers/:id/presence" => console::actions::add,
    post "/ateliers/:id/porte" => console::door::act,
    post "/ateliers/:id/salle/:person/sortie" => console::door::send_out,
    get "/ateliers/:id/cloture" => after::closing::show,
    post "/ateliers/:id/cloture" => after::closing::act,

    get "/notes/:note" => notes::show::show,
    post "/notes/:note/lecture" => notes::reading::open,
    post "/notes/:note/appreciation" => notes::reading::like,
    post "/notes/:note/remerciements" => notes::gestures::thank,
    post "/notes/:note/publication" => notes::gestures::publish,
    post "/notes/:note/retrait" => notes::gestures::take_back,
    get "/notes/:note/liens" => notes::link::choose,
    post "/notes/:note/liens" => notes::link::act,
    get "/notes/:note/modifier" => notes::write::edit,
    post "/notes/:note/modification" => notes::write::save,
    post "/notes/:note/brouillon" => notes::unsaved::keep,
    get "/notes/:note/historique" => notes::history::show,
    get "/notes/:note/versions/:number" => notes::version::show,
    get "/notes/:note/comparer" => notes::compare::show,
    post "/notes/:note/restauration" => notes::version::restore,
    get "/notes/:note/historique.atom" => notes::feed::atom,
    get "/notes/:note/historique.json" => notes::feed::json,
    get "/notes/:note/export.zip" => notes::archive::archive,
    post "/notes/:note/versions/:number/nom" => notes::version::call,
    post "/notes/:note/versions/:number/remerciement" => notes::version::thank,
    get "/notes/:note/versions/:number/annulation" => notes::undo::show,
    post "/notes/:note/versions/:number/annulation" => notes::undo::act,
    get "/notes/:note/versions/:number/masquage" => notes::moderate::hide,
    post "/notes/:note/versions/:number/masquage" => notes::moderate::hide_it,
    get "/notes/:note/moderation" => notes::moderate::withdraw,
    post "/notes/:note/moderation" => notes::moderate::withdraw_it,
    get "/notes/:note/effacement" => notes::moderate::erase,
    post "/notes/:note/effacement" => notes::moderate::erase_it,
    get "/notes/:note/phrases/:number" => notes::authors::of_sentence,
    get "/notes/:note/film" => notes::film::show,
    get "/notes/:note/variantes/:variant" => notes::variant::show,
    post "/notes/:note/variantes/:variant" => notes::variant::act,
    get "/notes/:note/coquille" => notes::typo::show,
    post "/notes/:note/coquille" => notes::typo::act,
    get "/notes/:note/suggestions/:suggestion" => notes::typo::suggested,
    post "/notes/:note/suggestions/:suggestion" => notes::typo::answer,
    post "/collage" => notes::write::paste,

    get "/moi" => people::me::show,
    post "/moi/mots" => people::account::settings::renew_words,
    get "/moi/compte" => people::account::settings::show,
    post "/moi/compte/nom" => people::account::settings::rename,
    post "/moi/compte/courriel" => people::account::settings::change_address,
    post "/moi/compte/mot-de-passe" => people::account::settings::change_password,
    post "/moi/compte/sessions" => people::account::settings::end_sessions,
    get "/compte" => people::account::claim::show,
    post "/compte" => people::account::claim::claim,
    get "/reprendre" => people::account::resume,
    post "/reprendre" => people::account::resume_with,
    get "/connexion" => people::account::sign_in,
    post "/connexion" => people::account::sign_in_with,
    get "/connexion/code" => people::account::ask_code,
    post "/connexion/code" => people::account::use_code,
    post "/deconnexion" => people::account::sign_out,
    get "/animer/:token" => people::account::link::facilitate,
    post "/animer/:token" => people::account::link::become_one,
    get "/visite/:token" => people::account::link::visit,
    post "/visite/:token" => people::account::link::begin_visit,
}

/// The whole site, guarded.
pub fn site(site: Site, streams: Streams) -> Guarded<impl poem::Endpoint> {
    Guarded { pages: all().data(streams).boxed(), site }
}
