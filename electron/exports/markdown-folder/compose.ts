import { frontMatter } from '../../../shared/formats/front-matter.ts'
import { digestOf } from './digest.ts'
import { frontMatterText } from './front-matter-text.ts'
import { isAsWritten, type MarkedText, markedText, newEnd, textOf, withoutMarkers } from './markers.ts'
import { digestsOfAll, mergeProperties, type Properties } from './merge-properties.ts'

/** What Earmark has to say of an episode. */
export type Fresh = {
  properties: Properties
  /** Markdown, with `\n` at the ends of its lines. */
  part: string
}

/** What is to become of a file that is there. */
export type Composed =
  | { kind: 'changed'; bytes: Buffer }
  | { kind: 'same' }
  /** Nobody but the person may write to it. */
  | { kind: 'theirs'; why: 'edited' | 'markers' | 'encoding' }

/** A file that is not there yet. */
export function composeNew({ properties, part: given }: Fresh): Buffer {
  const part = withoutMarkers(given)
  const text = textOf({
    before: `${frontMatter(properties)}\n`,
    part,
    written: { part: digestOf(part, 16), properties: digestsOfAll(properties) },
    lineEnd: '\n',
    after: newEnd,
  })
  return Buffer.from(text)
}

/** All outside of Earmark's part and properties stays to the byte. */
export function compose(existing: Buffer, { properties, part: given }: Fresh): Composed {
  const text = decoded(existing)
  if (text === null) return { kind: 'theirs', why: 'encoding' }
  const marked = markedText(text)
  if (marked === null) return { kind: 'theirs', why: 'markers' }
  const part = withoutMarkers(given)
  const digest = digestOf(part, 16)
  if (!isAsWritten(marked) && marked.part !== part) {
    // What they changed has nothing newer to give way to.
    return marked.written.part === digest ? { kind: 'same' } : { kind: 'theirs', why: 'edited' }
  }
  const merged = withProperties(marked, properties)
  const next = textOf({ ...merged, part, written: { ...merged.written, part: digest } })
  return next === text || sameBut(text, next)
    ? { kind: 'same' }
    : { kind: 'changed', bytes: Buffer.from(next) }
}

function withProperties(marked: MarkedText, properties: Properties): MarkedText {
  const front = frontMatterText(marked.before)
  if (front === null) return marked
  const merged = mergeProperties(front.yaml, properties, marked.written.properties, marked.lineEnd)
  if (merged === null) return marked
  return {
    ...marked,
    before: front.head + merged.yaml + front.rest,
    written: { ...marked.written, properties: merged.written },
  }
}

/** Line ends that differ within Earmark's part alone are no reason to touch a file. */
function sameBut(text: string, next: string): boolean {
  const [one, other] = [markedText(text), markedText(next)]
  return (
    one !== null &&
    other !== null &&
    one.before === other.before &&
    one.after === other.after &&
    one.part === other.part &&
    JSON.stringify([one.written.part, ...one.written.properties]) ===
      JSON.stringify([other.written.part, ...other.written.properties])
  )
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** `null` for bytes that do not come back from their text as they are. */
function decoded(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}
