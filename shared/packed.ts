declare const content: unique symbol

/**
 * A value as JSON text. What only passes through on its way to a worker travels so: text is copied, where an object
 * of many parts is walked through at each crossing.
 */
export type Packed<Value> = string & { readonly [content]: Value }

export function pack<Value>(value: Value): Packed<Value> {
  return JSON.stringify(value) as Packed<Value>
}

/** What this app packed itself; text from anywhere else is parsed by a schema. */
export function unpack<Value>(packed: Packed<Value>): Value {
  return JSON.parse(packed)
}
