/** Lower case, digits and hyphens; empty for a title that has none of the letters an address keeps. */
export function slugOf(title: string, longest = 80): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')
}
