import { createServer } from 'node:http';

/**
 * A receiver of events on a loopback port. It answers a GET with an empty page.
 *
 * @param {(event: object) => Promise<void>} handle
 */
export async function receiver(handle) {
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    response.writeHead(200, { 'content-type': 'text/html' }).end();
    if (request.method === 'POST') {
      await handle(JSON.parse(Buffer.concat(chunks)));
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, url: `${origin}/inbound`, close: () => server.close() };
}
