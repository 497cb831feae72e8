mod departure;
mod erasure;
mod keeping;
mod passage;
mod personal;
mod replay;
