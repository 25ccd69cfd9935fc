/** In bytes: many times the largest export that was seen. */
export const largestTable = 50_000_000
export const largestMarkdown = 10_000_000
export const largestOutline = 10_000_000
/** Of all files of one import. */
export const largestAll = 200_000_000
export const mostFiles = 20_000
export const mostNotes = 100_000
/** In characters of one note; what is longer is left out, as no program shows it. */
export const longestNote = 2_000_000
/** So long one import may be read, after which it is stopped. */
export const longestReadingMs = 120_000

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000).toLocaleString('en')} MB`
