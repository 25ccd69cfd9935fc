export type SectionName = 'actions' | 'summary' | 'topics' | 'highlights' | 'chapters'

export type FieldName =
  | 'title'
  | 'podcast'
  | 'published'
  | 'duration'
  | 'state'
  | 'canonical'
  | 'audio'
  | 'image'
  | 'updated'
  | 'kind'
  | 'author'
  | 'site'
  | 'feed'
  | 'id'
  | 'slug'
  | 'podcastSlug'
  | 'address'
  | SectionName

/** Headings by which a section is known. */
const sections: Readonly<Record<string, SectionName>> = {
  actions: 'actions',
  'available actions': 'actions',
  summary: 'summary',
  'episode summary': 'summary',
  overview: 'summary',
  about: 'summary',
  'about this episode': 'summary',
  'about this podcast': 'summary',
  'about the episode': 'summary',
  'episode description': 'summary',
  synopsis: 'summary',
  'tl dr': 'summary',
  tldr: 'summary',
  abstract: 'summary',
  description: 'summary',
  topics: 'topics',
  tags: 'topics',
  keywords: 'topics',
  'topics covered': 'topics',
  'topics discussed': 'topics',
  'key topics': 'topics',
  subjects: 'topics',
  highlights: 'highlights',
  'key highlights': 'highlights',
  'key points': 'highlights',
  takeaways: 'highlights',
  'key takeaways': 'highlights',
  'key insights': 'highlights',
  'key ideas': 'highlights',
  'main points': 'highlights',
  'episode highlights': 'highlights',
  chapters: 'chapters',
  'chapter list': 'chapters',
  'chapter markers': 'chapters',
  timestamps: 'chapters',
  timeline: 'chapters',
  'episode chapters': 'chapters',
}

/** Labels by which a field is known. */
const fields: Readonly<Record<string, FieldName>> = {
  ...sections,
  title: 'title',
  episode: 'title',
  'episode title': 'title',
  podcast: 'podcast',
  'podcast title': 'podcast',
  'podcast name': 'podcast',
  show: 'podcast',
  series: 'podcast',
  published: 'published',
  'published at': 'published',
  'published on': 'published',
  'publication date': 'published',
  'published date': 'published',
  'publish date': 'published',
  'release date': 'published',
  released: 'published',
  'air date': 'published',
  aired: 'published',
  date: 'published',
  duration: 'duration',
  'duration seconds': 'duration',
  'duration in seconds': 'duration',
  'duration s': 'duration',
  'duration sec': 'duration',
  length: 'duration',
  runtime: 'duration',
  'run time': 'duration',
  'running time': 'duration',
  'episode length': 'duration',
  'processing state': 'state',
  'processing status': 'state',
  processing: 'state',
  state: 'state',
  status: 'state',
  'canonical source': 'canonical',
  'canonical url': 'canonical',
  'canonical link': 'canonical',
  canonical: 'canonical',
  source: 'canonical',
  'source url': 'canonical',
  'original page': 'canonical',
  audio: 'audio',
  'audio url': 'audio',
  enclosure: 'audio',
  image: 'image',
  'image url': 'image',
  artwork: 'image',
  updated: 'updated',
  'updated at': 'updated',
  'last updated': 'updated',
  kind: 'kind',
  type: 'kind',
  author: 'author',
  host: 'author',
  hosts: 'author',
  website: 'site',
  site: 'site',
  'site url': 'site',
  feed: 'feed',
  'feed url': 'feed',
  rss: 'feed',
  'rss feed': 'feed',
  id: 'id',
  'episode id': 'id',
  slug: 'slug',
  'episode slug': 'slug',
  'podcast slug': 'podcastSlug',
  url: 'address',
  address: 'address',
  permalink: 'address',
}

export const sectionNamed = (text: string): SectionName | null => own(sections, plainName(text))
export const fieldNamed = (text: string): FieldName | null => own(fields, plainName(text))

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | null {
  return Object.hasOwn(record, key) ? (record[key] ?? null) : null
}

/** "  Duration (seconds): " is `duration seconds` as is `durationSeconds`, "Chapters (7)" is `chapters`, "2. Topics" is `topics`. */
function plainName(text: string): string {
  if (text.length > 60) return ''
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/\(\s*\d+\s*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^\s*\d+\s+/, '')
    .trim()
}
