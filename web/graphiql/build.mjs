// Bundles GraphiQL and its workers into ../static/graphiql. `npm ci && npm run build`; the output is committed.
import { build } from 'esbuild';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const OUTPUT = '../static/graphiql';

rmSync(OUTPUT, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: {
    graphiql: 'main.jsx',
    'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
    'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
    'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
  },
  outdir: OUTPUT,
  chunkNames: 'chunk-[hash]',
  assetNames: '[name]',
  bundle: true,
  splitting: true, // the page and its three workers share graphql-js and half of the editor
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"', 'process.platform': '"browser"', global: 'globalThis' },
  loader: { '.ttf': 'file' },
  legalComments: 'none', // every licence is in LICENSES.txt instead
  charset: 'utf8',
  metafile: true,
  logLevel: 'info',
});
for (const name of readdirSync(OUTPUT)) {
  if (/^chunk-.*\.css$/.test(name)) rmSync(`${OUTPUT}/${name}`); // nothing loads them: graphiql.css holds their text too
}
writeFileSync(`${OUTPUT}/LICENSES.txt`, licences(bundledPackages(metafile)));

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
