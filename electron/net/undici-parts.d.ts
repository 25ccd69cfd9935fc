// What is used of undici, by its files: with the `fetch`, the caches and the web sockets of its own that the whole of it
// brings, each start would read and compile 235 kB more. What they hold is typed by the package itself.
declare module 'undici/lib/dispatcher/agent.js' {
  import { Agent } from 'undici'

  // biome-ignore lint/style/noDefaultExport: a CommonJS module is its default.
  export { Agent as default }
}

declare module 'undici/lib/api/api-request.js' {
  import type { Dispatcher } from 'undici'

  function request(this: Dispatcher, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData>

  // biome-ignore lint/style/noDefaultExport: a CommonJS module is its default.
  export { request as default }
}
