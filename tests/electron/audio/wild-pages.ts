/** How pages of episodes look out there, each shape written anew for this project. */
export type WildPage = {
  shape: string
  html: string
  /** Of the audio, on the server that sends the page. */
  path: string
  origin: 'page' | 'feed'
}

export const wildTitle = 'Episode'

export const wildPages: readonly WildPage[] = [
  {
    shape: 'a blog’s own player, with an address of two parameters and an entity between them',
    html: `<!DOCTYPE html><html><head><meta charset=utf-8><title>Episode &#8211; Blog</title>
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/"></head><body class="single-post">
<audio class="shortcode" preload="none" controls><source type="audio/mpeg" src="/files/a.mp3?_=1&amp;x=2"><a href="/files/a.mp3">Play</a></audio>
<a href="/files/notes.pdf">Notes</a></body></html>`,
    path: '/files/a.mp3?_=1&x=2',
    origin: 'page',
  },
  {
    shape:
      'a host’s page of structured data in a graph, with a counter before the address that redirects twice',
    html: `<html><head><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"BreadcrumbList"},
{"@type":["PodcastEpisode","Thing"],"name":"Episode","associatedMedia":{"@type":"MediaObject","contentUrl":"/tracked/once/b.mp3"}}]}</script></head><body><div id="app"></div></body></html>`,
    path: '/tracked/once/b.mp3',
    origin: 'page',
  },
  {
    shape: 'a page that an application draws, which itself holds nothing but where the feed is',
    html: `<!doctype html><html><head><base href="/show/"><link href="feed.xml" type="application/rss+xml; charset=utf-8" rel="ALTERNATE feed">
</head><body><noscript>Please turn on JavaScript.</noscript><script>window.__STATE__={"audio":"not-here"}</script></body></html>`,
    path: '/files/from-feed.mp3',
    origin: 'feed',
  },
  {
    shape: 'a page for other sites to share, whose audio is named for them and which has a player in a frame',
    html: `<html><head><meta property="og:type" content="music.song"><meta property="og:audio" content="/player/1">
<meta property="og:audio:type" content="text/html"><meta name="twitter:player:stream" content="/files/c.m4a">
</head><body><iframe src="/player/1"></iframe></body></html>`,
    path: '/files/c.m4a',
    origin: 'page',
  },
  {
    shape: 'a page with the recording in several formats, one of which is gone',
    html: `<body><h1>Episode<h2>Download</h2><ul><li><a href="/gone.ogg">Ogg</a><li><a href="/files/d.opus#t=10">Opus</a>
<li><a href="/files/d.mp3">MP3</a></ul><p>Unclosed <b>and <i>crossed</b></i>`,
    path: '/files/d.opus#t=10',
    origin: 'page',
  },
]
