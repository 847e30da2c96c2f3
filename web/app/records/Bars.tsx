// Numbers as bars beside a table: the table says the same, so the picture is silent.
import type { ReactNode } from 'react';

const WIDTH = 100;

/** One bar for each number, the longest as wide as there is room. */
export function Bar({ value, most }: { value: number; most: number }): ReactNode {
  return (
    <svg className="bar" viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true">
      <rect width={most ? (WIDTH * value) / most : 0} height="8" rx="1" />
    </svg>
  );
}
