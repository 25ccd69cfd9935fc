// @ts-check

/**
 * Why Chromium's sandbox cannot start here, with the command that mends it. Some systems (Ubuntu 23.10 and
 * newer, hardened Debian) deny user namespaces to programs they do not know; the other way is a helper owned by root.
 * @param {{
 *   platform: NodeJS.Platform,
 *   uid: number | undefined,
 *   namespacesDenied: boolean,
 *   helper: { path: string, ownerUid: number, mode: number } | undefined,
 * }} facts
 */
export const sandboxObstacle = ({ platform, uid, namespacesDenied, helper }) => {
  if (platform !== 'linux' || uid === 0 || !namespacesDenied) return undefined
  if (helper && helper.ownerUid === 0 && (helper.mode & 0o4755) === 0o4755) return undefined
  const file = helper?.path ?? 'chrome-sandbox'
  return `This system denies Electron the user namespaces its sandbox is made of. Give its helper root's rights and try again:\n\n  sudo chown root '${file}' && sudo chmod 4755 '${file}'\n`
}
