create table p_wake (
    subject text  not null,
    day     {i64} not null,
    ripple  text  not null,
    count   {i64} not null,
    first_at {i64} not null,
    primary key (subject, day, ripple)
) {strict};
create table p_wake_note (
    note       text not null primary key,
    workshop   text,
    visibility text not null
) {strict};
