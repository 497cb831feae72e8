mod departure;
mod keeping;
mod passage;
mod personal;
