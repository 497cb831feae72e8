//! Hours as people of one place live them: its time zone, through both changes of clock.
//!
//! Instants are microseconds since 1970, UTC, everywhere; this is the one file that knows
//! what a clock on a wall shows.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveDateTime, Offset as _, TimeZone as _};
use chrono_tz::Tz;

/// The time zone of a place, by its name in the IANA database: `America/Montreal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(Tz);

impl Default for Zone {
    fn default() -> Self {
        Self(Tz::America__Montreal)
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0.name())
    }
}

impl FromStr for Zone {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let zone: Tz = name.parse().map_err(|_| {
            format!("{name} : fuseau horaire inconnu · unknown time zone (America/Montreal, Europe/Paris…)")
        })?;
        Ok(Self(zone))
    }
}

impl Zone {
    /// Its name in the IANA database.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// What a clock shows here at an instant.
    pub fn local(self, micros: i64) -> DateTime<Tz> {
        let at = self.0.timestamp_micros(micros).earliest();
        at.unwrap_or_else(|| DateTime::UNIX_EPOCH.with_timezone(&self.0))
    }

    /// The instant when a clock here shows `minutes` since midnight on `day`. An hour that
    /// comes twice, when clocks go back, is the first of the two; one that never comes, when
    /// they go forward, is as much later as they jump: 2:30 is 3:30. `None` outside the days
    /// that can be counted.
    pub fn instant(self, day: NaiveDate, minutes: i64) -> Option<i64> {
        let written =
            day.and_hms_opt(0, 0, 0)?.checked_add_signed(chrono::TimeDelta::minutes(minutes))?;
        let at = self.0.from_local_datetime(&written).earliest();
        Some(at.map_or_else(|| self.after_jump(written), |at| at.timestamp_micros()))
    }

    /// A time of day that was jumped over, told by the clock of the day before.
    fn after_jump(self, written: NaiveDateTime) -> i64 {
        let before = self
            .0
            .offset_from_utc_datetime(&written.checked_sub_days(Days::new(1)).unwrap_or(written))
            .fix();
        written.and_utc().timestamp_micros() - i64::from(before.local_minus_utc()) * 1_000_000
    }

    /// Of an hour that comes twice, whether this is the first time; `None` for all others.
    pub fn is_first_of_two(self, micros: i64) -> Option<bool> {
        let local = self.local(micros);
        let both = self.0.from_local_datetime(&local.naive_local());
        let (first, last) = (both.earliest()?, both.latest()?);
        (first != last).then_some(local == first)
    }

    /// The first moment of a day written `2026-03-01`, `days` later; `None` when it is not a
    /// day.
    pub fn start_of_day(self, written: &str, days: u64) -> Option<i64> {
        let day: NaiveDate = written.trim().parse().ok()?;
        self.instant(day.checked_add_days(Days::new(days))?, 0)
    }

    /// The instant of a day written `2026-03-01` and an hour written `18:30`, as fields of
    /// forms send them; `None` when one of them is not.
    pub fn written(self, day: &str, hour: &str) -> Option<i64> {
        self.instant(day.trim().parse().ok()?, minutes_of(hour)?)
    }

    /// The day an instant is in, here: `2026-03-01`.
    pub fn date_of(self, micros: i64) -> String {
        self.local(micros).date_naive().to_string()
    }

    /// An instant as machines read it, with its offset: `2026-03-01T18:30:00-05:00`.
    pub fn machine_time(self, micros: i64) -> String {
        self.local(micros).to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
    }

    /// An instant as spreadsheets read a time: `2026-03-01 18:30:00`.
    pub fn table_time(self, micros: i64) -> String {
        self.local(micros).format("%Y-%m-%d %H:%M:%S").to_string()
    }

