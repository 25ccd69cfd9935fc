/** What front matter is made of, as far as it is read: no anchors, no tags, all scalars are text. */
export type Yaml = string | Yaml[] | { entries: [key: string, value: Yaml][] }

type Line = { indent: number; text: string }
/** `at` moves on line by line, and never back. */
type Reading = { lines: Line[]; at: number }

const deepest = 6
/** Of a list in brackets on one line, in characters. */
const longestFlow = 5000
const keyed = /^("[^"]{1,60}"|'[^']{1,60}'|[\p{L}_][\p{L}\p{N}_ -]{0,60}?)[ \t]*:(?:[ \t]+(.*)|)$/u

export function readYaml(text: string): Yaml {
  const lines = text.split(/\r?\n/).map((line) => {
    const bare = line.trimStart()
    return { indent: line.length - bare.length, text: bare.trimEnd() }
  })
  return readBlock({ lines, at: 0 }, 0, 0)
}

function readBlock(reading: Reading, indent: number, depth: number): Yaml {
  const first = nextLine(reading)
  if (first === null || first.indent < indent || depth > deepest) return ''
  if (/^-(?:\s|$)/.test(first.text)) return readList(reading, first.indent, depth)
  return keyed.test(first.text) ? readMap(reading, first.indent, depth) : folded(reading, first.indent)
}

function readList(reading: Reading, indent: number, depth: number): Yaml[] {
  const items: Yaml[] = []
  for (let line = nextLine(reading); line?.indent === indent; line = nextLine(reading)) {
    const marker = /^-\s*/.exec(line.text)?.[0]
    if (marker === undefined) break
    const rest = line.text.slice(marker.length)
    if (keyed.test(rest)) {
      // "- key: value" begins a map that stands as deep as its first key.
      reading.lines[reading.at] = { indent: indent + marker.length, text: rest }
      items.push(readMap(reading, indent + marker.length, depth + 1))
    } else {
      reading.at += 1
      items.push(
        rest === '' ? readBlock(reading, indent + 1, depth + 1) : valueAfterKey(reading, rest, indent),
      )
    }
  }
  return items
}

function readMap(reading: Reading, indent: number, depth: number): Yaml {
  const entries: [string, Yaml][] = []
  for (let line = nextLine(reading); line !== null && line.indent >= indent; line = nextLine(reading)) {
    const [, key, rest = ''] = keyed.exec(line.text) ?? []
    reading.at += 1
    // What is no entry of a map is passed over.
    if (key === undefined || line.indent !== indent) continue
    const value =
      withoutComment(rest) === '' ? readBelow(reading, indent, depth) : valueAfterKey(reading, rest, indent)
    entries.push([scalar(key), value])
  }
  return { entries }
}

/** A list may stand as far left as the key that it belongs to. */
function readBelow(reading: Reading, indent: number, depth: number): Yaml {
  const line = nextLine(reading)
  const isList = line !== null && line.indent === indent && /^-(?:\s|$)/.test(line.text)
  return isList ? readList(reading, indent, depth + 1) : readBlock(reading, indent + 1, depth + 1)
}

function valueAfterKey(reading: Reading, given: string, indent: number): Yaml {
  const text = withoutComment(given)
  if (/^[>|][+-]?\d?$/.test(text)) return folded(reading, indent + 1, text.startsWith('|') ? '\n' : ' ')
  const flow = /^\[(.*)\]$/.exec(text)?.[1]
  if (flow !== undefined) return partsOf(flow).map(scalar)
  const map = /^\{(.*)\}$/.exec(text)?.[1]
  if (map !== undefined) {
    const pairs = partsOf(map).map((part) => keyed.exec(part))
    return {
      entries: pairs.flatMap((pair) =>
        pair === null ? [] : [[scalar(pair[1] ?? ''), scalar(pair[2] ?? '')]],
      ),
    }
  }
  const more = /^["']/.test(text) ? '' : folded(reading, indent + 1)
  return more === '' ? scalar(text) : `${text} ${more}`
}

/** The lines that stand at least so deep, as one text. */
function folded(reading: Reading, indent: number, between = ' '): string {
  const words: string[] = []
  for (let line = nextLine(reading); line !== null && line.indent >= indent; line = nextLine(reading)) {
    words.push(line.text)
    reading.at += 1
  }
  return words.join(between)
}

function nextLine(reading: Reading): Line | null {
  for (; reading.at < reading.lines.length; reading.at += 1) {
    const line = reading.lines[reading.at]
    if (line !== undefined && line.text !== '' && !line.text.startsWith('#')) return line
  }
  return null
}

/** The parts between commas, but for those in quotes. */
function partsOf(text: string): string[] {
  // With quotes that never close, the search below takes quadratic time.
  if (text.length > longestFlow) return text.split(',')
  return (text.match(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^,"']|["'])+/g) ?? []).map((part) => part.trim())
}

function withoutComment(text: string): string {
  if (/^["']/.test(text)) return text.trim()
  return (/^(.*?)(?:\s#.*)?$/.exec(text)?.[1] ?? text).trim()
}

function scalar(given: string): string {
  const text = given.trim()
  const double = /^"(?:[^"\\]|\\.)*"/.exec(text)?.[0]
  if (double !== undefined) return fromJson(double)
  const single = /^'((?:[^']|'')*)'/.exec(text)?.[1]
  return single === undefined ? text : single.replaceAll("''", "'")
}

function fromJson(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text.slice(1, -1)
  }
}
