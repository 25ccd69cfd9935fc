import type { StandInEpisode, StandInPodcast } from './model.ts'

/** Always there, whatever the seed, for tests that name what they look for. Its words are the stand-in's own. */
export const dayTwoDevOps: StandInPodcast = {
  slug: 'day-two-devops',
  title: 'Day Two DevOps',
  description:
    'What happens after the launch party: running, repairing and growing systems that people depend on.',
  author: 'The Day Two Desk',
  hasImage: true,
  namesItsFeed: false,
  carriesAudioAddress: false,
  wording: 'plain',
  episodeCode: 'd2do',
  updatedAt: '2026-03-05T06:00:00Z',
}

type Written = Omit<StandInEpisode, 'number'>

/** The newest of the podcast, in the shape of the one page that was seen. */
export const risksAndBenefits: Written = {
  podcastSlug: dayTwoDevOps.slug,
  slug: 'd2do295-risks-and-benefits',
  title: 'D2DO295: Risks and Benefits',
  publishedAt: '2026-03-04T09:00:00Z',
  updatedAt: '2026-03-05T06:00:00Z',
  durationSeconds: 2740,
  processingState: 'processed',
  hasCanonicalPage: true,
  audioOffer: 'audio-element',
  summary:
    'Letting a program change other programs saves hours and can cost a weekend. The hosts weigh where an automated ' +
    'hand belongs in a running system, and which switches should stay within reach of a person.',
  topics: [
    'Artificial Intelligence',
    'DevOps',
    'Risk Management',
    'Cybersecurity',
    'Incident Response',
    'Cloud Computing',
    'Software Engineering',
  ],
  highlights: [
    {
      kind: 'Main idea',
      text: 'An automated change needs the same brakes as a manual one, because it fails at the speed of a machine',
      startSeconds: 190,
    },
    {
      kind: 'Practical takeaway',
      text: 'Let an assistant argue against your design before a colleague has to: ask it what breaks first',
      startSeconds: 1340,
    },
    {
      kind: 'Failure mode',
      text: 'Giving one agent keys to every environment turns a small misreading into an outage of everything',
      startSeconds: 720,
    },
    {
      kind: 'Main idea',
      text: 'Walls keep fewer intruders out than they used to; noticing and answering quickly keeps the damage small',
      startSeconds: 1640,
    },
    {
      kind: 'Practical takeaway',
      text: 'Split the estate into cells that can fail alone, and rehearse losing one of them',
      startSeconds: 2010,
    },
    {
      kind: 'Open question',
      text: 'Who signs for a change that no person has read?',
      startSeconds: 2600,
    },
  ],
  chapters: [
    {
      startSeconds: 60,
      title: 'The Outage Everyone Read About',
      description: 'What is known of an evening on which a helpful tool deleted what it was asked to tidy.',
    },
    {
      startSeconds: 475,
      title: 'Networks without Magic',
      description: 'How many weak signals add up to an answer, explained with a room full of voters.',
    },
    {
      startSeconds: 1280,
      title: 'The Assistant as Opponent',
      description:
        'Using a model to look for holes: prompts that ask "what could go wrong?" and how to read the replies.',
    },
    {
      startSeconds: 1490,
      title: 'Breaking In, Politely',
      description:
        'Why searching a large map of small weaknesses suits machines, and what testers still do better.',
    },
    {
      startSeconds: 1905,
      title: 'Cells, Filters: Making Failure Smaller',
      description: 'Separate clusters, strict allow-lists, and the price of both.',
    },
    {
      startSeconds: 2315,
      title: 'Years, Not Quarters',
      description: 'What it takes to change how a business runs while it runs.',
    },
    {
      startSeconds: 2520,
      title: 'Rules and Rivals',
      description: 'How laws and competition between countries reach into an ordinary on-call rota.',
    },
  ],
}
