//! What answers at each address. If it is not here, it does not exist.
//!
//! The addresses are in `shell::address`; a handler begins with who may come
//! ([`crate::shell::handler::Rights`]), or does not compile into this table. The tests read the
//! same list ([`TABLE`]), and knock on every door as every kind of visitor.

use poem::{EndpointExt as _, Route, get, post};

use crate::shell::about;
use crate::shell::address::{pattern, routed};
use crate::shell::guard::Guarded;
use crate::shell::handler::page;
use crate::shell::sse::Streams;
use crate::shell::state::Site;
use crate::workshops::{after, capture, console, join, list, path, prepare};
use crate::{notes, people};

macro_rules! routes {
    ($($address:ident $($method:ident => $handler:path),+;)*) => {
        /// Every method and the pattern of its address.
        pub const TABLE: &[(&str, &str)] =
            &[$($((stringify!($method), pattern::$address),)+)*];

        fn all() -> Route {
            Route::new()$(.at(routed(pattern::$address), routes!(@methods $($method => $handler),+)))*
        }
    };
    (@methods $first:ident => $handler:path $(, $method:ident => $more:path)*) => {
        $first(page($handler))$(.$method(page($more)))*
    };
}

routes! {
    home get => notes::home::show;
    notes get => notes::home::all;
    search get => notes::search::show;
    language post => about::language;
    recorded get => about::recorded;
    source get => about::source;
    health get => about::health;
    metrics get => about::metrics;
    asset get => about::asset;
    worker get => about::worker;

    codes get => join::code::type_code;
    door get => join::show, post => join::enter;
    path get => path::resume;
    step get => path::show, post => path::act;
    step_done post => path::be_done;
    clean_up get => path::clean_up::show, post => path::clean_up::leave;
    cleaned_up post => path::clean_up::remove;
    hand get => path::hand::show, post => path::hand::raise;
    hand_lowered post => path::hand::lower;
    draft_shown post => path::hand::show_draft;
    draft_hidden post => path::hand::hide_draft;
    wall get => path::wall::show, post => path::wall::answer;
    pulse get => path::poll::show, post => path::poll::think;
    upload get => path::upload::back, post => path::upload::take;
    uploaded get => path::upload::serve;
    end get => path::end::show;
    news post => path::thank::keep_news;
    look get => path::preview::show, post => path::preview::answer;
    look_asked post => path::preview::ask;
    look_withdrawn post => path::preview::withdraw;
    scribe get => path::dictate::show, post => path::dictate::begin;
    scribe_end post => path::dictate::end;
    scribe_alone post => path::dictate::alone;
    here post => path::moved::here;
    calendar get => path::session::calendar;
    screen get => console::screen::show;
    screen_stream get => console::screen::direct;

    workshops get => list::list, post => prepare::plan::create;
    new_workshop get => prepare::plan::new;
    new_kit post => prepare::plan::bring_kit;
    compared_workshops get => after::report::compare::show;
    definitions get => after::report::definitions::show;
    workshop get => prepare::overview::show;
    kit get => prepare::overview::kit;
    rehearsal post => prepare::overview::rehearse;
    script get => prepare::script::show, post => prepare::script::arrange;
    script_added post => prepare::script::add;
    script_reset post => prepare::script::reset;
    script_up post => prepare::script::move_up;
    script_down post => prepare::script::move_down;
    script_out post => prepare::script::take_out;
    roles get => console::roles::show, post => console::roles::take_back;
    role_link post => console::roles::make_link;
    role_mandate post => console::roles::keep_mandate;
    role get => console::roles::offered, post => console::roles::take;
    printout get => prepare::printout::show;
    sheet get => capture::list::show, post => capture::list::add;
    sheet_photos post => capture::photos::keep;
    sheet_photo get => capture::photos::serve;
    item get => capture::item::show, post => capture::item::save;
    item_dropped post => capture::item::set_aside;
    item_restored post => capture::item::bring_back;
    item_merged post => capture::item::merge;
    synthesis post => capture::synthesis::make;
    newsletter get => after::newsletter::show, post => after::newsletter::send;
    news_stopped get => after::newsletter::stop_page, post => after::newsletter::stop_it;
    replay get => after::replay::show;
    report get => after::report::show;
    report_csv get => after::report::export::as_csv;
    report_json get => after::report::export::as_json;
    sources get => capture::synthesis::sources;
    introductions get => console::introductions::show;
    console get => console::show;
    console_stream get => console::direct;
    opening post => list::open;
    shutting post => list::close;
    places post => list::add_places;
    help post => console::actions::help;
    participant get => console::person::show, post => console::person::encourage;
    participant_step post => console::person::propose_step;
    wall_asked post => console::actions::ask_for_wall;
    participant_merged post => console::person::merge;
    pace post => console::actions::pace;
    pace_item post => console::actions::start_item;
    pace_extended post => console::actions::extend_item;
    scene post => console::actions::scene;
    announcement post => console::actions::announce;
    admission post => console::actions::admit;
    presence post => console::actions::add;
    entrance post => console::door::set;
    entrance_code post => console::door::renew_code;
    admission_of_all post => console::door::let_all_in;
    participant_out post => console::door::send_out;
    participant_back post => console::door::bring_back;
    closing get => after::closing::show, post => after::closing::keep;
    closed post => after::closing::close;

    note get => notes::show::show;
    reading post => notes::reading::open;
    like post => notes::reading::like;
    unlike post => notes::reading::unlike;
    note_thanks post => notes::gestures::thank;
    publication post => notes::gestures::publish;
    taking_back post => notes::gestures::take_back;
    links get => notes::link::choose, post => notes::link::act;
    unlinking post => notes::link::part;
    editor get => notes::write::edit;
    revision post => notes::write::save;
    unsaved post => notes::unsaved::keep;
    history get => notes::history::show;
    version get => notes::version::show;
    comparison get => notes::compare::show;
    restoration post => notes::version::restore;
    history_atom get => notes::feed::atom;
    history_json get => notes::feed::json;
    archive get => notes::archive::archive;
    version_name post => notes::version::call;
    version_thanks post => notes::version::thank;
    undoing get => notes::undo::show, post => notes::undo::act;
    hiding get => notes::moderate::hide, post => notes::moderate::hide_it;
    moderation get => notes::moderate::withdraw, post => notes::moderate::withdraw_it;
    erasure get => notes::moderate::erase, post => notes::moderate::erase_it;
    sentence get => notes::authors::of_sentence;
    film get => notes::film::show;
    variant get => notes::variant::show, post => notes::variant::act;
    typo get => notes::typo::show, post => notes::typo::act;
    suggestion get => notes::typo::suggested, post => notes::typo::answer;
    paste post => notes::write::paste;

    me get => people::me::show;
    words post => people::account::settings::renew_words;
    account get => people::account::settings::show;
    account_name post => people::account::settings::rename;
    account_email post => people::account::settings::change_address;
    account_password post => people::account::settings::change_password;
    account_sessions post => people::account::settings::end_sessions;
    claim get => people::account::claim::show, post => people::account::claim::claim;
    resume get => people::account::resume, post => people::account::resume_with;
    sign_in get => people::account::sign_in, post => people::account::sign_in_with;
    sign_in_code get => people::account::ask_code, post => people::account::use_code;
    sign_out post => people::account::sign_out;
    facilitate get => people::account::link::facilitate, post => people::account::link::become_one;
    visit get => people::account::link::visit, post => people::account::link::begin_visit;
}

/// The whole site, guarded.
pub fn site(site: Site, streams: Streams) -> Guarded<impl poem::Endpoint> {
    Guarded { pages: all().data(streams).boxed(), site }
}
