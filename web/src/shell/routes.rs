//! Every address of the site, written once: the function that makes it for a page, and what
//! answers there. If it is not here, it does not exist.
//!
//! Addresses are nouns, in French. A gesture is a noun too: one does not "publish a note", one
//! adds a *publication* to it. A handler begins with who may come
//! ([`crate::shell::handler::Rights`]), or does not compile into this table. The tests read the
//! same list ([`TABLE`]), and knock on every door as every kind of visitor.

use poem::{EndpointExt as _, Route, get, post};

use crate::shell::address::routed;
use crate::shell::guard::Guarded;
use crate::shell::handler::page;
use crate::shell::sse::Streams;
use crate::shell::state::Site;
use crate::shell::{about, gallery};
use crate::workshops::{after, capture, console, join, list, path, prepare};
use crate::{exchange, files, groups, notes, people};

/// From one line an address: its pattern, its function with an argument for each hole of the
/// pattern (ids, codes and words that need no escaping), and a handler for each method.
macro_rules! routes {
    ($(
        $address:ident($($hole:ident),*) $pattern:literal $($method:ident => $handler:path),+;
    )*) => {
        /// Every method and the pattern of its address.
        pub const TABLE: &[(&str, &str)] = &[$($((stringify!($method), $pattern),)+)*];

        /// The function that makes each address.
        pub mod function {
            use std::fmt::Display;

            $(routes!(@function $address($($hole),*) $pattern);)*
        }

        /// The pattern of each address, its holes in braces.
        #[allow(non_upper_case_globals, reason = "a pattern is called as its function is")]
        pub mod pattern {
            $(pub const $address: &str = $pattern;)*
        }

        fn all() -> Route {
            Route::new()$(.at(routed($pattern), routes!(@methods $($method => $handler),+)))*
        }
    };
    (@methods $first:ident => $handler:path $(, $method:ident => $more:path)*) => {
        $first(page($handler))$(.$method(page($more)))*
    };
    (@function $name:ident() $pattern:literal) => {
        #[doc = concat!("`", $pattern, "`")]
        pub const fn $name() -> &'static str {
            $pattern
        }
    };
    (@function $name:ident($($hole:ident),+) $pattern:literal) => {
        #[doc = concat!("`", $pattern, "`")]
        pub fn $name($($hole: impl Display),+) -> String {
            format!($pattern)
        }
    };
}

