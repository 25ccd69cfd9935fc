import { normalTags } from '../../../shared/models/tags.ts'
import { comparableTitle } from '../../../shared/text/comparable.ts'
import type { FileReading, ForeignEpisode, ForeignNote } from './foreign-note.ts'
import { longestNote } from './limits.ts'
import { headingText, linkIn, type MarkdownFile, propertyOf } from './markdown-file.ts'
import { dayOf, instantOf, secondsOf } from './times.ts'

/** Whether a file is of PodNotes: it says so, or leads there. */
export function isOfPodNotes(file: MarkdownFile, text: string): boolean {
  return propertyOf(file, 'type').toLowerCase() === 'podcastepisode' || text.includes('obsidian://podnotes?')
}

/** Tags that PodNotes gives each of its notes. */
const ownTags = /^(?:podcast|podcastepisode|podnotes?)$/i

/**
 * A note that was written with PodNotes: what begins with a time is a note, and goes on until the next time or heading. What stands
 * before the first time is the episode's own description, or cannot be told from it.
 */
export function readPodNotes(file: MarkdownFile): FileReading {
  const tags = normalTags(
    (file.properties.get('tags') ?? []).filter((tag) => !ownTags.test(tag.replace(/^#/, ''))),
  )
  const createdAt = instantOf(propertyOf(file, 'created', 'captured', 'currentdate'))
  const episode = episodeOf(file)
  const notes: ForeignNote[] = []
  let underWay: { stamp: Stamp; texts: string[] } | null = null
  let isLeft = true

  function finish(): void {
    if (underWay === null) return
    const { stamp, texts } = underWay
    const body = texts.filter((text) => text !== '').join('\n\n')
    underWay = null
    if (body.length > longestNote) return
    isLeft = false
    const ofStamp = episodeOfStamp(stamp, episode)
    notes.push({
      from: 'podnotes',
      key: keyOf(ofStamp, stamp, body),
      episode: ofStamp,
      startSeconds: stamp.startSeconds,
      endSeconds: stamp.endSeconds,
      quote: '',
      body,
      tags,
      starred: false,
      colour: null,
      createdAt,
      steadyAt: createdAt,
      isOfPodcast: true,
    })
  }

  for (const part of file.parts) {
    if (part.kind === 'heading' || part.kind === 'rule') {
      finish()
      continue
    }
    for (const text of part.kind === 'list' ? part.items : [part.source]) {
      const stamp = stampOf(text)
      if (stamp === null) underWay?.texts.push(text.trim())
      else {
        finish()
        underWay = { stamp, texts: [withoutIndent(stamp.rest)] }
      }
    }
  }
  finish()
  const leftOut = isLeft ? [{ reason: 'Files of PodNotes in which nothing has a time', count: 1 }] : []
  return { kind: 'notes', from: 'podnotes', notes, leftOut, remark: null }
}

/** Notes of several episodes can stand in one file; of the file’s own the file knows the name better than a link. */
function episodeOfStamp({ episode: said }: Stamp, ofFile: ForeignEpisode): ForeignEpisode {
  if (said === null) return ofFile
  if (comparableTitle(said.title) === comparableTitle(ofFile.title))
    return { ...ofFile, feedUrl: said.feedUrl }
  return { ...ofFile, ...said, addresses: [], publishedOn: null }
}

function episodeOf(file: MarkdownFile): ForeignEpisode {
  const heading = file.parts.find(({ kind, level }) => kind === 'heading' && level === 1)
  const linked = file.parts.map(({ source }) => linkOf(source)).find((link) => link !== null) ?? null
  const address = propertyOf(file, 'url', 'episodeurl', 'episode_url')
  return {
    title:
      (heading === undefined ? '' : headingText(heading)) ||
      propertyOf(file, 'title') ||
      (linked?.title ?? ''),
    podcastTitle: podcastName(propertyOf(file, 'podcast', 'show')),
    addresses: /^https?:\/\//i.test(address) ? [address] : [],
    feedUrl: linked?.feedUrl ?? null,
    publishedOn: dayOf(propertyOf(file, 'date', 'published')),
    durationSeconds: null,
  }
}

/** `[[Folder/The show|The show]]` */
function podcastName(text: string): string {
  const [, target = '', shown] = /^\[\[([^\]|]*)(?:\|([^\]]*))?\]\]$/.exec(text) ?? []
  return (shown ?? target.replace(/^.*\//, '')) || text
}

type Stamp = {
  startSeconds: number
  endSeconds: number | null
  /** What it says itself of its episode: notes of several can stand in one file. */
  episode: Pick<ForeignEpisode, 'title' | 'feedUrl'> | null
  /** What is written behind it. */
  rest: string
}

const clock = String.raw`\d{1,3}:\d{2}(?::\d{2})?`
const plainStamp = new RegExp(String.raw`^(${clock})(?:\s*[-–—]\s*(${clock}))?(?![\d:])[\s:.–—-]*`)

/** A time at the beginning of a list's entry or a paragraph, plain or as a link to the moment. */
function stampOf(text: string): Stamp | null {
  const begun = text.replace(/^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/, '').replace(/^\s+/, '')
  const link = begun.startsWith('[') ? linkIn(begun) : null
  if (link !== null && begun.startsWith(link.whole)) {
    const rest = begun.slice(link.whole.length).replace(/^[\s:–—-]+/, '')
    const said = linkOf(link.whole)
    if (said === null || said.startSeconds === null) return null
    const { startSeconds, endSeconds, title, feedUrl } = said
    return { startSeconds, endSeconds, episode: title === '' ? null : { title, feedUrl }, rest }
  }
  const match = plainStamp.exec(begun)
  const startSeconds = secondsOf(match?.[1] ?? '')
  if (match === null || startSeconds === null) return null
  const end = match[2] === undefined ? null : secondsOf(match[2])
  return {
    startSeconds,
    endSeconds: end !== null && end > startSeconds ? end : null,
    episode: null,
    rest: begun.slice(match[0].length),
  }
}

type PodNotesLink = {
  title: string
  feedUrl: string | null
  startSeconds: number | null
  endSeconds: number | null
}

/** `obsidian://podnotes?episodeName=…&url=…&time=83.5&endTime=93`; older ones write a plus for a space, which the parser reads so. */
function linkOf(text: string): PodNotesLink | null {
  const [, query = ''] = /obsidian:\/\/podnotes\?([^\s)>\]]{1,8000})/.exec(text) ?? []
  if (query === '') return null
  const given = new URLSearchParams(query)
  const startSeconds = secondsOf(given.get('time') ?? '')
  const end = secondsOf(given.get('endTime') ?? given.get('end') ?? given.get('to') ?? '')
  const url = given.get('url') ?? ''
  return {
    title: (given.get('episodeName') ?? '').trim(),
    feedUrl: /^https?:\/\//i.test(url) ? url : null,
    startSeconds,
    endSeconds: end !== null && startSeconds !== null && end > startSeconds ? end : null,
  }
}

/** What is nested in an entry of a list is written below it, further in. */
function withoutIndent(text: string): string {
  const [first = '', ...rest] = text.split(/\r\n|[\r\n]/)
  const indents = rest
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0)
  const least = Math.min(...indents, 1000)
  return [first, ...rest.map((line) => line.slice(Math.min(least, line.length)))].join('\n').trim()
}

function keyOf({ title, podcastTitle }: ForeignEpisode, { startSeconds }: Stamp, body: string): string {
  const titles = [title, podcastTitle].map((each) => comparableTitle(each) ?? each)
  return JSON.stringify(['podnotes', ...titles, startSeconds, body])
}
