import { request } from 'node:http'
import { text } from 'node:stream/consumers'

/** Asks with another Host than the address has, as a browser does whose name server was made to lie. */
export const askedAs = (
  address: string,
  host: string,
  headers: Record<string, string> = {},
): Promise<{ status: number | undefined; text: string }> =>
  new Promise((resolve, reject) => {
    const asked = request(address, { headers: { ...headers, host } }, (response) => {
      text(response).then((read) => resolve({ status: response.statusCode, text: read }), reject)
    })
    asked.once('error', reject)
    asked.end()
  })
