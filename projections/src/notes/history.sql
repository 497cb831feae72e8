create table p_history (
    note           text  not null,
    revision       {i64} not null,
    by_person      text  not null,
    from_person    text  not null,
    content_id     text  not null,
    kind           text  not null,
    of_revision    {i64} not null,
    added          {i64} not null,
    removed        {i64} not null,
    blocks_added   {i64} not null,
    blocks_removed {i64} not null,
    blocks_changed {i64} not null,
    moved          {i64} not null,
    formatted      {i64} not null,
    links          {i64} not null,
    levels         {i64} not null,
    typos          {i64} not null,
    link_titles    {i64} not null,
    checked        {i64} not null,
    unchecked      {i64} not null,
    titles         {i64} not null,
    sources        {i64} not null,
    words          {i64} not null,
    joined         {i64} not null,
    split          {i64} not null,
    images         {i64} not null,
    headed         {i64} not null,
    unheaded       {i64} not null,
    only_typos     {i64} not null,
    at             {i64} not null,
    name_id        text  not null,
    hidden_text    {i64} not null,
    hidden_summary {i64} not null,
    hidden_author  {i64} not null,
    hidden_reason  text  not null,
    thanks         {i64} not null,
    offer_id       text  not null,
    offer_to       text  not null,
    primary key (note, revision)
) {strict};
create index p_history_content on p_history (note, content_id);
create index p_history_at on p_history (note, at);
create table p_revision_thanks (
    note      text  not null,
    revision  {i64} not null,
    by_person text  not null,
    at        {i64} not null,
    primary key (note, revision, by_person)
) {strict};
create table p_withdrawal (
    note      text  not null,
    at        {i64} not null,
    by_person text  not null,
    reason    text  not null,
    is_over   {i64} not null,
    primary key (note, at)
) {strict};
