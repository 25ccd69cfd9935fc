import type { App, Session, Shell, WebContents } from 'electron'
import { failure, type Result, success } from '../../shared/result.ts'

/**
 * The page runs only its own scripts and styles, plays only what the media scheme serves, and talks to nobody.
 * Pictures of podcasts are not loaded from outside either: that would tell their hosts who listens.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  'media-src media:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const outsideSchemes = new Set(['http:', 'https:', 'mailto:'])

/** An address that may be handed to the person's browser, or `null`. */
export function safeOutsideAddress(text: string): string | null {
  const url = URL.parse(text)
  if (url === null || !outsideSchemes.has(url.protocol)) return null
  if (url.username !== '' || url.password !== '') return null
  return url.href
}

export async function openOutside(text: string, shell: Pick<Shell, 'openExternal'>): Promise<Result<null>> {
  const address = safeOutsideAddress(text)
  if (address === null) {
    return failure('bad-address', 'Earmark opens only web and mail addresses, and this is neither.')
  }
  try {
    await shell.openExternal(address)
    return success(null)
  } catch {
    return failure('file', `No program on this computer opened ${address}.`)
  }
}

/** Copying as text and as rich text at once, which Chromium allows after a click or key only; reading what was copied, never. */
const allowed = 'clipboard-sanitized-write'

/** Permissions, from camera to clipboard, and downloads: none but one. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === allowed))
  session.setPermissionCheckHandler((_contents, permission) => permission === allowed)
  session.setDevicePermissionHandler(() => false)
  // What the app downloads, it fetches itself; a page that saves a file would bring up a dialog.
  session.on('will-download', (event) => event.preventDefault())
  // Nothing but the page and the media scheme is ever loaded in this session; what slips through ends here.
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, (details, decide) => {
    decide({ cancel: !/^(app|media|devtools):/.test(details.url) })
  })
}

/**
 * The window stays on its one page, which may load itself anew: no other navigation, no new windows, no webviews. Links go to
 * the browser.
 */
export function confineNavigation(app: App, shell: Pick<Shell, 'openExternal'>, pageAddress: string): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    // Calls between browsers know nothing of the page's policy, and could send anything to anybody.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.on('will-navigate', (event) => {
      if (event.url.split('#', 1)[0] !== pageAddress) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      void openOutside(url, shell)
      return { action: 'deny' }
    })
  })
}
