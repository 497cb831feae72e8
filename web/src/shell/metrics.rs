//! Figures for Prometheus.
//!
//! Histograms gather as things happen (`app` and [`crate::shell::guard`] record them);
//! positions, queue and connections are looked at when asked.

use std::sync::OnceLock;
use std::time::Duration;

use app::App;
use app::engine::projector::edition::Status;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use migrations::DbError;

/// From a quarter of a millisecond to eight seconds, each twice the one before.
const SECONDS: [f64; 16] = [
    0.000_25, 0.000_5, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 0.512, 1.024,
    2.048, 4.096, 8.192,
];

/// From one event to the most in one transaction.
const SIZES: [f64; 10] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0];

/// What gathers, once for the whole program.
fn gathered() -> Option<&'static PrometheusHandle> {
    static GATHERED: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    let start = || {
        let seconds = Matcher::Suffix("_seconds".to_owned());
        let sizes = Matcher::Suffix("_size".to_owned());
        PrometheusBuilder::new()
            .set_buckets_for_metric(seconds, &SECONDS)
            .and_then(|builder| builder.set_buckets_for_metric(sizes, &SIZES))
            .and_then(PrometheusBuilder::install_recorder)
            .map_err(|error| tracing::warn!(%error, "no figures will be gathered"))
            .ok()
    };
    GATHERED.get_or_init(start).as_ref()
}

/// How often what was gathered is folded: between two folds every sample is kept.
const FOLD: Duration = Duration::from_secs(5);

/// Begins to gather; called once, in a runtime, before the site opens.
pub fn gather() {
    let Some(gathered) = gathered() else { return };
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(FOLD).await;
            gathered.run_upkeep();
        }
    });
}

/// Everything, as Prometheus reads it.
///
/// # Errors
/// When the database is away.
pub async fn text(app: &App) -> Result<String, DbError> {
    let health = app.health().await?;
    #[expect(clippy::cast_precision_loss, reason = "exact up to nine million billion events")]
    let number = |number: i64| number as f64;
    metrics::gauge!("sillage_log_position").set(number(health.head));
    metrics::gauge!("sillage_writer_queue")
        .set(f64::from(u32::try_from(health.waiting).unwrap_or(u32::MAX)));
    for projection in &health.projections {
        let labels = [
            ("projection", projection.name.clone()),
            ("version", projection.version.to_string()),
            ("edition", projection.edition.to_string()),
        ];
        let stopped = matches!(projection.status, Status::Stalled | Status::Halted);
        metrics::gauge!("sillage_projection_stopped", &labels).set(f64::from(u8::from(stopped)));
        metrics::gauge!("sillage_projection_position", &labels).set(number(projection.position));
        metrics::gauge!("sillage_projection_lag", &labels)
            .set(number(health.head - projection.position));
    }
    metrics::gauge!("sillage_streams_set_aside")
        .set(f64::from(u32::try_from(health.set_aside.len()).unwrap_or(u32::MAX)));
    let (open, idle) = app.connections();
    metrics::gauge!("sillage_connections", "state" => "open").set(f64::from(open));
    metrics::gauge!("sillage_connections", "state" => "idle").set(f64::from(idle));
    if let Some(answers) = health.replica {
        metrics::gauge!("sillage_replica_answers").set(f64::from(u8::from(answers)));
    }
    if let Some(gathered) = gathered() {
        gathered.run_upkeep();
        return Ok(gathered.render());
    }
    Ok(String::new())
}
