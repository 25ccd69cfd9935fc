declare const content: unique symbol

/**
 * A value as JSON text. What only passes through on its way to a worker travels so: text is copied, where an object
 * of many parts is walked through at each crossing.
 */
export type Packed<Value> = string & { readonly [content]: Value }

/** The text of what is sent on as it came. */
const texts = new WeakMap<object, string>()

/** A property of `value` that came out of `unpackToPassOn` or `passedOn` goes in as the text it came from. */
export function pack<Value>(value: Value): Packed<Value> {
  if (!isRecord(value) || !Object.values(value).some(hasText)) return JSON.stringify(value) as Packed<Value>
  const properties = Object.entries(value).flatMap(([name, property]) => {
    const text = hasText(property) ? texts.get(property) : JSON.stringify(property)
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`]
  })
  return `{${properties.join(',')}}` as Packed<Value>
}

/** What this app packed itself; text from anywhere else is parsed by a schema. */
export function unpack<Value>(packed: Packed<Value>): Value {
  return JSON.parse(packed)
}

/** The same for what will be packed again as a part of something else. It must not be changed meanwhile. */
export function unpackToPassOn<Value extends object>(packed: Packed<Value>): Value {
  return passedOn(unpack(packed), packed)
}

/** The same for what was read as JSON text from somewhere else, and says what the text says. */
export function passedOn<Value extends object>(value: Value, text: string): Value {
  texts.set(value, text)
  return value
}

function hasText(value: unknown): value is object {
  return typeof value === 'object' && value !== null && texts.has(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
