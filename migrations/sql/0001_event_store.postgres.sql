-- Our writer gives each event its position. A stock cqrs-es writer does not know
-- of positions: this gives it one, under the same lock, so that the log stays
-- open to every cqrs-es tool. An engine without triggers can do without it.
create function give_position() returns trigger language plpgsql as $$
begin
    update log_head set position = position + 1 where log = 0 returning position into new.position;
    new.recorded_at := coalesce(
        new.recorded_at, cast(extract(epoch from clock_timestamp()) * 1000000 as bigint));
    return new;
end $$;
create trigger give_position before insert on events
    for each row when (new.position is null) execute function give_position();

-- Hot single rows: leave room on their page, vacuum them often.
alter table log_head set (fillfactor = 50, autovacuum_vacuum_threshold = 1000,
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);
alter table projections set (fillfactor = 50, autovacuum_vacuum_threshold = 1000,
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);
