-- PostgreSQL keeps common values of each column in its statistics, out of reach of an erasure:
-- not those of what people are called, nor of what they write.
alter table people alter column name set statistics 0;
alter table people alter column email set statistics 0;
alter table people alter column login set statistics 0;
alter table departures alter column name set statistics 0;
alter table mailed_codes alter column name set statistics 0;
alter table mailed_codes alter column login set statistics 0;
alter table content alter column title set statistics 0;
alter table content alter column body set statistics 0;
alter table content alter column summary set statistics 0;
alter table drafts alter column title set statistics 0;
alter table drafts alter column body set statistics 0;
alter table sealed alter column title set statistics 0;
alter table sealed alter column body set statistics 0;
alter table sealed alter column summary set statistics 0;
