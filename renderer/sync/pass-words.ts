import type { PassEnd } from './pass-parts.ts'

/** What a sync brought, for a person: "Day Two DevOps: 3 new episodes, 1 changed." */
export function passWords(title: string, end: PassEnd): string {
  const { newEpisodes, changedEpisodes, withdrawnEpisodes, brokenEpisodes } = end
  const news = [
    newEpisodes === 0 ? [] : [`${newEpisodes} new ${newEpisodes === 1 ? 'episode' : 'episodes'}`],
    changedEpisodes === 0 ? [] : [`${changedEpisodes} changed`],
    withdrawnEpisodes === 0 ? [] : [`${withdrawnEpisodes} withdrawn`],
    brokenEpisodes === 0 ? [] : [`${brokenEpisodes} could not be read`],
  ].flat()
  if (news.length === 0) return `${title} is up to date.`
  const where = brokenEpisodes === 0 ? '' : ' Its details say why.'
  return `${title}: ${news.join(', ')}.${where}`
}
