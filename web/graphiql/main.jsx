// GraphiQL as the logged-in person. It keeps nothing in the browser: no history, no stored tabs, no stored headers.
import './workers.js';
import { GraphiQL } from 'graphiql';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { createRoot } from 'react-dom/client';
import { examplesPlugin } from './examples.jsx';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-explorer/style.css';
import 'graphiql/graphiql.css';
import './page.css';

const settings = JSON.parse(document.getElementById('settings').textContent);
const language = document.getElementById('language');
const examples = examplesPlugin(settings.groups, settings.words);
const first = (settings.groups.find((group) => group.isOwn) ?? settings.groups[0]).examples[0];

/** Answers of the service as they are, refusals included; whatever is no GraphQL answer becomes an error with its status. */
async function ask(question) {
  const response = await fetch(settings.endpoint, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'polku-language': language.value,
      'x-csrf-token': settings.csrfToken,
    },
    body: JSON.stringify(question),
  });
  if (!/\bjson\b/.test(response.headers.get('content-type'))) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

createRoot(document.getElementById('graphiql')).render(
  <GraphiQL
    fetcher={ask}
    plugins={[explorerPlugin(), examples]}
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
  </GraphiQL>,
);
