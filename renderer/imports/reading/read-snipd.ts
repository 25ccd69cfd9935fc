import { normalTags } from '../../../shared/models/tags.ts'
import { comparableTitle } from '../../../shared/text/comparable.ts'
import type { FileReading, ForeignEpisode, ForeignNote } from './foreign-note.ts'
import { longestNote } from './limits.ts'
import { headingText, linkIn, type MarkdownFile, type MarkdownPart, propertyOf } from './markdown-file.ts'
import { dayOf, instantOf, spanIn } from './times.ts'

/** Whether a file is of Snipd: it says so, or leads there. */
export function isOfSnipd(file: MarkdownFile, text: string): boolean {
  return (
    propertyOf(file, 'from_snipd') === 'true' ||
    /\bshare\.snipd\.com\/(?:snip|episode|show)\//.test(propertyOf(file, 'episode_url') + text)
  )
}

/**
 * A file of Snipd's for Obsidian, of one episode, or of all in one: each begins with a heading of the first level. What is between
 * two headings of the third level is a snip.
 */
export function readSnipd(file: MarkdownFile): FileReading {
  const notes: ForeignNote[] = []
  let left = 0
  for (const parts of sectionsOf(file.parts, 1)) {
    const episode = episodeOf(file, parts)
    for (const snip of sectionsOf(parts, 3)) {
      if (snip[0]?.kind !== 'heading' || snip[0].level !== 3) continue
      const note = noteOf(snip, episode, file)
      if (note === null || note.quote.length + note.body.length > longestNote) left += 1
      else notes.push(note)
    }
  }
  const leftOut = left === 0 ? [] : [{ reason: 'Snips without a title, a time or words', count: left }]
  return { kind: 'notes', from: 'snipd', notes, leftOut, remark: null }
}

/** Cut before each heading of that level or above. */
function sectionsOf(parts: readonly MarkdownPart[], level: number): MarkdownPart[][] {
  const sections: MarkdownPart[][] = [[]]
  for (const part of parts) {
    if (part.kind === 'heading' && part.level <= level) sections.push([])
    sections.at(-1)?.push(part)
  }
  return sections
}

/** From the properties of the file, else from what stands under “Episode metadata”. */
function episodeOf(file: MarkdownFile, parts: readonly MarkdownPart[]): ForeignEpisode {
  const told = factsIn(parts)
  const [first] = parts
  const heading = first?.kind === 'heading' && first.level === 1 ? headingText(first) : ''
  const fact = (property: string, ...names: readonly string[]): string =>
    names.map((name) => told.get(name) ?? '').find((value) => value !== '') ?? propertyOf(file, property)
  const minutes = Number(propertyOf(file, 'episode_duration_minutes'))
  const address = addressIn(fact('episode_url', 'episode url', 'episode link'))
  return {
    title: fact('episode_title', 'episode title') || heading,
    podcastTitle: fact('show_title', 'show') || propertyOf(file, 'episode_show'),
    addresses: address === null ? [] : [address],
    feedUrl: null,
    publishedOn: dayOf(fact('episode_publish_date', 'episode publish date')),
    durationSeconds: Number.isFinite(minutes) && minutes > 0 ? minutes * 60 : null,
  }
}

/** `- Show: The name` */
function factsIn(parts: readonly MarkdownPart[]): Map<string, string> {
  const facts = new Map<string, string>()
  for (const part of parts) {
    if (part.kind === 'heading' && part.level === 3) break
    for (const item of part.items) {
      const [, name = '', value = ''] = /^\s*[-*+]\s+([^:\n]{1,40}):[ \t]*([^\n]*)/.exec(item) ?? []
      if (!facts.has(name.trim().toLowerCase())) facts.set(name.trim().toLowerCase(), value.trim())
    }
  }
  return facts
}

function addressIn(text: string): string | null {
  const address = linkIn(text)?.address ?? text.trim()
  return /^https?:\/\/\S+$/.test(address) ? address : null
}

