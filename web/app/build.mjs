// Bundles the pages into ../static/app. `npm ci && npm run build`; the output is committed. `node build.mjs OTHER` writes elsewhere.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { DOCUMENTS, examplesOf } from './documents.mjs';

const WIDGET_WORDS = /react-(aria|stately|aria-components)\/dist\/private\/intl\/.*[a-z]{2}-[A-Z]{2}\.mjs$/;
const SPOKEN = /(fi-FI|sv-SE|en-US)\.mjs$/;
const OUTPUT = process.argv[2] ?? '../static/app';

rmSync(OUTPUT, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: { main: 'main.tsx', looks: 'looks/looks.css' },
  outdir: OUTPUT,
  chunkNames: 'chunk-[hash]',
  bundle: true,
  preserveSymlinks: true, // names of files follow from where the sources say they are
  splitting: true, // a desk and a language are fetched when they are opened
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none', // every licence is in LICENSES.txt instead
  charset: 'utf8',
  plugins: [{ name: 'languages', setup: leaveOutOtherLanguages }],
  metafile: true,
  logLevel: 'info',
});
writeFileSync(`${OUTPUT}/LICENSES.txt`, licences(bundledPackages(metafile)));
writeFileSync(`${OUTPUT}/documents.json`, `${JSON.stringify(await documents(), null, 1)}\n`);
writeFileSync(`${OUTPUT}/sources.sha256`, `${sourcesDigest()}\n`);

/** The sentences of the widgets in languages that the pages do not speak stay out. */
function leaveOutOtherLanguages({ onLoad }) {
  onLoad({ filter: WIDGET_WORDS }, ({ path }) => (SPOKEN.test(path) ? null : { contents: 'export default {};' }));
}

/** The text of each document by room and the name of its operation, exactly as it is sent. */
async function documents() {
  const texts = {};
  for (const room of Object.keys(DOCUMENTS)) {
    const { outputFiles } = await build({ entryPoints: [`generated/${room}/graphql.ts`], format: 'esm', write: false });
    const code = Buffer.from(outputFiles[0].contents).toString('base64');
    const exported = Object.entries(await import(`data:text/javascript;base64,${code}`));
    const found = exported.filter(([name]) => name.endsWith('Document')).sort();
    texts[room] = Object.fromEntries(found.map(([name, text]) => [name.replace(/Document$/, ''), String(text)]));
  }
  return texts;
}

/** The digest of everything of which the pages are built; service/development/pages_build.py computes it without Node. */
function sourcesDigest() {
  const examples = Object.keys(DOCUMENTS).flatMap(examplesOf);
  const digest = createHash('sha256');
  for (const path of [...sources('.'), ...examples].sort()) {
    const content = readFileSync(path);
    digest.update(`${path}\0${content.length}\0`).update(content);
  }
  return digest.digest('hex');
}

/** The paths of the files under a folder, without what npm installed. */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .map((entry) => [folder === '.' ? entry.name : `${folder}/${entry.name}`, entry])
    .flatMap(([path, entry]) => (entry.isDirectory() ? sources(path) : [path]));
}

/** The directories of the packages of which code is in the output, in order of name. */
function bundledPackages({ inputs }) {
  const packageDirectory = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
  const directories = Object.keys(inputs).flatMap((path) => packageDirectory.exec(path)?.[1] ?? []);
  return [...new Set(directories)].sort();
}

/** Name, version and licence text of each package: the licences ask that their text goes where the code goes. */
function licences(directories) {
  return directories
    .map((directory) => {
      const { name, version, license } = JSON.parse(readFileSync(`${directory}/package.json`, 'utf8'));
      const file = readdirSync(directory).find((entry) => /^licen[sc]e/i.test(entry));
      const text = file ? readFileSync(`${directory}/${file}`, 'utf8').trim() : '';
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
