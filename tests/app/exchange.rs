mod departure;
mod keeping;
mod personal;
