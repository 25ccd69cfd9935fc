import { startStandIn } from './stand-in.ts'

const server = await startStandIn({ port: 4010 })
console.log(server.url)
