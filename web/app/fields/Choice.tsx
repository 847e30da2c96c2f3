// One of a closed set of values, under the titles that the API gives them.
import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { usePage } from '../frame/page-context';
import { useAllTitles } from '../frame/titles';

interface Shown {
  label: string;
  /** The name of the set in the schema, or of the vocabulary. */
  titles: string;
  kind?: 'ofChoice' | 'ofTerms';
  value: string;
  onChange: (value: string) => void;
}

/** A select with its label. */
export function Choice({ label, titles, kind = 'ofChoice', value, onChange }: Shown): ReactNode {
  const { words } = usePage();
  const all = useAllTitles(kind, titles);
  return (
    <Select className="field" value={value} onChange={(key) => onChange(String(key))}>
      <Label>{label}</Label>
      <Button className="select-button">
        <SelectValue>{all?.get(value) ?? words.choose}</SelectValue>
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="menu-sheet">
        <ListBox className="menu">
          {[...(all ?? [])].map(([name, title]) => (
            <ListBoxItem key={name} id={name} className="menu-item" textValue={title}>
              {title}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
