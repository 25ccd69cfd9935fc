/** JSON text that is the same for values that say the same: the names of each object are in order. */
export function canonicalJson(value: unknown): string {
  // Only a function or `undefined` on its own has no text, and neither comes out of JSON or a database.
  return JSON.stringify(inOrder(value)) ?? 'null'
}

/** A copy, which is written more than twice as fast as what asks for each part what to write. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(inOrder)
  if ('toJSON' in value && typeof value.toJSON === 'function') return inOrder(value.toJSON())
  const copy: Record<string, unknown> = {}
  const names = Object.keys(value).sort()
  // Setting this one would set no property.
  if (names.includes('__proto__')) return Object.fromEntries(names.map((name) => [name, partOf(value, name)]))
  for (const name of names) copy[name] = partOf(value, name)
  return copy
}

function partOf(value: object, name: string): unknown {
  return inOrder((value as Record<string, unknown>)[name])
}
