// Addresses are made links by the site, not on the surface.
export default function none() { return {}; }
