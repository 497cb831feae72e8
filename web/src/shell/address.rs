//! Every address of the site, written once: its pattern for the router, and the function that
//! makes it for a page. `shell::routes` says what answers at each.
//!
//! Addresses are nouns, in French. A gesture is a noun too: one does not "publish a note", one
//! adds a *publication* to it. The pieces are ids, codes and words that need no escaping.

use std::fmt::Display;

/// From one line an address: a pattern, and a function with an argument for each hole of it.
macro_rules! addresses {
    ($($name:ident($($hole:ident),*) $pattern:literal)*) => {
        $(addresses!(@function $name($($hole),*) $pattern);)*

        /// The pattern of each address, its holes in braces.
        #[allow(non_upper_case_globals, reason = "a pattern is called as its function is")]
        pub mod pattern {
            $(pub const $name: &str = $pattern;)*
        }
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

/// Whether `path` is one of the addresses that `pattern` stands for.
pub fn is_at(path: &str, pattern: &str) -> bool {
    let (mut parts, mut wanted) = (path.split('/'), pattern.split('/'));
    loop {
        match (parts.next(), wanted.next()) {
            (None, None) => return true,
            (Some(part), Some(want)) => {
                let fits = if want.starts_with('{') { !part.is_empty() } else { part == want };
                if !fits {
                    return false;
                }
            }
            (Some(_), None) | (None, Some(_)) => return false,
        }
    }
}

/// A pattern as the router writes it: `/notes/:note`.
pub fn routed(pattern: &str) -> String {
    pattern.replace('{', ":").replace('}', "")
}

addresses! {
    home() "/"
    notes() "/notes"
    search() "/recherche"
    language() "/langue"
    recorded() "/ce-qui-est-enregistre"
    source() "/code-source"
    health() "/sante"
    metrics() "/metrics"
    asset(name) "/statique/{name}"
    worker() "/travailleur.js"

    codes() "/a"
    door(code) "/a/{code}"
    path(code) "/a/{code}/parcours"
    step(code, step) "/a/{code}/parcours/{step}"
    step_done(code, step) "/a/{code}/parcours/{step}/suite"
    clean_up(code) "/a/{code}/menage"
    cleaned_up(code) "/a/{code}/menage/retrait"
    hand(code) "/a/{code}/main"
    hand_lowered(code) "/a/{code}/main/baissee"
    draft_shown(code) "/a/{code}/main/brouillon"
    draft_hidden(code) "/a/{code}/main/brouillon/retrait"
    wall(code) "/a/{code}/mur"
    pulse(code) "/a/{code}/pouls"
    upload(code) "/a/{code}/matiere"
    uploaded(code, photo) "/a/{code}/matiere/{photo}"
    end(code) "/a/{code}/fin"
    news(code) "/a/{code}/suivi"
    look(code) "/a/{code}/regard"
    look_asked(code) "/a/{code}/regard/demande"
    look_withdrawn(code) "/a/{code}/regard/retrait"
    scribe(code) "/a/{code}/scribe"
    scribe_end(code) "/a/{code}/scribe/fin"
    scribe_alone(code) "/a/{code}/scribe/seul"
    here(code) "/a/{code}/ici"
    calendar(code) "/a/{code}/seance.ics"
    screen(code) "/a/{code}/ecran"
    screen_stream(code) "/a/{code}/ecran/direct"

    workshops() "/ateliers"
    new_workshop() "/ateliers/nouveau"
    new_kit() "/ateliers/trousse"
    compared_workshops() "/ateliers/comparer"
    definitions() "/definitions"
    workshop(id) "/ateliers/{id}"
    kit(id) "/ateliers/{id}/trousse"
    rehearsal(id) "/ateliers/{id}/repetition"
    script(id) "/ateliers/{id}/deroule"
    script_added(id) "/ateliers/{id}/deroule/ajout"
    script_reset(id) "/ateliers/{id}/deroule/remise"
    script_up(id, at) "/ateliers/{id}/deroule/{at}/montee"
    script_down(id, at) "/ateliers/{id}/deroule/{at}/descente"
    script_out(id, at) "/ateliers/{id}/deroule/{at}/retrait"
    roles(id) "/ateliers/{id}/roles"
    role_link(id) "/ateliers/{id}/roles/lien"
    role_mandate(id) "/ateliers/{id}/roles/mandat"
    role(token) "/role/{token}"
    printout(id) "/ateliers/{id}/feuille"
    sheet(id) "/ateliers/{id}/releve"
    sheet_photos(id) "/ateliers/{id}/photos"
    sheet_photo(id, photo) "/ateliers/{id}/photos/{photo}"
    item(id, item) "/ateliers/{id}/releve/{item}"
    item_dropped(id, item) "/ateliers/{id}/releve/{item}/mise-de-cote"
    item_restored(id, item) "/ateliers/{id}/releve/{item}/retour"
    item_merged(id, item) "/ateliers/{id}/releve/{item}/fusion"
    synthesis(id) "/ateliers/{id}/synthese"
    newsletter(id) "/ateliers/{id}/suivi"
    news_stopped(id, person, mark) "/nouvelles/{id}/{person}/{mark}"
    replay(id) "/ateliers/{id}/rejouer"
    report(id) "/ateliers/{id}/bilan"
    report_csv(id) "/ateliers/{id}/bilan.csv"
    report_json(id) "/ateliers/{id}/bilan.json"
    sources(id) "/ateliers/{id}/sources"
    introductions(id) "/ateliers/{id}/tour-de-table"
    console(id) "/ateliers/{id}/console"
    console_stream(id) "/ateliers/{id}/direct"
    opening(id) "/ateliers/{id}/ouverture"
    shutting(id) "/ateliers/{id}/fermeture"
    places(id) "/ateliers/{id}/places"
    help(id, person) "/ateliers/{id}/mains/{person}"
    participant(id, person) "/ateliers/{id}/salle/{person}"
    participant_step(id, person) "/ateliers/{id}/salle/{person}/etape"
    participant_merged(id, person) "/ateliers/{id}/salle/{person}/fusion"
    participant_out(id, person) "/ateliers/{id}/salle/{person}/sortie"
    participant_back(id, person) "/ateliers/{id}/salle/{person}/retour"
    wall_asked(id) "/ateliers/{id}/mur"
    pace(id) "/ateliers/{id}/rythme"
    pace_item(id) "/ateliers/{id}/rythme/depart"
    pace_extended(id) "/ateliers/{id}/rythme/prolongation"
    scene(id) "/ateliers/{id}/scene"
    announcement(id) "/ateliers/{id}/annonce"
    admission(id, person) "/ateliers/{id}/admission/{person}"
    admission_of_all(id) "/ateliers/{id}/admission"
    presence(id) "/ateliers/{id}/presence"
    entrance(id) "/ateliers/{id}/porte"
    entrance_code(id) "/ateliers/{id}/porte/code"
    closing(id) "/ateliers/{id}/cloture"
    closed(id) "/ateliers/{id}/cloture/fin"

    note(note) "/notes/{note}"
    reading(note) "/notes/{note}/lecture"
    like(note) "/notes/{note}/appreciation"
    unlike(note) "/notes/{note}/appreciation/retrait"
    note_thanks(note) "/notes/{note}/remerciements"
    publication(note) "/notes/{note}/publication"
    taking_back(note) "/notes/{note}/retrait"
    links(note) "/notes/{note}/liens"
    unlinking(note) "/notes/{note}/liens/retrait"
    editor(note) "/notes/{note}/modifier"
    revision(note) "/notes/{note}/modification"
    unsaved(note) "/notes/{note}/brouillon"
    history(note) "/notes/{note}/historique"
    version(note, number) "/notes/{note}/versions/{number}"
    comparison(note) "/notes/{note}/comparer"
    restoration(note) "/notes/{note}/restauration"
    history_atom(note) "/notes/{note}/historique.atom"
    history_json(note) "/notes/{note}/historique.json"
    archive(note) "/notes/{note}/export.zip"
    version_name(note, number) "/notes/{note}/versions/{number}/nom"
    version_thanks(note, number) "/notes/{note}/versions/{number}/remerciement"
    undoing(note, number) "/notes/{note}/versions/{number}/annulation"
    hiding(note, number) "/notes/{note}/versions/{number}/masquage"
    moderation(note) "/notes/{note}/moderation"
    erasure(note) "/notes/{note}/effacement"
    sentence(note, number) "/notes/{note}/phrases/{number}"
    film(note) "/notes/{note}/film"
    variant(note, variant) "/notes/{note}/variantes/{variant}"
    typo(note) "/notes/{note}/coquille"
    suggestion(note, suggestion) "/notes/{note}/suggestions/{suggestion}"
    paste() "/collage"

    me() "/moi"
    words() "/moi/mots"
    account() "/moi/compte"
    account_name() "/moi/compte/nom"
    account_email() "/moi/compte/courriel"
    account_password() "/moi/compte/mot-de-passe"
    account_sessions() "/moi/compte/sessions"
    claim() "/compte"
    resume() "/reprendre"
    sign_in() "/connexion"
    sign_in_code() "/connexion/code"
    sign_out() "/deconnexion"
    facilitate(token) "/animer/{token}"
    visit(token) "/visite/{token}"
}
