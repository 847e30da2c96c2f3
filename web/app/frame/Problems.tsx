// What was refused, in one place that takes the focus, with the way to each field.
import { type ReactNode, useEffect, useRef } from 'react';
import type { Problem } from '../ask';
import { usePage } from './page-context';

interface Shown {
  problems: readonly Problem[];
  /** The id of the input in which a problem can be mended, by the last name of its path. */
  inputs?: Record<string, string>;
}

/** The summary of problems; nothing when there are none. */
export function Problems({ problems, inputs = {} }: Shown): ReactNode {
  const { words } = usePage();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (problems.length) box.current?.focus();
  }, [problems]);
  if (!problems.length) return null;
  return (
    <section ref={box} className="notice bad" role="alert" tabIndex={-1} aria-labelledby="problems-title">
      <h2 id="problems-title">{words.problems}</h2>
      <ul className="stack">
        {problems.map((problem, place) => (
          <li key={place}>{linked(sentence(problem, words.failures), inputs[String(problem.path?.at(-1))])}</li>
        ))}
      </ul>
    </section>
  );
}

function linked(text: string, input: string | undefined): ReactNode {
  return input ? <a href={`#${input}`}>{text}</a> : text;
}

/** Return what is said of a problem: the sentence of the service, or our own where no answer came. */
export function sentence(problem: Problem, failures: Record<string, string>): string {
  return problem.message || failures[problem.code] || failures['OTHER'] || problem.code;
}
