//! Where bytes of files are: a folder by default, or storage of objects that speaks the protocol of
//! S3, so that several nodes share it. Each object is named by the SHA-256 of its bytes.

mod client;

use std::path::Path as FilePath;
use std::str::FromStr as _;
use std::sync::Arc;
use std::time::Duration;

use migrations::DbError;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{
    GetOptions, GetResult, ObjectStore, ObjectStoreExt as _, PutPayload, RetryConfig,
};

use crate::Settings;

/// How long one operation may take, its tries included: a page waits for it.
const PATIENCE: Duration = Duration::from_secs(12);

/// The fewest bytes a second that come or go, beyond [`PATIENCE`].
const SLOWEST: u64 = 500 * 1024;

/// How long so many bytes may take.
fn patience(length: u64) -> Duration {
    PATIENCE + Duration::from_secs(length / SLOWEST)
}

/// How often what failed is tried again.
const TRIES: usize = 2;

/// The folder, beside the database, where nothing else was said.
const FOLDER: &str = "fichiers";

/// Why it did not work.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such object.
    #[error("the object is not in the store")]
    Missing,
    /// It does not answer, or says no.
    #[error("the store of files is away: {0}")]
    Away(String),
}

impl From<object_store::Error> for StoreError {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Self::Missing,
            other => Self::Away(other.to_string()),
        }
    }
}

/// The address of the store of a commons: what its settings say, or a folder beside its keys or its
/// database, whichever is a file. `None` where neither is: a folder of one machine would not be that of another.
pub fn address(settings: &Settings) -> Option<String> {
    if let Some(address) = settings.files.address.as_ref().filter(|address| !address.is_empty()) {
        return Some(address.clone());
    }
    let is_file = |address: &&String| !address.starts_with("postgres");
    let beside = [&settings.database, &settings.keys].into_iter().find(is_file);
    let file = beside?.trim_start_matches("sqlite://");
    Some(FilePath::new(file).with_file_name(FOLDER).to_string_lossy().into_owned())
}

/// A store of objects. Cloning it is cheap.
#[derive(Clone, Default)]
pub struct Store {
    /// `None`: nobody said where; files wait in the database.
    objects: Option<Arc<dyn ObjectStore>>,
    /// What stands before the names of our objects.
    prefix: Path,
}

impl Store {
    /// Opens the store at `address`: a folder, which is made when something is put there; or
    /// `s3://bucket/prefix`, whose keys are in the environment (`AWS_ACCESS_KEY_ID`, …) or in the
    /// address (`?endpoint=…&region=…&access_key_id=…&secret_access_key=…`). Nothing is asked of it
    /// yet.
    ///
    /// # Errors
    /// When `address` cannot be one.
    pub fn open(address: &str) -> Result<Self, DbError> {
        let broken = |error: object_store::Error| DbError::Broken(Box::new(error));
        if !address.starts_with("s3://") {
            let folder = address.trim_start_matches("file://");
            migrations::private::make_folder(FilePath::new(folder))
                .map_err(|error| DbError::Broken(Box::new(error)))?;
            let local = LocalFileSystem::new_with_prefix(folder).map_err(broken)?;
            let objects: Arc<dyn ObjectStore> = Arc::new(local.with_fsync(true));
            return Ok(Self { objects: Some(objects), prefix: Path::default() });
        }
        let url = url::Url::parse(address).map_err(|error| DbError::Broken(Box::new(error)))?;
        let retry =
            RetryConfig { max_retries: TRIES, retry_timeout: PATIENCE, ..RetryConfig::default() };
        let mut builder = AmazonS3Builder::from_env()
            .with_url(format!("s3://{}", url.host_str().unwrap_or_default()))
            .with_retry(retry)
            .with_http_connector(client::Connector);
        for (key, value) in url.query_pairs() {
            let key = AmazonS3ConfigKey::from_str(&key).map_err(broken)?;
            let value = value.into_owned();
            if matches!(key, AmazonS3ConfigKey::Endpoint) && value.starts_with("http://") {
                builder = builder.with_allow_http(true);
            }
            builder = builder.with_config(key, value);
        }
        let objects: Arc<dyn ObjectStore> = Arc::new(builder.build().map_err(broken)?);
        let prefix = Path::parse(url.path()).map_err(|error| DbError::Broken(Box::new(error)))?;
        Ok(Self { objects: Some(objects), prefix })
    }

    /// Where the object of this hash is: no folder holds more than a 256th of them.
    fn place(&self, hash: &str) -> Path {
        let first = hash.get(..2).unwrap_or_default();
        self.prefix.clone().join(first).join(hash)
    }

    fn objects(&self) -> Result<&dyn ObjectStore, StoreError> {
        let nowhere = || StoreError::Away("nobody said where files are (FILES_URL)".to_owned());
        self.objects.as_deref().ok_or_else(nowhere)
    }

    async fn within<T>(
        length: u64,
        work: impl Future<Output = object_store::Result<T>> + Send,
    ) -> Result<T, StoreError> {
        match tokio::time::timeout(patience(length), work).await {
            Ok(done) => Ok(done?),
            Err(_) => Err(StoreError::Away("it does not answer".to_owned())),
        }
    }

    /// Puts an object there, whole or not at all; on the disk when it returns.
    ///
    /// # Errors
    /// [`StoreError::Away`].
    pub async fn put(&self, hash: &str, bytes: Vec<u8>) -> Result<(), StoreError> {
        let place = self.place(hash);
        let length = bytes.len() as u64;
        Self::within(length, self.objects()?.put(&place, PutPayload::from(bytes))).await?;
        Ok(())
    }

    /// An object, or the bytes of it between two places; its bytes are read as they are asked for.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn get(
        &self,
        hash: &str,
        range: Option<std::ops::Range<u64>>,
    ) -> Result<GetResult, StoreError> {
        let place = self.place(hash);
        let options = GetOptions { range: range.map(Into::into), ..GetOptions::default() };
        Self::within(0, self.objects()?.get_opts(&place, options)).await
    }

    /// An object, whole.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn whole(&self, hash: &str) -> Result<Vec<u8>, StoreError> {
        let found = self.get(hash, None).await?;
        Ok(Self::within(found.meta.size, found.bytes()).await?.to_vec())
    }

    /// Removes an object, which may be gone already.
    ///
    /// # Errors
    /// [`StoreError::Away`].
    pub async fn delete(&self, hash: &str) -> Result<(), StoreError> {
        let place = self.place(hash);
        // Where there is no store, nothing is in it.
        let Ok(objects) = self.objects() else { return Ok(()) };
        match Self::within(0, objects.delete(&place)).await {
            Err(StoreError::Missing) => Ok(()),
            other => other,
        }
    }
}