routes! {
    home() "/" get => notes::home::show;
    notes() "/notes" get => notes::home::all;
    any_note() "/notes/au-hasard" get => notes::home::at_random;
    new_note() "/notes/nouvelle" get => notes::new::show, post => notes::new::begin;
    search() "/recherche" get => notes::search::show;
    language() "/langue" post => about::language;
    recorded() "/ce-qui-est-enregistre" get => exchange::recorded::show;
    source() "/code-source" get => about::source;
    style() "/style" get => gallery::show;
    health() "/sante" get => about::health;
    metrics() "/metrics" get => about::metrics;
    asset(name) "/statique/{name}" get => about::asset;
    worker() "/travailleur.js" get => about::worker;

    codes() "/a" get => join::code::type_code;
    door(code) "/a/{code}" get => join::show, post => join::enter;
    path(code) "/a/{code}/parcours" get => path::resume;
    step(code, step) "/a/{code}/parcours/{step}" get => path::show, post => path::act;
    step_done(code, step) "/a/{code}/parcours/{step}/suite" post => path::be_done;
    clean_up(code) "/a/{code}/menage" get => path::clean_up::show, post => path::clean_up::leave;
    cleaned_up(code) "/a/{code}/menage/retrait" post => path::clean_up::remove;
    hand(code) "/a/{code}/main" get => path::hand::show, post => path::hand::raise;
    hand_lowered(code) "/a/{code}/main/baissee" post => path::hand::lower;
    draft_shown(code) "/a/{code}/main/brouillon" post => path::hand::show_draft;
    draft_hidden(code) "/a/{code}/main/brouillon/retrait" post => path::hand::hide_draft;
    wall(code) "/a/{code}/mur" get => path::wall::show, post => path::wall::answer;
    pulse(code) "/a/{code}/pouls" get => path::poll::show, post => path::poll::think;
    upload(code) "/a/{code}/matiere" get => path::upload::back, post => path::upload::take;
    uploaded(code, photo) "/a/{code}/matiere/{photo}" get => path::upload::serve;
    underway(code) "/a/{code}/en-route" get => path::underway::show;
    end(code) "/a/{code}/fin" get => path::end::show;
    news(code) "/a/{code}/suivi" post => path::thank::keep_news;
    look(code) "/a/{code}/regard" get => path::preview::show, post => path::preview::answer;
    look_asked(code) "/a/{code}/regard/demande" post => path::preview::ask;
    look_withdrawn(code) "/a/{code}/regard/retrait" post => path::preview::withdraw;
    scribe(code) "/a/{code}/scribe" get => path::dictate::show, post => path::dictate::begin;
    scribe_end(code) "/a/{code}/scribe/fin" post => path::dictate::end;
    scribe_alone(code) "/a/{code}/scribe/seul" post => path::dictate::alone;
    here(code) "/a/{code}/ici" post => path::moved::here;
    calendar(code) "/a/{code}/seance.ics" get => path::session::calendar;
    room_community(code) "/a/{code}/communaute" post => path::community::join;
    screen(code) "/a/{code}/ecran" get => console::screen::show;
    screen_stream(code) "/a/{code}/ecran/direct" get => console::screen::direct;

    communities() "/communautes" get => groups::list::show;
    new_community() "/communautes/nouvelle" get => groups::found::show, post => groups::found::found;
    community(community) "/communautes/{community}" get => groups::home::show;
    community_entrance(community) "/communautes/{community}/entree" post => groups::members::join;
    community_request(community) "/communautes/{community}/demande" post => groups::members::ask;
    community_request_back(community) "/communautes/{community}/demande/retrait" post => groups::members::withdraw;
    community_members(community) "/communautes/{community}/membres" get => groups::members::show;
    community_answer(community) "/communautes/{community}/membres/reponse" post => groups::members::answer;
    community_removal(community) "/communautes/{community}/membres/retrait" post => groups::members::remove;
    community_stewards(community) "/communautes/{community}/responsables" post => groups::members::name_steward;
    community_dismissal(community) "/communautes/{community}/responsables/fin" post => groups::members::dismiss;
    community_departure(community) "/communautes/{community}/depart" get => groups::members::departure, post => groups::members::leave;
    community_settings(community) "/communautes/{community}/reglages" get => groups::settings::show;
    community_about(community) "/communautes/{community}/presentation" post => groups::settings::about;
    community_mandate(community) "/communautes/{community}/mandat" post => groups::settings::mandate;
    community_places(community) "/communautes/{community}/lieux" post => groups::settings::places;
    community_doors(community) "/communautes/{community}/portes" post => groups::settings::set_doors;
    community_end(community) "/communautes/{community}/fin" post => groups::settings::end;
    community_reopening(community) "/communautes/{community}/reprise" post => groups::settings::reopen;
    community_link(community) "/communautes/{community}/lien" post => groups::invitation::make;
    community_link_back(community) "/communautes/{community}/lien/retrait" post => groups::invitation::remove;
    meetings(community) "/communautes/{community}/rencontres" get => groups::meetings::list::show;
    new_meeting(community) "/communautes/{community}/rencontres/nouvelle" get => groups::meetings::announce::show, post => groups::meetings::announce::announce;
    meeting(meeting) "/rencontres/{meeting}" get => groups::meetings::show::show;
    meeting_settings(meeting) "/rencontres/{meeting}/reglages" get => groups::meetings::settings::show, post => groups::meetings::settings::change;
    meeting_off(meeting) "/rencontres/{meeting}/annulation" post => groups::meetings::settings::call_off;
    meeting_on(meeting) "/rencontres/{meeting}/maintien" post => groups::meetings::settings::hold;
    meeting_presence(meeting) "/rencontres/{meeting}/presence" post => groups::meetings::presence::come;
    meeting_absence(meeting) "/rencontres/{meeting}/presence/retrait" post => groups::meetings::presence::stay_away;
    meeting_aim(meeting) "/rencontres/{meeting}/objectif" post => groups::meetings::presence::say_aim;
    meeting_words_erased(meeting) "/rencontres/{meeting}/effacement" get => exchange::passage::show_meeting, post => exchange::passage::erase_meeting;
    meeting_files(meeting) "/rencontres/{meeting}/fichiers" get => files::list::show, post => files::list::add;
    meeting_calendar(meeting) "/rencontres/{meeting}/rencontre.ics" get => groups::meetings::show::calendar;
    meeting_sheet(meeting) "/rencontres/{meeting}/releve" get => groups::meetings::sheet::show, post => groups::meetings::sheet::add;
    meeting_item(meeting, item) "/rencontres/{meeting}/releve/{item}" get => groups::meetings::sheet::line, post => groups::meetings::sheet::save;
    meeting_item_dropped(meeting, item) "/rencontres/{meeting}/releve/{item}/mise-de-cote" post => groups::meetings::sheet::set_aside;
    meeting_item_restored(meeting, item) "/rencontres/{meeting}/releve/{item}/retour" post => groups::meetings::sheet::bring_back;
    meeting_item_merged(meeting, item) "/rencontres/{meeting}/releve/{item}/fusion" post => groups::meetings::sheet::merge;
    meeting_synthesis(meeting) "/rencontres/{meeting}/synthese" post => groups::meetings::sheet::synthesise;
    meeting_sources(meeting) "/rencontres/{meeting}/sources" get => groups::meetings::sheet::sources;
    mandates(community) "/communautes/{community}/mandats" get => groups::mandates::list::show, post => groups::mandates::give::give;
    new_mandate(community) "/communautes/{community}/mandats/nouveau" get => groups::mandates::give::show;
    mandates_csv(community) "/communautes/{community}/mandats.csv" get => groups::mandates::list::as_csv;
    mandate(mandate) "/mandats/{mandate}" get => groups::mandates::show::show, post => groups::mandates::show::change;
    mandate_time(mandate) "/mandats/{mandate}/heures" post => groups::mandates::time::note;
    mandate_time_out(mandate) "/mandats/{mandate}/heures/retrait" post => groups::mandates::time::remove;
    mandate_end(mandate) "/mandats/{mandate}/fin" post => groups::mandates::show::end;
    mandate_again(mandate) "/mandats/{mandate}/reprise" post => groups::mandates::show::resume;
    community_joined(token) "/rejoindre/{token}" get => groups::invitation::offered, post => groups::invitation::take;

    workshops() "/ateliers" get => list::list, post => prepare::plan::create;
    new_workshop() "/ateliers/nouveau" get => prepare::plan::new;
    new_kit() "/ateliers/trousse" post => prepare::plan::bring_kit;
    compared_workshops() "/ateliers/comparer" get => after::report::compare::show;
    definitions() "/definitions" get => after::report::definitions::show;
    workshop(id) "/ateliers/{id}" get => prepare::overview::show;
    kit(id) "/ateliers/{id}/trousse" get => prepare::overview::kit;
    rehearsal(id) "/ateliers/{id}/repetition" post => prepare::overview::rehearse;
    script(id) "/ateliers/{id}/deroule" get => prepare::script::show, post => prepare::script::arrange;
    script_added(id) "/ateliers/{id}/deroule/ajout" post => prepare::script::add;
    script_reset(id) "/ateliers/{id}/deroule/remise" post => prepare::script::reset;
    script_up(id, at) "/ateliers/{id}/deroule/{at}/montee" post => prepare::script::move_up;
    script_down(id, at) "/ateliers/{id}/deroule/{at}/descente" post => prepare::script::move_down;
    script_out(id, at) "/ateliers/{id}/deroule/{at}/retrait" post => prepare::script::take_out;
    roles(id) "/ateliers/{id}/roles" get => console::roles::show, post => console::roles::take_back;
    role_link(id) "/ateliers/{id}/roles/lien" post => console::roles::make_link;
    role_mandate(id) "/ateliers/{id}/roles/mandat" post => console::roles::keep_mandate;
    workshop_files(id) "/ateliers/{id}/fichiers" get => files::list::show, post => files::list::add;
    room_mandates(id) "/ateliers/{id}/mandats" get => console::mandates::show, post => console::mandates::give;
    new_room_mandate(id) "/ateliers/{id}/mandats/nouveau" get => console::mandates::new;
    room_mandates_csv(id) "/ateliers/{id}/mandats.csv" get => console::mandates::as_csv;
    role(token) "/role/{token}" get => console::roles::offered, post => console::roles::take;
    poster(id) "/ateliers/{id}/affiche" get => prepare::poster::show;
    printout(id) "/ateliers/{id}/feuille" get => prepare::printout::show;
    sheet(id) "/ateliers/{id}/releve" get => capture::list::show, post => capture::list::add;
    sheet_photos(id) "/ateliers/{id}/photos" post => capture::photos::keep;
    sheet_photo(id, photo) "/ateliers/{id}/photos/{photo}" get => capture::photos::serve;
    item(id, item) "/ateliers/{id}/releve/{item}" get => capture::item::show, post => capture::item::save;
    item_dropped(id, item) "/ateliers/{id}/releve/{item}/mise-de-cote" post => capture::item::set_aside;
    item_restored(id, item) "/ateliers/{id}/releve/{item}/retour" post => capture::item::bring_back;
    item_merged(id, item) "/ateliers/{id}/releve/{item}/fusion" post => capture::item::merge;
    synthesis(id) "/ateliers/{id}/synthese" post => capture::synthesis::make;
    newsletter(id) "/ateliers/{id}/suivi" get => after::newsletter::show, post => after::newsletter::send;
    news_stopped(id, person, mark) "/nouvelles/{id}/{person}/{mark}" get => after::newsletter::stop_page, post => after::newsletter::stop_it;
    replay(id) "/ateliers/{id}/rejouer" get => after::replay::show;
    report(id) "/ateliers/{id}/bilan" get => after::report::show;
    report_csv(id) "/ateliers/{id}/bilan.csv" get => after::report::export::as_csv;
    report_json(id) "/ateliers/{id}/bilan.json" get => after::report::export::as_json;
    sources(id) "/ateliers/{id}/sources" get => capture::synthesis::sources;
    introductions(id) "/ateliers/{id}/tour-de-table" get => console::introductions::show;
    sheet_photo_out(id, photo) "/ateliers/{id}/photos/{photo}/retrait" post => capture::photos::delete;
    words_erased(id) "/ateliers/{id}/effacement" get => exchange::passage::show, post => exchange::passage::erase;
    console(id) "/ateliers/{id}/console" get => console::show;
    console_stream(id) "/ateliers/{id}/direct" get => console::direct;
    story(id) "/ateliers/{id}/recit" get => after::story::show;
    story_prepared(id) "/ateliers/{id}/recit/choix" get => after::story::prepared;
    story_shown(id) "/ateliers/{id}/recit/visibilite" post => after::story::choose;
    opening(id) "/ateliers/{id}/ouverture" post => list::open;
    shutting(id) "/ateliers/{id}/fermeture" post => list::close;
    places(id) "/ateliers/{id}/places" post => list::add_places;
    help(id, person) "/ateliers/{id}/mains/{person}" post => console::actions::help;
    participant(id, person) "/ateliers/{id}/salle/{person}" get => console::person::show, post => console::person::encourage;
    participant_step(id, person) "/ateliers/{id}/salle/{person}/etape" post => console::person::propose_step;
    wall_asked(id) "/ateliers/{id}/mur" post => console::actions::ask_for_wall;
    participant_merged(id, person) "/ateliers/{id}/salle/{person}/fusion" post => console::person::merge;
    pace(id) "/ateliers/{id}/rythme" post => console::actions::pace;
    pace_item(id) "/ateliers/{id}/rythme/depart" post => console::actions::start_item;
    pace_extended(id) "/ateliers/{id}/rythme/prolongation" post => console::actions::extend_item;
    scene(id) "/ateliers/{id}/scene" post => console::actions::scene;
    announcement(id) "/ateliers/{id}/annonce" post => console::actions::announce;
    admission(id, person) "/ateliers/{id}/admission/{person}" post => console::actions::admit;
    presence(id) "/ateliers/{id}/presence" post => console::actions::add;
    entrance(id) "/ateliers/{id}/porte" post => console::door::set;
    entrance_code(id) "/ateliers/{id}/porte/code" post => console::door::renew_code;
    admission_of_all(id) "/ateliers/{id}/admission" post => console::door::let_all_in;
    participant_out(id, person) "/ateliers/{id}/salle/{person}/sortie" post => console::door::send_out;
    participant_back(id, person) "/ateliers/{id}/salle/{person}/retour" post => console::door::bring_back;
    closing(id) "/ateliers/{id}/cloture" get => after::closing::show, post => after::closing::keep;
    closed(id) "/ateliers/{id}/cloture/fin" post => after::closing::close;

    note(note) "/notes/{note}" get => notes::show::show;
    reading(note) "/notes/{note}/lecture" post => notes::reading::open;
    like(note) "/notes/{note}/appreciation" post => notes::reading::like;
    unlike(note) "/notes/{note}/appreciation/retrait" post => notes::reading::unlike;
    note_thanks(note) "/notes/{note}/remerciements" post => notes::gestures::thank;
    publication(note) "/notes/{note}/publication" post => notes::gestures::publish;
    coauthors(note) "/notes/{note}/auteurs" get => notes::coauthors::show, post => notes::coauthors::invite;
    coauthor_left(note) "/notes/{note}/auteurs/depart" post => notes::coauthors::leave;
    invitation_back(note) "/notes/{note}/auteurs/invitation/retrait" post => notes::coauthors::uninvite;
    authorship_request(note) "/notes/{note}/auteurs/demande" post => notes::coauthors::ask;
    authorship_answer(note) "/notes/{note}/auteurs/reponse" post => notes::coauthors::answer;
    details(note) "/notes/{note}/fiche" get => notes::details::show, post => notes::details::save;
    conversations(note) "/notes/{note}/conversations" get => notes::conversations::show, post => notes::conversations::write;
    conversation(note, person) "/notes/{note}/conversations/{person}" get => notes::conversations::with, post => notes::conversations::answer;
    conversation_settled(note, person) "/notes/{note}/conversations/{person}/suite" post => notes::conversations::settle;
    openness(note) "/notes/{note}/ouverture" post => notes::coauthors::set_open;
    invitation(token) "/invitation/{token}" get => notes::coauthors::offered, post => notes::coauthors::take;
    readers(note) "/notes/{note}/lecteurs" get => notes::audience::show, post => notes::audience::share;
    reader_out(note) "/notes/{note}/lecteurs/retrait" post => notes::audience::unshare;
    reader_link(note) "/notes/{note}/lecteurs/lien" post => notes::audience::link;
    reader_invitation(note) "/notes/{note}/lecteurs/invitation" post => notes::audience::invite;
    reading_link(token) "/lire/{token}" get => notes::audience::open;
    taking_back(note) "/notes/{note}/retrait" post => notes::gestures::take_back;
    links(note) "/notes/{note}/liens" get => notes::link::choose, post => notes::link::act;
    unlinking(note) "/notes/{note}/liens/retrait" post => notes::link::part;
    editor(note) "/notes/{note}/modifier" get => notes::write::edit;
    revision(note) "/notes/{note}/modification" post => notes::write::save;
    unsaved(note) "/notes/{note}/brouillon" post => notes::unsaved::keep;
    history(note) "/notes/{note}/historique" get => notes::history::show;
    version(note, number) "/notes/{note}/versions/{number}" get => notes::version::show;
    comparison(note) "/notes/{note}/comparer" get => notes::compare::show;
    restoration(note) "/notes/{note}/restauration" post => notes::version::restore;
    history_atom(note) "/notes/{note}/historique.atom" get => notes::feed::atom;
    history_json(note) "/notes/{note}/historique.json" get => notes::feed::json;
    archive(note) "/notes/{note}/export.zip" get => notes::archive::archive;
    version_name(note, number) "/notes/{note}/versions/{number}/nom" post => notes::version::call;
    version_thanks(note, number) "/notes/{note}/versions/{number}/remerciement" post => notes::version::thank;
    undoing(note, number) "/notes/{note}/versions/{number}/annulation" get => notes::undo::show, post => notes::undo::act;
    hiding(note, number) "/notes/{note}/versions/{number}/masquage" get => notes::moderate::hide, post => notes::moderate::hide_it;
    moderation(note) "/notes/{note}/moderation" get => notes::moderate::withdraw, post => notes::moderate::withdraw_it;
    erasure(note) "/notes/{note}/effacement" get => notes::erasure::show, post => notes::erasure::ask;
    erasure_of(note, erasure) "/notes/{note}/effacement/{erasure}" get => notes::erasure::decide;
    erasure_agreed(note, erasure) "/notes/{note}/effacement/{erasure}/accord" post => notes::erasure::agree;
    erasure_dropped(note, erasure) "/notes/{note}/effacement/{erasure}/abandon" post => notes::erasure::let_be;
    erasure_undone(note, erasure) "/notes/{note}/effacement/{erasure}/retour" post => notes::erasure::undo;
    hiding_answer(note, number) "/notes/{note}/versions/{number}/reponse" post => notes::moderate::answer;
    note_report(note) "/notes/{note}/signalement" get => notes::report::show, post => notes::report::send;
    reports() "/signalements" get => notes::report::waiting, post => notes::report::close;
    register() "/registre" get => notes::report::register;
    sentence(note, number) "/notes/{note}/phrases/{number}" get => notes::authors::of_sentence;
    film(note) "/notes/{note}/film" get => notes::film::show;
    note_files(note) "/notes/{note}/fichiers" get => files::list::show, post => files::list::add;
    note_file_placed(note, file) "/notes/{note}/fichiers/{file}/place" post => notes::place::place;
    file(file) "/fichiers/{file}" get => files::serve::serve;
    file_in_size(file, side) "/fichiers/{file}/taille/{side}" get => files::serve::in_size;
    file_page(file) "/fichiers/{file}/fiche" get => files::show::show, post => files::show::describe;
    file_out(file) "/fichiers/{file}/retrait" post => files::show::remove;
    file_objection(file) "/fichiers/{file}/opposition" post => files::show::object;
    file_agreed(file) "/fichiers/{file}/opposition/retrait" post => files::show::agree;
    file_settled(file) "/fichiers/{file}/opposition/suite" post => files::show::settle;
    variant(note, variant) "/notes/{note}/variantes/{variant}" get => notes::variant::show, post => notes::variant::act;
    typo(note) "/notes/{note}/coquille" get => notes::typo::show, post => notes::typo::act;
    suggestion(note, suggestion) "/notes/{note}/suggestions/{suggestion}" get => notes::typo::suggested, post => notes::typo::answer;
    paste() "/collage" post => notes::write::paste;

    me() "/moi" get => people::me::show;
    own_conversations() "/moi/conversations" get => notes::conversations::own;
    own_mandates() "/moi/mandats" get => groups::mandates::time::own;
    own_notes() "/moi/notes" get => people::me::notes::show;
    words() "/moi/mots" post => people::account::settings::renew_words;
    account() "/moi/compte" get => people::account::settings::show;
    account_name() "/moi/compte/nom" post => people::account::settings::rename;
    account_email() "/moi/compte/courriel" post => people::account::settings::change_address;
    account_password() "/moi/compte/mot-de-passe" post => people::account::settings::change_password;
    account_zone() "/moi/compte/fuseau" post => people::account::hours::choose;
    account_sessions() "/moi/compte/sessions" post => people::account::settings::end_sessions;
    own_data() "/moi/donnees" get => exchange::own_data::show;
    own_acts() "/moi/donnees/gestes" get => exchange::acts::show;
    own_readings() "/moi/donnees/lectures" get => exchange::readings::show, post => exchange::readings::erase;
    own_consents() "/moi/donnees/accords" get => exchange::consents::show, post => exchange::consents::change;
    own_lookers() "/moi/donnees/regards" get => exchange::lookers::show;
    own_files() "/moi/donnees/fichiers" get => files::own::show;
    own_photos() "/moi/donnees/photos" get => exchange::photos::show;
    own_photo(photo) "/moi/donnees/photos/{photo}" get => exchange::photos::serve;
    own_photo_out(photo) "/moi/donnees/photos/{photo}/retrait" post => exchange::photos::delete;
    own_reports() "/moi/signalements" get => notes::report::mine;
    own_file() "/moi/donnees/fichier" get => exchange::file::json;
    own_page() "/moi/donnees/page" get => exchange::file::page;
    name_withdrawal() "/moi/nom" get => exchange::departure::name, post => exchange::departure::withdraw_name;
    departure() "/moi/depart" get => exchange::departure::show, post => exchange::departure::leave;
    departure_undone() "/moi/depart/retour" post => exchange::departure::stay;
    claim() "/compte" get => people::account::claim::show, post => people::account::claim::claim;
    resume() "/reprendre" get => people::account::resume, post => people::account::resume_with;
    sign_in() "/connexion" get => people::account::sign_in, post => people::account::sign_in_with;
    sign_in_code() "/connexion/code" get => people::account::ask_code, post => people::account::use_code;
    sign_out() "/deconnexion" get => people::account::sign_out::show, post => people::account::sign_out::sign_out;
    facilitate(token) "/animer/{token}" get => people::account::link::facilitate, post => people::account::link::become_one;
    moderators() "/moderation" get => people::moderators::show, post => people::moderators::invite;
    moderator_dismissed() "/moderation/fin" post => people::moderators::dismiss;
    moderate(token) "/veiller/{token}" get => people::account::link::moderate, post => people::account::link::begin_moderating;
    visit(token) "/visite/{token}" get => people::account::link::visit, post => people::account::link::begin_visit;
}

/// The whole site, guarded.
pub fn site(site: Site, streams: Streams) -> Guarded<impl poem::Endpoint> {
    Guarded { pages: all().data(streams).boxed(), site }
}
