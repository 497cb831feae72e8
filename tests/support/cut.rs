//! A PostgreSQL that can go away: the site reaches it through a wire we can cut.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use crate::databases::{Engine, fresh};
use crate::site::Host;
use crate::world::World;

/// A site whose database can be cut off.
pub struct Cut {
    pub host: Host,
    open: Arc<AtomicBool>,
    wire: watch::Sender<u32>,
}

impl Cut {
    pub async fn on(engine: Engine) -> Option<Self> {
        let place = fresh(engine).await?;
        let (head, tail) = place.commons.split_once('@').unwrap();
        let (server, database) = tail.split_once('/').unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let through = format!("{head}@{}/{database}", listener.local_addr().unwrap());
        let open = Arc::new(AtomicBool::new(true));
        let (wire, cutting) = watch::channel(0);
        let (server, is_open) = (server.to_owned(), Arc::clone(&open));
        tokio::spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                if !is_open.load(Ordering::SeqCst) {
                    continue;
                }
                let (server, mut cutting) = (server.clone(), cutting.clone());
                tokio::spawn(async move {
                    let Ok(mut far) = TcpStream::connect(server).await else { return };
                    cutting.mark_unchanged();
                    tokio::select! {
                        _ = copy_bidirectional(&mut near, &mut far) => {}
                        _ = cutting.changed() => {}
                    }
                });
            }
        });
        let world = World::at(place, through).await;
        Some(Self { host: Host::of(world), open, wire })
    }

    /// Cuts every connection, and lets none through.
    pub fn away(&self) {
        self.open.store(false, Ordering::SeqCst);
        self.wire.send_modify(|count| *count += 1);
    }

    pub fn back(&self) {
        self.open.store(true, Ordering::SeqCst);
    }
}
