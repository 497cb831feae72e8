mod membership;
mod trace;
