// GraphiQL as the logged-in person. It keeps nothing in the browser: no history, no stored tabs, no stored headers.
import './workers.js';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { fetcherOf } from './ask.js';
import { examplesPlugin } from './examples.jsx';
import { Toolbar, builderPlugin } from './words.jsx';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-explorer/style.css';
import 'graphiql/graphiql.css';
import './page.css';

const settings = JSON.parse(document.getElementById('settings').textContent);
const language = document.getElementById('language');
const { words } = settings;
const examples = examplesPlugin(settings.groups, words);
const first = (settings.groups.find((group) => group.isOwn) ?? settings.groups[0]).examples[0];

createRoot(document.getElementById('graphiql')).render(
  <GraphiQL
    fetcher={fetcherOf(settings, () => language.value)}
    plugins={[builderPlugin(words), examples]}
    visiblePlugin={examples}
    initialQuery={first.document}
    initialVariables={first.variables}
    defaultEditorToolsVisibility="variables"
    isHeadersEditorEnabled={false}
    shouldPersistHeaders={false}
    storage={null}
    forcedTheme="light"
  >
    <GraphiQL.Logo>
      <h1 className="page-title">GraphiQL</h1>
    </GraphiQL.Logo>
    <GraphiQL.Toolbar>
      <Toolbar words={words} />
    </GraphiQL.Toolbar>
  </GraphiQL>,
);
