const longestPath = 1000

/** What is wrong with the name of a file in an archive; `null` when it stays inside of it on every system. */
export function pathFault(path: string): string | null {
  if (path === '' || path.length > longestPath) return 'a file without a usable name'
  const shown = `“${path.replace(/\p{Cc}/gu, '�').slice(0, 100)}”`
  if (/\p{Cc}/u.test(path)) return `a file with control characters in its name (${shown})`
  if (path.includes('\\')) return `a file with a backslash in its name (${shown})`
  if (/^\/|^[a-z]:/i.test(path)) return `a file outside of itself (${shown})`
  const parts = path.split('/')
  if (parts.includes('..')) return `a file outside of itself (${shown})`
  if (parts.includes('') || parts.includes('.')) return `a file without a usable name (${shown})`
  return null
}

/** Names that some file system takes for one. */
export function foldedPath(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase()
}