    /// This month and those before it, `count` of them: its year, its number, its first
    /// moment.
    pub fn months(self, now: i64, count: usize) -> Vec<(i32, u32, i64)> {
        let this = self.local(now);
        let mut months = Vec::with_capacity(count);
        let (mut year, mut month) = (this.year(), this.month());
        while months.len() < count {
            let first = NaiveDate::from_ymd_opt(year, month, 1);
            months.push((year, month, first.and_then(|day| self.instant(day, 0)).unwrap_or(now)));
            (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
        }
        months
    }
}

/// The minutes since midnight of an hour written `18:30`, or `18:30:00` as some browsers
/// send it; `None` when it is not one.
pub fn minutes_of(written: &str) -> Option<i64> {
    let mut parts = written.trim().split(':');
    let mut next = || parts.next()?.parse::<i64>().ok();
    let (hour, minute) = (next()?, next()?);
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::Zone;

    fn utc(zone: Zone, day: &str, hour: &str) -> String {
        let at = zone.written(day, hour).unwrap();
        chrono::DateTime::from_timestamp_micros(at).unwrap().format("%Y-%m-%dT%H:%M").to_string()
    }

    #[test]
    fn hours_hold_through_both_changes_of_clock() {
        let here = Zone::default();
        for (day, hour, meant) in [
            ("2027-11-07", "14:00", "2027-11-07T19:00"),
            ("2027-11-07", "00:30", "2027-11-07T04:30"),
            ("2027-11-07", "01:30", "2027-11-07T05:30"),
            ("2027-11-07", "02:00", "2027-11-07T07:00"),
            ("2027-03-14", "14:00", "2027-03-14T18:00"),
            ("2027-03-14", "23:30", "2027-03-15T03:30"),
            ("2027-03-14", "01:59", "2027-03-14T06:59"),
            ("2027-03-14", "02:30", "2027-03-14T07:30"),
            ("2027-03-14", "03:00", "2027-03-14T07:00"),
            ("2027-07-01", "18:30:00", "2027-07-01T22:30"),
        ] {
            assert_eq!(utc(here, day, hour), meant, "{day} {hour}");
        }
        let gap = here.written("2027-03-14", "02:30").unwrap();
        assert_eq!(here.machine_time(gap), "2027-03-14T03:30:00-04:00");
    }

    #[test]
    fn other_places_have_other_hours() {
        for (zone, day, hour, meant) in [
            ("America/St_Johns", "2027-03-14", "02:30", "2027-03-14T06:00"),
            ("Australia/Lord_Howe", "2027-10-03", "02:15", "2027-10-02T15:45"),
            ("Europe/Paris", "2027-10-31", "02:30", "2027-10-31T00:30"),
            ("America/Havana", "2027-03-14", "00:00", "2027-03-14T05:00"),
            ("Pacific/Apia", "2027-01-01", "00:00", "2026-12-31T11:00"),
        ] {
            assert_eq!(utc(zone.parse().unwrap(), day, hour), meant, "{zone} {day} {hour}");
        }
        assert!("Mars/Olympus".parse::<Zone>().is_err());
    }

    #[test]
    fn an_hour_that_comes_twice_is_known() {
        let here = Zone::default();
        let first = here.written("2027-11-07", "01:30").unwrap();
        assert_eq!(here.is_first_of_two(first), Some(true));
        assert_eq!(here.is_first_of_two(first + 3_600_000_000), Some(false));
        assert_eq!(here.is_first_of_two(first + 7_200_000_000), None);
    }

    #[test]
    fn what_is_no_hour_and_no_day_is_refused() {
        let here = Zone::default();
        for (day, hour) in [
            ("2027-02-30", "10:00"),
            ("2027-02-28", "24:00"),
            ("", "10:00"),
            ("2027-02-28", ""),
            ("2027-02-28", "10"),
            ("2027-02-28", "-1:00"),
        ] {
            assert_eq!(here.written(day, hour), None, "{day} {hour}");
        }
        assert_eq!(here.start_of_day("9999999-01-01", 0), None);
    }
}
