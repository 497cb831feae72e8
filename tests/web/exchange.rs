mod departure;
mod own_data;
mod program;
