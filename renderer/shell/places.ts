/** Where the second pane can be. The order is that of the navigation. */
export const places = [
  'library',
  'up-next',
  'highlights',
  'notes',
  'tracker',
  'topics',
  'downloads',
  'requests',
  'figures',
  'settings',
] as const

export type Place = (typeof places)[number]

export const placeNames: Readonly<Record<Place, string>> = {
  library: 'Library',
  'up-next': 'Up next',
  highlights: 'Highlights',
  notes: 'Notes',
  tracker: 'To try',
  topics: 'Topics',
  downloads: 'Downloads',
  requests: 'Requests',
  figures: 'Figures',
  settings: 'Settings',
}
