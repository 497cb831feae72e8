mod departure;
mod personal;
