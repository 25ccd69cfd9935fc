import { placesPerShelf } from './shelf-codec.ts'

/**
 * Divides `placesPerShelf`, so that a block never lies across two shelves. A page of 100 episodes writes 2 or 3 blocks of
 * 64, and 7 or 8 of 16, for which it takes half as long again; larger ones are not faster, and opening an episode reads
 * one (about 150 kB).
 */
export const placesPerBlock = 64

/** A place is counted across all shelves of a podcast, from 0. */
export const shelfOf = (place: number): number => Math.floor(place / placesPerShelf)
export const positionOnShelf = (place: number): number => place % placesPerShelf
export const blockOf = (place: number): number => Math.floor(place / placesPerBlock)
export const firstPlaceOfShelf = (shelf: number): number => shelf * placesPerShelf
export const firstPlaceOfBlock = (block: number): number => block * placesPerBlock
export const positionInBlock = (place: number): number => place % placesPerBlock
