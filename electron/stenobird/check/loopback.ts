/** Whether an address is of this very machine, told from the address alone. */
export function isLoopback(url: string): boolean {
  const host = URL.parse(url)?.hostname ?? ''
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)
}
