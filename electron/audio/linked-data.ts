/** Objects looked at in one page; more is not a description of an episode. */
const mostObjects = 2000

/** Audio addresses in JSON-LD: of `AudioObject`s, and of what a `PodcastEpisode` names as its media. */
export function linkedDataAudio(text: string): string[] {
  const found: string[] = []
  const waiting: Part[] = [{ value: parsed(text), isMedia: false }]
  for (let index = 0; index < Math.min(waiting.length, mostObjects); index += 1) {
    const part = waiting[index]
    if (part === undefined) break
    found.push(...addressesOf(part))
    waiting.push(...childrenOf(part).slice(0, mostObjects))
  }
  return found
}

type Part = { value: unknown; isMedia: boolean }

function addressesOf({ value, isMedia }: Part): string[] {
  if (typeof value !== 'object' || value === null || !('contentUrl' in value)) return []
  const describesAudio = isMedia || isOfType(value, 'AudioObject') || isOfType(value, 'PodcastEpisode')
  return describesAudio ? strings(value.contentUrl) : []
}

function childrenOf({ value, isMedia }: Part): Part[] {
  if (Array.isArray(value)) return value.map((item) => ({ value: item, isMedia }))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).map(([key, child]) => ({ value: child, isMedia: isMediaKey(key, value) }))
}

/** What is said under these keys of an episode is its media, whatever type it names. */
function isMediaKey(key: string, parent: object): boolean {
  return (
    (key === 'associatedMedia' || key === 'audio' || key === 'encoding') && isOfType(parent, 'PodcastEpisode')
  )
}

function isOfType(value: object, type: string): boolean {
  const types = '@type' in value ? strings(value['@type']) : []
  return types.some((name) => name.replace(/^https?:\/\/schema\.org\//, '') === type)
}

function strings(value: unknown): string[] {
  return [value].flat().filter((item) => typeof item === 'string')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
