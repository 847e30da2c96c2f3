// The bytes of a file on their way to the service. `fetch` does not tell how much has gone; this does.
import type { Problem } from './ask';

/** What came of it: 0 where no answer came; `problems` says why the bytes were refused. */
export interface Sent {
  status: number;
  problems: readonly Problem[];
}

/** Send the bytes of a file once; `told` hears which part of them has gone, from 0 to 1. */
export function put(link: string, file: File, headers: Record<string, string>, told: (part: number) => void): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', link);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => told(total ? loaded / total : 1));
    request.addEventListener('loadend', () => resolve({ status: request.status, problems: refusals(request.responseText) }));
    request.send(file);
  });
}

function refusals(text: string): readonly Problem[] {
  try {
    const { errors = [] } = JSON.parse(text) as { errors?: { message: string; extensions?: { code?: string } }[] };
    return errors.map(({ message, extensions }) => ({ code: extensions?.code ?? 'ERROR', message }));
  } catch {
    return []; // nothing was refused, or no answer came
  }
}
