mod departure;
mod own_data;
