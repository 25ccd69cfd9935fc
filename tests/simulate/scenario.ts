const hourMs = 3600_000

/** How the service is while it is not well. */
export type Outage = {
  /** Milliseconds since the simulation's beginning, as everywhere here. */
  fromMs: number
  untilMs: number
  /** `refuses`: takes no connections. `fails`: answers 503. `holds`: answers 503 with `Retry-After: 600`. */
  how: 'refuses' | 'fails' | 'holds'
}

export type Scenario = {
  /** What is simulated, in a sentence. */
  about: string
  lengthMs: number
  outage: Outage | null
  /** `always`: runs since long ago. `mornings`: began between eight and nine, and ran until ten last night. */
  runs: 'always' | 'mornings'
}

export type ScenarioName = 'day' | 'refuses' | 'fails' | 'holds' | 'mornings'

/** An hour without the service, and the four in which what waited is looked at. */
function withOutage(how: Outage['how'], about: string): Scenario {
  const outage: Outage = { fromMs: hourMs / 4, untilMs: hourMs / 4 + hourMs, how }
  return { about, lengthMs: outage.untilMs + 4 * hourMs, outage, runs: 'always' }
}

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  day: { about: 'an ordinary day', lengthMs: 24 * hourMs, outage: null, runs: 'always' },
  refuses: withOutage('refuses', 'for an hour the service takes no connections'),
  fails: withOutage('fails', 'for an hour the service answers 503'),
  holds: withOutage('holds', 'for an hour the service answers 503 with Retry-After: 600'),
  mornings: {
    about: 'everybody starts the computer between eight and nine, and ends at ten in the evening',
    lengthMs: 24 * hourMs,
    outage: null,
    runs: 'mornings',
  },
}
