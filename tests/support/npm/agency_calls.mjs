// Calls the agency of docs/integrating/typescript as a test says: a line of JSON in for each call, a line of JSON out.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { Agency, Refused } = await import(pathToFileURL(`${process.env.BUILD}/agency.js`));
const agency = new Agency(process.env.POLKU, process.env.CLIENT, process.env.SECRET);
const bytes = (_key, value) => (value?.base64 === undefined ? value : Buffer.from(value.base64, 'base64'));

for await (const line of createInterface({ input: process.stdin })) {
  const { name, given } = JSON.parse(line, bytes);
  try {
    console.log(JSON.stringify({ found: await agency[name](...given) }));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.log(JSON.stringify({ refused: error.message }));
  }
}
