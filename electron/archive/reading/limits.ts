/** Readable files are three an episode. */
export const mostFiles = 300_000
/** The list of so many files. */
export const largestManifestBytes = 128 * 2 ** 20
/** A note of a million characters that JSON writes with six each, and room. */
export const longestLineBytes = 32 * 2 ** 20
/** Of all files together, deletions among them: many times what a life of listening brings. */
export const mostRows = 2_000_000
/** Of all files together, unpacked: they are only read through, so this keeps nothing but the person's patience. */
export const largestArchiveBytes = 16 * 2 ** 30
/** Text packs to a tenth; what packs to less than this part of it, and is large, is no library. */
export const mostPacked = 200
export const largeBytes = 512 * 2 ** 20
