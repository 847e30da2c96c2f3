// The panel of examples: one query per daily task, grouped by the role whose task it is.
import { useGraphiQL, useGraphiQLActions, pick } from '@graphiql/react';
import { parse } from 'graphql';

const selectEditors = pick('queryEditor', 'variableEditor', 'responseEditor');

/**
 * A GraphiQL plugin over `groups`: [{ role, title, isOwn, examples: [{ title, description, variables, document }] }],
 * with its own `words`, { examples, examplesHelp }; titles, descriptions and words are in the language of the page.
 */
export function examplesPlugin(groups, words) {
  return { title: words.examples, icon: ExamplesIcon, content: () => <Examples groups={groups} words={words} /> };
}

function Examples({ groups, words }) {
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL(selectEditors);
  const { setOperationName } = useGraphiQLActions();
  const open = (example) => {
    queryEditor?.setValue(example.document);
    variableEditor?.setValue(example.variables);
    responseEditor?.setValue(''); // an answer never stands beside a question it does not belong to
    setOperationName(parse(example.document).definitions[0].name.value); // GraphiQL itself notices 100 ms later
    queryEditor?.focus();
  };
  return (
    <section className="examples" lang={document.documentElement.lang} aria-labelledby="examples-title">
      <h2 id="examples-title" className="examples-title">{words.examples}</h2>
      <p>{words.examplesHelp}</p>
      {groups.map((group) => (
        <details key={group.role} open={group.isOwn}>
          <summary>{group.title}</summary>
          <ul>
            {group.examples.map((example) => (
              <li key={example.title}>
                <button type="button" onClick={() => open(example)}>
                  {example.title}
                  <small>{example.description}</small>
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function ExamplesIcon(props) {
  return (
    <svg viewBox="0 0 24 24" width="1em" height="1em" fill="none" stroke="currentColor" strokeWidth="1.5" {...props}>
      <path d="M4 5h16M4 12h16M4 19h10" strokeLinecap="round" />
    </svg>
  );
}
