// How GraphiQL asks the service: a query is one answer, a subscription is a stream of answers over server-sent events.
import { getOperationAST, parse } from 'graphql';

/**
 * GraphiQL's fetcher. `settings` are { endpoint, csrfToken }, `language` returns the language of messages.
 *
 * Answers of the service come as they are, refusals included; whatever is no GraphQL answer becomes an error with its status.
 */
export function fetcherOf(settings, language) {
  const post = (question, accept, signal) =>
    fetch(settings.endpoint, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept,
        'polku-language': language(),
        'x-csrf-token': settings.csrfToken,
      },
      body: JSON.stringify(question),
      signal,
    });
  return (question) => {
    if (isSubscription(question)) return followed((signal) => post(question, 'text/event-stream', signal));
    return post(question, 'application/graphql-response+json, application/json;q=0.9').then(answerOf);
  };
}

/** Whether the operation that is asked for is a subscription; of what cannot be read the service says what is wrong. */
function isSubscription({ query, operationName }) {
  try {
    return getOperationAST(parse(query), operationName)?.operation === 'subscription';
  } catch {
    return false;
  }
}

async function answerOf(response) {
  if (!/\bjson\b/.test(response.headers.get('content-type'))) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

/** The answers of a stream (GraphQL over SSE, distinct connections); GraphiQL's stop button closes the connection. */
function followed(open) {
  return {
    subscribe(observer) {
      const stopped = new AbortController();
      told(open(stopped.signal), observer).then(
        () => observer.complete(),
        (error) => stopped.signal.aborted || observer.error(error),
      );
      return { unsubscribe: () => stopped.abort() };
    },
  };
}

async function told(opened, observer) {
  const response = await opened;
  if (!/^text\/event-stream\b/.test(response.headers.get('content-type'))) return observer.next(await answerOf(response));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const blocks = (rest + read.value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      if (block.startsWith('event: next\n')) observer.next(JSON.parse(block.slice(block.indexOf('data: ') + 6)));
    }
  }
}
