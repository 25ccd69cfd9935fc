/** A highlight as it was, as the service words it later, and another one of the same episode: judged by hand. */
export type JudgedQuote = { was: string; reworded: string; different: string }

export const judgedQuotes: readonly JudgedQuote[] = [
  {
    was: 'Test your backups every month by restoring them to a clean machine.',
    reworded: 'Restore your backups to a clean machine each month to test them.',
    different: 'Keep three copies of your backups, and one of them in another place.',
  },
  {
    was: 'AI agents amplify existing operational risk because they act faster than humans can review.',
    reworded:
      'Because AI agents act faster than people can review, they amplify operational risks that exist already.',
    different: 'AI agents need least-privilege credentials that expire within the hour.',
  },
  {
    was: 'A single region dependency took down the control plane during the AWS outage.',
    reworded: 'During the AWS outage, the control plane went down because it depended on a single region.',
    different: 'The AWS outage was announced on the status page forty minutes after it began.',
  },
  {
    was: 'Start with the smallest change that proves the idea.',
    reworded: 'Begin with the smallest change that could prove your idea.',
    different: 'Write down what would prove the idea wrong before you begin.',
  },
  {
    was: 'Teams that skip the post-mortem repeat the same incident within a year.',
    reworded: 'Skipping post-mortems means that teams see the same incident again within a year.',
    different: 'Teams should publish the post-mortem within a week, without naming anybody.',
  },
  {
    was: 'Use feature flags to decouple deployment from release.',
    reworded: 'Decouple deploying from releasing with feature flags.',
    different: 'Remove feature flags within two weeks after the release.',
  },
  {
    was: 'Observability without ownership produces dashboards nobody looks at.',
    reworded: 'Without ownership, observability only produces dashboards that nobody looks at.',
    different: 'Observability costs grow faster than the traffic that is observed.',
  },
  {
    was: 'The DNS failover did not trigger because health checks tested the wrong endpoint.',
    reworded: 'DNS failover never triggered, since its health checks were testing a wrong endpoint.',
    different: 'The DNS time to live was a day, so that clients kept the old address.',
  },
  {
    was: 'Sleep seven hours before any decision that cannot be undone.',
    reworded: 'Before a decision that can’t be undone, sleep for seven hours.',
    different: 'Write decisions that cannot be undone into a log with their reasons.',
  },
  {
    was: 'Rotate secrets automatically and alert on any secret older than ninety days.',
    reworded: 'Automate secret rotation; alert when any secret is older than 90 days.',
    different: 'Never put secrets into environment variables of a build that others can read.',
  },
  {
    was: 'Kubernetes upgrades fail most often because of deprecated APIs in Helm charts.',
    reworded: 'Deprecated APIs in Helm charts are the most common reason for failing Kubernetes upgrades.',
    different: 'Kubernetes clusters should be upgraded one minor version at a time.',
  },
  {
    was: 'Lehrende sollten Rückmeldungen innerhalb eines Tages geben.',
    reworded: 'Rückmeldungen sollten von Lehrenden innerhalb von einem Tag gegeben werden.',
    different: 'Lehrende sollten Prüfungen gemeinsam mit Kolleginnen entwerfen.',
  },
  {
    was: 'Rate limits should be set per tenant, not globally.',
    reworded: 'Set rate limits per tenant instead of globally.',
    different: 'Rate limits hide capacity problems until the largest tenant arrives.',
  },
  {
    was: 'The team lost two days because nobody knew who owned the certificate.',
    reworded: 'Since nobody knew who owned the certificate, two days were lost.',
    different: 'The certificate expired on a Sunday, when the team was not on call.',
  },
  {
    was: 'Document the why, since the how is in the code.',
    reworded: 'Document why: the code already shows how.',
    different: 'Read the code of the libraries that you depend on.',
  },
  {
    was: 'Prefer boring technology for anything that wakes you up at night.',
    reworded: 'Choose boring technology for whatever could wake you at night.',
    different: 'Technology that is new to a team costs it a quarter of its first year.',
  },
]
