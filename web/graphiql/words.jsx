// What GraphiQL lets a page name: added panels and the buttons of its toolbar, in the language of the page.
// Its other labels are constants of its components, and a key finds the documentation by its English name (decision 0225).
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { CopyIcon, KEY_MAP, MergeIcon, PrettifyIcon, ToolbarButton, useGraphiQLActions } from '@graphiql/react';

/** The panel in which a query is built by choosing fields. */
export function builderPlugin(words) {
  return { ...explorerPlugin(), title: words.builder };
}

/** The three buttons beside the query. */
export function Toolbar({ words }) {
  const { prettifyEditors, mergeQuery, copyQuery } = useGraphiQLActions();
  const button = (Icon, label, key, onClick) => (
    <ToolbarButton label={`${label} (${key})`} lang={document.documentElement.lang} onClick={onClick}>
      <Icon className="graphiql-toolbar-icon" aria-hidden="true" />
    </ToolbarButton>
  );
  return (
    <>
      {button(PrettifyIcon, words.prettify, KEY_MAP.prettify.key, prettifyEditors)}
      {button(MergeIcon, words.merge, KEY_MAP.mergeFragments.key, mergeQuery)}
      {button(CopyIcon, words.copy, KEY_MAP.copyQuery.key, copyQuery)}
    </>
  );
}
