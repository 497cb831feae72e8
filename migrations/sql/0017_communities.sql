-- The link of a community that its stewards give to whoever they like: its secret, as they see it
-- again on their page. It is changed by being written over, and opens nothing after a while.
create table community_links (
    community  text  not null primary key,
    token      text  not null,
    expires_at {i64} not null
) {strict};
create unique index community_links_token on community_links (token);
