// What the service shows a single time: the address of a paper, an invitation's link, the secret of a system.
import { type ReactNode, useRef, useState } from 'react';
import { usePage } from '../frame/page-context';

/** A secret that is shown once: an address of this service is opened, anything else is copied. */
export function Secret({ secret }: { secret: string }): ReactNode {
  const { words } = usePage();
  const text = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const file = fileAddress(secret);
  if (file) {
    return (
      <p className="notice good">
        <a href={file} target="_blank" rel="noopener">
          {words.records.openFile}
        </a>
      </p>
    );
  }
  const copy = async (): Promise<void> => {
    text.current?.select();
    await navigator.clipboard?.writeText(secret).then(() => setCopied(true), () => undefined);
  };
  return (
    <div className="notice warn">
      <p>{words.records.shownOnce}</p>
      <div className="field">
        <label htmlFor="secret">{words.records.secret}</label>
        <input ref={text} id="secret" readOnly autoComplete="off" value={secret} />
      </div>
      <div className="row">
        <button type="button" className="button" onClick={() => void copy()}>
          {words.records.copy}
        </button>
        <span role="status">{isCopied ? words.records.copied : ''}</span>
      </div>
    </div>
  );
}

/** What a command shows once, and the way on from it. */
export function ShownOnce({ secret, close }: { secret: string; close: () => void }): ReactNode {
  const { words } = usePage();
  return (
    <div className="stack">
      <Secret secret={secret} />
      <div>
        <button type="button" className="button" onClick={close}>
          {words.close}
        </button>
      </div>
    </div>
  );
}

/** Return the address of a file of this service; null for an invitation's link and for any other secret. */
function fileAddress(secret: string): string | null {
  const address = URL.canParse(secret, window.location.origin) ? new URL(secret, window.location.origin) : null;
  const isFile = /^\/(prints|packages|files)\//.test(address?.pathname ?? '');
  return isFile && address?.origin === window.location.origin ? address.href : null;
}
