//! Files that go with what people do: a picture, a document or a sound, of a note, a meeting or a
//! workshop.

pub mod file;
