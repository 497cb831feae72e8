//! The lines that would otherwise stand at the end of every aggregate.

/// An aggregate of ours, and how its streams are kept.
pub trait Stream: cqrs_es::Aggregate<Services = ()> + Clone {
    /// The shape of its snapshots, raised whenever its fields change; `None` for
    /// aggregates whose streams stay short and are loaded whole.
    const SNAPSHOT: Option<i64>;
}

/// Makes a type with `decide` (a command gives events, or an error) and `evolve` (an event changes
/// the state) a cqrs-es aggregate.
macro_rules! aggregate {
    ($aggregate:ty, $type:literal) => {
        crate::core::event_sourced::aggregate!($aggregate, $type, snapshot: None);
    };
    ($aggregate:ty, $type:literal, snapshot: $snapshot:expr) => {
        impl crate::core::event_sourced::Stream for $aggregate {
            const SNAPSHOT: Option<i64> = $snapshot;
        }

        impl cqrs_es::Aggregate for $aggregate {
            const TYPE: &'static str = $type;
            type Command = Command;
            type Event = Event;
            type Error = Error;
            type Services = ();

            async fn handle(
                &mut self,
                command: Command,
                (): &(),
                sink: &cqrs_es::event_sink::EventSink<Self>,
            ) -> Result<(), Error> {
                // All events of one command are decided from the same state.
                for event in self.decide(command)? {
                    sink.write(event, self).await;
                }
                Ok(())
            }

            fn apply(&mut self, event: Event) {
                self.evolve(event);
            }
        }

        impl cqrs_es::DomainEvent for Event {
            fn event_type(&self) -> String {
                self.as_ref().to_owned()
            }

            fn event_version(&self) -> String {
                crate::core::upcast::current($type, self.as_ref()).to_string()
            }
        }
    };
}

pub(crate) use aggregate;

/// The event, unless what it says is so already.
pub(crate) fn unless<E>(is_so: bool, event: E) -> Vec<E> {
    if is_so { vec![] } else { vec![event] }
}