function noteOf(
  [head, ...parts]: readonly MarkdownPart[],
  episode: ForeignEpisode,
  file: MarkdownFile,
): ForeignNote | null {
  if (head === undefined) return null
  const heading = headingText(head)
  const link = linkIn(heading)
  const title = (link?.words ?? heading.replace(/[⭐★🌟]\uFE0F?/gu, '')).trim()
  const { span, own, quote, transcript } = contentOf(parts)
  if (title === '' && span === null && own === '') return null
  const body = [title === '' ? '' : `**${title.replace(/([\\*_`[\]])/g, '\\$1')}**`, own].filter(
    (text) => text !== '',
  )
  return {
    from: 'snipd',
    key: keyOf(link?.address ?? null, episode, span?.startSeconds ?? null, title),
    episode,
    startSeconds: span?.startSeconds ?? null,
    endSeconds: span?.endSeconds ?? null,
    quote: quote === '' ? transcript : quote,
    body: body.join('\n\n'),
    tags: normalTags(
      [...heading.replace(link?.whole ?? '', ' ').matchAll(/(?:^|\s)#([^\s#]+)/gu)].map(
        ([, tag = '']) => tag,
      ),
    ),
    starred: /[⭐★🌟]/u.test(heading.replace(link?.whole ?? '', ' ')),
    colour: null,
    createdAt:
      instantOf(propertyOf(file, 'last_snip_date')) ?? instantOf(propertyOf(file, 'episode_export_date')),
    // Both of these days change with the next snip, or the next export, of the same episode.
    steadyAt: instantOf(episode.publishedOn ?? ''),
    isOfPodcast: true,
  }
}

/** Each snip has an address of its own, which is also in every other export of it. */
function keyOf(address: string | null, episode: ForeignEpisode, start: number | null, title: string): string {
  if (address !== null && /\/snip\//.test(address))
    return JSON.stringify(['snipd', address.replace(/[?#].*$/, '')])
  const titles = [episode.title, episode.podcastTitle].map((each) => comparableTitle(each) ?? each)
  return JSON.stringify(['snipd', ...titles, start, title])
}

type SnipContent = {
  span: ReturnType<typeof spanIn>
  /** What the person, or Snipd for them, wrote. */
  own: string
  quote: string
  transcript: string
}

type Place = 'own' | 'quote' | 'transcript'

function contentOf(parts: readonly MarkdownPart[]): SnipContent {
  let span: SnipContent['span'] = null
  let place: Place = 'own'
  const texts: Record<Place, string[]> = { own: [], quote: [], transcript: [] }
  for (const part of parts) {
    if (part.kind === 'heading' && part.level <= 2) break
    if (part.kind === 'heading') place = placeUnder(part)
    if (part.kind === 'heading' || isOfPlayer(part)) continue
    const { timed, rest } = splitTimes(part.source, span === null && place === 'own')
    span ??= timed
    if (rest !== '') texts[place].push(rest)
  }
  return {
    span,
    own: texts.own.join('\n\n'),
    quote: unquoted(texts.quote.join('\n\n')),
    transcript: unquoted(texts.transcript.join('\n\n')),
  }
}

function placeUnder({ source }: MarkdownPart): Place {
  if (/transcript/i.test(source)) return 'transcript'
  return /quote/i.test(source) ? 'quote' : 'own'
}

/** Snipd’s own player, its rules between snips, and the line that it ends with. */
function isOfPlayer({ kind, source }: MarkdownPart): boolean {
  return (
    kind === 'rule' ||
    /^\s*<\/?(?:iframe|details|summary|audio)\b/i.test(source) ||
    source.startsWith('Created with [Snipd]')
  )
}

/** The line that says from when to when a snip is, and what else stands there. */
function splitTimes(source: string, isWanted: boolean): { timed: SnipContent['span']; rest: string } {
  const lines = source.split(/\r\n|[\r\n]/)
  const at = isWanted ? lines.findIndex(isTimeLine) : -1
  return {
    timed: at === -1 ? null : spanIn(lines[at] ?? ''),
    rest: lines
      .filter((_line, index) => index !== at)
      .join('\n')
      .trim(),
  }
}

/** `🎧 12:27 - 14:12 (01:45)`, in some exports behind words and a link. */
function isTimeLine(line: string): boolean {
  return spanIn(line) !== null && (/🎧|Play snip/u.test(line) || /^\W{0,8}\d/u.test(line))
}

function unquoted(text: string): string {
  return text.replace(/^[ \t]{0,3}> ?/gm, '').trim()
}
