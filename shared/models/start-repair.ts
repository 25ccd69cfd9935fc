/**
 * What was done to the page's database before it was opened, or since. `cut`: it is whole, but as it was some moments before its
 * last writes. `set-aside`: it could not be used, and an empty one is in its place.
 */
export type StartRepair = { kind: 'cut'; bytes: number } | { kind: 'set-aside' }
