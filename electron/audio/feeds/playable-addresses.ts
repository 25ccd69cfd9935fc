import type { FeedItem } from './feed-item.ts'

const playableType =
  /^audio\/(?:x-)?(?:mpeg|mpeg3|mp3|mpg|mpegaudio|mp4|m4a|m4b|aac|aacp|ogg|opus|wav|wave|vnd\.wave|flac|webm)\b|^audio$/
const playableFile = /\.(?:mp3|m4a|m4b|aac|ogg|oga|opus|wav|flac)$/i
const videoType = /^video\/(?:mp4|webm|ogg|x-m4v)\b/
const videoFile = /\.(?:mp4|m4v|webm)$/i
const otherAudio = /^audio\//
/** Says nothing of what the file is. */
const indefiniteType = /^(?:(?:application|binary)\/(?:octet-stream|force-download|x-download|download)\b|$)/

/** Addresses of what an item comes with that can be played, the likeliest first. A type that is wrong loses to the file's name. */
export function playableAddresses({ enclosures }: FeedItem): string[] {
  const ranked = enclosures.flatMap(({ urls, type }, index) =>
    urls.map((url) => ({ url, index, rank: rankOf(type.trim().toLowerCase(), url) })),
  )
  const usable = ranked.filter(({ rank }) => rank !== null)
  usable.sort((one, other) => Number(one.rank) - Number(other.rank) || one.index - other.index)
  return [...new Set(usable.map(({ url }) => url))]
}

/** `null` for what is surely none. */
function rankOf(type: string, url: string): number | null {
  const path = URL.parse(url)?.pathname ?? ''
  if (playableType.test(type)) return 0
  if (playableFile.test(path)) return 1
  if (indefiniteType.test(type) && !videoFile.test(path)) return 2
  if (videoType.test(type) || videoFile.test(path)) return 3
  // An audio element may play it all the same; whoever asks looks at its first bytes.
  return otherAudio.test(type) ? 4 : null
}
