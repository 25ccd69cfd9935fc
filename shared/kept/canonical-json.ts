/** JSON text that is the same for values that say the same: the names of each object are in order. */
export function canonicalJson(value: unknown): string {
  // Only a function or `undefined` on its own has no text, and neither comes out of JSON or a database.
  return JSON.stringify(value, (_name, part: unknown) => (isObject(part) ? inOrder(part) : part)) ?? 'null'
}

function inOrder(object: object): object {
  return Object.fromEntries(Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)))
}

function isObject(part: unknown): part is object {
  return typeof part === 'object' && part !== null && !Array.isArray(part)
}
