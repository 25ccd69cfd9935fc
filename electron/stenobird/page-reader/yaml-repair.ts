/** A key with its value on the same line, as an item of a list or not. */
const keyed =
  /^([ \t]*(?:-[ \t]+)?)("[^"\n]{1,60}"|'[^'\n]{1,60}'|[\p{L}_][\p{L}\p{N}_ -]{0,60}?)[ \t]*:(?:[ \t]+(.*))?$/u
const item = /^([ \t]*-[ \t]+)(.*)$/
const blockScalar = /^[|>][+-]?\d?[+-]?(?:[ \t]+#.*)?$/

/**
 * YAML of lines that are none, as programs write it that put `key: ` before any text: values that hold a colon, or
 * begin with a sign that means something, are quoted, and what is no entry at all is left out.
 */
export function withSoundScalars(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => soundLine(line.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', '  '))))
    .join('\n')
}

function soundLine(line: string): string {
  const [, indent = '', key, value = ''] = keyed.exec(line) ?? []
  if (key !== undefined) return `${indent}${key}: ${sound(value)}`
  const [, marker, words = ''] = item.exec(line) ?? []
  if (marker !== undefined) return `${marker}${sound(words)}`
  return /^(?:[ \t]|#|-$|[\]}"']|$)/.test(line) ? line : ''
}

function sound(given: string): string {
  const value = given.trim()
  if (value === '' || blockScalar.test(value) || isClosed(value, '"', '"') || isClosed(value, "'", "'"))
    return given
  if (isClosed(value, '[', ']') || isClosed(value, '{', '}')) return given
  const isPlain = !/^[\]}[{"'`*&!@%|>,?:-]/.test(value) && !/:(?:\s|$)/.test(value)
  return isPlain ? given : `'${value.replaceAll("'", "''")}'`
}

function isClosed(value: string, first: string, last: string): boolean {
  return value.length > 1 && value.startsWith(first) && value.endsWith(last)
}
