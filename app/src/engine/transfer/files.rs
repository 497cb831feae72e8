//! Files in an exported log: what each is, a line each; their bytes travel beside it.

use std::fs::File;
use std::io::BufWriter;

use migrations::values;
use serde::{Deserialize, Serialize};

use super::{Line, PAGE, TransferError, put};
use crate::App;

/// One size of a file.
#[derive(Serialize, Deserialize)]
pub(super) struct Part {
    size: i64,
    hash: String,
    length: i64,
    width: i64,
    height: i64,
}

impl App {
    /// Writes a line for each file there is now.
    pub(super) async fn export_files(
        &self,
        out: &mut BufWriter<File>,
    ) -> Result<(), TransferError> {
        let mut after = String::new();
        loop {
            let sql = "select file, person, media_type, length, created_at from files
                where file > $1 and leaving = 0 order by file limit $2";
            let rows = self.primary.rows(sql, values![after.as_str(), PAGE]).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = last.cells().text();
            for row in &rows {
                let cells = row.cells();
                let (file, person, media_type) = (cells.text(), cells.text(), cells.text());
                let (length, created_at) = (cells.int(), cells.int());
                let parts = self.parts_of(&file).await?;
                put(out, &Line::File { file, person, media_type, length, created_at, parts })?;
            }
        }
    }

    async fn parts_of(&self, file: &str) -> Result<Vec<Part>, TransferError> {
        let sql = "select size, hash, length, width, height from file_parts
            where file = $1 order by size";
        let rows = self.primary.rows(sql, values![file]).await?;
        let read = |row: &migrations::Row| {
            let cells = row.cells();
            Part {
                size: cells.int(),
                hash: cells.text(),
                length: cells.int(),
                width: cells.int(),
                height: cells.int(),
            }
        };
        Ok(rows.iter().map(read).collect())
    }

    /// Takes a file that a line says; read twice, it is there once.
    pub(super) async fn import_file(&self, line: Line) -> Result<(), TransferError> {
        let Line::File { file, person, media_type, length, created_at, parts } = line else {
            return Ok(());
        };
        let mut tx = self.primary.begin().await?;
        let sql = "insert into files (file, person, media_type, length, created_at, source)
            values ($1, $2, $3, $4, $5, '') on conflict (file) do nothing";
        let row = values![file.as_str(), person, media_type, length, created_at];
        if tx.exec(sql, row).await? > 0 {
            let sql = "update files_total set length = length + $1 where one = 1";
            tx.exec(sql, values![length]).await?;
        }
        for part in parts {
            let Part { size, hash, length, width, height } = part;
            let sql = "insert into file_parts (file, size, hash, length, width, height)
                values ($1, $2, $3, $4, $5, $6) on conflict (file, size) do nothing";
            let row = values![file.as_str(), size, hash.as_str(), length, width, height];
            tx.exec(sql, row).await?;
            let sql = "insert into blobs (hash, length, kept_until, leaving) values ($1, $2, $3, 0)
                on conflict (hash) do nothing";
            tx.exec(sql, values![hash, length, i64::MAX]).await?;
        }
        Ok(tx.commit().await?)
    }
}
